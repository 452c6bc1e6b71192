"""All of it in one message, without headings: the split is offered, and every word is in a part."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.exports import FORMATS
from tests.support.learner import Learner

TOLD = Path(__file__).parents[1] / "coaching"

LED = (
    "So the situation is I work for an agency and was sent to a home where nobody knew the "
    "buzzers. For management I wrote a sheet with every room and checked it each hour. For "
    "leadership I asked the young ones what they wanted to learn and let them try it first. "
    "Where they meet is when we did the round together and I asked each of them how it went."
)
RUNNING = (
    "im a carer in a 30 bed home and the lift broke so for management i made a list of who needed "
    "carried meals and for leadership i told everyone why we eat upstairs this week and the "
    "overlap was me going round with the trays and having a laugh"
)
UNLABELLED = (
    "I am a carer in a home with thirty people and the lift broke in January. It was cold and "
    "nobody came to the dining room. I wrote a list of who needed which meal and at what time. I "
    "made a rota for the stairs, two on each floor, and checked it every evening with the cook. "
    "Then I thanked each one of the girls and told them that they had kept the place going. I let "
    "the new girl lead the round on the Friday because I believed that she could do it, and she "
    "was so proud that she wanted to do it again."
)


@pytest.mark.parametrize("text", [LED, RUNNING, UNLABELLED])
def test_the_split_is_offered_and_no_word_is_lost(learner: Learner, text: str) -> None:
    learner.at("situation").say(text)
    assert "Yes, split it like that" in learner.buttons
    assert learner.coaching
    assert learner.coaching.filed == "split"
    learner.press("Yes, split it like that")
    assert learner.statement.sections[1].words
    assert learner.statement.sections[2].words
    body = " ".join(section.text for section in learner.statement.sections)
    assert body.split() == text.split()


def test_in_one_piece_it_stays_where_it_was_sent(learner: Learner) -> None:
    learner.at("situation").say(UNLABELLED)
    learner.press("No, keep it in one piece")
    assert UNLABELLED in FORMATS["txt"](learner.statement)
    assert not learner.statement.sections[1].words


def test_a_long_story_of_one_side_is_not_split(learner: Learner) -> None:
    learner.at("situation").say(
        "I am a carer. I wrote the rota for the week. I counted the towels each night and put "
        "the number on the board. I made a list for the store and checked it on Friday. "
        "I set the tables and moved the trolley to the door so that it was quicker for the cook. "
        "I planned the menu with dates for a whole month, and I ordered what was missing. "
        "Then I looked at the list again and I put the boxes in order for the next shift."
    )
    assert "Yes, split it like that" not in learner.buttons


def test_who_has_told_the_other_parts_is_not_offered_a_guess(learner: Learner) -> None:
    learner.at("situation").say("I am a carer and the lift broke in January in the cold.")
    learner.press("Next")
    learner.say("I wrote a list of who needed which meal and checked it every evening.")
    learner.press("Next")
    learner.say(UNLABELLED)
    assert "Yes, split it like that" not in learner.buttons


@pytest.mark.parametrize("name", ["D07", "D26"])
def test_all_of_it_in_one_long_breath_is_offered_as_a_split(learner: Learner, name: str) -> None:
    known = yaml.safe_load((TOLD / "conversations.yaml").read_text("utf-8"))["conversations"]
    text = next(each["turns"][0]["text"] for each in known if each["id"] == name)
    learner.at("situation").say(text)
    assert "Yes, split it like that" in learner.buttons
    learner.press("Yes, split it like that")
    body = " ".join(section.text for section in learner.statement.sections)
    assert sorted(body.split()) == sorted(text.split())
