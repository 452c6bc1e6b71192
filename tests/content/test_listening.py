"""The coach's words when it has listened: enough of them, plain, and none twice."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from bot.content.library import Content, shipped_folder
from bot.content.loading import load_content
from bot.content.models.base import Closed
from bot.content.models.listening import Listening
from bot.content.models.listening_lines import CONTACTS, TYPED
from bot.content.readability import as_read, texts
from bot.content.reading_grade import grade, sentences
from bot.engine.wordings import read_line
from bot.errors import ContentError
from bot.flows.safety.harm_lines import spoken

SIDE_NAMES = re.compile(r"\b(?:leadership|management)\b", re.IGNORECASE)

AT_LEAST_SIX = {
    "situation": ["role", "context", "own_act", "result"],
    "management": ["own_act", "other_act", "how", "who", "result", "evidence"],
    "leadership": ["who", "own_act", "other_act", "result", "why"],
    "overlap": ["own_act", "task_part", "people_part"],
}


@pytest.fixture(scope="module")
def lines(content: Content) -> list[str]:
    return [text for _, text, _ in texts(content.listening)]


def test_every_line_reads_at_grade_five(content: Content) -> None:
    """A word that the learner sent alone, said back before a colon, is theirs."""
    for place, text, _ in texts(content.listening):
        plain = as_read(text)
        if place[:2] == ("bare", "words"):
            plain = plain.partition(":")[2] or plain
        assert grade(SIDE_NAMES.sub("work", plain)) <= 5.0, text


def test_no_sentence_is_too_long_even_with_the_telephone_numbers_in_it(content: Content) -> None:
    known = content.support.contacts
    said = spoken(content.listening.harm.contacts, known)
    assert said["samaritans"] == "Samaritans on 116 123"
    for _, text, _ in texts(content.listening):
        plain = text
        for name, contact in said.items():
            plain = plain.replace(f"${name}", re.sub(r"(?<=\d) (?=\d)", "", contact))
        assert max(map(len, sentences(as_read(plain)))) <= 15, text


@pytest.mark.parametrize(("step", "parts"), AT_LEAST_SIX.items())
def test_each_part_of_a_step_can_be_asked_in_six_ways_and_four_of_them_without_a_word_of_theirs(
    content: Content, step: str, parts: list[str]
) -> None:
    for part in parts:
        found = getattr(content.listening.asked[step], part)
        assert len(found) >= 6
        assert sum(read_line(each).slots.isdisjoint(TYPED) for each in found) >= 4, (step, part)


def test_a_part_that_a_step_does_not_have_is_asked_in_the_words_of_another(
    content: Content,
) -> None:
    listening = content.listening
    assert listening.questions("situation", "evidence") == listening.asked["management"].evidence
    assert listening.questions("management", "own_act") == listening.asked["management"].own_act
    assert listening.questions("a_step_of_a_later_thing", "role")


def test_each_practice_of_the_two_models_has_three_names_that_fit_every_act_of_it(
    content: Content,
) -> None:
    practices = {
        each.id
        for framework in ("kotter", "leading_managing")
        for each in content.frameworks[framework].practices
    }
    assert set(content.listening.named) == practices
    for names in content.listening.named.values():
        for line in names.lines():
            assert line.startswith("“$clause” – that is ")
            assert not re.search(r"\byou\b", line), "others act too"


def test_a_smaller_question_is_there_also_where_no_word_of_theirs_fits(content: Content) -> None:
    for step, found in content.listening.smaller.items():
        assert sum(read_line(each).slots.isdisjoint(TYPED) for each in found) >= 4, step


def test_no_line_praises_or_speaks_in_idioms(lines: list[str]) -> None:
    wrong = (
        r"\b(?:great|amazing|excellent|brilliant|awesome|fantastic|perfect|no worries|on board)\b"
    )
    assert [line for line in lines if re.search(wrong, line, re.IGNORECASE)] == []


def test_no_line_that_speaks_of_harm_calls_anything_saved_or_asks_about_a_step(
    content: Content,
) -> None:
    for _, text, _ in texts(content.listening.harm):
        assert "Saved" not in text
        assert "$word" not in text
        assert "$clause" not in text


def test_no_two_sentences_look_the_same_to_a_conversation(lines: list[str]) -> None:
    marks = dict[str, set[str]]()
    for line in lines:
        parts = set(re.split(r"(?<=[.?!:])\s+", line.casefold()))
        for mark in read_line(line).marks:
            assert marks.setdefault(mark, parts) & parts, line


MISTAKES = [
    (
        "“$clause”. That is what it was like, then.",
        "“$clause”. That is where it began$.",
        "a lone “$” stands here",
    ),
    (
        "“$clause”. That is what it was like, then.",
        "“$clause”. That is where $that began.",
        "“$that” is not filled in here",
    ),
    (
        "“$clause”. That is what it was like, then.",
        "“$clause”. Now a reader can picture it.",
        "stands here a second time",
    ),
    (
        "“$clause”. That is what it was like, then.",
        "$clause. That is what it was like, then.",
        "stands in “ ”",
    ),
    ("  planning_budgeting:\n    any:", "  planing_budgeting:\n    any:", "did you mean"),
    ("  overlap:\n    own_act:", "  overlapp:\n    own_act:", "there is no “overlapp”"),
    ("What is your job there?", "What is your job? Or is it?", "asks one thing"),
    ("What is different at work now?", "What was better by the end?", "stands here a second time"),
    (
        "“$clause”. That is what it was like, then.",
        "“$clause”. That was the organisational implementation.",
        "reading grade",
    ),
]


@pytest.mark.parametrize(("good", "bad", "message"), MISTAKES)
def test_a_mistake_in_a_line_is_told_with_its_place(
    tmp_path: Path, good: str, bad: str, message: str
) -> None:
    for name in ("dialogues", "frameworks"):
        shutil.copytree(shipped_folder() / name, tmp_path / name)
    file = tmp_path / "dialogues" / "listening.yaml"
    text = file.read_text()
    assert good in text
    file.write_text(text.replace(good, bad, 1))
    with pytest.raises(ContentError) as told:
        load_content(tmp_path, today=date(2026, 11, 21))
    assert re.search(
        rf"listening\.yaml:\d+: .*{re.escape(message)}", "\n".join(map(str, told.value.problems))
    )


BY_NAME = frozenset(("Parts", "FirstSteps", "Names", "ForWords"))
"""Lines that the models themselves look up, by the part, the harm or the practice."""


UNSURE = frozenset(("crisis_unsure", "crisis_of_body", "concern_unsure"))
"""Lines of a first step that the model of harm looks up where nobody knows whom it is about."""


def needs_of(model: type[Closed]) -> Iterator[str]:
    """Yield the name of every list of lines that an author may write."""
    for name, each in model.model_fields.items():
        kinds = (each.annotation, *get_args(each.annotation))
        inner = [one for one in kinds if isinstance(one, type) and issubclass(one, Closed)]
        if not inner:
            yield name
        for one in inner:
            yield from needs_of(one) if one.__name__ not in BY_NAME else ()


def test_no_line_is_written_that_the_coach_never_says() -> None:
    """Each is asked for by its name somewhere in the flows, or is the name of a remark."""
    said = set[str]()
    bot = Path(__file__).parents[2] / "bot"
    for room in ("flows", "engine", "analysis/reading"):
        for path in (bot / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Attribute):
                    said.add(node.attr)
                elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                    said.add(node.value)
    contacts = set(CONTACTS)
    assert set(needs_of(Listening)) - said - contacts - UNSURE == set()
