"""The conversation of Thing 2, as a learner meets it."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.cli.operator import backup
from bot.content.library import Content
from bot.content.models.dialogue import WordsStep
from bot.domain.events import Attachment
from bot.flows.registry import ACTIONS, COMMANDS
from bot.store.sqlite.erasures import KEEP
from tests.support.learner import Learner


def test_a_newcomer_gets_the_welcome_in_two_short_messages(learner: Learner) -> None:
    said = learner.say("/start")
    assert len(learner.replies) == 2
    for truth in (
        "does not let AI help",
        "own words",
        "If you use Telegram",
        "The people who run this coach can",
        "names",
    ):
        assert truth in said
    assert learner.buttons == ["Start", "About Thing 2", "Sort activities first"]
    assert learner.status == "new"


def test_whatever_comes_first_the_welcome_comes_before_any_question(learner: Learner) -> None:
    said = learner.press("Start")
    assert said.index("Who can read your words?") < said.index("1 of 4")


def test_what_is_thing_2_names_the_badge_and_the_difference(learner: Learner) -> None:
    learner.say("/start")
    said = learner.press("About Thing 2")
    for fact in ("Leadership Fundamentals", "Thing 1", "Management keeps", "Leadership helps"):
        assert fact in said
    assert learner.buttons == ["Start", "About Thing 2", "Sort activities first"]


def test_every_message_adds_to_the_answer_and_is_counted(learner: Learner) -> None:
    learner.at("situation")
    assert learner.say("I am a carer.").startswith("✓ Saved · 4 words")
    assert learner.say("I wrote the rota.").startswith("✓ Saved · 8 words\n")


def test_one_word_is_one_word(learner: Learner) -> None:
    learner.at("situation").say("training")
    assert "1 word" in learner.press("Put it in my answer")


def test_an_answer_without_words_is_kept_and_asked_about(learner: Learner) -> None:
    learner.at("situation")
    assert learner.say("👍👍").endswith("?")
    learner.press("Next")
    assert learner.step == "situation"
    assert not learner.statement.sections[0].text, "a sign alone shows nothing yet"
    assert learner.conversation.messages[-1].text == "👍👍"


def test_next_on_an_empty_answer_stays_and_says_why(learner: Learner) -> None:
    learner.at("management")
    assert "Skip" in learner.press("Next")
    assert learner.step == "management"


def test_an_example_is_marked_and_never_stored(learner: Learner, content: Content) -> None:
    learner.at("management")
    said = learner.press("Example")
    assert said.startswith("An example, not yours.")
    step = content.first.steps[1]
    assert isinstance(step, WordsStep)
    assert step.example in said
    assert not learner.conversation.messages


def test_going_back_never_blanks_a_later_answer(learner: Learner) -> None:
    learner.at("situation")
    learner.say("I am a cook.")
    learner.press("Next")
    learner.say("I made a plan.")
    learner.press("Back")
    assert learner.step == "situation"
    learner.press("Next")
    assert "I made a plan." in learner.replies[0].text


def test_a_second_visit_shows_what_is_there_and_adds_to_it(learner: Learner) -> None:
    learner.at("situation")
    learner.say("I am a cook.")
    learner.press("Next")
    said = learner.press("Back")
    assert "I am a cook." in said
    assert "send “Replace”" in said
    learner.say("In a school.")
    assert learner.statement.sections[0].text == "I am a cook.\n\nIn a school."


def test_the_old_answer_stays_until_the_new_one_is_sent(learner: Learner) -> None:
    learner.at("situation")
    learner.say("I made the old rota.")
    learner.press("Replace")
    learner.press("Example")
    assert learner.statement.sections[0].text == "I made the old rota."
    learner.say("I wrote a new rota.")
    assert learner.statement.sections[0].text == "I wrote a new rota."
    learner.say("I asked the cook too.")
    assert learner.statement.sections[0].text == "I wrote a new rota.\n\nI asked the cook too."
    assert "I made the old rota." in learner.say("/mydata")
    learner.press("Use the old words too")
    assert (
        learner.statement.sections[0].text
        == "I made the old rota.\n\nI wrote a new rota.\n\nI asked the cook too."
    )


def test_leaving_after_replace_keeps_the_old_answer(learner: Learner) -> None:
    learner.at("situation")
    learner.say("I made the old rota.")
    learner.press("Replace")
    learner.press("Next")
    learner.say("I made a plan.")
    assert learner.statement.sections[0].text == "I made the old rota."


def test_the_review_counts_each_part_and_says_what_is_missing(learner: Learner) -> None:
    learner.at("situation")
    learner.say("I moved " + "word " * 29)
    learner.press("Next")
    learner.say("I made the list for the floor " + "word " * 67)
    learner.press("Next")
    learner.say("I asked her to lead it " + "word " * 17)
    said = learner.say("/review")
    assert "situation 31 · management 74 · leadership 23 · both 0 — 128 of 200, 72 to go" in said
    assert "not ready yet" in said
    assert said.count("72") == 1
    assert "no words yet: both" in said


def test_enough_words_with_an_empty_part_is_not_called_ready(learner: Learner) -> None:
    learner.at("situation")
    learner.say("word " * 300)
    for command in ("/review", "/statement"):
        said = learner.say(command)
        assert "is ready" not in said
        assert "not ready yet" in said


def test_an_answer_opened_from_the_review_leads_back_to_it(learner: Learner) -> None:
    learner.at("review")
    learner.press("Change: leadership")
    assert learner.step == "leadership"
    learner.say("I listened.")
    learner.press("Next")
    assert learner.step == "review"
    learner.press("Back")
    assert learner.step == "overlap"


def test_a_ready_statement_tells_how_to_hand_it_in(learner: Learner) -> None:
    learner.at("situation")
    learner.say("word " * 200)
    for _ in range(3):
        learner.press("Next")
        learner.say("I helped")
    learner.press("Next")
    said = learner.press("My statement")
    assert "206 of your own words" in said
    assert "Open Badge form" in said
    assert "blog or portfolio" in said
    assert "preparing-and-publishing" in learner.replies[-2].links[1].url
    file = learner.replies[1].file
    assert file
    assert file.text == learner.replies[1].text
    learner.press("I have sent it")
    assert "28 days" in learner.press("Yes, it is sent")
    assert learner.status == "submitted"


def test_carry_on_after_a_pause_asks_the_same_question(learner: Learner) -> None:
    learner.at("leadership")
    learner.press("Pause")
    assert learner.buttons == ["Carry on"]
    assert "What leadership did you or others show?" in learner.press("Carry on")


def test_words_after_a_pause_are_the_answer(learner: Learner) -> None:
    learner.at("leadership")
    learner.press("Pause")
    learner.say("I listened.")
    assert learner.statement.sections[2].text == "I listened."


def test_somebody_who_comes_back_hears_where_they_were(learner: Learner) -> None:
    learner.at("management")
    asked = learner.say("I made a plan.").splitlines()[-1]
    said = learner.open()
    assert "Welcome back. You are at question 2 of 4: management. 4 words are saved." in said
    assert said.endswith(f"Your question now: {asked}")
    said = learner.say("/start")
    assert "Welcome back" in said
    assert learner.buttons == ["Carry on"]


@pytest.mark.parametrize("label", ["next", "NEXT", " Next "])
def test_a_label_typed_in_any_case_presses_it(learner: Learner, label: str) -> None:
    learner.at("situation")
    learner.say("I am a cook.")
    learner.say(label)
    assert learner.step == "management"


@pytest.mark.parametrize("label", ["Start", "Next"])
def test_a_second_tap_on_the_keyboard_is_no_answer(learner: Learner, label: str) -> None:
    learner.at("situation")
    if label == "Next":
        learner.say("I am a cook.")
    else:
        learner.press("Back")
    learner.say(label)
    learner.now -= timedelta(seconds=59)  # the second tap comes within a second
    said = learner.say(label)
    assert "not in use now" in said or learner.step != "situation"
    assert label not in [message.text for message in learner.conversation.messages]


@pytest.mark.parametrize(
    "label",
    [
        *("Back to my question", "Yes, start again", "Yes, delete it all", "I have sent it"),
        *("Change: situation", "Add to: both", "Leave it out", "About Thing 2", "carry ON"),
    ],
)
@pytest.mark.parametrize("step", ["situation", "review"])
def test_a_late_tap_on_a_label_of_several_words_is_no_answer(
    learner: Learner, label: str, step: str
) -> None:
    learner.at(step)
    learner.say(label)
    assert label not in [message.text for message in learner.conversation.messages]
    assert learner.buttons


@pytest.mark.parametrize("text", ["2", "back pain"])
def test_a_word_like_a_choice_is_kept_and_asked_about(learner: Learner, text: str) -> None:
    learner.at("situation")
    said = learner.say(text)
    assert f"“{text}”" in said
    assert said.endswith("?")
    learner.press("Put it in my answer")
    assert learner.statement.sections[0].text == text


def test_a_sentence_that_begins_like_a_choice_stays_an_answer(learner: Learner) -> None:
    learner.at("situation")
    learner.say("Next time I will ask")
    assert learner.statement.sections[0].text == "Next time I will ask"


@pytest.mark.parametrize("text", ["no", "Start", "yes"])
def test_a_word_to_the_coach_presses_nothing_and_one_press_puts_it_in(
    learner: Learner, text: str
) -> None:
    learner.at("situation")
    assert "Saved ·" not in learner.say(text)
    assert learner.step == "situation"
    assert not learner.statement.own_words
    assert text in learner.say("/mydata")
    learner.press("Put it in my answer")
    assert learner.statement.sections[0].text == text


def test_a_mistyped_command_gets_the_nearest_and_is_no_answer(learner: Learner) -> None:
    learner.at("situation")
    said = learner.say("/revew please")
    assert "/review" in said
    assert not learner.statement.own_words


@pytest.mark.parametrize("text", ["/", "//", "/ hello", "/10 staff", "/é", "/" + "x" * 5000])
def test_anything_with_a_slash_gets_an_answer(learner: Learner, text: str) -> None:
    learner.at("situation")
    assert "Did you mean /" in learner.say(text)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("step", ["welcome", "situation", "overlap", "review", "statement"])
def test_every_command_works_everywhere(learner: Learner, command: str, step: str) -> None:
    learner.say("/start") if step == "welcome" else learner.at(step)
    assert learner.say(f"/{command.upper()}@CoachBot now")
    assert learner.buttons


def _hear_and_decide(learner: Learner, look: Callable[[], None]) -> None:
    """Send what something is to be decided about, and what is said to the coach."""
    learner.at("leadership").say(
        "Scrap that one, I've a better one. When I was on nights the alarm was new and I showed "
        "the others how to reset it, so nobody rang me at home."
    )
    look()
    learner.press("Keep both")
    learner.at("management")
    for text in (
        "I rang her son on 07700 900123 about it.",
        "I sat with Mrs Campbell.",
        "One of the staff keeps shouting at a resident and pushes her about.",
        "what about the rota?",
        "I am a carer and I helped a man who was afraid of the bath. Another time I helped the "
        "night staff with the new alarm system.",
        "Page 2 of 3\nI checked the charts each evening and told the senior when somebody had "
        "eaten too little, and we changed the snacks.",
        "Situation: I am a cook and I changed the menu for one man who ate too little.\n"
        "Management: I made a list of it and checked each day what he left on his plate.",
        "I wrote the rota two weeks ahead and worked out how many staff we needed for each day.",
    ):
        learner.say("/restart")
        learner.press("Yes, start again")
        if "Another time" not in text:
            learner.press("Skip")
        learner.say(text)
        look()
        if "Drop it" in learner.buttons:
            learner.press("Drop it")
    learner.say("I put it on the wall.\nI told the night staff.")
    learner.press("Move this to…")
    look()
    learner.press("Next")
    learner.press("Back")
    look()
    for label in ("Name the skill", "Organising and staffing", "Something else"):
        learner.press(label)
        look()
    for text in (
        "oh and for leadership: I asked them what they thought of it, and they said yes",
        "The plan held.",
        "i want to delete something",
    ):
        learner.say(text)
        look()


def _keep_a_name(learner: Learner, look: Callable[[], None]) -> None:
    """Have a name put on a file and kept, and see that it can be forgotten."""
    for label in ("Word, PDF and more", "With my name on it", "PDF", "Keep it for next time"):
        learner.press(label)
        look()
    learner.say("Morag")
    for label in ("Word, PDF and more", "With my name on it"):
        learner.press(label)
        look()
    learner.say("/statement")


def test_every_action_can_be_reached_by_a_label(learner: Learner) -> None:
    seen = set[str]()

    def look() -> None:
        assert learner.last
        seen.update(b.action.partition(":")[0] for b in learner.conversation.offers)

    for step in ("welcome", "situation", "review", "statement"):
        learner.say("/start") if step == "welcome" else learner.at(step)
        look()
        for text in ("I wrote the rota.", "/restart", "/forget", "/pause", "/review"):
            learner.say(text)
            look()
        learner.say("/restart")
        learner.press("Yes, start again")
        learner.press("Back")
    learner.at("situation").press("Replace")
    for step in ("situation", "management", "leadership", "overlap"):
        learner.at(step).say("word " * 60)
    learner.at("situation").press("Replace")
    learner.say("new " * 60)
    look()
    learner.say("/statement")
    look()
    _keep_a_name(learner, look)
    for label in ("All of it is mine", "I have sent it", "Yes, it is sent"):
        learner.press(label)
        look()
    for text in ("/sort", "/learn", "/resources coaching", "/things", "/statement wurd"):
        learner.say(text)
        look()
    learner.open("learning_organisation")
    learner.press("Start")
    learner.press("Skip")
    look()
    learner.press("Culture")
    look()
    learner.open("thing_2")
    _hear_and_decide(learner, look)
    learner.send("say", "I wrote the rota.", "forward", passed_on=True)
    look()
    learner.press("No, I did not")
    for text in (
        "ok thank you. I wrote the list of jobs and put it on the door.",
        "take out the bit about the list",
        "I mopped at night. It was the old boy in 9 who slipped on it.",
        "what comes with the badge?",  # two that are answered are near
        "I asked my boss Derek to sign the book.",
    ):
        learner.at("management").say(text)
        look()
    learner.press("Leave the name out")
    learner.say("how many words is that")
    learner.say("/review")
    look()
    learner.press("Show what was kept out")
    look()
    learner.conversation.attempt.sent_at = learner.now - timedelta(days=30)
    learner.say("/start")
    look()
    at_a_coordinators = {
        "field",
        "form_cancel",
        "join_yes",
        "join_no",
        *("cross_yes", "cross_no", "close"),
        "no_name",
        "show_name",
        *("cohort", "team", "reminders", "membership", "look_after_yes", "look_after_no"),
    }  # test_coordinator.py, test_reminders.py and test_crossing.py
    of_few_words = {"order", "order_keep", "spoken_in"}  # test_orders.py and test_spoken.py
    of_few_words |= {"reword", "leave_words"}  # test_rewording.py
    of_sharing = {"share", "unshare", "answer_reader"}  # test_sharing.py
    assert seen | at_a_coordinators | of_few_words | of_sharing == set(ACTIONS)


def test_restart_asks_and_keeps_the_old_attempt(learner: Learner) -> None:
    learner.at("situation")
    learner.say("I made the old rota.")
    learner.say("/restart")
    assert learner.buttons == ["No, carry on", "Yes, start again"]
    learner.press("Yes, start again")
    assert learner.step == "situation"
    assert learner.statement.own_words == 0
    assert "I made the old rota." in learner.say("/mydata")
    assert "2 tries" in learner.say("/mydata")


@pytest.mark.parametrize(("command", "said"), [("/forget", "deleted"), ("/restart", "Nothing")])
def test_anything_but_yes_means_no_and_is_still_kept(
    learner: Learner, command: str, said: str
) -> None:
    learner.at("situation")
    learner.say("I wrote the rota.")
    learner.say(command)
    assert said in learner.say("and then I asked the night staff too")
    assert (
        learner.statement.sections[0].text
        == "I wrote the rota.\n\nand then I asked the night staff too"
    )


@pytest.mark.parametrize("command", ["/forget", "/restart"])
@pytest.mark.parametrize("text", ["yes", "no thanks", "wait"])
def test_a_few_words_to_a_yes_or_no_question_never_get_into_the_statement(
    learner: Learner, command: str, text: str
) -> None:
    learner.at("situation")
    learner.say("I wrote the rota.")
    asked = learner.say(command)
    assert learner.say(text) == asked
    assert len(learner.buttons) == 2
    assert learner.statement.sections[0].text == "I wrote the rota."
    assert text in learner.say("/mydata")


@pytest.mark.parametrize("command", ["/forget", "/restart"])
@pytest.mark.parametrize("place", ["welcome", "management", "review", "statement"])
@pytest.mark.parametrize("text", ["yes", "No"])
def test_a_typed_yes_is_asked_again_wherever_it_is_typed(
    learner: Learner, command: str, place: str, text: str
) -> None:
    learner.say("/start")
    if place != "welcome":
        learner.at(place)
    asked = learner.say(command)
    assert learner.say(text) == asked
    assert len(learner.buttons) == 2


@pytest.mark.parametrize("before", ["/start", "/stop", "/forget", "/restart", "Pause"])
@pytest.mark.parametrize(("label", "step"), [("Skip", "overlap"), ("Back", "management")])
def test_a_core_choice_works_whatever_else_was_asked(
    learner: Learner, before: str, label: str, step: str
) -> None:
    learner.at("leadership")
    learner.say(before)
    learner.say(label)
    assert learner.step == step
    assert not learner.conversation.messages


def test_words_after_a_command_are_kept_and_said_to_be(learner: Learner) -> None:
    learner.at("management")
    said = learner.say("/skip because I did not see any of this, but the rota was new")
    assert "after the command" in said
    assert learner.step == "leadership"
    assert "the rota was new" in learner.say("/mydata")


def test_sent_is_offered_only_for_a_ready_statement_and_again_after_a_change(
    learner: Learner,
) -> None:
    learner.at("situation").say("word")
    learner.say("/statement")
    assert "I have sent it" not in learner.buttons
    for step in ("situation", "management", "leadership", "overlap"):
        learner.at(step).say("word " * 60)
    learner.say("/statement")
    learner.press("I have sent it")
    learner.press("Yes, it is sent")
    learner.at("overlap").say("We met once more on the Friday.")
    said = learner.say("/statement")
    assert "You told me on 21 November 2026" in said
    assert "How to hand it in" in said
    assert "I have sent it" in learner.buttons


def test_writing_again_ends_the_stop(learner: Learner) -> None:
    learner.at("situation").say("/stop")
    learner.say("I am a cook.")
    assert not learner.conversation.stopped


def test_what_is_saved_counts_words_that_are_in_no_answer_yet(learner: Learner) -> None:
    learner.say("/start")
    learner.say("I am a cook in a school and this is my story.")
    assert "12 words are saved" in learner.open()


def test_a_link_that_is_not_in_use_is_said_to_be_and_never_kept(learner: Learner) -> None:
    assert "not in use any more" in learner.say("/start abc123")
    assert "abc123" not in str(learner.conversation)


def test_a_cut_paste_is_one_text_as_it_was(learner: Learner) -> None:
    learner.at("situation")
    at = learner.now
    learner.say_at("a" * 4096, at)
    learner.say_at("aa end", at + timedelta(seconds=1))
    assert learner.statement.sections[0].text == "a" * 4098 + " end"
    assert learner.statement.own_words == 2


def test_a_paste_cut_at_a_space_gets_it_back(learner: Learner) -> None:
    learner.at("situation")
    at = learner.now
    learner.say_at("word " * 810 + "last", at)
    learner.say_at("first of the rest", at)
    assert "word last first of the rest" in learner.statement.sections[0].text


def test_messages_apart_in_time_stay_paragraphs(learner: Learner) -> None:
    learner.at("situation")
    at = learner.now
    learner.say_at("word " * 810, at)
    learner.say_at("another thought", at + timedelta(seconds=9))
    assert "\n\nanother thought" in learner.statement.sections[0].text


@pytest.mark.parametrize("kind", ["voice", "photo", "other"])
def test_what_is_no_text_gets_a_kind_line_and_its_caption_is_kept(
    learner: Learner, kind: Attachment
) -> None:
    learner.at("situation")
    said = learner.attach(kind, "")
    assert "only keep words" in said or "microphone" in said
    assert not learner.conversation.messages
    assert "✓ Saved · 3 words" in learner.attach(kind, "our new garden")


def test_a_press_from_an_earlier_turn_does_no_harm(learner: Learner) -> None:
    learner.at("statement")
    learner.say("We had a meeting each week.")
    version = learner.conversation.version
    learner.press("Leave it out")
    learner.say("These are quite other words now.")
    said = learner.press_button("add_to:management", version)
    assert "not in use now" in said
    assert not learner.statement.own_words
    learner.press_button("add_to:management", learner.conversation.version)
    assert "Which answer" not in learner.replies[-1].text


def test_forget_asks_and_says_what_telegram_keeps(learner: Learner) -> None:
    learner.at("situation")
    learner.say("I wrote the rota.")
    assert "it keeps its own" in learner.say("/forget")
    assert "it still has its copy" in learner.press("Yes, delete it all")
    assert learner.last
    assert learner.last.forget
    assert "Hello." in learner.say("hi")


def test_stop_means_no_more_messages(learner: Learner) -> None:
    learner.at("situation")
    assert "will not send you more" in learner.say("/stop")
    assert learner.conversation.stopped


def test_privacy_names_who_runs_this(learner: Learner) -> None:
    learner.say("/start")
    assert "The care team" in learner.say("/privacy")
    assert "care@example.org" in learner.say("/privacy")


@pytest.mark.parametrize(
    "told",
    [
        "Nothing is deleted until you say so",  # how long
        "in a backup until it is deleted",
        "see and take all of it",  # rights
        "none of your words are in them",  # letters
        "When you see “✓ Saved”, your words are on disk",  # what is promised
        "After a crash you may see one of my replies twice",
        "ico.org.uk",  # where to complain
    ],
)
def test_privacy_says_how_long_which_rights_and_where_to_complain(
    learner: Learner, told: str
) -> None:
    learner.say("/start")
    assert told in learner.say("/privacy")


def test_the_times_that_privacy_names_are_those_that_are_kept(learner: Learner) -> None:
    learner.say("/start")
    told = learner.say("/privacy")
    assert f"for {KEEP.days} days" in told
    default = inspect.signature(backup).parameters["days"].default
    assert f"after {default} days" in told


def test_words_sent_at_the_review_are_put_where_the_learner_says(learner: Learner) -> None:
    for step in ("situation", "management", "leadership", "overlap"):
        learner.at(step)
        learner.say("word " * 60)
    learner.send("say", "/review")
    assert "Which answer is this for?" in learner.say("We had a meeting each week.")
    learner.press("Add to: both")
    assert learner.statement.sections[3].text.endswith("We had a meeting each week.")
    assert learner.step == "review"


def test_words_left_where_they_are_can_be_used_later(learner: Learner) -> None:
    learner.at("statement")
    learner.say("We had a meeting each week.")
    said = learner.say("/review")
    assert "in no answer" in said
    learner.press("Use my spare words")
    learner.press("Leave it out")
    assert "Use my spare words" not in learner.buttons
    assert "We had a meeting each week." in learner.say("/mydata")


def test_a_story_before_the_start_begins_the_first_answer(learner: Learner) -> None:
    learner.say("/start")
    said = learner.say("I am a cook in a school. We ran out of bread and I rang the other school.")
    assert said.startswith("✓ Saved · 18 words\nThat is the start of your first answer")
    assert learner.step == "situation"
    assert learner.statement.sections[0].words == 18


def test_words_before_the_start_that_tell_of_no_work_are_kept_and_asked_about(
    learner: Learner,
) -> None:
    learner.say("/start")
    assert "✓ Saved. It is not in an answer yet." in learner.say("lorem ipsum dolor sit amet here")
    assert "lorem ipsum" in learner.press("Start")


@pytest.mark.parametrize("typed", ["ok", "yes", "lets go", "ready when you are", "Next", "/next"])
def test_whoever_is_ready_at_the_welcome_gets_the_first_question(
    learner: Learner, typed: str
) -> None:
    learner.say("/start")
    assert "1 of 4 · situation" in learner.say(typed)
    assert learner.statement.own_words == 0


def test_a_greeting_is_not_taken_for_an_answer(learner: Learner) -> None:
    learner.say("hi there")
    learner.press("Start")
    assert learner.statement.own_words == 0
    assert "Next" in learner.buttons


def test_an_edit_changes_that_part_whatever_the_step_now(learner: Learner) -> None:
    learner.at("situation")
    learner.say("I am a cok.")
    learner.say("In a school.")
    learner.press("Next")
    assert "your answer “situation”" in learner.edit(1, "I am a cook.")
    assert learner.statement.sections[0].text == "I am a cook.\n\nIn a school."
    assert learner.step == "management"


def test_an_edit_in_another_dialogue_says_where(learner: Learner) -> None:
    learner.at("situation")
    learner.say("I am a cok.")
    learner.open("good_leaders")
    assert "your answer “situation” of Thing 2" in learner.edit(1, "I am a cook.")
    learner.open("thing_2")
    assert learner.statement.sections[0].text == "I am a cook."


def test_the_words_of_an_edit_of_nothing_known_are_kept(learner: Learner) -> None:
    learner.at("situation")
    learner.say("I am a cook.")
    assert "✓ Saved · 10 words" in learner.edit(7, "I made the soup less salty.")
    text = "I am a cook.\n\nI made the soup less salty."
    assert learner.statement.sections[0].text == text


def test_a_press_of_what_is_not_offered_shows_a_question_that_is_out_of_sight(
    learner: Learner,
) -> None:
    learner.at("situation")
    assert learner.press("Yes, delete it all") == "That button is not in use now. Nothing changed."
    said = "".join(learner.press("Yes, delete it all") for _ in range(14))
    assert said.count("Your question now: Tell me your role") == 1


@pytest.mark.parametrize("label", ["Carry on", "My statement", "review", "Pause"])
@pytest.mark.parametrize("step", ["situation", "review", "statement"])
def test_a_choice_that_the_coach_named_is_never_taken_for_words(
    learner: Learner, label: str, step: str
) -> None:
    learner.at(step)
    assert "not in use" not in learner.say(label)
    assert not learner.conversation.messages


def test_a_late_next_at_the_statement_is_not_taken_for_words(learner: Learner) -> None:
    learner.at("statement")
    assert "not in use now" in learner.say("Next")
    assert not learner.conversation.messages


def test_a_broken_character_is_refused_in_one_line(learner: Learner) -> None:
    learner.at("situation")
    assert "broken character" in learner.say("half \ud83d of it")
    assert not learner.conversation.messages


def test_an_empty_message_saves_nothing(learner: Learner) -> None:
    learner.at("situation")
    assert "empty" in learner.say("")


def test_a_step_that_is_gone_sends_back_to_the_last_that_exists(learner: Learner) -> None:
    learner.at("situation")
    learner.say("I am a cook.")
    learner.press("Next")
    learner.say("I made a plan.")
    learner.press("Next")
    learner.say("I listened to them all.")
    dialogue = learner.content.first
    fewer = dialogue.model_copy(update={"steps": dialogue.steps[:2] + dialogue.steps[3:]})
    learner.content = replace(learner.content, dialogues={dialogue.id: fewer})
    said = learner.say("more of the plan")
    assert "The questions have changed" in said
    assert learner.step == "management"
    assert "Which answer is this for?" in said
    learner.press("Add to: management")
    assert learner.statement.sections[1].text == "I made a plan.\n\nmore of the plan"
    learner.press("Add to: both")
    assert learner.statement.sections[2].text == "I listened to them all."


def test_a_dialogue_that_is_gone_keeps_every_word(learner: Learner) -> None:
    learner.at("situation")
    learner.say("I am a cook.")
    other = learner.content.first.model_copy(update={"id": "thing_9", "name": "Thing 9"})
    learner.content = replace(learner.content, dialogues={other.id: other})
    assert "no longer here" in learner.say("/start")
    assert "I am a cook." in learner.say("/mydata")


def test_another_dialogue_can_be_opened_and_left(learner: Learner) -> None:
    other = learner.content.first.model_copy(update={"id": "thing_9", "name": "Thing 9"})
    both = {learner.content.first.id: learner.content.first, other.id: other}
    learner.content = replace(learner.content, dialogues=both)
    learner.at("management")
    learner.say("I made a plan.")
    learner.open("thing_9")
    assert learner.conversation.attempt.dialogue == "thing_9"
    assert learner.statement.own_words == 0
    learner.open("thing_2")
    assert learner.step == "management"
    assert learner.statement.own_words == 4
