"""The list of what coordinators did."""

from __future__ import annotations

from bot.content.words.words import Words
from bot.domain.cohort import SMALL
from bot.domain.cohort_view import CohortView
from bot.domain.coordination.outcome import OPERATOR
from bot.engine import dates
from bot.engine.context import TurnContext
from bot.engine.wording import Text, fill, join

LAST = 20
"""Lines of the list of what was done."""


TELLS_OF_SOMEBODY = ("sent_again", "sent_missed")
"""What stands in the list only where one was missed or in doubt: in a small group that is told by
nothing, so it is not told here."""


def show_audit(turn: TurnContext, view: CohortView, _: str = "") -> None:
    """Show the last things that coordinators did."""
    turn.tell(audit_text(turn.content.words, view))


def audit_text(words: Words, view: CohortView) -> Text:
    """Return the last things that coordinators did, one a line."""
    lines, said = [fill(words, words.coordinator.audit)], words.coordinator
    number = {chat: place for place, chat in enumerate(view.coordinators, 1)}
    hidden = TELLS_OF_SOMEBODY if len(view.here) < SMALL else ()
    for each in [line for line in view.audit if line.what not in hidden][-LAST:]:
        is_off = each.what == "nudges" and each.facts == "0"
        template = words.audit.nudges_off if is_off else getattr(words.audit, each.what)
        what = fill(words, template, facts=_facts(words, each.facts))
        by = number.get(each.chat_id)
        somebody = said.operator if each.chat_id == OPERATOR else said.somebody
        name = fill(words, said.coordinator, number=by) if by else somebody
        at = dates.when(each.at, view.cohort.zone)
        lines.append(fill(words, said.audit_line, when=at, who=name, what=what))
    return join("\n", lines)


def _facts(words: Words, facts: str) -> str:
    """Return what was changed or who was meant, in words; a number as it is."""
    known = words.audit_facts
    return ", ".join(getattr(known, each, each) for each in facts.split(", "))
