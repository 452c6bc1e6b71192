"""Sorting activities: management, leadership or both? One at a time, each with the reason after it.

There is no score. Who sees it another way than we do hears how we see it, and never "wrong".
"""

from __future__ import annotations

from bot.content.models.framework import Activity
from bot.engine.context import Talk
from bot.flows.library.activity_rounds import next_round
from bot.flows.reflection.screens import activity_in_hand, show_activity, show_place_again

SEEN = 3
"""How many times through all of them are remembered."""


def sort(talk: Talk, _: str = "") -> None:
    """``/sort``: the round in hand goes on, or the next one begins."""
    sorting, known = talk.conversation.sorting, talk.content.activities
    # An author may have taken some away since.
    left = [each for each in sorting.round[sorting.done :] if each in known]
    sorting.round = [*sorting.round[: sorting.done], *left]
    if not left:
        sorting.seen = [each for each in sorting.seen if each in known][-SEEN * len(known) :]
        sorting.round = next_round(known.values(), sorting.seen, talk.conversation.chat_id)
        sorting.done = 0
        talk.say(talk.content.words.sort.intro)
    talk.conversation.asking = "sort"
    show_activity(talk)


def sort_as(talk: Talk, side: str) -> None:
    """*Management*, *Leadership* or *Both*: how we see it and why, and the next one."""
    words, activity = talk.content.words, activity_in_hand(talk)
    if activity:
        template = words.sort.same if side == activity.side else words.sort.other
        facts = {"side": getattr(words.sides, activity.side), "reason": activity.reason}
        talk.say(template, practices=_practices(talk, activity), **facts)
    _go_on(talk)


def skip_activity(talk: Talk, _: str = "") -> None:
    """*Skip this one*."""
    talk.say(talk.content.words.sort.skipped)
    _go_on(talk)


def _go_on(talk: Talk) -> None:
    """The next activity of the round, or back to the place after the last."""
    sorting = talk.conversation.sorting
    sorting.seen.append(sorting.round[sorting.done])
    sorting.done += 1
    if not activity_in_hand(talk):
        sorting.round, sorting.done = [], 0
        talk.conversation.asking = None
        talk.say(talk.content.words.sort.done)
    show_place_again(talk)


def _practices(talk: Talk, activity: Activity) -> str:
    """The practice nearest to the activity, or for *both* the nearest of each side."""
    known = {p.id: p for each in talk.content.frameworks.values() for p in each.practices}
    named = [known[each] for each in activity.practices]
    first = named[0]
    other = next((each for each in named if each.side != first.side), None)
    one = _inside(first.name)
    if activity.side != "both" or other is None:
        return one
    return talk.fill(talk.content.words.sort.two, first=one, second=_inside(other.name))


def _inside(name: str) -> str:
    """A practice's name inside a sentence."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
