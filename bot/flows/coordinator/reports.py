"""What became of a reminder: every recipient in one line."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.cohort import SMALL
from bot.domain.cohort_view import CohortView, Report
from bot.domain.commands import Audit, Cancel, SendAgain
from bot.domain.offers import Button
from bot.domain.recurrence import next_occurrence
from bot.domain.reminders import Audience
from bot.engine.context import TurnContext
from bot.engine.dates import when
from bot.engine.wording import Text, counted
from bot.flows.coordinator import progress
from bot.flows.coordinator import routes as coordinator_routes


def _report(view: CohortView, schedule_id: str) -> Report | None:
    return next((each for each in view.reports if each.schedule.id == schedule_id), None)


def show_report(turn: TurnContext, view: CohortView, rest: str) -> None:
    """Show what became of a reminder, or the list of them."""
    words, report = turn.content.words.coordinator, _report(view, rest)
    if report is None:
        turn.say(words.reports)
        return
    turn.tell("\n".join(report_lines(turn, view, report)))


def report_lines(turn: TurnContext, view: CohortView, report: Report) -> list[Text]:
    """What became of a reminder: every recipient in one line, and the sum is the audience."""
    words, zone = turn.content.words, view.cohort.zone
    schedule = report.schedule
    made = when(schedule.made_at, zone)
    lines = [
        turn.fill(
            words.coordinator.report, when=made, audience=group_name(turn, view, schedule.audience)
        )
    ]
    if schedule.timing and not schedule.cancelled_at:
        following = next_occurrence(schedule.timing, max(turn.now, schedule.fired_until))
        if following:
            lines.append(turn.fill(words.coordinator.next_time, when=when(following[1], zone)))
    if schedule.cancelled_at:
        lines.append(turn.fill(words.coordinator.cancelled, when=when(schedule.cancelled_at, zone)))
    if len(view.here) < SMALL:
        return [*lines, turn.fill(words.coordinator.sum, count=len(report.rows))]
    states = words.recipient_states
    shown = ("sent", "waiting", "pending", "sending", "blocked", "failed", "unknown")
    lines += [
        turn.fill(getattr(states, state), count=report.states[state])
        for state in shown
        if report.states[state]
    ]
    lines += [
        counted(words, getattr(words.reasons, why), count)
        for why, count in report.reasons.most_common()
    ]
    return [*lines, turn.fill(words.coordinator.sum, count=len(report.rows))]


def group_name(turn: TurnContext, view: CohortView, audience: Audience) -> Text:
    """What an audience is called."""
    groups, step = turn.content.words.groups, audience.step
    label = progress.step_name(turn, view.cohort, step) if step else ""
    one = next((m for m in view.members if m.number == audience.number), None)
    return turn.fill(
        getattr(groups, audience.group), step=label, who=progress.who(turn, one) if one else ""
    )


def stop(turn: TurnContext, view: CohortView, rest: str) -> None:
    """*Cancel*, also while it runs: what has not left is skipped."""
    report = _report(view, rest)
    if report and not report.schedule.cancelled_at:
        turn.do(Cancel(rest), Audit(view.cohort.id, "cancelled"))
        turn.conversation.open_page = f"{coordinator_routes.PAGE}.{view.cohort.id}.rep"
        words, count = turn.content.words.coordinator, report.states["waiting"]
        turn.say(words.stopped if len(view.here) >= SMALL else words.stopped_small, count=count)
    else:
        show_report(turn, view, rest)


def send_again(turn: TurnContext, view: CohortView, rest: str) -> None:
    """To those whose reminder may not have arrived, by the coordinator's choice."""
    report = _report(view, rest)
    count = report.states["unknown"] if report and not report.schedule.cancelled_at else 0
    turn.conversation.open_page = f"{coordinator_routes.PAGE}.{view.cohort.id}.rep.{rest}"
    if count:
        turn.do(SendAgain(rest), Audit(view.cohort.id, "sent_again", str(count)))
        turn.say(turn.content.words.coordinator.sending, count=count)
    else:
        show_report(turn, view, rest)


def report_buttons(turn: TurnContext, view: CohortView, rest: str) -> Iterator[Button]:
    """Yield the reminders, or what can be done about one."""
    words, which, report = (
        turn.content.words.coordinator_buttons,
        view.cohort.id,
        _report(view, rest),
    )
    if report is None:
        for each in view.reports[-8:][::-1]:
            at = when(each.schedule.made_at, view.cohort.zone)
            yield coordinator_routes.to(
                turn.fill(words.report, when=at), f"{which}.rep.{each.schedule.id}"
            )
        return
    yield coordinator_routes.to(words.refresh, f"{which}.rep.{rest}")
    planned = report.schedule.timing and not report.schedule.cancelled_at
    if report.is_running or planned:
        yield coordinator_routes.to(words.cancel, f"{which}.stop.{rest}")
    if report.states["unknown"] and not report.schedule.cancelled_at:
        yield coordinator_routes.to(words.again, f"{which}.again.{rest}")
