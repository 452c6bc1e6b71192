"""The use cases of a reader of a shared statement: each a use case that gives commands, or why
not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Literal

from bot.domain.cohort import SMALL
from bot.domain.cohort_view import CohortView
from bot.domain.commands import Command, Tell
from bot.domain.plain_line import on_one_line
from bot.domain.reminders import answer_news
from bot.domain.sharing import (
    BETWEEN_READINGS,
    LONGEST_NAME,
    LONGEST_QUESTION,
    Act,
    Sharing,
    has_link,
)
from bot.domain.sharing_commands import NoteAct

WhyNot = Literal["over", "done", "no_step", "no_words", "too_long", "no_links", "no_name"]
"""Why an answer is not taken."""


def read(sharing: Sharing, now: datetime) -> tuple[Command, ...]:
    """Return what notes that somebody reads it: nothing where they read it a moment ago."""
    last = sharing.did("read")
    if last and now - last.at < BETWEEN_READINGS:
        return ()
    return (NoteAct(sharing.hash, Act(now, "read")),)


def answer(sharing: Sharing, act: Act) -> tuple[Command, ...] | WhyNot:
    """Return what keeps an answer and tells the learner, or why it is not taken."""
    plain = replace(
        act,
        words=on_one_line(act.words),
        name=on_one_line(act.name),
        role=on_one_line(act.role),
    )
    if why := problem(sharing, plain):
        return why
    news = answer_news(sharing.conversation, sharing.dialogue, f"{sharing.key} {act.what}", act.at)
    return (NoteAct(sharing.hash, plain), Tell(news))


def problem(sharing: Sharing, act: Act) -> WhyNot | None:
    """Return why an answer is not taken, None where it is."""
    if not sharing.is_open(act.at):
        return "over"
    if sharing.did(act.what):
        return "done"
    if act.what == "question":
        if act.step not in {each.step for each in sharing.parts}:
            return "no_step"
        return _text_problem((act.words,), LONGEST_QUESTION, "no_words")
    if act.what == "confirmed":
        return _text_problem((act.name, act.role), LONGEST_NAME, "no_name")
    return None


def _text_problem(texts: Iterable[str], longest: int, empty: WhyNot) -> WhyNot | None:
    for text in texts:
        if not any(map(str.isalnum, text)):
            return empty
        if len(text) > longest:
            return "too_long"
        if has_link(text):
            return "no_links"
    return None


def waiting_for_answer(view: CohortView, now: datetime) -> int | None:
    """Return how many of a cohort wait for an answer. None of fewer than five: it singles out."""
    here = {each.chat_id for each in view.here}
    if len(here) < SMALL:
        return None
    return len({each.chat_id for each in view.waits if each.until > now} & here)
