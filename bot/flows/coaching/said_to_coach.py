"""Lines of an answer that may be said to the coach: “och no you took out my whole job!”.

They are shown once at the review, before they are in a statement, and stay if that is wanted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.analysis.reading.complaints import is_about_an_answer, objects
from bot.analysis.reading.own_text.orders import is_order
from bot.analysis.reading.own_text.wrongly_done import complains_of_what_you_did
from bot.analysis.reading.spoken_pieces import pieces
from bot.analysis.shows_who import CONFIDED, Shown
from bot.domain.messages import Message
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.wording import counted
from bot.flows.coaching.spoken import asks_coach
from bot.flows.safety.harm_standing import mark_of

LEAST, MOST = 4, 30
"""Words of the shortest and of the longest of them."""


def said_to_coach(turn: TurnContext, message: Message) -> Sequence[Shown]:
    """Return the lines of a message that may be said to the coach; a text is read once a turn."""
    if turn.dialogue.badge is None:
        return ()
    return turn.once(("said to coach", message.text), lambda: tuple(_found(turn, message.text)))


def _found(turn: TurnContext, text: str) -> Iterator[Shown]:
    for start, end in pieces(text):
        line = text[start:end]
        if LEAST <= count_words(line) <= MOST and _is_said(turn, text, start, end):
            begin = end - len(line.lstrip())
            yield Shown(begin, begin + len(line.strip()), CONFIDED, to_coach=True)


def _is_said(turn: TurnContext, text: str, start: int, end: int) -> bool:
    line = text[start:end].strip()
    if objects(line) or complains_of_what_you_did(line) or is_about_an_answer(line):
        return True
    return is_order(line) or asks_coach(turn, text, start, end)


def keep_said(turn: TurnContext, message: Message) -> None:
    """Note that the lines of a message stay that may be said to the coach: it was put in by a
    press, and is asked about no more."""
    kept = turn.conversation.attempts[message.attempt - 1].kept_phrases
    kept += [mark_of(turn, message, each) for each in said_to_coach(turn, message)]


def put_spoken_in(turn: TurnContext, _: str = "") -> None:
    """*Put it in my answer*: the whole message is in the answer, as it was typed."""
    turn.answered()
    if message := turn.in_question():
        turn.change(message, cuts=())
        keep_said(turn, message)
        count = turn.words_at(message.step)
        turn.tell(counted(turn.content.words, turn.content.words.answer.saved, count))
    turn.show_again()
