"""``coach learn``: the labelled rows of a content folder in, its tables of weights out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from bot.analysis.one_voice import in_one_voice
from bot.analysis.reading.harm_vocabulary import HarmVocabulary
from bot.analysis.reading.practices import BOTH, NO_PRACTICE
from bot.authoring.harm_learning import Corpus, learn_harm
from bot.authoring.said_to_coach import questions_task, sayings_task
from bot.authoring.training import UNKNOWN, Task, learn
from bot.content import weights
from bot.content.harm_files import (
    ORDINARY,
    ROWS,
    read_harm_frames,
    read_harm_rows,
    read_harm_words,
)
from bot.content.labelled import (
    LabelledAct,
    LabelledMessage,
    read_acts,
    read_clauses,
    read_messages,
    read_questions,
    read_sayings,
)
from bot.content.loading import load_content
from bot.content.models.framework import Framework
from bot.content.models.labelled_sentences import Sentence, Sentences
from bot.content.source_files import read_source
from bot.content.validation import built

LEARNED = ("kotter", "leading_managing")
"""The frameworks whose practices the rows are labelled with."""

ACTS = ("own_act", "other_act")

TELLS = ("role", "context", *ACTS, "who", "how", "result", "evidence", "why")

BESIDE = ("learning", "feeling")
"""What a clause tells that no question asks for."""

PART_LABELS = ("act", *TELLS, "task_part", "people_part", *BESIDE)

SPEECH_AS_KIND = {"negation": "evidence", "complaint": ""}
"""What ``acts.csv`` calls otherwise. A complaint about work says nothing of one about the coach."""

Row = tuple[str, Mapping[str, int]]


def write_tables(folder: Path) -> list[Path]:
    """Write the tables of a content folder anew, and return their paths.

    Raises ContentError with every row that cannot be read.
    """
    (folder / weights.FOLDER).mkdir(parents=True, exist_ok=True)
    paths = list[Path]()
    for task in tasks_of(folder):
        path = folder / weights.FOLDER / f"{task.name}.tsv"
        path.write_text(learn(task), "utf-8", newline="\n")
        paths.append(path)
    path = folder / weights.FOLDER / "harm.tsv"
    path.write_text(learn_harm(harm_corpus(folder)), "utf-8", newline="\n")
    return [*paths, path]


def harm_corpus(folder: Path) -> Corpus:
    """Return what harm is learned from: its own rows, and all others as messages without harm."""
    rows = read_harm_rows(folder / ROWS)
    vocabulary = HarmVocabulary(read_harm_words(folder))
    practices = frozenset(load_content(folder).practices)
    texts = [
        *(each.text for each in _sentences(folder)),
        *(folder / ORDINARY).read_text("utf-8").splitlines(),
        *(each.text for each in read_acts(folder, practices)),
        *(each.text for each in read_clauses(folder, practices)),
        *(each.text for each in read_messages(folder)),
    ]
    known = {row.text.casefold() for row in rows}
    ordinary = [each for each in dict.fromkeys(texts) if each.casefold() not in known]
    return Corpus(rows, ordinary, read_harm_frames(folder), vocabulary)


def tasks_of(folder: Path) -> tuple[Task, ...]:
    """Return what each table is learned from."""
    content = load_content(folder)
    frameworks = [content.frameworks[each] for each in LEARNED]
    practices = frozenset(practice.id for each in frameworks for practice in each.practices)
    acts, messages = read_acts(folder, practices), read_messages(folder)
    single = read_clauses(folder, practices)
    sentences = _sentences(folder)
    every = [*sentences, *_examples(frameworks)]
    questions, sayings = read_questions(folder, content.questions.by_id), read_sayings(folder)
    corpus = harm_corpus(folder)
    harmful = [row.text for row in corpus.rows if row.level != "none"]
    return (
        kinds_task(acts, every, messages),
        parts_task(acts, every, messages),
        practices_task([*acts, *single], sentences, messages),
        harm_task(corpus),
        questions_task(questions, sayings, acts, messages),
        sayings_task(sayings, questions, acts, messages, harmful),
    )


def kinds_task(
    acts: Sequence[LabelledAct],
    sentences: Sequence[Sentence],
    messages: Sequence[LabelledMessage],
) -> Task:
    """Return what the table of kinds is learned from."""
    rows = [(each.text, each.step, each.kind) for each in messages]
    rows += [(each.text, "", SPEECH_AS_KIND.get(each.speech, each.speech)) for each in acts]
    rows += [(each.text, "", "evidence") for each in sentences if each.practices]
    rows = [row for row in rows if row[2]]
    labels = tuple(sorted({kind for _, _, kind in rows}))
    truth = np.array([[int(kind == label) for label in labels] for _, _, kind in rows])
    texts, steps = [row[0] for row in rows], [row[1] for row in rows]
    return Task(
        "kinds",
        labels,
        texts,
        truth,
        most=KINDS_MOST,
        strength=2.0,
        steps=steps,
        loud=KINDS_LOUD,
        even=KINDS_EVEN,
    )


KINDS_EVEN = 0.5
"""How far kinds that have few rows are made up for. With 1 every second short answer was taken for
one of the twenty things that are said to a coach."""


KINDS_MOST = 3000
"""Features of the table of kinds."""

KINDS_LOUD = 2.5
"""How much louder all is for kinds, as their rows are short. Cross-validated."""


def parts_task(
    acts: Sequence[LabelledAct],
    sentences: Sequence[Sentence],
    messages: Sequence[LabelledMessage],
) -> Task:
    """Return what the table of acts and parts is learned from."""
    rows = list[Row]()
    for act in acts:
        truth = {each: int(each in act.tells) for each in (*TELLS, *BESIDE)}
        truth["act"] = int(any(each in act.tells for each in ACTS))
        truth["task_part"] = int(act.label in ("management", "both"))
        truth["people_part"] = int(act.label in ("leadership", "both"))
        rows.append((act.text, truth))
    # A sentence of no practice may still tell of a usual task, so only the others say something.
    rows += [(each.text, {"act": 1}) for each in sentences if each.practices]
    for message in messages:
        none = {} if message.act else dict.fromkeys(ACTS, 0)
        rows.append((message.text, none | {"act": int(message.act)}))
    return replace(_by_itself("parts", PART_LABELS, rows, 1500), clauses=True)


def practices_task(
    acts: Sequence[LabelledAct],
    sentences: Sequence[Sentence],
    messages: Sequence[LabelledMessage],
) -> Task:
    """Return what the table of practices is learned from.

    An act has one label: its practice in each framework. So what is one is not another, and what
    two share is as likely as both together.
    """
    rows = [(each.text, ids) for each in acts for ids in each.acts or ((),)]
    rows += [(each.text, each.practices) for each in sentences]
    rows += [(each.text, ()) for each in messages if not each.act]
    often = Counter(ids for _, ids in rows)
    labels = sorted(ids for ids, times in often.items() if times >= LEAST_ROWS)
    rows = [row for row in rows if row[1] in labels]
    truth = np.array([[int(ids == label) for label in labels] for _, ids in rows])
    return Task(
        "practices",
        tuple(BOTH.join(label) or NO_PRACTICE for label in labels),
        [text for text, _ in rows],
        truth,
        most=5000,
        strength=12.0,
        of_work=True,
        even=0.0,
    )


LEAST_ROWS = 8
"""Rows from which on what an act is called can be learned."""


def harm_task(corpus: Corpus) -> Task:
    """Return what the table of harm by words, pairs and pieces is learned from.

    Of a row with ``words`` only these are learned, as the rest of it is ordinary.
    """
    rows: list[Row] = [(in_one_voice(text), {"harm": 0}) for text in corpus.ordinary]
    for row in corpus.rows:
        harmful = row.level != "none"
        crisis = {"crisis": int(row.level == "crisis")} if harmful else {}
        rows.append((in_one_voice(row.words or row.text), {"harm": int(harmful)} | crisis))
    return replace(_by_itself("harm_pieces", ("harm", "crisis"), rows, 6000), clauses=True)


def _by_itself(name: str, labels: Sequence[str], rows: Sequence[Row], most: int) -> Task:
    truth = np.array([[told.get(label, UNKNOWN) for label in labels] for _, told in rows])
    return Task(name, tuple(labels), [text for text, _ in rows], truth, most, strength=8.0)


def _sentences(folder: Path) -> Sequence[Sentence]:
    source = read_source(folder / "frameworks" / "sentences.yaml")
    return built(source, Sentences).sentences


def _examples(frameworks: Sequence[Framework]) -> list[Sentence]:
    """Return the frameworks' own examples as sentences of one practice: in one framework alone, so
    nothing is learned from them about what an act is called."""
    return [
        Sentence(text=example.text, practices=(practice.id,))
        for framework in frameworks
        for practice in framework.practices
        for example in practice.examples
    ]
