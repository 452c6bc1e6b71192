"""Who somebody is, told beside something else: “ma mate. who reads this”, “Mr Hendry is still
there, he is a member”, “change hendry to a member”."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.analysis.patterns import lazy
from bot.analysis.reading.lexicon import word_list
from bot.analysis.reading.spoken_pieces import asks
from bot.analysis.reading.two_requests import parted
from bot.analysis.reading.words import Word, words_of
from bot.analysis.who_it_is import AFTER, BEFORE_HEAD, Roles, role_of_words

_WITHIN = " '’&/-"
"""What stands between two words of one thing; a smile does not."""

MOST = 60
"""Words of the longest message in which it is looked for."""

REST = 6
"""Words that may stand behind who somebody is: “one of the ladies on the top floor”."""

_BEGINS = word_list("""
    a an the my ma mah our oor his her hur their one wan 1 some someone somebody
""")
_THEY_ARE = word_list("""
    she's shes he's hes they're theyre it's its that's thats who's whos
""")
_THEY = word_list("she he they it that this who")
_IS = word_list("is are was wis were")
_BEHIND = AFTER - word_list("though and an but then i ah we as same like") | word_list(
    "beside in lol haha"
)
_OWN = word_list("i ah we a'm i'm we're")
_WHO = word_list("who wha that which whose")
_WHO_DOES = word_list("lives live works work stays stay bides does we i ah is comes")
_OWN_DOES = word_list("work look support care train")

_BEFORE = lazy(
    r"(?:(?:oh|o|and|an|n|also|by the way|btw|ps|fyi|no|nah|naw|aye|yes|ok|okay|so|well|actually|"
    r"right|sorry|soz|eh|ehm|em|um|och|(?:i|ah) (?:just |jist |already |only )*"
    r"(?:should have said|shouldve said|should've said|forgot (?:to|tae) (?:say|tell you|mention)|"
    r"meant (?:to|tae) say|mean|meant|said|sed|telt you|told you|told u|think|thought)|"
    r"(?:i |ah )?forgot (?:to|tae) (?:say|mention)|(?:just )?(?:(?:to|tae) say|for info|"
    r"so (?:you|ye|u) (?:know|ken)|for the record|to be clear)) )+"
)
_AFTER = lazy(
    r"(?: (?:btw|by the way|lol|haha|hah|bless (?:him|her|them)|i think|ah think|(?:i |ah )?forgot "
    r"(?:to|tae) (?:say|mention)|i should have said|if that helps|ok|okay|sorry|soz|though|tho|"
    r"actually|dear|hen|love|pet|as i said|already|"
    r"i (?:just |already )*(?:said|told you|told u)(?: that| already)*|"
    r"please|pls|then|anyway|x+|thanks|ta|cheers|mind))+"
)
_NOTHING_ELSE = lazy(
    r"(?:no |nah |naw |aye |ok |oh |och |sorry |well )*(?:(?:it|that)'?s fine|lol|haha|sorry|"
    r"(?:don'?t|dinnae) worry(?: about (?:it|that))?|no worries|nae bother|no bother|"
    r"bless (?:him|her|them)|(?:i|ah) (?:just |jist |already |awready )*(?:said|sed|told you|"
    r"telt ye|tellt ye|told u)(?: (?:that|so|it|already|awready|before|above))*|as i said|"
    r"(?:i |ah )?forgot (?:to|tae) (?:say|mention))"
    r"|.*\b(?:not|don'?t|dinnae|never) (?:print|use|put|say|show|write|share|include|keep) "
    r"(?:his|her|their|the) names?(?: in)?"
)
"""What stands beside it and says no more."""

_STILL = lazy(
    r"\b(?:still|yet)\b.*\b(?:there|in|in it|shows?|showing|shown|says|named|stands|here)\b|"
    r"\bnot gone\b|\b(?:you|u|ye)(?:'ve)? (?:(?:have |just )*left|missed|forgot|still have)\b|"
    r"\b(?:still|yet) (?:says?|reads?|shows?|has|names?|see)\b"
)
"""“Mr Hendry is still there”, “you left rab in”."""

COMPLAINT = 9
"""Words of the longest that says so."""

_POLITE = (
    r"(?:(?:oh|and|ok|no|so|please|pls|plz|kindly|can|could|will|wid|would|you|ye|u|just|jist|"
    r"i'd like to|i want to|i want you to|better|but) )*"
)
_ORDERS = (
    lazy(
        rf"{_POLITE}(?:change|replace|swap|switch|turn|make|call) (?P<name>.+?) "
        r"(?:(?:to|tae|with|wi|for|into|by|as|say) )+(?P<role>.+)"
    ),
    lazy(rf"{_POLITE}(?:make|call) (?P<name>\S+(?: \S+)?) (?P<role>(?:a|an|the|my|ma|our) .+)"),
    lazy(
        rf"{_POLITE}(?:put|pit|write|use|say|have) (?:in )?(?P<role>.+?) (?:instead of|insteid o|"
        r"in place of|rather than|for|where it says|not|no) (?P<name>.+)"
    ),
    lazy(
        rf"{_POLITE}(?:take|tak|get|leave|cut|remove|rub|delete|scrap) (?:out |oot )?(?P<name>.+?) "
        r"(?:out |oot |off )?(?:and|n|an|then) (?:put|pit|write|say|use) (?:in )?(?P<role>.+)"
    ),
)
_LATER = lazy(r"(?: (?:everywhere|all through|throughout|instead|in|now|there|please|pls|then))+")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a message; ``role`` and ``name`` are of whom it tells who they are, "" for none."""

    start: int
    end: int
    role: str = ""
    name: str = ""
    is_spent: bool = False
    """Whether it says that or nothing else that is to be heard."""


def parts_telling_who(
    text: str, roles: Roles, names: Sequence[str], *, asked: str = ""
) -> Sequence[Part]:
    """Return the parts of a text in their order, those marked that tell who somebody is; none where
    it is told of nobody. ``names`` are those that stand in the answers; ``asked``: it is asked who
    this one is, so that “one of our ladies” tells."""
    words = words_of(text)
    if not words or len(words) > MOST:
        return ()
    called = {name: _called(name) for name in names}
    found, meant = list[Part](), asked
    for first, last in _spans(text, words, called):
        part = _spent(
            text, _read(text, words[first:last], roles, called, meant), words[last - 1].end
        )
        if part.role and _goes_on(text, words, first, last):
            part = Part(part.start, part.end)
        meant = part.name or meant
        if not (part.is_spent or asks(text[part.start : words[last - 1].end + 1])):
            meant = ""  # “they” are others then
        end = words[last].start if last < len(words) else len(text)
        found.append(replace(part, end=end))
    return found if any(each.role for each in found) else ()


def _goes_on(text: str, words: Sequence[Word], first: int, last: int) -> bool:
    """Whether others are named behind somebody: “the driver, the cook and me”."""
    if last == len(words) or words[first].plain in _THEY_ARE | _THEY:
        return False
    is_list = "," in text[words[last - 1].end : words[last].start]
    return is_list and words[last].plain in _BEGINS


def _called(name: str) -> Collection[str]:
    return {each.plain + end for each in words_of(name) for end in ("", "s", "'s")}


def _spans(
    text: str, words: Sequence[Word], called: Mapping[str, Collection[str]]
) -> Iterator[tuple[int, int]]:
    """Yield where each part begins and ends among the words."""
    plain = parted(text)
    known = {each for names in called.values() for each in names}
    begins = [0]
    for at in range(1, len(words)):
        between = plain[words[at - 1].end : words[at].start]
        word, after = words[at].plain, words[at + 1].plain if at + 1 < len(words) else ""
        they_are = word in _THEY_ARE or (word in _THEY and after in _IS)
        they_are = they_are and not _BEFORE.fullmatch(_line(words[begins[-1] : at]) + " ")
        named = words[at - 1].plain in ("and", "n", "an", "&") and word in known and after in _IS
        if between.strip(_WITHIN) or they_are or named:
            begins.append(at)
    yield from zip(begins, [*begins[1:], len(words)], strict=True)


def _line(words: Sequence[Word]) -> str:
    return " ".join(each.plain for each in words)


def _read(
    text: str,
    words: Sequence[Word],
    roles: Roles,
    called: Mapping[str, Collection[str]],
    meant: str,
) -> Part:
    """Return a part as it is read: whom it is about, and who they are."""
    start, line = words[0].start, _line(words)
    for order in _ORDERS:
        found = order.fullmatch(line)
        name = _name_in(found["name"].split(), called) if found else ""
        if found and name and (role := _role_at(_trimmed(found["role"], _LATER), roles)):
            return Part(start, start, role, name, is_spent=True)
    if "?" in text[words[-1].end : words[-1].end + 2]:
        return Part(start, start)
    said = _said(line)
    is_still = len(words) <= COMPLAINT and _STILL.search(line) is not None
    if is_still and (name := _name_within(line.split(), called)):
        return Part(start, start, "", name, is_spent=True)
    name = _name_in(said, called, first=True)
    if not (name or meant):
        return Part(start, start)
    role = _told_of(name, said, called[name], roles) if name else _told(said, roles)
    return Part(start, start, role, (name or meant) if role else "", is_spent=bool(role))


def _said(line: str) -> list[str]:
    """Return the words of a part without what leads to it and what only follows it."""
    found = _BEFORE.match(f"{line} ")
    line = line[found.end() :] if found else line
    return _trimmed(line, _AFTER).split()


def _trimmed(line: str, end: re.Pattern[str]) -> str:
    """Return a line without what ends it and only follows."""
    blanks = (at for at, sign in enumerate(line) if sign == " ")
    return line[: next((at for at in blanks if end.fullmatch(line, at)), len(line))]


def _name_in(
    said: Sequence[str], called: Mapping[str, Collection[str]], *, first: bool = False
) -> str:
    """Return the name that is meant by words, "" for none: all of them, or those that begin."""
    for name, words in called.items():
        mine = [each for each in said if each in words]
        longest = max(_plain_words(name), key=len, default="")
        is_whole = bool(mine) and any(each.startswith(longest) for each in mine)
        stands = said[: len(mine)] == mine if first else len(mine) == len(said)
        if is_whole and stands:
            return name
    return ""


def _name_within(said: Sequence[str], called: Mapping[str, Collection[str]]) -> str:
    """Return the name that stands anywhere among words, "" for none."""
    begun = (_name_in(said[at:], called, first=True) for at in range(len(said)))
    return next(filter(None, begun), "")


def _plain_words(name: str) -> list[str]:
    return [each.plain.removesuffix("'s") for each in words_of(name)]


def _told_of(name: str, said: Sequence[str], called: Collection[str], roles: Roles) -> str:
    """Return the role that words say somebody has who is named first: “callums one o the weans”."""
    mine = [each for each in said if each in called]
    rest = said[len(mine) :]
    is_short = mine[-1] not in _plain_words(name)  # “callum is”, “callums”
    is_told = bool(rest) and (rest[0] in _IS or is_short)
    return _role_at(" ".join(rest[0 if is_short else 1 :]), roles) if is_told else ""


def _told(said: Sequence[str], roles: Roles) -> str:
    """Return the role that words say somebody has: “he is a member at the centre”."""
    at = 0
    if said[:1] and said[0] in _THEY and said[1:2] and said[1] in _IS:
        at = 2
    elif said[:1] and said[0] in _THEY_ARE:
        at = 1
    at += 1 if said[at : at + 1] in (["just"], ["only"], ["jist"], ["actually"]) else 0
    return _role_at(" ".join(said[at:]), roles)


def _role_at(line: str, roles: Roles) -> str:
    """Return the role of whom words speak of, where no more is told: “the daughter of a client” is
    no client."""
    words = line.split()
    for size in range(1, min(BEFORE_HEAD, len(words)) + 1):
        behind = words[size:]
        follows = not behind or behind[0] in _BEHIND | _OWN
        if not follows or len(behind) > REST or (behind and _tells_more(behind)):
            continue
        if role := role_of_words(words[:size], roles):
            return role
    return ""


def _tells_more(behind: Sequence[str]) -> bool:
    """Whether what follows tells what the writer did, or what is no way to know somebody by: “a
    lady who fell so I rang”, “a colleague who never gives up”."""
    own = [at for at, each in enumerate(behind) if each in _OWN]
    if any(at + 1 == len(behind) or behind[at + 1] not in _OWN_DOES for at in own):
        return True
    return behind[0] in _WHO and not (behind[1:2] and behind[1] in _WHO_DOES)


def _spent(text: str, part: Part, end: int) -> Part:
    """Return a part as spent where it tells nothing else: “I said that already”."""
    line = _line(words_of(text[part.start : end]))
    nothing = _NOTHING_ELSE.fullmatch(line) or _BEFORE.fullmatch(f"{line} ")
    is_nothing = nothing is not None and text[end : end + 1] != "?"
    return replace(part, end=end, is_spent=part.is_spent or is_nothing)
