"""Which choices are open.

They are kept with the conversation, so a label typed in any channel, or a press after a restart,
means what it meant when it was offered.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.content.models.dialogue import REVIEW, WordsStep
from bot.domain.conversation import NO_PROMPT
from bot.domain.offers import Button, typed_only
from bot.engine.context import TurnContext, plain_buttons
from bot.engine.pages import page_buttons

WAYS_THROUGH = ("start", "next", "back", "skip", "pause", "carry_on")
"""The core choices. Telegram keeps them on the screen, so they may be typed late."""


def keep_offers(turn: TurnContext) -> tuple[Button, ...]:
    """Keep what can be pressed from now on; return what is shown of it, in its order."""
    place = [*turn.flows.place.buttons(turn)]
    buttons = tuple(_offered(turn, place))
    before = [each.label.casefold() for each in turn.conversation.offers]
    turn.conversation.offered_before = list(dict.fromkeys(before))
    turn.conversation.offers = [*buttons, *_typed_only(turn, place)]
    return tuple([each for each in buttons if each.shown])


def keep_placeholder(turn: TurnContext) -> None:
    """Keep what stands where people type: the open question in a few words.

    While something is decided by a press it stays; a field asks for something else.
    """
    prompt, step = turn.open_prompt, turn.open_question
    if prompt and not (prompt.is_offer or prompt.takes_words or prompt.is_elsewhere):
        return
    text = ""
    if step and not (prompt and prompt.takes_words):
        text = step.in_short or turn.fill(turn.content.words.telegram.placeholder, label=step.label)
    turn.conversation.placeholder = str(text)


def offered(turn: TurnContext) -> Iterable[Button]:
    """Return what can be pressed, and what of it can only be typed."""
    return _offered(turn, [*turn.flows.place.buttons(turn)])


def _offered(turn: TurnContext, place: Sequence[Button]) -> Iterable[Button]:
    """Return the same, of what the place has and what is open there."""
    if turn.conversation.open_page:
        # Who looks after others and has begun nothing has no question to go back to.
        mine = turn.access
        has_one = bool(turn.attempt.started_at or mine.memberships) or not mine.is_coordinator
        ways = [replace(each, shown=has_one) for each in plain_buttons(turn, "to_question")]
        return [*ways, *page_buttons(turn)]
    prompt = turn.open_prompt
    return prompt.buttons(turn, place) if prompt else place


def _typed_only(turn: TurnContext, place: Sequence[Button]) -> Sequence[Button]:
    """Choices that may be typed late or early: they are never words of an answer.

    The ways through while something else is asked, and at a question all that it has; the three
    that lead to a place, and what decides about something that was passed over.
    """
    ways, prompt = list[Button](), turn.open_prompt
    if turn.conversation.prompt != NO_PROMPT or turn.conversation.open_page:
        is_open = isinstance(turn.step, WordsStep) or turn.attempt.step == REVIEW
        all_of_it = is_open and not (prompt and prompt.takes_words)
        ways += [each for each in place if all_of_it or each.action in WAYS_THROUGH]
    ways += plain_buttons(turn, "carry_on", "review", "statement")
    if turn.attempt.step == REVIEW:
        ways += plain_buttons(turn, "next")
    for passed_over in turn.flows.waiting:
        ways += passed_over.waiting(turn)
    return typed_only(ways)
