"""“Oh and the leadership bit:”: words go to the answer that they name."""

from __future__ import annotations

from collections.abc import Iterator

from bot.analysis.reading.announces import Announced
from bot.analysis.reading.own_text.by_words import RESPELT, likeliest
from bot.analysis.reading.reading import Reading
from bot.analysis.reading.spoken_of_before import spoken_of_before
from bot.analysis.reading.steps_spoken_of import (
    put_right,
    says_told,
    says_where,
    tells_beside,
    tells_what_it_was,
)
from bot.content.models.dialogue import WordsStep
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.messages import Message
from bot.domain.offers import Button
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext, plain_buttons
from bot.engine.flows import Prompt
from bot.engine.machine import change, move
from bot.engine.wording import Text
from bot.engine.wordings import Chooser
from bot.flows import LOOK_UPS
from bot.flows.coaching.kept import in_answers
from bot.flows.coaching.labelled import BELONGS, announces_more
from bot.flows.coaching.listening import is_kept_out
from bot.flows.coaching.replies import chooser
from bot.flows.coaching.stopping import last_message
from bot.flows.coaching.told import weightiest
from bot.flows.reflection.placing import ask_where, say_placed
from bot.flows.reflection.screens import show_place

LABEL = 12
"""Words up to which a message may name a step and tell nothing yet."""


def announced_step(turn: TurnContext, reading: Reading) -> WordsStep | None:
    """Return the step that the message says it belongs to, None where it says nothing."""
    found = reading.announces if reading.kind in BELONGS else None
    found = found or put_right(turn.event.text, turn.dialogue.called)
    step = turn.dialogue.by_id.get(found.step) if found else None
    return step if isinstance(step, WordsStep) else None


def home_of(turn: TurnContext, reading: Reading) -> WordsStep | None:
    """Return the step that a message belongs to by what it says: the one that it names, or where
    that stands which it goes on with."""
    return announced_step(turn, reading) or _step_spoken_of(turn)


def _step_spoken_of(turn: TurnContext) -> WordsStep | None:
    """Return the step whose answer holds what a message says was told before; None for none, and
    where the open answer holds it too."""
    found = spoken_of_before(turn.event.text)
    if found is None:
        return None
    told = in_answers(turn)
    share, places = likeliest([each.shown for each in told], found.about)
    steps = {told[each].step for each in places} if share >= RESPELT else set[str]()
    if len(steps) != 1 or turn.attempt.step in steps:
        return None
    step = turn.dialogue.by_id.get(steps.pop())
    return step if isinstance(step, WordsStep) else None


def take_words(turn: TurnContext) -> bool:
    """Take a message that names a step and tells nothing: go there, or move what was sent."""
    reading = turn.reading
    told = says_told(turn.event.text, turn.dialogue.called)
    where = turn.dialogue.by_id.get(told) if told else None
    if isinstance(where, WordsStep) and turn.answer(where.id):
        _find_there(turn, where)
        return True
    step = announced_step(turn, reading)
    if step is None or reading.act or count_words(turn.event.text) > LABEL:
        return False
    if _tells_too(turn, step, reading.announces):
        return False
    if says_where(turn.event.text) and turn.answer(step.id):
        _find_there(turn, step)
        return True
    is_wrong = turn.conversation.prompt == "filed" and reading.kind != "announce"
    is_before = is_wrong or (reading.announces is not None and reading.announces.before)
    before = _sent_before(turn) if is_before else None
    turn.keep_aside(turn.event.text)
    turn.left()
    turn.coaching = Coaching("announce", ASIDE)
    if before and before.step != step.id:
        turn.change(before, step=step.id, aside=False)
        note_ahead(turn, step)
        turn.tell(filed_line(turn, step, chooser(turn)) or "")
        turn.ask("filed", before)
    elif turn.attempt.step != step.id and move(turn.dialogue, turn.attempt, change(step.id)):
        listening = turn.content.listening.kinds.announce.listening
        turn.tell(chooser(turn).must_pick(listening, label=step.label) or "")
        show_place(turn)
    else:
        turn.show_again()
    return True


def _tells_too(turn: TurnContext, step: WordsStep, found: Announced | None) -> bool:
    """Whether more is said than where it belongs: something behind a label, or of the step that is
    open and only spoken of: “the chair was both, I think”."""
    if found is None or found.before:
        return False
    if announces_more(turn) or tells_what_it_was(turn.event.text, found):
        return True
    is_open = step == turn.open_question and not found.is_apart
    return is_open and tells_beside(turn.event.text, found)


def _find_there(turn: TurnContext, step: WordsStep) -> None:
    """“It stands under management”: so it does, or what stands there is shown."""
    turn.keep_aside(turn.event.text)
    turn.left()
    turn.coaching = Coaching("already_told", ASIDE)
    lines, found = chooser(turn), turn.content.listening.kinds.already_told.found_at
    quote = weightiest(turn, step.id)
    if line := lines.must_pick(found, clause=quote or None, label=step.label):
        turn.tell(line)
    turn.show_again()


def _sent_before(turn: TurnContext) -> Message | None:
    """Return the message that was sent last: in an answer, or kept out of it just now."""
    newest = next(reversed(turn.conversation.messages), None)
    return newest if newest and is_kept_out(newest) else last_message(turn)


def filed_line(
    turn: TurnContext, step: WordsStep, lines: Chooser, *, can_undo: bool = True
) -> Text | None:
    """Return the line that says in which answer the words are now, and how to take that back where
    nothing is to be decided before it."""
    facts = {"label": step.label, "undo": turn.content.words.buttons.undo if can_undo else None}
    return lines.must_pick(turn.content.listening.kinds.announce.filed, **facts)


def note_ahead(turn: TurnContext, step: WordsStep) -> None:
    """Keep in mind that a step has words before the learner came to it: *Next* goes past it."""
    if step.id != turn.attempt.step and step.id not in turn.attempt.ahead:
        turn.attempt.ahead.append(step.id)


def undo(turn: TurnContext, _: str = "") -> None:
    """*Not there*: the words go to the open question, or it is asked where they belong."""
    turn.answered()
    message: Message | None = turn.in_question()
    if message is None:
        turn.show_again()
    elif isinstance(turn.step, WordsStep) and message.step != turn.step.id:
        turn.change(message, step=turn.step.id)
        say_placed(turn, message, turn.step)
    else:
        ask_where(turn, message)


class FiledPrompt(Prompt):
    """Words were put where they said they belong; one press puts them elsewhere."""

    name = "filed"
    is_offer = True
    survives = LOOK_UPS
    about_message = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Not there."""
        return plain_buttons(turn, "undo", side=True)
