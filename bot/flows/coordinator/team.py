"""Who looks after a cohort: inviting another coordinator, and leaving."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bot.domain.cohort_view import CohortView
from bot.domain.commands import Audit, Invite, RemoveCoordinator
from bot.domain.invitations import hashed
from bot.domain.offers import Button
from bot.engine.context import TurnContext
from bot.engine.dates import day
from bot.engine.wording import counted
from bot.flows.coordinator.routes import PAGE, to

SEAT_DAYS = timedelta(days=7)
"""For how long a link to become a coordinator can be used."""


def show_who(turn: TurnContext, view: CohortView, rest: str = "") -> None:
    """Show how many look after the cohort; invite one more, or leave."""
    words, each = turn.content.words.coordinator, view.cohort
    if rest == "add":
        link = turn.access.random_tokens[0]
        until = turn.now + SEAT_DAYS
        turn.do(
            Invite(hashed(link), "coordinator", each.id, until, 1),
            Audit(each.id, "invited_coordinator"),
        )
        turn.say(words.seat_link, link=f"{turn.access.deep_link}?start={link}", until=day(until))
    elif rest == "out" and len(view.coordinators) > 1:
        turn.do(RemoveCoordinator(each.id, turn.conversation.chat_id), Audit(each.id, "unseated"))
        turn.conversation.open_page = PAGE
        turn.say(words.seat_left, cohort=each.name)
    elif rest == "out":
        turn.say(words.seat_last)
    else:
        turn.tell(counted(turn.content.words, words.coordinators, len(view.coordinators)))


def who_buttons(turn: TurnContext, view: CohortView) -> Iterator[Button]:
    """Yield the buttons to invite a coordinator and to leave."""
    words = turn.content.words.coordinator_buttons
    yield to(words.add_coordinator, f"{view.cohort.id}.who.add")
    yield to(words.leave_cohort, f"{view.cohort.id}.who.out")
