"""The contents of a page as plain data: the templates only put it into HTML."""

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
from bot.flows.registry import FLOWS

MOST_LINES = 10
"""Lines that a page shows; all of them are one press away."""

BY_PRESS = frozenset(name for name, each in FLOWS.prompts.items() if each.by_press)
"""What is answered by a button: a field to write in comes after that."""

Messages = dict[int, Message]


@dataclass(frozen=True, slots=True)
class Change:
    """A message that is being changed, and the HTML of the form that stands in its place.

    Without a form it just was.
    """

    message: int
    form: Markup | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A message of an answer, as the review lists it, or the form that changes it."""

    label: str
    message: int
    text: str
    form: Markup | None = None
    has_changed: bool = False


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
    opens_earlier: bool
    ways: list[Button]
    beside: list[Button]
    version: int
    place: str
    placeholder: str
    field_first: bool
    is_choice: bool
    answers: list[Answer]


@dataclass(frozen=True, slots=True)
class Question:
    """A line that asks something, which stands out, and ``alone`` without what came before it."""

    line: Line
    alone: Line


@dataclass(frozen=True, slots=True)
class Shown:
    """Something that was said, as it is shown once more was said, and what it asks."""

    line: Line
    question: Question | None = None


class Views:
    """The contents of conversations' pages. Lines that were said before are made once."""

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
        self._read = MadeOnce[str, Shown]()
        self._drawn = MadeOnce[tuple[str, str], Markup]()

    def of(
        self,
        conversation: Conversation,
        rows: Sequence[Outgoing],
        base: str,
        *,
        whole: bool = False,
        change: Change | None = None,
    ) -> View:
        """Return the page of a conversation whose lines are ``rows``.

        What is changed is changed where it stands: among the answers, else in its line.
        """
        messages = {each.number: each for each in conversation.messages}
        last = rows[-1].version if rows else 0
        begin = next((at for at, row in enumerate(rows) if row.version == last), 0)
        shown = [self._shown(row, messages) for row in rows]
        question = shown[-1].question if shown else None
        before = rows[:-1] if question else rows
        drawn = zip(before, shown, strict=False)
        said = [self._draw(row, each, messages, base) for row, each in drawn]
        if question:  # it stands out while it is the newest
            said.append(self._html(question.line, base))
        answers = list(self.answers(conversation, change))
        at = begin
        if change and change.form and not any(each.form for each in answers):
            lines = _lines_of(change.message, rows)
            at = lines[-1] if lines else begin
            said[at : at + len(lines[-1:])] = [change.form]
        buttons = _buttons(conversation, rows)
        is_open = bool(conversation.placeholder) and conversation.prompt == NO_PROMPT
        is_asked = conversation.prompt != NO_PROMPT and not conversation.open_page
        is_choice = is_asked and conversation.prompt in BY_PRESS
        has_asked = conversation.open_page or not is_open or question
        return View(
            title=_title(self._content, conversation),
            now=said[begin:],
            asked=None if has_asked else self._asked(shown[:begin], base),
            earlier=said[:begin],
            is_cut=not whole and len(rows) == MOST_LINES,
            opens_earlier=at < begin,
            ways=[each for each in buttons if not each.side],
            beside=[each for each in buttons if each.side],
            version=conversation.version,
            place=place_of(conversation),
            placeholder=conversation.placeholder,
            field_first=not is_choice and (is_asked or bool(conversation.placeholder)),
            is_choice=is_choice,
            answers=answers,
        )

    def answers(self, conversation: Conversation, change: Change | None = None) -> Iterator[Answer]:
        """Yield the messages of the answers, where somebody looks back at them."""
        if not conversation.attempts or conversation.attempt.step not in LOOKING_BACK:
            return
        if conversation.open_page or conversation.prompt in BY_PRESS:  # they look at that
            return
        attempt = conversation.attempt
        dialogue = self._content.dialogues.get(attempt.dialogue, self._content.first)
        for step in dialogue.steps:
            if not isinstance(step, WordsStep):
                continue
            for each in conversation.messages:
                mine = each.attempt == attempt.number and each.step == step.id
                if mine and not each.aside and each.text:
                    mine = change is not None and change.message == each.number
                    form = change.form if change and mine else None
                    yield Answer(step.label, each.number, each.text, form, mine and not form)

    def _asked(self, shown: Sequence[Shown], base: str) -> Markup | None:
        """The question of the newest line that asks something."""
        asked = next((each.question for each in reversed(shown) if each.question), None)
        return self._html(asked.alone, base) if asked else None

    def _shown(self, row: Outgoing, messages: Messages) -> Shown:
        return self._read.of(row, _text(row, messages), partial(self._make, row, messages))

    def _draw(self, row: Outgoing, shown: Shown, messages: Messages, base: str) -> Markup:
        of = base, _text(row, messages)
        return self._drawn.of(row, of, partial(self._html, shown.line, base))

    def _make(self, row: Outgoing, messages: Messages) -> Shown:
        if isinstance(row.what, Said):
            return Shown(_mine(row.number, row.what, messages, self._commands))
        assert isinstance(row.what, Reply)  # noqa: S101 - nothing else stays
        line = coach_line(row.number, row.what, signs=self._signs)
        question = _question(line)
        return Shown(coach_line(row.number, row.what) if question else line, question)


def place_of(conversation: Conversation) -> str:
    """Name the question that is open, so that an old page is known from one of the same."""
    if not conversation.attempts:
        return ""
    return f"{conversation.attempt.number}-{conversation.attempt.step}"


def who_else(around: Around) -> Iterator[str]:
    """Yield the names of the sentences that say who else gets something of a conversation."""
    if around.is_member:
        yield "kept_group"
    if around.in_chat:
        yield "kept_chat"
    if not around.is_member and not around.in_chat:
        yield "kept_alone"


def _question(line: Line) -> Question | None:
    """Return the question of a line; None where it asks nothing."""
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


def _lines_of(message: int, rows: Sequence[Outgoing]) -> list[int]:
    """Which lines show a message; none where it was said in another channel."""
    said = ((at, row.what) for at, row in enumerate(rows))
    return [at for at, what in said if isinstance(what, Said) and what.message == message]


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
