"""Where a phrase is cut out of a text, so that what is left still reads as a sentence."""

from __future__ import annotations

import re

from bot.analysis.patterns import lazy

_JOINT = lazy(r"[^\S\n]*[,;:–—-]*[^\S\n]*$")
"""What joins a phrase to the words before it."""

_HUNG = lazy(
    r"[\s,;:–—-]*(?<![\w'’])(?:(?:so|and|an|n|but|because|cos|coz|cause|then|when|that|which|if|as|"
    r"since|until|till)[^\S\n]+){1,3}$",
    re.IGNORECASE,
)
"""What hung on a phrase, and would hang on nothing: “… so”, “… and then”."""

_HANGS = lazy(
    r"[^\S\n]*(?:[,;:.!?…–—)-]|$|\n|(?:so|and|an|n|but|because|cos|then|when|which)\b)",
    re.IGNORECASE,
)
"""What cannot stand behind such a word."""

_BEGINS = lazy(r"(?:so|and|an|n|but|then)[^\S\n]+(?=\w)", re.IGNORECASE)
"""What joined the words behind a phrase that began the sentence."""

_AFTER = lazy(r"[)\]\"”’']*[^\S\n]*[,;:–—-]*[.!?…]*[)\]\"”’']*[^\S\n]*")
"""What ends a phrase that begins a sentence, up to the next word."""


def cut_phrase(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span that leaves a phrase out, with the signs that only it needs.

    No other word is in it: what joined the phrase goes with it, and what ends the sentence stays
    for the words before.
    """
    before = text[:start].rstrip()
    if before and before[-1] not in ".!?…\n" and "\n" not in text[len(before) : start]:
        hung = _HUNG.search(text, 0, start) if _HANGS.match(text, end) else None
        joint = hung or _JOINT.search(text, 0, start)
        return (joint.start() if joint else start), end
    found = _AFTER.match(text, end)
    after = found.end() if found else end
    if after < len(text) and text[after] != "\n":
        begins = None if set(text[end:after]) & set(".!?…") else _BEGINS.match(text, after)
        return start, begins.end() if begins else after
    return (start if "\n" in text[len(before) : start] else len(before)), after
