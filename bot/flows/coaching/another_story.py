"""“or I could tell you about the trip”, “naw, stick wi the tea”: which story it shall be."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.reading.kind_signs import STICKS
from bot.analysis.reading.words import words_of
from bot.domain.coaching import ASIDE, ASK, Coaching
from bot.domain.messages import NOWHERE, Message
from bot.engine.context import TurnContext
from bot.engine.wording import Text
from bot.engine.wordings import Chooser
from bot.flows.coaching.reading import read_text
from bot.flows.coaching.replies import ask_for_part, ask_which


def reply_to_choice(turn: TurnContext, lines: Chooser) -> Sequence[Text | None]:
    """Return the reply to a few words about another story: it is asked which, unless they stay with
    the one that was told first. What they offered in its place is in no answer then."""
    said = " ".join(each.plain for each in words_of(turn.event.text))
    if not STICKS.match(said):
        turn.coaching = Coaching("alternative", ASK)
        return [ask_which(turn, lines)]
    if offered := _offered(turn):
        turn.change(offered, aside=True, step=NOWHERE)
    turn.coaching = Coaching("alternative", ASIDE)
    line = lines.pick(turn.content.listening.kinds.alternative.stays)
    step = turn.open_question
    return [line, ask_for_part(turn, step.id, lines) if step else None]


def _offered(turn: TurnContext) -> Message | None:
    """Return the other story that was told just before, None where none was."""
    answer = turn.answer(turn.step_for_words or turn.attempt.step)
    newest = max(answer, key=lambda each: each.number, default=None)
    if newest is None:
        return None
    return newest if read_text(turn, newest.shown).kind == "alternative" else None
