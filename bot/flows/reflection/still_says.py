"""“it still says Good then put that”: the words go out of the answer, and not into it."""

from __future__ import annotations

from bot.analysis.reading.still_says import LEAST, MORE, place_of, said_still
from bot.analysis.reading.two_wishes import asked_apart
from bot.engine.context import TurnContext
from bot.engine.wording import gist
from bot.flows.coaching.kept import Spot, in_answers
from bot.flows.coaching.questions import answer_second
from bot.flows.coaching.setting_aside import set_aside
from bot.flows.reflection.taken_out import take_out


def take_words(turn: TurnContext) -> bool:
    """Take a complaint that some words are in an answer: where they are, they go; else it is said
    that they are not, where the message tells nothing."""
    words, sure, still = said_still(turn.event.text)
    if turn.at_welcome or not words:
        return False
    spot, is_in = None, False
    if sure >= (LEAST if still else MORE):
        spot, is_in = _spot(turn, words, sure)
    if spot is None and not (still and turn.reading.kind in _COMPLAINS):
        return False
    message = set_aside(turn, "complaint_about_coach")
    if spot and is_in:
        take_out(turn, [spot], message)
    elif spot:
        turn.say(turn.content.words.coach.last_is_out, phrase=gist(spot.text))
    else:
        turn.say(turn.content.words.coach.order_not_found)
    if not is_in:
        turn.show_again()
    answer_second(turn, asked_apart(turn.event.text)[1])
    return True


_COMPLAINS = frozenset(("complaint_about_coach", "correction", "delete", "already_told"))


def _spot(turn: TurnContext, words: list[str], sure: int) -> tuple[Spot | None, bool]:
    """Return where the words stand in the newest answer that has them, and whether they are
    in it, and not left out of it."""
    for message in reversed(in_answers(turn)):
        if found := place_of(words, sure, message.text):
            is_out = any(cut[0] <= found[0] and found[1] <= cut[1] + 2 for cut in message.cuts)
            return Spot(message, *found), not is_out
    for message in reversed(turn.conversation.messages):
        if message.aside and (found := place_of(words, sure, message.text)):
            return Spot(message, *found), False
    return None, False
