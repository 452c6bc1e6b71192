"""One letter to a mail server, and what surely became of it.

The library's own ``sendmail`` does not tell whether a letter was taken before the line broke, so
the steps stand here one by one. Nothing of an address or of a letter is logged.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP

from bot.domain.mail import SendOutcome, is_mailbox
from bot.errors import UsageError
from bot.settings import Settings
from bot.settings_check import LOOPBACK

TIMEOUT = 20.0
"""Seconds for each answer of the server."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where letters are handed over, as an operator set it."""

    host: str
    port: int
    sender: str
    user: str = ""
    password: str = ""
    security: str = "starttls"
    timeout: float = TIMEOUT

    @classmethod
    def of(cls, settings: Settings) -> MailServer | None:
        """Return the server of the settings, None where none is set. Raises UsageError."""
        host = settings.smtp_host
        if not host:
            return None
        if not is_mailbox(settings.smtp_from):
            raise UsageError("mail_from", typed=settings.smtp_from)
        if settings.smtp_user and settings.smtp_security == "none" and host not in LOOPBACK:
            raise UsageError("mail_in_clear", host=host)
        return cls(
            host,
            settings.smtp_port,
            settings.smtp_from,
            settings.smtp_user,
            settings.smtp_password.get_secret_value(),
            settings.smtp_security,
        )

    async def send(self, to: str, letter: EmailMessage) -> SendOutcome:
        """Hand a letter over once; others go on meanwhile."""
        outcome = await asyncio.to_thread(self._send, to, letter)
        if outcome != "sent":
            _log.warning("mail: %s", outcome)
        return outcome

    async def is_up(self) -> bool:
        """Whether the server lets us in now. Nothing is handed over."""
        return await asyncio.to_thread(self._is_up)

    def _is_up(self) -> bool:
        line = self._reached()
        if line:
            _leave(line)
        return line is not None

    def _send(self, to: str, letter: EmailMessage) -> SendOutcome:
        line = self._reached()
        if line is None:
            return "down"
        try:
            return _hand_over(line, self.sender, to, letter)
        finally:
            _leave(line)

    def _reached(self) -> smtplib.SMTP | None:
        """Return a line to the server, None where there is none or it does not let us in."""
        try:
            return self._connected()
        except (OSError, smtplib.SMTPException, ValueError) as error:
            _log.warning("mail server: %s", type(error).__name__)
            return None

    def _connected(self) -> smtplib.SMTP:
        """Raise OSError or SMTPException; nothing was handed over then."""
        safely = ssl.create_default_context()
        if self.security == "tls":
            line: smtplib.SMTP = smtplib.SMTP_SSL(
                self.host, self.port, timeout=self.timeout, context=safely
            )
        else:
            line = smtplib.SMTP(self.host, self.port, timeout=self.timeout)
        try:
            if self.security == "starttls":
                line.starttls(context=safely)
            if self.user:
                line.login(self.user, self.password)
            line.ehlo_or_helo_if_needed()
        except BaseException:
            line.close()
            raise
        return line


def _leave(line: smtplib.SMTP) -> None:
    with contextlib.suppress(OSError, smtplib.SMTPException):
        line.quit()


def _hand_over(line: smtplib.SMTP, sender: str, to: str, letter: EmailMessage) -> SendOutcome:
    """Return what became of it: up to the letter itself nothing was taken."""
    try:
        if line.mail(sender)[0] != 250:
            return "down"
        taken, _ = line.rcpt(to)
        if taken not in (250, 251):
            return "gone" if _refused(taken) == "refused" else "down"
        ready, _ = line.docmd("data")
        if ready != 354:
            return _refused(ready)
    except (OSError, smtplib.SMTPException):
        return "down"
    try:
        text = letter.as_bytes(policy=SMTP).rstrip(b"\r\n") + b"\r\n"
        # A line that begins with a full stop would end it (RFC 5321, 4.5.2).
        line.send(text.replace(b"\r\n.", b"\r\n..") + b".\r\n")
        answer, _ = line.getreply()
    except (OSError, smtplib.SMTPException):
        return "unknown"
    return "sent" if answer == 250 else _refused(answer)


def _refused(code: int) -> SendOutcome:
    """Return whether a refusal is for good: 5xx is, 4xx is for now (RFC 5321, 4.2.1)."""
    return "refused" if 500 <= code < 600 else "down"
