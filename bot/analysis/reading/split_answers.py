"""“yeh split it”, “leave it as it is”: what the offer to split is answered with."""

from __future__ import annotations

from typing import Literal

from bot.analysis.patterns import lazy
from bot.analysis.reading.words import heard_words

_AROUND = (
    r"(?:(?:yes|yeh|yea|yeah|yep|aye|ok|okay|sure|no|naw|nah|please|pls|just|jist|go on|go for it|"
    r"then|thanks|thank you|ta|can you|could you|do|right|well|i'd|id|rather|let's|lets|so|"
    r"that's (?:fine|good|right|it|grand)|by all means|perfect|hen|pal|mate|aw|"
    r"och|i would|i'd|like) )*"
)
_TO_IT = (
    r"(?: (?:it|them|that|this|up|like that|like this|into parts|please|pls|then|aye|yes|ta|"
    r"thanks))*"
)
_SPLITS = lazy(rf"{_AROUND}(?:split|spilt|splitt|divide|separate|seperate){_TO_IT}")
_IN_ONE_PIECE = lazy(
    rf"{_AROUND}(?:(?:do not|don'?t|dinnae|no) (?:split|spilt)|(?:keep|leave) (?:it|that|them) "
    r"(?:all )?(?:in one(?: piece| bit)?|as (?:it is|is|one|they are)|together|thegither|whole|be)"
    r"|leave (?:it|that|them)(?: (?:all|be|there|alone|so))*|i'd rather not|rather not|"
    r"it'?s (?:fine|good|ok|okay) as it is)"
    rf"{_TO_IT}"
)


def split_answer(text: str) -> Literal["yes", "no", ""]:
    """Return what a text answers to the offer to split, "" where it says neither."""
    said = " ".join(heard_words(text))
    if _IN_ONE_PIECE.fullmatch(said):
        return "no"
    return "yes" if _SPLITS.fullmatch(said) else ""
