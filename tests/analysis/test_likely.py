"""What a text likely asks and says, by the tables that ship, in words that no author listed."""

from __future__ import annotations

import pytest

from bot.analysis.knowledge import Knowledge
from bot.content.library import shipped_folder
from bot.content.loading import load_content

KNOWLEDGE = Knowledge.of(load_content(shipped_folder()))


def asked(text: str) -> list[str]:
    return [each.id for each in KNOWLEDGE.meanings.meant_in(text)]


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("is it all right to put the old man's real name", "names"),
        ("foo mony wirds hae ye tae hae", "how_many_words"),
        ("is it fine to type the way I talk at home", "own_way"),
        ("would it be ok if my mate Sheila looked it over before it goes", "somebody_reads"),
        ("could I get chatgpt to tidy it for me first", "ai_of_my_own"),
        ("that Kotter fella, who was he when he was at home?", "who_is_kotter"),
    ],
)
def test_a_question_in_words_that_no_author_listed_is_known(text: str, id_: str) -> None:
    assert id_ in asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "I asked her who reads the book at night and she said nobody",
        "We wrote the names on the board so that the night staff knew who was in",
        "She said can I go home now and I sat down with her",
        "nobody knew how many pads were left so I counted them",
        "is it the rota that does it, I thought, and so I changed the rota",
    ],
)
def test_what_was_asked_or_written_at_work_asks_the_coach_nothing(text: str) -> None:
    assert not asked(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("need to run, the bus is here", "going"),
        ("cannae keep my eyes open after that shift", "tired"),
        ("what was it you were wanting to know again", "where"),
        ("you've stuck my bit about the pharmacy in the wrong bit", "wrong_place"),
        ("we got the keys to the new house on Friday!", "good_news"),
    ],
)
def test_what_is_said_to_the_coach_is_known_in_other_words(text: str, said: str) -> None:
    assert KNOWLEDGE.said_in(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "I told the family that the doctor would ring back by four",
        "the list went up on the door and everyone kept to it",
        "inclusion",
    ],
)
def test_an_answer_says_nothing_to_the_coach(text: str) -> None:
    assert not KNOWLEDGE.said_in(text)
