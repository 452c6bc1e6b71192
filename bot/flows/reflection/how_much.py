"""How much goes for a few words: they alone, the clause that holds them, or their sentence.

Where that is not sure both are shown, and it is asked: nothing goes on a guess.
"""

from __future__ import annotations

from dataclasses import replace

from bot.analysis.reading.own_text.request import Request
from bot.analysis.reading.own_text.stretches import LEAST, stretch_of
from bot.analysis.reading.own_text.which import Which
from bot.analysis.reading.words import words_of
from bot.engine.context import TurnContext
from bot.flows.coaching.kept import Spot, sentence_at, whole
from bot.flows.reflection.finding import Found
from bot.flows.safety.harm_heard import harm_in

SOMEBODY = frozenset(("him", "her", "them", "he", "she", "they"))
"""“Don't keep him in it”: all goes that the sentence tells of him, and not the clause that says it.
"""


def lengths(turn: TurnContext, which: Which, spot: Spot) -> list[Spot]:
    """Return the stretch of an answer that is meant; the clause and the sentence where either may
    be. Of words of harm no half is left."""
    sentence = sentence_at(spot)
    found = stretch_of(sentence.text, which.about, which.size)
    some = _part(sentence, found.start, found.end)
    harm = harm_in(turn, some.text) if which.size != "word" and some != sentence else None
    if harm and not harm.doubtful:
        return [sentence]
    if found.sure:
        return [some]
    if some == sentence:
        clause = stretch_of(sentence.text, which.about, "bit")
        some = _part(sentence, clause.start, clause.end)
    if which.size == "bit" and not _tells(some.text):
        return [sentence]
    return [some, sentence] if some != sentence else [sentence]


def _tells(text: str) -> bool:
    """Whether a stretch may be a clause: “the porter” alone is no bit about him."""
    return len(words_of(text)) >= LEAST


def _part(spot: Spot, start: int, end: int) -> Spot:
    """Return a part of a piece, which is the whole message where nothing else is in it."""
    found = Spot(spot.message, spot.start + start, spot.start + end)
    text = spot.message.text
    rest = text[: found.start] + text[found.end :]
    return whole(spot.message) if not rest.strip(" .!?,\n") else found


def sized(turn: TurnContext, request: Request, which: Which, found: Found) -> Found:
    """Return what was found of some words of an answer as much of it as is meant. ``one_of``, where
    it is not sure how much that is."""
    if found.place == "answer" and which.about and SOMEBODY.issuperset(which.about):
        lines = dict.fromkeys(map(sentence_at, found.spots))
        whole_lines = tuple(_part(each, 0, len(each.text)) for each in lines)
        return replace(found, spots=whole_lines, one_of=len(whole_lines) > 1)
    is_told = which.about and not (which.reach or which.quote or request.alone)
    if found.place != "answer" or not is_told or len(found.spots) != 1:
        return found
    spots = lengths(turn, which, found.spots[0])
    return replace(found, spots=tuple(spots), one_of=len(spots) > 1)
