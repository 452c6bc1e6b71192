"""Naming the skill: the learner first, then what the coach sees, in the learner's own words.

What is named shapes the next question and the learner's notes. It is never in the statement.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.analysis.practices import Found, notice
from bot.content.models.framework import Practice
from bot.domain.messages import joined
from bot.domain.offers import Button, typed_only
from bot.engine.context import TurnContext, plain_buttons
from bot.engine.flows import Action, Prompt
from bot.engine.wording import Typed


def practices_asked(turn: TurnContext) -> list[Practice]:
    """The practices to pick from: those of the side, of the first framework that is noticed."""
    side = turn.dialogue.side_of(turn.attempt.step)
    first = next(iter(turn.content.frameworks.values()))
    return [each for each in first.practices if side in (each.side, "both")]


def named(turn: TurnContext) -> list[str]:
    """Return what was named at the open step."""
    return turn.attempt.named.setdefault(turn.attempt.step, [])


def name_it(turn: TurnContext, _: str = "") -> None:
    """*Name the skill*: each practice with its plain sentence."""
    words = turn.content.words.coach
    lines = [
        turn.fill(words.practice, name=each.name, what=each.what) for each in practices_asked(turn)
    ]
    turn.tell(turn.fill(words.naming), "\n".join(lines))
    turn.ask("naming")


def name_practice(turn: TurnContext, practice_id: str) -> None:
    """A practice is named. Where the coach surely sees another one it says so, once."""
    mine = named(turn)
    if practice_id not in mine:
        mine.append(practice_id)
    _tell_named(turn)
    seen = seen_at_step(turn)
    told = seen and _is_rejected(turn, seen)
    if seen and not told and seen.practice not in mine and len(mine) == 1:
        _ask_noticed(turn, seen)


def unname_practice(turn: TurnContext, practice_id: str) -> None:
    """It was not that one after all."""
    mine = named(turn)
    turn.attempt.named[turn.attempt.step] = [each for each in mine if each != practice_id]
    _tell_named(turn)


def _tell_named(turn: TurnContext) -> None:
    words, mine = turn.content.words.coach, named(turn)
    names = ", ".join(turn.content.practices[each].name for each in mine)
    turn.say(words.named, practices=names) if names else turn.say(words.not_named)
    turn.ask("naming")


def seen_at_step(turn: TurnContext) -> Found | None:
    """Return what the coach surely sees in the answer to the open question, on its side."""
    offered = {each.id for each in practices_asked(turn)}
    text = joined(turn.answer(turn.attempt.step))
    return next((each for each in notice(turn.content, text) if each.practice in offered), None)


def show_noticed(turn: TurnContext, _: str = "") -> None:
    """*Show me what you see*, or *None of these*: the learner's own words, and a question."""
    seen = seen_at_step(turn)
    if seen and seen.practice not in named(turn) and not _is_rejected(turn, seen):
        _ask_noticed(turn, seen)
        return
    turn.say(turn.content.words.coach.none_noticed)
    turn.answered()
    turn.show_again()


def _is_rejected(turn: TurnContext, seen: Found) -> bool:
    return seen.practice in turn.attempt.rejected.get(turn.attempt.step, ())


def _ask_noticed(turn: TurnContext, seen: Found) -> None:
    text = joined(turn.answer(turn.attempt.step))
    cue, practice = Typed(text[seen.start : seen.end]), turn.content.practices[seen.practice]
    turn.say(turn.content.words.coach.noticed, cue=cue, practice=practice.name)
    turn.ask("noticed")


def agree(turn: TurnContext, _: str = "") -> None:
    """*Yes*: it is noted."""
    seen = seen_at_step(turn)
    if seen:
        if seen.practice not in named(turn):
            named(turn).append(seen.practice)
        turn.say(
            turn.content.words.coach.agreed, practice=turn.content.practices[seen.practice].name
        )
    turn.show_again()
    turn.ask("naming")  # there may be more of them


def disagree(turn: TurnContext, _: str = "") -> None:
    """*Not quite*: the learner's view stands, and is not asked about again."""
    if seen := seen_at_step(turn):
        turn.attempt.rejected.setdefault(turn.attempt.step, []).append(seen.practice)
    turn.answered()
    turn.say(turn.content.words.coach.disagreed)
    turn.show_again()


ACTIONS: dict[str, Action] = {
    "agree": agree,
    "disagree": disagree,
    "name": name_practice,
    "name_it": name_it,
    "none_of_these": show_noticed,
    "show_noticed": show_noticed,
    "something_else": name_it,
    "unname": unname_practice,
}


class _OfPractices(Prompt):
    """Lets practices be named, or taken back."""

    def still_holds(self, turn: TurnContext) -> bool:
        """Whether there are practices to name at the open question."""
        return bool(practices_asked(turn))

    def names(self, turn: TurnContext) -> Iterator[Button]:
        """Yield a button for each practice."""
        mine = named(turn)
        for each in practices_asked(turn):
            name = "unname" if each.id in mine else "name"
            yield Button(each.name, f"{name}:{each.id}", side=True)


class NamingPrompt(_OfPractices):
    """*Which of these fits?*"""

    name = "naming"
    follows = frozenset({"noticed"})

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Each practice, and what the coach sees."""
        yield from self.names(turn)
        yield from plain_buttons(turn, "show_noticed", "none_of_these", side=True)


class NoticedPrompt(_OfPractices):
    """*I see this one. Does that fit?*"""

    name = "noticed"
    follows = frozenset({"naming"})

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Agree, or not; and the list, where it was just shown."""
        yield from plain_buttons(turn, "agree", "disagree", "something_else", side=True)
        if named(turn):  # the list was just shown, and more of it may fit: it can be typed
            yield from typed_only(self.names(turn))
