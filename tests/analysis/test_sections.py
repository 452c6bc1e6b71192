"""Everything in one message: the parts that a learner labelled are found, and nothing is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.sections import Part, split_sections
from tests.support.growth import grows_with_the_text

LABELS = {
    "situation": ("situation", "role", "my role and the situation", "background"),
    "management": (
        *("management", "managing", "where I see management skills being used"),
        "where management skills are used",
    ),
    "leadership": (
        *("leadership", "leading", "the leadership I or others showed"),
        *("leadership you or others show", "leadership I or others show"),
    ),
    "overlap": (
        *("both", "overlap", "mix", "where both overlap", "management and leadership"),
        *("where management and leadership overlap", "both management and leadership"),
        "where both management and leadership skills overlap",
    ),
}


def split(text: str) -> list[tuple[str, str]]:
    return [(part.step, text[part.start : part.end]) for part in split_sections(text, LABELS)]


ALL_FOUR = [
    ("situation", "I am a carer."),
    ("management", "I did the rota."),
    ("leadership", "I spoke up."),
    ("overlap", "The meeting."),
]


@pytest.mark.parametrize(
    "text",
    [
        "Situation – I am a carer. Management – I did the rota. Leadership – I spoke up. "
        "Both – The meeting.",
        "Situation: I am a carer.\nManagement: I did the rota.\nLeadership: I spoke up.\n"
        "Overlap: The meeting.",
        "SITUATION\nI am a carer.\n\nMANAGEMENT\nI did the rota.\n\nLEADERSHIP\nI spoke up.\n\n"
        "MIX\nThe meeting.",
        "1. Situation: I am a carer.\n2. Management: I did the rota.\n3. Leadership: I spoke up.\n"
        "4. Both: The meeting.",
        "1) I am a carer.\n2) I did the rota.\n3) I spoke up.\n4) The meeting.",
        "(1) I am a carer. (2) I did the rota. (3) I spoke up. (4) The meeting.",
        "# Situation\nI am a carer.\n# Management\nI did the rota.\n# Leadership\nI spoke up.\n"
        "## Both\n\nThe meeting.",
        "**Situation:** I am a carer.\n**Management** I did the rota.\n__Leadership__: I spoke up."
        "\n*Both* – The meeting.",
        "My role and the situation\nI am a carer.\nWhere I see management skills being used\n"
        "I did the rota.\nThe leadership I or others showed\nI spoke up.\n"
        "Where management and leadership overlap\nThe meeting.",
        "situaton - I am a carer.\nmanagment - I did the rota.\nleadershp - I spoke up.\n"
        "overlaping - The meeting.",
        "Situation=I am a carer.\nManagement skills=I did the rota.\nMy leadership=I spoke up.\n"
        "Overlapping=The meeting.",
        "• Situation - I am a carer.\n• Management - I did the rota.\n• Leadership - I spoke up.\n"
        "• Both - The meeting.",
        "Q1 Situation: I am a carer.\nQ2 Management: I did the rota.\nQ3 Leadership: I spoke up.\n"
        "Q4 Both: The meeting.",
        "Situation\n=====\nI am a carer.\nManagement\n-----\nI did the rota.\nLeadership\n---\n"
        "I spoke up.\nBoth\n---\nThe meeting.",
        "SITUATION:\r\nI am a carer.\r\n\r\nMANAGEMENT:\r\nI did the rota.\r\nLEADERSHIP:\r\n"
        "I spoke up.\r\nBOTH:\r\nThe meeting.",
        "Situation\u00a0– I am a carer.\nManagement\u00a0– I did the rota.\nLeadership… I spoke up."
        "\nBoth -> The meeting.",
    ],
)
def test_sections_are_found_however_they_are_labelled(text: str) -> None:
    assert split(text) == ALL_FOUR


@pytest.mark.parametrize("between", [". ", ".\n", " "])
def test_the_criteria_copied_with_their_numbers_are_labels(between: str) -> None:
    text = (
        f"(1) where management skills are used{between}I did the rota.\n"
        f"(2) leadership you or others show{between}I spoke up.\n"
        f"(3) where both overlap{between}The meeting."
    )
    assert split(text) == ALL_FOUR[1:]


def test_labels_in_a_row_without_full_stops_are_found() -> None:
    text = "situation - i wis new management - i did the rota leadership - i spoke up both - it aw"
    assert split(text) == [
        ("situation", "i wis new"),
        ("management", "i did the rota"),
        ("leadership", "i spoke up"),
        ("overlap", "it aw"),
    ]


def test_a_time_is_no_number_of_a_section_and_an_emoji_is_no_part_of_a_label() -> None:
    text = "Situation\n9.30\nManagement: rota 👍\nLeadership 👍: I spoke up."
    assert split(text) == [("situation", "9.30"), ("management", text[27:])]


def test_the_order_is_the_learners_and_a_step_may_come_twice() -> None:
    text = "Leadership: I spoke up.\nManagement: rota.\nLeadership: and I listened."
    assert [step for step, _ in split(text)] == ["leadership", "management", "leadership"]


def test_what_stands_before_the_first_label_is_the_situation() -> None:
    text = "We had a bad week. Management: I did the rota. Leadership: I spoke up."
    assert split(text)[0] == ("situation", "We had a bad week.")
    assert len(split(text)) == 3


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I am a carer and I did the rota.",
        "I learnt about management - it is hard - and leadership: that is harder.",
        "Management is the rota. Leadership is speaking up. Both were there.",
        "Where I see management skills being used is in the rota.\n"
        "The leadership I or others showed was good.",
        "My leadership was - good\nMy management was - bad",
        "We have a bad week. Management: I did the rota.",
        "Team leader: I told you.\nManager: fine.",
        "Management:\nLeadership:\n",
        "Management\nLeadership\nBoth",
        "I used:\n- planning\n- management\n- leadership\nand it worked",
        "both – me and the senior – were new",
    ],
)
def test_a_word_in_a_sentence_or_a_single_label_is_no_section(text: str) -> None:
    assert split_sections(text, LABELS) == ()


@pytest.mark.parametrize(
    "text",
    [
        "1. washed\n2. dressed\n3. fed",
        "1. washed\n2. dressed\n3. fed\n4. walked\n5. bed",
        "1. washed\n3. dressed\n2. fed\n4. bed",
        "My morning:\n1. wash\n2. dress\n3. feed\n4. walk",
    ],
)
def test_a_list_that_is_not_as_long_as_the_steps_is_a_list(text: str) -> None:
    assert split_sections(text, LABELS) == ()


def test_a_list_inside_a_section_stays_in_it() -> None:
    text = "Management: I planned.\n1. rota\n2. meds\n3. food\n4. beds\nLeadership: I spoke up."
    assert split(text) == [
        ("management", "I planned.\n1. rota\n2. meds\n3. food\n4. beds"),
        ("leadership", "I spoke up."),
    ]


OWN = ("I", "rota", "spoke", "carer", "wisnae", "niño", "2", "9.30", "👍", "I'd", "meeting", "nae")

MARKS = (": ", " – ", " - ", "\n", ":\n", " — ", "= ")

words = st.lists(st.sampled_from(OWN), min_size=1, max_size=8).map(" ".join)

sections = st.lists(
    st.tuples(st.sampled_from(list(LABELS)), st.sampled_from(MARKS), words), min_size=2, max_size=6
).filter(lambda each: len({step for step, _, _ in each}) > 1)


@given(sections, st.data())
def test_each_section_goes_to_its_step_whole(
    given_: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    lines = []
    for step, mark, body in given_:
        name = data.draw(st.sampled_from(LABELS[step]))
        name = data.draw(st.sampled_from((name, name.upper(), name.capitalize())))
        lines.append(f"{name}{mark}{body}")
    found = split("\n".join(lines))
    assert found == [(step, body) for step, _, body in given_]


PIECES = (
    *OWN,
    *(name for names in LABELS.values() for name in names),
    *("managment", "leadershp", ".", "!", "?", ":", " -", "–", "\n", "\n\n", "#", "**", "1.", "2)"),
    *("(3)", "4.", "•", "step", "Q1", "…", "=====", "_", "\u00a0", "\r\n"),
)

LABEL_WORDS = {
    *("managment", "leadershp", "step", "q"),
    *(word.casefold() for names in LABELS.values() for name in names for word in name.split()),
} - {"i"}


@given(st.lists(st.sampled_from(PIECES), max_size=60), st.sampled_from(("", " ")))
def test_every_sign_is_in_a_part_or_a_label_or_white_space(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    parts = split_sections(text, LABELS)
    assert not parts or len({part.step for part in parts}) > 1
    at, between = 0, ""
    for part in parts:
        assert isinstance(part, Part)
        assert at <= part.start < part.end <= len(text)
        assert text[part.start : part.end] == text[part.start : part.end].strip()
        between += text[at : part.start] + "\n"
        at = part.end
    between += text[at:] if parts else ""
    for word in re.findall(r"[^\W\d_]+", between):
        known = word.casefold() in LABEL_WORDS | {"i"}
        # A letter that is glued to a label is a slip of it.
        known = known or word.casefold().removesuffix("i") in LABEL_WORDS
        assert known, f"“{word}” is lost from {text!r}"
    for piece in ("👍", "9.30", "niño", "rota", "carer", "meeting"):
        assert piece not in between


@given(st.text(max_size=200))
def test_any_text_can_be_asked_about(text: str) -> None:
    split_sections(text, LABELS)


@pytest.mark.parametrize(
    "unit",
    ["a. ", "1. ", "\n", "managemen: ", "both - ", "\n1. where management x", "-", "*", "_ "],
)
def test_a_page_of_anything_is_split_in_a_time_that_grows_with_it(unit: str) -> None:
    assert grows_with_the_text(lambda text: split_sections(text, LABELS), unit)
