"""Values that point at one person are found in any spacing; ordinary numbers at work stay."""

from __future__ import annotations

import time
from random import Random
from typing import get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.analysis.identifiers.finder import find_identifiers, mask
from bot.analysis.identifiers.plain_text import Kind
from tests.bench.identifiers import (
    MAKERS,
    STRUCTURED,
    WORDS,
    check_10,
    check_11,
    is_found,
    made,
    ordinary,
    touched,
    two_hundred_words,
)
from tests.support.growth import grows_with_the_text

VALUES = 2000

MARKERS: dict[str, str] = {kind: f"[{kind.replace('_', ' ')}]" for kind in MAKERS}

SHORT_NUMBERS = ("999", "111", "101", "116 123", "0800 83 85 87", "0345 600 1234", "0300 123 1234")


def found(text: str) -> list[tuple[str, str]]:
    return [(each.kind, text[each.start : each.end]) for each in find_identifiers(text, WORDS)]


def share_found(kind: Kind) -> float:
    chance = Random(f"5 {kind}")
    return sum(is_found(kind, *made(kind, chance)) for _ in range(VALUES)) / VALUES


def test_at_least_99_in_100_of_each_structured_kind_are_found_in_any_spacing() -> None:
    for kind in STRUCTURED:
        assert share_found(kind) >= 0.99, kind


@pytest.mark.parametrize(("kind", "least"), [("address", 0.97), ("room", 0.9)])
def test_most_of_what_has_no_fixed_form_is_found_in_small_letters_too(
    kind: Kind, least: float
) -> None:
    """In small letters a street may be ordinary words, and a rare name any word at all."""
    assert share_found(kind) >= least


def test_every_kind_has_values_to_be_measured_with() -> None:
    assert set(MAKERS) == set(get_args(Kind))


def test_at_most_1_in_100_ordinary_sentences_is_touched() -> None:
    sentences, bad = ordinary(), list(touched())
    assert len(set(sentences)) == len(sentences) == 150
    assert len(bad) <= 0.01 * len(sentences), bad


NINE = st.tuples(
    st.integers(1, 28), st.integers(1, 12), st.integers(0, 99), st.integers(0, 999)
).map(lambda parts: "{:02}{:02}{:02}{:03}".format(*parts))

GAP = st.sampled_from(["", " ", "-", "\u00a0", "  ", " - "])


@given(NINE, st.sampled_from([(6,), (2, 4, 6), (3, 6), (2, 4, 6, 8)]), GAP, st.booleans())
def test_a_chi_number_with_either_check_digit_is_found(
    nine: str, cuts: tuple[int, ...], gap: str, older: bool
) -> None:
    check = check_11(nine) if older else check_10(nine)
    digits = nine + (check or check_10(nine))
    value = gap.join(digits[a:b] for a, b in zip((0, *cuts), (*cuts, 10), strict=True))
    counting = gap and len(cuts) == 4 and all(
        int(digits[at + 2 : at + 4]) - int(digits[at : at + 2]) == 1 for at in range(0, 8, 2)
    )  # fmt: skip
    assert found(f"I read out {value} twice") == ([] if counting else [("chi", value)])


@given(NINE, st.integers(0, 9))
def test_where_neither_check_digit_fits_it_is_a_chi_number_only_beside_the_word(
    nine: str, last: int
) -> None:
    value = f"{nine}{last}"
    checked = str(last) in (check_11(nine), check_10(nine))
    assert (("chi", value) in found(f"on the form was {value}")) == checked
    assert found(f"his CHI number was {value}") == [("chi", value)]
    assert found(f"{value} (CHI)") == [("chi", value)]


@pytest.mark.parametrize("digits", ["3113010001", "0113010001", "0013010001", "2902010001"])
def test_without_a_possible_day_of_birth_it_is_no_chi_number(digits: str) -> None:
    for last in "0123456789":
        assert ("chi", digits[:9] + last) not in found(f"form {digits[:9]}{last}")


@given(st.sampled_from("4679"), st.text("0123456789", min_size=8, max_size=8), GAP)
def test_an_nhs_number_is_found_by_its_check_digit(first: str, rest: str, gap: str) -> None:
    nine = first + rest
    for last in "0123456789":
        value = f"{nine[:3]}{gap}{nine[3:6]}{gap}{nine[6:]}{last}"
        right = [("nhs", value)] if last == check_11(nine) else []
        assert found(f"we had {value} there") == right
        assert found(f"NHS number {value}") == [("nhs", value)]


@given(
    st.from_regex("07[345789][0-9]{8}", fullmatch=True),
    st.lists(st.integers(1, 10), max_size=5, unique=True),
    st.sampled_from([" ", "-", ".", "\u00a0", "  ", " - ", "\u202f"]),
)
def test_a_mobile_number_in_any_spacing_is_found(digits: str, cuts: list[int], gap: str) -> None:
    ends = sorted(cuts)
    value = gap.join(digits[a:b] for a, b in zip([0, *ends], [*ends, 11], strict=True))
    assert ("phone", value) in found(f"ring {value} after 5")


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("0101011237 was read out", "chi", "0101011237"),
        ("chi 102031234", "chi", "102031234"),
        ("her C.H.I. no is 01/02/03 1235", "chi", "01/02/03 1235"),
        ("943 476 5919", "nhs", "943 476 5919"),
        ("nhs no: 485-777-3457", "nhs", "485-777-3457"),
        ("ab 12 34 56 c", "ni", "ab 12 34 56 c"),
        ("NI number QQ 12 34 56 C", "ni", "QQ 12 34 56 C"),
        ("national insurance AB123456", "ni", "AB123456"),
        ("(0131) 225 1234", "phone", "(0131) 225 1234"),
        ("ring (07700 900123)", "phone", "07700 900123"),
        ("+44 (0)131 225 1234 ext 12", "phone", "+44 (0)131 225 1234 ext 12"),
        ("0044 7700 900123", "phone", "0044 7700 900123"),
        ("01461 20123", "phone", "01461 20123"),
        ("call o77oo 9oo l23 aye", "phone", "o77oo 9oo l23"),
        ("+48 601 234 567", "phone", "+48 601 234 567"),
        ("phone number 221 1234", "phone", "221 1234"),
        ("my mobile is 7700900123", "phone", "7700900123"),
        ("07700900123/", "phone", "07700900123"),
        ("‘jean.smith@example.org’", "email", "jean.smith@example.org"),
        ("jean (at) gmail (dot) com", "email", "jean (at) gmail (dot) com"),
        ("jean at gmail dot com", "email", "jean at gmail dot com"),
        ("jean@gmail,com", "email", "jean@gmail,com"),
        ("eh125ab", "postcode", "eh125ab"),
        ("at G1 1AA.", "postcode", "G1 1AA"),
        ("dob 12031931", "birth_date", "12031931"),
        ("Date of birth\n12 March 1931", "birth_date", "12 March 1931"),
        ("she wis born in Leith on the 3rd of may 1942", "birth_date", "3rd of may 1942"),
        ("12/03/1931 is her birthday", "birth_date", "12/03/1931"),
        ("an old photo (12/03/1931)", "birth_date", "12/03/1931"),
        ("Mrs Smith, 12/03/1931", "birth_date", "12/03/1931"),
        ("2/1, 14 High Street", "address", "2/1, 14 High Street"),
        ("flat 3 14 mill st", "address", "flat 3 14 mill st"),
        ("she stays at 14 mill court", "address", "14 mill court"),
        ("22 Bridge of Allan Road", "address", "22 Bridge of Allan Road"),
        ("we went to 44b kirk way", "address", "44b kirk way"),
        ("32 mill gardens", "address", "32 mill gardens"),
        ("14 MILL ROAD", "address", "14 MILL ROAD"),
        ("I sat with Mrs Smith in room 12.", "room", "Mrs Smith in room 12"),
        ("mrs smith in room 12", "room", "mrs smith in room 12"),
        ("it was room 12 (Jean) again", "room", "room 12 (Jean)"),
        ("jean, room 12", "room", "jean, room 12"),
        ("i sat wi agnieszka in room 12", "room", "agnieszka in room 12"),
        ("ruby in room 12", "room", "ruby in room 12"),
        ("Agnieszka in room 12 fell", "room", "Agnieszka in room 12"),
        ("I took Mr McDonald to his room 4", "room", "Mr McDonald to his room 4"),
        ("I saw Jean S in room 12", "room", "Jean S in room 12"),
        ("room 12 is where Mr O’Neil sleeps", "room", "room 12 is where Mr O’Neil"),
        ("Jean and Mary in rm 3", "room", "Jean and Mary in rm 3"),
        ("a tenant, Mr Khan in flat 4", "room", "Mr Khan in flat 4"),
    ],
)
def test_the_span_is_the_value_and_nothing_around_it(text: str, kind: str, value: str) -> None:
    assert found(text) == [(kind, value)]


@pytest.mark.parametrize(
    "text",
    [
        *SHORT_NUMBERS,
        "phone 116 123 or 0800 1111",
        "at 123456 a day",
        "tai chi 1012241531",
        "on 01/02/24 1530 he fell",
        "rooms 10 11 12 13 14",
        "from 01/02/24 15/02/24",
        "at 07.30 14.30 2.30",
        "by phone 12-11-2024",
        "B12 5mg",
        "the M8 2nd exit",
        "level B1 2nd floor",
        "EH12 is my bit",
        "card 4929 1234 5678 9012",
        "we met on 12/03/1985",
        "her birthday party on 12/03/2024",
        "It was her birthday. On 12/03/2024 we met.",
        "2 people close to me",
        "a 10 minute drive",
        "3 Residents on Mill Road",
        "2 carers took the lane",
        "In 2019 High Street was shut",
        "On 12 March Mill Road was shut",
        "Curtains in room 12",
        "Yesterday, room 12 was cold",
        "Jean's room 3 times a day",
        "I cleaned room 12. Jean helped.",
        "I saw Jean and room 12 was empty",
        "meet @ work.then go",
    ],
)
def test_what_only_looks_like_one_stays(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "unseen", ["\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\ufe0f\u20e3"]
)
def test_characters_that_nobody_sees_hide_nothing(unseen: str) -> None:
    value = unseen.join("07700900123")
    assert found(f"ring {value}!") == [("phone", value)]


@pytest.mark.parametrize("zero", ["０", "٠", "०", "𝟎"])
def test_digits_of_other_scripts_are_digits(zero: str) -> None:
    value = "".join(chr(ord(zero) + int(digit)) for digit in "07700900123")
    assert found(f"ring {value}, aye") == [("phone", value)]


def test_the_surest_wins_where_two_could_be_meant() -> None:
    assert found("CHI 0102031234 phone 07700900123") == [
        ("chi", "0102031234"),
        ("phone", "07700900123"),
    ]
    assert found("+44 (0)1412 132928") == [("phone", "+44 (0)1412 132928")]


def test_each_value_is_replaced_by_the_marker_of_its_kind() -> None:
    text = "Jean in room 12, 07700 900123, born 12/03/1931 👍"
    masked, identifiers = mask(text, MARKERS, WORDS)
    assert masked == "[room], [phone], born [birth date] 👍"
    assert [each.kind for each in identifiers] == ["room", "phone", "birth_date"]


def test_no_rule_looks_at_a_marker_or_past_it() -> None:
    assert found("[CHI] 0102031235") == []
    assert found("[a resident] in room 12") == []
    assert found("born [birth date] and 12/03/1931") == []
    assert found("[my number 07700900123]") == [("phone", "07700900123")]


SNIPPETS = "CHI NHS dob born Jean Mrs room 12 at st Street ( ) [ ] 0 07 44 + @ .com phone gmail 2/1"

PIECES = st.one_of(
    st.sampled_from(ordinary()),
    st.builds(
        lambda kind, chance: MAKERS[kind](chance), st.sampled_from(list(MAKERS)), st.randoms()
    ),
    st.sampled_from([*SNIPPETS.split(), "[phone number]", "[at]", "\0", "\u200b", "\n", "٣"]),
    st.text(max_size=8),
)


@given(st.lists(PIECES, max_size=12), st.sampled_from([" ", "", "\u00a0"]))
@settings(max_examples=500, deadline=None)
@example(["born 12/03/1931", "12/03/1932 07700 900123 07700 900124"], " ")
def test_masking_changes_only_the_spans_and_leaves_nothing_to_find(
    pieces: list[str], gap: str
) -> None:
    text = gap.join(pieces)
    masked, identifiers = mask(text, MARKERS, WORDS)
    at, kept = 0, list[str]()
    for each in identifiers:
        assert at <= each.start < each.end <= len(text)
        kept += text[at : each.start], MARKERS[each.kind]
        at = each.end
    assert masked == "".join([*kept, text[at:]])
    assert mask(masked, MARKERS, WORDS) == (masked, ())


HOSTILE = [
    *("1", "a", "@", "a.", "a'", "a@", "1 ", "1-", "(", "+44", "0 ", "07", "o", "lI", "14 Mill "),
    *(
        "Jean room 1 ",
        "room 1 is ",
        "Jean and ",
        "Mrs ",
        "born ",
        "born is ",
        "12/03/1931 ",
        "CHI ",
    ),
    *("EH1 ", "AB", "1 A ", "2/1 ", "flat 2/1 ", "[", "[a", "01 02 03 12 34 ", "\u200b", "\u0301"),
    *("phone 221 ", "a at gmail dot ", "1 st. ", "of the ", "d. o. b. ", "NI a b 1 ", "x1 ", "’"),
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_hostile_text_is_read_in_a_time_that_grows_with_it(unit: str) -> None:
    assert grows_with_the_text(lambda text: find_identifiers(text, WORDS), unit)


def test_two_hundred_words_take_less_than_5_milliseconds() -> None:
    text, times = two_hundred_words(ordinary()), list[float]()
    for _ in range(20):
        begin = time.process_time()
        find_identifiers(text, WORDS)
        times.append(time.process_time() - begin)
    assert min(times) < 0.005
