"""The names of the tables."""

CONVERSATIONS = "conversations"
MESSAGES = "messages"
SEEN = "seen"
OUTBOX = "outbox"
BLOCKED = "blocked"
PUT_ASIDE = "put_aside"
NOTES = "notes"
