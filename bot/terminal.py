"""The conversation in a terminal, or driven by a script through standard input.

Nothing typed can reach the screen as a control sequence: text is shown through ``harmless``.
"""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Callable
from uuid import uuid4

from rich.console import Console
from rich.text import Text

from bot.app import Coach
from bot.content.words import Words
from bot.conversation.wording import fill
from bot.model import Button, Event, EventKind, Reply, Turn

WIDTH = 80

_BIDI = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_UNSAFE = {code: 0x2400 + code for code in range(0x20)}  # ESC is shown as the sign for it
_UNSAFE |= dict.fromkeys([*range(0x7F, 0xA0), *_BIDI, *range(0xD800, 0xE000)], 0xFFFD)
for _kept in "\n\t":
    del _UNSAFE[ord(_kept)]


def harmless(text: str) -> str:
    """Text for the screen: control signs and forced text directions are shown, not obeyed."""
    return text.replace("\r\n", "\n").translate(_UNSAFE)


class Terminal:
    """One learner at one terminal."""

    def __init__(self, coach: Coach, chat_id: str, *, goodbye: Callable[[], str]) -> None:
        """``goodbye`` says how to come back."""
        self._coach, self._chat_id, self._goodbye = coach, chat_id, goodbye
        self._words: Words = coach.content.words
        self._buttons: tuple[Button, ...] = ()
        # Wide screens make long lines, which are hard to read.
        self._console = Console(highlight=False, markup=False, emoji=False)
        self._width = min(WIDTH, self._console.width)

    async def hold(self, dialogue: str = "") -> None:
        """Talk until the input ends or the learner pauses. Raises StoreError, KeyboardInterrupt."""
        typing = sys.stdin.isatty()
        lines = self._typed_lines() if typing else _piped_lines()
        if typing:
            self._console.rule(self._words.terminal.title, style="cyan")
            self._console.print(self._words.terminal.how, style="dim", width=self._width)
        await self._turn("open", "", dialogue)
        async for line in lines:
            if not typing:
                self._console.print(Text(self._words.terminal.prompt + harmless(line)))
            turn = await self._turn(*self._picked(line))
            if turn.leaving and typing:
                break
        self.say_goodbye()

    def say_goodbye(self) -> None:
        """Say that all is saved and how to come back."""
        self._console.print()
        self._console.print(self._goodbye(), style="dim", soft_wrap=True)

    def _picked(self, line: str) -> tuple[EventKind, str]:
        """A choice by its number, which only a terminal takes; anything else as typed."""
        number = line.strip()
        if number.isascii() and number.isdigit() and 0 < int(number) <= len(self._buttons):
            return "press", self._buttons[int(number) - 1].label
        return "say", line

    async def _turn(self, kind: EventKind, text: str, dialogue: str = "") -> Turn:
        key = uuid4().hex
        event = Event(self._chat_id, kind, text, key, source=key, dialogue=dialogue)
        turn = await self._coach.service.receive(event)
        assert turn, "a key is made anew for every line"  # noqa: S101
        if turn.forget:
            self._coach.files.forget(self._chat_id)
        for reply in turn.replies:
            self._show(reply)
        self._buttons = turn.replies[-1].buttons
        return turn

    def _show(self, reply: Reply) -> None:
        self._console.print()
        text = Text(harmless(reply.text))
        if reply.verbatim:
            # Not wrapped: what is copied from the screen has no line ends of ours.
            self._console.print(text, style="bold", soft_wrap=True)
        else:
            self._console.print(text, width=self._width)
        for link in reply.links:
            self._console.print(Text(f"  {link.title}\n  {link.url}"), soft_wrap=True, style="dim")
        if reply.file:
            path = self._coach.files.write(self._chat_id, reply.file)
            template = self._words.terminal.file
            said = fill(self._words, template, path=str(path))
            self._console.print(Text(said), soft_wrap=True, style="green")
        if reply.buttons:
            self._show_choices(reply.buttons)

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
        """What is typed, message by message. Ctrl-D ends; Ctrl-C keeps unsent words once."""
        # Only for a person at the keys: a script has no need of it, and it costs 0.15 s.
        from bot.typing_line import TypingLine  # noqa: PLC0415

        line = TypingLine(self._words.terminal.prompt, self._words.terminal.not_sent)
        while True:
            self._console.print()
            try:
                yield await line.read()
            except EOFError:
                return


async def _piped_lines() -> AsyncIterator[str]:
    """Standard input line by line. An empty line separates paragraphs and is no message."""
    for line in sys.stdin:
        text = line.removesuffix("\n").removesuffix("\r")
        if text:
            yield text
