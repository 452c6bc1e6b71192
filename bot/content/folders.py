"""What folders and files of a content are called that the code knows by name."""

from __future__ import annotations

DIALOGUES, FRAMEWORKS = "dialogues", "frameworks"

WORDS, LISTENING = "common.yaml", "listening.yaml"
