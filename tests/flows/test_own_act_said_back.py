"""What is said back is the learner's own act, whole, and it is named only where that is sure."""

from __future__ import annotations

import re

import pytest

from bot.flows.coaching import policy
from tests.support.learner import Learner


def heard(learner: Learner, step: str, text: str) -> tuple[str, str]:
    """Return the quote that a message got at a step, and what it was called, "" for neither."""
    learner.at(step).say(text)
    found = learner.coaching and learner.coaching.heard
    return (found.quote, found.practice) if found else ("", "")


@pytest.mark.parametrize(
    ("step", "text", "quote"),
    [
        # Another one's hesitancy stands beside it.
        (
            "leadership",
            "A newly appointed colleague was unsure. I encouraged her, and she spoke.",
            "I encouraged her, and she spoke",
        ),
        # What was the matter stands beside it.
        (
            "situation",
            "In November two residents on the top floor began to wake at 4, so I moved the hot "
            "drinks round to later.",
            "I moved the hot drinks round to later",
        ),
        (
            "management",
            "half the ones we lift never had the alarm on so i startet checkin where they keep it",
            "i startet checkin where they keep it",
        ),
        # Where it stands who acts, that is said too.
        (
            "management",
            "i put the pills in a box with the days on and tick the sheet and if its wrong i phone",
            "i put the pills in a box with the days on and tick the sheet",
        ),
        # Who does it stands in Scots, and in two.
        (
            "situation",
            "wee yin wis greetin for his mam an a sat ootside his door readin the scores",
            "a sat ootside his door readin the scores",
        ),
        (
            "situation",
            "The lift broke. Meanwhile two neighbours and I carried up everyone's dinner.",
            "Meanwhile two neighbours and I carried up everyone's dinner",
        ),
        # It met when something was done: that was done.
        (
            "overlap",
            "The two met when I drew up the timetable and the young persons agreed it.",
            "I drew up the timetable",
        ),
    ],
)
def test_the_learners_own_act_is_said_back_whole(
    learner: Learner, step: str, text: str, quote: str
) -> None:
    assert heard(learner, step, text)[0].startswith(quote)


@pytest.mark.parametrize(
    "text",
    [
        "I would see the diary as the managing part, together with the sheet that was changed.",
        "I think of the rota as the management, along with the list for the cook.",
        "My spelling is not the best",
        "The example I have in mind is the week of the flood",
    ],
)
def test_no_fragment_and_no_word_about_the_writing_is_said_back(
    learner: Learner, text: str
) -> None:
    quote, _ = heard(learner, "management", text)
    assert not quote.startswith(("as ", "together", "along", "My spelling", "The example"))


@pytest.mark.parametrize(
    "text",
    [
        "i wurk with a lad in his own house he has autism",
        "we was supposed to go swimming",
        "one was told her dad had eaten a great dinner",
        "I did it in July for a week before I started",
        "I understand, I write like I speak",
        "In November two residents began to wake early",
    ],
)
def test_who_it_was_about_and_what_was_the_matter_are_called_nothing(
    learner: Learner, text: str
) -> None:
    assert heard(learner, "management", text)[1] == ""


@pytest.mark.parametrize(
    "text",
    [
        "Ah showed the new lassie how tae talk tae him when hes ragin",
        "I taught the relief staff how to use the hoist",
        "told the student how to fill in the chart",
        "I showed her how I do the pads",
    ],
)
def test_showing_how_is_help_to_learn(learner: Learner, text: str) -> None:
    assert heard(learner, "leadership", text)[1] in ("inspire", "motivating_inspiring")
    assert re.search("learn it|how to do it", learner.replies[0].text)


def test_who_asks_what_others_want_finds_out_how_it_is(learner: Learner) -> None:
    practice = heard(learner, "leadership", "I asked each of the ladies what she would wear")[1]
    assert practice in ("", "scan", "inspire", "motivating_inspiring")


def test_what_is_not_plainly_the_learners_must_be_surer_to_be_named() -> None:
    assert policy.BY_OTHERS > policy.EITHER_SIDE > policy.OF_SIDE


@pytest.mark.parametrize(
    "text",
    [
        "the new manager does the rota. i think its her that does management no me",
        "i dont manage anything. the nurse does all the charts",
        "My senior makes out the handover sheets, so I am no manager.",
    ],
)
def test_what_others_keep_in_order_is_an_answer_beside_a_denial(
    learner: Learner, text: str
) -> None:
    learner.at("management").say(text)
    assert text in learner.statement.sections[1].text


@pytest.mark.parametrize("text", ["thats the managers job not mine", "management is for the boss"])
def test_that_it_is_anothers_job_alone_is_a_denial(learner: Learner, text: str) -> None:
    learner.at("management").say(text)
    assert learner.coaching
    assert learner.coaching.filed == "aside"
