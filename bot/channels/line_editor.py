"""Typing in a terminal: history, several lines, and a paste of several lines as one message."""

from __future__ import annotations

from prompt_toolkit import PromptSession
from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent


class TypingLine:
    """Reads messages. The history lives in memory only: on disk it would be a learner's text."""

    def __init__(self, prompt: str, not_sent: str) -> None:
        """``not_sent`` is said when somebody leaves with words that they have not sent."""
        self._not_sent, self._warned_of = not_sent, ""
        self._session: PromptSession[str] = PromptSession(
            prompt,
            history=InMemoryHistory(),
            multiline=True,
            key_bindings=self._keys(),
            prompt_continuation="  ",
            reserve_space_for_menu=0,
        )

    async def read(self) -> str:
        """The next message. Raises EOFError for Ctrl-D, KeyboardInterrupt for Ctrl-C."""
        self._warned_of = ""
        return await self._session.prompt_async()

    def _keys(self) -> KeyBindings:
        keys = KeyBindings()

        @keys.add("enter")
        def _send(event: KeyPressEvent) -> None:
            event.current_buffer.validate_and_handle()

        @keys.add("escape", "enter")
        def _new_line(event: KeyPressEvent) -> None:
            event.current_buffer.insert_text("\n")

        @keys.add("c-c")
        def _leave(event: KeyPressEvent) -> None:
            text = event.current_buffer.text
            if not text.strip() or text == self._warned_of:
                event.app.exit(exception=KeyboardInterrupt())
                return
            self._warned_of = text
            run_in_terminal(lambda: print(self._not_sent))  # noqa: T201 - onto the screen itself

        return keys
