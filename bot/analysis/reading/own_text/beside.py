"""What is told of oneself beside an order: “I shall telephone my manager this evening.”"""

from __future__ import annotations

from collections.abc import Iterator

from bot.analysis.patterns import lazy
from bot.analysis.reading.spoken_pieces import pieces
from bot.analysis.reading.words import heard_text

LEAST = 4
"""Words of the shortest that is told."""

_TELLS = lazy(
    r"(?:(?:and|but|so|now|also|then|oh|well|today|tomorrow|tonight|by the way|ps)\b[ ,]*)*(?:i|we)"
    r"(?:(?:'ll| shall| will)\b(?! (?:have you|be (?:angry|cross)|complain))"
    r"|(?:'m| am) (?!asking|not|saying|telling)"
    r"|(?:'ve| have) (?!asked|said|told you|meant|not|never)"
    r"|(?:'ve got| have| need| must| ought) to "
    r"| (?:feel|felt|spoke|told (?!you)|called|phoned|telephoned|rang|reported|hope)\b)"
)
"""A reason for an order tells no such thing: “I don't want them in trouble”, “it is private”."""


_PLANS = lazy(
    r"(?:(?:and|but|so|now|also|then|oh|well|right|ok|thanks|thank you|today|tomorrow|tonight)\b"
    r"[ ,]*)*"
    r"(?:i|we)(?:(?:'ll| shall| will)\b|(?:'m| am) (?:away|off|going|gonna|about|to)\b)"
)


def only_plans(text: str) -> bool:
    """Return whether no more is told than what somebody is going to do: that is done by nobody
    yet."""
    told = [text[start:end].strip() for start, end in pieces(text)]
    return bool(told) and all(_PLANS.match(heard_text(each)) for each in told if each)


def told_beside(text: str) -> Iterator[str]:
    """Yield the sentences that tell something of the writer, and are no reason for an order."""
    for start, end in pieces(text):
        said = text[start:end].strip()
        is_long = len(said.split()) >= LEAST and "?" not in said
        if is_long and _TELLS.match(heard_text(said)):
            yield said
