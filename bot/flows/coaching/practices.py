"""Naming the skill: the learner first, then what the coach sees, in the learner's own words.

What is named shapes the next question and the learner's notes. It is never in the statement.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.analysis.practices import Found, notice
from bot.content.models.base import Side
from bot.content.models.framework import Practice
from bot.domain.statement import joined
from bot.domain.turn import Button
from bot.engine.context import Talk, plain_buttons
from bot.engine.wording import Typed
from bot.flows.reflection.screens import show_place_again


def side_asked(talk: Talk) -> Side | None:
    """The side that the open question asks about, where it is one."""
    badge, step = talk.dialogue.badge, talk.step
    criterion = getattr(step, "criterion", None)
    if badge is None or criterion is None:
        return None
    return next((each.side for each in badge.criteria if each.id == criterion), None)


def practices_asked(talk: Talk) -> list[Practice]:
    """The practices to pick from: those of the side, of the first framework that is noticed."""
    side = side_asked(talk)
    first = next(iter(talk.content.frameworks.values()))
    return [each for each in first.practices if side in (each.side, "both")]


def named(talk: Talk) -> list[str]:
    """What was named at the open step."""
    return talk.attempt.named.setdefault(talk.attempt.step, [])


def name_it(talk: Talk, _: str = "") -> None:
    """*Name the skill*: each practice with its plain sentence."""
    words = talk.content.words.coach
    lines = [
        talk.fill(words.practice, name=each.name, what=each.what) for each in practices_asked(talk)
    ]
    talk.tell(talk.fill(words.naming), "\n".join(lines))
    talk.conversation.asking = "naming"


def name_practice(talk: Talk, practice_id: str) -> None:
    """A practice is named. Where the coach surely sees another one it says so, once."""
    mine = named(talk)
    if practice_id not in mine:
        mine.append(practice_id)
    _tell_named(talk)
    seen = seen_at_step(talk)
    told = seen and _refused(talk, seen) in talk.attempt.offered
    if seen and not told and seen.practice not in mine and len(mine) == 1:
        _ask_noticed(talk, seen)


def unname_practice(talk: Talk, practice_id: str) -> None:
    """It was not that one after all."""
    mine = named(talk)
    talk.attempt.named[talk.attempt.step] = [each for each in mine if each != practice_id]
    _tell_named(talk)


def _tell_named(talk: Talk) -> None:
    words, mine = talk.content.words.coach, named(talk)
    names = ", ".join(talk.content.practices[each].name for each in mine)
    talk.say(words.named, practices=names) if names else talk.say(words.not_named)
    talk.conversation.asking = "naming"


def seen_at_step(talk: Talk) -> Found | None:
    """What the coach surely sees in the answer to the open question, of the side it asks about."""
    offered = {each.id for each in practices_asked(talk)}
    text = joined(talk.answer(talk.attempt.step))
    return next((each for each in notice(talk.content, text) if each.practice in offered), None)


def show_noticed(talk: Talk, _: str = "") -> None:
    """*Show me what you see*, or *None of these*: the learner's own words, and a question."""
    seen = seen_at_step(talk)
    if (
        seen
        and seen.practice not in named(talk)
        and _refused(talk, seen) not in talk.attempt.offered
    ):
        _ask_noticed(talk, seen)
        return
    talk.say(talk.content.words.coach.none_noticed)
    talk.conversation.asking = None
    show_place_again(talk)


def _refused(talk: Talk, seen: Found) -> str:
    return f"not {seen.practice} at {talk.attempt.step}"


def _ask_noticed(talk: Talk, seen: Found) -> None:
    text = joined(talk.answer(talk.attempt.step))
    cue, practice = Typed(text[seen.start : seen.end]), talk.content.practices[seen.practice]
    talk.say(talk.content.words.coach.noticed, cue=cue, practice=practice.name)
    talk.conversation.asking = "noticed"


def agree(talk: Talk, _: str = "") -> None:
    """*Yes*: it is noted."""
    seen = seen_at_step(talk)
    if seen:
        if seen.practice not in named(talk):
            named(talk).append(seen.practice)
        talk.say(
            talk.content.words.coach.agreed, practice=talk.content.practices[seen.practice].name
        )
    show_place_again(talk)
    talk.conversation.asking = "naming"  # there may be more of them


def disagree(talk: Talk, _: str = "") -> None:
    """*Not quite*: the learner's view stands, and is not asked about again."""
    if seen := seen_at_step(talk):
        talk.attempt.offered.append(_refused(talk, seen))
    talk.conversation.asking = None
    talk.say(talk.content.words.coach.disagreed)
    show_place_again(talk)


def practice_buttons(talk: Talk) -> Iterator[Button]:
    """Yield the buttons to name a skill."""
    yield from _practice_names(talk)
    yield from plain_buttons(talk, "show_noticed", "none_of_these", side=True)


def _practice_names(talk: Talk) -> Iterator[Button]:
    mine = named(talk)
    for each in practices_asked(talk):
        name = "unname" if each.id in mine else "name"
        yield Button(each.name, f"{name}:{each.id}", side=True)


def noticed_buttons(talk: Talk) -> Iterator[Button]:
    """Yield the buttons to agree with what was noticed, or not."""
    yield from plain_buttons(talk, "agree", "disagree", "something_else", side=True)
    if named(talk):  # the list was just shown, and more of it may fit
        yield from _practice_names(talk)
