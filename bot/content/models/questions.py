"""The model of ``dialogues/questions.yaml``: questions of learners, and the answers.

In an answer these may stand, beside the names of buttons that any sentence may name:

- ``$minimum``: the number of words that the badge of this dialogue asks for;
- ``$name``: the name of this dialogue, *Thing 2*;
- ``$minutes``: how long this dialogue takes, *20 to 30*.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from bot.content.models.base import Closed
from bot.content.text_kinds import WORD_PATTERN, Id, Label, Plain, Prompt, fills

Reply = Annotated[Prompt, fills("minimum", "name", "minutes")]


Ways = tuple[Annotated[tuple[Id, ...], Field(min_length=1)], ...]
"""Ways of meaning something: each is the concepts that must all be said."""

CueWord = Annotated[str, StringConstraints(pattern=WORD_PATTERN, max_length=40)]
CueWords = Annotated[tuple[CueWord, ...], Field(min_length=1)]


Found = Literal["count", "fits", "here", "how_far", "missing", "sent", "side", "who_can_tell"]
"""What the coach can find in their own words."""


QuestionKind = Literal["question", "not_understood", "request", "order", "alternative"]
"""What a message is that asks no more than one question. An order is what it is read as."""


class AnswerWhen(Closed):
    """The answer to a question in which a concept is said: “can my *boss* see it”."""

    says: Id
    answer: Reply


class Question(Closed):
    """A question that learners ask the coach.

    A message gets the ``answer`` of the one that it asks: by what was learned of it, by one of the
    words of ``asks`` where something is asked, or by one of ``said`` where it need not be. Where no
    more is said than one of ``alone``, that asks it. ``short`` is what it is about, on a button,
    ``kind`` what a message is that asks nothing else, and with ``ends`` no question of the coach
    follows. ``told`` is what people also say of themselves:
    only where it is put as a question does it ask this.
    ``without_badge`` is said instead in a dialogue that leads to no badge, where ``answer`` would
    not be true, and ``at_start`` before the first question. With ``after_example`` the example of
    the open question is shown first, and this is said after it. What the coach finds in their words
    (``found``) comes before ``answer``, and the first of ``when`` of which the concept is said
    instead of it. ``again`` is added for who asks again.
    """

    id: Id
    short: Label
    kind: QuestionKind = "question"
    ends: bool = False
    told: bool = False
    asks: tuple[CueWord, ...] = ()
    said: tuple[CueWord, ...] = ()
    alone: tuple[CueWord, ...] = ()
    answer: Reply
    without_badge: Annotated[Prompt, fills("name", "minutes")] | None = None
    at_start: Reply | None = None
    after_example: Prompt | None = None
    found: Found | None = None
    when: tuple[AnswerWhen, ...] = ()
    again: Prompt | None = None


class Remark(Closed):
    """What is said to the coach and asks nothing, by its concepts.

    ``kind`` is what such a message is, ``most`` the words of the longest, ``lines`` what is said to
    it. ``objects`` is the one by which the coach is told that it got something wrong.
    """

    id: Id
    kind: Literal["complaint_about_coach", "feeling_about_task", "talk"]
    meant: Annotated[Ways, Field(min_length=1)]
    unless: tuple[Id, ...] = ()
    most: Annotated[int, Field(ge=1, le=30)] = 30
    lines: tuple[Plain, ...] = ()


class AskingWords(Closed):
    """How a question is put: it begins with one of ``words`` or ``verbs``, behind any of
    ``before``; none of ``tells`` may follow on one of ``words``. One of ``says`` makes a question
    of anything, and one of ``told`` of nothing."""

    before: CueWords
    words: CueWords
    tells: CueWords
    verbs: CueWords
    says: CueWords
    told: CueWords


class Questions(Closed):
    """The whole of ``dialogues/questions.yaml``. No id and no name stands in it twice.

    ``concepts`` are the words of each thing that is spoken of in a remark, or by which an answer is
    chosen.
    """

    questions: Annotated[tuple[Question, ...], Field(min_length=1)]
    remarks: tuple[Remark, ...] = ()
    asking: AskingWords
    concepts: Mapping[Id, CueWords]

    @cached_property
    def by_id(self) -> Mapping[str, Question]:
        """The questions by their ids."""
        return {each.id: each for each in self.questions}

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        remarks = [each.id for each in self.remarks]
        _once("id", [each.id for each in self.questions] + remarks)
        return self

    @model_validator(mode="after")
    def _each_concept_known(self) -> Self:
        for name in self._named():
            if name not in self.concepts:
                message = "there is no concept “{name}”; add it under concepts"
                raise PydanticCustomError("concept", message, {"name": name})
        return self

    def _named(self) -> Iterable[str]:
        for each in self.questions:
            yield from (one.says for one in each.when)
        for remark in self.remarks:
            yield from (name for way in (*remark.meant, remark.unless) for name in way)


def _once(what: str, values: list[str]) -> None:
    value, count = Counter(values).most_common(1)[0]
    if count > 1:
        message = "the {what} “{value}” stands twice; change one"
        raise PydanticCustomError("twice", message, {"what": what, "value": value})
