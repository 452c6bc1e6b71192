"""“why do u call it that”: what a name that somebody objects to is worth. It is taken back."""

from __future__ import annotations

from bot.analysis.meant import OBJECTS
from bot.analysis.reading.objections import MOST_FLAT, Objection, objection_in
from bot.analysis.reading.own_names import own_name
from bot.content.models.dialogue import WordsStep
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.wording import join
from bot.flows.coaching.naming import seen_here, take_back_name
from bot.flows.coaching.replies import ask_open, chooser
from bot.flows.coaching.setting_aside import set_aside


def take_words(turn: TurnContext) -> bool:
    """Take an objection: the name goes, the words stay, and the open question is asked on.

    With an act beside it the name goes too, and the act is left to be an answer, unless it only
    says how it was instead.
    """
    found = _objection(turn)
    if found is None:
        return False
    is_named = bool(seen_here(turn))
    take_back_name(turn)
    if found != "flat" and turn.reading.act and count_words(turn.event.text) > BARE:
        return False
    message = set_aside(turn, "complaint_about_coach")
    lines, words = chooser(turn), turn.content.listening
    needs = words.naming.why if found == "why" else words.naming.rejected
    if not is_named:
        needs = words.kinds.complaint_about_coach.missed
    said = [lines.must_pick(needs), ask_open(turn, lines)]
    turn.tell(join("\n", [each for each in said if each]))
    turn.ask("kept_out", message)
    return True


BARE = 8
"""Words up to which nothing is told beside an objection, whatever they look like."""


def _objection(turn: TurnContext) -> Objection | None:
    """Return how somebody objects to what was said back of their words here."""
    if not isinstance(turn.step, WordsStep) or not turn.conversation.quoted:
        return None
    if own_name(turn.event.text, {e.id: e.name for e in turn.content.practices.values()}):
        return None  # they say what it is
    text = turn.event.text
    meant = turn.knowledge.meanings.meant_in(text)
    if any(each.id == OBJECTS for each in meant) and count_words(text) <= MOST_FLAT:
        return "flat"
    names, seen = turn.content.listening.named, seen_here(turn)
    said: list[str] = []
    if seen:
        practice, lines = turn.content.practices[seen], names[seen]
        said = [practice.name, *lines.any, *(each.line for each in lines.when)]
    return objection_in(turn.event.text, [each.replace("$clause", "") for each in said])
