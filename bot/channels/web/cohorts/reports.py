"""Reminders, planned and gone out: their reports, ending one, letting one rest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from aiohttp import web

from bot.channels.web.cohorts.guard import AtCohort, CohortGuard
from bot.domain.cohort import SMALL
from bot.domain.cohort_view import CohortView, Report
from bot.domain.coordination.missed import send_to_missed
from bot.domain.coordination.outcome import Done, Refused
from bot.domain.coordination.planned import next_at, pause_reminder, resume_reminder
from bot.domain.coordination.reminders import cancel_reminder, retry_unknown
from bot.engine.dates import when
from bot.flows.coordinator.names import group_name
from bot.flows.coordinator.planned import coming, planned_text
from bot.flows.coordinator.reports import can_be_done, report_text

ACTIONS: dict[str, Callable[[CohortView, str, datetime], Done[Any] | Refused]] = {
    "cancel": cancel_reminder,
    "again": retry_unknown,
    "missed": send_to_missed,
    "pause": pause_reminder,
    "go_on": resume_reminder,
}
"""What can be done about a reminder."""

QUIET_REFUSALS = ("nothing_unknown", "nothing_missed")
"""Those that would tell of somebody in a small group."""


class Reports:
    """The pages of reminders that are there."""

    def __init__(self, guard: CohortGuard) -> None:
        """``guard`` knows who asks."""
        self._guard = guard
        self._content, self._words = guard.content, guard.words

    def routes(self, base: str) -> list[web.RouteDef]:
        """Return the routes of these pages below ``base``."""
        of, handler = f"{base}groups/{{cohort}}/reports", self._guard.handler
        return [
            web.get(of, handler(self.show_all)),
            web.get(f"{of}/{{reminder}}", handler(self.show)),
            web.post(f"{of}/{{reminder}}", handler(self.act)),
        ]

    async def show_all(self, here: AtCohort, request: web.Request) -> web.StreamResponse:
        """Show what is planned, the next one first; and what has gone out, the newest first."""
        del request
        view, planned = here.view, coming(here.view, here.now)
        listed = [
            (each.schedule.id, planned_text(self._content, view, at, each).split("\n"))
            for at, each in planned
        ]
        gone = [each for each in view.sent if each.rows or each not in view.planned][::-1]
        sent = [
            (
                each.schedule.id,
                when(each.schedule.made_at, view.cohort.zone),
                group_name(self._content, view, each.schedule.audience),
            )
            for each in gone
        ]
        pages = self._words.coordinator_pages
        return self._guard.page(
            "reports",
            here,
            title=self._words.coordinator_buttons.reports,
            planned_title=pages.what_is_planned,
            nothing_planned=pages.nothing_planned,
            planned=listed,
            sent=sent,
        )

    async def show(self, here: AtCohort, request: web.Request) -> web.StreamResponse:
        """Show what became of one, and what can be done about it."""
        report = here.view.report(request.match_info["reminder"])
        if report is None:
            raise web.HTTPNotFound
        notes = self._words.web.cohorts.notes.model_dump()
        note = notes.get(request.query.get("note", ""), "")
        return self._shown(here, report, note)

    async def act(self, here: AtCohort, request: web.Request) -> web.StreamResponse:
        """End one, let it rest or go on, or send it to those who were missed."""
        form = await self._guard.form(here, request)
        which, what = request.match_info["reminder"], str(form.get("do", ""))
        if what not in ACTIONS or here.view.report(which) is None:
            raise web.HTTPNotFound
        done = await self._guard.carry_out(
            here, lambda view, _: ACTIONS[what](view, which, here.now)
        )
        note = what
        if isinstance(done, Refused):
            is_small = len(here.view.here) < SMALL
            report = here.view.report(which)
            if not (is_small and done.reason in QUIET_REFUSALS) and report:
                return self._shown(here, report, self._guard.why(done.reason), 422)
        return self._guard.onward(here, f"{here.path}/reports/{which}?note={note}")

    def _shown(
        self, here: AtCohort, report: Report, note: str, status: int = 200
    ) -> web.StreamResponse:
        heading, *lines = report_text(self._content, here.view, report, here.now).split("\n")
        buttons = self._buttons(here, report)
        return self._guard.page(
            "report",
            here,
            status,
            report=report,
            heading=heading,
            lines=lines,
            note=note,
            buttons=buttons,
            change=self._words.planning.open if self._is_coming(here, report) else "",
            refresh=self._words.coordinator_buttons.refresh,
        )

    def _is_coming(self, here: AtCohort, report: Report) -> bool:
        return report in here.view.planned and next_at(report, here.now) is not None

    def _buttons(self, here: AtCohort, report: Report) -> list[tuple[str, str]]:
        words, said = self._words.coordinator_buttons, self._words.planning
        labels = {
            "cancel": words.cancel,
            "again": words.again,
            "missed": self._words.coordinator_pages.to_missed,
        }
        found: list[tuple[str, str]] = [
            (each, labels[each]) for each in can_be_done(here.view, report, here.now)
        ]
        schedule = report.schedule
        if self._is_coming(here, report) and schedule.is_weekly:
            found.append(("go_on", said.go_on) if schedule.paused_at else ("pause", said.pause))
        return found
