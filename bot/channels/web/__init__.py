"""The conversation as a page in a browser.

Rule: render replies, take events; no rule of the conversation stands here. Every step is a form
post that answers with the page, so that nothing needs JavaScript. The page's own list of what was
said is the outbox of this channel (``outbox.py``): its rows stay until their learner has everything
deleted.
"""

CHANNEL = "web"
"""The name of this channel in an Address, whose other half is the hash of a browser's cookie."""
