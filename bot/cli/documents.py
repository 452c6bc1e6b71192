"""Commands that give a learner's words as a file: statement, export."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from bot.app import coach_that_reads, has_data, open_content
from bot.channels.terminal import harmless
from bot.cli.operator import tell
from bot.cli.options import (
    ChatOption,
    commands,
    known_dialogue,
    nearest_of,
    usable_chat,
    whoever_asks,
)
from bot.content.library import Content
from bot.domain.conversation import Conversation
from bot.domain.documents import MIME, Document, document_of
from bot.domain.events import Event
from bot.domain.sharing import Sharing
from bot.domain.statement import Statement, assemble
from bot.domain.turn import File
from bot.engine.wording import counts, missing_summary
from bot.errors import CannotMake, CannotSave, CoachError, UsageError
from bot.exports.as_json import as_json
from bot.exports.as_markdown import as_markdown
from bot.exports.as_text import as_text
from bot.exports.making import can_make
from bot.exports.making import document as make
from bot.flows.reflection.ledger import how_it_was_made
from bot.flows.reflection.taking_all import FORMS_OF_ALL
from bot.installation import load_settings
from bot.pictures.catalogue import drawing
from bot.services.coach import Coach
from bot.store.files import write_whole
from bot.store.operating import OperatorStore

app = commands()

Shared: TypeAlias = "list[Sharing]"
"""What somebody has shared of one attempt."""

_TEXTS = ("txt", "md", "json")
"""The forms that are printed; the others go to a file."""


_ALSO_CALLED = {"word": "docx", "doc": "docx", "text": "txt", "markdown": "md", "web": "html"}


@app.command()
def statement(
    chat_id: ChatOption = "terminal",
    form: Annotated[
        str, typer.Option("--format", help="txt, md, json, html, docx, odt or pdf.")
    ] = "txt",
    of: Annotated[str, typer.Option("--dialogue", help="Which one (the last opened).")] = "",
    out: Annotated[Path | None, typer.Option(help="The file to write it to.")] = None,
    how: Annotated[bool, typer.Option("--how", help="Add how it was made.")] = False,
    name: Annotated[str, typer.Option(help="The name to put on it.")] = "",
    unfinished: Annotated[bool, typer.Option(help="Also where an answer is missing.")] = False,
) -> None:
    """Print a learner's statement, or write it to a file."""
    usable_chat(chat_id)
    settings = load_settings()
    content = open_content(settings)
    if form not in MIME:
        nearest = _ALSO_CALLED.get(form.casefold()) or nearest_of(form, list(MIME))
        raise UsageError("unknown_format", typed=form, nearest=nearest)
    conversation, written, sharings = _found(content, chat_id, of)
    if not written.own_words:
        raise CoachError("nothing_written")
    appendix = how_it_was_made(content, conversation, written, sharings) if how else None
    document = replace(document_of(written, _one_line(name)), appendix=appendix)
    in_file = out is not None or form not in _TEXTS
    if in_file and not (written.ready or unfinished):
        raise CoachError("not_finished", missing=missing_summary(content.words, written))
    is_text = form in _TEXTS
    body = _text(form, written, document).encode() if is_text else _made(document, form, content)
    stem = f"{written.dialogue.id}-{written.dialogue.makes}"
    if in_file:
        where = (out or Path(f"{stem}.{form}")).absolute()
        typer.echo(write_whole(where, body, over=bool(out)))
    else:
        _print(body.decode())
    typer.echo(counts(content.words, written), err=True)


@app.command()
def export(
    chat_id: ChatOption = "terminal",
    form: Annotated[
        str, typer.Option("--format", help="docx, pdf, odt, html, txt or md.")
    ] = "html",
    out: Annotated[Path | None, typer.Option(help="The file to write it to.")] = None,
) -> None:
    """Write all of a learner's reflections and data to one zip."""
    usable_chat(chat_id)
    settings = load_settings()
    content = open_content(settings)
    if form not in FORMS_OF_ALL:
        raise UsageError("unknown_format", typed=form, nearest=nearest_of(form, [*FORMS_OF_ALL]))
    if not can_make(form):
        raise CannotMake("no_documents", form=form)
    if not has_data(settings):
        raise CoachError("unknown_chat", chat=chat_id, path=str(settings.coach_data.expanduser()))
    with coach_that_reads(settings, content) as (coach, store):
        is_copy = store.folder != settings.coach_data.expanduser().absolute()
        file, is_noted = asyncio.run(_everything(coach, store, chat_id, form))
    where = (out or Path(file.name)).absolute()
    typer.echo(write_whole(where, coach.files.content(file), over=bool(out)))
    if is_copy or not is_noted:
        tell(content.words, content.words.operator.not_noted, err=True)


async def _everything(
    coach: Coach, store: OperatorStore, chat_id: str, form: str
) -> tuple[File, bool]:
    """Return the zip as its learner would get it, and whether the list of what was done has it."""
    chat = await store.named(chat_id)
    known = (await store.load(chat)).messages
    turn = await coach.service.look(Event(chat, "say", f"/mydata {form}", "export"))
    is_noted = not known or await _is_noted(store, "export", chat, coach.now())
    await store.close()
    files = [reply.file for reply in turn.replies if reply.file]
    if not files or not known:
        raise CoachError("nothing_written")
    return files[0], is_noted


def _found(content: Content, chat_id: str, of: str) -> tuple[Conversation, Statement, Shared]:
    """Return a conversation, the newest statement of a dialogue in it, and how that was shared.

    Raises CoachError.
    """
    settings = load_settings()
    unknown = CoachError("unknown_chat", chat=chat_id, path=str(settings.coach_data.expanduser()))
    if not has_data(settings):
        raise unknown
    with coach_that_reads(settings, content) as (coach, store):
        is_copy = store.folder != settings.coach_data.expanduser().absolute()
        conversation, shared, is_noted = asyncio.run(_conversation(store, chat_id, coach.now()))
    if is_copy or not is_noted:
        tell(content.words, content.words.operator.not_noted, err=True)
    if not conversation.attempts:
        raise unknown
    wanted = of or conversation.attempt.dialogue
    known_dialogue(content, wanted)
    mine = [each for each in conversation.attempts if each.dialogue == wanted]
    if not mine:
        raise unknown
    written = assemble(content.dialogues[wanted], conversation, mine[-1])
    return conversation, written, [e for e in shared if e.attempt == mine[-1].number]


async def _conversation(
    store: OperatorStore, chat_id: str, now: datetime
) -> tuple[Conversation, Shared, bool]:
    """Return a conversation, what of it is shared, and whether the list of what was done has it."""
    named = await store.named(chat_id)
    conversation, shared = await store.load(named), await store.sharings(named)
    is_noted = not conversation.messages or await _is_noted(
        store, "statement", conversation.id, now
    )
    await store.close()
    return conversation, shared, is_noted


async def _is_noted(store: OperatorStore, what: str, chat: str, now: datetime) -> bool:
    """Note what was done: nobody waits for their words until a disk can be written."""
    try:
        await store.note_operation(what, chat, whoever_asks(), now)
    except CannotSave:
        return False
    return True


def _text(form: str, written: Statement, document: Document) -> str:
    if form == "json":
        return as_json(written, document.appendix)
    return as_text(document) if form == "txt" else as_markdown(document)


def _made(document: Document, form: str, content: Content) -> bytes:
    return make(document, form, drawing(content))


def _print(text: str) -> None:
    # On a screen, what somebody typed must not move the cursor; in a file it is what it is.
    typer.echo(harmless(text) if sys.stdout.isatty() else text, nl=False)


def _one_line(name: str) -> str:
    return " ".join(name.split())
