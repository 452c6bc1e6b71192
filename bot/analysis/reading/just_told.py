"""What tells that somebody was told of something just now: “she has the file open and is ringing”.

After words of harm it is news for the coach. In a story of the past, “so I rang the nurse and we
changed the chart”, it is an act at work.
"""

from __future__ import annotations

from bot.analysis.patterns import lazy
from bot.analysis.reading.words import heard_text

MOST = 32
"""Words of the longest message that is news and nothing else."""

_PROTECTION = lazy(
    r"\b(?:safeguarding|referral(?:'s| is)? (?:in|done|made|sent|away)|designated (?:person|"
    r"officer)|duty (?:social )?worker|(?:adult|child) "
    r"(?:support|protection|concern)\w*|protection "
    r"(?:officer|lead|"
    r"team|thing|concern|referral)|cp lead|so(?:c|ch|sh)i?al (?:w[oe]r?k\w*|services)|"
    r"inspectorate|lado|nspcc|"
    r"whistle ?blowing|childline|women's aid|crisis team)\b"
)
"""Whom people tell of what is grave, and of little else."""

_TELLING = lazy(
    r"\b(?:referral|told|telt|rung|rang|phoned|informed|called|reported|referred|referral|"
    r"notified|spoke|"
    r"spoken|emailed|let|has it|gave|given|in writing|put (?:it|this|that|in)|passed|gone to|"
    r"contacted|raised|been on to)\b"
)

_HANDED = lazy(
    r"\b(?:gave|gied|given|handed|passed) (?:it|this|that)(?: all| on)? (?:to|over to) (?:the|"
    r"my|our) "
    r"(?:police|manager|boss|senior|nurse|head|deputy|supervisor|lead|office)\b|"
    r"\bit(?:'s| is| has)(?: all| now| been)* (?:with|gone to|passed to|in front of) (?:the|my|"
    r"our|her|"
    r"his) (?:\w+ ){0,2}?(?:manager|boss|senior|nurse|head|deputy|supervisor|lead|office|owner|"
    r"matron)\b"
)

_DOES = (
    r"(?:she|he|they|(?:the )?(?:boss|manager|manger|senior|nurse|head|deputy|supervisor|police))"
)
_ACTING = lazy(
    rf"\b(?:{_DOES}|and)(?:'s| is|'re| are)? (?:\w+ )?(?:ringing|phoning|calling|coming|opening|"
    r"putting|sending|making|looking|dealing|going|getting|taking|writing|sorting|on (?:it|to it|"
    r"(?:the|her|his|their) (?:way|phone))|at (?:his|her|the) door|here|in with)\b"
    rf"|\b{_DOES} (?:has|have) (?:the|her|his) (?:file|form|phone|notes)\b"
    rf"|\b{_DOES}(?:'s| is|'re| are) away (?:to (?:ring|phone|call|check|see|speak|look)|up|in|"
    rf"round)\b"
    rf"|\b{_DOES} (?:said|says) (?:that )?(?:she|he|they)(?:'d|'ll| would| will) (?:go|come|"
    rf"ring|call|"
    r"phone|look|speak|see)\b"
    rf"|\b{_DOES} (?:rang|phoned|called) (?:me )?straight back\b"
)
"""Who was told does something about it as they write."""

_NOW = lazy(
    r"\b(?:just (?:now|there|spoke\w*|told|phoned|rang|reported)|now|today|tonight|2nite|right "
    r"now|rn|"
    r"this (?:morning|afternoon|evening|minute)|minutes? ago|tomorrow|the morn|the morra|"
    r"at \d{1,2}(?:[.:]\d\d)?|\d{1,2}[.:]\d\d|reference number|got a reference|ref number)\b"
    r"|\b(?:has|have|'ve|been|'s)(?: just| now| both| all)* (?:been )?(?:told|rung|phoned?|called|"
    r"reported|informed|spoken|taken (?:it|over|this)|seen (?:it|her|him)|sent|referred|passed|"
    r"logged|"
    r"raised|emailed|gone|written|the file|it now)\b"
    r"|\b(?:will|'ll) (?:visit|come|ring|call|phone|look|go|attend|speak|send)\b"
    r"|\b(?:both|all) (?:rung|phoned|told|called)\b|\bit(?:'s| is) with (?:the|my|our)\b"
    r"|\bknows? now\b|\bkens? now\b"
)
"""Words by which it goes on as they write."""

_BARELY = lazy(
    r"^\W*(?:(?:ok(?:ay)?|yes|aye|right|so|well|thanks|done|i|i've|we|we've|have|just)\b\W*)*"
    r"(?:off the phone|let|gave|gied|gien|messaged|inform|informed|handed|had a word|"
    r"told|telt|phoned|phone|rang|rung|ring|reported|spoke|spoken|emailed|called|texted|"
    r"passed|referred|"
    r"telephoned|showed|sent)\b"
)
"""How a message begins in which telling is all that was done."""

_STORY = lazy(
    r"\b(?:so|then|and) (?:i|we) (?:changed|moved|put|made|set|started|showed|agreed|sorted|gave|"
    r"listed|planned|wrote (?:a|down|the)|got (?:the|it|a|some)|asked the|now)\b"
    r"|\b(?:since|after) (?:then|that)\b|\bafterwards\b|\bthat (?:same )?(?:day|week|night|shift)\b"
    r"|\blast (?:week|month|year|spring|summer|winter|autumn|term|january|february|march|april|may|"
    r"june|july|august|september|october|november|december)\b|\b(?:weeks?|months?|years?) "
    r"(?:ago|later|on)\b"
    r"|\bin (?:january|february|march|april|june|july|august|september|october|november|december)\b"
    r"|\bthe next (?:day|shift|week|morning)\b|\b(?:each|every) (?:day|week|time|shift|morning)\b"
    r"|\b(?:stayed|waited) (?:till|until)\b|\bgot it (?:fixed|mended|changed|sorted)\b|\bby "
    r"(?:tea|lunch)\b"
    r"|\b(?:what|how|where|which|when) (?:i|we) |\b(?:let|gave|helped) (?:me|us)\b|\bagreed\b"
    r"|\bthrew (?:it|them) out\b|\bfor the badge\b|\bmy (?:management|leadership)\b"
)
"""Words by which it is part of what was done at work, and long over."""


def names_protection(text: str) -> bool:
    """Return whether somebody is named who is told of nothing but what is grave: “safeguarding”."""
    return _PROTECTION.search(heard_text(text)) is not None


def tells_protection(text: str) -> bool:
    """Return whether somebody told such people, in whatever order it stands: “social work rung”."""
    return names_protection(text) and _TELLING.search(heard_text(text)) is not None


def is_handed_over(text: str) -> bool:
    """Return whether it is in somebody else's hands: “it is with the manager now”."""
    return _HANDED.search(heard_text(text)) is not None


def is_of_now(text: str) -> bool:
    """Return whether it goes on as they write, and nothing is told of what was done after it."""
    heard = heard_text(text)
    is_now = _NOW.search(heard) is not None or _ACTING.search(heard) is not None
    return is_now and not _is_story(heard)


def is_acted_on(text: str) -> bool:
    """Return whether who was told acts on it as they write: “she is ringing”."""
    heard = heard_text(text)
    return _ACTING.search(heard) is not None and not _is_story(heard)


def is_barely_told(text: str) -> bool:
    """Return whether all that is told is that somebody was told: “told my manager, she took it
    well”."""
    heard = heard_text(text)
    return _BARELY.search(heard) is not None and not _is_story(heard)


def _is_story(heard: str) -> bool:
    return heard.count(" ") >= MOST or _STORY.search(heard) is not None
