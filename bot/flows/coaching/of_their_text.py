"""Questions about a learner's own words: how many there are, what is missing, who can tell."""

from __future__ import annotations

from bot.analysis.reading.two_words import two_words_asked
from bot.content.models import listening_kinds
from bot.engine.author_words import first_for
from bot.engine.context import TurnContext
from bot.engine.dates import day_in
from bot.engine.wording import Text, join
from bot.engine.wordings import Chooser
from bot.flows.coaching.asides import facts
from bot.flows.coaching.reading import read_text
from bot.flows.coaching.sides import pointed_at


def _said(turn: TurnContext) -> listening_kinds.Question:
    return turn.content.listening.kinds.question


def who_can_tell(turn: TurnContext, lines: Chooser, text: str) -> Text | None:
    """Return whether others may know whom it is about: the clause that a question has a word of,
    the surest phrase, or that none is seen."""
    found = pointed_at(turn, text)
    phrase, said = found[0] if found else _surest_phrase(turn), _said(turn)
    needs = [said.who_can_tell] if phrase else []
    return lines.must_pick(*needs, said.no_name_seen, phrase=phrase or None)


def is_that_kind(turn: TurnContext, lines: Chooser) -> Text | None:
    """Return that their newest words are the kind of thing that is asked for, as far as something
    is done in them; None where nothing is. Nobody marks it here."""
    newest = turn.answer(turn.step_for_words or turn.attempt.step)[-1:]
    tells = any(read_text(turn, each.shown).act for each in newest)
    return lines.must_pick(_said(turn).fits) if tells else None


def is_sent(turn: TurnContext, lines: Chooser) -> Text | None:
    """Return whether it is handed in: nobody may find out too late that the coach sends nothing."""
    sent_at = turn.attempt.sent_at
    if sent_at is None:
        return lines.must_pick(_said(turn).not_sent)
    sent_on = day_in(sent_at, turn.conversation.preferences.zone)
    return lines.must_pick(_said(turn).was_sent, date=sent_on)


def how_far(turn: TurnContext, lines: Chooser) -> Text | None:
    """Return what has no words yet, and how many words the whole still needs."""
    known = facts(turn)
    if open_ones := [each.label for each in turn.statement.missing]:
        return lines.must_pick(_said(turn).parts_left, **{**known, "label": "”, “".join(open_ones)})
    said = _said(turn)
    return lines.must_pick(said.only_words_missing if known["to_go"] else said.all_there, **known)


def how_far_by_now(turn: TurnContext, lines: Chooser) -> Text | None:
    """Return the same once anything is written, None before."""
    return how_far(turn, lines) if turn.statement.own_words else None


def what_is_missing(turn: TurnContext, lines: Chooser) -> Text | None:
    """Return which parts have no words yet, else how many words the whole needs."""
    said, known = _said(turn), facts(turn)
    if open_ones := [each.label for each in turn.statement.missing]:
        return lines.pick(said.missing, label="”, “".join(open_ones))
    return lines.pick(said.only_words_missing if known["to_go"] else said.nothing_missing, **known)


def what_is_missing_by_now(turn: TurnContext, lines: Chooser) -> Text | None:
    """Return the same once anything is written, None before."""
    return what_is_missing(turn, lines) if turn.statement.own_words else None


def how_many_here(turn: TurnContext, lines: Chooser) -> Text | None:
    """Return how many words the open answer has and what the whole needs; only that where the open
    one has none, None before the first."""
    known, said = facts(turn), _said(turn)
    if not (known["here"] and turn.dialogue.min_words):
        return how_many_words(turn, lines)
    return lines.must_pick(said.here if known["to_go"] else said.here_enough, **known)


def how_many_words(turn: TurnContext, lines: Chooser) -> Text | None:
    """Return how many words there are, None before the first and where no number is asked for."""
    if not (turn.statement.own_words and turn.dialogue.min_words):
        return None
    said, known = _said(turn), facts(turn)
    return lines.pick(said.words_so_far if known["to_go"] else said.words_enough, **known)


def two_words(turn: TurnContext, text: str, lines: Chooser) -> Text | None:
    """Return what each of two words means whose difference is asked for, as far as an author says
    it, and that no answer turns on it; None where none is."""
    if not (found := two_words_asked(text)):
        return None
    one, other = found
    meant = turn.content.listening.kinds.word_meant
    known = [found[0].line for found in (first_for(meant, one), first_for(meant, other)) if found]
    needs = _said(turn).two_words if len(known) > 1 else _said(turn).two_words_unknown
    line = lines.must_pick(needs, word=one, phrase=other)
    return join(" ", [each for each in (*(turn.fill(each) for each in known), line) if each])


def _surest_phrase(turn: TurnContext) -> str:
    """Return the words of the statement that may show most surely who somebody is, "" for none."""
    found = [
        (shown.sure, message.text[shown.start : shown.end])
        for section in turn.statement.sections
        for message in section.messages
        for shown in turn.knowledge.shows_who.find(message.text)
    ]
    return max(found)[1] if found else ""
