"""The report of ``coach links``: a bar while it works, then a table of its findings."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from bot.authoring.link_check import TO_MEND, Finding, try_all

_COLOURS = {
    "answers": "green",
    "moved": "yellow",
    "refuses": "yellow",
    "gone": "red",
    "silent": "red",
}


class LinkTable:
    """One look at all the links."""

    def __init__(self, wanted: dict[str, tuple[str, ...]], seconds: float) -> None:
        """``wanted`` are addresses with the ids of their links."""
        self._wanted, self._seconds = wanted, seconds
        self._found: list[Finding] = []

    @property
    def to_mend(self) -> bool:
        """Return whether any link leads nowhere."""
        return any(each.state in TO_MEND for each in self._found)

    async def fill(self) -> None:
        """Try all, with a bar on standard error where that is a screen."""
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        errors = Console(stderr=True)
        with Progress(*columns, console=errors, disable=not errors.is_terminal) as progress:
            task = progress.add_task("links", total=len(self._wanted))
            async for finding in try_all(self._wanted, self._seconds):
                self._found.append(finding)
                progress.advance(task)

    def show(self) -> None:
        """Print what was found: the worst first."""
        order = list(_COLOURS)
        rows = sorted(self._found, key=lambda each: (-order.index(each.state), each.resources))
        if sys.stdout.isatty():
            self._show_table(rows)
        else:
            for each in rows:
                row = (each.state, ",".join(each.resources), each.address, each.detail)
                sys.stdout.write("\t".join(row) + "\n")
        counts = [f"{sum(e.state == state for e in rows)} {state}" for state in order]
        total = f"{len(rows)} of {len(self._wanted)} addresses tried"
        sys.stderr.write(f"{total}: {', '.join(counts)}\n")

    @staticmethod
    def _show_table(rows: list[Finding]) -> None:
        table = Table("state", "links", "address", "detail", box=None, pad_edge=False)
        for each in rows:
            # As Text, so that no character of an address is taken for mark-up.
            cells = (", ".join(each.resources), each.address, each.detail)
            table.add_row(Text(each.state, style=_COLOURS[each.state]), *map(Text, cells))
        Console().print(table)
