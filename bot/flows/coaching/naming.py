"""The model's name of an act that was named plainly; and *Not quite*."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.offers import Button
from bot.engine.context import TurnContext, plain_buttons
from bot.engine.flows import Action, Prompt
from bot.engine.wording import Text, join
from bot.engine.wordings import Chooser, read_line
from bot.flows import LOOK_UPS
from bot.flows.coaching.replies import chooser
from bot.flows.coaching.told import called_after


def seen_here(turn: TurnContext) -> str:
    """Return the practice that was named last at the open step, "" for none: it was not taken back
    since."""
    step = turn.attempt.step
    seen = turn.attempt.seen.get(step, "")
    is_gone = seen in turn.attempt.rejected.get(step, ())
    return seen if seen in turn.content.practices and not is_gone else ""


def said_of(turn: TurnContext, practice: str) -> str:
    """Return what an act was called in everyday words when it was named last, such as “giving
    others support”; "" where that is not known any more."""
    names, said = turn.content.listening.named.get(practice), turn.conversation.said
    lines = names.lines() if names else ()
    found = [
        (said.index(mark), each) for each in lines for mark in read_line(each).marks if mark in said
    ]
    line = max(found)[1] if found else ""
    return line.rpartition(THAT_IS)[2].rstrip(".") if THAT_IS in line else ""


def was_just_said(turn: TurnContext, practice: str) -> bool:
    """Return whether the last reply named an act so."""
    names, last = turn.content.listening.named.get(practice), turn.conversation.said[-JUST_SAID:]
    lines = names.lines() if names else ()
    return any(mark in last for each in lines for mark in read_line(each).marks)


JUST_SAID = 6
"""Marks of sentences of the newest reply."""

THAT_IS = "that is "
"""What stands before the everyday words."""


def rejected_line(turn: TurnContext, practice: str, lines: Chooser) -> Text | None:
    """Return that an act is not called after a practice any more, by what it was called."""
    naming = turn.content.listening.naming
    return lines.must_pick(
        naming.rejected, naming.rejected_unknown, name=said_of(turn, practice) or None
    )


def say_why(turn: TurnContext, practice: str, lines: Chooser) -> Text | None:
    """Return why an act was called so, out of what they wrote, and that it can be dropped; None
    where the words are not there any more."""
    naming, name = turn.content.listening.naming, said_of(turn, practice)
    clause, because = called_after(turn, practice), naming.why.get(practice)
    if not (name and clause and because):
        return None
    said = [
        lines.must_pick([because], clause=clause),
        lines.must_pick(naming.may_drop, name=name),
    ]
    return join("\n", [each for each in said if each])


def take_back_name(turn: TurnContext) -> None:
    """Take the name that was given last away: it is not given there again."""
    if practice := seen_here(turn):
        turn.attempt.rejected.setdefault(turn.attempt.step, []).append(practice)
        named = turn.attempt.named.get(turn.attempt.step, [])
        turn.attempt.named[turn.attempt.step] = [each for each in named if each != practice]


def called(turn: TurnContext, _: str = "") -> None:
    """*What is that called?*: the model's name, on which side it stands. It is noted."""
    practice = turn.content.practices.get(seen_here(turn))
    if practice is None or practice.side == "both":
        turn.answered()
        turn.show_again()
        return
    lines = getattr(turn.content.listening.naming.called, practice.side)
    turn.tell(chooser(turn).must_pick(lines, name=practice.name) or practice.name)
    mine = turn.attempt.named.setdefault(turn.attempt.step, [])
    if practice.id not in mine:
        mine.append(practice.id)


def reject(turn: TurnContext, _: str = "") -> None:
    """*Not quite*: the learner's view stands, and that practice is not named there again."""
    practice = seen_here(turn)
    take_back_name(turn)
    turn.answered()
    turn.tell(rejected_line(turn, practice, chooser(turn)) or "")


class HeardPrompt(Prompt):
    """An act was named in plain words: what is it called, or was it not that?"""

    name = "heard"
    is_offer = True
    survives = LOOK_UPS | {"called"}
    about_message = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """The name, or not that one."""
        yield from plain_buttons(turn, "called", side=True)
        yield Button(turn.content.words.buttons.disagree, "reject", side=True)

    def still_holds(self, turn: TurnContext) -> bool:
        """Whether something was named here, and the words that it was seen in are there."""
        return super().still_holds(turn) and bool(seen_here(turn))


ACTIONS: dict[str, Action] = {"called": called, "reject": reject}
"""What its buttons do."""
