"""Whether a message tells that the writer did something about it: told somebody, or mended it.

“She told the nurse” and “told us not to ring the doctor” are no doing of the writer's.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from bot.analysis.reading.harm_features import Line
from bot.analysis.reading.harm_vocabulary import HarmVocabulary, Signs

NO_ONE = 2
"""Words after one of telling among which it stands that nobody was told, or nothing."""

TO_NO_ONE = 6
"""The same of “to nobody”: “I have spoken of this to no one”."""

HELD_BACK = frozenset(
    {"refrained", "refrain", "hesitated", "hesitate", "hesitant", "reluctant", "delayed", "omitted"}
)
"""Words by which it is said with no “not” that a thing was left undone: “I have refrained from
informing my manager”."""

WRITTEN = frozenset({"written", "write", "notes"})
"""Words by which something is reported, too: “I have not written it up”."""

SAID = frozenset({"say", "says", "said", "saying", "mention", "mentioned", "ask", "asked"})
NOTHING = frozenset(
    {"nothing", "nuthin", "nothin", "nowt", "owt", "anything", "anythin", "anyone", "anybody"}
    | {"nobody", "naebody", "onybody", "onything", "word"}
)
"""“I never said who” tells of no silence, and “I never said nothing” does."""

MINE = frozenset({"i", "we", "am"})
"""Words by which people say that they did it; “am” is how some of them write “I'm”."""

OTHERS = frozenset({"he", "she", "they", "who", "you"})

AUXILIARIES = frozenset({"have", "had", "did", "do", "was", "were", "would", "could", "and", "or"})
"""Words before “I” over which a “never” reaches: “never have I told”; not “never mind I told”."""

NOT_DONE = frozenset(
    {"if", "do", "will", "would", "should", "shall", "could", "might", "may", "can", "must", "need"}
    | {"going", "gonna", "gonnae", "want", "wanted", "afraid", "scared", "before", "dare", "when"}
    | {"since", "because", "forgot", "forget", "forgotten", "nearly", "almost", "thought", "about"}
    | {
        "thinking",
        "think",
        "meant",
        "meaning",
        "tried",
        "trying",
        "wish",
        "wished",
        "hope",
        "hoped",
    }
    | {"plan", "planned", "supposed", "asked", "never", "wonder", "wondering", "tempted", "intend"}
    | {"ought", "refused", "without", "instead", "failed", "decided", "promised", "try", "hoping"}
)
"""Words after which nothing was told yet, or worse came of it."""

FINDS_OUT = frozenset(
    {
        "know",
        "knows",
        "knowing",
        "find",
        "finds",
        "guess",
        "guesses",
        "deduce",
        "deduces",
        "discover",
    }
    | {"discovers", "suspect", "suspects", "realise", "realises", "work", "works", "figure"}
    | {"figures", "trace", "infer", "conclude", "learn", "learns", "hears", "hear", "sees", "see"}
)
"""Words by which somebody comes to know something."""

FEARS = frozenset(
    {"afraid", "scared", "frightened", "fear", "fearful", "apprehensive", "anxious", "nervous"}
    | {
        "worry",
        "worried",
        "concerned",
        "terrified",
        "dread",
        "uneasy",
        "if",
        "would",
        "will",
        "might",
    }
    | {"could", "can", "may", "going", "wary"}
)
"""Words before them by which they do not yet."""

WENT = frozenset({"went", "had", "ran", "came", "rang", "got", "phoned", "managed"})
"""Words after which “to tell” was done."""

NOT_TOLD = frozenset({"me", "us", "him", "them", "you", "each"})
"""Who has not to know it: the writer, the person, no one."""

TOLD_HER = frozenset({"to", "not", "no", "that", "about", "she", "he", "it", "i", "we"})
"""Words after “told her” by which she is the one that it is about."""

JOINS = frozenset({"and", "n", "an"})
"""Words after which it is still the one before who does it, where nobody is named."""

BEGINS = JOINS | {"so", "then", "but", "also", "just", "straight", "away", "immediately", "after"}

NEAR = 4
"""Words before a verb in which it is denied or put off."""

LATELY = frozenset({"since", "now", "noo", "anymore", "weeks", "months"})
"""Words that tell how long something is no more."""

SINCE = 8
"""Words after “no” or “not” among which one of them stands."""

STEM = 4
"""Letters by which two words are one: “falling” and “falls”."""

SMALL = frozenset(
    {"a", "an", "the", "and", "for", "was", "is", "not", "no", "had", "has", "of", "to"}
)
"""Words that say nothing of what was wrong."""

PEOPLE = frozenset({"cared", "kin", "staff", "mate", "child", "he", "she", "they", "me", "we"})
"""Groups of words for people: who is named again is not what was wrong."""


def is_told_on(line: Line, vocabulary: HarmVocabulary, harm: int) -> bool:
    """Whether the writer told somebody who has to know: “so I rang the duty worker”.

    ``harm`` is the word at which the harm begins: what was told in an earlier sentence is not it.
    """
    return any(
        line.places[harm] - line.places[first] <= max(harm - first, 0)
        and _is_heard(line, first, last)
        and _is_mine(line, first)
        for first, last in line.tellings(vocabulary.told)
    )


def tells_somebody(line: Line, *signs: Signs) -> bool:
    """Whether it is said that anybody was told, whoever did it: not in “do I tell his mum”."""
    return any(
        not _is_put_off(line, first) and not _is_the_one(line.plain[first + 1 : first + 3])
        for first, _ in line.tellings(*signs)
    )


def is_untold(line: Line) -> bool:
    """Whether the writer says that they told nobody: “ah didnae tell naebody”, “I said nothing”."""
    return any(
        (not groups.isdisjoint({"tell", "report"}) or line.plain[i] in WRITTEN)
        and _is_mine_or_left_out(line, i)
        and not _is_sorry_to_say(line, i)
        and (_is_no_one(line, i) or (line.plain[i] not in SAID and _is_denied(line, i)))
        for i, groups in enumerate(line.groups)
    )


def _is_no_one(line: Line, verb: int) -> bool:
    """Whether nobody is told, or nothing."""
    then = line.plain[verb + 1 : verb + 1 + TO_NO_ONE]
    to = then.index("to") + 1 if "to" in then else 0
    near = (then[:NO_ONE], then[to : to + NO_ONE])
    return any(not NOTHING.isdisjoint(each) or each == ["no", "one"] for each in near)


def _is_sorry_to_say(line: Line, verb: int) -> bool:
    """Whether it was told, and should not have been: “i shouldnt have written that”."""
    return "should" in line.plain[line.clause_of(verb) : verb]


def _is_denied(line: Line, verb: int) -> bool:
    begin = max(line.clause_of(verb), verb - NEAR)
    mine = (i for i in range(verb - 1, begin, -1) if line.plain[i] in MINE - {"am"})
    begin = next((i for i in mine if line.plain[i - 1] not in AUXILIARIES), begin)
    is_held_back = not HELD_BACK.isdisjoint(line.plain[begin:verb])
    return is_held_back or "neg" in frozenset[str]().union(*line.groups[begin:verb])


def _is_mine_or_left_out(line: Line, verb: int) -> bool:
    """Whether the writer says something, or nobody is named who does: “told no one”."""
    earlier = [*_sentence(line, verb)]
    if who := _who(earlier):
        return who in MINE
    return all(PEOPLE.isdisjoint(each) for each in line.groups[verb - len(earlier) : verb])


def _is_heard(line: Line, first: int, last: int) -> bool:
    """Whether who stands after a word of telling is who is told: not in “told her the nurse …”."""
    then = line.plain[first + 1 : first + 2]
    is_hers = then == ["her"] and last > first + 2
    return NOT_TOLD.isdisjoint(then) and not is_hers


def _is_mine(line: Line, verb: int) -> bool:
    """Whether the writer did it, and has done it. Who tells what was done and names nobody tells of
    themselves: “saw a mark, told the nurse”."""
    clause = line.clause_of(verb)
    before = line.plain[clause:verb]
    if _is_put_off(line, verb):
        return False
    earlier = [*_sentence(line, verb)]
    if "if" in earlier:
        return False
    if who := _who(before):
        return who in MINE
    is_left_out = BEGINS.issuperset(before)
    if is_left_out and JOINS.isdisjoint(before):
        return True
    return _who(earlier) in MINE or (not _who(earlier) and _begins_with_doing(line, verb, earlier))


def _is_the_one(then: list[str]) -> bool:
    """Whether it is the writer who is told, or who it is about: “told her to block him”."""
    return then[:1] == ["me"] or (then[:1] == ["her"] and not TOLD_HER.isdisjoint(then[1:]))


def _is_put_off(line: Line, verb: int) -> bool:
    """Whether what a word says is denied, asked about, or still to be done."""
    begin = max(line.clause_of(verb), verb - NEAR)
    is_aim = line.plain[max(verb - 1, 0) : verb] == ["to"] and line.plain[verb - 2] not in WENT
    is_no_doer = not NOT_DONE.isdisjoint(line.plain[begin:verb]) or _is_feared(line, verb)
    return _is_denied(line, verb) or is_aim or is_no_doer


def _is_feared(line: Line, verb: int) -> bool:
    """Whether it is but feared, or possible, that somebody finds out what a word says: “afraid that
    she would deduce it was I who reported her”."""
    earlier = [*_sentence(line, verb)]
    known = next((i for i, each in enumerate(earlier) if each in FINDS_OUT), 0)
    return not FEARS.isdisjoint(earlier[:known])


def _who(words: list[str]) -> str:
    """Return the last word that says who does something, "" for none."""
    return next((each for each in reversed(words) if each in MINE | OTHERS), "")


def _begins_with_doing(line: Line, verb: int, earlier: list[str]) -> bool:
    first = verb - len(earlier)
    return not {"my_act", "look"}.isdisjoint(line.groups[first])


FARTHEST = 80
"""Words back to which a sentence is looked through: a page without a stop is no sentence."""


def _sentence(line: Line, at: int) -> Iterator[str]:
    """Yield the words of a sentence up to one of them, in their order."""
    near = range(at - 1, max(at - 1 - FARTHEST, -1), -1)
    back = takewhile(lambda i: line.places[i + 1] - line.places[i] == 1, near)
    begin = min(back, default=at)
    yield from line.plain[begin:at]


def is_over(line: Line) -> bool:
    """Whether a message tells of long ago, a good end and nothing lately."""
    told = frozenset[str]().union(*line.groups)
    return "past" in told and "lately" not in told and not told.isdisjoint({"outcome", "pro"})


def is_mended(line: Line) -> bool:
    """Whether the writer did something, and what was wrong is no more: “he was falling out of bed,
    so I lowered it, no falls since”."""
    did = [i for i, each in enumerate(line.plain) if each in MINE]
    gone = (
        i
        for i, each in enumerate(line.groups)
        if "neg" in each and did and did[0] < i and not _is_said(line, i)
    )
    return any(
        _is_same(before, line.plain[j]) and not LATELY.isdisjoint(line.plain[i : i + SINCE])
        for i in gone
        for j in range(i + 1, min(i + 1 + NEAR, len(line.plain)))
        if PEOPLE.isdisjoint(line.groups[j])
        for before in line.plain[: did[-1]]
    )


def _is_said(line: Line, at: int) -> bool:
    """Whether somebody says so, who need not be right: “she says he does not hit her now”."""
    return any("tell" in each for each in line.groups[max(at - NEAR, 0) : at])


def _is_same(one: str, other: str) -> bool:
    if one in SMALL or len(min(one, other, key=len)) < STEM:
        return one == other and one not in SMALL
    return one[:STEM] == other[:STEM]
