"""Every setting, in one object, from the environment and from one ``.env``.

``.env.example`` names each of them; a test holds the two together.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

import platformdirs
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import UsageError
from bot.settings_check import misspelt, problems

APP = "reflection-coach"

ENV = ".env"


def _default_data() -> Path:
    return platformdirs.user_data_path(APP) / "data"


class Settings(BaseSettings):
    """What an operator can set. Paths are made absolute where they are used.

    Data and key have a folder each: on some systems the user's data and config folders are one.
    """

    model_config = SettingsConfigDict(env_ignore_empty=True, extra="ignore", frozen=True)

    coach_data: Path = Field(default_factory=_default_data)
    coach_key_file: Path = Field(
        default_factory=lambda: platformdirs.user_config_path(APP) / "key" / "database.key"
    )
    database_url: SecretStr = SecretStr("")
    coach_content: Path | None = None
    operator_name: str = ""
    operator_contact: str = ""

    telegram_bot_token: SecretStr = SecretStr("")
    telegram_api_url: str = "https://api.telegram.org"
    webhook_url: str = ""
    webhook_secret: SecretStr = SecretStr("")
    webhook_host: str = "127.0.0.1"
    webhook_port: int = Field(default=8443, ge=1, le=65535)
    web_url: str = ""
    web_host: str = "127.0.0.1"
    web_port: int = Field(default=8023, ge=1, le=65535)
    forwarded_allow_ips: str = "127.0.0.1"
    log_format: Literal["text", "json"] = "text"
    health_port: int | None = Field(default=None, ge=1, le=65535)
    smtp_host: str = ""
    smtp_port: int = Field(default=587, ge=1, le=65535)
    smtp_user: str = ""
    smtp_password: SecretStr = SecretStr("")
    smtp_from: str = ""
    smtp_security: Literal["starttls", "tls", "none"] = "starttls"
    keep_months: int | None = Field(default=None, ge=3, le=1200)
    send_rate_limit: float | None = Field(default=None, gt=0)


def settings_file(data: object = None) -> Path | None:
    """Return the ``.env`` that is read, None for none: this folder's, or else that of the data.

    ``data`` is a data folder that the command line gave. Only one file is read, so that nobody
    has to know which of two settings won.
    """
    kept = data or os.environ.get("COACH_DATA") or _default_data()
    for folder in (Path(), Path(str(kept)).expanduser()):
        if os.path.isfile(file := folder.absolute() / ENV):  # noqa: PTH113 - False where it may not look
            return file
    return None


def load_settings(**given: object) -> Settings:
    """The settings, with what the command line gave on top. Raises UsageError naming all wrong."""
    file = settings_file(given.get("coach_data"))
    wrong = list(misspelt(file, Settings.model_fields)) if file else []
    try:
        settings = Settings(_env_file=file, **given)  # type: ignore[arg-type]
    except ValidationError as error:
        found = error.errors(include_url=False)
        wrong += [("_".join(map(str, each["loc"])), each["msg"]) for each in found]
        raise _wrong(wrong) from error
    except (OSError, ValueError) as error:
        why = "the file is not UTF-8" if isinstance(error, UnicodeError) else str(error)
        raise UsageError("bad_setting", setting=str(file or ENV), why=why) from error
    if wrong := wrong + list(problems(settings)):
        raise _wrong(wrong)
    return settings


def _wrong(found: list[tuple[str, str]]) -> UsageError:
    """All of it at once, so that one start is enough to mend them."""
    told = [(setting.upper(), why) for setting, why in found]
    if len(told) == 1:
        return UsageError("bad_setting", setting=told[0][0], why=told[0][1])
    listed = " ".join(f"{setting}: {why}." for setting, why in told)
    return UsageError("bad_settings", count=str(len(told)), listed=listed)
