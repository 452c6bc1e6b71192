"""A document as one page: what a browser shows, and what pastes well into a blog or a portfolio.

No scripts and nothing from elsewhere. The headings and paragraphs are real ones. A point of a list
is told as one to who listens, and keeps the sign that its writer typed: as an ``li`` it would have
a second one wherever it is pasted.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from html import escape

from bot.domain.documents import Document
from bot.exports.blocks import Block, Line, blocks

_STYLE = """
body { margin: 0; background: #fff; color: #1d2a2f; font: 1.05rem/1.55 "Source Sans 3",
  "Source Sans Pro", "Segoe UI", system-ui, "Noto Sans", "Noto Color Emoji", sans-serif; }
main { max-width: 42rem; margin: 0 auto; padding: 1.25rem 1.1rem 3rem; }
h1 { font-size: 1.55rem; line-height: 1.25; margin: 0 0 .4rem; }
h2 { font-size: 1.15rem; line-height: 1.3; margin: 1.8rem 0 .4rem; color: #0b5c6b; }
p { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 0 .7rem; }
[role=list] { margin: 0 0 .7rem; }
[role=listitem] { margin: 0 0 .25rem; padding-inline-start: 1.2em; text-indent: -1.2em; }
figure { margin: 1.5rem 0; }
img { width: 100%; max-width: 26rem; height: auto; }
article + article { margin-top: 3rem; border-top: 1px solid #c9d2d4; padding-top: 1.5rem; }
.before { margin-bottom: .25rem; }
@media print { main { max-width: none; } article + article { break-before: page; border: 0; } }
""".strip()


def as_html(document: Document, picture: bytes = b"") -> bytes:
    """Return the page. ``picture`` is a PNG of what the document's picture shows."""
    page = (
        f'<!doctype html>\n<html lang="{escape(document.language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(document.title)}</title>\n{_author(document)}"
        f"<style>\n{_STYLE}\n</style>\n</head>\n<body>\n<main>\n"
        f"{''.join(_articles(document, picture))}</main>\n</body>\n</html>\n"
    )
    return page.encode()


def _author(document: Document) -> str:
    name = escape(document.author)
    return f'<meta name="author" content="{name}">\n' if name else ""


def _articles(document: Document | None, picture: bytes) -> Iterator[str]:
    while document:
        yield f'<article>\n<h1 dir="auto">{escape(document.title)}</h1>\n'
        if document.author:
            yield f'<p dir="auto" class="by">{escape(document.author)}</p>\n'
        for part in document.parts:
            yield "<section>\n"
            if part.heading:
                yield f'<h2 dir="auto">{escape(part.heading)}</h2>\n'
            yield from _body(part.text)
            yield "</section>\n"
        if picture and document.picture:
            data, alt = b64encode(picture).decode(), escape(document.picture.alt)
            yield f'<figure><img alt="{alt}" src="data:image/png;base64,{data}"></figure>\n'
        yield "</article>\n"
        document = document.appendix


def _body(text: str) -> Iterator[str]:
    found = list(blocks(text))
    for block, after in zip(found, [*found[1:], None], strict=True):
        yield from ("<p></p>\n" for _ in range(block.gap - 1))
        yield _list(block) if block.is_list else _paragraph(block, after)


def _list(block: Block) -> str:
    points = (f'<p role="listitem" dir="auto">{_line(each)}</p>\n' for each in block.lines)
    return f'<div role="list">\n{"".join(points)}</div>\n'


def _paragraph(block: Block, after: Block | None) -> str:
    near = ' class="before"' if after and not after.gap else ""
    return f'<p dir="auto"{near}>{"<br>".join(map(_line, block.lines))}</p>\n'


def _line(line: Line) -> str:
    return escape(f"{line.marker}{line.text}", quote=False)
