"""What is known of the message of a turn: each thing is found where it is first asked, and once."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from bot.analysis.cue_lists import CueList
from bot.analysis.knowledge import Knowledge
from bot.analysis.names import PossibleName, find_names
from bot.domain.events import Event

if TYPE_CHECKING:
    from bot.analysis.reading.harm_reading import HarmReading

Found = TypeVar("Found")


class OfMessage:
    """The part of a turn that is about its message alone."""

    event: Event
    knowledge: Knowledge

    @cached_property
    def says(self) -> AbstractSet[CueList]:
        """The authors' lists of cues that say what the message of this turn says."""
        return self.knowledge.says_in(self.event.text)

    @cached_property
    def said(self) -> str:
        """What the message of this turn says to the coach, one of ``KIND_OF``, "" for nothing that
        is plain."""
        return self.knowledge.said_in(self.event.text)

    @cached_property
    def harm(self) -> HarmReading:
        """What the message of this turn tells of harm."""
        return self.knowledge.harm_in(self.event.text)

    @cached_property
    def names(self) -> tuple[PossibleName, ...]:
        """The possible names in the message of this turn."""
        return find_names(self.event.text, self.knowledge.name_words)

    @cached_property
    def _once(self) -> dict[Hashable, object]:
        return {}

    def once(self, key: Hashable, find: Callable[[], Found]) -> Found:
        """Return what was found of the message before, found where it is first asked. ``key`` has
        all on which that depends beside the message."""
        if key not in self._once:
            self._once[key] = find()
        return cast("Found", self._once[key])

    def hear(self, event: Event) -> None:
        """Take other words for what came in this turn: it is read anew."""
        self.event = event
        for known in ("reading", "says", "said", "harm", "names", "_once"):
            self.__dict__.pop(known, None)
