"""The tick: what is due now, and nothing remembered between two of them.

Everything that will be sent stands in the store: a schedule with what it has been looked at up to,
and a delivery for each learner. So a coach that was killed, asleep or set back in time asks again
and misses nobody and sends nobody two.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any

from bot.clock import Clock
from bot.content.library import Content
from bot.domain.cohort import Cohort
from bot.domain.eligibility import plan_deliveries, to_nudge
from bot.domain.recurrence import occurrences
from bot.domain.reminders import Schedule, nudge_schedule
from bot.errors import StoreError
from bot.logs import describe
from bot.services.retention import Retention
from bot.services.turns import Service
from bot.store import Store
from bot.store.files import Files

EVERY = 1.0
"""Seconds between two ticks."""

AT_ONCE = 40
"""Reminders that may wait in the outbox: so few, so that the last check is at the last second."""

NUDGES_EVERY = timedelta(minutes=10)
"""Between two looks for whom to nudge: days are what counts there."""

KEPT_LONG_EVERY = timedelta(hours=1)
"""Between two looks for what has been kept long enough."""

LOOKED_AT_EVERY = timedelta(hours=1)
"""Between two notes that nothing of a schedule was due."""

_log = logging.getLogger(__name__)


async def _always() -> bool:
    return True


class Scheduler:
    """One look at what is due. ``leads`` says whether it is for this process to look."""

    def __init__(
        self, service: Service, store: Store, clock: Clock, keeping: Retention | None = None
    ) -> None:
        """Take turns through ``service``, which has the locks. ``keeping`` None keeps all."""
        self._service, self._store, self._clock = service, store, clock
        self._keeping = keeping
        self.leads: Callable[[], Awaitable[bool]] = _always
        self._nudged_at: datetime | None = None
        self._cleared_at: datetime | None = None

    @classmethod
    def of(
        cls, content: Content, service: Service, store: Store, clock: Clock, files: Files
    ) -> Scheduler:
        """Return what looks for what is due, and for what its operator keeps no longer."""
        months = content.operator.keep_months
        keeping = Retention(months, store, service.conversations, files) if months else None
        return cls(service, store, clock, keeping)

    async def scheduler(self) -> int:
        """Fire what is due, send what may go, and return how many went. Raise StoreError."""
        now = self._clock()
        schedules = await self._store.schedules()
        for schedule in schedules:
            await self._alone(self._fire(schedule, now))
        if self._nudged_at is None or abs(now - self._nudged_at) >= NUDGES_EVERY:
            self._nudged_at = now
            paused = {s.cohort for s in schedules if s.kind == "nudge" and s.paused_at}
            for cohort in await self._store.cohorts():
                if cohort.id not in paused:
                    await self._alone(self._nudge(cohort, now))
            await self._store.ask_outcomes(now)
        if self._keeping and (
            self._cleared_at is None or abs(now - self._cleared_at) >= KEPT_LONG_EVERY
        ):
            self._cleared_at = now
            await self._alone(self._keeping.look(now))
        return await self._send(now)

    async def run(self) -> None:
        """Look for what is due, for ever. A fault of ours in one look stops no other."""
        while True:
            try:
                if await self.leads():
                    await self.scheduler()
            except StoreError as error:
                _log.warning("tick: %s", ", ".join(str(each) for each in error.args))
            except Exception as error:  # one bad row must not silence every reminder
                _log.error("tick failed: %s", describe(type(error), error.__traceback__))
            await asyncio.sleep(EVERY)

    async def _alone(self, work: Coroutine[Any, Any, None]) -> None:
        """Do it; a fault in the data of one cohort must not silence the others."""
        try:
            await work
        except StoreError:
            raise
        except Exception as error:  # whatever a bad row leads to
            _log.error("tick: %s", describe(type(error), error.__traceback__))

    async def _send(self, now: datetime) -> int:
        went = 0
        for due in await self._store.due(now, AT_ONCE):
            try:
                went += await self._service.remind(due) is not None
            except StoreError:
                raise
            except Exception as error:  # one bad row must not silence every other reminder
                _log.error("reminder failed: %s", describe(type(error), error.__traceback__))
                await self._store.fail(due.number, type(error).__name__)
        return went

    async def _fire(self, schedule: Schedule, now: datetime) -> None:
        """Plan the deliveries of every time that has come since the last look."""
        if schedule.timing is None or not schedule.goes or schedule.fired_until >= now:
            return
        found = list(occurrences(schedule.timing, schedule.fired_until, now))
        cohort = await self._store.cohort(schedule.cohort) if found else None
        if cohort:
            members = await self._store.members(cohort.id)
            for firing in found:
                deliveries = plan_deliveries(cohort, schedule, members, firing, now)
                await self._store.fire(schedule.id, deliveries, firing[1])
                _log.info("a reminder is due: %d people", len(deliveries))
        if not found and now - schedule.fired_until > LOOKED_AT_EVERY:
            await self._store.fire(schedule.id, [], now)

    async def _nudge(self, cohort: Cohort, now: datetime) -> None:
        if not cohort.nudge_days:
            return
        members = to_nudge(cohort, await self._store.members(cohort.id), now)
        if members:
            schedule = nudge_schedule(cohort, "", now)
            firing = (cohort.today(now), now)
            deliveries = plan_deliveries(cohort, schedule, members, firing, now)
            await self._store.fire(schedule.id, deliveries, now)
