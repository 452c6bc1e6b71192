"""Requests of people: who is meant, all that is kept of them, and its end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

import typer

from bot.channels.terminal import harmless
from bot.cli.operator import as_named, ask, place_of_data, say, words_of
from bot.cli.options import commands, whoever_asks
from bot.clock import wall_clock
from bot.domain.access import AccessQuery
from bot.domain.fingerprints import short_number
from bot.errors import CoachError
from bot.store.files import Files
from bot.store.operating import OperatorStore
from bot.store.sqlite.looking import Found

app = commands()

WhoArgument = Annotated[str, typer.Argument(help="An id, as `coach people` shows it.")]


@app.command()
def people(
    asked: Annotated[
        str, typer.Argument(help="A number of /mydata, an id, a name, or “cohort number”.")
    ] = "",
    done: Annotated[bool, typer.Option("--done", help="What was done for people.")] = False,
) -> None:
    """Find somebody by an id, a name or a number. No words of theirs are shown."""

    async def look() -> list[str]:
        async with _store() as store:
            if done:
                return ["\t".join(map(str, each)) for each in await store.operations()]
            return [_line(each) for each in await store.find(asked)]

    said = words_of().operator
    none = said.nothing_done if done else said.no_people
    if lines := asyncio.run(look()):
        # Beside what a program reads.
        typer.echo((said.done_heads if done else said.people_heads).replace(", ", "\t"), err=True)
    elif asked:
        none = say(words_of(), said.nobody, typed=asked)
    for line in lines or [none]:
        typer.echo(line)


def _line(each: Found) -> str:
    in_cohort = f"{each.cohort} {each.number}" if each.cohort else "-"
    number = short_number(each.conversation)
    columns = (
        *(each.conversation, each.channel, in_cohort, each.name or "-", each.last_at[:16]),
        number,
    )
    return "\t".join(harmless(column) for column in columns)


@app.command()
def forget(
    who: WhoArgument, yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False
) -> None:
    """Delete all that is kept of one person. A coach may be running."""
    words = words_of()
    said = words.operator

    async def work(*, only_look: bool) -> str:
        """The cohorts after which nobody else looks, "" for none."""
        async with _store(writes=True) as store:
            conversation = await _known(store, who)
            access = await store.access(conversation, AccessQuery(), wall_clock())
            if not only_look:
                Files(place_of_data().folder / "files", lambda _: b"").forget(conversation)
                await store.forget(conversation, whoever_asks(), wall_clock())
            return as_named(access.looked_after_alone)

    if alone := asyncio.run(work(only_look=True)):
        typer.echo(say(words, said.forget_alone, cohorts=alone))
    ask(words, yes, said.forget_ask, chat=who)
    left = asyncio.run(work(only_look=False))
    typer.echo(say(words, said.forgotten, chat=who))
    if left:
        typer.echo(say(words, said.left_alone, cohorts=left))


@asynccontextmanager
async def _store(*, writes: bool = False) -> AsyncIterator[OperatorStore]:
    """The store beside a coach; a copy where it can only be read, unless something is written."""
    place = place_of_data()
    if writes:
        store = place.open(place.key_of_data(), beside=True)
        try:
            yield store
        finally:
            await store.close()
        return
    with place.reading() as store:
        try:
            yield store
        finally:
            await store.close()


async def _known(store: OperatorStore, who: str) -> str:
    """Return the id of a conversation. Raises CoachError when there is none."""
    conversation = await store.named(who)
    if not (await store.load(conversation)).attempts and not await store.addresses(conversation):
        raise CoachError("unknown_chat", chat=who, path=str(place_of_data().folder))
    return conversation
