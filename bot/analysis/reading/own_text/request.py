"""One sentence that wants something of own words: “u still got the bruises bit in”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.analysis.patterns import lazy
from bot.analysis.reading.lexicon import word_list
from bot.analysis.reading.own_text.forms import Act
from bot.analysis.reading.own_text.grammar import Said, said_in
from bot.analysis.reading.own_text.marks import Marked, Span, heard, voiced
from bot.analysis.reading.own_text.steps_named import is_answer, step_named
from bot.analysis.reading.own_text.vocabulary import AGAIN, AROUND, WHO
from bot.analysis.reading.own_text.which import Which, which_in


@dataclass(frozen=True, slots=True)
class Request:
    """One thing that is wanted of some words, where it is said, and what of them shall not go."""

    act: Act
    which: tuple[Which, ...]
    spans: tuple[Span, ...]
    spared: tuple[Which, ...] = ()
    drops: bool = False
    """Whether it is said in the words that the coach asks in: “drop it”."""
    again: bool = False
    """Whether it is said to have been said before, or not to have been done."""
    bare: bool = False
    """Whether no more than the verb is said: “drop”."""
    own: bool = False
    """Whether it is about the message that it stands in: “…, please dont put that in”."""
    perhaps: tuple[Which, ...] = ()
    """What may be named beside “it”: words of theirs decide."""
    sure: bool = True
    """Whether it can hardly be told of work."""
    still: bool = False
    """Whether it only tells that an order was not done: “it is still there”."""
    remarks: bool = False
    """Whether it is but a remark: “that was for you”."""
    undoes: bool = False
    of_going: bool = False
    """Whether it is asked if they are out, and not if they are in."""
    takes_back: bool = False
    """Whether it may mean either: “take back my song”."""
    to: str = ""
    """The step that words shall be moved to, ``HERE`` for the open one."""
    alone: bool = False
    """Whether words alone name what is meant: they order nothing by themselves."""
    in_brief: bool = False
    """Whether it is said without a verb: “hoist first”."""


HERE = "here"

MOVES = frozenset[Act](("move", "top", "end", "swap", "before", "after"))
TWO = frozenset[Act](("swap", "before", "after"))
"""What only changes where words stand."""


def request_in(here: Marked, span: Span) -> Request | None:
    """Return what a sentence orders, None where it orders nothing or says more than that."""
    words = here.words(span)
    if not words or ("lose" in words and _LOSES.search(" ".join(words))):
        return None
    complaint: Request | None = None
    for said in said_in(words):
        is_brief = len(words) - len(said.before) == LEAST and said.named == (said.verb,)
        if said.act == "out" and is_brief and len(voiced(here.marked)) > LEAST:
            continue  # “song out” is an order where no more is said
        which = _named(said, words, here)
        to = _target(said, here) if which and said.act == "move" else ""
        if which and not _is_told(said) and (to or said.act != "move"):
            request = replace(_made(said, which, words, span), to=to)
            request = replace(request, sure=request.sure or here.is_polite(span))
            before = " ".join(said.before)
            if _ADVICE.match(before):  # “should I take it out?” takes nothing out
                return replace(request, act="ask") if request.act == "out" else None
            if request.act == "out" and _ASKS_OF_IT.match(before):
                return None
            if request.act in (*MOVES, "keep") and _ASKS.match(before):
                return None
            if not request.still:  # “is the bit still there” asks, whatever its end tells
                return request
            complaint = complaint or request
    return complaint


LEAST = 2
"""Words of the shortest order that names something."""

_ADVICE = lazy(
    r"(?:(?:so|and|but|ok|coach|hi) )*(?:(?:should|shall|must|do) (?:i|we)\b|do (?:you|ye) think)"
)


_ASKS_OF_IT = lazy(r"(?:(?:so|and|but|ok|coach|hi) )*(?:does|is|are|was|were) (?:it|this|that)\b")
"""“Does it keep what I have struck out?” asks."""

_ASKS = lazy(r"(?:(?:so|and|but|ok|coach|hi) )*(?:does|do|is|are|did|was|why|what|how)\b")


def _target(said: Said, here: Marked) -> str:
    """Return the step that an order names to move words to, "" for none."""
    if said.to in ("", HERE):
        return HERE
    if not here.names:
        return said.to  # what the answers are called is not known
    words = [each for each in said.to.split() if each not in _BESIDE_STEP]
    step = step_named([*words, "answer"], here.names)
    return step if step and is_answer(words, here.names, step) else ""


_BESIDE_STEP = word_list("bit part one section instead now then please too")


def _named(said: Said, words: list[str], here: Marked) -> list[Which]:
    """Return what an order is about, none where it can be about no text."""
    which = [found for each in said.named for found in which_in(each, here.names, here.quotes)]
    if said.act in MOVES and said.named[:1] and said.named[0] in _ALL:
        which = [Which(whole=True, one=True)]
    if said.act in MOVES:
        return (which or [Which()]) if _may_move(said, words, which, here) else []
    if not said.named:
        return [Which()] if _is_bare(said, words) and said.verb not in _ONLY_NAMED else []
    if said.act == "show":
        if said.verb in ("what", "how", "read", "show", "see"):
            which = [Which(whole=True, one=True) if each == Which() else each for each in which]
        return which if all(_is_mine(each) for each in which) else []
    is_idle = said.verb in _ONLY_NAMED and any(each.is_newest for each in which)
    return [] if is_idle else which  # “forget it” orders nothing


def _may_move(said: Said, words: list[str], which: list[Which], here: Marked) -> bool:
    """Whether words can be meant that shall stand elsewhere: without a verb no more is said."""
    if said.act in TWO or not said.named:
        two = which[0].count if len(which) == 1 and which[0].edge else len(which)
        is_here = said.act == "move" and not said.to
        return (said.act in TWO and two == 2) or is_here
    if not which or any(each.number or (each.whole and said.act != "move") for each in which):
        return False
    if not _TO_COME.isdisjoint(said.named[0].split()):
        return False
    is_brief = said.verb in _VERBS or len(heard(here.marked)) <= len(words) + BESIDE
    is_named = any(
        not each.is_newest and not AROUND.issuperset(each.about or "?") for each in which
    )
    return is_brief and (said.verb in _SHIFTS or is_named)


_ALL = ("it all", "all of it", "everything", "the lot", "all", "all of this", "the whole thing")
"""All that is said of the open answer, where it shall go to another."""

_TO_COME = word_list("next more another following not")
"""One of these speaks of words that are still to come: “one more thing for leadership”."""

BESIDE = 5
"""Words that may stand beside what moves words without a verb: “thats the wrong place”."""


def _is_told(said: Said) -> bool:
    """Whether it is told of work: “I cut out the form”, “she took it out”."""
    if said.act == "show":
        return _is_told_of_seeing(said.before)
    if said.act not in ("out", "keep", "in", *MOVES):
        return False
    is_own = said.before[-1:] and said.before[-1] in WHO - {"you", "it"}
    if said.act == "in" and any(map(_TO_OTHERS.match, said.named)):
        return True
    begins = said.verb.partition("'")[0] in WHO - {"it"} and said.verb != "it's"
    return (begins and said.act != "in") or bool(is_own and said.verb not in _WANTS)


_TO_OTHERS = lazy(r"i (?:told (?!you\b)\w+|said (?:to|and)) ")
"""“bring it back i told him” was said to others."""


def _is_told_of_seeing(before: tuple[str, ...]) -> bool:
    """Whether these before “see it” tell: “as I see it”, “I could see it”, “the notes would show
    it”, and not “could I see it”."""
    can = _CAN.issuperset(before[-1:]) and before[-1:] != ()
    return before in (("i",), ("we",), ("as", "i"), ("as", "we")) or (can and "you" not in before)


_CAN = frozenset(("can", "could", "would", "will", "did", "might", "may"))


_WANTS = word_list("""
    don't do didn't never want wanted need needed wish like meant withdraw retract unsay
    shouldn't should ought wasn't
""")
"""Verbs that say of oneself what one wants: “I want it out”."""


_LOSES = lazy(r"\b(?:i|we|i'll|i'd|they|she|he) (?:\w+ )?lose\b")
"""“do I lose all of it?” fears for the words, and orders nothing."""

_FROM_IT = lazy(
    r"\b(?:out|away|off) (?:of|from) (?:my |the )?(?:answers?|statement|badge|record|text)\b"
)


_ONLY_NAMED = frozenset(("forget", "ignore", "disregard", "scratch", "lift"))

_SHIFTS = word_list("""
    move shift transfer relocate file bring take put stick pop place shuffle slide drag push
""")
"""Verbs by which a thing without a name may be moved: “move that to leadership”."""

_VERBS = _SHIFTS | word_list("have want get send add change swap set switch")

_IF_GONE = frozenset(("did", "have", "confirm", "check", "tell", "make"))
_GONE = frozenset(("gone", "out", "deleted", "away", "removed", "yet"))
_POLITELY = frozenset(("you", "want", "like", "i'd", "need"))
"""One of these before a verb asks the coach to do it."""


def _is_bare(said: Said, words: list[str]) -> bool:
    """Whether a verb may stand alone: “drop”, “delete please”, “put it back”, “take out of it”."""
    is_of_it = _FROM_IT.search(" ".join(words)) is not None
    return said.act == "in" or is_of_it or len(words) - len(said.before) <= 2


def _is_mine(which: Which) -> bool:
    return which.whole or bool(which.step) or which.kind == "complaint"


def _made(said: Said, which: list[Which], words: list[str], span: Span) -> Request:
    joined = " ".join(words)
    is_asked = said.verb in ("delete", "del", "erase") or not _POLITELY.isdisjoint(said.before)
    is_text = all(each.is_text for each in which)
    owned = re.search(r"\b(?:my|that|those) \w+$", " ".join(said.named)) is not None
    return Request(
        said.act,
        tuple(which if said.act in TWO else plainest(which)),
        (span,),
        drops="drop" in words,
        again=said.complains or bool(AGAIN & set(said.before)),
        bare=not said.named and not _FROM_IT.search(joined) and said.act == "out",
        sure=(is_text and said.verb != "no") or owned or is_asked,
        still=said.complains,
        remarks=said.remarks,
        undoes=said.verb in ("undo", "reverse", "revert", "undelete") and not said.named,
        of_going=said.act == "ask" and (said.verb in _IF_GONE or words[-1] in _GONE),
        takes_back=said.act == "in" and said.verb == "take",
        in_brief=said.act in MOVES and said.verb not in _VERBS,
    )


def plainest(found: Sequence[Which]) -> list[Which]:
    """Return each once: what is named goes before “it”, and a quote before “the last bit”."""
    once = list(dict.fromkeys(found))
    for named in ([e for e in once if e.quote or e.reach], [e for e in once if not e.is_newest]):
        if named:
            return named
    return [next((each for each in once if each.step or each.many), once[0])] if once else []
