"""The parts of a message by step: as the learner labelled them, or told them in one go."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.labelled_lines import labelled_lines
from bot.analysis.one_go import clause_sections, led_sections, told_sections
from bot.analysis.sections import Part, split_sections
from bot.content.models.dialogue import WordsStep
from bot.domain.messages import Message
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext

SIDES = ("situation", "management", "leadership")
"""The steps that a text without any label can be split to."""

LONG = 20
"""Words from which on a message is looked at for parts."""

UNLABELLED = 80
"""Words from which on a text without any label is looked at."""

WHOLE = 160
"""Words from which on such a text is more than one answer: it is looked at clause by clause, too,
as sentences of that length tell of work and of people in one breath."""


def parts_of(turn: TurnContext, message: Message) -> tuple[Part, ...]:
    """The parts of a message by step: as the learner labelled them, or told them in one go."""
    if count_words(message.text) < LONG:
        return ()
    return _labelled_parts(turn, message) or _in_one_go(turn, message)


def wide_parts_of(turn: TurnContext, message: Message) -> tuple[Part, ...]:
    """The same for a message that shall be split: clause by clause where nothing else shows it."""
    if parts := parts_of(turn, message):
        return parts
    called = turn.dialogue.called
    if turn.dialogue.badge is None or set(SIDES) - called.keys():
        return ()

    sides = {each.id: each.side for each in turn.content.practices.values()}
    return clause_sections(message.text, turn.knowledge.reader.shown(message.text), sides, called)


def is_labelled(turn: TurnContext, message: Message, parts: Sequence[Part]) -> bool:
    """Whether a message names its parts itself: others are for who has told nothing else yet."""
    return led_sections(message.text, turn.dialogue.called) == parts or bool(
        _labelled_parts(turn, message)
    )


def _labelled_parts(turn: TurnContext, message: Message) -> tuple[Part, ...]:
    labels = dict[str, Sequence[str]]()
    for step in turn.dialogue.steps:
        if isinstance(step, WordsStep):
            labels[step.id] = (step.label, step.id, step.heading, *step.called)
    parts = split_sections(message.text, labels)
    return parts or labelled_lines(message.text, turn.dialogue.called)


def _in_one_go(turn: TurnContext, message: Message) -> tuple[Part, ...]:
    """The parts of a text that tells everything without labels, where a badge asks for them."""
    called = turn.dialogue.called
    if turn.dialogue.badge is None or len(called) < 2 or message.origin:
        return ()

    if led := led_sections(message.text, called):
        return led
    if set(SIDES) - called.keys() or count_words(message.text) < UNLABELLED:
        return ()
    sides = {each.id: each.side for each in turn.content.practices.values()}
    shown = turn.knowledge.reader.shown(message.text)
    if told := told_sections(message.text, shown, sides):
        return told
    is_whole = count_words(message.text) >= WHOLE
    return clause_sections(message.text, shown, sides, called) if is_whole else ()
