"""Which choices are open.

They are kept with the conversation, so a label typed in any channel, or a press after a restart,
means what it meant when it was offered.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bot.content.models.dialogue import REVIEW, WordsStep
from bot.domain.conversation import NO_PROMPT
from bot.domain.events import Event
from bot.domain.offers import Button, by_label
from bot.engine.context import TurnContext, plain_buttons
from bot.engine.pages import page_buttons

WAYS_THROUGH = ("start", "next", "back", "skip", "pause", "carry_on")
"""The core choices. Telegram keeps them on the screen, so they may be typed late."""

DOUBLE_TAP = timedelta(seconds=3)
"""In this time the same label again is a second tap, and not what somebody has to say."""

LONGEST_LABEL = 80


def keep_offers(turn: TurnContext) -> tuple[Button, ...]:
    """Keep what can be pressed from now on; return what is shown of it, in its order."""
    shown = tuple(_shown(turn))
    turn.conversation.offers = [*shown, *_typed_only(turn)]
    return shown


def pressed(turn: TurnContext, event: Event) -> Button | None:
    """The offer that an event presses, None for none.

    A label, whatever its case, presses the one that reads so. A button under a message comes with
    its action and the turn it was shown in: once that is past, only what is harmless still works,
    because "Add to both" may now be about other words. Pages can be opened from everywhere.
    """
    offers = turn.conversation.offers
    if event.version is None:
        return by_label(offers, event.text)
    name = event.text.partition(":")[0]
    if name == "page" and event.version >= 0:
        return Button("", event.text, side=True)
    if event.version != turn.conversation.version - 1 and name not in turn.flows.harmless:
        return None
    taken_back = event.text.replace("pick:", "unpick:", 1) if name == "pick" else ""
    if any(each.action == taken_back for each in offers):
        return Button("", event.text, side=True)  # picked once more, which is the same
    return next((each for each in offers if each.action == event.text), None)


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


def _shown(turn: TurnContext) -> Iterator[Button]:
    if turn.conversation.open_page:
        yield from plain_buttons(turn, "to_question")
        yield from page_buttons(turn)
    elif prompt := turn.open_prompt:
        yield from prompt.buttons(turn)
    else:
        yield from turn.flows.place.buttons(turn)


def _typed_only(turn: TurnContext) -> Iterator[Button]:
    """Choices that may be typed late or early: they are never words of an answer.

    The ways through while something else is asked, and the three that lead to a place.
    """
    ways = list[Button]()
    if turn.conversation.prompt != NO_PROMPT or turn.conversation.open_page:
        ways += (each for each in turn.flows.place.buttons(turn) if each.action in WAYS_THROUGH)
    ways += plain_buttons(turn, "carry_on", "review", "statement")
    if turn.attempt.step == REVIEW:
        ways += plain_buttons(turn, "next")
    yield from (Button(each.label, each.action, each.side, shown=False) for each in ways)
