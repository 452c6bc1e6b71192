"""Replies as a conversation hears them: nothing twice, one question, few words."""

from __future__ import annotations

from functools import partial

import pytest

from bot.content.library import Content
from bot.content.models.listening import Listening
from bot.engine.author_words import first_for
from bot.engine.wording import Typed, fill, join
from bot.engine.wordings import MOST_SAID, Chooser, Fill, asked, own_words, quotable
from bot.flows.safety.harm_lines import spoken
from tests.support.replies import fits

MOVED = "moved two of us to the top corridor"


@pytest.fixture
def words(content: Content) -> Listening:
    return content.listening


@pytest.fixture
def filled(content: Content) -> Fill:
    return partial(fill, content.words, makes="statement")


@pytest.fixture
def said() -> list[str]:
    return []


def test_a_whole_reply_is_a_receipt_a_clause_with_its_name_and_one_question(
    words: Listening, filled: Fill, said: list[str]
) -> None:
    chooser = Chooser(filled, said)
    receipt = "✓ Saved · 31 words"
    chooser.take(receipt)
    back = chooser.name(words.named["organising_staffing"], MOVED)
    question = chooser.pick(words.questions("management", "result"), word="the top corridor")
    assert back == f"“{MOVED}” – that is deciding who does what."
    assert question == "“the top corridor”: what is easier there now?"
    assert fits(join("\n", [receipt, back, question]))


def test_no_line_comes_twice_in_a_conversation(
    words: Listening, filled: Fill, said: list[str]
) -> None:
    heard = list[str]()
    while line := Chooser(filled, said).pick(words.kinds.talk.going):
        heard.append(line)
    assert sorted(heard) == sorted(words.kinds.talk.going)


def test_two_learners_begin_with_different_lines_and_each_always_with_the_same(
    words: Listening, filled: Fill
) -> None:
    need = words.kinds.talk.going
    first = {who: Chooser(filled, [], whose=who).pick(need) for who in ("", "ann", "ben", "cat")}
    assert first == {who: Chooser(filled, [], whose=who).pick(need) for who in first}
    assert first[""] == need[0]
    assert len(set(first.values())) > 2


def test_wherever_somebody_begins_all_lines_are_said_once(words: Listening, filled: Fill) -> None:
    said, heard = list[str](), list[str]()
    while line := Chooser(filled, said, whose="ann").pick(words.kinds.talk.going):
        heard.append(line)
    assert sorted(heard) == sorted(words.kinds.talk.going)


@pytest.mark.parametrize("who", ["", "ann", "ben", "cat", "dan"])
def test_it_is_said_first_how_to_take_back_what_the_coach_did(
    words: Listening, filled: Fill, who: str
) -> None:
    filed = words.kinds.announce.filed
    line = Chooser(filled, [], whose=who).pick(filed, label="both", undo="Not there")
    assert line
    assert "Not there" in line


def test_no_sentence_of_a_line_comes_twice_either(filled: Fill, said: list[str]) -> None:
    one = ["All is kept for you. We were at the start."]
    other = ["Hello. All is kept for you. Here it is again.", "Hello. Here we are at last."]
    assert Chooser(filled, said).pick(one)
    assert Chooser(filled, said).pick(other) == other[1]


def test_a_short_word_such_as_all_right_may_come_again(filled: Fill, said: list[str]) -> None:
    assert Chooser(filled, said).pick(["All right. We stop here now."])
    assert Chooser(filled, said).pick(["All right. We go on from here."])


def test_what_was_said_is_plain_strings_that_a_store_can_keep_and_has_an_end(
    filled: Fill, said: list[str]
) -> None:
    for number in range(3 * MOST_SAID):
        Chooser(filled, said).pick([f"This is line number {number} of many."])
    assert len(said) == MOST_SAID
    assert all(type(each) is str for each in said)
    assert Chooser(filled, list(said)).pick(["This is line number 1199 of many."]) is None


def test_a_clause_is_said_back_once_in_a_reply_and_the_question_has_none_then(
    words: Listening, filled: Fill, said: list[str]
) -> None:
    chooser = Chooser(filled, said)
    assert chooser.pick(words.said_back.we_act, words.said_back.any, clause=MOVED)
    while question := chooser.pick(words.questions("management", "how"), clause=MOVED):
        assert MOVED not in question
        chooser.asked = False


def test_a_reply_asks_one_thing(words: Listening, filled: Fill, said: list[str]) -> None:
    chooser = Chooser(filled, said)
    assert asked(chooser.pick(words.kinds.denial.leadership) or "") == 1
    assert chooser.pick(words.questions("leadership", "who")) is None


def test_a_question_with_a_word_of_theirs_comes_first_and_never_without_the_word(
    words: Listening, filled: Fill, said: list[str]
) -> None:
    need = words.questions("situation", "own_act")
    assert "“the rota”" in (Chooser(filled, said).pick(need, word="the rota") or "")
    while question := Chooser(filled, said).pick(need, word=None):
        assert "“" not in question


def test_the_same_frame_does_not_come_twice_running(filled: Fill, said: list[str]) -> None:
    need = ["About “$word”: who does it?", "About “$word”: how does it go?", "Who knows it there?"]
    heard = [Chooser(filled, said).pick(need, word="the rota") for _ in range(3)]
    assert heard == ["About “the rota”: who does it?", "Who knows it there?", None]


def test_a_line_that_would_make_the_reply_too_long_is_passed_over(
    filled: Fill, said: list[str]
) -> None:
    need = ["This is a line of a good many words.", "This one has five words."]
    assert Chooser(filled, said, room=6).pick(need) == "This one has five words."


def test_a_question_can_be_led_to_by_a_line_that_holds_it_or_stands_above_it(
    filled: Fill, said: list[str]
) -> None:
    chooser = Chooser(filled, said)
    question = chooser.pick(["What came of it then?"])
    assert question
    assert chooser.lead(["Then we go on: $question"], question=question).endswith(question)
    room = chooser.room
    assert chooser.lead(["That can wait a bit."], question=question).count("\n") == 1
    assert chooser.room == room - 5
    assert chooser.lead(["What is it, then?"], question=question) == question


def test_help_in_a_crisis_is_never_left_unsaid(
    words: Listening, content: Content, filled: Fill, said: list[str]
) -> None:
    contacts = spoken(words.harm.contacts, content.support.contacts)
    need = words.harm.first_steps("crisis", "self", "taken")
    heard = [Chooser(filled, said, room=90).must_pick(need, **contacts) for _ in range(7)]
    assert all(each and "999" in each for each in heard)
    assert heard[:3] == heard[3:6], "the one that was said longest ago comes again first"


def test_harm_of_which_nobody_is_sure_gets_the_line_that_fits_all(words: Listening) -> None:
    harm = words.harm
    assert harm.first_steps("crisis", "child", "strange") == harm.crisis["child"].unsure
    assert harm.first_steps("concern", None, "told") == harm.concern_unsure
    for level in (harm.crisis, harm.concern):
        assert len(level) == 7


def test_every_first_step_in_a_crisis_names_a_number_that_there_is(
    words: Listening, content: Content, filled: Fill
) -> None:
    contacts = spoken(words.harm.contacts, content.support.contacts)
    for steps in words.harm.crisis.values():
        for _, needs in steps:
            for line in needs:
                text = Chooser(filled, [], room=90).pick([line], **contacts)
                assert text
                assert any(contacts[name] in text for name in ("emergency", "samaritans"))


def test_words_of_theirs_in_a_long_quote_are_not_ours_and_those_in_a_short_one_are() -> None:
    quote = join("", ["“", Typed("we tried it for a week"), "” – that is it."])
    assert own_words(quote) == 3
    assert own_words(join("", ["“", Typed("the rota"), "”: who does it?"])) == 5


def test_a_question_mark_that_they_typed_is_no_question_of_ours() -> None:
    assert asked(join("", ["“", Typed("she said who are you?"), "”. I have that."])) == 0


def test_a_clause_is_quoted_as_typed_without_its_stop() -> None:
    assert quotable(" ah pit a stool\nat the sink. ") == "ah pit a stool at the sink"
    assert quotable("“we tried it”") == "we tried it"


def test_a_name_is_only_given_where_the_clause_has_the_word_for_it(
    words: Listening, filled: Fill
) -> None:
    names = words.named["monitor_evaluate"]
    assert "keeping count" in (Chooser(filled, []).name(names, "i counted the cups") or "")
    assert "keeping count" not in (Chooser(filled, []).name(names, "we looked at them") or "")


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("Training", "Training"),
        ("good team work", "team work"),
        ("communication and rota", "communication"),
        ("new staff induction", "new staff"),
        ("banana", None),
    ],
)
def test_the_first_word_that_there_is_a_question_for_is_found_as_typed(
    words: Listening, typed: str, word: str | None
) -> None:
    found = first_for(words.bare.words, typed)
    assert (found[1] if found else None) == word
