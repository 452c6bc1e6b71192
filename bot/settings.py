"""Every setting, in one object, from the environment and from ``.env``.

``.env.example`` names each of them; a test holds the two together.
"""

from __future__ import annotations

from pathlib import Path

import platformdirs
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import UsageError

APP = "reflection-coach"


class Settings(BaseSettings):
    """What an operator can set. Paths are made absolute where they are used.

    Data and key have a folder each: on some systems the user's data and config folders are one.
    """

    model_config = SettingsConfigDict(
        env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

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
    web_url: str = ""
    web_host: str = "127.0.0.1"
    web_port: int = Field(default=8023, ge=1, le=65535)
    forwarded_allow_ips: str = "127.0.0.1"
    send_rate_limit: float | None = Field(default=None, gt=0)


def load_settings(**given: object) -> Settings:
    """The settings, with what the command line gave on top. Raises UsageError naming one."""
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        setting = "_".join(map(str, first["loc"])).upper()
        raise UsageError("bad_setting", setting=setting, why=first["msg"]) from error
    except (OSError, ValueError) as error:
        why = "the file is not UTF-8" if isinstance(error, UnicodeError) else str(error)
        raise UsageError("bad_setting", setting=".env", why=why) from error
