"""The files that an author writes for the reading of harm: words, frames, labelled rows."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from bot.content.models.base import Closed

Level = Literal["none", "concern", "crisis"]

CRISES = ("suicide", "overdose", "emergency", "violence")
"""A wish to die, self-harm or a goodbye; something was taken; a body in danger; a threat or an
attack."""

CONCERNS = ("abuse", "neglect", "exploitation", "wrongdoing", "distress", "own_act")
"""Done to somebody; not done for somebody; money, work or favours taken; by staff, on paper or
against those who speak up; the writer worn to breaking; something that the writer did."""

ABOUT = ("self", "person_supported", "child", "colleague", "staff_member", "family", "public")
"""Who is spoken of: who is in danger or hurt, or the staff member who does it."""

_SORTS: dict[Level, tuple[str, ...]] = {"none": ("",), "concern": CONCERNS, "crisis": CRISES}


class HarmWords(Closed):
    """The whole of ``harm_words.yaml``. What is ``denied`` says nothing unless a word of
    ``turning`` follows soon, nor does what has ``ended`` or was done to nobody; by ``told``,
    written like signs, somebody is told who has to know, by ``confided`` anybody."""

    groups: dict[str, str]
    unlike: str = ""
    spellings: dict[str, str] = Field(default_factory=dict)
    ordinary: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()
    turning: str = ""
    told: tuple[str, ...] = ()
    confided: tuple[str, ...] = ()
    signs: dict[str, tuple[str, ...]]


class HarmFrames(Closed):
    """The whole of ``harm_frames.yaml``: what is put after a row, or around it as ``$row``."""

    handled: tuple[str, ...]
    unhandled: tuple[str, ...]
    unreal: tuple[str, ...]


class HarmRow(Closed):
    """A labelled message. ``words`` are those of it that tell of harm; empty means all of it."""

    text: str
    level: Level
    about: str
    sort: str
    words: str = ""

    @model_validator(mode="after")
    def _fits(self) -> HarmRow:
        if self.sort not in _SORTS[self.level]:
            raise ValueError(f"“{self.sort}” is no sort of “{self.level}”")
        if self.about not in (("none",) if self.level == "none" else ABOUT):
            raise ValueError(f"“{self.about}” is nobody that “{self.level}” may be about")
        if self.words not in self.text:
            raise ValueError("the words are not in the text")
        return self
