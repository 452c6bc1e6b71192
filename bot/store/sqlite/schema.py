"""Whether the tables are those of this build, and bringing them up to it.

The steps and their library are loaded only where they may have something to do: no start waits for
them. So the database carries a stamp of the files that hold the steps, and of the steps it has had.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zlib import crc32

from bot.errors import DataNewer

_HERE = Path(__file__).parent

_STEPS = (*sorted(_HERE.glob("*_tables.py")), _HERE / "migrations.py")

_HAD = "SELECT name FROM _sqlite_migrations ORDER BY id"


def is_current(connection: Any) -> bool:
    """Return whether nothing has changed since the tables were last brought up."""
    (stamp,) = connection.execute("PRAGMA user_version").fetchone()
    return bool(stamp and stamp == _stamp(connection))


def is_pending(connection: Any) -> bool:
    """Return whether a step of this build is still to be done."""
    migrations, database = _steps(connection)
    return bool(migrations.pending(database))


def bring_up(connection: Any, path: Path) -> None:
    """Do the steps that are still to be done. Raises DataNewer, whose ``path`` is for people."""
    migrations, database = _steps(connection)
    known = {migration.name for migration in migrations._migrations}  # noqa: SLF001 - no public list
    if any(applied.name not in known for applied in migrations.applied(database)):
        connection.close()
        raise DataNewer("newer", path=str(path))
    migrations.apply(database)


def note_current(connection: Any) -> None:
    """Stamp a database whose tables are up to this build."""
    connection.execute(f"PRAGMA user_version = {_stamp(connection)}")


def _steps(connection: Any) -> tuple[Any, Any]:
    from sqlite_utils import Database  # noqa: PLC0415

    from bot.store.sqlite.sharing_tables import migrations  # noqa: PLC0415

    return migrations, Database(connection)


def _stamp(connection: Any) -> int:
    """A positive number of 31 bits, which is what SQLite keeps."""
    found = 0
    for each in _STEPS:
        found = crc32(each.read_bytes(), found)
    for (name,) in connection.execute(_HAD):
        found = crc32(name.encode(), found)
    return found & 0x7FFFFFFF or 1
