"""Reads content files: strictly, quickly, and with the line of every mistake.

The parser's events are turned into plain data here, and never objects: no tag is obeyed, no anchor
followed (a file of 430 bytes with aliases can otherwise keep a machine busy for a minute), no key
may stand twice (the last would win in silence), and an unquoted word that YAML takes for something
else (``no`` is false, ``12:30:45`` is 45045) is a mistake that names its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bot.errors import Problem

MAX_BYTES = 256 * 1024

MOST_PROBLEMS = 100

MAX_DEPTH = 12
"""Dialogues need 4 levels. More is a mistake or an attack."""

Place = tuple[str | int, ...]
"""The keys and indexes that lead to a value: ``("steps", 0, "hint")``."""

# The C parser reads 230 KB in 48 ms, the Python one in 579 ms; some systems have only the second.
_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_RESOLVER = yaml.resolver.Resolver()

_PLAIN_FROM = frozenset(_RESOLVER.yaml_implicit_resolvers)
"""The first letters of all that YAML takes for something else than text."""

_UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\x00-\x08\x7f-\x84]")

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")

_READ_AS = {"bool": "true or false", "int": "a number", "float": "a number", "null": "nothing"}

_AS_WRITTEN = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp"}


@dataclass(slots=True)
class Source:
    """One file as plain data, with the line of each place and what is wrong with it so far.

    ``begins`` is the line on which the data begin. ``lines`` has for each mapping and list, by its
    ``id``, the line of each key or index.
    """

    name: str
    data: object = None
    begins: int = 1
    lines: dict[int, dict[str | int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, place: Place) -> int:
        """Return the line of a place, or of the nearest place around it."""
        found, inside = self.begins, self.data
        for key in place:
            lines = self.lines.get(id(inside), {})
            if key not in lines or not isinstance(inside, dict | list):
                break
            found, inside = lines[key], inside[key]  # type: ignore[index]
        return found

    def note(self, place: Place, what: str) -> None:
        """Add a problem at a place."""
        self.problems.append(Problem(self.name, self.line(place), what))


def _line(event: Any) -> int:
    number: int = event.start_mark.line + 1
    return number


class _Refused(Exception):
    """The file cannot be read any further."""


@dataclass(slots=True)
class _Reader:
    """Builds data from events. Recursion is bounded by MAX_DEPTH.

    There are 9,000 values in the files that every start reads, so little is done for each.
    """

    source: Source
    next: Callable[[], Any]
    """Returns the next event of the parser."""

    def refuse(self, event: Any, what: str) -> _Refused:
        problems = self.source.problems
        problems.append(Problem(self.source.name, _line(event), what))
        if len(problems) >= MOST_PROBLEMS:
            raise _Refused  # nobody mends more in one go, and a hostile file has 40,000
        return _Refused()

    def value(self, event: Any, depth: int) -> object:
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise self.refuse(event, "anchors (&) and aliases (*) are not used; write it out")
        if event.tag is not None and event.tag != "!":
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            raise self.refuse(event, f"the tag {tag} is not used; remove it")
        if depth > MAX_DEPTH:
            raise self.refuse(event, f"more than {MAX_DEPTH} levels deep; make it flatter")
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(depth + 1)
        return self.sequence(depth + 1)

    def sequence(self, depth: int) -> list[object]:
        found, lines = list[object](), dict[str | int, int]()
        self.source.lines[id(found)] = lines
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            lines[len(found)] = _line(event)
            found.append(self.value(event, depth))
        return found

    def mapping(self, depth: int) -> dict[str, object]:
        found, lines = dict[str, object](), dict[str | int, int]()
        self.source.lines[id(found)] = lines
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise self.refuse(event, "a key must be a single word")
            key = event.value
            if key in found:
                self.refuse(event, f"“{key}” stands here a second time; keep one of them")
            lines[key] = _line(event)
            found[key] = self.value(self.next(), depth)
        return found

    def scalar(self, event: Any) -> object:
        text: str = event.value
        if _UNSEEN.search(text):
            self.refuse(event, "a character stands here that nobody can see; type the text anew")
        if not event.implicit[0] or text[:1] not in _PLAIN_FROM:
            return text
        tag: str = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
        if tag in _AS_WRITTEN and not (":" in text and tag.endswith("timestamp")):
            return text
        if _INTEGER.fullmatch(text):
            return int(text)
        if text in {"true", "false"}:
            return text == "true"
        if text == "":
            self.refuse(event, "nothing stands here; write a value or remove the key")
        else:
            kind = _READ_AS.get(tag.rpartition(":")[2], "something else")
            self.refuse(event, f'YAML reads {text} as {kind}; put it in quotes: "{text}"')
        return text


def read(path: Path, name: str | None = None) -> Source:
    """Return the data of one YAML file, with every problem that stands in the way of reading it."""
    source = Source(name or str(path))
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            source.note((), f"{size:,} bytes; a content file has at most {MAX_BYTES:,}")
            return source
        text = path.read_bytes().decode("utf-8")
        read_event: Callable[[], Any] = _PARSER(text).get_event
        read_event()
        if isinstance(read_event(), yaml.StreamEndEvent):
            source.note((), "the file is empty")
            return source
        first = read_event()
        source.begins = _line(first)
        source.data = _Reader(source, read_event).value(first, 0)
        read_event()
        if not isinstance(extra := read_event(), yaml.StreamEndEvent):
            line = _line(extra)
            source.problems.append(Problem(source.name, line, "a second document; use one a file"))
    except _Refused:
        source.data = None
    except OSError as error:
        source.note((), f"cannot be read: {error.strerror}")
    except UnicodeDecodeError as error:
        source.note((), f"byte {error.start} is not UTF-8; save the file as UTF-8")
    except yaml.YAMLError as error:
        source.problems.append(_syntax(source.name, error))
    return source


def _syntax(name: str, error: yaml.YAMLError) -> Problem:
    """Return a parser's complaint as one line."""
    mark = getattr(error, "problem_mark", None)
    parts = [getattr(error, "context", None), getattr(error, "problem", None)]
    what = ", ".join(part for part in parts if part) or str(error).replace("\n", " ")
    return Problem(name, mark.line + 1 if mark else 1, f"{what}; check the indent and the quotes")
