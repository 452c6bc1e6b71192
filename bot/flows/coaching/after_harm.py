"""Replies to somebody who writes again after words of harm. No step's question follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.analysis.reading.harm_reading import HarmReading
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.messages import NOWHERE, Message
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.cues import says
from bot.engine.wording import Text
from bot.engine.wordings import Chooser
from bot.flows.coaching.policy import is_evidence
from bot.flows.coaching.questions import known_question, say_known_answer
from bot.flows.coaching.reading import read_text
from bot.flows.coaching.replies import ask_for_part, ask_open, ask_smaller, chooser, listen
from bot.flows.coaching.whereabouts import asks_where, say_where
from bot.flows.safety.harm import (
    harm_in,
    has_told_of_harm,
    is_denied,
    is_hushed,
    is_seen_to,
    is_soon,
    may_be_misread,
    take_back,
    tell_harm,
)
from bot.flows.safety.harm_decision import clear, in_doubt, stays
from bot.flows.safety.harm_lines import is_own, say
from bot.flows.safety.identifiers import tell_masked
from bot.flows.safety.names import ask_name

Lines = Sequence[str]

SHORT = 25
"""Words up to which it is news and no answer that help is there."""

FEW = 8
"""Words up to which it is said what is more than the badge."""

FEELING = "feeling_about_task"

NEWS = 12
"""Words up to which what was told to somebody is about the words of harm that are not decided."""

QUIET = frozenset(("talk", "back", "chat", FEELING, "denial", "bare"))
"""Kinds to which nothing but patience is the answer while words of harm are not decided."""


def take_words(turn: TurnContext) -> bool:
    """Take what is about the harm that was told just before: it is in no answer."""
    prompt = turn.open_prompt
    if prompt and (prompt.takes_words or prompt.is_private(turn)):
        return False
    if not is_soon(turn):
        return _take_after_a_doubt(turn)
    if _take_misread(turn):
        return True
    more = _is_more(turn)
    needs = [] if more else list(_needs(turn))
    if not (more or needs):
        return False
    kind = turn.reading.kind
    turn.conversation.harm_at = turn.keep_aside(turn.event.text).number
    if turn.masked:
        tell_masked(turn)
    if more:
        _tell_of_a_crisis(turn)
        turn.ask("carry_on")
        return True
    turn.coaching = Coaching(kind, ASIDE)
    said = [str(say(turn, each, label=_label(turn))) for each in needs]
    turn.tell("\n".join([*said, *_question(turn)]))
    if prompt and prompt.name not in ("harm", "carry_on"):
        turn.left()
    return True


def _take_after_a_doubt(turn: TurnContext) -> bool:
    """Take what is about an answer that may be of harm, and was kept as one just before."""
    harm_words, text = turn.content.listening.harm, turn.event.text
    before = turn.conversation.messages[-1:]
    if not before or count_words(text) > SHORT:
        return False
    needs = _asked_or_planned(turn) or (_takes_back(turn) and harm_words.after.was_doubted) or ()
    if not needs and (harm_words.cues.shaken in turn.says or turn.reading.kind == FEELING):
        needs = harm_words.doubted_own
    harm = harm_in(turn, before[0].text) if needs else None
    if harm is None or not harm.doubtful:
        return False
    turn.keep_aside(text)
    turn.coaching = Coaching(turn.reading.kind, ASIDE)
    turn.tell(say(turn, needs))
    return True


def _asked_or_planned(turn: TurnContext) -> Lines:
    """Return the lines for what to do, for “I'll tell her the morn” and “I am afraid for my visa”;
    none for anything else."""
    words = turn.content.listening.harm
    if words.cues.is_it_bad in turn.says:
        return words.after.is_it_bad
    if words.cues.what_now in turn.says:
        return words.after.what_now
    if words.cues.will_tell in turn.says:
        return words.after.will_tell
    is_own = turn.conversation.distressed
    return words.after.afraid if words.cues.my_fear in turn.says and not is_own else ()


def _question(turn: TurnContext) -> Iterator[str]:
    """Yield the open question where they want to go on: none comes unasked after harm."""
    wants = turn.content.listening.harm.cues.asks_on in turn.says
    if wants and turn.open_question:
        lines = chooser(turn)
        yield str(ask_open(turn, lines) or ask_smaller(turn, lines) or "")


def _tell_of_a_crisis(turn: TurnContext) -> None:
    """Say what “it is more than the badge” calls for: doubt is a crisis."""
    tell_harm(turn, HarmReading("crisis", "", "self", 0, 0, dealt_with=False, sure=True))


def _take_misread(turn: TurnContext) -> bool:
    """“No, you picked me up wrong”: the words are in the answer, and the fault is owned."""
    if not is_denied(turn):
        return False
    turn.keep_aside(turn.event.text)
    turn.coaching = Coaching("correction", ASIDE)
    if turn.conversation.undecided:
        _own_the_fault(turn)
    else:
        clear(turn)
        turn.left()
        turn.tell(say(turn, turn.content.listening.harm.false_alarm_nowhere))
    if asks_where(turn):
        say_where(turn)
    elif "?" in turn.event.text and known_question(turn, turn.event.text):
        say_known_answer(turn, turn.event.text)
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
    is_answer = is_evidence(read_text(turn, message.text), count_words(message.text))
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


def _needs(turn: TurnContext) -> Iterator[Lines]:
    count = count_words(turn.event.text)
    words, reading = turn.content.listening.harm, turn.reading
    cues, after = words.cues, words.after
    own = turn.conversation.distressed and bool(turn.attempt.harm_told)
    if count <= SHORT and (asked := _asked(turn)):
        yield asked
    elif cues.good_news in turn.says and count <= SHORT:
        yield after.back_with_good_news
    elif cues.seems_fine in turn.says and count <= SHORT:
        yield after.seems_fine
    elif is_seen_to(turn) and count <= SHORT and _is_news(turn):
        yield after.company if own else after.told
        if cues.shaken in turn.says:
            yield after.shaken
    elif count > FEW and (is_evidence(reading, count) or reading.kind not in QUIET):
        return
    elif cues.shaken in turn.says:
        yield after.shaken
    elif is_evidence(reading, count) or reading.kind not in QUIET:
        return
    elif turn.conversation.undecided or has_told_of_harm(turn):
        yield after.back if reading.kind == "back" and turn.step else words.can_wait


def _is_news(turn: TurnContext) -> bool:
    """Whether who was told hears of the harm: “I told the manager what I counted” is an answer."""
    count = count_words(turn.event.text)
    of_it = turn.content.listening.harm.cues.of_it in turn.says
    few = NEWS if turn.conversation.undecided else FEW
    return count <= few or of_it or not is_evidence(turn.reading, count)


def _asked(turn: TurnContext) -> Lines:
    """Return the lines for what to say, to do, or to press; none where nothing of it is asked."""
    words = turn.content.listening.harm
    if words.cues.what_to_say in turn.says:
        return words.after.what_to_say
    if is_hushed(turn):
        return words.after.not_heard
    if planned := _asked_or_planned(turn):
        return planned
    if not _protests(turn):
        return ()
    return words.was_it_misread if may_be_misread(turn) else words.was_it_no_wish_to_die


def _protests(turn: TurnContext) -> bool:
    """Whether they say that what waits was taken the wrong way."""
    return bool(turn.conversation.undecided) and _takes_back(turn)


def _takes_back(turn: TurnContext) -> bool:
    """Whether they say that it is no harm: “what? no”, “its just his way”."""
    cues, text = turn.content.listening.harm.cues, turn.event.text
    is_no = text.casefold().strip(" .!?") in cues.bare_no
    return is_no or not turn.says.isdisjoint((cues.protest, cues.misread))


def _label(turn: TurnContext) -> str | None:
    return turn.step.label if turn.step else None
