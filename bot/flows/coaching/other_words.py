"""“enough what”, “what do you mean”, “support wi whit?”: the question that was asked last comes in
other words, or it is said what was meant by the name of an act.
"""

from __future__ import annotations

from dataclasses import replace

from bot.analysis.reading.echoes import asks_of_what_was_said, asks_what_is_meant, echoed
from bot.analysis.reading.meaning_asked import asks_of_badge
from bot.analysis.reading.objections import names_it
from bot.content.models.dialogue import WordsStep
from bot.content.models.parts import PartName
from bot.domain.coaching import Coaching
from bot.engine.context import TurnContext
from bot.engine.wording import Text
from bot.engine.wordings import Chooser
from bot.flows.coaching.naming import said_of, say_why, seen_here, was_just_said
from bot.flows.coaching.replies import ask_smaller, chooser, open_follow_up
from bot.flows.coaching.setting_aside import set_aside


def take_words(turn: TurnContext) -> bool:
    """Take who asks what was meant by what was asked, or said, just before."""
    echo, text = echoed(turn.event.text), turn.event.text
    of_said = asks_of_what_was_said(text)
    means = asks_what_is_meant(text) and not turn.reading.own_act
    asks = (echo or of_said or means) and not asks_of_badge(text)
    if not isinstance(turn.step, WordsStep) or not asks:
        return False
    practice, lines = seen_here(turn), chooser(turn)
    name = said_of(turn, practice) if practice and was_just_said(turn, practice) else ""
    is_of_name = of_said or names_it(text, [name]) or not (echo or _waits(turn))
    is_of_name = bool(name) and is_of_name
    if of_said and not is_of_name:
        return False
    about = turn.conversation.messages[-1] if turn.conversation.messages else None
    said = say_why(turn, practice, lines) if is_of_name else _in_other_words(turn, lines)
    if said is None:
        return False
    asked = turn.coaching.asked if turn.coaching else ""
    set_aside(turn, "not_understood")
    turn.coaching = replace(turn.coaching or Coaching(), asked=asked)
    turn.tell(said)
    if is_of_name and about:
        turn.ask("heard", about)
    elif asked == "smaller":
        turn.attempt.smaller_after = len(turn.conversation.messages)
    return True


def _waits(turn: TurnContext) -> bool:
    """Whether a question was asked just before."""
    return _part_waits(turn) or _smaller_waits(turn)


def _part_waits(turn: TurnContext) -> bool:
    """Whether a part was asked for that waits, or was asked for right after the newest message."""
    attempt, newest = turn.attempt, len(turn.conversation.messages)
    is_new = bool(newest) and attempt.asked_after.get(attempt.step) == newest
    return open_follow_up(turn) is not None or (is_new and bool(attempt.asked.get(attempt.step)))


def _smaller_waits(turn: TurnContext) -> bool:
    return 0 < turn.attempt.smaller_after == len(turn.conversation.messages)


def _in_other_words(turn: TurnContext, lines: Chooser) -> Text | None:
    """Return the question that waits in other words, None where none does."""
    words, attempt = turn.content.listening, turn.attempt
    lead = words.put_plainly
    if _part_waits(turn):
        here = f"{attempt.step}:"
        last = next(each for each in reversed(attempt.parts_asked) if each.startswith(here))
        part: PartName = last.removeprefix(here)  # type: ignore[assignment]  # one was asked for
        question = lines.pick(words.questions(attempt.step, part))
        if question:
            attempt.asked[attempt.step][-1] = str(question)
            turn.coaching = replace(turn.coaching or Coaching(), asked=part)
    else:
        question = ask_smaller(turn, lines) if _smaller_waits(turn) else None
        lead = words.another_one
    newest = turn.conversation.messages[-1:]
    if question is None and any(e.step == attempt.step and not e.aside for e in newest):
        return lines.pick(words.only_said_back)
    return lines.lead(lead, question=question) if question else None
