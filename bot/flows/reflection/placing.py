"""A message, or a paragraph of it, is moved to another answer."""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.models.dialogue import WordsStep
from bot.domain.conversation import Piece, pieces_of
from bot.domain.messages import Message
from bot.domain.offers import Button
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.flows import MOST_SHOWN, Action, Prompt
from bot.engine.wording import counted, gist, join
from bot.flows.safety.cuts import cuts_in

MOST_PIECES = 9
"""The most that one message lists to choose from."""


def pieces_here(turn: TurnContext) -> list[Piece]:
    """Return the newest paragraphs of the open answer, which can be moved, in their order."""
    mine = turn.answer(turn.attempt.step)
    return [piece for message in mine for piece in pieces_of(message)][-MOST_PIECES:]


def move_message(turn: TurnContext, _: str = "") -> None:
    """*Move this to…*: a message of this answer, or one paragraph of it."""
    pieces = pieces_here(turn)
    if not pieces:
        turn.show_again()
        return
    if len(pieces) == 1:
        ask_where(turn, pieces[0][0])
        return
    words, lines = turn.content.words.coach, list[str]()
    for number, (message, start, end) in enumerate(pieces, 1):
        text = gist(message.text[start:end])
        lines.append(turn.fill(words.situation, number=number, text=text))
    turn.say(words.pieces, pieces=join("\n", lines))
    turn.ask("pieces", pieces[-1][0])


def move_piece(turn: TurnContext, number: str) -> None:
    """*Move number 2*: that piece leaves the answer. 0 is all of the last message."""
    pieces = pieces_here(turn)
    turn.answered()
    if not pieces:
        turn.show_again()
        return
    known = number.isdecimal() and 0 < int(number) <= len(pieces)
    chosen = pieces[int(number) - 1] if known else None
    message = chosen[0] if chosen else pieces[-1][0]
    siblings = pieces_of(message)
    if chosen is None or len(siblings) == 1:
        ask_where(turn, message)
        return
    turn.change(message, aside=True)
    made = [
        make_part(turn, message, place, message.step, message.text[start:end])
        for place, (_, start, end) in enumerate(siblings, 1)
    ]
    ask_where(turn, made[siblings.index(chosen)])


def make_part(turn: TurnContext, message: Message, place: int, step_id: str, text: str) -> Message:
    """A part of a message, as a message of its own that names where it came from."""
    made = turn.keep(text.strip(), step_id)
    source = f"{message.source} part {place}"
    cuts = cuts_in(turn.knowledge.coach_texts, message, made.text)
    turn.change(made, source=source, at=message.at, origin=message.number, joint=None, cuts=cuts)
    return turn.conversation.messages[made.number - 1]


def say_placed(turn: TurnContext, message: Message, step: WordsStep) -> None:
    """Say in which answer a message is now, and how many words that are."""
    words = turn.content.words
    count = counted(words, words.review.words, count_words(message.shown))
    turn.say(words.answer.placed, label=step.label, count=count)


def ask_where(turn: TurnContext, message: Message) -> None:
    """Which answer is it for? Until that is said the message stays where it is."""
    turn.say(turn.content.words.answer.where_left)
    turn.show(message.text)
    turn.ask("place", message)


class PiecesPrompt(Prompt):
    """*Which of these shall I move?*"""

    name = "pieces"
    about_message = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Each piece that can be moved; all of it where it is one message."""
        buttons, pieces = turn.content.words.buttons, pieces_here(turn)
        if len({message.number for message, *_ in pieces}) == 1:
            yield Button(buttons.all_pieces, "piece:0", side=True)
        for number, _ in enumerate(pieces, 1):
            label = turn.fill(buttons.piece, number=number)
            yield Button(label, f"piece:{number}", side=True, shown=number < MOST_SHOWN)


ACTIONS: dict[str, Action] = {"move": move_message, "piece": move_piece}
"""What its buttons do."""
