"""The pictures of the two state machines: they say what the machines do, and nothing else."""

from __future__ import annotations

import re

import pytest
from transitions import MachineError
from typer.testing import CliRunner

from bot.authoring.diagram import draw_prompts, draw_steps
from bot.cli.main import app
from bot.content.library import Content
from bot.content.models.dialogue import ChoiceStep, Dialogue
from bot.domain.conversation import NO_PROMPT, Attempt, Conversation
from bot.engine.machine import fire, move
from bot.flows.registry import FLOWS

NAMES = ["thing_2", "leading_and_managing", "good_leaders", "learning_organisation"]

ARROW = re.compile(r"^ *s_(\w+) --> s_(\w+): (.+)$", re.MULTILINE)


@pytest.fixture(params=NAMES)
def dialogue(request: pytest.FixtureRequest, content: Content) -> Dialogue:
    return content.dialogues[request.param]


def arrows(drawn: str) -> set[tuple[str, str, str]]:
    """Each arrow as where it begins, where it ends and one thing that is written on it."""
    return {
        (begin, end, label)
        for begin, end, labels in ARROW.findall(drawn)
        for label in labels.split(" | ")
    }


@pytest.mark.parametrize("trigger", ["next", "skip"])
def test_it_has_the_ways_that_the_conversation_takes(dialogue: Dialogue, trigger: str) -> None:
    drawn = {
        (begin, end)
        for begin, end, label in arrows(draw_steps(dialogue))
        if label.partition(" ")[0] == trigger and "[" not in label and begin != "review"
    }
    taken = set[tuple[str, str]]()
    for step in dialogue.steps:
        choices = step.choices if isinstance(step, ChoiceStep) else ()
        for picked in ([], *([each.id] for each in choices)):
            attempt = Attempt(1, dialogue.id, step.id, picks={step.id: picked})
            assert move(dialogue, attempt, trigger)
            taken.add((step.id, attempt.step))
    assert drawn == taken


def test_it_has_the_way_back_to_the_review_from_each_answer_that_was_opened_there(
    dialogue: Dialogue,
) -> None:
    drawn = arrows(draw_steps(dialogue))
    for step in dialogue.steps:
        assert (step.id, "review", "next [opened from review]") in drawn
        assert ("anywhere", step.id, f"change_{step.id}") in drawn


def test_the_way_of_a_choice_has_its_label(content: Content) -> None:
    drawn = arrows(draw_steps(content.dialogues["leading_and_managing"]))
    assert ("go_on", "more", "next “Go to the end”") in drawn
    assert ("go_on", "scan", "next “Leading too”") in drawn


def test_signs_of_mermaid_in_a_text_do_no_harm(content: Content) -> None:
    first = content.first.steps[0].model_copy(update={"question": 'Is "x": <b>; #1?'})
    odd = content.first.model_copy(update={"steps": (first, *content.first.steps[1:])})
    assert "Is #quot;x#quot;#58; #lt;b#gt;#59; #35;1?" in draw_steps(odd)


def test_the_picture_of_the_prompts_has_exactly_what_their_machine_does() -> None:
    drawn = arrows(draw_prompts(FLOWS.prompts.values()))
    states, everywhere = (NO_PROMPT, *FLOWS.prompts), set[tuple[str, str]]()
    for begin, end, trigger in drawn:
        for source in states if begin == "anywhere" else (begin,):
            everywhere.add((source, trigger.partition(" ")[0]))
            conversation = Conversation("learner", prompt=source)
            fire(FLOWS.machine, trigger.partition(" ")[0], conversation)
            assert conversation.prompt == end or "[internal]" in trigger
    for source in states:
        for trigger in FLOWS.machine.events:
            if (source, trigger) not in everywhere:
                with pytest.raises(MachineError):
                    fire(FLOWS.machine, trigger, Conversation("learner", prompt=source))


def test_the_command_draws_a_dialogue_or_the_prompts() -> None:
    of_dialogue = CliRunner().invoke(app, ["diagram", "thing_2"])
    assert "s_situation --> s_management" in of_dialogue.output
    of_prompts = CliRunner().invoke(app, ["diagram", "--prompts"])
    assert "s_anywhere --> s_harm: ask_harm" in of_prompts.output


@pytest.mark.parametrize("arguments", [[], ["thing_2", "--prompts"]])
def test_the_command_asks_for_one_of_the_two(arguments: list[str]) -> None:
    done = CliRunner().invoke(app, ["diagram", *arguments])
    assert done.exit_code == 2
    assert "--prompts" in done.output
