"""Possible names are asked about, and never block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.analysis.names import PossibleName, find_names
from bot.analysis.role_beside import Beside
from bot.analysis.told_names import name_key
from bot.domain.messages import Message
from bot.domain.offers import Button
from bot.domain.parts import other_parts
from bot.engine.context import TurnContext, plain_buttons
from bot.engine.decisions import ask_again, ask_next, ask_to_decide, decided, keep_in_mind
from bot.engine.flows import Action, Prompt
from bot.engine.machine import LOOKING_BACK, STATEMENT
from bot.engine.wording import Text, Typed
from bot.flows.safety.markers import ROLES, not_names, replace_everywhere, told_at


def ask_name(turn: TurnContext, message: Message) -> bool:
    """Ask about the first possible name of a message; False when there is none."""
    name = possible_name(turn, message)
    if not name:
        return False
    turn.left()  # an edit may come while something else is asked
    words = turn.content.words.coach
    messages = turn.conversation.messages
    told = turn.conversation.not_names or any(each.names for each in messages.special())
    first = not told and not any(_passed_over(turn, message))
    turn.tell(_question(turn, message, name), *([turn.fill(words.names_hint)] if first else []))
    ask_to_decide(turn, "name", message)
    return True


def _question(turn: TurnContext, message: Message, name: str) -> Text:
    """Return what is asked: who it is, or whether the name may go where that stands beside it."""
    words, beside = turn.content.words, told_beside(turn, message, name)
    if beside is None:
        return turn.fill(words.coach.name, name=Typed(name))
    now = beside.words or getattr(words.markers, beside.role)
    return turn.fill(words.coach.name_told, name=Typed(name), now=Typed(now))


def told_beside(turn: TurnContext, message: Message, name: str) -> Beside | None:
    """Return what a message tells right beside a name in it: “my boss Derek”; None for nothing."""
    text = message.shown
    found = (each for each in names_in(turn, text) if text[each.start : each.end] == name)
    each = next(found, None)
    return told_at(turn, text, each.start, each.end) if each else None


def name_is(turn: TurnContext, who: str) -> None:
    """*A resident*, *A colleague* …: the marker stands in the place of the name, everywhere."""
    if asked := in_question(turn):
        replace_name(turn, *asked, who)
    next_name(turn)


def in_question(turn: TurnContext) -> tuple[Message, str] | None:
    """Return the name that is asked about, and the message that it stands in."""
    message = turn.in_question()
    name = possible_name(turn, message) if message else ""
    return (message, name) if message and name else None


def is_told_beside(turn: TurnContext) -> bool:
    """Return whether who somebody is stands beside the name that is asked about."""
    asked = in_question(turn)
    return asked is not None and told_beside(turn, *asked) is not None


def name_yes(turn: TurnContext, _: str = "") -> None:
    """*Leave the name out*: who it is stands there already."""
    asked = in_question(turn)
    if asked and (beside := told_beside(turn, *asked)):
        replace_name(turn, *asked, beside.role)
    next_name(turn)


def replace_name(
    turn: TurnContext, message: Message, name: str, who: str, *, is_asked: bool = True
) -> None:
    """Replace a name everywhere in the attempt of a message, and say what stands there now."""
    marker, words = getattr(turn.content.words.markers, who), turn.content.words.coach
    put = replace_everywhere(turn, message.attempt, name, marker)
    if marker in put:
        line = words.name_gone if is_asked else words.name_now
        turn.say(line, marker=marker, name=Typed(name))
    elif put:
        turn.say(words.name_out, now=next(iter(put)))


def not_name(turn: TurnContext, _: str = "") -> None:
    """*Not a name*: it is never asked about again."""
    if asked := in_question(turn):
        turn.conversation.not_names.append(asked[1].casefold())
    turn.say(turn.content.words.coach.name_stays)
    next_name(turn)


def next_name(turn: TurnContext) -> None:
    """Note that a name is decided, and ask about the next possible one: of the message, else of
    another part of what was sent."""
    message, messages = decided(turn, "name"), turn.conversation.messages
    mine = [message, *other_parts(messages, message)] if message else []
    asks = any(ask_name(turn, each) for each in mine)
    if not (asks or (turn.attempt.step in LOOKING_BACK and ask_next(turn, "name", ask_name))):
        turn.show_again()


def possible_name(turn: TurnContext, message: Message) -> str:
    """Return the first possible name of a message that is not told of, nor asked about in another
    one; "" for none."""
    found = open_names(turn, message.shown)
    if not found:
        return ""  # what was passed over need not be read once more
    passed = {name_key(name) for each in _passed_over(turn, message) for name in each}
    return next((each for each in found if name_key(each) not in passed), "")


def _passed_over(turn: TurnContext, message: Message) -> Iterator[list[str]]:
    """Yield the names in each other message of the attempt that the learner was asked about and has
    not told of: they come again at the review, and not with every message that has them."""
    conversation = turn.conversation
    for mark in conversation.attempts[message.attempt - 1].passed:
        prompt, _, number = mark.partition(":")
        if prompt == "name" and int(number) != message.number:
            other = conversation.messages[int(number) - 1]
            if not other.aside:
                yield open_names(turn, other.shown)


def names_in(turn: TurnContext, text: str) -> tuple[PossibleName, ...]:
    """Return the possible names in a text. What came in this turn is read once."""
    is_of_turn = text == turn.event.text
    return turn.names if is_of_turn else find_names(text, turn.knowledge.name_words)


def note_open(turn: TurnContext) -> bool:
    """Keep in mind each message of the statement with a name that is not told of, asked about or
    not; return whether there is any."""
    found = [
        message
        for section in turn.statement.sections
        for message in section.messages
        if open_names(turn, message.shown)
    ]
    for message in found:
        keep_in_mind(turn, "name", message)
    return bool(found)


def ask_before_sending(turn: TurnContext) -> bool:
    """Ask once more about a name that stands in a statement which is ready; whether there is one.
    Nothing waits for the answer."""
    if not note_open(turn):
        return False
    turn.say(turn.content.words.statement.look_first)
    return ask_next(turn, "name", ask_name)


def waiting(turn: TurnContext) -> Iterator[tuple[Message, str]]:
    """Yield each name of the attempt in hand that was asked about and is not told of."""
    for mark in turn.attempt.passed:
        prompt, _, number = mark.partition(":")
        message = turn.conversation.messages[int(number) - 1]
        if prompt == "name" and not message.aside:
            for name in open_names(turn, message.shown):
                yield message, name


def open_names(turn: TurnContext, text: str) -> list[str]:
    """Return the possible names in a text that the learner has not told of, as they are typed."""
    known = not_names(turn)
    names = (text[each.start : each.end] for each in names_in(turn, text))
    return [name for name in names if name_key(name) not in known]


ACTIONS: dict[str, Action] = {
    "name_is": name_is,
    "name_yes": name_yes,
    "not_name": not_name,
}
"""What its buttons do."""


class NamePrompt(Prompt):
    """*Is that a name?*"""

    name = "name"
    about_message = True
    survives = frozenset(("checklist", "ledger"))

    def buttons(self, turn: TurnContext, every: Sequence[Button], /) -> Iterator[Button]:
        """Its own, and at the statement all that can be done there: nothing waits for it."""
        if turn.attempt.step != STATEMENT:
            return super().buttons(turn, every)
        return iter([*self.choices(turn), *every])

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Who it is, where that is not told beside the name; or that it is no name."""
        is_told = is_told_beside(turn)
        if is_told:
            yield from plain_buttons(turn, "name_yes", side=True)
            labels = turn.content.words.buttons
            yield Button(labels.leave_out, "name_yes", side=True, shown=False)
            yield Button(labels.keep_words, "not_name", side=True, shown=False)
        for who in ROLES:
            label = getattr(turn.content.words.buttons, who)
            yield Button(label, f"name_is:{who}", side=True, shown=not is_told)
        yield from plain_buttons(turn, "not_name", side=True)

    def still_holds(self, turn: TurnContext) -> bool:
        """Whether a name is still there: an edit may have taken it out."""
        return in_question(turn) is not None

    def come_back(self, turn: TurnContext) -> bool:
        """Ask at the review about a name that was passed over."""
        return ask_again(turn, self.name, ask_name)
