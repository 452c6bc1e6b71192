"""Serving the page by itself, with no bot beside it, until asked to stop."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, nullcontext

from bot.channels.web.doors import TELEGRAM
from bot.channels.web.place import Place
from bot.channels.web.server import WebPage, until_stopped
from bot.channels.web.trial import TrialMail, keep_addresses
from bot.clock import MovableClock
from bot.services.coach import Coach
from bot.services.scheduler import Scheduler
from bot.services.turns import Service
from bot.store.places import shared_by_others
from bot.store.several import StoreOfSeveral


async def serve(
    page: WebPage,
    coach: Coach,
    place: Place,
    say: Callable[[str], None],
    trial: tuple[MovableClock, TrialMail] | None = None,
    beside: AbstractAsyncContextManager[None] | None = None,
) -> None:
    """Serve the page until asked to stop. ``say`` is told its address. Raises ChannelError.

    ``trial`` is the clock of a trial, and its mail. ``beside`` goes on as long as it is served.
    On a server others may serve the same page, or talk as its bot.
    """
    store = coach.store
    shared = shared_by_others(store)
    try:
        scheduler = Scheduler.of(coach.content, coach.service, store, coach.now, coach.files)
        if trial:
            clock, mail = trial
            app = await page.trial(coach, place, clock, scheduler, mail)
        else:
            app = page.application(coach, place)
        async with page.listening(app, place) as address:
            leading = Leading(shared, coach.service) if shared else None
            if shared and leading:
                shared.hear(page.watching.tell)
                scheduler.leads = leading
            if trial:
                await keep_addresses(store, address)
            elif leading is None or await leading():  # no bot runs beside it
                await store.set_meta(TELEGRAM, "")
                await store.set_meta("page_address", address)
                await store.set_meta("invitation_address", f"{address}join/{{token}}")
            say(address)
            going_on = beside or nullcontext()
            await until_stopped(scheduler, store.watch, going_on, coach.content)
    finally:
        await store.close()


class Leading:
    """Whether this page sends what is due: of several on one server, one does where no bot runs."""

    def __init__(self, store: StoreOfSeveral, service: Service) -> None:
        """It does not yet."""
        self._store, self._service, self._has_led = store, service, False

    async def __call__(self) -> bool:
        """Return whether it is so now. What waits is taken up first. Raise StoreError."""
        leads = await self._store.leads_pages()
        if leads and not self._has_led:
            self._service.hand_out(await self._store.waiting_reminders())
        self._has_led = leads
        return leads
