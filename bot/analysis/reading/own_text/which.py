"""Which of their own words somebody names: “the bit about X”, “everything after X”, “both”."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, cast

from bot.analysis.patterns import lazy
from bot.analysis.reading.own_text.forms import patterns_in
from bot.analysis.reading.own_text.steps_named import is_answer, step_named
from bot.analysis.reading.own_text.stretches import Size
from bot.analysis.reading.own_text.vocabulary import (
    AROUND,
    KINDS,
    LITTLE,
    MANY,
    MENTION,
    NTH,
    NUMBERS,
    POINTS,
    SAME,
    SENTENCE,
    TEXT,
    THINGS,
    WHO,
    WORD,
)
from bot.analysis.reading.places import StepNames

Reach = Literal["", "on", "after", "before"]
Unit = Literal["message", "sentence", "word"]


@dataclass(frozen=True, slots=True)
class Which:
    """Some of their words: the newest, where no more is told of them.

    ``about`` are words that they are told by, ``quote`` the words themselves in small letters,
    ``step`` the answer that is named, ``kind`` what they are for. ``edge`` is the end of an answer
    that is meant and ``count`` how many ``unit`` of it. ``reach``: not they alone, but all from
    them on, after them or before them; ``until`` is where that ends, if not at the end. ``number``
    is that in a list. ``many``: all that was spoken of; ``every``: each piece that tells of it.
    """

    about: tuple[str, ...] = ()
    quote: str = ""
    step: str = ""
    kind: str = ""
    edge: Literal["", "first", "last"] = ""
    count: int = 1
    unit: Unit = "message"
    reach: Reach = ""
    until: tuple[str, ...] = ()
    number: int = 0
    nth: int = 0
    """Which line of the open answer is meant, counted from 1: “the second line”."""
    many: bool = False
    every: bool = False
    whole: bool = False
    """Whether a whole answer is meant: “my leadership answer”, “all of my text”."""
    apart: tuple[Which, ...] = ()
    """What may be named one by one, where no piece has all of it: “the tea and the song”."""
    one: bool = False
    """Whether it is one answer, and not all of them: “my answer”, “what it says”."""
    size: Size = field(default="", compare=False)
    """How much of a sentence is said to be meant of that which its words tell."""
    is_text: bool = field(default=True, compare=False)
    """Whether it surely names a piece of text: “my song” does where it stands in one."""

    @property
    def is_newest(self) -> bool:
        """Whether no word names them."""
        named = self.about or self.quote or self.kind or self.edge or self.number or self.nth
        return not (named or self.whole)


Quotes = Mapping[str, str]
"""What stands in “ ”, by the word that is put in its place."""

_FROM = (
    r"(?:my |the |that |this |your |for the |for my )?"
    r"(?:answer|answers|statement|badge|record|text|form|"
    r"page|there|it|that)"
)
_TAIL = lazy(
    rf"(?:(?:^| )(?:out of|out|away|off|from|of|in|into|on|to|for) {_FROM})+$"
    r"|(?: (?:(?:would|will|can|could) (?:you|ye)|if you (?:can|could|would|will)))+$"
    r"|(?: (?:now|as well|too|then|also|again|instead|after all|straight away|in|out|"
    r"(?<!her )(?<!his )(?<!my )(?<!the )(?<!their )back|all|right now|at once|at all|yet))+$"
)
_AFTER = lazy(
    r"(?<!\bthat)(?<!\bwhat)(?<!\bwhere)(?<!\bhow)(?<!\bwho)(?<!\bwhen) (?:"
    r"because|since|as it|as that|so that|so it|in case|it was|it's|its not|it is not|"
    r"that's|that was|which was|if (?:you|that|it)|for you to|i don't|i do not|i didn't|i never|"
    r"i (?:shouldn't|should not|should never|wish|regret)|"
    r"before (?:she|he|they|any)|"
    r"(?:then |or |and )?(?:she|he|they|folk|people)(?:'d|'ll|d) (?:be|die|kill|know|see|"
    r"read|hate|go|never|not|lose|skin|murder|sue)\b|"
    r"(?:people|folk|they|she|he|everyone|everybody|somebody|someone|anyone|anybody|"
    r"my boss|the boss) "
    r"(?:will|would|might|could|can|may|won't|wouldn't|is|are|has|have|had|knows?|reads?)) ?.*$"
)
"""A reason that stands behind what is named."""

_NOT_ASKED = lazy(r"^i (?:didn't|don't|do not|never|did not) .*$")

_REACHES = r"""
ALL: (?:everything|all|anything|nothing|the rest|whatever|the lot|what|the bit|it all)(?: (?:that|
  which))?(?: (?:is|comes|came|follows|i (?:wrote|said|put)))?
after: <ALL> (?:after|past|following|below|behind|beyond) <y>
on: <ALL> (?:from|since|(?:starting|beginning)(?: (?:at|from|with))?) <y>(?: (?:on|onwards?|down|
  through|(?:right |all the way )?to the (?:very )?end))?
on: (?:from )?<y>(?: (?:right|all the way|straight|down|up|on|through|thru|until|till))* (?:to|
  until|till|through|thru|up to) (?:the )?(?:very )?(?:end|finish|bottom)(?: of (?:it|that|this|
  the \w+|my \w+))?
on: (?:from )?<y> (?:onwards?|and (?:all|everything|the rest|what|anything)(?: (?:that|which))?
  (?: (?:is|comes))?(?: (?:after|follows|behind|following|below))?(?: (?:it|that))?)
on: from <y> (?:to|until|till|through to|up to) (?P<until>.+)
on: from <y>(?: on| down)?
before: (?:everything|all|anything|the bit|what) (?:before|up to|until|till|above) <y>
"""
_REACH = [(reach, lazy(pattern)) for reach, pattern in patterns_in(_REACHES, y="(?P<y>.+?)")]

_BOTH = lazy(r",? (?:and|an|n|plus|also|or|nor)(?: also)? ")
_EVERY = lazy(
    r"^(?:everything|anything|whatever|what|stuff|all|(?:all|any|every)(?: (?:of|the|that|my))* "
    r"(?:\w+)|(?:the|those|these) (?:bits|parts|lines|sentences|stuff|words|things|mentions?))"
    r"(?: (?:that )?(?:i|i've|i have)(?: (?:just|ever|have))? (?:wrote|written|write|said|say|put|"
    r"typed|told(?: you| it)?|sent|mentioned)(?: down| in| here| to you)?)? "
    r"(?:about|on|of|concerning|regarding|to do with|that mentions?|mentioning|with) (?P<whom>.+)$"
)
_OWN_SAYING = lazy(
    r"^(?:what|that|where|when|the (?:bit|part|line|sentence)) (?:i|we|he|she|they|it|my|the|"
    r"this|his|her|their|our) |^(?:this|that|it|the one|something) (?:about|with|where) ",
    spared=False,
)
_WHOLE = lazy(
    r"^(?:(?:the|my|that|this|all|of|it|whole|entire|full|current|present|updated|latest|new) )*"
    r"(?:text|answers?|statement|words|wording|version|writing|draft|story|page|account|contributions?)$"
    r"|^(?:(?:all|everything|what|whatever|all that) )+(?:of )?(?:i|i've|i have)(?: have| just)? "
    r"(?:wrote|written|said|put|typed|got|told you|sent)(?: down| so far| here| to you)?$"
    r"|^(?:everything|all of it|it all|the whole (?:thing|lot|of it)|the lot)$"
    r"|^(?:what|how) (?:it|that|my \w+) (?:says?|reads?|looks?)(?: like)?$"
    r"|^how it(?:'s| is) (?:written|now|set out)$"
    r"|^(?:what is|what's) (?:left|there|in it|in)$"
)
_NUMBERED = lazy(
    r"^(?:number|no|nr|nummer|the)? ?(?P<line>(?:lines?|sentences?|bits?) (?:number )?)?#?"
    r"(?P<n>\d{1,2}|one|two|three|four|five)$"
)
_NAME_OF = lazy(
    r"^(?:the |my )?name (?:of|for) (?:the |my |our )?(?:\w+ )?(?:town|place|village|city|home|"
    r"centre|street|ward|school|nursery|hospital|unit)(?: (?:of|called|named))? "
    r"(?P<x>\w+(?: \w+)?)$"
)
"""“The name of the town Troon”: no more than that word."""
_SAID = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}


def which_in(phrase: str, names: StepNames, quotes: Quotes) -> list[Which]:
    """Return what a phrase in one voice names, none where it names no text."""
    said, phrase = phrase, _stripped(_NOT_ASKED.sub("", phrase))
    if not phrase:  # nothing but where, or “i didn't ask you to”: it is about the newest
        return (
            [] if said.startswith(("because", "since", "so ", "as ", "if ", "for ")) else [Which()]
        )
    if reached := _reached(phrase, names, quotes):
        return [reached]
    parts = [each for each in _BOTH.split(phrase) if each]
    several = [_one(_stripped(each), names, quotes) for each in parts] if len(parts) > 1 else []
    if several and all(each and (each.is_text or not each.about) for each in several):
        return [each for each in several if each]
    if found := _one(phrase, names, quotes):
        apart = tuple(each for each in several if each) if several and all(several) else ()
        return [replace(found, apart=apart)]
    return [each for each in several if each] if all(several) else []


def _stripped(phrase: str) -> str:
    before = ""
    while phrase != before:
        before, phrase = phrase, _TAIL.sub("", _AFTER.sub("", phrase)).strip()
    return phrase


def _reached(phrase: str, names: StepNames, quotes: Quotes) -> Which | None:
    for reach, pattern in _REACH:
        found = pattern.fullmatch(phrase)
        start = _one(_stripped(found["y"]), names, quotes) if found else None
        if found and start and not start.whole:
            said = found.groupdict().get("until") or ""
            end = quotes.get(said.split(" ")[-1], said).casefold()
            until = tuple(e for e in re.findall(r"[^\W_]+(?:'[^\W_]+)*", end) if e not in AROUND)
            return replace(start, reach=cast("Reach", reach), until=until, is_text=True)
    return None


BESIDE_QUOTE = 6
"""Words of the longest phrase that names a quote."""


def _one(phrase: str, names: StepNames, quotes: Quotes) -> Which | None:
    words = phrase.split()
    for each in words:
        if each in quotes:  # more beside it would be a thing that is not understood
            return Which(quote=quotes[each]) if len(words) <= BESIDE_QUOTE else None
    if not words:
        return None
    step = step_named(words, names)
    if _WHOLE.fullmatch(phrase) or (step and is_answer(words, names, step)):
        return Which(step=step, whole=True, one=bool({"answer", "it"} & set(words)))
    if found := _EVERY.fullmatch(phrase):
        whom = tuple(each for each in found["whom"].split() if each not in LITTLE - set(SAME))
        named = tuple(each for each in whom if each not in LITTLE) or whom
        return Which(about=named, step=step, every=True, size="bit") if named else None
    return _named(phrase, step) or _told(words, names, step)


def _named(phrase: str, step: str) -> Which | None:
    """Return the name of a place, “the name of the town Troon”, or a number in a list."""
    if found := _NAME_OF.fullmatch(phrase):
        return Which(about=tuple(found["x"].split()), step=step, size="word")
    if found := _NUMBERED.fullmatch(phrase):
        number = _SAID.get(found["n"]) or int(found["n"])
        return Which(nth=number) if found["line"] else Which(number=number)
    return None


def _told(words: Sequence[str], names: StepNames, step: str) -> Which | None:
    """Return the words that are told by some of them, by their end, or as the newest."""
    said = set(words)
    is_text = (
        bool(TEXT & said)
        or words[-1] in ("one", "yin")
        or words[0] in WHO
        or words[0] == "about"
        or _OWN_SAYING.match(" ".join(words)) is not None
    )
    about = tuple([each for each in words if each not in LITTLE and each not in NUMBERS])
    if not about and _OWN_SAYING.match(" ".join(words)):  # “that he has a record”
        about = tuple([each for each in words[2:] if each in THINGS])
    if step:
        about = tuple([each for each in about if each not in names[step] and each not in NTH])
    last = [each for each in words if each not in TEXT][-1:] if words[-1] in TEXT else words[-1:]
    kind = KINDS.get(last[0], "") if last else ""
    if kind == "private" and not about and TEXT & said:
        return Which(kind=kind, step=step)
    if kind not in ("", "private") and len(about) == 1 and not (kind == "name" and TEXT & said):
        return Which(kind=kind, step=step)
    nth = next((NTH[each] + 1 for each in words if each in NTH), 0)
    if nth > 1 and not set(about) - set(NTH):
        return Which(step=step, nth=nth, unit="sentence" if SENTENCE & said else "message")
    about = tuple([each for each in about if each not in ("second", "previous", "final", "end")])
    edge: Literal["", "first", "last"] = ""
    if said & {"last", "first", "final", "end", "beginning"} and not about:
        edge = "first" if said & {"first", "beginning"} else "last"
    count = next(iter([NUMBERS[each] for each in words if each in NUMBERS]), 1)
    unit: Unit = "sentence" if SENTENCE & said else "word" if WORD & said else "message"
    if edge and (unit != "message" or edge == "first" or count > 1):
        return Which(step=step, edge=edge, count=count, unit=unit)
    if about:
        return Which(about, step=step, size=size_said(words), is_text=is_text)
    many = bool(MANY & said) or "all" in said
    return Which(step=step, many=many) if step or many or POINTS & said else None


def size_said(words: Sequence[str]) -> Size:
    """Return how much is meant by what words call it, "" where they call it nothing."""
    said = set(words)
    if SENTENCE & said:
        return "all" if not said.isdisjoint(("whole", "entire", "full")) else "sentence"
    if "word" in said:
        return "word"
    if MENTION & said:
        return "mention"
    is_whole = not said.isdisjoint(("message", "messages", "paragraph", "entry"))
    is_bit = (bool(TEXT & said) and not is_whole) or _OWN_SAYING.match(" ".join(words)) is not None
    return "bit" if is_bit or words[0] in ("about", "where", "how") else ""
