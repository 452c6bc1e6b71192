"""Reading ``bots.yaml``: every mistake in it, and in what it names, with its line and the mend."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from bot.content.folders import DIALOGUES
from bot.content.models.bots import Bot, Bots
from bot.content.source_files import read_source
from bot.content.validation import built
from bot.content.yaml_reader import Source
from bot.errors import ContentError

LONGEST_TOKEN = 200

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")


def read_bots(file: Path) -> tuple[Bot, ...]:
    """Return the bots of an installation. Raises ContentError with all that is wrong."""
    source = read_source(file)
    bots = built(source, Bots).bots
    _check_unlike(source, file.parent, bots)
    for number, bot in enumerate(bots):
        for field, what in _wrong(file.parent, bot):
            source.note(("bots", number, field), what)
    if source.problems:
        raise ContentError(source.problems)
    return bots


def token_file(folder: Path, bot: Bot) -> Path:
    """Return where the token of a bot is, whose own file lies in a folder."""
    return folder / Path(bot.token_file).expanduser()


def token_in(folder: Path, bot: Bot) -> str:
    """Return the token of a bot, whose file lies in a folder. Raises OSError, UnicodeError."""
    with token_file(folder, bot).open(encoding="utf-8") as file:
        return file.read(LONGEST_TOKEN).strip()


def _wrong(folder: Path, bot: Bot) -> Iterator[tuple[str, str]]:
    """Yield the fields of a bot that cannot work, and why."""
    try:
        if not _TOKEN.fullmatch(token_in(folder, bot)):
            yield "token_file", f"{bot.token_file} holds no token; copy it again from @BotFather"
    except OSError as error:
        yield (
            "token_file",
            f"{bot.token_file} cannot be read ({error.strerror}); put the token there",
        )
    except UnicodeError:
        yield "token_file", f"{bot.token_file} is not UTF-8; write the token and nothing else"
    if bot.content and not (folder / Path(bot.content).expanduser() / DIALOGUES).is_dir():
        yield "content", f"there is no {DIALOGUES}/ in {bot.content}; name a folder that has it"
    if bot.webhook_url and not bot.webhook_url.startswith("https://"):
        yield "webhook_url", "must begin with https://; Telegram brings updates to no other"
    for door in ("web", "webhook"):
        if bool(getattr(bot, f"{door}_url")) != bool(getattr(bot, f"{door}_port")):
            given = f"{door}_url" if getattr(bot, f"{door}_url") else f"{door}_port"
            yield given, f"{door}_url and {door}_port go together; write both or none"


def _check_unlike(source: Source, folder: Path, bots: tuple[Bot, ...]) -> None:
    """Note what two bots have in common that each must have for itself."""
    seen = dict[tuple[str, object], str]()
    for number, bot in enumerate(bots):
        for field, kind, value in _own(folder, bot):
            if first := seen.get((kind, value)):
                what = f"{kind} is that of the bot {first} already; give each its own"
                source.note(("bots", number, field), what)
            else:
                seen[kind, value] = bot.name


def _own(folder: Path, bot: Bot) -> Iterator[tuple[str, str, object]]:
    """Yield the fields that no other bot may have, with what is compared."""
    yield "name", "the name", bot.name
    with suppress(OSError, UnicodeError):
        yield "token_file", "the token", token_in(folder, bot)
    for field in ("web_port", "webhook_port"):
        if port := getattr(bot, field):
            yield field, "the port", port
