"""What was kept out of the answers: listed at any time, and each piece can be put in after all."""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.models.dialogue import WordsStep
from bot.domain.offers import Button
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.flows import Prompt
from bot.engine.lines import quotable
from bot.engine.wording import counted, gist, join
from bot.flows import LOOK_UPS
from bot.flows.coaching.kept import Spot, kept_pieces
from bot.flows.reflection.placing import ask_where

MOST = 5
"""The most pieces that are listed: more buttons nobody reads."""


def listed(turn: TurnContext) -> list[Spot]:
    """Return the pieces that are listed, in their order: of many those with the most words."""
    longest = sorted(kept_pieces(turn), key=lambda each: -count_words(each.text))[:MOST]
    return sorted(longest, key=lambda each: (each.message.number, each.start))


def show_kept_out(turn: TurnContext, _: str = "") -> None:
    """*Show what was kept out*: a line of each, and a press that puts it in."""
    words, pieces = turn.content.words, listed(turn)
    turn.answered()
    if not pieces:
        turn.tell(counted(words, words.review.kept_out, 0))
        turn.show_again()
        return
    lines = [
        turn.fill(words.coach.situation, number=number, text=gist(each.text))
        for number, each in enumerate(pieces, 1)
    ]
    turn.say(words.coach.kept_out, messages=join("\n", lines))
    turn.ask("kept_out_list")


def use_kept_out(turn: TurnContext, number: str) -> None:
    """*Put in number 2*: it is in its answer again, or it is asked which answer it is for. Without
    a number it is the newest."""
    pieces = listed(turn) if number else kept_pieces(turn)
    turn.answered()
    at = int(number) - 1 if number.isdecimal() else len(pieces) - 1
    if 0 <= at < len(pieces):
        put_in_piece(turn, pieces[at])
    else:
        turn.tell(counted(turn.content.words, turn.content.words.review.kept_out, 0))
        turn.show_again()


def put_in_piece(turn: TurnContext, spot: Spot) -> None:
    """Put in what was kept out: where it was, else at the open question, else it is asked where."""
    message, step = spot.message, turn.dialogue.step(spot.message.step)
    if spot.is_cut:
        left = tuple(each for each in message.cuts if each != (spot.start, spot.end))
        turn.change(message, cuts=left)
    else:
        step = step or turn.step
        turn.change(message, aside=False)
        if not isinstance(step, WordsStep):
            ask_where(turn, turn.conversation.messages[message.number - 1])
            return
        turn.change(turn.conversation.messages[message.number - 1], step=step.id)
    if step:
        say_in(turn, spot, step.label, step.id)
    turn.show_again()


def say_in(turn: TurnContext, spot: Spot, label: str, step_id: str) -> None:
    """Say in which answer a piece is now, with its words."""
    words = turn.content.words
    count = sum(count_words(each.shown) for each in turn.answer(step_id))
    total = counted(words, words.review.words, count)
    turn.say(words.coach.order_in, phrase=quotable(spot.text), label=label, count=total)


class KeptOutListPrompt(Prompt):
    """Each that was kept out can be put in; nobody has to look at them."""

    name = "kept_out_list"
    survives = LOOK_UPS
    is_offer = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """One for each that is listed."""
        label = turn.content.words.buttons.use_kept_out
        for number, _ in enumerate(listed(turn), 1):
            yield Button(turn.fill(label, number=number), f"use_kept_out:{number}", side=True)

    def still_holds(self, turn: TurnContext) -> bool:
        """Whether there is something to put in."""
        return bool(listed(turn))
