"""Checked readers and writers of what is kept as JSON, each made when it is first needed."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import TypeAdapter

Kind = TypeVar("Kind")

_MADE = dict[type, TypeAdapter[Any]]()


def adapter(kind: type[Kind]) -> TypeAdapter[Kind]:
    """Return the adapter of a type. It takes milliseconds to make, which no start waits for."""
    if kind not in _MADE:
        _MADE[kind] = TypeAdapter(kind)
    return _MADE[kind]
