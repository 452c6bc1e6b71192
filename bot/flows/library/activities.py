"""Sorting activities: management, leadership or both? One at a time, each with the reason after it.

There is no score. Who sees it another way than we do hears how we see it, and never "wrong".
"""

from __future__ import annotations

from bot.content.models.framework import Activity
from bot.engine.context import TurnContext
from bot.flows.library.activity_rounds import next_round
from bot.flows.reflection.screens import activity_in_hand, show_activity, show_place_again

SEEN = 3
"""How many times through all of them are remembered."""


def sort(turn: TurnContext, _: str = "") -> None:
    """``/sort``: the round in hand goes on, or the next one begins."""
    sorting, known = turn.conversation.activity_round, turn.content.activities
    # An author may have taken some away since.
    left = [each for each in sorting.round[sorting.done :] if each in known]
    sorting.round = [*sorting.round[: sorting.done], *left]
    if not left:
        sorting.seen = [each for each in sorting.seen if each in known][-SEEN * len(known) :]
        sorting.round = next_round(known.values(), sorting.seen, turn.conversation.chat_id)
        sorting.done = 0
        turn.say(turn.content.words.sort.intro)
    turn.conversation.prompt = "sort"
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
        turn.conversation.prompt = None
        turn.say(turn.content.words.sort.done)
    show_place_again(turn)


def _practices(turn: TurnContext, activity: Activity) -> str:
    """The practice nearest to the activity, or for *both* the nearest of each side."""
    known = {p.id: p for each in turn.content.frameworks.values() for p in each.practices}
    named = [known[each] for each in activity.practices]
    first = named[0]
    other = next((each for each in named if each.side != first.side), None)
    one = _inside(first.name)
    if activity.side != "both" or other is None:
        return one
    return turn.fill(turn.content.words.sort.two, first=one, second=_inside(other.name))


def _inside(name: str) -> str:
    """A practice's name inside a sentence."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
