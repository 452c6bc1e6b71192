"""A room or flat with a number beside a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.analysis.identifiers.plain_text import Guess
from bot.analysis.identifiers.word_lists import CALENDAR, TITLE
from bot.analysis.name_words import NameWords
from bot.analysis.patterns import lazy
from bot.analysis.tokens import COMPOUND, word_set

_ROOM = lazy(
    r"(?i)(?<!\w)(?:(?:bed ?)?room|rm|flat)\.?(?: ?(?:number|no\.?|#))? ?[a-z]?-?[0-9]{1,3}[a-z]?"
    r"(?!\w| ?(?:x|times?|h|hours?|hrs?|mins?|minutes?|days?|nights?|weeks?|wks?|months?|years?"
    r"|people|staff|carers?|residents?|children|kids|per|am|pm|o'?clock)\b| ?%|[.:/][0-9])"
)

_GLUE = lazy(r"(?i)(?:(?<=mr|ms|dr)\.|(?<=mrs)\.)?[ ,:'\"(/-]{0,4}")

_LINKS = word_set("in from of at to tae into is was wis who lives stays moved her his the up")

_LINKS_AFTER = word_set("is was wis where with for has called belongs to")


def find_rooms(plain: str, words: NameWords) -> Iterator[Guess]:
    """Yield the spans of a room or flat that stands beside a name."""
    for match in _ROOM.finditer(plain):
        start, end = match.span()
        names = names_beside(plain, start, words, _LINKS)
        if names := [*names, *names_beside(plain, end, words, _LINKS_AFTER, ahead=True)]:
            start = min(start, *(word.start() for word in names))
            end = max(end, *(word.end() for word in names))
            opened = plain.count("(", start, end) > plain.count(")", start, end)
            yield 3, "room", start, end + (opened and plain[end : end + 1] == ")")


def names_beside(
    plain: str,
    at: int,
    words: NameWords,
    links: frozenset[str] = frozenset(),
    *,
    ahead: bool = False,
) -> list[re.Match[str]]:
    """Return the words of the names before a place, or behind it; ``links`` may stand between."""
    found, sure = list[re.Match[str]](), False
    near = list(
        COMPOUND.finditer(plain, at if ahead else max(at - 80, 0), at + 50 if ahead else at)
    )
    for word in near[:6] if ahead else near[:-9:-1]:
        gap = (at, word.start()) if ahead else (word.end(), at)
        name, low = _is_name(plain, word, words), word[0].lower()
        initial = re.fullmatch("[B-HJ-Z]", word[0])
        known = name or TITLE.match(low) or (found and initial)
        linked = initial or (low == "and" if found else low in links)
        if not _GLUE.fullmatch(plain, *gap) or not (known or linked):
            break
        found += [word] if known else []
        sure, at = sure or name, word.end() if ahead else word.start()
    return found if sure else []


def _is_name(plain: str, word: re.Match[str], words: NameWords) -> bool:
    raw = word[0].removesuffix("'s")
    low, before = raw.lower(), plain[max(word.start() - 6, 0) : word.start()]
    ordinary = low in words.ordinary or CALENDAR.fullmatch(low) or re.search("[0-9]", raw)
    if low.partition("-")[0] in words.first or (TITLE.search(before) and not ordinary):
        return True
    named = raw[0].isupper() and not raw.isupper() and not ordinary
    if not named or low.endswith(("ing", "tion", "ment", "ness")):
        return False
    # At the start of a sentence anything is capitalised: "Curtains in room 12".
    return not (re.search(r"(?:^|[.!?:;\n\0*•-]) ?$", before) and low.endswith(("s", "ed", "ly")))
