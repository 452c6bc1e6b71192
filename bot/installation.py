"""Which bots there are, and the settings of each: those of the installation, and its own on top.

Each bot has a folder, a key, and on a server a schema of its own, all called by its name. So no
statement that is run for one can reach what is another's.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.content.models.bots import Bot
from bot.errors import BadSettings, ContentError, SettingFault, UsageError
from bot.settings import Settings, settings_file
from bot.settings import load_settings as load_installation
from bot.store.places import in_schema

OF_ONE = ("telegram_bot_token", "web_url", "webhook_url", "operator_name", "operator_contact")
"""Settings that each bot has for itself, in the file."""


def load_settings(**given: object) -> Settings:
    """Return the settings of the bot that a command is for, with what the command line gave on top.

    Without ``--bot`` they are the installation's own. Raises UsageError or ContentError.
    """
    if not (name := load_installation().coach_bot):
        return load_installation(**given)
    each = settings_of_each()
    if name not in each:
        raise UsageError("unknown_bot", typed=name, known=", ".join(each) or "-")
    settings, more = each[name], dict[str, Any](given)
    if url := more.get("database_url"):
        more["database_url"] = SecretStr(in_schema(str(url), name))
    elif "database_url" in more:
        more["database_url"] = SecretStr("")
    if folder := more.get("coach_data"):
        more["coach_data"] = Path(folder)
    return settings.model_copy(update=more)


def settings_of_each() -> dict[str, Settings]:
    """Return the settings of each bot by its name, none where the installation is one bot.

    Raises UsageError or ContentError.
    """
    installation = load_installation()
    file = installation.bots
    if file is None:
        return {}
    for name in OF_ONE:
        if _given(installation, name):
            raise BadSettings(SettingFault(name.upper(), "of_each_bot", {"file": str(file)}))
    from bot.content.bots_file import read_bots, token_in  # noqa: PLC0415 - most have no such file

    try:
        bots = read_bots(file)
    except ContentError as error:
        error.exit_status = UsageError.exit_status
        raise
    return {
        bot.name: _settings(installation, bot, file.parent, token_in(file.parent, bot))
        for bot in bots
    }


def files_with_secrets(settings: Settings) -> Iterator[Path]:
    """Yield what holds a token or a password: the file of the settings, and each bot's own.

    Raises ContentError.
    """
    if file := settings_file():
        yield file
    if settings.bots:
        from bot.content.bots_file import read_bots, token_file  # noqa: PLC0415 - as above

        yield from (token_file(settings.bots.parent, bot) for bot in read_bots(settings.bots))


def _given(settings: Settings, name: str) -> bool:
    found = getattr(settings, name)
    return bool(found.get_secret_value() if isinstance(found, SecretStr) else found)


def _settings(installation: Settings, bot: Bot, folder: Path, token: str) -> Settings:
    """The settings of one bot, whose file has been checked."""
    own = bot.model_dump(exclude={"name", "token_file", "content"}, exclude_none=True)
    url = installation.database_url.get_secret_value()
    content = bot.content and folder / Path(bot.content).expanduser()
    secret = installation.webhook_secret.get_secret_value()
    return installation.model_copy(
        update={
            **own,
            "coach_bot": bot.name,
            "coach_data": installation.coach_data.expanduser() / bot.name,
            "coach_key_file": installation.coach_key_file.expanduser().with_name(f"{bot.name}.key"),
            "coach_content": content or installation.coach_content,
            "database_url": SecretStr(url and in_schema(url, bot.name)),
            "telegram_bot_token": SecretStr(token),
            "webhook_secret": SecretStr(secret and _secret(secret, bot.name)),
        }
    )


def _secret(secret: str, name: str) -> str:
    """A webhook's secret of its own: who knows it can bring nothing to another bot."""
    return hmac.new(secret.encode(), name.encode(), hashlib.sha256).hexdigest()
