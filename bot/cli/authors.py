"""Commands for authors: check, diagram, preview, links, notice."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.app import content_folder, open_content
from bot.authoring.diagram import draw_prompts, draw_steps
from bot.authoring.link_check import addresses
from bot.authoring.link_report import LinkTable
from bot.authoring.preview import page
from bot.authoring.text_report import read
from bot.channels.jsonl import BadLine, parsed_text
from bot.cli.options import (
    INTERRUPTED,
    DialogueArgument,
    commands,
    known_dialogue,
    read_any_bytes,
)
from bot.clock import wall_clock
from bot.content.loading import load_content
from bot.errors import CannotSave, ContentError, UsageError
from bot.flows.registry import FLOWS
from bot.installation import load_settings

app = commands()


@app.command()
def check(
    folders: Annotated[
        list[Path] | None,
        typer.Argument(help="Folders that hold dialogues/ and frameworks/.", show_default=False),
    ] = None,
) -> None:
    """Check the content: every problem with its file, its line and the mend."""
    problems = 0
    for folder in folders or [content_folder(load_settings())]:
        try:
            content = load_content(folder, today=wall_clock().date())
        except ContentError as error:
            typer.echo(str(error))
            problems += len(error.problems)
        else:
            for warning in content.warnings:
                typer.echo(warning)
            counts = f"{len(content.dialogues)} dialogue(s), {len(content.frameworks)} framework(s)"
            typer.echo(f"{folder}: {counts}, no problems.", err=True)
    if problems:
        typer.echo(f"{problems} problem(s).", err=True)
        raise typer.Exit(1)


@app.command()
def diagram(
    dialogue: Annotated[
        str, typer.Argument(help="The id of a dialogue, such as thing_2.", show_default=False)
    ] = "",
    prompts: Annotated[
        bool, typer.Option("--prompts", help="What can be asked beside the questions.")
    ] = False,
) -> None:
    """Print a state machine as a Mermaid diagram: the steps of a dialogue, or the prompts."""
    if bool(dialogue) == prompts:
        raise typer.BadParameter("Name a dialogue, or use --prompts.")
    if prompts:
        typer.echo(draw_prompts(FLOWS.prompts.values()), nl=False)
        return
    content = open_content(load_settings())
    known_dialogue(content, dialogue)
    typer.echo(draw_steps(content.dialogues[dialogue]), nl=False)


@app.command()
def preview(
    dialogue: DialogueArgument,
    out: Annotated[Path | None, typer.Option(help="The file to write.", show_default=False)] = None,
) -> None:
    """Write a page with every message as it looks on a phone, to open in a browser."""
    content = open_content(load_settings())
    known_dialogue(content, dialogue)
    path = out or Path(f"preview-{dialogue}.html")
    try:
        path.write_text(page(content, content.dialogues[dialogue], wall_clock()), "utf-8")
    except OSError as error:
        why = error.strerror or str(error)
        raise CannotSave("cannot_write_page", path=str(path), why=why) from error
    typer.echo(path)


@app.command()
def links(
    seconds: Annotated[
        float, typer.Option("--timeout", min=0.1, help="Seconds that one link may take.")
    ] = 10.0,
) -> None:
    """Try every link: what answers, what moved, what is gone. Ends with 1 when a link must be
    mended. Lines with tabs where the output is no screen, so that a scheduled job can keep them."""
    content = open_content(load_settings())
    table = LinkTable(addresses(content.resources.values()), seconds)
    try:
        asyncio.run(table.fill())
    except KeyboardInterrupt:
        table.show()
        raise typer.Exit(INTERRUPTED) from None
    table.show()
    if table.to_mend:
        raise typer.Exit(1)


@app.command()
def learn() -> None:
    """Learn the tables of weights anew from frameworks/labelled and sentences.yaml: the same rows
    lead to the same files. Needs the extra “learn”."""
    try:
        from bot.authoring.learn import write_tables  # noqa: PLC0415 - the extra “learn”
    except ModuleNotFoundError as missing:
        raise UsageError("no_learn") from missing
    for path in write_tables(content_folder(load_settings())):
        typer.echo(path)


@app.command("notice")
def notice_(
    text: Annotated[str, typer.Argument(help="What somebody wrote.", show_default=False)] = "",
    jsonl: Annotated[bool, typer.Option(help="JSON lines in and out, for programs.")] = False,
) -> None:
    """Show what the coach would make of a text: what it is for, what it tells, practices,
    identifiers, names, harm."""
    content = open_content(load_settings())
    if not jsonl:
        read_any_bytes()
        typer.echo(
            json.dumps(read(content, text or sys.stdin.read()), ensure_ascii=False, indent=2)
        )
        return
    read_any_bytes()
    all_read = True
    for number, line in enumerate(sys.stdin, 1):
        try:
            answer = read(content, *parsed_text(line)) if line.strip() else None
        except BadLine as error:
            answer, all_read = {"error": f"line {number}: {error}"}, False
        if answer is not None:
            typer.echo(json.dumps(answer))
    if not all_read:
        raise typer.Exit(1)
