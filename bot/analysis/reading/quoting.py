"""Which clauses may be said back: whole thoughts that somebody told, and no word to the coach.

A sentence of acts that is short enough is said back whole, whichever of them is meant: “found him
at the bus stop and walked him home”. In another a clause keeps what hangs on it: its reason, its
aim, how long it went on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.analysis.patterns import bits_of, lazy
from bot.analysis.reading.clauses import LONGEST, MOST, Span
from bot.analysis.reading.joints import LEAST
from bot.analysis.reading.kinds import Kind
from bot.analysis.reading.lexicon import word_list
from bot.analysis.reading.pieces import Piece
from bot.analysis.reading.verbs import is_done, is_verb

_NEVER_QUOTED: frozenset[Kind] = frozenset(("harm", "bare"))
"""Kinds of which nothing is said back."""

_ACTS_QUOTED: frozenset[Kind] = frozenset(
    ("question", "not_understood", "request", "talk", "chat", "stop", "theory")
)
"""Kinds of which only an act is said back."""

_JOINS = frozenset(("and", "an", "n", "so", "but", "then", "or"))
"""Words that a short clause cannot begin with when it is said back: “and went round”."""

_NO_QUOTE = lazy(
    r"^(?:i|ah)(?:'?m| am| was| wis)? (?:fine|ok|okay|grand|alright|all right)(?: now| noo)?$"
    r"|^(?:which|who|whom|whose|alongside|including|such as|as well as)\b"
    r"|^(?:together|along) (?:with|wi)\b|^(?:namely|meaning|for example)\b"
    r"|^(?:one|the (?:first|second|other)|another) (?:one )?(?:is|was|wis) "
    r"|^(?:hello|hiya?|hey|dear|good (?:morning|evening|day))\b"
    r"|^(?:(?:so|and|but|then) )*(?:i|ah|we|she|he|they|\w+) (?:just )?(?:say|says|said|sed) "
    r"(?:(?:to|tae) )?(?:\w+){0,1}$"
    r"|^(?:say|says|said) (?:to|tae) \w+$"
    r"|^(?:said|says|sed) (?:it|that|he|she|they) (?:was not|wasn'?t|wisnae|would not|wouldn'?t|"
    r"widnae|could not|couldn'?t|couldnae|did not|didn'?t|didnae)\b"
    r"|\b(?:was|wis|is|were) (?:both|baith)(?:$|,)|^(?:\S+ ){0,6}at the same time$"
    r"|^(?!.*\b(?:wh[ai]t|way|as|like) (?:\w+ ){0,3}\w+$).*\b(?:felt|thought|said|sed|saw|realised|"
    r"recognised)$|\b(?:and|an|n) (?:says|say)$|\bthat (?:if|when|whan|once) (?:\S+ )*\S+$"
    r"|\b(?:is|was) (?:the )?(?:management|leadership)(?:$|,)"
    r"|\b(?:was|wis|were) (?:all |just )?(?:gonna|gonnae|going (?:to|tae)|about to|aboot tae)\b"
    r"|\b(?:(?:was|is|were) always|such|very|the|a|an|(?<!short )of|my|ma|and|because|"
    r"(?<!it )(?<!he )was)$"
)
"""Half a thought: “I say to everybody”, “it was always”; what was asked: “it was both”; or what did
not happen: “she was gonna walk out”."""

_TO_COACH = lazy(
    r"\b(?:you|ye|u|yous) (?:were|was|asked?|askt|said|say|want(?:ed|in|ing)?|mean|meant|see|know|"
    r"missed|told|telt|keep|call(?:ed)?|put|wrote|got)\b|\b(?:you've|youve|you have) (?:got|had)\b"
    r"|\b(?:let us|lets|let's) (?:continue|go on|carry on)"
    r"|^(?:ask|tell|see) (?:me|us|the bit|above|below)\b|^wrong (?:question|answer|bit|one|box)\b"
    r"|\bm[ya] (?:english|spelling|spellin|grammar|writing|writin|typing|typin) "
    r"(?:is|isn'?t|isnae|was|no)\b|^(?:the|an?|one) (?:situation|example|time|thing|story|day) "
    r"(?:that )?(?:i|ah) (?:'?m|am|have|had|want|would|'?d|will|'?ll|can) "
    r"(?:in mind|think|thinking|thinkin|like|want|to|tell|write|choose|got in mind)\b"
    r"|^(?:i|ah|am|i'?m) (?:write|rite|type|writing|typing|writin|typin) (?:this |it )?"
    r"(?:from|fae|on|in|at) (?:the |a |my )?(?:bus|train|phone|car|bed|break|bath|layby|taxi)\b"
    r"|\bexcuse (?:the|my|ma|this)\b|^(?:i'?m |am )?(?:so )?(?:sorry|sory) (?:about|aboot|abuot) "
    r"(?:my|ma|the) |^no[t]? about (?:this|that|it)\b"
    r"|\b(?:i'?d|i would|ah'?d|ah wid) (?:hate|no want|not want) (?:\w+ ){1,3}(?:to|tae) "
    r"(?:see|read|know|find|ken)\b"
)
"""What is said to the coach in the middle of an answer, or of the writing: not said back."""


_ROLE = lazy(r"^(?:(?:hi|hello|so|well|ok|and) )?(?:i am|i'?m|ah'?m|a'm|am) (?:an?|the|just an?)\b")
"""“I am a carer”: who they are is nothing that was done."""

_SAID_TO_COACH, _IS_NO_QUOTE, _IS_ROLE = bits_of(_TO_COACH), bits_of(_NO_QUOTE), bits_of(_ROLE)
"""One of these is in what is seen of a clause for which the pattern is worth trying."""

FEW = 6
"""Words up to which an act is said back with the next one of the same person."""


def _least_words(plain: Sequence[str], *, outcome: bool) -> int:
    """Return how many words a clause must have to be said back: what came of it may be short."""
    return LEAST - outcome + (plain[0] in _JOINS)


def _may_quote(piece: Piece, kind: Kind) -> bool:
    """Return whether a clause of a message of a kind is a whole thought, told and not said to the
    coach."""
    if kind in _NEVER_QUOTED or (kind in _ACTS_QUOTED and not piece.act):
        return False
    own, looked = piece.own, piece.looked
    if not piece.act and looked & _IS_ROLE and _ROLE.match(own):
        return False
    is_to_coach = looked & _SAID_TO_COACH and _TO_COACH.search(own)
    return not (is_to_coach or (looked & _IS_NO_QUOTE and _NO_QUOTE.search(own)))


_GAP = lazy(r"[ \t,:]*(?:(?:[\w'’]+|&)[ \t,]+)*")
"""What stands between two clauses of one sentence: a comma, a colon, “and”, “so”."""

_OPENS, _CLOSES = (
    lazy(r"(?<!\S)['\"‘“](?!(?:em|til|cause|n|bout)\b)(?=\w)"),
    lazy(r"(?<=[\w.,!?])['\"’”](?![\w])"),
)

_OPENING = frozenset("'\"‘“")
"""What ``_OPENS`` finds, wherever it stands."""

_NEW = word_list("""
    i ah we she he they it you the my ma our oor his her their a an one now noo then everybody
    everyone nobody naebody that this there all some
""")
"""How a clause begins that has somebody or something of its own."""

_NEW_SUBJECT = word_list("i ah we she he they it you who")

_GOES_ON = word_list("with wi by of for from as plus like")
"""How a clause begins that is no whole thought, unless somebody does something in it."""

_HANGS = word_list("""
    so because cos coz cause cuz till until til when whan fan while whilst if before afore after as
    although though where which who that to tae
""")
"""How a clause begins that means little without the one before it."""


def quoted(
    text: str, pieces: Sequence[Piece], kind: Kind, hidden: Sequence[Span]
) -> tuple[list[bool], list[Span]]:
    """Return of each clause of a message whether it is fit to be said back, and what would stand
    in “ ” then. ``hidden`` is said back never."""
    may = [_may_stand(each, kind, hidden) and not _is_led_in(text, each) for each in pieces]
    spans = _quotes(text, pieces, may)
    fit = [
        is_told
        and not _is_half_said(text[span.start : span.end])
        and _is_long_enough(piece)
        and not (len(pieces) > 1 and _is_fragment(piece))
        for is_told, span, piece in zip(may, spans, pieces, strict=True)
    ]
    return fit, spans


def _may_stand(piece: Piece, kind: Kind, hidden: Sequence[Span]) -> bool:
    """Return whether a clause may be said back, whole or as a part of its sentence."""
    if piece.asked or piece.modest or not _may_quote(piece, kind):
        return False
    return not hidden or not any(e.start < piece.end and piece.start < e.end for e in hidden)


_AS, _I_SAID = lazy(r"\b(?:like|as)\s+$", re.IGNORECASE), lazy(r"(?:i|ah) (?:said|sed|told|say)\b")


def _is_led_in(text: str, piece: Piece) -> bool:
    """Return whether a clause goes on from “like i said”, which is nothing that was said then, or
    stands in brackets: beside the thing told."""
    if text.endswith("(", 0, piece.start):
        return True
    return bool(_I_SAID.match(piece.own) and _AS.search(text[: piece.start]))


def _is_long_enough(piece: Piece) -> bool:
    """Return whether a clause has words enough to be said back, and not too many."""
    least = _least_words(piece.plain, outcome=piece.outcome)
    return least <= piece.quote.words <= LONGEST


def _is_fragment(piece: Piece) -> bool:
    """Return whether nobody does anything in a clause that only goes on from another: “together
    with the handover record”, “by asking each in turn”."""
    begins = piece.plain[0] in _GOES_ON or (piece.plain[0] in _HANGS and not piece.job)
    return begins and not any(is_verb(each) or each in _NEW_SUBJECT for each in piece.plain[1:])


def _is_half_said(text: str) -> bool:
    """Return whether what somebody said begins in a text and does not end in it."""
    if _OPENING.isdisjoint(text):
        return False
    return len(_OPENS.findall(text)) > len(_CLOSES.findall(text))


def _quotes(text: str, pieces: Sequence[Piece], may: Sequence[bool]) -> list[Span]:
    """Return how much is quoted with each clause of a text: the sentence, what hangs on the clause,
    or the clause alone. ``may`` says which clauses may be quoted at all."""
    joined = [_are_joined(text, *pair) for pair in pairwise(pieces)]
    return [_quote(text, pieces, may, joined, place) for place in range(len(pieces))]


def _are_joined(text: str, one: Piece, other: Piece) -> bool:
    return _GAP.fullmatch(text[one.end : other.start]) is not None


def _quote(
    text: str, pieces: Sequence[Piece], may: Sequence[bool], joined: Sequence[bool], place: int
) -> Span:
    first = last = place
    while first and joined[first - 1]:
        first -= 1
    while last < len(joined) and joined[last]:
        last += 1
    told = first == last or all(each.act or _hangs(each) for each in pieces[first + 1 : last + 1])
    begin = _where_subject_is(pieces, joined, place)
    wider = [(begin, place, LONGEST)] if begin < place else []
    wider += [(first, last, MOST)] if told and (pieces[first].act or last == first) else []
    wider += _with_neighbour(text, pieces, place, before=place > first, after=place < last)
    for begin, end, most in wider:
        span = Span(pieces[begin].quote.start, pieces[end].quote.end)
        if all(may[begin : end + 1]) and len(text[span.start : span.end].split()) <= most:
            return span
    return Span(pieces[place].quote.start, pieces[place].quote.end)


def _where_subject_is(pieces: Sequence[Piece], joined: Sequence[bool], place: int) -> int:
    """Return the clause before one that begins with what is done in which it stands who does that:
    “I sat down with him | and told him how I was”."""
    begin = place
    while begin and joined[begin - 1] and _only_does(pieces[begin]):
        begin -= 1
    return begin if pieces[begin].subject == "self" else place


def _only_does(piece: Piece) -> bool:
    """Whether a clause begins with what is done, and it stands elsewhere who does it."""
    first = piece.plain[0]
    begins = is_done(first) or (piece.subject is None and first not in _HANGS | _GOES_ON | _NEW)
    return piece.act and begins


def _with_neighbour(
    text: str, pieces: Sequence[Piece], place: int, *, before: bool, after: bool
) -> Iterator[tuple[int, int, int]]:
    """Yield what a clause may be said back with, from and to which, and in how many words: the one
    that it hangs on or that hangs on it, or the next thing of the same person."""
    piece = pieces[place]
    if before and _only_begins(*pieces[place - 1 : place + 1]):
        yield place - 1, place, LONGEST
    if after and _only_begins(*pieces[place : place + 2]):
        yield place, place + 1, LONGEST
    if before and _hangs(piece) and not piece.act:
        yield place - 1, place, LONGEST
    if after and (_hangs(pieces[place + 1]) or _goes_on(text, piece, pieces[place + 1])):
        yield place, place + 1, LONGEST


def _goes_on(text: str, one: Piece, other: Piece) -> bool:
    """Whether “and” brings no new thought: “for the young people to choose | and cook one meal”."""
    linked, first = text[one.end : other.start].split(), other.plain[0]
    return linked[:1] in (["and"], ["an"], ["n"]) and first not in _NEW and not is_done(first)


def _only_begins(piece: Piece, following: Piece) -> bool:
    """Whether a few words begin what the next clause tells: “I sat down | and listened to her”. A
    few more do where who acts stands there alone: “I sat him down | and gave him tea”."""
    goes_on = following.act and is_done(following.plain[0])
    return piece.act and len(piece.plain) <= (FEW if goes_on else LEAST) and not _hangs(following)


def _hangs(piece: Piece) -> bool:
    return piece.purpose or piece.plain[0] in _HANGS
