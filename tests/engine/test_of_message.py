"""What is known of the message of a turn is found once, and anew where other words are heard."""

from __future__ import annotations

from bot.analysis.knowledge import Knowledge
from bot.content.library import Content
from bot.domain.events import Event
from bot.engine.of_message import OfMessage


def told(text: str) -> Event:
    return Event("somebody", "say", text, "1", "1")


def test_what_was_found_is_found_once_until_other_words_are_heard(content: Content) -> None:
    turn, looked = OfMessage(), list[str]()
    turn.event, turn.knowledge = told("I asked Siobhan"), Knowledge.of(content)

    def look() -> int:
        looked.append(turn.event.text)
        return len(looked)

    assert [turn.once("how often", look), turn.once("how often", look)] == [1, 1]
    assert turn.once("another thing", look) == 2
    assert len(turn.names) == 1
    turn.hear(told("I asked my colleague"))
    assert turn.once("how often", look) == 3
    assert not turn.names
    assert looked == ["I asked Siobhan", "I asked Siobhan", "I asked my colleague"]
