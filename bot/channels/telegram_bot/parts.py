"""A turn's replies as rows of the outbox, one for each message that Telegram will show. Pure.

Core choices are a reply keyboard, whose presses are messages that Telegram keeps for 24 hours;
what else can be chosen is a button under the message, whose presses it drops after 150 seconds.
A message can carry only one of the two, and a keyboard stays until another comes, so it is sent
only when it changes. A row is a message, so that after a kill at most one of them is doubled.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from bot.domain.addresses import Address
from bot.domain.messages import BETWEEN
from bot.domain.offers import Button
from bot.domain.outbox import Delete, Outgoing
from bot.domain.turn import Reply, Turn
from bot.engine.pastes import utf16

LIMIT = 4096
"""UTF-16 units in one message; clients cut longer ones that are pasted into them."""

PART = 4000
"""UTF-16 units in one part of a long text of ours: well within the limit."""


class ChannelWords(NamedTuple):
    """Sentences of this channel alone.

    ``more_choices`` is a line to hang buttons under, where a message carries the keyboard already;
    ``not_deleted`` is said when a message cannot be taken out of the chat any more. ``copy_link``
    is the label of a button that copies an address.
    """

    more_choices: str
    not_deleted: str
    copy_link: str = "Copy"


def parts(turn: Turn, to: Address, lines: ChannelWords) -> list[Outgoing]:
    """Return what is to be sent for a turn, in order."""
    replies = list(turn.replies)
    # Telegram numbers the messages of a chat; what came in otherwise has no number here.
    gone = [] if turn.is_reminder else [each for each in turn.delete if each.isdecimal()]
    deletes = [Outgoing(turn.after.id, to, "reply", Delete(each)) for each in gone]
    if not replies:
        return deletes
    buttons = replies[-1].buttons
    keys = [button for button in buttons if not button.side]
    core, roles = tuple(each.label for each in keys), tuple(each.role for each in keys)
    shown_before = tuple(button.label for button in turn.offered_before if not button.side)
    # A reminder leaves the keyboard as it is: it changes no place.
    other = core != shown_before or turn.after.placeholder != turn.before.placeholder
    changed = not turn.is_reminder and (other or turn.before.version == 0)
    inline = tuple(button for button in buttons if button.side)
    if changed and inline and len(replies) == 1:
        replies = _split_off_first_paragraph(replies[0])
        if len(replies) == 1:
            # Never all of them on the keyboard: it stays, and a late tap there would be words.
            replies.append(Reply(lines.more_choices))
    first = Outgoing(
        turn.after.id,
        to,
        "reminder" if turn.is_reminder else "reply",
        Reply(""),
        step=turn.after.attempt.step if inline else "",
        version=turn.after.version if inline else 0,
        roles=roles,
        placeholder=turn.after.placeholder,
    )
    rows = list[Outgoing]()
    for place, reply in enumerate(replies):
        under = inline if place == len(replies) - 1 else ()
        keyboard = core if place == 0 and changed and not under else None
        rows += _messages(first, reply, under, keyboard)
    return [*rows, *deletes]


def _split_off_first_paragraph(reply: Reply) -> list[Reply]:
    """A text of several paragraphs as two replies, so that one may carry the keyboard."""
    first, between, rest = reply.text.partition(BETWEEN)
    cut_off = len(first) + len(between)
    if not rest or reply.verbatim or any(start < cut_off for start, _ in reply.typed):
        return [reply]
    end = len(reply.text)
    shown = Reply(first, **_spans(reply, 0, len(first)))
    return [shown, replace(reply, text=rest, **_spans(reply, cut_off, end))]


def _messages(
    row: Outgoing, reply: Reply, under: tuple[Button, ...], keyboard: tuple[str, ...] | None
) -> Iterator[Outgoing]:
    """One reply as one message, or as several when it is long; the last carries what is chosen."""
    if reply.file and (reply.file.picture or reply.file.is_made):
        shown = Reply(reply.text, under, file=reply.file)
        yield replace(row, what=shown, keyboard=keyboard)
        return
    text = reply.text.rstrip("\n") if reply.verbatim else reply.text
    for link in reply.links:
        text += "" if link.title in text else f"{BETWEEN}{link.title}"
    # Telegram refuses a message of white space only.
    pieces = [piece for piece in cut(text) if piece[1].strip()] or [(0, "…")]
    for place, (start, piece) in enumerate(pieces):
        is_last = place == len(pieces) - 1
        yield replace(
            row,
            what=_part(reply, start, piece, under if is_last else ()),
            keyboard=keyboard if is_last else None,
            receipt=reply.receipt,
            waits=reply.waits,
        )
    if reply.file:
        yield replace(row, what=Reply("", file=reply.file))


def _part(reply: Reply, start: int, piece: str, under: tuple[Button, ...]) -> Reply:
    """A part of a reply, with those of its spans and links that lie in it."""
    links = tuple(link for link in reply.links if link.title in piece)
    spans = _spans(reply, start, start + len(piece))
    return Reply(piece, under, links, verbatim=reply.verbatim, **spans)


def _spans(reply: Reply, start: int, end: int) -> dict[str, Any]:
    """The spans of a reply that lie in a part of it; a time that is cut in two is plain text."""
    typed = tuple(
        (max(a, start) - start, min(b, end) - start)
        for a, b in reply.typed
        if a < end and b > start
    )
    moments = tuple(
        (a - start, b - start, at) for a, b, at in reply.moments if start <= a and b <= end
    )
    return {"typed": typed, "moments": moments}


def cut(text: str, limit: int = PART) -> Iterator[tuple[int, str]]:
    """Yield a text in parts of at most ``limit`` UTF-16 units: (where it starts, the part).

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
