"""Serving the page by itself, with no bot beside it, until asked to stop."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, nullcontext

from bot.channels.web.doors import TELEGRAM
from bot.channels.web.place import Place
from bot.channels.web.server import WebPage, until_stopped
from bot.channels.web.trial import TrialMail, invitation_address
from bot.clock import MovableClock
from bot.services.coach import Coach
from bot.services.scheduler import Scheduler


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
    """
    store = coach.store
    try:
        scheduler = Scheduler.of(coach.content, coach.service, store, coach.now, coach.files)
        if trial:
            clock, mail = trial
            app = await page.trial(coach, place, clock, scheduler, mail)
        else:
            app = page.application(coach, place)
        async with page.listening(app, place) as address:
            if trial:
                await store.set_meta("invitation_address", invitation_address(address))
            else:  # no bot runs beside it
                await store.set_meta(TELEGRAM, "")
                await store.set_meta("page_address", address)
                await store.set_meta("invitation_address", f"{address}join/{{token}}")
            say(address)
            await until_stopped(scheduler, store.watch, beside or nullcontext())
    finally:
        await store.close()
