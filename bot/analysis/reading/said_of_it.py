"""What is said of the talk itself in a few words: that it was a question, that it was said before,
that it was read through."""

from __future__ import annotations

from bot.analysis.one_voice import in_one_voice
from bot.analysis.patterns import lazy
from bot.analysis.plain_spelling import plainly_spelt
from bot.analysis.reading.words import heard_text

_WAS_ASKED = lazy(
    r"\b(?:i|ah) (?:was|wis) (?:\w+ )?(?:asking|askin)\b"
    r"|\b(?:was|wis|is|'s) (?:only |just |jist |meant as )?(?:a )?question\b"
    r"|\bonly (?:a question|asking|askin)\b"
    r"|\b(?:was|wis|is)(?:n'?t| not| no|nae) (?:meant |for |to be |supposed |a |any )*"
    r"(?:part (?:of|o) (?:it|that|my \w+)|my (?:answer|account)|an answer|(?:in|for) my answer)\b"
)


def says_it_was_asked(text: str) -> bool:
    """Return whether it is said that the words before were a question, and no answer."""
    return _WAS_ASKED.search(heard_text(text)) is not None


_I_SAID = lazy(r"\W*(?:(?:well|but|no|naw) )?(?:i|ah|a) (?:said|sed|telt ye)\W+")


def end_of_i_said(text: str) -> int:
    """Return where “i said” ends that begins a text, 0 where it does not: “i said fine”."""
    found = _I_SAID.match(text.casefold())
    return found.end() if found else 0


_READ_BACK = lazy(
    r"\b(?:read|reading|readin|see|seeing|seein)\b(?: (?:it|this|that|them|what i (?:wrote|put)))?"
    r"(?: all)?(?: (?:back|through|throo|over|again|written doon|written down|set down))"
)
_TO_OTHERS = lazy(
    r"\bto (?:him|her|them|the|my|our|a)\b|(?<!\bi )(?<!\bah )\b(?:was|wis|were|is|are) read"
    r"|\b(?:she|he|they|we) (?:read|sees?|saw)"
)


def reads_back(text: str) -> bool:
    """Return whether somebody reads what they wrote, and not something at work to others."""
    plain = text.casefold()
    return _READ_BACK.search(plain) is not None and _TO_OTHERS.search(plain) is None


_BEGINS = lazy(
    r"\W*(?:(?:and|so|but|ok|okay|och|wait|hang on|hing on|well|right|eh|um|er|no|naw|sorry|hi|"
    r"hello|please|actually|just|then|thanks|coach)\b\W*)*"
    r"(?:who|wha|what|whit|wot|wat|when|where|whaur|which|why|how|hoo|fit|is|are|does|did|can|"
    r"could|will|would|should|am|may|might|do (?:i|ah|you|ye|they))(?:'?s)?\b"
)


def begins_as_question(text: str) -> bool:
    """Return whether a text begins as a question does, with or without its mark. “do it alone”
    asks nothing."""
    return _BEGINS.match(in_one_voice(text).casefold()) is not None


_TAG = lazy(r"\b(?:innit|in'?t it|isn'?t it|isnae it|eh|is it no)\W*$")


def ends_in_tag(text: str) -> bool:
    """Return whether a text ends in what makes a question of any: “thats both innit”."""
    return "?" not in text and _TAG.search(text.casefold()) is not None


_QUESTION = lazy(r"\bq\b|\bqu?e?st?i?on|\bask")
_PART = lazy(r"[.!?,;\n]+")


def speaks_of_question(text: str) -> bool:
    """Return whether somebody speaks of the question itself, however it is spelt: “q again”."""
    return _QUESTION.search(text.casefold()) is not None


def last_piece(text: str) -> str:
    """Return what stands behind the last stop or comma of a text."""
    return _PART.split(text.strip(" .!?\n"))[-1]


def clauses_of(text: str) -> list[str]:
    """Return what stands between the stops and commas of a text."""
    return [each for each in _PART.split(text) if each.strip()]


_ASKS = lazy(
    r"\W*(?:(?:so|and|but|or|who|whom|what|where|why|how|is it|me) )*"
    r"(?:should|shall|will|would|could|can|do|did|does|have|was|am|is|are)"
    r" (?:i|we|you|he|she|they|it)\b"
)


def asks_somebody(text: str) -> bool:
    """Return whether a text begins by asking, in any spelling: “shid ah hae phoned somebody”."""
    return _ASKS.match(plainly_spelt(text.casefold())) is not None
