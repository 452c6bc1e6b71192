"""All figures of the coaching, one after the other.

.venv/bin/python -m tests.bench.coaching
"""

from __future__ import annotations

import sys

from tests.bench import harm, identifiers, names, naming, noticing


def main() -> None:
    """Print what each of them prints when it is run by itself."""
    sys.argv = sys.argv[:1]
    for each in (noticing, naming, identifiers, names, harm):
        print(f"\n{(each.__doc__ or '').splitlines()[0]}")
        each.main()


if __name__ == "__main__":
    main()
