"""A store that keeps everything in memory: for tests of flows and services, and to prove the port.

``tests/store/test_contract.py`` holds it to what the real one does.
"""

from tests.support.memory_store.cohorts import Cohorts
from tests.support.memory_store.commands import CARRY_OUT
from tests.support.memory_store.conversations import Conversations
from tests.support.memory_store.doors import Doors
from tests.support.memory_store.mail import Mail
from tests.support.memory_store.outbox import Outbox
from tests.support.memory_store.own_keeping import OwnKeeping
from tests.support.memory_store.reminders import Reminders
from tests.support.memory_store.retention import Retention
from tests.support.memory_store.sharings import Sharings

__all__ = ["CARRY_OUT", "MemoryStore"]


class MemoryStore(
    Conversations, Doors, Sharings, Mail, Outbox, Cohorts, Reminders, Retention, OwnKeeping
):
    """The whole port. A transaction that raises leaves everything as it was."""

    async def close(self) -> None:
        """Keep everything, as a file would."""
