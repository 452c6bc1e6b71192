"""Lines about a sharing: when it was shared, read and taken back, and what the reader says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from bot.content.library import Content
from bot.domain.documents import Part
from bot.domain.messages import BETWEEN
from bot.domain.sharing import Act, Sharing
from bot.engine.dates import day_in
from bot.engine.wording import Text, Typed, fill, join


def line_of(
    content: Content, sharing: Sharing, number: int, cohort: str, now: datetime, zone: str
) -> Text:
    """Return a sharing with all that was done, a line each.

    ``cohort`` is the name of its group, ``zone`` the time zone of whoever shared it.
    """
    said = content.words.sharing.lines
    head = said.by_group if sharing.cohort else said.by_link
    facts = {"number": number, "title": sharing.title, "date": day_in(sharing.shared_at, zone)}
    if sharing.cohort:
        facts["cohort"] = cohort
    return join("\n", [fill(content.words, head, **facts), *_done(content, sharing, now, zone)])


def _done(content: Content, sharing: Sharing, now: datetime, zone: str) -> Iterator[Text]:
    words, said = content.words, content.words.sharing.lines
    for each in sharing.acts:
        yield act_of(content, sharing, each, zone)
    if sharing.ended_at:
        yield fill(words, said.ended, date=day_in(sharing.ended_at, zone))
        return
    is_open = sharing.is_open(now)
    if is_open and not sharing.did("read"):
        yield fill(words, said.not_read)
    last = day_in(sharing.until, zone)
    yield fill(words, said.until if is_open else said.over, date=last)


def act_of(content: Content, sharing: Sharing, act: Act, zone: str) -> Text:
    """Return what a reader did in a sentence."""
    words, said = content.words, content.words.sharing.lines
    facts: dict[str, object] = {"date": day_in(act.at, zone)}
    if act.what == "question":
        facts |= {"label": label_of(content, sharing, act.step), "asked": Typed(act.words)}
    elif act.what == "confirmed":
        facts |= {"name": Typed(act.name), "role": Typed(act.role)}
    return fill(words, getattr(said, act.what), **facts)


def answers_of(content: Content, sharing: Sharing) -> Iterator[Text]:
    """Yield what a reader has said, to the reader."""
    words, said = content.words, content.words.sharing.reader
    for act in sharing.acts:
        if act.what == "ready":
            yield fill(words, said.said_ready)
        elif act.what == "question":
            heading = next((e.heading for e in sharing.parts if e.step == act.step), act.step)
            yield fill(words, said.said_question, heading=heading, asked=Typed(act.words))
        elif act.what == "confirmed":
            named = {"name": Typed(act.name), "role": Typed(act.role)}
            yield fill(words, said.said_confirmed, **named)


def label_of(content: Content, sharing: Sharing, step_id: str) -> str:
    """Return what a step of the shared dialogue is called."""
    dialogue = content.dialogues.get(sharing.dialogue)
    step = dialogue.by_id.get(step_id) if dialogue else None
    return step.label if step else step_id


def read_by(content: Content, sharings: Iterable[Sharing], zone: str) -> Iterator[Part]:
    """Yield who has read a statement, for *how it was made*; nothing where nobody has."""
    words, said = content.words, content.words.sharing.made
    shown = [
        " ".join(act_of(content, each, act, zone) for act in each.acts)
        for each in sharings
        if each.acts
    ]
    if shown:
        nobody_else = str(fill(words, said.nobody_else))
        yield Part(str(fill(words, said.heading)), BETWEEN.join([*shown, nobody_else]))
