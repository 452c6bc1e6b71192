"""What was kept out of every answer: listed at the review, and each can be put in after all."""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.models.dialogue import REVIEW
from bot.domain.conversation import Message
from bot.domain.offers import Button
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.flows import Prompt
from bot.engine.wording import gist, join
from bot.flows import LOOK_UPS
from bot.flows.coaching.listening import kept_out
from bot.flows.reflection.placing import MOST_PIECES, ask_where


def _listed(turn: TurnContext) -> list[Message]:
    """Those that are listed, in their order: where there are many, those with the most words."""
    longest = sorted(kept_out(turn), key=lambda each: -count_words(each.text))
    return sorted(longest[:MOST_PIECES], key=lambda each: each.number)


def show_kept_out(turn: TurnContext, _: str = "") -> None:
    """*Show what I left out*: a line of each, and a press that puts it in."""
    words, messages = turn.content.words, _listed(turn)
    if not messages:
        turn.show_again()
        return
    lines = [
        turn.fill(words.coach.situation, number=number, text=gist(each.text))
        for number, each in enumerate(messages, 1)
    ]
    turn.say(words.coach.kept_out, messages=join("\n", lines))
    turn.ask("kept_out_list")


def use_kept_out(turn: TurnContext, number: str) -> None:
    """*Put in number 2*: which answer is it for?"""
    messages = _listed(turn)
    turn.answered()
    if number.isdecimal() and 0 < int(number) <= len(messages):
        message = messages[int(number) - 1]
        turn.change(message, aside=False)
        ask_where(turn, turn.conversation.messages[message.number - 1])
    else:
        turn.show_again()


class KeptOutListPrompt(Prompt):
    """Each that was kept out can be put in; nobody has to look at them."""

    name = "kept_out_list"
    survives = LOOK_UPS
    is_offer = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """One for each that is listed."""
        label = turn.content.words.buttons.use_kept_out
        for number, _ in enumerate(_listed(turn), 1):
            yield Button(turn.fill(label, number=number), f"use_kept_out:{number}", side=True)

    def still_holds(self, turn: TurnContext) -> bool:
        """Whether there is something to put in, and the review is open."""
        return turn.attempt.step == REVIEW and bool(_listed(turn))
