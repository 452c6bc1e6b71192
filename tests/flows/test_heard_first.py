"""A message in which somebody says how they are, beside a question or an answer: both are heard."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner

ASKED = [
    ("im knackered and my back is killing me, how many words left", "tired", "29 words"),
    ("head is mince after that shift, what was u asking me again", "tired", "What"),
    (
        "my wee boy is sick so i cant stay. does it keep?",
        "own_news",
        "Nothing that you sent is lost",
    ),
    ("dads had a fall so im sittin in a&e wi him. what was the question", "own_news", "management"),
    ("thanks, thats kind. who reads this?", "thanks", "run this coach"),
    ("sorry, i dont get it, what is a management skill? im only a carer", "rank", "plans, rotas"),
    ("omg i feel so stupid. can you give me an example", "low", "An example"),
]
"""What is typed, which lines it may get first, and what its question is answered by."""


@pytest.fixture
def told(learner: Learner) -> Learner:
    """A learner who has told of something, and is asked about management."""
    learner.at("situation").say("I work in a care home, nights")
    learner.say(
        "I showed the new girl the hoist and stayed beside her until she was sure, so she can do "
        "it alone now"
    )
    return learner.at("management")


@pytest.mark.parametrize(("text", "what", "answer"), ASKED)
def test_who_says_how_they_are_is_heard_before_the_answer(
    told: Learner, text: str, what: str, answer: str
) -> None:
    words = told.statement.own_words
    said = told.say(text)
    lines = getattr(told.content.listening.kinds.beside, what)
    first = next((said.index(each) for each in lines if each in said), None)
    assert first is not None, said
    assert answer in said[first:]
    assert told.statement.own_words == words


@pytest.mark.parametrize("text", [each[0] for each in ASKED])
def test_such_a_message_is_kept_once_as_it_was_typed(told: Learner, text: str) -> None:
    told.say(text)
    assert [each.text for each in told.conversation.messages].count(text) == 1


def test_news_of_their_own_beside_an_answer_are_heard_and_left_out_of_it(told: Learner) -> None:
    said = told.say(
        "moved the tea to 4 so she'd be settled before it gets dark. my gran was the same, she "
        "passed in march"
    )
    assert any(each in said for each in told.content.listening.kinds.beside.own_news)
    assert "Saved · 13 words" in said
    assert "Put it in my answer" in told.buttons
    assert "Saved · 22 words" in told.press("Put it in my answer")


def test_what_somebody_feels_beside_an_answer_gets_a_word_and_stays_in_it(told: Learner) -> None:
    said = told.say(
        "I made the new lassie a wee card wi the door codes. she's leaving and I'm gutted"
    )
    assert any(each in said for each in told.content.listening.kinds.beside.hurt)
    assert "Saved · 17 words" in said


@pytest.mark.parametrize(
    "text",
    [
        "She was tired and scared so I sat with her until she slept",
        "the girls were shattered so I swapped the tea break to four and wrote it on the board",
        "My dad had dementia so I know how to sit with her, and I showed the others",
        "I was nervous but I told the manager that the hoist was not safe",
        "He was gutted about the match so we watched it again together",
        "right see ma wee man, he's got the dementia an he wis hidin his dinners doon the back ae "
        "the couch. so ah started bringin ma ain piece an sittin doon wi him",
        "One lady was tired, so I let her sleep and moved the bath",
    ],
)
def test_a_story_with_such_words_in_it_is_an_answer_like_any_other(
    told: Learner, text: str
) -> None:
    said = told.say(text)
    beside = told.content.listening.kinds.beside
    assert said.startswith("✓ Saved")
    assert not any(line in said for _, lines in beside for line in lines)
