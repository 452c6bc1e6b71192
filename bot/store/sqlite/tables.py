"""The names of the tables."""

from __future__ import annotations

CONVERSATIONS = "conversations"

MESSAGES = "messages"

SEEN = "seen"

OUTBOX = "outbox"

BLOCKED = "blocked"

PUT_ASIDE = "put_aside"

NOTES = "notes"

COHORTS = "cohorts"

SEATS = "seats"

INVITATIONS = "invitations"

GUESSES = "guesses"

MEMBERS = "members"

STANDINGS = "standings"

REACH = "reach"

SCHEDULES = "schedules"

RECIPIENTS = "recipients"

AUDIT = "audit"
