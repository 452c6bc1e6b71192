"""What a learner took back stands in no line that stays."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.domain.conversation import Conversation
from bot.domain.lost_words import LostWords, lost_words, without
from bot.domain.messages import Message, Messages
from bot.domain.turn import File, Reply, Turn

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)


def message(text: str, number: int = 1) -> Message:
    return Message(number, 1, "management", text, NOW, f"said {number}")


def lost(before: list[Message], after: list[Message]) -> LostWords | None:
    mine, theirs = Conversation("1"), Conversation("1")
    mine.messages, theirs.messages = Messages(before), Messages(after)
    return lost_words(Turn(mine, theirs, (), NOW))


def quoting(text: str, *quotes: str) -> Reply:
    spans = tuple((text.index(each), text.index(each) + len(each)) for each in quotes)
    return Reply(text, typed=spans)


def test_nothing_is_lost_where_no_message_was_changed() -> None:
    kept = message("I wrote the rota.")
    assert lost([kept], [kept, message("And a list.", 2)]) is None


def test_a_quote_of_dropped_words_goes_and_other_quotes_stay() -> None:
    stays = message("I wrote the rota.", 2)
    found = lost([message("He hit a child in the hall."), stays], [message(""), stays])
    assert found
    line = quoting("You said “he hit a child” and “I wrote the rota”.", "he hit a child", "I wrote")
    changed = without(line, found)
    assert changed.text == "You said “[…]” and “I wrote the rota”."
    assert [changed.text[start:end] for start, end in changed.typed] == ["I wrote"]


def test_a_quote_that_was_cut_short_goes_too() -> None:
    found = lost([message("He hit a child in the hall and ran.")], [message("")])
    assert found
    assert "hit" not in without(quoting("So: He hit a child…", "He hit a child…"), found).text


def test_words_that_another_message_says_too_stay() -> None:
    twice = message("I wrote the rota.", 2)
    found = lost([message("I wrote the rota.")], [message(""), twice])
    assert found is None or without(quoting("“I wrote the rota”", "I wrote the rota"), found).typed


def test_a_name_that_was_replaced_goes_from_the_question_about_it() -> None:
    found = lost([message("Jan Kowalski helped.")], [message("[name] helped.")])
    assert found
    line = quoting("Is “Jan Kowalski” a person? “helped” stays.", "Jan Kowalski", "helped")
    assert without(line, found).text == "Is “[…]” a person? “helped” stays."


def test_a_copy_of_the_statement_and_its_file_lose_the_words_as_well() -> None:
    kept = message("I wrote the rota.", 2)
    found = lost([message("He hit a child.\nIn the hall."), kept], [message(""), kept])
    assert found
    text = "Management\n\nHe hit a child.\nIn the hall.\n\nI wrote the rota."
    line = Reply(text, verbatim=True, file=File("statement", "txt", "text/plain", text))
    changed = without(line, found)
    assert changed.text == "Management\n\n[…]\n[…]\n\nI wrote the rota."
    assert changed.file is None
    data = File("data", "json", "application/json", '{"text": "He hit a child.\\nIn the hall."}')
    assert without(Reply("Here", file=data), found).file is None
    other = File("data", "csv", "text/csv", "1,2")
    assert without(Reply("Here", file=other), found).file is other
