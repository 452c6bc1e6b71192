"""The ``coach`` command, started as a person starts it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

pytestmark = pytest.mark.long

WORDS = "word " * 50

WHOLE = "\n".join(
    [
        *("Start", f"I am a cook. {WORDS}", "Next", f"I made a plan. {WORDS}", "next"),
        *(f"I asked the team. {WORDS}", "1", f"We met each week. {WORDS}", "Next", "1"),
        *("All of it is mine", "I have sent it", "Yes, it is sent", ""),
    ]
)


def test_a_script_can_drive_the_whole_reflection(
    run: Run, run_process: Run, tmp_path: Path
) -> None:
    done = run_process("chat", typed=f"{WHOLE}/statement\n/save {tmp_path}\n")
    assert done.returncode == 0, done.stderr
    assert "216 of your own words" in done.stdout
    assert "Your statement is ready." in done.stdout
    assert "Well done." in done.stdout
    match = re.search(r"Saved in the file (.*)", done.stdout)
    assert match
    written = Path(match[1]).read_text()
    assert written.startswith("My role and the situation\n\nI am a cook.")
    assert run("statement").stdout == written


def test_lines_that_end_as_on_windows_and_empty_lines_are_fine(run: Run) -> None:
    done = run("chat", typed="Start\r\nI am a cook.\r\n\r\nIn a school.\r\n")
    assert "✓ Saved · 7 words" in done.stdout


def test_end_of_input_says_how_to_come_back_and_coming_back_goes_on(run: Run) -> None:
    first = run("chat", typed="Start\nI am a cook.\nNext\n")
    assert "Your words are saved. To go on later, run:" in first.stdout
    again = run("chat")
    assert (
        "Welcome back. You are at question 2 of 4: management. 4 words are saved." in again.stdout
    )
    assert "Where do you see management skills being used" in again.stdout


def test_a_broken_byte_is_refused_and_the_rest_goes_on(run: Run) -> None:
    done = run("chat", typed=b"Start\nhalf \xff of it\nI am a cook.\n")
    assert "broken character" in done.stdout
    assert "✓ Saved · 4 words" in done.stdout


def test_nothing_typed_can_move_the_cursor(run: Run) -> None:
    done = run("chat", typed="Start\n\x1b[2Jgone\x07 \u202eback\nNext\nBack\n")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202e]", done.stdout)


@pytest.mark.parametrize("command", ["", "chat", "play", "statement", "check"])
def test_help_fits_80_columns_and_says_what_it_does(run: Run, command: str) -> None:
    done = run(*command.split(), "--help", COLUMNS="200")
    assert done.returncode == 0
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert "Usage: " in done.stdout
    assert not re.search(r"[a-z]\.\.\.$", done.stdout, re.MULTILINE), "a help text is cut"


def test_output_to_no_terminal_has_no_colour_and_fits_80_columns(run: Run) -> None:
    out = run("chat", typed="Start\n/help\n/privacy\n", COLUMNS="200").stdout
    assert "\x1b" not in out
    *lines, _how_to_come_back = out.splitlines()
    assert max(map(len, lines)) <= 80


def test_version(run_process: Run) -> None:
    assert re.fullmatch(r"coach \d+\.\d+\.\d+\n", run_process("--version").stdout)


def test_each_format_of_the_statement(run: Run) -> None:
    run("chat", typed="Start\nI am a *cook*.\n")
    assert run("statement", "--format", "md").stdout.endswith("I am a \\*cook\\*.\n")
    value = json.loads(run("statement", "--format", "json").stdout)
    assert value["sections"][0]["text"] == "I am a *cook*."
    done = run("statement")
    assert "4 of 200, 196 to go" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("chat", "thing_3"), 2, "There is no dialogue “thing_3”. Did you mean thing_2?"),
        (("play", "thing2", "--jsonl"), 2, "Did you mean thing_2?"),
        (("play", "thing_2", "--now", "noon"), 2, "“noon” is not a time"),
        (("play", "thing_2", "--now", "0001-01-01"), 2, "is not a time"),
        (("statement", "--chat", b"\xff"), 2, "The setting --chat is wrong"),
        (("statement",), 1, "Nothing is saved for the chat “terminal”"),
        (("statement", "--format", "word"), 2, "There is no format “word”. Did you mean docx?"),
        (("chart",), 2, "No such command 'chart'"),
    ],
)
def test_a_wrong_call_says_what_to_do_in_one_line(
    run: Run, arguments: tuple[str, ...], status: int, said: str
) -> None:
    done = run(*arguments)
    assert done.returncode == status
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_asking_for_a_statement_makes_no_data(run: Run, tmp_path: Path) -> None:
    run("statement")
    assert not (tmp_path / "data").exists()


def spoil_key(data: Path, config: Path) -> None:
    (config / "key").write_text("0" * 64)


def lose_key(data: Path, config: Path) -> None:
    (config / "key").unlink()


def damage(data: Path, config: Path) -> None:
    (data / "coach.db").write_bytes(b"not a database at all" * 300)


def empty(data: Path, config: Path) -> None:
    (data / "coach.db").write_bytes(b"")


@pytest.mark.parametrize("spoil", [spoil_key, lose_key, damage, empty])
def test_data_that_cannot_be_opened_is_one_line_and_untouched(
    run: Run, tmp_path: Path, spoil: object
) -> None:
    run("chat", typed="Start\nI am a cook.\n")
    spoil(tmp_path / "data", tmp_path / "config")  # type: ignore[operator]
    before = (tmp_path / "data" / "coach.db").read_bytes()
    for arguments in (("chat",), ("statement",)):
        done = run(*arguments, typed="Start\n")
        assert done.returncode == 1
        assert done.stdout == ""
        assert len(done.stderr.splitlines()) == 1
        assert "Nothing was changed." in done.stderr
    assert (tmp_path / "data" / "coach.db").read_bytes() == before


def test_a_file_that_cannot_be_written_stops_nobody(run: Run, tmp_path: Path) -> None:
    run("chat", typed="Start\nI am a cook.\n")
    done = run("chat", typed="/statement\n/save no/such/folder\n/review\n")
    assert done.returncode == 0
    assert "No file could be written" in done.stdout
    assert "Your answers so far" in done.stdout


def test_five_thousand_digits_are_no_choice_and_are_kept(run: Run) -> None:
    typed = "Start\n" + "7" * 5000 + "\nPut it in my answer\n"
    assert "✓ Saved · 1 word" in run("chat", typed=typed).stdout


def test_a_screen_that_has_no_tick_gets_a_question_mark(run_process: Run) -> None:
    typed = "Start\nI am a cook.\n"
    done = run_process("chat", typed=typed, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "? Saved" in done.stdout


def test_an_env_file_that_is_no_text_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"OPERATOR_NAME=\xff\xfe")
    done = run("chat")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_the_key_has_a_folder_of_its_own_where_data_and_config_are_one(
    run: Run, tmp_path: Path
) -> None:
    one = str(tmp_path / "one")
    done = run("chat", COACH_DATA="", COACH_KEY_FILE="", XDG_DATA_HOME=one, XDG_CONFIG_HOME=one)
    assert done.returncode == 0
    assert (tmp_path / "one" / "reflection-coach" / "key" / "database.key").exists()
    assert (tmp_path / "one" / "reflection-coach" / "data" / "coach.db").exists()


def test_after_forgetting_nothing_is_said_to_be_saved(run: Run) -> None:
    done = run("chat", typed="Start\nI am a cook.\n/forget\nYes, delete it all\n")
    assert "Nothing is saved now." in done.stdout
    assert "Your words are saved." not in done.stdout


def test_a_folder_that_cannot_be_used_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run("chat", COACH_DATA=str(tmp_path / "file" / "data"))
    assert done.returncode == 1
    assert "cannot be used" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_key_inside_the_data_folder_is_refused(run: Run, tmp_path: Path) -> None:
    done = run("chat", COACH_KEY_FILE=str(tmp_path / "data" / "key"))
    assert done.returncode == 1
    assert "Set COACH_KEY_FILE to a place outside it." in done.stderr


def test_a_look_at_a_statement_leaves_no_file(run: Run, tmp_path: Path) -> None:
    done = run("chat", typed="Start\nI am a cook.\n/statement\n/mydata\n/save\n/save\n")
    assert "There is a file for you: my-data.json. To keep it here, type /save." in done.stdout
    kept = sorted(path.name for path in tmp_path.rglob("*.json"))
    assert kept == ["my-data-1.json", "my-data.json"]
    assert not (tmp_path / "data" / "files").exists()


JSONL = [
    {"command": "/start"},
    {"press": "Start"},
    {"say": "I am a cok."},
    {"say": "In a school."},
    {"edit": 1, "say": "I am a cook."},
    {"edit": 9, "say": "nothing"},
    {"press": "No such label"},
    {"wait": "PT26H"},
    {"reload": True},
    {"command": "/resources"},
    {"command": "/statement"},
]


def played(run: Run, lines: list[Any], *options: str) -> list[dict[str, Any]]:
    typed = "\n".join(json.dumps(line) for line in lines)
    done = run("play", "thing_2", "--jsonl", *options, typed=typed)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_play_answers_each_line_with_one_line_in_the_public_form(run: Run) -> None:
    answers = played(run, list(JSONL), "--now", "2026-11-21T09:00:00+00:00", "--chat", "ann")
    assert len(answers) == len(JSONL)
    for answer in answers:
        assert list(answer) == ["replies", "state", "coach"]
    assert answers[4]["state"] == {
        "dialogue": "thing_2",
        "step": "situation",
        "status": "in_progress",
        "words": {"situation": 7, "management": 0, "leadership": 0, "overlap": 0},
        "own_words": 7,
    }
    assert answers[7]["replies"] == answers[8]["replies"] == []
    assert "https://23leadership.sssc.uk.com/?page_id=617" in str(answers[9])
    statement = answers[10]["replies"][1]
    assert list(statement) == ["text", "buttons", "links", "file"]
    assert statement["file"]["name"] == "thing_2-statement.txt"
    assert statement["file"]["mime"] == "text/plain"
    assert "I am a cook.\n\nIn a school." in statement["text"]


def test_the_statement_of_each_dialogue_can_be_printed(run: Run) -> None:
    for dialogue, said in (("thing_2", "I am a cook."), ("good_leaders", "We hear each other.")):
        run("chat", dialogue, typed=f"Start\n{said}\n")
    assert "I am a cook." in run("statement", "--dialogue", "thing_2").stdout
    assert "We hear each other." in run("statement").stdout
    done = run("statement", "--dialogue", "leading_and_managing")
    assert done.returncode == 1
    assert "Nothing is saved" in done.stderr


def test_play_without_data_leaves_nothing_behind(run: Run, tmp_path: Path) -> None:
    played(run, list(JSONL))
    assert not (tmp_path / "data").exists()
    assert not (tmp_path / "config").exists()


def path_of_statement(answers: list[dict[str, Any]]) -> Path:
    [found] = {reply["file"]["path"] for reply in answers[-1]["replies"] if "file" in reply}
    return Path(found)


def test_files_of_play_stay_until_it_ends(environment: dict[str, str]) -> None:
    told = [sys.executable, "-m", "bot", "play", "thing_2", "--jsonl"]
    lines = [*JSONL[:3], {"command": "/statement"}]
    with subprocess.Popen(
        told, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as play:
        assert play.stdin
        assert play.stdout
        play.stdin.write("".join(f"{json.dumps(line)}\n" for line in lines))
        play.stdin.flush()
        answers = [json.loads(play.stdout.readline()) for _ in lines]
        path = path_of_statement(answers)
        assert path.read_text().endswith("I am a cok.\n")
        play.stdin.close()
        assert play.wait(60) == 0
    assert not path.exists()
    assert not path.parents[2].exists()


def test_with_a_folder_they_stay_there_until_the_next_start(run: Run, tmp_path: Path) -> None:
    mine = ("--data", str(tmp_path / "mine"))
    path = path_of_statement(played(run, [*JSONL[:3], {"command": "/statement"}], *mine))
    assert path.is_relative_to(tmp_path / "mine")
    assert path.read_text().endswith("I am a cok.\n")
    played(run, [{"command": "/help"}], *mine)
    assert not path.exists()


def test_play_with_data_goes_on_where_it_was(run: Run, tmp_path: Path) -> None:
    played(run, JSONL[:3], "--data", str(tmp_path / "mine"))
    answers = played(run, [{"say": "I made tea."}], "--data", str(tmp_path / "mine"))
    assert answers[0]["state"]["own_words"] == 4 + 3


@pytest.mark.parametrize(
    "line",
    [
        *("nonsense", "[]", '{"shout": "x"}', '{"say": 5}', '{"wait": "soon"}'),
        *('{"say": "a", "x": 1}', '{"command": "review"}', '{"edit": true, "say": "x"}'),
        *("9" * 5000, "[" * 100_000, '{"wait": "P999999999D"}', '{"wait": "-PT1H"}'),
    ],
    ids=lambda line: line[:20],
)
def test_a_line_that_play_cannot_read_is_answered_and_the_rest_goes_on(run: Run, line: str) -> None:
    done = run("play", "thing_2", "--jsonl", typed=f'{line}\n{{"press": "Start"}}\n')
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["error"].startswith("Line 1 ")
    assert second["state"]["step"] == "situation"
    assert done.returncode == 1


def test_play_by_hand_keeps_nothing_and_says_so(run: Run, tmp_path: Path) -> None:
    done = run("play", "thing_2", typed="Start\nI am a cook.\n")
    assert "✓ Saved · 4 words" in done.stdout
    assert "This was only to try." in done.stdout
    assert not (tmp_path / "data").exists()


def test_a_reader_that_goes_away_is_no_crash(environment: dict[str, str], tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "bot", "play", "thing_2"]
    typed = b"Start\n" + b"/help\n" * 2000
    done = subprocess.run(
        command,
        input=typed,
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
        cwd=tmp_path,
        env=environment,
        timeout=60,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


def test_output_that_cannot_be_written_is_one_line(
    environment: dict[str, str], tmp_path: Path
) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "bot", "play", "thing_2"],
            input=b"Start\n",
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            cwd=tmp_path,
            env=environment,
            timeout=60,
        )
    assert done.returncode == 1
    assert len(done.stderr.decode().splitlines()) == 1


def test_no_standard_input_is_an_input_that_has_ended(
    environment: dict[str, str], tmp_path: Path
) -> None:
    for arguments in ("chat", "play thing_2 --jsonl"):
        done = subprocess.run(
            ["/bin/sh", "-c", f"exec {sys.executable} -m bot {arguments} <&-"],
            capture_output=True,
            check=False,
            cwd=tmp_path,
            env=environment,
            timeout=60,
        )
        assert (done.returncode, done.stderr) == (0, b"")
