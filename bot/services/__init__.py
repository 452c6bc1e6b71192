"""A turn or a reminder, done against ports.

Rule: no SQL, no Telegram, no sentence.
"""
