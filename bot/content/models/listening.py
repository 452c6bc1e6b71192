"""The fields of ``dialogues/listening.yaml``: the coach's words when it has listened.

Every list is a *need*, and every line of it is right by itself, whatever stands before it. What may
be filled in is told at the top of the file; ``bot.engine.wordings`` takes a line that is new.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from bot.content.models.base import Closed
from bot.content.models.listening_harm import Harm
from bot.content.models.listening_kinds import Kinds
from bot.content.models.listening_lines import ForWords, Line, Lines, LinesForWords, Often
from bot.content.models.parts import PartName
from bot.content.text_kinds import Id

Six = Annotated[tuple[Line, ...], Field(min_length=6)]

Three = Annotated[tuple[Line, ...], Field(min_length=3)]


class SaidBack(Closed):
    """A clause of theirs with a remark on what kind of thing it is, where no practice is named.

    ``any`` fits every clause, ``result`` every result; lines of ``when`` an act with their words.
    ``way`` and ``people`` answer the coach's *how* and *who*.
    """

    any: Lines
    when: tuple[LinesForWords, ...]
    before: Often
    we_act: Lines
    own_act: Lines
    other_act: Lines
    way: Often
    people: Often
    felt: Lines
    spoke_up: Lines
    result: Often
    others_result: Lines
    lasting: Lines
    still: Lines
    number: Lines
    known: Often
    reason: Often
    choice: Often
    heard: Lines
    stayed: Lines
    asked_them: Lines
    thanks: Often
    worry_met: Often
    learned: Lines
    hard: Often
    many: Often
    both_sides: Lines
    after_denial: Lines


class Names(Closed):
    """Everyday words for an act of one practice.

    ``any`` fits every act of it, the lines of ``when`` only a clause that has one of their words.
    """

    any: Three
    when: tuple[LinesForWords, ...] = ()

    def lines(self) -> tuple[str, ...]:
        """Return all of them."""
        return (*self.any, *(line for each in self.when for line in each.lines))


class SideLines(Closed):
    """Lines for the two sides."""

    management: Lines
    leadership: Lines


class Naming(Closed):
    """After *What is that called?*, *Not quite*, and “why do you call it that”.

    ``why`` says for each practice what was heard in the words that were called after it.
    """

    called: SideLines
    rejected: Lines
    rejected_unknown: Lines
    why: Mapping[str, Line]
    may_drop: Lines


class Parts(Closed):
    """The questions of one step, by the part that is missing. A step need not have every part."""

    role: Six = ()
    context: Six = ()
    own_act: Six = ()
    other_act: Six = ()
    who: Six = ()
    how: Six = ()
    result: Six = ()
    evidence: Six = ()
    why: Six = ()
    task_part: Six = ()
    people_part: Six = ()


class Fitting(Closed):
    """Questions for a part where one of the words is in what was told: “list”: “Who uses it?”

    ``after_death`` come before those for a result: nobody is asked how the dead seemed afterwards.
    """

    after_death: LinesForWords
    result: tuple[LinesForWords, ...] = ()
    how: tuple[LinesForWords, ...] = ()
    who: tuple[LinesForWords, ...] = ()
    evidence: tuple[LinesForWords, ...] = ()
    why: tuple[LinesForWords, ...] = ()


class Bare(Closed):
    """A word alone. ``kind`` is the line before the question for that word, ``aside`` the same
    where the word is in no answer yet."""

    kind: Often
    aside: Often
    sign: Lines
    words: tuple[ForWords, ...]
    other: Often


class ReviewLines(Closed):
    """The review and the end."""

    empty: Often
    no_moment: Lines
    nearly: Often
    enough_but_open: Lines
    ready: Often
    too_long: Lines
    public: Often
    to_coach: Lines
    no_names: Lines
    public_done: Lines
    own_words: Lines
    own_yes: Lines
    own_no: Lines
    after_sent: Often


class Heartened(Closed):
    """Who makes themselves or their words small hears something of their own.

    ``of_text`` is said to who finds their words poor, ``of_self`` to who finds themselves so,
    ``of_rank`` to who is no leader, ``of_language`` to who is ashamed of their English.
    ``one_more`` leads to the one question for who has nothing more to write.
    """

    any: Often
    of_text: Three
    of_self: Three
    of_rank: Three
    of_language: Three
    one_more: Often


class Listening(Closed):
    """The whole of ``dialogues/listening.yaml``.

    ``named`` goes by practice; ``asked``, ``smaller`` and ``once_more`` by step; ``put_plainly``
    leads to a question that was not understood, in other words, ``another_one`` to another;
    ``only_said_back`` is for who asks what was meant by their own words.
    """

    said_back: SaidBack
    named: Mapping[Id, Names]
    naming: Naming
    asked: Mapping[Id, Parts]
    fitting: Fitting
    after_who: Often
    after_role: Often
    after_result: Often
    after_grievance: Often
    told: Often
    smaller: Mapping[Id, Six]
    once_more: Mapping[Id, Lines]
    put_plainly: Often
    another_one: Lines
    only_said_back: Lines
    heartened: Heartened
    bare: Bare
    kinds: Kinds
    harm: Harm
    review: ReviewLines

    def fitting_for(self, part: PartName) -> tuple[LinesForWords, ...]:
        """Return the questions for a part that go by words, at any step."""
        found: tuple[LinesForWords, ...] = getattr(self.fitting, part, ())
        return found

    def questions(self, step: str, part: PartName) -> tuple[str, ...]:
        """Return the questions for a part at a step: its own, else those of the first step that
        has some."""
        own: tuple[str, ...] = getattr(self.asked[step], part) if step in self.asked else ()
        others = (getattr(each, part) for name, each in self.asked.items() if name != step)
        return own or next((found for found in others if found), ())
