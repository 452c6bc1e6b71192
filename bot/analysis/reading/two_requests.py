"""Two requests in one message: “scrap that. Who reads this?”, “delete it n how many words”.

Each is met. What is asked of the coach stands apart from what shall be done: behind a stop, or
behind a word that joins.
"""

from __future__ import annotations

import re

from bot.analysis.one_voice import in_one_voice
from bot.analysis.patterns import lazy
from bot.analysis.reading.spoken_pieces import ASKS, POLITELY, asks, asks_who_can_tell

MOST = 40
"""Words of the longest message that two requests are looked for in."""

LONGEST = 600
"""Letters of it: a page without a blank is no request."""

_JOINT = lazy(
    rf"(?<!\s)[,;]?\s++(?:and|an|n|nd|plus|also|but|so|then)\s++"
    rf"(?:(?:after(?:wards)?|after that|also|then|please|just)\s++)?(?={ASKS}|{POLITELY})"
    r"|(?<!\s)\s++(?=(?:in case|because|cos|coz|cause|"
    r"as it(?! (?:\w+ )?(?:is|was|says|reads|stands|looks)(?: now)?\W*$)|since it|"
    r"(?:some(?:one|body)|any(?:one|body)|they|people|folk|he|she|her|his|my \w+) "
    r"(?:might|micht|could|may|will|would|can) "
    r"(?:read|see|know|ken|tell|find|recogni[sz]e))\b)",
    re.IGNORECASE,
)
_SENTENCE = lazy(r"[^.!?\n]+[.!?\n]*")
_NEVER_MIND = lazy(
    r"\W*(?:(?:ok|okay|no|naw|well|och|oh|right|actually|just|sorry|please|wait)\W+)*"
    r"(?:forget (?:it|that|about it|about that)|never ?mind(?: that| it)?|it doesn't matter|"
    r"doesn't matter|leave it|drop it|don't worry)(?: then| now| please)*\W*"
)


def parted(text: str) -> str:
    """Return a text of the same length in which a stop parts what is wished from what is asked, and
    from why. A page stays as it is."""
    return (
        text
        if len(text) > LONGEST
        else _JOINT.sub(lambda found: "." + " " * (len(found[0]) - 1), text)
    )


def asked_apart(text: str) -> tuple[str, str]:
    """Return what else a message says, and the question to the coach that stands apart in it: ""
    where none does, or where nothing else is said."""
    if len(text) > LONGEST or text.count(" ") >= MOST:
        return text, ""
    asked = questions_in(text)
    rest = [each for each in _sentences(text) if each not in asked]
    return (" ".join(rest), " ".join(asked)) if asked and rest else (text, "")


def questions_in(text: str) -> list[str]:
    """Return the sentences of a text that ask the coach something."""
    return [each for each in _sentences(text) if asks(each) or asks_who_can_tell(each)]


def _sentences(text: str) -> list[str]:
    found = (each[0].strip() for each in _SENTENCE.finditer(parted(text)))
    return [each for each in found if each]


def says_never_mind(text: str) -> bool:
    """Return whether no more is said than that it does not matter: “forget it”."""
    return _NEVER_MIND.fullmatch(in_one_voice(text).casefold()) is not None
