"""The mail of a trial: what would leave is kept to be looked at, and is gone with the trial."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from email.message import EmailMessage

from bot.channels.mail.letters import Letters
from bot.channels.mail.outbox import MailOutbox
from bot.content.words.words import Words
from bot.domain.mail import SendOutcome
from bot.store import Store

SENDER = "coach@example.org"
"""From whom the letters of a trial come: nobody (RFC 2606)."""


class KeptLetters:
    """Takes every letter and sends none."""

    def __init__(self) -> None:
        """Nothing is there yet."""
        self.letters: list[EmailMessage] = []
        """The newest is the last."""

    async def send(self, to: str, letter: EmailMessage) -> SendOutcome:
        """Keep a letter; ``to`` stands in it."""
        del to
        self.letters.append(letter)
        return "sent"

    async def is_up(self) -> bool:
        """Return that letters are taken."""
        return True


def mail_of_trial(
    store: Store, clock: Callable[[], datetime], words: Words
) -> tuple[MailOutbox, list[EmailMessage]]:
    """Return who sends letters in a trial, and the list of those that would have left."""
    server = KeptLetters()
    return MailOutbox(store, clock, server, Letters(words, SENDER, "")), server.letters
