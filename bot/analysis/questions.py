"""Whether a message is part of an answer or a question to the coach, and which question it is.

Invariant: doubt is never settled here. What could be either is ``unsure``: the learner is asked.
An answer taken for a question would be missing from the statement, which is the worse mistake. So a
sentence is scored: its form (does it speak to the coach, or of what "I" must do here?), with the
words of the task, less what only an answer has: the words of the work, other people, the past.
A question mark alone is little, and its absence nothing. The figures are in
``tests/analysis/test_questions.py``.
"""

from __future__ import annotations

from collections import Counter
from typing import Literal

from bot.analysis.plain_spelling import LEAD_IN, to_sentences
from bot.analysis.question_patterns import (
    ALONE,
    EMBEDDED,
    FORMS,
    HAPPENED,
    IS_IT_ONE,
    NEAR_TOPIC,
    OWN_STATE,
    PAST,
    PERSONS,
    REPORTED,
    RHETORICAL,
    TAIL,
    TOPIC,
    WORK,
)
from bot.domain.word_count import count_words

Verdict = Literal["answer", "question", "unsure"]

LONG = 25
"""More words than this are an answer, unless nothing in them tells what happened."""

TO_COACH, PERHAPS = 3.0, 1.0
"""From these scores on a sentence is for the coach, or may be."""

_Kind = Literal["coach", "maybe", "told", "state", "greeting"]


def judge_question(text: str) -> Verdict:
    """Return whether a message is for the answer, for the coach, or could be either."""
    kinds = [kind for each in to_sentences(text) if (kind := _kind(*each)) != "greeting"]
    told = "told" in kinds
    if count_words(text) > LONG:
        if "coach" in kinds and not told and "maybe" not in kinds:
            return "question"
        return "unsure" if kinds and kinds[-1] == "coach" else "answer"
    if "coach" in kinds:
        return "unsure" if told else "question"
    return "unsure" if "maybe" in kinds and not told else "answer"


def _kind(sentence: str, marked: bool) -> _Kind:
    """The kind of one sentence: for the coach, maybe for it, told, about oneself, or a greeting."""
    clauses = sentence.split(" , ")
    while clauses and LEAD_IN.fullmatch(f"{clauses[0]} "):
        clauses = clauses[1:]
    sentence = " , ".join(clauses)
    if not sentence:
        return "greeting"
    if ALONE.match(sentence):
        return "coach"
    if any(each.search(sentence) for each in (REPORTED, RHETORICAL, EMBEDDED)):
        return "told"
    forms = [_form(clause) for clause in clauses]
    # After a comma a mere "who is" goes on telling; and twice the same is a list, not a question.
    openings = Counter(clause.partition(" ")[0] for clause in clauses if _form(clause))
    if max(forms) < 4 and max(openings.values(), default=0) > 1:
        return "told"
    form = max(forms[0], 0.0, *(late for late in forms[1:] if late >= 3))
    return _weighed(sentence, form, form == forms[0] or bool(OWN_STATE.match(clauses[0])), marked)


def _weighed(sentence: str, form: float, opens: bool, marked: bool) -> _Kind:
    """The kind of a sentence by its score. ``opens``: nothing told stands before the question."""
    spaces = sentence.count(" ")
    past = bool(PAST.search(sentence))
    if past and spaces >= 3 and HAPPENED.match(sentence):
        marked = False  # "I asked the family what they wanted?" tells, whatever stands at its end
    topic = 2.0 if TOPIC.search(sentence) else 1.0 if NEAR_TOPIC.search(sentence) else 0.0
    against = 1.5 * bool(WORK.search(sentence)) + 2.0 * bool(PERSONS.search(sentence))
    against += (1.0 if topic > 1 else 2.0) * past
    form = form or float(marked)
    if form >= 4:
        against = min(against, 1.5)
    score = form and form + topic + 0.5 * marked - against - (spaces > 17)
    if score >= TO_COACH:
        return "coach" if opens and not IS_IT_ONE.match(sentence) else "maybe"
    doubtful = spaces < 12 if marked else spaces < 8 and form >= 1.5
    if score >= PERHAPS or doubtful or (marked and form >= 2) or TAIL.search(sentence):
        return "maybe"
    return "state" if OWN_STATE.match(sentence) and not against and spaces < 12 else "told"


def _form(clause: str) -> float:
    """How far a clause looks like a question to the coach, 0 when it does not at all."""
    return next((score for score, pattern in FORMS if pattern.search(clause)), 0.0)
