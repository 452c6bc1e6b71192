"""What is wrong at somebody's work, told as the answer: “rota. there isnt one. thats the problem”.

Who is asked where work is planned and says that nothing is planned has answered: that is how it is,
and what they do about it can be asked next. No leader at work is a denial, and none of this.
"""

from __future__ import annotations

from bot.analysis.patterns import lazy
from bot.analysis.reading.kinds import Kind
from bot.analysis.reading.words import heard_text

_TAKEN_FOR: frozenset[Kind] = frozenset(("denial", "chat", "theory", "talk", "bare"))
"""Kinds that it is taken for where it is told as the answer."""

_OF_WORK = ("management", "leadership", "overlap")
"""Steps that ask how the work is kept in order, and how people are led."""

MOST = 20
"""Words of the longest that is told so."""

_THING = (
    r"(?:rotas?|staff(?:ing|in)?|cover|training|trainin|handovers?|(?:a |any |no )?plans?|planning|"
    r"checks?|checking|time|money|budget|equipment|kit|hoists?|notes|paperwork|agency|"
    r"communication|supervision|breaks?|meetings?|lists?|charts?|system|induction|supplies|pads|"
    r"gloves|"
    r"hands|people on|of us|information|shifts?|care plans?)"
)
_LACKS = (
    r"(?:there (?:isn't|is not|is no|ain't|wasn't|was no|aren't|are no|is never|are never|is "
    r"none)|there's (?:no|never|none|not)|"
    r"(?:isn't|aren't|never|not|no|nae) (?:any|enough|one|done|get|gets|got|given|kept|on|time)|"
    r"never (?:any|enough|done|get|get any|gets|anybody|there|on)|not enough|too few|none|nobody "
    r"(?:does|does it|does them|"
    r"writes|checks|tells|plans|knows|bothers|reads|listens)|no one (?:does|checks|tells|plans|"
    r"writes)|we just wing it|"
    r"on the back of a|always (?:late|changing|changed|wrong|short|missing|broken)|short(?:[- "
    r"]staffed)?|"
    r"(?:is|are|it's|its) (?:always |just )?(?:a )?(?:mess|joke|shambles|disgrace|broken|chaos|"
    r"useless|hopeless|the problem|a problem|the trouble))"
)
_TOLD = lazy(
    rf"\b{_THING}\b.{{0,40}}\b{_LACKS}\b|\b{_LACKS}\b.{{0,20}}\b{_THING}\b"
    rf"|\b{_THING}\b.{{0,60}}\b(?:that's|thats|that is) (?:the|my|our) (?:problem|trouble|whole "
    rf"problem)\b"
)
_OTHER = lazy(
    r"\b(?:lead\w*|manag(?:e|er|es|ers|ement|ing)|boss|badge|form|question|word|words|button|"
    r"answer|"
    r"statement|tonight|phone|to write|to say|to tell|to put|for this|can i|do you|you|this|but)\b"
    r"|\b(?:i|we) (?:have|had|need|want|do|did|got|made|wrote|asked|keep|kept|put|set|told|rang|"
    r"went)\b|\?"
)


def as_answer(kind: Kind, step: str, text: str) -> Kind:
    """Return the kind of a text: an answer, where what is wrong with the work is told at a step
    that asks for it."""
    is_one = kind in _TAKEN_FOR and step in _OF_WORK and is_grievance(text)
    return "evidence" if is_one else kind


def is_grievance(text: str) -> bool:
    """Return whether a few words tell what is wrong with the work, and nothing that was done."""
    said = heard_text(text)
    is_brief = said.count(" ") < MOST
    return is_brief and _TOLD.search(said) is not None and not _OTHER.search(said)
