"""Where one thing that a learner tells ends and the next begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.reading.clauses import MOST_CLAUSES, clauses


def parted(text: str) -> list[str]:
    return [text[each.start : each.end] for each in clauses(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "i want to stop peple falling so i moved the moping from 1 to half 2 wen thay are all "
            "threw in the lownge",
            [
                "i want to stop peple falling",
                "i moved the moping from 1 to half 2",
                "wen thay are all threw in the lownge",
            ],
        ),
        (
            "we put his photo on the door (his wife said yes) and told the night staff",
            ["we put his photo on the door", "his wife said yes", "told the night staff"],
        ),
        (
            "I told them on the first day that there is no such thing as a stupid question here",
            ["I told them on the first day that there is no such thing as a stupid question here"],
        ),
        ("I bought two jugs (£38) for the table", ["I bought two jugs (£38) for the table"]),
        (
            "Fridge broke. Milk to next door. Engineer by two.",
            ["Fridge broke", "Milk to next door", "Engineer by two"],
        ),
        (
            "the lift broke and then i rang the engineer and we carried the trays up the stair",
            [
                "the lift broke",
                "then i rang the engineer",
                "we carried the trays up the stair",
            ],
        ),
        (
            "he told the paper about the green and the man who looks after it and the council",
            ["he told the paper about the green", "the man who looks after it and the council"],
        ),
        ("got pads, gloves and aprons in", ["got pads, gloves and aprons in"]),
        ("His 8.40 call was late", ["His 8.40 call was late"]),
        (
            "I wrote out the times for all who have tablets between eight and ten and fixed it up",
            ["I wrote out the times for all who have tablets between eight and ten", "fixed it up"],
        ),
        (
            "After that, the two who were most against it offered to come in early themselves.",
            ["the two who were most against it offered to come in early themselves"],
        ),
        (
            "overlap: I check the bath and I sing",
            ["overlap", "I check the bath and I sing"],
        ),
        (
            "ah telt the ithers whit the plan wis an they aw cam in early the neist day",
            ["ah telt the ithers whit the plan wis", "they aw cam in early the neist day"],
        ),
    ],
)
def test_a_text_is_parted_where_a_clause_ends(text: str, expected: list[str]) -> None:
    assert parted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "I told her we would try it",
        "I say to my colleague you are the boss of this table from now",
        "I asked each of them what kind of day they would like to have there",
    ],
)
def test_what_was_said_or_asked_is_not_cut_from_who_said_it(text: str) -> None:
    assert parted(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "the bin lid was broken and the kitchen helper took it to the shed and one of the lads "
            "he mended it there with wire",
            [
                "the bin lid was broken",
                "the kitchen helper took it to the shed",
                "one of the lads he mended it there with wire",
            ],
        ),
        (
            "we practised the walk together and the last four mornings she came down without me",
            ["we practised the walk together", "the last four mornings she came down without me"],
        ),
        (
            "I work in sheltered housing and the man I visit was scared of the new lift so I rode "
            "in it with him each day",
            [
                "I work in sheltered housing",
                "the man I visit was scared of the new lift",
                "I rode in it with him each day",
            ],
        ),
        (
            "hardly any cups have gone missing since March and my manager and I agreed to keep the "
            "hooks, two months now and not one was lost",
            [
                "hardly any cups have gone missing since March",
                "my manager and I agreed to keep the hooks",
                "two months now and not one was lost",
            ],
        ),
        (
            "I look at the list the night before that her bag is packed, Monday and Friday he "
            "packs it himself now",
            [
                "I look at the list the night before that her bag is packed",
                "Monday and Friday he packs it himself now",
            ],
        ),
    ],
)
def test_a_person_or_a_time_before_a_subject_begins_the_clause(
    text: str, expected: list[str]
) -> None:
    assert parted(text) == expected


@given(st.text(alphabet=st.sampled_from("ai and so, then. :\n👍’wxyz8?"), max_size=400))
def test_clauses_follow_each_other_and_begin_and_end_with_a_word(text: str) -> None:
    end = 0
    for each in clauses(text):
        assert end <= each.start < each.end
        assert text[each.start].isalnum()
        assert text[each.end - 1].isalnum()
        end = each.end


@pytest.mark.parametrize("text", ["a: " * 3000, "i went and " * 2000, ". " * 9000, "word " * 8000])
def test_a_text_without_end_is_read_to_its_limit(text: str) -> None:
    assert len(clauses(text)) <= MOST_CLAUSES


@pytest.mark.parametrize(
    "text",
    [
        "i just got everybody to wait and do it right",
        "we got them to choose it and write it down",
        "she wanted us to try it and see",
    ],
)
def test_whom_something_is_asked_of_begins_no_clause(text: str) -> None:
    assert {"everybody", "them", "us"} & set(parted(text)[0].split())
