"""The model of ``dialogues/questions.yaml``: questions of learners, and the answers.

In an answer these may stand, beside the names of buttons that any sentence may name:

- ``$minimum``: the number of words that the badge of this dialogue asks for;
- ``$name``: the name of this dialogue, *Thing 2*;
- ``$minutes``: how long this dialogue takes, *20 to 30*.
"""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from bot.content.models.base import Closed
from bot.content.text_kinds import Id, Prompt, fills

Ask = Annotated[str, StringConstraints(min_length=2, max_length=120, pattern=r"\S")]
"""One way of asking, as people type it. Nobody is shown it, so it may be long, bare or Scots."""

Filler = Annotated[str, StringConstraints(min_length=1, max_length=20, pattern=r"^[a-z']+$")]
"""A word as people type it, in small letters."""

Reply = Annotated[Prompt, fills("minimum", "name", "minutes")]


class Question(Closed):
    """A question that learners ask the coach.

    A message gets the ``answer`` of the question whose ``asks`` are nearest to it, so the words
    matter and the order does not. ``without_badge`` is said instead in a dialogue that leads to no
    badge, where ``answer`` would not be true. With ``after_example`` the example of the open
    question is shown first, and this is said after it.
    """

    id: Id
    asks: Annotated[tuple[Ask, ...], Field(min_length=5, max_length=20)]
    answer: Reply
    without_badge: Annotated[Prompt, fills("name", "minutes")] | None = None
    after_example: Prompt | None = None


class Questions(Closed):
    """The whole of ``dialogues/questions.yaml``. No id and no way of asking stands in it twice.

    ``fillers`` are words beside a question that ask nothing: “not sure what leadership is tbh”.
    """

    fillers: Annotated[tuple[Filler, ...], Field(max_length=40)] = ()
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        _once("id", [each.id for each in self.questions])
        _once("question", [ask.casefold() for each in self.questions for ask in each.asks])
        return self


def _once(what: str, values: list[str]) -> None:
    value, count = Counter(values).most_common(1)[0]
    if count > 1:
        message = "the {what} “{value}” stands twice; change one"
        raise PydanticCustomError("twice", message, {"what": what, "value": value})
