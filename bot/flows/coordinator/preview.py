"""A reminder before it is sent: what people will see, and who of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from bot.content.library import Content
from bot.content.models.dialogue import Dialogue
from bot.content.words.words import Words
from bot.domain.cohort import SMALL, Member
from bot.domain.cohort_view import CohortView, Report
from bot.domain.coordination.reminders import ReminderPreview
from bot.domain.drafts import ReminderDraft
from bot.domain.eligibility import AudiencePreview
from bot.domain.events import Reminder
from bot.engine.dates import due
from bot.engine.wording import Text, counted, fill, join
from bot.flows.reminder_text import asking, opening

UNKNOWN = "?"
"""The question of who was last seen by a build that did not note it."""


def preview_texts(
    content: Content, view: CohortView, draft: ReminderDraft, found: ReminderPreview
) -> tuple[Text, Text]:
    """Return the reminder as people will see it; and when it goes, to how many, and to whom not."""
    words, timing = content.words, found.timing
    lines = list[Text]()
    if timing and timing.weekday is not None:
        day = f"{found.at.astimezone(ZoneInfo(timing.zone)):%A}"
        lines.append(fill(words, words.coordinator.weekly, time=timing.time, day=day))
    elif timing:
        at = due(found.at, view.cohort.zone)
        lines.append(fill(words, words.coordinator.at_time, when=at))
    lines += _audience_lines(words, view, found)
    if draft.audience.is_message:
        lines += [fill(words, words.coordinator_pages.is_message)]
        lines += _clash_lines(words, view, found)
        heading = fill(words, words.coordinator.preview)
        return join("\n\n", [heading, as_seen(content, view, draft, found)]), join("\n", lines)
    shown, *others = _kinds(content, view, found.audience)
    lines += _other_kinds(content, view, others)
    has_begun = any(each.status != "new" for each in getting(found.audience))
    if len(view.here) < SMALL or others or has_begun:
        lines.append(fill(words, words.coordinator_pages.preview_more))
    lines += _clash_lines(words, view, found)
    heading = _heading(words, view, shown[1], sum(count for _, count in (shown, *others)))
    return join("\n\n", [heading, as_seen(content, view, draft, found)]), join("\n", lines)


def getting(audience: AudiencePreview) -> list[Member]:
    """Return those who get it, now or later."""
    return audience.going() + [each for each, _ in audience.waiting()]


def as_seen(
    content: Content, view: CohortView, draft: ReminderDraft, found: ReminderPreview
) -> Text:
    """The reminder to the letter, as most of them will see it, but for what is only theirs."""
    words, dialogue = content.words, content.dialogues.get(view.cohort.dialogue)
    of, is_message = view.cohort, draft.audience.is_message
    about = Reminder("reminder", of.dialogue, of.name, of.contact, is_message)
    parts = opening(words, about, draft.words)
    if dialogue and not is_message:
        parts.append(asking(words, dialogue, _kinds(content, view, found.audience)[0][0]))
    return join("\n\n", parts)


def _kinds(content: Content, view: CohortView, audience: AudiencePreview) -> list[tuple[str, int]]:
    """Return the steps that are asked, "" for a statement that is ready, each with how many see it.

    The most common one comes first, and one that is not known is never that. In a small group only
    what somebody sees who has not begun: everything else would tell who stands where.
    """
    dialogue = content.dialogues.get(view.cohort.dialogue)
    if dialogue is None or len(view.here) < SMALL:
        return [(dialogue.steps[0].id if dialogue else "", 0)]
    counts = Counter(_asked(dialogue, each) for each in getting(audience))
    unknown = counts.pop(UNKNOWN, 0)
    found = counts.most_common() or [(dialogue.steps[0].id, 0)]
    return [*found, (UNKNOWN, unknown)] if unknown else found


def _asked(dialogue: Dialogue, member: Member) -> str:
    if member.status == "new":
        return dialogue.steps[0].id
    is_known = member.asked in dialogue.by_id or member.status == "ready"
    return member.asked if is_known else UNKNOWN


def _heading(words: Words, view: CohortView, count: int, of: int) -> Text:
    if len(view.here) < SMALL:
        return fill(words, words.coordinator_pages.preview_small)
    if count == of:
        return fill(words, words.coordinator.preview)
    return fill(words, words.coordinator_pages.preview_some, count=count, all=of)


def _other_kinds(
    content: Content, view: CohortView, kinds: list[tuple[str, int]]
) -> Iterator[Text]:
    words, said = content.words, content.words.coordinator_pages
    for step, count in kinds:
        dialogue = content.dialogues[view.cohort.dialogue]
        if step == UNKNOWN:
            text: str = fill(words, said.kind_unknown)
        else:
            text = asking(words, dialogue, step).partition("\n\n")[0]
        yield fill(words, said.kind_one if count == 1 else said.kind_some, count=count, text=text)


def _audience_lines(words: Words, view: CohortView, found: ReminderPreview) -> list[Text]:
    """``14 will get it now`` and so on: each of the audience is in one line."""
    said, planning, audience = words.coordinator, words.planning, found.audience
    if not view.here:
        return [counted(words, said.people, 0)]
    if len(view.here) < SMALL:
        return [fill(words, said.small_audience)]
    rings = [each for each in getting(audience) if not each.has_only_page]
    on_page = len(getting(audience)) - len(rings)
    going = sum(not each.has_only_page for each in audience.going())
    if len(rings) == 1:  # whether it suits one person now is theirs to know
        one = planning.one_gets_it_then if found.timing else words.people.one_gets_it
        lines = [fill(words, one)]
    elif rings or not on_page:
        waiting = len(rings) - going
        lines = [counted(words, planning.get_then if found.timing else said.will_get, going)]
        lines += [counted(words, said.will_get_later, waiting)] if waiting else []
    else:
        lines = []
    lines += page_lines(words, on_page)
    for why, count in audience.reasons.most_common():
        lines.append(counted(words, getattr(words.reasons, why), count))
    return lines


def page_lines(words: Words, count: int) -> list[Text]:
    """Return the line of so many people to whom only their page shows it, none for nobody."""
    return [counted(words, words.planning.on_page, count)] if count else []


def _clash_lines(words: Words, view: CohortView, found: ReminderPreview) -> list[Text]:
    """Return what this one would keep back, or be kept back by."""
    said, lines = words.coordinator, list[Text]()
    if found.clashes.other:
        at = due(found.clashes.other, view.cohort.zone)
        lines.append(fill(words, said.too_near, when=at))
    if found.clashes.nudges:
        lines.append(fill(words, said.starves_nudges))
    return lines


def sent_text(words: Words, view: CohortView, report: Report) -> Text:
    """Return what is said when a reminder has been sent or planned."""
    if report.schedule.timing:
        return fill(words, words.coordinator.planned)
    if len(view.here) < SMALL:
        return fill(words, words.coordinator.small_audience)
    found = [each for each in report.rows if each.state == "waiting"]
    waits = [each for each in found if each.chat_id not in view.on_page]
    on_page = page_lines(words, len(found) - len(waits))
    if len(waits) == 1:  # whether it suits them now is theirs to know
        return join("\n", [fill(words, words.planning.sent_to_one), *on_page])
    later = sum(each.due_at > report.schedule.made_at for each in waits)
    said, now = words.coordinator, len(waits) - later
    first = said.sending if now else words.planning.sent_for_later
    lines = [fill(words, first if waits else words.planning.sent_to_pages, count=now)]
    lines += [counted(words, said.will_get_later, later)] if later else []
    return join("\n", [*lines, *on_page])
