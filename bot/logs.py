"""One line a turn, and never a learner's text or the token, at any level, in any exception."""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
from contextvars import ContextVar
from types import TracebackType
from typing import cast

QUIET = ("httpx", "httpcore", "telegram", "aiohttp", "asyncio", "transitions", "filelock")
"""httpx logs the token at INFO, telegram a learner's text at DEBUG."""

BOT: ContextVar[str] = ContextVar("bot", default="")
"""Which of several bots of this process is at work, as each line says then."""

_Excepted = tuple[type[BaseException], BaseException, TracebackType | None]


class Redacting(logging.Formatter):
    """Takes secrets out of whole lines, and messages out of exceptions: they may quote anything."""

    def __init__(self, secrets: list[str]) -> None:
        """``secrets`` never appear, wherever they come from; more may be added to the list."""
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        """A line without secrets."""
        return self.redacted(super().format(record))

    def formatMessage(self, record: logging.LogRecord) -> str:
        """Begin what is said with whose it is, where there are several."""
        if bot := BOT.get():
            record.message = f"[{bot}] {record.message}"
        return super().formatMessage(record)

    def redacted(self, line: str) -> str:
        """Return a line without secrets."""
        for secret in filter(None, self._secrets):
            line = line.replace(secret, "[secret]")
        return line

    def formatException(self, ei: object) -> str:
        """Only the kind of the exception and where it was raised."""
        kind, _, traceback = cast(_Excepted, ei)
        return describe(kind, traceback)

    def formatStack(self, stack_info: str) -> str:
        """No stack: its lines are code, and code may hold constants."""
        return "" if stack_info else stack_info


class AsJson(Redacting):
    """The same as one JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """A line without secrets."""
        record.exc_text = None
        what = record.getMessage()
        if record.exc_info and record.exc_info[0]:
            what = f"{what}: {describe(record.exc_info[0], record.exc_info[2])}"
        told = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "name": record.name,
            "message": what,
            **({"bot": bot} if (bot := BOT.get()) else {}),
        }
        return self.redacted(json.dumps(told))


def describe(kind: type[BaseException], traceback: TracebackType | None) -> str:
    """An exception without its message: ``ValueError at reply_sender.py:120``."""
    place = "?"
    while traceback:
        place = f"{traceback.tb_frame.f_code.co_filename}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
    return f"{kind.__name__} at {place}"


def set_up(secrets: list[str], *, as_json: bool = False) -> None:
    """Log to standard error, for this process."""
    handler = logging.StreamHandler()
    handler.setFormatter(AsJson(secrets) if as_json else Redacting(secrets))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


class ChatHasher:
    """Chat ids as this installation's own hashes, the same for the same chat."""

    def __init__(self, key: str) -> None:
        """The salt is made from the key of the data, which lies apart from everything else."""
        self._salt = hashlib.sha256(b"log salt " + key.encode()).digest()

    def __call__(self, chat_id: str) -> str:
        """Ten digits for a chat."""
        return hmac.new(self._salt, chat_id.encode(), hashlib.sha256).hexdigest()[:10]
