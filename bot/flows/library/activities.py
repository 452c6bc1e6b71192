"""Sorting activities: management, leadership or both? One at a time, each with the reason after it.

There is no score. Who sees it another way than we do hears how we see it, and never "wrong".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.content.models.framework import Activity
from bot.domain.offers import Button
from bot.engine.context import TurnContext, plain_buttons
from bot.engine.flows import Action, Prompt
from bot.flows import LOOK_UPS
from bot.flows.coaching.questions import is_question
from bot.flows.library.activity_rounds import next_round
from bot.flows.safety.identifiers import tell_masked

SEEN = 3
"""How many times through all of them are remembered."""


def activity_in_hand(turn: TurnContext) -> Activity | None:
    """Return the activity that is being sorted, or None between two rounds."""
    sorting = turn.conversation.activity_round
    if sorting.done >= len(sorting.round):
        return None
    return turn.content.activities.get(sorting.round[sorting.done])


def show_activity(turn: TurnContext) -> None:
    """The activity in hand, with its number."""
    activity, sorting = activity_in_hand(turn), turn.conversation.activity_round
    if activity:
        number, total = sorting.done + 1, len(sorting.round)
        turn.say(turn.content.words.sort.ask, number=number, total=total, text=activity.text)


def sort(turn: TurnContext, _: str = "") -> None:
    """``/sort``: the round in hand goes on, or the next one begins."""
    sorting, known = turn.conversation.activity_round, turn.content.activities
    # An author may have taken some away since.
    left = [each for each in sorting.round[sorting.done :] if each in known]
    sorting.round = [*sorting.round[: sorting.done], *left]
    if not left:
        sorting.seen = [each for each in sorting.seen if each in known][-SEEN * len(known) :]
        sorting.round = next_round(known.values(), sorting.seen, turn.conversation.id)
        sorting.done = 0
        turn.say(turn.content.words.sort.intro)
    turn.ask("sort")
    show_activity(turn)


def sort_as(turn: TurnContext, side: str) -> None:
    """*Management*, *Leadership* or *Both*: how we see it and why, and the next one."""
    words, activity = turn.content.words, activity_in_hand(turn)
    if activity:
        template = words.sort.same if side == activity.side else words.sort.other
        facts = {"side": getattr(words.sides, activity.side), "reason": activity.reason}
        turn.say(template, practices=_practices(turn, activity), **facts)
    _go_on(turn)


def skip_activity(turn: TurnContext, _: str = "") -> None:
    """*Skip this one*."""
    turn.say(turn.content.words.sort.skipped)
    _go_on(turn)


def _go_on(turn: TurnContext) -> None:
    """The next activity of the round, or back to the place after the last."""
    sorting = turn.conversation.activity_round
    sorting.seen.append(sorting.round[sorting.done])
    sorting.done += 1
    if not activity_in_hand(turn):
        sorting.round, sorting.done = [], 0
        turn.answered()
        turn.say(turn.content.words.sort.done)
    turn.show_again()


def _practices(turn: TurnContext, activity: Activity) -> str:
    """Return the practice nearest to the activity, or for *both* the nearest of each side."""
    known = {p.id: p for each in turn.content.frameworks.values() for p in each.practices}
    named = [known[each] for each in activity.practices]
    first = named[0]
    other = next((each for each in named if each.side != first.side), None)
    one = _inside(first.name)
    if activity.side != "both" or other is None:
        return one
    return turn.fill(turn.content.words.sort.two, first=one, second=_inside(other.name))


def _inside(name: str) -> str:
    """Return a practice's name inside a sentence."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


class SortPrompt(Prompt):
    """*Management, leadership or both?*"""

    name = "sort"
    survives = LOOK_UPS
    is_elsewhere = True
    by_press = True

    def buttons(self, turn: TurnContext, _: Sequence[Button], /) -> Iterator[Button]:
        """Yield the sides, past this one, and the way back."""
        yield from plain_buttons(turn, "to_question")
        for side in ("management", "leadership", "both"):
            label = getattr(turn.content.words.buttons, side)
            yield Button(label, f"sort_as:{side}", side=True)
        yield from plain_buttons(turn, "sort_skip", side=True)

    def show(self, turn: TurnContext) -> None:
        """The activity in hand once more."""
        show_activity(turn)

    def still_holds(self, turn: TurnContext) -> bool:
        """Return whether there is an activity in hand."""
        return activity_in_hand(turn) is not None

    def take_text(self, turn: TurnContext) -> bool:
        """Keep what was typed before the first question, and go on sorting."""
        if not turn.at_welcome or is_question(turn):
            return False
        turn.keep(turn.event.text)
        if turn.masked:
            tell_masked(turn)
        turn.say(turn.content.words.sort.kept)
        turn.show_again()
        return True


ACTIONS: dict[str, Action] = {"sort": sort, "sort_as": sort_as, "sort_skip": skip_activity}
"""What its buttons do."""
