"""The messages of a conversation with what is asked of them at every turn, so that none is slower
for a conversation of thousands: what stands where, how many words an answer has, who has marks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import compress, starmap, zip_longest
from operator import attrgetter, is_not
from typing import Any

from bot.domain.word_count import count_words

BETWEEN = "\n\n"
"""What stands between two messages of one answer, and between two parts."""


NOWHERE = ""
"""The step of a message that is in no answer yet."""


Parts = tuple[str, ...]
"""Parts of an account that somebody has told, in the order of their names."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a learner, exactly as typed.

    ``step`` is the step whose answer it belongs to, or ``NOWHERE``. ``aside`` means the learner
    left it out or replaced it: it is kept, and is in no statement. ``joint`` is what stands between
    the message before and this one when a client cut one paste in two; None is a new paragraph.
    ``cuts`` are spans that the learner left out. ``origin`` is the number of the message that this
    one is a part of, as the learner split it, 0 for none. ``names`` are the names that were
    replaced in it, each as a fingerprint and its marker, in the order of the decisions. ``dropped``
    is the fingerprint of words that the learner dropped, "" for none. ``passed_on`` means it is not
    known as their own: they forwarded it, or it is what the coach or the badge says. ``parts`` are
    those that it tells, None while nobody has looked.
    """

    number: int
    attempt: int
    step: str
    text: str
    at: datetime
    source: str
    aside: bool = False
    edited_at: datetime | None = None
    joint: str | None = None
    cuts: tuple[tuple[int, int], ...] = ()
    origin: int = 0
    names: tuple[tuple[str, str], ...] = ()
    dropped: str = ""
    passed_on: bool = False
    parts: Parts | None = None

    @property
    def is_dropped(self) -> bool:
        """Whether the learner dropped its words: no message is empty otherwise."""
        return not self.text

    @property
    def shown(self) -> str:
        """The text without what the learner left out of it."""
        kept, after = list[str](), 0
        for start, end in self.cuts:
            kept.append(self.text[after:start])
            after = end
        return "".join([*kept, self.text[after:]]).strip("\n") if self.cuts else self.text


def joined(messages: Iterable[Message]) -> str:
    """Messages as one text: a blank line between two, or the joint where a client cut a paste."""
    parts = list[str]()
    for message in messages:
        if parts:
            parts.append(BETWEEN if message.joint is None else message.joint)
        parts.append(message.shown)
    return "".join(parts)


def words_in(messages: Sequence[Message]) -> int:
    """Return how many words messages have as one text. Nothing counts across a blank line."""
    if all(each.joint is None for each in messages):
        return sum([count_words(each.shown) for each in messages])
    return count_words(joined(messages))


def changed_between(
    before: Sequence[Message], after: Sequence[Message]
) -> list[tuple[Message | None, Message | None]]:
    """Return each message that is another one after a turn, as it was and as it is.

    What is the same is identical: messages are frozen, and they keep their places, because only
    /forget deletes, and it deletes all. Nothing is done for each of thousands but the comparing.
    """
    pairs = [*zip_longest(before, after)]
    return [*compress(pairs, starmap(is_not, pairs))]


class Messages(list[Message]):
    """The messages of a conversation, the oldest first.

    They are looked through once, and each is asked once what it tells; what is appended or put in
    the place of another is noted. Lists that are handed out are never changed: a copy shares them.
    """

    __slots__ = ("_places", "_sources", "_special", "_tell", "_words")

    def __init__(self, messages: Iterable[Message] = ()) -> None:
        """Nothing is looked through yet."""
        super().__init__(messages)
        self._places: dict[tuple[int, str, bool], list[Message]] | None = None
        self._sources: dict[str, int] = {}
        self._special: dict[int, Message] = {}
        self._words = dict[tuple[int, str], int]()
        self._tell = dict[tuple[int, str], tuple[int, frozenset[str]]]()

    @classmethod
    def __get_pydantic_core_schema__(cls, _: object, handler: Callable[[object], Any]) -> Any:
        """Return the schema of a plain list: what is kept is checked as that."""
        return handler(list[Message])

    def copy(self) -> Messages:
        """Return a copy that can be changed without touching this one."""
        made = Messages(self)
        if self._places is not None:  # what is handed out is never changed, so it can be shared
            made._places, made._words = self._places.copy(), self._words.copy()
            made._sources, made._special = self._sources.copy(), self._special.copy()
            made._tell = self._tell.copy()
        return made

    def append(self, message: Message, /) -> None:
        """Put a message behind all others."""
        super().append(message)
        if self._places is None:
            return
        answer = (message.attempt, message.step)
        words, tell = self._words.get(answer), self._tell.get(answer)
        self._note(self._places, message)
        if tell is not None:  # it is the newest: those before it stand where they stood
            self._tell[answer] = tell
        if words is not None and not message.aside and message.joint is None:
            self._words[answer] = words + count_words(message.shown)

    def __setitem__(self, place: Any, message: Any) -> None:
        """Put a message in the place of another."""
        before = None if isinstance(place, slice) else self[place]
        super().__setitem__(place, message)
        if before is None or self._places is None:
            self._places = None
            self._words.clear()
            self._tell.clear()
            return
        self._forget(self._places, before)
        self._note(self._places, message)

    def at(self, attempt: int, step: str, *, aside: bool = False) -> Sequence[Message]:
        """Return the messages of an attempt at a step, or what was put aside there."""
        places = self._looked_through() if self._places is None else self._places
        return places.get((attempt, step, aside), ())

    def steps(self, attempt: int) -> list[str]:
        """Return the steps at which an attempt has messages, aside or not."""
        places = self._looked_through()
        return list(dict.fromkeys([at for number, at, _ in places if number == attempt]))

    def words(self, attempt: int, step: str) -> int:
        """Return how many words an answer has."""
        answer = self.at(attempt, step)
        if (attempt, step) not in self._words:
            self._words[attempt, step] = words_in(answer)
        return self._words[attempt, step]

    def tell(
        self, attempt: int, step: str, read: Callable[[Message], Iterable[str]]
    ) -> frozenset[str]:
        """Return what an answer tells. ``read`` is asked once about each message of it at which
        nobody has looked yet."""
        answer = self.at(attempt, step)
        count, parts = self._tell.get((attempt, step), (0, frozenset[str]()))
        if count < len(answer):
            newer = [
                self.tells(each, read(each)) if each.parts is None else each.parts
                for each in answer[count:]
            ]
            parts = parts.union(*newer)
            self._tell[attempt, step] = (len(answer), parts)
        return parts

    def told(
        self, attempt: int, step: str, read: Callable[[Message], Iterable[str]]
    ) -> frozenset[str]:
        """Return the same of all answers of an attempt, where no step is named."""
        steps = [step] if step else filter(None, self.steps(attempt))
        return frozenset[str]().union(*[self.tell(attempt, each, read) for each in steps])

    def tells(self, message: Message, parts: Iterable[str]) -> Parts:
        """Note what a message tells, and return it. Nothing else that is known here changes."""
        told = replace(message, parts=tuple(sorted(parts)))
        places = self._looked_through()
        super().__setitem__(message.number - 1, told)
        place = (message.attempt, message.step, message.aside)
        found = [*places[place]]
        at = bisect_left(found, message.number, key=attrgetter("number"))
        found[at], places[place] = told, found
        if message.number in self._special:
            self._special[message.number] = told
        if not message.aside and at < self._tell.get(place[:2], (0,))[0]:
            self._tell.pop(place[:2])
        return told.parts or ()

    def answers(self, attempt: int) -> dict[str, tuple[Sequence[Message], int]]:
        """Return the messages of each answer of an attempt, and how many words it has."""
        steps = [
            at for number, at, aside in self._looked_through() if number == attempt and not aside
        ]
        return {step: (self.at(attempt, step), self.words(attempt, step)) for step in steps}

    def parted(self) -> set[int]:
        """Return the numbers of the messages that live on in their parts."""
        return set(map(attrgetter("origin"), self))

    def has_source(self, source: str) -> bool:
        """Return whether a message came from there."""
        self._looked_through()
        return self._sources.get(source, 0) > 0

    def special(self) -> Iterator[Message]:
        """Yield the messages with names that were replaced, or with something left out."""
        self._looked_through()
        yield from (self._special[number] for number in sorted(self._special))

    def _looked_through(self) -> dict[tuple[int, str, bool], list[Message]]:
        if self._places is None:
            found: dict[tuple[int, str, bool], list[Message]] = defaultdict(list)
            for each in self:
                found[each.attempt, each.step, each.aside].append(each)
            self._places, self._sources = dict(found), dict(Counter(each.source for each in self))
            self._special = {each.number: each for each in self if each.names or each.cuts}
        return self._places

    def _note(self, places: dict[tuple[int, str, bool], list[Message]], message: Message) -> None:
        place = (message.attempt, message.step, message.aside)
        found = [*places.get(place, ()), message]
        if len(found) > 1 and found[-2].number > message.number:
            found.sort(key=lambda each: each.number)
        places[place] = found
        self._sources[message.source] = self._sources.get(message.source, 0) + 1
        if message.names or message.cuts:
            self._special[message.number] = message
        if not message.aside:
            self._words.pop(place[:2], None)
            self._tell.pop(place[:2], None)

    def _forget(self, places: dict[tuple[int, str, bool], list[Message]], gone: Message) -> None:
        place = (gone.attempt, gone.step, gone.aside)
        places[place] = [each for each in places[place] if each is not gone]
        self._sources[gone.source] -= 1
        self._special.pop(gone.number, None)
        if not gone.aside:
            self._words.pop(place[:2], None)
            self._tell.pop(place[:2], None)
