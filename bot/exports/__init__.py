"""A statement as a file. One function a format, all of one shape: a statement in, text out."""

from __future__ import annotations

from collections.abc import Callable

from bot.domain.statement import Statement
from bot.exports.as_json import as_json
from bot.exports.as_markdown import as_markdown
from bot.exports.as_text import as_text

FORMATS: dict[str, Callable[[Statement], str]] = {
    "txt": as_text,
    "md": as_markdown,
    "json": as_json,
}
"""Every format that ``coach statement --format`` knows."""
