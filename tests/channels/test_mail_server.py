"""Handing a letter to a mail server: signing in, and never in the clear unless that was set."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator
from email.message import EmailMessage
from pathlib import Path

import pytest
import trustme
from pydantic import SecretStr

from bot.channels.mail.smtp import MailServer
from bot.domain.mail import SendOutcome
from bot.errors import UsageError
from bot.settings import Settings
from tests.support.mail_server import MailOffice

SENDER = "coach@example.org"


@pytest.fixture
async def office() -> AsyncIterator[MailOffice]:
    made = await MailOffice.opened(user="coach", password="secret")  # noqa: S106 - of this test
    yield made
    made.close()


def letter(text: str = "Hello.") -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = "A reminder"
    made.set_content(text)
    return made


@pytest.mark.parametrize(
    ("security", "password", "outcome"),
    [
        ("none", "secret", "sent"),
        ("none", "wrong", "down"),
        ("starttls", "secret", "down"),
        ("tls", "secret", "down"),
    ],
)
async def test_it_signs_in_and_hands_nothing_over_where_it_cannot(
    office: MailOffice, security: str, password: str, outcome: SendOutcome
) -> None:
    server = MailServer("127.0.0.1", office.port, SENDER, "coach", password, security, timeout=5)
    assert await server.send("ann@example.org", letter()) == outcome
    assert len(office.texts) == (outcome == "sent")


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    """One whose certificates this machine takes."""
    made = trustme.CA()
    made.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    return made


def safe(authority: trustme.CA, name: str) -> ssl.SSLContext:
    """What a server of that name proves itself with."""
    made = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert(name).configure_cert(made)
    return made


async def outcome_with(security: str, shown: ssl.SSLContext) -> tuple[SendOutcome, int]:
    """What becomes of a letter to a server that shows this, and how many came."""
    tls, starttls = (shown, None) if security == "tls" else (None, shown)
    office = await MailOffice.opened("coach", "secret", tls=tls, starttls=starttls)
    server = MailServer("127.0.0.1", office.port, SENDER, "coach", "secret", security, timeout=5)
    outcome = await server.send("ann@example.org", letter())
    office.close()
    return outcome, len(office.texts)


@pytest.mark.parametrize("security", ["starttls", "tls"])
async def test_a_letter_goes_over_tls_to_a_server_that_proves_who_it_is(
    authority: trustme.CA, security: str
) -> None:
    assert await outcome_with(security, safe(authority, "127.0.0.1")) == ("sent", 1)


@pytest.mark.parametrize("security", ["starttls", "tls"])
async def test_who_cannot_prove_it_gets_neither_password_nor_letter(
    authority: trustme.CA, security: str
) -> None:
    assert await outcome_with(security, safe(authority, "mail.example.com")) == ("down", 0)
    assert await outcome_with(security, safe(trustme.CA(), "127.0.0.1")) == ("down", 0)


async def test_a_line_that_begins_with_a_full_stop_ends_no_letter(office: MailOffice) -> None:
    server = MailServer("127.0.0.1", office.port, SENDER, "coach", "secret", "none", timeout=5)
    text = "First.\n.\n..last\n"
    assert await server.send("ann@example.org", letter(text)) == "sent"
    assert [each.splitlines() for each in office.texts] == [text.splitlines()]


async def test_a_busy_and_a_refusing_server_took_nothing(office: MailOffice) -> None:
    server = MailServer("127.0.0.1", office.port, SENDER, "coach", "secret", "none", timeout=5)
    office.handler.faults += ["451 4.3.0 busy", "554 5.7.1 no", "hang up"]
    fates = [await server.send("ann@example.org", letter()) for _ in range(3)]
    assert fates == ["down", "refused", "unknown"]


def test_without_a_host_there_is_no_server(settings: Settings) -> None:
    assert MailServer.of(settings) is None


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"smtp_from": ""}, "mail_from"),
        ({"smtp_from": "coach"}, "mail_from"),
        ({"smtp_from": SENDER, "smtp_user": "a", "smtp_security": "none"}, "mail_in_clear"),
    ],
)
def test_half_a_setting_is_said_at_the_start(
    settings: Settings, given: dict[str, str], sentence: str
) -> None:
    half = settings.model_copy(
        update={"smtp_host": "mail.example.org", "smtp_password": SecretStr("x"), **given}
    )
    with pytest.raises(UsageError) as error:
        MailServer.of(half)
    assert error.value.sentence == sentence
