"""An update as an event of the product, or as one of the few things that are not conversation.

It is read as it comes, field by field, and no more of it than is used: an update of an older or a
newer server, with fields that are missing or unknown, still brings its text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2s
from typing import Any, Literal

from bot.channels.telegram_bot import CHANNEL
from bot.channels.telegram_bot.parts import LIMIT
from bot.domain.addresses import Address
from bot.domain.events import Attachment, Event, EventKind

Raw = Mapping[str, Any]
"""An update, or a part of one, as it came."""

_KINDS = ("message", "edited_message", "callback_query", "my_chat_member")


@dataclass(frozen=True, slots=True)
class ChatMembership:
    """The learner blocked the bot, or let it back in."""

    address: Address
    blocked: bool


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The bot was spoken to in a group chat or a channel, where nothing is recorded."""

    chat_id: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """An update that asks for no answer."""

    why: Literal["kind", "service", "group"]


Meaning = Event | ChatMembership | Elsewhere | Nothing


class Malformed(Exception):
    """Raised where an update lacks a needed part, or has one of another kind."""


def number_of(raw: object) -> int | None:
    """Return the number of an update that can be read, None for one that cannot."""
    try:
        if not isinstance(raw, dict):
            return None
        for kind in _KINDS:
            if raw.get(kind) is not None:
                _check(kind, _part(raw, kind))
        return _whole(raw["update_id"])
    except (Malformed, KeyError):
        return None


def _check(kind: str, content: Raw) -> None:
    """Raise Malformed, or KeyError, where what is read of an update is missing."""
    if kind == "callback_query":
        _text(content, "id")
        of = _part(_part(content, "message"), "chat") if content.get("message") else None
        _whole((of or _part(content, "from"))["id"])
        return
    _whole(_part(content, "chat")["id"])
    if kind == "my_chat_member":
        _text(_part(content, "new_chat_member"), "status")
        return
    _whole(content["message_id"])
    for name in ("text", "caption"):
        _text(content, name)


def meaning(
    raw: Raw,
    action: Callable[[str], str],
    outage: tuple[datetime, datetime] | None = None,
    name: str = "",
) -> Meaning:
    """Return what an update is to the coach.

    ``action`` returns the action that a press asks for; ``outage`` is when the coach was away last;
    ``name`` is the bot's own, by which it is spoken to in a group chat.
    """
    if message := raw.get("message"):
        return _message(message, outage, name)
    if message := raw.get("edited_message"):
        return _edit(raw, message)
    if press := raw.get("callback_query"):
        return _press(press, action)
    if change := raw.get("my_chat_member"):
        return _membership(change)
    return Nothing("kind")


def _message(message: Raw, outage: tuple[datetime, datetime] | None, name: str) -> Meaning:
    if not _is_private(message):
        chat = str(message["chat"]["id"])
        return Elsewhere(chat) if _is_addressed(message, name) else Nothing("group")
    text, attachment = message.get("text"), None
    if text is None:
        text, attachment = message.get("caption") or "", _attachment(message)
        if not text and attachment is None:
            return Nothing("service")  # Telegram itself wrote it, about the chat
    sent = _sent_at(message)
    late = bool(sent and outage and outage[0] <= sent <= outage[1])
    return _event(
        "attachment" if attachment else "say",
        message,
        _key_of(message),
        text,
        source=str(message["message_id"]),
        at=sent,
        late=late,
        attachment=attachment,
        passed_on=_is_passed_on(message),
    )


def _is_passed_on(message: Raw) -> bool:
    """Whether it was forwarded, made with the help of a bot, or is from one."""
    author = message.get("from")
    is_bot = isinstance(author, dict) and author.get("is_bot") is True
    return is_bot or any(message.get(name) for name in _PASSED_ON)


_PASSED_ON = (
    *("forward_origin", "forward_date", "forward_from", "forward_from_chat"),
    *("forward_sender_name", "is_automatic_forward", "via_bot", "sender_business_bot"),
)
"""The fields that say so, also those of servers before 7.0."""


def address(chat: int) -> Address:
    """Return the address of a private chat."""
    return Address(CHANNEL, str(chat))


def sender_of(raw: Raw) -> Address | None:
    """Return whose private chat an update comes from, None for any other."""
    found: Raw = next((raw[kind] for kind in _KINDS if raw.get(kind)), {})
    message = found.get("message") or found
    try:
        return address(message["chat"]["id"]) if _is_private(message) else None
    except KeyError:  # a press may come without the message under which it was
        return None


def _event(kind: EventKind, message: Raw, number: str, text: str, **more: Any) -> Event:
    """An event whose conversation is for the service to find."""
    to = address(message["chat"]["id"])
    return Event("", kind, text, number, address=to, cut_at=LIMIT, **more)


def _edit(raw: Raw, message: Raw) -> Meaning:
    text = message.get("text") if message.get("text") is not None else message.get("caption")
    if not _is_private(message) or text is None:
        return Nothing("kind")
    number = key(raw["update_id"])
    return _event("edit", message, number, text, source=str(message["message_id"]))


def _press(press: Raw, action: Callable[[str], str]) -> Meaning:
    """A press on a button under a message. Its data may be old, cut or forged: it only asks."""
    number = f"press {press['id']}"
    message = press.get("message") or {"chat": {"id": press["from"]["id"]}}
    chat = message["chat"]["id"]
    if not _is_private(message):
        return Nothing("group")
    data = press.get("data")
    named, _, rest = (data if isinstance(data, str) else "").partition("|")
    step, _, rest = rest.partition("|")
    version, _, pressed = rest.partition("|")
    mine = named == str(chat) and bool(step) and version.isascii() and version.isdigit()
    of_turn = int(version[:9]) if mine else -1
    return _event("press", message, number, action(pressed) if mine else "", version=of_turn)


def _membership(change: Raw) -> Meaning:
    if not _is_private(change):
        return Nothing("group")
    gone = change["new_chat_member"]["status"] in ("kicked", "left")
    return ChatMembership(address(change["chat"]["id"]), gone)


def _is_private(message: Raw) -> bool:
    """Whether it is in a private chat: only their numbers are above nought."""
    chat = message["chat"]
    return bool(chat.get("type", "private" if chat["id"] > 0 else "group") == "private")


def _is_addressed(message: Raw, name: str) -> bool:
    """Whether a message in a group chat speaks to the bot: by its name, or as a reply to it."""
    said = message.get("text") or message.get("caption") or ""
    replied = message.get("reply_to_message")
    author = replied.get("from") if isinstance(replied, dict) else None
    to = author.get("username", "") if isinstance(author, dict) else ""
    wanted = name.casefold()
    return bool(wanted) and (f"@{wanted}" in said.casefold() or str(to).casefold() == wanted)


_MEDIA = frozenset(
    (
        *("photo", "animation", "audio", "document", "video", "video_note", "voice", "sticker"),
        *("story", "contact", "dice", "game", "poll", "venue", "location", "checklist"),
        *("paid_media", "live_photo", "invoice", "giveaway", "rich_message"),
    )
)
"""The fields of a message that hold something else than text."""


def _attachment(message: Raw) -> Attachment | None:
    """Return the kind of a message that is no text, None for a service message.

    What a newer server brings is something sent where it has a file.
    """
    if message.keys() & {"voice", "video_note", "audio"}:
        return "voice"
    if "photo" in message:
        return "photo"
    has_file = any(isinstance(each, dict) and "file_id" in each for each in message.values())
    return "other" if message.keys() & _MEDIA or has_file else None


def _sent_at(message: Raw) -> datetime | None:
    date = message.get("date")
    return datetime.fromtimestamp(date, UTC) if isinstance(date, int) and date > 0 else None


def _key_of(message: Raw) -> str:
    """The key of a message: the same under another number. The chat's cannot be read in it."""
    told = f"{message['chat']['id']} {message['message_id']} {message.get('date')}"
    return f"message {blake2s(told.encode(), digest_size=12).hexdigest()}"


def key(update_id: int) -> str:
    """The key of an update: of an edit, and of what is put aside."""
    return f"update {update_id}"


def _part(raw: Raw, name: str) -> Raw:
    part = raw[name]
    if not isinstance(part, dict):
        raise Malformed(name)
    return part


def _whole(number: object) -> int:
    if not isinstance(number, int) or isinstance(number, bool):
        raise Malformed("number")
    return number


def _text(raw: Raw, name: str) -> None:
    if not isinstance(raw.get(name, ""), str):
        raise Malformed(name)
