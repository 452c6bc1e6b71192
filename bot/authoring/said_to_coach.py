"""What the tables of what is asked of the coach, and said to it, are learned from."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bot.authoring.training import Task
from bot.content.labelled import Labelled, LabelledAct, LabelledMessage
from bot.content.models.sayings import NOTHING

Row = tuple[str, str]
"""A text with its label."""

MAY_ASK = ("question", "not_understood", "request", "delete", "alternative", "harm", "several")
"""Kinds of messages that may ask something which an author answers: all others ask nothing."""

ASKED_BY = {"mend_it": "spelling", "write_it": "write_it_for_me", "give_one": "example"}
"""What is said that asks a question as well."""

NEAR_QUESTIONS = (
    *("asked_before", "unsure", "rank", "so_far", "longer", "translate", "move_it"),
    *("afraid", "no_answer"),
)
"""What is said that is near some question, so that nothing is learned of questions from it."""

SAID_TOO = frozenset(
    (
        *("write_it_for_me", "spelling", "example", "see_it", "why_again", "delete", "take_out"),
        *("not_understood", "what_now", "go_back", "move_answer", "still_there", "take_talk_out"),
        *("change_later", "how_to_skip", "go_on", "whom_to_tell", "must_i", "own_time"),
    )
)
"""Questions that say what can be said without asking, too."""

TELLS = ("evidence", "announce", "theory", "private", "several", "denial", "harm")
"""Kinds of messages that say nothing to the coach."""

FEATURES = {"questions": 9000, "sayings": 6000}
"""Features of each of the two tables. With more of the first, what is in a row is known whichever
other rows are learned beside it."""


def questions_task(
    asked: Sequence[Labelled],
    said: Sequence[Labelled],
    acts: Sequence[LabelledAct],
    messages: Sequence[LabelledMessage],
) -> Task:
    """Return what the table of questions is learned from: answers, and what else is said to the
    coach, ask none."""
    rows = [(each.text, each.label) for each in asked]
    rows += [
        (each.text, ASKED_BY.get(each.label, NOTHING))
        for each in said
        if each.label not in NEAR_QUESTIONS
    ]
    rows += [(each.text, NOTHING) for each in messages if each.kind not in MAY_ASK]
    return _task("questions", [*rows, *((each.text, NOTHING) for each in acts)])


def sayings_task(
    said: Sequence[Labelled],
    asked: Sequence[Labelled],
    acts: Sequence[LabelledAct],
    messages: Sequence[LabelledMessage],
    harmful: Sequence[str],
) -> Task:
    """Return what the table of sayings is learned from: answers, questions and words of harm are
    none."""
    rows = [(each.text, each.label) for each in said]
    rows += [(each.text, NOTHING) for each in asked if each.label not in (*SAID_TOO, NOTHING)]
    rows += [(each.text, NOTHING) for each in messages if each.kind in TELLS]
    rows += [(each, NOTHING) for each in harmful]
    return _task("sayings", [*rows, *((each.text, NOTHING) for each in acts)])


def _task(name: str, rows: Sequence[Row]) -> Task:
    labels = tuple(sorted({label for _, label in rows}))
    places = {label: place for place, label in enumerate(labels)}
    truth = np.zeros((len(rows), len(labels)), int)
    truth[np.arange(len(rows)), [places[label] for _, label in rows]] = 1
    texts = [text for text, _ in rows]
    steps = [""] * len(rows)  # they are read as messages, in one voice
    return Task(name, labels, texts, truth, FEATURES[name], 20.0, steps, loud=2.5, even=0.0)
