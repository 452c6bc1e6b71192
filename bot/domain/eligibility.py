"""Who is reminded and why not: one rule, asked before *Send* and again as each one leaves.

Whoever keeps deliveries calls it inside a transaction and carries out what it says; no store
decides. Proved in ``tests/domain/test_eligibility.py`` and ``tests/test_cohort_months.py``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from bot.domain.cohort import Cohort, Member
from bot.domain.nudges import is_time_to_nudge, nudge_gap
from bot.domain.quiet_hours import (
    AFTER_THEIR_OWN,
    BETWEEN_REMINDERS,
    NOT_WHILE_WRITING,
    next_allowed,
)
from bot.domain.reminders import (
    MAY_HAVE_COME,
    NEWS,
    OF_SHARING,
    Audience,
    Delivery,
    DeliveryState,
    Schedule,
    Why,
)

MAX_LATE = timedelta(hours=6)
"""A reminder that is later than this, after the server was down, is left out: it would puzzle."""

NUDGES = 5
"""Automatic nudges in all to one learner of one cohort."""


How = Literal["planned", "nudge", "again", "asked_for"]


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision about a reminder: it goes at ``at``, or it does not, because of ``why``.

    ``goes`` says that ``at`` has come.
    """

    at: datetime | None = None
    why: Why | None = None
    goes: bool = False


def decide(
    cohort: Cohort | None,
    audience: Audience | None,
    member: Member,
    now: datetime,
    how: How = "planned",
) -> Decision:
    """Return what becomes of a reminder to one learner now.

    A *planned* one looks at what a coordinator wrote, so that neither a nudge nor what a learner
    asked for keeps it back; it only does not come together with that. A *nudge* looks at whatever
    came last. *again* leaves out the days between two reminders, because the one before may not
    have arrived. *asked_for* is the learner's own: it comes at the time that they chose, and till
    then every other one waits.
    """
    asked_for = how == "asked_for"
    last = member.reminded_at if how == "nudge" else member.own_reminded_at
    gap = nudge_gap(cohort) if cohort and how == "nudge" else BETWEEN_REMINDERS
    recent = last and now - last < gap
    is_message = audience is not None and audience.is_message
    is_goodbye = audience is not None and audience.group == "goodbye"
    reasons: tuple[tuple[object, Why], ...] = (
        (member.left_at, "left"),
        (member.blocked, "blocked"),
        (cohort and member.status == "submitted" and not is_message, "finished"),
        (member.resting or not (asked_for or member.preferences.on), "off"),
        (audience and not audience.holds(member), "moved_on"),
        (cohort and recent and how != "again" and not is_goodbye, "recent"),
    )
    if why := next((why for holds, why in reasons if holds), None):
        return Decision(why=why)
    earliest, asked_at = now, member.preferences.snoozed_at
    # To ask for a time is no writing that it would break into: what was promised is kept.
    if member.last_at and not (asked_for and asked_at and member.last_at <= asked_at):
        earliest = max(now, member.last_at + NOT_WHILE_WRITING)
    if member.asked_for_at and not asked_for:
        earliest = max(earliest, member.asked_for_at + AFTER_THEIR_OWN)
    at = earliest if asked_for else next_allowed(member.preferences, earliest)
    if at is None:
        return Decision(why="off")
    if cohort and cohort.is_past(at) and not is_goodbye:
        return Decision(why="over")
    return Decision(at=at, goes=at <= now)


@dataclass(frozen=True, slots=True)
class Case:
    """A delivery and all that a decision about it rests on, as it is at one moment."""

    delivery: Delivery
    member: Member
    cohort: Cohort | None = None
    schedule: Schedule | None = None

    @property
    def words(self) -> str:
        """Return what a coordinator says in it, "" for nothing."""
        if self.delivery.kind == "nudge":
            return self.cohort.nudge_words if self.cohort else ""
        return self.schedule.words if self.schedule else ""


Rule = Callable[[Case], Decision]
"""What a store calls inside its transaction."""


def decide_delivery(case: Case, now: datetime, *, leaving: bool = False) -> Decision:
    """Return what becomes of a delivery now: as it is due, and with ``leaving`` as it is sent.

    By then its learner counts as reminded, by this very one.
    """
    delivery, schedule = case.delivery, case.schedule
    if now - delivery.due_at > MAX_LATE and delivery.kind not in OF_SHARING:
        return Decision(why="late")
    if delivery.kind in NEWS:
        return _decide_news(case.member, now, is_told_to_all=delivery.kind == "deletion")
    if schedule and schedule.cancelled_at:
        return Decision(why="cancelled")
    if schedule and schedule.paused_at:
        return Decision(why="paused")
    how: How = "nudge" if delivery.kind == "nudge" else "planned"
    if delivery.kind == "later":
        how = "asked_for"
    elif delivery.again or leaving:
        how = "again"
    audience = schedule.audience if schedule else None
    return decide(case.cohort, audience, case.member, now, how)


def _decide_news(member: Member, now: datetime, *, is_told_to_all: bool) -> Decision:
    """Return what becomes of news: who has turned reminders off gets it, who said /stop does not.

    That all of theirs will be deleted is told to all. It breaks into no writing, and keeps the
    quiet hours.
    """
    if member.blocked or (member.resting and not is_told_to_all):
        return Decision(why="blocked" if member.blocked else "off")
    since = member.last_at + NOT_WHILE_WRITING if member.last_at else now
    at = next_allowed(member.preferences, max(now, since))
    return Decision(at=at, goes=at <= now) if at else Decision(why="off")


def plan_deliveries(
    cohort: Cohort,
    schedule: Schedule,
    members: Iterable[Member],
    firing: tuple[date, datetime],
    now: datetime,
) -> list[Delivery]:
    """Return a delivery for everybody in the audience, also for those who get nothing.

    ``firing`` is a local date and the instant that is due on it.
    """
    day, due = firing
    planned = list[Delivery]()
    for member in schedule.audience.of(members):
        delivery = Delivery(
            schedule.id, day, member.chat_id, due, schedule.kind, cohort.id, cohort.dialogue
        )
        each = decide_delivery(Case(delivery, member, cohort, schedule), now)
        state: DeliveryState = "skipped" if each.why else "waiting"
        planned.append(replace(delivery, due_at=each.at or now, state=state, why=each.why or ""))
    return planned


def to_send_again(doubtful: Iterable[Delivery], of_theirs: Iterable[Delivery]) -> list[Delivery]:
    """Return those of the doubtful whose learner has had no other reminder since."""
    last = dict[str, int]()
    for each in of_theirs:
        if each.state in MAY_HAVE_COME:
            last[each.chat_id] = max(each.outbox, last.get(each.chat_id, 0))
    return [each for each in doubtful if each.outbox >= last.get(each.chat_id, 0)]


@dataclass(frozen=True, slots=True)
class AudiencePreview:
    """An audience before anything is sent: each of them with what becomes of it."""

    decisions: tuple[tuple[Member, Decision], ...]

    def going(self) -> list[Member]:
        """Return those who get it at once."""
        return [member for member, each in self.decisions if each.goes]

    def waiting(self) -> list[tuple[Member, datetime]]:
        """Return those who get it at a later time, the soonest first."""
        later = [(m, each.at) for m, each in self.decisions if each.at and not each.goes]
        return sorted(later, key=lambda pair: pair[1])

    @property
    def reasons(self) -> Counter[Why]:
        """Return how many do not get it, by reason."""
        return Counter(each.why for _, each in self.decisions if each.why)


def preview_audience(
    cohort: Cohort, audience: Audience, members: Iterable[Member], now: datetime
) -> AudiencePreview:
    """Return who would get a reminder, when, and who would not, and why."""
    decisions = ((each, decide(cohort, audience, each, now)) for each in audience.of(members))
    return AudiencePreview(tuple(decisions))


def to_nudge(cohort: Cohort, members: Iterable[Member], now: datetime) -> list[Member]:
    """Return those whom it is time to nudge: so many days still, not ready, not too often."""
    if not cohort.nudge_days or cohort.is_over(now) or not is_time_to_nudge(cohort, now):
        return []
    still = now - timedelta(days=cohort.nudge_days)
    return [
        each
        for each in members
        if each.status in ("new", "in_progress")
        and each.nudges < NUDGES
        and (since := each.still_since)
        and since <= still
        and decide(cohort, None, each, now, "nudge").goes
    ]
