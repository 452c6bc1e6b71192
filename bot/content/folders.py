"""The names of folders and files of a content that the code knows."""

from __future__ import annotations

DIALOGUES, FRAMEWORKS = "dialogues", "frameworks"

WORDS, LISTENING = "common.yaml", "listening.yaml"
