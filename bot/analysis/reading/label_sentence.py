"""A first sentence that only says where the next words go: “One addition for leadership, if it is
not too late. I wrote …”, “should of said in the first bit theres only two of us”.

It has no word in it but those with which people speak of the form, and one that points there. Each
word is a letter here, so that what makes a label can be said in a pattern of a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.patterns import lazy
from bot.analysis.reading.form_words import FORM_WORDS
from bot.analysis.reading.places import NEAR, Place
from bot.analysis.reading.words import words_of

MOST = 40
"""Words of the longest such sentence."""

FIRST_SENTENCE = 240
"""Characters in which the first sentence must name a step."""

_ENDS = lazy(r"[.!:\n;…–—=)➡👉👇]|(?<!\w)-|-(?!\w)")

_SIGNS = ((lazy(r"[?]"), "q"), (_ENDS, "e"), (lazy(r","), "c"))

_TOLD = lazy(r"\b(?:i|we|ah|a|she|he|they|who) (?:put|pit|said|told|wrote|go|skip|jump|mind|mean)$")
"""“I put it in the first box.” What was done is no order, and nothing that was left out."""

_LEFT = lazy(r"\bleft (?:\w+ ){0,3}(?:out|oot)$")
_NOT_SAID = lazy(
    r"(?:never|didn'?t|didnae|havenae|haven'?t|hadn'?t) (?:\w+ )?"
    r"(?:said|say|mentioned|mention|told|tell|telt|put|pit|wrote|write)\b"
)
"""“I never said in my first answer …” It was left out."""

_NOT_MEANT = lazy(r"\b(?:not|no|isn'?t|isnae|nae|rather than|instead of)(?: \w+){0,2}? ?$")
_WHEN = lazy(
    r"\b(?:(?:before|afore|after|efter|once|until|till) (?:i|ah|we|the|my|ma|you|ye)|done with|"
    r"finished(?: with)?)\b[^.,:;]*$"
)
"""Before a step that comes later or is done: “before I tell the situation, …”."""

_SAVES = lazy(
    r"\b(?:keep|save|leave|hold) (?:\w+ ){0,3}?(?:back )?(?:for|fur|till|until)\b"
    r"|\b(?:later|tomorrow|the morra|another day)\b"
)
"""“I shall keep it for leadership then.” It comes another time."""

_NOW = lazy(r"\b(?:but|so|now|noo|here|here's|first)\b[^.:;]*$")
"""Before the step that is meant of several: “you want management but I have leadership”."""

_DOES = lazy(r"\b(?:i|we|ah|a) (?:do|dae|did|like) (?:the |my |ma |this |that )*$")
_THIS_IS = lazy(r"\b(?:this|that|it)(?:'?s| is| was| wis| goes)\b[^.,:;]*$")


@dataclass(frozen=True, slots=True)
class _Said:
    """A text as letters, each with its span, and where each place stands among them."""

    plain: str
    letters: str
    spans: Sequence[tuple[int, int]]
    at: Sequence[int]


def where_to(plain: str, places: Sequence[Place], begin: int = 0) -> tuple[Place, int] | None:
    """Return the place that is meant for what follows, and where that begins; None for none.

    ``plain`` is in small letters.
    """
    said = _as_letters(plain, places, begin)
    fit = [(at, each, end) for at, each in enumerate(places) if (end := _end(said, at, each))]
    if not fit:
        return None
    later = [e for e in fit[1:] if _NOW.search(plain[places[e[0] - 1].end : e[1].start])]
    _, place, end = (later or fit)[0]
    return place, end


def tells(text: str) -> bool:
    """Return whether a text tells something, and does not only speak of the form."""
    return _tells(_letters(text))


def is_of_form(text: str) -> bool:
    """Return whether a text has hardly a word in it but those with which people speak of the
    form."""
    return _letters(text).count("x") < TELLING


def _letters(text: str) -> str:
    return "".join(next(iter(FORM_WORDS.names_of(each.plain)), "x") for each in words_of(text))


def _tells(letters: str) -> bool:
    told = letters.count("x")
    return told >= TELLING or (told > 0 and len(letters) >= SENTENCE)


TELLING = 2
"""Words that are none of the form, from which on something is told."""

SENTENCE = 3
"""Words of a sentence that tells something with one: “its a hospice”."""

_NO_SIGNS = str.maketrans("", "", "ceq")


def _as_letters(plain: str, places: Sequence[Place], begin: int) -> _Said:
    letters, spans, at, after = "", list[tuple[int, int]](), list[int](), begin
    for word in words_of(plain):
        if word.start < begin:
            continue
        if len(spans) >= MOST:
            break
        inside = any(each.start <= word.start < each.end for each in places)
        if inside and not any(each.start == word.start for each in places):
            spans[-1] = spans[-1][0], word.end  # a further word of it
        else:
            if spans and (sign := _sign(plain[after : word.start])):
                letters += sign
                spans.append((after, word.start))
            at += [len(letters)] * inside
            is_first = letters.endswith("P") and word.plain in ("first", "furst")
            letter = "t" if is_first else _letter(plain, word.plain, word.end)
            letters += "P" if inside else letter
            spans.append((word.start, word.end))
        after = word.end
    return _Said(plain, letters, spans, at)


def _sign(between: str) -> str:
    return next((letter for sign, letter in _SIGNS if sign.search(between)), "")


def _letter(plain: str, word: str, end: int) -> str:
    if word in ("out", "oot") and _LEFT.search(plain[max(0, end - NEAR) : end]):
        return "g"
    letter = next(iter(FORM_WORDS.names_of(word)), "x")
    if _NOT_SAID.match(plain, end - len(word)):
        return "g"
    return "o" if letter in "fg" and _TOLD.search(plain[max(0, end - 12) : end]) else letter


_ONE_UNKNOWN = lazy(r"[ofgapjc]{0,12}x[ofgapjc]{0,6}H(?P<tail>[ofgapjt]{0,6})e")
_ENDS_PLAINLY = lazy(r"(?P<lead>[ofgapjcPn]{0,16})H(?P<tail>[ofgapjnctP]{0,16})(?P<sign>[eq])")
_ENDS_IN_COMMA = lazy(r"(?P<lead>[ofgapjcPn]{0,16})H(?P<tail>[ofgapjPtn]{0,12})c")
_FILED_IN = lazy(r"[ofgapjc]{0,12}f[ofgapj]{0,6}po{0,2}H")
_LEFT_OUT_OF = lazy(r"[ofgapjc]{0,12}g[ofgapj]{0,6}po{0,2}H")
_THEN_LEFT_OUT = lazy(r"[ofgapjc]{0,8}Ho?c?(?:o?g|f(?=j))")
_THEN_ADD = lazy(r"[ofgapjc]{0,8}Ho?cf")
_THEN_FILED = lazy(r"[ofgapjc]{0,12}H[oj]{1,4}f[o]{0,2}p[oj]{1,2}(?=[oxc])")
_COMES_FIRST = lazy(r"[ofgapjcP]{1,16}Ht")
_AND_SO = lazy(r"[oagpj]{1,10}Hj")
_ALL_OF_FORM = lazy(r"[ofgapjc]{0,14}")
_FOR = lazy(r"po{0,2}$")
_TOPIC_FIRST = lazy(r"[ox]{1,4}[ceq]j?po?H[ce]")


def _end(said: _Said, at: int, place: Place) -> int:
    """Return where the words begin that a sentence says to be for a place, 0 where it says none."""
    if at >= len(said.at):
        return 0
    here = said.at[at]
    letters = f"{said.letters[:here]}H{said.letters[here + 1 :]}"
    begin = said.spans[0][0]
    lead = said.plain[begin : place.start]
    if any(sign.search(lead[-60:]) for sign in (_NOT_MEANT, _WHEN, _DOES)):
        return 0
    end = _shape(letters, here, place, lead)
    if not end or _SAVES.search(said.plain[begin : said.spans[end - 1][1]]):
        return 0
    if not _tells(letters[end:].translate(_NO_SIGNS)):
        return 0
    return said.spans[end][0] if letters[end - 1] in "ceq" else said.spans[end - 1][1]


def _shape(letters: str, here: int, place: Place, lead: str) -> int:
    """Return how many letters a label has, by its shape; 0 where there is none."""
    is_for = _FOR.search(letters, 0, here) is not None
    is_for = is_for and (place.plain or not _IN.search(lead))
    return (
        _before_sign(letters, place, lead, is_for=is_for)
        or _before_comma(letters, here, place, lead, is_for=is_for)
        or _run_on(letters, here, place, lead)
    )


def _before_sign(letters: str, place: Place, lead: str, *, is_for: bool) -> int:
    """“For the first one. Two wheelchairs as well.” One word may be unknown, if nobody does it."""
    is_sure = is_for and place.plain and not _DONE.search(lead)
    if is_sure and (one := _ONE_UNKNOWN.match(letters)):
        return one.end()
    found = _ENDS_PLAINLY.match(letters)
    if not found:
        return 0
    said = {*found["lead"], *found["tail"]}
    is_label = not said.isdisjoint("fg")
    if found["sign"] == "e":  # “Leadership? Me?” is none
        is_named = letters[:2] == "He" or place.called or not said.isdisjoint("ap")
        is_label = is_label or is_for or (place.plain and is_named)
    return found.end() * is_label


def _before_comma(letters: str, here: int, place: Place, lead: str, *, is_for: bool) -> int:
    """“For my management answer, the tail lift is checked.”"""
    found = _ENDS_IN_COMMA.match(letters)
    if not found:
        return 0
    said = {*found["lead"], *found["tail"]}
    is_more = "a" in said or (_SOMETHING.search(lead) and not _STOOD.search(lead))
    is_label = not said.isdisjoint("fg") or (is_more and (is_for or place.plain))
    is_label = is_label or (is_for and _THIS_IS.search(lead) is not None)
    is_label = is_label or (place.plain and (is_for or (place.called and here <= SHORT)))
    return found.end() * is_label


def _run_on(letters: str, here: int, place: Place, lead: str) -> int:
    """“Should of said in the first bit theres only two of us.”"""
    to_here = (_FILED_IN, _THEN_LEFT_OUT, *([_LEFT_OUT_OF, _THEN_ADD] if place.plain else []))
    if any(sign.match(letters) for sign in to_here):
        return here + 1
    if place.plain and place.name and _AS_FOR.match(lead):
        return here + 1
    if place.wise and _ALL_OF_FORM.fullmatch(letters, 0, here):
        return here + 1
    if found := _THEN_FILED.match(letters):
        return found.end()
    is_first = (place.name or place.called) and _COMES_FIRST.match(letters)
    is_this = place.plain and place.called and _THIS_IS.search(lead) and _AND_SO.match(letters)
    is_topic = place.plain and place.name and _TOPIC_FIRST.match(letters)
    return here + 2 if is_first or is_this or is_topic else 0


_DONE = lazy(
    r"\b(?:i|we|ah|a|he|she|they|you|it|who) (?!am\b|was\b|have\b)\w+|\b\w{3,}(?:ed|ing)\b"
)
"""“They voted for management.” That tells of somebody."""

_SOMETHING = lazy(
    r"\b(?:one|wan|yin|things?|something|summit|somethin|bit|word|note|line|point|detail) "
    r"(?:about|aboot|on|for|fur|to|from|in|under) (?:the |my |ma )?$"
)
"""“A quick one about the situation, …”"""

_STOOD = lazy(r"\b(?:was|wis|were|had|got|gave|left|wrote|made|took)\b")
"""“There was a note about the last one, so I checked.”"""

_AS_FOR = lazy(
    r"^\W*(?:(?:and|so|now|well|but|also)\W+)*(?:in terms of|when it comes to|as for|as regards|"
    r"regarding|concerning|on the subject of|speaking of|with regards? to) $"
)

SHORT = 5
"""Words before “the leadership bit, …” that are few enough for no sentence."""

_IN = lazy(r"\b(?:in|into|intae|at|beside) (?:the |my |ma )?$")
