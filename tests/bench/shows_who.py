"""How many phrases that show who somebody is are found, and how many others are shown.

    .venv/bin/python -m tests.bench.shows_who [--show]

The samples are the conversations of ``tests/coaching``: each lists under its end, as
``public_check``, the phrases of its statement that a careful reader would point at. What is in an
answer there is read message by message, and at most ``MOST`` clauses of a conversation are shown.
A name is asked about elsewhere; it counts as found where that is so.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import yaml

from bot.analysis.knowledge import Knowledge
from bot.analysis.names import find_names
from bot.content.library import shipped_folder
from bot.content.loading import load_content
from bot.flows.coaching.showing_who import MOST

FOLDER = Path(__file__).parents[1] / "coaching"

ASIDE = {"aside", "ask"}


def answers(conversation: dict[str, Any]) -> list[str]:
    """Return the messages of a conversation that are in an answer."""
    turns = (each for each in conversation["turns"] if each["kind"] != "control")
    return [each["text"] for each in turns if set(each["filed"]) - ASIDE]


def shown(knowledge: Knowledge, messages: list[str]) -> list[str]:
    """Return the clauses that a review of these messages shows, the surest first."""
    found = [(each.sure, text[each.start : each.end]) for text in messages
             for each in knowledge.shows_who.find(text)]  # fmt: skip
    return [clause for _, clause in sorted(found, key=lambda each: -each[0])][:MOST]


def main() -> None:
    """Print the figures, and with ``--show`` each phrase."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--show", action="store_true", help="each phrase missed or shown beside")
    options = parser.parse_args()
    knowledge = Knowledge.of(load_content(shipped_folder()))
    for file in sorted(FOLDER.glob("*.yaml")):
        found, named, missed, beside = list[str](), list[str](), list[str](), list[str]()
        talks = yaml.safe_load(file.read_text("utf-8"))["conversations"]
        for talk in talks:
            messages, wanted = answers(talk), talk["at_end"]["public_check"]
            clauses = shown(knowledge, messages)
            names = [text[each.start : each.end] for text in messages
                     for each in find_names(text, knowledge.name_words)]  # fmt: skip
            hit = [w for w in wanted if any(w in c or c in w for c in clauses)]
            by_name = [w for w in wanted if w not in hit and any(n in w for n in names)]
            found += hit
            named += by_name
            missed += [w for w in wanted if w not in hit + by_name]
            others = [c for c in clauses if not any(w in c or c in w for w in hit)]
            beside += [f"{talk['id']}: {c}" for c in others]
        total = len(found) + len(named) + len(missed)
        print(
            f"{file.stem}: {len(found)} of {total} found, {len(named)} more asked about as a name; "
            f"{len(beside)} others shown in {len(talks)} conversations"
        )
        for label, each in (("missed", missed), ("others", beside)) if options.show else ():
            print(f"  {label}:", *each, sep="\n    ")


if __name__ == "__main__":
    main()
