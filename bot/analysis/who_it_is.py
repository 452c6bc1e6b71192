"""Who somebody is, as it is said in a few words in any spelling: “shes my freind”, “ma pal fae
work”, “she's the wumman doon the stair”."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from bot.analysis.letters import small
from bot.analysis.patterns import lazy
from bot.analysis.plain_spelling import plainly_spelt
from bot.analysis.reading.harm_vocabulary import sound_of
from bot.analysis.reading.lexicon import word_list
from bot.analysis.reading.words import Word, words_of

MOST = 12
"""Words of the longest message that says but who somebody is."""

BEFORE_HEAD = 5
"""Words from the beginning of a name for somebody to the word that tells: “one of the wee ones”."""

FEWEST, ALIKE, SOUNDS_ALIKE = 5, 0.8, 0.6
"""Letters of the shortest word that may be misspelt, and how alike it must be to the one that is
meant: by its letters, or where it also sounds like it."""

NOT_THIS = "not"
"""What stands for the role that somebody does not have."""

_LEADS = word_list("""
    she he they it that this him her she's he's they're it's that's shes hes theyre its thats is are
    was wis
    i ah said sed mean meant just jist only eh ehm em oh well och aye yes yeah sorry so but a'm
    says being would be wan one yin no not naw nah
""")
"""Words with which such an answer begins."""

_OF_SOMEBODY = word_list("""
    it its that thats she shes he hes they theyre a an the my ma his her our oor someone somebody
""")

_IS = word_list("is was wis")

_THEY_ARE = word_list("she's shes he's hes they're theyre it's its that's thats")

_THEY = word_list("she he it")

_IS_NOT = word_list("not isn't isnt wasn't wasnt ain't aint")

_INSIDE = word_list("""
    a an the my ma mah me our oor his her hur their your of o one wan 1 yin some any another other
    wee old auld aul young new nice lovely good best own former senior junior main big elderly deaf
    blind first second third both two three
""")
"""Words that stand before the one that tells."""

AFTER = word_list("""
    not at in on from fae frae for with wi who wha that which i ah we of o doon down up beside next
    here
    there whose where when tho though and an but lol then really actually too also to tae across
    upstairs downstairs like as same thanks please pls xx x called named
""")
"""Words that may stand behind it. Any other tells what somebody does: “her daughter thanked us”."""

Roles = Mapping[str, Sequence[str]]
"""The words for each role that somebody may have."""


def who_it_is(text: str, roles: Roles, name: str = "") -> str:
    """Return the role that a text says somebody has, and nothing more; "" where it says none.

    It may say first who they are not, and call them by their ``name``: “no ann isn't a resident,
    she's staff”.
    """
    said = [each for each in _said_in(text, roles, name) if each not in ("", NOT_THIS)]
    return (said[-1] or "") if said and None not in said else ""


def role_of_words(words: Sequence[str], roles: Roles) -> str:
    """Return the role of somebody who is spoken of in words and no more: “the new girl”."""
    known = _known(tuple((role, tuple(each)) for role, each in roles.items()))
    return _role_of([_meant(_singly(each.replace("'", "")), known) for each in words], known)


def says_who_not(text: str, roles: Roles, name: str = "") -> bool:
    """Return whether a text says but who somebody is not: “ann isn't staff”."""
    found = _said_in(text, roles, name)
    return NOT_THIS in found and set(found) <= {"", NOT_THIS}


def _said_in(text: str, roles: Roles, name: str) -> list[str | None]:
    """Return the role that each part of a text says somebody has: NOT_THIS where it says who they
    are not, "" for nothing, None for something else. Of a text that is too long for it, none."""
    known = _known(tuple((role, tuple(each)) for role, each in roles.items()))
    called = {each.plain + end for each in words_of(name) for end in ("", "s", "'s")}
    words = [each for each in words_of(text) if each.plain.strip("'")]
    if not words or len(words) > MOST:
        return []
    words = [each for each in words if each.plain not in called] or words
    plain = [_meant(_singly(each.plain.replace("'", "")), known) for each in words]
    if (whole := _role_in(plain, known)) and whole != NOT_THIS:
        return [whole]
    breaks = [i for i in range(1, len(words)) if _begins(text, words, plain, i)]
    return [_role_in(plain[a:b], known) for a, b in pairwise([0, *breaks, len(words)])]


def _begins(text: str, words: Sequence[Word], plain: Sequence[str], at: int) -> bool:
    """Whether another thing is said of somebody from a word on."""
    stop = any(sign in ",.;:!" for sign in text[words[at - 1].end : words[at].start])
    they_are = plain[at] in _THEY_ARE or (plain[at] in _THEY and plain[at + 1 : at + 2] == ["is"])
    return stop or (they_are and plain[at - 1] not in _LEADS)


def _role_in(plain: Sequence[str], known: Mapping[str, str]) -> str | None:
    """Return the role that words say somebody has; NOT_THIS, "" and None as above."""
    denied = next((i for i in range(len(plain)) if _denies(plain, i)), None)
    if denied is not None:
        role = plain[denied + 1 :]
        return NOT_THIS if not role or _role_from(role, 0, known) else None
    first = 1 if plain[1:2] and plain[1] in _IS else 0  # “tina is ma room leader”
    begin = next((i for i, each in enumerate(plain) if i >= first and each not in _LEADS), None)
    return "" if begin is None else _role_from(plain, begin, known)


def _role_from(plain: Sequence[str], begin: int, known: Mapping[str, str]) -> str | None:
    """Return the role that words from one on tell, and nothing but that; None for none."""
    found = None
    for end in range(begin + 1, min(begin + BEFORE_HEAD, len(plain)) + 1):
        if (role := _role_of(plain[begin:end], known)) and _ends(plain, end):
            found = role
        elif plain[end - 1] in AFTER - _INSIDE:
            break
    return found


def _denies(plain: Sequence[str], at: int) -> bool:
    """Whether a word says who somebody is not: “hes no a resident”, and not “no, a friend”."""
    is_scots = plain[at] == "no" and plain[at + 1 : at + 2] == ["a"] and at > 0
    begins = at <= 1 or plain[at - 1] in _LEADS
    return begins and (plain[at] in _IS_NOT or is_scots)


def says_of_somebody(text: str) -> bool:
    """Return whether a text begins as one that says who somebody is: “it is my dog”, “the bus”."""
    return bool(words := words_of(text)) and words[0].plain.replace("'", "") in _OF_SOMEBODY


def sees_name(text: str) -> bool:
    """Return whether somebody only sees that they wrote a name: “aw naw i put a name”."""
    return _SEES_NAME.fullmatch(small(text)) is not None


_SEES_NAME = lazy(
    r"\W*(?:(?:aw|oh|och|no|naw|oops|ah|sorry|shit|damn|yes|aye|right)\W+)*"
    r"(?:i|ah|a|i've|ive)\W+(?:just\W+)?(?:put|pit|used|yased|wrote|said|typed|left|gave)"
    r"\W+(?:\w+\W+){0,2}names?(?:\W+(?:in|there|again|didn'?t i|sorry))*\W*"
)


@lru_cache(maxsize=4096)  # words alone, as they are remembered in one voice
def _singly(word: str) -> str:
    """Return a word plainly spelt, and for one alone where that makes it plain: “yins”."""
    single = word.removesuffix("s")
    plain = plainly_spelt(single)
    return plain if plain != single and " " not in plain else plainly_spelt(word)


def _ends(plain: Sequence[str], end: int) -> bool:
    return end == len(plain) or plain[end] in AFTER


def _role_of(words: Sequence[str], known: Mapping[str, str]) -> str:
    """Return the role of the longest name for somebody that words end with; only such words as may
    belong to it stand before."""
    for start in range(len(words)):
        role = known.get(" ".join(words[start:]), "")
        before = [each for each in words[:start] if each not in _INSIDE and each not in known]
        is_said_of = not before or (before == [words[start - 1]] and words[0] in _INSIDE)
        if role and is_said_of:  # “oor relief carer”
            return role
    return ""


def _meant(word: str, known: Mapping[str, str]) -> str:
    """Return the word that is meant by one which may be misspelt, or stands for several."""
    single = word.removesuffix("s")
    if known.get(word) == "" and known.get(single):
        return single  # “residents”, which stands in the name of a role, too
    if word.endswith("ies") and known.get(f"{word[:-3]}y"):
        return f"{word[:-3]}y"  # “one of the ladies”
    if word in known or word in _LEADS or word in _INSIDE or word in AFTER:
        return word
    if len(word) > 2 and single in known:
        return single
    single = word.removesuffix("s") if len(word) > FEWEST else word
    if len(single) < FEWEST:
        return word
    return max(_near(single, known), default=(0.0, word))[1]


def _near(word: str, known: Mapping[str, str]) -> list[tuple[float, str]]:
    """Return the words that one may be meant for, and how alike it is to each."""
    near, sound = list[tuple[float, str]](), sound_of(word)
    for each in known:
        if each[0] != word[0] or len(each) < FEWEST or " " in each:
            continue
        alike = SequenceMatcher(None, each, word).ratio()
        if alike >= (SOUNDS_ALIKE if sound_of(each) == sound else ALIKE):
            near.append((alike, each))
    return near


@lru_cache(maxsize=4)
def _known(roles: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, str]:
    """Return the role that each word or phrase tells. The words of phrases are known as well, so
    that these may be misspelt; by themselves they tell none."""
    found = dict[str, str]()
    for role, names in roles:
        for name in names:
            found.setdefault(" ".join(map(_singly, name.replace("'", "").split())), role)
    for name in list(found):
        for word in name.split():
            found.setdefault(word, "")
    return found
