"""A turn's replies as calls to Telegram: keyboards, entities, parts, files. Pure.

Core choices are a reply keyboard, whose presses are messages that Telegram keeps for 24 hours;
what else can be chosen is a button under the message, whose presses it drops after 150 seconds.
A message can carry only one of the two, and a keyboard stays until another comes, so it is sent
only when it changes. No learner's text can become a link, a mention or mark-up: it stands in a
``pre`` or ``code`` entity, where nothing is made of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from bot.domain.offers import Button
from bot.domain.outbox import Outgoing
from bot.domain.pictures import Picture
from bot.domain.statement import BETWEEN
from bot.domain.turn import File, Reply, Turn
from bot.engine.pastes import utf16
from bot.pictures.catalogue import as_kept

PART = 4000
"""UTF-16 units in one part of a long text. Telegram takes 4,096."""

MAX_ROW = 30
"""Characters of labels in one row of a keyboard: more is cut on a small phone."""


class ChannelWords(NamedTuple):
    """What only this channel has to say.

    ``more_choices`` is a line to hang buttons under, where a message carries the keyboard already;
    ``not_deleted`` is said when a message cannot be taken out of the chat any more.
    """

    more_choices: str
    not_deleted: str


def render(turn: Turn, lines: ChannelWords) -> list[Outgoing]:
    """What is to be sent for a turn, in order."""
    replies = list(turn.replies)
    if not replies:
        return []
    buttons = replies[-1].buttons
    core = [button.label for button in buttons if not button.side]
    shown_before = [button.label for button in turn.offered_before if not button.side]
    # A reminder leaves the keyboard as it is: it changes no place.
    changed = not turn.is_reminder and (core != shown_before or turn.before.version == 0)
    inline = _inline(turn, [button for button in buttons if button.side])
    if changed and inline and len(replies) == 1:
        replies = _split_off_first_paragraph(replies[0])
        if len(replies) == 1:
            # Never all of them on the keyboard: it stays, and a late tap there would be words.
            replies.append(Reply(lines.more_choices))
    outgoing = list[Outgoing]()
    for place, reply in enumerate(replies):
        markup: dict[str, Any] | None = None
        if place == 0 and changed:
            markup = _keyboard(core)
        if place == len(replies) - 1 and inline:
            markup = inline
        outgoing += _messages(turn.after.chat_id, reply, markup)
    if turn.is_reminder:
        return [replace(each, kind="reminder") for each in outgoing]
    return [*outgoing, *_deletions(turn, lines)]


def _deletions(turn: Turn, lines: ChannelWords) -> Iterator[Outgoing]:
    """Take out of the chat what must not stay in it, or say that it stays."""
    chat = turn.after.chat_id
    for source in turn.delete:
        if source.isdecimal():
            params = {"chat_id": chat, "message_id": int(source), "otherwise": lines.not_deleted}
            yield Outgoing(chat, "reply", "deleteMessage", params)


def _keyboard(labels: Sequence[str]) -> dict[str, Any]:
    if not labels:
        return {"remove_keyboard": True}
    rows: list[list[dict[str, str]]] = [[]]
    for label in labels:
        if rows[-1] and sum(len(each["text"]) for each in rows[-1]) + len(label) > MAX_ROW:
            rows.append([])
        rows[-1].append({"text": label})
    return {"keyboard": rows, "resize_keyboard": True, "is_persistent": True}


def _inline(turn: Turn, buttons: Sequence[Button]) -> dict[str, Any] | None:
    if not buttons:
        return None
    rows: list[list[dict[str, str]]] = [[]]
    for button in buttons:
        if rows[-1] and sum(len(each["text"]) for each in rows[-1]) + len(button.label) > MAX_ROW:
            rows.append([])
        rows[-1].append({"text": button.label, "callback_data": press_data(turn, button.action)})
    return {"inline_keyboard": rows}


def press_data(turn: Turn, action: str) -> str:
    """``chat|step|version|action``: what a press must match to do anything.

    64 bytes at most: a chat of 16 digits, the start of the step, a version of 6 digits, and an
    action of 33: the ids in ``content/`` are kept short for it.
    """
    attempt = turn.after.attempt
    return f"{turn.after.chat_id}|{attempt.step[:6]}|{turn.after.version}|{action}"


def _split_off_first_paragraph(reply: Reply) -> list[Reply]:
    """A text of several paragraphs as two replies, so that one may carry the keyboard."""
    first, between, rest = reply.text.partition(BETWEEN)
    cut = len(first) + len(between)
    if not rest or reply.verbatim or any(start < cut for start, _ in reply.typed):
        return [reply]
    typed = tuple((start - cut, end - cut) for start, end in reply.typed)
    return [Reply(first), replace(reply, text=rest, typed=typed)]


def _messages(chat_id: str, reply: Reply, markup: dict[str, Any] | None) -> Iterator[Outgoing]:
    """One reply as one message, or as several when it is long; the last carries the markup."""
    if reply.file and reply.file.picture:
        yield _photo(chat_id, reply.text, reply.file, reply.file.picture, markup)
        return
    text = reply.text.rstrip("\n") if reply.verbatim else reply.text
    for link in reply.links:
        text += "" if link.title in text else f"{BETWEEN}{link.title}"
    # Telegram refuses a message of white space only.
    parts = [part for part in cut(text) if part[1].strip()] or [(0, "…")]
    for place, (start, part) in enumerate(parts):
        params: dict[str, Any] = {"chat_id": chat_id, "text": part}
        params["link_preview_options"] = {"is_disabled": True}
        entities = _entities(reply, start, part)
        if entities:
            params["entities"] = entities
        if markup and place == len(parts) - 1:
            params["reply_markup"] = markup
        yield Outgoing(
            chat_id, "reply", "sendMessage", params, receipt=reply.receipt, waits=reply.waits
        )
    if reply.file:
        file = {"name": f"{reply.file.stem}.{reply.file.ending}", "content": reply.file.text}
        yield Outgoing(chat_id, "reply", "sendDocument", {"chat_id": chat_id, "document": file})


def _photo(
    chat_id: str, text: str, file: File, picture: Picture, markup: dict[str, Any] | None
) -> Outgoing:
    """A picture with what it shows in words under it. Telegram takes 1,024 signs there."""
    photo = {"name": f"{file.stem}.{file.ending}", "picture": as_kept(picture)}
    params = {"chat_id": chat_id, "photo": photo, "caption": text}
    if markup:
        params["reply_markup"] = markup
    return Outgoing(chat_id, "reply", "sendPhoto", params)


def _entities(reply: Reply, start: int, part: str) -> list[dict[str, Any]]:
    """The spans of one part: a learner's words as code, links as links."""
    if reply.verbatim:
        return [{"type": "pre", "offset": 0, "length": utf16(part)}]
    end = start + len(part)
    found = [
        _entity("code", part, max(a, start) - start, min(b, end) - start)
        for a, b in reply.typed
        if a < end and b > start
    ]
    after = 0
    for link in reply.links:
        # They stand in their order: a title inside the title of another is not taken for it.
        place = part.find(link.title, after)
        if place >= 0:
            after = place + len(link.title)
            found.append({**_entity("text_link", part, place, after), "url": link.url})
    return sorted(found, key=lambda entity: int(entity["offset"]))


def _entity(kind: str, text: str, start: int, end: int) -> dict[str, Any]:
    return {"type": kind, "offset": utf16(text[:start]), "length": utf16(text[start:end])}


def cut(text: str, limit: int = PART) -> Iterator[tuple[int, str]]:
    """A text in parts of at most ``limit`` UTF-16 units: (where it starts, the part).

    Cut at the end of a paragraph where there is one, else of a line, else of a word, else where it
    must be. Put together the parts are the text: nothing is lost or repeated. White space at a cut
    stays at the end of its part.
    """
    start = 0
    while start < len(text):
        end = _fits(text, start, limit)
        if end < len(text):
            for mark in (BETWEEN, "\n", " "):
                place = text.rfind(mark, start, end)
                if place > start and text[start:place].strip():
                    end = place + len(mark)
                    break
        yield start, text[start:end]
        start = end


def _fits(text: str, start: int, limit: int) -> int:
    """The furthest end from ``start`` within the limit. An emoji is never cut in two."""
    if utf16(text[start : start + limit]) <= limit:
        return min(len(text), start + limit)
    units = 0
    for place in range(start, len(text)):
        units += 2 if text[place] > "\uffff" else 1
        if units > limit:
            return place
    return len(text)
