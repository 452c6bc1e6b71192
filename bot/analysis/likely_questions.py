"""Which known question a piece of text asks, by an author's words and by a table that was learned
from what people typed: “am I meant tae pit her name in” shares no listed words with “leave out all
names”."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from bot.analysis.likely import Likely
from bot.analysis.patterns import lazy
from bot.content.models.sayings import NOTHING

ASKED, BESIDE, UNASKED = 0.35, 0.7, 0.7
"""From which chance on a message that asks something asks a question; the same for a piece of a
longer one, and for a message that does not ask: “no sure if her name can be in it”."""

LEAST, MOST = 2, 24
"""Words of the shortest piece that asks by the table alone, and of the longest that does not ask
and yet is meant so."""

SURELY = 0.85
"""From which chance on it asks this rather than what an author's words say; and whatever it tells,
where it is put as a question."""

SURELY_BESIDE, SURELY_MEANT = 0.97, 0.9
"""From which chance on it asks this whatever it tells: in a piece of a longer message; and where it
is not put as a question: “i dinnae want ma boss seein this”."""

TOLD, ACCOUNT = 0.999, 10
"""From which chance on a piece of a message asks nothing, whatever an author's words say, and how
many words it must have: “and did the meter app on his phone, hes never been cut off since”."""

NEAR, SURELY_NONE = 0.15, 0.5
"""From which chance on a question may be the one that was meant, and none is."""


_OF_SELF = lazy(
    r"\W*(?:i|im|i'm|i am|ah|ah'm|am|a'm)\b"
    r"(?!.*\b(?:can|may|do|does|is|will|would|should|could) (?:i|ah|that|this|it|we)\b)",
    re.IGNORECASE,
)
"""How what somebody says of themselves begins, where no question follows on it."""


class LikelyQuestions:
    """An author's words and what was learned, held against each other.

    ``told`` are questions whose words people also say of themselves: they are asked where they are
    put as a question. ``kept`` stand where an author's words say them, as their own words answer
    those. ``is_told`` says whether a text that asks or does not, or a message with it,
    tells or says something else.
    """

    def __init__(
        self,
        likely: Likely,
        is_told: Callable[[str, str, bool], bool],
        *,
        told: Collection[str],
        kept: Collection[str],
    ) -> None:
        self._likely, self._is_told, self._told, self._kept = likely, is_told, told, kept

    def asked_in(self, text: str, whole: str, by_words: str, *, asks: bool) -> str:
        """Return the question that a piece of a ``whole`` message asks, "" for none. ``by_words``
        is the one that an author's words say, and ``asks`` whether it is put as a question."""
        words, is_all = text.count(" ") + 1, text == whole
        may_ask = asks if is_all else asks and words >= LEAST
        may_ask |= is_all and LEAST <= words <= MOST
        if not (by_words or may_ask):
            return ""  # most of what is told is not looked at
        best, chance = self._likely.best_of(text)
        if best == NOTHING and chance >= TOLD and words >= ACCOUNT and not (is_all or "?" in text):
            return ""
        if best == NOTHING or by_words in self._kept:
            return by_words
        if by_words:
            return best if chance >= SURELY and best not in self._told else by_words
        is_put = asks and ("?" in text or not _OF_SELF.match(text))
        is_of_self = best in self._told and not is_put
        needed = (ASKED if is_all else BESIDE) if asks else UNASKED
        if is_of_self or chance < needed:
            return ""
        surely = (SURELY if is_all else SURELY_BESIDE) if asks else SURELY_MEANT
        is_told = chance < surely and self._is_told(text, whole, asks)
        return "" if is_told else best

    def near(self, text: str, most: int) -> list[str]:
        """Return the questions that a text may ask, the likeliest first."""
        best, chance = self._likely.best_of(text)
        is_none = best == NOTHING and chance >= SURELY_NONE
        return [] if is_none else self._likely.near(text, most, NEAR)
