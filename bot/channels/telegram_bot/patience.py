"""Taking again what could not be saved, until it is: on a full disk, or while another one writes.

The rule: what Telegram has handed over stays in hand until it is committed, and nobody's failure
becomes another's.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.channels.telegram_bot.error_policy import pause_after
from bot.errors import DataGone, DataUnreadable, StoreError

PAUSES = (0.2, 1, 2, 5)
"""Seconds between two tries of the same thing; the last one again and again."""

SAME_LINE_AGAIN = 60.0
"""Seconds until the log says once more that nothing can be saved."""

_log = logging.getLogger(__name__)

_Found = TypeVar("_Found")


class Patience:
    """Tries again, and logs the trouble once where a hundred meet it."""

    def __init__(self) -> None:
        """Nothing has failed yet."""
        self._alone = asyncio.Lock()
        self._logged_at: float | None = None

    async def until_saved(self, work: Callable[[], Awaitable[_Found]]) -> _Found:
        """Return the result of ``work``, done again for as long as it raises StoreError.

        Raises DataGone and DataUnreadable: no try mends a file that is gone, or a bad page.

        The first try is made at once. Later ones are made one at a time: turns of the same moment
        share a commit, so one without room on the disk would fail the others with it each time.
        So ``work`` waits for nobody: whoever has what it waits for may be waiting here.
        """
        try:
            return await work()
        except (DataGone, DataUnreadable):
            raise
        except StoreError as error:
            self._log_trouble(error)
        tries = 0
        while True:
            tries += 1
            await asyncio.sleep(pause_after(tries, PAUSES))
            async with self._alone:
                try:
                    found = await work()
                except (DataGone, DataUnreadable):
                    raise
                except StoreError as error:
                    self._log_trouble(error)
                else:
                    self._log_end()
                    return found

    def _log_trouble(self, error: StoreError) -> None:
        now = time.monotonic()
        if self._logged_at is None or now - self._logged_at >= SAME_LINE_AGAIN:
            self._logged_at = now
            _log.error("cannot be saved, is tried again: %s", reason(error))

    def _log_end(self) -> None:
        if self._logged_at is not None:
            self._logged_at = None
            _log.info("what had failed is saved again")


async def try_to_note(work: Awaitable[None]) -> None:
    """Note what the next start would find out by itself: no reply waits for a full disk."""
    try:
        await work
    except StoreError as error:
        _log.warning("outbox: %s", reason(error))


def reason(error: StoreError) -> str:
    """Return an error as a line for the log: its name, and its facts such as the path and why."""
    return ", ".join(str(each) for each in error.args)
