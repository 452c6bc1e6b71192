"""“why do u call it that”: what a name that somebody objects to is worth. It is taken back."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.meant import OBJECTS, QUESTION
from bot.analysis.reading.against_said import denies_said, may_deny
from bot.analysis.reading.complaints import objects
from bot.analysis.reading.denials import denies_with_a_job
from bot.analysis.reading.meaning_asked import word_meant
from bot.analysis.reading.objections import MOST_FLAT, Objection, objection_in
from bot.analysis.reading.own_names import own_name
from bot.analysis.reading.words import heard_words
from bot.content.models.dialogue import WordsStep
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.wordings import mark_of, quote_of, read_line
from bot.flows.coaching.known_questions import asks_plainly
from bot.flows.coaching.naming import rejected_line, say_why, seen_here, take_back_name
from bot.flows.coaching.reading import read_text
from bot.flows.coaching.replies import chooser, open_follow_up
from bot.flows.coaching.setting_aside import set_aside
from bot.flows.coaching.ways_on import with_end


def take_words(turn: TurnContext) -> bool:
    """Take an objection: the name goes, the words stay, and the open question is asked on. Who asks
    why it is called so is told, and may drop it.

    With an act beside it the name goes too, and the act is left to be an answer, unless it only
    says how it was instead.
    """
    found = _objection(turn)
    if found is None:
        return False
    practice = seen_here(turn)
    if found == "why" and practice and _say_why(turn, practice):
        return True
    take_back_name(turn)
    if found not in ("flat", "said") and turn.reading.act and count_words(turn.event.text) > BARE:
        return False
    message = set_aside(turn, "complaint_about_coach")
    lines, words = chooser(turn), turn.content.listening
    blame = words.kinds.complaint_about_coach
    if found == "said" or not practice:
        owned = lines.must_pick(blame.misread)
    else:
        owned = rejected_line(turn, practice, lines)
    turn.tell(with_end(turn, owned, lines) if owned else "")
    turn.ask("kept_out", message)
    return True


def _say_why(turn: TurnContext, practice: str) -> bool:
    """Say why it was called so, and offer to drop that; False where the words are gone."""
    lines = chooser(turn)
    why = say_why(turn, practice, lines)
    if why is None:
        return False
    about = turn.conversation.messages[-1] if turn.conversation.messages else None
    set_aside(turn, "not_understood")
    turn.tell(why)
    if about:
        turn.ask("heard", about)
    return True


BARE = 8
"""Words up to which nothing is told beside an objection, whatever they look like."""


def _objection(turn: TurnContext) -> Objection | None:
    """Return how somebody objects to what was said back of their words here."""
    is_denial = denies_with_a_job(" ".join(heard_words(turn.event.text)))  # “not me, I'm a cook”
    if is_denial or not isinstance(turn.step, WordsStep) or not turn.conversation.quoted:
        return None
    if own_name(turn.event.text, {e.id: e.name for e in turn.content.practices.values()}):
        return None  # they say what it is
    text = turn.event.text
    meant = turn.knowledge.meanings.meant_in(text)
    if any(each.id == OBJECTS for each in meant) and count_words(text) <= MOST_FLAT:
        return "flat"
    if word_meant(text) and any(each.kind == QUESTION for each in meant):
        return None  # “what do you mean by result and how long should it be”
    names, seen = turn.content.listening.named, seen_here(turn)
    said: list[str] = []
    if seen:
        practice, lines = turn.content.practices[seen], names[seen]
        said = [practice.name, *lines.lines()]
    found = objection_in(turn.event.text, [each.replace("$clause", "") for each in said])
    if found != "why" and asks_plainly(turn) and turn.knowledge.meanings.begins(text):
        return None  # “is that not more management”, “does it count if it's him not me”
    return found or ("said" if _denies_what_was_said(turn, said) else None)


def _denies_what_was_said(turn: TurnContext, called: Sequence[str]) -> bool:
    """Whether a message objects to the quote, or to the remark on it, in the reply just before."""
    text = turn.event.text
    if not may_deny(text) or objects(text):  # “that is no answer” is of what they asked
        return False
    quote = _just_quoted(turn)
    if not quote:
        return False
    asked = str(open_follow_up(turn) or "")
    question = asked.rpartition("\n")[2]
    is_yes_or_no, is_who = question.startswith(_YES_OR_NO), question.startswith("Who ")
    remark = _remark(turn, called)
    return denies_said(text, quote, remark, is_yes_or_no=is_yes_or_no, is_who=is_who)


_YES_OR_NO = ("Did ", "Was ", "Were ", "Is ", "Are ", "Has ", "Had ", "Do ", "Does ", "Could ")
"""How a question begins that *no* answers."""

JUST_BEFORE = 2
"""Messages before an objection of which the coach may have quoted one: it may come twice."""


def _just_quoted(turn: TurnContext) -> str:
    """Return the clause that was said back last, "" where it is none of the newest answer."""
    newest = list(turn.conversation.messages[-JUST_BEFORE:])
    if len(newest) > 1 and not newest[-1].aside:
        del newest[0]
    for message in newest:
        is_here = message.step == turn.attempt.step  # who went on objects to nothing behind them
        if message.attempt != turn.attempt.number or message.aside or not is_here:
            continue
        for each in read_text(turn, message.text).clauses:
            quote = quote_of(message.text, each)
            if mark_of(quote) == turn.conversation.quoted[-1]:
                return quote
    return ""


def _remark(turn: TurnContext, called: Sequence[str]) -> str:
    """Return what was said of a quote in the last reply, the name included; "" where it is not
    known any more. ``called`` are the lines that may have named it."""
    last, lines = turn.conversation.said[-LAST_SAID:], list(called)
    for _, listed in turn.content.listening.said_back:
        for each in listed:
            lines += [each] if isinstance(each, str) else each.lines
    said = (each for each in lines if any(mark in last for mark in read_line(each).marks))
    return " ".join(each.replace("$clause", "") for each in said)


LAST_SAID = 6
"""Marks of sentences of the newest reply."""
