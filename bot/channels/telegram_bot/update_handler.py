"""Handle an update; it leads to one of these: a turn, a note, one line for a group chat, or being
put aside.

The rule: ``take`` returns only after what it did is committed, so that whoever called it may
acknowledge the update. When nothing can be committed it raises StoreError, and the update stays
with Telegram; a caller who tries again keeps the chat's later messages waiting meanwhile.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from bot.channels.telegram_bot.api import Api
from bot.channels.telegram_bot.inbox import MOST_IN_HAND, Inbox
from bot.channels.telegram_bot.menus import Menus
from bot.channels.telegram_bot.notices import Notices
from bot.channels.telegram_bot.outbox import TelegramOutbox
from bot.channels.telegram_bot.patience import reason
from bot.channels.telegram_bot.updates import (
    ChatMembership,
    Elsewhere,
    Raw,
    address,
    key,
    meaning,
    number_of,
    sender_of,
)
from bot.content.library import Content
from bot.domain.addresses import Address
from bot.domain.door_commands import Cross
from bot.domain.events import Event
from bot.domain.outbox import Outgoing
from bot.domain.turn import Reply, Turn
from bot.errors import CannotSaveThis, Changed, DataUnreadable, StoreError
from bot.logs import describe
from bot.services.conversations import Trying, once
from bot.services.turns import Service
from bot.store import Store

TRIES = 3
"""Of what a fault of ours stops, and of what the store takes from others. Then it is put aside."""

BETWEEN_TRIES = 0.1

A_WHILE = timedelta(minutes=1)
"""Whose words could not be saved for longer is told once they are."""

_log = logging.getLogger(__name__)


@dataclass
class UpdateHandler:
    """Takes updates, in order within a chat and chats side by side."""

    service: Service
    store: Store
    outbox: TelegramOutbox
    api: Api
    content: Content
    clock: Callable[[], datetime]
    hidden: Callable[[str], str]
    """Hashes the id of a conversation for the log."""
    outage: tuple[datetime, datetime] | None = None
    _told_late: set[str] = field(default_factory=set)
    _in_line: Counter[Address] = field(default_factory=Counter)
    _brought: Counter[Address | None] = field(default_factory=Counter)
    """The updates in hand of each chat that have not waited in the inbox."""
    _failed_at: datetime | None = None
    _waited: dict[Address, str] = field(default_factory=dict)
    _crossed: set[Address] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.notices = Notices(self.api, self.content.words)
        self.menus = Menus(self.api, self.content.words)
        self.inbox = Inbox(
            self.store,
            self.outbox.background,
            partial(self._handle, trying=self.outbox.patience.until_saved),
            others=lambda sender: any(each != sender for each in self._in_line),
            in_hand=lambda sender: self._brought[sender] > 0,
        )

    def set_outage(self, since: datetime) -> None:
        """The coach was away from then until now: buttons pressed meanwhile were lost."""
        self.outage = (since, self.clock())
        self._told_late.clear()

    def parse(self, raw: object) -> Raw | None:
        """The update, or None when it cannot be read."""
        return raw if isinstance(raw, dict) and number_of(raw) is not None else None

    async def quarantine(self, raws: Iterable[Any], trying: Trying = once) -> None:
        """Note updates that cannot be read, by their ids, and apologise where that is known."""
        numbers = [raw.get("update_id") for raw in raws if isinstance(raw, dict)]
        keys = [key(number) for number in numbers if isinstance(number, int)]
        noting = partial(self.store.quarantine, keys, "Unreadable", self.clock())
        count = await trying(noting)
        _log.warning("%d updates could not be read and are put aside; %d in all", len(keys), count)
        for raw in raws:
            if chat := _private_chat(raw):
                async with self.service.conversations.held(address(chat), trying) as conversation:
                    about = key(raw["update_id"])
                    await trying(partial(self._apologise, conversation, address(chat), about))

    async def take(self, update: Raw, trying: Trying = once) -> None:
        """Do what an update asks for, or put it aside. Raises StoreError when neither was kept.

        ``trying`` may do it again; the chat's next update is not begun before it returns. Of a chat
        that has much in hand it is kept, and done when others are served.
        """
        sender = sender_of(update)
        if sender and (sender in self.inbox or self._in_line[sender] >= MOST_IN_HAND):
            await self.inbox.keep(sender, update, trying)
            return
        self.inbox.note(sender)
        self._brought[sender] += 1
        try:
            await self._handle(update, trying)
        finally:
            self._brought[sender] -= 1
            if not self._brought[sender]:
                del self._brought[sender]

    async def _handle(self, update: Raw, trying: Trying) -> None:
        try:
            await self._take(update, trying)
        except Exception as error:  # a fault of ours outside of any turn, or a bad page
            if isinstance(error, StoreError) and not isinstance(error, DataUnreadable):
                raise
            await trying(partial(self._put_aside, key(update["update_id"]), error))

    async def _take(self, update: Raw, trying: Trying) -> None:
        meant = meaning(update, self.outbox.presses.action, self.outage, self.notices.name)
        if isinstance(meant, Elsewhere) and self.notices.may_tell(meant.chat_id):
            self.outbox.background.start(self.notices.say_where(meant.chat_id))
        if not isinstance(meant, Event | ChatMembership) or not meant.address:
            return
        self._in_line[meant.address] += 1
        try:
            # Nothing is awaited before this, so that a chat's updates stay in their order.
            async with self.service.conversations.held(meant.address, trying) as conversation:
                await trying(partial(self._keep, conversation, meant, update["update_id"]))
        finally:
            self._in_line[meant.address] -= 1
            if is_last := not self._in_line[meant.address]:
                del self._in_line[meant.address]
        if meant.address in self._crossed:
            self._crossed.discard(meant.address)
            await self._show_place(meant.address, key(update["update_id"]), trying)
        if is_last and (waited := self._waited.pop(meant.address, "")):
            self.outbox.background.start(self._say_waited(waited, meant.address))
        if press := update.get("callback_query"):
            self.outbox.background.start(self.notices.answer_press(press["id"]))

    async def _keep(self, conversation: str, meant: Event | ChatMembership, number: int) -> None:
        try:
            for tried in range(TRIES):
                try:
                    await self._do(conversation, meant)
                    return
                except Exception as error:  # a fault of ours must not stop the others
                    if isinstance(error, StoreError):
                        if not isinstance(error, CannotSaveThis | Changed | DataUnreadable):
                            raise
                        _log.error("%s", reason(error))
                    _log.error("turn failed: %s", describe(type(error), error.__traceback__))
                    failed = error
                await asyncio.sleep(BETWEEN_TRIES * tried)
            await self._put_aside(key(number), failed)
            if isinstance(meant, Event) and meant.address:
                await self._apologise(conversation, meant.address, key(number))
        except StoreError:
            self._failed_at = self.clock()
            raise

    async def _do(self, conversation: str, meant: Event | ChatMembership) -> None:
        if isinstance(meant, ChatMembership):
            change = self.outbox.blocked.add if meant.blocked else self.outbox.blocked.remove
            await change(conversation)
            return
        if conversation in self.outbox.blocked:
            await self.outbox.blocked.remove(conversation)
        # Only the first message of a chat from an outage is answered with where we were.
        late = meant.late and conversation not in self._told_late
        event = replace(meant, conversation=conversation, late=late)
        begin = time.perf_counter()
        turn = await self.service.take(event)
        if late:
            self._told_late.add(conversation)
        if turn and meant.address:
            self._set_menu(meant.address.address, coordinates=turn.coordinates)
        if turn and meant.address and any(isinstance(each, Cross) for each in turn.commands):
            self._crossed.add(meant.address)
        self._note_wait(event, turn)
        self._log_turn(event, turn, begin)

    async def _show_place(self, to: Address, after: str, trying: Trying) -> None:
        """Show where the conversation is that a chat has just been led to."""
        async with self.service.conversations.held(to, trying) as conversation:
            shown = Event(conversation, "open", "", f"{after} crossed", address=to)
            await trying(partial(self.service.take, shown))

    def _set_menu(self, chat: str, *, coordinates: bool) -> None:
        if self.menus.is_other(chat, coordinates=coordinates):
            self.outbox.background.start(self.menus.show(chat, coordinates=coordinates))

    async def _put_aside(self, about: str, failed: Exception) -> None:
        count = await self.store.quarantine([about], type(failed).__name__, self.clock())
        _log.error("%s is put aside; %d in all", about, count)

    async def _say_waited(self, conversation: str, to: Address) -> None:
        what = Reply(str(self.content.words.telegram.waited))
        try:
            self.outbox.put([await self.store.add(Outgoing(conversation, to, "reply", what))])
        except StoreError as error:
            _log.warning("not told that words have waited: %s", reason(error))

    def _note_wait(self, event: Event, turn: Turn | None) -> None:
        """Note words that were sent a while ago and could not be saved since."""
        if not turn or not event.address:
            return
        if turn.forget:
            self._waited.pop(event.address, None)
            return
        sent, failed = event.at, self._failed_at
        if not sent or not failed or failed < sent:
            return
        if self.clock() - sent <= A_WHILE:
            return
        if turn.after.messages != turn.before.messages:
            self._waited[event.address] = event.conversation

    async def _apologise(self, conversation: str, to: Address, about: str) -> None:
        """Say sorry, and show the question again. The caller holds the conversation."""
        if not self.notices.may_tell(to.address):
            return
        try:
            await self.service.take(
                Event(conversation, "sorry", "", f"sorry for {about}", address=to)
            )
        except Exception as error:  # the same fault as in the turn, most likely
            if isinstance(error, StoreError) and not isinstance(error, DataUnreadable):
                self.notices.not_told(to.address)
                raise
            _log.error("apology failed: %s", describe(type(error), error.__traceback__))
            await self.notices.tell(to.address, self.content.words.odd.sorry)

    def _log_turn(self, event: Event, turn: Turn | None, begin: float) -> None:
        taken = (time.perf_counter() - begin) * 1000
        if turn is None:
            _log.info("turn chat=%s repeated", self.hidden(event.conversation))
            return
        attempt = turn.after.attempt
        _log.info(
            "turn chat=%s dialogue=%s step=%s kind=%s ms=%.1f",
            self.hidden(event.conversation),
            attempt.dialogue,
            attempt.step,
            event.kind,
            taken,
        )


def _private_chat(raw: Any) -> int:
    """The private chat that an unreadable update came from, or 0 when it does not say."""
    try:
        message = raw.get("message") or raw["callback_query"]["message"]
        chat = message["chat"]
        known = chat["type"] == "private" and isinstance(chat["id"], int)
        return int(chat["id"]) if known and isinstance(raw["update_id"], int) else 0
    except (AttributeError, KeyError, TypeError):
        return 0
