"""Another last day: what it carries along is said, and what falls away by it before it is done.

Page below a cohort: ``ends`` the change that waits for *Yes*.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bot.content.library import Content
from bot.domain.cohort_view import CohortView, Report
from bot.domain.coordination.cohorts import change_cohort
from bot.domain.coordination.last_day import LastDay, last_day
from bot.domain.drafts import ChangeDraft
from bot.domain.offers import Button
from bot.engine import dates
from bot.engine.context import TurnContext
from bot.engine.dates import day, due
from bot.engine.wording import Text, fill, join
from bot.flows.coordinator import forms
from bot.flows.coordinator.names import group_name
from bot.flows.coordinator.planned import every
from bot.flows.coordinator.routes import PAGE, carry_out, does
from bot.flows.coordinator.settings import setting_buttons, show_settings


def change(turn: TurnContext, view: CohortView, draft: ChangeDraft) -> None:
    """Change a cohort by a draft that is whole; where planned ones fall away, ask first."""
    if draft.ends_on and last_day(view, draft.ends_on, turn.now).takes_away:
        turn.conversation.draft = draft
        turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.ends"
        show_shorter(turn, view)
    else:
        _carry_out(turn, view, draft)


def shorten(turn: TurnContext, view: CohortView, _: str = "") -> None:
    """*Yes, change it*: with all that falls away by it."""
    draft = _in_hand(turn, view)
    turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.set"
    if draft is None:
        show_settings(turn, view)
        return
    turn.conversation.draft = None
    _carry_out(turn, view, draft)


def _carry_out(turn: TurnContext, view: CohortView, draft: ChangeDraft) -> None:
    turn.conversation.open_page = forms.page_of_change(draft)
    if carry_out(turn, change_cohort(view, draft, turn.now)):
        what = last_day(view, draft.ends_on, turn.now) if draft.ends_on else LastDay()
        changed = turn.fill(turn.content.words.coordinator.changed)
        turn.tell(changed, *carried_texts(turn.content, view, what))


def show_shorter(turn: TurnContext, view: CohortView, _: str = "") -> None:
    """Show what would fall away by the change in hand."""
    draft = _in_hand(turn, view)
    if draft is None or draft.ends_on is None:
        show_settings(turn, view)
        return
    what = last_day(view, draft.ends_on, turn.now)
    texts = falling_texts(turn.content, view, draft, what)
    turn.tell(*texts, turn.fill(turn.content.words.planning.ends_ask))


def shorter_buttons(turn: TurnContext, view: CohortView, _: str = "") -> Iterator[Button]:
    """Yield *Yes, change it*."""
    if _in_hand(turn, view):
        yield does(turn.content.words.planning.ends_yes, "cohort:shorten")
    else:
        yield from setting_buttons(turn, view)


def falling_texts(
    content: Content, view: CohortView, draft: ChangeDraft, what: LastDay
) -> list[Text]:
    """Return what falls away, each in a line of its own."""
    words, zone = content.words, view.cohort.zone
    lines = [_weekly(content, view, each, last) for each, last in what.shortened]
    for report, at in what.gone:
        audience = group_name(content, view, report.schedule.audience)
        said = words.coordinator_pages.planned_once
        lines.append(fill(words, said, when=due(at, zone), audience=audience))
    ends = day(draft.ends_on) if draft.ends_on else ""
    return [fill(words, words.planning.ends_loses, ends=ends), join("\n", lines)]


def _weekly(content: Content, view: CohortView, report: Report, last: datetime | None) -> Text:
    words, timing = content.words, report.schedule.timing
    often = every(words, timing) if timing else ""
    if last is None:
        return fill(words, words.planning.no_more, every=often)
    return fill(words, words.planning.last_time, every=often, when=due(last, view.cohort.zone))


def carried_texts(content: Content, view: CohortView, what: LastDay) -> list[Text]:
    """That weekly reminders and links go on until the new last day, where there are any."""
    words = content.words
    timings = [each.schedule.timing for each in what.carried]
    lines = [every(words, each) for each in timings if each]
    told = [fill(words, words.planning.carried), join("\n", lines)] if lines else []
    untils = sorted({each.until for each in what.links})
    days = [dates.last_day(each, view.cohort.zone) for each in untils]
    return [*told, *(fill(words, words.planning.links_until, until=each) for each in days)]


def _in_hand(turn: TurnContext, view: CohortView) -> ChangeDraft | None:
    draft = turn.conversation.draft
    is_whole = isinstance(draft, ChangeDraft) and not draft.asked and draft.cohort == view.cohort.id
    return draft if isinstance(draft, ChangeDraft) and is_whole else None
