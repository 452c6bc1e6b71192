"""Who looks after a cohort: inviting another coordinator, and leaving."""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.words.words import Words
from bot.domain.cohort import Cohort
from bot.domain.cohort_view import CohortView
from bot.domain.coordination.team import CoordinatorLink, invite_coordinator, leave_team
from bot.domain.invitations import Role
from bot.domain.offers import Button
from bot.engine.context import TurnContext
from bot.engine.dates import day, last_day
from bot.engine.wording import Text, counted, fill, join
from bot.flows.coordinator.invitations import bot_in
from bot.flows.coordinator.links import to_links
from bot.flows.coordinator.routes import PAGE, carry_out, does, refuse, to

_LINKS: dict[str, Role] = {"invite": "coordinator", "hand_over": "successor"}
"""For whom a link is, by the action that makes it."""


def show_who(turn: TurnContext, view: CohortView, _: str = "") -> None:
    """Show how many look after the cohort, and since when each does."""
    words, mine = turn.content.words, turn.conversation.id
    lines = [counted(words, words.coordinator.coordinators, len(view.coordinators))]
    for number, chat in enumerate(view.coordinators, 1):
        said = words.ending.you if chat == mine else words.ending.coordinator
        lines.append(fill(words, said, number=number, date=day(view.since(chat))))
    turn.tell(join("\n", lines))


def who_buttons(turn: TurnContext, view: CohortView, _: str = "") -> Iterator[Button]:
    """Yield the buttons to invite, to hand over, to remove another, to see links, to leave."""
    words, ending = turn.content.words.coordinator_buttons, turn.content.words.ending
    yield does(words.add_coordinator, "team:invite")
    yield does(ending.hand_over, "team:hand_over")
    for number, chat in enumerate(view.coordinators, 1):
        if chat != turn.conversation.id:
            label = turn.fill(ending.unseat, number=number)
            yield to(label, f"{view.cohort.id}.rmc.{number}")
    yield from to_links(turn, view)
    yield does(words.leave_cohort, "team:leave")


def team(turn: TurnContext, what: str) -> None:
    """Invite one more coordinator, or leave."""
    view = turn.access.view
    if view is None:
        refuse(turn)
        return
    turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.who"
    if what in _LINKS:
        made = invite_coordinator(view, turn.access, turn.now, role=_LINKS[what])
        if done := carry_out(turn, made):
            tells = hand_over_text if what == "hand_over" else link_text
            turn.tell(tells(turn.content.words, done.facts, view.cohort))
    elif carry_out(turn, leave_team(view, turn.conversation.id)):
        turn.access = turn.access.without(view.cohort.id)
        turn.conversation.open_page = PAGE
        turn.say(turn.content.words.coordinator.seat_left, cohort=view.cohort.name)


def hand_over_text(words: Words, made: CoordinatorLink, cohort: Cohort) -> Text:
    """Return what is said of a link that hands a cohort over."""
    link, until = made.link or f"/start {made.token}", last_day(made.until, cohort.zone)
    return fill(words, words.ending.hand_over_link, link=link, until=until)


def link_text(words: Words, made: CoordinatorLink, cohort: Cohort | None = None) -> Text:
    """Return what is said of a link that makes somebody a coordinator, to be passed on.

    ``cohort`` is None where it lets them make cohorts.
    """
    if not made.link:  # no channel has an address yet
        link = f"/start {made.token}"
        until = last_day(made.until, cohort.zone) if cohort else day(made.until)
        return fill(words, words.coordinator.seat_link, link=link, until=until)
    said, facts = words.invitations, {"link": made.link, "bot": bot_in(made.link)}
    if cohort is None:
        text = said.pass_on_make if facts["bot"] else said.pass_on_make_page
        return fill(words, text, until=day(made.until), **facts)
    text, until = (
        said.pass_on if facts["bot"] else said.pass_on_page,
        last_day(made.until, cohort.zone),
    )
    return fill(words, text, until=until, cohort=cohort.name, **facts)
