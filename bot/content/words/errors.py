"""One sentence for each error, of ``dialogues/common.yaml``."""

from __future__ import annotations

from typing import Annotated

from bot.content.models.base import Closed
from bot.content.text_kinds import Help as HelpText
from bot.content.text_kinds import PlainHelp, fills


class Errors(Closed):
    """One sentence for each error in ``bot/errors.py``."""

    data_in_use: Annotated[HelpText, fills("path")]
    cannot_open: Annotated[HelpText, fills("path", "why")]
    no_room: Annotated[HelpText, fills("path", "why")]
    data_missing: Annotated[HelpText, fills("key", "path", "used")]
    data_missing_mark_bad: Annotated[HelpText, fills("key", "path", "mark")]
    data_unknown: Annotated[HelpText, fills("key", "path")]
    no_data: Annotated[HelpText, fills("path")]
    unreadable: Annotated[HelpText, fills("key", "path")]
    newer: Annotated[HelpText, fills("path")]
    key_missing: Annotated[HelpText, fills("key", "path")]
    key_bad: Annotated[HelpText, fills("key")]
    key_beside_data: Annotated[HelpText, fills("key", "path")]
    key_unreadable: Annotated[HelpText, fills("key", "why")]
    key_not_made: Annotated[HelpText, fills("key", "why")]
    database_gone: Annotated[HelpText, fills("path")]
    database_taken: Annotated[HelpText, fills("path")]
    backup_failed: Annotated[HelpText, fills("path", "why")]
    restore_old_key: Annotated[HelpText, fills("path", "key")]
    restore_failed: Annotated[HelpText, fills("path", "why")]
    cannot_save: Annotated[HelpText, fills("path", "why")]
    cannot_write_file: Annotated[HelpText, fills("path", "why")]
    cannot_write_page: Annotated[HelpText, fills("path", "why")]
    cannot_show: Annotated[HelpText, fills("why")]
    cannot_delete_files: Annotated[HelpText, fills("path", "why")]
    unknown_dialogue: Annotated[HelpText, fills("typed", "nearest")]
    unknown_chat: Annotated[HelpText, fills("chat", "path")]
    not_taken: Annotated[HelpText, fills("typed", "why")]
    refused: Annotated[HelpText, fills("why")]
    changed: PlainHelp
    unknown_cohort: Annotated[HelpText, fills("typed", "known")]
    no_cohort: Annotated[HelpText, fills("typed")]
    no_documents: Annotated[HelpText, fills("form")]
    no_postgres: PlainHelp
    no_learn: PlainHelp
    server_address: Annotated[HelpText, fills("why")]
    server_away: Annotated[HelpText, fills("server", "why")]
    server_refused: Annotated[HelpText, fills("server", "why")]
    server_busy: Annotated[HelpText, fills("server", "why")]
    server_old: Annotated[HelpText, fills("server", "version", "oldest")]
    server_in_use: Annotated[HelpText, fills("server")]
    server_key: Annotated[HelpText, fills("server", "key")]
    cannot_save_there: Annotated[HelpText, fills("server", "why")]
    only_in_folder: Annotated[HelpText, fills("command")]
    still_brought: Annotated[HelpText, fills("server")]
    not_moved: Annotated[HelpText, fills("path", "why")]
    not_empty: Annotated[HelpText, fills("path")]
    nothing_to_move: Annotated[HelpText, fills("path")]
    move_what: PlainHelp
    cannot_hold: Annotated[HelpText, fills("form", "characters")]
    nothing_written: PlainHelp
    not_finished: Annotated[HelpText, fills("missing")]
    unknown_format: Annotated[HelpText, fills("typed", "nearest")]
    which_bot: Annotated[HelpText, fills("file")]
    unknown_bot: Annotated[HelpText, fills("typed", "known")]
    bad_setting: Annotated[HelpText, fills("setting", "why")]
    bad_settings: Annotated[HelpText, fills("count", "listed")]
    no_token: PlainHelp
    bad_token: PlainHelp
    two_pollers: PlainHelp
    webhook_set: PlainHelp
    no_secret: PlainHelp
    cannot_listen: Annotated[HelpText, fills("port", "why")]
    cannot_serve: Annotated[HelpText, fills("port", "why")]
    cannot_watch: Annotated[HelpText, fills("port", "why")]
    not_secure: Annotated[HelpText, fills("host")]
    mail_from: Annotated[HelpText, fills("typed")]
    mail_in_clear: Annotated[HelpText, fills("host")]
    bad_line: Annotated[HelpText, fills("number", "why")]
    bad_time: Annotated[HelpText, fills("typed")]
