"""Asked who a name is, people type a role: it is put in the place of the name, and is no answer."""

from __future__ import annotations

import pytest

from tests.support.learner import Learner, body


@pytest.mark.parametrize(
    ("told", "name", "role", "marker"),
    [
        ("I sat with Jean and she ate her dinner at last", "Jean", "resident", "[a resident]"),
        ("i told jean to watch the door", "jean", "she's a resident", "[a resident]"),
        ("I asked Margaret to lift the box", "Margaret", "my manager", "[a colleague]"),
        ("I told Davie to watch the door", "Davie", "a pal", "[a colleague]"),
        ("I told Davie to watch the door", "Davie", "his son", "[a family member]"),
    ],
)
def test_a_role_that_is_typed_stands_in_the_place_of_the_name(
    learner: Learner, told: str, name: str, role: str, marker: str
) -> None:
    assert "Who is it?" in learner.at("management").say(told)
    said = learner.say(role)
    assert said.startswith(f"✓ Saved with {marker} in its place.")
    assert marker in body(learner)
    assert name not in body(learner)
    assert role not in body(learner).replace(marker, "")


def test_an_answer_where_a_name_is_asked_about_stays_an_answer(learner: Learner) -> None:
    learner.at("management").say("I told Davie to watch the door")
    learner.say("my manager rang the office and they sent a second carer that night")
    assert "second carer" in body(learner)
