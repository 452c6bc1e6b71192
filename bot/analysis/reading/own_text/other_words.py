"""“Thirteen people slept, not twelve”: which words of theirs shall stand for which.

It is read word by word as it is typed, because what comes in is theirs, letter by letter. A text
may be read in more than one way; whoever knows what stands in the answers takes the first that
fits. An order, “change X to Y”, is plain; a correction, “Y, not X”, is one where X stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bot.analysis.letters import small
from bot.analysis.one_voice import in_one_voice
from bot.analysis.patterns import lazy
from bot.analysis.reading.lexicon import word_list
from bot.analysis.reading.own_text.forms import patterns_in
from bot.analysis.reading.own_text.vocabulary import WHO
from bot.analysis.reading.verbs import is_done
from bot.analysis.reading.words import Word, words_of

LETTERS = 400
"""Letters of the longest message that is looked through: a page of commas is none."""

LONGEST = 30
"""Words of the longest message that is read so."""

MOST = 6
"""The most words that stand for others, or that others stand for."""


@dataclass(frozen=True, slots=True)
class OtherWords:
    """``new`` shall stand for ``old``, both as they are typed. ``beside`` are the other words that
    are said of it. ``is_order``: it is asked for, and not only said how it was;
    ``is_mistake``: it is said to be one. Without an ``old`` one, it is what
    stands there before the same word."""

    old: str
    new: str
    beside: tuple[str, ...] = ()
    is_order: bool = False
    is_mistake: bool = False


_FORMS = r"""
Q: [“”\"«»'‘’]?
POLITE: (?:please|pls|plz|plese|kindly|just|can|cd|could|cud|would|wud|will|you|u|ye|tae|to|it|so|
  and|then|hi|ok|okay|oh|och|sorry|soz|coach|is it possible|instead|rather|i'd|like|prefer|want|
  i (?:want|wid like|would|wud|should|need|wish|prefer|like))
LEAD: (?:<POLITE>[ ,.!:–—-]+)*
THERE: (?: in (?:it|there|that|this|both|all|all of them|each|my (?:answers?|statement|text)|the
  \ (?:answers?|statement|text))| everywhere| throughout)?
END: (?:[ ,.!–—-]+(?:please|pls|plz|plese|thanks|thank you|ta|sorry|soz|sory|lol|haha|x|xx|though|
  tho|instead|now|everywhere|throughout|then|my mistake|my bad|if you can|if possible))*\W*
IS: (?:is|was|wis|wiz|wes|were|are|should be|shud be|should have been|must be|it's|its|it is|it was|
  it wis|it should be|it shud be|i meant|i mean|should say|should read)
IT: (?:(?:it|that|this|there|they|we|he|she|i)(?:'s|s|'d)?(?: <IS>)?)
NOT: (?:not|no|nae|nut|an no|and not|an nae|rather than|instead of|as opposed to)
order: <LEAD>(?:change|chng|chnge|chaynge|cheenge|replace|swap|swop|switch|turn|correct|amend|alter)
  \ (?:the words? )?<Q>(?P<old><x>)<Q> (?:to|tae|into|intae|with|wi|by|for|4|→|->|to say|to be|to
  \ read)
  \ (?:the words? )?<Q>(?P<new><x>)<Q><THERE><END>
order: <LEAD>(?:put|pit|say|write|use|type|substitute|have|hae)
  \ (?:the words? )?<Q>(?P<new><x>)<Q>(?: in)? (?:for|instead of|instead o|in place of|in the
  \ place of|where it says|rather than|in stead of|insted of|insteid o)
  \ (?:the words? )?<Q>(?P<old><x>)<Q><THERE><END>
bare: <LEAD>(?:(?:make (?:it|that)|call (?:her|him|them)) )?<Q>(?P<new><x>)<Q> (?:instead of|
  instead o|in place of|in the place of)
  \ (?:the words? )?<Q>(?P<old><x>)<Q><THERE><END>
order: <LEAD>(?:instead of|in place of|where it says|where i (?:wrote|said|put)|for)
  \ (?:the words? )?<Q>(?P<old><x>)<Q>,? (?:please )?(?:put|pit|say|write|use|read|have|it should
  \ (?:say|be|read)|i (?:meant|mean|want))
  \ (?:the words? )?<Q>(?P<new><x>)<Q><THERE><END>
order: <LEAD><Q>(?P<old><x>)<Q> (?:should|shud|must|has to|ought to|is meant to|was meant to|is
  \ supposed to|was supposed to|needs to) (?:be|say|read|have been|hae been) <Q>(?P<new><x>)<Q><END>
order: <LEAD><Q>(?P<old><x>)<Q> (?:(?:to|needs to|has to|should|must|can|could) )?(?:be|get)
  \ (?:changed|replaced|swapped|switched|turned) (?:to|into|with|by|for) <Q>(?P<new><x>)<Q><END>
order: <LEAD>(?:don't|dont|dinna|dinnae|do not|never) (?:have|hae|put|pit|use|say|write|call
  \ (?:him|her|them)) <Q>(?P<old><x>)<Q>(?: in(?: it| there| this)?)?,? (?:just |instead |and |but
  \ )*(?:say|put|pit|write|use|call (?:him|her|them)) <Q>(?P<new><x>)<Q><THERE><END>
order: <LEAD>(?:take|tak|get|leave|cut) <Q>(?P<old><x>)<Q> (?:out|oot|off),? (?:and |an |n )?(?:put|
  pit|say|write|use) <Q>(?P<new><x>)<Q>(?: in(?: (?:its|her|his|their|the) (?:place|stead))?)?<END>
wrong: <LEAD>(?P<said><x>),?[ .;–—-]+(?:i|ah) (?:got|had|wrote|typed|put) (?:that|it|this)
  \ (?:wrong|rong|wrang)<END>
not: (?P<said>(?:<y>)?)<NOT> (?:the )?<Q>(?P<old><x>)<Q><END>
not: (?:<IT> )?(?:wasn't|wasnt|wisnae|wisna|wasnae|wis nae|was not|was no|isn't|isnt|not|is not|
  wasna) (?P<old><x>)[ ,;.–—-]+(?:(?:but|it|it's|its|that|was|wis|is|it was|i mean|i meant)
  \ )*(?P<said><x>)<END>
not: (?:<y> )?i (?:wrote|rote|said|put|pit|typed|told(?: you)?|write) (?P<old><x>)[ ,;.–—-]+
  (?:(?:but|when|and|it|that|really|actually|correct) ){0,3}<IS> (?P<said><x>)(?: only)?<END>
not: (?P<said><x>)[ ,;–—-]+i (?:wrote|said|put|typed) (?P<old><x>)<END>
"""
_WORDS = r"(?:[^\s]+ ){0,5}?[^\s]+?"
_EACH = [
    (kind, lazy(pattern)) for kind, pattern in patterns_in(_FORMS, x=_WORDS, y=r"[^\n]{1,140}?\W+")
]

_MISTAKE = lazy(
    r"\b(?:mistake\w*|mistak|correction|sorry|soz|sry|oops|whoops|oopsie|typo|wrong|rong|wrang|error|"
    r"i mean|i meant|ah meant|actually|should (?:be|say|read|have been)|i (?:wrote|put|typed))\b"
)
"""It is said to be a mistake."""

_LEADS = lazy(
    r"^(?:(?:my mistake|my bad|(?:i |ah |we )?(?:made|make|did) (?:a |an |wan )?(?:mistake|error)|"
    r"mistake|correction|sorry|soz|sry|oops|whoops|typo|wrong|no|naw|wait|oh|och|ah|actually|hang "
    r"on|i mean|i meant|ah meant|(?:i|ah) (?:said|wrote|typed)|on reflection|in fact|"
    r"that (?:is|was) wrong|i got (?:that|it) wrong|(?:it |that )?should (?:be|say)|but|so|and|"
    r"just|the)\W+)+"
    r"|^\W+"
)
_IS = lazy(
    r"^(?:(?:it|that|this|there|they)(?:'s|s)?\W+)?(?:(?:is|was|wis|wiz|were|are|should be|s)\W+)?"
    r"(?:really |actually |only )?"
)


_EACH_TIME = lazy(
    r"(?:\W+(?:in |for )?(?:all of (?:them|it)|each time|every time|everywhere|throughout))+\W*$",
    re.IGNORECASE,
)
"""“change shaz to my pal, all of them”: it goes for all in any case."""


@lru_cache(maxsize=64)  # what was said before is asked about at every turn
def other_words(text: str) -> tuple[OtherWords, ...]:
    """Return the ways in which a message says that words shall stand for others, none for none."""
    if len(text) > LETTERS:
        return ()
    text = _EACH_TIME.sub("", text.strip())
    plain = small(text)
    if len(plain) != len(text) or "\n" in plain or not 1 < len(plain.split()) <= LONGEST:
        return ()
    return tuple(dict.fromkeys(_read(text, plain)))


def _read(text: str, plain: str) -> Iterator[OtherWords]:
    for kind, pattern in _EACH:
        found = pattern.fullmatch(plain)
        if not found or (kind != "wrong" and _is_nothing(found["old"])):
            continue
        if kind == "wrong":
            yield from _of_a_kind(text[slice(*found.span("said"))])
            continue
        old = text[slice(*found.span("old"))].strip(_SIGNS)
        if kind != "not":
            new = text[slice(*found.span("new"))].strip(_SIGNS)
            if kind == "order" or not _tells(new):
                yield OtherWords(old, new, is_order=True)
            continue
        is_mistake = _MISTAKE.search(plain) is not None
        begin, end = found.span("said")
        for new, beside in _meant(text[begin:end], old):
            yield OtherWords(old, new, beside, is_mistake=is_mistake)


_SIGNS = " .,;:!?–—-“”\"'‘’«»()"
_NOTHING = word_list(
    "i ah we he she they you it that this them these those him her me us all everything my mine a "
    "the"
)


def _of_a_kind(said: str) -> Iterator[OtherWords]:
    """Yield what is told where it is only said what is right: “forty minutes, I got that wrong”."""
    words = words_of(said)
    for at, (one, then) in enumerate(pairwise(words)):
        if kind_of(one.plain):
            new = said[one.start : then.end]
            beside = _but(words, at, at + 2)
            yield OtherWords("", new, beside, is_mistake=True)


def _tells(new: str) -> bool:
    """Whether it begins as an act does: “used a stand aid instead of a hoist” orders nothing."""
    first = next(iter(words_of(new)), None)
    return first is None or first.plain in WHO or is_done(first.plain)


def _is_nothing(old: str) -> bool:
    return set(old.split()) <= _NOTHING


def _meant(said: str, old: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield which words of what is said shall stand for the old ones, and those beside them."""
    for begins in (_LEADS, _IS):
        found = begins.match(small(said))
        said = said[found.end() :] if found else said
    said = said.strip(_SIGNS)
    words, of_old = words_of(said), [each.plain for each in words_of(old)]
    if not words:
        return
    kind = next(iter([kind_of(each) for each in of_old if kind_of(each)]), "")
    if len(words) == len(of_old) and (
        not kind or any(kind_of(each.plain) == kind for each in words)
    ):
        yield said, ()
        return
    if kind:
        for at in (at for at, each in enumerate(words) if kind_of(each.plain) == kind):
            span = _alike(words, at, of_old, kind)
            if span:
                yield _typed(said, words[span[0] : span[1]]), _but(words, *span)
    elif len(words) <= MOST:
        yield said, ()


def _alike(words: Sequence[Word], at: int, of_old: list[str], kind: str) -> tuple[int, int] | None:
    """Return the words that stand as the old ones do about the one of their kind."""
    place = next(n for n, each in enumerate(of_old) if kind_of(each) == kind)
    begin, end = at - place, at - place + len(of_old)
    if begin >= 0 and end <= len(words):
        same = zip(of_old, words[begin:end], strict=True)
        if all(old == new.plain or n == place for n, (old, new) in enumerate(same)):
            return begin, end
    return (at, at + 1) if len(of_old) == 1 else None


def _but(words: Sequence[Word], begin: int, end: int) -> tuple[str, ...]:
    return tuple(each.plain for each in (*words[:begin], *words[end:]) if each.plain not in _EMPTY)


_EMPTY = word_list("""
    it was wis is the a an in on at of to were are that there we i he she they and but so be been
    this for had have has
""")


def _typed(text: str, words: Sequence[Word]) -> str:
    return text[words[0].start : words[-1].end]


_KINDS = {
    "month": word_list("""
        january february march april may june july august september october november december jan
        feb mar apr jun jul aug sep sept oct nov dec
    """),
    "day": word_list("""
        monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays
        thursdays fridays saturdays sundays mon tue tues wed weds thu thur thurs fri sat sun
    """),
    "number": word_list("""
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
        hundred once twice thrice half wan twa fower sevin twinty
    """),
    "time": word_list("morning mornings afternoon evening evenings night nights noon midnight"),
    "season": word_list("spring summer autumn winter"),
}
_NUMBER = lazy(r"[£]?\d[\d.,:]*(?:am|pm|th|st|nd|rd|%|hrs?|mins?|wks?)?")


@lru_cache(maxsize=256)  # each word of a message is asked about for each way to read it
def kind_of(word: str) -> str:
    """Return what a word counts or dates, "" for nothing: of two such of a kind one may be meant
    for the other."""
    plain = in_one_voice(word).casefold()
    for kind, known in _KINDS.items():
        if plain in known or word in known:
            return kind
    parts = re.split("[-–]", plain)
    is_number = _NUMBER.fullmatch(plain) or (len(parts) > 1 and _KINDS["number"].issuperset(parts))
    return "number" if is_number else ""


def counts(words: str) -> bool:
    """Return whether one of some words counts or dates."""
    return any(kind_of(each.plain) for each in words_of(words))
