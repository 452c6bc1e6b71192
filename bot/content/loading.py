"""Reading and checking all content below a folder, or the shared words of it alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bot.content.folders import DIALOGUES, WORDS
from bot.content.library import NOBODY, Content, Operator
from bot.content.listening_files import check_what_reads
from bot.content.source_files import Files, read_source
from bot.content.validation import built, raise_problems
from bot.content.words.words import Words
from bot.errors import ContentError, Problem


def load_words(folder: Path) -> Words:
    """Return the shared words alone, for a command that must speak. Raises ContentError."""
    source = read_source(folder / DIALOGUES / WORDS)
    return built(source, Words)


def load_content(folder: Path, operator: Operator = NOBODY, today: date | None = None) -> Content:
    """Return all content below a folder, checked. Raises ContentError with every problem.

    With ``today`` it is held to all that an author wants to know: whether each text is plain enough
    for its readers, and, as warnings, what has grown old. That costs a third of the time, and no
    conversation should stop for a sentence that is a word too long.
    """
    if not (folder / DIALOGUES).is_dir():
        what = "there is no dialogues/ in it; name the folder with dialogues/ and frameworks/"
        raise ContentError([Problem(str(folder), 1, what)])
    files = Files.read(folder)
    files.check()
    sources = files.sources
    if today:
        files.check_reading()
        sources += check_what_reads(folder, files)
    raise_problems(sources)
    resources = files.resources.model
    return Content(
        {each.id: each for each in sorted((d for d, _ in files.dialogues), key=lambda d: d.order)},
        files.words.model,
        {resource.id: resource for resource in resources.resources},
        resources.topics,
        {each.id: each for each in sorted((f for f, _ in files.frameworks), key=lambda f: f.order)},
        {activity.id: activity for activity in files.activities.model.activities},
        files.practices,
        files.coaching.model,
        files.support.model,
        files.questions.model,
        files.names.model,
        files.sentences.model.sentences,
        folder,
        frozenset(files.labels()),
        operator,
        files.grown_old(today) if today else (),
    )
