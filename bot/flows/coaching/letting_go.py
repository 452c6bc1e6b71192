"""A question of the coach's own that is let go: nobody has more to say to it, or it was told."""

from __future__ import annotations

from bot.analysis.reading.answering import says_nothing
from bot.analysis.reading.complaints import is_of_asking
from bot.analysis.reading.kinds import Kind
from bot.engine.context import TurnContext
from bot.engine.wording import join
from bot.engine.wordings import Chooser
from bot.flows.coaching.replies import ask_smaller, open_follow_up

_TOLD: frozenset[Kind] = frozenset(("already_told", "complaint_about_coach"))

_WANTS: frozenset[Kind] = frozenset(("question", "not_understood", "request", "stop", "delete"))


def let_go(turn: TurnContext, kind: Kind, lines: Chooser) -> bool:
    """Let the question go that was asked just before, if the message of this turn says no to it,
    and say so."""
    message = turn.conversation.messages[-1]
    if kind in _WANTS or not says_nothing(message.text):
        return False
    step = turn.open_question
    asked = (turn.attempt.asked_after.get(turn.attempt.step), turn.attempt.smaller_after)
    if step is None or message.number - 1 not in asked or not turn.answer(step.id):
        return False
    close(turn)
    line = lines.pick(turn.content.listening.kinds.talk.no)
    way_on = turn.fill(turn.content.words.answer.first) if step == turn.step else None
    turn.tell(join("\n", [each for each in (line, way_on or ask_smaller(turn, lines)) if each]))
    return True


def note_told(turn: TurnContext, kind: Kind) -> None:
    """Keep in mind that what was asked last is told, if somebody says so: it is not asked again."""
    is_said = kind == "already_told" or says_asked_before(turn)
    asked = turn.attempt.parts_asked
    if not (kind in _TOLD and is_said and asked):
        return
    part = asked[-1].partition(":")[2]
    if part not in turn.attempt.told_beside:
        turn.attempt.told_beside.append(part)
    close(turn)


def says_asked_before(turn: TurnContext) -> bool:
    """Return whether the message of a turn says that the coach has asked that before."""
    cues = turn.content.listening.kinds.cues
    return cues.asked_before in turn.says or is_of_asking(turn.event.text)


def close(turn: TurnContext) -> None:
    """Close the question that waits at the open step."""
    turn.attempt.asked_after.pop(turn.attempt.step, None)
    turn.attempt.smaller_after = 0


def ask_no_more(turn: TurnContext) -> None:
    """Ask no more for what the coach asked last, where that waits for an answer: they have told it,
    or will not."""
    if open_follow_up(turn) is None:
        return
    here = f"{turn.attempt.step}:"
    asked = next(each for each in reversed(turn.attempt.parts_asked) if each.startswith(here))
    turn.attempt.told_beside.append(asked.partition(":")[2])
