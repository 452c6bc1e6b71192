"""What is known of a conversation's messages is what a look at each of them tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.messages import Message, Messages, joined
from bot.domain.word_count import count_words

AT = datetime(2026, 3, 2, tzinfo=UTC)

text = st.lists(
    st.sampled_from(
        ["I rang her", "- one", "[a resident]", "2.", "", "\n", "é", "[insert", "here]"]
    )
).map(" ".join)
kept = st.fixed_dictionaries(
    {
        "attempt": st.integers(1, 2),
        "step": st.sampled_from(["", "situation", "management"]),
        "text": text,
        "source": st.sampled_from("abc"),
        "aside": st.booleans(),
        "joint": st.sampled_from([None, None, None, "", " ", "\n"]),
        "cuts": st.sampled_from([(), (), ((0, 2),)]),
        "names": st.sampled_from([(), (), (("mark", "[a resident]"),)]),
    }
)
act = st.tuples(st.integers(0, 30), kept, st.booleans())


@settings(max_examples=120, deadline=None)
@given(st.lists(act, max_size=14))
def test_whatever_is_appended_and_replaced_is_found_where_it_stands(
    acts: list[tuple[int, dict[str, object], bool]],
) -> None:
    messages = Messages()
    for number, fields, is_new in acts:
        before = [*messages]
        if is_new or not messages:
            message = Message(number=len(messages) + 1, at=AT, **fields)  # type: ignore[arg-type]
            changed = messages.copy()
            changed.append(message)
        else:
            place, changed = number % len(messages), messages.copy()
            changed[place] = replace(messages[place], **fields)  # type: ignore[arg-type]
        agree(messages)
        assert [*messages] == before
        messages = changed
        agree(messages)


def agree(messages: Messages) -> None:
    for attempt in (1, 2):
        mine = [each for each in messages if each.attempt == attempt]
        assert sorted({each.step for each in mine}) == sorted(
            step
            for step in messages.steps(attempt)
            if messages.at(attempt, step) or messages.at(attempt, step, aside=True)
        )
        for step in ("", "situation", "management"):
            answer = [each for each in mine if each.step == step and not each.aside]
            assert [*messages.at(attempt, step)] == answer
            aside = [each for each in mine if each.step == step and each.aside]
            assert [*messages.at(attempt, step, aside=True)] == aside
            assert messages.words(attempt, step) == count_words(joined(answer))
    assert [*messages.special()] == [each for each in messages if each.names or each.cuts]
    assert all(messages.has_source(s) == (s in {m.source for m in messages}) for s in "abcd")
