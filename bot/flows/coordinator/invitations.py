"""Inviting learners: a link, a typed code, a card to print."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.domain.cohort_view import CohortView
from bot.domain.commands import Audit, Invite
from bot.domain.invitations import hashed, new_code
from bot.domain.local_time import at_local
from bot.domain.offers import Button
from bot.domain.turn import File
from bot.engine.context import TurnContext
from bot.engine.dates import day
from bot.flows.coordinator.routes import PAGE, to

INVITES = (1, 30, 500)


def show_invite(turn: TurnContext, view: CohortView, rest: str = "") -> None:
    """Show how many to invite, or make an invitation for so many."""
    words, each = turn.content.words.coordinator, view.cohort
    uses = {str(many): many for many in INVITES}.get(rest, 0)
    if not uses or each.is_over(turn.now):
        turn.say(words.over if each.is_over(turn.now) else words.invite_ask)
        return
    if not turn.access.deep_link:
        turn.say(words.no_link)
        return
    link, code = turn.access.random_tokens[0], new_code(bytes.fromhex(turn.access.random_tokens[1]))
    until = min(turn.now + timedelta(days=90), _end(view))
    address = f"{turn.access.deep_link}?start={link}"
    turn.do(
        Invite(hashed(link), "learner", each.id, until, uses),
        Invite(hashed(code), "learner", each.id, until, uses, code=True),
        Audit(each.id, "invited", str(uses)),
    )
    turn.conversation.open_page = f"{PAGE}.{each.id}.inv"
    shown = f"{code[:4]}-{code[4:]}"
    card = f"card {_card(turn, view, address, shown)}"
    facts = {"link": address, "code": shown, "count": uses, "until": day(until)}
    picture = File(turn.content.words.file_name.card, "png", "image/png", picture=card)
    turn.tell(turn.fill(words.invited, **facts))
    turn.tell(turn.fill(words.card, code=shown), file=picture)


def _card(turn: TurnContext, view: CohortView, link: str, code: str) -> str:
    words = turn.content.words.coordinator
    return json.dumps(
        {
            "link": link,
            "cohort": view.cohort.name,
            "code": code,
            "title": words.card_title,
            "how": words.card_how,
            "code_line": words.card_code,
        }
    )


def _end(view: CohortView) -> datetime:
    return at_local(view.cohort.zone, view.cohort.ends_on + timedelta(days=1), "00:00")


def invite_buttons(turn: TurnContext, view: CohortView) -> Iterator[Button]:
    """Yield a button for each number of uses."""
    words = turn.content.words.coordinator_buttons
    for uses in INVITES:
        label = words.invite_one if uses == 1 else turn.fill(words.invite_many, count=uses)
        yield to(label, f"{view.cohort.id}.inv.{uses}")
