"""The links that can still be used: which there are, and taking one back, asked first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bot.content.words.words import Words
from bot.domain.cohort import Cohort
from bot.domain.cohort_view import CohortView
from bot.domain.coordination.links import link_in_use, links_in_use, withdraw_link
from bot.domain.invitations import LinkInUse
from bot.domain.offers import Button
from bot.engine.context import TurnContext
from bot.engine.dates import day, last_day
from bot.engine.wording import Text, fill, join
from bot.flows.coordinator.routes import PAGE, carry_out, does, say_no, to

ON_A_PAGE = 8
"""Links that are listed at once, the newest first."""

_FROM = "from-"


def show_links(turn: TurnContext, view: CohortView, rest: str = "") -> None:
    """List the links in use; or, for the id of one, ask whether it shall be withdrawn."""
    link = _asked_about(view, rest, turn.now)
    if link:
        turn.tell(question(turn.content.words, view, link))
        return
    if rest and not rest.startswith(_FROM):
        say_no(turn, "unknown_link")
    turn.tell(links_text(turn.content.words, view, _shown(view, rest, turn.now), turn.now))


def link_buttons(turn: TurnContext, view: CohortView, rest: str = "") -> Iterator[Button]:
    """Yield the way to withdraw each link that is listed, or the decision about one."""
    words, which = turn.content.words, view.cohort.id
    link = _asked_about(view, rest, turn.now)
    if link:
        yield does(words.invitations.withdraw_it, f"cohort:withdraw.{link.id}")
        yield to(words.invitations.in_use, f"{which}.lnk")
        return
    shown = _shown(view, rest, turn.now)
    for number, each in shown.items():
        label = turn.fill(words.invitations.withdraw, number=number)
        yield to(label, f"{which}.lnk.{each.id}")
    if shown and (last := max(shown)) < len(links_in_use(view, turn.now)):
        yield to(words.coordinator_pages.older, f"{which}.lnk.{_FROM}{last}")


def to_links(turn: TurnContext, view: CohortView, _: str = "") -> Iterator[Button]:
    """Yield the way to the links in use, where there are any."""
    if links_in_use(view, turn.now):
        yield to(turn.content.words.invitations.in_use, f"{view.cohort.id}.lnk")


def withdraw(turn: TurnContext, view: CohortView, link_id: str) -> None:
    """*Yes, withdraw it*: the link and its code are as unknown as any other."""
    turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.lnk"
    if done := carry_out(turn, withdraw_link(view, link_id, turn.now)):
        turn.say(withdrawn(turn.content.words, done.facts))


def withdrawn(words: Words, link: LinkInUse) -> str:
    """Return what is true once a link is withdrawn."""
    said = words.invitations
    return said.withdrawn if link.role == "learner" else said.withdrawn_coordinator


def links_text(words: Words, view: CohortView, shown: dict[int, LinkInUse], now: datetime) -> Text:
    """Return these links, one a line with its number; or that there are none."""
    if not links_in_use(view, now):
        return fill(words, words.invitations.none_in_use)
    lines = [fill(words, words.invitations.listed)]
    for number, each in shown.items():
        link = described(words, each, view.cohort)
        lines.append(fill(words, words.invitations.one, number=number, link=link))
    return join("\n", lines)


def question(words: Words, view: CohortView, link: LinkInUse) -> Text:
    """Return the question whether a link shall be withdrawn."""
    said = words.invitations
    template = said.withdraw_ask if link.role == "learner" else said.withdraw_ask_coordinator
    return fill(words, template, link=described(words, link, view.cohort))


def described(words: Words, link: LinkInUse, cohort: Cohort) -> Text:
    """Return for whom a link is, how many can use it still, until when, and when it was made."""
    said = words.invitations
    template = {
        "learner": said.for_learner,
        "coordinator": said.for_coordinator,
        "successor": said.for_successor,
    }[link.role]
    until = last_day(link.until, cohort.zone)
    parts = [fill(words, template, left=link.left, uses=link.uses, until=until)]
    if link.made_at:
        parts.append(fill(words, said.made_on, day=day(cohort.today(link.made_at))))
    return join(" · ", parts)


def _asked_about(view: CohortView, rest: str, now: datetime) -> LinkInUse | None:
    return link_in_use(view, rest, now) if rest else None


def _shown(view: CohortView, rest: str, now: datetime) -> dict[int, LinkInUse]:
    """Return the links on one page by their numbers. The newest comes first and has number 1."""
    begin = rest.removeprefix(_FROM)
    after = int(begin) if begin.isdecimal() and rest.startswith(_FROM) and len(begin) < 6 else 0
    numbered = enumerate(reversed(links_in_use(view, now)), 1)
    return {number: each for number, each in numbered if after < number <= after + ON_A_PAGE}
