"""A hard day of the writer's own, tiredness and strong words: no crisis line, and no receipt."""

from __future__ import annotations

import pytest

from bot.analysis.knowledge import Knowledge
from tests.support.learner import Learner, body

NUMBERS = ("116 123", "999", "0800")


@pytest.mark.parametrize(
    "text",
    [
        "I cried in the car park on Tuesday, by the way. Not about this.",
        "ah grat in the motor efter",
        "had a wee greet in the toilets at break",
        "burst into tears at the bus stop last night",
        "I went home on Tuesday, sat on the stairs and cried. Third double that week.",
    ],
)
def test_tears_told_alone_get_a_human_line_and_say_where_support_is(
    learner: Learner, text: str
) -> None:
    learner.at("management")
    said = learner.say(text)
    assert "✓" not in said
    assert "/support" in said
    assert not any(each in said for each in NUMBERS)
    assert text not in body(learner)
    learner.press("Put it in my answer")
    assert text in body(learner)


@pytest.mark.parametrize(
    "text",
    [
        "i cry in the car before every shift and i cant cope any more",
        "greetin every night efter ma shift",
    ],
)
def test_who_cries_before_every_shift_is_worn_to_breaking(learner: Learner, text: str) -> None:
    learner.at("management")
    said = learner.say(text)
    assert any(each in said for each in NUMBERS)


@pytest.mark.parametrize(
    "text",
    [
        "She walked to the door and I cried, the whole room did",
        "I cried when he said my name, so I asked for his song each morning",
    ],
)
def test_tears_of_joy_at_work_are_an_answer(learner: Learner, text: str) -> None:
    learner.at("leadership")
    assert learner.say(text).startswith("✓")


@pytest.mark.parametrize(
    "text",
    [
        "im dead on ma feet ill dae the last wan the morra",
        "ma feet are killing me, night night",
        "brb kickin off upstairs",
        "leave me alone a minute there's a cow in the road",
        "the families will murder me if they see we had agency",
        "did ye see the game last night. absolute murder. i wanted to die",
        "they said ten minutes. It has taken twenty-five",
        "no point sitting outside the door with the engine running",
    ],
)
def test_what_only_sounds_so_is_no_harm(learner: Learner, text: str) -> None:
    assert Knowledge.of(learner.content).harm_reader.read(text).level == "none"


@pytest.mark.parametrize(
    "text",
    [
        "he says he will kill me if i leave him",
        "there is no point going on any more",
        "i wanted to die last night",
        "leave me alone, i want it to end",
    ],
)
def test_what_is_meant_is_heard(learner: Learner, text: str) -> None:
    assert Knowledge.of(learner.content).harm_reader.read(text).level != "none"


@pytest.mark.parametrize(
    "text",
    [
        "lads on the phone now says hes got a blade and hes outside his ex's",
        "just got a text off one of mine. says hes on the bridge and hes sorry for everything",
    ],
)
def test_who_tells_of_somebody_elses_life_is_told_where_to_call_and_no_more(
    learner: Learner, text: str
) -> None:
    learner.at("management")
    said = learner.say(text)
    assert "999" in said
    assert "116 123" not in said


@pytest.mark.parametrize(
    "text",
    [
        "i dont want the bit aboot the bridge in it anywhere",
        "delete the part about the knife please",
        "leave out the bit where i said he hits her",
    ],
)
def test_who_wants_such_words_out_is_not_answered_as_if_it_were_told_anew(
    learner: Learner, text: str
) -> None:
    learner.at("management")
    learner.say("i sat at the bridge last night and thought about not going home")
    learner.press("Drop it")
    said = learner.say(text)
    assert not any(each in said for each in NUMBERS)
    assert text not in body(learner)
