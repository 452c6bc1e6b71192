"""What an author looks at: the page with every message."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bot.authoring.preview import page, scenes
from bot.content.library import Content
from bot.content.models.dialogue import ChoiceStep, Dialogue
from tests.conftest import Run

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

NAMES = ["thing_2", "leading_and_managing", "good_leaders", "learning_organisation"]


@pytest.fixture(params=NAMES)
def dialogue(request: pytest.FixtureRequest, content: Content) -> Dialogue:
    return content.dialogues[request.param]


def test_the_preview_has_every_place_once_in_the_order_of_the_file(
    content: Content, dialogue: Dialogue
) -> None:
    places = [scene.place for scene in scenes(content, dialogue, NOW)]
    assert places == ["welcome", *(step.id for step in dialogue.steps), "review", "statement"]


def test_the_preview_shows_each_text_and_where_each_choice_leads(
    content: Content, dialogue: Dialogue
) -> None:
    met = scenes(content, dialogue, NOW)
    for scene in met:
        step = dialogue.by_id.get(scene.place)
        said = "\n".join(r.text for each in scene.exchanges for r in each.replies)
        if step:
            assert step.question in said
            assert step.hint in said
            assert {to for _, to in scene.ways} == set(dialogue.ways(step).values())
        if scene.place == "statement":
            assert "is ready" in said, "the end that a learner comes to"


def test_the_preview_shows_every_way_whatever_the_order_of_the_choices(content: Content) -> None:
    dialogue = content.dialogues["leading_and_managing"]
    turned = tuple(
        step.model_copy(update={"choices": step.choices[::-1]})
        if isinstance(step, ChoiceStep) and step.id == "go_on"
        else step
        for step in dialogue.steps
    )
    other = dialogue.model_copy(update={"steps": turned})
    changed = replace(content, dialogues={other.id: other})
    assert "inspire" in [scene.place for scene in scenes(changed, other, NOW)]


class Page(HTMLParser):
    """Collects what a page names and what it asks others for."""

    def __init__(self) -> None:
        super().__init__()
        self.ids, self.targets, self.asked = set[str](), set[str](), list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.ids.add(given["id"])
        if tag == "a" and given["href"].startswith("#"):
            self.targets.add(given["href"][1:])
        if tag in ("script", "link", "img", "iframe") or "src" in given:
            self.asked.append(tag)


def test_the_page_is_whole_in_itself_and_its_links_lead_somewhere(
    content: Content, dialogue: Dialogue
) -> None:
    parsed = Page()
    parsed.feed(page(content, dialogue, NOW))
    assert parsed.targets
    assert parsed.targets <= parsed.ids
    assert parsed.asked == []


def test_text_of_an_author_is_no_mark_up(content: Content) -> None:
    first = content.first.steps[0].model_copy(update={"hint": "<script>alert(1)</script>"})
    odd = content.first.model_copy(update={"steps": (first, *content.first.steps[1:])})
    changed = replace(content, dialogues={odd.id: odd})
    assert "<script>" not in page(changed, odd, NOW)


def test_the_command_writes_the_page_and_names_it(run: Run, tmp_path: Path) -> None:
    done = run("preview", "thing_2")
    assert (done.returncode, done.stdout) == (0, "preview-thing_2.html\n")
    assert "Where did management and leadership meet?" in (
        tmp_path / "preview-thing_2.html"
    ).read_text("utf-8")


def test_a_page_that_cannot_be_written_is_told_in_one_line(run: Run) -> None:
    done = run("preview", "thing_2", "--out", "no/such/folder/x.html")
    assert done.returncode == 1
    assert "no/such/folder/x.html" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["preview", "diagram"])
def test_a_dialogue_that_does_not_exist_gets_the_nearest(run: Run, command: str) -> None:
    done = run(command, "thing_3")
    assert done.returncode == 2
    assert "Did you mean thing_2?" in done.stderr
