"""The phrases that tell of harm, as authors write them, parsed and checked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Annotated, Self

from pydantic import AfterValidator, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from bot.content.models.base import Closed
from bot.content.text_kinds import Id

START, SIGN, GAP, BOTH = "START", "SIGN", "...", "&"

MOST_OPTIONS = 4
"""Bracketed words in one phrase: each doubles what must be looked for."""

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)*\*?")

_LIST = re.compile(r"<([a-z_]+)>")


@dataclass(frozen=True, slots=True)
class Part:
    """One place of a phrase: the words that may stand there, and whether others may come before.

    ``words`` hold ``hit*`` and ``<staff>`` as they are written. ``gap`` means up to four words
    may stand before it; ``optional`` that it may be missing.
    """

    words: tuple[str, ...]
    gap: bool = False
    optional: bool = False


def parse(phrase: str) -> tuple[Part, ...]:
    """Return the parts of a phrase. Raises ValueError with what is wrong with it."""
    parts, gap = list[Part](), False
    pieces = phrase.split()
    for piece in pieces:
        if piece == GAP:
            if gap or not parts:
                raise ValueError(f"“{GAP}” stands between two words; “{phrase}” has it elsewhere")
            gap = True
            continue
        optional = piece.startswith("(") and piece.endswith(")")
        words = tuple((piece[1:-1] if optional else piece).split("|"))
        if START in words and parts:
            raise ValueError(f"“{START}” stands only at the beginning; “{phrase}” has it elsewhere")
        for word in words:
            if word not in (START, SIGN) and not (_WORD.fullmatch(word) or _LIST.fullmatch(word)):
                raise ValueError(f"“{word}” in “{phrase}” is not a word, a word* or a <list>")
        parts.append(Part(words, gap, optional))
        gap = False
    if gap or not parts or parts[0].optional or parts[-1].optional:
        raise ValueError(f"“{phrase}” must begin and end with a word that stands there always")
    if sum(part.optional for part in parts) > MOST_OPTIONS:
        raise ValueError(f"“{phrase}” has more than {MOST_OPTIONS} words in brackets")
    return tuple(parts)


def readings(phrase: str) -> Iterator[tuple[Part, ...]]:
    """Yield a phrase with and without each bracketed part. A gap before it stays when it goes."""
    parts = parse(phrase)
    options = [i for i, part in enumerate(parts) if part.optional]
    for kept in product((True, False), repeat=len(options)):
        left_out = {i for i, keep in zip(options, kept, strict=True) if not keep}
        found, gap = list[Part](), False
        for i, part in enumerate(parts):
            gap = gap or part.gap
            if i not in left_out:
                found.append(Part(part.words, gap))
                gap = False
        yield tuple(found)


def _sound(phrase: str) -> str:
    try:
        parts = parse(phrase)
    except ValueError as error:
        raise PydanticCustomError("phrase", "{why}", {"why": str(error)}) from None
    if any(SIGN in part.words for part in parts):
        raise PydanticCustomError("phrase", "“SIGN” stands only in phrases that say what is near")
    return phrase


def _with_sign(phrase: str) -> str:
    _sound(phrase.replace(SIGN, "sign"))
    if phrase.split().count(SIGN) != 1:
        what = "“SIGN” stands once in it, where the sign itself is"
        raise PydanticCustomError("phrase", what)
    return phrase


def _together(phrase: str) -> str:
    parts = phrase.split(BOTH)
    if not 2 <= len(parts) <= 4:
        raise PydanticCustomError("phrase", "two to four phrases stand here, with “&” between")
    for part in parts:
        _sound(part)
    return phrase


_Text = Annotated[str, StringConstraints(min_length=2, max_length=300)]

Phrase = Annotated[_Text, AfterValidator(_sound)]

FaintPhrase = Annotated[_Text, AfterValidator(_together)]

NearPhrase = Annotated[_Text, AfterValidator(_with_sign)]

ListWord = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+('[a-z]+)*\*?$", max_length=32)]

Member = Annotated[
    str, StringConstraints(pattern=r"^([a-z0-9]+('[a-z]+)*\*?|<[a-z_]+>)$", max_length=32)
]


class Near(Closed):
    """Words around a sign that make it none: “nobody was”, “training about”.

    ``others`` for harm to others and wrongdoing; ``own`` for the learner's own distress; ``danger``
    and ``own_life`` for the learner's own life, where little may quieten. ``part`` is looked for
    around each phrase of a faint sign.
    """

    others: tuple[NearPhrase, ...]
    danger: tuple[NearPhrase, ...]
    own: tuple[NearPhrase, ...]
    own_life: tuple[NearPhrase, ...]
    part: tuple[NearPhrase, ...]


class Faint(Closed):
    """Words that are a sign only together, and only where the learner tells of no care given.

    ``harm`` to others: with a word of ``kin`` by those, else with a word of ``team`` by staff.
    ``work`` is wrongdoing, ``own`` the learner's own distress.
    """

    harm: tuple[FaintPhrase, ...]
    work: tuple[FaintPhrase, ...]
    own: tuple[FaintPhrase, ...]


class Quiet(Closed):
    """Phrases that make a sign none.

    ``idioms`` are read first, and their words count for nothing else. ``handled`` tells that a
    concern was reported or settled, ``recovered`` that distress is over, ``over`` that an emergency
    is; ``still`` that it was in vain. ``cared`` tells that the learner did something; it quietens
    what is ``faint``.
    """

    idioms: tuple[Phrase, ...]
    near: Near
    handled: tuple[Phrase, ...]
    recovered: tuple[Phrase, ...]
    over: tuple[Phrase, ...]
    still: tuple[Phrase, ...]
    cared: tuple[Phrase, ...]


class Signs(Closed):
    """The phrases by which harm is found, in learners' words.

    ``lists`` are words to name as ``<name>`` in phrases. ``walls`` are words that ``...`` never
    passes; ``joins`` stop it in ``quiet`` too. ``own_life`` and ``danger`` are a crisis, all others
    a concern. Who is at risk, or who did it, may stand elsewhere in the message: with a word of
    ``kin`` an ``act`` is no abuse by staff, and with a word of ``young`` somebody is a child.
    """

    lists: dict[Id, tuple[ListWord, ...]]
    fillers: tuple[Member, ...]
    walls: tuple[Member, ...]
    joins: tuple[Member, ...]
    young: tuple[Member, ...]
    kin: tuple[Member, ...]
    team: tuple[Member, ...]
    own_life: tuple[Phrase, ...]
    danger: tuple[Phrase, ...]
    abuse: tuple[Phrase, ...]
    act: tuple[Phrase, ...]
    child: tuple[Phrase, ...]
    adult: tuple[Phrase, ...]
    someone: tuple[Phrase, ...]
    wrongdoing: tuple[Phrase, ...]
    distress: tuple[Phrase, ...]
    faint: Faint
    quiet: Quiet

    @model_validator(mode="after")
    def _lists_are_there(self) -> Self:
        for phrase in _phrases(self):
            for name in _LIST.findall(phrase):
                if name not in self.lists:
                    known = ", ".join(f"<{each}>" for each in sorted(self.lists))
                    raise PydanticCustomError(
                        "phrase",
                        "“{phrase}” names <{name}>, which is not in “lists”; there is: {known}",
                        {"phrase": phrase, "name": name, "known": known},
                    )
        return self


def _phrases(model: Closed) -> Iterator[str]:
    for name in type(model).model_fields:
        value = getattr(model, name)
        if isinstance(value, Closed):
            yield from _phrases(value)
        elif isinstance(value, tuple):
            yield from value
