"""A room or flat with a number beside a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.analysis.identifiers.plain_text import Guess, word_set
from bot.analysis.identifiers.word_lists import CALENDAR, FIRST_NAMES, ORDINARY, TITLE, WORD

_ROOM = re.compile(
    r"(?i)(?<!\w)(?:(?:bed ?)?room|rm|flat)\.?(?: ?(?:number|no\.?|#))? ?[a-z]?-?[0-9]{1,3}[a-z]?"
    r"(?!\w| ?(?:x|times?|h|hours?|hrs?|mins?|minutes?|days?|nights?|weeks?|wks?|months?|years?"
    r"|people|staff|carers?|residents?|children|kids|per|am|pm|o'?clock)\b| ?%|[.:/][0-9])"
)

_GLUE = re.compile(r"(?i)(?:(?<=mr|ms|dr)\.|(?<=mrs)\.)?[ ,:'\"(/-]{0,4}")

_LINKS = word_set("in from of at to tae into is was wis who lives stays moved her his the up")

_LINKS_AFTER = word_set("is was wis where with for has called belongs to")


def find_rooms(plain: str) -> Iterator[Guess]:
    """Yield the spans of a room or flat that stands beside a name."""
    for match in _ROOM.finditer(plain):
        start, end = match.span()
        names = names_beside(plain, start, _LINKS, ahead=False)
        if names := [*names, *names_beside(plain, end, _LINKS_AFTER, ahead=True)]:
            start = min(start, *(word.start() for word in names))
            end = max(end, *(word.end() for word in names))
            opened = plain.count("(", start, end) > plain.count(")", start, end)
            yield 3, "room", start, end + (opened and plain[end : end + 1] == ")")


def names_beside(plain: str, at: int, links: frozenset[str], ahead: bool) -> list[re.Match[str]]:
    """The words of the names next to a place, with a few small words between at the most."""
    found, sure = list[re.Match[str]](), False
    words = list(WORD.finditer(plain, at if ahead else max(at - 80, 0), at + 50 if ahead else at))
    for word in words[:6] if ahead else words[:-9:-1]:
        gap = (at, word.start()) if ahead else (word.end(), at)
        name, low = _is_name(plain, word), word[0].lower()
        initial = re.fullmatch("[B-HJ-Z]", word[0])
        known = name or TITLE.match(low) or (found and initial)
        linked = initial or (low == "and" if found else low in links)
        if not _GLUE.fullmatch(plain, *gap) or not (known or linked):
            break
        found += [word] if known else []
        sure, at = sure or name, word.end() if ahead else word.start()
    return found if sure else []


def _is_name(plain: str, word: re.Match[str]) -> bool:
    raw = word[0].removesuffix("'s")
    low, before = raw.lower(), plain[max(word.start() - 6, 0) : word.start()]
    ordinary = low in ORDINARY or CALENDAR.fullmatch(low) or re.search("[0-9]", raw)
    if low.partition("-")[0] in FIRST_NAMES or (TITLE.search(before) and not ordinary):
        return True
    named = raw[0].isupper() and not raw.isupper() and not ordinary
    if not named or low.endswith(("ing", "tion", "ment", "ness")):
        return False
    # At the start of a sentence anything is capitalised: "Curtains in room 12".
    return not (re.search(r"(?:^|[.!?:;\n\0*•-]) ?$", before) and low.endswith(("s", "ed", "ly")))
