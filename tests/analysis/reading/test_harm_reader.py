"""What is harm, of what sort and about whom; and ordinary talk, however grim its words."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.analysis.reading.harm_features import Line
from bot.analysis.reading.harm_reading import NO_HARM
from bot.analysis.reading.harm_table import HarmTable
from bot.analysis.reading.harm_vocabulary import HarmVocabulary
from bot.content.harm_files import ORDINARY, ROWS, read_harm_rows, read_harm_words
from bot.content.library import Content
from bot.content.models.dialogue import WordsStep
from bot.content.models.harm_rows import CONCERNS, CRISES, HarmWords
from tests.bench.harm import (
    BY_KIND,
    COOLLY,
    FOLDER,
    HELD_OUT,
    IN_PASSING,
    WORKING_DAY,
    shipped,
    told_coolly,
)

READER = shipped()

DATA = Path(__file__).parent.parent / "data"

ASKED = DATA.parents[1] / "flows" / "asked.yaml"


@pytest.mark.parametrize(
    ("text", "sort", "about"),
    [
        ("I want to kill myself", "suicide", "self"),
        ("I want to end it", "suicide", "self"),
        ("erase it all, i am done with living", "suicide", "self"),
        ("ah dinnae want tae live ony mair", "suicide", "self"),
        ("a tenant told me shes took all her pills", "overdose", "person_supported"),
        ("a resident is choking and going blue", "emergency", "person_supported"),
        ("he has a knife and says he will stab her", "violence", "person_supported"),
        ("A wee boy says that he wants to be dead", "suicide", "child"),
        ("my colleague texted goodbye to all of us and is not answering", "suicide", "colleague"),
    ],
)
def test_a_life_in_danger_is_a_crisis_with_its_sort_and_whom_it_is_about(
    text: str, sort: str, about: str
) -> None:
    found = READER.read(text)
    assert (found.level, found.sort, found.about) == ("crisis", sort, about)


@pytest.mark.parametrize(
    "text",
    [
        "a resident told me the carer held her arm and she has blue marks",
        "he has finger marks on his arm where somebody held him",
        "old bruises going yellow all down her back, she said ssh",
        "wee one has a black eye and a burst lip and says he fell",
    ],
)
def test_a_mark_without_danger_now_is_a_concern_and_no_crisis(text: str) -> None:
    assert READER.read(text).level == "concern"


@pytest.mark.parametrize(
    "text",
    [
        "he has bruises on his neck and she says she will stab him tonight",
        "he has burn marks and he says he will kill her tonight",
    ],
)
def test_a_mark_beside_danger_is_a_crisis(text: str) -> None:
    assert READER.read(text).level == "crisis"


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("I saw a carer slap a resident across the face", "abuse"),
        ("she is left in a wet bed all day and nobody changes her", "neglect"),
        ("his nephew takes his pension and he has no money for food", "exploitation"),
        ("we were told to sign for checks that were never done", "wrongdoing"),
        ("I cry before every shift and I cannot cope any more", "distress"),
    ],
)
def test_what_is_done_to_somebody_is_a_concern_with_its_sort(text: str, sort: str) -> None:
    found = READER.read(text)
    assert (found.level, found.sort) == ("concern", sort)


@pytest.mark.parametrize(
    "text",
    [
        "I want to stop people falling, so I moved the chairs.",
        "the kids shout the numbers and i hold up the fingers",
        "dead on my feet but the trolley went out on time",
        "he took his tablets with his tea and I signed the sheet",
        "We did the suicide prevention course and I shared my notes.",
        "that question is killing me",
        "I can't think of anything else",
        "delete everything please",
        "no more wet beds after that",
        "holding her hand til the breathing went slow",
        "he doesn't want to live in the home",
        "doesn't want to live in the home",
        "",
        "👍👍",
    ],
)
def test_ordinary_talk_is_none_whatever_words_it_uses(text: str) -> None:
    assert READER.read(text).level == "none"


@pytest.mark.parametrize(
    "text",
    [
        "he doesn't want to live",
        "she doesn't want to live any more",
        "he said he doesn't want to live if he has to go in the home",
        "her breathing went slow and her lips are blue",
        "she doesnt want to be here any more",
    ],
)
def test_what_is_like_it_in_words_is_still_a_crisis(text: str) -> None:
    assert READER.read(text).level == "crisis"


@pytest.mark.parametrize(
    "text",
    [
        "I'm not suicidal, I was tired",
        "ahm no suicidal",
        "I don't force him to eat. I leave the plate and come back",
        "we never shout at her, we wait",
        "nobody was hurt and we wrote it up",
        "i dont want to do this course any more please take me off the list",
        "deleet evrything i dont want it on there any more",
        "we still use it",
        "I won't be here tomorrow, it is my day off",
        "I want to end it on a good note, so here is the party",
        "he has had enough of life in the hostel and got his own flat",
    ],
)
def test_what_is_said_not_to_be_so_is_none(text: str) -> None:
    assert READER.read(text).level == "none"


@pytest.mark.parametrize(
    "text",
    [
        "I am not suicidal but I want to be dead",
        "not suicidal just want to be dead",
        "he says he is not suicidal. he has a rope in his room and he says goodbye to us all",
        "I'm not well and I want to kill myself",
        "no. suicidal thoughts every night",
        "I can't do this course any more, I want to die",
        "delete everything, I won't be here tomorrow, I want to end it",
        "nobody does anything when that carer hits her",
    ],
)
def test_what_is_turned_round_or_stands_beside_a_denial_is_still_harm(text: str) -> None:
    assert READER.read(text).level != "none"


def test_harm_in_the_middle_of_a_good_answer_is_found_and_only_its_words_are_given() -> None:
    text = (
        "I did the rota on Sunday and gave everybody a choice of breaks. Then one of the ladies "
        "told me that her son hits her when she has no money. After that I wrote the handover."
    )
    found = READER.read(text)
    assert found.level == "concern"
    words = text[found.start : found.end]
    assert "hits her" in words
    assert "rota" not in words
    assert "handover" not in words


@pytest.mark.parametrize(
    ("before", "harm", "after"),
    [
        (
            "I do late calls for a couple. Heating, dosette, water by the bed.",
            "Her son had his hands round her throat when I walked in tonight",
            ". She ate all her supper and I wrote down 200ml.",
        ),
        (
            "I plan the laundry and the late round, heating on, tablets given.",
            "He had choked her till she passed out on Sunday",
            " and says he will do it again. She had soup and I put the towels away.",
        ),
    ],
)
def test_a_plain_sign_is_heard_among_many_ordinary_words(
    before: str, harm: str, after: str
) -> None:
    text = f"{before} {harm}{after}"
    found = READER.read(text)
    assert found.level == "crisis"
    assert text[found.start : found.end] == harm


def test_misspelt_harm_is_harm() -> None:
    assert READER.read("she swalowed all her tablits and i cant wak her").level == "crisis"


def test_what_was_seen_to_is_none_and_told_apart_from_what_never_was() -> None:
    text = "He tried to kill himself in 2019. He has a plan with his nurse and he is well now."
    found = READER.read(text)
    assert (found.level, found.sort) == ("none", "suicide")
    assert READER.read("I moved the chairs.") == NO_HARM


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=400))
def test_any_text_is_read_and_its_words_stand_in_it(text: str) -> None:
    found = READER.read(text)
    assert 0 <= found.start <= found.end <= len(text)
    assert (found.level == "crisis") <= (found.sort in CRISES)
    assert (found.level == "concern") <= (found.sort in CONCERNS)


def test_a_page_without_any_stop_is_read_to_its_end() -> None:
    page = "i did the teas and the beds and the rota and the bins " * 40
    assert READER.read(page).level == "none"
    assert READER.read(page + "she has taken an overdose and i cant wake her").level == "crisis"


def test_the_held_out_rows_are_not_among_those_that_are_learned() -> None:
    rows = [row.text.casefold() for row in read_harm_rows(FOLDER / ROWS)]
    assert len(set(rows)) == len(rows)
    learned = {*rows, *(FOLDER / ORDINARY).read_text("utf-8").casefold().splitlines()}
    apart = read_harm_rows(HELD_OUT)
    files = (COOLLY, BY_KIND, IN_PASSING, WORKING_DAY)
    apart += [row for file in files for row in told_coolly(file)]
    assert not learned & {row.text.casefold() for row in apart}


def found_in(file: Path) -> dict[str, float]:
    """Return the share of the rows of each level that is taken for harm."""
    found = {level: list[bool]() for level in ("crisis", "concern", "none")}
    for row in told_coolly(file):
        found[row.level].append(READER.read(row.text).level != "none")
    return {level: sum(each) / max(len(each), 1) for level, each in found.items()}


def test_of_harm_told_coolly_most_crises_and_some_concerns_are_found() -> None:
    """Half of the concerns are not found: ``tests.bench.harm`` prints how many."""
    share = found_in(COOLLY)
    assert share["crisis"] >= 0.7
    assert share["concern"] >= 0.4
    assert share["none"] <= 0.09


def test_little_of_a_hard_ordinary_working_day_is_taken_for_harm() -> None:
    """Falls, deaths, restraint by plan, jokes: what sounds grim in a day, and no harm in it."""
    assert found_in(WORKING_DAY)["none"] <= 0.11


def test_most_of_the_held_out_rows_are_read_rightly() -> None:
    rows = read_harm_rows(HELD_OUT)
    found = {level: [0, 0] for level in ("crisis", "concern", "none")}
    for row in rows:
        found[row.level][0] += READER.read(row.text).level != "none"
        found[row.level][1] += 1
    assert found["crisis"][0] / found["crisis"][1] >= 0.75
    assert found["concern"][0] / found["concern"][1] >= 0.75
    assert found["none"][0] / found["none"][1] <= 0.12


def test_what_was_learned_is_known_and_hardly_anything_else_is_taken_for_it() -> None:
    """Figures of what was learned from say less than those of the held-out rows. Many rows are
    twins in nearly the same words, of which one is ordinary."""
    found, paused = {level: [0, 0] for level in ("crisis", "concern", "none")}, 0
    for row in read_harm_rows(FOLDER / ROWS):
        harm = READER.read(row.text)
        found[row.level][0] += harm.level != "none"
        found[row.level][1] += 1
        paused += (row.level, harm.doubtful) == ("none", False) and harm.level != "none"
    assert found["crisis"][0] / found["crisis"][1] >= 0.84
    assert found["concern"][0] / found["concern"][1] >= 0.7
    assert found["none"][0] / found["none"][1] <= 0.07
    assert paused / found["none"][1] <= 0.025, "the others are answers, with a line"


def test_a_crisis_that_is_found_is_never_taken_for_less() -> None:
    crises = [row for row in read_harm_rows(FOLDER / ROWS) if row.level == "crisis"]
    levels = [READER.read(row.text).level for row in crises]
    assert levels.count("concern") <= 0.02 * len(levels)


def test_what_others_write_about_numbers_names_and_questions_stays_quiet() -> None:
    texts = (DATA / "ordinary.txt").read_text("utf-8").splitlines()
    with (DATA / "names.csv").open(encoding="utf-8", newline="") as file:
        texts += [row["text"] for row in csv.DictReader(file)]
    asked = yaml.safe_load(ASKED.read_text("utf-8"))
    texts += [text for id_, each in asked.items() if id_ != "whom_to_tell" for text in each]
    assert len(texts) > 500
    false = [text for text in texts if READER.read(text).level != "none"]
    assert len(false) <= 0.02 * len(texts), false


def test_our_own_examples_stay_quiet(content: Content) -> None:
    texts = [
        step.example
        for d in content.dialogues.values()
        for step in d.steps
        if isinstance(step, WordsStep)
    ]
    texts += [each.text for p in content.practices.values() for each in p.examples]
    texts += [each.text for each in content.activities.values()]
    false = [text for text in texts if READER.read(text).level != "none"]
    assert len(false) <= 0.01 * len(texts), false


@pytest.mark.parametrize("unit", ["abuse ", "she was ", "kill... ", "not ", "a", "\n"])
def test_a_long_text_of_anything_is_read_to_its_end(unit: str) -> None:
    found = READER.read(unit * (20_000 // len(unit)))
    assert found.level in ("none", "concern", "crisis")


def test_it_is_not_sure_about_whom_where_two_are_nearly_as_likely() -> None:
    assert READER.read("a tenant told me shes took all her pills").sure
    assert READER.read("a wee girl told me her mum hits her").sure
    assert not READER.read("a lad told me his mate hits his gran").sure
    assert not NO_HARM.sure


def test_a_sign_names_groups_that_are_there_and_a_sort_that_is_one() -> None:
    words = read_harm_words(FOLDER)
    assert set(words.signs) == {*CRISES, *CONCERNS}
    every = [sign for signs in words.signs.values() for sign in signs]
    assert len(set(every)) == len(every)
    named = {
        word
        for sign in (*every, *words.ordinary)
        for part in sign.split()
        for word in part.split("|")
        if word.isupper()
    }
    assert named <= {group.upper() for group in words.groups}


def vocabulary(**lists: object) -> HarmVocabulary:
    signs = {"overdose": ["took .. PILLS"]}
    words = {"groups": {"pills": "tablets"}, "signs": signs} | lists
    return HarmVocabulary(HarmWords.model_validate(words))


def test_a_sign_is_heard_across_a_few_words_and_not_across_many() -> None:
    words = vocabulary(spellings={"took": "tuk"})

    def heard(text: str) -> bool:
        return bool(Line.of(text, words).signs(words))

    assert heard("she tuk all her tablets")
    assert not heard("she took the minibus to the shop by the sea for tablets")
    assert not heard("her tablets are what she took")


def test_no_sign_is_heard_in_words_that_an_author_calls_ordinary() -> None:
    words = vocabulary(ordinary=["PILLS .. as_prescribed"])
    assert not Line.of("she took her tablets as prescribed", words).signs(words)
    assert Line.of("she took her tablets", words).signs(words)


def test_a_table_that_is_none_names_its_line() -> None:
    with pytest.raises(ValueError, match="line 3"):
        HarmTable("\tsigned\n\t10\nw:x\t1\t2\n")


@pytest.mark.parametrize(
    "text",
    [
        "New lad on his first night, he was nearly in tears in the sluice. I told him that on mine "
        "I did not know what anybody said either. I gave him a paper with the rooms on it and "
        "we walked round together and he read them out. At four he says to me now you sit down.",
        "Residents' meeting. I set out the seats and the list and the screen that would not work, "
        "then I kept quiet and a man of 84 told the owner to his face what it is like to eat cold "
        "soup in February. Nobody else spoke, and the owner wrote it down and a man came later.",
    ],
)
def test_in_a_long_account_nothing_stops_anybody_for_what_only_looks_so(text: str) -> None:
    found = READER.read(text)
    assert found.level == "none" or found.doubtful
