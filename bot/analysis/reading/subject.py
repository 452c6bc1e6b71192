"""Who or what a clause begins with as its subject, as far as its first words show it.

“The boiler packed in” is nobody's act, and “two girls phoned in sick” is not the learner's own,
although both are told with verbs of doing. A table of words alone cannot know that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from bot.analysis.reading.lexicon import word_list
from bot.analysis.reading.people import is_person
from bot.analysis.reading.verbs import is_done, is_verb
from bot.analysis.reading.words import Word

Subject = Literal["self", "person", "thing"]

_OPENING = word_list(
    "so and an but then well ok okay aye yes now noo also next anyway basically first firstly "
    "suddenly last one that this the day night morning week weekend month year on in at by sunday "
    "monday tuesday wednesday thursday friday saturday time back shift yesterday today recently "
    "january february march april june july august september october november december spring "
    "summer autumn winter christmas easter "
    "once before after because cos when while as if since where"
)
"""Words that may stand before a subject: “but then last week …”."""

_SELF = word_list("i ah i'd i've i'm i'll ah'd ah'm ah've we we'd we've we're im ive")
_SELF_FIRST = word_list("me us wi id")
"""The same where a clause begins so: “me and the cook”."""

_PERSON = word_list(
    "een yin "
    "she he they she'd he'd they'd she's he's they're somebody someone nobody naebody everybody "
    "everyone awbody a'body folk people staff"
)
_THING = word_list("it it'd there there's it's")
_BEFORE_NOUN = word_list(
    "the a an my ma our oor wir his her their one two twa three four five six seven eight another "
    "some both each every half most all other others"
)
_HAPPENS = word_list(
    "packed broke breaks broken died stopped started kept came went ran fell failed blew burst "
    "flooded leaked froze crashed jammed arrived turned had has hud lay sat looked needed got was "
    "wis were wur is are wasn't weren't isn't"
)
"""Verbs that tell what a thing did by itself, or how it was."""

_OBJECT = word_list("the him her them it ma my oor our us this that ilka every")
"""What a verb has after it that is no noun: “a check | the belts”."""

_IT_IS = word_list("it it's its")
"""“It's me that rings round.”"""

_IS = word_list("was wis were wur is are wasn't weren't isn't got")

MOST_NOUN = 3
"""Words that a noun may have before its verb: “the wee lift door”."""


_ON = word_list("and an n & ,")
"""After these a verb goes on with the subject before it: “the senior came in and rang round”."""


def subjects_of(text: str, clauses: Sequence[Sequence[Word]]) -> Iterator[Subject | None]:
    """Yield the subject of each clause of a text. What follows an *and* is done by the same
    person."""
    before, end = None, 0
    for words in clauses:
        plain = [word.plain for word in words]
        subject = "person" if _takes_own(plain) else subject_of(plain)
        if subject is None and before == "person":
            gap = text[end : words[0].start].casefold().split()
            goes_on = bool(gap) and all(each.strip(",") in _ON or each == "," for each in gap)
            if (goes_on and is_done(plain[0])) or plain[0] in _OF_A_PERSON:
                subject = before
        yield subject
        before, end = subject, words[-1].end


def subject_of(words: Sequence[str]) -> Subject | None:
    """Return the subject of a clause by its words in small letters, None where they do not show it.

    A clause in which the learner stands as well (“the lad I phoned”) is theirs.
    """
    is_me = "me" in words[1:3] and words[0] in _IT_IS
    if is_me or not _SELF.isdisjoint(words):
        return "self"
    place = next((n for n, word in enumerate(words) if _may_be(words, n)), None)
    if place is None:
        return None
    word, after = words[place], words[place + 1 :]
    if word in _SELF_FIRST or (word == "a" and _is_scots_i(after)):
        return "self"  # “a telt her”
    if word in _PERSON:
        return "person"
    if word in _THING:
        return "thing"
    found = _by_noun(after) if word in _BEFORE_NOUN else None
    most = 1 if is_verb(word) else 2  # “sickness calls came in” and “asked the lads”
    return found or (None if word in _OPENING else _by_noun(words[place:], most))


_OF_A_PERSON = word_list("slept smiled smild laughed giggled grinned nodded woke relaxed")
"""What the person does whom the sentence before was about, where it stands there who that is."""

_HAS, _EATS = word_list("had hud has"), word_list("ate eat eats aet drank drinks")
_OWN = word_list("her his their thair")
_TAKEN = word_list(
    "tea dinner lunch breakfast supper soup tablets tablet pills meds medication bath shower wash "
    "nap "
    "sleep drink juice porridge toast piece cuppa pudding food meal meals birthday visit hair nails"
)


def _takes_own(words: Sequence[str]) -> bool:
    """Whether it is somebody's own that is taken, whoever is left out: “had her tea”. Who writes
    has “my tea”."""
    first, second = words[:1], words[1:2]
    if not second or second[0] not in _OWN:
        return False
    is_had = first[0] in _HAS and not _TAKEN.isdisjoint(words[2:4])
    return first[0] in _EATS or (is_had and not any(each.endswith("ed") for each in words[3:5]))


def _is_scots_i(after: Sequence[str]) -> bool:
    """Whether “a” is who acts, by the words after it: “a check the lift”."""
    if not after or is_person(after[0]) or any(map(is_person, after[1:2])):
        return False
    return is_verb(after[0]) or (len(after) > 1 and after[1] in _OBJECT)


def _may_be(words: Sequence[str], place: int) -> bool:
    """Whether a subject may begin at a word: it opens nothing, or a noun with its verb follows."""
    word = words[place]
    return word not in _OPENING or (
        word in _BEFORE_NOUN and _by_noun(words[place + 1 :]) is not None
    )


def _by_noun(words: Sequence[str], most: int = MOST_NOUN) -> Subject | None:
    """Return what a noun of at most so many words is that a verb follows: “of the residents kept
    going out”. Without a word before it a longer one is a verb and its object: “asked the lads”."""
    for place, word in enumerate(words[: most + 1]):
        if place < most and is_person(word):
            return "person" if len(words) > place + 1 else None
        if place and word in _HAPPENS:
            return None if _is_passive(words[place:]) else "thing"
    return None


def _is_passive(words: Sequence[str]) -> bool:
    """Whether something was done by somebody: “was agreed in advance”."""
    return words[0] in _IS and any(each.endswith(("ed", "en", "wn", "ne")) for each in words[1:3])
