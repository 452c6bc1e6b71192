"""A row of the outbox as a call to Telegram: keyboards, entities, files. Pure.

No learner's text can become a link, a mention or mark-up: it stands in a ``pre`` or ``code``
entity, where nothing is made of it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from bot.channels.telegram_bot.parts import ChannelWords
from bot.domain.outbox import Delete, Outgoing, Rendered, Said
from bot.domain.turn import Reply
from bot.engine.pastes import utf16

MAX_ROW = 30
"""Characters of labels in one row of a keyboard: more is cut on a small phone."""

MOST_DATA = 64
"""Bytes that a button can carry."""

MOST_COPIED = 256
"""Characters that a button can copy."""

MOST_PLACEHOLDER = 64
"""Characters of what stands in the field that people type in."""

DAY_AND_TIME = "wDt"
"""How a time is shown in the reader's own clock: day of the week, date, hour and minute."""

NO_PREVIEW: dict[str, Any] = {"link_preview_options": {"is_disabled": True}}
"""The option that keeps a preview from standing under a message with a link."""

Shorten = Callable[[str], str]
"""Keeps an action that is too long for a button, and returns what the button carries instead."""


class Call(NamedTuple):
    """A method of the Bot API and its parameters."""

    method: str
    params: dict[str, Any]


def render(row: Outgoing, lines: ChannelWords, shorten: Shorten) -> Call:
    """Return the call that a row is."""
    chat: dict[str, Any] = {"chat_id": row.to.address}
    match row.what:
        case Rendered(call):
            return Call(**json.loads(call))
        case Delete(source):
            more = {"message_id": int(source), "otherwise": lines.not_deleted}
            return Call("deleteMessage", {**chat, **more})
        case Reply() as reply:
            markup = _markup(row, reply, shorten, lines.copy_link)
            return _sent(chat, reply, {"reply_markup": markup} if markup else {})
        case Said():
            raise TypeError("a line that stays is on its way nowhere")


def _sent(chat: dict[str, Any], reply: Reply, markup: dict[str, Any]) -> Call:
    file = reply.file
    if file and file.is_made:
        document = {"name": file.name, "file": file}
        return Call("sendDocument", {**chat, "document": document, "caption": reply.text, **markup})
    if file and file.picture:
        # Telegram takes 1,024 characters under a picture.
        photo = {"name": file.name, "picture": file.picture}
        return Call("sendPhoto", {**chat, "photo": photo, "caption": reply.text, **markup})
    if file:
        document = {"name": file.name, "content": file.text}
        return Call("sendDocument", {**chat, "document": document, **markup})
    params = {**chat, "text": reply.text, **NO_PREVIEW}
    if entities := _entities(reply):
        params["entities"] = entities
    return Call("sendMessage", {**params, **markup})


def _markup(row: Outgoing, reply: Reply, shorten: Shorten, copy: str) -> dict[str, Any] | None:
    buttons: list[dict[str, Any]] = [
        {"text": copy, "copy_text": {"text": each.url}}
        for each in reply.links
        if each.copied and row.keyboard is None and len(each.url) <= MOST_COPIED
    ]
    buttons += (
        {
            "text": each.label,
            "callback_data": press_data(row, each.action, shorten),
            **_style(each.role),
        }
        for each in reply.buttons
    )
    if buttons:
        return {"inline_keyboard": _lines(buttons)}
    if row.keyboard is None:
        return None
    if not row.keyboard:
        return {"remove_keyboard": True}
    roles = (*row.roles, *("" for _ in row.keyboard))  # an earlier build kept none
    keys = [
        {"text": label, **_style(role)} for label, role in zip(row.keyboard, roles, strict=False)
    ]
    markup = {"keyboard": _lines(keys), "resize_keyboard": True, "is_persistent": True}
    if row.placeholder:
        markup["input_field_placeholder"] = row.placeholder[:MOST_PLACEHOLDER]
    return markup


def _style(role: str) -> dict[str, str]:
    """The style of a button: a role is called as Telegram calls it."""
    return {"style": role} if role else {}


def _lines(buttons: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Buttons in rows that fit on a small phone."""
    lines: list[list[dict[str, Any]]] = [[]]
    for button in buttons:
        taken = sum(len(each["text"]) for each in lines[-1])
        if lines[-1] and taken + len(button["text"]) > MAX_ROW:
            lines.append([])
        lines[-1].append(button)
    return lines


def press_data(row: Outgoing, action: str, shorten: Shorten) -> str:
    """Return ``chat|step|version|action``: what a press must match to do anything.

    Where that is more than a button can carry, a short key stands for the action.
    """
    begin = f"{row.to.address}|{row.step[:6]}|{row.version}|"
    data = begin + action
    return data if len(data.encode()) <= MOST_DATA else begin + shorten(action)


def carries_keyboard(row: Outgoing) -> bool:
    """Return whether the keyboard comes with a message: on some phones it goes with it, too."""
    if isinstance(row.what, Rendered):
        return "keyboard" in json.loads(row.what.call)["params"].get("reply_markup", {})
    return bool(row.keyboard)


_NEWER_ENTITIES = ("date_time",)

_NEWER_OF_BUTTONS = ("style",)

_PLACEHOLDER = "input_field_placeholder"


def modest(call: Call) -> Call:
    """Return a call without what only newer servers know; the same object when it has none.

    A self-hosted server may be years old. Styles, buttons that copy and times in the reader's own
    clock are its reason to refuse; the text and all that can be pressed stays.
    """
    params = dict(call.params)
    entities, markup = params.get("entities", []), params.get("reply_markup", {})
    params["entities"] = [each for each in entities if each["type"] not in _NEWER_ENTITIES]
    params["reply_markup"] = {name: each for name, each in markup.items() if name != _PLACEHOLDER}
    for name in ("keyboard", "inline_keyboard"):
        if name in markup:
            rows = [
                [_modest(each) for each in row if "copy_text" not in each] for row in markup[name]
            ]
            params["reply_markup"][name] = [row for row in rows if row]
    if params["reply_markup"].get("inline_keyboard") == []:
        params["reply_markup"] = {}
    kept = {name: each for name, each in params.items() if each or name in call.params}
    for name in ("entities", "reply_markup"):
        if not kept.get(name):
            kept.pop(name, None)
    return call if kept == call.params else Call(call.method, kept)


def _modest(button: dict[str, Any]) -> dict[str, Any]:
    return {name: each for name, each in button.items() if name not in _NEWER_OF_BUTTONS}


def simpler(call: Call) -> Call | None:
    """Return what may be taken where a call was refused for its markup, None for nothing."""
    return next((each for each in (modest(call), plain(call)) if each is not call), None)


def plain(call: Call) -> Call:
    """Return a call without entities and buttons; the same object when it has none."""
    if not {"entities", "reply_markup"} & call.params.keys():
        return call
    kept = {k: each for k, each in call.params.items() if k not in ("entities", "reply_markup")}
    return Call(call.method, kept)


def _entities(reply: Reply) -> list[dict[str, Any]]:
    """The spans of a text: a learner's words as code, links as links, times as times."""
    text = reply.text
    if reply.verbatim:
        return [{"type": "pre", "offset": 0, "length": utf16(text)}]
    found = [_entity("code", text, start, end) for start, end in reply.typed]
    for start, end, at in reply.moments:
        shown = {"unix_time": at, "date_time_format": DAY_AND_TIME}
        found.append({**_entity("date_time", text, start, end), **shown})
    after = 0
    for link in reply.links:
        # They stand in their order: a title inside the title of another is not taken for it.
        place = text.find(link.title, after)
        if place >= 0:
            after = place + len(link.title)
            found.append({**_entity("text_link", text, place, after), "url": link.url})
    return sorted(found, key=lambda entity: int(entity["offset"]))


def _entity(kind: str, text: str, start: int, end: int) -> dict[str, Any]:
    return {"type": kind, "offset": utf16(text[:start]), "length": utf16(text[start:end])}
