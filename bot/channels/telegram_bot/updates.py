"""An update as an event of the product, or as one of the few things that are not conversation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from telegram import CallbackQuery, Message, Update
from telegram.constants import ChatMemberStatus, ChatType

from bot.domain.events import Attachment, Event


@dataclass(frozen=True, slots=True)
class Membership:
    """The learner blocked the bot, or let it back in."""

    chat_id: str
    blocked: bool


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Something in a group or a channel, where nothing is recorded."""

    chat_id: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """An update that asks for no answer."""

    why: Literal["kind", "service", "group"]


Meaning = Event | Membership | Elsewhere | Nothing


def meaning(update: Update, outage: tuple[datetime, datetime] | None = None) -> Meaning:
    """What an update is to the coach. ``outage`` is when the coach was away last."""
    if update.message:
        return _message(update, update.message, outage)
    if update.edited_message:
        return _edit(update, update.edited_message)
    if update.callback_query:
        return _press(update, update.callback_query)
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
    return Event(
        chat_id=str(message.chat.id),
        kind="attachment" if attachment else "say",
        text=text,
        key=key(update.update_id),
        source=str(message.message_id),
        at=message.date,
        late=late,
        attachment=attachment,
    )


def _edit(update: Update, message: Message) -> Meaning:
    text = message.text if message.text is not None else message.caption
    if message.chat.type != ChatType.PRIVATE or text is None:
        return Nothing("kind")
    chat, source = str(message.chat.id), str(message.message_id)
    return Event(chat, "edit", text, key(update.update_id), source)


def _press(update: Update, press: CallbackQuery) -> Meaning:
    """A press on a button under a message. Its data may be old, cut or forged: it only asks."""
    if press.message is None:
        return Event(str(press.from_user.id), "press", "", key(update.update_id), version=-1)
    if press.message.chat.type != ChatType.PRIVATE:
        return Nothing("group")
    chat = str(press.message.chat.id)
    named, _, rest = (press.data or "").partition("|")
    step, _, rest = rest.partition("|")
    version, _, action = rest.partition("|")
    mine = named == chat and bool(step) and version.isascii() and version.isdigit()
    number = int(version[:9]) if mine else -1
    return Event(chat, "press", action if mine else "", key(update.update_id), version=number)


def _membership(update: Update) -> Meaning:
    change = update.my_chat_member
    if change is None or change.chat.type != ChatType.PRIVATE:
        return Nothing("group")
    gone = (ChatMemberStatus.BANNED, ChatMemberStatus.LEFT)
    return Membership(str(change.chat.id), change.new_chat_member.status in gone)


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
