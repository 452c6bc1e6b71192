"""“u still got the bruises bit in. i said take it out”: what a message orders about own words.

A message is read sentence by sentence, in one voice. A sentence is an order where it says what
shall become of some words and says nothing else: what stands around it is “please”, “i said”. So
“she told him to drop it” is told of work. What stands beside it is left for others to read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import dropwhile

from bot.analysis.patterns import lazy
from bot.analysis.reading.lexicon import word_list
from bot.analysis.reading.own_text import marks
from bot.analysis.reading.own_text.marks import LEAST, Marked, Span, Told, heard, mark
from bot.analysis.reading.own_text.misfiled import misfiled
from bot.analysis.reading.own_text.ordered import Orders
from bot.analysis.reading.own_text.request import Request, plainest, request_in
from bot.analysis.reading.own_text.still import still_said
from bot.analysis.reading.own_text.vocabulary import AROUND, ODD, TWICE, WHO
from bot.analysis.reading.own_text.which import Which, which_in
from bot.analysis.reading.places import StepNames
from bot.analysis.reading.spoken_pieces import asks
from bot.analysis.reading.two_requests import parted
from bot.analysis.reading.words import heard_text

LONGEST = 24
"""Words of the longest sentence that is an order."""

LONGEST_LETTERS = 900
"""Letters of the longest message that holds one, beside what it quotes."""

ALONE = 12
"""Words of the longest that only names some words."""


@lru_cache(maxsize=64)  # what was said to the coach before is asked about at every turn
def is_order(text: str) -> bool:
    """Return whether a message says what shall become of others: it is no piece itself."""
    found = orders_in(text, {}, tuple)
    return found is not None and any(each.sure for each in found.requests)


_MAY_BE = frozenset(ODD) | word_list("""
    out off away strike cut cross rub scratch delete deleted deleting deletion remove removed
    removing removal erase erased wipe scrap scrub drop dropped lose bin ditch undo rid gone in back
    go there struck withdraw withdrawn omit omitted expunge excise retract redact unsay dispense
    keep keeping leave leaving show read see say says look looks check view forget ignore disregard
    include restore reinstate where where's missed save saved stored use touch change alter part
    public put what what's hear let end onwards onward answer story evidence for reverse revert
    reversed
    move shift transfer relocate file swap switch exchange flip first last top start begin beginning
    bottom under to belongs belong twice already shot mention mentioned included shown word talk
    without minus again before names surnames named hide mask anonymise after above behind make its
""")
"""One of these is in each order."""

_END = lazy(r"[”\"»]?[.!?,;:–—]*\s*")
_PIECE = lazy(r"[^.!?\n,;:–—“”\"«»()]+")
_WORD = lazy(r"[^\W_]+(?:'[^\W_]+)*")
_SPARED = lazy(
    r"(?:(?:but|though|tho|and|only|just|please) )*(?:(?:except|apart from|other than|without|not)"
    r"(?: for)?|(?:keep|leave)(?: in)?) (?P<x>.+?)(?: in| there| alone| as it is)?"
)


def orders_in(text: str, names: StepNames, told: Told, *, asked: bool = False) -> Orders | None:
    """Return what a message orders about the writer's own words, None where it orders nothing.

    ``told`` is all that they sent; it is called where it matters. ``asked``: it was asked, or said
    just before, what shall go, so words alone name it.
    """
    if said_so := still_said(text, told) or misfiled(text, names):
        return Orders((said_so,), said_so.spans)
    if not asked and _MAY_BE.isdisjoint(heard(text)):
        return None
    said = mark(text, names, told)
    if len(said.marked.replace("\0", "")) > LONGEST_LETTERS:
        return None
    found, beside = _read(said)
    is_one = bool(found) or _GOES.search(text) is not None
    if not (is_one or asked or said.quotes):
        return None  # whatever is named, nothing is wanted of it
    others = _others(said, beside)
    if is_one and others and (pasted := marks.with_pasted(said, told)):
        said = pasted
        found, beside = _read(said)
        others = _others(said, beside)
    if found and all(each.still for each in found) and not asked:
        return None  # by itself it tells how things are
    others = [each for each in others if not _spares(each, found, said)]
    return _named_apart(said, found, others, told, asked=asked)


_GOES = lazy(
    r"\b(?:delet\w*|remov\w*|scrap|drop|"
    r"(?:take|tak|get|git|leave|cut) (?:it|that|this) (?:out|oot))\b",
    re.IGNORECASE,
)
"""What makes it worth while to look for a line that was pasted."""

_Others = list[tuple[Span, list[str]]]


def _read(said: Marked) -> tuple[list[Request], _Others]:
    """Return what is wanted in a text, and its sentences that want nothing."""
    found, beside = list[Request](), _Others()
    for span in (each.span() for each in _PIECE.finditer(parted(said.marked))):
        words = said.words(span)
        requests = _requests(said, span) if 0 < len(words) <= LONGEST else []
        found += requests
        if words and not requests:
            beside.append((span, words))
    return found, beside


def _others(said: Marked, beside: _Others) -> _Others:
    """Return the sentences that ask nothing, of those that want nothing."""
    return [e for e in beside if said.has_quote(e[1]) or not asks(said.text[slice(*e[0])])]


def _requests(said: Marked, span: Span) -> list[Request]:
    """Return what a sentence orders: one thing, or several that begin with an order each."""
    found = list[Request]()
    for piece in said.parts(span):
        request = request_in(said, piece)
        spared = _spared(said.words(piece), said) if found else []
        is_more = said.words(piece)[:1] in (["and"], ["then"], ["n"])
        if request and found and _takes_from(found[-1], request, is_more=is_more):
            spared = spared or list(request.which)
        if spared:
            found[-1] = replace(found[-1], spared=tuple(spared), spans=(*found[-1].spans, piece))
        elif request:
            found.append(replace(request, sure=request.sure or bool(found)))
        elif found and said.words(piece) == ["but"]:
            continue  # “… but without the shouting”
        elif found and said.words(piece)[:1] == ["but"]:
            return found  # it goes on with something else: “dont put this in but …”
        else:
            whole = request_in(said, span)
            return [whole] if whole else []
    return found


def _takes_from(before: Request, request: Request, *, is_more: bool) -> bool:
    """Whether a request says what of another shall not go, or not come in: “but leave out her
    name”."""
    if is_more and request.act == "out" and not any(each.kind == "name" for each in request.which):
        return False
    acts = before.act, request.act
    is_other = acts in (("out", "keep"), ("in", "out"), ("out", "in"))
    is_other = is_other and not (before.act == "in" and before.which == (Which(),))
    return is_other and not all(each.is_newest for each in request.which)


def _spared(words: list[str], said: Marked) -> list[Which]:
    found = _SPARED.fullmatch(" ".join(words))
    return which_in(found["x"], said.names, said.quotes) if found else []


def _spares(other: tuple[Span, list[str]], found: list[Request], said: Marked) -> bool:
    """Whether what follows on an order says what of it stays, and note that with the order."""
    (start, end), words = other
    before = [at for at, each in enumerate(found) if 0 <= start - each.spans[-1][1] <= NEXT]
    spared = _spared(words, said) if words[0] in _EXCEPT and before else []
    if spared:
        request = found[before[0]]
        spans = (*request.spans, (start, end))
        found[before[0]] = replace(request, spared=tuple(spared), spans=spans)
    return bool(spared)


NEXT = 3
"""Letters between an order and what follows on it."""

_EXCEPT = frozenset(("but", "except", "apart", "other", "without", "only", "keep", "not"))


def _named_apart(
    said: Marked, found: list[Request], others: _Others, told: Told, *, asked: bool
) -> Orders | None:
    """Put to the requests what is named beside them, “The bit about him, I want it in”; words alone
    are an order where one is asked for."""
    if not TWICE.isdisjoint(heard(said.text)):  # “thats in there twice, lose one”
        one, twice = ((Which(),), (Which(number=1),)), (Which(kind="twice"),)
        found = [replace(e, which=twice) if e.act == "out" and e.which in one else e for e in found]
    is_named = any(not each.is_newest for request in found for each in request.which)
    named = [(at, _alone(words, said, told)) for at, words in others if not is_named]
    alone = [(at, which) for at, which in named if which and _counts(which, found, asked=asked)]
    perhaps = [each for _, which in named for each in which if each.about]
    meant, text = plainest([each for _, which in alone for each in which]), said.text
    if not found and not meant:
        return None
    spans = [span for span, which in alone if set(which) & set(meant)]
    requests = [_spoken_of(request, meant, found, perhaps) for request in found]
    requests = [e for e in requests if not e.remarks] or requests  # “for you. Put number 1”
    requests = requests or [Request("out", tuple(meant), tuple(spans), sure=True, alone=True)]
    requests = [e for e in requests if e.perhaps or not (e.in_brief and e.which == (Which(),))]
    if not requests:
        return None
    all_spans = [span for request in requests for span in request.spans] + spans
    ends = sorted({(start, _END.match(text, end).end()) for start, end in all_spans})  # type: ignore[union-attr]
    requests = [replace(each, own=_stands_after(text, each, ends)) for each in requests]
    return Orders(tuple(requests), tuple(ends))


def _counts(which: list[Which], found: list[Request], *, asked: bool) -> bool:
    """Whether words that name some alone are meant: a piece of text beside an order, anything where
    it is asked for, and a quote with what follows it anywhere."""
    if found:
        return all((each.is_text or each.quote) and not each.whole for each in which)
    return asked or all(each.quote and each.reach for each in which)


def _may_name(other: Request, request: Request) -> bool:
    """Whether what another request names may be the “it” of this one: not what is to stay of it."""
    opposite = {other.act, request.act} == {"in", "out"} and not other.remarks
    return not opposite and request.act != "keep"


def _spoken_of(
    request: Request, meant: list[Which], found: list[Request], perhaps: list[Which]
) -> Request:
    """Return a request about “it” as one about what is named beside it, in this message."""
    is_place = request.act == "in" and all(each.step and not each.about for each in request.which)
    if not is_place and not all(each.is_newest and not each.step for each in request.which):
        return request
    same = [other for other in found if other is not request and _may_name(other, request)]
    others = [each for other in same for each in other.which]
    if named := meant or [e for e in others if not (e.is_newest or e.whole)]:
        return replace(request, which=tuple(named), bare=False)
    which = (Which(),) if is_place else request.which
    return replace(request, which=which, perhaps=tuple(perhaps))


def _alone(words: list[str], said: Marked, told: Told) -> list[Which]:
    """Return what is named by words alone: “the last bit”, “bruises”. None for all else."""
    joined = " ".join(words)
    quote = joined.removeprefix("i said ")
    if quote != joined and quote in {each.casefold().strip(" .!?") for each in told()}:
        return [Which(quote=quote)]
    begin = AROUND - {"the", "told", "both", "of"}
    core = list(dropwhile(lambda each: each in begin, words))
    while core and core[-1] in AROUND - {"both"}:
        core = core[:-1]
    if not 0 < len(core) <= ALONE or (core[0] in WHO and not said.quotes):
        return []
    return which_in(" ".join(core), said.names, said.quotes)


def _stands_after(text: str, request: Request, spans: Sequence[Span]) -> bool:
    """Whether a refusal stands beside words that are no order, and is about them."""
    start = min(each[0] for each in request.spans)
    said = text[start : request.spans[-1][1]]
    if request.act != "out" or not _REFUSES.search(heard_text(said)):
        return False
    if re.search(r"\bthis\b", said) and all(each.is_newest for each in request.which):
        return len(_WORD.findall(text[request.spans[-1][1] :])) > LEAST  # “dont put this in but …”
    before = Orders((), tuple(each for each in spans if each[0] < start)).rest_of(text[:start])
    return len(_WORD.findall(before)) > LEAST


_REFUSES = lazy(r"\b(?:don't|do not|never|not to)\b.* (?:in|there)\b")
