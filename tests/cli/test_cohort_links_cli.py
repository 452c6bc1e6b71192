"""``coach cohort``: links in use, figures, the missed, and what is said when no bot is running."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest

from bot.cli.operator_console import as_operator
from bot.content.library import Content
from bot.domain.commands import AddCoordinator, Command, SaveCohort
from bot.domain.coordination.outcome import Done
from bot.domain.coordination.reminders import schedule_reminder
from bot.domain.drafts import ReminderDraft
from bot.domain.reminders import Audience
from bot.errors import Changed
from bot.flows.coordinator.figures import figures_text
from bot.settings import Settings
from bot.store.operating import OperatorStore
from tests.cli.in_store import in_store, join
from tests.conftest import Run

pytestmark = pytest.mark.long

ENDS = (datetime.now(UTC) + timedelta(days=100)).date()

NEW_YORK = ZoneInfo("America/New_York")

NO_BOT = (
    "Nothing is sent from this data now, so it waits."
    " Start `coach run`, or `coach web` where you have the page alone.\n"
)


@pytest.fixture
def cohort(run: Run, settings: Settings) -> str:
    """The id of a cohort in New York; the bot has an address."""
    done = run("cohort", "new", "Nursery team", "--ends", f"{ENDS}", "--zone", "America/New_York")
    assert done.returncode == 0, done.stderr

    async def has_run(store: OperatorStore) -> None:
        address = "https://t.me/CoachTestBot?start={token}"
        await store.set_meta("invitation_address", address)

    in_store(settings, has_run)
    return done.stdout.split()[-1]


def test_an_invitation_prints_a_text_to_pass_on(run: Run, cohort: str) -> None:
    said = run("cohort", "invite", cohort).stdout
    assert "Pass this on to your learners:" in said
    assert "https://t.me/CoachTestBot?start=" in said


def test_a_coordinators_invitation_prints_a_text_that_ends_with_the_link(
    run: Run, cohort: str
) -> None:
    said = run("cohort", "invite-coordinator", "--cohort", cohort).stdout
    assert "You are asked to look after the group “Nursery team”." in said
    assert said.split()[-1].startswith("https://t.me/CoachTestBot?start=")
    assert (
        "You are asked to look after groups of learners."
        in run("cohort", "invite-coordinator").stdout
    )


def test_a_coordinator_is_signed_in_to_their_pages_by_a_link_that_all_of_them_can_see(
    run: Run, settings: Settings, cohort: str
) -> None:
    none = run("cohort", "sign-in", cohort)
    assert none.returncode == 1
    assert "no such person" in none.stderr.casefold() or "number" in none.stderr

    async def seats(store: OperatorStore) -> None:
        await store.set_meta("page_address", "https://coach.example.org/")
        await store.do([AddCoordinator(cohort, "900")], "", datetime.now(UTC))

    in_store(settings, seats)
    done = run("cohort", "sign-in", cohort)
    assert re.search(r"https://coach\.example\.org/cross/[0-9a-f]{32}\?to=groups", done.stdout)
    assert "It works once, for 10 minutes." in done.stdout
    assert "made a link to sign in coordinator 1" in run("cohort", "audit", cohort).stdout


def test_links_are_listed_in_local_time_and_withdrawn_once(run: Run, cohort: str) -> None:
    none = run("cohort", "links", cohort)
    assert not none.stdout
    assert "No link is in use." in none.stderr
    run("cohort", "invite", cohort)
    run("cohort", "invite-coordinator", "--cohort", cohort)
    before = datetime.now(NEW_YORK)
    rows = [line.split("\t") for line in run("cohort", "links", cohort).stdout.splitlines()]
    assert [row[1:3] for row in rows] == [["learner", "30/30"], ["coordinator", "1/1"]]
    made = datetime.strptime(rows[0][4], "%Y-%m-%d %H:%M").replace(tzinfo=NEW_YORK)
    assert abs(made - before) < timedelta(minutes=10)
    done = run("cohort", "withdraw", cohort, rows[0][0])
    assert "The link is withdrawn, and its code too" in done.stdout
    again = run("cohort", "withdraw", cohort, rows[0][0])
    assert again.returncode == 1
    assert "That link is not in use any more." in again.stderr
    assert not again.stdout
    assert [line.split("\t")[0] for line in run("cohort", "links", cohort).stdout.splitlines()] == [
        rows[1][0]
    ]
    assert "on the server: withdrew a link with 30 left" in run("cohort", "audit", cohort).stdout


def test_what_changed_in_this_moment_is_looked_at_once_more(
    run: Run, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run("cohort", "list")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    tries = list[bool]()

    async def work(_: object) -> None:
        tries.append(True)
        if len(tries) == 1:
            raise Changed("changed")

    as_operator(work)
    assert len(tries) == 2


def test_a_link_to_make_groups_is_listed_and_withdrawn_too(run: Run, cohort: str) -> None:
    run("cohort", "invite-coordinator")
    [row] = run("cohort", "links", "-").stdout.splitlines()
    assert row.split("\t")[1:3] == ["coordinator", "1/1"]
    done = run("cohort", "withdraw", "-", row.split("\t")[0])
    assert "The link is withdrawn" in done.stdout
    assert not run("cohort", "links", "-").stdout
    assert run("cohort", "withdraw", "-", row.split("\t")[0]).returncode == 1
    assert not run("cohort", "links", cohort).stdout


@pytest.mark.parametrize(
    "command", ["links", "withdraw x", "figures", "weeks", "skills", "send-missed x"]
)
def test_an_unknown_cohort_is_named_with_those_that_there_are(
    run: Run, cohort: str, command: str
) -> None:
    name, *rest = command.split()
    done = run("cohort", name, "nope", *rest)
    assert done.returncode == 1
    assert "There is no cohort “nope”" in done.stderr
    assert cohort in done.stderr


def test_figures_are_those_of_the_chat_as_text_and_as_a_table(
    run: Run, cohort: str, settings: Settings, content: Content
) -> None:
    assert "With fewer than 5 people" in run("cohort", "figures", cohort).stderr
    run("cohort", "invite", cohort)
    join(settings, cohort, range(1, 7))
    said = run("cohort", "figures", cohort).stdout

    async def same(store: OperatorStore) -> None:
        view = await store.view(cohort)
        assert view
        assert figures_text(content.words, view) in said

    in_store(settings, same)
    table = run("cohort", "figures", cohort, "--csv").stdout
    assert table.startswith("\ufeff")
    [row] = csv.DictReader(StringIO(table.removeprefix("\ufeff")))
    assert (row["group"], row["joined"], row["invited, up to"]) == ("Nursery team", "6", "30")


def test_weeks_are_told_one_by_one(run: Run, cohort: str, settings: Settings) -> None:
    assert run("cohort", "weeks", cohort).returncode == 1, "it is a small group"
    join(settings, cohort, range(1, 7))
    assert "6 joined, 0 sent it" in run("cohort", "weeks", cohort).stdout
    assert "No skill has been named" in run("cohort", "skills", cohort).stdout


def test_the_table_of_progress_is_one_that_excel_reads(
    run: Run, cohort: str, settings: Settings
) -> None:
    join(settings, cohort, range(1, 7))
    table = run("cohort", "progress", cohort, "--csv").stdout
    assert table.startswith("\ufeff")
    assert len(table.splitlines()) == 7


def test_a_reminder_goes_to_those_who_were_missed(
    run: Run, cohort: str, settings: Settings
) -> None:
    join(settings, cohort, range(1, 7))

    async def missed(store: OperatorStore) -> None:
        view = await store.view(cohort)
        assert view
        draft = ReminderDraft("r1", cohort, Audience("unfinished"), "", None, asked="")
        done = schedule_reminder(view, draft, "operator", datetime.now(UTC))
        assert isinstance(done, Done)
        await store.do(done.commands, "operator", datetime.now(UTC))
        for each in await store.due(datetime.now(UTC) + timedelta(days=1), 99):
            await store.skip(each.number, "late")

    in_store(settings, missed)
    done = run("cohort", "send-missed", cohort, "r1")
    assert done.returncode == 0, done.stderr
    assert "6" in done.stdout
    assert done.stderr == NO_BOT
    again = run("cohort", "send-missed", cohort, "r1")
    assert again.returncode == 1
    assert "Nobody was missed by that reminder." in again.stderr
    assert run("cohort", "send-missed", cohort, "nope").returncode == 1


def test_a_warning_is_given_when_nothing_can_leave_as_no_bot_is_running(
    run: Run, cohort: str, settings: Settings
) -> None:
    remind = ("cohort", "remind", cohort, "--when", "every monday 10:00")
    assert NO_BOT not in run(*remind).stderr, "it is only explained"
    done = run(*remind, "--yes")
    assert (done.returncode, done.stderr) == (0, NO_BOT)
    assert run("cohort", "nudges", cohort, "7").stderr == NO_BOT
    assert run("cohort", "nudges", cohort, "7").stderr == NO_BOT, "it is still so"
    assert not run("cohort", "nudges", cohort, "0").stderr
    assert not run("cohort", "invite", cohort).stderr


def test_no_warning_is_given_beside_a_bot_that_is_running(
    run_process: Run, cohort: str, settings: Settings
) -> None:
    async def running(store: OperatorStore) -> None:
        store.take_sending()
        done = run_process("cohort", "remind", cohort, "--when", "every monday 10:00", "--yes")
        assert (done.returncode, done.stderr) == (0, "")

    in_store(settings, running)


def test_a_conversation_in_a_terminal_counts_as_no_bot(
    run_process: Run, cohort: str, settings: Settings
) -> None:
    async def talking(_: OperatorStore) -> None:  # it has the folder, and sends nothing
        done = run_process("cohort", "nudges", cohort, "7")
        assert (done.returncode, done.stderr) == (0, NO_BOT)

    in_store(settings, talking)


def test_links_of_a_cohort_that_has_ended_let_nobody_in(
    run: Run, cohort: str, settings: Settings
) -> None:
    run("cohort", "invite", cohort)
    link = run("cohort", "links", cohort).stdout.split("\t")[0]

    async def end(store: OperatorStore) -> None:
        found = await store.cohort(cohort)
        assert found
        over: list[Command] = [SaveCohort(replace(found, ends_on=ENDS - timedelta(days=200)))]
        await store.do(over, "", datetime.now(UTC))

    in_store(settings, end)
    assert not run("cohort", "links", cohort).stdout
    assert run("cohort", "withdraw", cohort, link).returncode == 1
    done = run("cohort", "send-missed", cohort, "r1")
    assert done.returncode == 1
