"""kill -9 at any moment: what was acknowledged is there, in order, once."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path
from typing import Any

import pytest

from tests.support.forked import Piped

pytestmark = pytest.mark.long


class Played(Piped):
    """A ``coach play --jsonl --data`` that is a process of its own."""

    def write(self, line: dict[str, Any]) -> None:
        self.stdin.write(json.dumps(line) + "\n")
        self.stdin.flush()

    def read(self) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(self.stdout.readline())
        return answer

    def send(self, line: dict[str, Any]) -> dict[str, Any]:
        self.write(line)
        return self.read()

    def end(self) -> int:
        """kill -9. Gives how many whole answers it had still printed."""
        self.kill()
        rest = self.stdout.read()
        self.join()
        self.close()
        return rest.count("\n")


@pytest.fixture
def start(tmp_path: Path, environment: dict[str, str]) -> Any:
    command = ("play", "thing_2", "--jsonl", "--data", str(tmp_path / "data"))
    return lambda: Played(command, environment, tmp_path)


INPUTS: list[dict[str, Any]] = [
    {"command": "/start"},
    {"press": "Start"},
    {"say": "I am a cook in a school."},
    {"say": "We had no plan."},
    {"press": "Next"},
    {"say": "I made a list."},
    {"press": "Replace"},
    {"say": "I made a rota."},
    {"press": "Back"},
    {"command": "/review"},
    {"press": "Change leadership"},
    {"say": "I asked the others."},
    {"command": "/statement"},
]


def test_kill_between_any_two_inputs_changes_nothing(start: Any, tmp_path: Path) -> None:
    kept = start()
    expected = [kept.send(line)["state"] for line in INPUTS]
    body = kept.send({"command": "/statement"})["replies"][1]["text"]
    kept.send({"command": "/forget"})
    kept.send({"press": "Yes, delete it all"})
    kept.end()

    states = []
    for line in INPUTS:
        process = start()
        states.append(process.send(line)["state"])
        process.end()
    assert states == expected
    process = start()
    assert process.send({"command": "/statement"})["replies"][1]["text"] == body
    process.end()


def test_kill_at_any_moment_keeps_every_acknowledged_answer_once_and_in_order(start: Any) -> None:
    chance = random.Random(20261121)
    process = start()
    process.send({"press": "Start"})
    sent: list[str] = []
    for _ in range(8):
        batch = [f"I moved bed {len(sent) + n} of the ward to the top floor." for n in range(60)]
        for text in batch:
            process.write({"say": text})
        acknowledged = len(sent)
        for _ in range(chance.randrange(1, 40)):
            process.read()
            acknowledged += 1
        time.sleep(chance.random() / 100)
        acknowledged += process.end()

        process = start()
        replies = process.send({"command": "/mydata"})["replies"]
        kept = replies[1]["text"].split("\n\n")
        assert kept == (sent + batch)[: len(kept)], "in order, each once"
        assert acknowledged <= len(kept) <= acknowledged + 1, "only the last may be unannounced"
        sent = kept
    process.end()
