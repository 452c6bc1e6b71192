"""The names of the tables."""

CONVERSATIONS = "conversations"
MESSAGES = "messages"
SEEN = "seen"
