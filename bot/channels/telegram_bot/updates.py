"""An update as an event of the product, or as one of the few things that are not conversation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from telegram import CallbackQuery, Message, Update
from telegram.constants import ChatMemberStatus, ChatType

from bot.channels.telegram_bot import CHANNEL
from bot.channels.telegram_bot.parts import LIMIT
from bot.domain.addresses import Address
from bot.domain.events import Attachment, Event, EventKind


@dataclass(frozen=True, slots=True)
class ChatMembership:
    """The learner blocked the bot, or let it back in."""

    address: Address
    blocked: bool


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Something in a group or a channel, where nothing is recorded."""

    chat_id: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """An update that asks for no answer."""

    why: Literal["kind", "service", "group"]


Meaning = Event | ChatMembership | Elsewhere | Nothing


def meaning(
    update: Update,
    action: Callable[[str], str],
    outage: tuple[datetime, datetime] | None = None,
) -> Meaning:
    """Return what an update is to the coach.

    ``action`` returns the action that a press asks for; ``outage`` is when the coach was away last.
    """
    if update.message:
        return _message(update, update.message, outage)
    if update.edited_message:
        return _edit(update, update.edited_message)
    if update.callback_query:
        return _press(update, update.callback_query, action)
    if update.my_chat_member:
        return _membership(update)
    return Nothing("kind")


def _message(update: Update, message: Message, outage: tuple[datetime, datetime] | None) -> Meaning:
    if message.chat.type != ChatType.PRIVATE:
        return Nothing("group") if _is_service(message) else Elsewhere(str(message.chat.id))
    if _is_service(message):
        return Nothing("service")
    text, attachment = message.text, None
    if text is None:
        text, attachment = message.caption or "", _attachment(message)
    late = bool(outage and outage[0] <= message.date <= outage[1])
    return _event(
        "attachment" if attachment else "say",
        message.chat.id,
        update,
        text,
        source=str(message.message_id),
        at=message.date,
        late=late,
        attachment=attachment,
    )


def address(chat: int) -> Address:
    """Return the address of a private chat."""
    return Address(CHANNEL, str(chat))


def _event(kind: EventKind, chat: int, update: Update, text: str, **more: Any) -> Event:
    """An event whose conversation is for the service to find."""
    number = key(update.update_id)
    return Event("", kind, text, number, address=address(chat), cut_at=LIMIT, **more)


def _edit(update: Update, message: Message) -> Meaning:
    text = message.text if message.text is not None else message.caption
    if message.chat.type != ChatType.PRIVATE or text is None:
        return Nothing("kind")
    return _event("edit", message.chat.id, update, text, source=str(message.message_id))


def _press(update: Update, press: CallbackQuery, action: Callable[[str], str]) -> Meaning:
    """A press on a button under a message. Its data may be old, cut or forged: it only asks."""
    if press.message is None:
        return _event("press", press.from_user.id, update, "", version=-1)
    chat = press.message.chat
    if chat.type != ChatType.PRIVATE:
        return Nothing("group")
    named, _, rest = (press.data or "").partition("|")
    step, _, rest = rest.partition("|")
    version, _, pressed = rest.partition("|")
    mine = named == str(chat.id) and bool(step) and version.isascii() and version.isdigit()
    number = int(version[:9]) if mine else -1
    return _event("press", chat.id, update, action(pressed) if mine else "", version=number)


def _membership(update: Update) -> Meaning:
    change = update.my_chat_member
    if change is None or change.chat.type != ChatType.PRIVATE:
        return Nothing("group")
    gone = (ChatMemberStatus.BANNED, ChatMemberStatus.LEFT)
    return ChatMembership(address(change.chat.id), change.new_chat_member.status in gone)


def _attachment(message: Message) -> Attachment:
    if message.voice or message.video_note or message.audio:
        return "voice"
    return "photo" if message.photo else "other"


_SERVICE = (
    "new_chat_members",
    "left_chat_member",
    "new_chat_title",
    "new_chat_photo",
    "delete_chat_photo",
    "group_chat_created",
    "supergroup_chat_created",
    "channel_chat_created",
    "message_auto_delete_timer_changed",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "pinned_message",
)


def _is_service(message: Message) -> bool:
    """Whether Telegram itself wrote the message, about the chat."""
    return any(getattr(message, name) for name in _SERVICE)


def key(update_id: int) -> str:
    """The key of an update's event."""
    return f"update {update_id}"
