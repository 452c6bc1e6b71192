"""A Bot API server on loopback with the real rules, and people who talk to the bot through it."""
