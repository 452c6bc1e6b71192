"""*How it was made*: every message that a paragraph of the statement came from, and what was done
to it. That a message is as it was sent is said only where nothing was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.content.library import Content
from bot.content.words.words import Words
from bot.domain.conversation import Attempt, Conversation
from bot.domain.documents import Document, Part
from bot.domain.messages import BETWEEN, Message
from bot.domain.parts import label_before, root_of
from bot.domain.sharing import Sharing
from bot.domain.statement import Statement
from bot.domain.turn import File
from bot.engine.context import TurnContext
from bot.engine.dates import to_the_minute
from bot.engine.wording import fill, join
from bot.exports.as_text import as_text
from bot.flows.sharing.told import read_by


def ledger(turn: TurnContext, _: str = "") -> None:
    """A file that names every message that a paragraph came from."""
    words = turn.content.words
    text = as_text(how_of(turn, turn.attempt, turn.statement))
    stem = turn.fill(words.file_name.ledger, dialogue=turn.dialogue.id)
    turn.tell(turn.fill(words.ledger.here), file=File(stem, "txt", "text/plain", text))
    turn.show_again()


def how_of(turn: TurnContext, attempt: Attempt, statement: Statement) -> Document:
    """Return the same of an attempt as a document, with who has read it."""
    mine = [each for each in turn.access.sharings if each.attempt == attempt.number]
    return how_it_was_made(turn.content, turn.conversation, statement, mine)


def how_it_was_made(
    content: Content,
    conversation: Conversation,
    statement: Statement,
    sharings: Sequence[Sharing] = (),
) -> Document:
    """Return the same as a document, for a form of its own or after the statement."""
    words = content.words
    parts = [
        Part(
            section.heading,
            BETWEEN.join(_message(words, conversation, each) for each in section.messages),
        )
        for section in statement.written
    ]
    total = fill(words, words.ledger.sum, count=statement.own_words)
    title = fill(words, words.ledger.title, name=statement.dialogue.name)
    readers = read_by(content, sharings, conversation.preferences.zone)
    return Document(str(title), (*parts, *readers, Part("", str(total))))


def _message(words: Words, conversation: Conversation, message: Message) -> str:
    said, messages = words.ledger, conversation.messages
    number = root_of(message, messages).number
    at = to_the_minute(message.at, conversation.preferences.zone)
    head = fill(words, said.message, number=number, at=at)
    part = [fill(words, said.part)] if message.origin else []
    changes = list(_changes(words, conversation, message)) or [fill(words, said.as_sent)]
    return f"{join(' ', [head, *part, *changes])}\n{message.shown}"


def _changes(words: Words, conversation: Conversation, message: Message) -> Iterator[str]:
    """Yield what makes the words other than they were sent, each in a few words."""
    said, markers = words.ledger, dict(words.markers).values()
    if message.edited_at:
        at = to_the_minute(message.edited_at, conversation.preferences.zone)
        yield fill(words, said.edited, at=at)
    if label := label_before(message, conversation.messages):
        yield fill(words, said.label, label=" ".join(label.split()))
    if used := [each for each in dict.fromkeys(markers) if each in message.text]:
        yield fill(words, said.replaced, markers=", ".join(used))
    for start, end in message.cuts:
        yield fill(words, said.left_out, text=" ".join(message.text[start:end].split()))
