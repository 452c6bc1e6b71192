"""The contents of a letter: our words, a coordinator's, and the way to the page. None of theirs."""

from __future__ import annotations

from email.headerregistry import Address as Mailbox
from email.message import EmailMessage
from email.utils import localtime, make_msgid

from bot.channels.mail.bounces import LETTER
from bot.content.words.words import Words
from bot.domain.crossing import MINUTES
from bot.engine.wording import fill


class Letters:
    """Writes letters for the page at ``address``."""

    def __init__(self, words: Words, sender: str, address: str) -> None:
        """``address`` is where the page is, with a slash at its end; ``sender`` an e-mail."""
        self._words, self._sender, self.address = words, sender, address

    def to_confirm(self, to: str, token: str) -> EmailMessage:
        """Return the letter that asks whether an address is theirs."""
        said = self._words.mail
        link = f"{self.address}mail/yes/{token}"
        text = str(fill(self._words, said.confirm, link=link))
        letter = self._letter(to, said.confirm_subject, text)
        letter[LETTER] = token
        return letter

    def to_sign_in(self, to: str, code: str) -> EmailMessage:
        """Return the letter with a code to sign in with."""
        said = self._words.sign_in
        text = fill(self._words, said.letter, code=code, minutes=MINUTES)
        return self._letter(to, said.subject, str(text))

    def to_remind(self, to: str, token: str, reminder: str, number: int) -> EmailMessage:
        """Return a reminder. ``token`` turns the letters off, from the mail program too;
        ``number`` is that of the reminder in the outbox."""
        said, off = self._words.mail, f"{self.address}mail/off/{token}"
        foot = fill(self._words, said.foot, page=self.address, off=off)
        letter = self._letter(to, said.subject, f"{reminder}\n\n{foot}")
        letter[LETTER] = f"{token} {number}"
        letter["List-Unsubscribe"] = f"<{off}>"
        letter["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058
        return letter

    def _letter(self, to: str, subject: str, text: str) -> EmailMessage:
        letter = EmailMessage()
        letter["From"] = Mailbox(self._words.web.title, addr_spec=self._sender)
        letter["To"] = Mailbox(addr_spec=to)
        letter["Subject"] = subject
        letter["Date"] = localtime()
        letter["Message-ID"] = make_msgid(domain=self._sender.rpartition("@")[2])
        letter["Auto-Submitted"] = "auto-generated"  # RFC 3834: no holiday note answers it
        letter.set_content(text + "\n")
        return letter
