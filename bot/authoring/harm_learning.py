"""The weights of harm, learned from labelled rows and ordinary messages: needs scikit-learn.

Each row is learned as it stands, misspelt, in the middle of an ordinary answer, and with an end
that tells whether it was seen to. A row without ``words`` that has several windows teaches the one
that looks worst so far. Logistic regression; the same rows lead to the same table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from string import Template
from typing import Any
from zlib import crc32

from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bot.analysis.reading.harm_features import Line, features
from bot.analysis.reading.harm_vocabulary import HarmVocabulary
from bot.analysis.reading.linear import UNIT
from bot.authoring.slips import misspelt
from bot.content.models.harm_rows import ABOUT, CONCERNS, CRISES, HarmFrames, HarmRow

STRENGTH = {"signed": 0.5, "unsigned": 1.0}
"""How freely weights may grow."""

LOUD = {"s:plain": 6.0, "s:faint": 6.0, "s:": 2.0, "s": 1.2, "before:": 3.0, "after:": 3.0}
"""How much louder a feature is by how its name begins, the first that fits."""

OF_SIGNS = frozenset({"s:", "s<", "s=", "s>"})
"""How the features of signs begin."""

QUIET = {"w:": 0.5, "g:": 0.7}

OF_PAIRS = 0.4

HARMFUL = 2.0
"""How much more a window about harm weighs than one that is not."""

VARIED, ORDINARY, BESIDE_HARM = 0.5, 1.2, 0.5
"""How much a variant of a row weighs, an ordinary message, and what stands beside harm in a row."""

SHORT = 22
"""Words of a row that is put into the middle of something else, at most."""

ROUNDS = 2
"""How often the window of a long row is chosen anew."""

SEED = 7


@dataclass(frozen=True, slots=True)
class Corpus:
    """The texts that are learned from. ``ordinary`` are messages of people at work in which no harm
    is."""

    rows: Sequence[HarmRow]
    ordinary: Sequence[str]
    frames: HarmFrames
    vocabulary: HarmVocabulary


@dataclass(slots=True)
class _Windows:
    """Windows with their features; ``row`` is that of one about harm. ``bags`` hold the windows of
    which one is."""

    found: list[set[str]] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    rows: list[HarmRow | None] = field(default_factory=list)
    bags: list[tuple[list[set[str]], float, HarmRow]] = field(default_factory=list)

    def add(self, found: set[str], weight: float, row: HarmRow | None) -> None:
        self.found.append(found)
        self.weights.append(weight)
        self.rows.append(row)


def learn_harm(corpus: Corpus) -> str:
    """Return the table of weights as text: labels, then a line for each feature."""
    windows = _windows(corpus)
    columns = _columns(windows)
    table = _harm(windows, columns)
    harmful = [(found, row) for found, row in zip(windows.found, windows.rows, strict=True) if row]
    table |= _of_harm(harmful)
    return _as_text(table)


def loudness(feature: str) -> float:
    """Return how loud a feature is while weights are learned."""
    for begin, loud in (LOUD | QUIET).items():
        if feature.startswith(begin) and (begin != "s" or feature[1] in "<=>"):
            return loud
    return OF_PAIRS


@dataclass(frozen=True, slots=True)
class _Example:
    """A text to learn from: the words in it that tell of harm, its weight, and its row if any."""

    text: str
    words: str
    weight: float
    row: HarmRow | None


def _windows(corpus: Corpus) -> _Windows:
    found = _Windows()
    for row in corpus.rows:
        for example in _variants(row, corpus):
            _add(found, corpus.vocabulary, example)
    for text in corpus.ordinary:
        _add(found, corpus.vocabulary, _Example(text, "", ORDINARY, None))
    return found


def _variants(row: HarmRow, corpus: Corpus) -> Iterator[_Example]:
    """Yield each form in which a row is learned."""
    rng = Random(crc32(row.text.encode()) + SEED)  # noqa: S311
    harm = row if row.level != "none" else None
    yield _Example(row.text, row.words, 1.0, harm)
    if not row.words:
        yield _Example(misspelt(row.text, rng), "", VARIED, harm)
    if len(row.text.split()) > SHORT:
        return
    bare = row.text.rstrip(".!?")
    yield _Example(_embedded(bare, corpus.ordinary, rng), bare, VARIED, harm)
    if harm is None or row.words:
        return
    yield _Example(bare + rng.choice(corpus.frames.unhandled), bare, VARIED, harm)
    if row.about not in ("self", "family") and row.sort != "own_act":
        yield _Example(bare + rng.choice(corpus.frames.handled), "", VARIED, None)
        begun = bare if bare.startswith("I") else bare[:1].lower() + bare[1:]
        told = Template(rng.choice(corpus.frames.unreal)).substitute(row=begun)
        yield _Example(told, "", VARIED, None)


def _embedded(text: str, ordinary: Sequence[str], rng: Random) -> str:
    """Return a text between the end of one ordinary message and the beginning of another."""
    before = " ".join(rng.choice(ordinary).rstrip(".").split()[-rng.randrange(5, 14) :])
    after = " ".join(rng.choice(ordinary).split()[: rng.randrange(5, 12)])
    join = rng.choice([". ", " and ", ", ", " but ", " ", "\n"])
    return join.join(rng.choice([[before, text], [text, after], [before, text, after]]))


def _add(to: _Windows, vocabulary: HarmVocabulary, example: _Example) -> None:
    line = Line.of(example.text, vocabulary)
    signs, windows = line.signs(vocabulary), line.windows()
    found = [features(line, each, line.within(each, signs)) for each in windows]
    row, weight = example.row, example.weight
    if row is None:
        for each in found:
            to.add(each, weight, None)
    elif example.words:
        shares = _shares(line, example)
        most = max(of_words for of_words, _ in shares)
        for each, (of_words, of_window) in zip(found, shares, strict=True):
            if of_words >= 0.99 * most or of_window > 0.8:
                to.add(each, weight * HARMFUL, row)
            elif not of_words:
                to.add(each, weight * BESIDE_HARM, None)
    elif len(found) == 1:
        to.add(found[0], weight * HARMFUL, row)
    elif found:
        to.bags.append((found, weight * HARMFUL, row))


def _shares(line: Line, example: _Example) -> list[tuple[float, float]]:
    """Return for each window how much of the words is in it, and how much of it is of the words."""
    begin = example.text.index(example.words)
    stop = begin + len(example.words)
    inside = [begin <= start and end <= stop for start, end in line.spans]
    counts = [(sum(inside[each.first : each.last]), each) for each in line.windows()]
    whole = max(sum(inside), 1)
    return [(count / whole, count / (each.last - each.first)) for count, each in counts]


def _columns(windows: _Windows) -> dict[str, int]:
    """Return the column of each feature that occurs more than once."""
    count = Counter(each for found in windows.found for each in found)
    for bag, _, _ in windows.bags:
        count.update(each for found in bag for each in found)
    return {each: i for i, each in enumerate(sorted(each for each, n in count.items() if n > 1))}


def _matrix(found: Sequence[set[str]], columns: dict[str, int]) -> Any:
    data, indices, starts = list[float](), list[int](), [0]
    for each in found:
        for feature in sorted(each & columns.keys()):
            data.append(loudness(feature))
            indices.append(columns[feature])
        starts.append(len(indices))
    return csr_matrix((data, indices, starts), shape=(len(found), len(columns)))


def _harm(windows: _Windows, columns: dict[str, int]) -> dict[str, dict[str, float]]:
    """Return the weights of harm in a window with a sign, and in one without.

    The window that looks worst in each bag becomes one of the windows.
    """
    bags = windows.bags
    windows.bags = []
    models = _two(windows, columns)
    for _ in range(ROUNDS if bags else 0):
        with_bags = _Windows([*windows.found], [*windows.weights], [*windows.rows])
        for bag, weight, row in bags:
            with_bags.add(max(bag, key=lambda each: _worst(each, models)), weight, row)
        models = _two(with_bags, columns)
        chosen = with_bags
    if bags:
        windows.found, windows.weights, windows.rows = chosen.found, chosen.weights, chosen.rows
    return models


def _two(windows: _Windows, columns: dict[str, int]) -> dict[str, dict[str, float]]:
    """Return the weights of harm by signs and words, and by words alone.

    The second are learned from all windows as if no sign were in them, the first from those with a
    sign alone: the many without one would say only that most words are ordinary.
    """
    signed = [i for i, found in enumerate(windows.found) if has_sign(found)]
    bare = [{each for each in found if each[:2] not in OF_SIGNS} for found in windows.found]
    table = dict[str, dict[str, float]]()
    for label, found, at in (
        ("signed", windows.found, signed),
        ("unsigned", bare, list(range(len(bare)))),
    ):
        model = LogisticRegression(C=STRENGTH[label], solver="liblinear", random_state=0)
        model.fit(
            _matrix([found[i] for i in at], columns),
            [windows.rows[i] is not None for i in at],
            [windows.weights[i] for i in at],
        )
        table[label] = _weights(model, columns)
    return table


def _worst(found: set[str], models: dict[str, dict[str, float]]) -> tuple[bool, float]:
    """Return what a window of a bag is chosen by: a sign in it, then how likely harm is."""
    signed = has_sign(found)
    weights = models["signed" if signed else "unsigned"]
    return signed, weights[""] + sum(weights.get(each, 0.0) for each in sorted(found))


def has_sign(found: set[str]) -> bool:
    """Return whether a sign is among the features of a window."""
    return "s:plain" in found or "s:faint" in found


def _of_harm(harmful: Sequence[tuple[set[str], HarmRow]]) -> dict[str, dict[str, float]]:
    """Return the weights of what a window about harm is: a crisis, its sort, about whom."""
    found = [{each for each in features if _counts(each)} for features, _ in harmful]
    columns = _columns(_Windows(found))
    matrix = _matrix(found, columns)
    truths = {"crisis": [row.level == "crisis" for _, row in harmful]}
    truths |= {sort: [row.sort == sort for _, row in harmful] for sort in (*CRISES, *CONCERNS)}
    truths |= {who: [row.about == who for _, row in harmful] for who in ABOUT}
    table = dict[str, dict[str, float]]()
    for label, truth in truths.items():
        model = LogisticRegression(
            C=0.3, solver="liblinear", class_weight="balanced", random_state=0
        )
        table[label] = _weights(model.fit(matrix, truth), columns)
    return table


def _counts(feature: str) -> bool:
    """Return whether a feature may tell the sort of harm: no pairs of groups, no context."""
    return feature.startswith(("w:", "g:", "s:"))


def _weights(model: Any, columns: dict[str, int]) -> dict[str, float]:
    found = {
        feature: float(model.coef_[0, i]) * loudness(feature) for feature, i in columns.items()
    }
    return found | {"": float(model.intercept_[0])}


def _as_text(table: dict[str, dict[str, float]]) -> str:
    """Return the lines of a table in hundredths of a logit, without what hardly counts."""
    lines = ["\t".join(("", *table))]
    every = sorted(set[str]().union(*table.values()))
    for feature in every:
        cells = [_cell(table[label].get(feature, 0.0), label) for label in table]
        if any(cells):
            lines.append("\t".join((feature, *cells)).rstrip("\t"))
    return "\n".join(lines) + "\n"


def _cell(weight: float, label: str) -> str:
    least = 0.03 if label in STRENGTH else 0.1
    return str(round(weight * UNIT)) if abs(weight) >= least else ""
