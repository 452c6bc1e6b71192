"""Everything that can go wrong and that a person can mend.

::

    CoachError
      ├─ ContentError         the YAML has problems: each is file:line, what, and the mend
      ├─ ChannelError         Telegram cannot be talked to, and trying again is of no use
      ├─ CannotMake           a document cannot be made in this form
      ├─ UsageError           the command was called with something that does not exist
      │    └─ BadSettings     settings that cannot work
      └─ StoreError           the learner's words cannot be reached or kept
           ├─ DataInUse       another process has the data folder
           ├─ DataMissing     the key has opened data before, and there is none
           ├─ DataGone        the file went away while the coach had it open
           ├─ DataUnreadable  a wrong key, or a damaged file
           ├─ DataNewer       written by a later version
           ├─ NotYet          a server is there and takes nobody at this moment: it starts, say
           ├─ KeyProblem      the key is missing, is no key, or lies beside the data
           ├─ BackupFailed    a copy could not be written, or is not whole
           ├─ Changed         what a turn was told is no longer so: it is taken again
           └─ CannotSave      a read-only folder, a full disk
                └─ CannotSaveThis  one turn, however often it is tried: others are saved

The error carries the *name* of its sentence in ``dialogues/common.yaml`` (``errors``) and the
facts that fill it, so that no sentence a learner reads stands in Python. ``str(error)`` is a plain
technical line for logs and never holds a learner's text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


class CoachError(Exception):
    """Something a person can mend. ``sentence`` names its words, ``facts`` fill them."""

    exit_status = 1

    def __init__(self, sentence: str, **facts: str) -> None:
        """Take the name of a sentence in ``common.yaml`` under ``errors``, and what fills it."""
        self.sentence = sentence
        self.facts = facts
        super().__init__(sentence, *(f"{name}={value}" for name, value in facts.items()))


class ChannelError(CoachError):
    """Telegram cannot be talked to, and trying again is of no use. Each has its exit status."""

    def __init__(self, sentence: str, exit_status: int = 1, **facts: str) -> None:
        """``exit_status`` tells a service manager what is wrong."""
        super().__init__(sentence, **facts)
        self.exit_status = exit_status


class CannotMake(CoachError):
    """A document cannot be made in a form: a library is not installed, or a letter has no glyph."""


class UsageError(CoachError):
    """The command was called with something that does not exist."""

    exit_status = 2


@dataclass(frozen=True, slots=True)
class SettingFault:
    """What is wrong with a setting: ``reason`` names its words in ``common.yaml`` under
    ``setting_faults``, and ``facts`` fill them."""

    setting: str
    reason: str
    facts: Mapping[str, str] = field(default_factory=dict)


class BadSettings(UsageError):
    """Settings that cannot work, all of them at once: one start is enough to mend them."""

    def __init__(self, *faults: SettingFault) -> None:
        """Take every fault that was found, in the order in which they are told."""
        self.faults = faults
        sentence = "bad_setting" if len(faults) == 1 else "bad_settings"
        super().__init__(sentence, **{each.setting: each.reason for each in faults})


class StoreError(CoachError):
    """The learner's words cannot be reached or kept."""


class DataInUse(StoreError):
    """Another process has the data folder."""


class DataMissing(StoreError):
    """The key has opened a database before, and there is none: a disk that was not mounted, say."""

    exit_status = 2


class DataGone(StoreError):
    """The file was deleted or replaced while the coach had it open: no write would last."""


class DataUnreadable(StoreError):
    """A wrong key, or a damaged file: the two cannot be told apart from outside."""


class DataNewer(StoreError):
    """The database was written by a later version of the coach."""


class NotYet(StoreError):
    """A server is there and takes nobody at this moment: it starts or ends, or it is full."""


class KeyProblem(StoreError):
    """The key is missing, is no key, lies beside the data or cannot be made."""


class BackupFailed(StoreError):
    """A copy could not be written, or is not whole: nothing was changed."""


class Changed(StoreError):
    """Facts that a turn was given are no longer so, as when a link was used meanwhile. Nothing is
    kept."""


class CannotSave(StoreError):
    """A read-only folder, a full disk."""


class CannotSaveThis(CannotSave):
    """The outcome of this one turn cannot be saved: nobody else need wait until that ends."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in a content file. ``str()`` is ``file:line: what is wrong, and the mend``."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


class ContentError(CoachError):
    """The YAML has problems. All are listed, one a line, because an author mends them together."""

    def __init__(self, problems: list[Problem]) -> None:
        """Take every problem found, in any order."""
        super().__init__("content")
        self.problems = sorted(problems)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)
