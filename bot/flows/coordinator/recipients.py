"""Who a reminder went to: by the name that they let be seen, or by their number."""

from __future__ import annotations

from collections.abc import Iterable

from bot.content.words.words import Words
from bot.domain.cohort import SMALL, Member
from bot.domain.cohort_view import CohortView, Report
from bot.domain.reminders import MAY_HAVE_COME, UNDER_WAY
from bot.engine.context import TurnContext
from bot.engine.wording import Text, fill, join
from bot.flows.coordinator.names import who_of
from bot.flows.coordinator.reports import show_reports

GETS = {*MAY_HAVE_COME, *UNDER_WAY}
"""Whether it has gone or waits for a better time is one: when somebody is quiet is theirs."""


def show_recipients(turn: TurnContext, view: CohortView, rest: str) -> None:
    """Show who gets a reminder and who does not. In a small group nobody is told apart."""
    report = view.report(rest)
    if report is None or len(view.here) < SMALL:
        show_reports(turn, view, rest)
    else:
        turn.tell(recipients_text(turn.content.words, view, report))


def recipients_text(words: Words, view: CohortView, report: Report) -> Text:
    """Return who of those that are here gets a reminder, and who does not."""
    newest = {each.chat_id: each for each in report.rows}
    gets, others = list[Member](), list[Member]()
    for member in view.here:
        if row := newest.get(member.chat_id):
            (gets if row.state in GETS else others).append(member)
    said = words.coordinator_pages
    lines = [fill(words, said.went_to, people=_names(words, view, gets))]
    lines += [fill(words, said.not_to, people=_names(words, view, others))] if others else []
    return join("\n", lines)


def _names(words: Words, view: CohortView, people: Iterable[Member]) -> str:
    return ", ".join(who_of(words, view, each) for each in people) or fill(
        words, words.coordinator.nobody
    )
