"""“The message about he cry, I want it in my statement”: what was kept out shall come in.

Like an order to leave something out it is short and names a piece of text: by its words, by its
number in a list, or as the one that was spoken of just now.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from bot.analysis.patterns import lazy
from bot.analysis.reading.lexicon import word_list
from bot.analysis.reading.orders import Told, about_of, is_too_long, told_quote
from bot.analysis.reading.words import plain_text, words_of

_ASK = (
    r"^[^\w#]*+(?:(?:please|pls|ok|okay|no|naw|but|and|so|actually|sorry|oh|wait|well|hey|coach|yes|"
    r"aye|can (?:you|ye|i)|could (?:you|ye)|will (?:you|ye)|just|jist|then|also)\b[^\w#]*+)*"
)
"""What may stand before an order. No mark is given up to what follows (``*+``): that could begin at
each of them, and a line of dots would cost the cube of its length."""

_END = r"(?: (?:please|pls|plz|thanks|thank you|then|now|noo|after all|again|too|as well))*\W*+$"
_WHERE = (
    r"(?: (?:it|there|that|this|(?:my|ma|the) (?:answer|statement|text|form|badge|management|"
    r"leadership|situation)(?: (?:answer|bit|part))?))?"
)
_IN = rf"(?:back )?(?:in|into|intae|tae|to be in){_WHERE}"
_I_WANT = (
    r"(?:i|ah)(?:'d| would)? (?:want|wanted|need|needed|meant|like|wid like)(?: (?:to have|to))?"
)
_MUST = (
    r"(?:should|shid|must|has to|needs to|need to|ought to|is meant to|was meant to|wis meant tae)"
)
_THAT = r"(?:that|this|it|they|them|these|which)"

_FORMS = (
    rf"(?:put|pit|add|include|get|take|pop|stick|leave) (?P<a>.{{1,120}}?) {_IN}",
    r"(?:put|pit|bring|get|take) (?P<b>.{1,120}?) back",
    rf"(?:put|pit|bring|get|take) back (?:in )?(?P<c>.{{1,120}}?)(?: {_IN})?",
    rf"(?P<d>.{{3,120}}?)\W++{_I_WANT} {_THAT} {_IN}",
    rf"{_I_WANT} (?P<e>.{{1,120}}?) {_IN}",
    r"(?:does|did|is|has) (?:it|that)(?: not)? (?:say|said|tell|got|in it)"
    r"(?: anywhere| somewhere)?(?: that)? (?P<f>.{3,120}?)\W++"
    rf"{_THAT} {_MUST}(?: (?:be|go|stand) {_IN}| be there)?",
    r"(?:where|whaur)(?:'?s| is| are| did| wis| was) (?P<g>.{3,120}?)(?: go| gone)?\W++"
    rf"{_THAT} {_MUST} (?:be|go|stand) (?:{_IN}|there)",
    rf"(?P<h>.{{3,120}}?)\W++{_THAT} {_MUST} (?:be|go|stand|stay) (?:{_IN}|there)",
    rf"(?P<i>.{{3,120}}?) {_MUST} (?:be|go|stand|stay) (?:{_IN}|there)",
    r"(?:you|ye|yous)(?:'ve| have)? (?:missed|left|forgot|kept)(?: out)? (?P<j>.{3,120}?)(?: out)?",
    r"(?P<k>.{3,150}?)\W++(?:why|how come|whit wey) (?:is|are|was|wis|isn'?t|does)?\s?"
    r"(?:it|that|they)?\s?(?:is |was )?(?:not |no )?(?:in|there|showing|shown)"
    r"(?: (?:in|there|it))?",
    r"(?:where|whaur) (?:did|is|has) (?P<l>.{3,120}?) (?:go|gone|gan)",
)
_ORDER = lazy(rf"{_ASK}(?:{'|'.join(_FORMS)}){_END}")

_NEWEST = lazy(
    rf"{_ASK}(?:(?:you|ye)(?:'ve| have)? (?:no|not|never|didn'?t) (?:put|pit|got) {_THAT} in"
    rf"|(?:put|pit|add|take|leave) (?:{_THAT}|{_THAT} one) (?:{_IN}|back|back in)"
    rf"|(?:put|pit|gie|give) (?:me )?(?:{_THAT}|{_THAT} one) back\b.{{0,60}}"
    rf"|(?:put|pit) (?:back )?in|{_I_WANT} {_THAT} {_IN}|{_THAT} {_MUST} (?:be|go) (?:{_IN}|there)"
    rf"|{_THAT} (?:was|wis|is) (?:my|ma|the|part of my|part o ma|in my) (?:answer|evidence|story))"
    rf"{_END}"
)

_NUMBERS = {name: n for n, name in enumerate(("one", "two", "three", "four", "five"), 1)}
_NUMBER = lazy(
    rf"{_ASK}(?P<verb>(?:put|pit|use|add|take|want|i want|i need)\b ?(?:back )?(?:in )?)?"
    rf"(?:number|no\.?|nr\.?|nummer|#) ?(?P<n>\d{{1,2}}|{'|'.join(_NUMBERS)})\b(?: {_IN})?{_END}"
)

_LAST_SENTENCE = lazy(r"(?<=[.!?])\s+(?=[^.!?]+[.!?]*\s*$)")

_SAID = word_list("""
    message bit part sentence i ah told telt already you ye that this what said wrote before again
    anywhere somewhere have has had not no two times now is
""")
"""Words of an order that are in no piece of what was told."""

_COMPLAINT = word_list("""
    you ye your yer yous you've ye've youve coach bot app machine thing things not no never nae
    didn't didnt dinnae don't dont doesn't isn't isnt wasn't can't why how come but so just
    even ever still does can could will would should if miss missed missing left leave forgot
    forget ignored ignore lost lose cut took take taken kept keep listen listening heard hear
    read see saw useless rubbish wrong bad stupid annoying silly angry answer answers statement
    get got go gone back now yet oh well please what's that's it's your's
""")
"""Words of a complaint that name no piece of what was told."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The piece that shall come in: the words that it is told by, the words themselves in small
    letters, its number in a list, or nothing of these for the newest that was kept out.

    ``sure`` is False where it may as well be told of work, unless something is found.
    """

    about: tuple[str, ...] = ()
    quote: str = ""
    number: int = 0
    sure: bool = False


def wanted_in(text: str, known: Told = lambda: "") -> Wanted | None:
    """Return what a message wants to have put in, None for anything else.

    ``known`` is all that was kept out: words in “ ” must stand there. It is called for them alone.
    """
    plain = plain_text(text)
    quote = told_quote(plain, known)
    if is_too_long(plain, quote):
        return None
    last = _LAST_SENTENCE.split(plain)[-1]
    if found := _NUMBER.match(plain) or _NUMBER.match(last):
        said = found["n"]
        return Wanted(number=int(_NUMBERS.get(said, said)), sure=bool(found["verb"]))
    if _NEWEST.match(plain):
        return Wanted()
    if quote:
        return Wanted(quote=quote) if _ORDER.match(plain) else None
    found = _ORDER.match(plain)
    if not found:
        return None
    target = next(each for each in found.groupdict().values() if each)
    return Wanted(tuple(word for word in about_of(target) if word not in _SAID))


def missed_in(complaint: str) -> tuple[str, ...]:
    """Return the words by which a complaint names what is missing, none where it names nothing."""
    # Whole messages are looked for here: “my story” is one of them, and no way to say “that bit”.
    words = (*about_of(complaint), *re.findall(r"\bstory\b", complaint.casefold()))
    return tuple(word for word in words if word not in _SAID and word not in _COMPLAINT)


def named_in(text: str, known: Container[str]) -> list[str]:
    """Return the words of a question that tell which words are meant: not those that ask it, which
    are ``known``, nor those that tell nothing."""
    named = [each.plain for each in words_of(text)]
    return [e for e in named if len(e) >= NAMES and e not in known and e not in _TELLS_NOTHING]


NAMES = 4
"""Letters of the shortest word by which a question names others."""

_TELLS_NOTHING = word_list("""
    about sentence line part thing thank thanks good okay that this they them what your mine have
    been will would wouldn't wouldnt want wants does doesn't dont don't bits words word still then
    where when with from only just like said told wrote here which please sorry there
""")
