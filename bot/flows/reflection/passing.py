"""“skip”, “nothing”, “leave this one out”: a question is passed over, also at the review."""

from __future__ import annotations

from bot.analysis.reading.passing_over import passes_over
from bot.content.models.dialogue import WordsStep
from bot.engine.context import TurnContext
from bot.engine.dispatch import is_label
from bot.engine.wording import join
from bot.flows.coaching.letting_go import ask_no_more
from bot.flows.coaching.replies import chooser
from bot.flows.coaching.setting_aside import may_be_left, set_aside
from bot.flows.reflection.navigation import skip


def take_words(turn: TurnContext) -> bool:
    """Take a few words that pass over what is asked here."""
    is_asked = isinstance(turn.step, WordsStep) or bool(turn.attempt.asked_for)
    if turn.event.passed_on or not is_asked or turn.reading.act:
        return False
    if not (may_be_left(turn, "taken_out", "order") and passes_over(turn.event.text)):
        return False
    if is_label(turn, turn.event.text):  # *Skip* at the review is a press, and no word of theirs
        turn.left()
    else:
        set_aside(turn, "talk")
    if isinstance(turn.step, WordsStep) and not turn.answer(turn.step.id):
        skip(turn)
    else:
        let_be(turn)
    return True


def let_be(turn: TurnContext) -> None:
    """Leave a question to which no is said: it is asked no more."""
    ask_no_more(turn)
    turn.attempt.asked_for = ""
    said = chooser(turn).must_pick(turn.content.listening.kinds.talk.no)
    more = turn.fill(turn.content.words.answer.first) if turn.step else None
    turn.tell(join("\n", [each for each in (said, more) if each]))
