"""The authors' lists, made ready to read texts with.

Each is made at its first use, and the code for it is imported then: no start waits for what most
turns do not need.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bot.analysis.coach_texts import CoachTexts
from bot.analysis.cue_lists import CueList, CueLists
from bot.analysis.likely import Likely
from bot.analysis.likely_questions import LikelyQuestions
from bot.analysis.meant import QUESTION, Asking, Meaning, Meanings
from bot.analysis.name_words import NameWords, as_words
from bot.analysis.reading.harm_reader import HarmReader
from bot.analysis.reading.harm_reading import NO_HARM, HarmReading
from bot.analysis.reading.harm_table import HarmTable
from bot.analysis.reading.harm_vocabulary import HarmVocabulary
from bot.analysis.reading.kinds import Kind
from bot.analysis.reading.linear import Table
from bot.analysis.reading.meaning_asked import word_meant
from bot.analysis.reading.reading import Reader
from bot.analysis.shows_who import Signs
from bot.content.library import Content
from bot.content.models.sayings import CALM, KIND_OF, LEARNED_CUES, NOTHING

SAID_ELSE: frozenset[Kind] = frozenset(
    (
        *("request", "stop", "delete", "already_told", "alternative", "announce", "several"),
        *("pasted", "theory", "complaint_about_coach", "not_understood", "harm"),
    )
)
"""Kinds that ask no known question by the table alone: each has an answer of its own."""

COMPLAINTS: frozenset[Kind] = frozenset(("complaint_about_coach", "already_told"))
"""Kinds of messages in which a question is a part of the complaint."""

SAID_OR_DENIED = SAID_ELSE | {"denial", "correction", "back", "chat", "private"}
"""The same of what is not put as a question."""

SAID, SURELY_SAID, PLAINLY_SAID = 0.6, 0.8, 0.97
"""From which chance on a text says something to the coach; and says so whatever else it sounds
like, without and with a sign of harm."""

LEAST_SAID, MOST_SAID = 3, 30
"""Words of the shortest and of the longest that says so by the table: by its letters alone,
“inclusion” is “put that in”."""


@dataclass(frozen=True)
class Knowledge:
    """Everything that is compiled from one content. Get it with ``Knowledge.of``."""

    content: Content

    @classmethod
    def of(cls, content: Content) -> Knowledge:
        """Return the knowledge of a content: one object for as long as the content is in use."""
        return _knowledge_of(content.common or content)

    @cached_property
    def name_words(self) -> NameWords:
        """The lists by which a name is told from a word."""
        return as_words(self.content.names.model_dump())

    @cached_property
    def reader(self) -> Reader:
        """The reader of messages: their clauses, their kind, what they tell."""
        return Reader.of(self._tables)

    @cached_property
    def harm_reader(self) -> HarmReader:
        """The reader of harm."""
        vocabulary = HarmVocabulary(self.content.harm_words)
        harm = HarmTable(self.content.table("harm"))
        return HarmReader(vocabulary, harm, self._tables["harm_pieces"])

    def harm_in(self, text: str) -> HarmReading:
        """Return what a text tells of harm. What it asks the coach is no doubt about somebody."""
        found = self.harm_reader.read(text)
        if found.level == "none" or self._is_calm(text, signed=found.signed):
            return found if found.level == "none" else NO_HARM
        if found.signed or not found.doubtful:
            return found
        rest, begin = list[str](), 0
        for each in self.meanings.meant_in(text):
            if each.kind == QUESTION and self._may_ask(text[each.start : each.end]):
                rest.append(text[begin : each.start])
                begin = each.end
        rest.append(text[begin:])
        asks_only = begin and self.harm_reader.read(" ".join(rest)).level == "none"
        return NO_HARM if asks_only else found

    def _may_ask(self, piece: str) -> bool:
        """Whether nothing says that a piece asks the coach nothing: “would be grateful if I did not
        record it” has an author's words of a question in it."""
        return self._questions.chances_of(piece)[NOTHING] < SURELY_SAID

    def _is_calm(self, text: str, *, signed: bool) -> bool:
        """Whether a text says something to the coach that has no danger in it, however it sounds:
        “dont put words in ma mouth”."""
        return self.said_in(text, PLAINLY_SAID if signed else SURELY_SAID) in CALM

    @cached_property
    def _tables(self) -> Mapping[str, Table]:
        """The learned tables: they share the features of a text."""
        shared = ("kinds", "parts", "practices", "harm_pieces", "questions", "sayings")
        return Table.parse_all((name, self.content.table(name)) for name in shared)

    @cached_property
    def cue_lists(self) -> CueLists:
        """The words by which one thing of a kind is told from the others of it."""
        listening = self.content.listening
        cues = (listening.kinds.cues, listening.harm.cues)
        return CueLists(getattr(of, name) for of in cues for name in type(of).model_fields)

    def said_in(self, text: str, least: float = SAID) -> str:
        """Return what a text says to the coach, one of ``KIND_OF``, "" where that is not plain:
        ``least`` is the chance from which on it is."""
        if not LEAST_SAID <= text.count(" ") + 1 <= MOST_SAID:
            return ""
        best, chance = self._sayings.best_of(text)
        return "" if best == NOTHING or chance < least else best

    def says_in(self, text: str) -> AbstractSet[CueList]:
        """Return the lists of cues of which a text has a word, or which say what it says."""
        said = self._cues_said.get(self.said_in(text))
        return self.cue_lists.said_in(text) | ({said} if said else set())

    def _is_told(self, text: str, whole: str, asks: bool) -> bool:
        """Whether a piece of a message tells what was done, or says something to the coach that
        asks nothing; or all of it complains."""
        if word_meant(text) or (not asks and self.said_in(text)):
            return True
        reading = self.reader.read(text)
        is_told = reading.act and reading.kind == "evidence"
        if is_told or reading.kind in (SAID_ELSE if asks else SAID_OR_DENIED):
            return True
        return text != whole and self.reader.read(whole).kind in COMPLAINTS

    @cached_property
    def _questions(self) -> Likely:
        return Likely(self._tables["questions"], self.content.questions.by_id)

    @cached_property
    def _sayings(self) -> Likely:
        return Likely(self._tables["sayings"], KIND_OF)

    @cached_property
    def _cues_said(self) -> Mapping[str, CueList]:
        cues = self.content.listening.kinds.cues
        return {said: getattr(cues, name) for said, name in LEARNED_CUES.items()}

    @cached_property
    def shows_who(self) -> Signs:
        """The signs by which somebody may be known without a name."""
        lists = self.content.coaching.shows_who
        signs = {name: (each.sure, each.phrases) for name, each in lists.signs.items()}
        return Signs.of(
            lists.words,
            signs,
            people=lists.people,
            own=lists.own,
            ordinary=lists.ordinary,
            confided=lists.confided,
        )

    @cached_property
    def coach_texts(self) -> CoachTexts:
        """The texts that the coach shows and the badge has, which are nobody's own account."""
        texts = list[str](self._examples)
        for dialogue in self.content.dialogues.values():
            texts += (each.text for each in (dialogue.badge.criteria if dialogue.badge else ()))
            texts += (text for step in dialogue.steps for text in (step.question, step.hint))
        for asked in self.content.listening.asked.values():
            texts += (line for _, lines in asked for line in lines)
        return CoachTexts.of(texts)

    @cached_property
    def example_texts(self) -> CoachTexts:
        """The examples among them."""
        return CoachTexts.of(self._examples)

    def make_ready(self) -> Iterator[None]:
        """Make each of them, one at each step: nobody waits for it later."""
        for name, each in vars(type(self)).items():
            if isinstance(each, cached_property):
                getattr(self, name)
                yield
        self.shows_who.make_ready()

    @property
    def _examples(self) -> list[str]:
        steps = [step for each in self.content.dialogues.values() for step in each.steps]
        practices = self.content.practices.values()
        mine = [getattr(step, "example", "") for step in steps]
        return [*mine, *(each.text for practice in practices for each in practice.examples)]

    @cached_property
    def meanings(self) -> Meanings:
        """What is asked of the coach, and said to it, by what it means."""
        known = self.content.questions.questions
        told = {each.id for each in known if each.told}
        kept = {each.id for each in known if each.found}
        likely = LikelyQuestions(self._questions, self._is_told, told=told, kept=kept)
        return self.meanings_with(likely)

    def meanings_with(self, likely: LikelyQuestions | None) -> Meanings:
        """Return the same by an author's words, and by what is likely, None for words alone."""
        known, asked = self.content.questions, self.content.questions.asking
        words = {
            (each.id, is_asked): listed
            for each in known.questions
            for listed, is_asked in ((each.asks, True), (each.said, False))
            if listed
        }
        found = [
            Meaning(id_, [frozenset((_named(id_, asked=is_asked),))], is_asked=is_asked)
            for id_, is_asked in words
        ]
        found += (
            Meaning(e.id, [*map(frozenset, e.meant)], frozenset(e.unless), e.kind, most=e.most)
            for e in known.remarks
        )
        listed = {_named(id_, asked=is_asked): each for (id_, is_asked), each in words.items()}
        concepts = {**known.concepts, **listed}
        asking = Asking(**asked.model_dump())
        alone = {words: each.id for each in known.questions for words in each.alone}
        return Meanings(concepts, asking, found, alone, likely)


def _named(question: str, *, asked: bool) -> str:
    """Return what the words of a question are called among the concepts."""
    return f"{question} {'asked' if asked else 'said'}"


@lru_cache(maxsize=32)  # more than one installation has contents: each is 10 MB
def _knowledge_of(content: Content) -> Knowledge:
    return Knowledge(content)
