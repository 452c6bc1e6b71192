"""Cuts that a learner made in a message: lines of a form, and phrases that show who somebody is.

Cuts are places in the text that they were made for: in another one they would be other words. So
they are found again wherever the text changes, and what is not found is no longer left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from bot.analysis.coach_texts import CoachTexts
from bot.analysis.form_lines import find_leftovers
from bot.domain.messages import Message
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext

Cuts = tuple[tuple[int, int], ...]


def cuts_of(ours: CoachTexts, text: str) -> Cuts:
    """Return the spans of the lines of a form in a text, and of what the coach or the badge says.

    None where nothing else would be left.
    """
    found = with_cuts(
        [*((each.start, each.end) for each in find_leftovers(text)), *ours.find(text)]
    )
    kept, after = "", 0
    for start, end in found:
        kept, after = kept + text[after:start] + " ", end
    return found if count_words(kept + text[after:]) else ()


def with_cuts(cuts: Iterable[tuple[int, int]]) -> Cuts:
    """Return cuts in their order, those that touch as one."""
    found = list[tuple[int, int]]()
    for start, end in sorted(cuts):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(found)


def outside(cut: tuple[int, int], others: Cuts) -> Iterator[tuple[int, int]]:
    """Yield what of a cut is in none of others."""
    start, end = cut
    for first, last in others:
        if start <= first < last <= end:
            yield start, first
            start = last
    yield start, end


def cuts_in(
    ours: CoachTexts,
    message: Message,
    text: str,
    now: Callable[[str], str] = lambda words: words,
) -> Cuts:
    """Return what was left out of a message as it stands in another text.

    ``now`` returns how words of the message read in it. Lines of a form are looked for anew, a
    phrase is the same words or is not there.
    """
    if not message.cuts:
        return ()
    form = cuts_of(ours, message.text)
    phrases = [each for each in message.cuts if each not in form]
    found = [_same(text, now(message.text[start:end]), start) for start, end in phrases]
    again = cuts_of(ours, text) if len(phrases) < len(message.cuts) else ()
    return with_cuts([*again, *(each for each in found if each)])


def _same(text: str, words: str, near: int) -> tuple[int, int] | None:
    """Return where the same words stand by themselves, the place nearest to where they stood."""
    if not words.strip():
        return None
    begin = r"(?<![\w'’])" if words[0].isalnum() else ""
    end = r"(?![\w'’])" if words[-1].isalnum() else ""
    alone = re.compile(begin + re.escape(words) + end)
    places = [each.span() for each in alone.finditer(text)]
    return min(places, key=lambda each: abs(each[0] - near), default=None)


def put_text(
    turn: TurnContext, message: Message, text: str, cuts: Cuts | None = None, **changes: object
) -> None:
    """Put a new text into a message. What was left out of the old one is found again."""
    cuts = cuts_in(turn.knowledge.coach_texts, message, text) if cuts is None else cuts
    turn.change(message, text=text, cuts=cuts, **changes)
