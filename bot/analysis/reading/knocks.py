"""Where somebody who is looked after hit the writer once: “a resident slapped me”.

It is told as a part of the work. Nobody is in danger by these words, and the writer should hear
that it need not be borne in silence.
"""

from __future__ import annotations

from dataclasses import replace

from bot.analysis.letters import small
from bot.analysis.one_voice import as_typed, in_one_voice
from bot.analysis.patterns import lazy
from bot.analysis.reading.harm_reading import HarmReading

_NOUN = (
    r"(?:residents?|tenant|clients?|patients?|service users?|lady|gent|gentleman|man|woman|boys?|"
    r"girls?|lads?|lassies?|lassie|weans?|bairns?|kids?|child|children|pupils?|toddler|fella|"
    r"young (?:person|people)|young one|wee one|old one|one)"
)
_WHO = (
    r"(?:(?:a|an|the|one|another|this|that|my|our|two|some|wan) (?:(?:of|o|wee|old|older|young|"
    r"the|my|our|"
    rf"new|little|big) )*{_NOUN}(?: (?:with|in|at|on|who has) (?:\w+ ){{0,2}}\w+)?)"
)
_HIT = (
    r"(?:slapped|slaped|slapt|hit|smacked|kicked|kickt|bit|nipped|pinched|scratched|punched|"
    r"skelped|"
    r"spat (?:at|on)|swung (?:for|at)|swiped|lashed out at|hit out at|hit oot at|shoved|pushed|"
    r"elbowed|"
    r"headbutted|threw (?:\w+ ){1,3}at|pulled)"
)
_ME = (
    r"(?:me|us|my (?:\w+ )?(?:arms?|hands?|face|legs?|hair|wrist|shoulder|back|glasses|fingers?|"
    r"shin))"
)
_KNOCK = lazy(
    rf"\b{_WHO} (?:(?:has|had|just|once|also|then|went and|up and|tried to) )*{_HIT} {_ME}\b"
    rf"|\bi(?:'ve| have)? (?:(?:got|was|been|get|also|just) )+(?:a )?(?:slap|kick|punch|bite|"
    rf"skelp|{_HIT}|"
    rf"bitten)(?: on \w+ \w+| in \w+ \w+)? (?:by|from|off|aff) {_WHO}"
)
_GRAVE = lazy(
    r"\b(?:knife|weapon|scissors|blade|bottle|blood\w*|bleed\w*|bled|throat|neck|chok\w*|"
    r"strangl\w*|unconscious|knocked out|hospital|a ?& ?e|ambulance|stitch\w*|broken?|fractur\w*|"
    r"black eye|concuss\w*|keeps?|kept|always|again|the job|used to it|still|hurts?|hurting|sore|"
    r"every (?:day|shift|night|time|week)|scared|afraid|frightened|terrified|bruis\w*|police|"
    r"can(?:'t|not| not) (?:go back|cope|take)|groped|touched|raped?|sexual\w*|staff|manager|boss|"
    r"colleague|husband|partner|hit (?:him|her|them) back|"
    r"i (?:hit|slapped|smacked|pushed|grabbed|shook) (?:him|her|them))\b"
)
"""What makes it more than that: a weapon, an injury, fear, again and again."""


def knocks_in(text: str) -> tuple[tuple[int, int], ...]:
    """Return where somebody who is looked after hit the writer, none where anything tells of more
    than that."""
    heard = small(in_one_voice(text))
    if _GRAVE.search(heard):
        return ()
    return tuple(as_typed(text, *found.span()) for found in _KNOCK.finditer(heard))


def as_knock(found: HarmReading) -> HarmReading:
    """Return what was read of harm where it is no more than that."""
    whom = "person_supported"
    return replace(found, level="concern", sort="abuse", about=whom, doubtful=True, knocked=True)
