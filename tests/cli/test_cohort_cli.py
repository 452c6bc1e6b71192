"""``coach cohort``: what a coordinator does, on the server."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from tests.conftest import Run

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
    assert run("cohort", "list").stdout == f"{cohort}\tNursery team\t0\t{ENDS}\n"
    done = run(
        "cohort", "change", cohort, "--ends", f"{LATER:%d %B %Y}", "--closing", "Well done all"
    )
    assert done.returncode == 0
    assert str(LATER) in run("cohort", "list").stdout


def test_a_reminder_is_only_explained_until_yes(run: Run) -> None:
    cohort = made(run)
    done = run("cohort", "remind", cohort, "--words", "Ten minutes are enough.")
    assert "Ten minutes are enough." in done.stdout
    assert "Those who need it get it." in done.stdout
    assert run("cohort", "report", cohort).stdout == ""
    run("cohort", "remind", cohort, "--when", "every monday 10:00", "--yes")
    reminder = run("cohort", "report", cohort).stdout.split("\t")[0]
    assert "The next time: Mon" in run("cohort", "report", cohort, reminder).stdout
    assert "It is cancelled" in run("cohort", "cancel", cohort, reminder).stdout
    assert "Cancelled on" in run("cohort", "report", cohort, reminder).stdout


def test_what_cannot_be_taken_is_said_with_the_reason_and_changes_nothing(run: Run) -> None:
    cohort = made(run)
    for arguments, why in (
        (("new", "x", "--ends", "soon"), "could not read that as a day"),
        (("remind", cohort, "--words", "Ring 07700 900123"), "Please leave it out"),
        (("remind", cohort, "--when", "whenever"), "could not read that as a time"),
        (("remind", cohort, "--to", "everybody"), "--to takes"),
        (("progress", "nope"), cohort),
        (("invite", cohort, "--uses", "7"), "--uses takes"),
        (("invite", cohort), ""),
        (("nudges", cohort, "4"), "It takes"),
    ):
        done = run("cohort", *arguments)
        assert done.returncode == 2, arguments
        assert why in done.stderr
    assert run("cohort", "report", cohort).stdout == ""
    assert len(run("cohort", "list").stdout.splitlines()) == 1


def test_the_table_of_a_small_group_has_only_how_many(run: Run) -> None:
    assert run("cohort", "progress", made(run), "--csv").stdout.split() == ["people", "0"]


def test_what_is_done_on_the_server_stands_in_the_list(run: Run) -> None:
    cohort = made(run)
    run("cohort", "nudges", cohort, "7")
    said = run("cohort", "audit", cohort).stdout
    assert "on the server: made the group" in said
    assert "on the server: set reminders by themselves to 7 days" in said
