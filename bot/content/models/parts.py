"""The parts that a reader of an answer needs: the parts that are looked for and asked for."""

from __future__ import annotations

from typing import Literal

PartName = Literal[
    "role",
    "context",
    "own_act",
    "other_act",
    "who",
    "how",
    "result",
    "evidence",
    "why",
    "task_part",
    "people_part",
]
