"""``coach play --jsonl``: one JSON object a line in, one a line out, for tests and other programs.

The form is public and stays: the README has it under *For programs*. A line that cannot be read is
answered by an object with ``error`` and changes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any
from uuid import uuid4

from pydantic import TypeAdapter, ValidationError

from bot.clock import MovableClock
from bot.content.library import Content
from bot.content.models.dialogue import Dialogue, WordsStep
from bot.domain.coaching import Coaching
from bot.domain.conversation import Conversation
from bot.domain.events import Event, EventKind
from bot.domain.progress import status
from bot.domain.statement import assemble
from bot.domain.turn import Reply, Turn
from bot.engine.machine import WELCOME
from bot.engine.wording import fill
from bot.errors import CannotMake
from bot.services.coach import Coach

LONGEST_WAIT = timedelta(days=3650)

LAST_YEAR = 3000
"""Sums of times must stay times."""

_DURATION: TypeAdapter[timedelta] = TypeAdapter(timedelta)


class BadLine(Exception):
    """A line that is none of the forms; the message says why."""


class Player:
    """One session of lines in and out on one chat."""

    def __init__(
        self, reopen: Callable[[], Coach], clock: MovableClock, chat_id: str, dialogue: str
    ) -> None:
        """``reopen`` opens the coach, again and again: after ``reload`` nothing is remembered."""
        self._reopen, self._clock = reopen, clock
        self._chat_id, self._dialogue = chat_id, dialogue
        self._wanted = dialogue
        self._coach = reopen()
        self._coach.files.empty()  # what an earlier run has left
        self._said: list[str] = []

    async def play(self, lines: Iterable[str]) -> bool:
        """Answer every line; False when any could not be read. Prints as it goes."""
        all_read = True
        self._chat_id = await self._coach.store.named(self._chat_id)
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                answer = await self._answer(line)
            except BadLine as error:
                words = self._coach.content.words
                said = fill(words, words.errors.bad_line, number=number, why=str(error))
                answer, all_read = {"error": said}, False
            print(json.dumps(answer), flush=True)  # noqa: T201 - the answer is the output
        await self._coach.store.close()
        return all_read

    async def _conversation(self) -> Conversation:
        return await self._coach.store.load(self._chat_id)

    async def _answer(self, line: str) -> dict[str, Any]:
        turn: Turn | None = None
        match _parsed(line):
            case {"edit": int(number), "say": str(text), **rest} if not rest and number is not True:
                turn = await self._receive("edit", text, self._source(number))
            case {"say": str(text), **rest} if not rest:
                self._said.append(uuid4().hex)
                turn = await self._receive("say", text, self._said[-1])
            case {"press": str(label), **rest} if not rest:
                turn = await self._receive("press", label, "")
            case {"command": str(command), **rest} if not rest and command.startswith("/"):
                turn = await self._receive("say", command, "")
            case {"wait": str(duration), **rest} if not rest:
                self._wait(_duration(duration))
            case {"reload": True, **rest} if not rest:
                await self._coach.store.close()
                self._coach = self._reopen()
            case _:
                raise BadLine("it is none of say, press, edit with say, command, wait, reload")
        return {
            "replies": [self._reply(reply) for reply in (turn.replies if turn else ())],
            "state": state(self._coach.content, await self._conversation(), self._dialogue),
            "coach": coach(turn.coaching if turn else None),
        }

    def _wait(self, duration: timedelta) -> None:
        if (self._clock() + duration).year > LAST_YEAR:
            raise BadLine(f"the clock would be past the year {LAST_YEAR}")
        self._clock.move(duration)

    def _source(self, number: int) -> str:
        return self._said[number - 1] if 0 < number <= len(self._said) else f"no say {number}"

    async def _receive(self, kind: EventKind, text: str, source: str) -> Turn | None:
        key = uuid4().hex
        event = Event(self._chat_id, kind, text, key, source or key, self._wanted)
        self._wanted = ""  # from then on the learner may go to another one
        return await self._coach.service.receive(event)

    def _reply(self, reply: Reply) -> dict[str, Any]:
        shown: dict[str, Any] = {
            "text": reply.text,
            "buttons": [button.label for button in reply.buttons],
            "links": [link.url for link in reply.links],
        }
        if reply.file:
            try:
                path = self._coach.files.write(self._chat_id, reply.file)
            except CannotMake:
                shown["text"] = reply.file.otherwise
            else:
                shown["file"] = {"name": path.name, "mime": reply.file.mime, "path": str(path)}
        return shown


def coach(done: Coaching | None) -> dict[str, Any]:
    """Return what a message was taken for and what was done about it, in the public form."""
    done = done or Coaching()
    heard = (
        {"quote": done.heard.quote, "practice": done.heard.practice or None} if done.heard else None
    )
    return {
        "kind": done.kind or None,
        "filed": done.filed or None,
        "heard": heard,
        "asked": done.asked or None,
    }


def state(content: Content, conversation: Conversation, dialogue_id: str) -> dict[str, Any]:
    """Where a conversation stands, in the public form."""
    attempt = conversation.attempt if conversation.attempts else None
    dialogue: Dialogue = content.dialogues[dialogue_id]
    if attempt and attempt.dialogue in content.dialogues:
        dialogue = content.dialogues[attempt.dialogue]
    words = {step.id: 0 for step in dialogue.steps if isinstance(step, WordsStep)}
    if attempt:
        sections = assemble(dialogue, conversation, attempt).sections
        words |= {each.step.id: each.words for each in sections if each.step.id in words}
    return {
        "dialogue": dialogue.id,
        "step": attempt.step if attempt else WELCOME,
        "status": status(content.dialogues, conversation),
        "words": words,
        "own_words": sum(words.values()),
    }


def _parsed(line: str) -> object:
    try:
        return json.loads(line)
    except json.JSONDecodeError as error:
        raise BadLine(f"it is not JSON ({error.msg} at character {error.pos + 1})") from error
    except (ValueError, RecursionError) as error:
        raise BadLine("a number is too long or the brackets too deep") from error


def parsed_text(line: str) -> tuple[str, str]:
    """Return the text and the step of ``{"text": "…", "step": "…"}``, where the step may be left
    out. Raises BadLine."""
    match _parsed(line):
        case {"text": str(text), "step": str(step), **rest} if not rest:
            return text, step
        case {"text": str(text), **rest} if not rest:
            return text, ""
    raise BadLine("it is not an object with text, and perhaps a step")


def _duration(text: str) -> timedelta:
    try:
        duration = _DURATION.validate_python(text)
    except ValidationError as error:
        raise BadLine(f"“{text}” is not a duration such as PT26H") from error
    if not timedelta() <= duration <= LONGEST_WAIT:
        raise BadLine(f"a wait is from nothing to {LONGEST_WAIT.days} days")
    return duration
