"""“get rid of what I wrote about him”: every sentence of theirs that tells of somebody, or of a
thing, shall go."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.one_voice import in_one_voice
from bot.analysis.patterns import lazy
from bot.analysis.reading.lexicon import word_list
from bot.analysis.reading.words import words_of

MOST = 24
"""Words of the longest such order."""

_ABOUT = r"(?:about|bout|on|of|concerning|regarding|to do with|that mentions?|mentioning|with)"
_ALL = (
    r"(?:everything|anything|what(?:ever)?|stuff|bits|mentions?|"
    r"all(?: of)?(?: (?:that|the (?:bits?|parts?|lines?|sentences?|stuff|words)|mentions?))?|"
    r"(?:any|every|all) (?:mention|reference|bit|line|sentence|word|part)s?|"
    r"the (?:bits|parts|lines|sentences|stuff|things|words))"
)
_WROTE = (
    r"(?: (?:that )?i(?:'ve| have)? (?:just |ever )?(?:wrote|written|write|said|say|put|typed|told "
    r"(?:you|it)|sent|mentioned)(?: (?:down|in|here|to you))?)?"
)
_GO = (
    r"(?:take|get|leave|cut|strike|pull|delete|remove|erase|wipe|scrap|scrub|drop|lose|bin|ditch|"
    r"undo|get rid of|rid of|withdraw|omit|expunge|clear)"
)
_END = r"(?: (?:out|off|away|please|now|from (?:it|my \w+|the \w+)|in my \w+))*\W*$"
_ORDER = lazy(
    rf"\b{_GO}(?: out)? {_ALL}{_WROTE} {_ABOUT} (?P<whom>[\w']+(?: [\w']+){{0,3}}?){_END}"
    rf"|\b{_ALL}{_WROTE} {_ABOUT} (?P<whom_too>[\w']+(?: [\w']+){{0,3}}?) (?:to be |should be |"
    r"must be |has to be |needs to be |to )?(?:removed|deleted|gone|out|taken out|struck out|"
    r"erased|go|withdrawn|omitted|left out)\W*$"
)

_ASKS = lazy(r"\b(?:did|have|has|had|does|do|will|why) (?:you|i|it|we)\b(?! please)")
"""“Did you lose what I wrote about him?” fears for it. “Will you please …” orders."""

_HIM, _HER = ("he", "him", "his", "he's", "himself"), ("she", "her", "hers", "she's", "herself")
_THEM = ("they", "them", "their", "they're", "themselves")
_SAME = {word: some for some in (_HIM, _HER, _THEM) for word in some}
_PEOPLE = {
    **dict.fromkeys(("man", "boy", "lad", "gentleman", "laddie", "son", "husband"), _HIM),
    **dict.fromkeys(("woman", "lady", "girl", "lassie", "wifie", "daughter", "wife"), _HER),
    **dict.fromkeys(("people", "residents", "family", "others", "kids", "children"), _THEM),
}
_LITTLE = word_list("""
    the a an my that this these those it its me myself us wee old poor our all of and one ones whole
    last first bit bits
""")


def about_whom(text: str) -> tuple[str, ...]:
    """Return the words by which the sentences are told that shall go, none where no such order is
    given. “Him” is told by “he”, too, and so is “the man”, where no sentence has that word."""
    heard = " ".join(in_one_voice(text).casefold().replace("’", "'").split()).strip(" .!?")
    may_be = heard.count(" ") < MOST and not _ASKS.search(heard)
    found = _ORDER.search(heard) if may_be else None
    if found is None:
        return ()
    whom = [each.plain for each in words_of(found["whom"] or found["whom_too"])]
    named = [each for each in whom if each not in _LITTLE]
    named = [each for each in named if each not in _SAME] or named  # “his wife” is about her
    return tuple(dict.fromkeys(other for each in named for other in _SAME.get(each, (each,))))


def telling_of(texts: Sequence[str], about: Sequence[str]) -> list[int]:
    """Return the places of the texts that have one of some words, or, where none has, one of those
    that tell of the same people."""
    said = [{_stem(each.plain) for each in words_of(in_one_voice(text))} for text in texts]
    instead = [other for each in about for other in _PEOPLE.get(each, ())]
    for words in (about, instead):
        wanted = set(map(_stem, words))
        if places := [place for place, mine in enumerate(said) if mine & wanted]:
            return places
    return []


def _stem(word: str) -> str:
    return word.removesuffix("'s").rstrip("s") if len(word) > LEAST else word


LEAST = 3
"""Letters of the longest word of which each letter counts: “his” is no “hi”."""
