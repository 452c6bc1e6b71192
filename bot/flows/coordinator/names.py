"""Names of people, places and groups: in the chat and on the command line alike."""

from __future__ import annotations

from bot.content.library import Content
from bot.content.words.words import Words
from bot.domain.cohort import Cohort, Member
from bot.domain.cohort_view import CohortView
from bot.domain.reminders import Audience
from bot.engine.wording import Text, fill


def who(words: Words, member: Member) -> str:
    """Return what a coordinator sees of somebody: the name that they let be seen, or a number."""
    return member.name or str(fill(words, words.coordinator.learner, number=member.number))


def who_of(words: Words, view: CohortView, member: Member) -> str:
    """Return the same among all that are here: who shares a name has their number beside it."""
    name = who(words, member)
    return f"{name} ({member.number})" if member.name in view.shared_names else name


def step_name(content: Content, cohort: Cohort, step: str) -> str:
    """Return what a place is called: the label of a step, or not begun, ready, sent."""
    dialogue = content.dialogues.get(cohort.dialogue)
    found = dialogue.by_id.get(step) if dialogue else None
    return found.label if found else getattr(content.words.places, step, step)


def steps(content: Content, cohort: Cohort) -> list[str]:
    """Return the ids of the places between *not begun* and *ready*, in their order."""
    dialogue = content.dialogues.get(cohort.dialogue)
    return [*(each.id for each in dialogue.steps), "review", "statement"] if dialogue else []


def group_name(content: Content, view: CohortView, audience: Audience) -> Text:
    """Return what an audience is called."""
    words, step = content.words, audience.step
    label = step_name(content, view.cohort, step) if step else ""
    one = next((each for each in view.members if each.number == audience.number), None)
    template = getattr(words.groups, audience.group)
    return fill(words, template, step=label, who=who_of(words, view, one) if one else "")
