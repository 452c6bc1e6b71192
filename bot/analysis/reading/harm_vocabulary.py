"""The words by which harm is read: groups that mean much the same, plain spellings, signs.

A *sign* is a short order of groups and words, such as “took .. all .. pills”. No group and no sign
means harm by itself: how much each counts is learned from labelled rows. The lists are an author's
(``frameworks/labelled/harm_words.yaml``).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import reduce
from operator import or_

from bot.analysis.letters import small
from bot.analysis.one_voice import word_in_one_voice
from bot.analysis.patterns import lazy
from bot.content.models.harm_rows import HarmWords

GAPS = {"..": 4, "...": 7}
"""How far on the next word of a sign may stand; ``NEXT`` where nothing is said."""

NEXT = 2

FAINT = "? "
"""Before a sign that often means nothing."""

FEWEST_LETTERS, FEWEST_SOUNDS, ALIKE = 6, 3, 0.8
"""A misspelt word is heard as one of a group only from this length on, and only as one that has
so much of its letters."""

MOST_WORDS_KEPT = 20_000
"""Words that are remembered. Beyond that the memory starts anew."""

_ENDINGS = {
    "n't": ("not",), "'re": ("are",), "'ve": ("have",), "'ll": ("will",), "'m": ("am",),
    "'d": ("would",), "'s": (),
}  # fmt: skip

_SOUNDS = tuple(
    (lazy(pattern), by)
    for pattern, by in (
        ("ph", "f"),
        ("c(?=[eiy])", "s"),
        ("ck|q|c", "k"),
        ("[zx]", "s"),
        (r"(.)\1+", r"\1"),
        ("(?<!^)[aeiouywh]", ""),
    )
)


@dataclass(frozen=True, slots=True)
class Word:
    """One token as typed, in plain spelling: each part with its groups and its items of signs.

    ``typed`` is the token in small letters, "" for an emoji; ``features`` are those of each part.
    """

    typed: str
    plain: tuple[str, ...]
    groups: tuple[frozenset[str], ...]
    bits: tuple[int, ...]
    features: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Sign:
    """An order of items: ``steps`` are the bit of each, and how far on from the one before.

    A sign equals itself alone: some thirty are put into a set for each message.
    """

    name: str
    sort: str
    faint: bool
    needed: int
    steps: tuple[tuple[int, int], ...]

    @property
    def first(self) -> int:
        """The bit of the item that it begins with."""
        return self.steps[0][0]


@dataclass(frozen=True, slots=True)
class Signs:
    """Signs by the bit of one of their items: most messages hold few of them.

    It is the item that the fewest signs have: “i” and “not” are in most messages and in many signs.
    """

    by_item: Mapping[int, Sequence[Sign]]
    items: int
    """All the items by which signs are looked for."""
    _kept: dict[int, Sequence[Sign]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, signs: Iterable[Sign]) -> Signs:
        """Return signs, made ready."""
        every, found = list(signs), defaultdict[int, list[Sign]](list)
        signs_with = Counter(bit for each in every for bit, _ in each.steps)
        for each in every:
            found[min((bit for bit, _ in each.steps), key=signs_with.__getitem__)].append(each)
        return cls(dict(found), reduce(or_, found, 0))

    def possible(self, words: Sequence[int]) -> list[Sign]:
        """Return the signs all of whose items are among those of some words, in no order."""
        near, kept, mine = set[Sign](), self._kept, self.items
        for items in {items & mine for items in words}:
            near.update(kept[items] if items in kept else self._near(items))
        every = reduce(or_, words, 0) if near else 0
        return [each for each in near if each.needed & every == each.needed]

    def _near(self, items: int) -> Sequence[Sign]:
        """Return the signs that are looked for where a word has these items."""
        found, left = list[Sign](), items
        while left:
            item = left & -left
            left ^= item
            found += self.by_item.get(item, ())
        if len(self._kept) >= MOST_WORDS_KEPT:
            self._kept.clear()
        self._kept[items] = found
        return found


@dataclass(frozen=True, slots=True)
class Phrase:
    """Several words that count as one: of a group, as an item of a sign, or both."""

    words: tuple[str, ...]
    group: str
    bit: int


def sound_of(word: str) -> str:
    """Return the consonants of a word as they sound: ``terified`` and ``terrified`` are alike."""
    for pattern, by in _SOUNDS:
        word = pattern.sub(by, word)
    return word


class HarmVocabulary:
    """Groups, plain spellings and signs, made ready to look up."""

    def __init__(self, words: HarmWords) -> None:
        self._plain = {
            odd: tuple(plain.split())
            for plain, odds in words.spellings.items()
            for odd in odds.split()
        }
        self._unlike = frozenset(words.unlike.split())
        self._groups = dict[str, frozenset[str]]()
        self._begins = dict[str, str]()
        self._longest = 0
        self._bits = dict[str, int]()
        self._group_bits = dict[str, int]()
        self._items = dict[str, int]()
        self._known = dict[str, Word]()
        self._names = frozenset(words.groups)
        self.phrases = dict[tuple[str, str], list[Phrase]]()
        """Phrases by their first two words."""
        for group, its in words.groups.items():
            for word in its.split():
                self._add(word, group)
        self.signs = Signs.of(
            self._sign(sort, each) for sort, every in words.signs.items() for each in every
        )
        self.ordinary = Signs.of(self._sign("", each) for each in words.ordinary)
        self.denied = Signs.of(self._sign("", each) for each in words.denied)
        self.ended = Signs.of(self._sign("", each) for each in words.ended)
        self.told = Signs.of(self._sign("", each) for each in words.told)
        self.confided = Signs.of(self._sign("", each) for each in words.confided)
        self.turning = frozenset(words.turning.split())
        self._sounds = self._by_sound()

    def words(self, typed: Iterable[str]) -> list[Word]:
        """Return what is known of tokens."""
        known = self._known
        return [known.get(each) or self.word(each) for each in typed]

    def word(self, typed: str) -> Word:
        """Return what is known of a token; each is worked out once."""
        found = self._known.get(typed)
        if found is None:
            if len(self._known) >= MOST_WORDS_KEPT:
                self._known.clear()
            found = self._known[typed] = self._read(small(typed))
        return found

    def _read(self, low: str) -> Word:
        plain = self._written_out(low)
        groups = tuple(map(self._groups_of, plain))
        bits = tuple(map(self._bits_of, plain, groups))
        features = tuple(map(_features_of, plain, groups))
        return Word(low if low[0].isalnum() else "", plain, groups, bits, features)

    def _written_out(self, typed: str) -> tuple[str, ...]:
        found: tuple[str, ...] = ()
        for each in word_in_one_voice(typed).split():
            found += self._plain_parts(each)
        return found

    def _plain_parts(self, low: str) -> tuple[str, ...]:
        bare = low.replace("'", "")
        if bare in self._plain:
            return self._plain[bare]
        if bare != low:
            for ending, parts in _ENDINGS.items():
                if low.endswith(ending) and len(low) > len(ending):
                    return (*self._plain_parts(low.removesuffix(ending)), *parts)
        dropped_g = bare.endswith("in") and len(bare) > 4 and f"{bare}g" in self._groups
        return (f"{bare}g" if dropped_g else bare,)

    def _groups_of(self, word: str) -> frozenset[str]:
        longest = min(len(word), self._longest)
        begins, found = self._begins, self._groups.get(word, frozenset[str]())
        for end in range(1, longest + 1):
            if (head := word[:end]) in begins:
                found |= {begins[head]}
        if not found and len(word) >= FEWEST_LETTERS and word not in self._unlike:
            found = self._heard_as(word)
        return found

    def _heard_as(self, word: str) -> frozenset[str]:
        for each in self._sounds.get(sound_of(word), ()):
            if each[0] == word[0] and SequenceMatcher(None, each, word).ratio() >= ALIKE:
                begun = self._begins.get(each)
                return self._groups.get(each, frozenset()) | ({begun} if begun else frozenset())
        return frozenset()

    def _bits_of(self, word: str, groups: frozenset[str]) -> int:
        found = self._bits.get(word, 0)
        for group in groups:
            found |= self._group_bits.get(group, 0)
        return found

    def _add(self, word: str, group: str) -> None:
        if word.endswith("*"):
            self._begins[word[:-1]] = group
            self._longest = max(self._longest, len(word) - 1)
        elif "_" in word:
            self._add_phrase(word.split("_"), group, 0)
        else:
            self._groups[word] = self._groups.get(word, frozenset()) | {group}

    def _add_phrase(self, words: Sequence[str], group: str, bit: int) -> None:
        plain = tuple(each for word in words for each in self._written_out(word))
        self.phrases.setdefault((plain[0], plain[1]), []).append(Phrase(plain, group, bit))

    def _sign(self, sort: str, text: str) -> Sign:
        steps, gap, needed = list[tuple[int, int]](), NEXT, 0
        for part in text.removeprefix(FAINT).split():
            if part in GAPS:
                gap = GAPS[part]
                continue
            bit = self._item(part)
            steps.append((bit, gap))
            needed |= bit
            gap = NEXT
        return Sign(f"{sort}: {text}", sort, text.startswith(FAINT), needed, tuple(steps))

    def _item(self, part: str) -> int:
        """Return the bit of an item, and note the words, phrases and groups that stand for it."""
        if part in self._items:
            return self._items[part]
        bit = self._items[part] = 1 << len(self._items)
        for each in part.split("|"):
            low = each.lower()
            words = list(self._written_out(low)) if "_" not in low else low.split("_")
            if each.isupper() and low in self._names:
                self._group_bits[low] = self._group_bits.get(low, 0) | bit
            elif len(words) > 1:
                self._add_phrase(words, "", bit)
            else:
                self._bits[words[0]] = self._bits.get(words[0], 0) | bit
        return bit

    def _by_sound(self) -> dict[str, list[str]]:
        found = dict[str, list[str]]()
        for word in (*self._groups, *self._begins):
            sound = sound_of(word)
            if len(word) >= FEWEST_LETTERS and len(sound) >= FEWEST_SOUNDS:
                found.setdefault(sound, []).append(word)
        return found


of_group = "g:{}".format
"""Returns the feature that a word of a group has."""


def _features_of(word: str, groups: frozenset[str]) -> frozenset[str]:
    return frozenset([f"w:{word}", *map(of_group, groups)])
