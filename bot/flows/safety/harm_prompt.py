"""*Keep it, or drop it?*: what is asked about words of harm until it is decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.domain.offers import Button, typed_only
from bot.engine.context import TurnContext, plain_buttons
from bot.engine.flows import Prompt
from bot.flows import LOOK_UPS
from bot.flows.safety.harm import ask_again, may_be_misread
from bot.flows.safety.harm_decision import is_waiting
from bot.flows.safety.harm_lines import say

ONLY_TYPED = ("back", "skip")
"""Ways through that give way to *You misread me*: *Next* and *Pause* stay in reach."""


def choices(turn: TurnContext) -> Iterator[Button]:
    """Yield what decides about words of harm."""
    misread = ["misread"] if may_be_misread(turn) else []
    return plain_buttons(turn, "keep_words", "drop_words", *misread, side=True)


class HarmPrompt(Prompt):
    """*Shall I keep these words?* It interrupts whatever is asked, and survives a look-up."""

    name = "harm"
    interrupts = True
    survives = LOOK_UPS
    about_message = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Keep them, drop them, or say that they were misread."""
        return choices(turn)

    def buttons(self, turn: TurnContext, place: Sequence[Button], /) -> Iterator[Button]:
        """Yield what decides, then the ways through that matter most."""
        through = [each for each in place if each.shown and not each.side]
        yield from choices(turn)
        yield from (each for each in through if each.action not in ONLY_TYPED)
        yield from typed_only(each for each in through if each.action in ONLY_TYPED)

    def show(self, turn: TurnContext) -> None:
        """Ask again whether to keep them."""
        turn.tell(say(turn, turn.content.listening.harm.keep_or_drop))

    def waiting(self, turn: TurnContext) -> Iterator[Button]:
        """Yield what decides about words that were passed over; “No, keep it” is typed, too."""
        if turn.conversation.undecided:
            yield from choices(turn)
            yield Button(turn.content.words.buttons.forget_no, "keep_words")

    def come_back(self, turn: TurnContext) -> bool:
        """Ask about the words that are still undecided."""
        if not ask_again(turn):
            return False
        turn.ask(self.name, turn.in_question())
        return True

    def leave(self, turn: TurnContext, number: int) -> None:
        """Keep in mind what was not decided: the question comes back. What belongs to no step any
        more was said to be no harm."""
        undecided, messages = turn.conversation.undecided, turn.conversation.messages
        for message in messages[number - 1 : number]:  # none where it is gone
            if is_waiting(message) and message.step and number not in undecided:
                undecided.append(number)
