"""Whether a word looks like something done, or said of somebody, as far as its letters show it."""

from __future__ import annotations

from functools import lru_cache

from bot.analysis.patterns import lazy
from bot.analysis.reading.lexicon import MOST_KEPT, word_list

_DONE = word_list("""
    went got told telt tellt rang made put pit took tuk asked said sed gave gied wrote rote did
    had let kept kep set sat stood showed showd brought brocht found fun came cam ran sent held
    began left built split cut spoke met bought taught thought saw knew read red drove moved drew
    lent led chose swept hung sang paid spent caught stuck woke rode
""")
VERBS = word_list("""
    was wis were wur wer is are has hus have hae do does dae can could will would wid may might
    goes go come comes say says ask asks know knows ken kens get gets make makes take takes look
    looks sit sits keep keeps need needs want wants give gives gie gies tell tells write writes feel
    feels didn't didnt didnae wasn't wasnt wisnae couldn't couldnt couldnae wouldn't wouldnt widnae
    don't dont dinnae can't cant cannae won't isn't used never just all still
""")
"""What else shows that something is said of somebody, beside what looks like something done."""


DID_FOR_ME = lazy(
    r"(?!(?:i|ah|you|ye|u|we|it|that|this|please|can|could|would|will|just|so|what|who|and|but|they)"
    r"\b)(?:(?:my|ma|our|the|wee|a) )?[\w']+ (?:covered|took|did|swapped|stood|filled|came|"
    r"stayed|rang|phoned|went|kept|held) (?:(?!you\b)[\w']+ ){0,6}(?:for|wi|with|beside|instead "
    r"of) (?:me|us)\W*$"
)
"""“Gary covered for me”: what somebody did, and no request."""


@lru_cache(maxsize=MOST_KEPT)  # every word of a message is asked about
def is_done(word: str) -> bool:
    """Return whether a word looks like something done: *rang*, *checked*, *stertit*."""
    return word in _DONE or (
        len(word) > 4 and word.endswith(("ed", "it")) and word[-3] not in "aeu"
    )


@lru_cache(maxsize=MOST_KEPT)  # the same
def is_verb(word: str) -> bool:
    """Return whether a word in small letters shows that something is said of somebody."""
    return word in VERBS or is_done(word)
