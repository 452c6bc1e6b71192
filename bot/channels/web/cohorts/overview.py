"""The cohorts of a coordinator, and how far people are: tables, pictures, files. Nobody's words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from aiohttp import web

from bot.channels.web.alternative import alternative
from bot.channels.web.cohorts.guard import AtCohort, CohortGuard
from bot.channels.web.downloads import as_download
from bot.domain.cohort import SMALL, Cohort
from bot.domain.cohort_progress import stuck
from bot.domain.coordination.charge import next_send
from bot.domain.pictures import Overlap, ProgressChart
from bot.domain.turn import File
from bot.engine.dates import day, when
from bot.engine.wording import counted, fill
from bot.flows.coordinator.audit import audit_text
from bot.flows.coordinator.figures import (
    figures_chart,
    figures_file,
    figures_rows,
    figures_texts,
)
from bot.flows.coordinator.names import step_name
from bot.flows.coordinator.progress import (
    csv_file,
    progress_chart,
    progress_rows,
    progress_texts,
    waiting_text,
)
from bot.flows.coordinator.skills import drawn_skills, skills_rows, skills_texts
from bot.flows.coordinator.weeks import last_weeks, named, weeks_chart, weeks_texts

CHARTS = {
    "progress": "progress",
    "weeks": "progress",
    "figures": "figures",
    "skills": "skills",
}
"""The pictures, and the names of the files that they are."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table that can be read without its picture."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Overview:
    """The pages that only show."""

    def __init__(self, guard: CohortGuard) -> None:
        """``guard`` knows who asks."""
        self._guard = guard
        self._content, self._words = guard.content, guard.words
        self._titles = {
            "progress": guard.words.coordinator_buttons.progress,
            "weeks": guard.words.weeks.button,
            "figures": guard.words.coordinator_pages.for_funder,
            "skills": guard.words.skills.button,
        }

    def routes(self, base: str) -> list[web.RouteDef]:
        """Return the routes of these pages below ``base``."""
        of, handler = f"{base}groups/{{cohort}}", self._guard.handler
        return [
            web.get(f"{base}groups", self.show_all),
            web.get(of, handler(self.show)),
            web.get(f"{of}/progress", handler(self.show_progress)),
            web.get(f"{of}/weeks", handler(self.show_weeks)),
            web.get(f"{of}/figures", handler(self.show_figures)),
            web.get(f"{of}/skills", handler(self.show_skills)),
            web.get(f"{of}/done", handler(self.show_done)),
            web.get(f"{of}/{{name}}.png", handler(self.picture)),
            web.get(f"{of}/{{name}}.csv", handler(self.file)),
        ]

    async def show_all(self, request: web.Request) -> web.StreamResponse:
        """Every cohort of theirs."""
        seen = await self._guard.seen(request)
        if not seen.access.is_coordinator:
            return self._guard.page("strangers", seen, 403, said=self._words.web.cohorts.strangers)
        rows = [(each, day(each.ends_on)) for each in seen.access.coordinates]
        closed = [(each, day(each.ends_on)) for each in seen.access.closed]
        words = self._words.coordinator
        said = words.list if rows else words.list_closed_only
        title = self._words.ending.closed_groups
        return self._guard.page(
            "list", seen, rows=rows, closed=closed, said=said, closed_title=title
        )

    async def show(self, here: AtCohort, request: web.Request) -> web.StreamResponse:
        """One cohort: what it is, and what can be seen and done."""
        del request
        cohort, view, words = here.view.cohort, here.view, self._words
        dialogue = self._content.dialogues.get(cohort.dialogue)
        going = next_send(view, here.now)
        return self._guard.page(
            "cohort",
            here,
            dialogue=dialogue.title if dialogue else cohort.dialogue,
            people=counted(words, words.coordinator.people, len(view.here)),
            ends=day(cohort.ends_on),
            going=when(going, cohort.zone) if going else "",
            closed=self._closed(cohort),
        )

    def _closed(self, cohort: Cohort) -> str:
        if cohort.closed_at is None:
            return ""
        on, said = day(cohort.today(cohort.closed_at)), self._words.ending.closed_home
        return fill(self._words, said, cohort=cohort.name, date=on)

    async def show_progress(self, here: AtCohort, request: web.Request) -> web.StreamResponse:
        """How many stand where."""
        del request
        content, view, said = self._content, here.view, self._words.web.cohorts
        heading, _ = progress_texts(content, view, here.now)
        if len(view.here) < SMALL:
            return self._small(here, "progress", [heading])
        still = stuck(view.here, here.now).most_common()
        tables = [
            Table(
                self._words.coordinator.chart_steps,
                (said.place, said.how_many),
                tuple((name, str(count)) for name, count in progress_rows(content, view)),
            )
        ]
        if still:
            rows = ((step_name(content, view.cohort, step), str(count)) for step, count in still)
            title = self._words.coordinator.chart_stuck
            tables.append(Table(title, (said.place, said.how_many), tuple(rows)))
        waiting = waiting_text(self._words, view, here.now)
        return self._charted(here, "progress", [heading, *waiting], tables)

    async def show_weeks(self, here: AtCohort, request: web.Request) -> web.StreamResponse:
        """Show what happened in each week."""
        del request
        said, pages = self._words.web.cohorts, self._words.coordinator_pages
        heading, _, *note = weeks_texts(self._words, here.view, here.now)
        if len(here.view.here) < SMALL:
            return self._small(here, "weeks", [])
        rows = (
            (named(each), str(each.joined), str(each.sent))
            for each in last_weeks(here.view, here.now)
        )
        table = Table(heading, (said.week, pages.joined, pages.sent), tuple(rows))
        return self._charted(here, "weeks", note, [table])

    async def show_figures(self, here: AtCohort, request: web.Request) -> web.StreamResponse:
        """Show what a funder asks."""
        del request
        words, said = self._words, self._words.web.cohorts
        if len(here.view.here) < SMALL:
            return self._small(here, "figures", [])
        heading, lines, note = figures_texts(words, here.view, here.now)
        told = {name: count for name, count in figures_rows(words, here.view) if count is not None}
        rows = tuple((name, str(count)) for name, count in told.items())
        table = Table(words.coordinator_pages.figures_title, (said.place, said.how_many), rows)
        listed = {f"{name}: {count}" for name, count in told.items()}
        more = [each for each in lines.split("\n") if each not in listed]
        return self._charted(here, "figures", [heading, *more, note], [table])

    async def show_skills(self, here: AtCohort, request: web.Request) -> web.StreamResponse:
        """Show how many people have named which skill."""
        del request
        content, said = self._content, self._words.web.cohorts
        if len(here.view.here) < SMALL:
            return self._small(here, "skills", [])
        heading, *_, note = skills_texts(content, here.view)
        tables = [
            Table(side, (said.skill, said.how_many), tuple((name, str(n)) for name, n in rows))
            for side, rows in skills_rows(content, here.view)
        ]
        return self._charted(here, "skills", [str(heading), str(note)], tables)

    async def show_done(self, here: AtCohort, request: web.Request) -> web.StreamResponse:
        """Show what coordinators did."""
        del request
        heading, *lines = audit_text(self._words, here.view).split("\n")
        title = self._words.coordinator_buttons.audit
        return self._guard.page(
            "lines", here, path="/done", title=title, heading=heading, lines=lines
        )

    async def picture(self, here: AtCohort, request: web.Request) -> web.StreamResponse:
        """A picture, drawn now."""
        name = request.match_info["name"]
        if name not in CHARTS or len(here.view.here) < SMALL:
            raise web.HTTPNotFound
        stem, chart = getattr(self._words.file_name, CHARTS[name]), self._chart(here, name)
        if chart is None:
            raise web.HTTPNotFound
        file = File(stem, "png", "image/png", picture=chart)
        body = self._guard.talk.coach.files.content(file)
        inline = "download" not in request.query
        return as_download(body, file.mime, f"{stem}.png", inline=inline)

    async def file(self, here: AtCohort, request: web.Request) -> web.StreamResponse:
        """A table for a spreadsheet. Of a small group only how many there are."""
        name = request.match_info["name"]
        if name == "progress":
            text = csv_file(self._content, here.view, here.now)
        elif name == "figures" and len(here.view.here) >= SMALL:
            text = figures_file(self._words, here.view, here.now)
        else:
            raise web.HTTPNotFound
        stem = getattr(self._words.file_name, CHARTS[name])
        return as_download(text.encode(), "text/csv", f"{stem}.csv")

    def _chart(self, here: AtCohort, name: str) -> ProgressChart | Overlap | None:
        if name == "skills":
            return drawn_skills(self._content, here.view)
        if name == "progress":
            return progress_chart(self._content, here.view, here.now)
        draw = weeks_chart if name == "weeks" else figures_chart
        return draw(self._words, here.view, here.now)

    def _charted(
        self, here: AtCohort, name: str, said: Iterable[str], tables: list[Table]
    ) -> web.StreamResponse:
        return self._guard.page(
            "charted",
            here,
            name=name,
            title=self._titles[name],
            csv_label=self._words.coordinator_buttons.csv,
            said=list(said),
            tables=tables,
            alt=alternative(self._chart(here, name), ""),
            csv=name in ("progress", "figures"),
        )

    def _small(self, here: AtCohort, name: str, said: Iterable[str]) -> web.StreamResponse:
        """Show what is said of a small group in the place of a breakdown."""
        return self._guard.page(
            "charted",
            here,
            name=name,
            title=self._titles[name],
            csv_label=self._words.coordinator_buttons.csv,
            said=[*said, self._guard.why("small")],
            tables=[],
            alt="",
            csv=name == "progress",
        )
