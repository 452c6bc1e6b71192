"""The statements of the store, as PostgreSQL reads them."""

from __future__ import annotations

import re
from functools import cache

_NAMED = re.compile(r"(?<![:\w]):([a-z_]+)")

_OTHERWISE = {
    "strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now')": (
        """to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"+00:00"')"""
    ),
    "json_each(p.practices) AS each": (
        "json_array_elements_text(p.practices::json) AS each(value)"
    ),
}
"""Expressions that PostgreSQL writes in another way."""

_PARTS = re.compile("(" + "|".join(map(re.escape, _OTHERWISE)) + ")")


@cache
def translated(statement: str) -> str:
    """Return a statement of SQLite for psycopg: its places, and what is said in another way."""
    parts = _PARTS.split(statement)
    return "".join(_OTHERWISE.get(each) or _places(each) for each in parts)


def _places(statement: str) -> str:
    return _NAMED.sub(r"%(\1)s", statement.replace("%", "%%")).replace("?", "%s")
