"""Reminders by e-mail, for who has no Telegram.

Rule: a letter holds no word of a learner's. It is sent at most once; where the server's answer is
in doubt it is *unknown*, and only what was surely not taken is tried again.
"""
