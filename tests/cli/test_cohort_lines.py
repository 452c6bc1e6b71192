"""``coach cohort``: each line is whole, is true of the command line, and fits what follows."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import get_args

import pytest

from bot.content.library import Content
from bot.domain.commands import AddCoordinator
from bot.domain.coordination.outcome import Reason
from bot.flows.coordinator.routes import sentence
from bot.settings import Settings
from bot.store.operating import OperatorStore
from tests.cli.in_store import in_store, join
from tests.conftest import Run

pytestmark = pytest.mark.long

ENDS = (datetime.now(UTC) + timedelta(days=100)).date()

YES = "Nothing is changed yet. To do it, add: --yes\n"

BOT, PAGE, HERE = (
    "https://t.me/CoachTestBot?start={token}",
    "https://coach.example.org/join/{token}",
    "http://127.0.0.1:8023/join/{token}",
)


@pytest.fixture
def cohort(run: Run) -> str:
    """The id of a cohort with nobody in it."""
    done = run("cohort", "new", "Nursery team", "--ends", f"{ENDS}")
    assert done.returncode == 0, done.stderr
    return done.stdout.split()[-1]


def has_address(settings: Settings, address: str) -> None:
    in_store(settings, lambda store: store.set_meta("invitation_address", address))


def test_what_is_planned_says_who_will_get_it_then_and_not_now(
    run: Run, cohort: str, settings: Settings
) -> None:
    join(settings, cohort, range(1, 6))
    for when in ("tomorrow 10:00", "every monday 10:00"):
        said = run("cohort", "remind", cohort, "--when", when).stdout
        assert "5 will get it then" in said, when
        assert "will get it now" not in said
        assert "went out now" not in said
    one = run("cohort", "remind", cohort, "--when", "tomorrow 10:00", "--to", "one:1").stdout
    assert "1 gets it then, or at a better time" in one
    assert "will get it now" in run("cohort", "remind", cohort).stdout


def test_what_nobody_gets_is_not_sent_and_who_is_not_there_is_not_reminded(
    run: Run, cohort: str, settings: Settings
) -> None:
    assert "Nobody is here yet" in run("cohort", "remind", cohort).stdout
    join(settings, cohort, range(1, 6))
    ready = ("cohort", "remind", cohort, "--to", "ready")
    explained = run(*ready)
    assert "Nobody will get it now" in explained.stdout
    assert "--yes" not in explained.stderr, "there is nothing to do"
    done = run(*ready, "--yes")
    assert (done.returncode, "Nobody would get it now." in done.stderr) == (1, True)
    assert "on its way" not in done.stdout
    done = run("cohort", "remind", cohort, "--to", "one:99")
    assert (done.returncode, "nobody of that number" in done.stderr) == (1, True)
    assert not run("cohort", "report", cohort).stdout


def test_a_card_is_spoken_of_only_where_one_is_made(
    run: Run, cohort: str, settings: Settings, tmp_path: Path
) -> None:
    has_address(settings, BOT)
    assert "card" not in run("cohort", "invite", cohort).stdout.casefold()
    card = tmp_path / "card.png"
    said = run("cohort", "invite", cohort, "--card", str(card)).stdout
    assert f"The card to print is in {card}" in said
    assert card.read_bytes().startswith(b"\x89PNG")
    gone = run("cohort", "invite", cohort, "--card", str(tmp_path / "no" / "card.png"))
    assert gone.returncode == 1
    assert "https://t.me/" in gone.stdout, "the link that was made is not lost with its card"
    assert "No file could be written" in gone.stderr


@pytest.mark.parametrize("address", [PAGE, HERE])
def test_with_the_page_alone_no_invitation_speaks_of_telegram_or_a_bot(
    run: Run, cohort: str, settings: Settings, address: str
) -> None:
    has_address(settings, address)
    for command in (
        ("invite", cohort),
        ("invite-coordinator", "--cohort", cohort),
        ("invite-coordinator",),
        ("hand-over", cohort),
    ):
        done = run("cohort", *command)
        assert done.returncode == 0, done.stderr
        assert address.partition("{")[0] in done.stdout
        assert not re.search(r"telegram|\bbot\b", done.stdout, re.IGNORECASE), command
        assert ("on this machine alone" in done.stderr) == (address == HERE), command


def test_a_line_that_is_no_link_is_called_none(run: Run, cohort: str) -> None:
    for command in (("invite-coordinator",), ("hand-over", cohort)):
        done = run("cohort", *command)
        assert re.search(r"/start [0-9a-f]{32}", done.stdout)
        assert "this is no link" in done.stderr


def test_each_command_that_only_explains_says_how_to_do_it(
    run: Run, cohort: str, settings: Settings
) -> None:
    run("cohort", "remind", cohort, "--when", "every monday 10:00", "--yes")
    reminder = run("cohort", "planned", cohort).stdout.splitlines()[0]
    sooner = f"{ENDS - timedelta(days=50):%d/%m/%Y}"
    weekly = ("remind", cohort, "--when", "every friday 10:00")
    explained = [
        ("delete", cohort),
        ("end", cohort),
        ("replan", cohort, reminder, "--words", "Soup"),
        ("change", cohort, "--ends", sooner),
        weekly,
    ]
    for command in explained:
        assert run("cohort", *command).stderr == YES, command
    join(settings, cohort, [1])

    async def seats(store: OperatorStore) -> None:
        await store.do([AddCoordinator(cohort, "900")], "", datetime.now(UTC))

    in_store(settings, seats)
    for whom in ("--learner", "--coordinator"):
        assert run("cohort", "remove", cohort, whom, "1").stderr == YES
        assert YES not in run("cohort", "remove", cohort, whom, "1", "--yes").stderr
    assert YES not in run("cohort", *weekly, "--yes").stderr


def test_what_a_closed_group_says_is_what_the_command_line_has(run: Run, cohort: str) -> None:
    said = run("cohort", "end", cohort).stdout + run("cohort", "end", cohort, "--yes").stdout
    assert f"coach cohort open-again {cohort}" in said
    for of_the_chat in ("Closed groups", "picture", "leaves your list"):
        assert of_the_chat not in said


def test_a_new_one_is_told_with_commands_and_no_button(run: Run) -> None:
    said = run("cohort", "new", "Night team", "--ends", f"{ENDS}").stdout
    which = said.split()[-1]
    assert f"coach cohort invite {which}" in said
    assert f"coach cohort change {which}" in said
    assert "More for this group" not in said


def test_where_there_is_no_cohort_the_next_step_stands_in_the_place_of_ids(run: Run) -> None:
    done = run("cohort", "progress", "nope")
    assert done.returncode == 1
    assert "no other one yet" in done.stderr
    assert "coach cohort new" in done.stderr


def test_a_change_of_nothing_is_a_wrong_call(run: Run, cohort: str) -> None:
    done = run("cohort", "change", cohort)
    assert (done.returncode, "--ends, --closing" in done.stderr) == (2, True)


def test_lists_name_their_columns_beside_what_a_program_reads(run: Run, cohort: str) -> None:
    assert run("cohort", "list").stderr.split("\t")[:2] == ["id", "name"]
    run("cohort", "invite-coordinator", "--cohort", cohort)
    assert run("cohort", "links", cohort).stderr.startswith("id\tfor\t")
    assert "No reminder was sent" in run("cohort", "report", cohort).stderr
    run("cohort", "remind", cohort, "--when", "every monday 10:00", "--yes")
    assert run("cohort", "report", cohort).stderr.startswith("id\tmade\t")


def test_in_a_small_group_no_list_counts_and_nothing_sent_again_tells(
    run: Run, cohort: str, settings: Settings
) -> None:
    join(settings, cohort, [1])
    run("cohort", "remind", cohort, "--yes")
    row = run("cohort", "report", cohort).stdout
    assert row.endswith("\t-\n")
    reminder = row.split("\t")[0]
    for command in ("send-again", "send-missed"):
        done = run("cohort", command, cohort, reminder)
        assert (done.returncode, "Those who need it get it." in done.stdout) == (0, True)


def test_nothing_that_a_chat_has_is_pressed_or_switched_on_here(run: Run, cohort: str) -> None:
    run("cohort", "nudges", cohort, "7")
    said = run("cohort", "pause", cohort, "nudges").stdout
    said += run("cohort", "nudges", cohort, "0").stdout
    run("cohort", "remind", cohort, "--when", "every monday 10:00", "--yes")
    reminder = run("cohort", "planned", cohort).stdout.splitlines()[0]
    said += run("cohort", "pause", cohort, reminder).stdout
    said += run("cohort", "replan", cohort, reminder, "--when", "now").stderr
    assert not re.search(r"\bpress|\bhere\b|“", said, re.IGNORECASE), said


def test_each_reason_is_a_whole_sentence(content: Content) -> None:
    # “Nothing was changed.” comes after it.
    for reason in get_args(Reason):
        assert re.search(r"[.?!]”?$", sentence(content.words, reason)), reason
    for name in ("change_what", "remove_whom", "remind_whom", "steps"):
        assert getattr(content.words.cohort_commands, name).endswith(".")
    assert content.words.forms.bad_when.endswith(".")


@pytest.mark.parametrize("command", [(), ("cohort",), ("key",)])
def test_no_line_of_help_is_cut(run: Run, command: tuple[str, ...]) -> None:
    said = run(*command, "--help").stdout
    assert "Commands:" in said
    assert not re.findall(r"^  \S.*\.\.\.$", said, re.MULTILINE)
