"""Questions that a server cannot answer from sealed tables: they are looked up here."""

from __future__ import annotations

import json
from itertools import islice

from bot.domain.addresses import Address
from bot.domain.conversation import Conversation
from bot.domain.standing import Standing
from bot.domain.turn import Turn
from bot.errors import Changed
from bot.store.postgres.finding import FIND, SIGNING_IN, STATE_NOW, those_asked_for
from bot.store.sqlite import conversations, mail, outbox
from bot.store.sqlite.looking import Found, is_short
from bot.store.sqlite.rooms import Rooms


class SealedRooms(Rooms):
    """The rooms whose questions are about what is sealed."""

    async def find(self, asked: str, most: int = 50) -> list[Found]:
        """Return the conversations of that id, address, name, or number in a cohort."""
        rows = self._execute(FIND, {"asked": asked, "is_number": is_short(asked)}).fetchall()
        found = (Found(*row) for row in rows)
        return list(islice(those_asked_for(found, asked), most))

    async def at(self, address: Address) -> Conversation:
        """Return the conversation of an address to be read alone; an empty one for a new address,
        without an id."""
        found = await self.conversation_of(address)
        state = self._execute(conversations._LOAD_STATE, (found,)).fetchone() if found else None
        return self._restored(found, state[0] if state else None)

    async def standing(self, address: Address) -> Standing:
        """Return how far the conversation of an address is, and which of its lines is shown."""
        found = await self.conversation_of(address)
        if not found:
            return Standing()
        state = self._execute(conversations._LOAD_STATE, (found,)).fetchone()
        line = self._execute(outbox._SAID, (found, 1)).fetchone()
        shown = version_of(line[1]) if line else None
        return Standing(found, version_of(state[0]) if state else 0, shown)

    async def let_sign_in(self, conversation: str, yes: bool) -> None:
        """Let a confirmed mailbox sign them in, and nobody else by the same address; or not."""
        box = mail.mailbox(self._execute, conversation)
        if yes and box:
            for other, address, _ in self._execute(SIGNING_IN).fetchall():
                if address.lower() == box.address.lower():
                    self._execute(mail._LET_NO_MORE, (other,))
        self._execute(mail._LET if yes else mail._LET_NO_MORE, (conversation,))

    async def signs_in_at(self, address: str) -> str:
        """Return whom an e-mail address signs in, "" for nobody: only who looks after a cohort."""
        rows = self._execute(SIGNING_IN).fetchall()
        found = (who for who, at, leads in rows if leads and at.lower() == address.lower())
        return next(found, "")

    def _look_again(self, turn: Turn) -> int:
        """Raise Changed where another process has taken a turn since this one was begun.

        That is so for a page that any process serves, or one that has just lost a shard. Return the
        last number of its lines, whoever has added it.
        """
        state, last = self._execute(STATE_NOW, (turn.after.id,)).fetchone() or ("{}", 0)
        if version_of(state) != turn.before.version:
            raise Changed("changed")
        return int(last)


def version_of(kept: str) -> int:
    """The turn that something kept is of. What is as usual is not written down: then it is 0."""
    return int(json.loads(kept).get("version", 0))
