"""A real mail server on loopback, which can refuse, be busy, and hang up at the wrong moment."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from ssl import SSLContext
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session


@dataclass
class Handler:
    """What the server does. ``faults`` are answers to the next letters, "hang up" among them."""

    letters: list[EmailMessage] = field(default_factory=list)
    receivers: list[str] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any
    ) -> str:
        if address in self.refused:
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        fault = self.faults.pop(0) if self.faults else ""
        if fault and fault != "hang up":
            return fault
        content = envelope.content
        assert isinstance(content, bytes)
        letter = message_from_bytes(content, policy=default)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        self.receivers.extend(envelope.rcpt_tos)
        if fault:
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
        return "250 OK"


@dataclass
class MailOffice:
    """The server, listening."""

    handler: Handler
    server: asyncio.Server

    @classmethod
    async def opened(
        cls,
        user: str = "",
        password: str = "",
        *,
        tls: SSLContext | None = None,
        starttls: SSLContext | None = None,
        handler: Handler | None = None,
    ) -> MailOffice:
        """One that nobody signs in to, or one that knows this user.

        ``tls`` is for one that talks TLS from the first byte on, ``starttls`` for one that takes
        nothing before that.
        """
        handler, loop = handler or Handler(), asyncio.get_running_loop()

        def known(server: SMTP, *rest: Any) -> AuthResult:
            given = rest[-1]
            assert isinstance(given, LoginPassword)
            is_known = (given.login, given.password) == (user.encode(), password.encode())
            return AuthResult(success=is_known)

        def made() -> SMTP:
            return SMTP(
                handler,
                loop=loop,
                authenticator=known if user else None,
                auth_require_tls=starttls is not None,
                tls_context=starttls,
                require_starttls=starttls is not None,
            )

        return cls(handler, await loop.create_server(made, "127.0.0.1", 0, ssl=tls))

    @property
    def port(self) -> int:
        return int(self.server.sockets[0].getsockname()[1])

    def close(self) -> None:
        self.server.close()

    @property
    def texts(self) -> list[str]:
        return [each.get_content() for each in self.handler.letters]

    def link(self, what: str) -> str:
        """The path of a link in the newest letter."""
        found = re.search(rf"/mail/{what}/[\w-]+", self.texts[-1])
        assert found, self.texts[-1]
        return found[0]


def came_back(
    letter: EmailMessage, action: str = "failed", status: str = "5.1.1", *, only_head: bool = False
) -> bytes:
    """Return the mail with which a server tells what became of a letter (RFC 3464)."""
    head = "".join(f"{name}: {value}\n" for name, value in letter.items())
    shown, kind = (
        (head, "text/rfc822-headers") if only_head else (letter.as_string(), "message/rfc822")
    )
    return (
        "From: MAILER-DAEMON@mx.example\nTo: coach@example.org\n"
        "Subject: Undelivered Mail Returned to Sender\nMIME-Version: 1.0\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="=b="\n\n'
        "--=b=\nContent-Type: text/plain\n\nYour mail could not be delivered.\n\n"
        "--=b=\nContent-Type: message/delivery-status\n\n"
        "Reporting-MTA: dns; mx.example\n\n"
        f"Final-Recipient: rfc822; {letter['To']}\nAction: {action}\nStatus: {status}\n\n"
        f"--=b=\nContent-Type: {kind}\n\n{shown}\n--=b=--\n"
    ).encode()
