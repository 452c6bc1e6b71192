"""How far somebody has come with a dialogue, in one word."""

from __future__ import annotations

from typing import Literal

Status = Literal["new", "in_progress", "ready", "submitted"]
