"""The coach's next words: a line that this conversation has not heard yet, filled in and counted.

One ``Chooser`` makes one reply. It keeps what makes a reply easy to hear: no sentence twice in a
conversation, a clause of theirs at most once, one question, and at most ``MOST_WORDS`` of ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2s
from string import Template
from typing import TYPE_CHECKING, TypeAlias
from zlib import crc32

from bot.content.models.listening import Names
from bot.content.models.listening_lines import TYPED
from bot.content.text_kinds import ALWAYS, MAKES
from bot.domain.word_count import count_words
from bot.engine.author_words import fits
from bot.engine.wording import Text, Typed, join

if TYPE_CHECKING:
    from bot.analysis.reading.reading import Clause

MOST_WORDS = 45
"""Words of ours in one reply, the receipt and the names of buttons in it included."""

WAYS_OUT = ("undo", "put_in")
"""The buttons that take back what the coach just did: a line that names one is said first."""

MOST_SAID = 400
"""Sentences of ours that a conversation remembers; the oldest go first."""

Fill: TypeAlias = Callable[..., Text]
"""Fills a template by the names of its slots, and buttons and ``$makes`` by itself."""

QUOTE = 4
"""From so many of their words on a quote is theirs alone; a shorter one counts as ours too."""

SHORT = 3
"""Words that make a sentence one of its own: “All right.” may come again."""

_SENTENCE = re.compile(r"(?<=[.?!:])\s+")

_FRAME = re.compile(r"[^$?]{0,24}“\$(?:word|group|clause)”[.,:]")

_SLOT = re.compile(r"\$\w+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line as the chooser sees it.

    ``marks`` are its sentences as a conversation remembers them. ``frame`` is how a question leads
    in the learner's words, such as “About …:”, and "" for none.
    """

    template: str
    slots: frozenset[str]
    marks: tuple[str, ...]
    frame: str
    asks: bool


@lru_cache(maxsize=2048)  # the lines of the shared words, the same for all learners
def read_line(template: str) -> Line:
    """Return a template of ``listening.yaml`` as a line."""
    whole = [each for each in _SENTENCE.split(template) if _is_own(each)] or [template]
    if not count_words(_SLOT.sub(" ", template)):
        whole = []  # their words alone are no sentence of ours
    asks = "?" in template
    found = _FRAME.match(template) if asks else None
    return Line(
        template,
        frozenset(Template(template).get_identifiers()),
        tuple(dict.fromkeys(map(mark_of, whole))),
        "~" + _SLOT.sub("…", found[0]).casefold() if found else "",
        asks,
    )


def _is_own(sentence: str) -> bool:
    return count_words(_SLOT.sub(" ", sentence)) >= SHORT


def mark_of(sentence: str) -> str:
    """Return what a conversation remembers of a sentence of ours, or of a quote: it was said."""
    return blake2s(sentence.casefold().encode(), digest_size=4).hexdigest()


def quotable(clause: str) -> Typed:
    """Return a clause as it stands in “ ”: on one line, without quotation marks and stop."""
    return Typed(" ".join(clause.split()).strip("“”\"'‘’").rstrip(" .,;:!…–-"))


def quote_of(text: str, clause: Clause) -> Typed:
    """Return what is said back of a text with one of its clauses, as it stands in “ ”."""
    start, end = clause.quote.start, clause.quote.end
    is_open = text.startswith(")", end) and "(" in text[start:end]
    return quotable(text[start : end + is_open])


def own_words(text: str) -> int:
    """Return the words of a text that are ours: all but quotes of ``QUOTE`` words and more."""
    kept, after = list[str](), 0
    for start, end in getattr(text, "typed", ()):
        if count_words(text[start:end]) >= QUOTE:
            kept.append(text[after:start])
            after = end
    return count_words(" ".join([*kept, text[after:]]))


def asked(text: str) -> int:
    """Return how many questions a text asks: its question marks, less those that they typed."""
    typed = sum(text.count("?", start, end) for start, end in getattr(text, "typed", ()))
    return text.count("?") - typed


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
        """Return a clause with what it is called in everyday words, or None: by a word of the
        clause before one of what is quoted with it, where that is more.
        """
        texts = dict.fromkeys((clause, quote))
        fitting = [each.lines for text in texts for each in names.when if fits(each, text)]
        return self.pick(*fitting, names.any, clause=quote or clause)

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
