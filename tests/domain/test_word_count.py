from __future__ import annotations

import pytest

from bot.domain.word_count import count_words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("I made a new rota", 5),
        ("", 0),
        ("   \n\t ", 0),
        ("👍 👍👍", 0),
        ("well-being", 1),
        ("and/or", 1),
        ("non\u00a0breaking\u202fspaces", 3),
        ("a – b - c", 3),
        ("• one\n• two", 2),
        ("- one\n  - two", 2),
        ("1. one\n2. two\n10) ten", 3),
        ("* one", 1),
        ("2", 1),
        ("2019. We moved house", 4),
        ("I gave 2.5 ml", 4),
        ("bha i toilichte", 3),
        ("她 很 好", 3),
        ("— …", 0),
        ("'quoted'", 1),
        ("one\x00two", 1),
        ("I rang [phone number] about [a resident]", 3),
        ("[insert …]", 0),
        ("<your text here> I rang round", 3),
        ("I rang. [Describe what management skills you used.] It helped.", 4),
        ("{please add your answer} yes", 1),
        ("[text here]", 0),
        ("we waited [and then we waited] for him", 8),
        ("he has [type 2 diabetes] and his [state pension]", 9),
        ("[give her time, I thought]", 5),
        ("[laughs]", 1),
        ("[Mary]", 1),
        ("she said <nothing>", 3),
    ],
)
def test_words_are_counted_as_a_person_would(text: str, count: int) -> None:
    assert count_words(text) == count


def test_a_very_long_answer_is_counted_whole() -> None:
    assert count_words("word " * 20_000) == 20_000
