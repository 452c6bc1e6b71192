"""Leafing through the frameworks with /learn."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.content.library import Content
from bot.content.models.framework import Framework
from bot.domain.pictures import FrameworkPicture
from tests.support.learner import Learner

SOURCES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "sources.yaml").read_text()
)["sources"]


def every_page(content: Content) -> dict[str, str]:
    """The name of every page of every framework, and a text that must stand on it."""
    pages = {"learn": "Which one would you like to see?"}
    for each in content.frameworks.values():
        pages[each.id] = each.summary[0]
        pages |= {f"{each.id}.{side.side}": side.text for side in each.sides}
        pages |= {card.id: card.text for card in each.cards}
        pages[f"{each.id}.credit"] = each.licence
        pages[f"{each.id}.ideas"] = f"More ideas from {each.name}"
        if each.picture:
            pages[f"{each.id}.picture"] = each.picture.alt
        for practice in each.practices:
            pages[practice.id] = practice.what
            for number, example in enumerate(practice.examples):
                pages[f"{practice.id}.{number}"] = example.text
    return pages


def test_every_framework_practice_example_and_card_is_reached_by_buttons(
    learner: Learner, content: Content
) -> None:
    learner.at("management")
    learner.say("/learn")
    wanted, seen = every_page(content), dict[str, str]()
    waiting = ["learn"]
    while waiting:
        name = waiting.pop()
        said = learner.press_button(f"page:{name}", learner.conversation.version)
        seen[name] = said
        assert "Back to my question" in learner.buttons
        ways = [b.action for b in learner.replies[-1].buttons if b.action.startswith("page:")]
        waiting += [
            page
            for page in (way.removeprefix("page:") for way in ways)
            if page not in seen and page not in waiting
        ]
    assert seen.keys() == wanted.keys()
    for name, text in wanted.items():
        assert text in seen[name]
    assert learner.step == "management"
    assert not learner.conversation.messages


def test_leafing_by_labels_goes_down_and_up_and_back_to_the_question(learner: Learner) -> None:
    learner.at("leadership")
    learner.say("/learn")
    learner.press("Kotter's three pairs")
    assert "Establishing direction" in learner.press("Planning and budgeting")
    first = learner.press("Show an example")
    assert learner.press("Show another example") != first
    assert "You set a target" in learner.press("Planning and budgeting")
    assert "three pairs" in learner.press("Kotter's three pairs")
    assert "Which one would you like to see?" in learner.press("All the models")
    assert "What leadership did you or others show?" in learner.press("Back to my question")
    assert learner.buttons[:4] == ["Next", "Back", "Skip", "Pause"]


def test_words_typed_while_leafing_are_the_answer(learner: Learner) -> None:
    learner.at("management")
    learner.say("/learn")
    assert "✓ Saved" in learner.say("I planned the outing with the cook.")
    assert learner.statement.sections[1].text == "I planned the outing with the cook."
    assert "Back to my question" not in learner.buttons


def test_the_ways_through_still_work_while_leafing(learner: Learner) -> None:
    learner.at("management")
    learner.say("/learn")
    assert learner.say("Skip").startswith("Skipped")
    assert learner.step == "leadership"


def test_a_page_button_of_last_week_still_opens_its_page(learner: Learner) -> None:
    learner.at("management")
    learner.say("/learn")
    old = learner.conversation.version
    learner.say("I made a plan.")
    learner.press("Next")
    assert "set a target" in learner.press_button("page:planning_budgeting", old)
    assert learner.step == "leadership"


@pytest.mark.parametrize(
    "name", ["no_such_page", "", "plan.99", "kotter.nobody", "links.x.y", "find"]
)
def test_an_odd_page_leads_somewhere_useful(learner: Learner, name: str) -> None:
    learner.at("management")
    assert learner.press_button(f"page:{name}", learner.conversation.version)
    assert "Back to my question" in learner.buttons


def test_replace_waits_while_something_is_looked_up(learner: Learner) -> None:
    learner.at("management")
    learner.say("I made the old rota.")
    learner.press("Replace")
    learner.say("/learn")
    learner.press("Six capabilities")
    learner.press("Back to my question")
    learner.say("I wrote a new rota.")
    assert learner.statement.sections[1].text == "I wrote a new rota."


@pytest.mark.parametrize(
    "typed", ["plan", "Kotter's three pairs", "ALIGNING PEOPLE", "motivating", "plans", "kotter"]
)
def test_words_after_the_command_open_the_page_called_so(learner: Learner, typed: str) -> None:
    learner.at("management")
    said = learner.say(f"/learn {typed}")
    assert "nothing called" not in said
    assert typed.partition(" ")[0][:4].casefold() in said.casefold()
    assert "All the models" in learner.buttons
    assert not learner.conversation.messages


def test_a_name_that_nothing_has_gets_the_list(learner: Learner) -> None:
    learner.at("management")
    assert "nothing called “zebra”" in learner.say("/learn zebra")
    assert "Six capabilities" in learner.buttons


def test_a_long_text_after_the_command_is_kept(learner: Learner) -> None:
    learner.at("management")
    said = learner.say("/learn how to do it was what I asked my colleague that day")
    assert "saved in /mydata" in said
    assert len(learner.conversation.messages) == 1


def test_each_framework_says_who_when_and_what_to_know(learner: Learner, content: Content) -> None:
    learner.say("/start")
    for framework in content.frameworks.values():
        learner.say("/learn")
        said = learner.press(framework.name)
        assert framework.author in said
        assert framework.year in said
        said = learner.press("Who wrote this?")
        assert framework.licence in said
        assert framework.standing is None or framework.standing in said


def test_what_is_ours_is_said_to_be_ours(learner: Learner, content: Content) -> None:
    learner.say("/start")
    marked = 0
    for framework in content.frameworks.values():
        for leaf in framework.leaves:
            said = learner.press_button(f"page:{leaf.id}", learner.conversation.version)
            assert ("These words are ours" in said) == leaf.ours
            marked += leaf.ours
    assert marked


def test_the_session_under_a_licence_is_credited_as_the_licence_asks(content: Content) -> None:
    framework = content.frameworks["leading_managing"]
    assert "Roy William Mayega" in framework.author
    assert "CC BY 3.0" in framework.licence
    assert "changed" in framework.licence


def test_what_the_sources_do_not_confirm_is_left_out(content: Content) -> None:
    """Outcomes that could not be confirmed, and descriptors that were not found."""
    practices = {p.id: p for p in content.frameworks["leading_managing"].practices}
    for unconfirmed in ("align_mobilise", "inspire", "implement", "monitor_evaluate"):
        assert practices[unconfirmed].outcome is None
    assert practices["inspire"].ours
    assert all(practice.ours for practice in content.frameworks["logic_model"].practices)


@pytest.mark.parametrize("row", SOURCES, ids=lambda row: f"{row['source']}: {row['row'][:40]}")
def test_every_row_of_the_sources_has_its_place(content: Content, row: dict[str, Any]) -> None:
    match row:
        case {"page": page}:
            assert page in every_page(content)
        case {"resource": resource}:
            assert resource in content.resources
        case {"dialogue": dialogue, "step": step}:
            assert content.dialogues[dialogue].by_id.get(step)
        case {"dialogue": dialogue}:
            assert dialogue in content.dialogues
        case _:
            raise AssertionError(f"no place in {row}")


def test_every_page_fits_one_message(learner: Learner, content: Content) -> None:
    learner.say("/start")
    for name in every_page(content):
        learner.press_button(f"page:{name}", learner.conversation.version)
        assert all(len(reply.text) < 4000 for reply in learner.replies)


def pictured(content: Content) -> list[Framework]:
    return [each for each in content.frameworks.values() if each.picture]


def test_the_two_tables_come_as_pictures_said_in_words(learner: Learner, content: Content) -> None:
    assert {each.id for each in pictured(content)} == {"kotter", "leading_managing"}
    learner.say("/start")
    for framework in pictured(content):
        assert framework.picture
        learner.say("/learn")
        learner.press(framework.name)
        assert learner.press("Show it as a picture") == framework.picture.alt
        file = learner.replies[0].file
        assert file
        assert (file.picture, file.mime) == (FrameworkPicture(framework.id), "image/png")
        for practice in framework.practices:
            assert practice.name.casefold() in framework.picture.alt.casefold()
