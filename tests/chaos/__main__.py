"""The command: ``python -m tests.chaos [NAME …] [--seed N] [--tries N]``."""

from __future__ import annotations

import argparse
import asyncio
import sys
import time

from tests.chaos.attacks import ATTACKS
from tests.chaos.rows import Attack, Outcome, Row, table

SEED = 20261129


def row(attack: Attack, seed: int, tries: int) -> Row:
    """Carry out an attack."""
    begin = time.monotonic()
    try:
        outcome = asyncio.run(attack.run(seed, tries))
    except Exception as error:
        outcome = Outcome(tries, [f"{type(error).__name__}: {error}"])
    return Row(attack, seed, tries, outcome, time.monotonic() - begin)


def main() -> int:
    """Print the table, and what was lost beside it. Return 1 where something was."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="these attacks (all)")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--tries", type=int, help="instead of each attack's own number")
    parser.add_argument("--short", action="store_true", help="as they run with the tests")
    given = parser.parse_args()
    if unknown := set(given.names) - {each.name for each in ATTACKS}:
        parser.error(f"there is no {', '.join(unknown)}: {' '.join(each.name for each in ATTACKS)}")
    rows = list[Row]()
    for attack in ATTACKS:
        if attack.name in given.names or (not given.names and (attack.short or not given.short)):
            tries = given.tries or (attack.short if given.short else attack.tries)
            done = row(attack, given.seed, tries)
            rows.append(done)
            print(f"{attack.name}: {done.seconds:.0f} s", file=sys.stderr)
            for lost in done.outcome.losses[:20]:
                print(f"  lost: {lost}", file=sys.stderr)
    print(table(rows))
    return int(any(each.outcome.losses for each in rows))


if __name__ == "__main__":
    sys.exit(main())
