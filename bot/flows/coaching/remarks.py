"""What is said to the coach and asks nothing, and what an author says to it: “my manager told me
to do it”, “private”."""

from __future__ import annotations

from bot.analysis.meant import QUESTION
from bot.analysis.reading.complaints import resents_having_to
from bot.content.models.questions import Remark
from bot.engine.context import TurnContext
from bot.engine.wording import join
from bot.engine.wordings import Chooser
from bot.flows.coaching.letting_go import ask_no_more
from bot.flows.coaching.ways_on import with_end

MADE_TO = "made_to"
"""The remark of who has to do it, and never asked to."""


def remark_in(turn: TurnContext, text: str) -> Remark | None:
    """Return the remark in a text that has lines of its own, None for none."""
    meant = turn.knowledge.meanings.meant_in(text)
    said = {each.id for each in meant if each.kind != QUESTION}
    if resents_having_to(text):
        said.add(MADE_TO)
    known = turn.content.questions.remarks
    return next((each for each in known if each.id in said and each.lines), None)


def answer_remark(turn: TurnContext, remark: Remark, lines: Chooser) -> None:
    """Say what an author says to a remark. Who keeps something to themselves is asked no more."""
    said = lines.must_pick(remark.lines)
    if said and remark.kind != "talk":
        turn.tell(with_end(turn, said, lines))
        return
    ask_no_more(turn)
    is_answered = turn.step is not None and bool(turn.answer(turn.step.id))
    more = turn.fill(turn.content.words.answer.first) if is_answered else None
    turn.tell(join("\n", [each for each in (said, more) if each]))
