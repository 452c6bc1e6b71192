"""What a message is for."""

from __future__ import annotations

import pytest

from bot.analysis.reading.kinds import KINDS, control_word, is_pasted
from bot.analysis.reading.reading import Found, Reader
from bot.content.labelled import KINDS as LABELLED
from tests.bench.reading import AS_EVIDENCE, HELD_OUT, f1, rows


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("moved two of us to the top corridor and told the nurse", "evidence"),
        ("oh and the leadership bit:", "announce"),
        ("training", "bare"),
        ("I don't lead anyone", "denial"),
        ("how many more words do i need", "question"),
        ("whit dae ye mean", "not_understood"),
        ("can you just write it for me", "request"),
        ("dunno", "talk"),
        ("right im back", "back"),
        ("I told you that already", "already_told"),
        ("gtg, I'll do it tomorrow", "stop"),
        ("delete that last bit please", "delete"),
        ("im rubbish at this", "feeling_about_task"),
        ("you keep asking me the same thing", "complaint_about_coach"),
        ("Hi Morag, I can't make the session on Friday", "to_coordinator"),
        ("Kotter says managers cope with complexity", "theory"),
        ("the football was on last night", "chat"),
        ("right im back where was i", "back"),
        ("manage is boss thing. i am only night", "denial"),
        ("i dont do management im just a carer", "denial"),
        ("dunno wot else 2 say", "talk"),
        ("whats the time it takes for the badge to come", "question"),
        ("i am a bit skint for time can i finish tomorow", "question"),
        ("how do i send it to my friend to read", "question"),
        ("i need an extension please", "to_coordinator"),
        ("I think is both", "evidence"),
        ("that wis it", "talk"),
        ("right thats all", "talk"),
    ],
)
def test_what_is_meant_for_the_coach_is_told_from_evidence(
    reader: Reader, text: str, kind: str
) -> None:
    assert reader.read(text, "management").kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Situation: no heating. Management: I rang round. Leadership: I kept them cheery.",
        "for management i did the rota, for leadership i thanked the night shift",
    ],
)
def test_parts_that_are_labelled_are_several(reader: Reader, text: str) -> None:
    assert reader.read(text, "situation").kind == "several"


@pytest.mark.parametrize(
    "text",
    [
        "[insert reflection here]",
        "Name: ____\nDate: ____\nReflection:",
        "• planned the day\n• shared the jobs\n• checked the list",
    ],
)
def test_a_form_and_its_gaps_are_pasted(text: str) -> None:
    assert is_pasted(text)


def test_two_lines_of_an_answer_are_no_form() -> None:
    assert not is_pasted("I rang the nurse.\nThen I sat with him till she came.")


@pytest.mark.parametrize(
    ("text", "control"),
    [
        ("nxt", "next"),
        ("ok nxt", "next"),
        ("strat", "start"),
        ("go bak", "back"),
        ("skpi", "skip"),
        ("skp", "skip"),
        ("nex", "next"),
        ("Pause", "pause"),
    ],
)
def test_a_misspelt_control_word_is_understood(reader: Reader, text: str, control: str) -> None:
    assert reader.read(text, "management").control == control


@pytest.mark.parametrize("text", ["step", "text", "bank", "back pain", "stop falls", "two"])
def test_another_word_is_no_control_word(text: str) -> None:
    assert control_word(text.split()) is None


def test_few_words_without_an_act_a_thing_or_a_person_are_never_evidence(reader: Reader) -> None:
    for text in ("hmm", "ok then", "not really", "sort of", "kind", "whatever", "as you like"):
        assert reader.read(text, "leadership").kind != "evidence", text


def test_a_job_alone_is_no_bare_word(reader: Reader) -> None:
    assert reader.read("night carer in a care home", "situation").kind == "evidence"


def test_harm_is_what_was_found_by_whoever_looks_for_it(reader: Reader) -> None:
    found = Found(harm=True)
    assert reader.read("I sat with her until she slept", "leadership", found=found).kind == "harm"


def test_authors_label_with_the_kinds_that_there_are() -> None:
    assert set(LABELLED) == set(KINDS)


def test_kinds_are_told_on_rows_that_nothing_was_learned_from(reader: Reader) -> None:
    """Printed by ``tests.bench.reading``; here only that it does not fall apart unseen."""
    pairs = [(row["kind"], reader.read(row["text"], row["step"]).kind) for row in rows(HELD_OUT)]
    names = {kind for kind, _ in pairs}
    scores = [f1((is_ == name, said == name) for is_, said in pairs) for name in names]
    assert sum(scores) / len(scores) >= 0.8
    meant = [said for is_, said in pairs if is_ not in AS_EVIDENCE]
    assert sum(said in AS_EVIDENCE for said in meant) <= 0.06 * len(meant)
