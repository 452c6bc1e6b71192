"""Commands of an operator for the data: backups, restoring, keys, and whether all is well."""

from __future__ import annotations

import asyncio
import json
import shutil
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot import __version__
from bot.app import content_folder
from bot.cli.error_line import error_line
from bot.cli.options import commands
from bot.clock import wall_clock
from bot.content.loading import load_words
from bot.content.words.words import Words
from bot.domain.cohort import Cohort
from bot.domain.health import Around, Health, is_well, troubles
from bot.engine.wording import fill
from bot.errors import BackupFailed, StoreError
from bot.installation import load_settings, settings_of_each
from bot.settings import Settings, settings_file
from bot.store.encryption_key import read_key
from bot.store.place import DataPlace
from bot.store.places import place_of
from bot.store.sqlite.backup import drop_old
from bot.store.sqlite.looking import BACKUP_AT
from bot.store.sqlite.restore import Restored, Restoring, drop_replaced

app = commands()

YesOption = Annotated[bool, typer.Option("--yes", help="Do not ask.")]

KeyFileOption = Annotated[
    Path | None, typer.Option("--key-file", help="Another key than that of the data.")
]


@app.command()
def backup(
    folder: Annotated[Path | None, typer.Argument(help="Where to (backups, in the data).")] = None,
    key_file: KeyFileOption = None,
    keep: Annotated[int, typer.Option(min=1, help="The most copies that are kept.")] = 30,
    days: Annotated[int, typer.Option(min=1, help="Older copies are deleted.")] = 30,
) -> None:
    """Make a checked, encrypted copy of the data, of each bot. A coach may be running."""
    words, now = words_of(), wall_clock()
    for name, settings in settings_of_all().items():
        place = place_of(settings)
        place.only_in_folder("backup")
        to = ((folder / name) if folder else place.folder / "backups").expanduser()
        path = asyncio.run(_back_up(place, to, _other_key(key_file), now))
        tell(words, words.operator.backed_up, path=path)
        if gone := drop_old(to, keep, days, now):
            tell(words, words.operator.old_backups, count=len(gone))
        if gone := drop_replaced(place.folder, days, now):
            tell(words, words.operator.old_replaced, count=len(gone))


async def _back_up(place: DataPlace, to: Path, other_key: str, now: datetime) -> Path:
    key = place.key_of_data()
    store = place.open(key, beside=True)
    try:
        path = store.back_up(to, other_key or key, now)
        await store.set_meta(BACKUP_AT, now.isoformat())
    finally:
        await store.close()
    return path


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A backup, as `coach backup` has made it.")],
    key_file: KeyFileOption = None,
    yes: YesOption = False,
) -> None:
    """Put a backup in the place of the data. It is checked first, and what was there is kept."""
    words, place = words_of(), place_of_data()
    place.only_in_folder("restore")
    said, key = words.operator, place.new_key()
    restoring = Restoring(file.absolute(), place.folder, key, _other_key(key_file) or key)
    try:
        found = restoring.check()
    except BackupFailed as error:
        if key_file is None and (old := place.old_key_of(file.absolute())):
            raise BackupFailed("restore_old_key", path=str(file), key=str(old)) from error
        raise
    tell(words, said.in_backup, people=found["conversations"], messages=found["messages"])
    ask(words, yes, said.restore_ask, path=place.folder)
    _tell_restored(words, restoring.carry_out(wall_clock()))


def as_named(cohorts: Iterable[Cohort]) -> str:
    """Return cohorts as an operator reads of them: their names, and what commands call them."""
    return ", ".join(f"“{each.name}” ({each.id})" for each in cohorts)


def _tell_restored(words: Words, done: Restored) -> None:
    said = words.operator
    counts = done.counts
    tell(words, said.restored, people=counts["conversations"], messages=counts["messages"])
    tell(words, said.sends_unknown)
    if done.erased:
        tell(words, said.erased_again, count=done.erased)
    if done.left_alone:
        tell(words, said.left_alone, cohorts=as_named(done.left_alone))
    if not done.is_list_known:
        tell(words, said.no_list)
    if done.kept_in:
        tell(words, said.replaced_in, path=done.kept_in)


@app.command()
def status(
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Say whether the coach is well, or each bot. The exit status is 0 for yes, 1 for no."""
    each = settings_of_all()
    is_one = "" in each
    found = dict[str, dict[str, object]]()
    for name, its in each.items():
        try:
            found[name] = facts = _facts(its)
        except StoreError as error:  # the others are to be told of all the same
            if is_one:
                raise
            found[name] = facts = {"well": False, "why": error_line(words_of(), error)}
        if not as_json:
            _tell_status(name, facts)
    if as_json:
        told = found[""] if is_one else {"bots": found}
        typer.echo(json.dumps(told, default=str))
    raise typer.Exit(0 if all(facts["well"] for facts in found.values()) else 1)


def _facts(settings: Settings) -> dict[str, object]:
    """Return the facts that can be told of one bot. Raises StoreError."""
    place, now = place_of(settings), wall_clock()

    async def look() -> tuple[Health, bool]:
        with place.reading() as store:
            try:
                return await store.health(now), store.is_sent_from
            finally:
                await store.close()

    health, runs = asyncio.run(look())
    is_to_run = bool(settings.telegram_bot_token.get_secret_value() or settings.web_url)
    around = Around(runs, shutil.disk_usage(place.folder).free, is_to_run)
    wrong = list(troubles(health, around, now))
    return {
        "well": is_well(iter(wrong)),
        "troubles": wrong,
        "version": __version__,
        "data": place.name,
        "key": str(place.key_file),
        "settings": settings_file() and str(settings_file()),
        **asdict(around),
        **asdict(health),
    }


def _tell_status(name: str, facts: dict[str, object]) -> None:
    """Print what is known of one bot; its name first, where there are several."""
    words = words_of()
    if name:
        typer.echo(f"== {name}")
    tell(words, words.operator.well if facts["well"] else words.operator.not_well)
    wrong = facts.get("troubles")
    for each in wrong if isinstance(wrong, list) else ():
        tell(words, getattr(words.operator, each))
    for fact, value in facts.items():
        if fact not in ("well", "troubles"):
            typer.echo(f"{words.operator.facts[fact]:22} {_shown(words, fact, value)}")


def _shown(words: Words, name: str, value: object) -> str:
    """A fact as people read it: room in a unit, a moment to the minute, a dash for none."""
    if name == "free" and isinstance(value, int):
        return _size(value)
    if isinstance(value, bool):
        return words.operator.yes if value else words.operator.no
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M} UTC"
    return "-" if value is None else str(value)


def _size(count: float) -> str:
    """Bytes in the unit in which they are a number of one to three digits."""
    units = iter(("B", "kB", "MB", "GB", "TB"))
    unit = next(units)
    while count >= 1000 and unit != "TB":
        count, unit = count / 1000, next(units)
    return f"{count:.1f} {unit}"


def settings_of_all() -> dict[str, Settings]:
    """Return the settings of each bot by its name; of one, or the one that was named, by ""."""
    settings = load_settings()
    is_one = settings.coach_bot or not settings.bots
    return {"": settings} if is_one else settings_of_each()


def words_of() -> Words:
    """Return the words of the settings."""
    return load_words(content_folder(load_settings()))


def place_of_data() -> DataPlace:
    """Return where the settings say that the data is."""
    return place_of(load_settings())


def _other_key(key_file: Path | None) -> str:
    """Return the key in a file that is not the data's; "" for none. Raises KeyProblem."""
    return read_key(key_file.expanduser()) if key_file else ""


def say(words: Words, sentence: str, **facts: object) -> str:
    """Return a sentence with its facts."""
    return str(fill(words, sentence, **facts))


def tell(words: Words, sentence: str, *, err: bool = False, **facts: object) -> None:
    """Print a sentence with its facts; with ``err`` beside what a program reads."""
    typer.echo(say(words, sentence, **facts), err=err)


def ask(words: Words, yes: bool, sentence: str, **facts: object) -> None:
    """Go on only after a yes, which ``yes`` has given."""
    if not yes and not typer.confirm(say(words, sentence, **facts)):
        tell(words, words.operator.nothing_changed)
        raise typer.Exit(1)
