"""Whether it is said that something was told before, and what: “said that already. driver.”

“I told the driver already” is told of work. So a sign alone is not believed: it is held against
what stands in the answers. Where all that is named stands there, nothing new is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.analysis.one_voice import sound_of
from bot.analysis.patterns import lazy
from bot.analysis.reading.announces import patterns_of
from bot.analysis.reading.lexicon import word_list
from bot.analysis.reading.places import StepNames
from bot.analysis.reading.spoken_of_before import goes_on_with_it
from bot.analysis.reading.words import heard_text
from bot.analysis.tokens import stems
from bot.content.models.parts import PartName

MOST = 36
"""Words of the longest message that says so."""

_JUST = r"(?:(?:already|just|literally|clearly|surely|even|actually|really|all|both|only) )*"
_I = (
    r"(?:\bi(?:'ve|'d|'m sure i(?:'ve)?| have| had| did| do| never)?"
    r"(?: (?:think|thought|believe|am sure)(?: (?:that )?i)?(?:'ve|'d| have| had)?)?|\bhaven't i) "
)
_TOLD = (
    r"(?:tell|told|say|said|write|written|wrote|put|typed?|answer(?:ed)?|cover(?:ed)?|"
    r"mention(?:ed)?|explain(?:ed)?|describe[d]?|gave|given|give|sent|list(?:ed)?|did|done|"
    r"dealt with|gone over|went over|been (?:over|through))"
)
_THIS = (
    r"(?:(?:all |both |most )?(?:of )?(?:that|this|it|so|these|those|them)"
    r"(?: (?:one|1|bit|part|question|yin))?|all|(?:the )?same(?: thing)?)"
)
_BEFORE = (
    r"(?:already|above|earlier|before|once|twice|again|up there|further up|down|"
    r"(?:at|from|in) the (?:start|beginning|first|last|top|other)\b(?: \w+)?|"
    r"in (?:(?:my|the|that|an?) )?(?:\w+ )?(?:answer|message|reply|one|bit|part|lines?|text|"
    r"paragraph)|(?:in|under|at|for) (?:(?:the|my) )?thestep|"
    r"(?:not )?(?:a|an|two|three|ten|\d+|five|one) (?:\w+ )?(?:messages?|lines?|"
    r"minutes?|mins?|questions?|answers?|seconds?|times?)(?: (?:up|ago|since|back))?|yesterday|"
    r"to you|for you|my first \w+)"
)
_END = r"(?= ?[.,;:!?…]| ?$| (?:so|lol|please|pal|hen|mate|son|dear|x+|it's|its|it was|the)\b)"

_PLAINLY = lazy(
    rf"{_I}{_JUST}(?:told|tell|gave|given|give|sent) {_JUST}you\b(?! (?:to|a|an) )"
    rf"|(?:^|[.,!?;:] ?){_JUST}(?:told|gave|sent) you\b"
    rf"|(?:^|[.,!?;:] ?|{_I}|\bthis i(?: have)? ){_JUST}{_TOLD} {_JUST}{_THIS} {_JUST}{_BEFORE}"
    rf"|(?:^|[.,!?;:] ?|{_I}){_JUST}\balready {_TOLD}\b"
    r"(?! (?:him|her|them|us|the|my|our|his|their|a|an|to|some|every)\b)"
    rf"|\bthis (?:one |question )?i(?:'ve| have)?(?: \w+)? {_TOLD} (?:\w+ )?{_BEFORE}"
    rf"|{_I}(?:have )?(?:answered|covered|mentioned|explained|described|said|written|wrote|put)"
    r" (?:about )?(?:the |my |our |who |what |how |when |that )?(?:[\w']+ ){1,4}"
    r"(?:already|above|earlier)(?= ?[.,;:!?]| ?$)"
    rf"|\b(?:i've|i have) {_JUST}(?:told|said|written|put|covered|answered) {_THIS}{_END}"
    rf"|{_I}{_JUST}(?:answered|answer) (?:this|that|it|your|the) ?(?:question|one)?{_END}"
    r"|\b(?:scroll|look|read|see|check|go) (?:back )?(?:it )?(?:up|above|back up|further up)\b"
    r"(?! (?:to|at|the|on|for|from|in|a|her|his)\b)"
    r"|\b(?:see|read|check|look at|please look) (?:above|earlier|before|"
    r"(?:my|the) (?:first|last|earlier|previous|other|one before|message)|thestep|first answer"
    r"|what i (?:said|wrote|put|sent|told you))\b"
    r"|\bi (?:would )?refer you\b|\b(?:kindly|please) refer\b"
    r"|\b(?:as|like) (?:per my|i (?:have )?(?:already )?(?:said|wrote|written|told you|put|"
    r"mentioned|explained))\b(?! to (?:him|her|them|the|my)\b)"
    r"|\b(?:said|told|wrote|answered|covered|mentioned)(?: \w+)? (?:above|earlier|up there|"
    r"in (?:my|the) (?:first|last|other|previous|second|opening) (?:\w+ )?(?:answer|message|one|"
    r"reply|part))\b"
    rf"|(?:^|{_I}){_JUST}(?:told|said|wrote|answered|explained) already\b"
    r"|\bi did (?:say|mention|tell you|write|put|explain|answer)\b(?! (?:to|with|on|in) )"
    r"|\b(?:no|nae) need to ask\b|\bwhy (?:are |do |would )?you (?:still |even )?ask\w*\b"
    r"(?=.*\bi (?:put|said|wrote|told|gave))"
    r"|\b(?:consult|go by|use|it's in|it is in|have a look at) what i "
    r"(?:said|wrote|put|sent|gave)\b"
    r"|\basked and answered\b|\bdeja vu\b|\bsee my (?:last|first|earlier|previous|answer)\b"
    r"|\byou(?:'ve| have| had| already have| already had)? (?:\w+ )?"
    r"(?:(?:that|this|it|them|have it)(?: one)?) (?:already|from me)\b|\byou have it\b"
    r"|\bhow many times(?= ?[.,!?]| ?$| do i| must i)"
    r"|\bis (?:that|it|this) not (?:it |that )?(?:\w+ )?(?:above|there|up)\b"
    r"|\b(?:done|answered|covered|said|told)\W+see\b"
    rf"|(?:^|{_I}){_JUST}(?:done|did|finished|answered|covered|gave) (?:the |my )?thestep\b"
    rf"|^{_JUST}(?:said|answered|covered|mentioned|explained|wrote|told) (?:all )?(?:that|this|it)"
    rf"(?: (?:already|all|one|before|above))*{_END}"
)
"""Signs by which the coach is told so, in one voice."""

_LIKE_IT = lazy(
    rf"(?:^|[.,!?;:] ?|{_I}){_JUST}(?:said|wrote|written|put|told|typed|covered|mentioned)"
    rf"(?: {_THIS}{_END}|(?= ?[.,!?:]| ?$))"
    rf"|{_I}{_JUST}(?:said|told|wrote|written|mentioned|spoke|spoken) (?:you )?(?:about|of)\b"
    r"|^(?:[\w']+[.,!?]? ){1,4}again\b ?[.,!?]|\bthis is (?:the |my )?(?:[\w']+ ){1,3}again\b"
    r"|\b(?:that's|it's|that is) (?:the |my )?(?:[\w']+ ){1,3}again\b"
    r"|\b(?:[\w']+'s|\w+ is|\w+ are) (?:all )?(?:already )?(?:up there|above|further up)\b"
    r"|\bwas already (?:told|said)\b|\balready (?:told|said|wrote|written|answered|there|down)\b"
    rf"|(?:^|{_I}){_JUST}(?:done|did) (?:that|this)(?: one| bit| part)?{_END}"
    r"|\b(?:it's|that's|its|thats|it is|they're) (?:all )?(?:already )?(?:up |down |written )?"
    r"(?:there|above|further up|in there)\b"
    rf"|\b(?:write|wrote|written|said|told|put) (?:this |it |that )?before\b"
)
"""Signs that are believed where all that is named beside them was told."""

_NAMES_IT = lazy(
    r"(?:^|[.,!?] ?)(?:(?:no|nah|naw|but|well) )*i (?:said|typed) (?:the |my |about )*"
    r"(?:[\w']+ ?){1,3}[.!?]*$"
)
"""“chairs!! i said chairs!!”, in a few words."""

BRIEF = 8
"""Words of the longest such message."""

_YOU_ASKED = lazy(
    r"\byou(?:'ve| have| had|'re| are| did)? (?:(?:just|now) )?(?:already ask(?:ed|ing)? me\b|"
    r"ask(?:ed|ing)? (?:me )?(?!if|whether|a question)(?:.{0,40}?"
    r"\b(?:already|again|before|twice|\w+ times)\b|(?:who|what|how|why|that)\b))"
)
"""That it was asked before: what it is about was told, where it stands there."""

_OF_OTHERS = lazy(
    r"\b(?:tell|told|sa(?:y|id) to|asked|wrote to|gave|sent|answered|explained (?:it )?to) "
    r"(?:him|her|them|everybody|everyone|each|people|staff|(?:the|my|our|his|their|a) "
    r"(?!thestep|same|one|first|last|other|question|result|who|story)\w+)\b"
)
"""Whom else something was told."""

_EMPTY = word_list("""
    a an the and or but so of to in on at by for from with as is was were be been am are it its
    it's that that's this these those there here i i'm i've i'd i'll me my mine we our you you've
    you're your he he's she she's they them him her his their who what when where how why which not
    no yes aye ok okay if than then too very just only even all any some one ones bit part thing
    things lot lots stuff same again already before above earlier up down out about over further
    do does did done doing don't didn't have has had haven't can could would will should
    told tell said say write wrote written put typed answer answered answers asked ask asking
    covered mentioned explained described gave given give sent listed dealt gone went see look read
    scroll check refer please kindly sorry lol haha pal mate hen son dear god gods sake honestly
    literally clearly surely really actually thought think believe sure know mean times time many
    twice once first last second previous start beginning message messages reply respect
    question questions ago since deja vu how's per thestep under
    consult furnished
    whole story yourself already still now sake oh och well right hang listen mind want need get
    got end result results way bits while forget remember yet another other else more also him
    two three ten five four six through both back keep going thats whats
""")
"""Words that name nothing of what was told."""

LEAST = 3
"""Letters of the shortest word that names something, but for a number."""

SAME = 4
"""Letters of the shortest word that is known by its sound or its beginning."""

FEW_NEW = 2
"""Words that stand in no answer, up to which a plain sign is believed all the same."""


class Pointed(NamedTuple):
    """What somebody says that they told: the words that name it, the step whose name is said, how
    plainly it is said, and whether it is said of what the coach asked, or only names it: “I said
    chairs!”."""

    words: Sequence[str]
    step: str
    is_plain: bool
    is_of_asking: bool
    only_names: bool


LETTERS = 600
"""Letters of the longest message that is looked through: a page of blanks points at nothing."""


def points_back(text: str, names: StepNames) -> Pointed | None:
    """Return what is said to have been told, None where nothing is."""
    if len(text) > LETTERS:
        return None
    heard, step = _without_step(_ID.sub("i'd", _IV.sub("i've", heard_text(text))), names)
    if heard.count(" ") >= MOST or _OF_OTHERS.search(heard) or goes_on_with_it(text):
        return None
    is_plain = _PLAINLY.search(heard) is not None
    is_of_asking = not is_plain and _YOU_ASKED.search(heard) is not None
    only_names = heard.count(" ") < BRIEF and _NAMES_IT.search(heard) is not None
    if not (is_plain or is_of_asking or only_names or _LIKE_IT.search(heard)):
        return None
    return Pointed(_names(heard), step, is_plain or is_of_asking, is_of_asking, only_names)


def names_in(text: str) -> Sequence[str]:
    """Return the words of a text that name something, as they are in one voice."""
    return _names(heard_text(text))


def _names(heard: str) -> Sequence[str]:
    said = dict.fromkeys(e.removesuffix("'s") for e in _A_WORD.findall(_AGO.sub(" ", heard)))
    return [e for e in said if e not in _EMPTY and (len(e) >= LEAST or e[0].isdigit())]


_PARTS: Sequence[tuple[re.Pattern[str], PartName]] = (
    (lazy(r"\b(?:what i did|i did|what i done)\b"), "own_act"),
    (lazy(r"\bwhy\b(?! (?:are|do|did|again|once))"), "why"),
    (lazy(r"\b(?:who|whom)\b(?! (?:are|decided|made))"), "who"),
    (lazy(r"\bhow i\b"), "how"),
    (lazy(r"\b(?:results?|what happened|how it (?:ended|went)|the end of it)\b"), "result"),
    (lazy(r"\b(?:my job|what i am|my role|where i work)\b"), "role"),
)


def part_named(text: str) -> PartName | None:
    """Return the part of an account that is spoken of: “told you what i did”."""
    heard = heard_text(text)
    return next((part for sign, part in _PARTS if sign.search(heard)), None)


_FIRST = lazy(
    r"\b(?:at|from|in) the (?:start|beginning|first)\b|\b(?:first|opening) (?:one|1|answer|message|"
    r"reply|bit|part|question|remarks?|text)\b"
)


def says_first(text: str) -> bool:
    """Return whether it is said that something stands in the first answer."""
    return _FIRST.search(heard_text(text)) is not None


def _without_step(heard: str, names: StepNames) -> tuple[str, str]:
    """Return a text with a sign in the place of the first step that it names, and that step."""
    if not names or patterns_of(names).mention.search(heard) is None:
        return heard, ""
    for step, called in names.items():
        for name in called:
            whole = rf"(?<!thestep )\b{re.escape(name)}\b(?:'s)?"
            is_word = name in _ALSO_A_WORD
            pattern = (
                rf"(?:the |my |under |in ){whole}|{whole} (?:one|bit|part)" if is_word else whole
            )
            found = re.search(pattern, heard)
            if found:
                return f"{heard[: found.start()]} thestep {heard[found.end() :]}".replace(
                    "  ", " "
                ), step
    return heard, ""


_IV = lazy(r"\biv(?= (?:done|told|said|wrote|put|answered|already|just)\b)")
_ID = lazy(r"(?<=thought )id\b")
_ALSO_A_WORD = word_list("both baith leading")
"""Names of steps that stand for something else in most texts."""

_AGO = lazy(
    r"\b(?:a|an|one|two|three|four|five|ten|\d+|few|many)(?: \w+)? (?:messages?|lines?|"
    r"minutes?|mins?|questions?|answers?|seconds?|times?)\b|\bfirst 1\b|"
    r"\b\w+ (?:remarks|reply|lines?)\b(?! of)"
)
_A_WORD: re.Pattern[str] = lazy(r"[^\W_]+(?:'[^\W_]+)*")


def is_all_told(found: Pointed, answers: str, *, tells: bool = False) -> bool:
    """Return whether what is named stands in the answers. Few other words may stand beside a sign
    that is plain, unless something is told in it (``tells``); another sign is believed only where
    nothing is, and all is known."""
    known = len(known_in(found.words, answers))
    new = len(found.words) - known
    if found.is_plain and not tells:
        return new <= min(FEW_NEW, known)
    if found.only_names and known and not new:
        return True
    return new == 0 and (found.is_plain or (bool(known or found.step) and not tells))


def known_in(words: Iterable[str], text: str) -> list[str]:
    """Return those of some words that stand in a text, in any spelling and form."""
    told = dict.fromkeys(_A_WORD.findall(heard_text(text)))
    marks = {mark for each in told for mark in _marks(each)}
    has_number = any(each[0].isdigit() for each in told)
    return [
        each
        for each in words
        if not marks.isdisjoint(_marks(each)) or (each in _NUMBERS and has_number)
    ]


_NUMBERS = word_list("number numbers figure figures amount count")
"""Words by which figures are meant."""


_WHO_DOES = lazy(r"(?:er|or)$")


def _marks(word: str) -> Iterable[str]:
    """Yield by what a word is known again: itself, its stem, its sound."""
    yield word
    if len(word) >= SAME:
        stem = stems([word])[0]
        yield f"stem {stem}"
        yield f"stem {_WHO_DOES.sub('', stem).rstrip('e')}"  # “driver”, “I drive”
        yield f"sound {sound_of(stem)}" if len(sound_of(stem)) >= LEAST else word
