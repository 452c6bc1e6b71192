"""Which choices are open at a moment. They follow from the conversation alone, so a label typed in
any channel, or a press after a restart, means the same as on the day it was offered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from bot.content.models.dialogue import REVIEW, WordsStep
from bot.domain.events import Event
from bot.domain.turn import Button
from bot.engine.context import TurnContext, plain_buttons
from bot.flows.library.frameworks import page_buttons
from bot.flows.reflection.buttons import place_buttons
from bot.flows.registry import DECISIONS, HARMLESS, LISTS, asked_beside

WAYS_THROUGH = ("start", "next", "back", "skip", "pause", "carry_on")
"""The core choices. Telegram keeps them on the screen, so they may be typed late."""

DOUBLE_TAP = timedelta(seconds=3)
"""In this time the same label again is a second tap, and not what somebody has to say."""

LONGEST_LABEL = 80


def offered(turn: TurnContext) -> tuple[Button, ...]:
    """The buttons open now, in the order in which they are shown."""
    return tuple(_offered(turn))


def pressed(turn: TurnContext, event: Event, open_now: Sequence[Button]) -> Button | None:
    """The button of those ``open_now`` that an event presses.

    A label, whatever its case, presses the one that reads so. A button under a message comes with
    its action and the turn it was shown in: once that is past, only what is harmless still works,
    because "Add to both" may now be about other words. Pages can be opened from everywhere.
    """
    if event.version is None:
        wanted = event.text.strip().casefold()
        known = (*open_now, *_still_on_the_keyboard(turn))
        return next((each for each in known if each.label.casefold() == wanted), None)
    name = event.text.partition(":")[0]
    if name == "page" and event.version >= 0:
        return Button("", event.text, side=True)
    if event.version != turn.conversation.version - 1 and name not in HARMLESS:
        return None
    taken_back = event.text.replace("pick:", "unpick:", 1) if name == "pick" else ""
    if any(each.action == taken_back for each in open_now):
        return Button("", event.text, side=True)  # picked once more, which is the same
    return next((each for each in open_now if each.action == event.text), None)


def _still_on_the_keyboard(turn: TurnContext) -> Iterator[Button]:
    """Choices that may be typed late or early: they are never words of an answer.

    The ways through while something else is asked, and the three that lead to a place.
    """
    if turn.conversation.prompt or turn.conversation.open_page:
        yield from (each for each in place_buttons(turn) if each.action in WAYS_THROUGH)
    yield from plain_buttons(turn, "carry_on", "review", "statement")
    if turn.attempt.step == REVIEW:
        yield from plain_buttons(turn, "next")


def is_stale(turn: TurnContext, text: str) -> bool:
    """Whether a text is a label that is not open now, where no answer could be meant.

    That is the second of two quick taps, and every label of several words: it stays on the keyboard
    until another one comes. A word such as "Start" or "Both" may be what somebody has to say, so
    while a question is open it is an answer.
    """
    if len(text) > LONGEST_LABEL:
        return False
    wanted, last = text.strip().casefold(), turn.conversation.pressed_at
    if last and turn.now - last <= DOUBLE_TAP and wanted == turn.conversation.pressed:
        return True
    labels = turn.content.labels
    if not isinstance(turn.step, WordsStep):
        ways = {getattr(turn.content.words.buttons, name).casefold() for name in WAYS_THROUGH}
        return wanted in labels | ways
    return " " in wanted and wanted in labels


def _offered(turn: TurnContext) -> Iterator[Button]:
    prompt = turn.conversation.prompt
    if turn.conversation.open_page:
        yield from plain_buttons(turn, "to_question")
        yield from page_buttons(turn)
    elif prompt in DECISIONS:
        yield from plain_buttons(turn, *DECISIONS[prompt], side=True)
        yield from (each for each in place_buttons(turn) if not each.side)
    elif prompt in LISTS:
        yield from LISTS[prompt](turn)
        yield from (each for each in place_buttons(turn) if not each.side)
    else:
        yield from asked_beside(turn)
