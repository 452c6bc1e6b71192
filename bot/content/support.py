"""What an author may write in ``dialogues/support.yaml``: when somebody speaks of harm.

A *phrase* is a small pattern, read by ``parse``:

- words, small letters, apostrophes or not: ``can't`` and ``cant`` are one word;
- ``a|b`` either of them; ``hit*`` any word that begins so; ``<staff>`` any word of that list;
- ``...`` up to four words between, never past the end of a sentence or a word of ``walls``;
- ``(just)`` what may be missing;
- ``START`` the beginning of a sentence, for those who leave out “I”;
- ``a & b`` in ``faint`` alone: both phrases in one sentence, near each other, in any order;
- ``SIGN`` in ``quiet`` alone: the words that were taken for a sign.

There is no regular expression in it, so nothing an author writes can be slow or break.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from bot.content.kinds import Help as HelpText
from bot.content.kinds import Id, Label, Plain, PlainHelp, Prompt, fills
from bot.content.loader import Source
from bot.content.resources import Url
from bot.content.schema import Closed

START, SIGN, GAP, BOTH = "START", "SIGN", "...", "&"
MOST_OPTIONS = 4
"""Bracketed words in one phrase: each doubles what must be looked for."""

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)*\*?")
_LIST = re.compile(r"<([a-z_]+)>")
_NUMBER = re.compile(r"(?<![\d])\d[\d ]{1,}\d(?![\d])")


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
    """The parts of a phrase. Raises ValueError with what is wrong with it."""
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
    """A phrase with and without each bracketed part. A gap before it stays when it goes."""
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
    """What makes a sign none.

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


class Contact(Closed):
    """Somebody to turn to.

    ``status``: ``seen`` the number was read on its owner's page; ``seen_elsewhere`` on pages of
    others; ``not_verified`` on none. ``hours`` only where they were read. Without a ``number`` it
    is set for each cohort. ``what`` says what it is for, in one plain line.
    """

    id: Id
    name: Annotated[str, StringConstraints(min_length=1, max_length=60)]
    number: Annotated[str, StringConstraints(pattern=r"^\d[\d ]*\d$", max_length=16)] | None = None
    url: Url | None = None
    hours: Annotated[str, StringConstraints(min_length=1, max_length=80)] | None = None
    what: Plain
    checked_on: date
    status: Literal["seen", "seen_elsewhere", "not_verified"]
    note: Prompt | None = None


class Texts(Closed):
    """What is said, one text for each kind of harm. ``keep_or_drop`` is asked after any of them.

    ``own_life`` is the learner's own distress as a crisis; ``danger`` any other crisis.
    """

    child: PlainHelp
    adult: PlainHelp
    abuse: PlainHelp
    wrongdoing: PlainHelp
    distress: PlainHelp
    own_life: PlainHelp
    danger: PlainHelp
    keep_or_drop: Plain


class SupportWords(Closed):
    """The answer to /support: ``intro``, then each contact as an entry."""

    intro: PlainHelp
    entry: Annotated[HelpText, fills("name", "number", "what")]
    with_hours: Annotated[HelpText, fills("name", "number", "what", "hours")]
    without_number: Annotated[HelpText, fills("name", "what")]


class SupportButtons(Closed):
    """What can be done with the words that spoke of harm."""

    keep: Label
    drop: Label


def _once(contacts: tuple[Contact, ...]) -> tuple[Contact, ...]:
    ids = [contact.id for contact in contacts]
    for each in ids:
        if ids.count(each) > 1:
            what = "the id “{id}” stands twice; change one"
            raise PydanticCustomError("contact", what, {"id": each})
    return contacts


class Support(Closed):
    """The whole of ``dialogues/support.yaml``."""

    buttons: SupportButtons
    texts: Texts
    support: SupportWords
    contacts: Annotated[tuple[Contact, ...], AfterValidator(_once)]
    signs: Signs

    def text(self, level: str, kind: str) -> str:
        """What is said to a level and kind of ``bot.coaching.harm``, other than none."""
        if level == "crisis":
            return self.texts.own_life if kind == "distress" else self.texts.danger
        found: str = getattr(self.texts, kind)
        return found


def check_support(support: Support, source: Source) -> None:
    """Every number in a text is the number of a contact: a wrong one must not be rung."""
    known = {each.number for each in support.contacts}
    for part in ("texts", "support"):
        for name, text in getattr(support, part):
            for number in numbers(text):
                if number not in known:
                    what = f"{number} is the number of no contact; correct it, or add the contact"
                    source.note((part, name), what)


def numbers(text: str) -> Iterable[str]:
    """Everything in a text that looks like a number to ring: three digits or more."""
    return (found for found in _NUMBER.findall(text) if sum(map(str.isdigit, found)) > 2)
