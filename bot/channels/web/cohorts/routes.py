"""The routes of a coordinator's pages."""

from __future__ import annotations

from aiohttp import web

from bot.channels.web.cohorts.guard import CohortGuard
from bot.channels.web.cohorts.inviting import Inviting
from bot.channels.web.cohorts.overview import Overview
from bot.channels.web.cohorts.reminding import Reminding
from bot.channels.web.cohorts.reports import Reports
from bot.channels.web.talk import Talk


def cohort_routes(talk: Talk, base: str = "/") -> list[web.RouteDef]:
    """Return the routes of all of them below ``base``."""
    guard = CohortGuard(talk)
    rooms = (Overview(guard), Reminding(guard), Reports(guard), Inviting(guard))
    return [route for room in rooms for route in room.routes(base)]
