"""The coach's next words: a line that this conversation has not heard yet, filled in and counted.

One ``Chooser`` makes one reply. It keeps what makes a reply easy to hear: no sentence twice in a
conversation, a clause of theirs at most once, one question, and at most ``MOST_WORDS`` of ours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from string import Template
from typing import TypeAlias
from zlib import crc32

from bot.content.models.listening import Names
from bot.content.models.listening_harm import Contacts
from bot.content.models.listening_lines import TYPED
from bot.content.models.support import Contact
from bot.content.text_kinds import ALWAYS, MAKES
from bot.engine.lines import Line, asked, first_for, own_words, quotable, read_line
from bot.engine.wording import Text, Typed, join

MOST_WORDS = 45
"""Words of ours in one reply, the receipt and the names of buttons in it included."""

WAYS_OUT = ("undo", "put_in")
"""The buttons that take back what the coach just did: a line that names one is said first."""

MOST_SAID = 400
"""Sentences of ours that a conversation remembers; the oldest go first."""

Fill: TypeAlias = Callable[..., Text]
"""Fills a template by the names of its slots, and buttons and ``$makes`` by itself."""


def fits(reply: str) -> bool:
    """Return whether a whole reply is short enough and asks one thing at most."""
    return own_words(reply) <= MOST_WORDS and asked(reply) <= 1


class Chooser:
    """Chooses the lines of one reply.

    ``said`` is what the conversation remembers of earlier replies: plain strings, and at most
    ``MOST_SAID``. It is changed in place with every line that is picked. ``room`` is how many words
    of ours the reply may still have: a reply to harm may have more. ``hidden`` are the buttons that
    are not on the screen: no line names one of them. ``whose`` says with which line of a need to
    begin, so that two learners do not read the same conversation; "" begins with the first.
    """

    def __init__(
        self,
        fill: Fill,
        said: list[str],
        room: int = MOST_WORDS,
        hidden: AbstractSet[str] = frozenset(),
        whose: str = "",
    ) -> None:
        self.room, self.hidden = room, hidden
        self._start = crc32(whose.encode())
        self.quoted = self.asked = False
        self._fill, self._said = fill, said

    def take(self, text: str) -> None:
        """Count a text that stands in the reply and comes from elsewhere, such as the receipt."""
        self.room -= own_words(text)
        self.asked = self.asked or asked(text) > 0

    def pick(self, *needs: Sequence[str], **facts: str | None) -> Text | None:
        """Return the next new line of the first need that has one, or None.

        ``facts`` fill the slots; a line with a slot that is None or left out is passed over, and
        one with a word of theirs comes before one without.
        """
        given = _given(facts)
        for need in needs:
            for line in self._fitting(need, given):
                if self._is_new(line) and (text := self._filled(line, given)):
                    return text
        return None

    def must_pick(self, *needs: Sequence[str], **facts: str | None) -> Text | None:
        """Return a line as ``pick`` does, or the one that was said longest ago if none is new.

        For what may not be left unsaid, such as help in a crisis. None where nothing fits.
        """
        if new := self.pick(*needs, **facts):
            return new
        given = _given(facts)
        lines = [line for need in needs for line in self._fitting(need, given)]
        for line in sorted(lines, key=self._last_said):
            if text := self._filled(line, given):
                return text
        return None

    def name(self, names: Names, clause: str, quote: str = "") -> Text | None:
        """Return a clause with what it is called in everyday words, or None.

        ``quote`` is what is quoted with it, where that is more than the clause.
        """
        fitting = [each.line for each in names.when if first_for((each,), clause)]
        return self.pick(fitting, names.any, clause=quote or clause)

    def lead(self, *needs: Sequence[str], question: Text, **facts: str | None) -> Text:
        """Return a question that was chosen before with a line that leads to it, if there is one.

        The line holds the question, or stands above it.
        """
        line = self.pick(*needs, question=question, **facts)
        if line is None:
            return question
        return line if question in line else join("\n", [line, question])

    def _fitting(self, need: Sequence[str], given: Mapping[str, str]) -> list[Line]:
        """The lines that can be filled and are not one question or one quote too many."""
        filled = {*given, *ALWAYS, MAKES}
        start = self._start % len(need) if need else 0
        lines = [
            line
            for line in map(read_line, [*need[start:], *need[:start]])
            if line.slots <= filled
            and line.slots.isdisjoint(self.hidden)
            and not (line.asks and self.asked)
            and not ("clause" in line.slots and self.quoted)
        ]
        return sorted(lines, key=lambda line: [line.slots.isdisjoint(e) for e in (TYPED, WAYS_OUT)])

    def _is_new(self, line: Line) -> bool:
        if line.frame and line.frame == next((e for e in reversed(self._said) if e[0] == "~"), ""):
            return False
        return not any(mark in self._said for mark in line.marks)

    def _last_said(self, line: Line) -> int:
        return max((i for i, each in enumerate(self._said) if each in line.marks), default=-1)

    def _filled(self, line: Line, given: Mapping[str, str]) -> Text | None:
        """The line as it is said, and noted as said; None where there is no room for it."""
        facts = {name: fact for name, fact in given.items() if name in line.slots}
        text = self._fill(line.template, **facts)
        words = own_words(text)
        if "question" in line.slots:
            words -= own_words(given["question"])  # counted when it was picked
        if words > self.room:
            return None
        self.room -= words
        self.quoted = self.quoted or "clause" in line.slots
        self.asked = self.asked or line.asks
        self._said += [*line.marks, *filter(None, [line.frame])]
        del self._said[:-MOST_SAID]
        return text


def _given(facts: Mapping[str, str | None]) -> dict[str, str]:
    return {name: _as_given(name, fact) for name, fact in facts.items() if fact}


def _as_given(name: str, fact: str) -> str:
    if name == "clause":
        return quotable(fact)
    return Typed(fact.strip()) if name in TYPED else fact


def spoken(contacts: Contacts, known: Iterable[Contact]) -> dict[str, str]:
    """Return each contact as it stands inside a sentence, by its id.

    A contact that is not ``known``, or has no number where one is said, is left out: no line then
    names it.
    """
    numbers = {each.id: each.number for each in known}
    return {
        name: Template(text).substitute(number=numbers[name] or "")
        for name, text in contacts
        if name in numbers and (numbers[name] or "$number" not in text)
    }
