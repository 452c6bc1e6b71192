"""Whether somebody objects to what their words were called: “why do u call it that”, “thats not
what i did”, “how is that looking ahead?”.

What they were called is handed in: a name that nobody gave cannot be objected to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from bot.analysis.patterns import lazy
from bot.analysis.reading.lexicon import word_list
from bot.analysis.reading.words import heard_words, words_of

Objection = Literal["why", "no", "flat", "said"]
"""It is asked why it is called so; it is said that it is not, or flatly that it was not so; or what
was said back of their words is denied."""

MOST = 16
"""Words of the longest objection."""

MOST_FLAT = 32
"""The same of one that says how it was instead."""

_STEM = 4
"""Letters by which words of a name are known again: “planning”, “planned”."""

_LITTLE = word_list("""
    that what with when work people others other thing things goes does make making clear have them
    they each some than this from more done part time sure want first need
""")
"""Words of a name that say nothing of it."""

_BOTH_SIDES = word_list("management managing manager leadership leading leader led")

_SKILLS = word_list("plan orga supp insp moti help trus chec cont dire lead mana")
"""How words begin by which people call a skill: who was called after one may name another."""

_OPENS = (
    r"^(?:(?:no|nah|naw|nope|na|well|but|hmm+|eh|eh\?|er|um|och|ach|sorry|wait|aye|yes|ok|so|and|"
    r"hang on|actually|honestly|i think|i mean|i don'?t think|i dinnae think|dinnae think|"
    r"not sure|im not sure|i'?m not sure) )*"
)

_YOU = r"(?:you|u|ye|ya|yous|yer)"
_NAMING = r"(?:say|sayin|saying|said|call|calling|callin|called|name|naming|think|thought)"
_IT = r"(?:it|that|this|thats|that's|its|it's)"
_NOT = r"(?:isn'?t|is not|isnae|is no|wasn'?t|was not|wasnae|wisnae|was no|ain'?t|not|no|nae)"

_WHY = lazy(
    rf"{_OPENS}(?:why|how come|how|whit wey|fit wey|hoo|what makes|what made|whit makes|where)\b"
    rf"(?: (?:do|dae|did|would|are|have|d'|can|could))* {_YOU} (?:\w+ )?{_NAMING} {_IT}(?P<rest>.*)"
    rf"|{_OPENS}(?:why|how come|how|how's|hows|why's|whys|where) (?:is |was )?{_IT}(?: called)?"
    r"(?P<name>(?: \w+)+)$"
    rf"|{_OPENS}(?:what|whit|wot) (?:do |did |d'|are )?{_YOU} mean(?:ing)?(?: by)?"
    r"(?P<meant>(?: \w+)+)$"
    rf"|{_OPENS}(?:(?:i|ah) (?:do not|don'?t) (?:understand|get)(?: it| that)? )?"
    r"(?:what|whit|wot|wat) (?:is|does|was)(?: (?:to|it|this|that|meant by|mean))*"
    r"(?P<what>(?: \w+){1,7}?)(?: (?:mean|means))?(?P<then> (?:i|ah|we|am|he|she|they)\b.*)?$"
)

_DENIES = lazy(
    rf"{_OPENS}(?:{_IT}(?: is| was|'s)? ?{_NOT}|not|isn'?t|isnae|wasn'?t|wasnae)"
    r"(?: (?:really|even|exactly|quite|at all))*"
    r"(?: (?P<flat>(?:what|whit|wot|wat) (?:i|we|ah|he|she) (?:did|done|dae|do|meant|mean|ment|was|"
    r"wis|were|said|sed|wrote|put)|how it (?:was|wis|went|happened)|it|that|right|true|so))?"
    r"(?P<rest>.*)"
)
_FLATLY = lazy(
    rf"{_OPENS}(?:{_IT}(?: is| was|'s)? ?{_NOT}(?: really| at all)? (?:(?:what|whit|wot|wat) "
    r"(?:i|we|ah|he|she|it|they) (?:did|done|meant|means?|ment|said|sed|wrote|put)|"
    r"what occurred|"
    r"(?:what|whit|wot|wat|how it) happened|what took place|how it (?:was|wis|went))"
    rf"|(?:i (?:fear|think|am afraid) )?{_YOU}(?:'ve| have|'re| are|r)? (?:got me |all )?"
    r"(?:wrong|wrang|misread|misunderstood|misheard|misunderstand|picked me up wrong|mistaken)"
    r"(?! (?:place|answer|bit|part|step|one)))\b(?! (?:to|on|before|used|for|when|at(?! all))\b)"
    r"(?!.*\bso (?:i|we|ah)\b)"
)
_REFUSES = lazy(
    rf"{_OPENS}(?:i|ah|we|you|u|ye) (?:wouldn'?t|would not|widnae|don'?t|dinnae|cannae|can'?t) "
    rf"(?:really )?(?:call|say|name) {_IT}\b"
    rf"|{_OPENS}(?:{_IT}(?: is| was|'s)? )?(?:wrong|rubbish|daft|silly|nonsense)$"
    rf"|{_OPENS}{_YOU}(?:'ve| have)? (?:got|took|taken|misread|misunderstood|misheard) "
    rf"{_IT}(?: wrong| up wrong| the wrong way)?$"
    rf"|{_OPENS}(?:please )?(?:stop|quit|dinnae|don'?t) (?:call|calling|name|naming) \w+"
)


_INVENTED = lazy(
    rf"\b{_YOU}(?:'ve| have)? (?:just |jist )?(?:made|making|invented|inventing) {_IT}(?: all| aw)?"
    r"(?: up)?$"
)
"""“no, she wasnt scared, you made that up”."""


def objection_in(text: str, named: Sequence[str]) -> Objection | None:
    """Return how somebody objects to what was said of their words, None where nobody does.

    ``named`` is what they were called; where it is nothing, only what needs no name objects.
    """
    words = heard_words(text)
    said = " ".join(words)
    if len(words) <= MOST_FLAT and _FLATLY.match(said):
        return "flat"
    if len(words) <= MOST and _INVENTED.search(said):
        return "flat"
    if not words or len(words) > MOST:
        return None
    if (found := _WHY.match(said)) and _is_why(found, _stems(named)):
        return "why"
    if _REFUSES.match(said):
        return "no"
    return "no" if (found := _DENIES.match(said)) and _is_no(found, _stems(named)) else None


def _is_why(found: re.Match[str], names: frozenset[str]) -> bool:
    rest = found["rest"]
    if rest is not None:
        return len(rest.split()) <= LONGEST_NAME
    if found["what"]:
        return _names_it(found["what"], names)
    if found["name"] and names:  # “how is that leadership”, of whatever was named
        return _names_it(found["name"], names | _BOTH_SIDES)
    return _names_it(found["meant"] or "", names)


LONGEST_NAME = 6
"""Words up to which “why do you say that's …” asks about a name, whichever it is."""


def _is_no(found: re.Match[str], names: frozenset[str]) -> bool:
    rest = found["rest"].split()
    if flat := found["flat"]:
        return not rest or " " in flat
    return bool(names) and _names_it(" ".join(rest[:NEAR]), names | _BOTH_SIDES | _SKILLS)


NEAR = 3
"""Words after *that is not* in which the name stands."""


def _stems(texts: Iterable[str]) -> frozenset[str]:
    words = (each.plain for text in texts for each in words_of(text))
    return frozenset(w[:_STEM] for w in words if len(w) >= _STEM and w not in _LITTLE)


def names_it(said: str, named: Sequence[str]) -> bool:
    """Return whether a word of what something was called stands in a text."""
    return _names_it(said, _stems(named))


def _names_it(said: str, names: frozenset[str]) -> bool:
    return any(word[:_STEM] in names or word in names for word in said.split())
