"""Whom somebody cannot tell: a manager who does it, laughs at it, or is close to who does it."""

from __future__ import annotations

from bot.analysis.patterns import lazy
from bot.analysis.reading.words import heard_text

_BOSS = (
    r"(?:manager(?:ess)?|management|boss|gaffer|supervisor|owner|director|deputy|depute|matron|"
    r"(?:team |unit |shift |safeguarding )lead(?:er)?|(?:person|one|nurse) in charge)"
)
_OWN = (
    r"(?:sister|brother|bro|sis|mother|mum|mam|maw|father|dad|da|daughter|son|wife|man|husband|"
    r"partner|boyfriend|girlfriend|cousin|aunt|auntie|uncle|niece|nephew|friend|pal|mate|bestie|"
    r"(?:sister|brother|mother|father|son|daughter)[ -]in[ -]law|family)"
)
_DOES = (
    r"(?:does it|did it|takes|took|hits|hit|slap\w*|push\w*|swear\w*|swore|shout\w*|scream\w*|"
    r"lock\w*|drag\w*|keeps|(?:tells|told|makes) (?:us|them)|calls them|laugh\w*|mock\w*|handles|"
    r"(?:says|said) (?:to )?leave|chang\w*|sign\w*|looks away|turns a blind|won't listen|"
    r"doesn't care|(?:is|was|'s) (?:\w+ )?(?:in on|one of|part of it|as bad|just as|the one))"
)
_IS_WHOSE = r"(?:'?s| is| was|,)? (?:\w+ )?(?:her|his|their|(?:the|that) \w+'s)"

_NOT_THEM = lazy(
    rf"\b{_BOSS} {_DOES}"
    rf"|\b{_BOSS}{_IS_WHOSE} (?:(?:own|best|good|big|wee|old|close) )*{_OWN}\b"
    rf"|\b(?:her|his|their) {_OWN}(?:'s| is| was| runs| owns| manages) (?:\w+ ){{0,2}}"
    rf"(?:{_BOSS}|place|home|unit|shift)\b"
    rf"|\b{_BOSS} (?:is|was) (?:the )?(?:(?:own|best|good|big|wee|old|close) )*"
    rf"{_OWN} (?:of|to) (?:him|her|them|that|this|the)\b"
    rf"|\b{_BOSS} and (?:her|him|she|he|them) are (?:\w+ )?(?:{_OWN}s|related|married|close)\b"
    rf"|\b{_BOSS}(?:'s| is| was| are)? (?:\w+ )?"
    r"(?:friends?|pals?|mates?|pally|related|married|close|thick|tight|in bed|going out)"
    r" (?:with|to)\b"
    rf"|\b(?:friends?|pals?|mates?|pally|related|married|close|going out) (?:with|to) "
    rf"(?:the |my |our )?{_BOSS}\b"
    rf"|\b(?:is|was|'s) (?:the |my |our )?{_BOSS}'s (?:\w+ )?{_OWN}\b"
    rf"|\b{_BOSS}\b[^,;:]{{0,12}}[.,;:] (?:and |but )?(?:she|he)(?:'s| is|s) (?:her|his|their) "
    rf"(?:\w+ )?{_OWN}\b"
    r"|\b(?:nobody|no one) in charge (?:\w+ )?(?:cares?|listens?|wants?|want|know)\b"
    rf"|\b(?:it's|it is|its|it was) (?:the |my |our |your )?{_BOSS}(?!')\b"
    rf"|\b(?:can't|cannot|can not|couldn't|daren't|no use|no point) (?:\w+ )?"
    rf"(?:tell|telling|go to|going to|trust|ask|speak to|report it to) (?:the |my |our )?{_BOSS}\b"
)


_ABOVE = lazy(
    rf"\b(?:above|over) (?:her|him|them|that|it)(?:'s| is| sits| comes)?,? (?:\w+ )?"
    rf"(?:her|his|their) (?:\w+ )?{_OWN}\b"
    r"|\b(?:nobody|no one|naebody) (?:is )?(?:above|over|higher)\b"
    rf"|\b{_BOSS} (?:is|are) (?:the )?(?:owners?|top)\b|\bowns (?:it|the (?:home|place|company))\b"
)


def rules_out_above(text: str) -> bool:
    """Return whether nobody above whoever is in charge can be told either: “above her is her
    husband”."""
    return _ABOVE.search(heard_text(text)) is not None


_TOLD = lazy(
    r"\b(?:told|tell|spoke|said|went|reported|raised|mentioned|asked|showed|phoned|rang)\b.{0,30}?"
    rf"\b{_BOSS}"
)


def tells_boss(text: str) -> bool:
    """Return whether whoever is in charge is told of something."""
    return _TOLD.search(heard_text(text)) is not None


_SENDS = lazy(r"(?<!not the )\b(?:manager|in charge)\b(?!.*\b(?:above|past)\b)")


def sends_to_boss(line: str) -> bool:
    """Return whether a line sends somebody to whoever is in charge, and to nobody above."""
    return _SENDS.search(line) is not None


def rules_out_boss(text: str) -> bool:
    """Return whether whoever is in charge cannot be told: “the manager is her sister”."""
    return _NOT_THEM.search(heard_text(text)) is not None
