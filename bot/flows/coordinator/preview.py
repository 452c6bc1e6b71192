"""A reminder before it is sent: what people will see, and who of them."""

from __future__ import annotations

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
from bot.flows.contacts import from_whom, where_replies_go


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
    lines += _clash_lines(words, view, found)
    return _as_seen(content, view, draft), join("\n", lines)


def _as_seen(content: Content, view: CohortView, draft: ReminderDraft) -> Text:
    """The reminder as somebody will see it who stands where it is meant for, or has not begun."""
    words, reminder = content.words, content.words.reminders
    dialogue = content.dialogues.get(view.cohort.dialogue)
    parts: list[str] = [fill(words, words.coordinator.preview)]
    parts.append(from_whom(words, "reminder", view.cohort.name))
    parts += [draft.words] if draft.words else []
    parts += where_replies_go(words, view.cohort.contact)
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
    going, waiting = len(audience.going()), len(audience.waiting())
    if len(audience.decisions) == 1 and waiting:  # whether it suits one person now is theirs
        return [fill(words, words.people.one_gets_it)]
    lines = [counted(words, said.will_get, going)]
    lines += [counted(words, said.will_get_later, waiting)] if waiting else []
    for why, count in audience.reasons.most_common():
        lines.append(counted(words, getattr(words.reasons, why), count))
    return lines


def _clash_lines(words: Words, view: CohortView, found: ReminderPreview) -> list[Text]:
    """What this one would keep back, or be kept back by."""
    said, lines = words.coordinator, list[Text]()
    if found.clashes.other:
        at = when(found.clashes.other, view.cohort.zone)
        lines.append(fill(words, said.too_near, when=at))
    if found.clashes.nudges:
        lines.append(fill(words, said.starves_nudges))
    return lines


def sent_text(words: Words, view: CohortView, report: Report) -> Text:
    """What is said when a reminder has been sent or planned."""
    if report.schedule.timing:
        return fill(words, words.coordinator.planned)
    if len(view.here) < SMALL:
        return fill(words, words.coordinator.small_audience)
    return fill(words, words.coordinator.sending, count=report.states["waiting"])
