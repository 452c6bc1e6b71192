"""Several parts in one message whose lines say where they belong: “Now leadership. I asked …” and,
on a line of its own, “and for the one where they both come in, well the call book …”.
"""

from __future__ import annotations

from bot.analysis.patterns import lazy
from bot.analysis.reading.announces import announced
from bot.analysis.reading.places import StepNames
from bot.analysis.sections import Part

_LINE = lazy(r"[^\n]+")

MOST = 40
"""Lines of the longest text that is looked at."""


def labelled_lines(text: str, names: StepNames) -> tuple[Part, ...]:
    """Return the parts of a text by its lines, none where the first says nothing or fewer than two
    steps are named. A line that names none goes on with the part before it."""
    lines = list(_LINE.finditer(text))
    if not 1 < len(lines) <= MOST:
        return ()
    parts = list[Part]()
    for line in lines:
        found = announced(line[0], names)
        if found and found.is_apart and not found.before:
            begin = line.start() + found.span.end
            begin += len(text[begin : line.end()]) - len(text[begin : line.end()].lstrip())
            parts.append(Part(found.step, begin, line.end()))
        elif not parts:
            return ()
        else:
            parts[-1] = Part(parts[-1].step, parts[-1].start, line.end())
    told = [each for each in parts if text[each.start : each.end].strip()]
    return tuple(told) if len({each.step for each in told}) > 1 else ()
