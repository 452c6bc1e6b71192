"""Joining a cohort and leaving it: by a link or a typed code, asked first, said plainly.

Before they say yes, a learner reads what a coordinator will see and what never. A link can also
make somebody a coordinator; that is its use, and it is used up.
"""

from __future__ import annotations

import re

from bot.domain.commands import (
    AddCoordinator,
    Audit,
    Join,
    RecordWrongCode,
    RedeemInvitation,
    SetDisplayName,
)
from bot.domain.drafts import NameDraft
from bot.domain.invitations import GUESSES, GUESSES_IN_ALL, Invitation, as_code, hashed
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.wording import Typed
from bot.flows.coaching.questions import is_question
from bot.flows.reflection.screens import show_place_again

LONGEST_NAME = 40
"""Characters of a name that is shown to coordinators."""

NAME_WORDS = 4
"""More words than this are no name: somebody went on with their answer."""

YES = ("yes", "y", "yes please", "ok", "okay", "aye", "yes, join")

_NO = re.compile(
    r"(?:no|nope|nah|naw)(?:[ ,]+(?:thanks?|thank\s+you|name))?|.{0,12}\brather\s+not\b.{0,8}"
)


def token_in(text: str) -> str:
    """The hash of what ``/start TOKEN`` or ``/join CODE`` brings along, "" for nothing."""
    command, *rest = text.split(maxsplit=1) or [""]
    if not rest:
        return ""
    name = command.partition("@")[0].lower()
    if name == "/join":
        return hashed(as_code(rest[0]))
    return hashed(rest[0].strip()) if name == "/start" else ""


def by_link(turn: TurnContext) -> bool:
    """Answer what a link brought along; gives whether it was an invitation that is in use."""
    invitation = turn.access.invitation
    if invitation is None:
        turn.say(turn.content.words.joining.link_gone)
        return False
    _invited(turn, invitation)
    return True


def by_code(turn: TurnContext, typed: str = "") -> None:
    """``/join CODE``. Too many wrong ones close the way for an hour."""
    words = turn.content.words.joining
    mine, of_all = turn.access.guesses
    if not typed:
        turn.say(words.code_how)
    elif mine >= GUESSES or of_all >= GUESSES_IN_ALL:
        turn.say(words.too_many)
    elif turn.access.invitation is None:
        turn.do(RecordWrongCode(alarm=of_all + 1 >= GUESSES_IN_ALL))
        turn.say(words.code_wrong)
    else:
        _invited(turn, turn.access.invitation)
        return
    show_place_again(turn)


def _invited(turn: TurnContext, invitation: Invitation) -> None:
    if invitation.role == "coordinator":
        _take_seat(turn, invitation)
        return
    words, cohort = turn.content.words.joining, invitation.cohort
    if cohort is None or cohort.is_over(turn.now):
        turn.say(words.link_gone)
        show_place_again(turn)
    elif any(each.cohort.id == cohort.id for each in turn.access.memberships):
        turn.say(words.here_already, cohort=cohort.name)
        show_place_again(turn)
    else:
        turn.conversation.invitation = invitation.token_hash
        turn.conversation.by_code = turn.event.text[:5].lower() == "/join"
        turn.conversation.prompt = "join"
        ask_join(turn)


def ask_join(turn: TurnContext) -> bool:
    """What a coordinator will see and what never, and whether they want that."""
    cohort = turn.access.invitation.cohort if turn.access.invitation else None
    words = turn.content.words.joining
    if cohort:
        invited = turn.fill(words.invited, cohort=cohort.name)
        turn.tell(invited, turn.fill(words.sees), turn.fill(words.ask))
    return cohort is not None


def take_yes_or_no(turn: TurnContext) -> bool:
    """A typed yes or no. A greeting has the question asked again; an answer goes on as one."""
    typed = turn.event.text.strip(" .!").casefold()
    if typed in YES:
        join_yes(turn)
    elif _NO.fullmatch(typed):
        join_no(turn)
    elif count_words(typed) > NAME_WORDS:
        turn.conversation.prompt = None
        return False
    else:
        return ask_join(turn)
    return True


def _take_seat(turn: TurnContext, invitation: Invitation) -> None:
    words, cohort = turn.content.words.joining, invitation.cohort
    where = cohort.id if cohort else ""
    turn.do(
        RedeemInvitation(invitation.token_hash), AddCoordinator(where, turn.conversation.chat_id)
    )
    if cohort:
        turn.do(Audit(cohort.id, "seated"))
    turn.say(
        words.seated if cohort else words.may_create_cohorts, cohort=cohort.name if cohort else ""
    )
    if not turn.conversation.hinted:
        turn.conversation.hinted = True
        turn.say(words.ask_sssc)
    turn.say(words.coordinator_how)


def join_yes(turn: TurnContext, _: str = "") -> None:
    """*Yes, join*: in the cohort, in its zone and, for a newcomer, in its dialogue."""
    invitation, words = turn.access.invitation, turn.content.words.joining
    turn.conversation.prompt = None
    cohort = invitation.cohort if invitation else None
    if invitation is None or cohort is None:
        turn.say(words.link_gone)
        show_place_again(turn)
        return
    turn.conversation.invitation = ""
    turn.do(RedeemInvitation(invitation.token_hash), Join(cohort.id))
    if not turn.access.memberships:
        turn.conversation.preferences.zone = cohort.zone
    begun = any(each.started_at for each in turn.conversation.attempts)
    if not begun and cohort.dialogue in turn.content.dialogues:
        turn.take_up(cohort.dialogue)
    turn.conversation.prompt = "name_shown"
    turn.tell(turn.fill(words.joined, cohort=cohort.name), turn.fill(words.ask_name))


def join_no(turn: TurnContext, _: str = "") -> None:
    """*No, thanks*: nothing is kept of the invitation."""
    turn.conversation.prompt, turn.conversation.invitation = None, ""
    turn.say(turn.content.words.joining.not_joined)
    show_place_again(turn)


def no_name(turn: TurnContext, _: str = "") -> None:
    """*No name*: the coordinator sees a number."""
    turn.conversation.prompt = None
    turn.say(turn.content.words.joining.no_name)
    show_place_again(turn)


def take_name(turn: TurnContext) -> bool:
    """What was typed where a name is asked for: shown to nobody before it is confirmed.

    False for words that are no name: they are for the open question.
    """
    memberships, typed = turn.access.memberships, " ".join(turn.event.text.split())
    turn.conversation.prompt = None
    if _NO.fullmatch(typed.casefold()):
        no_name(turn)
        return True
    if not memberships or not 0 < count_words(typed) <= NAME_WORDS or is_question(turn):
        return False
    name = typed[:LONGEST_NAME]
    turn.conversation.draft = NameDraft(memberships[-1].cohort.id, name)
    turn.conversation.prompt = "name_check"
    turn.say(turn.content.words.joining.check_name, name=Typed(name))
    return True


def show_name(turn: TurnContext, _: str = "") -> None:
    """*Yes, show it*: from now on coordinators of the cohort see the name."""
    draft, turn.conversation.draft, turn.conversation.prompt = turn.conversation.draft, None, None
    if isinstance(draft, NameDraft):
        turn.do(SetDisplayName(draft.cohort, draft.name))
        turn.say(turn.content.words.joining.name_shown, name=Typed(draft.name))
    show_place_again(turn)
