"""Why a setting cannot work, and the mend, of ``dialogues/common.yaml``."""

from __future__ import annotations

from typing import Annotated

from bot.content.models.base import Closed
from bot.content.text_kinds import Help as HelpText
from bot.content.text_kinds import PlainHelp, fills


class SettingFaults(Closed):
    """What is said of a setting, by the reasons of ``bot/settings_check.py``, inside a sentence.

    Those from ``int_parsing`` to ``literal_error`` are called as pydantic calls the kinds of its
    complaints, whose own words are for programs.
    """

    not_whole: Annotated[HelpText, fills("path")]
    is_folder: PlainHelp
    is_file: PlainHelp
    no_https: PlainHelp
    no_postgres: PlainHelp
    secret_missing: Annotated[HelpText, fills("least")]
    secret_short: Annotated[HelpText, fills("least")]
    no_sender: PlainHelp
    password_in_clear: PlainHelp
    words_in_clear: PlainHelp
    int_parsing: PlainHelp
    float_parsing: PlainHelp
    greater_than_equal: Annotated[HelpText, fills("limit")]
    less_than_equal: Annotated[HelpText, fills("limit")]
    greater_than: Annotated[HelpText, fills("limit")]
    literal_error: Annotated[HelpText, fills("expected")]
    no_value: PlainHelp
    misspelt: Annotated[HelpText, fills("nearest")]
    not_utf8: PlainHelp
    cannot_read: Annotated[HelpText, fills("why")]
    of_each_bot: Annotated[HelpText, fills("file")]
    broken_character: PlainHelp
