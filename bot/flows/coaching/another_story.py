"""“or I could tell you about the trip”, “naw, stick wi the tea”: which story it shall be."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.reading.kind_signs import STICKS
from bot.analysis.reading.own_text.by_words import about_of, likeliest
from bot.analysis.reading.words import words_of
from bot.analysis.two_stories import asks_for_another, asks_which, chooses, second_story
from bot.domain.coaching import ASIDE, ASK, Coaching
from bot.domain.messages import NOWHERE, Message
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.wording import Text
from bot.engine.wordings import Chooser
from bot.flows.coaching.reading import read_text
from bot.flows.coaching.replies import ask_for_part, ask_which

MOST = 10
"""Words of the longest message that settles which it shall be."""


def tells_a_story(turn: TurnContext) -> bool | None:
    """Return whether words that speak of one story or another tell any, None where they speak of
    none: who asks or chooses which it shall be tells none."""
    text = turn.event.text
    told = any(turn.answer(step.id) for step in turn.dialogue.steps)
    if told and (asks_which(text) or asks_for_another(text)):
        return False
    if not told and count_words(text) >= LONG and second_story(text):
        return True  # both are kept, and it is asked which it shall be
    return False if chooses_a_story(turn) else None


LONG = 20
"""Words from which on two stories are told."""


def chooses_a_story(turn: TurnContext) -> bool:
    """Return whether a few words choose a story, right after another was offered: “na the
    milk'll dae”."""
    is_brief = count_words(turn.event.text) <= MOST
    return is_brief and _chooses(turn) and _just_offered(turn) is not None


def _chooses(turn: TurnContext) -> bool:
    said = " ".join(each.plain for each in words_of(turn.event.text))
    return STICKS.match(said) is not None or chooses(turn.event.text)


def _told(turn: TurnContext) -> list[Message]:
    """Return what stands in the answers."""
    return [each for step in turn.dialogue.steps for each in turn.answer(step.id)]


def _just_offered(turn: TurnContext) -> Message | None:
    """Return the message that offered another story, if it is the newest; None where none did."""
    newest = next(reversed(turn.conversation.messages), None)
    if newest is None or newest.attempt != turn.attempt.number or not newest.text:
        return None
    is_offer = read_text(turn, newest.shown).kind == "alternative" or asks_which(newest.text)
    return newest if is_offer or asks_for_another(newest.text) else None


def reply_to_choice(turn: TurnContext, lines: Chooser) -> Sequence[Text | None]:
    """Return the reply to a few words about another story: it is asked which, unless they choose
    one. What was offered in the place of the first is in no answer where they stay with that."""
    if not _chooses(turn):
        turn.coaching = Coaching("alternative", ASK)
        return [ask_which(turn, lines)]
    turn.coaching = Coaching("alternative", ASIDE)
    told = turn.content.listening.kinds.alternative
    offered = _offered(turn)
    if offered and _chooses_other(turn, offered):
        return [lines.pick(told.other_one)]
    if offered and not offered.aside:
        turn.change(offered, aside=True, step=NOWHERE)
    step = turn.open_question
    return [lines.pick(told.stays), ask_for_part(turn, step.id, lines) if step else None]


def _chooses_other(turn: TurnContext, offered: Message) -> bool:
    """Whether the words name the story that was offered, and not the one that was told."""
    told = " ".join(each.shown for each in _told(turn) if each != offered)
    share, places = likeliest([told, offered.text], about_of(turn.event.text))
    is_named = share > 0 and places == [1]
    said = {each.plain for each in words_of(turn.event.text)}
    return is_named or bool(said & {"second", "other", "new", "latter"})


def _offered(turn: TurnContext) -> Message | None:
    """Return the other story that was told or offered just before, None where none was."""
    before = [each for each in turn.conversation.messages if each.text != turn.event.text][-1:]
    newest = before[0] if before else None
    if newest and (asks_which(newest.text) or asks_for_another(newest.text)):
        return newest
    answer = turn.answer(turn.step_for_words or turn.attempt.step)
    newest = max(answer, key=lambda each: each.number, default=None)
    if newest is None:
        return None
    return newest if read_text(turn, newest.shown).kind == "alternative" else None
