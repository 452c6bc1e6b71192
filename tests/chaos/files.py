"""What can happen to the files: damage, loss, another key, a failing disk, two at once."""

from __future__ import annotations

import logging
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

from bot.errors import CannotSave, DataGone, DataInUse, StoreError
from bot.services.coach import Coach
from bot.store.sqlite import connection
from tests.chaos.disk import Recorder
from tests.chaos.grounds import begun, folder, opened, say, sentence, settings_in, store_of, texts
from tests.chaos.rows import Outcome

CHATS = [f"c{number}" for number in range(6)]

FULL, READ_ONLY, BROKEN = 13, 8, 778
"""SQLITE_FULL, SQLITE_READONLY, SQLITE_IOERR_WRITE."""


async def _filled(place: Path, seed: int) -> dict[str, list[str]]:
    """Several chats with pages of their own, closed in order; gives their words."""
    coach, chance = opened(place), random.Random(seed)
    for chat in CHATS:
        await begun(coach, chat)
        for number in range(2):
            text = f"{chat} {sentence(number)} " + "word " * chance.randrange(300, 900)
            await say(coach, chat, text.strip(), str(number))
    kept = {chat: await texts(coach, chat) for chat in CHATS}
    await coach.store.close()
    return kept


async def _damage(
    seed: int, tries: int, harm: Callable[[bytearray, random.Random], None]
) -> Outcome:
    """Open a damaged file: each chat is as it was, or is refused with a sentence."""
    outcome, chance = Outcome(), random.Random(seed)
    whole = refused = 0
    with folder() as place:
        kept = await _filled(place, seed)
        path = place / "data" / "coach.db"
        good = path.read_bytes()
        for number in range(tries):
            bad = bytearray(good)
            harm(bad, chance)
            path.write_bytes(bad)
            try:
                coach = opened(place)
            except StoreError:
                refused += 1
                outcome.check(path.read_bytes() == bad, f"{number}: the file was changed")
                continue
            except Exception as error:
                outcome.check(False, f"{number}: {type(error).__name__} at opening")
                continue
            wrong = await _wrong(coach, kept)
            whole += not wrong
            outcome.check("" not in wrong, f"{number}: {wrong}")
            await coach.store.close()
    told = tries - whole - refused
    outcome.note = f"{whole} harmed nobody, {told} one chat or more, {refused} were refused whole"
    return outcome


async def _wrong(coach: Coach, kept: dict[str, list[str]]) -> list[str]:
    """The chats that cannot be read, and "" for each that is read, but is not as it was."""
    found = list[str]()
    for chat, words in kept.items():
        try:
            if await texts(coach, chat) != words:
                found.append("")
        except StoreError:
            found.append(chat)
        except Exception:
            found.append("")
    return found


async def flipped_bits(seed: int, tries: int) -> Outcome:
    """One bit of the file at a place drawn by lot."""

    def harm(content: bytearray, chance: random.Random) -> None:
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)

    return await _damage(seed, tries, harm)


async def cut_off(seed: int, tries: int) -> Outcome:
    """The end of the file is missing, from a place drawn by lot."""

    def harm(content: bytearray, chance: random.Random) -> None:
        del content[chance.randrange(1, len(content)) :]

    return await _damage(seed, tries, harm)


async def swapped_keys(seed: int, tries: int) -> Outcome:
    """The key of another installation: the file is left as it is, and opens again with its own."""
    outcome = Outcome()
    with folder() as one, folder() as other:
        kept = await _filled(one, seed)
        await _filled(other, seed + 1)
        mine, theirs = settings_in(one).coach_key_file, settings_in(other).coach_key_file
        right, path = mine.read_text(), one / "data" / "coach.db"
        before = path.read_bytes()
        for number in range(tries):
            mine.write_text(theirs.read_text())
            outcome.check(_is_refused(one), f"{number}: it opened")
            mine.write_text(right)
        outcome.check(path.read_bytes() == before, "the file was changed")
        coach = opened(one)
        outcome.check(not await _wrong(coach, kept), "the right key does not open it")
        await coach.store.close()
    return outcome


def _is_refused(place: Path) -> bool:
    try:
        opened(place)
    except StoreError:
        return True
    return False


async def two_instances(seed: int, tries: int) -> Outcome:
    """A second coach on the same folder is told, and the first goes on."""
    del seed
    outcome = Outcome()
    with folder() as place, patch.object(connection, "PATIENCE", 0.05):
        coach = opened(place)
        await begun(coach, "one")
        for number in range(tries):
            try:
                opened(place)
            except DataInUse:
                await say(coach, "one", sentence(number), str(number))
                outcome.check(len(await texts(coach, "one")) == number + 1, f"{number}: not kept")
            else:
                outcome.check(False, f"{number}: both opened it")
        await coach.store.close()
    return outcome


async def failing_disk(seed: int, tries: int) -> Outcome:
    """A disk that is full, read-only or broken from a write drawn by lot on, and then well again.

    What was called saved is there, in order, and what was not is said again, as Telegram does.
    """
    outcome, chance, recorder = Outcome(), random.Random(seed), Recorder()
    with folder() as place, recorder.recording():
        coach = opened(place)
        store_of(coach)._execute("PRAGMA wal_autocheckpoint = 40")
        await begun(coach, "one")
        sent = list[str]()
        refused = 0
        for number in range(tries):
            text = f"{sentence(number)} " + "word " * chance.randrange(900)
            fails_with, left = chance.choice((FULL, READ_ONLY, BROKEN)), [chance.randrange(60)]

            def fails(fails_with: int = fails_with, left: list[int] = left) -> int:
                left[0] -= 1
                return fails_with if left[0] < 0 else 0

            recorder.refuses = fails
            refused += await _is_not_saved(coach, text, number)
            recorder.refuses = lambda: 0
            await say(coach, "one", text, str(number))  # known by its key where it was saved
            sent.append(text)
        kept = await texts(coach, "one")
        outcome.tried = tries
        outcome.losses += [text[:50] for text in sent if kept.count(text) != 1]
        outcome.check(kept == sent, "out of order")
        await coach.store.close()
        coach = opened(place)
        outcome.check(await texts(coach, "one") == sent, "another after a restart")
        await coach.store.close()
    outcome.note = f"{refused} not called saved, and then sent again"
    return outcome


async def _is_not_saved(coach: Coach, text: str, number: int) -> bool:
    try:
        await say(coach, "one", text, str(number))
    except CannotSave:
        return True
    return False


async def taken_away(seed: int, tries: int) -> Outcome:
    """The file is deleted or replaced under a coach that runs: it says saved to nobody more."""
    outcome = Outcome()
    for number in range(tries):
        with folder() as place:
            coach, path = opened(place), place / "data" / "coach.db"
            await begun(coach, "one")
            if number % 2:
                shutil.copy(path, path.with_name("copy"))
                path.with_name("copy").replace(path)
            else:
                path.unlink()
            try:
                await say(coach, "one", sentence(number), "1")
            except DataGone:
                outcome.check(True, "")
            else:
                outcome.check(False, f"{number}: it was called saved")
            await coach.store.close()
    return outcome


async def missing_journal(seed: int, tries: int) -> Outcome:
    """The write-ahead log is gone: no harm after a stop in order, and told after a crash."""
    outcome = Outcome()
    with folder() as place:
        coach = opened(place)
        await begun(coach, "one")
        for number in range(tries):
            await say(coach, "one", sentence(number), str(number))
            with folder() as crashed:
                shutil.copytree(place, crashed, dirs_exist_ok=True)
                (crashed / "data" / "coach.db-wal").unlink()
                outcome.check(await _is_told(crashed), f"{number}: nobody was told")
        kept = await texts(coach, "one")
        await coach.store.close()
        (place / "data" / "coach.db-wal").unlink(missing_ok=True)
        coach = opened(place)
        outcome.check(await texts(coach, "one") == kept, "lost after a stop in order")
        await coach.store.close()
    return outcome


async def _is_told(place: Path) -> bool:
    told = list[str]()
    logger = logging.getLogger("bot.store.sqlite.connection")
    with patch.object(logger, "error", lambda text, *facts: told.append(text % facts)):
        try:
            await opened(place).store.close()
        except StoreError:
            return True
    return any("journal" in each for each in told)
