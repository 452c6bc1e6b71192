"""Who looks after a cohort: inviting another coordinator, and leaving."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bot.domain.cohort_view import View
from bot.domain.commands import Invite, Note, Unseat
from bot.domain.invitations import hashed
from bot.domain.turn import Button
from bot.engine.context import Talk
from bot.engine.dates import day
from bot.engine.wording import counted
from bot.flows.coordinator.routes import PAGE, to

SEAT_DAYS = timedelta(days=7)
"""For how long a link to become a coordinator can be used."""


def show_who(talk: Talk, view: View, rest: str = "") -> None:
    """Show how many look after the cohort; invite one more, or leave."""
    words, each = talk.content.words.desk, view.cohort
    if rest == "add":
        link = talk.facts.fresh[0]
        until = talk.now + SEAT_DAYS
        talk.do(
            Invite(hashed(link), "coordinator", each.id, until, 1),
            Note(each.id, "invited_coordinator"),
        )
        talk.say(words.seat_link, link=f"{talk.facts.link}?start={link}", until=day(until))
    elif rest == "out" and len(view.coordinators) > 1:
        talk.do(Unseat(each.id, talk.conversation.chat_id), Note(each.id, "unseated"))
        talk.conversation.page = PAGE
        talk.say(words.seat_left, cohort=each.name)
    elif rest == "out":
        talk.say(words.seat_last)
    else:
        talk.tell(counted(talk.content.words, words.coordinators, len(view.coordinators)))


def who_buttons(talk: Talk, view: View) -> Iterator[Button]:
    """Yield the buttons to invite a coordinator and to leave."""
    words = talk.content.words.desk_buttons
    yield to(words.add_coordinator, f"{view.cohort.id}.who.add")
    yield to(words.leave_cohort, f"{view.cohort.id}.who.out")
