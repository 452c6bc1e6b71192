"""A first sentence that only says where the next words go: “One addition for leadership, if it is
not too late. I wrote …”, “should of said in the first bit theres only two of us”.

It has no word in it but those with which people speak of the form, and one that points there. Each
word is a letter here, so that what makes a label can be said in a pattern of a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.patterns import lazy
from bot.analysis.reading.lexicon import Lexicon
from bot.analysis.reading.places import Place
from bot.analysis.reading.words import words_of

MOST = 40
"""Words of the longest such sentence."""

FIRST_SENTENCE = 240
"""Characters in which the first sentence must name a step."""

_LETTERS = Lexicon("""
n: not isn't isnt isnae never wasn't wasnae wasnt rather instead
f: add adding addition append put pit puttin pittin stick pop bung chuck include insert mention say
   says tell write file said wrote told written goes belongs belong fits go
   return returning concerns
g: forgot forgoat forget forgotten missed meant mean should shoulda shouldve should've omitted
   minded mind remembered noticed
a: more mair another anither extra
p: for fur fer under in into intae to tae on oan with wi about aboot at beside
   regard regards regarding respect concerning relation
j: that how but so cos coz cus because cause and an then
o: o n keep keeping save take taking find outcome result ending clear others question's
   a the this that's thats it it's its one's yin's head heid these those here heres here's there
   theres there's one ones yin wan een ane 1 thing things something somethin summat summit somehin
   anything anythin bit bits part pairt parts piece section heading headings headins question
   questions qu box page form list answer answers anser label story point note line lines word
   words mine i i'll ill i'd id i've ive i'm im am ah ah'll ah've ah'd ahll ahve ahm ah'm my ma me
   myself we let lets let's you you'll youll your ye yer yous u is was wis are be been being would
   wid wud will wull shall could can cud may might must do dae doing daein gone going gaun
   gonna come comes coming have hae has had got get getting puts writing telling tellin answering
   answered start starting begin beginning skip skippin skipping jump jumping move moving turn
   turning deal
   dealing stay use using give gie giving leave leaving want wanted wantin need needs like think
   thinking thought know ken kent meant see seen saw read reading understand ask asks
   asked asking of o from by until till ahead forward forwards doon down up over above below
   next now noo first furst last second secund third thurd fourth other ither same or if while as
   when since where after efter before afore no yes aye ok okay right rite well oh och ach hi hello
   hiya sorry please pls plz thanks thank coach wait hang haud hold actually really maybe mibbe
   perhaps just jist still already later late also again back too further
   moment minute sec wee quick quickly once all aw
   it'll best better easier which what whit wot whats what's permission kindly possible left
   out oot outside side wise bottom top end folk people others staff known finish finished done
   order remark remarks alright allowed wrong place wrang oops eh em er bear pal hen mate of
   separately previous earlier following follows having
""")
"""Words with which people speak of the form and of what they will write, by what they do there."""

_ENDS = lazy(r"[.!:\n;…–—=)➡👉👇]|(?<!\w)-|-(?!\w)")

_SIGNS = ((lazy(r"[?]"), "q"), (_ENDS, "e"), (lazy(r","), "c"))

_TOLD = lazy(r"\b(?:i|we|ah|a|she|he|they|who|you) (?:put|pit|said|told|wrote|go|mind|mean)$")
"""“I put it in the first box.” What was done is no order, and nothing that was left out."""

_NOT_MEANT = lazy(r"\b(?:not|no|isn'?t|isnae|nae|never|rather than|instead of)(?: \w+){0,2}? ?$")
_WHEN = lazy(r"\b(?:before|afore|after|efter|once|until|till|done with|finished with?)\b[^.,:;]*$")
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
    return "".join(next(iter(_LETTERS.names_of(each.plain)), "x") for each in words_of(text))


def _tells(letters: str) -> bool:
    told = letters.count("x")
    return told >= TELLING or (told > 0 and len(letters) >= SENTENCE)


TELLING = 2
"""Words that are none of the form, from which on something is told."""

SENTENCE = 4
"""Words of a sentence that tells something with one: “it was a Sunday”."""

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
    if word in ("out", "oot") and plain[:end].endswith(f"left {word}"):
        return "g"
    letter = next(iter(_LETTERS.names_of(word)), "x")
    return "o" if letter in "fg" and _TOLD.search(plain[max(0, end - 12) : end]) else letter


_ENDS_PLAINLY = re.compile(r"(?P<lead>[ofgapjcP]{0,16})H(?P<tail>[ofgapjnctP]{0,16})(?P<sign>[eq])")
_ENDS_IN_COMMA = re.compile(r"(?P<lead>[ofgapjcP]{0,16})H(?P<tail>[ofgapjPt]{0,12})c")
_FILED_IN = re.compile(r"[ofgapjc]{0,12}f[ofgapj]{0,6}po{0,2}H")
_LEFT_OUT_OF = re.compile(r"[ofgapjc]{0,12}g[ofgapj]{0,6}po{0,2}H")
_THEN_LEFT_OUT = re.compile(r"[ofgapjc]{0,8}Hc?(?:o?g|f(?=j))")
_THEN_FILED = re.compile(r"[ofgapjc]{0,12}H[oj]{1,4}f[o]{0,2}p[oj]{1,2}(?=[oxc])")
_COMES_FIRST = re.compile(r"[ofgapjcP]{1,16}Ht")
_AND_SO = re.compile(r"[oagpj]{1,10}Hj")
_FOR = re.compile(r"po{0,2}$")
_TOPIC_FIRST = re.compile(r"[ox]{1,4}[ceq]j?po?H[ce]")


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
        _before_sign(letters, place, is_for=is_for)
        or _before_comma(letters, here, place, lead, is_for=is_for)
        or _run_on(letters, here, place, lead)
    )


def _before_sign(letters: str, place: Place, *, is_for: bool) -> int:
    """“For the first one. Two wheelchairs as well.”"""
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
    is_label = not said.isdisjoint("fg") or ("a" in said and (is_for or place.plain))
    is_label = is_label or (is_for and _THIS_IS.search(lead) is not None)
    is_label = is_label or (place.plain and (is_for or (place.called and here <= SHORT)))
    return found.end() * is_label


def _run_on(letters: str, here: int, place: Place, lead: str) -> int:
    """“Should of said in the first bit theres only two of us.”"""
    to_here = (_FILED_IN, _THEN_LEFT_OUT, *([_LEFT_OUT_OF] if place.plain else []))
    if any(sign.match(letters) for sign in to_here):
        return here + 1
    if found := _THEN_FILED.match(letters):
        return found.end()
    is_first = (place.name or place.called) and _COMES_FIRST.match(letters)
    is_this = place.plain and place.called and _THIS_IS.search(lead) and _AND_SO.match(letters)
    is_topic = place.plain and place.name and _TOPIC_FIRST.match(letters)
    return here + 2 if is_first or is_this or is_topic else 0


SHORT = 5
"""Words before “the leadership bit, …” that are few enough for no sentence."""

_IN = lazy(r"\b(?:in|into|intae|at|on|oan|with|wi|about|aboot|beside) (?:the |my |ma )?$")
