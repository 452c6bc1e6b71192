"""What a page shows, as plain data: the templates only put it into HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from bot.channels.web.earlier import MadeOnce
from bot.channels.web.lines import Line, Paragraph, Run, Signs, coach_line
from bot.content.library import Content
from bot.content.models.dialogue import WordsStep
from bot.domain.conversation import NO_PROMPT, Conversation
from bot.domain.crossing import Around
from bot.domain.messages import Message
from bot.domain.offers import Button
from bot.domain.outbox import Outgoing, Said
from bot.domain.turn import Reply
from bot.engine.machine import LOOKING_BACK

MOST_LINES = 10
"""Lines that a page shows; all of them are one press away."""

Messages = dict[int, Message]


@dataclass(frozen=True, slots=True)
class Answer:
    """A message of an answer, as the review lists it."""

    label: str
    message: int
    text: str


@dataclass(frozen=True, slots=True)
class View:
    """Everything that the page of a conversation shows.

    ``asked`` is the open question where the newest lines do not have it: in a chat it would still
    stand a little above.
    """

    title: str
    now: list[Markup]
    asked: Markup | None
    earlier: list[Markup]
    is_cut: bool
    ways: list[Button]
    beside: list[Button]
    version: int
    placeholder: str
    field_first: bool
    answers: list[Answer]


@dataclass(frozen=True, slots=True)
class Question:
    """A line that asks something, which stands out, and ``alone`` without what came before it."""

    line: Line
    alone: Line


@dataclass(frozen=True, slots=True)
class Shown:
    """The HTML of something that was said, as it is shown once more was said, and what it asks."""

    html: Markup
    question: Question | None = None


class Views:
    """What the pages of conversations show. What was said before is made once."""

    def __init__(self, content: Content, html: Callable[[Line, str], Markup]) -> None:
        """``html`` makes the HTML of a line, with the base of its links."""
        self._content, self._html = content, html
        self._commands = dict(content.words.commands)
        titles = {each.title for each in content.dialogues.values()}
        headings = {
            str(step.heading)
            for dialogue in content.dialogues.values()
            for step in dialogue.steps
            if isinstance(step, WordsStep)
        }
        self._signs = Signs(titles, content.words.question.again.partition("$")[0], headings)
        self._made = MadeOnce[tuple[str, str], Shown]()

    def of(
        self,
        conversation: Conversation,
        rows: Sequence[Outgoing],
        base: str,
        *,
        whole: bool = False,
    ) -> View:
        """Return the page of a conversation whose lines are ``rows``."""
        messages = {each.number: each for each in conversation.messages}
        last = rows[-1].version if rows else 0
        begin = next((at for at, row in enumerate(rows) if row.version == last), 0)
        shown = [self._shown(row, messages, base) for row in rows]
        said = [each.html for each in shown]
        question = shown[-1].question if shown else None
        if question:  # it stands out while it is the newest
            said[-1] = self._html(question.line, base)
        buttons = _buttons(conversation, rows)
        is_open = bool(conversation.placeholder) and conversation.prompt == NO_PROMPT
        has_asked = conversation.open_page or not is_open or question
        return View(
            title=_title(self._content, conversation),
            now=said[begin:],
            asked=None if has_asked else self._asked(shown[:begin], base),
            earlier=said[:begin],
            is_cut=not whole and len(rows) == MOST_LINES,
            ways=[each for each in buttons if not each.side],
            beside=[each for each in buttons if each.side],
            version=conversation.version,
            placeholder=conversation.placeholder,
            field_first=bool(conversation.placeholder) or conversation.prompt != NO_PROMPT,
            answers=list(_answers(self._content, conversation)),
        )

    def _asked(self, shown: Sequence[Shown], base: str) -> Markup | None:
        """The question of the newest line that asks something."""
        asked = next((each.question for each in reversed(shown) if each.question), None)
        return self._html(asked.alone, base) if asked else None

    def _shown(self, row: Outgoing, messages: Messages, base: str) -> Shown:
        of = base, _text(row, messages)
        return self._made.of(row, of, partial(self._make, row, messages, base))

    def _make(self, row: Outgoing, messages: Messages, base: str) -> Shown:
        if isinstance(row.what, Said):
            return Shown(self._html(_mine(row.number, row.what, messages, self._commands), base))
        assert isinstance(row.what, Reply)  # noqa: S101 - nothing else stays
        line = coach_line(row.number, row.what, signs=self._signs)
        question = _question(line)
        return Shown(
            self._html(coach_line(row.number, row.what) if question else line, base), question
        )


def who_else(around: Around) -> Iterator[str]:
    """Yield the names of the sentences that say who else gets something of a conversation."""
    if around.is_member:
        yield "kept_group"
    if around.in_chat:
        yield "kept_chat"
    if not around.is_member and not around.in_chat:
        yield "kept_alone"


def _question(line: Line) -> Question | None:
    """What a line asks; None where it asks nothing."""
    if not line.asks:
        return None
    kinds = [each.kind for each in line.paragraphs]
    first = kinds.index("place" if "place" in kinds else "question")
    return Question(line, replace(line, paragraphs=line.paragraphs[first:]))


def _title(content: Content, conversation: Conversation) -> str:
    current = conversation.attempt.dialogue if conversation.attempts else ""
    return content.dialogues.get(current, content.first).title


def _buttons(conversation: Conversation, rows: Sequence[Outgoing]) -> list[Button]:
    """Return what can be pressed, and after a reminder, or news, what that offers beside it."""
    shown = [each for each in conversation.offers if each.shown]
    what = rows[-1].what if rows else None
    more = what.buttons if isinstance(what, Reply) else ()
    known = {each.action for each in conversation.offers}
    return [*shown, *(each for each in more if each.action not in known)]


def _answers(content: Content, conversation: Conversation) -> Iterator[Answer]:
    """The messages of the answers, where somebody looks back at them."""
    if not conversation.attempts or conversation.attempt.step not in LOOKING_BACK:
        return
    attempt = conversation.attempt
    dialogue = content.dialogues.get(attempt.dialogue, content.first)
    for step in dialogue.steps:
        if not isinstance(step, WordsStep):
            continue
        for each in conversation.messages:
            mine = each.attempt == attempt.number and each.step == step.id
            if mine and not each.aside and each.text:
                yield Answer(step.label, each.number, each.text)


def _text(row: Outgoing, messages: Messages) -> str:
    """The text of the message that a line shows, which may be changed."""
    message = messages.get(row.what.message) if isinstance(row.what, Said) else None
    return message.text if message else ""


def _mine(number: int, said: Said, messages: Messages, commands: dict[str, str]) -> Line:
    message = messages.get(said.message)
    words = message.text if message else commands.get(said.words.removeprefix("/"), said.words)
    paragraphs = tuple(
        Paragraph("plain", (Run(each),), starts_block=False) for each in words.split("\n") if each
    )
    can_change = message is not None and bool(message.text)
    return Line(
        number,
        is_mine=True,
        paragraphs=paragraphs,
        message=said.message if can_change else 0,
        is_press=not said.message,
        is_gone=bool(said.message) and not words,
    )
