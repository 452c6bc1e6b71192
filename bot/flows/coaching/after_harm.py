"""What is said to somebody who writes again after words of harm. No step's question follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.analysis.reading.harm_reader import HarmReading
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.cues import says
from bot.flows.coaching.policy import is_evidence
from bot.flows.coaching.reading import read
from bot.flows.coaching.replies import ask_open, ask_smaller, chooser
from bot.flows.safety.harm import (
    harm_in,
    has_told_of_harm,
    in_doubt,
    is_seen_to,
    is_soon,
    take_back,
    tell_harm,
)
from bot.flows.safety.harm_lines import say
from bot.flows.safety.identifiers import tell_masked
from bot.flows.safety.names import ask_name

Lines = Sequence[str]

SHORT = 25
"""Words up to which it is news and no answer that help is there."""

FEW = 8
"""Words up to which it is said what is more than the badge."""

QUIET = frozenset(("talk", "back", "chat", "feeling_about_task", "denial", "bare"))
"""Kinds to which nothing but patience is the answer while words of harm are not decided."""


def take_words(turn: TurnContext) -> bool:
    """Take what is about the harm that was told just before: it is in no answer."""
    prompt = turn.open_prompt
    if not is_soon(turn) or (prompt and (prompt.takes_words or prompt.is_private(turn))):
        return False
    if _take_misread(turn):
        return True
    more = _is_more(turn)
    needs = [] if more else list(_needs(turn))
    if not (more or needs):
        return False
    kind = read(turn).kind
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


def _question(turn: TurnContext) -> Iterator[str]:
    """Yield the open question where they want to go on: none comes unasked after harm."""
    wants = says(turn.event.text, turn.content.listening.harm.cues.asks_on)
    if wants and turn.open_question:
        lines = chooser(turn)
        yield str(ask_open(turn, lines) or ask_smaller(turn, lines) or "")


def _tell_of_a_crisis(turn: TurnContext) -> None:
    """Say what “it is more than the badge” calls for: doubt is a crisis."""
    tell_harm(turn, HarmReading("crisis", "", "self", 0, 0, dealt_with=False, sure=True))


def _take_misread(turn: TurnContext) -> bool:
    """“No, you picked me up wrong”: the words are in the answer, and the fault is owned.

    A wish to die and something taken are not taken back by a few words; *Keep it* still does that.
    """
    message, words = in_doubt(turn), turn.content.listening.harm
    if message is None or message.number not in turn.conversation.undecided:
        return False
    if not says(turn.event.text, words.cues.misread):
        return False
    before = harm_in(turn, message.text)
    if (before and before.sort in ("suicide", "overdose")) or harm_in(turn):
        return False
    label = take_back(turn, message)
    turn.keep_aside(turn.event.text)
    turn.left()
    turn.coaching = Coaching("correction", ASIDE)
    lines = chooser(turn)
    question = ask_open(turn, lines) or ask_smaller(turn, lines)
    line = lines.must_pick(words.false_alarm if label else words.false_alarm_nowhere, label=label)
    turn.tell("\n".join(str(each) for each in (line, question) if each))
    ask_name(turn, turn.conversation.messages[message.number - 1])
    return True


def _is_more(turn: TurnContext) -> bool:
    """Whether it is the answer to “the badge, or more than the badge?”."""
    cues, text = turn.content.listening.harm.cues, turn.event.text
    asked = turn.conversation.messages[turn.conversation.harm_at - 1].text
    return says(asked, cues.maybe_task) and count_words(text) <= FEW and says(text, cues.more)


def _needs(turn: TurnContext) -> Iterator[Lines]:
    words, text, count = turn.content.listening.harm, turn.event.text, count_words(turn.event.text)
    cues, after, reading = words.cues, words.after, read(turn)
    own = turn.conversation.distressed and bool(turn.attempt.harm_told)
    if says(text, cues.what_to_say):
        yield after.what_to_say
    elif says(text, cues.good_news) and count <= SHORT:
        yield after.back_with_good_news
    elif is_seen_to(turn) and count <= SHORT:
        yield after.company if own else after.told
        if says(text, cues.shaken):
            yield after.shaken
    elif count > FEW and (is_evidence(reading, count) or reading.kind not in QUIET):
        return
    elif says(text, cues.shaken):
        yield after.shaken
    elif is_evidence(reading, count) or reading.kind not in QUIET:
        return
    elif turn.conversation.undecided or has_told_of_harm(turn):
        yield after.back if reading.kind == "back" and turn.step else words.can_wait


def _label(turn: TurnContext) -> str | None:
    return turn.step.label if turn.step else None
