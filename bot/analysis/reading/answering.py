"""Whether a few words may answer what was just asked, although they look like talk.

“so the new ones can see it” answers *why*, “the other girl copied it” answers *what then*. Without
the question before them such fragments look like chat, and a table can hardly know better.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Literal

from bot.analysis.patterns import lazy
from bot.analysis.reading.kinds import Kind
from bot.analysis.reading.lexicon import word_list
from bot.analysis.reading.modesty import is_modest
from bot.analysis.reading.people import SOMEBODY, is_person
from bot.analysis.reading.spoken_pieces import asks
from bot.analysis.reading.words import heard_words, words_of
from bot.content.models.parts import PartName

LEAST = 2
"""Words that tell something, from which on a message may answer."""

MOST = 14
"""Words from which on a message speaks for itself."""

_TO_COACH = lazy(
    r"\b(?:you|ye|ya|u|yous|yourself|your|yer|ur|bot|coach|app|chat|buttons?|questions?|badge|form|"
    r"typing|answers?|statement|delete|erase|stop|pause|next|later|brb|gtg|ttyl|sorry|thanks?|ta|"
    r"cheers|please|pls|plz|hi|hiya|hello|secs?|mins?|break|bus|these|wdym|idk|confus\w+|"
    r"grammar|spelling|english|coordinator|tutor|trainer|deadline)\b"
    r"|\bthis (?:is|one|bit|thing|will)\b|\b(?:need|got|have|has|away|going|gaun) (?:to|tae)\b"
    r"|\b(?:what|whit|whats|how) (?:do|does|is|are|should|can|next|now|many|much|long)\b"
    r"|\b(?:can|could|will|would|should|may|do|shall) i\b"
    r"|\b(?:don'?t|dinnae|never|wouldn'?t|widnae)\b.{0,24}\b(?:lead|leed|led|manage)\b"
    r"|\bim (?:no|not|so|rubbish|bad|done|back)\b"
    r"|^(?:(?:what|whit|why|how|when|where|who)(?:'?s|'?re)?|huh|eh|is (?:it|this|that|there))\b"
    r"(?! (?:she|he|they|we))"
)
"""One of these is in most of what is said to the coach and in little that is told of work."""

_FILLER = word_list("""
    dunno dont don't know dinnae ken no nae not nope naw idea clue i i'd ah suppose spose guess
    think maybe mibbe perhaps probably probly sure really just jist it that the a an is was wis be
    well aye yes yeah yep ok okay right haha lol could say cant can't of to and or so but nothing
    anything nowt same all hmm um er oh like sort kind mean said told already again enough done
    finished me good fine great
""")


_ROUND = word_list("""
    no naw nah nope yes aye yeah ok okay please pls thanks thank you but just so well oh och right
    actually then and also now noo hey coach i'd i ah a'd want to tae rather would like can could
    ye u will me us for yet here though really honestly tbh hen pal son doll mate ach jeez
""")
"""Words that may stand around what is said, and mean no more than *please*."""


def core_of(text: str) -> str:
    """Return a text in small letters without what may stand around it: “No, keep it please”."""
    said = [word.plain for word in words_of(text)]
    while said and said[0] in _ROUND:
        said = said[1:]
    while said and said[-1] in _ROUND:
        said = said[:-1]
    return " ".join(said)


_ALL = lazy(
    r"(?:both|all|each)(?: of (?:it|them|that))?|baith|(?:them|it) all|them|everything|the lot"
)


def means_all(core: str) -> bool:
    """Return whether an answer to “which one?” means all that was shown: “all of it”, “both”."""
    return _ALL.fullmatch(core) is not None


_YES = word_list("""
    yes aye yeah yep yup ok okay sure fine right so do that it please pls thanks thank you ta ye
    definitely absolutely course of i did hen pal mate son go on then for by all means that's
    correct perfect sounds good great grand lovely braw works me crack ahead exactly spot suits
    that'll why not if must like this be would could ahead just will dandy then well there
""")
_NO = word_list(
    "no naw nah nope nae thanks thank you ye ta dont do it that please pls leave hen pal"
)


def plain_answer(text: str) -> Literal["yes", "no", ""]:
    """Return whether no more is said than yes, or no: “aye, please do”, “naw thanks”."""
    heard = heard_words(text)
    said = [word.replace("'", "") for word in heard]
    if not said:
        return ""
    if _YES.issuperset(heard) and _YES_BEGIN.match(" ".join(heard)):
        return "yes"
    return "no" if _NO.issuperset(said) and said[0] in _NO_FIRST else ""


_YES_BEGIN = lazy(
    r"(?:(?:yes|aye|yeah|yep|yup|ok|okay|sure|please|do|definitely|absolutely|fine|perfect|correct|"
    r"exactly|grand|great|lovely|braw|sounds)\b(?!.*\bnot\b)"
    r"|go (?:on|for|ahead)\b(?!.*\bnot\b)|by all means|crack on|why not|of course\b(?! not)|"
    r"that's (?:right|it|good|fine|perfect|correct|grand|great)|(?:that|it) (?:sounds|works|suits)|"
    r"if you must|spot on|(?:well|so|just) (?:yes|aye|go on)|like (?:that|this))"
)
_NO_FIRST = word_list("no naw nah nope nae dont")


_BEFORE_IT = lazy(
    r"^(?:(?:(?:i|ah) (?:said|sed)|just|it'?s|it is|she'?s|he'?s|she is|he is|that'?s|a|an|the|my|"
    r"ma|our|oor) )+"
)


def bare_answer(text: str) -> str:
    """Return a text in small letters without what stands before a word or two that answer: “she's
    a resident”, “i said fine”."""
    return _BEFORE_IT.sub("", " ".join([word.plain for word in words_of(text)]))


def may_answer(words: Sequence[str]) -> bool:
    """Return whether a message tells something and speaks to nobody. Words in small letters."""
    if len(words) > MOST or _TO_COACH.search(" ".join(words)):
        return False
    return len(words) - sum(map(_FILLER.__contains__, words)) >= LEAST


def is_filler(words: Sequence[str]) -> bool:
    """Return whether nothing is said but “lol idk”."""
    return bool(words) and all(word in _FILLER or word in ("idk", "tbh", "x") for word in words)


_NOTHING = word_list("""
    nothing naething nowt none nane not nae no naw nah nope really much else a lot more to say that
    comes mind anything nobody naebody no-one one well eh just i ah can cannot can't cant think of
    have has haven't havent remember there is isn't wasn't was
""")


def says_nothing(text: str) -> bool:
    """Return whether no more is said than no, or that there is nothing: “nope”."""
    said = [word.plain for word in words_of(text)]
    begins = bool(said) and (said[0] in _NO_FIRST or not _NOTHING_FIRST.isdisjoint(said))
    return begins and len(said) <= MOST_NOTHING and _NOTHING.issuperset(said)


_NOTHING_FIRST = word_list("nothing naething nowt none nane nobody naebody not")
MOST_NOTHING = 8
"""Words of the longest message that says so."""

_NONE_FIRST = lazy(
    r"(?:(?:well|och|eh|actually|honestly|to be honest|tbh) )*(?:none|nane|nothing|naething|nowt|"
    r"nobody|naebody|no one|never|neither|nowhere|naewhere|zero)(?: (?:really|of them|at all))? "
    r"(?:it|i|ah|we|he|she|they|the|my|ma|our|oor|everybody|everyone|a'?body)\b"
    r"(?!.*\b(?:meant|mean|wrong|mistakes?|typos?|spelt|spelling|sorry)\b)"
)


def answers_none(said: str) -> bool:
    """Return whether a message begins with none, and goes on to tell: “none. i wrote it”."""
    return _NONE_FIRST.match(said) is not None


_ONESELF = word_list("""
    me myself masel mysel maself us we him her them both everybody everyone awbody a'body all
""")
_OF_LEADING = lazy(
    r"\b(?:lead\w*|led|leed\w*|managed?|managing|in charge|paid|rank)\b"
    r"|\b(?:leave|help|tell|let|give|show|annoy|bother|stop asking) me\b"
    r"|\b(?:me|us|all) (?:done|finished|away|off|back|here|again|for|noo?w?)\b"
)
_ONLY_ME = lazy(r"\b(?:just|only|jist) (?:me|us|the (?:two|twa) of us)\b")
_OWN_PEOPLE = lazy(
    r"(?<!his )(?<!her )(?<!their )(?<!the )\b(?:mums?|mam|mother|dad|father|husband|wife|man|"
    r"partner|son|daughter|sister|brother|gran|granny|granda|grandad|wean|weans|bairns?|kids)\b"
)
"""Their own people: what is said of them is no answer about work."""

MOST_WHO, MOST_ALONE = 6, 18
"""Words of the longest message that tells who it was, and that nobody else was there."""


def tells_who(text: str) -> bool:
    """Return whether a few words tell who it was: “just me”, “the senior”, “there's only me on”."""
    said = [word.plain for word in words_of(text)]
    plain = " ".join(said)
    most = MOST_ALONE if _ONLY_ME.search(plain) else MOST_WHO
    if len(said) > most or "?" in text or says_nothing(text) or is_modest(plain):
        return False
    if any(each.search(plain) for each in (_TO_COACH, _OF_LEADING, _OWN_PEOPLE)):
        return False
    return any(each in _ONESELF or each in SOMEBODY or is_person(each) for each in said)


_BESIDE_GREETING = word_list("""
    x xx xxx
    po opo ma'am maam madam mam sir hen pal son doll love dear dearie mate all there coach bot again
    everyone everybody folks team friend my to you ye yous u and the a from me
""")
"""Whom somebody greets, and what stands around it."""


def stands_beside_greeting(words: Sequence[str]) -> bool:
    """Return whether all of some words say no more than whom somebody greets."""
    return _BESIDE_GREETING.issuperset(words)


_MAY_ANSWER: frozenset[Kind] = frozenset(("evidence", "question", "bare", "talk"))
"""Kinds that so few words are taken for."""

_TELLS = frozenset(("who", "result", "own_act", "other_act"))
_SAYS = lazy(
    r"\b(?:ask\w*|sa(?:id|ys?|ying)|sed|told|telt|tell\w*|goes|shout\w*|wonder\w*|was like)\b",
    re.IGNORECASE,
)


def answers_first(kind: Kind, parts: AbstractSet[PartName], text: str) -> bool:
    """Return whether a few words before a question answer, and are not what leads to something that
    was asked at work: “I asked her. what do you want?”"""
    may_be = kind in _MAY_ANSWER and not asks(text) and not _SAYS.search(text)
    return may_be and not parts.isdisjoint(_TELLS)
