"""A reply as paragraphs and runs, so that a template need know nothing of texts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.channels.web.alternative import alternative
from bot.domain.turn import Link, Reply

_COMMAND = re.compile(r"(?<![\w/:.])/[a-z]{4,12}(?: (?:zip|txt))?(?![\w/])")
"""A command as a text of ours names it, with the form of a file that it asks for."""

_PLACE = re.compile(r"\d+ of \d+ · ")

_ADDRESS = re.compile(r"https?://\S+")

Kind = Literal["plain", "question", "place", "saved", "address"]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph: plain, a learner's own words, a link, or a command to press."""

    text: str
    yours: bool = False
    url: str = ""
    command: str = ""
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of a text with the way it stands out."""

    kind: Kind
    runs: tuple[Run, ...]
    starts_block: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One message of either side. ``message`` is the number of one that can be changed, or
    0. ``alt`` is what a picture
    shows, "" where the file is none. ``data`` is a file in itself, for one that is kept nowhere."""

    number: int
    is_mine: bool
    paragraphs: tuple[Paragraph, ...]
    verbatim: tuple[Run, ...] = ()
    links: tuple[Link, ...] = ()
    file: str = ""
    alt: str = ""
    message: int = 0
    is_gone: bool = False
    is_press: bool = False
    data: str = ""

    @property
    def asks(self) -> bool:
        """Whether it has a question."""
        return any(each.kind == "question" for each in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Signs:
    """By what a question is known: no title is one, and what follows ``again`` always is.

    ``headings`` are those of a statement."""

    titles: Collection[str] = ()
    again: str = "\n"
    headings: Collection[str] = ()


def coach_line(number: int, reply: Reply, *, signs: Signs | None = None) -> Line:
    """Return a reply as a line. The question stands out, by its signs, where it is the last."""
    file = reply.file
    named = file.name if file else ""
    if reply.verbatim:
        words = tuple(_by_headings(reply.text.strip("\n"), signs.headings if signs else ()))
        return Line(number, False, (), verbatim=words, links=reply.links, file=named)
    left = [each for each in reply.links if each.title not in reply.text]
    return Line(
        number,
        is_mine=False,
        paragraphs=tuple(_paragraphs(reply, signs)),
        links=tuple(left),
        file=named,
        alt=alternative(file.picture, reply.text) if file else "",
    )


def _by_headings(text: str, headings: Collection[str]) -> Iterator[Run]:
    """A text that is shown as it is, where each heading of ours stands out."""
    for line in text.splitlines(keepends=True):
        yield Run(line, is_heading=line.rstrip("\n") in headings)


def _paragraphs(reply: Reply, signs: Signs | None) -> Iterator[Paragraph]:
    spans, start, was_empty = _spans(reply), 0, True
    is_asked, before = False, ""
    for text in reply.text.split("\n"):
        end = start + len(text)
        if text:
            kind = _kind(text, before, None if is_asked else signs)
            is_asked, before = is_asked or kind == "question", kind
            yield Paragraph(kind, tuple(_runs(reply.text, start, end, spans)), was_empty)
        was_empty = not text
        start = end + 1


def _kind(text: str, before: str, signs: Signs | None) -> Kind:
    """How a line stands out: what follows the number of a question is that question."""
    if text.startswith("✓"):
        return "saved"
    if _PLACE.match(text):
        return "place"
    if _ADDRESS.fullmatch(text):
        return "address"
    if signs is None or text in signs.titles:
        return "plain"
    asks = text.endswith("?") or before == "place" or text.startswith(signs.again)
    return "question" if asks else "plain"


Span = tuple[int, int, str]
"""From where to where, and the address of a link, "" for a learner's own words."""


def _spans(reply: Reply) -> list[Span]:
    found: list[Span] = [(start, end, "") for start, end in reply.typed]
    after = 0
    for link in reply.links:
        place = reply.text.find(link.title, after)
        if place >= 0:
            after = place + len(link.title)
            found.append((place, after, link.url))
    return sorted(found)


def _runs(text: str, start: int, end: int, spans: Sequence[Span]) -> Iterator[Run]:
    """A part of a text in pieces: what lies in a span, and what lies between two."""
    at = start
    for first, last, url in spans:
        begin, stop = max(first, at), min(last, end)
        if begin >= stop:
            continue
        yield from _plain(text[at:begin])
        yield Run(text[begin:stop], yours=not url, url=url)
        at = stop
    yield from _plain(text[at:end])


def _plain(text: str) -> Iterator[Run]:
    """A text of ours, where each command that it names can be pressed."""
    at = 0
    for found in _COMMAND.finditer(text):
        yield Run(text[at : found.start()])
        yield Run(found[0], command=found[0])
        at = found.end()
    if text[at:]:
        yield Run(text[at:])
