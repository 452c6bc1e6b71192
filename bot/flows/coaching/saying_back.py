"""One thing of theirs said back: the clause, and what is true of it in a few words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.analysis.reading.grievances import is_grievance
from bot.analysis.reading.people import is_of_self, tells_of_none
from bot.analysis.reading.reading import Clause, Reading
from bot.analysis.reading.verbs import is_verb
from bot.analysis.reading.what_was_done import done_in, is_denied
from bot.analysis.reading.whose import begins_done
from bot.content.models.listening import SaidBack
from bot.content.models.parts import PartName
from bot.domain.coaching import Coaching, Heard
from bot.domain.messages import Message
from bot.domain.word_count import count_words
from bot.engine.author_words import first_for, has_word
from bot.engine.context import TurnContext
from bot.engine.wording import Text
from bot.engine.wordings import MOST_SAID, Chooser, mark_of, quotable, quote_of
from bot.flows.coaching import policy
from bot.flows.coaching.told import (
    ACTS,
    part_answered,
    tells_result,
    tells_what_was_asked,
    told,
)

MANY = 3
"""Acts in a message from which on it is said that there are several."""

_PLAIN = frozenset(("we_act", "own_act", "other_act", "spoke_up", "reason", "known", "any"))
"""Remarks that say less than what a word of the clause shows."""

_LOOSE = _PLAIN | {"result", "before"}
"""Remarks that say less than what the clause answers."""

_LED_TO = frozenset(("result", "others_result", "reason", "any"))
"""What a clause seems to be that is told before anybody has done a thing: it is how it was."""

BOTH = frozenset(("task_part", "people_part"))
"""Parts of which a message tells at once what the last step asks for."""

_THEIR_OWN = ("own", "we")

_ANSWERS: Mapping[str, str] = {
    "result": "result",
    "evidence": "known",
    "context": "before",
    "why": "reason",
    "how": "way",
    "who": "people",
}
"""What a clause is by the part that it was asked for."""


def say_back(turn: TurnContext, message: Message, reading: Reading, lines: Chooser) -> Text | None:
    """Return one clause of a message with a remark or a name, None where none is worth it."""
    if line := _what_is_wrong(turn, message, reading, lines):
        return line
    found = _clause_of(turn, message, reading)
    if found is None:
        return None
    clause, practice = found
    quote, words, line = quote_of(message.text, clause), turn.content.listening, None
    own = message.text[clause.start : clause.end]
    if practice:
        line = lines.name(words.named[practice], own, quote)
    if line is None:
        practice, answers = "", _in_its_place(turn, message, reading, clause)
        needs = _remarks(words.said_back, clause, reading, (own, quote), answers)
        line = lines.pick(*needs, clause=quote)
    if line is None:
        return None
    turn.conversation.quoted.append(mark_of(quote))
    del turn.conversation.quoted[:-MOST_SAID]
    if practice:
        turn.attempt.seen[message.step] = practice
    turn.coaching = replace(turn.coaching or Coaching(), heard=Heard(quote, practice))
    return line


def _what_is_wrong(
    turn: TurnContext, message: Message, reading: Reading, lines: Chooser
) -> Text | None:
    """Return all of a few words that tell what is wrong with the work, said back as one: “rota.
    there isnt one. thats the problem”; None for anything else."""
    is_whole = not message.cuts and all(
        each.fit_to_quote or " " not in message.text[each.start : each.end]
        for each in reading.clauses
    )
    if reading.own_act or not is_whole or count_words(message.text) > LONGEST_QUOTE:
        return None
    if tells_result(reading) or not is_grievance(message.text):
        return None
    quote = quotable(message.shown)
    line = lines.pick(turn.content.listening.said_back.before, clause=quote)
    if line:
        turn.conversation.quoted.append(mark_of(quote))
        turn.coaching = replace(turn.coaching or Coaching(), heard=Heard(quote, ""))
    return line


LONGEST_QUOTE = 14
"""Words of the longest that is said back whole."""


def _in_its_place(turn: TurnContext, message: Message, reading: Reading, clause: Clause) -> str:
    """Return the remark that a clause calls for by where it was told, "" for none: what it answers,
    how it was before anybody acted, both sides at the step for both."""
    part = part_answered(turn, message)
    answers = _ANSWERS.get(part, "") if tells_what_was_asked(reading, part) else ""
    own = message.text[clause.start : clause.end]
    is_early = told(turn).isdisjoint(ACTS) and "role" not in clause.parts and not is_of_self(own)
    if not answers and is_early and clause.fit[0] in _LED_TO:
        return "before" if _is_how_it_was(own, clause) else ""
    if answers == "before" and clause.fit[0] in _CAME_OF_IT:
        return ""
    if turn.dialogue.side_of(message.step) != "both":
        return answers
    if clause.fit[0] in ("before", "any"):
        return "both_sides" if reading.parts >= BOTH else "any"
    return "both_sides" if clause.fit[0] in _PLAIN and clause.parts >= BOTH else answers


_SINCE = ("since", "now", "noo", "any more", "anymore", "nae mair", "no more", "no longer")


def _is_how_it_was(own: str, clause: Clause) -> bool:
    """Whether a clause that is told before anybody acted may be called how it was: what is so since
    may not, nor a place and a job, in which nobody does anything."""
    if clause.fit[0] in _CAME_OF_IT:
        return not has_word(_SINCE, own)
    return any(map(is_verb, own.casefold().split()))


_OF_WHO, _HAPPENED = frozenset(("role", "context", "who")), frozenset(("result", "why"))
"""Parts that who somebody is answers, and of which one is told of what happened."""

_NOT_DONE = frozenset(("result", "known", "before"))
"""What somebody's own act is never called, whatever it answers."""

_CAME_OF_IT = frozenset(("result", "others_result", "still", "lasting", "number"))
"""What is so since is never called how it was before."""

_TOLD_ITSELF: Mapping[str, PartName] = {"reason": "why", "people": "who"}
"""The part that a clause itself must tell for such a remark."""


def _is_that(answers: str, clause: Clause) -> bool:
    """Whether a clause may be called what it was asked for: what came of it is no reason, and what
    was done is nobody who did it."""
    is_loose = bool(answers) and clause.fit[0] in _LOOSE | _LED_TO
    needed = _TOLD_ITSELF.get(answers)
    if answers in _NOT_DONE and clause.act and clause.whose in _THEIR_OWN:
        return False
    return is_loose and (needed is None or needed in clause.parts)


def _clause_of(turn: TurnContext, message: Message, reading: Reading) -> tuple[Clause, str] | None:
    """Return the clause to say back, and the practice that it is called after: none of what is left
    out of the answer as words to the coach."""
    clauses = [each for each in reading.clauses if not _is_cut(each, message)]
    before = [
        each
        for each in clauses
        if mark_of(quote_of(message.text, each)) in turn.conversation.quoted
    ]
    models = _models(turn, message.step)
    side = turn.dialogue.side_of(message.step)
    found = policy.clause_to_say(clauses, before, models, side)
    answers, part = was_asked(turn, message), part_answered(turn, message)
    if _only_says_who(reading) and part not in _OF_WHO:
        return None
    if found is None and (answers or reading.kind == "evidence"):  # asked for, short or not
        found = policy.any_clause(clauses, before, answers=answers, part=part)
    return found


def _only_says_who(reading: Reading) -> bool:
    """Whether a message tells what somebody works as and where, and nothing that happened."""
    return "role" in reading.parts and not (reading.act or reading.parts & _HAPPENED)


def _is_cut(clause: Clause, message: Message) -> bool:
    return any(start < clause.end and clause.start < end for start, end in message.cuts)


def was_asked(turn: TurnContext, message: Message) -> bool:
    """Whether the coach asked something just before: “last night” is when, and no word alone."""
    asked = turn.attempt.asked_after.get(message.step), turn.attempt.smaller_after
    return message.number > 1 and message.number - 1 in asked


def _models(turn: TurnContext, step: str) -> Mapping[str, policy.Model]:
    """Return the practices that may be named, with their models: none that was rejected there."""
    if turn.dialogue.badge is None:
        return {}
    models, rejected = policy.models_of(turn.content), turn.attempt.rejected.get(step, ())
    return {name: models[name] for name in models if name not in rejected} if rejected else models


def _remarks(
    words: SaidBack, clause: Clause, reading: Reading, texts: Sequence[str], answers: str
) -> list[Sequence[str]]:
    """Return the needs that are true of a clause, the best fitting first.

    ``texts`` are the clause and what is quoted with it; ``answers`` what it is as an answer.
    """
    if reading.kind == "denial" and clause.act and not tells_of_none(texts[0]):
        return [words.after_denial, words.any]
    acts, fit = sum(each.act for each in reading.clauses), clause.fit[0]
    several = [words.many] if acts >= MANY and fit in _PLAIN else []
    by_word = _by_word(words, texts) if fit in _PLAIN and _is_done(clause, texts[0]) else []
    is_that = _is_that(answers, clause) and not (answers in _NOT_DONE and begins_done(texts[0]))
    asked = [getattr(words, answers)] if is_that else []
    return [*by_word, *several, *asked, *(getattr(words, name) for name in clause.fit)]


def _is_done(clause: Clause, own: str) -> bool:
    """Whether a clause tells what somebody did, so that a word in it shows what that was."""
    return (clause.act or is_of_self(own)) and not is_denied(own.casefold())


def _by_word(words: SaidBack, texts: Sequence[str]) -> list[Sequence[str]]:
    """Return the lines for the first word that shows what was done, the clause before its quote."""
    done = (done_in(each.casefold()) for each in texts)
    entries = [e for e in words.when if not (e.unless and has_word(e.unless, texts[0]))]
    found = next(filter(None, (first_for(entries, each) for each in done)), None)
    return [found[0].lines] if found else []
