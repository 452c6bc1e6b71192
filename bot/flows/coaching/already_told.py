"""“see above”, “I told you that”: the line that is meant is said back."""

from __future__ import annotations

from collections.abc import Sequence

from bot.engine.context import TurnContext
from bot.engine.wording import Text
from bot.engine.wordings import Chooser
from bot.flows.coaching.told import told_before


def reply_already_told(turn: TurnContext, lines: Chooser) -> Sequence[Text | None]:
    """Return the line of theirs that they mean, or where it stands, and the fault owned once."""
    told, (clause, at) = turn.content.listening.kinds.already_told, told_before(turn)
    step = turn.dialogue.by_id.get(at)
    if not step:
        return [lines.must_pick(told.not_found)]
    if not clause:
        return [lines.must_pick(told.stands_at, label=step.label)]
    here = at == turn.attempt.step
    needs = (told.found, told.found_at) if here else (told.found_at, told.found)
    return [lines.pick(*needs, clause=clause, label=step.label)]
