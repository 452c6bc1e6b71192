"""After a paste was split, or lines of a form in it were decided about, names are asked as ever."""

from __future__ import annotations

from tests.support.learner import Learner, body

FORM = "Name: Jo Bloggs\nReg no: 1234567\n"

SITUATION = "Situation: I am a cook and Siobhan Reid asked me to help a lady with her menu.\n"

MANAGEMENT = "Management: I made a list with Mr Singh and checked each day what was on her plate."


def asked_names(learner: Learner) -> list[str]:
    """The names that are asked about, one after the other, each made a colleague."""
    found = list[str]()
    while "A colleague" in learner.buttons:
        text = learner.replies[-1].text
        found.append(text.partition("“")[2].partition("”")[0])
        learner.press("A colleague")
    return found


def test_names_of_every_part_are_asked_about(learner: Learner) -> None:
    learner.at("situation").say(SITUATION + MANAGEMENT)
    learner.press("Yes, split it like that")
    assert asked_names(learner) == ["Siobhan Reid", "Mr Singh"]
    assert "Singh" not in body(learner)


def test_lines_of_the_form_in_a_labelled_paste_come_before_its_names(learner: Learner) -> None:
    learner.at("situation").say(FORM + SITUATION + MANAGEMENT)
    learner.press("Yes, split it like that")
    assert "Name: Jo Bloggs" in learner.replies[-1].text
    learner.press("Leave those lines out")
    assert asked_names(learner) == ["Siobhan Reid", "Mr Singh"], "none that is left out"
    assert "Bloggs" not in body(learner)


def test_lines_that_are_kept_have_their_names_asked_about(learner: Learner) -> None:
    learner.at("situation").say(FORM + SITUATION + MANAGEMENT)
    learner.press("Yes, split it like that")
    learner.press("Keep all of it")
    assert "Jo Bloggs" in asked_names(learner)


def test_lines_of_a_form_in_two_parts_are_asked_about_one_after_the_other(learner: Learner) -> None:
    learner.at("situation").say(f"{FORM}{SITUATION}{MANAGEMENT} We all met.\nDate: 12/3/2026")
    learner.press("Yes, split it like that")
    learner.press("Leave those lines out")
    assert "Date: 12/3/2026" in learner.replies[-1].text
    learner.press("Leave those lines out")
    assert asked_names(learner) == ["Siobhan Reid", "Mr Singh"]


def test_a_paste_that_stays_in_one_piece_is_asked_about_in_the_same_way(learner: Learner) -> None:
    learner.at("situation").say(FORM + SITUATION + MANAGEMENT)
    learner.press("No, keep it in one piece")
    learner.press("Leave those lines out")
    assert asked_names(learner) == ["Siobhan Reid", "Mr Singh"]


def test_the_headings_of_gibbs_are_lines_of_a_form(learner: Learner) -> None:
    text = (
        "Description\nI sat with a lady who had stopped coming to meals and asked her why.\n"
        "Feelings: I was unsure at first and then I was glad that I had asked.\n"
        "What was good and bad about the experience?\nShe came down most days after that.\n"
        "Action plan\nI will ask sooner next time and tell the others."
    )
    learner.at("situation").say(text)
    assert "like the form" in learner.replies[-1].text
    learner.press("Leave those lines out")
    for heading in ("Description", "Feelings:", "good and bad", "Action plan"):
        assert heading not in body(learner)
    for own in ("I sat with a lady", "I was unsure", "She came down", "I will ask sooner"):
        assert own in body(learner)
