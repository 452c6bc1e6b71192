"""Golden transcripts: what was sent and every word that came back.

A transcript is a YAML file: ``about`` in one sentence, ``now``, and ``turns``. Each turn holds what
``play --jsonl`` reads, and ``replies`` and ``state`` as they came. ``pytest --regenerate`` writes
replies and state anew, so that a change of words is read as a diff.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent.parent / "transcripts"

FILES = sorted(FOLDER.glob("*.yaml"))

INPUTS = ("say", "press", "edit", "command", "wait", "open")


@dataclass(frozen=True)
class Transcript:
    """One conversation from its first line to its last."""

    about: str
    now: str
    turns: list[dict[str, Any]]
    chat: int
    """Whose it is in every channel, as the activities to sort are dealt by it."""

    @classmethod
    def read(cls, path: Path) -> Transcript:
        return cls(**yaml.safe_load(path.read_text()), chat=zlib.crc32(path.stem.encode()))

    def write(self, path: Path) -> None:
        value = {"about": self.about, "now": self.now, "turns": self.turns}
        path.write_text(
            yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=90)
        )


def sent(turn: dict[str, Any]) -> dict[str, Any]:
    """The part of a turn that goes in."""
    return {name: turn[name] for name in INPUTS if name in turn}


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as they read."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)
