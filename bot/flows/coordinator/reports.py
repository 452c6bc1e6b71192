"""The report of a reminder: every recipient in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Literal

from bot.content.library import Content
from bot.content.words.words import Words
from bot.domain.cohort import SMALL
from bot.domain.cohort_view import CohortView, Report
from bot.domain.coordination.missed import send_to_missed
from bot.domain.coordination.outcome import Done, Refused
from bot.domain.coordination.planned import next_at
from bot.domain.coordination.reminders import cancel_reminder, retry_unknown
from bot.domain.missed import missed
from bot.domain.offers import Button
from bot.domain.recurrence import next_occurrence
from bot.domain.reminders import ONE_ON_PAGE, ONE_PERSON, RETURNED, SHOWN, Schedule
from bot.engine.context import TurnContext
from bot.engine.dates import day, due, when
from bot.engine.wording import Text, Typed, counted, fill, join
from bot.flows.coordinator.names import group_name
from bot.flows.coordinator.preview import page_lines
from bot.flows.coordinator.routes import PAGE, carry_out, does, to

LAST = 8
"""Reminders in the list of them."""

ReportAction = Literal["cancel", "again", "missed"]

TELLS_OF_SOMEBODY = (Refused("nothing_unknown"), Refused("nothing_missed"))
"""Refusals that in a small group would tell what became of somebody's reminder."""

STATES = (
    *("sent", SHOWN, ONE_PERSON, ONE_ON_PAGE),
    *("waiting", "queued", "sending", "blocked", "failed", RETURNED, "unknown"),
)


def show_reports(turn: TurnContext, view: CohortView, rest: str) -> None:
    """Show what became of a reminder, or the list of them."""
    report = view.report(rest)
    if report is None:
        turn.say(turn.content.words.coordinator.reports)
    else:
        turn.tell(report_text(turn.content, view, report, turn.now))


def report_text(content: Content, view: CohortView, report: Report, now: datetime) -> Text:
    """Return what became of a reminder: each recipient in one line; the sum is the audience."""
    words, said, zone = content.words, content.words.coordinator, view.cohort.zone
    schedule = report.schedule
    lines = [_heading(content, view, schedule)]
    if schedule.kind == "reminder" and schedule.words:
        lines.append(fill(words, said.report_words, words_sent=Typed(schedule.words)))
    elif schedule.kind == "reminder":
        lines.append(fill(words, said.report_standard))
    if schedule.cancelled_at:
        lines.append(fill(words, said.cancelled, when=when(schedule.cancelled_at, zone)))
    elif schedule.paused_at:
        paused_at = when(schedule.paused_at, zone)
        lines.append(fill(words, words.planning.paused_since, when=paused_at))
    elif schedule.timing:
        following = next_occurrence(schedule.timing, max(now, schedule.fired_until))
        if following:
            lines.append(fill(words, said.next_time, when=due(following[1], zone)))
    if len(view.here) >= SMALL and (report.rows or not schedule.timing):
        lines += _states(words, report, report.told(now, view.on_page))
        lines += _days(words, report)
        lines += [fill(words, said.moved_since, count=_moved_since(view, report))]
        lines += [fill(words, said.sum, count=len(report.rows))]
    return join("\n", lines)


def _heading(content: Content, view: CohortView, schedule: Schedule) -> Text:
    words, made = content.words, when(schedule.made_at, view.cohort.zone)
    if schedule.kind == "nudge":
        return fill(words, words.coordinator_buttons.nudges)
    audience = group_name(content, view, schedule.audience)
    return fill(words, words.coordinator.report, when=made, audience=audience)


def _days(words: Words, report: Report) -> Iterator[Text]:
    """Yield how many it went out to on each day, where it went out on several."""
    days = Counter(each.day for each in report.rows if each.state == "sent")
    said = words.coordinator.on_day_pages if report.states[SHOWN] else words.coordinator.on_day
    for on, count in sorted(days.items()) if len(days) > 1 and not report.is_for_one else ():
        yield fill(words, said, day=day(on), count=count)


def _moved_since(view: CohortView, report: Report) -> int:
    """Return how many of those whom it reached have moved on since they got it."""
    first = dict[str, datetime]()
    for each in report.rows:
        if each.state == "sent":
            first[each.chat_id] = min(each.due_at, first.get(each.chat_id, each.due_at))
    return sum(
        bool(member.progressed_at and member.progressed_at > first[member.chat_id])
        for member in view.here
        if member.chat_id in first
    )


def _states(words: Words, report: Report, told: Counter[str]) -> Iterator[Text]:
    for state in STATES:
        if count := told[state]:
            yield fill(words, getattr(words.recipient_states, state), count=count)
    for why, count in report.reasons.most_common():
        yield counted(words, getattr(words.reasons, why), count)


def report_buttons(turn: TurnContext, view: CohortView, rest: str) -> Iterator[Button]:
    """Yield the reminders, or what can be done about one."""
    words, which, report = turn.content.words.coordinator_buttons, view.cohort.id, view.report(rest)
    if report is None:
        yield from _list_buttons(turn, view, rest)
        return
    yield to(words.refresh, f"{which}.rep.{rest}")
    if report in view.planned and next_at(report, turn.now):
        yield to(turn.content.words.planning.open, f"{which}.plan.{rest}")
    if report.rows and len(view.here) >= SMALL:
        yield to(turn.content.words.coordinator_pages.who_gets_it, f"{which}.rwho.{rest}")
    labels = {
        "cancel": words.cancel,
        "again": words.again,
        "missed": turn.content.words.coordinator_pages.to_missed,
    }
    for each in can_be_done(view, report, turn.now):
        yield does(labels[each], f"cohort:{each}.{rest}")


def can_be_done(view: CohortView, report: Report, now: datetime) -> Iterator[ReportAction]:
    """Yield what can be done about a reminder: what has not left, or may not have come."""
    # In a small group a button that is there, or is not, would tell of somebody.
    is_small, open_yet = len(view.here) < SMALL, not report.schedule.cancelled_at
    is_open = open_yet and report.schedule.kind == "reminder"
    always = is_small and is_open
    if always or report.can_be_cancelled or (is_open and report.is_for_one):
        yield "cancel"
    if view.cohort.is_over(now):
        return  # nothing goes out any more, to nobody
    if always or (report.states["unknown"] and open_yet):
        yield "again"
    if always or (open_yet and report.schedule.kind == "reminder" and missed(report.rows)):
        yield "missed"


def _list_buttons(turn: TurnContext, view: CohortView, rest: str) -> Iterator[Button]:
    """Yield what has gone out, some at a time, and the way to the older ones."""
    words, which = turn.content.words, view.cohort.id
    gone = [each for each in view.sent if each.rows or each not in view.planned][::-1]
    first = int(rest[1:]) if rest[:1] == "+" and rest[1:].isdecimal() and len(rest) < 9 else 0
    for each in gone[first : first + LAST]:
        at = when(each.schedule.made_at, view.cohort.zone)
        label = turn.fill(words.coordinator_buttons.report, when=at)
        yield to(label, f"{which}.rep.{each.schedule.id}")
    if first + LAST < len(gone):
        yield to(words.coordinator_pages.older, f"{which}.rep.+{first + LAST}")


def cancel(turn: TurnContext, view: CohortView, rest: str) -> None:
    """*Cancel*, also while it runs: what has not left is skipped."""
    turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.rep"
    done = carry_out(turn, cancel_reminder(view, rest, turn.now))
    if done:
        turn.tell(cancelled_text(turn.content.words, view, done.facts))


def cancelled_text(words: Words, view: CohortView, count: int) -> Text:
    """Return what is said of a cancelled reminder that ``count`` people had not got yet."""
    said = words.coordinator
    is_plain = len(view.here) < SMALL or not count
    return fill(words, said.stopped_small if is_plain else said.stopped, count=count)


def send_again(turn: TurnContext, view: CohortView, rest: str) -> None:
    """To those whose reminder may not have arrived, by the coordinator's choice."""
    turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.rep.{rest}"
    _go_again(turn, view, retry_unknown(view, rest, turn.now))


def send_to_the_missed(turn: TurnContext, view: CohortView, rest: str) -> None:
    """To those who were to get it and were missed, through no doing of theirs."""
    turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.rep.{rest}"
    _go_again(turn, view, send_to_missed(view, rest, turn.now))


def _go_again(
    turn: TurnContext, view: CohortView, outcome: Done[tuple[str, ...]] | Refused
) -> None:
    is_small = len(view.here) < SMALL  # how many there were would tell of somebody
    if outcome in TELLS_OF_SOMEBODY and is_small:
        turn.tell(going_text(turn.content.words, view, ()))
    elif done := carry_out(turn, outcome):
        turn.tell(going_text(turn.content.words, view, done.facts))


def going_text(words: Words, view: CohortView, chats: Collection[str]) -> Text:
    """Return what is said when a reminder goes again to these people."""
    if len(view.here) < SMALL:
        return fill(words, words.coordinator.small_audience)
    rings = sum(each not in view.on_page for each in chats)
    first = words.coordinator.sending if rings else words.planning.sent_to_pages
    return join("\n", [fill(words, first, count=rings), *page_lines(words, len(chats) - rings)])
