"""What an update leads to: a turn, a note, one line for a group, or being put aside.

The rule: ``take`` returns only after what it did is committed, so that whoever called it may
acknowledge the update. When nothing can be committed it raises StoreError, and the update stays
with Telegram; a caller who tries again keeps the chat's later messages waiting meanwhile.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.error import TelegramError

from bot.channels.telegram_bot.api import Api
from bot.channels.telegram_bot.patience import reason
from bot.channels.telegram_bot.reply_sender import ReplySender
from bot.channels.telegram_bot.updates import Elsewhere, Membership, key, meaning
from bot.content.library import Content
from bot.domain.events import Event
from bot.domain.outbox import Outgoing
from bot.domain.turn import Turn
from bot.engine.wording import fill
from bot.errors import StoreError
from bot.logs import describe
from bot.services.turns import Service
from bot.store import Store

TRIES = 3

BETWEEN_TRIES = 0.1

SAME_WORDS_AGAIN = 60.0
"""Seconds in which a chat gets one apology, and a group one line, however much comes in."""

A_WHILE = timedelta(minutes=1)
"""Whose words could not be saved for longer is told once they are."""

OF_ONE_CHAT = ("cannot_delete_files",)
"""Errors of the store that one chat's turn has and no other: nobody waits for their end."""

Trying = Callable[[Callable[[], Awaitable[None]]], Awaitable[None]]
"""How work that may raise StoreError is done: once, or until it is saved."""

_log = logging.getLogger(__name__)


async def once(work: Callable[[], Awaitable[None]]) -> None:
    """Do it and let the caller know of a StoreError."""
    await work()


@dataclass
class UpdateHandler:
    """Takes updates, in order within a chat and chats side by side."""

    service: Service
    store: Store
    sender: ReplySender
    api: Api
    content: Content
    clock: Callable[[], datetime]
    hidden: Callable[[str], str]
    """Hashes a chat id for the log."""
    outage: tuple[datetime, datetime] | None = None
    link: str = ""
    """The address of the private chat, for groups."""
    _order: WeakValueDictionary[str, asyncio.Lock] = field(default_factory=WeakValueDictionary)
    _told: dict[str, float] = field(default_factory=dict)
    _told_late: set[str] = field(default_factory=set)
    _in_line: Counter[str] = field(default_factory=Counter)
    _failed_at: datetime | None = None
    _waited: set[str] = field(default_factory=set)

    def set_outage(self, since: datetime) -> None:
        """The coach was away from then until now: buttons pressed meanwhile were lost."""
        self.outage = (since, self.clock())
        self._told_late.clear()

    def parse(self, raw: object) -> Update | None:
        """The update, or None when it cannot be read."""
        try:
            if not isinstance(raw, dict):
                return None
            update = Update.de_json(_slim(raw), self.api.bot)
            return update if isinstance(update.update_id, int) else None
        except Exception as error:  # whatever a malformed update leads to
            _log.warning("an update cannot be read: %s", type(error).__name__)
            return None

    async def quarantine(self, raws: Iterable[Any]) -> None:
        """Note updates that cannot be read, by their ids, and apologise where that is known."""
        numbers = [raw.get("update_id") for raw in raws if isinstance(raw, dict)]
        keys = [key(number) for number in numbers if isinstance(number, int)]
        count = await self.store.quarantine(keys, "Unreadable", self.clock())
        _log.warning("%d updates could not be read and are put aside; %d in all", len(keys), count)
        for raw in raws:
            if chat_id := _private_chat(raw):
                await self._apologise(chat_id, key(raw["update_id"]))

    async def take(self, update: Update, trying: Trying = once) -> None:
        """Do what an update asks for. Raises StoreError when it could not be kept.

        ``trying`` may do it again; the chat's next update is not begun before it returns.
        """
        meant = meaning(update, self.outage)
        if isinstance(meant, Event | Membership):
            self._in_line[meant.chat_id] += 1
            try:
                async with self._order.setdefault(meant.chat_id, asyncio.Lock()):
                    await trying(partial(self._keep, meant))
            finally:
                self._in_line[meant.chat_id] -= 1
                last = not self._in_line[meant.chat_id]
                if last:
                    del self._in_line[meant.chat_id]
            if last and meant.chat_id in self._waited:
                self._waited.discard(meant.chat_id)
                self.sender.in_background(self._say_waited(meant.chat_id))
            if update.callback_query:
                self.sender.in_background(self._answer_press(update.callback_query.id))
        elif isinstance(meant, Elsewhere) and self._may_tell(meant.chat_id):
            self.sender.in_background(self._say_where(meant.chat_id))

    async def _keep(self, meant: Event | Membership) -> None:
        try:
            if isinstance(meant, Event):
                await self._turn(meant)
            elif meant.blocked:
                await self.sender.block(meant.chat_id)
            else:
                await self.sender.unblock(meant.chat_id)
        except StoreError:
            self._failed_at = self.clock()
            raise

    async def _say_waited(self, chat_id: str) -> None:
        text = str(self.content.words.telegram.waited)
        said = Outgoing(chat_id, "reply", "sendMessage", {"chat_id": chat_id, "text": text})
        try:
            self.sender.put([await self.store.add(said)])
        except StoreError as error:
            _log.warning("not told that words have waited: %s", reason(error))

    def _note_wait(self, event: Event, turn: Turn | None) -> None:
        """Note words that were sent a while ago and could not be saved since."""
        if turn and turn.forget:
            self._waited.discard(event.chat_id)
            return
        sent, failed = event.at, self._failed_at
        if not turn or not sent or not failed or failed < sent:
            return
        if self.clock() - sent > A_WHILE and turn.after.messages != turn.before.messages:
            self._waited.add(event.chat_id)

    async def _turn(self, event: Event) -> None:
        if event.chat_id in self.sender.blocked:
            await self.sender.unblock(event.chat_id)
        once_late = self._late_once(event)
        try:
            await self._take_turn(once_late)
        except StoreError:
            if once_late.late:
                self._told_late.discard(event.chat_id)
            raise

    async def _take_turn(self, event: Event) -> None:
        for tried in range(TRIES):
            begin = time.perf_counter()
            try:
                turn = await self.service.receive(event)
            except Exception as error:  # a fault of ours must not stop the others
                if isinstance(error, StoreError):
                    if error.sentence not in OF_ONE_CHAT:
                        raise
                    _log.error("%s", reason(error))
                _log.error("turn failed: %s", describe(type(error), error.__traceback__))
                failed = type(error).__name__
                await asyncio.sleep(BETWEEN_TRIES * tried)
            else:
                self._note_wait(event, turn)
                self._log_turn(event, turn, begin)
                return
        count = await self.store.quarantine([event.key], failed, self.clock())
        _log.error("%s is put aside; %d in all", event.key, count)
        await self._apologise(event.chat_id, event.key)

    def _late_once(self, event: Event) -> Event:
        """Only the first message of a chat from an outage is answered with where we were."""
        if not event.late:
            return event
        if event.chat_id in self._told_late:
            return replace(event, late=False)
        self._told_late.add(event.chat_id)
        return event

    async def _apologise(self, chat_id: str, about: str) -> None:
        if not self._may_tell(chat_id):
            return
        try:
            await self.service.receive(Event(chat_id, "sorry", "", f"sorry for {about}"))
        except StoreError:
            del self._told[chat_id]
            raise
        except Exception as error:  # the same fault as in the turn, most likely
            _log.error("apology failed: %s", describe(type(error), error.__traceback__))
            await self._tell(chat_id, self.content.words.odd.sorry)

    def _may_tell(self, chat_id: str) -> bool:
        """Whether a chat has had no such line lately."""
        now = time.monotonic()
        if self._told.get(chat_id, -SAME_WORDS_AGAIN) + SAME_WORDS_AGAIN > now:
            return False
        self._told = {c: t for c, t in self._told.items() if t + SAME_WORDS_AGAIN > now}
        self._told[chat_id] = now
        return True

    async def _say_where(self, chat_id: str) -> None:
        words = self.content.words
        await self._tell(chat_id, fill(words, words.telegram.group, link=self.link))

    async def _tell(self, chat_id: str, text: str) -> None:
        """Say a line once, with nothing recorded."""
        with contextlib.suppress(TelegramError):
            await self.api.call("sendMessage", {"chat_id": chat_id, "text": str(text)})

    async def _answer_press(self, press_id: str) -> None:
        """Stop the button's clock. It may be too late for that, which harms nobody."""
        with contextlib.suppress(TelegramError):
            await self.api.call("answerCallbackQuery", {"callback_query_id": press_id})

    def _log_turn(self, event: Event, turn: Turn | None, begin: float) -> None:
        taken = (time.perf_counter() - begin) * 1000
        if turn is None:
            _log.info("turn chat=%s repeated", self.hidden(event.chat_id))
            return
        attempt = turn.after.attempt
        _log.info(
            "turn chat=%s dialogue=%s step=%s kind=%s ms=%.1f",
            self.hidden(event.chat_id),
            attempt.dialogue,
            attempt.step,
            event.kind,
            taken,
        )


_UNREAD = ("from", "entities", "caption_entities", "reply_to_message", "quote", "forward_origin")
"""What nobody here reads of a message: to make objects of it is a third of the parsing."""


def _slim(raw: dict[str, Any]) -> dict[str, Any]:
    """An update without what is not read. The answer of Telegram itself is not changed."""
    for kind in ("message", "edited_message"):
        message = raw.get(kind)
        if isinstance(message, dict):
            kept = {name: each for name, each in message.items() if name not in _UNREAD}
            return {**raw, kind: kept}
    return raw


def _private_chat(raw: Any) -> str:
    """The private chat that an unreadable update came from, or "" when it does not say."""
    try:
        message = raw.get("message") or raw["callback_query"]["message"]
        chat = message["chat"]
        known = chat["type"] == "private" and isinstance(chat["id"], int)
        return str(chat["id"]) if known and isinstance(raw["update_id"], int) else ""
    except (AttributeError, KeyError, TypeError):
        return ""
