"""Where the ways of learners and of those who look after them part."""

from __future__ import annotations

from bot.domain.access import AccessQuery
from bot.domain.conversation import Conversation
from bot.domain.events import Event
from bot.domain.invitations import guesser
from bot.domain.offers import by_label
from bot.engine.context import TurnContext
from bot.flows.account import help as help_page
from bot.flows.account import places
from bot.flows.coordinator import at_page, pages, routes
from bot.flows.membership import codes
from bot.flows.reflection import screens
from bot.flows.safety import harm


def show_help(turn: TurnContext, _: str = "") -> None:
    """``/help``: a coordinator's own at their pages, or before a reflection is begun."""
    is_new = turn.at_welcome and not turn.attempt.started_at
    if turn.access.is_coordinator and (is_new or routes.is_page(turn.page_before)):
        pages.show_help(turn)
    else:
        help_page.show_help(turn)


def take_words_at_page(turn: TurnContext) -> bool:
    """Words at a coordinator's page are in no answer; words of harm go before everything."""
    return at_page.is_here(turn) and (harm.take_words(turn) or at_page.take_words(turn))


def place_line(turn: TurnContext) -> None:
    """The place in one line; at a coordinator's page, that: after an old label or a look-up."""
    event, page = turn.event, turn.page_before
    offered, name = by_label(turn.conversation.offers, event.text), event.command
    is_old = event.kind == "press" or (offered is None and name is None)
    if (is_old or name in at_page.COMMANDS) and routes.is_page(page) and turn.access.is_coordinator:
        reminded = turn.conversation.reminded
        pages.show(turn, page)
        turn.conversation.reminded = reminded  # neither opens anything anew
    else:
        screens.show_place_line(turn)


def access_query(conversation: Conversation, event: Event) -> AccessQuery:
    """Return what an event is about, so that no more than that is read for it."""
    offer = by_label(conversation.offers, event.text) if event.version is None else None
    action = (
        event.text if event.kind == "press" and offer is None else offer.action if offer else ""
    )
    if not action and event.command in ("cohort", "start") and " " not in event.text.strip():
        return AccessQuery(only=True)
    if action.startswith(f"page:{routes.PAGE}."):
        page = action.removeprefix("page:")
        return AccessQuery(cohort=routes.cohort_of(page), other=routes.other_cohort_of(page))
    typed = event.kind in ("say", "edit")
    token, is_code = codes.token_in(conversation, event.text) if typed else ("", False)
    if token or conversation.prompt in ("join", "look_after", "cross"):
        code = is_code if token else conversation.by_code
        crosses = conversation.prompt == "cross"
        return AccessQuery(
            token_hash=token or conversation.invitation,
            code=code,
            guesser=guesser(event.conversation, event.address),
            doors=crosses,
        )
    if event.command in ("browser", "mydata") or _is_about_places(conversation, action):
        return AccessQuery(cohort=routes.cohort_in_hand(conversation), doors=True)
    return AccessQuery(cohort=routes.cohort_in_hand(conversation))


def _is_about_places(conversation: Conversation, action: str) -> bool:
    """Whether it is about where their words are open."""
    return conversation.open_page == places.PLACES or action.partition(":")[0] == places.CLOSE
