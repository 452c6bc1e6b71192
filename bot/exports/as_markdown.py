"""The statement as Markdown that *renders* as typed: nothing of a learner's becomes mark-up."""

from __future__ import annotations

import re

from bot.domain.documents import Document
from bot.domain.messages import BETWEEN

_SIGNS = re.compile(r"([\\`*_\[\]<>~|&])")

_AT_LINE_START = re.compile(r"^([^\S\n]*)(#|\+(?=\s)|-(?=[\s-]|$)|=|\d+(?=[.)]\s))", re.MULTILINE)


def as_markdown(document: Document) -> str:
    """Return each heading as ``##``, and each answer escaped where Markdown would change it."""
    parts = [
        part
        for each in document.parts
        for part in (each.heading and f"## {each.heading}", _escape(each.text))
        if part
    ]
    text = BETWEEN.join(parts if document.is_bare else [f"# {_escape(document.title)}", *parts])
    text += "\n" if text else ""
    return f"{text}\n{as_markdown(document.appendix)}" if document.appendix else text


def _escape(text: str) -> str:
    text = _SIGNS.sub(r"\\\1", text)
    text = _AT_LINE_START.sub(_at_start, text)
    # Four spaces would make a block of code of a line.
    text = re.sub(r"^[ \t]+", lambda found: "&nbsp;" * len(found[0]), text, flags=re.MULTILINE)
    # A lone line end would be folded into a space: a backslash before it keeps the line.
    return re.sub(r"(?<=\S)\n(?=\S)", "\\\n", text)


def _at_start(match: re.Match[str]) -> str:
    mark = match[2]
    return f"{match[1]}{mark}\\" if mark.isdigit() else f"{match[1]}\\{mark}"
