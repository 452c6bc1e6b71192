"""Which methods of the store change nothing."""

from __future__ import annotations

READS = frozenset(
    {
        "load",
        "take_up",
        "conversation_of",
        "addresses",
        "named",
        "said",
        "blocked",
        "unvisited",
        "shared",
        "sharings",
        "standing",
        "signs_in_at",
        "brought",
        "waiting_in",
        "pending_in",
        "behind",
        "behind_door",
        "around",
        "asked_mailbox",
        "mailbox_of",
        "mailbox_behind",
        "access",
        "cohorts",
        "cohort",
        "view",
        "links",
        "members",
        "schedules",
        "due",
        "get_meta",
        "first_kept",
        "kept_senders",
        "health",
        "find",
        "operations",
    }
)
"""All others go through the one connection that writes."""

OF_ONE_STATEMENT = frozenset({"conversation_of", "addresses", "get_meta", "blocked", "pending_in"})
"""Those that read once. All others read as of one moment."""
