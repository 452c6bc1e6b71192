"""“Take out the garden party bit”, “move what I said about the tea to leadership”: what is to be
done with which of the learner's own words.

An order is short, says what is to be done, and names a piece of text: by a word such as *sentence*,
in “ ”, or by words that stand in an answer. “Take out the bins” names none, so it is told of work.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from bot.analysis.patterns import lazy
from bot.analysis.reading.about_whom import about_whom
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
_OUT = (
    r"(?:take|tak|leave|lea|get|cut|strike|cross|rub|pull) (?:(?P<what>.{1,90}?) )?(?:out|oot|off|"
    r"aff|away|awa)(?: of (?:it|that|this|my (?:answer|statement)))?(?: (?P<after>.{1,90}))?"
    r"|(?:delete|del|remove|erase|wipe|scrap|scrub|drop|lose|bin|ditch|undo|get rid of|forget|omit|"
    r"withdraw|expunge|excise) "
    r"(?P<gone>.{1,90})"
    r"|(?:(?:(?:i|ah) )?(?:don'?t|dinnae|do not|didn'?t|never) "
    r"(?:put|pit|want|need|include|have|keep) (?P<unwanted>.{1,90}?)"
    r"|(?P<misplaced>.{1,90}?) (?:should ?n[o']t|shouldnae|must ?n[o']t|"
    r"should not) (?:be|go|stand)) (?:in|there)(?: (?:it|there|that|my \w+|the \w+))?"
    r"|(?P<to_coach>.{1,60}?) (?:is|was|wis|isn'?t|isnae) (?:only |just |not |no |meant )*"
    r"(?:for|to) (?:you|ye|sssc|the badge|badge|my statement|the statement|the form)"
    r"(?:\W+(?:so )?(?:please )?(?:take|tak|leave|get|cut) (?:it|that) (?:out|oot|off))?"
)
_MOVE = (
    r"(?:move|put|pit|shift|stick|swap|file|change) (?P<moved>.{1,90}?) (?:back )?(?:to|tae|into|"
    r"intae|in|under|at|for) (?:the |ma |my )?(?P<step>\w[\w ]{2,23})"
)
_END = r"(?: (?:please|pls|plz|thanks|thank you|instead|now|noo))*\W*+$"

_ORDER = lazy(rf"{_ASKING}(?:(?P<move>{_MOVE})|(?P<out>{_OUT})){_END}")

_OTHER = lazy(
    r"^\W*(?:no\W+|naw\W+|sorry\W+)?(?:not|no) (?:that|this|it)(?: (?:one|yin|wan|bit))?\W+"
    r"(?:i (?:meant|mean) )?(?:the )?(?:other|ither|one before|first|second|last|next)\b"
    r"|^\W*(?:no\W+|naw\W+)?(?:i (?:meant|mean) )?the (?:other|ither) (?:one|yin|wan|bit)\W*$"
)

_APART = lazy(
    r"^\W*(?:no\W+|naw\W+|sorry\W+|but\W+|and\W+|oh\W+)*(?P<apart>(?:that|this|the|it)"
    r"(?: (?:very )?(?:last|end)(?: \w+)?| (?:bit|part|line|sentence|message))?) "
    r"(?:(?:was|wis|is)(?:n'?t| not| no|nae)|should ?n[o']t (?:be|have been)) "
    r"(?:a |meant (?:to be |as )?|supposed to be )*"
    r"(?:part (?:of|o) (?:it|that|this|(?:my|ma|the) (?:answer|story|statement))|"
    r"(?:my|ma|an) answer|in (?:it|there|my answer|the answer))\W*$"
)
"""“That last bit wasn't part of it.”"""

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

_JUST = lazy(
    r"^\W*+(?P<none>(?:(?:neither|none(?: of (?:them|those|it|that))?|no|naw|nah|nope|"
    r"not (?:all|everything|that|those|both)(?: of (?:it|them|that))?)\b\W*+)*)"
    r"(?P<just>(?:just|only|jist|i meant?|ah meant?)\b\W*+)?(?P<target>.{3,200}?)"
    r"(?: one| bit)?(?: please)?\W*+$"
)
"""The answer to “which one shall go?”: “Neither. Just the sentence …”."""

_TOO = lazy(
    r"^\W*+(?:(?:no|naw|and|also|oh|yes)\b\W*+)*(?P<target>.{3,90}?) "
    rf"(?:as well|too|an aw|and all|also){_END}"
)
"""One more after an order: “and the garden party as well”."""

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
    """An order to the coach: leave words out, move them to a step, or *not that one, the other*.

    Without a step words that were told before are moved to the open one.
    ``about`` are the words that the piece is told by, none for the newest; ``edge`` is the end of
    the text that is meant, where that is said; ``quote`` are the words themselves, in small
    letters.
    """

    act: Literal["out", "move", "other"]
    about: tuple[str, ...] = ()
    step: str = ""
    edge: Literal["", "first", "last"] = ""
    quote: str = ""
    every: bool = False
    """Whether all is meant that has one of the words."""


def order_in(
    text: str,
    names: StepNames,
    told: Told = lambda: "",
    *,
    which: bool = False,
    more: Callable[[], bool] = lambda: False,
) -> Order | None:
    """Return the order that a message is, None for anything else.

    ``told`` is what stands in the answers: words of it are a piece of text, whatever they are
    called. ``which``: it was asked which piece shall go. ``more``: an order came just before. What
    can be called is called only where the message may be an order.
    """
    plain = plain_text(text)
    if is_too_long(plain, told_quote(plain, told)):
        return None
    if pointed := _pointed(text, plain):
        return pointed
    if found := _ORDER.match(plain) or _ORDER.match(_REASON.sub("", plain)):
        return _order(found, names, told)
    if already := _ALREADY.match(plain):
        about = about_of(already["named"])
        return Order("move", about) if about else None
    if (one_more := _TOO.match(plain)) and (which or more()):
        target = one_more["target"]
        return Order("out") if _OTHER_ONE.search(target) else _out(target, told)
    return _which(plain, told) if which else None


_IS_IN = lazy(
    r"\b(?:is|will|does|are|did|wis) (?:that|this|it|they|those|"
    r"(?:the|ma|my) (?P<what>[\w' ]{2,40}?)) "
    r"(?:going |gonna |all |gaun )?(?:to |tae )?(?:be |go |get |put )?(?:in|on|into|intae) "
    r"(?:my|the|ma) (?:badge|statement|answer|form)\b"
)
_NAMED = lazy(r"\bthe (?P<what>[\w' ]{2,40}?) (?:bit|part|line|stuff)\b")


def asked_about(text: str) -> Order | None:
    """Return what “is that going in my badge?? the bruises bit” asks about, as if it should go."""
    plain = plain_text(text)
    found = _IS_IN.search(plain) if "?" in plain and not is_too_long(plain, "") else None
    if found is None:
        return None
    named = _NAMED.search(plain)
    return Order("out", about_of(named["what"] if named else found["what"] or ""))


def _pointed(text: str, plain: str) -> Order | None:
    """Return the order that points at the newest words, or at all about somebody; None for none."""
    if whom := about_whom(text):
        return Order("out", whom, every=True)
    if apart := _APART.match(plain):
        return Order("out", edge="" if apart["apart"] in _WHOLE else "last")
    return Order("other") if _OTHER.match(plain) else None


def _which(plain: str, told: Told) -> Order | None:
    """Return the order in an answer to the question which piece shall go."""
    just, quote = _JUST.match(plain), told_quote(plain, told)
    if just is None or not (just["none"] or just["just"] or quote):
        return None
    return _out(f"“{quote}”" if quote else just["target"], told)


def is_too_long(plain: str, quote: str) -> bool:
    """Return whether a message is longer than an order, whose quote of what was told is free."""
    if len(plain) > LONGEST_LETTERS + len(quote):
        return True
    return len(plain.split()) > LONGEST + len(quote.split())


_WHOLE = ("that", "this", "it", "that message", "this message", "the last message")
"""What names a whole message, and not the end of one."""

_OTHER_ONE = lazy(r"\b(?:other|ither) (?:one|yin|wan|bit|message)\b")


def _order(found: re.Match[str], names: StepNames, told: Told) -> Order | None:
    step = _step(found["step"], names) if found["move"] else ""
    if found["move"] and not step:
        return None
    said = ("moved", "gone", "what", "unwanted", "misplaced", "to_coach", "after")
    target = next((found[each] for each in said if found[each]), "")
    target = f"{target} {found['after']}" if found["what"] and found["after"] else target
    if found["move"] and _NEWEST.fullmatch(target):
        return Order("move", (), step)
    order = _out(target, told)
    return Order("move", order.about, step, order.edge, order.quote) if order and step else order


def _out(target: str, told: Told) -> Order | None:
    """Return the order to leave out what a few words name, None where they name no text."""
    if quote := told_quote(target, told):
        return Order("out", quote=quote)
    if edge := _EDGE.search(target):
        return Order("out", edge="first" if edge["which"] == "first" else "last")
    target = _AFTER.split(target)[0]
    about = about_of(target)
    is_text = bool(_TEXT.search(target)) or stands_in(target, told)
    return Order("out", about) if about and is_text else None


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
