"""What ships is whole, plain and used; and the measures of plainness measure."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.content.library import Content, shipped_folder
from bot.content.models.dialogue import WordsStep
from bot.content.readability import as_read, texts
from bot.content.reading_grade import grade, sentences, syllables
from bot.content.text_kinds import ALWAYS, CARD, PROMPT
from bot.flows.registry import COMMANDS
from tests.conftest import Run


def test_what_ships_passes_the_check(run: Run) -> None:
    done = run("check")
    assert (done.returncode, done.stdout) == (0, "")
    assert "no problems" in done.stderr


def test_prompts_read_at_grade_five_on_average(content: Content) -> None:
    prompts = [
        as_read(text)
        for model in (content.words, content.first)
        for _, text, kind in texts(model)
        if kind == PROMPT
    ]
    assert len(prompts) > 30
    assert grade("\n".join(prompts)) <= 5.0


def test_every_text_of_a_dialogue_has_a_kind_that_is_checked(content: Content) -> None:
    checked = {text for _, text, _ in texts(content.first)}
    step = content.first.steps[0]
    assert isinstance(step, WordsStep)
    assert {step.question, step.hint, step.example, content.first.about[0]} <= checked
    assert content.first.hand_in[0].text in checked


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("a", 1),
        ("plan", 1),
        ("people", 2),
        ("management", 3),
        ("used", 1),
        ("started", 2),
        ("safely", 2),
    ],
)
def test_syllables_are_about_right(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_agrees_with_the_published_measure_of_known_samples() -> None:
    """Figures for these samples were measured with textstat 0.7.3."""
    samples = {
        "Think of a time at work when you helped something go well. It can be small. "
        "What was going on? What did you do? Leave out names.": -0.6,
        "Management keeps the work running: plans, rotas, checks. Leadership helps people see "
        "where to go and want to get there. Most of us do both.": 3.0,
        "I think I see a name. Your badge page can be seen by the public. Please change it to a "
        "role, like 'a tenant' or 'a child'. Want to send that part again?": 0.6,
    }
    for text, measured in samples.items():
        assert grade(text) == pytest.approx(measured, abs=1.6)


def test_a_new_line_ends_a_sentence() -> None:
    assert len(sentences("One thing\nAnother thing. A third")) == 3


WEB_TEMPLATES = shipped_folder() / "bot" / "channels" / "web" / "templates"


def test_every_word_of_the_shared_words_is_used() -> None:
    """A text that nobody says is a promise to the author that is not kept."""
    said_by = [*(shipped_folder() / "bot").rglob("*.py"), *WEB_TEMPLATES.glob("*.html")]
    code = "\n".join(path.read_text() for path in said_by)
    words = (shipped_folder() / "dialogues" / "common.yaml").read_text()
    names = set(re.findall(r"^  ([a-z_]+):", words, re.MULTILINE))
    assert len(names) > 300
    said = {name for pair in re.findall(r"\.(\w+)|\"(\w+)\"", code) for name in pair}
    assert names - said == set(), "never used"


def test_buttons_that_sentences_may_name_exist_and_fill_nothing(content: Content) -> None:
    for name in ALWAYS:
        assert "$" not in getattr(content.words.buttons, name)


def test_every_command_is_described(content: Content) -> None:
    assert set(type(content.words.commands).model_fields) == set(COMMANDS)


def test_every_error_sentence_is_raised_somewhere_and_the_other_way_round(content: Content) -> None:
    code = "\n".join(path.read_text() for path in (shipped_folder() / "bot").rglob("*.py"))
    errors = (
        "Error|InUse|Make|Missing|Gone|Failed|Unreadable|Newer|Problem|Save|SaveThis|Changed|NotYet"
    )
    raised = set(re.findall(rf"(?<!Custom)(?:{errors})\(\s*\"(\w+)\"", code)) - {"content"}
    said = set(type(content.words.errors).model_fields)
    assert raised <= said
    assert said <= raised | {"bad_line", "bad_setting", "bad_settings"}, "said without being raised"


def test_every_fault_of_a_setting_is_found_somewhere(content: Content) -> None:
    code = "\n".join(path.read_text() for path in (shipped_folder() / "bot").rglob("*.py"))
    for reason in type(content.words.setting_faults).model_fields:
        assert f'"{reason}"' in code


def test_links_are_shown_only_where_somebody_saw_the_page(content: Content) -> None:
    for resource in content.resources.values():
        if resource.status == "not_verified":
            assert resource.address == resource.front_page
            if resource.address:
                assert resource.address.count("/") == 3, "a front page, not a deep link"
        elif resource.status != "seen":
            assert resource.address is None


def test_content_can_live_in_another_folder(tmp_path: Path, run: Run) -> None:
    for name in ("dialogues", "frameworks"):
        (tmp_path / "mine" / name).mkdir(parents=True)
        for file in (shipped_folder() / name).glob("*.yaml"):
            (tmp_path / "mine" / name / file.name).write_bytes(file.read_bytes())
    words = tmp_path / "mine" / "dialogues" / "common.yaml"
    words.write_text(words.read_text().replace("Hello. I help", "Good day. I help"))
    assert "Good day." in run("chat", typed="", COACH_CONTENT=str(tmp_path / "mine")).stdout


def test_cards_may_be_longer_than_prompts() -> None:
    assert CARD.words > PROMPT.words
