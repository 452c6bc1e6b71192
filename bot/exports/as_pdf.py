"""A document as PDF/UA-1: tagged for screen readers, with letters for every script it has."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from bot.domain.documents import Document
from bot.exports.blocks import Block, Line, blocks, is_leftward
from bot.typesetting import typeset

_SOURCE = files("bot.exports").joinpath("document.typ").read_bytes()


def as_pdf(document: Document, picture: bytes = b"") -> bytes:
    """Return the file. ``picture`` is an SVG. Raises NotSet for a letter that no font has."""
    data, after = _data(document), document.appendix
    data["appendices"] = []
    while after:
        data["appendices"].append(_data(after))
        after = after.appendix
    return typeset(_SOURCE, "pdf", data, picture=picture.decode())


def _data(document: Document) -> dict[str, Any]:
    language, _, region = document.language.partition("-")
    return {
        "title": document.title,
        "authors": [document.author] if document.author else [],
        "lang": language,
        "region": region,
        "picture": document.picture.alt if document.picture else None,
        "parts": [
            {"heading": each.heading, "blocks": list(map(_block, blocks(each.text)))}
            for each in document.parts
        ],
    }


def _block(block: Block) -> dict[str, Any]:
    return {
        "points": block.is_list,
        "space": 1.15 if block.gap else 0.75,
        "leftward": is_leftward(block.lines[0].text),
        "lines": list(map(_line, block.lines)),
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "marker": line.marker.strip(),
        "text": line.text,
        "leftward": is_leftward(line.text),
    }
