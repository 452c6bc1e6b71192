"""Who somebody is, told where that is asked or later, alone or beside something else: the marker
stands in the place of the name from then on, and all else in the message is heard."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.analysis.reading.complaints import is_about_an_answer
from bot.analysis.reading.own_text.wrongly_done import blames_only
from bot.analysis.who_is_told import Part, parts_telling_who
from bot.analysis.who_it_is import (
    MOST,
    Roles,
    says_of_somebody,
    says_who_not,
    sees_name,
    who_it_is,
)
from bot.domain.messages import Message
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.cues import says
from bot.engine.decisions import decided, keep_in_mind
from bot.flows.safety.cuts import with_cuts
from bot.flows.safety.markers import marked, put_markers, roles_of
from bot.flows.safety.names import (
    NamePrompt,
    in_question,
    name_is,
    next_name,
    not_name,
    open_names,
    replace_name,
    waiting,
)

UNCLEAR = frozenset(
    ("chat", "bare", "denial", "already_told", "complaint_about_coach", "correction", "private")
)
"""Kinds that what is no person is taken for: “it is my dog”."""

FEW = 8
"""Words up to which it is said who somebody is by what they do: “he works beside me”."""

STOPS = ".!?;\n"
"""What ends a sentence."""

_APART = re.compile(r"[^\w ,'’&/()-]")
"""What parts two things: a stop, a smile."""


def take_words(turn: TurnContext) -> bool:
    """Take who somebody is where it stands beside something else, or is told later: the name is
    replaced everywhere, and what else the message says is heard as if it had come alone."""
    open_ones = _open(turn)
    if not open_ones or turn.event.passed_on or _is_for_role(turn) or not _is_calm(turn):
        return False
    asked = in_question(turn) if turn.conversation.prompt == NamePrompt.name else None
    parts = parts_telling_who(
        turn.event.text, roles_of(turn), list(open_ones), asked=asked[1] if asked else ""
    )
    if not parts:
        return False
    is_answered = False
    for each in parts:
        if each.role:
            is_it = asked is not None and each.name == asked[1]
            role = _role_in(turn, each)
            replace_name(turn, open_ones[each.name], each.name, role, is_asked=is_it)
            is_answered = is_answered or is_it
    return _hear_rest(turn, parts, is_answered=is_answered)


def _open(turn: TurnContext) -> Mapping[str, Message]:
    """Return the names that are not told of, each with the message that it was asked about in."""
    is_asked = turn.conversation.prompt == NamePrompt.name
    asked = [in_question(turn)] if is_asked else []
    found = {name: message for message, name in waiting(turn)}
    return {**found, **{each[1]: each[0] for each in asked if each}}


def _is_for_role(turn: TurnContext) -> bool:
    """Whether a message is one sentence that says but who somebody is, where that is asked."""
    text = turn.event.text.strip().rstrip(STOPS)
    return not _APART.search(text) and _is_brief_answer(turn) and bool(_who(turn))


def _role_in(turn: TurnContext, part: Part) -> str:
    """Return the role that a part tells; “a girl from the agency” is known by what she does."""
    cues, text = turn.content.listening.kinds.cues, turn.event.text[part.start : part.end]
    if says(text, cues.anybody):
        if says(text, cues.works_with):
            return "colleague"
        return "resident" if says(text, cues.cared_for) else part.role
    return part.role


def _hear_rest(turn: TurnContext, parts: Sequence[Part], *, is_answered: bool) -> bool:
    """Hear what else a message says; whether there was nothing. It is kept as it was typed."""
    rest = [each for each in parts if not each.is_spent]
    if not rest:
        turn.keep_aside(turn.event.text)
        if is_answered:
            next_name(turn)
        else:
            turn.show_again()
        return True
    message = decided(turn, "name") if is_answered else None
    if message and open_names(turn, message.shown):
        keep_in_mind(turn, "name", message)
    spans, now = list[tuple[int, int]](), ""
    for each in parts:
        begin = len(now)
        now += marked(turn, turn.event.text[each.start : each.end])
        spans += [(begin, len(now))] if each.is_spent else []
    put_markers(turn)
    if now == turn.event.text:  # else a name stands across two pieces: all of it is heard
        turn.set_apart(*with_cuts(spans))
    return False


def take_role(turn: TurnContext) -> bool:
    """Take “resident”, “shes my freind” typed where it is asked who it is: it is put in the place
    of the name, and is no answer. So is that it is no name; what tells neither is asked about."""
    if not may_say_who(turn):
        return False
    who = _who(turn)
    is_none = turn.content.listening.kinds.cues.no_name in turn.says
    is_unclear = turn.reading.kind in UNCLEAR and says_of_somebody(turn.event.text)
    is_unclear |= sees_name(turn.event.text) or says_who_not(*_asked_of(turn))
    if not (who or is_none or is_unclear):
        return False
    turn.keep_aside(turn.event.text)
    if is_none:
        not_name(turn)
    elif who:
        name_is(turn, who)
    elif asked := in_question(turn):
        turn.say(turn.content.words.coach.name_unclear, name=asked[1])
        turn.ask("name", asked[0])
    return True


def may_say_who(turn: TurnContext) -> bool:
    """Return whether a few words come while it is asked who somebody is: words of harm have a plain
    sign then, or are none."""
    if not _is_brief_answer(turn):
        return False
    return _is_calm(turn)


def _is_calm(turn: TurnContext) -> bool:
    """Whether nothing in a message tells plainly of harm: that is heard before all else."""
    harm = turn.harm
    return harm.level == "none" or not harm.signed or harm.doubtful


def is_no_harm(turn: TurnContext) -> bool:
    """Return whether words that may sound of harm only say who somebody is, or are of the coach."""
    text, harm_in = turn.event.text, turn.knowledge.harm_in
    is_else = not turn.harm.signed and (blames_only(text, harm_in) or bool(_who(turn)))
    return is_about_an_answer(text) or may_say_who(turn) or is_else


def says_who(turn: TurnContext) -> bool:
    """Return whether it is said who somebody is where that is asked, whatever else it sounds of."""
    return _is_brief_answer(turn) and (bool(_who(turn)) or says_of_somebody(turn.event.text))


def _is_brief_answer(turn: TurnContext) -> bool:
    if turn.conversation.prompt != NamePrompt.name or count_words(turn.event.text) > MOST:
        return False
    is_of_another = says_of_somebody(turn.event.text) or bool(_named_role(turn))
    return is_of_another or not turn.reading.own_act


def _named_role(turn: TurnContext) -> str:
    """Return who somebody is by a word for such people, and no more: “a lady we look after”."""
    return "" if "?" in turn.event.text else who_it_is(*_asked_of(turn))


def _asked_of(turn: TurnContext) -> tuple[str, Roles, str]:
    """Return the text, the words for each role, and the name that is asked about."""
    asked = in_question(turn)
    return turn.event.text, roles_of(turn), asked[1] if asked else ""


def _who(turn: TurnContext) -> str:
    """Return who somebody is by the message of this turn, "" where it does not say."""
    cues, text, who = turn.content.listening.kinds.cues, turn.event.text, _named_role(turn)
    if "?" in text:
        return ""
    is_open = (not who or cues.anybody in turn.says) and count_words(text) <= FEW
    if is_open and cues.works_with in turn.says:
        return "colleague"
    return "resident" if is_open and cues.cared_for in turn.says else who
