"""``coach cohort``: what a coordinator does, on the server."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.app import open_beside
from bot.domain.commands import AddCoordinator, Join, SaveCohort, SetDisplayName
from bot.settings import Settings
from tests.conftest import Run

pytestmark = pytest.mark.long

ENDS = (datetime.now(UTC) + timedelta(days=100)).date()

LATER = ENDS + timedelta(days=30)


def made(run: Run) -> str:
    """The id of a new cohort."""
    done = run("cohort", "new", "Nursery team", "--ends", f"{ENDS:%d/%m/%Y}")
    assert done.returncode == 0, done.stderr
    return done.stdout.split()[-1]


def test_a_link_for_a_coordinator_has_128_bits_and_is_made_anew_each_time(run: Run) -> None:
    tokens = {run("cohort", "invite-coordinator").stdout.strip() for _ in range(2)}
    assert len(tokens) == 2
    assert all(re.fullmatch(r"/start [0-9a-f]{32}", each) for each in tokens)


def test_a_cohort_is_made_listed_and_changed(run: Run) -> None:
    cohort = made(run)
    row = f"{cohort}\tNursery team\t0\t{ENDS}\tnobody in charge\t-\n"
    assert run("cohort", "list").stdout == row
    done = run(
        "cohort", "change", cohort, "--ends", f"{LATER:%d %B %Y}", "--closing", "Well done all"
    )
    assert done.returncode == 0
    assert str(LATER) in run("cohort", "list").stdout


@pytest.mark.parametrize(
    ("ends", "zone"), [("{:%d %B}", "London"), ("{:%d/%m/%y}", "scotland"), ("{:%d.%m.%Y}", "gb")]
)
def test_days_and_zones_are_typed_as_people_write_them(run: Run, ends: str, zone: str) -> None:
    done = run("cohort", "new", "Night team", "--ends", ends.format(ENDS), "--zone", zone)
    assert done.returncode == 0, done.stderr
    assert f"\tNight team\t0\t{ENDS}\t" in run("cohort", "list").stdout


def test_a_reminder_is_only_explained_until_yes(run: Run) -> None:
    cohort = made(run)
    done = run("cohort", "remind", cohort, "--words", "Ten minutes are enough.")
    assert "Ten minutes are enough." in done.stdout
    assert "Nobody is here yet" in done.stdout
    assert run("cohort", "report", cohort).stdout == ""
    run("cohort", "remind", cohort, "--when", "every monday 10:00", "--yes")
    reminder = run("cohort", "report", cohort).stdout.split("\t")[0]
    assert " 10:00\n" in run("cohort", "list").stdout
    assert "The next time: Mon" in run("cohort", "report", cohort, reminder).stdout
    assert "It is cancelled" in run("cohort", "cancel", cohort, reminder).stdout
    assert "Cancelled on" in run("cohort", "report", cohort, reminder).stdout


def test_what_is_planned_is_listed_changed_paused_and_goes_on(run: Run) -> None:
    cohort = made(run)
    assert "Nothing is planned" in run("cohort", "planned", cohort).stdout
    run("cohort", "remind", cohort, "--when", "every monday 10:00", "--yes")
    reminder = run("cohort", "planned", cohort).stdout.splitlines()[0]
    change = ("cohort", "replan", cohort, reminder, "--words", "Soup", "--when", "every friday 9am")
    assert "Every Friday at 09:00" in run(*change).stdout
    assert "Soup" not in run("cohort", "planned", cohort).stdout, "only explained"
    assert "It is changed" in run(*change, "--yes").stdout
    assert "Soup" in run("cohort", "planned", cohort).stdout
    assert "It is paused" in run("cohort", "pause", cohort, reminder).stdout
    assert "Paused. Every Friday at 09:00" in run("cohort", "planned", cohort).stdout
    assert "\t-\n" in run("cohort", "list").stdout, "no next reminder"
    assert "The next time: Fri" in run("cohort", "go-on", cohort, reminder).stdout
    run("cohort", "nudges", cohort, "7")
    assert "They are paused" in run("cohort", "pause", cohort, "nudges").stdout
    assert "They are paused" not in run("cohort", "go-on", cohort, "nudges").stdout


def test_a_shorter_cohort_says_what_falls_away_and_waits_for_yes(run: Run) -> None:
    cohort = made(run)
    run("cohort", "remind", cohort, "--when", "every monday 10:00", "--yes")
    sooner = ("cohort", "change", cohort, "--ends", f"{ENDS - timedelta(days=50):%d/%m/%Y}")
    assert "Every Monday at 10:00: for the last time on Mon" in run(*sooner).stdout
    assert str(ENDS) in run("cohort", "list").stdout
    assert "It is changed" in run(*sooner, "--yes").stdout
    longer = run("cohort", "change", cohort, "--ends", f"{ENDS:%d/%m/%Y}")
    assert "These go on until the new last day" in longer.stdout


def test_what_no_option_takes_is_said_with_the_reason_and_ends_with_2(run: Run) -> None:
    cohort = made(run)
    for arguments, why in (
        (("new", "x", "--ends", "soon"), "could not read that as a day"),
        (("new", "x", "--ends", f"{ENDS}", "--dialogue", "nope"), "no such reflection"),
        (("new", "x", "--ends", f"{ENDS}", "--zone", "Mars"), "do not know that time zone"),
        (("change", cohort, "--ends", "soon"), "could not read that as a day"),
        (("remind", cohort, "--when", "whenever"), "could not read that as a time"),
        (("remind", cohort, "--to", "everyone"), "Give --to one of these"),
        (("remind", cohort, "--to", "one:abc"), "Give --to one of these"),
        (("remind", cohort, "--to", "stuck:foo"), "The steps are situation"),
        (("invite", cohort, "--uses", "7"), "1, 30 or 500"),
        (("nudges", cohort, "4"), "3, 5, 7 or 14"),
    ):
        done = run("cohort", *arguments)
        assert done.returncode == 2, arguments
        assert why in done.stderr
        assert not done.stdout
    assert run("cohort", "report", cohort).stdout == ""
    assert len(run("cohort", "list").stdout.splitlines()) == 1


def test_what_is_refused_is_said_as_in_a_chat_and_ends_with_1(run: Run) -> None:
    cohort = made(run)
    run("cohort", "remind", cohort, "--when", "every monday 10:00", "--yes")
    reminder = run("cohort", "report", cohort).stdout.split("\t")[0]
    run("cohort", "cancel", cohort, reminder)
    before = run("cohort", "audit", cohort).stdout
    for arguments, why in (
        (("remind", cohort, "--words", "Ring 07700 900123"), "Please leave it out"),
        (("remind", cohort, "--words", "a" * 601), "That is too long"),
        (("remind", cohort, "--to", "ready"), "With fewer than 5 people"),
        (("change", cohort, "--closing", "Ring 07700 900123"), "Please leave it out"),
        (("change", cohort, "--ends", "01/01/2020"), "within two years from now"),
        (("new", "x" * 61, "--ends", f"{ENDS}"), "A name has 1 to 60 letters"),
        (("new", "x", "--ends", "01/01/2020"), "within two years from now"),
        (("invite", cohort), "its address is not known"),
        (("report", cohort, "nope"), "There is no such reminder"),
        (("cancel", cohort, "nope"), "There is no such reminder"),
        (("cancel", cohort, reminder), "cancelled already"),
        (("send-again", cohort, "nope"), "There is no such reminder"),
        (("send-again", cohort, reminder), "cancelled already"),
        (("replan", cohort, "nope"), "There is no such reminder"),
        (("replan", cohort, reminder, "--words", "Soup"), "cancelled already"),
        (("pause", cohort, reminder), "cancelled already"),
        (("go-on", cohort, "nudges"), "There is no such reminder"),
    ):
        done = run("cohort", *arguments)
        assert done.returncode == 1, arguments
        assert why in done.stderr, arguments
        assert not done.stdout, arguments
    assert run("cohort", "audit", cohort).stdout == before


@pytest.mark.parametrize(
    "command",
    [
        *("progress", "invite", "remind", "report", "change", "audit", "planned"),
        *("replan x", "pause x", "go-on x"),
        *("cancel x", "send-again x", "nudges 7", "invite-coordinator --cohort"),
    ],
)
def test_a_cohort_that_is_not_there_is_named_with_those_that_are(run: Run, command: str) -> None:
    cohort = made(run)
    name, *rest = command.split()
    where = [*rest, "nope"] if name == "invite-coordinator" else ["nope", *rest]
    done = run("cohort", name, *where)
    assert done.returncode == 1
    assert "There is no cohort “nope”" in done.stderr
    assert cohort in done.stderr


def test_a_cohort_that_has_ended_is_left_as_it_is(run: Run, settings: Settings) -> None:
    cohort = made(run)

    async def end() -> None:
        store = open_beside(settings)
        found = await store.cohort(cohort)
        assert found
        over = replace(found, ends_on=found.ends_on - timedelta(days=200))
        await store.do([SaveCohort(over)], "", datetime.now(UTC))
        await store.close()

    asyncio.run(end())
    for arguments in (("invite", cohort), ("remind", cohort, "--yes")):
        done = run("cohort", *arguments)
        assert done.returncode == 1
        assert "This group has ended. Change the last day first." in done.stderr
    assert run("cohort", "report", cohort).stdout == ""


def test_the_table_of_a_small_group_has_only_how_many(run: Run) -> None:
    assert run("cohort", "progress", made(run), "--csv").stdout.split() == ["\ufeffpeople", "0"]


def test_what_is_done_on_the_server_stands_in_the_list(run: Run) -> None:
    cohort = made(run)
    run("cohort", "nudges", cohort, "7")
    said = run("cohort", "audit", cohort).stdout
    assert "on the server: made the group" in said
    assert "on the server: set reminders by themselves to 7 days" in said


def test_a_cohort_is_renamed_and_a_wrong_name_is_refused(run: Run) -> None:
    cohort = made(run)
    assert run("cohort", "rename", cohort, "Night  team").returncode == 0
    assert f"{cohort}\tNight team\t" in run("cohort", "list").stdout
    done = run("cohort", "rename", cohort, "x" * 61)
    assert (done.returncode, "1 to 60 letters" in done.stderr) == (1, True)


def test_a_cohort_is_closed_after_yes_and_opened_again(run: Run) -> None:
    cohort = made(run)
    assert "Close “Nursery team”?" in run("cohort", "end", cohort).stdout
    assert "nobody in charge" in run("cohort", "list").stdout
    assert "is closed" in run("cohort", "end", cohort, "--yes").stdout
    assert f"{cohort}\tNursery team\t0\t{ENDS}\tclosed\t-" in run("cohort", "list").stdout
    done = run("cohort", "end", cohort, "--yes")
    assert (done.returncode, "closed already" in done.stderr) == (1, True)
    for command in (
        *(("invite", cohort), ("remind", cohort), ("hand-over", cohort), ("nudges", cohort, "7")),
        *(("rename", cohort, "Night team"), ("change", cohort, "--ends", f"{LATER}")),
        ("invite-coordinator", "--cohort", cohort),
    ):
        done = run("cohort", *command)
        assert (done.returncode, "Open it again first" in done.stderr) == (1, True), command
    assert "open again" in run("cohort", "open-again", cohort).stdout


def test_a_cohort_made_by_mistake_is_deleted_after_yes(run: Run) -> None:
    cohort = made(run)
    assert "Delete “Nursery team”?" in run("cohort", "delete", cohort).stdout
    assert cohort in run("cohort", "list").stdout
    assert "is deleted" in run("cohort", "delete", cohort, "--yes").stdout
    assert run("cohort", "list").stdout == ""


def test_one_with_people_in_it_is_not_deleted_and_people_are_removed_by_number(
    run: Run, settings: Settings
) -> None:
    cohort = made(run)

    async def seat() -> None:
        store = open_beside(settings)
        named = SetDisplayName(cohort, "Ben")
        seated = AddCoordinator(cohort, "900")
        await store.do([Join(cohort), named, seated], "1", datetime.now(UTC))
        await store.close()

    asyncio.run(seat())
    done = run("cohort", "delete", cohort, "--yes")
    assert (done.returncode, "Close it instead" in done.stderr) == (1, True)
    assert "Take Ben out of the group?" in run("cohort", "remove", cohort, "--learner", "1").stdout
    assert f"{cohort}\tNursery team\t1" in run("cohort", "list").stdout
    assert "Ben is not" in run("cohort", "remove", cohort, "--learner", "1", "--yes").stdout
    done = run("cohort", "remove", cohort, "--learner", "1", "--yes")
    assert (done.returncode, "nobody of that number" in done.stderr) == (1, True)
    done = run("cohort", "remove", cohort, "--coordinator", "1", "--yes")
    assert "Nobody looks after the group then" in done.stdout
    assert "nobody in charge" in run("cohort", "list").stdout
    assert run("cohort", "remove", cohort).returncode == 2


def test_the_operator_hands_a_cohort_over_by_a_link(run: Run) -> None:
    cohort = made(run)
    done = run("cohort", "hand-over", cohort)
    assert (done.returncode, "hands the group over" in done.stdout) == (0, True)
    assert re.search(r"/start [0-9a-f]{32}", done.stdout)
    run("cohort", "end", cohort, "--yes")
    assert run("cohort", "hand-over", cohort).returncode == 1
