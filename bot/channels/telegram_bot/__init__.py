"""The conversation over Telegram, so well that nobody notices the carrying.

Updates come in by our own loop or a webhook (``polling.py``, ``webhook.py``), become events
(``updates.py``), and are acknowledged only after the turn's commit. Replies are rows of the same
transaction, one for each message (``parts.py``); each is rendered as it leaves (``rendering.py``):
at least once, in order within a chat (``reply_sender.py``). Reminders leave at most once
(``reminder_sender.py``). The library gives us the API, its types and its errors.
"""

import sys

# PTB imports httpx, and httpx its own command line with rich and pygments: 45 ms of a start and
# 4 MB. Without it httpx goes on as where its extra "cli" is not installed.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]

CHANNEL = "telegram"
"""The name of this channel in an Address, whose other half is the number of a private chat."""
