"""Questions to the coach are told from answers, and each gets the answer that is nearest.

Figures are asserted on ``analysis/data/questions.csv``: what care workers would really type.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.faq import QA, Asks, best_answer
from bot.analysis.questions import Verdict, judge_question
from bot.content.library import Content, shipped_folder
from bot.content.models.dialogue import WordsStep
from bot.content.models.questions import Questions
from bot.content.readability import as_read, check_reading, texts
from bot.content.reading_grade import grade, sentences
from bot.content.text_kinds import PROMPT
from bot.content.validation import build
from bot.content.yaml_reader import Source, read
from bot.flows.registry import COMMANDS
from tests.support.growth import grows_with_the_text

DATA = Path(__file__).parent / "data" / "questions.csv"

ROWS = [
    (row["text"], row["verdict"], row["id"])
    for row in csv.DictReader(DATA.read_text("utf-8").splitlines())
]

FILE = shipped_folder() / "dialogues" / "questions.yaml"


@pytest.fixture(scope="module")
def source() -> Source:
    return read(FILE, FILE.name)


@pytest.fixture(scope="module")
def questions(source: Source) -> Questions:
    model = build(source, Questions)
    assert model, source.problems
    return model


@pytest.fixture(scope="module")
def known(questions: Questions) -> Asks:
    return Asks.of((QA(each.id, each.asks) for each in questions.questions), questions.fillers)


def verdicts(of: str) -> Counter[Verdict]:
    return Counter(judge_question(text) for text, verdict, _ in ROWS if verdict == of)


def test_the_samples_are_many_enough_to_mean_something() -> None:
    counts = Counter(verdict for _, verdict, _ in ROWS)
    assert counts["question"] >= 60
    assert counts["answer"] >= 60
    assert counts["unsure"] >= 15
    assert len({text.casefold() for text, _, _ in ROWS}) == len(ROWS)


def test_at_least_nine_in_ten_questions_are_found() -> None:
    found = verdicts("question")
    assert found["question"] / found.total() >= 0.9, found


def test_at_most_one_answer_in_fifty_is_taken_for_a_question() -> None:
    found = verdicts("answer")
    assert found["question"] / found.total() <= 0.02, found
    assert found["answer"] / found.total() >= 0.95, found


def test_what_could_be_either_is_asked_about() -> None:
    found = verdicts("unsure")
    assert found["unsure"] / found.total() >= 0.8, found
    assert not found["question"]


@pytest.mark.parametrize(
    "text",
    [
        "what do you mean by overlap?",
        "do I need the word limit",
        "can you write it for me?",
        "how long does it take",
        "is this confidential",
        "who can see this",
        "what is leadership",
        "whit dae ye mean",
        "i dont understand the question",
        "sorry what?",
        "can I stop now",
        "Hi, can I stop now please 🙏",
        "My English is not good. Can I write in my language?",
        "I'm only a domestic, can I still do it?",
    ],
)
def test_a_question_needs_no_question_mark_no_capital_and_no_standard_english(text: str) -> None:
    assert judge_question(text) == "question"


@pytest.mark.parametrize(
    "text",
    [
        "I asked the family what they wanted?",
        "She said why are we doing this?",
        "Why did I do it? Because he had nobody else.",
        "What made the difference? Time. I sat with him every day.",
        "“Can I help you?” she said to the new boy and that changed the mood.",
        "Do you want a cuppa is the first thing I ask, every visit",
        "who does what was on the board, does the rota, does the meds",
        "when the manager was off I did the handover",
        "does it cost time, aye, but it is worth it",
    ],
)
def test_a_question_inside_an_answer_is_not_for_the_coach(text: str) -> None:
    assert judge_question(text) == "answer"


@pytest.mark.parametrize("text", ["training", "no", "2", "👍👍", "", "…", "???", "the rota", "ok"])
def test_bare_words_and_marks_are_no_questions(text: str) -> None:
    assert judge_question(text) == "answer"


@pytest.mark.parametrize("text", ["what about the rota?", "could it be the meeting", "teamwork?"])
def test_an_answer_that_is_put_as_a_question_is_asked_about(text: str) -> None:
    assert judge_question(text) == "unsure"


def test_a_long_text_is_an_answer_though_it_has_questions_in_it() -> None:
    told = (
        "I am a senior in a nursery and last winter three of us were off sick. Who was going to "
        "do the lunches? Could we close a room? I rang round, moved the big room in with the wee "
        "ones and asked the cook to help us serve. Nobody waited."
    )
    assert judge_question(told) == "answer"
    assert judge_question(told + " Is that what you mean?") == "unsure"


def test_a_long_text_that_speaks_only_to_the_coach_is_a_question() -> None:
    text = (
        "can you please explain what you mean by overlap because I have read the page and I do not "
        "understand the word and what I should write about it in this question"
    )
    assert judge_question(text) == "question"


def test_a_told_thing_and_then_a_question_is_asked_about() -> None:
    assert judge_question("I made the rota and told the staff. Is that ok?") == "unsure"


def test_nothing_that_ships_as_an_example_is_taken_for_a_question(content: Content) -> None:
    steps = [step for each in content.dialogues.values() for step in each.steps]
    told = [step.example for step in steps if isinstance(step, WordsStep)]
    practices = [p for each in content.frameworks.values() for p in each.practices]
    told += [example.text for practice in practices for example in practice.examples]
    told += [activity.text for activity in content.activities.values()]
    assert len(told) > 100
    assert [text for text in told if judge_question(text) != "answer"] == []


def test_each_question_gets_its_own_answer_or_none(known: Asks) -> None:
    found = [
        (best_answer(text, known), id_) for text, verdict, id_ in ROWS if verdict == "question"
    ]
    right = sum(best == id_ for best, id_ in found)
    wrong = sum(best not in (id_, None) for best, id_ in found)
    assert right / len(found) >= 0.9
    assert wrong / len(found) <= 0.05


def test_every_way_of_asking_finds_its_question(known: Asks, questions: Questions) -> None:
    for qa in questions.questions:
        for ask in qa.asks:
            assert best_answer(ask, known) == qa.id, ask


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("whats managment", "management_meaning"),
        ("is this confidental", "who_can_see"),
        ("wha can see this", "who_can_see"),
        ("can ye no jist dae it fur me", "write_it_for_me"),
    ],
)
def test_a_letter_wrong_or_scots_finds_the_answer_too(known: Asks, text: str, id_: str) -> None:
    assert best_answer(text, known) == id_


@pytest.mark.parametrize(
    "text",
    ["whats the wifi password", "are we getting a pay rise", "do you like football", "", "🙂"],
)
def test_what_nobody_has_answered_gets_no_answer(known: Asks, text: str) -> None:
    assert best_answer(text, known) is None


def test_without_known_questions_nothing_is_near() -> None:
    assert best_answer("what is leadership", Asks.of(())) is None


@given(st.text(max_size=300))
def test_any_text_has_a_verdict_and_no_text_breaks_the_search(text: str) -> None:
    assert judge_question(text) in ("answer", "question", "unsure")
    assert best_answer(text, Asks.of([QA("one", ("what is this",))])) in ("one", None)


@pytest.mark.parametrize(
    "unit", ["a, ", "a. ", "what is the ", "do x ", "?", "a'", "_", '"a', " - "]
)
def test_a_page_of_anything_is_judged_in_a_time_that_grows_with_it(unit: str) -> None:
    assert grows_with_the_text(judge_question, unit)


def test_the_answers_are_plain(source: Source, questions: Questions) -> None:
    check_reading(questions, source)
    assert source.problems == []
    answers = [as_read(text) for _, text, kind in texts(questions) if kind == PROMPT]
    assert len(answers) >= 25
    assert grade("\n".join(answers)) <= 5
    for answer in answers:
        assert max(map(len, sentences(answer))) <= 20


def test_answers_name_only_commands_that_there_are(questions: Questions) -> None:
    for _, answer, _ in texts(questions):
        for command in re.findall(r"(?<!\w)/([a-z]+)", answer):
            assert command in COMMANDS, f"/{command} in “{answer}”"


def test_every_answer_of_the_samples_is_written(questions: Questions) -> None:
    written = {each.id for each in questions.questions}
    assert {id_ for _, _, id_ in ROWS if id_} <= written


def test_no_word_limit_is_named_where_no_badge_asks_for_one(questions: Questions) -> None:
    for each in questions.questions:
        assert "$minimum" not in each.answer or each.without_badge, each.id


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"id": "two"}, "What is a Badge"),
        ({"asks": ["a b", "c d", "e f", "g h", "i j"]}, "one"),
    ],
)
def test_nothing_stands_twice(change: dict[str, object], what: str) -> None:
    asks = ["what is a badge", "b", "badge?", "a badge", "badges"]
    one: dict[str, object] = {
        "id": "one",
        "asks": [f"{ask} " if len(ask) < 2 else ask for ask in asks],
        "answer": "It is a badge.",
    }
    words = {each: ["who"] for each in ("before", "words", "verbs", "says")}
    meant = {"asking": words, "concepts": {"it": ["it"]}}
    source = Source("q.yaml", {"questions": [one, {**one, **change}], **meant})
    assert build(source, Questions) is None
    assert f"“{what.casefold()}” stands twice" in source.problems[0].what
