"""“Take out the garden party bit”, “move what I said about the tea to leadership”: what is to be
done with which of the learner's own words.

An order is short, begins with what is to be done, and names a piece of text. “Take out the bins”
names none, so it is told of work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.analysis.reading.announces import StepNames
from bot.analysis.reading.features import words_of
from bot.analysis.reading.lexicon import word_list

LONGEST = 25
"""Words of the longest order."""

STEM = 4
"""Letters at the beginning that make two words one: *party* and *parties*."""

_ASKING = (
    r"^\W*(?:(?:please|pls|plz|ok|okay|no|actually|sorry|oh|wait|right|just|jist|let's|lets|and|also|"
    r"maybe|mibbe|gonnae|coach|can (?:you|ye|u|i|we)|could (?:you|ye|u|i|we)|will (?:you|ye|u)|"
    r"would (?:you|ye|u)|(?:i|ah) (?:want|need|wanna|would like|d like)(?: (?:you|ye|to|tae))*|"
    r"i'd like(?: (?:you|ye))? to)\b\W*)*"
)
_OUT = (
    r"(?:take|tak|leave|lea|get|cut|strike|cross|rub|pull) (?:(?P<what>.{1,90}?) )?(?:out|oot|off|"
    r"aff|away|awa)(?: of (?:it|that|this|my (?:answer|statement)))?(?: (?P<after>.{1,90}))?"
    r"|(?:delete|del|remove|erase|wipe|scrap|drop|lose|bin|ditch|undo|get rid of|forget) "
    r"(?P<gone>.{1,90})"
)
_MOVE = (
    r"(?:move|put|pit|shift|stick|swap|file|change) (?P<moved>.{1,90}?) (?:back )?(?:to|tae|into|"
    r"intae|in|under|at|for) (?:the |ma |my )?(?P<step>\w[\w ]{2,23})"
)
_END = r"(?: (?:please|pls|plz|thanks|thank you|instead|now|noo))*\W*$"

_ORDER = re.compile(rf"{_ASKING}(?:(?P<move>{_MOVE})|(?P<out>{_OUT})){_END}")

_OTHER = re.compile(
    r"^\W*(?:no\W+|naw\W+|sorry\W+)?(?:not|no) (?:that|this|it)(?: (?:one|yin|wan|bit))?\W+"
    r"(?:i (?:meant|mean) )?(?:the )?(?:other|ither|one before|first|second|last|next)\b"
    r"|^\W*(?:no\W+|naw\W+)?(?:i (?:meant|mean) )?the (?:other|ither) (?:one|yin|wan|bit)\W*$"
)

_TEXT = re.compile(
    r"\b(?:bits?|pairts?|parts?|sentences?|lines?|words?|messages?|paragraphs?|section|story|stuff|"
    r"remarks?|where|what (?:i|ah)|whit (?:i|ah)|thing (?:i|ah|about)|said|wrote|about|aboot)\b"
)
"""One of these names a piece of text."""

_EDGE = re.compile(r"\b(?P<which>last|first|final|end) (?:sentence|line|bit of it)\b")

_EDGE_FIRST = re.compile(
    rf"^\W*(?:no\W+)?the (?P<which>last|first) (?:sentence|line|bit|one)\b.{{0,60}}\b"
    rf"(?:take|tak|leave|get|cut) (?:it|that) (?:out|oot|off|aff|away){_END}"
)
"""“The last line is not for SSSC, please take it out”."""

_REASON = re.compile(r"(?:,| -|\.|;) ?(?:that|it|this) (?:was|wis|is|wasnt|wasn't|isnt|isn't)\b.*$")
"""Why it shall be so, after the order: “, that was for you”."""

_NEWEST = re.compile(
    r"(?:that|this|it|them|(?:that|the|my) last (?:one|bit|message|answer|yin)|"
    r"that (?:one|bit|yin))"
)
"""The words that were sent last."""

_CALLED = word_list("bit part pairt box question one yin answer section please instead")
"""What may stand behind the name of a step: “the leadership folder” is none."""

_ABOUT = word_list("""
    the a an ma my that this these those it bit bits part parts pairt sentence line word words
    message paragraph section story stuff remark where what whit thing said sed wrote put about
    aboot i ah i've of in on from with was were is are he she they his her him them we me to and
    or all whole one yin please out oot just last first again there when who how for at did do so
""")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done: leave words out, move them to a step, or *not that one, the other*.

    ``about`` are the words that the piece is told by, none for the newest; ``edge`` is the end of
    the text that is meant, where that is said.
    """

    act: Literal["out", "move", "other"]
    about: tuple[str, ...] = ()
    step: str = ""
    edge: Literal["", "first", "last"] = ""


def order_in(text: str, names: StepNames) -> Order | None:
    """Return the order that a message is, None for anything else."""
    plain = " ".join(text.casefold().replace("’", "'").split())
    if len(plain.split()) > LONGEST:
        return None
    if _OTHER.match(plain):
        return Order("other")
    if told := _EDGE_FIRST.match(plain):
        return Order("out", edge="first" if told["which"] == "first" else "last")
    found = _ORDER.match(plain) or _ORDER.match(_REASON.sub("", plain))
    return _order(found, names) if found else None


def _order(found: re.Match[str], names: StepNames) -> Order | None:
    step = _step(found["step"], names) if found["move"] else ""
    if found["move"] and not step:
        return None
    target = found["moved"] or found["gone"] or found["what"] or found["after"] or ""
    target = f"{target} {found['after']}" if found["what"] and found["after"] else target
    act: Literal["out", "move"] = "move" if found["move"] else "out"
    if act == "move" and _NEWEST.fullmatch(target):
        return Order(act, (), step)
    if edge := _EDGE.search(target):
        return Order(act, (), step, "first" if edge["which"] == "first" else "last")
    about = tuple(word.plain for word in words_of(target) if word.plain not in _ABOUT)
    return Order(act, about, step) if about and _TEXT.search(target) else None


def best_of(pieces: Sequence[str], about: Iterable[str]) -> list[int]:
    """Return the places of the pieces that hold most of the words; none where half are missing."""
    wanted = {_stem(each) for each in about}
    scores = [len(wanted & {_stem(word.plain) for word in words_of(each)}) for each in pieces]
    most = max(scores, default=0)
    if most * 2 < len(wanted) or not most:
        return []
    return [place for place, score in enumerate(scores) if score == most]


def _stem(word: str) -> str:
    return word[:STEM] if len(word) > STEM else word.rstrip("s")


def _step(said: str, names: StepNames) -> str:
    first, *others = said.split()
    if not _CALLED.issuperset(others):
        return ""
    return next((step for step, called in names.items() if first in called), "")
