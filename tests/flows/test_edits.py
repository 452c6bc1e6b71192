"""An edit of an earlier message: one that changes nothing changes nothing, a real one keeps every
decision that was made about the message, and what is said of it is true."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.content.library import Content, shipped_folder
from bot.content.loading import load_content
from bot.domain.events import Event
from bot.services.coach import Coach
from tests.support.learner import Learner, body

CONTENT: Content = load_content(shipped_folder())

FORM = ("Page 2 of 3", "[Insert your answer here]", "Signature: ________")

OWN = (
    "I checked the charts each evening and told the senior when somebody had eaten too little.",
    "Then we changed the snacks, and two of them put on weight again within the month.",
    "My colleague wrote it all down for the night staff so that they could carry on.",
    "We met on the Friday and agreed who would do what in the week that came.",
)

HARM = "One of the staff keeps shouting at a resident and pushes her about."

OTHER_HARM = "One of the staff keeps shouting at a resident and pulls her hair too."

UPSET = "I sat with Mrs Campbell because she was upset."


def replace_the_name(learner: Learner) -> None:
    """Write of Mrs Campbell and say who she is."""
    learner.at("situation")
    learner.say(UPSET)
    learner.press("A resident")


def shown(learner: Learner) -> str:
    return learner.statement.written[0].text


def kept(learner: Learner) -> str:
    return str(learner.conversation)


# Lines of a form that were left out


def test_an_edit_after_lines_were_left_out_cuts_none_of_the_learners_words(
    learner: Learner,
) -> None:
    learner.at("management")
    learner.say("\n".join([*FORM[:2], *OWN[:2]]))
    learner.press("Leave those lines out")
    learner.edit(1, "\n".join(OWN[1:3]))
    assert shown(learner) == "\n".join(OWN[1:3])


def test_lines_that_were_left_out_are_found_again_in_the_new_text(learner: Learner) -> None:
    learner.at("management")
    learner.say("\n".join([*FORM[:2], *OWN[:2]]))
    learner.press("Leave those lines out")
    learner.edit(1, "\n".join([OWN[2], FORM[0], OWN[0]]))
    assert shown(learner).split() == f"{OWN[2]} {OWN[0]}".split()
    assert FORM[0] in learner.say("/mydata")


def test_lines_stay_left_out_when_a_name_is_replaced(learner: Learner) -> None:
    learner.at("management")
    learner.say("\n".join([FORM[0], OWN[0], OWN[1]]))
    learner.press("Leave those lines out")
    learner.edit(1, "\n".join([FORM[0], OWN[0], UPSET]))
    learner.press("A resident")
    assert FORM[0] not in body(learner)
    assert "I sat with [a resident] because she was upset." in body(learner)


TEXTS = st.lists(st.sampled_from(FORM + OWN), min_size=1, max_size=7).filter(
    lambda lines: any(line in OWN for line in lines)
)


@given(TEXTS, st.lists(st.one_of(st.just("leave out"), TEXTS), max_size=8))
@settings(max_examples=60)
def test_the_statement_has_the_words_of_the_newest_text_less_the_lines_left_out(
    first: list[str], then: list[str | list[str]]
) -> None:
    learner, now, left_out = Learner(CONTENT).at("management"), first, False
    learner.say("\n".join(first))
    for each in then:
        if isinstance(each, list):
            now = each
            learner.edit(1, "\n".join(now))
        elif "Leave those lines out" in learner.buttons:
            left_out = any(line in FORM for line in now)
            learner.press("Leave those lines out")
        wanted = [line for line in now if not (left_out and line in FORM)]
        assert shown(learner).split() == " ".join(wanted).split()
        left_out = left_out and wanted != now  # nothing is left out of a text without such lines


# An edit that changes nothing


def test_an_edit_with_the_same_text_changes_nothing_and_says_nothing(learner: Learner) -> None:
    learner.at("management")
    learner.say(OWN[0])
    before = learner.conversation
    assert learner.edit(1, OWN[0]) == ""
    assert learner.conversation == before, "buttons that they see stay in use"


@pytest.mark.parametrize("typed", ["Next", "next ", "/skip", "/nxet", "/later 7pm", "/review"])
def test_an_edit_that_leaves_a_press_or_a_command_as_it_was_does_nothing(
    learner: Learner, typed: str
) -> None:
    learner.at("management")
    learner.say(OWN[0])
    learner.say(typed)
    before = learner.conversation
    assert learner.edit(2, typed) == ""
    assert learner.conversation == before


def test_an_old_press_whose_text_nobody_kept_is_not_made_again(learner: Learner) -> None:
    learner.at("management")
    learner.say(OWN[0])
    learner.say("Next")
    learner.conversation.handled.clear()  # as after many more, or from an earlier build
    assert learner.edit(2, "Next") == ""
    assert learner.step == "leadership"


# What was no message


def test_a_press_that_is_edited_into_words_becomes_words(learner: Learner) -> None:
    learner.at("management")
    learner.say(OWN[0])
    learner.say("Next")
    said = learner.edit(2, OWN[1])
    assert said.startswith("✓ Saved · ")
    assert OWN[1] in body(learner)
    learner.edit(2, OWN[2])
    assert OWN[1] not in body(learner), "it is a message like any other now"
    assert OWN[2] in body(learner)


def test_a_misspelt_command_that_is_edited_is_done(learner: Learner) -> None:
    learner.at("management")
    learner.say(OWN[0])
    learner.say("/revew")
    assert "Your answers so far" in learner.edit(2, "/review")


def test_what_filled_in_a_field_is_not_put_anywhere_by_an_edit(learner: Learner) -> None:
    learner.at("management")
    learner.say("/later")
    learner.press("Pick a time")
    learner.say("7pm")
    said = learner.edit(2, "8pm please")
    assert "type it again" in said
    assert "8pm" not in body(learner)


def test_an_edit_from_before_everything_was_deleted_is_kept_as_words(learner: Learner) -> None:
    learner.at("management")
    learner.say(OWN[0])
    learner.say("/forget")
    learner.press("Yes, delete it all")
    assert "✓ Saved" in learner.edit(1, OWN[1])
    assert OWN[1] in learner.say("/mydata")


def test_words_that_were_kept_out_can_be_put_in_once_they_tell_something(learner: Learner) -> None:
    learner.at("management")
    learner.say("what do you mean")
    assert "Put it in my answer" in learner.edit(1, OWN[0])
    learner.press("Put it in my answer")
    assert OWN[0] in body(learner)


def test_an_edit_that_changes_nothing_is_no_change_since_the_statement_was_sent(
    learner: Learner,
) -> None:
    learner.at("situation")
    for number, step in enumerate(learner.content.first.steps, 1):
        learner.say(f"{step.label} {'word ' * 60}")
        learner.press("Next" if number < len(learner.content.first.steps) else "Review")
    learner.say("/statement")
    learner.press("I have sent it")
    learner.press("Yes, it is sent")
    for message in learner.conversation.messages:
        learner.send("edit", message.text, message.source)
    assert learner.status == "submitted"
    assert "I have sent it" not in learner.buttons


def test_an_edit_with_the_same_text_leaves_a_name_replaced(learner: Learner) -> None:
    replace_the_name(learner)
    before = learner.conversation.messages
    assert not learner.edit(1, UPSET)
    assert learner.conversation.messages == before
    assert "Campbell" not in kept(learner)


def test_an_edit_with_the_same_text_leaves_a_name_replaced_that_was_told_before(
    learner: Learner,
) -> None:
    replace_the_name(learner)
    learner.say("Then mrs campbells daughter came to see us.")
    before = learner.conversation.messages
    learner.edit(1, UPSET)
    learner.edit(2, "Then mrs campbells daughter came to see us.")
    assert learner.conversation.messages == before


def test_several_names_stay_replaced_and_one_not_decided_stays_open(learner: Learner) -> None:
    text = "I asked Jessie Grant and Mr Singh to sit with Siobhan, and Jessie smiled."
    learner.at("situation")
    learner.say(text)
    learner.press("A resident")
    learner.press("A resident")
    before = learner.conversation.messages
    assert "Siobhan" in body(learner)
    assert not learner.edit(1, text)
    assert learner.conversation.messages == before


def test_an_edit_with_the_same_text_leaves_dropped_words_dropped(learner: Learner) -> None:
    learner.at("management")
    learner.say(HARM)
    learner.press("Drop it")
    assert not learner.edit(1, HARM)
    assert "shouting" not in kept(learner)
    assert "Keep it" not in learner.buttons


def test_an_edit_with_the_same_number_in_it_changes_nothing(learner: Learner) -> None:
    text = "I rang her son on 07700 900123 and he came."
    learner.at("situation")
    learner.say(text)
    learner.press("Good")
    before = learner.conversation.messages
    assert not learner.edit(1, text)
    assert learner.conversation.messages == before
    assert learner.last
    assert learner.last.delete == ("say 1",), "the channel's copy has the number again"


# A real edit keeps what was decided


def test_a_name_is_replaced_again_in_the_new_text_and_it_is_said(learner: Learner) -> None:
    replace_the_name(learner)
    said = learner.edit(1, "At tea time Mrs Campbell was upset, so I sat with Mrs Campbell.")
    assert "At tea time [a resident] was upset, so I sat with [a resident]." in body(learner)
    assert "[a resident]" in said
    assert "may be a name" not in said
    assert "Campbell" not in kept(learner)


def test_a_name_that_was_replaced_in_another_message_is_replaced_in_an_edit(
    learner: Learner,
) -> None:
    replace_the_name(learner)
    learner.say("She slept well.")
    learner.edit(2, "Mrs Campbell slept well.")
    assert "[a resident] slept well." in body(learner)


def test_another_name_in_an_edit_is_asked_about(learner: Learner) -> None:
    replace_the_name(learner)
    said = learner.edit(1, "I sat with Mrs Campbell and Mr Singh because they were upset.")
    assert "“Mr Singh” may be a name" in said
    learner.press("A colleague")
    assert "I sat with [a resident] and [a colleague]" in body(learner)


def test_a_word_that_is_a_name_only_with_a_capital_stays_a_word(learner: Learner) -> None:
    learner.at("situation")
    learner.say("I asked Grace to sit with us.")
    learner.press("A resident")
    learner.edit(1, "I asked Grace to sit with us, and we said grace.")
    assert "I asked [a resident] to sit with us, and we said grace." in body(learner)


def test_what_is_no_name_is_not_replaced_in_an_edit(learner: Learner) -> None:
    learner.at("situation")
    learner.say("I rang Siobhan to ask for the new hoist.")
    learner.press("Not a name")
    said = learner.edit(1, "I rang SIOBHAN to ask for siobhans new hoist.")
    assert "may be a name" not in said
    assert "I rang SIOBHAN to ask for siobhans new hoist." in body(learner)


def test_other_words_in_place_of_dropped_ones_are_new_words(learner: Learner) -> None:
    learner.at("management")
    learner.say(HARM)
    learner.press("Drop it")
    assert "your answer “management”" in learner.edit(1, OWN[0])
    assert OWN[0] in body(learner)


def test_other_words_of_harm_are_held_until_the_learner_says(learner: Learner) -> None:
    learner.at("management")
    learner.say(HARM)
    learner.press("Drop it")
    said = learner.edit(1, OTHER_HARM)
    assert "please tell a person" in said
    assert said.endswith("keep it, or drop it?")
    assert OTHER_HARM not in body(learner)
    learner.press("Keep it")
    assert OTHER_HARM in body(learner)


def test_words_of_harm_that_an_edit_brings_are_held_too(learner: Learner) -> None:
    learner.at("management")
    learner.say(OWN[0])
    said = learner.edit(1, HARM)
    assert "It is not in your statement." in said
    assert "in your answer “" not in said
    assert HARM not in body(learner)
    learner.say(OWN[1])
    learner.say("/review")
    assert "at “management”" in learner.replies[-1].text
    assert set(learner.buttons) >= {"Keep it", "Drop it"}
    learner.press("Keep it")
    assert HARM in body(learner), "not decided is not lost"


def test_words_of_harm_that_were_kept_stay_kept_when_a_word_of_them_changes(
    learner: Learner,
) -> None:
    learner.at("management")
    learner.say(HARM)
    learner.press("Keep it")
    assert "please tell a person" in learner.edit(1, OTHER_HARM)
    assert OTHER_HARM in body(learner)


@pytest.mark.parametrize("by", ["say", "edit"])
def test_a_second_message_of_harm_loses_none_of_the_first(learner: Learner, by: str) -> None:
    learner.at("management")
    learner.say(OWN[0])
    learner.say(HARM)
    learner.say(OTHER_HARM) if by == "say" else learner.edit(1, OTHER_HARM)
    learner.press("Keep it")
    assert OTHER_HARM in body(learner)
    assert {"Keep it", "Drop it"} <= set(learner.buttons), "the first is asked about now"
    learner.press("Keep it")
    assert HARM in body(learner)
    assert "Keep it" not in learner.buttons


PARTS = (
    "Situation: I am a cook and I changed the menu for Mrs Campbell who ate too little.",
    "Management: I made a list and checked what she left on her plate.",
)


def split_in_two(learner: Learner) -> None:
    learner.at("situation")
    learner.say("\n".join(PARTS))
    learner.press("Yes, split it like that")
    learner.press("A resident")


def test_the_parts_of_a_message_follow_its_edit(learner: Learner) -> None:
    split_in_two(learner)
    new = PARTS[1].replace("list", "plan for Mrs Campbell")
    said = learner.edit(1, "\n".join([PARTS[0], new]))
    assert "situation, management" in said
    assert "may be a name" not in said
    assert shown(learner).startswith("I am a cook and I changed the menu for [a resident]")
    assert "I made a plan for [a resident] and checked" in body(learner)
    assert "I made a list" not in body(learner)
    assert "Campbell" not in kept(learner)
    before = learner.conversation
    assert learner.edit(1, "\n".join([PARTS[0], new])) == ""
    assert learner.conversation == before


def test_parts_stay_where_the_learner_has_moved_them(learner: Learner) -> None:
    split_in_two(learner)
    learner.at("management")
    learner.press("Move this to…")
    learner.press("Add to: leadership")
    learner.edit(1, "\n".join([PARTS[0], PARTS[1].replace("list", "plan")]))
    leading = next(each for each in learner.statement.sections if each.step.id == "leadership")
    assert leading.text.startswith("I made a plan")


def test_a_message_whose_parts_are_gone_from_it_is_in_one_piece_again(learner: Learner) -> None:
    split_in_two(learner)
    said = learner.edit(1, OWN[0])
    assert "in one piece" in said
    assert body(learner).count(OWN[0]) == 1
    assert "menu" not in body(learner)
    assert "plate" not in body(learner)


def test_other_parts_are_asked_about_anew(learner: Learner) -> None:
    split_in_two(learner)
    three = "\n".join([*PARTS, "Leadership: the nurse spoke up for her and we all listened."])
    assert "Shall I put each part" in learner.edit(1, three)
    learner.press("Yes, split it like that")
    assert body(learner).count("I made a list") == 1
    assert body(learner).count("the nurse spoke up") == 1


def test_words_of_harm_in_a_part_are_held_as_when_typed(learner: Learner) -> None:
    split_in_two(learner)
    said = learner.edit(1, "\n".join([PARTS[0], f"Management: {HARM}"]))
    assert "keep it, or drop it?" in said.lower()
    assert "shouting" not in body(learner)
    learner.press("Drop it")
    assert "shouting" not in kept(learner)


def test_one_paragraph_that_was_moved_follows_the_edit(learner: Learner) -> None:
    learner.at("management")
    learner.say(f"{OWN[0]}\n\n{OWN[1]}")
    learner.press("Move this to…")
    learner.press("Move number 2")
    learner.press("Add to: leadership")
    learner.edit(1, f"{OWN[0]}\n\n{OWN[3]}")
    assert OWN[3] in body(learner)
    assert OWN[1] not in body(learner)


def test_words_of_harm_that_are_edited_away_are_held_no_more(learner: Learner) -> None:
    learner.at("management")
    learner.say(HARM)
    said = learner.edit(1, OWN[0])
    assert "your answer “management”" in said
    assert OWN[0] in body(learner)
    learner.say("/review")
    assert "Keep it" not in learner.buttons


def test_the_pieces_of_a_cut_paste_stay_apart_after_an_edit(learner: Learner) -> None:
    learner.at("management")
    first, second, at = "word " * 818 + "ending", "begins here and goes on", learner.now
    learner.send("say", first, "say 1", at=at)
    learner.send("say", second, "say 2", at=at)
    assert "endingbegins" in body(learner), "a phone cut one word in two"
    learner.edit(1, "It is short now")
    assert "now begins" in " ".join(body(learner).split())


def test_a_name_that_an_edit_took_out_is_no_longer_asked_about(learner: Learner) -> None:
    learner.at("situation")
    learner.say(HARM)
    learner.say(OWN[0])
    learner.say(UPSET)
    assert "A resident" in learner.buttons
    learner.edit(3, OWN[0])
    assert "A resident" not in learner.buttons
    assert learner.press("A resident"), "what still stands on a screen is answered"


# What is kept


async def test_neither_the_name_nor_the_dropped_words_reach_the_disk(coach: Coach) -> None:
    typed = ("/start", "Start", UPSET, "A resident", HARM, "Drop it")
    events = [Event("1", "say", text, f"key {n}", str(n)) for n, text in enumerate(typed)]
    events += [Event("1", "edit", UPSET, "key a", "2"), Event("1", "edit", HARM, "key b", "4")]
    for event in events:
        await coach.service.receive(event)
    conversation = await coach.store.load("1")
    told = [message.text for message in conversation.messages]
    assert told == ["I sat with [a resident] because she was upset.", ""]
    assert "Campbell" not in str(conversation)
    assert "shouting" not in str(conversation)


# Whatever was decided before

SAID = st.sampled_from(
    [
        *(UPSET, HARM, OTHER_HARM, OWN[0], "\n".join([*FORM, *OWN[:2]])),
        "I asked Jessie Grant and Mr Singh to sit with Siobhan, and Jessie smiled.",
        "Mrs Campbell and Jessie Grant rang me on 07700 900123, and Grace said grace.",
        f"Situation: {OWN[0]}\nManagement: Siobhan and I made a list of it. {OWN[1]}",
        f"{OWN[0]}\n\nAnother time Mr Singh was upset. {OWN[1]}",
    ]
)

DEED = st.one_of(
    st.tuples(st.just("say"), SAID),
    st.tuples(st.just("edit"), st.tuples(st.integers(1, 4), SAID)),
    st.tuples(st.just("press"), st.integers(0, 20)),
)


@given(st.lists(DEED, min_size=1, max_size=14))
@example(
    [
        *(("say", HARM), ("say", OWN[0]), ("say", UPSET)),
        *(("edit", (3, OWN[0])), ("press", 0)),  # a name that was asked about is gone
    ]
)
@example(  # a message that answers who it is, and holds a name that was told of before
    [
        ("say", UPSET),
        ("press", 0),
        ("say", "I asked Jessie Grant and Mr Singh to sit with Siobhan, and Jessie smiled."),
        ("say", "Mrs Campbell and Jessie Grant rang me on 07700 900123, and Grace said grace."),
    ]
)
@settings(max_examples=150)
def test_the_text_that_was_sent_last_changes_nothing_when_it_comes_again(
    commands: list[tuple[str, object]],
) -> None:
    learner, sent = Learner(CONTENT).at("situation"), dict[int, str]()
    for command in commands:
        match command:
            case "say", str(text):
                learner.say(text)
                sent[len(learner.said)] = text
            case "edit", (int(number), str(text)) if number in sent:
                learner.edit(number, text)
                sent[number] = text
            case "press", int(number):
                learner.press(learner.buttons[number % len(learner.buttons)])
            case _:
                pass
    before = learner.conversation.messages
    for number, text in sent.items():
        assert not learner.edit(number, text)
    assert learner.conversation.messages == before
