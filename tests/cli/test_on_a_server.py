"""The commands with DATABASE_URL: the same conversation, and one line for whatever is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import psycopg
import pytest

from bot.store.postgres import schema, server
from tests.conftest import Run
from tests.support.postgres import KEY, Server, open_store

SAID = ["/start", "Start", "I am a cook in a school.", "Next"]


def failed(done: Any, status: int, *parts: str) -> None:
    """It ended with this status and one line, which has these parts."""
    assert (done.returncode, done.stdout) == (status, ""), done
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    for part in parts:
        assert part in done.stderr


@pytest.fixture
def there(database_url: str, environment: dict[str, str]) -> dict[str, str]:
    """A database that has its tables, and its key."""
    key = Path(environment["COACH_KEY_FILE"])
    key.parent.mkdir()
    key.write_text(KEY + "\n")
    key.chmod(0o600)
    return {"DATABASE_URL": database_url}


def test_a_conversation_goes_on_where_it_was(run: Run, there: dict[str, str]) -> None:
    typed = "\n".join(["I am a cook in a school.", "I made a list for all."])
    first = run("chat", "thing_2", typed="Start\n" + typed, **there)
    assert first.returncode == 0, first.stderr
    again = run("chat", "thing_2", typed="/review\n", **there)
    assert "I made a list for all." in again.stdout
    told = run("status", "--json", **there)
    facts = json.loads(told.stdout)
    assert (facts["people"], facts["messages"]) == (1, 2), told.stderr
    assert facts["schema"] == max(schema.STEPS)
    found = run("people", **there)
    assert found.stdout.startswith("terminal\t")


def test_lines_of_json_are_kept_at_an_address(run: Run, there: dict[str, str]) -> None:
    database_url = there["DATABASE_URL"]
    lines = "\n".join(json.dumps({"say": each}) for each in [*SAID, "We made a plan."])
    first = run("play", "thing_2", "--jsonl", "--data", database_url, typed=lines)
    assert first.returncode == 0, first.stderr
    more = json.dumps({"reload": True})
    again = run("play", "thing_2", "--jsonl", "--data", database_url, typed=more)
    state = json.loads(again.stdout)["state"]
    assert (state["words"]["situation"], state["words"]["management"]) == (7, 4)


def test_an_empty_database_gets_its_tables_and_a_key(
    run: Run, postgres: Server, environment: dict[str, str]
) -> None:
    new = {"DATABASE_URL": postgres.url(postgres.new_database())}
    failed(run("status", **new), 2, "no data")
    assert run("chat", "thing_2", typed="Start\n", **new).returncode == 0
    assert Path(environment["COACH_KEY_FILE"]).stat().st_mode & 0o777 == 0o600
    assert "people" in run("status", "--json", **new).stdout


def test_a_coordinator_is_let_in_beside_a_coach(run: Run, there: dict[str, str]) -> None:
    made = run("cohort", "invite-coordinator", **there)
    assert made.returncode == 0, made.stderr
    assert run("cohort", "list", **there).returncode == 0


def test_an_address_that_is_none_is_told_before_all(run: Run) -> None:
    failed(run("status", DATABASE_URL="mysql://x/y"), 2, "DATABASE_URL", "postgresql://")
    bad = "postgresql://host/name?no_such=thing"
    failed(run("status", DATABASE_URL=bad), 1, "DATABASE_URL", "postgresql://user:password@host")


def test_no_server_is_one_line_without_the_password(run: Run) -> None:
    away = "postgresql://coach:hunter2@127.0.0.1:9/coach"
    done = run("chat", "thing_2", DATABASE_URL=away)
    failed(done, 1, "127.0.0.1/coach", "cannot be reached")
    assert "hunter2" not in done.stderr


def test_whom_the_server_does_not_know_is_told_why(run: Run, postgres: Server) -> None:
    stranger = postgres.url("postgres").replace("coach@", "stranger:hunter2@")
    failed(run("chat", "thing_2", DATABASE_URL=stranger), 1, "does not let", "stranger")
    failed(run("chat", "thing_2", DATABASE_URL=postgres.url("nothing")), 1, "does not let")


def test_an_old_server_is_told_its_version(
    run: Run, there: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "OLDEST", 99)
    failed(run("chat", "thing_2", **there), 1, "needs 99 or later")


def test_a_newer_database_is_left_alone(run: Run, there: dict[str, str]) -> None:
    with psycopg.connect(there["DATABASE_URL"]) as connection:
        connection.execute("INSERT INTO coach_steps (name) VALUES ('m999_later')")
    failed(run("chat", "thing_2", **there), 1, "newer coach")


def test_another_key_is_refused(run: Run, there: dict[str, str], tmp_path: Path) -> None:
    run("chat", "thing_2", typed="Start\n", **there)
    other = tmp_path / "other" / "key"
    other.parent.mkdir()
    other.write_text("cd" * 32 + "\n")
    other.chmod(0o600)
    failed(run("chat", "thing_2", COACH_KEY_FILE=str(other), **there), 1, str(other), "right key")


def test_a_key_that_is_gone_is_not_made_anew(
    run: Run, there: dict[str, str], tmp_path: Path
) -> None:
    run("chat", "thing_2", typed="Start\n", **there)
    gone = str(tmp_path / "elsewhere" / "key")
    failed(run("chat", "thing_2", COACH_KEY_FILE=gone, **there), 1, gone, "missing")


def test_two_in_a_terminal_do_not_take_turns_at_once(run: Run, there: dict[str, str]) -> None:
    other = open_store(there["DATABASE_URL"])
    try:
        failed(run("chat", "thing_2", **there), 1, "Another coach")
    finally:
        other.shut()


def test_what_is_for_a_folder_says_so(run: Run, there: dict[str, str]) -> None:
    for command in (("backup",), ("restore", "x"), ("key", "rotate")):
        failed(run(*command, **there), 2, "DATABASE_URL", "tools of your database server")


def test_the_key_is_shown_for_paper_while_the_server_is_away(
    run: Run, environment: dict[str, str]
) -> None:
    away = {"DATABASE_URL": "postgresql://coach@127.0.0.1:1/coach"}
    failed(run("key", "show", **away), 1, "is missing", "127.0.0.1/coach")
    key = Path(environment["COACH_KEY_FILE"])
    key.parent.mkdir()
    key.write_text(KEY + "\n")
    done = run("key", "show", **away)
    assert done.returncode == 0, done.stderr
    assert KEY in done.stdout.replace(" ", "")
