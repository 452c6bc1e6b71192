"""Whether no more is said than that a question is passed over: “dunno skip it”, “leave this one
out”."""

from __future__ import annotations

from bot.analysis.letters import bare
from bot.analysis.patterns import lazy
from bot.analysis.reading.kinds import control_word
from bot.analysis.reading.words import heard_text, words_of

MOST = 12
"""Words of the longest message that passes over a question."""

_ONE = (
    r"(?:this|that|it|both|the|one|yin|question|bit|part|management|leadership|overlap|situation)"
)
_PASSES = lazy(
    rf"(?:(?:i|i'll|can i|can we|let us|let's|please|ok|no|just|think i'll|sorry) )*"
    rf"(?:pass(?: (?:on|over))?(?: {_ONE})*|nothing|none|n/a|nothing for (?:this|that|here)|"
    rf"(?:leave|miss) (?:this|that) (?:one|question|bit|part)(?: out)?)"
    r"(?: (?:please|thanks|for now|then|pal|hen))*"
)
_AT_END = lazy(
    r"(?:.*[,.;] ?)(?:(?:just|so|can i|i'll|please|lets?) )*skip(?: (?:it|this|that|one|please))*"
)


def passes_over(text: str) -> bool:
    """Return whether no more is said than that a question is passed over."""
    said = bare(heard_text(text))
    if said.count(" ") >= MOST or "?" in text:
        return False
    skips = control_word([each.plain for each in words_of(text)]) == "skip"
    return skips or any(each.fullmatch(said) for each in (_PASSES, _AT_END))
