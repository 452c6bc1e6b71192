"""Words that a learner took back, in lines that stay.

A channel that keeps its own list of what was said has the coach's lines in it, and those quote the
learner. What a message does not say any more, no line says for it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from bot.domain.messages import changed_between
from bot.domain.turn import Reply, Turn

GONE = "[…]"
"""What stands where words are gone."""


@dataclass(frozen=True, slots=True)
class LostWords:
    """The texts of messages until now, and from now on."""

    before: tuple[str, ...]
    now: tuple[str, ...]

    def holds(self, words: str) -> bool:
        """Return whether these words are the learner's, and stand in no message any more."""
        told = _plain(words)
        return bool(told) and _stands_in(told, self.before) and not _stands_in(told, self.now)


def lost_words(turn: Turn) -> LostWords | None:
    """Return what a turn took away from what messages say, None for nothing."""
    changed = changed_between(turn.before.messages, turn.after.messages)
    before = [old.text for old, new in changed if old and (new is None or new.text != old.text)]
    if not any(before):
        return None
    now = tuple(_plain(each.text) for each in turn.after.messages)
    return LostWords(tuple(_plain(each) for each in before), now)


def without(reply: Reply, lost: LostWords) -> Reply:
    """Return a line of the coach without the words that were taken back."""
    file = reply.file
    if file and file.text and _tells(file.text, lost):
        reply = replace(reply, file=None)
    if reply.verbatim:
        lines = (GONE if lost.holds(each) else each for each in reply.text.split("\n"))
        return replace(reply, text="\n".join(lines))
    kept, typed, after = list[str](), list[tuple[int, int]](), 0
    for start, end in reply.typed:
        is_lost = lost.holds(reply.text[start:end])
        kept += [reply.text[after:start], GONE if is_lost else reply.text[start:end]]
        if not is_lost:
            at = sum(map(len, kept))
            typed.append((at - (end - start), at))
        after = end
    kept.append(reply.text[after:])
    if len(typed) == len(reply.typed):
        return reply
    text = "".join(kept)
    # Where a moment stood is not where it stands: it is read as it was written.
    moments = reply.moments if len(text) == len(reply.text) else ()
    return replace(reply, text=text, typed=tuple(typed), moments=moments)


def _tells(text: str, lost: LostWords) -> bool:
    """Return whether a file has a line of a message that says it no more."""
    lines = (line for each in lost.before for line in each.split("\n"))
    gone = {line for line in lines if line and lost.holds(line)}
    told = _plain(text)
    return any(each in told or json.dumps(each, ensure_ascii=False)[1:-1] in told for each in gone)


def _plain(text: str) -> str:
    """A text by which its quotes are known: cut short, and with a small letter at their start."""
    lines = (" ".join(each.split()) for each in text.casefold().split("\n"))
    return "\n".join(lines).strip("\n .,;:!?…“”\"'")


def _stands_in(words: str, texts: tuple[str, ...]) -> bool:
    return any(words in each for each in texts)
