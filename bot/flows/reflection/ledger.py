"""*How it was made*: every message that a paragraph of the statement came from, and what was done
to it. That a message is as it was sent is said only where nothing was."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.conversation import Message
from bot.domain.parts import label_before, root_of
from bot.domain.statement import BETWEEN
from bot.domain.turn import File
from bot.engine.context import TurnContext
from bot.engine.wording import join

_AT = "%Y-%m-%d %H:%M"


def ledger(turn: TurnContext, _: str = "") -> None:
    """A file that names every message that a paragraph came from."""
    words, statement = turn.content.words.ledger, turn.statement
    parts: list[str] = [turn.fill(words.title, name=turn.dialogue.name)]
    for section in statement.written:
        lines = [section.heading, *(_message(turn, each) for each in section.messages)]
        parts.append("\n".join(lines))
    parts.append(turn.fill(words.sum, count=statement.own_words))
    text = BETWEEN.join(parts) + "\n"
    stem = turn.fill(turn.content.words.file_name.ledger, dialogue=turn.dialogue.id)
    turn.tell(turn.fill(words.here), file=File(stem, "txt", "text/plain", text))
    turn.show_again()


def _message(turn: TurnContext, message: Message) -> str:
    words = turn.content.words.ledger
    number = root_of(message, turn.conversation.messages).number
    head = turn.fill(words.message, number=number, at=f"{message.at:{_AT}}")
    part = [turn.fill(words.part)] if message.origin else []
    changes = list(_changes(turn, message)) or [turn.fill(words.as_sent)]
    return f"{join(' ', [head, *part, *changes])}\n{message.shown}"


def _changes(turn: TurnContext, message: Message) -> Iterator[str]:
    """Yield what makes the words other than they were sent, each in a few words."""
    words, markers = turn.content.words.ledger, dict(turn.content.words.markers).values()
    if message.edited_at:
        yield turn.fill(words.edited, at=f"{message.edited_at:{_AT}}")
    if label := label_before(message, turn.conversation.messages):
        yield turn.fill(words.label, label=" ".join(label.split()))
    if used := [each for each in dict.fromkeys(markers) if each in message.text]:
        yield turn.fill(words.replaced, markers=", ".join(used))
    for start, end in message.cuts:
        yield turn.fill(words.left_out, text=" ".join(message.text[start:end].split()))
