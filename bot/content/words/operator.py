"""Words of the commands for operators, from ``dialogues/common.yaml``."""

from __future__ import annotations

from typing import Annotated

from bot.content.models.base import Closed
from bot.content.text_kinds import Help as HelpText
from bot.content.text_kinds import Plain, PlainHelp, fills


class OperatorWords(Closed):
    """Sentences for whoever runs the coach."""

    backed_up: Annotated[HelpText, fills("path")]
    old_backups: Annotated[HelpText, fills("count")]
    old_replaced: Annotated[HelpText, fills("count")]
    page_is_at: Annotated[HelpText, fills("address")]
    people_heads: Plain
    done_heads: Plain
    no_people: PlainHelp
    nothing_done: PlainHelp
    no_links: PlainHelp
    no_cohorts: PlainHelp
    in_backup: Annotated[HelpText, fills("people", "messages")]
    restore_ask: Annotated[HelpText, fills("path")]
    restored: Annotated[HelpText, fills("people", "messages")]
    moved: Annotated[HelpText, fills("people", "messages", "rows")]
    set_server: Annotated[HelpText, fills("path")]
    set_folder: Annotated[HelpText, fills("path")]
    replaced_in: Annotated[HelpText, fills("path")]
    erased_again: Annotated[HelpText, fills("count")]
    no_list: PlainHelp
    sends_unknown: PlainHelp
    nothing_changed: Plain
    forget_ask: Annotated[HelpText, fills("chat")]
    forget_alone: Annotated[HelpText, fills("cohorts")]
    left_alone: Annotated[HelpText, fills("cohorts")]
    forgotten: Annotated[HelpText, fills("chat")]
    not_noted: PlainHelp
    returned: PlainHelp
    not_returned: PlainHelp
    nobody: Annotated[HelpText, fills("typed")]
    rotated: Annotated[HelpText, fills("key", "old")]
    key_on_paper: Annotated[HelpText, fills("key")]
    well: Plain
    not_well: Plain
    not_running: PlainHelp
    no_updates: PlainHelp
    outbox_waits: PlainHelp
    reminder_late: PlainHelp
    disk_full: PlainHelp
    no_backup: PlainHelp
    yes: Plain
    no: Plain
    facts: dict[str, Plain]
    """What each line of ``coach status`` is called, by its name in the JSON."""
