"""Taking things in the order they come: all in one message, the wrong question, pasted lines.

The stored text stays as it was sent. A message that is split keeps its words and is put aside; each
part is a message of its own that names where it came from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.analysis.form_lines import clean, is_all_left
from bot.analysis.phrases import either
from bot.analysis.sections import Part
from bot.analysis.two_stories import chosen_in, second_story
from bot.content.models.dialogue import WordsStep
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.messages import NOWHERE, Message
from bot.domain.offers import Button
from bot.domain.parts import other_parts
from bot.domain.word_count import count_words, has_placeholder
from bot.engine.context import TurnContext, plain_buttons
from bot.engine.decisions import ask_again, ask_to_decide, decided
from bot.engine.flows import MOST_SHOWN, Action, Prompt
from bot.engine.wording import Text, Typed, counted, gist, join
from bot.flows.coaching.replies import chooser
from bot.flows.reflection.parts_told import is_labelled, parts_of, wide_parts_of
from bot.flows.reflection.placing import ask_where, make_part
from bot.flows.reflection.screens import show_place
from bot.flows.safety.cuts import Cuts, cuts_of, with_cuts
from bot.flows.safety.names import ask_name

_SENTENCE = re.compile(r"(?<=[.!?])\s++(?=\S)|(?<!\n)\n++(?=\S)")

LONG = 20
"""Words from which on a message is looked at for parts and for lines of a form."""


def ask_split(turn: TurnContext, message: Message) -> bool:
    """Show the parts of a message and ask whether to split it; return whether there are any."""
    parts = parts_of(turn, message)
    told_since = any(turn.answer(each.step) for each in parts if each.step != message.step)
    if told_since and not is_labelled(turn, message, parts):
        return False
    return _ask_split(turn, message, parts)


def ask_split_wide(turn: TurnContext, message: Message) -> bool:
    """Show the parts of a message that shall be split, found clause by clause where need be."""
    return _ask_split(turn, message, wide_parts_of(turn, message))


def _ask_split(turn: TurnContext, message: Message, parts: Sequence[Part]) -> bool:
    if not parts:
        return False
    words, lines = turn.content.words, list[str]()
    for part in parts:
        step = turn.dialogue.by_id.get(part.step)
        text = message.text[part.start : part.end]
        count = counted(words, words.review.words, count_words(text))
        label = step.label if step else part.step
        lines.append(turn.fill(words.coach.part, label=label, count=count, text=gist(text)))
    turn.say(words.coach.split, parts=join("\n", lines))
    ask_to_decide(turn, "split", message)
    return True


def split(turn: TurnContext, _: str = "") -> None:
    """*Yes, split it like that*: each part in its own answer. Nothing is typed again."""
    message, made = decided(turn, "split"), list[Message]()
    if message:
        turn.change(message, aside=True)
        for place, part in enumerate(wide_parts_of(turn, message), 1):
            text = message.text[part.start : part.end]
            made.append(make_part(turn, message, place, part.step, text))
            if part.step not in (turn.attempt.step, *turn.attempt.ahead):
                turn.attempt.ahead.append(part.step)
        turn.say(turn.content.words.coach.split_done, counts=_words_in(turn, made))
        all_told = turn.content.listening.kinds.announce.all_told
        if not turn.statement.missing and (line := chooser(turn).pick(all_told)):
            turn.tell(line)
    if any(ask(turn, each) for ask in (ask_about_lines, ask_name) for each in made):
        return
    if message and message.step == NOWHERE:
        show_place(turn, is_moved=True)  # at the start: the question was not shown yet
    else:
        turn.show_again()


def _words_in(turn: TurnContext, made: Sequence[Message]) -> Text:
    """Return how many words went to which answer."""
    words, lines = turn.content.words, list[Text]()
    for step in turn.dialogue.steps:
        if mine := [each.text for each in made if each.step == step.id]:
            count = counted(words, words.review.words, sum(map(count_words, mine)))
            lines.append(turn.fill(words.review.one_count, label=step.label, count=count))
    return join(" · ", lines)


def not_split(turn: TurnContext, _: str = "") -> None:
    """*No, keep it in one piece*. Which answer it is for is asked where that is not known."""
    message = decided(turn, "split")
    turn.say(turn.content.words.coach.not_split)
    if message and message.step == NOWHERE:
        ask_where(turn, message)
    else:
        _go_on(turn, message)


def _go_on(turn: TurnContext, message: Message | None, *, lines: bool = True) -> None:
    """Ask about lines of a form and possible names, once what a message is made of is decided.

    ``lines`` is False where its own lines are decided; those of the parts after it are not.
    """
    messages = turn.conversation.messages
    now = [messages[message.number - 1], *other_parts(messages, message)] if message else []
    now = sorted((each for each in now if not each.aside), key=lambda each: each.number)
    formed = [each for each in now if message and (lines or each.number > message.number)]
    if any(ask_about_lines(turn, each) for each in formed):
        return
    if not any(ask_name(turn, each) for each in now):
        turn.show_again()


def situations_in(turn: TurnContext, message: Message) -> tuple[tuple[int, int], ...]:
    """The spans of several situations in one message, none when it tells of one.

    Each but the first begins with a sentence such as "Another time …": an author's list. Or two
    are told, and it is asked which it shall be.
    """
    again = either(turn.content.coaching.another)
    begins = [found.end() for found in _SENTENCE.finditer(message.text)]
    starts = [begin for begin in begins if again.match(message.text, begin)]
    starts = starts or [*filter(None, (second_story(message.text),))]
    if not starts or count_words(message.text) < LONG:
        return ()
    return tuple(pairwise([0, *starts, len(message.text)]))


def ask_situation(turn: TurnContext, message: Message) -> bool:
    """Which of several situations will it be? Gives whether there are several."""
    step = turn.dialogue.by_id.get(message.step)
    if not isinstance(step, WordsStep) or step.criterion or turn.dialogue.badge is None:
        return False
    spans = situations_in(turn, message)
    if not spans:
        return False
    words, lines = turn.content.words.coach, list[str]()
    for number, (start, end) in enumerate(spans, 1):
        lines.append(turn.fill(words.situation, number=number, text=gist(message.text[start:end])))
    turn.say(words.situations, situations=join("\n", lines))
    ask_to_decide(turn, "situations", message)
    return True


def use_situation(turn: TurnContext, number: str) -> None:
    """*Use number 1*: that one is the answer. The rest waits at the review as spare words."""
    message, chosen = decided(turn, "situations"), None
    spans = situations_in(turn, message) if message else ()
    if message and number.isdecimal() and 0 < int(number) <= len(spans):
        step_id = message.step
        turn.change(message, aside=True)
        for place, (start, end) in enumerate(spans, 1):
            made = turn.keep(
                message.text[start:end].strip(), step_id if place == int(number) else ""
            )
            source = f"{message.source} part {place}"
            turn.change(made, source=source, at=message.at, origin=message.number, joint=None)
            chosen = made if place == int(number) else chosen
        turn.say(turn.content.words.coach.one_situation)
    else:
        turn.say(turn.content.words.coach.kept)
    _go_on(turn, chosen or message)


def ask_about_lines(turn: TurnContext, message: Message) -> bool:
    """Point out what a form left in a pasted text; return whether there is any."""
    is_long = count_words(message.text) >= LONG or message.origin > 0
    if not (is_long or has_placeholder(message.text)):
        return False

    found = _lines_in(turn, message)
    if not found:
        return False
    lines = [Typed(clean(message.text[start:end]).strip()) for start, end in found]
    turn.say(turn.content.words.coach.lines, lines=join("\n", lines))
    ask_to_decide(turn, "lines", message)
    return True


def _lines_in(turn: TurnContext, message: Message) -> Cuts:
    """The lines of a form in a message. A part may be nothing else: what stood above a label."""
    found = cuts_of(turn.knowledge.coach_texts, message.text)
    if not found and message.origin and is_all_left(message.text):
        return ((0, len(message.text)),)
    return found


def lines_out(turn: TurnContext, _: str = "") -> None:
    """*Leave those lines out*: of the statement, and never of what is stored."""
    if message := decided(turn, "lines"):
        cuts = with_cuts([*message.cuts, *_lines_in(turn, message)])
        nothing_left = cuts == ((0, len(message.text)),)
        turn.change(message, **({"aside": True} if nothing_left else {"cuts": cuts}))
    turn.say(turn.content.words.coach.lines_out)
    _go_on(turn, message, lines=False)


def lines_keep(turn: TurnContext, _: str = "") -> None:
    """*Keep all of it*."""
    message = decided(turn, "lines")
    turn.say(turn.content.words.coach.kept)
    _go_on(turn, message, lines=False)


ACTIONS: dict[str, Action] = {
    "lines_keep": lines_keep,
    "lines_out": lines_out,
    "not_split": not_split,
    "situation": use_situation,
    "split": split,
}
"""What its buttons do."""


class SplitPrompt(Prompt):
    """*Shall I split it like that?*"""

    name = "split"
    about_message = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Yes, or in one piece."""
        return plain_buttons(turn, "split", "not_split", side=True)

    def come_back(self, turn: TurnContext) -> bool:
        """Ask at the review about parts that were not put in their answers."""
        return ask_again(turn, self.name, ask_split_wide)


class SituationsPrompt(Prompt):
    """*Which of these will it be?*"""

    name = "situations"
    about_message = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Each situation of the message, and all of it."""
        buttons, message = turn.content.words.buttons, turn.in_question()
        for number, _ in enumerate(situations_in(turn, message) if message else (), 1):
            label = turn.fill(buttons.situation, number=number)
            yield Button(label, f"situation:{number}", side=True, shown=number < MOST_SHOWN)
        yield Button(buttons.all_of_it, "situation:0", side=True)

    def take_text(self, turn: TurnContext) -> bool:
        """“The zips one”: take the situation that a few words choose; ask again where none is."""
        message = turn.in_question()
        spans = situations_in(turn, message) if message else ()
        stories = [message.text[start:end] for start, end in spans] if message else []
        number = chosen_in(turn.event.text, stories)
        if not (number or (spans and turn.reading.kind == "alternative")):
            return False
        turn.keep_aside(turn.event.text)
        turn.coaching = Coaching("alternative", ASIDE)
        if number:
            use_situation(turn, str(number))
        elif message:
            ask_situation(turn, message)
        return True

    def come_back(self, turn: TurnContext) -> bool:
        """Ask at the review which situation it is."""
        return ask_again(turn, self.name, ask_situation)


class LinesPrompt(Prompt):
    """*These look like lines of a form.*"""

    name = "lines"
    about_message = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Leave them out, or keep all."""
        return plain_buttons(turn, "lines_out", "lines_keep", side=True)

    def come_back(self, turn: TurnContext) -> bool:
        """Ask at the review about lines that were neither left out nor kept."""
        return ask_again(turn, self.name, ask_about_lines)
