"""Sentences in an answer that are meant for the coach: “Why do you ask that? The moment was …”.

They stand at its beginning or its end; so do a label (“for the management bit:”) and an opening
(“ok here goes,”). The message is kept as it was sent; what is meant for the coach is left out of
the statement, said to be so, and put in by one press.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.analysis.meant import QUESTION
from bot.analysis.reading.announces import announced
from bot.analysis.reading.answering import answers_first, bare_answer
from bot.analysis.reading.clauses import Span
from bot.analysis.reading.complaints import is_of_asking
from bot.analysis.reading.handing_over import hands_over, words_handing_over
from bot.analysis.reading.kinds import Kind
from bot.analysis.reading.openings import opening_of
from bot.analysis.reading.own_text.orders import is_order
from bot.analysis.reading.said_of_it import begins_as_question, end_of_i_said, ends_in_tag
from bot.analysis.reading.spoken_pieces import (
    asks,
    in_brackets,
    is_listed,
    is_turned_to_coach,
    pieces,
    says_plainly,
)
from bot.analysis.reading.step_labels import is_whole_without
from bot.analysis.reading.words import words_of
from bot.domain.messages import Message
from bot.domain.offers import Button
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.cues import says
from bot.engine.flows import Prompt
from bot.engine.wording import Text, Typed, join
from bot.engine.wordings import Chooser, quotable
from bot.flows import LOOK_UPS
from bot.flows.coaching.coming_and_going import spans_of
from bot.flows.coaching.confided import confides
from bot.flows.coaching.listed import acts_themselves, step_of
from bot.flows.coaching.policy import NEVER, STORY, is_evidence
from bot.flows.coaching.reading import asks_on, is_job_first, read_text
from bot.flows.safety.cuts import outside, with_cuts

Spans = tuple[tuple[int, int], ...]

MOST = 14
"""Words of the longest sentence that is left out unasked."""

AT_LENGTH = 28
"""The same of one that says plainly that it is said to the coach."""

REST = 8
"""Words that the rest must have to be an answer."""

LITTLE = 4
"""The same where nothing is left out but an excuse, or that it was told."""

KNOWN = 7
"""The same where nothing is left out but what is known to ask."""

LEAST = 2
"""The same where it tells who did a thing or what came of it, and all else asks: “she slept. is
that me done?”"""

SURE = 1.5
"""How much likelier than the next kind, in logits, a sentence must be to be left out."""

GREETING = 4
"""Words up to which it is not said what was left out: “Good evening.”, “Aye well.”"""

_SPOKEN: frozenset[Kind] = frozenset(
    (
        *("chat", "complaint_about_coach", "question", "not_understood", "request", "talk"),
        *("already_told", "back", "stop", "to_coordinator"),
    )
)
"""Kinds of which a sentence is no part of an answer. A denial or a feeling may well be one."""


_ASKS_AT_END = re.compile(r"(?:is|was|does|did|do|are|would|can|should)\b.*\?\W*", re.IGNORECASE)

_RELATIVE = re.compile(r"\W*(?:which|who|whom|whose|that)\b", re.IGNORECASE)

SHORT = 5
"""Words up to which a sentence that asks so is for the coach, whatever it is taken for: “Is that
both?”"""

_AFTER_LABEL = " \n\t,.:;-–—=➡👉👇\ufe0f"
"""What stands between a label and the answer."""


def spoken_in(turn: TurnContext, text: str) -> Spans:
    """Return the spans of the sentences that are meant for the coach beside what is an answer by
    itself, none where all may be told."""
    sentences, excuses = pieces_of(turn, text), in_brackets(text)
    if excuses and count_words(text) - sum(count_words(text[slice(*e)]) for e in excuses) > LITTLE:
        return tuple(excuses)
    if len(sentences) < 2 or count_words(text) <= LITTLE:
        return ()
    first = _run(turn, text, sentences[:-1])
    last = _run(turn, text, sentences[:first:-1])
    middle = [
        each
        for each in sentences[first : len(sentences) - last]
        if ("?" in text[slice(*each)] or _is_meant(turn, text, *each))
        and asks_coach(turn, text, *each)
    ]
    cut = [*sentences[:first], *middle, *sentences[len(sentences) - last :]]
    rest = " ".join(text[start:end] for start, end in sentences if (start, end) not in cut)
    told = read_text(turn, rest) if cut else None
    count = count_words(rest)
    if told and is_of_asking(text) and count <= KNOWN and not acts_themselves(told, rest):
        return ()  # “you've asked that twice. even the bingo changes the numbers”
    is_plain = all(says_plainly(text[slice(*each)]) for each in cut)
    long = [each for each in cut if count_words(text[slice(*each)]) > GREETING]
    is_known = bool(told and told.parts) and all(_is_meant(turn, text, *each) for each in long)
    is_first = told is not None and not first and answers_first(told.kind, told.parts, rest)
    is_first = is_first and all(asks(text[slice(*each)]) for each in cut)
    names_job = told is not None and told.kind not in NEVER and is_job_first(turn, told, rest)
    least = LEAST if is_first or names_job else LITTLE if is_plain else KNOWN if is_known else REST
    tells = told and (told.act or told.parts)
    is_one = told and (is_first or names_job or is_evidence(told, count))
    is_answer = is_one and tells and count >= least
    return tuple(cut) if is_answer and not asks_on(turn, rest) else ()


def pieces_of(turn: TurnContext, text: str) -> list[tuple[int, int]]:
    """Return the pieces of a text, what asks something by what it means apart."""
    meant = turn.knowledge.meanings.meant_in(text)
    edges = {edge for each in meant for edge in (each.start, each.end)}
    found = list[tuple[int, int]]()
    for start, end in pieces(text):
        inside = [start, *sorted(edge for edge in edges if start < edge < end), end]
        found += [each for each in pairwise(inside) if text[slice(*each)].strip()]
    return found


def _is_meant(turn: TurnContext, text: str, start: int, end: int) -> bool:
    """Whether a piece asks the coach something, or objects, by what it means. At length it has to
    begin as a question does: it would be missing from the answer."""
    meanings, piece = turn.knowledge.meanings, text[start:end]
    said = [each for each in meanings.meant_in(text) if each.kind in _SPOKEN]
    is_long = count_words(piece) > MOST and not meanings.begins(piece)
    if "?" not in piece and (is_long or _is_relative(text, start)):
        said = [each for each in said if each.kind != QUESTION]
    return any(each.start <= start and end <= each.end for each in said)


def _is_relative(text: str, start: int) -> bool:
    """Whether words go on about what stands before: “the rota, which is management”."""
    before = text[:start].rstrip()
    return before[-1:] not in ("", *".!?…") and _RELATIVE.match(text, start) is not None


def ends_asking(turn: TurnContext, text: str) -> bool:
    """Return whether a question to the coach ends a text that tells too little for an answer:
    “couple of days later. hes ok. whats left”."""
    *before, last = pieces_of(turn, text) or [(0, 0)]
    rest = " ".join(text[slice(*each)] for each in before)
    if not before or count_words(rest) >= REST or not asks(text[slice(*last)]):
        return False
    return asks_coach(turn, text, *last)


def _run(turn: TurnContext, text: str, sentences: Sequence[tuple[int, int]]) -> int:
    """Return how many sentences in a row are meant for the coach."""
    return next(
        (place for place, span in enumerate(sentences) if not asks_coach(turn, text, *span)),
        len(sentences),
    )


def asks_coach(turn: TurnContext, text: str, start: int, end: int) -> bool:
    """Return whether a piece of a text is likely said to the coach, by what it means and tells."""
    sentence = text[start:end].strip()
    # “In confidence, my wife …” is theirs to leave out.
    is_meant = _is_meant(turn, text, start, end) and not confides(turn, sentence)
    is_turned = is_turned_to_coach(sentence)
    if not (is_meant or is_turned) or is_listed(text, start, end):
        return False
    words = count_words(sentence)
    is_outcome = says(sentence, turn.content.listening.kinds.cues.outcome)
    # “showin the new girl n writin it in the folder thats both innit” tells more than it asks.
    is_tag = words >= REST and ends_in_tag(sentence) and not begins_as_question(sentence)
    if is_meant or is_outcome or is_tag or not is_turned:
        return is_meant and not is_tag
    if says_plainly(sentence) and words <= AT_LENGTH:
        return words <= REST or not read_text(turn, sentence).act  # “on my break I wrote the list”
    if words > MOST:
        return False
    if words <= SHORT and _ASKS_AT_END.fullmatch(sentence):
        return True
    found = read_text(turn, sentence)
    tells = found.act or found.parts & STORY or is_evidence(found, words)
    return not tells and found.kind in _SPOKEN and found.sure >= SURE


def leave_spoken_out(turn: TurnContext, message: Message) -> Message:
    """Leave what is meant for the coach out of the statement; return the message as it is now."""
    beside = spans_of(turn, message.text)
    spans = [*turn.to_coach, *beside, *_before_answer(turn, message.text)]
    spans += [] if turn.to_coach else spoken_in(turn, message.text)
    if not spans:
        return message
    turn.change(message, cuts=with_cuts([*message.cuts, *spans]))
    return turn.conversation.messages[message.number - 1]


def _before_answer(turn: TurnContext, text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the label and of the opening that stand before an answer."""
    label = _label(turn, text)
    if label:
        yield label.start, label.end
    begin = label.end if label else 0
    words = words_of(text[begin:])
    if size := words_handing_over([each.plain for each in words]):
        yield begin, begin + words[size].start
        return
    cues = turn.content.listening.kinds.cues
    said = 0 if label else end_of_i_said(text)
    if said and bare_answer(text) in cues.went:
        yield 0, said
    opening = opening_of(text[begin:], cues.openings, cues.told_so)
    if opening:
        yield begin, begin + opening.end


def _label(turn: TurnContext, text: str) -> Span | None:
    """Return where the label stands that names the answer, None where it is part of a sentence."""
    found = announced(text, turn.dialogue.called, step_of(turn))
    if found is None or found.before or found.span.start or not found.is_apart:
        return None
    if not is_whole_without(text, found):
        return None
    rest = text[found.span.end :]
    end = len(text) - len(rest.lstrip(_AFTER_LABEL))
    return Span(0, end) if count_words(text[end:]) else None


def left_out_of(turn: TurnContext, message: Message) -> list[str]:
    """Return what was left out of a message beside its label."""
    label = _label(turn, message.text) if message.cuts else None
    begin = label.end if label else 0
    found = (each for cut in message.cuts for each in outside(cut, turn.unsaid))
    out = [message.text[start:end].strip(BETWEEN) for start, end in found if end > begin]
    return [each for each in out if each]


BETWEEN = " \n\t,–—-"
"""What stands between an answer and what is said to the coach beside it."""


def spoken_line(turn: TurnContext, message: Message, lines: Chooser) -> Text | None:
    """Return the line that quotes what was left out of a message; None where nothing was, or no
    more than a greeting, or words that hand it over: the button is enough there."""
    left_out = [
        each
        for each in left_out_of(turn, message)
        if (count_words(each) > GREETING or asks(each)) and not (hands_over(each) or is_order(each))
    ]
    if not left_out:
        return None
    said = join("”, “", [quotable(each) if "?" not in each else Typed(each) for each in left_out])
    return lines.must_pick(turn.content.listening.kinds.kept_out, phrase=said)


def asked_in(turn: TurnContext, message: Message) -> str:
    """Return the questions to the coach that were left out of a message, "" for none."""
    left_out = [message.text[start:end].strip(BETWEEN) for start, end in message.cuts]
    meant_in = turn.knowledge.meanings.meant_in
    return " ".join(each for each in left_out if asks(each) or meant_in(each))


class SpokenPrompt(Prompt):
    """Words that were left out of an answer can be put in by one press, until something else is
    done."""

    name = "spoken"
    is_offer = True
    survives = LOOK_UPS
    about_message = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Put it in."""
        yield Button(turn.content.words.buttons.put_in, "spoken_in", side=True)

    def still_holds(self, turn: TurnContext) -> bool:
        """Whether something of the message is left out."""
        message = turn.in_question()
        return super().still_holds(turn) and message is not None and bool(message.cuts)
