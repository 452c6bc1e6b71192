"""The conversation in a terminal, or driven by a script through standard input.

Nothing typed can reach the screen as a control sequence: text is shown through ``harmless``.
"""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from uuid import uuid4

from rich.console import Console
from rich.text import Text

from bot.channels.saving import Offered, place_in
from bot.content.words.words import Words
from bot.domain.events import Event, EventKind
from bot.domain.offers import Button
from bot.domain.turn import Reply, Turn
from bot.engine.wording import fill
from bot.errors import CannotSave, DataMissing
from bot.services.coach import Coach

WIDTH = 80

_BIDI = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]

_UNSAFE = {code: 0x2400 + code for code in range(0x20)}  # ESC is shown as its picture

_UNSAFE |= dict.fromkeys([*range(0x7F, 0xA0), *_BIDI, *range(0xD800, 0xE000)], 0xFFFD)

for _kept in "\n\t":
    del _UNSAFE[ord(_kept)]


def harmless(text: str) -> str:
    """Text for the screen: control characters and forced text directions are shown, not obeyed."""
    return text.replace("\r\n", "\n").translate(_UNSAFE)


def is_typed() -> bool:
    """Whether somebody sits at the keys, and standard input is no script."""
    return bool(sys.stdin and sys.stdin.isatty())


def wants_new(words: Words, error: DataMissing) -> bool:
    """Ask once whether to begin with nothing saved. Anything but a yes is a no."""
    console = Console(highlight=False, markup=False, emoji=False)
    asked = fill(words, words.terminal.begin_anew, **error.facts)
    console.print(Text(harmless(asked)), width=min(WIDTH, console.width))
    try:
        return console.input(words.terminal.prompt).strip().casefold() in {"y", "yes"}
    except EOFError:
        return False


class Terminal:
    """One learner at one terminal."""

    def __init__(self, coach: Coach, chat_id: str, command: str, *, kept: bool = True) -> None:
        """``command`` is how to come back; ``kept`` whether anything outlives this run."""
        self._coach, self._chat_id, self._command, self._kept = coach, chat_id, command, kept
        self._empty, self._offered = True, Offered(coach.files.content)
        self.typing = is_typed()
        self._words: Words = coach.content.words
        self._buttons: tuple[Button, ...] = ()
        # Wide screens make long lines, which are hard to read.
        self._console = Console(highlight=False, markup=False, emoji=False)
        self._width = min(WIDTH, self._console.width)

    async def hold(self, dialogue: str = "") -> None:
        """Talk until the input ends or the learner pauses. Raises StoreError, KeyboardInterrupt."""
        typing = self.typing
        lines = self._typed_lines() if typing else _piped_lines()
        if typing:
            self._console.rule(self._words.terminal.title, style="cyan")
            self._console.print(self._words.terminal.how, style="dim", width=self._width)
        self._chat_id = await self._coach.store.named(self._chat_id)
        await self._turn("open", "", dialogue)
        async for line in lines:
            if not typing:
                self._console.print(Text(self._words.terminal.prompt + harmless(line)))
            if (place := place_in(line)) is not None:
                self._save(place)
                continue
            turn = await self._turn(*self._picked(line))
            if turn.leaving and typing:
                break
        self.say_goodbye()

    async def close(self) -> None:
        """Let go of the data."""
        await self._coach.store.close()

    def say_goodbye(self) -> None:
        """Say that all is saved and how to come back."""
        words = self._words.terminal
        template = words.left_empty if self._empty else words.left
        said = fill(
            self._words, template if self._kept else words.left_unsaved, command=self._command
        )
        self._console.print()
        self._console.print(Text(said), style="dim", soft_wrap=True)

    def _picked(self, line: str) -> tuple[EventKind, str]:
        """A choice by its number, which only a terminal takes; anything else as typed."""
        number = line.strip()
        few = number.isascii() and number.isdigit() and len(number) <= 3
        if few and 0 < int(number) <= len(self._buttons):
            return "press", self._buttons[int(number) - 1].label
        return "say", line

    async def _turn(self, kind: EventKind, text: str, dialogue: str = "") -> Turn:
        key = uuid4().hex
        event = Event(self._chat_id, kind, text, key, source=key, dialogue=dialogue)
        turn = await self._coach.service.receive(event)
        assert turn, "a key is made anew for every line"  # noqa: S101
        self._empty = turn.forget or not turn.after.messages
        if any(reply.file for reply in turn.replies):
            self._offered.begin()
        for reply in turn.replies:
            # Who pauses at a terminal leaves: there is nothing to choose any more.
            self._show(replace(reply, buttons=()) if turn.leaving and self.typing else reply)
        self._buttons = turn.replies[-1].buttons
        return turn

    def _show(self, reply: Reply) -> None:
        if reply.file and reply.file.is_made and not self._offered.can_make(reply.file):
            reply = replace(reply, text=reply.file.otherwise, file=None)
        self._console.print()
        text = Text(harmless(reply.text))
        if reply.verbatim:
            # A script gets the lines as they are; a person gets them cut at words.
            width = self._width if self.typing else None
            self._console.print(text, style="bold", width=width, soft_wrap=not self.typing)
        else:
            self._console.print(text, width=self._width)
        for link in reply.links:
            self._console.print(Text(f"  {link.title}\n  {link.url}"), soft_wrap=True, style="dim")
        if reply.file:
            said = fill(self._words, self._words.terminal.file, name=self._offered.add(reply.file))
            self._console.print(Text(said), soft_wrap=True, style="green")
        if reply.buttons:
            self._show_choices(reply.buttons)

    def _save(self, where: str) -> None:
        """Keep the files of the last turn that had some where somebody says, and say where."""
        words, style = self._words, "green"
        try:
            saved = self._offered.save(where)
            said = [fill(words, words.terminal.saved, path=str(path)) for path in saved]
        except CannotSave as error:
            template = getattr(words.errors, error.sentence)
            said, style = [fill(words, template, **error.facts)], "red"
        for line in said or [fill(words, words.terminal.no_file)]:
            self._console.print(Text(harmless(line)), soft_wrap=True, style=style)

    def _show_choices(self, buttons: tuple[Button, ...]) -> None:
        template = self._words.terminal.choice
        choices = [
            fill(self._words, template, number=number, label=button.label)
            for number, button in enumerate(buttons, 1)
        ]
        line = "   ".join(choices)
        self._console.print()
        text = Text(line if len(line) <= self._width else "\n".join(choices), style="cyan")
        self._console.print(text, width=self._width)

    async def _typed_lines(self) -> AsyncIterator[str]:
        """Yield what is typed, message by message. Ctrl-D ends; Ctrl-C keeps unsent words once."""
        # Only for a person at the keys: a script has no need of it, and it costs 0.15 s.
        from bot.channels.line_editor import TypingLine  # noqa: PLC0415

        line = TypingLine(self._words.terminal.prompt, self._words.terminal.not_sent)
        while True:
            self._console.print()
            try:
                yield await line.read()
            except EOFError:
                return


async def _piped_lines() -> AsyncIterator[str]:
    """Standard input line by line. An empty line separates paragraphs and is no message."""
    for line in sys.stdin or ():
        text = line.removesuffix("\n").removesuffix("\r")
        if text:
            yield text
