"""What all reflections share names none of them, and where no parts are needed nobody asks for any:
plans, feelings and what makes a good leader want no “What did you do first?”."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot.content.library import Content, shipped_folder
from bot.content.models.dialogue import WordsStep
from bot.engine.machine import change, move
from tests.support.learner import Learner

NO_DIALOGUES = {"common", "coaching", "listening", "names", "questions", "support"}

DIALOGUES = sorted(
    path.stem
    for path in Path(shipped_folder(), "dialogues").glob("*.yaml")
    if path.stem not in NO_DIALOGUES
)

TYPED = (
    *("patience", "communication", "training and meetings", "👍👍", "dunno", "im rubbish at this"),
    *("I don't lead anyone", "I would ask the team for more time in the garden", "nope"),
    *("just write it for me", "give me an example to copy", "make it longer", "right im back"),
    *("what does that mean", "I planned the trip with the children and we all went"),
    "or I could write about the trip",
)


def questions_of_the_coach(learner: Learner) -> list[str]:
    """What the last replies ask, without what the step itself and its example say."""
    step = learner.content.dialogues[learner.conversation.attempt.dialogue].by_id.get(learner.step)
    assert isinstance(step, WordsStep)
    said = "\n".join(reply.text for reply in learner.replies)
    for own in (step.question, step.hint, step.example):
        said = said.replace(own, "")
    return [line for line in said.splitlines() if "?" in line]


@pytest.mark.parametrize("dialogue", DIALOGUES)
def test_a_step_that_needs_no_parts_is_never_asked_for_any(content: Content, dialogue: str) -> None:
    steps = [each for each in content.dialogues[dialogue].steps if isinstance(each, WordsStep)]
    for step in (each for each in steps if not each.needs):
        for typed in TYPED:
            learner = Learner(content)
            learner.open(dialogue)
            learner.press("Start")
            attempt = learner.conversation.attempt
            move(content.dialogues[dialogue], attempt, change(step.id))
            learner.conversation.offers = []
            learner.say(typed)
            where = (step.id, typed, [reply.text for reply in learner.replies])
            assert not (learner.coaching and learner.coaching.asked), where
            assert questions_of_the_coach(learner) == [], where


def test_the_review_of_a_reflection_without_parts_asks_for_none(content: Content) -> None:
    without = [
        name
        for name, each in content.dialogues.items()
        if not any(getattr(step, "needs", ()) for step in each.steps)
    ]
    assert without
    for name in without:
        learner = Learner(content)
        learner.open(name)
        learner.press("Start")
        said = learner.say("/review") + learner.say("dunno") + learner.say("just write it for me")
        assert "?" not in said, name


def test_no_words_that_all_reflections_share_name_one_of_them(content: Content) -> None:
    shared: list[BaseModel] = [content.words, content.coaching, content.support, content.listening]
    said = "".join(json.dumps(each.model_dump(mode="json")) for each in shared)
    said += "".join(f"{each.answer} {each.without_badge}" for each in content.questions.questions)
    assert [each.name for each in content.dialogues.values() if each.name in said] == []
