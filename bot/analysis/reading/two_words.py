"""“what's the difference between delegate and organise”: the two words that it is asked of."""

from __future__ import annotations

from bot.analysis.patterns import lazy
from bot.analysis.reading.lexicon import word_list
from bot.analysis.reading.words import plain_text

_ONE = r"(?:(?:an?|the|to|tae) )?(?P<one>[\w'-]+(?: [\w'-]+)??)"
_OTHER = r"(?:(?:an?|the|to|tae) )?(?P<other>[\w'-]+(?: [\w'-]+(?=\W*$))?)"
_UNLIKE = r"(?:diff?e?rence?s?|differance|diffrence|odds)"

_ASKS = tuple(
    lazy(pattern)
    for pattern in (
        rf"\b{_UNLIKE} (?:between|atween|betwen|betwene|of|in) {_ONE} (?:and|an|n|or|from|to|tae) "
        rf"{_OTHER}\b",
        rf"\b{_UNLIKE} (?:to|tae) {_ONE} (?:and|an|n|or) {_OTHER}\b",
        rf"\b(?:is|are|does|do|dae) {_ONE} (?:mean )?(?:no |not )?(?:the )?same (?:thing )?as "
        rf"{_OTHER}\b",
        rf"\bhow (?:is|are|does) {_ONE} (?:different|differ) (?:from|to|tae|than) {_OTHER}\b",
    )
)

_SIDES = ("lead", "leed", "led", "lid", "manag", "mang", "manig", "mgmt")
"""How the words for the two sides begin: an author answers what parts these."""


_VAGUE = word_list("it this that one them before last you i me him her us we they others")


def two_words_asked(text: str) -> tuple[str, str] | None:
    """Return the two words whose difference is asked for, None where it is of leading and managing,
    or is not asked."""
    plain = plain_text(text.replace('"', ""))
    found = next(filter(None, (each.search(plain) for each in _ASKS)), None)
    if found is None or not found["one"][:1].isalpha():
        return None
    one, other = found["one"], found["other"]
    is_known = one.startswith(_SIDES) and other.startswith(_SIDES)
    is_vague = not _VAGUE.isdisjoint((one.split()[0], other.split()[0]))
    return None if is_known or is_vague else (one, other)
