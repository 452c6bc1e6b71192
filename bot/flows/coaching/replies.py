"""The reply to an answer: one clause said back, what it is called in plain words, one question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.analysis.reading.grievances import is_grievance
from bot.analysis.reading.reading import Reading
from bot.analysis.two_stories import asks_for_another
from bot.content.models.dialogue import WordsStep
from bot.content.models.parts import PartName
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.messages import Message
from bot.domain.word_count import count_words
from bot.engine.author_words import first_for
from bot.engine.context import TurnContext
from bot.engine.wording import Text, join
from bot.engine.wordings import Chooser, quote_of
from bot.flows.coaching import asking
from bot.flows.coaching.asked_for_act import (
    lines_for_act,
    only_tells_trouble,
    part_of_few,
    tells_job,
)
from bot.flows.coaching.reading import read_text
from bot.flows.coaching.saying_back import say_back, was_asked
from bot.flows.coaching.told import ACTS, tells_only_who, tells_result, told
from bot.flows.coaching.words_alone import WORD, is_alone, word_alone
from bot.flows.safety.harm import has_told_of_harm

UNREAD = timedelta(seconds=2)
"""A message this soon after the one before was typed before the question was read."""


LEAST_STORY = 20
"""Letters of the shortest clause that tells more than who somebody is."""


def chooser(turn: TurnContext, receipt: str = "") -> Chooser:
    """Return what chooses the lines of a reply that begins with a receipt."""
    hidden, whose = _not_on_screen(turn), turn.conversation.id
    made = Chooser(turn.fill, turn.conversation.said, hidden=hidden, whose=whose)
    made.take(receipt)
    return made


def _not_on_screen(turn: TurnContext) -> frozenset[str]:
    """Return the buttons that a line may not ask for where the learner is."""
    if isinstance(turn.step, WordsStep):
        return frozenset(("statement", "sent", "start"))
    at_start = () if turn.at_welcome else ("start",)
    return frozenset(("next", "skip", "example", *at_start))


def may_ask(turn: TurnContext, step_id: str) -> bool:
    """Return whether questions may follow at a step: where it needs parts, or, at no step, where
    any does. What a plan or a feeling is asked for more, no author has said."""
    step = turn.dialogue.by_id.get(step_id)
    steps = (step,) if step else turn.dialogue.steps
    return any(isinstance(each, WordsStep) and each.needs for each in steps)


def listen(
    turn: TurnContext,
    message: Message,
    reading: Reading,
    lines: Chooser,
    *,
    ask: bool,
    quiet: bool = False,
) -> list[Text]:
    """Return the line said back to an answer, and the question that follows it, if any.

    ``ask`` is False where something else is to be decided first, ``quiet`` True where nobody is
    coached for now.
    """
    turn.coaching = Coaching(reading.kind, message.step)
    if quiet:
        return []
    ask = ask and may_ask(turn, message.step)
    is_word = reading.kind == "bare" and not was_asked(turn, message)
    if ask and (is_word or (_is_short(message, reading) and _has_word(turn, message))):
        return ask_about_word(turn, lines)
    said = [line for line in (say_back(turn, message, reading, lines),) if line]
    is_other = reading.kind == "alternative" and turn.statement.own_words > count_words(
        message.text
    )
    if ask and is_other and (which := ask_which(turn, lines)):
        return [*said, which]
    if ask and (question := ask_for_part(turn, message.step, lines)):
        said.append(question)
    return said


def ask_which(turn: TurnContext, lines: Chooser) -> Text | None:
    """Return the question which of two stories it shall be, None where it was asked too often."""
    other = turn.content.listening.kinds.alternative
    may = other.may if asks_for_another(turn.event.text) else ()
    line = lines.pick(may, other.two, other.may)
    if line and "?" in line:
        turn.coaching = replace(turn.coaching or Coaching(), asked="which_situation")
    return line


def _is_short(message: Message, reading: Reading) -> bool:
    """Whether a message is a word or two in which nobody does anything: “the list”."""
    is_brief = count_words(message.text) <= WORD and not reading.act
    return reading.kind == "bare" or (reading.kind == "evidence" and is_brief)


def _has_word(turn: TurnContext, message: Message) -> bool:
    known = turn.content.listening.bare.words
    return not count_words(message.text) or word_alone(known, message.text) is not None


def ask_about_word(turn: TurnContext, lines: Chooser) -> list[Text]:
    """Return the reply to a word alone: a reader must see it happen, and a question for it."""
    bare, text = turn.content.listening.bare, turn.event.text
    found = word_alone(bare.words, text)
    alone = is_alone(text)
    needs: list[Sequence[str]] = [(found[0].line,)] if found else []
    if not count_words(text):
        needs.append(bare.sign)
    elif alone:
        needs.append(bare.other)
    word = found[1] if found else text.strip(" .!?\n")
    is_aside = turn.coaching is not None and turn.coaching.filed == ASIDE
    known = bare.aside if is_aside else bare.kind
    first = lines.pick(known) if found or alone else None
    about_word = lines.pick(*needs, word=word) or (ask_smaller(turn, lines) if needs else None)
    if about_word:
        turn.coaching = replace(turn.coaching or Coaching(), asked="smaller")
        turn.attempt.smaller_after = len(turn.conversation.messages)
    else:  # a few words that are a sentence: what is missed, as after any other
        about_word = ask_for_part(turn, turn.step_for_words or turn.attempt.step, lines)
    return [each for each in (first, about_word) if each]


def ask_for_part(
    turn: TurnContext, step_id: str, lines: Chooser, reading: Reading | None = None
) -> Text | None:
    """Return a question for what a reader misses most at a step, and note it as asked.

    ``reading`` is that of the words it comes after, the message of this turn where it is left out.
    """
    step = turn.dialogue.by_id.get(step_id)
    if not isinstance(step, WordsStep) or turn.statement.ready:
        return None
    if not turn.has_decided and (again := _unread(turn, step_id)):
        return again  # who has just pressed has read what was asked
    words, asked = turn.words_at(step_id), turn.attempt.parts_asked
    reading, known = reading or turn.reading, _known(turn, step_id, words)
    part = asking.part_to_ask(step.needs, known, asked, step_id, words)
    turn.attempt.asked_at = turn.event.at
    if asking.misses_act(step.needs, known):
        was_asked = part not in ACTS and f"{step_id}:own_act" in asked
        is_new = not (was_asked or asked) and tells_job(turn, step_id, reading)
        if (was_asked or _has_no_story(turn, reading)) and not (is_new or tells_only_who(reading)):
            return ask_smaller(turn, lines, step_id) if words <= asking.SHORT else None
        part = part if part in ACTS else "own_act"
    is_told = reading.own_act or tells_result(reading)
    is_wrong = not is_told and is_grievance(turn.event.text)
    if is_wrong or only_tells_trouble(turn, step, reading):
        part = "own_act"
    if part is None and not asked and any(each.whose == "own" for each in reading.clauses):
        part = asking.at_least_one(step_id, reading.parts, words)
    if (
        part is None
        and words <= asking.SHORT
        and asking.misses_act(step.needs, told(turn, step_id))
    ):
        few = part_of_few(turn, step, known, reading)
        if few == "smaller":
            return ask_smaller(turn, lines, step_id)
        part = few
    return ask_part(turn, step_id, part, lines) if part else None


def _known(turn: TurnContext, step_id: str, words: int) -> set[str]:
    """Return the parts that are told anywhere. A few words at a step tell an act of their own: what
    came of another is told elsewhere."""
    known, here = told(turn), told(turn, step_id)
    if words > asking.FEW or here.isdisjoint(ACTS):
        return known
    return known - (asking.OF_ONE_ACT - here)


def _has_no_story(turn: TurnContext, reading: Reading) -> bool:
    """Whether but a role is told yet, or nothing: there is nothing yet that anybody did first."""
    if not turn.answer(turn.attempt.step):
        return True
    told = [each for each in reading.clauses if each.end - each.start >= LEAST_STORY]
    return "role" in reading.parts and all("role" in e.parts and not e.act for e in told)


def ask_held_back(turn: TurnContext) -> Text | None:
    """Return the question that a decision came before, once that is made; None where none is due:
    one waits already, or all is told that the step needs."""
    step = turn.step
    if not (turn.has_decided and isinstance(step, WordsStep)) or has_told_of_harm(turn):
        return None
    newest = max(turn.answer(step.id), key=lambda each: each.number, default=None)
    if newest is None or not may_ask(turn, step.id) or open_follow_up(turn):
        return None
    return ask_for_part(turn, step.id, chooser(turn), read_text(turn, newest.shown))


def _unread(turn: TurnContext, step_id: str) -> Text | None:
    """Return the last question of a step again, where the message was typed before it was read."""
    sent, before = turn.event.at, turn.attempt.asked_at
    asked = turn.attempt.asked.get(step_id)
    if not (asked and sent and before and sent - before < UNREAD):
        return None
    part = turn.attempt.parts_asked[-1].partition(":")[2]
    turn.coaching = replace(turn.coaching or Coaching(), asked=part)
    return join("", [asked[-1]])


def ask_part(
    turn: TurnContext, step_id: str, part: PartName, lines: Chooser, clause: str = ""
) -> Text | None:
    """Return a question for a part, and note it as asked. It goes by a word of what was just said
    back, where one is known; ``clause`` is what it may come back to."""
    words = turn.content.listening
    fitting = (first_for(words.fitting_for(part), each) for each in _about(turn, step_id))
    by_word: list[Sequence[str]] = [found[0].lines for found in fitting if found]
    if part == "result" and first_for((words.fitting.after_death,), turn.event.text):
        by_word = [words.fitting.after_death.lines]
    if part == "own_act" and not turn.has_decided:
        by_word = lines_for_act(turn, step_id) or by_word
    question = lines.pick(*by_word, words.questions(step_id, part), clause=clause)
    if question:
        turn.attempt.parts_asked.append(f"{step_id}:{part}")
        turn.attempt.asked.setdefault(step_id, []).append(str(question))
        turn.attempt.asked_after[step_id] = len(turn.conversation.messages)
        turn.coaching = replace(turn.coaching or Coaching(), asked=part)
    return question


def _about(turn: TurnContext, step_id: str) -> list[str]:
    """Return what a question at a step may go by: what was said back just now, as far as it is
    their own doing, the last of it first."""
    coaching, text = turn.coaching, turn.event.text
    if coaching is None or coaching.heard is None or coaching.filed != step_id:
        return []
    quote = coaching.heard.quote
    mine = [
        text[each.start : each.end]
        for each in turn.reading.clauses
        if each.own_act and quote_of(text, each) == quote
    ]
    return [*reversed(mine)]


def open_follow_up(turn: TurnContext) -> Text | None:
    """Return the coach's question that waits for its answer at the open step, None for none.

    It is the last that was asked there, unless the part is told, an answer came since, or the words
    that it was about were taken back.
    """
    step_id, attempt = turn.attempt.step, turn.attempt
    asked_after = attempt.asked_after.get(step_id)
    parts = [each for each in attempt.parts_asked if each.partition(":")[0] == step_id]
    if asked_after is None or not parts or parts[-1].partition(":")[2] in told(turn):
        return None
    about = turn.conversation.messages[asked_after - 1 : asked_after]  # none at an empty review
    if any(each.step == step_id and each.aside for each in about):
        return None
    if any(each.number > asked_after for each in turn.answer(step_id)):
        return None
    return join("", [attempt.asked[step_id][-1]])


def ask_open(
    turn: TurnContext, lines: Chooser, *needs: Sequence[str], **facts: str | None
) -> Text | None:
    """Return the question that waits, led to by a line; None where none waits."""
    question = open_follow_up(turn)
    if question is None:
        return None
    here = f"{turn.attempt.step}:"
    part = next(each for each in reversed(turn.attempt.parts_asked) if each.startswith(here))
    turn.coaching = replace(turn.coaching or Coaching(), asked=part.partition(":")[2])
    lines.asked = True
    return lines.lead(*needs, question=question, **facts)


def ask_smaller(turn: TurnContext, lines: Chooser, step_id: str = "") -> Text | None:
    """Return a smaller question for a step, the open one unless another is named."""
    step_id = step_id or turn.step_for_words or turn.attempt.step
    smaller = turn.content.listening.smaller.get(step_id, ())
    if may_ask(turn, step_id) and (question := lines.pick(smaller)):
        turn.coaching = replace(turn.coaching or Coaching(), asked="smaller")
        turn.attempt.smaller_after = len(turn.conversation.messages)
        return question
    return None
