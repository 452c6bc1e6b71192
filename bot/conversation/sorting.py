"""Sorting activities: management, leadership or both? One at a time, each with the reason after it.

There is no score. Who sees it another way than we do hears how we see it, and never "wrong".
"""

from __future__ import annotations

from bot.coaching.activities import next_round
from bot.content.frameworks import Activity
from bot.conversation.talk import Talk


def sort(talk: Talk, _: str = "") -> None:
    """``/sort``: the round in hand goes on, or the next one begins."""
    sorting = talk.conversation.sorting
    if activity_in_hand(talk) is None:
        known = talk.content.activities
        if any(each not in known for each in sorting.round):  # an author has taken one away
            sorting.round = []
        sorting.seen = sorting.seen if len(sorting.seen) < len(known) else []
        sorting.round = next_round(known.values(), sorting.seen, talk.conversation.chat_id)
        sorting.done = 0
        talk.say(talk.content.words.sort.intro)
    talk.conversation.asking = "sort"
    show_activity(talk)


def activity_in_hand(talk: Talk) -> Activity | None:
    """The activity that is being asked about, or None between two rounds."""
    sorting = talk.conversation.sorting
    if sorting.done >= len(sorting.round):
        return None
    return talk.content.activities.get(sorting.round[sorting.done])


def show_activity(talk: Talk) -> None:
    """The activity in hand, with its number."""
    activity, sorting = activity_in_hand(talk), talk.conversation.sorting
    if activity:
        number, total = sorting.done + 1, len(sorting.round)
        talk.say(talk.content.words.sort.ask, number=number, total=total, text=activity.text)


def sorted_as(talk: Talk, side: str) -> bool:
    """*Management*, *Leadership* or *Both*: how we see it and why. Gives whether more follow."""
    words, activity = talk.content.words, activity_in_hand(talk)
    if activity:
        template = words.sort.same if side == activity.side else words.sort.other
        facts = {"side": getattr(words.sides, activity.side), "reason": activity.reason}
        talk.say(template, practices=_practices(talk, activity), **facts)
    return _go_on(talk)


def skipped(talk: Talk) -> bool:
    """*Skip this one*. Gives whether more follow."""
    talk.say(talk.content.words.sort.skipped)
    return _go_on(talk)


def _go_on(talk: Talk) -> bool:
    sorting = talk.conversation.sorting
    sorting.done += 1
    if activity_in_hand(talk):
        show_activity(talk)
        return True
    sorting.seen += sorting.round
    sorting.round, sorting.done = [], 0
    talk.conversation.asking = None
    talk.say(talk.content.words.sort.done)
    return False


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
    return name[:1].lower() + name[1:]
