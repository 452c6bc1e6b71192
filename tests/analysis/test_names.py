"""Possible names: what is asked about before an answer is kept, and what is left alone."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.name_words import NameWords, as_words
from bot.analysis.names import find_names
from bot.analysis.told_names import find_told_names, name_key
from bot.content.library import shipped_folder
from bot.content.models.name_lists import Names
from bot.content.validation import build
from bot.content.yaml_reader import read
from tests.bench.names import KEPT_BACK, found_in, measure, microseconds, rows, shipped_words
from tests.support.growth import grows_with_the_text

WORDS = shipped_words()


def names(text: str) -> list[str]:
    return found_in(text, WORDS)


# The figures


@pytest.mark.parametrize("part", ["all", "kept back"])
def test_nearly_all_names_are_found_and_ordinary_sentences_are_left_alone(part: str) -> None:
    data = rows() if part == "all" else rows()[-KEPT_BACK:]
    figures = measure(data, WORDS)
    assert figures.names >= 35
    assert figures.ordinary >= 35
    assert figures.found >= 0.95 * figures.names, figures.missed
    assert len(figures.touched) <= 0.02 * figures.ordinary, figures.touched
    assert len(figures.beside) <= 0.02 * figures.names, figures.beside


def test_the_sentences_are_different_and_hold_their_names() -> None:
    data = rows()
    assert len({text.casefold() for text, _ in data}) == len(data)
    for text, listed in data:
        for name in listed:
            assert name in text, text


def test_a_text_of_two_hundred_words_takes_well_under_five_milliseconds() -> None:
    assert microseconds(WORDS, rounds=30) < 5_000


@pytest.mark.parametrize(
    "unit",
    [
        *("Will ", "May and ", "Jean's ", "Mrs ", "called Zofka ", "J. ", "x" * 50, "Jean-", "''"),
        *(
            "my wee mum ",
            "[a ",
            "www.",
            "O'",
            "van der ",
            "HOPE ",
            "\n",
            "e\u0301",
            "a lady called ",
        ),
    ],
)
def test_a_page_of_anything_is_read_in_a_time_that_grows_with_it(unit: str) -> None:
    assert grows_with_the_text(lambda text: find_names(text, WORDS), unit)


# What is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I told Mrs Smith to wait", ["Mrs Smith"]),
        ("Mr. MacDonald fell", ["Mr. MacDonald"]),
        ("Dr O’Neill came", ["Dr O’Neill"]),
        ("I rang mrs smith", ["mrs smith"]),
        ("i rang dr patel", ["dr patel"]),
        ("Auntie Jean came", ["Auntie Jean"]),
        ("Mr and Mrs Campbell came", ["Mr and Mrs Campbell"]),
        ("It was Mr West who asked", ["Mr West"]),
        ("Mrs May is 90", ["Mrs May"]),
    ],
)
def test_a_title_shows_a_name_with_capitals_and_without(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Siobhan was on shift", ["Siobhan"]),
        ("I was on with Jean Brown", ["Jean Brown"]),
        ("wee Jimmy ate his lunch", ["Jimmy"]),
        ("Jean-Paul and Seán came", ["Jean-Paul", "Seán"]),
        ("Elżbieta and Łukasz made soup", ["Elżbieta", "Łukasz"]),
        ("Zoe\u0308 laughed", ["Zoe\u0308"]),
        ("Mary Ann van Dyk knows", ["Mary Ann van Dyk"]),
        ("I asked McKenzie", ["McKenzie"]),
        ("Jean. Then I left", ["Jean"]),
        ("I told Jean Monday is fine", ["Jean"]),
    ],
)
def test_a_first_name_with_a_capital_letter_is_found(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "name", ["Aoife", "Chidi", "Agnieszka", "Gurpreet", "Yusuf", "Wei", "Olena"]
)
def test_names_from_everywhere_are_known(name: str) -> None:
    assert names(f"I asked {name} to lead") == [name]
    assert names(f"{name} made the plan") == [name]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zofka's mum rang", ["Zofka"]),
        ("jean's daughter rang", ["jean"]),
        ("jimmys mum rang", ["jimmy"]),
        ("Grace’s older sister rang", ["Grace"]),
        ("Hope's care plan was old", ["Hope"]),
        ("a lady called Zofka", ["Zofka"]),
        ("a lady called jean", ["jean"]),
        ("a lady called may", ["may"]),
        ('a boy named "Zofka"', ["Zofka"]),
        ("his name is hamza", ["hamza"]),
        ("my colleague Zofka", ["Zofka"]),
        ("my line manager karen", ["karen"]),
        ("wee jimmy", ["jimmy"]),
        ("on with jean smith", ["jean smith"]),
    ],
)
def test_what_stands_beside_it_shows_a_name_that_nothing_else_shows(
    text: str, found: list[str]
) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Will Smith came", "Will need to ask"),
        ("I asked Grace to help", "Grace and dignity matter"),
        ("Mark said no", "Mark the chart"),
        ("Rose was tired", "Rose at six to get the bus"),
        ("Hope told me", "Hope this is fine"),
        ("Joy Okafor led", "Joy on their faces"),
        ("I gave it to Summer because she can count", "in Summer because she likes the sun"),
        ("May and I did it", "On 8 May and I was there"),
        ("Siobhan and Faith went", "Faith and culture"),
        ("I asked a lady called Art", "Art class is on Friday"),
    ],
)
def test_a_name_that_is_a_word_too_needs_a_sign_beside_it(name: str, word: str) -> None:
    assert names(name)
    assert not names(word)


def test_the_word_before_a_name_at_the_beginning_of_a_sentence_stays_outside() -> None:
    assert names("Will Jean come?") == ["Jean"]


# What is left alone


@pytest.mark.parametrize(
    "text",
    [
        "On Monday in March I moved from Leith to Fife",
        "I speak Polish and Gaelic and I am Muslim",
        "The Team Leader and the Deputy Manager told the Key Worker",
        "Sunnyside House, Victoria Hospital and the Daisy Room",
        "the Francis report and St Margaret's church",
        "We used Teams, Zoom and WhatsApp at Christmas and Eid",
        "I rang the SSSC and the Care Inspectorate about Oramorph",
        "Kotter, Coulter and John Adair write about leaders, and so does Michael West",
        "Dr Roy William Mayega wrote a model",
        "Aye, ken, it wisnae easy wi the bairns",
        "the resident's daughter and the boy's dad",
        "Today's key worker, Everyone's family, Mum's sister",
        "I am in a unit called Willow and use an app called Famly",
        "It is called Promoting Excellence",
        "Someone called in sick and a lady called for her mum",
        "She has ms and the dr came out",
        "Mr X and Mrs B and Child A",
        "We sang Jack and Jill on Burns Night",
        "I went to Father Christmas and watched Mrs Brown's Boys",
        "I saw mrs and mr",
    ],
)
def test_what_is_no_name_is_left_alone(text: str) -> None:
    assert names(text) == []


def test_the_markers_of_the_coach_and_addresses_are_no_names() -> None:
    assert names("[a resident] rang [phone number], see https://example.org/Jean/Smith") == []
    assert names("[Jean] rang") == ["Jean"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("i sat with jean and tommy till the nurse came", ["jean", "tommy"]),
        ("i was on wi jean", ["jean"]),
        ("mary was upset", ["mary"]),
        ("i rang mrs whats at the door", ["mrs whats"]),
        ("i asked marys daughter", ["mary"]),
        ("Marys daughter rang", ["Mary"]),
        ("MARYS tea was cold", ["MARY"]),
        ("marys tea was cold", ["mary"]),
        ("jameses tea and chriss tea", ["chris"]),
        ("it was james who led", ["james"]),
        ("i told sam and ruby laughed", ["sam", "ruby"]),
        ("sams mum rang", ["sam"]),
        ("jeans tea was cold and she wore jeans", ["jean"]),
        ("I saw Jeans room and Mr Adams room", ["Jean", "Mr Adams"]),
    ],
)
def test_a_name_that_is_no_word_is_found_in_small_letters_and_without_an_apostrophe(
    text: str, found: list[str]
) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "you asked the sam thing",
        "in angus and on lewis, or the jordan trip",
        "that carries people past obstacles, she wore jeans",
        "we sang jack and jill for the ruby wedding",
        "st johns ambulance and the maggies centre",
        "get shot o the hale jing bang, no ava",
        "with may and june and the rose garden",
        "a dick of a job, a wee chic cafe, wash yer hans",
        "we used the sara stedy and called it a roger that",
    ],
)
def test_a_name_that_is_a_word_or_a_place_in_small_letters_is_left_alone(text: str) -> None:
    assert names(text) == []


def test_in_capitals_lock_a_name_counts_as_it_does_in_small_letters() -> None:
    assert names("I TOLD MY STAFF TO HELP JEAN AND MARK") == ["JEAN"]
    assert names("MRS SMITH WAS UPSET") == ["MRS SMITH"]
    assert names("A LADY CALLED JEAN WAS UPSET") == ["JEAN"]
    assert names("I was glad\nI TOLD THE SAM THING\nso was Jean") == ["Jean"]


def test_one_word_in_capitals_is_a_name_where_the_rest_is_not() -> None:
    assert names("It was JEAN who took charge") == ["JEAN"]
    assert names("I rang the SSSC and wrote it on the MAR") == []


# Always


@given(st.text(max_size=300))
def test_whatever_is_typed_names_lie_in_it_in_order_and_apart(text: str) -> None:
    found = find_names(text, WORDS)
    for name in found:
        assert 0 <= name.start < name.end <= len(text)
    for one, other in pairwise(found):
        assert one.end <= other.start


def told(text: str, name: str) -> list[tuple[int, int]]:
    key = name_key(name)
    found = find_told_names(text, WORDS, lambda spelling: key if spelling == key else "")
    return [(each.start, each.end) for each in found]


SPELT = (
    "Jean jeans JEAN Jean's Mrs mr. Smith Zoe\u0308's MARYS marys tea called Zofka's Will O’Neill"
    " Jean-Paul lady a and told sam mum McKay Jessie Grant . , - ' \n"
)


@given(st.lists(st.sampled_from(SPELT.split(" ")), max_size=20))
def test_what_is_found_is_what_is_replaced(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for name in find_names(text, WORDS):
        spans = told(text, text[name.start : name.end])
        assert any(start <= name.start and name.end <= end for start, end in spans), text


def test_a_told_name_is_known_in_any_spelling_and_a_word_stays_a_word() -> None:
    text = "Mary, MARY and marys tea; Mary Grant. Zofka, zofkas"
    assert [text[start:end] for start, end in told(text, "Mary's")] == [
        *("Mary", "MARY", "mary", "Mary Grant")
    ]
    assert [text[start:end] for start, end in told(text, "ZOFKA")] == ["Zofka", "zofka"]
    assert told("a penny, will you? Will you? marks and WILL", "Will") == []
    assert told("so Penny said a penny", "Penny") == [(3, 8)]


TELLING = "Jean Mrs mrs Smith Will May called my colleague mum lady and van J I a's [ ] . , - ' \n"

PIECES = st.sampled_from(TELLING.split(" "))


@given(st.lists(PIECES, max_size=30))
def test_in_any_order_of_telling_words_names_lie_apart(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = find_names(text, WORDS)
    for one, other in pairwise(found):
        assert one.end <= other.start
    for name in found:
        assert text[name.start : name.end].strip() == text[name.start : name.end]


# The words


def lists() -> dict[str, list[str]]:
    source = read(shipped_folder() / "dialogues" / "names.yaml")
    found = build(source, Names)
    assert source.problems == []
    assert found
    return {name: list(words) for name, words in found}


def test_each_list_holds_small_words_once() -> None:
    for name, words in lists().items():
        assert len(words) == len(set(words)), name
        for word in words:
            assert word == word.strip().lower()
            assert word.isascii(), word


def test_no_word_is_a_name_and_none() -> None:
    kinds = lists()
    for one, other in combinations(("first", "only_capital", "also_words", "never"), 2):
        assert not set(kinds[one]) & set(kinds[other]), (one, other)
    for one in ("first", "only_capital", "also_words"):
        for other in ("people", "things", "kin"):
            assert not set(kinds[one]) & set(kinds[other]), (one, other)
    assert set(kinds["no_subject"]) <= set(kinds["also_words"])
    assert not set(kinds["ordinary"]) & set(kinds["first"])


def test_accents_and_small_letters_make_no_difference_to_the_lists() -> None:
    words = as_words(
        {"first": ["Zoë"], "titles": ["Mrs"], "kin": ["Mum"], "never": ["Burns' Night"]}
    )
    assert words.first == {"zoe"}
    for text in ("Zoe", "Zoë", "Zoe\u0308"):
        assert found_in(f"{text} came", words) == [text]


def test_four_lists_are_enough() -> None:
    words = NameWords(
        frozenset({"jean"}), frozenset({"mrs"}), frozenset({"mum"}), frozenset({"the"})
    )
    assert found_in("The mum of Jean, and Mrs Smith", words) == ["Jean", "Mrs Smith"]
