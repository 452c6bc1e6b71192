"""Whole conversations against what a good coach would do at each turn.

    .venv/bin/python -m tests.bench.listening [FILE] [--show]

FILE is YAML with ``conversations:`` (``tests/coaching/conversations.yaml``, whose head says what
each field means). The coach is the real command, ``coach play thing_2 --jsonl``, with data of its
own for each conversation; what it took each message for is read from ``coach`` in its answers.

FILED    where the message went: a step, aside, ask, split.
PLACED   the same, only of messages that do not belong to the open step.
HEARD    an acceptable clause said back where one should be, nothing where nothing should.
ASKED    the part asked for is one that is missed; nothing where the answer is complete.
NOTICED  of the turns where a practice is plain: an acceptable one was named.
NAMED    of the turns where a practice was named: it was acceptable.
HARM     numbers to call where they belong, and only there.
REPEAT   no sentence with a question that stood there before.
LENGTH   at most 45 words of the coach's own, but for harm and looked-up text.
KIND     what the message was taken for.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

TESTS = Path(__file__).parents[1]
FILE = TESTS / "coaching" / "conversations.yaml"
ORDER = ("welcome", "situation", "management", "leadership", "overlap", "review")
RUN = 4
"""Words in a row that make a quote."""
LONGEST = 45
COARSE = {
    "stop": "stop_or_delete",
    "delete": "stop_or_delete",
    "correction": "stop_or_delete",
    "back": "talk",
    "chat": "talk",
    "to_coordinator": "talk",
    "not_understood": "question",
    "already_told": "complaint",
    "complaint_about_coach": "complaint",
    "feeling_about_task": "feeling",
}
"""The finer kinds, as the conversations call them."""

_DECLINE = re.compile(r"^(?:keep|not a name|no\b|not now|carry on|good$)", re.IGNORECASE)
_OFFER = re.compile(_DECLINE.pattern + r"|^(?:yes\b|drop|leave|it is )", re.IGNORECASE)
_SUPPORT = re.compile(
    r"\b999\b|\bcall 111\b|safeguarding|samaritans|breathing space|nhs 24|care inspectorate|"
    r"\b(?:adult|child) protection",
    re.IGNORECASE,
)

Row = tuple[str, dict[str, Any], dict[str, str], str]
"""The turn's name, the turn, its faults by measure ("" for none), the reply."""


def tokens(text: str) -> list[str]:
    """Return the bare words of a text."""
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*", text.casefold().replace("’", "'"))


def runs(words: list[str], size: int) -> set[tuple[str, ...]]:
    """Return every row of so many words."""
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}


def shares(clause: str, text: str) -> bool:
    """Return whether a text holds some words of a clause in a row, or all of a short one."""
    words = tokens(clause)
    size = min(RUN, len(words))
    return bool(size and runs(words, size) & runs(tokens(text), size))


def questions(text: str) -> list[str]:
    """Return the sentences of a text that ask. A “?” inside a quote ends none."""
    text = re.sub(r"“[^”]*”", lambda quote: re.sub(r"[.?!:\n]", " ", quote[0]), text)
    sentences = (each.strip() for each in re.split(r"(?<=[.!?:])\s+|\n+", text))
    return [each for each in sentences if each.rstrip("”\"') ").endswith("?")]


def own_length(text: str, said: str) -> int:
    """Return how many words of a text are not quoted from what was said."""
    words, theirs = tokens(text), runs(tokens(said), RUN)
    quoted = {
        i + j for i in range(len(words)) if tuple(words[i : i + RUN]) in theirs for j in range(RUN)
    }
    return len(words) - len(quoted)


@dataclass
class Player:
    """One process of the coach on a data folder of its own."""

    folder: str = field(default_factory=lambda: tempfile.mkdtemp(prefix="listening-"))
    asked: set[tuple[str, ...]] = field(default_factory=set)
    replies: list[dict[str, Any]] = field(default_factory=list)
    state: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Start it."""
        data = f"{self.folder}/data"
        call = [sys.executable, "-m", "bot", "play", "thing_2", "--jsonl", "--data", data]
        self.process = subprocess.Popen(
            [*call, "--now", "2026-11-23T10:00:00+00:00"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "COACH_KEY_FILE": f"{self.folder}/key/k", "COACH_DATA": data},
        )

    def send(self, **line: str) -> dict[str, Any]:
        """Send one line and return its answer."""
        assert self.process.stdin
        assert self.process.stdout
        self.asked |= {tuple(tokens(q)) for r in self.replies for q in questions(r["text"])}
        self.process.stdin.write(json.dumps(line) + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        self.replies, self.state = answer["replies"], answer["state"]
        return answer

    def press(self, pattern: str) -> bool:
        """Press the first button that fits; return whether there was one."""
        every = [b for r in self.replies for b in r["buttons"]]
        label = next((b for b in every if re.search(pattern, b, re.IGNORECASE)), None)
        return bool(label and self.send(press=label))

    def go_to(self, step: str, wanted: list[str]) -> None:
        """Go to a step as a learner would. What is offered on the way is declined, a split that
        was wanted is taken."""
        for _ in range(16):
            here = self.state["step"]
            if here == step:
                return
            if ("split" in wanted and self.press(r"^yes\b")) or self.press(
                _DECLINE.pattern + "|^(?:start|begin)"
            ):
                wanted = []
            elif here in ORDER and ORDER.index(here) > ORDER.index(step):
                self.send(press="Back")
            else:
                self.send(press="Next")
                if self.state["step"] == here:
                    self.send(press="Skip")

    def close(self) -> None:
        """End it, and delete its data."""
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait(timeout=20)
        shutil.rmtree(self.folder, ignore_errors=True)


def judge(
    turn: dict[str, Any], answer: dict[str, Any], asked: set[tuple[str, ...]], said: str
) -> dict[str, str]:
    """Return the faults of one answer by measure, "" where it is right."""
    coach = answer["coach"]
    reply = "\n\n".join(each["text"] for each in answer["replies"])
    own = re.sub(r"“(?:\S+\s+){3,}[^”]*”", " ", reply)
    filed = coach["filed"] or "aside"
    out = {"FILED": "" if filed in turn["filed"] else f"in {filed}"}
    if turn["at"] not in turn["filed"]:
        out["PLACED"] = out["FILED"]
    heard = coach["heard"] or {"quote": "", "practice": None}
    out |= _heard(turn, heard["quote"])
    part = coach["asked"] or "none"
    not_wanted = "not wanted" if turn["ask"] == ["none"] else f"asked {part}"
    out["ASKED"] = "" if part in turn["ask"] else not_wanted
    named = heard["practice"]
    if turn["should_name"]:
        out["NOTICED"] = "" if named in turn["practices"] else "not named"
    if named:
        out["NAMED"] = "" if named in turn["practices"] else f"wrong: {named}"
    shown, due = bool(_SUPPORT.search(own)), turn["harm"] != "none"
    out["HARM"] = "" if shown == due else "false alarm" if shown else "missed"
    open_ones = [r for r in answer["replies"] if not any(map(_OFFER.match, r["buttons"]))]
    again = [q for r in open_ones for q in questions(r["text"]) if tuple(tokens(q)) in asked]
    out["REPEAT"] = f"word for word: {again[0]}" if again else ""
    if not due:
        long = own_length(own, said)
        out["LENGTH"] = f"too long: {long} words" if long > LONGEST else ""
    kinds = (coach["kind"], COARSE.get(coach["kind"] or ""))
    out["KIND"] = "" if turn["kind"] in kinds else f"taken for {coach['kind']}"
    return out


def _heard(turn: dict[str, Any], quote: str) -> dict[str, str]:
    if turn["heard"]:
        hit = any(shares(clause, quote) for clause in turn["heard"])
        return {"HEARD": "" if hit else "another clause" if quote else "nothing said back"}
    back = len(tokens(quote)) >= RUN and shares(quote, turn["text"])
    return (
        {"HEARD": "said back what should not be"} if back and "split" not in turn["filed"] else {}
    )


def play(conversation: dict[str, Any]) -> list[Row]:
    """Return a row for each turn of a conversation."""
    player, rows, said, wanted = Player(), list[Row](), "", list[str]()
    player.send(command="/start")
    for number, turn in enumerate(conversation["turns"], 1):
        if turn["kind"] == "control":
            player.send(**{key: turn[key] for key in ("command", "press") if key in turn})
            continue
        player.go_to(turn["at"], wanted)
        said, wanted = f"{said}\n{turn['text']}", turn["filed"]
        answer = player.send(say=turn["text"])
        reply = "\n\n".join(each["text"] for each in answer["replies"])
        name = f"{conversation['id']}.{number}"
        rows.append((name, turn, judge(turn, answer, player.asked, said), reply))
    player.close()
    return rows


def main() -> None:
    """Print each measure, and with ``--show`` every turn that fails."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path, nargs="?", default=FILE)
    parser.add_argument("--show", action="store_true", help="each failing turn with its reply")
    options = parser.parse_args()
    conversations = yaml.safe_load(options.file.read_text("utf-8"))["conversations"]
    every = [row for each in conversations for row in play(each)]
    for measure in dict.fromkeys(name for _, _, faults, _ in every for name in faults):
        scored = [faults[measure] for _, _, faults, _ in every if measure in faults]
        right, wrong = scored.count(""), Counter(each.split(":")[0] for each in scored if each)
        why = ", ".join(f"{fault} {count}" for fault, count in wrong.most_common())
        print(f"{measure:8} {right:4} of {len(scored):<4} {right / len(scored):4.0%}   {why}")
    for name, turn, faults, reply in every if options.show else ():
        if any(faults.values()):
            found = "; ".join(f"{m} {fault}" for m, fault in faults.items() if fault)
            print(f"\n--- {name} at {turn['at']}: {found}\nlearner: {turn['text'][:200]}")
            print("coach:  ", reply.replace("\n", "\n         "))


if __name__ == "__main__":
    main()
