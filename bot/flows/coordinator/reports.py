"""What became of a reminder: every recipient in one line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bot.content.library import Content
from bot.content.words.words import Words
from bot.domain.cohort import SMALL
from bot.domain.cohort_view import CohortView, Report
from bot.domain.coordination.reminders import cancel_reminder, retry_unknown
from bot.domain.offers import Button
from bot.domain.recurrence import next_occurrence
from bot.engine.context import TurnContext
from bot.engine.dates import when
from bot.engine.wording import Text, counted, fill, join
from bot.flows.coordinator.names import group_name
from bot.flows.coordinator.routes import PAGE, carry_out, does, to

LAST = 8
"""Reminders in the list of them."""

STATES = ("sent", "waiting", "pending", "sending", "blocked", "failed", "unknown")


def show_reports(turn: TurnContext, view: CohortView, rest: str) -> None:
    """Show what became of a reminder, or the list of them."""
    report = view.report(rest)
    if report is None:
        turn.say(turn.content.words.coordinator.reports)
    else:
        turn.tell(report_text(turn.content, view, report, turn.now))


def report_text(content: Content, view: CohortView, report: Report, now: datetime) -> Text:
    """What became of a reminder: every recipient in one line, and the sum is the audience."""
    words, said, zone = content.words, content.words.coordinator, view.cohort.zone
    schedule = report.schedule
    audience = group_name(content, view, schedule.audience)
    lines = [fill(words, said.report, when=when(schedule.made_at, zone), audience=audience)]
    if schedule.cancelled_at:
        lines.append(fill(words, said.cancelled, when=when(schedule.cancelled_at, zone)))
    elif schedule.timing:
        following = next_occurrence(schedule.timing, max(now, schedule.fired_until))
        if following:
            lines.append(fill(words, said.next_time, when=when(following[1], zone)))
    if len(view.here) >= SMALL:
        lines += _states(words, report)
    return join("\n", [*lines, fill(words, said.sum, count=len(report.rows))])


def _states(words: Words, report: Report) -> Iterator[Text]:
    for state in STATES:
        if count := report.states[state]:
            yield fill(words, getattr(words.recipient_states, state), count=count)
    for why, count in report.reasons.most_common():
        yield counted(words, getattr(words.reasons, why), count)


def report_buttons(turn: TurnContext, view: CohortView, rest: str) -> Iterator[Button]:
    """Yield the reminders, or what can be done about one."""
    words, which, report = turn.content.words.coordinator_buttons, view.cohort.id, view.report(rest)
    if report is None:
        for each in view.reports[-LAST:][::-1]:
            at = when(each.schedule.made_at, view.cohort.zone)
            yield to(turn.fill(words.report, when=at), f"{which}.rep.{each.schedule.id}")
        return
    yield to(words.refresh, f"{which}.rep.{rest}")
    planned = report.schedule.timing and not report.schedule.cancelled_at
    if report.is_running or planned:
        yield does(words.cancel, f"cohort:cancel.{rest}")
    if report.states["unknown"] and not report.schedule.cancelled_at:
        yield does(words.again, f"cohort:again.{rest}")


def cancel(turn: TurnContext, view: CohortView, rest: str) -> None:
    """*Cancel*, also while it runs: what has not left is skipped."""
    turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.rep"
    done = carry_out(turn, cancel_reminder(view, rest, turn.now))
    if done:
        turn.tell(cancelled_text(turn.content.words, view, done.facts))


def cancelled_text(words: Words, view: CohortView, count: int) -> Text:
    """What is said when a reminder has been cancelled that ``count`` people had not got yet."""
    said, is_small = words.coordinator, len(view.here) < SMALL
    return fill(words, said.stopped_small if is_small else said.stopped, count=count)


def send_again(turn: TurnContext, view: CohortView, rest: str) -> None:
    """To those whose reminder may not have arrived, by the coordinator's choice."""
    turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.rep.{rest}"
    done = carry_out(turn, retry_unknown(view, rest))
    if done:
        turn.say(turn.content.words.coordinator.sending, count=done.facts)
