"""Whether somebody says that they go and come back: “my bus is come. I come back after”.

Who is back says so of now: “right, I'm back”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from bot.analysis.one_voice import in_one_voice
from bot.analysis.patterns import lazy
from bot.analysis.reading.words import heard_text

MOST = 25
"""Words of the longest message that says so."""

_LATER = (
    r"(?:the morn|the morra|later|after(?:wards)?|tomorrow|tonight|soon|shortly|"
    r"another (?:day|time|night)|next \w+|"
    r"(?:on|in|at|by) (?:the |a |my )?\w+|when\b|once\b|after\b|if\b|then)"
)
_COMES_BACK = lazy(
    rf"\b(?:i|we)(?:'ll| will| shall| can| could|'m going to| am going to|'m| am)?(?: \w+)?? "
    rf"(?:come|be|get|go|coming|pop|check|log) back(?: (?:to|on) (?:it|this|here))?,? {_LATER}"
    rf"|\b(?:i'll|ill|i will|i can|i'm going to|let me|will|to)(?: \w+)?? (?:finish|continue|"
    rf"return|"
    r"resume|carry on|do (?:it|this|the (?:rest|(?:last|next|other) (?:one|bit|part|question)))|"
    rf"answer|write(?: the rest| more)?)"
    rf"(?: (?:it|this|that|to (?:it|this)|the rest|off|with (?:it|this)))*,? {_LATER}"
    r"|\b(?:i'll|i will|i can) (?:be|come|get) back\b"
    rf"|\b(?:catch|see|speak to|talk to|get) you,? {_LATER}"
)
_GOES = lazy(
    r"\bi(?:'ve| have)? (?:(?:really|just|now) )?(?:must|need to|have to|has to|had better|got to|"
    r"should|gotta) (?:\w+ )?(?:go|leave|run|dash|be off|head off|get off|away|log off|stop here)\b"
    r"(?! (?:to|into|round|through) (?:every|each|all|both|their|everybody)\b)"
    r"|\bi must be (?:going|off|away)\b"
    r"|(?:^|[,.!] ?)(?:must|need to|have to|had better|got to|gotta|better) (?:go|leave|run|dash|"
    r"shoot|"
    r"fly|nip|head off|be off)\b(?! (?:to|with|over|through|round|back to|for)\b)"
    r"|(?:^|, ?|\. ?)(?:i'll be |will be |be )?back (?:later|soon|shortly|tomorrow|tonight|"
    r"the mor(?:n|ra))(?: on)?\W*$"
    r"|(?<!come )(?<!came )\bback in (?:about )?(?:an?|one|two|five|ten|fifteen|twenty|half|\d+)"
    r"(?: (?:wee|few|couple|hour|bit|while|min\w*|mo|sec\w*|tick))*(?=\W|$)"
    r"|\bmy (?:bus|lift|train|taxi|break|stop|shift) (?:is|has|'s|are) (?:\w+ )?"
    r"(?:come|here|in|over|arrived|coming|starting|due|finished|up|leaving)\b"
    r"|\bmy (?:next |other )?\w+ (?:starts?|begins?|leaves?|comes|goes) (?:at|in|soon|now)\b"
    r"|\bthat(?:'s| is) (?:me |us )?(?:my |our )?(?:\w+ )?(?:break|shift|lunch|tea|dinner|time|bus|"
    r"taxi|lift|stop)(?: (?:is|now))? (?:over|done|up|finished|here|in|away)\b"
    r"|\bthat(?:'s| is) (?:enough|me|all|it|us)(?: (?:from|for|off) (?:me|us))?"
    r"(?: for)? (?:tonight|today|now|the night|this evening|the day)(?: then)?\W*$"
)


def says_they_go(text: str) -> bool:
    """Return whether it is said that they go now, or come back later."""
    heard = " ".join(in_one_voice(text).casefold().split())
    if heard.count(" ") >= MOST:
        return False
    return _COMES_BACK.search(heard) is not None or _GOES.search(heard) is not None


_STAYS = lazy(
    r"(?:(?:no|nah|naw|nope|yes|yeah|aye|ok|okay|it's|its|it is|fine|alright|all right|sorry|"
    r"thanks|"
    r"thank you|och|och no|go|stop|leave|away|what|eh|please|honestly|well|but|hen|pal)\b\W*)*"
    r"(?:(?:i|we|id)(?:'d| would|'ll| will|'m| am)? (?:(?:rather|still|just|really|prefer to|"
    r"want to|"
    r"would like to|like to|wish to|going to|happy to|ok to|fine to|do|need to) )*"
    r"(?:keep (?:on )?(?:going|at it|on)|ca?r+y+ ?on|go on|continue|crack on|press on|plough on|"
    r"stay)"
    r"|let(?:'s| us|s)? (?:keep going|carry on|go on|crack on)"
    r"|(?:i|we)(?:'m| am|'re| are)? (?:not|never|no)(?: said i was| said i am)? "
    r"(?:go(?:ing|in)|leaving|leavin|stopping|stoppin|away|done|finished)(?: \w+){0,2}"
    r"|(?:i|we) (?:do not|don't|dont|never|didn't|didnt)(?: say i| said i)? "
    r"(?:want(?:ed)? to|need to|have to|was)? ?(?:stop|go|leave|stopping|going|leaving)(?: \w+)?)"
    r"(?:\W*(?:please|thanks|now|with it|with this|pal|hen|then|anywhere|yet|x+|lol))*"
)


def says_they_stay(text: str) -> bool:
    """Return whether no more is said than that somebody goes on: “no I want to carry on”, “go? I'm
    not going anywhere”."""
    heard = " ".join(in_one_voice(text).casefold().replace("?", "").split()).strip(" .!,")
    return heard.count(" ") < STAYS and _STAYS.fullmatch(heard) is not None


STAYS = 12
"""Words of the longest message that says so."""

_OWN_PAST = lazy(
    r"\bi (?:\w+ )?(?:\w{3,}ed|made|told|put|wrote|gave|took|did|said|brought|kept|sat|rang)\b"
)


def tells_what_was_done(text: str) -> bool:
    """Return whether somebody says beside it what they have done."""
    return _OWN_PAST.search(in_one_voice(text).casefold()) is not None


_BEFORE = lazy(r"(?:(?:ok|okay|right|och|oh|sorry|well|so|no|hi|a?n?d|but|please|forgive me),? )*")


def begins_with_going(text: str) -> bool:
    """Return whether a message begins with that they go: what follows is why, and no account."""
    heard = " ".join(in_one_voice(text).casefold().split())
    begin = _BEFORE.match(heard)
    return heard.count(" ") < MOST and _GOES.match(heard, begin.end() if begin else 0) is not None


_FILL = (
    r"(?:(?:ok|okay|right|och|oh|sorry|well|so|no|nah|aye|yes|hi|but|and|please|just|honestly|cba|"
    r"anyway|splendid|lovely|great|good|lol|i think|shall we|let's|can we|we can|i'll|i will|"
    r"i must|i'd better|need to|better|going to|i'm|we'll|time to)\b[ ,.!-]*)*"
)
_STOPS = lazy(
    rf"^{_FILL}(?:leave|leaving|park|parking|call|calling|stop|stopping|end|ending|finish|"
    r"finishing|pause|pack|packing) "
    r"(?:(?:it|this|that|us) )?(?:there|here|at that|it in|it there|(?:it )?a (?:day|night)|"
    r"for (?:today|tonight|now|the (?:day|night)))\b(?! (?:on|in|at|by|for the|until|so|and) )"
    rf"|^{_FILL}(?:that's|that is|that'll be|that will be|that'll|that will) "
    r"(?:(?:me|us)(?: all)? (?:done|finished|through|away|off|out)|"
    r"all(?: (?:i have|from me|i've got|i have got|i can|i want|for))?|"
    r"do(?= for|\W*$)|enough|it i'm (?:done|finished))\b"
    r"(?! (?:the|a|with the|that|my|in|on)\b)"
    rf"|^{_FILL}(?:enough|done|finished) (?:for|with this|with it|now)\b"
    rf"|^{_FILL}i(?:'m| am) (?:done|finished|out|off|away)(?: (?:with|for|from))?"
    r"(?: (?:this|it|now|today|tonight|here|the (?:day|night)))*\W*$"
    rf"|^{_FILL}(?:signing|logging|knocking|clocking) off\b"
    rf"|^{_FILL}(?:away|off) (?:for|to|home|out|now)\b(?! (?:the|a|each|every) \w+ \w+ \w+)"
    r"|\b(?:not|no) (?:doing|writing|saying) (?:any|no) more\b"
    r"|\bno more (?:from me|tonight|today)\b"
)
"""What ends it for now, first in a message."""

_CALLED_AWAY = lazy(
    r"\b(?:at|chapping|chappin|knocking|knocking at|on) (?:the|my) door\b"
    r"|\bon the (?:tele)?phone\b|^(?:sorry |oh |right )*(?:phone|door|doorbell|buzzer|bell|tannoy|"
    r"pager|bleep)\b(?= ?[,.!]| ?$| gone| going| now)"
    r"|\b(?:is|are|'s) (?:calling|shouting|needing|wanting|after|looking for|waiting (?:for|on)) "
    r"(?:for )?me\b|\bneeds? (?:me|toileted|the toilet|changed|seen to)\b"
    r"|\b(?:one|a|two|2|1|give me a|5|five) (?:sec|secs|tick|ticks|mo|min|mins|minutes?|moment)\b"
    r"|\b(?:bus|taxi|lift|train|boat|ferry) (?:is|'s|has|just) "
    r"(?:in|here|coming|come|now|due|away)\b"
    r"|\b(?:shift|sleepover|handover|session|meeting|class|court|break|bingo|visit)"
    r"(?: (?:starts?|starting|begins?|now|over|up|due|finishing|finished)\b"
    r"|(?: is)? (?:at|in) \w+(?: \w+)?\W*$| is (?:on|now|over|due|up)\b)"
    r"|^(?:my )?(?:phone|battery|charger)(?:'s| is| has)? (?:about to die|died|dying|dead|going|"
    r"low|flat|on \d+)"
    r"|\b(?:tea|dinner|chips|toast|soup|pan)(?:'s| is| are) (?:out|burning|ready|on|up)\b"
    r"|(?:^|[.,!] ?)(?:[\w']+ ){0,2}(?:bell|buzzer|phone|door|doorbell)(?:'s)?"
    r"(?: (?:went|going|gone|ringing|goes|again|now))?(?=[.,!]|$)"
    r"|\b(?:needing|wanting|needs?|wants?) (?:their|his|her|my|a) "
    r"(?:tea|dinner|bath|bed|breakfast)\b"
    r"|\b(?:must|need to|have to|got to) (?:attend|see to|answer|let|help|get)\b.*\bnow\b"
    r"|\bwants (?:the|my|his|her) (?:phone|computer|laptop|tablet)\b"
    r"|\b(?:gotta|got to|must|need to|have to) (?:go|dash|run|bounce|shoot|fly|nip|jump|"
    r"leave)\b|\bi sleep (?:first|now)\b"
)
"""Who or what calls somebody away."""

_THEN = (
    r"(?:later|laters|presently|shortly|soon|tomorrow|tonight|the morn|the nicht|this evening|"
    r"the morra|after|afterwards|another (?:time|day|night)|at home|at the weekend|in (?:a bit|the "
    r"morning|an hour)|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|next (?:week|time))"
)
_TAKES_UP = lazy(
    r"\bi(?:'ll| will| shall|'m going to| am going to)(?: \w+){0,2} (?:return|be back|come back|"
    r"resume|continue|write|finish|read (?:it|this|that|them|over)|look at|look over|go over|think|"
    r"pick (?:it|this) up|"
    r"do|check|print|answer|see)\b[^.!?]*"
    rf"\b(?:{_THEN}|(?:once|when|after) i\b.{{2,20}})\W*$"
    rf"|\bback {_THEN}(?: on)?\W*$|[.,!] ?{_THEN}\W*$|^{_THEN}\W*$"
)
"""That they go on another time."""

_BYE = lazy(
    r"(?:^|[.,!] ?)(?:cheerio|bye|ta ta|talk soon|speak soon|see you|night|night night|laters?)"
    r"(?: (?:for now|now|then|pal|hen|all|x+))*\W*$"
)

_PLAINLY = lazy(
    rf"^{_FILL}(?:signing|logging|knocking|clocking) off\b"
    r"|\bi (?:must|need to|have to|better) (?:attend|see) to\b.*\bnow\W*$"
    r"|\bi(?:'ll| will| shall) (?:pick|finish|do|read|continue) (?:this|it)\b"
)
"""Signs that nobody tells of work by."""

FEW = 16
"""Words of the longest message that is taken to say so by its signs alone."""

Leave = Literal["stops", "goes", "later"]


class Leaving(NamedTuple):
    """How somebody leaves: they end it for now, have to go, or go on another time. Two signs say so
    ``plainly``, whatever else the words look like."""

    how: Leave
    plainly: bool


_ENDS_PART = lazy(
    r"\b(?:done|finished) with (?:th(?:is|at) (?:bit|part|one|question|answer|section)|that)\W*$"
)
"""One answer is at its end, and nobody goes: “that's me done with that”."""


def how_they_leave(text: str) -> Leaving | None:
    """Return how words that tell nothing take their leave, None where they do not."""
    heard = heard_text(text)
    if (
        "?" in text
        or heard.endswith((" is it", " isn't it"))
        or heard.count(" ") >= FEW
        or _ENDS_PART.search(heard)
        or tells_what_was_done(text)
    ):
        return None
    signs: Sequence[tuple[re.Pattern[str], Leave]] = (
        (_TAKES_UP, "later"),
        (_CALLED_AWAY, "goes"),
        (_BYE, "later"),
        (_STOPS, "stops"),
    )
    found = [how for sign, how in signs if sign.search(heard)]
    is_plain = len(found) > 1 or _PLAINLY.search(heard) is not None
    return Leaving(found[0], is_plain) if found else None
