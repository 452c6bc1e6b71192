"""The model of ``dialogues/questions.yaml``: questions of learners, and the answers.

In an answer these may stand, beside the names of buttons that any sentence may name:

- ``$minimum``: the number of words that the badge of this dialogue asks for;
- ``$name``: the name of this dialogue, *Thing 2*;
- ``$minutes``: how long this dialogue takes, *20 to 30*.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from bot.content.models.base import Closed
from bot.content.text_kinds import WORD_PATTERN, Id, Plain, Prompt, fills

Ask = Annotated[str, StringConstraints(min_length=2, max_length=120, pattern=r"\S")]
"""One way of asking, as people type it. Nobody is shown it, so it may be long, bare or Scots."""

Filler = Annotated[str, StringConstraints(min_length=1, max_length=20, pattern=r"^[a-z']+$")]
"""A word as people type it, in small letters."""

Reply = Annotated[Prompt, fills("minimum", "name", "minutes")]


Ways = tuple[Annotated[tuple[Id, ...], Field(min_length=1)], ...]
"""Ways of meaning something: each is the concepts that must all be said."""

CueWord = Annotated[str, StringConstraints(pattern=WORD_PATTERN, max_length=40)]
CueWords = Annotated[tuple[CueWord, ...], Field(min_length=1)]


class AnswerWhen(Closed):
    """The answer to a question in which a concept is said: “can my *boss* see it”."""

    says: Id
    answer: Reply


class Question(Closed):
    """A question that learners ask the coach.

    A message gets the ``answer`` of the question whose ``asks`` are nearest to it, so the words
    matter and the order does not; or of the one that it means by its concepts: where it asks, by
    ``meant``, and where it need not, by ``said``, unless it says one of ``unless``.
    ``without_badge`` is said instead in a dialogue that leads to no badge, where ``answer`` would
    not be true. With ``after_example`` the example of the open question is shown first, and this is
    said after it. What the coach finds in their words (``found``) comes before ``answer``, and the
    first of ``when`` of which the concept is said instead of it. ``again`` is added for who asks
    again.
    """

    id: Id
    asks: Annotated[tuple[Ask, ...], Field(min_length=5, max_length=20)]
    answer: Reply
    without_badge: Annotated[Prompt, fills("name", "minutes")] | None = None
    after_example: Prompt | None = None
    meant: Ways = ()
    said: Ways = ()
    unless: tuple[Id, ...] = ()
    found: Literal["count", "side", "how_far"] | None = None
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
    ``before``; one of ``says`` makes a question of anything."""

    before: CueWords
    words: CueWords
    verbs: CueWords
    says: CueWords


class Questions(Closed):
    """The whole of ``dialogues/questions.yaml``. No id and no way of asking stands in it twice.

    ``fillers`` are words beside a question that ask nothing: “not sure what leadership is tbh”.
    ``concepts`` are the words of each thing that is spoken of.
    """

    fillers: Annotated[tuple[Filler, ...], Field(max_length=40)] = ()
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]
    remarks: tuple[Remark, ...] = ()
    asking: AskingWords
    concepts: Mapping[Id, CueWords]

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        remarks = [each.id for each in self.remarks]
        _once("id", [each.id for each in self.questions] + remarks)
        _once("question", [ask.casefold() for each in self.questions for ask in each.asks])
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
            yield from (name for way in (*each.meant, *each.said, each.unless) for name in way)
            yield from (one.says for one in each.when)
        for remark in self.remarks:
            yield from (name for way in (*remark.meant, remark.unless) for name in way)


def _once(what: str, values: list[str]) -> None:
    value, count = Counter(values).most_common(1)[0]
    if count > 1:
        message = "the {what} “{value}” stands twice; change one"
        raise PydanticCustomError("twice", message, {"what": what, "value": value})
