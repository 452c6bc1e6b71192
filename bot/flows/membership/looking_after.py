"""Becoming a coordinator: asked first, and nothing but *Yes* uses the link up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.cohort import Cohort
from bot.domain.commands import AddCoordinator, Audit, HandOver, RedeemInvitation, Tell
from bot.domain.coordination.outcome import OPERATOR
from bot.domain.drafts import CohortDraft
from bot.domain.invitations import Invitation
from bot.domain.offers import Button
from bot.domain.reminders import news
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.pages import open_page
from bot.flows.coaching.questions import is_question, say_known_answer
from bot.flows.coordinator import forms
from bot.flows.coordinator.at_page import topic_of
from bot.flows.coordinator.routes import PAGE
from bot.flows.membership.invited import FEW_WORDS, InvitedPrompt


def ask_to_look_after(turn: TurnContext, invitation: Invitation) -> None:
    """Ask whether they want to look after a cohort, or to make some.

    Who made the link and who needs none are told so. It stays as good as it was.
    """
    words, cohort, access = turn.content.words.invitations, invitation.cohort, turn.access
    known = {each.id for each in access.coordinates}
    if invitation.made_by == turn.conversation.id:
        turn.say(words.own_link)
    elif cohort and cohort.closed_at:
        turn.say(turn.content.words.joining.link_gone)
    elif cohort and cohort.id in known and invitation.role != "successor":
        turn.say(words.taken_up_already, cohort=cohort.name)
    elif cohort is None and access.may_create_cohorts:
        turn.say(words.may_already)
    else:
        turn.conversation.invitation = invitation.token_hash
        turn.conversation.by_code = False
        turn.ask("look_after")
        _ask(turn, invitation)
        return
    if access.is_coordinator:
        open_page(turn, PAGE)
    else:
        turn.show_again()


def _ask(turn: TurnContext, invitation: Invitation) -> None:
    """Who asks, for which cohort, and what a coordinator sees and does."""
    words, cohort = turn.content.words.invitations, invitation.cohort
    by_operator = invitation.made_by == OPERATOR or cohort is None
    parts = [turn.fill(words.look_after, cohort=cohort.name) if cohort else words.make_groups]
    if by_operator or invitation.made_by:
        parts.append(words.by_operator if by_operator else words.by_coordinator)
    if cohort and cohort.contact and not by_operator:
        parts.append(turn.fill(words.reach_them, contact=cohort.contact))
    if invitation.role == "successor":
        parts.append(turn.fill(turn.content.words.ending.instead))
    asks = words.ask if cohort else words.ask_make
    turn.tell(*parts, turn.fill(words.sees), turn.fill(words.does), turn.fill(asks))


def look_after_yes(turn: TurnContext, _: str = "") -> None:
    """*Yes, look after it*: the link is used up. Who may make cohorts begins with one at once."""
    invitation, words = turn.access.invitation, turn.content.words.joining
    turn.answered()
    turn.conversation.invitation = ""
    cohort, chat = invitation.cohort if invitation else None, turn.conversation.id
    if invitation is None or invitation.role == "learner" or (cohort and cohort.closed_at):
        turn.say(words.link_gone)
        turn.show_again()
        return
    where = cohort.id if cohort else ""
    turn.do(RedeemInvitation(invitation.token_hash))
    if cohort and invitation.role == "successor":
        _take_over(turn, cohort, invitation.made_by)
    elif cohort:
        turn.do(AddCoordinator(where, chat), Audit(cohort.id, "seated"))
        turn.say(words.seated, cohort=cohort.name)
    else:
        turn.do(AddCoordinator(where, chat))
        turn.say(words.may_create_cohorts)
    if not turn.conversation.hinted:
        turn.conversation.hinted = True
        turn.say(words.ask_sssc)
    if cohort is None:
        turn.access = replace(turn.access, may_create_cohorts=True)
        forms.begin(turn, CohortDraft())
    elif turn.access.invited_view:  # the very group that they said yes to
        turn.access = turn.access.seeing(turn.access.invited_view)
        open_page(turn, f"{PAGE}.{cohort.id}")


def _take_over(turn: TurnContext, cohort: Cohort, made_by: str) -> None:
    """Look after a cohort in the place of who made the link; of nobody, if they are gone."""
    chat = turn.conversation.id
    instead_of = "" if made_by == OPERATOR else made_by
    turn.do(HandOver(cohort.id, chat, instead_of) if made_by else AddCoordinator(cohort.id, chat))
    turn.do(Audit(cohort.id, "handed_over"))
    view = turn.access.invited_view
    for each in view.coordinators if view and made_by else ():
        if each != chat and instead_of in ("", each):
            turn.do(Tell(news("unseated", cohort.id, each, turn.now)))
    turn.say(turn.content.words.ending.successor_seated, cohort=cohort.name)


def look_after_no(turn: TurnContext, _: str = "") -> None:
    """*No, thanks*: nothing is kept of the invitation, and the link stays as good as it was."""
    turn.answered()
    turn.conversation.invitation = ""
    words = turn.content.words
    turn.say(words.invitations.not_taken_up if turn.access.invitation else words.joining.link_gone)
    turn.show_again()


class LookAfterPrompt(InvitedPrompt):
    """*Would you like to look after it?* What a coordinator types here is no answer."""

    name = "look_after"

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Yes or no. Who may make cohorts says yes by making one."""
        words, invitation = turn.content.words, turn.access.invitation
        makes = invitation is not None and invitation.cohort is None
        yes = words.coordinator_buttons.new if makes else words.invitations.yes
        yield Button(yes, "look_after_yes", side=True)
        yield Button(words.buttons.join_no, "look_after_no", side=True)

    def buttons(self, turn: TurnContext, place: Sequence[Button], /) -> Iterator[Button]:
        """Its own choices alone, to who has begun no reflection."""
        yield from super().buttons(turn, place) if turn.attempt.started_at else self.choices(turn)

    def question(self, turn: TurnContext) -> str:
        """Return the question itself."""
        words, invitation = turn.content.words.invitations, turn.access.invitation
        return words.ask if invitation and invitation.cohort else words.ask_make

    def ask(self, turn: TurnContext) -> None:
        """Ask, with all that it means."""
        if turn.access.invitation:
            _ask(turn, turn.access.invitation)

    def take_text(self, turn: TurnContext) -> bool:
        """Take a typed yes or no. Who has begun no reflection writes no answer here."""
        typed = turn.event.text
        asks = typed.strip().endswith("?") or is_question(turn)
        is_long = count_words(typed) > FEW_WORDS and not turn.attempt.started_at
        if turn.access.invitation is None or not (asks or is_long):
            return super().take_text(turn)
        turn.keep_aside(typed)
        if topic := topic_of(turn, typed):
            turn.say(getattr(turn.content.words.coordinator_help, topic))
        elif asks:
            say_known_answer(turn, typed)
        turn.say(self.question(turn))
        return True

    def say_yes(self, turn: TurnContext) -> None:
        """Take it up."""
        look_after_yes(turn)

    def say_no(self, turn: TurnContext) -> None:
        """Leave it."""
        look_after_no(turn)
