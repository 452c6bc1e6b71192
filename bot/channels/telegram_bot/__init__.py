"""The conversation over Telegram, so well that nobody notices the carrying.

Updates come in by our own loop or a webhook (``polling.py``, ``webhook.py``), become events
(``updates.py``), and are acknowledged only after the turn's commit. Replies are rows of the same
transaction, one for each message (``parts.py``); each is rendered as it leaves (``rendering.py``):
at least once, in order within a chat (``reply_sender.py``). Reminders leave at most once
(``reminder_sender.py``). The library gives us the API, its types and its errors.
"""

CHANNEL = "telegram"
"""The name of this channel in an Address, whose other half is the number of a private chat."""
