"""“i feel like its rubbish”, “am jist a carer”, “what else do I write”: a true word of
theirs, and one small help. Never a rule and never only a number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.analysis.reading.complaints import is_of_asking, resents_having_to
from bot.analysis.reading.grievances import is_grievance
from bot.analysis.reading.low_worth import Low, has_no_more, low_worth, without_joint
from bot.analysis.reading.meaning_asked import asks_of_badge
from bot.analysis.reading.own_news import own_news_in
from bot.analysis.reading.reading import Reading
from bot.content.models.dialogue import WordsStep
from bot.content.models.parts import PartName
from bot.domain.coaching import Coaching
from bot.domain.messages import Message
from bot.engine.context import TurnContext
from bot.engine.wording import Text, join
from bot.engine.wordings import Chooser, mark_of, quote_of
from bot.flows.coaching.asking import deeper
from bot.flows.coaching.follow_ups import missed
from bot.flows.coaching.reading import read_text
from bot.flows.coaching.replies import LEAST_STORY, ask_open, ask_part, ask_smaller, chooser
from bot.flows.coaching.setting_aside import set_aside
from bot.flows.coaching.told import told
from bot.flows.safety.harm_heard import harm_in

GLADLY: Sequence[PartName] = ("result", "why", "people_part", "how", "who")
"""What can be told at any step by who has no more to write, the easiest first."""

_NOT_LOW = (is_grievance, asks_of_badge, own_news_in, is_of_asking, resents_having_to)
"""What is said of work, of the badge or of the coach, and of no words of theirs."""

RANK = ("manag", "lead", "boss")
"""How words begin by which “I'm only a carer” is about more than what somebody works as."""


def take_words(turn: TurnContext) -> bool:
    """Take what makes themselves or their words small, or has no more to write; False where nothing
    of theirs can be said back, or an act stands beside it."""
    step, text = turn.step, turn.event.text
    if not isinstance(step, WordsStep) or not step.needs or turn.conversation.prompt == "carry_on":
        return False
    if any(each(text) for each in _NOT_LOW):
        return False
    low, no_more = low_worth(text), has_no_more(text)
    if not (low or no_more) or _tells(turn, low):
        return False
    clause, is_own = next(_clauses(turn), ("", False))
    if low and not clause:
        return False
    set_aside(turn, "denial" if low == "rank" else "feeling_about_task" if low else "question")
    lines = chooser(turn)
    said = _hearten(turn, low, clause, lines, is_own=is_own) if low else None
    question = None if said and "?" in said else _small_help(turn, lines, step)
    turn.tell(join("\n", [each for each in (said, question) if each]))
    return True


def _tells(turn: TurnContext, low: Low) -> bool:
    """Whether an act, or what they work as, is told, which is an answer."""
    reading, step = turn.reading, turn.attempt.step
    text = turn.event.text.casefold()
    asks_role = f"{step}:role" == (turn.attempt.parts_asked or [""])[-1]
    is_role = low == "rank" and not any(each in text for each in RANK)
    is_role = is_role and (asks_role or "role" not in told(turn))
    is_told = reading.act and reading.kind in ("evidence", "several", "announce")
    return is_told or is_role or (low == "rank" and _is_act_beside(turn.reading))


def _is_act_beside(reading: Reading) -> bool:
    """Whether an act stands beside a denial, in a clause of its own: “I'm no manager. I just count
    them before they go up”."""
    acts = (each for each in reading.clauses if each.own_act and each.fit_to_quote)
    return reading.kind == "denial" and any(e.end - e.start >= LEAST_STORY for e in acts)


def _hearten(
    turn: TurnContext, low: Low, clause: str, lines: Chooser, *, is_own: bool
) -> Text | None:
    words = turn.content.listening.heartened
    mine = {
        "text": words.of_text,
        "self": words.of_self,
        "rank": words.of_rank,
        "language": words.of_language,
    }
    needs: list[Sequence[str]] = [mine[low], words.any]
    if low == "rank" and not is_own:
        del needs[0]  # it asks who did it
    line = lines.pick(*needs, clause=clause)
    if line and "?" in line:
        turn.coaching = replace(turn.coaching or Coaching(), asked="smaller")
        turn.attempt.smaller_after = len(turn.conversation.messages)
    if line:
        turn.conversation.quoted.append(mark_of(clause))
    return line


def _small_help(turn: TurnContext, lines: Chooser, step: WordsStep) -> Text | None:
    """Return the question that waits, else one for what is not told yet at this step."""
    lead = turn.content.listening.heartened.one_more
    if not turn.answer(step.id):
        question = ask_smaller(turn, lines)
        return lines.lead(lead, question=question) if question else None
    if waiting := ask_open(turn, lines, lead):
        return waiting
    known = told(turn)
    asked = turn.attempt.parts_asked
    gladly = (e for e in GLADLY if e not in known and f"{step.id}:{e}" not in asked)
    part = missed(step, known) or next(gladly, None) or deeper(known, asked, step.id)
    question = ask_part(turn, step.id, part, lines) or ask_smaller(turn, lines, step.id)
    return lines.lead(lead, question=question) if question else None


def _clauses(turn: TurnContext) -> Iterator[tuple[str, bool]]:
    """Yield what they told that can be said back, and whether it is their own act, the best first.

    What was not said back comes before what was, their own act before what came of it, and what
    stands at this step before the rest.
    """
    found = [
        (
            mark_of(quote) in turn.conversation.quoted,
            not each.own_act,
            message.step != turn.attempt.step,
            -message.number,
            quote,
        )
        for message in _told(turn)
        for each in read_text(turn, message.shown).clauses
        if each.fit_to_quote and (each.own_act or "result" in each.parts)
        for quote in (without_joint(quote_of(message.shown, each)),)
    ]
    yield from ((each[-1], not each[1]) for each in sorted(found))


def _told(turn: TurnContext) -> Iterator[Message]:
    for step in turn.dialogue.steps:
        yield from (each for each in turn.answer(step.id) if not harm_in(turn, each.text))
