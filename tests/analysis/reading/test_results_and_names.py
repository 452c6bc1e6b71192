"""What came of it is told apart from how it was; an act is called by what its own words show."""

from __future__ import annotations

import pytest

from bot.analysis.reading.reading import Reader


@pytest.mark.parametrize(
    "text",
    [
        "A lady we support had stopped coming to meals",
        "it was a mess",
        "nobody knew who had done the meds",
        "the delivery never came",
        "he was losing weight",
        "the mum was in tears at the door",
        "people were being got up at five",
        "the chef had burnt the tatties",
        "she had not been out the house since march",
        "I asked why we still do it",
        "she's a wee soul",
        "he is a proud man",
        "I am carer, day and night both, since 2019",
        "I sat with each family so they knew what it was for",
    ],
)
def test_how_it_was_and_what_was_meant_came_of_nothing(reader: Reader, text: str) -> None:
    assert "result" not in reader.read(text, "management").parts


@pytest.mark.parametrize(
    "text",
    [
        "she comes to every meal now",
        "no more lost jumpers",
        "falls went from nine to two",
        "the shouting stopped",
        "she put on four pounds",
        "falls are down by half",
        "the children listen better now",
        "nobody was hurt",
        "it wis hauf o whit it wis",
        "it was half of what came back before",
    ],
)
def test_what_came_of_it_is_a_result(reader: Reader, text: str) -> None:
    assert "result" in reader.read(text, "management").parts


def test_of_one_message_each_clause_tells_its_own(reader: Reader) -> None:
    text = "it was a mess, so I drew up a chart and now nobody has to ask"
    before, act, after = reader.read(text, "situation").clauses
    assert ["result" in each.parts for each in (before, act, after)] == [False, False, True]
    assert [each.act for each in (before, act, after)] == [False, True, False]


@pytest.mark.parametrize(
    "text",
    [
        "I asked the housekeeper",
        "i phoned the daughter",
        "I told the nurse",
        "asked my colleague",
        "i called the nurse to come",
        "I told the activities lady.",
        "I told my manager last night",
        "i rang the council each friday",
        "phoned audiology every day",
        "gave it to the senior",
    ],
)
def test_who_was_only_spoken_to_names_no_practice(reader: Reader, text: str) -> None:
    assert reader.read(text, "leadership").practices == ()


@pytest.mark.parametrize(
    ("text", "practice"),
    [
        ("I wrote the list.", "organising_staffing"),
        ("i swapped the shifts", "organising_staffing"),
        ("rang the family and told them why", "aligning_people"),
        ("i spoke up at the meeting", "inspire"),
        ("i showed her she could do it", "motivating_inspiring"),
    ],
)
def test_a_short_plain_act_is_named(reader: Reader, text: str, practice: str) -> None:
    found = reader.read(text, "management").practices
    assert practice in [each.id for each in found[:2]]


@pytest.mark.parametrize(
    "text",
    [
        "i asked them what they'd like for tea",
        "took the worst room myself so they'd see",
        "I put the list on the door so everybody could read it",
    ],
)
def test_what_others_would_like_or_see_makes_no_act_small(reader: Reader, text: str) -> None:
    found = reader.read(text, "management")
    assert (found.kind, found.act) == ("evidence", True)


@pytest.mark.parametrize("text", ["they would have done it too", "everybody would do the same"])
def test_what_anybody_would_do_still_makes_it_small(reader: Reader, text: str) -> None:
    assert not reader.read(text, "leadership").act


def test_an_act_is_not_called_by_what_stands_beside_it_alone(reader: Reader) -> None:
    text = (
        "She was near tears. I moved the chairs. I told her I believed in her and she could do it."
    )
    moved = next(
        each
        for each in reader.read(text, "leadership").clauses
        if text[each.start : each.end] == "I moved the chairs"
    )
    assert not {"inspire", "motivating_inspiring"} & {each.id for each in moved.practices[:1]}


@pytest.mark.parametrize("text", ["i havent got a coordinator ya tin can.", "we have no manager"])
def test_whom_they_have_not_is_nobodys_role(reader: Reader, text: str) -> None:
    assert "role" not in reader.read(text, "situation").parts


@pytest.mark.parametrize(
    "text",
    [
        "I'm a support worker in a hostel for young women, twelve beds, two of us on at night.",
        "ah'm a hame help, jist masel an the van",
    ],
)
def test_who_somebody_is_names_no_practice(reader: Reader, text: str) -> None:
    assert reader.read(text, "situation").clauses[0].practices == ()


@pytest.mark.parametrize(
    "text",
    [
        "I believe that is why nobody dropped out",
        "ah reckon it wis us askin that did it",
        "so I think the new rota was the best of it",
    ],
)
def test_what_somebody_believes_names_no_practice(reader: Reader, text: str) -> None:
    assert reader.read(text, "overlap").practices == ()


def test_to_think_of_others_may_still_be_named(reader: Reader) -> None:
    assert reader.read("I think ahead and order the pads on the first", "management").practices


@pytest.mark.parametrize(
    "text",
    [
        "a new girl on her first week was terrified",
        "I could see how hard that was for her to say",
        "one old boy said he would do the stairs",
        "then she asked me to show the other complex how we done it",
        "A colleague who did not believe in it came to me after a month",
    ],
)
def test_how_others_were_and_what_they_offered_names_no_practice(reader: Reader, text: str) -> None:
    assert reader.read(text, "leadership").practices == ()
