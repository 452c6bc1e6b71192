"""Inviting learners: a link, a typed code, a card to print."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from bot.content.words.words import Words
from bot.domain.cohort import Cohort
from bot.domain.cohort_view import CohortView
from bot.domain.coordination.checks import over_problem
from bot.domain.coordination.team import INVITATION_USES, Invited, invite
from bot.domain.offers import Button
from bot.domain.pictures import InvitationCard
from bot.domain.turn import File
from bot.engine.context import TurnContext
from bot.engine.dates import last_day
from bot.engine.wording import Text, fill
from bot.flows.coordinator.links import to_links
from bot.flows.coordinator.routes import PAGE, carry_out, does, say_no


def show_invite(turn: TurnContext, view: CohortView, _: str = "") -> None:
    """Ask how many to invite."""
    if over := over_problem(view.cohort, turn.now):
        say_no(turn, over)
    else:
        turn.say(turn.content.words.coordinator.invite_ask)


def invite_buttons(turn: TurnContext, view: CohortView, _: str = "") -> Iterator[Button]:
    """Yield a button for each number of uses, and the way to the links that there are."""
    words = turn.content.words.coordinator_buttons
    for uses in INVITATION_USES:
        label = words.invite_one if uses == 1 else turn.fill(words.invite_many, count=uses)
        yield does(label, f"cohort:invite.{uses}")
    yield from to_links(turn, view)


def invite_people(turn: TurnContext, view: CohortView, rest: str) -> None:
    """Make an invitation for so many."""
    turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.inv"
    done = carry_out(turn, invite(view, int(rest), turn.access, turn.now))
    if done:
        words = turn.content.words
        said, about_card = invitation_texts(words, done.facts, view.cohort)
        picture = invitation_card(words, view, done.facts)
        turn.tell(said)
        turn.tell(about_card, file=File(words.file_name.card, "png", "image/png", picture=picture))


def bot_in(link: str) -> str:
    """Return the name of the bot that a link leads to, "" where none stands in it."""
    address = urlsplit(link)
    return f"@{address.path.strip('/')}" if address.netloc == "t.me" else ""


def invitation_texts(words: Words, invited: Invited, cohort: Cohort) -> tuple[Text, Text]:
    """Return what is said of an invitation, to be passed on, and what stands under its card."""
    code, until = _shown(invited.code), last_day(invited.until, cohort.zone)
    said = fill(
        words,
        words.coordinator.invited if bot_in(invited.link) else words.web.invited,
        link=invited.link,
        code=code,
        count=invited.uses,
        until=until,
        cohort=cohort.name,
        bot=bot_in(invited.link),
    )
    return said, fill(words, words.coordinator.card, code=code)


def invitation_card(words: Words, view: CohortView, invited: Invited) -> InvitationCard:
    """Return the card that can be printed."""
    said, more, bot = words.coordinator, words.people, bot_in(invited.link)
    page = urlsplit(invited.link).netloc
    code_line = (
        fill(words, more.card_code_to, bot=bot)
        if bot
        else fill(words, words.web.card_code, page=page)
    )
    return InvitationCard(
        link=invited.link,
        cohort=view.cohort.name,
        code=_shown(invited.code),
        title=said.card_title if bot else words.web.card_title,
        how=said.card_how,
        code_line=code_line,
        what=more.card_what,
        until=fill(words, more.card_until, until=last_day(invited.until, view.cohort.zone)),
    )


def _shown(code: str) -> str:
    return f"{code[:4]}-{code[4:]}"
