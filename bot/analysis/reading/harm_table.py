"""The weights that tell how much a message is about harm, of what sort, and about whom."""

from __future__ import annotations

from collections.abc import Sequence, Set

from bot.analysis.reading.linear import UNIT, Table


class HarmTable:
    """Weights of features for each label, in hundredths of a logit.

    Whole numbers: their sum is the same in whatever order they come, and so is who leads. A feature
    has one packed row, so all labels are weighed at once.
    """

    def __init__(self, text: str) -> None:
        """Read a table: the labels, then a line for each feature in hundredths of a logit.

        Raises ValueError that names the line which is none.
        """
        self._table = Table.parse(text)
        self._places = {label: place for place, label in enumerate(self._table.labels)}

    def weigh(self, found: Set[str]) -> Sequence[int]:
        """Return the weight of each label for a set of features, to be read by ``score``."""
        return self._table.lanes.of(self._table.start + self._table.rows.of(found))

    def score(self, label: str, weighed: Sequence[int]) -> float:
        """Return the logit of a label by the weights of a set of features."""
        return weighed[self._places[label]] / UNIT

    def leads(self, labels: Sequence[str], weighed: Sequence[int]) -> tuple[str, float]:
        """Return the label that the features speak for most, the first of equals, and by how many
        logits it leads."""
        scores = [self.score(each, weighed) for each in labels]
        best, second = sorted(scores, reverse=True)[:2]
        return labels[scores.index(best)], best - second
