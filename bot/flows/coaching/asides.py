"""Replies to a message that is meant for the coach: in no answer until a press puts it in.

Each kind has a function that returns its lines; the table at the end says which.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.analysis.reading.complaints import is_of_asking
from bot.analysis.reading.kinds import Kind
from bot.analysis.reading.leaving import says_they_go, says_they_stay
from bot.analysis.reading.own_news import is_own_care
from bot.content.models.dialogue import Step, WordsStep
from bot.content.models.listening_kinds import Kinds
from bot.domain.coaching import ASIDE, Coaching
from bot.engine.context import TurnContext
from bot.engine.machine import LOOKING_BACK
from bot.engine.wording import Text, counted, join
from bot.engine.wordings import Chooser
from bot.flows.coaching.already_told import reply_already_told
from bot.flows.coaching.another_story import reply_to_choice
from bot.flows.coaching.bad_news import is_after_bad_news, tells_bad_news
from bot.flows.coaching.in_passing import is_moved, is_tired
from bot.flows.coaching.meanings import is_of_other_word, meaning_asked
from bot.flows.coaching.replies import (
    ask_about_word,
    ask_for_part,
    ask_open,
    ask_smaller,
    may_ask,
)
from bot.flows.coaching.told import weightiest
from bot.flows.coaching.ways_on import with_end, with_way_on
from bot.flows.contacts import how_to_reach

Lines = Sequence[Text | None]

PATIENT = frozenset(("talk", "chat", "back", "feeling_about_task", "denial", "private"))
"""Kinds that nothing is asked after, once bad news was told."""


def reply_aside(turn: TurnContext, kind: Kind, lines: Chooser) -> Text | None:
    """Return the reply to a message that is in no answer, None where nothing is left to say."""
    turn.coaching = Coaching(kind, ASIDE)
    found = [each for each in _REPLIES.get(kind, _chat)(turn, lines) if each]
    return join("\n", found) if found else None


def _kinds(turn: TurnContext) -> Kinds:
    return turn.content.listening.kinds


def facts(turn: TurnContext) -> dict[str, str | None]:
    """Return what any line of an aside may be filled with."""
    words, statement = turn.content.words, turn.statement
    count = counted(words, words.review.words, statement.own_words)
    to_go = counted(words, words.review.words, statement.to_go) if statement.to_go else None
    step = turn.open_question or turn.step
    here = turn.words_at(step.id) if step else 0
    return {
        "count": count,
        "to_go": to_go,
        "label": step.label if step else None,
        "here": counted(words, words.review.words, here) if here else None,
    }


def show_example(turn: TurnContext, step: Step | None) -> bool:
    """Show the example of a question, marked as one; False where it has none."""
    if not isinstance(step, WordsStep):
        return False
    turn.say(turn.content.words.question.example, example=step.example)
    return True


def is_shortest(turn: TurnContext, step: Step | None) -> bool:
    """Return whether a step's answer is the shortest: the others have more words, each of them."""
    counts = {e.step.id: e.words for e in turn.statement.sections if isinstance(e.step, WordsStep)}
    mine = counts.pop(step.id, None) if step else None
    return mine is not None and all(mine < each for each in counts.values())


def _smaller(turn: TurnContext, lines: Chooser, *needs: Sequence[str]) -> Lines:
    """A line that takes it seriously, and a smaller question where the line asks none itself."""
    line = lines.pick(*needs, **facts(turn))
    if line and "?" in line:
        turn.coaching = replace(turn.coaching or Coaching(), asked="smaller")
        turn.attempt.smaller_after = len(turn.conversation.messages)
        return [line]
    return [line, ask_smaller(turn, lines)]


def _on(turn: TurnContext, lines: Chooser, *needs: Sequence[str], **known: str | None) -> Lines:
    """A line that leads back to what is open: the part that is missed, or nothing."""
    step, about = turn.open_question, {**facts(turn), **known}
    question = ask_for_part(turn, step.id, lines) if step else None
    if question is None and (waiting := ask_open(turn, lines, *needs)):
        return [waiting]
    if question is None and step and turn.answer(step.id) and step == turn.step:
        return [lines.must_pick(_kinds(turn).talk.done, **about)]  # all of it is told
    if question is None and step:
        question = ask_smaller(turn, lines)
    if question is None:
        return [lines.pick(*needs, **about)]
    return [lines.lead(*needs, question=question, **about)]


def _talk(turn: TurnContext, lines: Chooser) -> Lines:
    talk, cues = _kinds(turn).talk, _kinds(turn).cues
    step = turn.open_question
    if turn.said in ("apology", "ready"):
        line = lines.pick(_kinds(turn).apology if turn.said == "apology" else talk.ready)
        return [with_end(turn, line, lines)] if line else _on(turn, lines)
    if says_they_stay(turn.event.text):
        return _on(turn, lines, talk.go_on)
    is_empty = step is not None and not turn.answer(step.id)
    done = talk.hello if cues.hello in turn.says else talk.passed
    for cue, needs in (
        (cues.going, (talk.going,)),
        (cues.thanks, (talk.thanks,)),
        (cues.unsure, ()),
        (cues.done, (done, talk.leave_it) if is_empty else (talk.done,)),
        (cues.passed, (talk.passed, talk.leave_it)),
        (cues.hello, (talk.hello,)),
    ):
        if cue in turn.says or (cue is cues.going and says_they_go(turn.event.text)):
            if needs:
                return [lines.pick(*needs, **facts(turn))]
            return _smaller(turn, lines, talk.unsure, talk.unsure_asks, talk.leave_it)
    return _on(turn, lines, talk.go_on)


def _request(turn: TurnContext, lines: Chooser) -> Lines:
    request, cues = _kinds(turn).request, _kinds(turn).cues
    for cue, needs in (
        (cues.translate, (request.translate, request.mend_it_again)),
        (cues.mend_it, (request.mend_it, request.mend_it_again)),
    ):
        if cue in turn.says:
            return [lines.pick(*needs)]
    if cues.longer in turn.says:
        known = {} if is_shortest(turn, turn.open_question) else {"label": None}
        return _on(turn, lines, request.longer, **known)
    if turn.open_question is None:
        return [lines.pick(request.write_it_at_review, **facts(turn))]
    asked = request.write_it
    if cues.ai in turn.says:
        asked = request.ai
    elif cues.give_one in turn.says:
        show_example(turn, turn.open_question)
        asked = request.give_one
    return _smaller(turn, lines, asked, request.write_it_again, request.give_one_again)


def _not_understood(turn: TurnContext, lines: Chooser) -> Lines:
    kinds = _kinds(turn)
    if line := meaning_asked(turn, turn.event.text, lines):
        return [line]
    if is_of_other_word(turn):
        return [lines.must_pick(kinds.question.unknown), *how_to_reach(turn)]
    here = kinds.not_understood.get(turn.step_for_words or turn.attempt.step, ())
    return _smaller(turn, lines, here)


def _denial(turn: TurnContext, lines: Chooser) -> Lines:
    denial = _kinds(turn).denial
    clause = weightiest(turn)
    if clause and (line := lines.pick(denial.told, clause=clause)):
        return [line, ask_smaller(turn, lines)]
    needs: Sequence[str] = getattr(denial, turn.step_for_words, ()) or denial.situation
    return _smaller(turn, lines, needs)


def _feeling(turn: TurnContext, lines: Chooser) -> Lines:
    feeling, cues = _kinds(turn).feeling_about_task, _kinds(turn).cues
    is_at_end = turn.attempt.step in LOOKING_BACK and cues.moved in turn.says
    if is_at_end or is_moved(turn.event.text, cues) or turn.said == "moved":
        return [lines.pick(feeling.moved, feeling.low)]
    if is_tired(turn.event.text, cues) or turn.said == "tired":
        return _smaller(turn, lines, feeling.tired)
    if cues.pleased in turn.says:
        return [lines.pick(feeling.pleased)]
    if cues.fed_up in turn.says and turn.open_question:
        return _smaller(turn, lines, feeling.fed_up, feeling.low)
    if turn.said in ("hurt", "afraid"):
        beside = _kinds(turn).beside
        return _smaller(turn, lines, beside.hurt if turn.said == "hurt" else beside.afraid)
    return _smaller(turn, lines, feeling.low) if turn.open_question else [lines.pick(feeling.low)]


def _complaint(turn: TurnContext, lines: Chooser) -> Lines:
    blame, cues = _kinds(turn).complaint_about_coach, _kinds(turn).cues
    for cue, needs in (
        (cues.wrong_place, blame.wrong_place),
        (cues.changed_it, blame.changed_it),
        (cues.wrong_name, blame.wrong_name),
        (cues.asked_before, blame.asked_before),
    ):
        if cue in turn.says or (cue is cues.asked_before and is_of_asking(turn.event.text)):
            return [lines.pick(needs, blame.missed, **facts(turn))]
    return [lines.pick(blame.missed, **facts(turn))]


def _correction(turn: TurnContext, lines: Chooser) -> Lines:
    return [lines.pick(_kinds(turn).correction.how)]


def _theory(turn: TurnContext, lines: Chooser) -> Lines:
    return _smaller(turn, lines, _kinds(turn).theory)


def _chat(turn: TurnContext, lines: Chooser) -> Lines:
    kinds = _kinds(turn)
    if turn.said in ("good_news", "joke"):
        return [lines.pick(kinds.good_news if turn.said == "good_news" else kinds.joke)]
    if kinds.cues.bad_news in turn.says or tells_bad_news(turn):
        return _pause(turn, lines, kinds.bad_news)
    if is_own_care(turn.event.text.casefold()):
        return [lines.pick(kinds.own_care, kinds.chat, **facts(turn))]
    if kinds.cues.fed_up in turn.says:
        return [lines.pick(kinds.feeling_about_task.fed_up, kinds.chat, **facts(turn))]
    return [lines.pick(kinds.chat, **facts(turn))]


def _pause(turn: TurnContext, lines: Chooser, needs: Sequence[str]) -> Lines:
    """A warm line, and a pause that ends when they say so."""
    turn.ask("carry_on")
    return [lines.must_pick(needs)]


def _to_coordinator(turn: TurnContext, lines: Chooser) -> Lines:
    kinds = _kinds(turn)
    is_bad = kinds.cues.bad_news in turn.says
    needs = [kinds.to_coordinator_bad_news] if is_bad else []
    return [lines.pick(*needs, kinds.to_coordinator), *how_to_reach(turn)]


_REPLIES: dict[str, Callable[[TurnContext, Chooser], Lines]] = {
    "talk": _talk,
    "back": _talk,
    "request": _request,
    "not_understood": _not_understood,
    "denial": _denial,
    "feeling_about_task": _feeling,
    "complaint_about_coach": _complaint,
    "already_told": reply_already_told,
    "correction": _correction,
    "theory": _theory,
    "chat": _chat,
    "to_coordinator": _to_coordinator,
    "alternative": reply_to_choice,
    "bare": ask_about_word,
}


def say_aside(turn: TurnContext, kind: Kind, lines: Chooser) -> None:
    """Reply to a message that is in no answer."""
    if kind in PATIENT and is_after_bad_news(turn):
        turn.coaching = Coaching(kind, ASIDE)
        turn.tell(*filter(None, _pause(turn, lines, _kinds(turn).after_bad_news)))
        return
    lines.asked = lines.asked or not may_ask(turn, turn.attempt.step)
    if said := reply_aside(turn, kind, lines):
        turn.tell(with_way_on(turn, kind, said, lines))
    else:
        turn.show_again()
