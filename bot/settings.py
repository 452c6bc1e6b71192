"""Every setting, in one object, from the environment and from one ``.env``.

``.env.example`` names each of them; a test holds the two together.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import platformdirs
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import BadSettings, SettingFault
from bot.settings_check import misspelt, no_value, problems

APP = "reflection-coach"

ENV = ".env"

BOTS = "bots.yaml"
"""In the data, where one installation serves several bots."""


def _default_data() -> Path:
    return platformdirs.user_data_path(APP) / "data"


class Settings(BaseSettings):
    """Settings that an operator can make. Paths are made absolute where they are used.

    Data and key have a folder each: on some systems the user's data and config folders are one.
    """

    model_config = SettingsConfigDict(env_ignore_empty=True, extra="ignore", frozen=True)

    coach_data: Path = Field(default_factory=_default_data)
    coach_key_file: Path = Field(
        default_factory=lambda: platformdirs.user_config_path(APP) / "key" / "database.key"
    )
    database_url: SecretStr = SecretStr("")
    bots_file: Path | None = None
    coach_bot: str = ""
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

    @property
    def bots(self) -> Path | None:
        """Where the bots of this installation stand, None where it is one bot."""
        beside = self.coach_data.expanduser() / BOTS
        found = self.bots_file or (beside if os.path.isfile(beside) else None)  # noqa: PTH113 - False where it may not look
        return found and found.expanduser()


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
    wrong = list(misspelt(file, Settings.model_fields, os.environ))
    try:
        settings, no_values = _read(file, given)
    except (OSError, ValueError) as error:
        reason = "not_utf8" if isinstance(error, UnicodeError) else "cannot_read"
        raise BadSettings(SettingFault(str(file or ENV), reason, {"why": str(error)})) from error
    if wrong := [*wrong, *no_values, *problems(settings)]:
        raise BadSettings(*wrong)
    return settings


def _read(file: Path | None, given: Mapping[str, object]) -> tuple[Settings, list[SettingFault]]:
    """The settings, and what is no value of its setting, which has its default then.

    So what is wrong with the others is told with it. Raises OSError or ValueError for the file.
    """
    try:
        return Settings(_env_file=file, **given), []  # type: ignore[arg-type]
    except ValidationError as error:
        wrong = [no_value(each) for each in error.errors()]
    names, fields = [each.setting.lower() for each in wrong], Settings.model_fields
    usual = {name: fields[name].get_default(call_default_factory=True) for name in names}
    return Settings(_env_file=file, **{**given, **usual}), wrong
