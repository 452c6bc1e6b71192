"""The reply to an answer: one clause said back, what it is called in plain words, one question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.content.models.dialogue import WordsStep
from bot.content.models.listening import SaidBack
from bot.content.models.parts import PartName
from bot.domain.coaching import Coaching, Heard
from bot.domain.conversation import Message
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.lines import first_for, quotable
from bot.engine.wording import Text, join
from bot.engine.wordings import MOST_SAID, Chooser
from bot.flows.coaching import policy
from bot.flows.coaching.reading import read
from bot.flows.coaching.told import mark_of
from bot.flows.coaching.words_alone import is_alone, word_alone

if TYPE_CHECKING:
    from bot.analysis.reading.reading import Clause, Reading

UNREAD = timedelta(seconds=2)
"""A message this soon after the one before was typed before the question was read."""

MANY = 3
"""Acts in a message from which on it is said that there are several."""

_PLAIN = frozenset(("we_act", "other_act", "spoke_up", "reason", "any"))
"""Remarks that say less than what a word of the clause shows."""

ACTS = ("own_act", "other_act")


def chooser(turn: TurnContext, receipt: str = "") -> Chooser:
    """Return what chooses the lines of a reply that begins with a receipt."""
    made = Chooser(turn.fill, turn.conversation.said, hidden=_not_on_screen(turn))
    made.take(receipt)
    return made


def _not_on_screen(turn: TurnContext) -> frozenset[str]:
    """Return the buttons that a line may not ask for where the learner is."""
    if isinstance(turn.step, WordsStep):
        return frozenset(("statement", "sent", "start"))
    at_start = () if turn.at_welcome else ("start",)
    return frozenset(("next", "skip", "example", *at_start))


def may_ask(turn: TurnContext, step_id: str) -> bool:
    """Return whether questions may follow at a step: where it needs parts, or, at no step, where
    any does. What a plan or a feeling is asked for more, no author has said."""
    step = turn.dialogue.step(step_id)
    steps = (step,) if step else turn.dialogue.steps
    return any(isinstance(each, WordsStep) and each.needs for each in steps)


def note_parts(turn: TurnContext, message: Message, reading: Reading) -> None:
    """Keep in mind which parts a message tells."""
    if reading.parts:
        turn.attempt.told[str(message.number)] = sorted(reading.parts)


def told(turn: TurnContext) -> set[str]:
    """Return the parts that are told in any answer of the attempt."""
    messages, parts, here = turn.conversation.messages, set[str](), turn.attempt.number
    for number, told_there in turn.attempt.told.items():
        message = messages[int(number) - 1]
        if message.attempt == here and not message.aside:
            parts.update(told_there)
    return parts


def listen(
    turn: TurnContext, message: Message, lines: Chooser, *, ask: bool, quiet: bool = False
) -> list[Text]:
    """Return the line said back to an answer, and the question that follows it, if any.

    ``ask`` is False where something else is to be decided first, ``quiet`` True where nobody is
    coached for now.
    """
    reading = read(turn)
    turn.coaching = Coaching(reading.kind, message.step)
    if quiet:
        return []
    ask = ask and may_ask(turn, message.step)
    is_word = reading.kind == "bare" and ask
    if is_word and (_has_word(turn, message) or not _answers(turn, message)):
        return _ask_about_word(turn, lines)
    said = [line for line in (_say_back(turn, message, reading, lines),) if line]
    if ask and (question := ask_for_part(turn, message.step, lines)):
        said.append(question)
    return said


def _say_back(turn: TurnContext, message: Message, reading: Reading, lines: Chooser) -> Text | None:
    quotes = {each: quotable(message.text[each.start : each.end]) for each in reading.clauses}
    before = [each for each, quote in quotes.items() if mark_of(quote) in turn.conversation.quoted]
    models = _models(turn, message.step)
    found = policy.clause_to_say(reading.clauses, before, models, turn.side_asked)
    if found is None and _answers(turn, message):  # what was asked for is said back, short or not
        fit = [each for each in reading.clauses if each.fit_to_quote and each not in before]
        found = (fit[0], "") if fit else None
    if found is None:
        return None
    clause, practice = found
    quote, words, line = quotes[clause], turn.content.listening, None
    if practice:
        line = lines.name(words.named[practice], quote)
    if line is None:
        practice = ""
        line = lines.pick(*_remarks(words.said_back, clause, reading, quote), clause=quote)
    if line is None:
        return None
    turn.conversation.quoted.append(mark_of(quote))
    del turn.conversation.quoted[:-MOST_SAID]
    if practice:
        turn.attempt.seen[message.step] = practice
    turn.coaching = replace(turn.coaching or Coaching(), heard=Heard(quote, practice))
    return line


def _answers(turn: TurnContext, message: Message) -> bool:
    """Whether the coach asked something just before: “last night” is when, and no word alone."""
    asked = turn.attempt.asked_after.get(message.step), turn.attempt.smaller_after
    return message.number > 1 and message.number - 1 in asked


def _has_word(turn: TurnContext, message: Message) -> bool:
    return word_alone(turn.content.listening.bare.words, message.text) is not None


def _ask_about_word(turn: TurnContext, lines: Chooser) -> list[Text]:
    """Return the reply to a word alone: a reader must see it happen, and a question for it."""
    bare, text = turn.content.listening.bare, turn.event.text
    found = word_alone(bare.words, text)
    alone = is_alone(text)
    needs: list[Sequence[str]] = [(found[0].line,)] if found else []
    if not count_words(text):
        needs.append(bare.sign)
    elif alone:
        needs.append(bare.other)
    word = found[1] if found else text.strip(" .!?\n")
    # “That word can hold a lot” is not said of a sentence.
    first = lines.pick(bare.kind) if found or alone else None
    said = [first, lines.pick(*needs, word=word) or ask_smaller(turn, lines)]
    turn.coaching = replace(turn.coaching or Coaching(), asked="smaller" if said[1] else "")
    return [each for each in said if each]


def _models(turn: TurnContext, step: str) -> Mapping[str, policy.Model]:
    """Return the practices that may be named, with their models: none that was rejected there."""
    if turn.dialogue.badge is None:
        return {}
    rejected, named = turn.attempt.rejected.get(step, ()), turn.content.listening.named
    return {
        each.id: (framework.id, each.side)
        for framework in turn.content.frameworks.values()
        for each in framework.practices
        if each.id in named and each.id not in rejected
    }


def _remarks(words: SaidBack, clause: Clause, reading: Reading, quote: str) -> list[Sequence[str]]:
    """Return the needs that are true of a clause, the best fitting first."""
    if reading.kind == "denial" and clause.act:
        return [words.after_denial, words.any]
    acts = sum(each.act for each in reading.clauses)
    plain = clause.fit[0] in _PLAIN
    several = [words.many] if acts >= MANY and plain else []
    found = first_for(words.when, quote) if clause.act and plain else None
    by_word = [found[0].lines] if found else []
    return [*by_word, *several, *(getattr(words, name) for name in clause.fit)]


def ask_for_part(turn: TurnContext, step_id: str, lines: Chooser) -> Text | None:
    """Return a question for what a reader misses most at a step, and note it as asked."""
    step = turn.dialogue.step(step_id)
    if not isinstance(step, WordsStep) or turn.statement.ready:
        return None
    if again := _unread(turn, step_id):
        return again
    words = turn.words_at(step_id)
    asked = turn.attempt.parts_asked
    known = told(turn)
    part = policy.part_to_ask(step.needs, known, asked, step_id, words)
    turn.attempt.asked_at = turn.event.at
    if policy.misses_act(step.needs, known) and (_has_no_story(turn, known) or part not in ACTS):
        # “I am a support worker in a care home”, “wandering”: what came of it is asked for later.
        return ask_smaller(turn, lines, step_id) if words <= policy.SHORT else None
    if part is None and not asked and any(each.whose == "own" for each in read(turn).clauses):
        part = policy.at_least_one(step_id, read(turn).parts, words)
    return ask_part(turn, step_id, part, lines) if part else None


def _has_no_story(turn: TurnContext, known: AbstractSet[str]) -> bool:
    """Whether nothing or but a role is told yet: there is nothing yet that anybody did first."""
    reading = read(turn)
    before = any("before" in each.fit for each in reading.clauses)
    is_role = "role" in reading.parts and known <= {"role", "context", "who"}
    return (is_role and not before) or not turn.answer(turn.attempt.step)


def _unread(turn: TurnContext, step_id: str) -> Text | None:
    """Return the last question of a step again, where the message was typed before it was read."""
    sent, before = turn.event.at, turn.attempt.asked_at
    asked = turn.attempt.asked.get(step_id)
    if not (asked and sent and before and sent - before < UNREAD):
        return None
    turn.coaching = replace(
        turn.coaching or Coaching(), asked=turn.attempt.parts_asked[-1].partition(":")[2]
    )
    return join("", [asked[-1]])


def ask_part(turn: TurnContext, step_id: str, part: PartName, lines: Chooser) -> Text | None:
    """Return a question for a part, and note it as asked."""
    question = lines.pick(turn.content.listening.questions(step_id, part))
    if question:
        turn.attempt.parts_asked.append(f"{step_id}:{part}")
        turn.attempt.asked.setdefault(step_id, []).append(str(question))
        turn.attempt.asked_after[step_id] = len(turn.conversation.messages)
        turn.coaching = replace(turn.coaching or Coaching(), asked=part)
    return question


def open_follow_up(turn: TurnContext) -> Text | None:
    """Return the coach's question that waits for its answer at the open step, None for none.

    It is the last that was asked there, unless the part is told, an answer came since, or the words
    that it was about were taken back.
    """
    step_id, attempt = turn.attempt.step, turn.attempt
    asked_after = attempt.asked_after.get(step_id)
    parts = [each for each in attempt.parts_asked if each.partition(":")[0] == step_id]
    if asked_after is None or not parts or parts[-1].partition(":")[2] in told(turn):
        return None
    about = turn.conversation.messages[asked_after - 1 : asked_after]  # none at an empty review
    if any(each.step == step_id and each.aside for each in about):
        return None
    if any(each.number > asked_after for each in turn.answer(step_id)):
        return None
    return join("", [attempt.asked[step_id][-1]])


def ask_open(turn: TurnContext, lines: Chooser, *needs: Sequence[str]) -> Text | None:
    """Return the question that waits, led to by a line; None where none waits."""
    question = open_follow_up(turn)
    if question is None:
        return None
    part = [each for each in turn.attempt.parts_asked if each.startswith(f"{turn.attempt.step}:")][
        -1
    ]
    turn.coaching = replace(turn.coaching or Coaching(), asked=part.partition(":")[2])
    lines.asked = True
    return lines.lead(*needs, question=question)


def ask_smaller(turn: TurnContext, lines: Chooser, step_id: str = "") -> Text | None:
    """Return a smaller question for a step, the open one unless another is named."""
    step_id = step_id or turn.step_for_words or turn.attempt.step
    smaller = turn.content.listening.smaller.get(step_id, ())
    if may_ask(turn, step_id) and (question := lines.pick(smaller)):
        turn.coaching = replace(turn.coaching or Coaching(), asked="smaller")
        turn.attempt.smaller_after = len(turn.conversation.messages)
        return question
    return None
