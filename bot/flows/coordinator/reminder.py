"""A coordinator's reminder: whom, which words, when; the audience explained; what became of it.

Nothing is sent before *Send*, and a second press of it shows the report of the first. What is told
of people is who gets it and why not: never a word of theirs. Pages below a cohort: ``rem`` whom ·
``rem.u`` everybody unfinished, and so on · ``look`` the audience before sending · ``look.wait`` who
is meant by one line of it · ``send`` · ``rep`` the reminders · ``rep.ID`` one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain.cohort import SMALL, Member
from bot.domain.cohort_view import CohortView, Report, Row
from bot.domain.commands import Audit, ScheduleReminder
from bot.domain.conversation import Draft
from bot.domain.eligibility import AudiencePreview, preview_audience, recipients
from bot.domain.offers import Button
from bot.domain.recurrence import Timing, next_occurrence
from bot.domain.reminders import Audience, Group, Recipient, Schedule
from bot.engine.context import TurnContext
from bot.engine.dates import when
from bot.engine.wording import Text, counted
from bot.flows.coordinator import forms, progress
from bot.flows.coordinator import routes as coordinator_routes
from bot.flows.coordinator.reports import report_buttons, send_again, show_report, stop

PAGES = ("rem", "one", "look", "send", "rep", "stop", "again")

GROUPS: dict[str, Group] = {"u": "unfinished", "n": "not_started", "r": "ready"}

A_PAGE = 20
"""People in one list of buttons."""


def show(turn: TurnContext, view: CohortView, what: str, rest: str) -> None:
    """A page about reminders, after the deed that it stands for."""
    steps: dict[str, Callable[[TurnContext, CohortView, str], None]] = {
        "rem": _choose_group,
        "one": _choose_one,
        "look": _look,
        "send": _send,
        "rep": show_report,
        "stop": stop,
        "again": send_again,
    }
    steps[what](turn, view, rest)


def _choose_group(turn: TurnContext, view: CohortView, rest: str) -> None:
    """Whom it is for; then the words are asked for."""
    words = turn.content.words.coordinator
    kind, _, which = rest.partition(".")
    if view.cohort.is_over(turn.now):
        turn.say(words.over)
    elif len(view.here) < SMALL and kind not in ("", "u", "p"):
        turn.say(words.small, most=SMALL)
    elif kind in GROUPS:
        _begin(turn, view, Audience(GROUPS[kind]))
    elif kind == "s" and which:
        _begin(turn, view, Audience("stuck", step=which))
    elif kind == "p" and which.isdecimal() and len(which) < 9:
        _begin(turn, view, Audience("one", number=int(which)))
    else:
        turn.say(words.whom)


def _begin(turn: TurnContext, view: CohortView, audience: Audience) -> None:
    values = {
        "group": audience.group,
        "step": audience.step,
        "number": str(audience.number),
        "id": turn.access.random_tokens[0][:8],
    }
    forms.begin(turn, "reminder", view.cohort.id, values)


def _choose_one(turn: TurnContext, _view: CohortView, _: str) -> None:
    turn.say(turn.content.words.coordinator.which_one)


def audience_of(values: dict[str, str]) -> Audience:
    """The audience that a form holds."""
    group: Group = next(
        (g for g in (*GROUPS.values(), "stuck", "one") if g == values["group"]), "one"
    )
    return Audience(group, values["step"], int(values["number"]))


def timing_of(values: dict[str, str], view: CohortView) -> Timing | None:
    """When a form says that it goes; None for now."""
    zone, until = view.cohort.zone, view.cohort.ends_on
    if "weekday" in values:
        return Timing(zone, values["time"], weekday=int(values["weekday"]), until=until)
    if "day" in values:
        return Timing(zone, values["time"], day=date.fromisoformat(values["day"]))
    return None


def _form(turn: TurnContext, view: CohortView) -> Draft | None:
    """The reminder to this cohort that is being made and has its words, if there is one."""
    form = turn.conversation.draft
    mine = form and form.kind == "reminder" and form.cohort == view.cohort.id
    return form if form and mine and "whole" in form.values else None


def _look(turn: TurnContext, view: CohortView, rest: str) -> None:
    """The audience before anything is sent, and the reminder as the learner will see it."""
    form = _form(turn, view)
    if form is None:
        _choose_group(turn, view, "")
        return
    timing = timing_of(form.values, view)
    fires = next_occurrence(timing, turn.now) if timing else None
    words = turn.content.words.coordinator
    if timing and fires is None:
        turn.say(words.never)
        return
    at = fires[1] if fires else turn.now
    preview = preview_audience(view.cohort, audience_of(form.values), view.here, at)
    if len(view.here) < SMALL and form.values["group"] not in ("unfinished", "one"):
        turn.say(words.small, most=SMALL)
        return
    if rest and len(view.here) >= SMALL:
        _show_people(turn, preview, rest)
        return
    _preview(turn, view, form.values["words"])
    lines: list[Text] = []
    if timing and timing.weekday is not None:
        lines.append(
            turn.fill(
                words.weekly, time=timing.time, day=f"{at.astimezone(ZoneInfo(timing.zone)):%A}"
            )
        )
    elif timing:
        lines.append(turn.fill(words.at_time, when=when(at, view.cohort.zone)))
    lines += preview_lines(turn, view, preview)
    turn.tell("\n".join(lines), turn.fill(words.send_ask))


def _preview(turn: TurnContext, view: CohortView, said: str) -> None:
    """The reminder as somebody will see it who stands where it is meant for, or has not begun."""
    words, reminder = turn.content.words.coordinator, turn.content.words.reminders
    dialogue = turn.content.dialogues.get(view.cohort.dialogue)
    parts: list[str] = [turn.fill(words.preview)]
    parts += [turn.fill(reminder.from_cohort, cohort=view.cohort.name), *([said] if said else [])]
    if dialogue:
        form = turn.conversation.draft
        step = dialogue.step(form.values["step"] if form else "") or dialogue.steps[0]
        parts.append(turn.fill(reminder.question, question=step.question))
        parts.append(turn.fill(reminder.answer_here))
    turn.tell(*parts)


def preview_lines(turn: TurnContext, view: CohortView, preview: AudiencePreview) -> list[Text]:
    """``14 will get it now`` and so on: each of the audience is in one line."""
    words = turn.content.words
    going, waiting = preview.going(), preview.waiting()
    if len(view.here) < SMALL:
        return [turn.fill(words.coordinator.small_audience)]
    lines = [counted(words, words.coordinator.will_get, len(going))]
    times = dict[str, int]()
    for _, at in waiting:
        shown = when(at, view.cohort.zone)
        times[shown] = times.get(shown, 0) + 1
    for shown, count in list(times.items())[:5]:
        lines.append(turn.fill(words.coordinator.at_quiet, count=count, when=shown))
    if rest := sum(list(times.values())[5:]):
        lines.append(turn.fill(words.coordinator.later_still, count=rest))
    for why, count in preview.reasons.most_common():
        lines.append(counted(words, getattr(words.reasons, why), count))
    return lines


def _show_people(turn: TurnContext, preview: AudiencePreview, which: str) -> None:
    """Who is meant by one line."""
    people: Iterable[Member]
    if which == "now":
        people = preview.going()
    elif which == "wait":
        people = [member for member, _ in preview.waiting()]
    else:
        people = [member for member, decide in preview.decisions if decide.why == which]
    names = ", ".join(progress.who(turn, each) for each in people)
    words = turn.content.words.coordinator
    turn.say(words.people_are if names else words.nobody, people=names)


def _send(turn: TurnContext, view: CohortView, rest: str) -> None:
    """*Send*, once: the schedule with a row for everybody, in the transaction of this turn."""
    form, known = _form(turn, view), {each.schedule.id for each in view.reports}
    if form is None or form.values["id"] != rest or turn.conversation.prompt == "form":
        if rest in known:
            show_report(turn, view, rest)
        else:
            _choose_group(turn, view, "")
        return
    timing = timing_of(form.values, view)
    if timing and next_occurrence(timing, turn.now) is None:
        turn.say(turn.content.words.coordinator.never)
        return
    schedule = Schedule(
        id=rest,
        cohort=view.cohort.id,
        audience=audience_of(form.values),
        words=form.values["words"],
        timing=timing,
        made_by=turn.conversation.chat_id,
        made_at=turn.now,
        fired_until=turn.now,
    )
    rows = plan(view, schedule, turn.now)
    turn.do(
        ScheduleReminder(schedule, tuple(rows)),
        Audit(view.cohort.id, "sent", schedule.audience.group),
    )
    turn.conversation.draft = None
    turn.conversation.open_page = f"{coordinator_routes.PAGE}.{view.cohort.id}.rep.{rest}"
    sent = Report(schedule, tuple(Row(r.chat_id, r.day, r.state, r.why, r.due_at) for r in rows))
    turn.access = replace(turn.access, view=replace(view, reports=(*view.reports, sent)))
    words = turn.content.words.coordinator
    if timing:
        turn.say(words.planned)
    elif len(view.here) < SMALL:
        turn.say(words.small_audience)
    else:
        turn.say(words.sending, count=sum(each.state == "waiting" for each in rows))


def plan(view: CohortView, schedule: Schedule, now: datetime) -> list[Recipient]:
    """The rows of a reminder that goes now; of a planned one none yet."""
    if schedule.timing:
        return []
    preview = preview_audience(view.cohort, schedule.audience, view.here, now)
    day = now.astimezone(ZoneInfo(view.cohort.zone)).date().isoformat()
    return list(recipients(schedule, preview, day, now))


def buttons(turn: TurnContext, view: CohortView, what: str, rest: str) -> Iterator[Button]:
    """The ways on from the open page."""
    if what == "rem":
        yield from _group_buttons(turn, view)
    elif what == "one":
        yield from _people_buttons(
            turn, view, int(rest) if rest.isdecimal() and len(rest) < 9 else 0
        )
    elif what == "look":
        yield from _look_buttons(turn, view)
    else:
        yield from report_buttons(turn, view, rest)


def _group_buttons(turn: TurnContext, view: CohortView) -> Iterator[Button]:
    words, which = turn.content.words.coordinator_buttons, view.cohort.id
    yield coordinator_routes.to(words.unfinished, f"{which}.rem.u")
    if len(view.here) >= SMALL:
        yield coordinator_routes.to(words.not_started, f"{which}.rem.n")
        standing = {each.step for each in view.here if each.status == "in_progress"}
        for step in progress.steps(turn, view.cohort):
            if step in standing:
                label = turn.fill(words.stuck_at, step=progress.step_name(turn, view.cohort, step))
                yield coordinator_routes.to(label, f"{which}.rem.s.{step}")
        yield coordinator_routes.to(words.ready, f"{which}.rem.r")
    yield coordinator_routes.to(words.one_person, f"{which}.one")


def _people_buttons(turn: TurnContext, view: CohortView, first: int) -> Iterator[Button]:
    for each in view.here[first : first + A_PAGE]:
        yield coordinator_routes.to(
            progress.who(turn, each), f"{view.cohort.id}.rem.p.{each.number}"
        )
    if first + A_PAGE < len(view.here):
        label = turn.content.words.coordinator_buttons.more
        yield coordinator_routes.to(label, f"{view.cohort.id}.one.{first + A_PAGE}")


def _look_buttons(turn: TurnContext, view: CohortView) -> Iterator[Button]:
    words, which, form = (
        turn.content.words.coordinator_buttons,
        view.cohort.id,
        turn.conversation.draft,
    )
    if form and _form(turn, view):
        # In a small group a missing button would tell who it is.
        is_small = len(view.here) < SMALL
        if is_small or timing_of(form.values, view) or _anybody(turn, view, form):
            yield coordinator_routes.to(words.send, f"{which}.send.{form.values['id']}")
        if len(view.here) >= SMALL:
            yield coordinator_routes.to(words.who_now, f"{which}.look.now")
            yield coordinator_routes.to(words.who_later, f"{which}.look.wait")
            yield coordinator_routes.to(words.who_finished, f"{which}.look.finished")
            yield coordinator_routes.to(words.who_off, f"{which}.look.off")
            yield coordinator_routes.to(words.who_blocked, f"{which}.look.blocked")
            yield coordinator_routes.to(words.who_recent, f"{which}.look.recent")


def _anybody(turn: TurnContext, view: CohortView, form: Draft) -> bool:
    """Whether somebody would get it, now or later."""
    preview = preview_audience(view.cohort, audience_of(form.values), view.here, turn.now)
    return bool(preview.going() or preview.waiting())
