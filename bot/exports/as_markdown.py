"""The statement as Markdown that *renders* as typed: nothing of a learner's becomes mark-up."""

from __future__ import annotations

import re

from bot.domain.statement import BETWEEN, Statement

_SIGNS = re.compile(r"([\\`*_\[\]<>~|&])")

_AT_LINE_START = re.compile(r"^([^\S\n]*)(#|\+(?=\s)|-(?=[\s-]|$)|=|\d+(?=[.)]\s))", re.MULTILINE)


def as_markdown(statement: Statement) -> str:
    """Each heading as ``##``, and each answer escaped where Markdown would change it."""
    parts = [
        part
        for section in statement.written
        for part in (f"## {section.heading}", _escape(section.text))
        if part
    ]
    return BETWEEN.join(parts) + "\n" if parts else ""


def _escape(text: str) -> str:
    text = _SIGNS.sub(r"\\\1", text)
    text = _AT_LINE_START.sub(_at_start, text)
    # Four spaces would make a block of code of a line.
    text = re.sub(r"^[ \t]+", lambda found: "&nbsp;" * len(found[0]), text, flags=re.MULTILINE)
    # A lone line end would be folded into a space: a backslash before it keeps the line.
    return re.sub(r"(?<=\S)\n(?=\S)", "\\\n", text)


def _at_start(match: re.Match[str]) -> str:
    sign = match[2]
    return f"{match[1]}{sign}\\" if sign.isdigit() else f"{match[1]}\\{sign}"
