"""Whether a message objects to what the coach said: to its answer, its question, how it heard.

“That is a rather unsatisfactory response”, “is that all you've got to say”, “NO. That's me talking
to YOU”. It is read in one voice, and nothing in it is told of work.
"""

from __future__ import annotations

import re

from bot.analysis.patterns import lazy
from bot.analysis.reading.spoken_pieces import pieces
from bot.analysis.reading.words import heard_text

MOST = 32
"""Words of the longest objection."""

LONGEST = 400
"""Letters of the longest. What has more in so few words is none."""

_SO = r"(?:(?:\w+ly|rather|very|quite|just|still|even|so|not|no|a|an|the|any) )*"
_IT = r"\b(?:that|this|it)(?:'s| is| was| isn't| wasn't| does not| doesn't| didn't| no)"
_NOT = r"\b(?:that|this|it)(?:'s|'s not| is| was)?(?: not| no| isn't| wasn't|n't)"
_YOU = r"\byou(?:'ve| have| had| did| do| are|'re| was| were)?(?:n't| not| no| never)?"

_OBJECTS = lazy(
    rf"{_IT} {_SO}(?:(?!good|great|right)\w+ )?(?:response|reply|answer)\b"
    r"(?! (?:i|to the|to him)\b)"
    rf"|{_NOT} {_SO}what i(?:'m| am| was)? (?:ask\w*|said|meant|wanted|told you)\b"
    rf"|{_IT} {_SO}(?:answer(?:ing|ed)? (?:me|my|it|the|what)|(?:of )?(?:any )?help(?:ing|ful)?"
    r"(?= (?:me|at all)|\W*$)|(?:an )?answer\W*$)"
    rf"|{_YOU} {_SO}(?:misunderst\w+|misread|misheard|missed (?:it|that|the point|my)|"
    r"ignor\w+ (?:me|my|it|that|what)|"
    r"g(?:ot|etting) (?:(?:me|it|that|this) (?:all )?wrong|the wrong)|"
    r"hear(?:ing|d)? (?:me|what)|making (?:any |no )?sense|twist\w+|"
    r"(?:answer(?:ed|ing)?|understand|understood|read|reading|heard) (?:me|my|it|that|what|the "
    r"question)\b)"
    r"|\byou(?:'re| are| do| did|'ve| have)?(?:n't| not| no| never| don't| didn't| aren't)"
    r" (?:even )?listen\w*\b"
    r"|\bis (?:that|it) (?:it|all?|a'|everything|the best)\b.{0,40}\byou\b"
    r"|\b(?:it|that)(?:'s| is) (?:your|not my) question\b|\byou(?:'re| are)? (?:asked|asking) me\b"
    r"|\bi(?:'m| am| was)? (?:asked|asking|just asked) you\b"
    r"|\bi(?:'m| am| was)? (?:asked|asking|just asked) (?:a|an|one|the) (?:\w+ ){0,3}question\b"
    r"|\b(?:makes?|made|making) (?:no|any) sense\b"
    r"|\b(?:no|not|doesn't|don't) makes? (?:any )?sense\b"
    r"|\bwhat (?:has|have|does|did) (?:[\w']+ ){1,3}(?:got |have )?to do with (?:it|that|me|this|"
    r"anything|my|what)\b"
    r"|^(?:\w+ )?do you (?:even|actually|ever|really) (?:listen|read|hear)\b"
    r"|\bwhat are you (?:on|on about|talking about|saying|going on about)\b"
    r"|\bwhy (?:(?:are|do|did|would|have) )?you (?:keep |even |always |still )?"
    r"(?:ask(?:ing|ed)?|say(?:ing)?|tell(?:ing)?|said|told) (?:me|that|this|it)\b"
    r"|\b(?:i never|nobody|no one|i didn't)(?: ever)? (?:said|say|mentioned|mention|wrote|write) "
    r"(?:that\W*$|it\W*$|(?:that|anything|nothing|a word) about|any of)\b"
    r"|\b(?:didn't|did not|never) ask(?:ed)? (?:you )?for (?:that|this|it|any of)\b"
    r"|\b(?:see|seeing|understand|grasp|get) (?:the|any|no|what) (?:relevance|point|sense)\b"
    r".{0,12}\b(?:that|this|your|it)\b"
    rf"|{_IT} {_SO}(?:nonsense|havers|rubbish|pish|ridiculous|absurd|insulting|patronising|"
    r"condescending|cheeky|out of order|(?:beside|off|missing) the point|irrelevant)\b"
    r"|^(?:what|no|eh|huh|hey|och)\b.{0,40}\bi (?:just|only) (?:said|asked|meant|told you)\b"
    r"|\bi (?:must |do |have to )?(?:take (?:issue|exception)|object) (?:with|to) "
    r"(?:the|your|that|this)\b"
    r"|^(?:no |but |well )*(?:your|that|this) (?:reply|response|answer) "
    r"(?:is|was|does|did|doesn't)\b"
    r"|\byour (?:last )?(?:reply|response|answer|remark|comment)s? "
    r"(?:was|is|were|are|does|did|has)\b"
    r"|\b(?:wrong end of the stick|i should hardly think so)\b"
)

_MEANT_FOR_COACH = lazy(
    r"\b(?:that's|that is|that was|this is|it's|it was) (?:just |only )?(?:me )?(?:talking|"
    r"telling you\b|speaking|saying it|said|meant|aimed|directed|a message) "
    r"(?:just |only )?(?:to|at|for|with) you\b"
    r"|\bi(?:'m| am| was) (?:just |only )?(?:talking|speaking|writing|saying) "
    r"(?:it |that |this )?(?:to|with) you\b"
    r"|\b(?:that's|that is|that was|it's|it was|this is|that|it)(?:n't| not| wasn't| isn't) "
    r"(?:for the|meant for the|part of (?:the|my)|my|in my) (?:form|badge|answer|statement)\b"
    r"|\bnot for the (?:form|badge|statement|answer)\b"
)

_OTHERS = lazy(
    r"\b(?:he|she|they|we|(?:my|the|our|her|his) (?!\w*(?:answer|question|words?|badge|form|point|"
    r"last)\b)\w+) (?:\w+ )?(?:said|says|told|asked|shouted|thought|complained|replied|answered|"
    r"felt|meant)\b"
    r"|\bi (?:asked|was asking|told) (?:him|her|them|my|our|everybody|everyone|each|if (?:he|she|"
    r"they)|for (?:more|help)|the (?!question))\b"
)
"""What others said, or what was asked of them, is told of work."""

_ABOUT = lazy(
    r"\b(?:questions?|asked|asking|ask|enquiring|inquiring|know)(?: you)?(?: \w+)? (?:about|"
    r"regarding|concerning|of|on) (?P<about>[^.!?\n]{3,80})"
)


def objects(text: str) -> bool:
    """Return whether it is objected to what the coach said or asked."""
    return _holds(_OBJECTS, text) or meant_for_coach(text)


def meant_for_coach(text: str) -> bool:
    """Return whether it is said that the words before were said to the coach, and are no answer."""
    return _holds(_MEANT_FOR_COACH, text)


_UNANSWERED = lazy(
    r"\byou(?:'ve| have| did| do)?(?:n't| not| no| never| didn't| haven't| don't)"
    r" (?:even |really )?answer\w*\b"
    rf"|{_NOT} (?:even |really |much of )?(?:an? )?(?:\w+ )?(?:answer|reply)\b"
)


def says_unanswered(text: str) -> bool:
    """Return whether it is said that a question got no answer."""
    return _holds(_UNANSWERED, text)


_OF_AN_ANSWER = lazy(
    r"(?:(?:no|well|but|sorry|sir|madam|please|that|this|it) )*"
    r"(?:that|this|it)(?:'s| is| was)?(?: not| no| isn't| wasn't|n't)(?: really| even)?"
    r"(?: an?| my| the)? (?:answer|reply|response)(?: (?:for|to) (?:me|my question|what i asked))?"
    r"|(?:(?:but|and|so|why|sorry|sir|madam|please|coach) )*(?:do |did |are |have )?you (?:\w+ )?"
    r"(?:do not|don't|did not|didn't|never|not|won't|haven't|aren't|no) (?:\w+ )?"
    r"(?:answer|answered|answering|respond|responding|reply|replying)"
    r"(?: (?:to )?(?:me|my question|it|that))?"
)


def is_about_an_answer(text: str) -> bool:
    """Return whether no more is said than that something was no answer: nobody fails to answer
    their door in “this is not answer for me”."""
    return _OF_AN_ANSWER.fullmatch(heard_text(text).strip(" .!?,")) is not None


def is_of_itself(text: str) -> bool:
    """Return whether what was said to the coach stands in the same text: “my boss just shouts.
    That's me talking to you”. “NO.” before it tells nothing."""
    told = [text[start:end] for start, end in pieces(text)]
    return any(len(each.split()) > LITTLE and not meant_for_coach(each) for each in told)


_OF_ASKING = lazy(
    r"\byou(?:'ve| have| had|'re| are)? (?:(?:just|now|already|even) )?(?:ask(?:ed|ing)?|had|got) "
    r"(?:me )?(?:.{0,40}\b)?(?:already|again|twice|before|\w+ times|"
    r"\w+ (?:messages?|questions?) ago)\b"
    r"|\b(?:third|second|fourth|\d+\w\w|umpteenth) time (?:you|that you|i've been asked|you've)"
    r"|\b(?:round|going) (?:and round )?in circles\b"
    r"|\b(?:same|it) (?:thing|question|one)?(?: over and over| again and again|, again and again)"
    r"|\byou (?:keep|do|always) (?:on )?(?:ask(?:ing)?|go(?:ing)? on about)\b"
    r"|\byou (?:keep )?(?:on )?ask(?:ing)? (?:me )?(?:all )?the same\b"
    r"|\bsame again(?: and again)?\b|\bkeep asking (?:me )?(?:the same|that|this|it)\b"
    r"|\bagain and again\W*$"
)
"""That the coach asks the same again."""


def is_of_asking(text: str) -> bool:
    """Return whether it is said that the coach asks what it has asked or been told before."""
    return _holds(_OF_ASKING, text)


_HAVING_TO = lazy(
    r"\b(?:who|whose)(?: (?:decided|thought|said|says|made|came up|dreamt|invented|"
    r"(?:bright |great |daft |big )?idea))\b.{0,40}\b(?:essays?|forms?|badges?|homework|"
    r"writ(?:e|ing)|paperwork|courses?|questions?|this)\b(?! (?:list|rota|chart|plan|for))"
    r"|\b(?:want|wants|wanting|making|need) (?:us|me|folk|carers|everyone) (?:all )?(?:to )?"
    r"(?:write|writing|do|doing) (?:essays?|homework|exams?|forms?)\b"
    r"|\bwhat is the point (?:of|in) (?:writing|all this|this|doing)\b"
)


def resents_having_to(text: str) -> bool:
    """Return whether somebody is cross that this has to be written at all: “whose idea was this”,
    and asks nothing that has an answer."""
    return _holds(_HAVING_TO, text)


LITTLE = 3
"""Words of the longest sentence that tells nothing by itself."""


def _holds(pattern: re.Pattern[str], text: str) -> bool:
    heard = heard_text(text)
    is_brief = heard.count(" ") < MOST and len(heard) <= LONGEST
    return is_brief and pattern.search(heard) is not None and not _OTHERS.search(heard)


_ASKED_IF = lazy(
    r"\bi(?:'m| am| was| only| just)* ask(?:ed|ing) (?:you )?(?:if|whether|what|how|about|is|does|"
    r"can) "
    r"(?P<about>[^.!?\n]{3,80})"
)


def asked_if(text: str) -> str:
    """Return what somebody says that they asked, "" where they say of nothing that they did, or "
    "asked
    others."""
    found = _ASKED_IF.search(heard_text(text)) if _holds(_ASKED_IF, text) else None
    return found["about"] if found else ""


def asked_about(text: str) -> str:
    """Return what an objection says that it was asked about, "" where it does not: “I asked a
    perfectly reasonable question about confidentiality”."""
    found = _ABOUT.search(heard_text(text))
    return found["about"] if found else ""
