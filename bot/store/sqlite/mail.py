"""Where somebody wants reminders by e-mail: asked for, confirmed, ended."""

from __future__ import annotations

from datetime import datetime

from bot.domain.invitations import hashed
from bot.domain.mail import CHANNEL, Mailbox
from bot.store.sqlite import deliveries
from bot.store.sqlite.columns import Execute, stamp
from bot.store.sqlite.room import Room

_ASK = """
    INSERT INTO mailboxes (conversation, address, hash, until, token)
    SELECT chat_id, ?, ?, ?, '' FROM conversations WHERE chat_id = ?
    ON CONFLICT (conversation) DO UPDATE SET address = excluded.address, hash = excluded.hash,
        until = excluded.until, token = '', gone = 0,
        signs_in = 0"""

_NO_LONGER = "DELETE FROM addresses WHERE channel = ? AND conversation = ?"

_ASKED = "SELECT conversation, address FROM mailboxes WHERE hash = ? AND until > ? AND token = ''"

_CONFIRM = "UPDATE mailboxes SET token = ? WHERE conversation = ?"

_LEAD = "INSERT INTO addresses (channel, address, conversation) VALUES (?, ?, ?)"

# Who blocked the bot and asks for e-mail instead can be reached again.
_REACHED_AGAIN = "DELETE FROM blocked WHERE chat_id = ?"

_OF = "SELECT address, token, gone, signs_in FROM mailboxes WHERE conversation = ?"

_LET_NOBODY = """
    UPDATE mailboxes SET signs_in = 0 WHERE lower(address) =
        (SELECT lower(address) FROM mailboxes WHERE conversation = ?)"""

_LET = "UPDATE mailboxes SET signs_in = 1 WHERE conversation = ? AND token <> ''"

_LET_NO_MORE = "UPDATE mailboxes SET signs_in = 0 WHERE conversation = ?"

_SIGNS_IN = """
    SELECT conversation FROM mailboxes WHERE lower(address) = lower(?) AND token <> '' AND signs_in
        AND conversation IN (SELECT chat_id FROM coordinators)"""

# The letters that are on their way still have its secret: one that comes back is known by it.
_LOSE = """
    UPDATE mailboxes SET token = '', hash = ?, until = '', gone = 1, signs_in = 0
    WHERE conversation = ? AND gone = 0"""

_BEHIND = "SELECT address, conversation FROM mailboxes WHERE token = ? AND token <> ''"

_END = "DELETE FROM mailboxes WHERE conversation = ?"

_WHOSE = "SELECT conversation FROM mailboxes WHERE token = ? AND token <> ''"

_WHOSE_LETTER = """
    SELECT conversation FROM mailboxes
    WHERE (token <> '' AND token = ?) OR (token = '' AND hash <> '' AND hash = ?)"""


class MailRoom(Room):
    """Where mailboxes are kept."""

    async def ask_mailbox(
        self, conversation: str, address: str, token_hash: str, until: datetime
    ) -> None:
        """Keep where reminders are wanted, in the place of an earlier one, till it is confirmed."""
        async with self._commits.transaction():
            self._execute(_NO_LONGER, (CHANNEL, conversation))
            self._execute(_ASK, (address, token_hash, stamp(until), conversation))

    async def asked_mailbox(self, token_hash: str, now: datetime) -> str:
        """Return the address that a confirmation is of, "" where it is none or too late."""
        with self._commits.reading():
            found = self._execute(_ASKED, (token_hash, stamp(now))).fetchone()
        return str(found[1]) if found else ""

    async def confirm_mailbox(self, token_hash: str, token: str, now: datetime) -> bool:
        """Let reminders go there, by a token that turns them off. Return False if too late."""
        async with self._commits.transaction():
            found = self._execute(_ASKED, (token_hash, stamp(now))).fetchone()
            if found:
                self._execute(_CONFIRM, (token, found[0]))
                self._execute(_LEAD, (CHANNEL, token, found[0]))
                self._execute(_REACHED_AGAIN, (found[0],))
        return bool(found)

    async def mailbox_of(self, conversation: str) -> Mailbox | None:
        """Return where somebody wants reminders, confirmed or not; None for nowhere."""
        with self._commits.reading():
            return mailbox(self._execute, conversation)

    async def mailbox_behind(self, token: str) -> str:
        """Return the e-mail address of a token, "" where letters were turned off."""
        with self._commits.reading():
            found = self._execute(_BEHIND, (token,)).fetchone()
        return str(found[0]) if found else ""

    async def end_mailbox(self, token: str) -> bool:
        """Send no more letters by this token. Return False where there were none."""
        async with self._commits.transaction():
            found = self._execute(_WHOSE, (token,)).fetchone()
            if found:
                self._end_of(str(found[0]))
        return bool(found)

    async def let_sign_in(self, conversation: str, yes: bool) -> None:
        """Let a confirmed mailbox sign them in, and nobody else by the same address; or not."""
        async with self._commits.transaction():
            if yes:
                self._execute(_LET_NOBODY, (conversation,))
            self._execute(_LET if yes else _LET_NO_MORE, (conversation,))

    async def signs_in_at(self, address: str) -> str:
        """Return whom an e-mail address signs in, "" for nobody: only who looks after a cohort."""
        with self._commits.reading():
            found = self._execute(_SIGNS_IN, (address,)).fetchone()
        return str(found[0]) if found else ""

    async def lose_mailbox(self, token: str, outbox: int = 0) -> bool:
        """Send nothing more by this token, or to where it was to confirm, and keep that the server
        there did not take it, the reminder of this number among it. Return False where nothing
        was to be sent and no reminder had gone."""
        mark = hashed(token)
        async with self._commits.transaction():
            found = self._execute(_WHOSE_LETTER, (token, mark)).fetchone()
            if not found:
                return False
            self._execute(_NO_LONGER, (CHANNEL, found[0]))
            lost = self._execute(_LOSE, (mark, found[0])).rowcount > 0
            return deliveries.came_back(self._execute, found[0], outbox) or lost

    async def end_mailbox_of(self, conversation: str) -> None:
        """Send somebody no more letters, and ask for no confirmation."""
        async with self._commits.transaction():
            self._end_of(conversation)

    def _end_of(self, conversation: str) -> None:
        self._execute(_NO_LONGER, (CHANNEL, conversation))
        self._execute(_END, (conversation,))


def mailbox(execute: Execute, conversation: str) -> Mailbox | None:
    """Return where somebody wants reminders, confirmed or not; None for nowhere."""
    found = execute(_OF, (conversation,)).fetchone()
    return Mailbox(found[0], found[1], bool(found[2]), bool(found[3])) if found else None
