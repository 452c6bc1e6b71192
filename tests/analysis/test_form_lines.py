"""What a template left behind is pointed out, no answer ever is, and showing changes no word."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.form_lines import clean, find_leftovers
from bot.content.library import Content
from bot.content.models.dialogue import WordsStep
from bot.domain.word_count import count_words
from tests.support.growth import grows_with_the_text

OWN = "I am a support worker and I made a new plan for meals with the cook."

ASKED = Path(__file__).parents[1] / "flows" / "asked.yaml"


def left(text: str) -> list[str]:
    return [text[each.start : each.end] for each in find_leftovers(text)]


LINES = [
    *("Name:", "Reg no:", "Reg. no: 3012345", "SSSC registration number: 3012345", "Description"),
    *(
        "Feelings:",
        "3. Evaluation",
        "Analysis",
        "Conclusion",
        "Action plan:",
        "Registration number",
    ),
    *("1. Description: what happened?", "What were you thinking and feeling?", "So what?"),
    *("What sense can you make of the situation?", "What else could you have done?"),
    *(
        "If it arose again, what would you do?",
        "Your evidence",
        "Link to evidence",
        "Email address:",
    ),
    *("Date completed:", "Signature of learner:", "I confirm that this is my own work"),
    *("Page 2 of 3", "page 4", "- 3 -", "[Insert your answer here]", "(max 200 words)"),
    *("Word count: 213", "213 words", "Name: ______", "Candidate number", "Candidate No: 12345"),
    *("Date: 12/3/24", "Signature ..........", "Tutor:", "Reflection on Thing 2 final.docx"),
    *("SSSC 23 Things Leadership – Thing 2", "Thing 2: Leadership / management?", "Thing 2"),
    "SSSC 23 Things Leadership – Thing 2: Leadership/Management",
    "Open Badge: SSSC 23 Things Leadership – Thing 2: Leadership/Management",
    "Counts towards: SSSC 23 Things Leadership –  Leadership Fundamentals",
    "Write a statement (minimum 200 words) about:",
    "2. Think about your role and a situation where you play a significant part in achieving a "
    "positive outcome. Write a statement (minimum 200 words) about:",
    *("where you see management skills being used", "the leadership you or others show"),
    "where both management and leadership skills overlap",
    *("Confidential", "CONFIDENTIAL", "Version 1.2", "v2", "Leave a Reply", "Back to top"),
    "https://23leadership.sssc.uk.com/2017/05/01/thing-2-open-badges/",
    *("www.sssc.uk.com", "___________", "..............", "=====", "Print this page"),
    "Your email address will not be published. Required fields are marked *",
    "Click here to access helpful resources for Thing 2",
    "SVQ Health and Social Care – Reflective Account Template v2.1",
    "(What management skills did you use? Give examples.)",
    "[What leadership did you show?]",
    "Assessor signature: ___________ Date: __/__/____",
    *("Posted on 3 May 2020", "Type your answer here", "All rights reserved"),
]


@pytest.mark.parametrize("line", LINES)
def test_a_line_of_a_template_is_found_before_and_behind_the_learners_words(line: str) -> None:
    assert left(f"{line}\n{OWN}") == [line]
    assert left(f"{OWN}\n\n  {line}  \n\n{OWN}") == [line]


@pytest.mark.parametrize("line", LINES)
def test_alone_it_is_what_the_learner_sent(line: str) -> None:
    assert left(line) == []


def test_a_prompt_with_its_bullet_is_found_and_an_answer_with_a_bullet_is_not() -> None:
    prompt = "• where you see management skills being used"
    assert left(f"{prompt}\n{OWN}") == [prompt]
    assert left(f"{OWN}\n• date: the third of May\n- page 2 of 3 of the plan\n• confidential") == []


def test_prompts_inside_a_line_are_found_and_the_words_around_them_are_not() -> None:
    text = "[insert date here] I made a plan (max 200 words) with ______ the cook."
    assert left(text) == ["[insert date here]", "(max 200 words)", "______"]


@pytest.mark.parametrize("marker", ["[phone number]", "[a resident]", "[name]", "[date of birth]"])
def test_a_marker_of_the_coach_is_no_leftover(marker: str) -> None:
    assert left(f"I rang {marker} at once.\n{marker}\n{OWN}") == []


@pytest.mark.parametrize("date", ["12 March 2024", "12/03/24", "Monday 3rd June 2024", "May 2024"])
def test_a_date_is_a_header_only_at_the_top(date: str) -> None:
    assert left(f"{date}\n{OWN}") == [date]
    assert left(f"{OWN}\n{date}\n{OWN}") == []


def test_page_numbers_go_up_and_counts_of_an_answer_do_not() -> None:
    assert left(f"{OWN}\n1\n{OWN}\n2\n{OWN}\n3") == ["1", "2", "3"]
    assert left(f"{OWN}\n\n7\n\n{OWN}") == ["7"]
    assert left(f"{OWN}\n4\n{OWN}") == []
    assert left(f"{OWN}\n4\n2\n{OWN}") == []
    assert left("staff\n1\nresidents\n2") == []


@pytest.mark.parametrize(
    "text",
    [
        *("", "2", "training", "👍👍", "I said.... and then I waited", "confidential"),
        "respect\nconfidential\nkind",
        "We keep it confidential.\nVersion 2 of the plan was better.",
        "Thing 2: I ran the rota on my own",
        "I write a statement for the court.\nThe word count was hard.",
        "see page 2 of the plan\nmy name is on it",
        "1. rota\n2. meds\n3. food",
        "The notice was posted on the wall.\nclick here I said and he did",
    ],
)
def test_no_ordinary_sentence_bullet_or_short_answer_is_a_leftover(text: str) -> None:
    assert left(text) == []
    assert left(f"{text}\n{OWN}") == [] or text == "2"


def test_no_text_that_a_learner_would_write_has_leftovers(content: Content) -> None:
    steps = [step for each in content.dialogues.values() for step in each.steps]
    told = [step.example for step in steps if isinstance(step, WordsStep)]
    practices = [p for each in content.frameworks.values() for p in each.practices]
    told += [example.text for practice in practices for example in practice.examples]
    told += [activity.text for activity in content.activities.values()]
    told += chain.from_iterable(yaml.safe_load(ASKED.read_text("utf-8")).values())
    assert len(told) > 200
    for text in told:
        assert left(f"{text}\n{OWN}\n- {text}\n- and more") == [], text


def test_the_whole_page_of_a_template_leaves_only_the_learners_lines() -> None:
    text = (
        "SSSC 23 Things Leadership – Thing 2\nName: ________  Date: ________\n\n"
        "Write a statement (minimum 200 words) about:\n"
        "  • where you see management skills being used\n" + OWN + "\n\nPage 1 of 2\n"
        "  • the leadership you or others show\nI spoke up when nobody else did.\nWord count: 24\n"
    )
    rest, at = "", 0
    for each in find_leftovers(text):
        rest, at = rest + text[at : each.start], each.end
    assert [line for line in (rest + text[at:]).splitlines() if line.strip()] == [
        OWN,
        "I spoke up when nobody else did.",
    ]


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("\uf0b7\tone\n  \uf0a7 two\n·\u00a0three", "• one\n  • two\n• three"),
        ("§ one\n§ two", "• one\n• two"),
        ("o\tone\no\ttwo", "• one\n• two"),
        ("o one\no two", "• one\n• two"),
        ("two\u00a0words\u202fhere", "two words here"),
        ("so\u00adcial\u200b work\ufeff", "social work"),
        ("one\r\ntwo\u2028three\vfour", "one\ntwo\nthree\nfour"),
        ("well\u2011being", "well-being"),
        ("“smart” – it’s fine…", "“smart” – it’s fine…"),
    ],
)
def test_a_paste_is_shown_clean(sent: str, shown: str) -> None:
    assert clean(sent) == shown


@pytest.mark.parametrize(
    "text",
    [
        "o the bairns were happy",
        "I said\no the bairns",
        "§ 5 of the Act",
        "👩\u200d👧",
        "می\u200cرود",
    ],
)
def test_what_means_something_stays(text: str) -> None:
    assert clean(text) == text


PIECES = st.text(
    st.sampled_from(
        "aB1 .)-•\n\t\r\v\x1c\x85\u2028\u00a0\u202f\u200b\ufeff\u00ad\u2011\uf0b7·§\u200d👍é"
    ),
    max_size=40,
)


@given(PIECES | st.text(max_size=60).map(lambda text: text.replace("o", "e")))
def test_showing_changes_no_word(text: str) -> None:
    assert count_words(clean(text)) == count_words(text)
    assert list(filter(str.isalnum, clean(text))) == list(filter(str.isalnum, text))


def test_a_letter_that_stands_for_a_bullet_is_no_word_when_shown() -> None:
    """Word's second bullet is pasted as a lone “o”: shown as a bullet, it is nobody's word."""
    assert count_words(clean("o\tone thing\no\tanother")) == 3


@given(st.text(max_size=200) | st.lists(st.sampled_from([*LINES, OWN, "", "ok"])).map("\n".join))
def test_leftovers_are_in_order_apart_and_never_everything(text: str) -> None:
    found, at = find_leftovers(text), 0
    for each in found:
        assert at <= each.start < each.end <= len(text)
        at = each.end
    if found:
        assert count_words("".join(set(text.splitlines()) - set(left(text)))) > 0


@pytest.mark.parametrize(
    "unit", ["_", ".", "[", "[insert ", "(max ", "a\n", "1\n", "page 2\n", "a_"]
)
def test_a_page_of_anything_is_looked_through_in_a_time_that_grows_with_it(unit: str) -> None:
    assert grows_with_the_text(find_leftovers, unit)
    assert grows_with_the_text(clean, unit)
