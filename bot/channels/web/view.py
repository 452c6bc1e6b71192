"""What a page shows, as plain data: the templates only put it into HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from bot.channels.web import CHANNEL
from bot.channels.web.lines import Line, Paragraph, Run, Signs, coach_line
from bot.content.library import Content
from bot.content.models.dialogue import WordsStep
from bot.domain.access import Access
from bot.domain.conversation import NO_PROMPT, Conversation
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
    now: list[Line]
    asked: Line | None
    earlier: list[Markup]
    is_cut: bool
    ways: list[Button]
    beside: list[Button]
    version: int
    placeholder: str
    field_first: bool
    answers: list[Answer]


Earlier = Callable[[Outgoing, str, Callable[[], Line]], Markup]
"""What gives the HTML of a line that was said before, of a row and the text of its message."""


def view(
    content: Content,
    conversation: Conversation,
    rows: Sequence[Outgoing],
    earlier: Earlier,
    *,
    whole: bool = False,
) -> View:
    """Return the page of a conversation whose lines are ``rows``."""
    messages = {each.number: each for each in conversation.messages}
    last = rows[-1].version if rows else 0
    begin = next((at for at, row in enumerate(rows) if row.version == last), 0)
    signs = _signs(content)
    commands = dict(content.words.commands)
    now = [
        _line(row, messages, commands, signs if row is rows[-1] else None) for row in rows[begin:]
    ]
    buttons = _shown(conversation, rows)
    is_open = bool(conversation.placeholder) and conversation.prompt == NO_PROMPT
    has_asked = conversation.open_page or not is_open or any(each.asks for each in now)
    return View(
        title=_title(content, conversation),
        now=now,
        asked=None if has_asked else _asked(rows[:begin], signs),
        earlier=[
            earlier(row, _text(row, messages), partial(_line, row, messages, commands))
            for row in rows[:begin]
        ],
        is_cut=not whole and len(rows) == MOST_LINES,
        ways=[each for each in buttons if not each.side],
        beside=[each for each in buttons if each.side],
        version=conversation.version,
        placeholder=conversation.placeholder,
        field_first=bool(conversation.placeholder) or conversation.prompt != NO_PROMPT,
        answers=list(_answers(content, conversation)),
    )


def who_else(access: Access) -> Iterator[str]:
    """Yield the names of the sentences that say who else gets something of a conversation."""
    in_chat = any(each.address.channel != CHANNEL for each in access.ways_in.places)
    if access.memberships:
        yield "kept_group"
    if in_chat:
        yield "kept_chat"
    if not access.memberships and not in_chat:
        yield "kept_alone"


def _signs(content: Content) -> Signs:
    titles = {each.title for each in content.dialogues.values()}
    return Signs(titles, again=content.words.question.again.partition("$")[0])


def _asked(rows: Sequence[Outgoing], signs: Signs) -> Line | None:
    """The question of the newest line that asks something, without what was said with it then."""
    for row in reversed(rows):
        if isinstance(row.what, Reply):
            line = coach_line(row.number, row.what, signs=signs)
            kinds = [each.kind for each in line.paragraphs]
            if "question" in kinds:
                first = kinds.index("place" if "place" in kinds else "question")
                return replace(line, paragraphs=line.paragraphs[first:])
    return None


def _title(content: Content, conversation: Conversation) -> str:
    current = conversation.attempt.dialogue if conversation.attempts else ""
    return content.dialogues.get(current, content.first).title


def _shown(conversation: Conversation, rows: Sequence[Outgoing]) -> list[Button]:
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


def _line(
    row: Outgoing, messages: Messages, commands: dict[str, str], signs: Signs | None = None
) -> Line:
    if isinstance(row.what, Said):
        return _mine(row.number, row.what, messages, commands)
    assert isinstance(row.what, Reply)  # noqa: S101 - nothing else stays
    return coach_line(row.number, row.what, signs=signs)


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
