"""“Move what I said about the tea to leadership”, “not that one, the other”: where words shall go.

An order is short, says what is to be done, and names a piece of text: by a word such as *sentence*,
in “ ”, or by words that stand in an answer. “Move the chairs to the hall” names none, so it is told
of work.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from bot.analysis.patterns import lazy
from bot.analysis.reading.announces import StepNames
from bot.analysis.reading.lexicon import word_list
from bot.analysis.reading.words import plain_text, words_of

LONGEST = 25
"""Words of the longest order."""

LONGEST_LETTERS = 500
"""Letters of the longest order. What has more of them in so few words is none."""

Told = Callable[[], str]
"""What was told before. It is put together only where it matters: most messages order nothing."""

_ASKING = (
    r"^\W*+(?:(?:please|pls|plz|ok|okay|no|actually|sorry|oh|wait|right|just|jist|let's|lets|and|also|"
    r"maybe|mibbe|gonnae|coach|can (?:you|ye|u|i|we)|could (?:you|ye|u|i|we)|will (?:you|ye|u)|"
    r"would (?:you|ye|u)|(?:i|ah) (?:want|need|wanna|would like|d like)(?: (?:you|ye|to|tae))*|"
    r"i'd like(?: (?:you|ye))? to)\b\W*+)*"
)
_MOVE = (
    r"(?:move|put|pit|shift|stick|swap|file|change) (?P<moved>.{1,90}?) (?:back )?(?:to|tae|into|"
    r"intae|in|under|at|for) (?:the |ma |my )?(?P<step>\w[\w ]{2,23})"
)
_END = r"(?: (?:please|pls|plz|thanks|thank you|instead|now|noo))*\W*+$"

_ORDER = lazy(rf"{_ASKING}{_MOVE}{_END}")

_OTHER = lazy(
    r"^\W*(?:no\W+|naw\W+|sorry\W+)?(?:not|no) (?:that|this|it)(?: (?:one|yin|wan|bit))?\W+"
    r"(?:i (?:meant|mean) )?(?:the )?(?:other|ither|one before|first|second|last|next)\b"
    r"|^\W*(?:no\W+|naw\W+)?(?:i (?:meant|mean) )?the (?:other|ither) (?:one|yin|wan|bit)\W*$"
)

_TEXT = lazy(
    r"\b(?:bits?|pairts?|parts?|sentences?|lines?|words?|messages?|paragraphs?|section|story|stuff|"
    r"remarks?|references?|mentions?|where|what (?:i|ah)|whit (?:i|ah)|thing (?:i|ah|about)|said|"
    r"wrote|about|aboot)\b"
)
"""One of these names a piece of text."""

_EDGE = lazy(r"\b(?P<which>last|first|final|end) (?:sentence|line|bit of it)\b")

_MARKS = lazy(r"[“”\"«»]|(?<!\w)['‘]|['’](?!\w)")
"""What stands before and after the words themselves, as somebody points at them."""

_ANY_MARK = frozenset("“”\"«»'‘’")

QUOTED = 3
"""Letters that words in “ ” must have. Of a quote in another one the longer piece is meant."""

_REASON = lazy(r"(?:,| -|\.|;) ?(?:that|it|this) (?:was|wis|is|wasnt|wasn't|isnt|isn't)\b.*$")
"""Why it shall be so, after the order: “, that was for you”."""

_AFTER = lazy(r"\b\W*,\W*(?=\w)|\W+(?:but|because|cos|coz|cause)\b")
"""What follows is a reason, or what shall stay: “… about Moira but keep that I rang the doctor”."""

_ALREADY = lazy(
    r"^\W*+(?:(?:but|sorry|no|och|well|eh)\b\W*+)*(?:"
    r"(?:it|that|they)(?:'?s|'?re| is| are) (?:all |already |in |there )*(?:what|whit) (?:i|ah) "
    r"(?:\w+ ){0,3}?(?:sent|said|wrote|told|put|gave)|(?:i|ah)(?:'ve| have)? (?:already |just )*"
    r"(?:told|sent|said|wrote|gave|put)|(?:look at|see) (?:what|whit) (?:i|ah) \w+)\b"
    r"(?: (?:you|ye|it|that|this|all|already|awready|before|earlier|at the start|in the first one|"
    r"in the first bit|above|up there))*\s*[,:-]\s*(?P<named>.{3,90}?)\W*+$"
)
"""“It's all in what I sent you already, the card and the tuesday round”."""

_NEWEST = lazy(
    r"(?:that|this|it|them|(?:that|the|my) last (?:one|bit|message|answer|yin)|"
    r"that (?:one|bit|yin))"
)
"""The words that were sent last."""

_CALLED = word_list("bit part pairt box question one yin answer section please instead")
"""What may stand behind the name of a step: “the leadership folder” is none."""

_ABOUT = word_list("""
    the a an ma my that this these those it bit bits part parts pairt sentence line word words
    message paragraph section story stuff remark reference mention where what whit thing said
    sed wrote put about aboot i ah i've of in on from with was were is are he she they his her
    him them we me to and or all whole one yin please pls plz out oot just last first again
    there when who how for at did do so
""")


@dataclass(frozen=True, slots=True)
class Order:
    """An order to move words to a step, or to take *not that one, the other*.

    Without a step words that were told before are moved to the open one.
    ``about`` are the words that the piece is told by, none for the newest; ``edge`` is the end of
    the text that is meant, where that is said; ``quote`` are the words themselves, in small
    letters.
    """

    act: Literal["move", "other"]
    about: tuple[str, ...] = ()
    step: str = ""
    edge: Literal["", "first", "last"] = ""
    quote: str = ""


def order_in(text: str, names: StepNames, told: Told = lambda: "") -> Order | None:
    """Return the order that a message is, None for anything else.

    ``told`` is what stands in the answers: words of it are a piece of text, whatever they are
    called. It is called only where the message may be an order.
    """
    plain = plain_text(text)
    if is_too_long(plain, told_quote(plain, told)):
        return None
    if _OTHER.match(plain):
        return Order("other")
    if found := _ORDER.match(plain) or _ORDER.match(_REASON.sub("", plain)):
        return _move(found, names, told)
    if already := _ALREADY.match(plain):
        about = about_of(already["named"])
        return Order("move", about) if about else None
    return None


def is_too_long(plain: str, quote: str) -> bool:
    """Return whether a message is longer than an order, whose quote of what was told is free."""
    if len(plain) > LONGEST_LETTERS + len(quote):
        return True
    return len(plain.split()) > LONGEST + len(quote.split())


def _move(found: re.Match[str], names: StepNames, told: Told) -> Order | None:
    step, target = _step(found["step"], names), found["moved"]
    if not step:
        return None
    if _NEWEST.fullmatch(target):
        return Order("move", (), step)
    if quote := told_quote(target, told):
        return Order("move", quote=quote, step=step)
    if edge := _EDGE.search(target):
        return Order("move", edge="first" if edge["which"] == "first" else "last", step=step)
    target = _AFTER.split(target)[0]
    about = about_of(target)
    is_text = bool(_TEXT.search(target)) or stands_in(target, told)
    return Order("move", about, step) if about and is_text else None


def about_of(target: str) -> tuple[str, ...]:
    """Return the words that tell which piece is meant."""
    return tuple(word.plain for word in words_of(target) if word.plain not in _ABOUT)


def told_quote(plain: str, told: Told) -> str:
    """Return what stands in “ ” in an order and in an answer too, "" for nothing."""
    if _ANY_MARK.isdisjoint(plain):
        return ""
    between = [each.strip(" .,!?") for each in _MARKS.split(plain)[1:-1]]
    known = plain_text(told()) if between else ""
    found = [each for each in between if len(each) >= QUOTED and each in known]
    return max(found, key=lambda each: len(each.split()), default="")


def stands_in(target: str, told: Told) -> bool:
    """Return whether a few words stand in an answer as they are, the article aside."""
    words = [word.plain for word in words_of(target)]
    while words and words[0] in _ARTICLES:
        words = words[1:]
    while words and words[-1] in _POLITE:
        words = words[:-1]
    if len(words) < 2:
        return False
    known = f" {' '.join(word.plain for word in words_of(told()))} "
    return f" {' '.join(words)} " in known


_ARTICLES = word_list("the a an ma my that this")
_POLITE = word_list("please pls plz thanks now instead")


def _step(said: str, names: StepNames) -> str:
    first, *others = said.split()
    if not _CALLED.issuperset(others):
        return ""
    return next((step for step, called in names.items() if first in called), "")
