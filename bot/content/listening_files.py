"""``listening.yaml`` and what reads messages: loaded at first use, checked with the rest."""

from __future__ import annotations

from pathlib import Path

from bot.content.checks.listening import check_listening
from bot.content.folders import DIALOGUES, LISTENING
from bot.content.harm_files import FRAMES, WORDS
from bot.content.models.harm_rows import HarmFrames, HarmWords
from bot.content.models.listening import Listening
from bot.content.readability import check_reading
from bot.content.source_files import Files, read_source
from bot.content.validation import build, built
from bot.content.yaml_reader import Source


def load_listening(folder: Path) -> Listening:
    """Return the lines of ``listening.yaml``. Raises ContentError with what is wrong in it."""
    source = read_source(folder / DIALOGUES / LISTENING)
    return built(source, Listening)


def check_what_reads(folder: Path, files: Files) -> list[Source]:
    """Return the files by which messages are read and replied to, with their problems noted."""
    source = read_source(folder / DIALOGUES / LISTENING)
    if listening := build(source, Listening):
        check_reading(listening, source)
        if files.is_whole:
            steps = {step.id for dialogue, _ in files.dialogues for step in dialogue.steps}
            check_listening(listening, source, files.practices, steps)
    sources = [source]
    for path, model in ((WORDS, HarmWords), (FRAMES, HarmFrames)):
        sources.append(read_source(folder / path))
        build(sources[-1], model)
    return sources
