"""The routes of a coordinator's pages."""

from __future__ import annotations

from aiohttp import web

from bot.channels.web.cohorts.desk import Desk
from bot.channels.web.cohorts.inviting import Inviting
from bot.channels.web.cohorts.overview import Overview
from bot.channels.web.cohorts.reminding import Reminding
from bot.channels.web.cohorts.reports import Reports
from bot.channels.web.talk import Talk


def cohort_routes(talk: Talk, base: str = "/") -> list[web.RouteDef]:
    """Return the routes of all of them below ``base``."""
    desk = Desk(talk)
    rooms = (Overview(desk), Reminding(desk), Reports(desk), Inviting(desk))
    return [route for room in rooms for route in room.routes(base)]
