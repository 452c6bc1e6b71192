"""Replies to somebody who writes again after words of harm. No step's question follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.analysis.reading.harm_again import tells_anybody
from bot.analysis.reading.harm_reading import HarmReading
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.messages import NOWHERE, Message
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.cues import says
from bot.engine.wording import Text
from bot.engine.wordings import Chooser
from bot.flows.coaching.harm_needs import felt, needs_in
from bot.flows.coaching.harm_told import tells_late
from bot.flows.coaching.held import asks
from bot.flows.coaching.policy import is_evidence
from bot.flows.coaching.questions import answer_beside
from bot.flows.coaching.reading import read_text
from bot.flows.coaching.replies import ask_for_part, ask_open, ask_smaller, chooser, listen
from bot.flows.coaching.whereabouts import asks_where, say_where
from bot.flows.safety.harm import is_denied, may_be_misread, take_back, tell_harm
from bot.flows.safety.harm_decision import clear, in_doubt, stays
from bot.flows.safety.harm_heard import (
    harm_in,
    has_told_before,
    is_after_harm,
    is_kept_all_the_same,
    told_of,
)
from bot.flows.safety.harm_lines import is_own, say
from bot.flows.safety.harm_standing import settle
from bot.flows.safety.identifiers import tell_masked
from bot.flows.safety.names import ask_name

Lines = Sequence[str]

FEW = 8
"""Words up to which it is said what is more than the badge."""


def take_words(turn: TurnContext) -> bool:
    """Take what is about the harm that was told just before: it is in no answer."""
    prompt = turn.open_prompt
    if prompt and (prompt.takes_words or prompt.is_private(turn)):
        return False
    if not is_after_harm(turn):
        return _take_how_they_are(turn) or _take_news_of_it(turn)
    if _take_misread(turn):
        return True
    more = _is_more(turn)
    needs = [] if more else list(needs_in(turn))
    if not (more or needs):
        return False
    message = turn.keep_aside(turn.event.text)
    if turn.masked:
        tell_masked(turn)
    if more:
        _tell_of_a_crisis(turn)
        turn.ask("carry_on")
        return True
    after = turn.content.listening.harm.after
    turn.coaching = Coaching(turn.reading.kind, ASIDE)
    said = [str(say(turn, each, label=_label(turn))) for each in needs]
    turn.tell("\n".join([*said, *_question(turn)]))
    if after.good_news in needs and asks(turn):
        answer_beside(turn, turn.event.text)
    if prompt and prompt.name not in ("harm", "carry_on"):
        turn.left()
    _note_what_it_was(turn, needs)
    if after.beside_doubt in needs:
        turn.ask("kept_out", message)
    return True


def _note_what_it_was(turn: TurnContext, needs: Sequence[Lines]) -> None:
    """Note that it was no harm, they say, or that they go on: nothing more is held for it."""
    after, conversation = turn.content.listening.harm.after, turn.conversation
    if after.was_doubted in needs and (told := told_of(turn)):
        settle(turn, told)
    goes_on = (after.was_doubted, after.asks_on, after.told_and_on, after.good_news)
    is_over = any(each in needs for each in goes_on)
    if is_over and not conversation.distressed:
        conversation.harm_at = 0


def _take_how_they_are(turn: TurnContext) -> bool:
    """Take “im ok now” and “sorry about last night” of who is back after a night."""
    is_brief = count_words(turn.event.text) <= FEW
    needs = felt(turn) if turn.conversation.distressed and is_brief else ()
    if not needs:
        return False
    turn.keep_aside(turn.event.text)
    turn.coaching = Coaching(turn.reading.kind, ASIDE)
    turn.tell(str(say(turn, needs, label=_label(turn))))
    return True


def _take_news_of_it(turn: TurnContext) -> bool:
    """Take “I rang my manager, and it is with the council” of who wrote of harm some steps before:
    it is no answer to what is asked now, and can be put in by one press."""
    cues, listening = turn.content.listening.harm.cues, turn.content.listening
    is_named = cues.on_its_way in turn.says
    if not (is_named or cues.late in turn.says) or not has_told_before(turn):
        return False
    known = turn.knowledge.harm_reader.vocabulary
    is_late, is_told = tells_late(turn), is_named and tells_anybody(known, turn.event.text)
    if harm_in(turn) or not (is_late or is_told):
        return False
    message = turn.keep_aside(turn.event.text)
    if turn.masked:
        tell_masked(turn)
    after = listening.harm.after
    turn.coaching = Coaching(turn.reading.kind, ASIDE)
    turn.tell(str(say(turn, after.told_late if is_late else after.told)))
    turn.left()
    if turn.step:
        turn.ask("kept_out", message)
    return True


def _question(turn: TurnContext) -> Iterator[str]:
    """Yield the open question where they want to go on: none comes unasked after harm."""
    wants = turn.content.listening.harm.cues.asks_on in turn.says
    if wants and turn.open_question:
        lines = chooser(turn)
        yield str(ask_open(turn, lines) or ask_smaller(turn, lines) or "")


def _tell_of_a_crisis(turn: TurnContext) -> None:
    """Say what “it is more than the badge” calls for: doubt is a crisis."""
    tell_harm(turn, HarmReading("crisis", "", "self", 0, 0, sure=True))


def _take_misread(turn: TurnContext) -> bool:
    """“No, you picked me up wrong”: the words are in the answer, and the fault is owned."""
    if not is_denied(turn):
        return False
    turn.keep_aside(turn.event.text)
    turn.coaching = Coaching("correction", ASIDE)
    if turn.conversation.undecided:
        _own_the_fault(turn)
    else:
        words = turn.content.listening.harm
        is_kept = is_kept_all_the_same(turn)
        if is_kept and (told := told_of(turn)):
            settle(turn, told)
        clear(turn)
        turn.left()
        turn.tell(say(turn, words.after.was_doubted if is_kept else words.false_alarm_nowhere))
    if asks_where(turn):
        say_where(turn)
    elif "?" in turn.event.text:
        answer_beside(turn, turn.event.text)
    return True


def misread(turn: TurnContext, _: str = "") -> None:
    """*You misread me*: as if it had been typed."""
    if may_be_misread(turn):
        _own_the_fault(turn)
    else:
        turn.show_again()


def _own_the_fault(turn: TurnContext) -> None:
    """Put words back that were taken for harm, and answer them as they should have been.

    What sounded of the writer's own distress is not said back to them all the same. What surely
    sounded of a wish to die, or was said to the coach, stays in no answer.
    """
    message, words = in_doubt(turn), turn.content.listening.harm
    if message is None:
        return
    harm = harm_in(turn, message.text)
    label = take_back(turn, message)
    turn.left()
    was_answer = bool(message.step) or turn.step is None  # or it said who somebody is
    is_answer = is_evidence(read_text(turn, message.text), count_words(message.text)) and was_answer
    if stays(harm) or not is_answer:
        turn.change(turn.conversation.messages[message.number - 1], aside=True, step=NOWHERE)
        label = ""
    said: list[Text | None]
    lines, message = chooser(turn), turn.conversation.messages[message.number - 1]
    line = lines.must_pick(words.false_alarm if label else words.false_alarm_nowhere, label=label)
    turn.coaching = Coaching("correction", ASIDE)
    if stays(harm):
        said = [say(turn, words.doubted_own_crisis)]
    elif label and not (harm and is_own(harm)):
        said = _as_an_answer(turn, message, lines)
    else:
        said = [] if asks_where(turn) else [ask_open(turn, lines) or ask_smaller(turn, lines)]
    turn.tell("\n".join(str(each) for each in (line, *said) if each))
    if not message.aside:
        ask_name(turn, message)


def _as_an_answer(turn: TurnContext, message: Message, lines: Chooser) -> list[Text | None]:
    """Return what is said back to a message of an earlier turn, and the question after it."""
    reading = read_text(turn, message.shown)
    heard = listen(turn, message, reading, lines, ask=False)
    question = ask_for_part(turn, message.step, lines, reading) or ask_open(turn, lines)
    turn.coaching = replace(turn.coaching or Coaching(), kind="correction", filed=ASIDE)
    return [*heard, question]


def _is_more(turn: TurnContext) -> bool:
    """Whether it is the answer to “the badge, or more than the badge?”."""
    cues, text = turn.content.listening.harm.cues, turn.event.text
    asked = turn.conversation.messages[turn.conversation.harm_at - 1].text
    return says(asked, cues.maybe_task) and count_words(text) <= FEW and cues.more in turn.says


def _label(turn: TurnContext) -> str | None:
    return turn.step.label if turn.step else None
