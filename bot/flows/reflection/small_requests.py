"""Small requests to the coach in a few plain words: “what have you got so far”, “can you
split it up”, “which answer did you put that in?”. None of it is in an answer.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.analysis.knowledge import PLAINLY_SAID
from bot.analysis.letters import bare
from bot.analysis.reading.answering import core_of
from bot.analysis.reading.kinds import Kind, control_word
from bot.analysis.reading.own_names import own_name
from bot.analysis.reading.said_of_it import clauses_of
from bot.analysis.reading.words import heard_text, plain_text, words_of
from bot.content.models.dialogue import REVIEW, WordsStep
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.cues import says
from bot.engine.machine import LOOKING_BACK
from bot.engine.wordings import Chooser
from bot.flows.coaching.coming_and_going import spans_of
from bot.flows.coaching.complaints import is_angry, say_sorry
from bot.flows.coaching.kept import in_answers
from bot.flows.coaching.known_questions import asks_plainly, meant_by
from bot.flows.coaching.labelled import announces_more
from bot.flows.coaching.of_their_text import how_far, is_sent, what_is_missing
from bot.flows.coaching.replies import ask_for_part, ask_smaller, chooser
from bot.flows.coaching.setting_aside import set_aside
from bot.flows.coaching.stopping import last_message, take_back
from bot.flows.coaching.whereabouts import asks_where, is_back, say_where
from bot.flows.reflection.kept_out import show_kept_out
from bot.flows.reflection.navigation import go_on, review, skip
from bot.flows.reflection.passing import let_be
from bot.flows.reflection.showing import say_where_last
from bot.flows.reflection.splitting import ask_split_wide

FEW = 12
"""Words of the longest request."""

MOST = 20
"""Words of the longest message that declines to answer."""

SHORT = 5
"""Words of one that may be part of an answer otherwise: “that me?”."""

LAST = ("ready", "that me", "that it", "is that", "all done")
"""What is asked at the review beside *done*."""

Request = Callable[[TurnContext], None]


def take_words(turn: TurnContext) -> bool:
    """Take a few words that ask for something which can be done."""
    text = turn.event.text
    is_brief = count_words(text) <= 2 * FEW and not announces_more(turn)
    found = _found(turn) if is_brief else None
    if found is None:
        return False
    kind, answer = found
    set_aside(turn, kind)
    answer(turn)
    return True


def _found(turn: TurnContext) -> tuple[Kind, Request] | None:
    """Return what is asked for, and the kind that the message is then."""
    cues, text = turn.content.listening.kinds.cues, turn.event.text
    words, reading = count_words(text), turn.reading
    few, act, step = words <= FEW, reading.act, turn.attempt.step
    is_last = words <= SHORT and "?" in text and not turn.at_welcome
    little = {core_of(text), bare(plain_text(text))} & set(cues.little)
    at_step = isinstance(turn.step, WordsStep)
    is_told = reading.kind in ("evidence", "several") and (act or bool(spans_of(turn, text)))
    sees = (cues.so_far in turn.says or turn.said == "so_far") and cues.as_file not in turn.says
    sees = sees and not asks_plainly(turn)
    splits = cues.split_it in turn.says and not (is_told or meant_by(turn, text))
    rules: tuple[tuple[bool, Kind, Request], ...] = (
        (is_angry(turn), "complaint_about_coach", _say_sorry),
        (few and cues.which_answer in turn.says, "question", say_where_last),
        (asks_where(turn) or is_back(turn), "back", say_where),
        (few and not act and _wants_next(turn), "talk", go_on),
        (few and not act and _undoes(turn), "correction", take_back),
        (_declines(turn, words) and not is_told, "talk", _pass_by),
        (at_step and _says_no(turn), "talk", let_be),
        (cues.more_wanted in turn.says and not is_told, "question", _telling(what_is_missing)),
        (splits and bool(in_answers(turn)), "request", _split),
        (cues.wrote_wrong in turn.says, "correction", _put_right),
        (few and not act and cues.left_out in turn.says, "question", show_kept_out),
        (few and not act and sees, "question", review),
        (is_last and cues.done in turn.says, "question", _how_far),
        (is_last and step in LOOKING_BACK and says(text, LAST), "question", _how_far),
        (core_of(text) in cues.send_it, "question", _say_who_sends),
        (few and bool(_own_name(turn)), "correction", _take_name),
        (at_step and bool(little), "talk", _ask_smaller),
        (
            few and not act and cues.modest in turn.says and bool(turn.answer(step)),
            "denial",
            _say_it_counts,
        ),
    )
    return next(((kind, answer) for holds, kind, answer in rules if holds), None)


def _declines(turn: TurnContext, words: int) -> bool:
    """Whether they will not write about it. What but seems so, and complains, only complains."""
    is_complaint = turn.said == "declines" and turn.reading.kind == "complaint_about_coach"
    says_no = turn.content.listening.kinds.cues.declines in turn.says
    return words <= MOST and says_no and not is_complaint


def _undoes(turn: TurnContext) -> bool:
    """Whether they take back what they sent just before: “omg wrong chat ignore that”."""
    said = turn.knowledge.said_in(turn.event.text, PLAINLY_SAID)
    return said == "take_back" and last_message(turn) is not None


def _telling(line: Callable[[TurnContext, Chooser], str | None]) -> Request:
    """Return what tells one line, and shows again what is asked."""

    def tell(turn: TurnContext) -> None:
        turn.tell(line(turn, chooser(turn)) or "")
        turn.show_again()

    return tell


_how_far = _telling(how_far)
_put_right = _telling(
    lambda turn, lines: lines.must_pick(turn.content.listening.kinds.correction.how)
)


def _wants_next(turn: TurnContext) -> bool:
    """Whether somebody says that they go on: “k. gonna go on”, “yer no listenin. Next”."""
    text, step = turn.event.text, turn.step
    if step is None or turn.conversation.prompt == "carry_on":
        return False
    if control_word(core_of(text).split()) == "next":
        return True  # “thanks next”
    *before, last = [each for each in clauses_of(text) if words_of(each)] or [""]
    if before and control_word([each.plain for each in words_of(last)]) == "next":
        return True
    moves = turn.content.listening.kinds.cues.move_on in turn.says or turn.said == "move_on"
    return moves and count_words(text) <= SHORT + 1 and bool(turn.answer(step.id))


def _say_sorry(turn: TurnContext) -> None:
    goes_on = _wants_next(turn)
    say_sorry(turn, goes_on=goes_on)
    if goes_on:
        go_on(turn)


def _pass_by(turn: TurnContext) -> None:
    """Leave a question to somebody who declines it: the next one comes, where nothing is told."""
    turn.tell(chooser(turn).must_pick(turn.content.listening.kinds.talk.declined) or "")
    if isinstance(turn.step, WordsStep) and not turn.answer(turn.step.id):
        skip(turn)


def _says_no(turn: TurnContext) -> bool:
    """Whether no more than “no” is said, and nothing that is asked beside waits for it."""
    said = bare(heard_text(turn.event.text))
    prompt = turn.open_prompt
    return said in _NO and (prompt is None or prompt.is_offer)


_NO = frozenset(("no", "nah", "naw", "nope", "na", "no thanks", "no thank you"))


def _split(turn: TurnContext) -> None:
    """Offer to split the longest message of the answers."""
    longest = max(in_answers(turn), key=lambda each: count_words(each.shown))
    if not ask_split_wide(turn, longest):
        turn.say(turn.content.words.coach.no_split)
        turn.show_again()


def _say_who_sends(turn: TurnContext) -> None:
    """Say that the coach hands nothing in, and what is missing before they can."""
    lines = chooser(turn)
    turn.tell(is_sent(turn, lines) or "")
    if not turn.statement.ready:
        turn.tell(how_far(turn, lines) or "")
    turn.show_again()


def _own_name(turn: TurnContext) -> str:
    """Return the practice that an act is called instead of the one it was named after, "" for none.

    It is one whose name the learner says.
    """
    seen = turn.attempt.seen.get(turn.attempt.step, "")
    if not seen or turn.attempt.step == REVIEW:
        return ""
    names = {each.id: each.name for each in turn.content.practices.values()}
    return own_name(turn.event.text, names)


def _take_name(turn: TurnContext) -> None:
    """Take away the coach's name for an act, and note the learner's own."""
    step, found = turn.attempt.step, _own_name(turn)
    seen = turn.attempt.seen[step]
    if found != seen:
        turn.attempt.rejected.setdefault(step, []).append(seen)
    named = [each for each in turn.attempt.named.get(step, []) if each != seen or found == seen]
    turn.attempt.named[step] = list(dict.fromkeys([*named, found]))
    line, name = turn.content.listening.kinds.own_name, turn.content.practices[found].name
    turn.tell(chooser(turn).must_pick(line, word=name) or "")


def _ask_smaller(turn: TurnContext) -> None:
    lines = chooser(turn)
    line = lines.pick(turn.content.listening.kinds.talk.unsure)
    turn.tell("\n".join(str(each) for each in (line, ask_smaller(turn, lines)) if each))


def _say_it_counts(turn: TurnContext) -> None:
    lines = chooser(turn)
    line = lines.pick(turn.content.listening.kinds.modest)
    question = ask_for_part(turn, turn.attempt.step, lines)
    turn.tell("\n".join(str(each) for each in (line, question) if each))
