"""Protecting people: what must not be on a badge page, and what is about harm.

Identifiers are gone before anything is kept: ``mask`` runs on what came in, so that no value
reaches the store, the outbox or a log. Names are asked about. Words of harm are not coached and not
counted; fixed text says whom to tell, and the learner says whether to keep them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.analysis.identifiers.finder import mask
from bot.analysis.knowledge import Knowledge
from bot.content.library import Content
from bot.domain.events import Event
from bot.domain.messages import Message
from bot.domain.offers import Button
from bot.engine.context import TurnContext, plain_buttons
from bot.engine.decisions import decided
from bot.engine.flows import Action, Prompt
from bot.flows.safety.names import ask_name

_MAY_IDENTIFY = re.compile(r"[\d@]|\b[oO][l1-9]")
"""Every identifier has a digit or an @ in it, or a letter that is typed for one."""


def masked(content: Content, event: Event) -> tuple[Event, tuple[str, ...]]:
    """The event with a marker in the place of every identifier, and the kinds that were found.

    What a button carries was typed by nobody: a key of ours may read like somebody's number, and
    has to arrive as it was given.
    """
    is_carried = event.kind == "press" and event.version is not None
    if is_carried or not _MAY_IDENTIFY.search(event.text):
        return event, ()

    markers = dict(content.words.markers)
    text, found = mask(event.text, markers, Knowledge.of(content).name_words)
    return (replace(event, text=text), tuple(each.kind for each in found)) if found else (event, ())


def tell_masked(turn: TurnContext) -> None:
    """Say what was replaced, each kind once. The channel's own copy should go too."""
    words, lines = turn.content.words, list[str]()
    for kind in dict.fromkeys(turn.masked):
        facts = {"kind": getattr(words.identifiers, kind), "marker": getattr(words.markers, kind)}
        lines.append(turn.fill(words.coach.masked, **facts))
    turn.tell("\n".join(lines))
    turn.delete = True


def ask_if_good(turn: TurnContext, message: Message) -> None:
    """Whether the answer may stay with the marker."""
    tell_masked(turn)
    turn.ask("masked", message)


def good(turn: TurnContext, _: str = "") -> None:
    """*Good*: the answer stays with the marker. A possible name in it is asked about now."""
    message = decided(turn, "masked")
    turn.say(turn.content.words.coach.kept)
    if not (message and ask_name(turn, message)):
        turn.show_again()


def type_again(turn: TurnContext, _: str = "") -> None:
    """*I will type that part again*: the message with the marker is left out of the answer."""
    message = turn.in_question()
    if message:
        turn.change(message, aside=True)
    turn.say(turn.content.words.coach.again)
    turn.answered()


class MaskedPrompt(Prompt):
    """*May the answer stay with the marker?*"""

    name = "masked"
    about_message = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Good, or type that part again."""
        return plain_buttons(turn, "good", "again", side=True)


ACTIONS: dict[str, Action] = {"again": type_again, "good": good}
"""What its buttons do."""
