"""Before an act is called anything its own words are looked at again: what is asked, said, or only
tells when it was, is not what the table takes it for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.analysis.reading.naming_rules import fitting
from bot.analysis.reading.practices import Practice
from bot.analysis.reading.reading import Reader
from bot.analysis.reading.words import words_of
from bot.analysis.reading.worth_trying import worth_trying

EVERY = (
    "planning_budgeting",
    "organising_staffing",
    "controlling_problem_solving",
    "implement",
    "establishing_direction",
    "scan",
    "focus",
    "aligning_people",
    "motivating_inspiring",
    "inspire",
)
LEARNS = {"scan", "establishing_direction", "focus"}
INSPIRES = {"motivating_inspiring", "inspire"}

Left = Callable[[str], set[str]]


@pytest.fixture
def left() -> Left:
    """What a clause may still be called after its words were looked at again."""

    def look(text: str) -> set[str]:
        own = text.casefold()
        may = worth_trying([word.plain for word in words_of(own)])
        return {each.id for each in fitting(own, [Practice(name, 0.5) for name in EVERY], may)}

    return look


@pytest.mark.parametrize(
    "text",
    [
        "I asked him to carry the plates",
        "asked the domestic to leave the door open",
        "i ask her to serve with the others",
        "I asked if she could take the late visit",
        "asked my boss if we could start at ten",
    ],
)
def test_who_is_asked_to_do_a_thing_tells_nothing_of_how_things_are(left: Left, text: str) -> None:
    assert left(text)
    assert left(text).isdisjoint(LEARNS)


@pytest.mark.parametrize(
    "text",
    [
        "I asked them to tell me what they miss",
        "asked the children to draw a good day",
        "asked each of them what they would change",
        "asked if they would rather eat outside",
    ],
)
def test_who_is_asked_what_they_want_tells_how_things_are(left: Left, text: str) -> None:
    assert left(text) >= LEARNS


@pytest.mark.parametrize(
    "text", ["I asked the night girls how they were getting on", "ah ask her hoo she is"]
)
def test_who_is_asked_how_they_are_is_heard_as_a_person(left: Left, text: str) -> None:
    assert left(text) == INSPIRES


@pytest.mark.parametrize(
    "text", ["told her what a good job she'd done", "I said how well he had kept his head"]
)
def test_praise_is_helping_people_to_want_to_go_on(left: Left, text: str) -> None:
    assert left(text) == INSPIRES


@pytest.mark.parametrize(
    "text",
    [
        "i gave him a wee hug",
        "read her the paper each morning",
        "encouraged her to drink her juice",
        "she needs company more than I do",
        "the cook liked her own ways best",
        "three of them said no way",
        "he said it wasn't his shift",
        "the cook said she couldn't change it",
        "half of them were against it",
        "tell us what she thinks of it",
        "told the family how he had been getting on",
        "her third night ever",
        "it was the first week of the holidays",
    ],
)
def test_comfort_states_and_what_others_would_not_do_and_when_it_was_is_nobodys_leading(
    left: Left, text: str
) -> None:
    assert left(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "I said no to the short cut",
        "she told me she trusted me with the keys",
        "the deputy said no child eats alone",
        "my manager said it was about him and not the list",
    ],
)
def test_who_says_what_matters_or_shows_trust_may_still_be_leading(left: Left, text: str) -> None:
    assert left(text) >= LEARNS


@pytest.mark.parametrize(
    "text",
    [
        "The handyman built a ramp.",
        "our cook made a wee book of what they like",
        "the girls painted the fence",
    ],
)
def test_what_others_made_with_their_hands_is_an_act_of_theirs(reader: Reader, text: str) -> None:
    found = reader.read(text, "leadership").clauses[0]
    assert (found.act, found.whose) == (True, "other")


@pytest.mark.parametrize(
    "text", ["told the night girls why the bells had to stop", "ah telt them whit it wis fur"]
)
def test_who_tells_the_reason_brings_people_with_them(left: Left, text: str) -> None:
    assert left(text) == {"aligning_people"}


@pytest.mark.parametrize("text", ["the boys made a mess", "my mum made a big noise about it"])
def test_what_others_made_of_it_is_no_act(reader: Reader, text: str) -> None:
    assert not reader.read(text, "leadership").act


@pytest.mark.parametrize(
    "text", ["I cannot choose which of them to take", "ah couldnae say which wis better"]
)
def test_what_somebody_cannot_do_is_no_act(reader: Reader, text: str) -> None:
    assert not reader.read(text, "situation").act


@pytest.mark.parametrize(
    "text",
    [
        "excuse the spelling of all this",
        "sory about my riting it was bad at school",
        "I'd hate her to read it one day",
        "not about this one",
        "said he wouldn't be part of any of it",
    ],
)
def test_a_word_about_the_writing_and_half_a_refusal_are_not_said_back(
    reader: Reader, text: str
) -> None:
    assert not any(each.fit_to_quote for each in reader.read(text, "situation").clauses)


def test_what_is_hardly_heard_as_an_act_is_called_what_it_plainly_is(reader: Reader) -> None:
    found = reader.read("keeps a list of who has a key and who has not", "management").practices
    assert found[0].id == "organising_staffing"


def test_a_few_words_that_only_begin_an_act_are_said_back_with_it(reader: Reader) -> None:
    text = "it was the form for the bath but ah jist sat an listened tae her till she wis done"
    quoted = [
        text[each.quote.start : each.quote.end]
        for each in reader.read(text, "leadership").clauses
        if each.act
    ]
    assert quoted
    assert all(each.startswith("ah jist sat an listened") for each in quoted)


@pytest.mark.parametrize(
    "text", ["told her what a good job she'd done", "stood up for the lad in front of them all"]
)
def test_where_the_words_say_it_a_faint_name_is_plain(text: str) -> None:
    may = worth_trying([word.plain for word in words_of(text)])
    found = fitting(text, [Practice("scan", 0.4), Practice("inspire", 0.2)], may)
    assert [each.id for each in found] == ["inspire"]
    assert found[0].chance > 0.5
