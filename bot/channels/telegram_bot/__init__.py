"""The conversation over Telegram, so well that nobody notices the carrying.

Updates come in by our own loop or a webhook (``intake.py``, ``webhook.py``), are turned into events
(``translate.py``), and are acknowledged only after the turn's commit. Replies are rows of the same
transaction (``render.py`` makes them) and leave afterwards (``sender.py``): at least once, in order
within a chat. Reminders leave at most once. The library gives us the API, its types and its errors.
"""
