"""A reminder before it is sent: what people will see, and who of them."""

from __future__ import annotations

from collections import Counter
from zoneinfo import ZoneInfo

from bot.content.library import Content
from bot.content.words.words import Words
from bot.domain.cohort import SMALL
from bot.domain.cohort_view import CohortView, Report
from bot.domain.coordination.reminders import ReminderPreview
from bot.domain.drafts import ReminderDraft
from bot.domain.eligibility import AudiencePreview
from bot.engine.dates import when
from bot.engine.wording import Text, counted, fill, join

MOST_TIMES = 5
"""Later times that have a line of their own."""


def preview_texts(
    content: Content, view: CohortView, draft: ReminderDraft, found: ReminderPreview
) -> tuple[Text, Text]:
    """The reminder as people will see it; and when it goes, to how many, and to whom not."""
    words, timing = content.words, found.timing
    lines = list[Text]()
    if timing and timing.weekday is not None:
        day = f"{found.at.astimezone(ZoneInfo(timing.zone)):%A}"
        lines.append(fill(words, words.coordinator.weekly, time=timing.time, day=day))
    elif timing:
        at = when(found.at, view.cohort.zone)
        lines.append(fill(words, words.coordinator.at_time, when=at))
    lines += _audience_lines(words, view, found.audience)
    return _as_seen(content, view, draft), join("\n", lines)


def _as_seen(content: Content, view: CohortView, draft: ReminderDraft) -> Text:
    """The reminder as somebody will see it who stands where it is meant for, or has not begun."""
    words, reminder = content.words, content.words.reminders
    dialogue = content.dialogues.get(view.cohort.dialogue)
    parts: list[str] = [fill(words, words.coordinator.preview)]
    parts.append(fill(words, reminder.from_cohort, cohort=view.cohort.name))
    parts += [draft.words] if draft.words else []
    if dialogue:
        step = dialogue.step(draft.audience.step) or dialogue.steps[0]
        parts.append(fill(words, reminder.question, question=step.question))
        parts.append(fill(words, reminder.answer_here))
    return join("\n\n", parts)


def _audience_lines(words: Words, view: CohortView, audience: AudiencePreview) -> list[Text]:
    """``14 will get it now`` and so on: each of the audience is in one line."""
    said = words.coordinator
    if len(view.here) < SMALL:
        return [fill(words, said.small_audience)]
    lines = [counted(words, said.will_get, len(audience.going()))]
    times = Counter(when(at, view.cohort.zone) for _, at in audience.waiting())
    soonest = list(times.items())
    for at, count in soonest[:MOST_TIMES]:
        lines.append(fill(words, said.at_quiet, count=count, when=at))
    if rest := sum(count for _, count in soonest[MOST_TIMES:]):
        lines.append(fill(words, said.later_still, count=rest))
    for why, count in audience.reasons.most_common():
        lines.append(counted(words, getattr(words.reasons, why), count))
    return lines


def sent_text(words: Words, view: CohortView, report: Report) -> Text:
    """What is said when a reminder has been sent or planned."""
    if report.schedule.timing:
        return fill(words, words.coordinator.planned)
    if len(view.here) < SMALL:
        return fill(words, words.coordinator.small_audience)
    return fill(words, words.coordinator.sending, count=report.states["waiting"])
