"""The pieces of an answer that may be said to the coach and not told: its sentences, and what a
comma parts from the first and the last of them, “just off a 12 hour so bear with me, I …”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.analysis.letters import small_in_place
from bot.analysis.one_voice import in_one_voice
from bot.analysis.patterns import lazy
from bot.analysis.reading.said_of_it import begins_as_question

_SENTENCE = lazy(r"[^.!?\n]+[.!?]*[\s)”\"']*")

_EXCUSE = (
    r"\b(?:bear wi(?:th|')?|bare with|excuse (?:me|my|ma|the)|scuse|forgive|hope (?:this|that|it)|"
    r"ignore (?:the|my|ma) |dinnae mind|don'?t mind|mind (?:me|my spell\w+)|"
    r"(?:sorry|soz|apologies) (?:for|about|aboot|if|i'?m|im|am|its|it'?s|this|the)|"
    r"(?:typing|writing|writin|doing|daein) (?:this|it) (?:on|oan|in|while|between|from|wi)|"
    r"(?:just|jist|only|barely) (?:\w+ )?(?:off|in from|finished|fin|back|hame|home|up|woke)\b|"
    r"(?:on|oan) (?:my|ma) (?:break|brek|phone|bus|lunch|piece)|(?:half|hauf) (?:asleep|sleepin)|"
    r"that'?s (?:all|it|everything|aw) (?:that )?(?:i|ah) (?:can|have|know|got|mind|remember)|"
    r"that'?s (?:all|aw) (?:i'?ve|ah'?ve) got|"
    r"(?:here|there) (?:goes|ye go|you go)|where (?:was|were) (?:i|we))\b"
)
"""How somebody excuses themselves, or says where they sit as they write."""

_TOLD_SO = (
    r"\b(?:i|ah|a) (?:have |just |already |awready |did |think i )*(?:(?:said|sed|telt|tellt|told|"
    r"mentioned)(?: you| ye| u)?(?: all)?(?: that| this| it| so| already| awready| above| before|"
    r" earlier| there)+|(?:wrote|put|pit)(?: that| this| it)?(?: all)?(?: already| awready| above|"
    r" before| earlier)+)$"
)

ASKS = (
    r"(?:(?:and|an|n|so|but|hey|hi|hello|good (?:morning|evening|afternoon)|sir|madam|kindly|ugh|"
    r"like|btw|by the way|also|oh|och|ps|wait|hang on|anyway|onywey|right|ok|well|aye|no|naw|"
    r"sorry|please)\W+)*"
    r"(?:(?:tell|let|advise|inform) (?:me|us)(?: know)? (?:how|what|who|when|if|whether|"
    r"where|which)|"
    r"how (?:long|many|much|far|do|does|did)|"
    r"(?:what|whit|wot|wat)(?: even| actually| exactly)?(?:'?s| is| was| do| does| did| now| next|"
    r" else| happens)|(?:where|whaur|wer|whar|were)(?:'?s| is| was| am| does| do| did)"
    r" (?:i|ah|we|it|this|that)|(?:who|wha)(?:'?s| is|se)? (?:reads?|sees?|gets?|else|going|gonna|"
    r"looks?|will|can)|(?:is|does|will|did) (?:that|this|it|my|ma|you|ye|someone|anybody|anyone)|"
    r"(?:do|can|am|should|shall|did|will|dae) (?:i|ah)|"
    r"(?:can|could|do|are|will|did) (?:you|ye|u))\b"
)
"""How a question to the coach begins."""

POLITELY = (
    r"\b(?:i|ah)(?:'d| would| should)? (?:wish|want|like|need|wonder|was wondering|am wondering|"
    r"(?:still )?be (?:obliged|grateful|glad|pleased))(?: (?:just|also|still|very much))? "
    r"(?:to (?:enquire|inquire|ask|know|be told|learn)|if|whether|who|what|how)\b"
    r"|\b(?:may|might|can|could) i (?:just )?(?:ask|enquire|inquire)\b"
    r"|\bwithout knowing (?:who|whom|to whom|if|whether|what|how)\b"
)
"""How a question is wrapped: “I wish to enquire as to which …”."""

_POLITE = lazy(POLITELY)
_ASKED = lazy(rf"\W*{ASKS}|.*{POLITELY}")

_WHO_IT_IS = lazy(
    r"\b(?:could|can|will|would|might|may|wid|wud|cud|wull|is|are) (?:\w+ )?"
    r"(?:folks?|people|any(?:one|body|yin)|some(?:one|body)|they|he|she|readers?|family|others) "
    r"(?:\w+ ){0,2}?(?:work out|find out|know|tell|guess|ken|see|figure out|recogni[sz]e) "
    r"(?:who|wha|it'?s|its|that it|him|her|them)\b"
)
"""Who asks whether others will know whom it is about."""
_TO_COACH = lazy(
    r"\?|\b(?:you|your|ye|ya|yer|u|ur|coach|bot|robot|coordinator|hi|hiya|hello|hey|"
    r"good (?:morning|evening|afternoon)|ok|okay|right|aye|naw|no|yes|yeah|thanks?|thank you|ta|"
    r"cheers|brb|sorry|dear|sincerely|maybe|dunno|badge|buttons?|app|typing|start|stop|haha|lol)\b"
    rf"|{_EXCUSE}|{_TOLD_SO}|{POLITELY}|^\W*{ASKS}"
)
"""One of these is in every sentence that is left out unasked: it is turned to somebody."""

_PLAINLY = lazy(rf"{_EXCUSE}|{_TOLD_SO}|{POLITELY}")

_OF_WORK = lazy(
    r"\b(?:he|she|they|we|him|her|them|us|(?:i|ah) (?:asked|told|said to)|"
    r"(?:had|was|were|wis|'d|i'd) (?:just|jist|only))\b"
)
"""What tells of others, or of that day: “he was just off the bus”, “I had just finished”."""

_HEAD = lazy(r"[^,\n–—]{8,100}?(?:,|\s[–—-]\s)\s*")
_TAIL = lazy(
    rf"(?:,\s*|\s[–—-]\s|\s(?=but who|and who))(?={ASKS}|[^,]*{_TOLD_SO}|(?:i |ah )?hope )[^,]*$"
)

LEAST_LEFT = 20
"""Letters of a sentence that must be left where a comma parts it."""


@lru_cache(maxsize=16)  # the texts of a turn
def pieces(text: str) -> Sequence[tuple[int, int]]:
    """Return the spans of the pieces of a text in their order. They are all of it."""
    spans = [found.span() for found in _SENTENCE.finditer(text)]
    return tuple([piece for each in spans for piece in _parted(text, *each)])


def in_brackets(text: str) -> list[tuple[int, int]]:
    """Return where somebody excuses themselves in brackets: “(sorry if this is rubbish)”."""
    return [found.span() for found in _BRACKETS.finditer(text) if says_plainly(found[0])]


_BRACKETS = lazy(r"\([^()\n]{5,100}\)\s*")


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence, what excuses itself at its beginning and what asks at its end apart."""
    if not text[start:end].strip():
        return
    head = _HEAD.match(text, start, end)
    is_said = head and says_plainly(head[0]) and not _POLITE.search(_plain(head[0]))
    if head and is_said and end - head.end() >= LEAST_LEFT:
        yield start, head.end()
        start = head.end()
    plain = _plain(text[start:end]).rstrip(" .!?\n")
    tail = _TAIL.search(plain)
    if tail and tail.start() >= LEAST_LEFT:
        yield start, start + tail.start()
        start += tail.start()
    yield start, end


def is_turned_to_coach(sentence: str) -> bool:
    """Return whether a sentence has something in it that is said to somebody."""
    return _TO_COACH.search(_plain(sentence).strip(" .!\n,")) is not None


def says_plainly(sentence: str) -> bool:
    """Return whether a piece excuses somebody, says that it was told, or asks politely: it tells
    nothing."""
    plain = _plain(sentence).strip(" .!?\n,–—-")
    return _PLAINLY.search(plain) is not None and not _OF_WORK.search(plain)


@lru_cache(maxsize=64)  # the pieces of the same
def asks(sentence: str) -> bool:
    """Return whether a piece asks the coach something, with or without a question mark."""
    return "?" in sentence or _ASKED.match(_heard(sentence)) is not None


_LAST_ASKED = lazy(r"(?:^|[,.!:;–—-] )(?P<asked>[^,.!?:;]+)\?\W*(?:[^.!?]{0,30})$")

LEAST_ASKED = 3
"""Words of the shortest question behind words that only lead to it."""


def asks_behind(text: str) -> bool:
    """Return whether a question follows words that only lead to it, whatever these sound like:
    “haud on pal gonnae ask ye, is soup a thing ye can write aboot?”"""
    found = _LAST_ASKED.search(text.strip())
    is_long = found is not None and found["asked"].count(" ") >= LEAST_ASKED - 1
    return found is not None and is_long and begins_as_question(found["asked"])


_I_DO = lazy(
    r"\W*(?:(?:so|and|then|well|also|ok) )*(?:i|ah|we) (?!want|need|wish|would|wid|can|hope)"
)


_ASKS_FOR = lazy(
    r"\b(?:please|pls|plz|for me|help me|my (?:grammar|spelling|words|answers?|text|english|"
    r"sentences?)|(?:do not|don'?t|dinnae) (?:put|write|add|use|include|keep))\b"
)


def tells_what_i_do(text: str) -> bool:
    """Return whether a text begins with what somebody does and asks nobody for anything: “I make
    list of ten words in Polish” asks for no Polish."""
    plain = _plain(text)
    is_told = _I_DO.match(plain) is not None and _ASKS_FOR.search(plain) is None
    return is_told and not is_turned_to_coach(text)


def asks_who_can_tell(text: str) -> bool:
    """Return whether somebody asks if others will know whom their words are about. What others
    asked at work, and what was done about it, is told."""
    plain = _heard(text)
    found = _WHO_IT_IS.search(plain)
    if found is None or _OTHERS_ASKED.search(plain, 0, found.start()):
        return False
    return _IS_TOLD_ON.search(plain, found.end()) is None


_IS_TOLD_ON = lazy(r"\b(?:so|and|then) (?:i|ah|we|she|he|they)\b")
"""What was done about it follows."""


_OTHERS_ASKED = lazy(
    r"\b(?!i\b|ah\b)\w+ (?:asked|said|wondered|worried|was worried|wanted to know)\b"
)


_TYPES_FOR = lazy(
    r"\b(?:i am|i'?m|ah'?m)(?: only| just| jist)? (?:typing|typin|writing this|helping (?:him|her)"
    r"(?: to)? (?:type|write))\b"
)


def types_for_another(text: str) -> bool:
    """Return whether somebody says that they only type what another says."""
    return _TYPES_FOR.search(_heard(text)) is not None


def _heard(text: str) -> str:
    """Return a text in one voice and in small letters, where no place in it counts."""
    return _plain(in_one_voice(text))


def _plain(text: str) -> str:
    """Return a text in small letters and with plain apostrophes, each at the place of its own."""
    return small_in_place(text) or text.replace("’", "'")


_WHO = r"(?:who|what|which|when|where)(?:'?s)?\b"
_LISTED = lazy(rf"\b{_WHO}[^.!?\n]*,\s*(?:and |or )?(?={_WHO})", re.IGNORECASE)


def is_listed(text: str, start: int, end: int) -> bool:
    """Return whether a piece is one of what was listed: “i wrote whos next, who can wait”."""
    found = None if "?" in text[start:end] else _LISTED.search(text, 0, end)
    return found is not None and found.start() < start
