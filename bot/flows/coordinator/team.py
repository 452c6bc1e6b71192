"""Who looks after a cohort: inviting another coordinator, and leaving."""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.words.words import Words
from bot.domain.cohort_view import CohortView
from bot.domain.coordination.team import CoordinatorLink, invite_coordinator, leave_team
from bot.domain.offers import Button
from bot.engine.context import TurnContext
from bot.engine.dates import day
from bot.engine.wording import Text, counted, fill
from bot.flows.coordinator.routes import PAGE, carry_out, does, refuse


def show_who(turn: TurnContext, view: CohortView, _: str = "") -> None:
    """Show how many look after the cohort."""
    words = turn.content.words
    turn.tell(counted(words, words.coordinator.coordinators, len(view.coordinators)))


def who_buttons(turn: TurnContext, _view: CohortView, _: str = "") -> Iterator[Button]:
    """Yield the buttons to invite a coordinator and to leave."""
    words = turn.content.words.coordinator_buttons
    yield does(words.add_coordinator, "team:invite")
    yield does(words.leave_cohort, "team:leave")


def team(turn: TurnContext, what: str) -> None:
    """Invite one more coordinator, or leave."""
    view = turn.access.view
    if view is None:
        refuse(turn)
        return
    turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.who"
    if what == "invite":
        done = carry_out(turn, invite_coordinator(view, turn.access, turn.now))
        if done:
            turn.tell(link_text(turn.content.words, done.facts))
    elif carry_out(turn, leave_team(view, turn.conversation.chat_id)):
        turn.access = turn.access.without(view.cohort.id)
        turn.conversation.open_page = PAGE
        turn.say(turn.content.words.coordinator.seat_left, cohort=view.cohort.name)


def link_text(words: Words, made: CoordinatorLink) -> Text:
    """What is said of a link that makes somebody a coordinator."""
    link = made.link or f"/start {made.token}"
    return fill(words, words.coordinator.seat_link, link=link, until=day(made.until))
