"""“Och no you took out my whole job! just the word Ayr”: whether what the coach did last is said to
be wrong, and how much was meant instead.

A sentence says so where it says nothing else: “I told the nurse you took out the wrong tablets” is
told of work. Whether anything was done is for others to know.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.analysis.patterns import lazy
from bot.analysis.reading.harm_reading import HarmReading
from bot.analysis.reading.lexicon import word_list
from bot.analysis.reading.own_text.marks import Span
from bot.analysis.reading.own_text.stretches import Size
from bot.analysis.reading.own_text.vocabulary import POLITE
from bot.analysis.reading.words import heard_text, heard_words

MOST = 45
"""Words of the longest message that says so."""

LONGEST = 600
"""Letters of it."""


@dataclass(frozen=True, slots=True)
class Blame:
    """What is said of what was done: where, and how much was meant.

    ``plain``: it is said outright to be wrong, not only what was meant. ``whole``: a whole message
    may be meant by it, and not only a sentence. ``other``: another piece was. ``only``: no more
    than what is named. ``adds``: more than went. ``rest`` is what else is said, with blanks in the
    place of the blame.
    """

    rest: str
    plain: bool = False
    size: Size = ""
    whole: bool = False
    other: bool = False
    only: bool = False
    adds: bool = False
    led: str = ""
    """The words that “I meant …” leads to."""


_NO = frozenset(("no", "naw", "nah", "nope"))
_BACK = r"\b(?:put|pit|bring|gie|undo)\b"
_PIECE = lazy(
    rf"(?:(?!(?<!\byou )(?<!\byou've )(?<!\bu )(?<!\bye ){_BACK} (?:it|that|them|my|me|the)\b)"
    rf"[^.!?\n,;:–—])+|{_BACK} [^.!?\n,;:–—]+",
    re.IGNORECASE,
)
"""A sentence; “put it back” begins one wherever it stands."""

_ROUND = word_list("""
    no naw nah nope och oh ach hey wait but sorry coach well hang on hold eh ok okay right and so aw
    oi thank thanks cheers now then excuse me for god's gods god sake heaven's fuck's
""")
"""What may stand before it."""

_DID = (
    r"(?:took|taken|take|cut|deleted?|removed?|got rid of|binned|scrapped|lost|changed|moved|put|"
    r"left out|wiped|dropped|erased|del|rmv|done|did|do|doing|taking|deleting|removing|"
    r"scrubbed|struck)"
)
_ONE = r"(?:one|bit|part|line|sentence|word|words|thing|name|place|message)"
_IT = r"(?:that|this|it)(?:'s| is| was|'s not| isn't| wasn't| not| no)*"
_BLAME = (
    rf"(?:why|y|what|what the \w+)(?: \w+)? (?:did|have|are|would|were) you (?:\w+ )?{_DID}\b"
    rf".{{0,50}}|why(?: \w+)? (?:did )?you {_DID}\b.{{0,50}}|what you {_DID}(?: \w+)?"
    rf"|you(?:'ve| have| just| only| went and| also| have just)* {_DID}\b.{{0,60}}"
    rf"|{_IT} (?:at all )?(?:what|the {_ONE}|a {_ONE})(?: that)? i(?:'d| had)? (?:meant|mean|asked|"
    r"asked for|requested|ordered|wanted|want|said|was meaning|was after|told you)"
    r"(?: (?:you|for|to|do|go|gone|out|at|all))*"
    rf"|(?:{_IT} )?(?:all |the |completely )*wrong(?: {_ONE})?"
    r"|i (?:never|didn't|did not)(?: ever)? (?:ask|asked|mean|meant|want|wanted|say|said|tell|told)"
    r"(?: you)?(?: for| to)*(?: (?:do|take|have|remove|delete|touch))?(?: (?:that|this|it|all of "
    rf"(?:it|that)|any of (?:it|that)))?(?: {_ONE})?(?: (?:out|gone|away|off))?"
    r"|i (?:still |do )?(?:need|want|like|liked) (?:that|it|this)(?: one| bit)?(?: in| back)?"
    rf"|{_IT} (?:fair|on|ok|okay|acceptable|good enough)"
    rf"|not (?:that|this)(?: {_ONE})?|(?:{_IT} |you took |you(?:'ve| have) taken )?"
    r"(?:far |way )?too (?:much|little|many)"
)
_BLAMES = lazy(rf"(?:{_BLAME})(?: (?:and |but )?(?:{_BLAME}))?")
"""What says outright that it was wrong."""

_ADDS = lazy(
    rf"you(?:'ve| have)? (?:missed|forgot|forgotten|skipped) (?:a|an|one|some|the)(?: {_ONE})?"
)
_LEADS = lazy(
    r"i(?:'d| had)?(?: (?P<only>only))?(?: just)? (?:mean|meant|was meaning|wanted|"
    r"asked(?: you)?(?: for| to)?)(?: (?:the|that|to))?(?P<only_too> only)?\b(?P<rest>.*)"
)
_MEANT_LAST = lazy(r"^(?P<what>.{2,40}) i (?:meant|mean)$")
_SIZE = lazy(
    r"(?:the |that |my |it was )?"
    r"(?:(?P<whole>whole|entire|full|complete|all)(?: of)?(?: the| that)? )?"
    r"(?P<what>sentence|line|thing|lot|message|paragraph|it)"
    r"(?: (?:out|gone|off|away|to|be|go|come|should|must|has|have|been|removed|deleted|taken|had|"
    r"i|meant|as|well|and|not|half|of|it|a|bit))*"
)
_OTHER = lazy(
    rf"(?:not (?:that|this) (?:{_ONE} )?)?(?:i (?:meant|mean) )?(?:the )?other(?: {_ONE})?"
    r"(?: i meant)?"
)
_WAS_RIGHT = lazy(
    rf"{_IT} (?:right|fine|true|correct|ok|okay|good)(?: (?:before|already|all along|the "
    r"first time|as it was|the way it was))?"
)
"""Behind “no” it is their words that were right, and not what was done."""
_INCLUDING = lazy(r"(?:including|not (?:a|the) (?:bit|half|part)) .{1,40}")


_QUOTES = lazy(r"[,”\"] ?(?:he|she|they|(?:the|my|our) \w+) (?:said|says|asked|shouted|told me)\b")
"""“You took out the batteries, he said” was said by others."""


def blame_in(text: str) -> Blame | None:
    """Return what a message says was done wrongly, None where it says so of nothing."""
    if len(text) > LONGEST or len(heard_words(text)) > MOST or _QUOTES.search(heard_text(text)):
        return None
    found = Blame(text)
    for piece in _PIECE.finditer(text):
        found = _with(found, piece.span(), text)
    is_any = found.plain or found.size or found.other or found.only or found.adds or found.led
    return found if is_any else None


def _with(found: Blame, span: Span, text: str) -> Blame:
    """Return what is known with one more sentence of a message."""
    raw = heard_words(text[slice(*span)])
    said = _core([each for each in raw if each not in POLITE])
    is_no = not _NO.isdisjoint(heard_words(text)[:2])
    known = found.plain or found.adds or bool(found.led) or is_no
    noted = _outright(said, known=known or bool(found.size))
    if noted is not None:
        return _noted(found, span, **noted)
    only = found.only or not {"only", "just"}.isdisjoint(raw[:4])
    if led := _LEADS.fullmatch(_MEANT_LAST.sub(r"i meant \g<what>", said)):
        rest = led["rest"].strip()
        if sized := _SIZE.fullmatch(rest):
            whole = sized["what"] not in ("sentence", "line")
            return _noted(found, span, plain=True, size="all", whole=whole)
        is_only = bool(led["only"] or led["only_too"]) or only
        return replace(found, led=rest or found.led, only=is_only)
    return replace(found, only=True) if only and known else found


def _core(words: Sequence[str]) -> str:
    """Return what is said without what may stand before it."""
    if words[:2] in (["i", "think"], ["i", "believe"], ["i", "fear"], ["i", "suspect"]):
        words = words[2 + (words[2:3] == ["that"]) :]
    while len(words) > 1 and words[0] in _ROUND:
        words = words[2 if words[:2] == ["thank", "you"] else 1 :]
    return " ".join(words)


def _outright(said: str, *, known: bool) -> dict[str, Any] | None:
    """Return what a sentence notes that says no more than what was wrong, or how much was meant;
    None for any other."""
    sized = _SIZE.fullmatch(said)
    if sized and (sized["whole"] or (sized["what"] in ("sentence", "line") and known)):
        return {"size": "all", "whole": sized["what"] not in ("sentence", "line")}
    for pattern, noted in (
        (_ADDS, {"adds": True}),
        (_BLAMES, {"plain": True}),
        (_OTHER, {"other": True}),
        (_INCLUDING, {} if known else None),
        (_WAS_RIGHT, {"plain": True} if known else None),
    ):
        if pattern.fullmatch(said):
            return noted
    return None


def _noted(found: Blame, span: Span, **known: Any) -> Blame:
    start, end = span
    rest = found.rest[:start] + " " * (end - start) + found.rest[end:]
    return replace(found, rest=rest, **known)


_TURNED = lazy(
    r"(?:(?:no|och|oh|ach|naw|hey|wait|what|whit|but|hang on|eh|sorry|why|on earth|did|how come|"
    r"excuse me)[ ,!?.]*)*(?:you|ye|yous)\b"
)
_OF_WHAT_YOU_DID = lazy(
    r"\b(?:you|ye|yous)(?:'ve| have| just| only| still| also| all| now| have just)* "
    r"(?:took|taken|left|deleted|removed|lost|dropped|changed|moved|misread|misunderstood|"
    r"told me to|tell me to|said i|say i)\b(?: out)?"
    r"(?: (?:my|me|the|that|this|it|it's|a|whole|all|of|to|ring|call|phone|999|them|job|bit)\b)*"
)


def complains_of_what_you_did(text: str) -> bool:
    """Return whether a text begins so: “och no you took out my whole job”."""
    is_turned = _TURNED.match(heard_text(text)) is not None and not _QUOTES.search(heard_text(text))
    return is_turned and beside_blame(text) is not None


def blames_only(text: str, harm_in: Callable[[str], HarmReading]) -> bool:
    """Return whether a text speaks of what the coach did or said, and of no harm beside it."""
    beside = beside_blame(text)
    return beside is not None and harm_in(beside).level == "none"


def beside_blame(text: str) -> str | None:
    """Return what is told beside what the coach did to their words, or said: “you told me to ring
    999 but he is still not breathing”; None where nothing is said of that."""
    heard = heard_text(text)
    rest = _OF_WHAT_YOU_DID.sub(" ", heard)
    return rest if rest != heard else None


_ALARM = lazy(r"999|ambulance|polis|police|emergency|danger|samaritans", re.IGNORECASE)
_WHY_ALARM = lazy(
    r"\b(?:why|how come|what made)\b[^.!?]{0,30}\byou (?:\w+ )?(?:tell|told|say|said|telling|"
    r"saying|ask|asking|think|talking|on about|going on)\b"
)
_NO_ALARM = lazy(
    r"\b(?:nobody|no one|no-one|noone)(?:'s| is| was)?(?: here| in here)? (?:in (?:any )?danger|"
    r"(?:needs?|needing|wants?|dying|hurt)\b)|\b(?:there is|there's|it is|it's|that is|that's|its) "
    r"(?:no|not an?|not any) (?:emergency|danger)\b"
    r"|\bi (?:don't|do not|didn't) need (?:999|an ambulance|the police|to (?:ring|call|phone))"
)


def asks_why_alarm(text: str) -> bool:
    """Return whether it is asked why the coach said whom to call: “why on earth 999”."""
    return _ALARM.search(text) is not None and _WHY_ALARM.search(heard_text(text)) is not None


def says_no_alarm(text: str) -> bool:
    """Return whether it is said that nobody needs what the coach told them to call."""
    return _ALARM.search(text) is not None and _NO_ALARM.search(heard_text(text)) is not None


_ACCEPTS = lazy(
    r"(?:(?:oh|och|ah|no|ok|okay|sorry|actually|right|aye|wait|and|well) )*"
    r"(?:(?:it was )?my (?:mistake|bad|fault)"
    r"|(?:that|it)(?:'s| is| was) (?:right|fine|ok|okay|correct|good)"
    r"(?: (?:like that|as it is|then|after all))?"
    r"|you (?:were|are|got it) right|ignore me|never mind(?: that)?)"
)


def accepts(text: str) -> bool:
    """Return whether no more is said than that what was done was right: “my mistake, its fine”."""
    pieces = [" ".join(heard_words(each)) for each in re.split(r"[.!?,;\n]+", text)]
    said = [each for each in pieces if each and each not in ("sorry", "ok", "no", "oh")]
    return bool(said) and all(_ACCEPTS.fullmatch(each) for each in said)
