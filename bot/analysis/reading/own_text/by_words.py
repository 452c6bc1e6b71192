"""Which pieces of text are meant by a few words of them, nearly as they are spelt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache

from bot.analysis.one_voice import in_one_voice
from bot.analysis.reading.lexicon import MOST_KEPT, word_list
from bot.analysis.reading.own_text.vocabulary import INSTEAD, LITTLE, SAME
from bot.analysis.reading.words import words_of

STEM = 4
"""Letters at the beginning that make two words one: *party* and *parties*."""


def likeliest(pieces: Sequence[str], about: Sequence[str]) -> tuple[float, list[int]]:
    """Return how much of some words the pieces hold that hold most of them, of 1, and their places:
    rather as they are spelt than others of their stem. All are read in one voice."""
    plain = [in_one_voice(each).casefold() for each in pieces]
    told = [{word.plain.removesuffix("'s") for word in words_of(each)} for each in plain]
    about = [each.removesuffix("'s") for each in about]
    spelt = _as_spelt(plain, about)
    same = [{*(SAME.get(each, ())), each} for each in spelt]
    stems = [{_stem(word) for word in each} for each in same]
    told_stems = [{_stem(word) for word in each} for each in told]
    scores = [
        (sum([bool(one & of_it) for one in stems]), sum([bool(one & each) for one in same]))
        for each, of_it in zip(told, told_stems, strict=True)
    ]
    most = max(scores, default=(0, 0))
    if not most[0]:
        return 0.0, []
    sure = 1.0 if spelt == about else RESPELT
    return sure * most[0] / len(stems), [at for at, score in enumerate(scores) if score == most]


RESPELT = 0.99
"""How sure words are that are only nearly spelt as they stand there: “bruising” may be no “using”.
"""

HALF = 0.5
"""Of the words, how many must stand in a piece that is meant."""


def _as_spelt(pieces: Sequence[str], about: Iterable[str]) -> list[str]:
    """Return words as they stand in pieces, where they are misspelt: *brusies* for *bruises*."""
    known = {word.plain for each in pieces for word in words_of(each)}
    stems = {_stem(each) for each in known}
    return [
        each
        if _stem(each) in stems
        else next(iter(get_close_matches(each, known, 1, NEARLY)), each)
        for each in about
    ]


def alike(words: Sequence[str], about: Sequence[str]) -> list[int]:
    """Return the places of the words that are meant by some, however they are spelt."""
    plain = [in_one_voice(each).casefold().removesuffix("'s") for each in words]
    wanted = _as_spelt([" ".join(plain)], [each.removesuffix("'s") for each in about])
    same = {other for each in wanted for other in (*SAME.get(each, ()), each)}
    if exact := [at for at, each in enumerate(plain) if each in same]:
        stems = {_stem(plain[at]) for at in exact}
        same = {each for each in same if _stem(each) not in stems} | {plain[at] for at in exact}
    stems = {_stem(each) for each in same}
    return [at for at, each in enumerate(plain) if each in same or _stem(each) in stems]


def telling_of(pieces: Sequence[str], about: Sequence[str]) -> list[int]:
    """Return the places of the pieces that have one of some words, or, where none has, one of those
    that tell of the same people."""
    said = [{_root(each.plain) for each in words_of(in_one_voice(text))} for text in pieces]
    same = [other for each in about for other in SAME.get(each, (each,))]
    for words in (same, [other for each in about for other in INSTEAD.get(each, ())]):
        wanted = set(map(_root, words))
        if places := [place for place, mine in enumerate(said) if mine & wanted]:
            return places
    share, places = likeliest(pieces, about)
    return places if share == 1 else []  # “sleepin” is told by “sleep”, where no more is


@lru_cache(maxsize=MOST_KEPT)  # the words of every piece, for each that is named
def _root(word: str) -> str:
    return word.removesuffix("'s").rstrip("s") if len(word) > LEAST else word


LEAST = 3
"""Letters of the longest word of which each letter counts: “his” is no “hi”."""

NEARLY = 0.7
"""How like two words must be, of 1, to be one that is misspelt."""


@lru_cache(maxsize=MOST_KEPT)  # the same
def _stem(word: str) -> str:
    return word[:STEM] if len(word) > STEM else word.rstrip("s")


def about_of(text: str) -> tuple[str, ...]:
    """Return the words of a text that tell which piece is meant."""
    words = words_of(in_one_voice(text).casefold())
    return tuple(word.plain for word in words if word.plain not in LITTLE)


def missed_in(complaint: str) -> tuple[str, ...]:
    """Return the words by which a complaint names what is missing, none where it names nothing:
    “you cut out my wee story”."""
    return tuple(word for word in about_of(complaint) if word not in _COMPLAINT)


_COMPLAINT = word_list("""
    you ye your yous you've ye've youve coach bot app machine things never didn't don't doesn't
    isn't wasn't can't why how come but even ever still does can could will would should if miss
    missed missing left leave forgot forget ignored ignore lost lose cut take took taken kept keep
    listen listening heard hear read see saw useless rubbish wrong bad stupid annoying silly angry
    answers statement get got go gone back now yet oh well what's your's before anywhere somewhere
    two times telt
""")
"""Words of a complaint that name no piece of what was told."""
