"""A reminder from the browser: whom, which words, when; the audience explained; then *Send*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from aiohttp import web

from bot.analysis.identifiers.finder import find_identifiers
from bot.analysis.knowledge import Knowledge
from bot.channels.web.cohorts.guard import AtCohort, CohortGuard
from bot.content.words.words import Words
from bot.domain.cohort import SMALL
from bot.domain.coordination.checks import over_problem, words_problem
from bot.domain.coordination.outcome import Refused
from bot.domain.coordination.own_lines import own_lines
from bot.domain.coordination.planned import change_reminder, preview_draft
from bot.domain.coordination.reminders import (
    ReminderPreview,
    reaches_somebody,
    schedule_reminder,
)
from bot.domain.drafts import ReminderDraft
from bot.domain.reminders import Audience, Schedule
from bot.flows.coordinator.names import group_name, who_of
from bot.flows.coordinator.planned import every
from bot.flows.coordinator.planning import audiences, draft_of
from bot.flows.coordinator.preview import preview_texts
from bot.flows.coordinator.reading import read_audience, read_timing

MOST_TYPED = 2000
"""Characters of a field that are read: its own limit is told long before."""


@dataclass(frozen=True, slots=True)
class Typed:
    """The values in the fields of the form, so that none of it is lost."""

    whom: str = ""
    words: str = ""
    when: str = ""
    key: str = ""
    changes: str = ""

    @classmethod
    def of(cls, form: Mapping[str, Any]) -> Typed:
        """Return what was filled in."""
        fields = (str(form.get(name, ""))[:MOST_TYPED] for name in cls.__dataclass_fields__)
        return cls(*(" ".join(each.split()) for each in fields))


class Reminding:
    """The pages on which a reminder is written, looked at, and sent."""

    def __init__(self, guard: CohortGuard) -> None:
        """``guard`` knows who asks."""
        self._guard = guard
        self._content, self._words = guard.content, guard.words

    def routes(self, base: str) -> list[web.RouteDef]:
        """Return the routes of these pages below ``base``."""
        of, handler = f"{base}groups/{{cohort}}/remind", self._guard.handler
        return [web.get(of, handler(self.ask)), web.post(of, handler(self.posted))]

    async def ask(self, here: AtCohort, request: web.Request) -> web.StreamResponse:
        """The form, empty or with what is planned."""
        if over := over_problem(here.view.cohort, here.now):
            said = [self._guard.why(over)]
            title = self._words.coordinator_buttons.remind
            return self._guard.page(
                "lines", here, path="/remind", title=title, heading="", lines=said
            )
        planned = here.view.report(request.query.get("changes", ""))
        typed = _as_typed(self._words, planned.schedule) if planned else Typed()
        return self._asked(here, typed)

    async def posted(self, here: AtCohort, request: web.Request) -> web.StreamResponse:
        """Take what was filled in: it is looked at, changed once more, or sent."""
        form = await request.post()
        typed, what = Typed.of(form), form.get("do")
        if not here.visitor.owns(str(form.get("csrf", ""))):
            return self._asked(here, typed, self._words.web.stale_form, 403)
        if what == "change":
            return self._asked(here, typed)
        draft = self._draft(here, typed)
        if isinstance(draft, str):
            return self._asked(here, typed, draft, 422)
        if what == "send":
            return await self._send(here, typed, draft)
        return self._looked(here, typed, draft)

    def _draft(self, here: AtCohort, typed: Typed) -> ReminderDraft | str:
        """Return the reminder that was written, or why it is none yet."""
        cohort, said = here.view.cohort, self._words.web.cohorts
        group, _, which = typed.whom.partition(".")
        audience = read_audience(group, which)
        if audience is None:
            return said.pick_whom
        found = find_identifiers(typed.words, Knowledge.of(self._content).name_words)
        if problem := words_problem(typed.words, has_identifier=bool(found)):
            return self._guard.why(problem)
        timing = read_timing(typed.when or "now", here.now, cohort.zone)
        if timing is None:
            return self._words.forms.bad_when
        at = None if timing == "now" else timing
        planned = here.view.report(typed.changes) if typed.changes else None
        if planned:
            before = draft_of(planned)
            return ReminderDraft(
                before.id, cohort.id, audience, typed.words, at, asked="", changes=True
            )
        return ReminderDraft(
            here.secret(typed.key)[:8], cohort.id, audience, typed.words, at, asked=""
        )

    def _asked(
        self, here: AtCohort, typed: Typed, note: str = "", status: int = 200
    ) -> web.StreamResponse:
        groups = [(name, label) for label, name in audiences(self._content, here.view)]
        people = [
            (f"one.{each.number}", who_of(self._words, here.view, each)) for each in here.view.here
        ]
        everybody = [("everybody", self._words.coordinator_pages.everybody)]
        return self._guard.page(
            "remind",
            here,
            status,
            title=self._words.coordinator_buttons.remind,
            typed=typed,
            note=note,
            groups=groups + everybody,
            people=people,
        )

    def _looked(self, here: AtCohort, typed: Typed, draft: ReminderDraft) -> web.StreamResponse:
        """The audience, and the reminder as people will see it. Nothing is kept of it."""
        found = preview_draft(here.view, draft, here.now)
        if isinstance(found, Refused):
            return self._asked(here, typed, self._guard.why(found.reason), 422)
        seen, audience = preview_texts(self._content, here.view, draft, found)
        heading, _, shown = seen.partition("\n\n")
        return self._guard.page(
            "preview",
            here,
            typed=typed,
            whom=group_name(self._content, here.view, draft.audience),
            heading=heading,
            shown=shown,
            audience=audience.split("\n"),
            people=list(self._lines(here, found)),
            small=len(here.view.here) < SMALL,
            can_go=reaches_somebody(here.view, found),
            send=self._words.planning.save
            if draft.changes
            else self._words.coordinator_buttons.send,
        )

    def _lines(self, here: AtCohort, found: ReminderPreview) -> Iterator[tuple[str, str]]:
        """Yield each person's own line, where there is one."""
        said = self._words.web.cohorts.lines
        for member, line in own_lines(here.view, found.audience):
            yield who_of(self._words, here.view, member), getattr(said, line)

    async def _send(self, here: AtCohort, typed: Typed, draft: ReminderDraft) -> web.StreamResponse:
        """*Send*, once: a second press finds what is there already."""
        if draft.changes:
            change = partial(change_reminder, draft=draft, now=here.now)
            done = await self._guard.carry_out(here, lambda view, _: change(view))
        else:
            by = here.conversation
            send = partial(schedule_reminder, draft=draft, by=by, now=here.now)
            done = await self._guard.carry_out(here, lambda view, _: send(view))
        if isinstance(done, Refused):
            return self._asked(here, typed, self._guard.why(done.reason), 422)
        note = "changed" if draft.changes else "planned" if done.facts.schedule.timing else "sent"
        return self._guard.onward(here, f"{here.path}/reports/{draft.id}?note={note}")


def _as_typed(words: Words, planned: Schedule) -> Typed:
    """Return what is planned as it would be filled in."""
    timing, when = planned.timing, ""
    if timing and timing.day:
        when = f"{timing.day.day} {timing.day:%B} {timing.time}"
    elif timing:
        when = every(words, timing)
    return Typed(_named(planned.audience), planned.words, when, changes=planned.id)


def _named(audience: Audience) -> str:
    which = audience.step or (str(audience.number) if audience.number else "")
    return f"{audience.group}.{which}" if which else audience.group
