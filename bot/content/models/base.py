"""The base of every model of content: it is closed and frozen."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict


class Closed(BaseModel):
    """A model that takes the fields it names and no other, and never changes."""

    # Built with the file that holds it, and not once more by itself: a third of the start.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


Side = Literal["management", "leadership", "both"]
