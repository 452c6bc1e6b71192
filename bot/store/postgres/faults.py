"""The meaning of a server's fault to a person who wants their words.

No message of the server is handed on in whole: it may quote what was to be saved.
"""

from __future__ import annotations

import psycopg
from psycopg import errors

from bot.errors import CannotSave, CannotSaveThis, StoreError

_OF_ONE_WRITE = (
    psycopg.IntegrityError,
    psycopg.DataError,
    psycopg.ProgrammingError,
    psycopg.NotSupportedError,
)
"""Errors that no other write has: the server is well."""

AGAIN = (errors.DeadlockDetected, errors.SerializationFailure, errors.LockNotAvailable)
"""Errors after which the same transaction may well succeed."""

ELSEWHERE = (errors.ReadOnlySqlTransaction, errors.CannotConnectNow)
"""Errors after which another connection may well reach a server that can be written to."""


def meaning(error: Exception, server: str) -> StoreError:
    """Return the error that says what has happened, and what can be done."""
    if isinstance(error, _OF_ONE_WRITE):
        return CannotSaveThis("cannot_save_there", server=server, why=why(error))
    return CannotSave("cannot_save_there", server=server, why=why(error))


def why(error: Exception) -> str:
    """Return what is wrong in a few words, none of which were to be saved."""
    if isinstance(error, errors.AdminShutdown | errors.CrashShutdown):
        return "the server has ended"
    if isinstance(error, errors.ReadOnlySqlTransaction):
        return "the server can only be read: it may be a replica"
    if isinstance(error, errors.DiskFull):
        return "its disk is full"
    if isinstance(error, psycopg.Error) and error.sqlstate:
        return f"{type(error).__name__} {error.sqlstate}"
    return str(error).strip().partition("\n")[0].rpartition("FATAL:  ")[2] or type(error).__name__
