"""“no stop there, my sleepover starts at ten”: who goes or ends it hears one warm line, wherever it
is said. Nothing is asked, and it is in no answer."""

from __future__ import annotations

from bot.analysis.reading.kinds import Kind
from bot.analysis.reading.leaving import Leaving, how_they_leave
from bot.engine.context import TurnContext
from bot.flows.coaching.asides import facts
from bot.flows.coaching.known_questions import meant_by
from bot.flows.coaching.replies import chooser
from bot.flows.coaching.setting_aside import may_be_left, set_aside
from bot.flows.safety.harm_heard import harm_in

_NOT_TAKEN: frozenset[Kind] = frozenset(
    ("several", "announce", "pasted", "private", "alternative", "delete", "harm")
)
"""Kinds that are something else, whatever is said beside."""

_DECIDES = ("taken_out", "order", "sent")
"""What is open where “leave it there” answers."""


def take_words(turn: TurnContext) -> bool:
    """Take words by which somebody ends it for now, or has to go, and which tell nothing."""
    text, is_free = turn.event.text, may_be_left(turn, *_DECIDES) and not turn.at_welcome
    leaving = how_they_leave(text) if is_free else None
    if leaving is None or _tells(turn, leaving) or meant_by(turn, text) or harm_in(turn):
        return False
    set_aside(turn, "talk")
    kinds, known = turn.content.listening.kinds, facts(turn)
    known = known if known["here"] else {**known, "label": None}  # none is done without words
    lines = {"goes": kinds.talk.going, "later": kinds.goodbye.bye, "stops": kinds.stop.for_now}
    turn.tell(chooser(turn).must_pick(lines[leaving.how], **known) or "")
    return True


def _tells(turn: TurnContext, leaving: Leaving) -> bool:
    """Whether something is told beside it, or done about it."""
    reading = turn.reading
    is_answer = reading.kind == "evidence" and reading.sure > 0 and not leaving.plainly
    return reading.act or is_answer or reading.kind in _NOT_TAKEN
