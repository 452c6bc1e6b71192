"""Inviting learners: a link, a typed code, a card to print."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.domain.cohort_view import View
from bot.domain.commands import Invite, Note
from bot.domain.invitations import hashed, new_code
from bot.domain.local_time import at_local
from bot.domain.turn import Button, File
from bot.engine.context import Talk
from bot.engine.dates import day
from bot.flows.coordinator.routes import PAGE, to

INVITES = (1, 30, 500)


def show_invite(talk: Talk, view: View, rest: str = "") -> None:
    """Show how many to invite, or make an invitation for so many."""
    words, each = talk.content.words.desk, view.cohort
    uses = {str(many): many for many in INVITES}.get(rest, 0)
    if not uses or each.is_over(talk.now):
        talk.say(words.over if each.is_over(talk.now) else words.invite_ask)
        return
    if not talk.facts.link:
        talk.say(words.no_link)
        return
    link, code = talk.facts.fresh[0], new_code(bytes.fromhex(talk.facts.fresh[1]))
    until = min(talk.now + timedelta(days=90), _end(view))
    address = f"{talk.facts.link}?start={link}"
    talk.do(
        Invite(hashed(link), "learner", each.id, until, uses),
        Invite(hashed(code), "learner", each.id, until, uses, code=True),
        Note(each.id, "invited", str(uses)),
    )
    talk.conversation.page = f"{PAGE}.{each.id}.inv"
    shown = f"{code[:4]}-{code[4:]}"
    card = f"card {_card(talk, view, address, shown)}"
    facts = {"link": address, "code": shown, "count": uses, "until": day(until)}
    picture = File(talk.content.words.file_name.card, "png", "image/png", picture=card)
    talk.tell(talk.fill(words.invited, **facts))
    talk.tell(talk.fill(words.card, code=shown), file=picture)


def _card(talk: Talk, view: View, link: str, code: str) -> str:
    words = talk.content.words.desk
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


def _end(view: View) -> datetime:
    return at_local(view.cohort.zone, view.cohort.ends_on + timedelta(days=1), "00:00")


def invite_buttons(talk: Talk, view: View) -> Iterator[Button]:
    """Yield a button for each number of uses."""
    words = talk.content.words.desk_buttons
    for uses in INVITES:
        label = words.invite_one if uses == 1 else talk.fill(words.invite_many, count=uses)
        yield to(label, f"{view.cohort.id}.inv.{uses}")
