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
from bot.domain.cohort_view import Report, Row, View
from bot.domain.commands import Note, Plan
from bot.domain.conversation import Form
from bot.domain.eligibility import Explained, explain, recipients
from bot.domain.recurrence import Timing, next_occurrence
from bot.domain.reminders import Audience, Group, Recipient, Schedule
from bot.domain.turn import Button
from bot.engine.context import Talk
from bot.engine.dates import when
from bot.engine.wording import Text, counted
from bot.flows.coordinator import forms, progress
from bot.flows.coordinator import routes as coordinator_routes
from bot.flows.coordinator.reports import report_buttons, send_again, show_report, stop

PAGES = ("rem", "one", "look", "send", "rep", "stop", "again")

GROUPS: dict[str, Group] = {"u": "unfinished", "n": "not_started", "r": "ready"}

A_PAGE = 20
"""People in one list of buttons."""


def show(talk: Talk, view: View, what: str, rest: str) -> None:
    """A page about reminders, after the deed that it stands for."""
    steps: dict[str, Callable[[Talk, View, str], None]] = {
        "rem": _choose_group,
        "one": _choose_one,
        "look": _look,
        "send": _send,
        "rep": show_report,
        "stop": stop,
        "again": send_again,
    }
    steps[what](talk, view, rest)


def _choose_group(talk: Talk, view: View, rest: str) -> None:
    """Whom it is for; then the words are asked for."""
    words = talk.content.words.desk
    kind, _, which = rest.partition(".")
    if view.cohort.is_over(talk.now):
        talk.say(words.over)
    elif len(view.here) < SMALL and kind not in ("", "u", "p"):
        talk.say(words.small, most=SMALL)
    elif kind in GROUPS:
        _begin(talk, view, Audience(GROUPS[kind]))
    elif kind == "s" and which:
        _begin(talk, view, Audience("stuck", step=which))
    elif kind == "p" and which.isdecimal() and len(which) < 9:
        _begin(talk, view, Audience("one", number=int(which)))
    else:
        talk.say(words.whom)


def _begin(talk: Talk, view: View, audience: Audience) -> None:
    values = {
        "group": audience.group,
        "step": audience.step,
        "number": str(audience.number),
        "id": talk.facts.fresh[0][:8],
    }
    forms.begin(talk, "reminder", view.cohort.id, values)


def _choose_one(talk: Talk, _view: View, _: str) -> None:
    talk.say(talk.content.words.desk.which_one)


def audience_of(values: dict[str, str]) -> Audience:
    """The audience that a form holds."""
    group: Group = next(
        (g for g in (*GROUPS.values(), "stuck", "one") if g == values["group"]), "one"
    )
    return Audience(group, values["step"], int(values["number"]))


def timing_of(values: dict[str, str], view: View) -> Timing | None:
    """When a form says that it goes; None for now."""
    zone, until = view.cohort.zone, view.cohort.ends_on
    if "weekday" in values:
        return Timing(zone, values["time"], weekday=int(values["weekday"]), until=until)
    if "day" in values:
        return Timing(zone, values["time"], day=date.fromisoformat(values["day"]))
    return None


def _form(talk: Talk, view: View) -> Form | None:
    """The reminder to this cohort that is being made and has its words, if there is one."""
    form = talk.conversation.form
    mine = form and form.kind == "reminder" and form.cohort == view.cohort.id
    return form if form and mine and "whole" in form.values else None


def _look(talk: Talk, view: View, rest: str) -> None:
    """The audience before anything is sent, and the reminder as the learner will see it."""
    form = _form(talk, view)
    if form is None:
        _choose_group(talk, view, "")
        return
    timing = timing_of(form.values, view)
    fires = next_occurrence(timing, talk.now) if timing else None
    words = talk.content.words.desk
    if timing and fires is None:
        talk.say(words.never)
        return
    at = fires[1] if fires else talk.now
    explained = explain(view.cohort, audience_of(form.values), view.here, at)
    if len(view.here) < SMALL and form.values["group"] not in ("unfinished", "one"):
        talk.say(words.small, most=SMALL)
        return
    if rest and len(view.here) >= SMALL:
        _show_people(talk, explained, rest)
        return
    _preview(talk, view, form.values["words"])
    lines: list[Text] = []
    if timing and timing.weekday is not None:
        lines.append(
            talk.fill(
                words.weekly, time=timing.time, day=f"{at.astimezone(ZoneInfo(timing.zone)):%A}"
            )
        )
    elif timing:
        lines.append(talk.fill(words.at_time, when=when(at, view.cohort.zone)))
    lines += explained_lines(talk, view, explained)
    talk.tell("\n".join(lines), talk.fill(words.send_ask))


def _preview(talk: Talk, view: View, said: str) -> None:
    """The reminder as somebody will see it who stands where it is meant for, or has not begun."""
    words, reminder = talk.content.words.desk, talk.content.words.reminders
    dialogue = talk.content.dialogues.get(view.cohort.dialogue)
    parts: list[str] = [talk.fill(words.preview)]
    parts += [talk.fill(reminder.from_cohort, cohort=view.cohort.name), *([said] if said else [])]
    if dialogue:
        form = talk.conversation.form
        step = dialogue.step(form.values["step"] if form else "") or dialogue.steps[0]
        parts.append(talk.fill(reminder.question, question=step.question))
        parts.append(talk.fill(reminder.answer_here))
    talk.tell(*parts)


def explained_lines(talk: Talk, view: View, explained: Explained) -> list[Text]:
    """``14 will get it now`` and so on: each of the audience is in one line."""
    words = talk.content.words
    going, waiting = explained.going(), explained.waiting()
    if len(view.here) < SMALL:
        return [talk.fill(words.desk.small_audience)]
    lines = [counted(words, words.desk.will_get, len(going))]
    times = dict[str, int]()
    for _, at in waiting:
        shown = when(at, view.cohort.zone)
        times[shown] = times.get(shown, 0) + 1
    for shown, count in list(times.items())[:5]:
        lines.append(talk.fill(words.desk.at_quiet, count=count, when=shown))
    if rest := sum(list(times.values())[5:]):
        lines.append(talk.fill(words.desk.later_still, count=rest))
    for why, count in explained.reasons.most_common():
        lines.append(counted(words, getattr(words.reasons, why), count))
    return lines


def _show_people(talk: Talk, explained: Explained, which: str) -> None:
    """Who is meant by one line."""
    people: Iterable[Member]
    if which == "now":
        people = explained.going()
    elif which == "wait":
        people = [member for member, _ in explained.waiting()]
    else:
        people = [member for member, fate in explained.fates if fate.why == which]
    names = ", ".join(progress.who(talk, each) for each in people)
    words = talk.content.words.desk
    talk.say(words.people_are if names else words.nobody, people=names)


def _send(talk: Talk, view: View, rest: str) -> None:
    """*Send*, once: the schedule with a row for everybody, in the transaction of this turn."""
    form, known = _form(talk, view), {each.schedule.id for each in view.reports}
    if form is None or form.values["id"] != rest or talk.conversation.asking == "form":
        if rest in known:
            show_report(talk, view, rest)
        else:
            _choose_group(talk, view, "")
        return
    timing = timing_of(form.values, view)
    if timing and next_occurrence(timing, talk.now) is None:
        talk.say(talk.content.words.desk.never)
        return
    schedule = Schedule(
        id=rest,
        cohort=view.cohort.id,
        audience=audience_of(form.values),
        words=form.values["words"],
        timing=timing,
        made_by=talk.conversation.chat_id,
        made_at=talk.now,
        fired_until=talk.now,
    )
    rows = plan(view, schedule, talk.now)
    talk.do(Plan(schedule, tuple(rows)), Note(view.cohort.id, "sent", schedule.audience.group))
    talk.conversation.form = None
    talk.conversation.page = f"{coordinator_routes.PAGE}.{view.cohort.id}.rep.{rest}"
    sent = Report(schedule, tuple(Row(r.chat_id, r.day, r.state, r.why, r.due_at) for r in rows))
    talk.facts = replace(talk.facts, view=replace(view, reports=(*view.reports, sent)))
    words = talk.content.words.desk
    if timing:
        talk.say(words.planned)
    elif len(view.here) < SMALL:
        talk.say(words.small_audience)
    else:
        talk.say(words.sending, count=sum(each.state == "waiting" for each in rows))


def plan(view: View, schedule: Schedule, now: datetime) -> list[Recipient]:
    """The rows of a reminder that goes now; of a planned one none yet."""
    if schedule.timing:
        return []
    explained = explain(view.cohort, schedule.audience, view.here, now)
    day = now.astimezone(ZoneInfo(view.cohort.zone)).date().isoformat()
    return list(recipients(schedule, explained, day, now))


def buttons(talk: Talk, view: View, what: str, rest: str) -> Iterator[Button]:
    """The ways on from the open page."""
    if what == "rem":
        yield from _group_buttons(talk, view)
    elif what == "one":
        yield from _people_buttons(
            talk, view, int(rest) if rest.isdecimal() and len(rest) < 9 else 0
        )
    elif what == "look":
        yield from _look_buttons(talk, view)
    else:
        yield from report_buttons(talk, view, rest)


def _group_buttons(talk: Talk, view: View) -> Iterator[Button]:
    words, which = talk.content.words.desk_buttons, view.cohort.id
    yield coordinator_routes.to(words.unfinished, f"{which}.rem.u")
    if len(view.here) >= SMALL:
        yield coordinator_routes.to(words.not_started, f"{which}.rem.n")
        standing = {each.step for each in view.here if each.status == "in_progress"}
        for step in progress.steps(talk, view.cohort):
            if step in standing:
                label = talk.fill(words.stuck_at, step=progress.step_name(talk, view.cohort, step))
                yield coordinator_routes.to(label, f"{which}.rem.s.{step}")
        yield coordinator_routes.to(words.ready, f"{which}.rem.r")
    yield coordinator_routes.to(words.one_person, f"{which}.one")


def _people_buttons(talk: Talk, view: View, first: int) -> Iterator[Button]:
    for each in view.here[first : first + A_PAGE]:
        yield coordinator_routes.to(
            progress.who(talk, each), f"{view.cohort.id}.rem.p.{each.number}"
        )
    if first + A_PAGE < len(view.here):
        label = talk.content.words.desk_buttons.more
        yield coordinator_routes.to(label, f"{view.cohort.id}.one.{first + A_PAGE}")


def _look_buttons(talk: Talk, view: View) -> Iterator[Button]:
    words, which, form = talk.content.words.desk_buttons, view.cohort.id, talk.conversation.form
    if form and _form(talk, view):
        # In a small group a missing button would tell who it is.
        is_small = len(view.here) < SMALL
        if is_small or timing_of(form.values, view) or _anybody(talk, view, form):
            yield coordinator_routes.to(words.send, f"{which}.send.{form.values['id']}")
        if len(view.here) >= SMALL:
            yield coordinator_routes.to(words.who_now, f"{which}.look.now")
            yield coordinator_routes.to(words.who_later, f"{which}.look.wait")
            yield coordinator_routes.to(words.who_finished, f"{which}.look.finished")
            yield coordinator_routes.to(words.who_off, f"{which}.look.off")
            yield coordinator_routes.to(words.who_blocked, f"{which}.look.blocked")
            yield coordinator_routes.to(words.who_recent, f"{which}.look.recent")


def _anybody(talk: Talk, view: View, form: Form) -> bool:
    """Whether somebody would get it, now or later."""
    explained = explain(view.cohort, audience_of(form.values), view.here, talk.now)
    return bool(explained.going() or explained.waiting())
