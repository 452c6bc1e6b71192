"""Where one thing that a learner tells ends and the next begins.

What is quoted back is never cut in the middle, so a text is parted only where it must be: at stops
and lines, then, only in what is still too long to quote, at weaker and weaker joints (a comma, *and
then*, *so*, *because*, a new subject without any sign). A list ("pads, gloves and milk") stays one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.analysis.patterns import lazy
from bot.analysis.reading.lexicon import word_list
from bot.analysis.reading.words import Word, words_of

LEAST, MOST = 3, 14
"""Words of a clause that can be quoted."""

SHORT = 8
"""Words up to which a sentence is one clause, whatever joints it has."""

LABEL = 6
"""Words before a colon that make a label (*the leadership bit:*), a clause of its own."""

MOST_CLAUSES = 60
"""Clauses of one message that are read. A page of full stops must not cost a second."""

_ASCII = r"[!?;]+|\.{2,}|\.(?=\s|$|[A-Z\"])|\n+|\s-+\s"
_STOP = lazy(_ASCII)
_ANY_STOP = lazy(
    _ASCII + r"|\.(?=“)|…|\s[–—]+\s|—|"
    "[\u2600-\u27bf\u2b50\u2b55\U0001f000-\U0001faff\ufe0f\u200d]+"
)
"""Ends a clause surely. A full stop inside “8.40” does not."""

_ASIDE = lazy(r"\((?:[^\s()]+\s+){2,}[^\s()]+(?:\)|$)")
"""Words in brackets that are a thought of their own: “(she said ok)”, and no “(£20)”."""

_SUBJECTS = word_list("""
    i i'm i'd i've i'll im ive ill ah ah'm ah've ah'd a'm we we'd we've we're they they're theyre
    he he's hes she she's shes it it's its that's thats there's theres nobody everybody you
""")
_JOINTS = word_list("""
    so but because cos coz cause then when wen while whilst until till til after before since if
    as an and n & which although though where
""")
_LINKING = word_list("""
    and an n & then so but
""")
_DONE = word_list("""
    went got told telt tellt rang made put pit took tuk asked said sed gave gied wrote rote did
    had let kept kep set sat stood showed showd brought brocht found fun came cam ran sent held
    began left built split cut spoke met bought taught thought saw knew read red drove moved
""")
_HOLD = word_list("""
    that what whit who how why if when where which whether than like as because cos and an but so
    or the a an of to for with by from till until before after since said says say told tell telt
    see saw know ken knew think thought mean sure make made let help what's every all had did do
    does was were is are can could would will should have has no not
""")
"""After these a subject begins no new clause: it belongs to what they opened."""

_TURNS = _JOINTS - _LINKING
_WEAK = word_list("so but then")
_BEGINS = _SUBJECTS | _JOINTS | _LINKING | _WEAK
"""Words that a clause can begin with, beside what looks like something done."""

_ANDS = word_list("and an n")
_AFTER_IT = word_list("""
    is was wis isn't wasn't wasnae went got had took did never just would could will has made
    meant turned stopped worked came cam ran helped looked wasnt isnt all
""")
_AFTER, _LOOKS = word_list("after efter"), word_list("look looks looked looking lookin")
"""“The man who looks after it” is one clause."""
_NOW = word_list("""
    now noo then after efter since
""")
_WHEN = word_list("every each")
_A_TIME = word_list("""
    evening evenings morning mornings night nights day days week weeks month time shift o'clock
    monday tuesday wednesday thursday friday saturday sunday one two three four five six seven
    eight nine ten eleven twelve noon teatime lunchtime bedtime
""")
"""What a subject may follow without a new clause: “every evening at five we walk”."""

_SMALL = word_list("just jist jus only simply")
"""After a subject these make small what was done: “I dont manage I just plan my run”."""

_NO_JOINT = _HOLD | _LINKING | _NOW

_SHED = word_list("""
    and an so but n ok okay right rite well oh also aye yeah yes anyway like
""")
"""What a clause may lose at its beginning when it is quoted."""


_SHED_OF_LONG = frozenset(
    (("after", "that"), ("efter", "that"), ("after", "this"), ("at", "first"))
)

_TRAILS = word_list("""
    at on oan in by from fae frae before afore after until till so because cos every each outside
    near when while
""")
_NO_END = (
    _TRAILS
    | _ANDS
    | _HOLD
    | word_list("""
    my ma his her their our o not to tae for fur wi into think saw find found hear heard asked
    show showed refused stopped plainly
""")
)

WHOLE = 6
"""Words that are left at least of a clause that is too long, when its end is not quoted."""

LONGEST = 20
"""Words up to which a clause is quoted whole, rather than cut."""


@dataclass(frozen=True, slots=True)
class Quote:
    """How much of a clause is said back: up to where in the text, and how many words."""

    end: int
    words: int


def end_of_quote(plain: Sequence[str]) -> int:
    """Return how many words of a clause make a quote: all, or up to where one that is too long
    only tells when or where ("put the turns of all of us | on the back of the door")."""
    if len(plain) <= LONGEST:
        return len(plain)
    for end in range(LONGEST, WHOLE - 1, -1):
        if plain[end] in _TRAILS and plain[end - 1] not in _NO_END:
            return end
    return len(plain)


@dataclass(frozen=True, slots=True)
class Span:
    """Where something stands in a text: its first character, and the one after its last."""

    start: int
    end: int


def clauses(text: str) -> tuple[Span, ...]:
    """Return the clauses of a text in their order, without signs around them."""
    return tuple(Span(words[0].start, words[-1].end) for words in clause_words(text))


@lru_cache(maxsize=4)  # more than one reader of a message begins with them
def clause_words(text: str) -> tuple[Sequence[Word], ...]:
    """Return the words of each clause of a text."""
    found = list[Sequence[Word]]()
    for sentence in _sentences(text, words_of(text)):
        if len(sentence) <= SHORT:
            found.append(sentence)
            continue
        joints = [_joint(text, sentence, number) for number in range(len(sentence))]
        found += [sentence[begin:end] for begin, end in _parted(joints, 0, len(sentence))]
        if len(found) >= MOST_CLAUSES:
            break
    return tuple([kept for each in found[:MOST_CLAUSES] if (kept := _shed(each))])


def _sentences(text: str, words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Part at sure stops."""
    pattern = _STOP if text.isascii() else _ANY_STOP
    stops = [found.start() for found in pattern.finditer(text)]
    if "(" in text:
        ends = (each for found in _ASIDE.finditer(text) for each in found.span())
        stops = sorted([*stops, *ends])
    begin, place = 0, 0
    for number, word in enumerate(words):
        gap = text[words[number - 1].end : word.start] if number else ""
        crossed = ":" in gap and number - begin <= LABEL
        while place < len(stops) and stops[place] < word.start:
            crossed, place = True, place + 1
        if crossed and number > begin:
            yield words[begin:number]
            begin = number
    if begin < len(words):
        yield words[begin:]


def _parted(joints: Sequence[int], begin: int, end: int) -> list[tuple[int, int]]:
    """Part what is too long at the strongest joint that leaves whole clauses on both sides."""
    length = end - begin
    for strength, longest in ((4, SHORT), (3, SHORT), (2, MOST), (1, MOST)):
        if length <= longest:
            continue
        inside = range(begin + LEAST, end - 1)
        cuts = [place for place in inside if joints[place] >= strength]
        if cuts:
            middle = begin + length / 2
            cut = min(cuts, key=lambda place: abs(place - middle))
            return [*_parted(joints, begin, cut), *_parted(joints, cut, end)]
    return [(begin, end)]


def _joint(text: str, words: Sequence[Word], number: int) -> int:
    """Return how surely a clause begins at a word: 0 for not, 4 for nearly always."""
    if not 0 < number < len(words) - 1 or _is_between(words, number):
        return 0
    word, comma = words[number].plain, "," in text[words[number - 1].end : words[number].start]
    ends = word == "since" and "," in text[words[number].end : words[number + 1].start]
    may_begin = (word in _BEGINS or is_done(word)) and not ends  # “each week since, and …”
    return _strength(words, number, comma=comma) if may_begin else int(comma)


def _is_between(words: Sequence[Word], number: int) -> bool:
    """Whether a word joins two ends: “between eight and ten”, “the same words as us”."""
    word = words[number].plain
    if word != "as" and word not in _ANDS:
        return False
    before = {each.plain for each in words[max(0, number - BETWEEN) : number]}
    return (word in _ANDS and "between" in before) or (word == "as" and not before.isdisjoint(_AS))


BETWEEN = 3
"""Words before *and* among which *between* stands, and before *as* among which *same* does."""

_AS = frozenset(("such", "same", "as", "so"))


def _strength(words: Sequence[Word], number: int, *, comma: bool) -> int:
    """Return the same for a word that a clause can begin with."""
    before, word, following = words[number - 1], words[number].plain, words[number + 1].plain
    opens = (word in _SUBJECTS and word != "it") or is_done(word)
    opens = opens or (word == "it" and following in _AFTER_IT)
    linked = word in _LINKING and (
        following in _SUBJECTS or following in _NOW | _WHEN or is_done(following)
    )
    if comma:
        return 4 if opens or linked or word in _TURNS else 2 if word in _LINKING else 1
    if linked and before.plain not in _LINKING:
        return 3
    if before.plain in _NO_JOINT or (word in _AFTER and before.plain in _LOOKS):
        return 0
    return _weak_joint(words, number, opens=opens)


def _weak_joint(words: Sequence[Word], number: int, *, opens: bool) -> int:
    """Return how surely a clause begins at a word that no comma and no linking word marks."""
    before, word, following = words[number - 1], words[number].plain, words[number + 1].plain
    if word in _TURNS or word in _WEAK:
        return 3 if word == "then" and following in _SUBJECTS else 2
    is_article = word == "an" and following[0] in "aeiouh"  # “half an hour” is no Scots “and”
    by_itself = word in _ANDS and not is_article and number < len(words) - LEAST
    opens = opens and word in _SUBJECTS and before.plain not in _A_TIME
    if opens and following in _SMALL and number > LEAST - 1:
        return 3
    return int(number > LEAST and (by_itself or opens))


def is_done(word: str) -> bool:
    """Return whether a word looks like something done: *rang*, *checked*, *stertit*."""
    return word in _DONE or (
        len(word) > 4 and word.endswith(("ed", "it")) and word[-3] not in "aeu"
    )


def _shed(words: Sequence[Word]) -> Sequence[Word]:
    """Drop what only joins a clause to the one before it; “after that” of one too long to quote."""
    while len(words) > LEAST and words[0].plain in _SHED:
        words = words[1:]
    if len(words) > MOST and (words[0].plain, words[1].plain) in _SHED_OF_LONG:
        return words[2:]
    return words
