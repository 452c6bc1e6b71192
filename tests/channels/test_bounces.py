"""Letters that come back later: whose they are, by their own secret, and if that is for good."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

import pytest

from bot.channels.mail.bounces import LONGEST, letter_of_returned
from bot.channels.mail.letters import Letters
from bot.content.library import Content
from tests.support.mail_server import came_back


@pytest.fixture
def letter(content: Content) -> EmailMessage:
    letters = Letters(content.words, "coach@example.org", "https://coach.example/")
    return letters.to_remind("ann@example.org", "t-1", "It is time.", 7)


@pytest.mark.parametrize("only_head", [False, True])
@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_a_letter_that_came_back_for_good_is_known_by_its_secret(
    letter: EmailMessage, ends: bytes, only_head: bool
) -> None:
    mail = came_back(letter, only_head=only_head)
    assert letter_of_returned(mail.replace(b"\r\n", b"\n").replace(b"\n", ends)) == ("t-1", 7)


def test_so_is_one_that_asks_whether_an_address_is_theirs(content: Content) -> None:
    letters = Letters(content.words, "coach@example.org", "https://coach.example/")
    assert letter_of_returned(came_back(letters.to_confirm("a@example.org", "t-2"))) == ("t-2", 0)


@pytest.mark.parametrize(
    ("action", "status"), [("delayed", "4.4.1"), ("failed", "4.4.7"), ("delivered", "2.0.0")]
)
def test_what_may_still_arrive_counts_for_nothing(
    letter: EmailMessage, action: str, status: str
) -> None:
    assert letter_of_returned(came_back(letter, action, status)) == ("", 0)


def test_a_report_without_the_letter_and_a_letter_without_a_report_count_for_nothing(
    letter: EmailMessage,
) -> None:
    secret = came_back(letter).replace(b"X-Coach-Letter: t-1 7", b"X-Other: x")
    assert letter_of_returned(secret) == ("", 0)
    assert letter_of_returned(letter.as_bytes(policy=SMTP)) == ("", 0)


@pytest.mark.parametrize(
    "mail",
    [
        b"",
        b"\xff\xfe\x00",
        b"no mail at all",
        b"Content-Type: multipart/report; boundary=x\n\n--x\n" * 200,
        b"Content-Type: message/rfc822\n\n" * 3000,
        b"A" * (2 * LONGEST),
    ],
    ids=["empty", "bytes", "text", "open parts", "nested", "long"],
)
def test_what_is_no_mail_is_none_of_ours(mail: bytes) -> None:
    assert letter_of_returned(mail) == ("", 0)


@pytest.mark.parametrize("number", ["", " x", " -1", " 7 7", " " + "9" * 5000])
def test_a_number_that_is_none_loses_the_mailbox_alone(letter: EmailMessage, number: str) -> None:
    made_up = came_back(letter).replace(b"t-1 7", b"t-1" + number.encode())
    assert letter_of_returned(made_up) == ("t-1", 0)
