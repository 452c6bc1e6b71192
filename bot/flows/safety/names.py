"""Possible names are asked about, and never block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.domain.conversation import Message
from bot.domain.fingerprints import names_in, of_name, of_text
from bot.domain.offers import Button
from bot.engine.context import TurnContext, plain_buttons
from bot.engine.flows import Prompt
from bot.engine.wording import Typed
from bot.flows.safety.cuts import put_text

Decisions = tuple[tuple[str, str], ...]
"""Names that were replaced: the fingerprint of each and the marker in its place, in their order."""


def ask_name(turn: TurnContext, message: Message) -> bool:
    """Ask about the first possible name of a message; False when there is none."""
    name = _possible_name(turn, message)
    if not name:
        return False
    turn.left()  # an edit may come while something else is asked
    words = turn.content.words.coach
    first = not turn.conversation.not_names and not any(
        marker in each.text for each in turn.conversation.messages for marker in _people(turn)
    )
    parts = [turn.fill(words.name, name=Typed(name))]
    turn.tell(*parts, *([turn.fill(words.names_hint)] if first else []))
    turn.ask("name", message)
    return True


def name_is(turn: TurnContext, who: str) -> None:
    """*A resident*, *A colleague* …: the marker stands in the place of the name, everywhere."""
    message = turn.in_question()
    name = _possible_name(turn, message) if message else ""
    marker = getattr(turn.content.words.markers, who)
    if message and name:
        decision = (of_name(name, turn.conversation.chat_id), marker)
        for each in turn.conversation.messages:
            if each.attempt == message.attempt and name in each.text:
                text = _without_name(turn, each.text, name, marker)
                if text != each.text:
                    put_text(turn, each, text, names=(*each.names, decision))
    turn.say(turn.content.words.coach.name_gone, marker=marker)
    _next_name(turn)


def _without_name(turn: TurnContext, text: str, name: str, marker: str) -> str:
    """The text with the marker for the name, and for the surname with it: "Jessie Grant"."""
    from bot.analysis.names import find_names

    found = find_names(text, turn.knowledge.name_words)
    seen = (text[each.start : each.end] for each in found)
    whole = {name, *(each for each in seen if each.startswith(f"{name} "))}
    either = "|".join(re.escape(each) for each in sorted(whole, key=len, reverse=True))
    return re.sub(rf"(?<!\w)(?:{either})(?!\w)", lambda _: marker, text)


def is_as_decided(turn: TurnContext, message: Message) -> bool:
    """Return whether an edit changes nothing: it is what was sent before any name was replaced in
    it, or the words that were dropped. Phones send such edits."""
    text, _ = _with_markers(turn, turn.event.text, message.names)
    again = message.is_dropped and message.dropped == of_text(text, turn.conversation.chat_id)
    return again or message.text in (turn.event.text, text)


def replace_names(turn: TurnContext, old: Message) -> tuple[str, Decisions]:
    """Return the new text of a message, with a marker for every name that the learner had replaced
    in that attempt, and the decisions for the message to keep."""
    text, _ = _with_markers(turn, turn.event.text, old.names)
    known = {fingerprint for fingerprint, _ in old.names}
    others = dict[str, str]()
    for each in turn.conversation.messages:
        if each.attempt == old.attempt:
            others.update(pair for pair in each.names if pair[0] not in known)
    stay = turn.conversation.not_names
    text, used = _with_markers(turn, text, tuple(others.items()), stay)
    return text, (*old.names, *used)


def _with_markers(
    turn: TurnContext, text: str, decisions: Decisions, stay: Sequence[str] = ()
) -> tuple[str, Decisions]:
    """Return the text with the names replaced as decided, and the decisions that were of use."""
    wanted = dict(decisions)
    names, used = names_in(text, turn.conversation.chat_id, wanted, stay), list[tuple[str, str]]()
    for fingerprint, marker in decisions:
        before = text
        if fingerprint in names:
            text = _without_name(turn, text, names[fingerprint], marker)
        if text != before:
            used.append((fingerprint, marker))
    return text, tuple(used)


def not_name(turn: TurnContext, _: str = "") -> None:
    """*Not a name*: it is never asked about again."""
    message = turn.in_question()
    if message and (name := _possible_name(turn, message)):
        turn.conversation.not_names.append(name.casefold())
    turn.say(turn.content.words.coach.name_stays)
    _next_name(turn)


def _next_name(turn: TurnContext) -> None:
    message = turn.in_question()
    turn.answered()
    if not (message and ask_name(turn, message)):
        turn.show_again()


def _possible_name(turn: TurnContext, message: Message) -> str:
    from bot.analysis.names import find_names

    known = turn.conversation.not_names
    for found in find_names(message.text, turn.knowledge.name_words):
        name = message.text[found.start : found.end]
        if name.casefold() not in known:
            return name
    return ""


def _people(turn: TurnContext) -> list[str]:
    markers = turn.content.words.markers
    return [markers.resident, markers.child, markers.colleague, markers.family]


class NamePrompt(Prompt):
    """*Is that a name?*"""

    name = "name"
    about_message = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Who it is, or that it is no name."""
        for who in ("resident", "child", "colleague", "family"):
            yield Button(getattr(turn.content.words.buttons, who), f"name_is:{who}", side=True)
        yield from plain_buttons(turn, "not_name", side=True)
