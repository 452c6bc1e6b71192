"""Every setting, in one object, from the environment and from ``.env``.

``.env.example`` names each of them; a test holds the two together.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

from bot.errors import UsageError

APP = "reflection-coach"

ENV_FILE = Path(".env")


class Settings(BaseModel):
    """What an operator can set. Paths are made absolute where they are used.

    Data and key have a folder each: on some systems the user's data and config folders are one.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)

    coach_data: Path = Field(default_factory=lambda: platformdirs.user_data_path(APP) / "data")
    coach_key_file: Path = Field(
        default_factory=lambda: platformdirs.user_config_path(APP) / "key" / "database.key"
    )
    coach_content: Path | None = None
    operator_name: str = ""
    operator_contact: str = ""

    telegram_bot_token: SecretStr = SecretStr("")
    telegram_api_url: str = "https://api.telegram.org"
    webhook_url: str = ""
    webhook_secret: SecretStr = SecretStr("")
    webhook_host: str = "127.0.0.1"
    webhook_port: int = Field(default=8443, ge=1, le=65535)
    send_rate_limit: float | None = Field(default=None, gt=0)


def load_settings(**given: object) -> Settings:
    """Return the settings, with what the command line gave on top. Raises UsageError naming one.

    The environment goes before ``.env``, in small letters or capitals; what is empty is not set.
    """
    try:
        return Settings.model_validate({**_set_in(_env_file()), **_set_in(os.environ), **given})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        setting = "_".join(map(str, first["loc"])).upper()
        raise UsageError("bad_setting", setting=setting, why=first["msg"]) from error
    except (OSError, ValueError) as error:
        why = "the file is not UTF-8" if isinstance(error, UnicodeError) else str(error)
        raise UsageError("bad_setting", setting=".env", why=why) from error


def _env_file() -> Mapping[str, str | None]:
    """The lines of ``.env``. Raises OSError or UnicodeError."""
    if not ENV_FILE.is_file():
        return {}
    import dotenv  # noqa: PLC0415 - most starts have no such file

    return dotenv.dotenv_values(ENV_FILE, encoding="utf-8")


def _set_in(variables: Mapping[str, str | None]) -> dict[str, str]:
    return {name.lower(): value for name, value in variables.items() if value}
