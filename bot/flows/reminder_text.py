"""The text of a reminder: the same for the preview of it, and for the reminder itself."""

from __future__ import annotations

from bot.content.models.dialogue import Dialogue
from bot.content.words.words import Words
from bot.domain.events import Reminder
from bot.domain.messages import BETWEEN
from bot.engine.wording import Text, fill
from bot.flows.contacts import from_whom, ways_to_reach, where_replies_go


def opening(words: Words, about: Reminder, said: str) -> list[str]:
    """Return who sends it, what they say, and where replies go; or that it was asked for."""
    if not about.cohort:
        return [fill(words, words.reminders.asked_for)]
    own = [said] if said else []
    return [
        from_whom(words, about),
        *own,
        *(ways_to_reach if about.by_mail else where_replies_go)(words, about.contact),
    ]


def asking(
    words: Words,
    dialogue: Dialogue,
    step_id: str,
    done: str = "",
    line: str = "",
    *,
    here: bool = True,
) -> Text:
    """Return what is done, the last line, and the question of a step; or that it is ready.

    ``step_id`` is "" where nothing is left to ask; ``here`` says that it can be answered at once.
    """
    said, step = words.reminders, dialogue.by_id.get(step_id)
    lines = [said.done] if done else []
    lines += [said.last_line] if line else []
    lines += ([said.question] + [said.answer_here] * here) if step else [said.ready]
    return fill(
        words,
        BETWEEN.join(lines),
        done=done,
        line=line,
        question=step.question if step else "",
        name=dialogue.name,
        makes=dialogue.makes,
    )
