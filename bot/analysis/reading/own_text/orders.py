"""“u still got the bruises bit in. i said take it out”: what a message orders about own words.

A message is read sentence by sentence, in one voice. A sentence is an order where it says what
shall become of some words and says nothing else: what stands around it is “please”, “i said”. So
“she told him to drop it” is told of work. What stands beside it is left for others to read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.analysis.one_voice import in_one_voice
from bot.analysis.patterns import lazy
from bot.analysis.reading.announces import StepNames
from bot.analysis.reading.lexicon import word_list
from bot.analysis.reading.own_text.marks import (
    LEAST,
    Marked,
    Span,
    Told,
    heard,
    mark,
    with_pasted,
)
from bot.analysis.reading.own_text.still import still_said
from bot.analysis.reading.own_text.vocabulary import AROUND, ODD, TWICE, WHO
from bot.analysis.reading.own_text.which import Which, which_in
from bot.analysis.reading.own_text.wishes import Wish, plainest, wish_in
from bot.analysis.reading.spoken_pieces import asks
from bot.analysis.reading.two_wishes import parted

LONGEST = 24
"""Words of the longest sentence that is an order."""

LONGEST_LETTERS = 900
"""Letters of the longest message that holds one, beside what it quotes."""

ALONE = 12
"""Words of the longest that only names some words."""


@dataclass(frozen=True, slots=True)
class Orders:
    """All that a message wants of their own words."""

    wishes: tuple[Wish, ...]
    spans: tuple[Span, ...]

    def rest_of(self, text: str) -> str:
        """Return what stands beside the orders."""
        kept, after = list[str](), 0
        for start, end in sorted(self.spans):
            kept.append(text[after : max(start, after)])
            after = max(end, after)
        return " ".join([*kept, text[after:]]).strip(" .,!?-–\n")

    def stand_apart(self, text: str) -> bool:
        """Return whether each is a sentence by itself, or names the text: in the middle of what is
        told “set up the tables, called it, put it all away” orders nothing."""
        return all(each.own or _is_apart(text, each.spans[0]) for each in self.wishes)


_NAMES_TEXT = lazy(
    r"\b(?:bits?|lines?|parts?|sentences?|answers?|statement|words?|said|wrote|typed|message|last)\b"
)


def _is_apart(text: str, span: Span) -> bool:
    before = text[: span[0]].rstrip()
    is_sentence = not before or before[-1] in '.!?…\n”"' or "\n" in text[len(before) : span[0]]
    return is_sentence or _NAMES_TEXT.search(text[slice(*span)].casefold()) is not None


@lru_cache(maxsize=64)  # what was said to the coach before is asked about at every turn
def is_order(text: str) -> bool:
    """Return whether a message says what shall become of others: it is no piece itself."""
    found = orders_in(text, {}, tuple)
    return found is not None and any(each.sure for each in found.wishes)


_MAY_BE = frozenset(ODD) | word_list("""
    out off away strike cut cross rub scratch delete deleted deleting deletion remove removed
    removing removal erase erased wipe scrap scrub drop dropped lose bin ditch undo rid gone in back
    go there struck withdraw withdrawn omit omitted expunge excise retract redact unsay dispense
    keep keeping leave leaving show read see say says look looks check view forget ignore disregard
    include restore reinstate where where's missed save use touch change alter part public put what
    what's hear let end onwards onward answer story evidence for reverse revert reversed
    move shift transfer relocate file swap switch exchange flip first last top start begin beginning
    bottom under to belongs belong twice already shot mention mentioned included shown word talk
    without minus again before after above behind make its
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
    if still := still_said(text, told):
        return Orders((still,), still.spans)
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
    if is_one and others and (pasted := with_pasted(said, told)):
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


def _read(said: Marked) -> tuple[list[Wish], _Others]:
    """Return what is wanted in a text, and its sentences that want nothing."""
    found, beside = list[Wish](), _Others()
    for span in (each.span() for each in _PIECE.finditer(parted(said.marked))):
        words = said.words(span)
        wishes = _wishes(said, span) if 0 < len(words) <= LONGEST else []
        found += wishes
        if words and not wishes:
            beside.append((span, words))
    return found, beside


def _others(said: Marked, beside: _Others) -> _Others:
    """Return the sentences that ask nothing, of those that want nothing."""
    return [e for e in beside if said.has_quote(e[1]) or not asks(said.text[slice(*e[0])])]


def _wishes(said: Marked, span: Span) -> list[Wish]:
    """Return what a sentence orders: one thing, or several that begin with an order each."""
    found = list[Wish]()
    for piece in said.parts(span):
        wish = wish_in(said, piece)
        spared = _spared(said.words(piece), said) if found else []
        is_more = said.words(piece)[:1] in (["and"], ["then"], ["n"])
        if wish and found and _takes_from(found[-1], wish, is_more=is_more):
            spared = spared or list(wish.which)
        if spared:
            found[-1] = replace(found[-1], spared=tuple(spared), spans=(*found[-1].spans, piece))
        elif wish:
            found.append(replace(wish, sure=wish.sure or bool(found)))
        elif found and said.words(piece)[:1] == ["but"]:
            return found  # it goes on with something else: “dont put this in but …”
        else:
            whole = wish_in(said, span)
            return [whole] if whole else []
    return found


def _takes_from(before: Wish, wish: Wish, *, is_more: bool) -> bool:
    """Whether a wish says what of another shall not go, or not come in: “but leave out her
    name”."""
    if is_more and wish.act == "out" and not any(each.kind == "name" for each in wish.which):
        return False
    acts = before.act, wish.act
    is_other = acts in (("out", "keep"), ("in", "out"), ("out", "in"))
    is_other = is_other and not (before.act == "in" and before.which == (Which(),))
    return is_other and not all(each.is_newest for each in wish.which)


def _spared(words: list[str], said: Marked) -> list[Which]:
    found = _SPARED.fullmatch(" ".join(words))
    return which_in(found["x"], said.names, said.quotes) if found else []


def _spares(other: tuple[Span, list[str]], found: list[Wish], said: Marked) -> bool:
    """Whether what follows on an order says what of it stays, and note that with the order."""
    (start, end), words = other
    before = [at for at, each in enumerate(found) if 0 <= start - each.spans[-1][1] <= NEXT]
    spared = _spared(words, said) if words[0] in _EXCEPT and before else []
    if spared:
        wish = found[before[0]]
        spans = (*wish.spans, (start, end))
        found[before[0]] = replace(wish, spared=tuple(spared), spans=spans)
    return bool(spared)


NEXT = 3
"""Letters between an order and what follows on it."""

_EXCEPT = frozenset(("but", "except", "apart", "other", "without", "only", "keep", "not"))


def _named_apart(
    said: Marked, found: list[Wish], others: _Others, told: Told, *, asked: bool
) -> Orders | None:
    """Put to the wishes what is named beside them, “The bit about him, I want it in”; words alone
    are an order where one is asked for."""
    if not TWICE.isdisjoint(heard(said.text)):  # “thats in there twice, lose one”
        one, twice = ((Which(),), (Which(number=1),)), (Which(kind="twice"),)
        found = [replace(e, which=twice) if e.act == "out" and e.which in one else e for e in found]
    is_named = any(not each.is_newest for wish in found for each in wish.which)
    named = [(at, _alone(words, said, told)) for at, words in others if not is_named]
    alone = [(at, which) for at, which in named if which and _counts(which, found, asked=asked)]
    perhaps = [each for _, which in named for each in which if each.about]
    meant, text = plainest([each for _, which in alone for each in which]), said.text
    if not found and not meant:
        return None
    spans = [span for span, which in alone if set(which) & set(meant)]
    wishes = [_spoken_of(wish, meant, found, perhaps) for wish in found]
    wishes = [e for e in wishes if not e.remarks] or wishes  # “that was for you. Put number 1”
    wishes = wishes or [Wish("out", tuple(meant), tuple(spans), sure=True, alone=True)]
    wishes = [e for e in wishes if e.perhaps or not (e.in_brief and e.which == (Which(),))]
    if not wishes:
        return None
    all_spans = [span for wish in wishes for span in wish.spans] + spans
    ends = sorted({(start, _END.match(text, end).end()) for start, end in all_spans})  # type: ignore[union-attr]
    wishes = [replace(each, own=_stands_after(text, each, ends)) for each in wishes]
    return Orders(tuple(wishes), tuple(ends))


def _counts(which: list[Which], found: list[Wish], *, asked: bool) -> bool:
    """Whether words that name some alone are meant: a piece of text beside an order, anything where
    it is asked for, and a quote with what follows it anywhere."""
    if found:
        return all((each.is_text or each.quote) and not each.whole for each in which)
    return asked or all(each.quote and each.reach for each in which)


def _may_name(other: Wish, wish: Wish) -> bool:
    """Whether what another wish names may be the “it” of this one: not what is to stay of it."""
    opposite = {other.act, wish.act} == {"in", "out"} and not other.remarks
    return not opposite and wish.act != "keep"


def _spoken_of(wish: Wish, meant: list[Which], found: list[Wish], perhaps: list[Which]) -> Wish:
    """Return a wish about “it” as one about what is named beside it, in this message."""
    is_place = wish.act == "in" and all(each.step and not each.about for each in wish.which)
    if not is_place and not all(each.is_newest and not each.step for each in wish.which):
        return wish
    same = [other for other in found if other is not wish and _may_name(other, wish)]
    others = [each for other in same for each in other.which]
    if named := meant or [e for e in others if not (e.is_newest or e.whole)]:
        return replace(wish, which=tuple(named), bare=False)
    which = (Which(),) if is_place else wish.which
    return replace(wish, which=which, perhaps=tuple(perhaps))


def _alone(words: list[str], said: Marked, told: Told) -> list[Which]:
    """Return what is named by words alone: “the last bit”, “bruises”. None for all else."""
    joined = " ".join(words)
    quote = joined.removeprefix("i said ")
    if quote != joined and quote in {each.casefold().strip(" .!?") for each in told()}:
        return [Which(quote=quote)]
    core = list(words)
    while core and core[0] in AROUND - {"the", "told", "both", "of"}:
        core = core[1:]
    while core and core[-1] in AROUND - {"both"}:
        core = core[:-1]
    if not 0 < len(core) <= ALONE or (core[0] in WHO and not said.quotes):
        return []
    return which_in(" ".join(core), said.names, said.quotes)


def _stands_after(text: str, wish: Wish, spans: Sequence[Span]) -> bool:
    """Whether a refusal stands beside words that are no order, and is about them."""
    start = min(each[0] for each in wish.spans)
    said = text[start : wish.spans[-1][1]]
    if wish.act != "out" or not _REFUSES.search(in_one_voice(said).casefold().replace("’", "'")):
        return False
    if re.search(r"\bthis\b", said) and all(each.is_newest for each in wish.which):
        return len(_WORD.findall(text[wish.spans[-1][1] :])) > LEAST  # “dont put this in but …”
    before = Orders((), tuple(each for each in spans if each[0] < start))
    return len(_WORD.findall(before.rest_of(text[:start]))) > LEAST


_REFUSES = lazy(r"\b(?:don't|do not|never|not to)\b.* (?:in|there)\b")
