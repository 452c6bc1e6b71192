"""A power cut at any moment: what was called saved is there, in order, once."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass
from pathlib import Path

from bot.errors import StoreError
from bot.services.coach import Coach
from bot.store.sqlite.store import SqliteStore
from tests.chaos.disk import Disk, Note, Recorder
from tests.chaos.grounds import begun, folder, opened, say, sentence, settings_in, store_of
from tests.chaos.rows import Outcome

CHATS = ("one", "two", "three", "four")

PAGES = 60
"""After so many the log is brought into the file: often, so that many cuts come just then."""


@dataclass
class Written:
    """What was called saved, and after how many notes of the disk."""

    disk: Disk
    notes: list[Note]
    sent: dict[str, list[str]]
    saved: list[tuple[int, str, str]]


async def power_cut(seed: int, tries: int) -> Outcome:
    """Cut the power so often. With synchronous=NORMAL the same must lose."""
    outcome = await _cuts(seed, tries, "FULL")
    weaker = await _cuts(seed, max(tries // 5, 20), "NORMAL")
    outcome.note = (
        f"the same with synchronous=NORMAL loses in {len(weaker.losses)} of {weaker.tried}"
    )
    if not weaker.losses:
        outcome.losses.append("the same with NORMAL lost nothing: the attack is too weak")
    return outcome


async def _cuts(seed: int, tries: int, synchronous: str) -> Outcome:
    chance, outcome = random.Random(seed), Outcome()
    with folder() as place, folder() as after:
        written = await _write(place, min(300, 40 + tries), synchronous)
        key = settings_in(place).coach_key_file.read_text().strip()
        moments = sorted(chance.randrange(len(written.notes)) for _ in range(tries))
        played = 0
        for moment in moments:
            for note in written.notes[played:moment]:
                written.disk.play(note)
            played = moment
            image = written.disk.after_cut(chance if chance.random() < 0.5 else None)
            lost = await _lost(after, image, key, written, moment)
            outcome.check(not lost, f"cut after {moment} notes: {lost}")
    return outcome


async def _write(place: Path, many: int, synchronous: str) -> Written:
    recorder, sent = Recorder(), {chat: list[str]() for chat in CHATS}
    saved = list[tuple[int, str, str]]()
    with recorder.recording():
        coach = opened(place)
        execute = store_of(coach)._execute
        execute(f"PRAGMA wal_autocheckpoint = {PAGES}")
        execute(f"PRAGMA synchronous = {synchronous}")
        for chat in CHATS:
            await begun(coach, chat)
        disk = Disk(place / "data")
        recorder.notes.clear()

        async def write(chat: str, coach: Coach) -> None:
            for number in range(many // len(CHATS)):
                text = sentence(number)
                sent[chat].append(text)
                await say(coach, chat, text, str(number))
                saved.append((len(recorder.notes), chat, text))

        await asyncio.gather(*(write(chat, coach) for chat in CHATS))
        notes = list(recorder.notes)  # of a coach that runs: closing it brings the log in
        await coach.store.close()
    return Written(disk, notes, sent, saved)


async def _lost(
    after: Path, image: dict[str, bytes], key: str, written: Written, moment: int
) -> str:
    """What is missing once the power is back, "" for nothing."""
    for path in after.iterdir():
        path.unlink()
    for name, content in image.items():
        (after / Path(name).name).write_bytes(content)
    try:
        store = SqliteStore.open(after, key, Path("key"))
    except StoreError as error:
        return f"it does not open: {error}"
    try:
        damage = store._execute("PRAGMA quick_check").fetchone()[0]
        if damage != "ok":
            return str(damage)
        for chat in CHATS:
            kept = [each.text for each in (await store.load(chat)).messages]
            if kept != written.sent[chat][: len(kept)]:
                return f"out of order: {kept[-2:]}"
            saved = sum(at <= moment and who == chat for at, who, _ in written.saved)
            if len(kept) < saved:
                return f"{saved} were called saved, {len(kept)} are there"
        return ""
    finally:
        await store.close()
