"""Joining a cohort and leaving it: by a link or a typed code, asked first, said plainly.

Before they say yes, a learner reads what a coordinator will see and what never. A link can also
ask somebody to look after a cohort (``looking_after.py``).
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.commands import Join, RecordWrongCode, RedeemInvitation, SetDisplayName
from bot.domain.drafts import NameDraft
from bot.domain.invitations import GUESSES, GUESSES_IN_ALL, Invitation, guesser
from bot.domain.offers import Button
from bot.domain.plain_line import on_one_line
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext, plain_buttons
from bot.engine.flows import Action, Prompt
from bot.engine.wording import Typed
from bot.flows.coaching.questions import is_question
from bot.flows.membership.codes import code_in
from bot.flows.membership.crossing import by_door
from bot.flows.membership.invited import FEW_WORDS, NO, InvitedPrompt
from bot.flows.membership.looking_after import ask_to_look_after

LONGEST_NAME = 40
"""Characters of a name that is shown to coordinators."""


def by_link(turn: TurnContext) -> bool:
    """Answer what a link brought along; return whether it was an invitation that is in use."""
    if by_door(turn):
        return True
    invitation = turn.access.invitation
    if invitation is None:
        turn.say(turn.content.words.joining.link_gone)
        return False
    _invited(turn, invitation)
    return True


def by_code(turn: TurnContext, typed: str = "") -> None:
    """``/join CODE``, or a code that stands alone. Too many wrong ones close it for an hour."""
    words = turn.content.words.joining
    mine, of_all = turn.access.guesses
    if mine >= GUESSES or of_all >= GUESSES_IN_ALL:
        turn.say(words.too_many)
    elif not typed:
        _ask_code(turn)
        turn.say(words.code_how)
    elif by_door(turn):
        return
    elif turn.access.invitation is None:
        who = guesser(turn.event.conversation, turn.event.address)
        turn.do(RecordWrongCode(who, alarm=of_all + 1 >= GUESSES_IN_ALL))
        _ask_code(turn)
        turn.say(words.code_wrong)
    else:
        _invited(turn, turn.access.invitation)
        return
    turn.show_again()


def _ask_code(turn: TurnContext) -> None:
    """The next message may be a code, unless something else is asked that stays open."""
    if turn.open_prompt is None:
        turn.ask("code")


def _invited(turn: TurnContext, invitation: Invitation) -> None:
    if invitation.role != "learner":
        ask_to_look_after(turn, invitation)
        return
    words, cohort = turn.content.words.joining, invitation.cohort
    if cohort is None or cohort.is_over(turn.now):
        turn.say(words.link_gone)
        turn.show_again()
    elif any(each.cohort.id == cohort.id for each in turn.access.memberships):
        turn.say(words.here_already, cohort=cohort.name)
        turn.show_again()
    else:
        turn.conversation.invitation = invitation.token_hash
        turn.conversation.by_code = not turn.event.text.lower().startswith("/start")
        turn.ask("join")
        ask_join(turn)


def ask_join(turn: TurnContext) -> None:
    """Say what a coordinator will see and what never, and ask whether they want that."""
    cohort = turn.access.invitation.cohort if turn.access.invitation else None
    words = turn.content.words.joining
    if cohort:
        invited = turn.fill(words.invited, cohort=cohort.name)
        sees = turn.content.words.people.sees_more
        turn.tell(invited, turn.fill(words.sees), turn.fill(sees), turn.fill(words.ask))


def join_yes(turn: TurnContext, _: str = "") -> None:
    """*Yes, join*: in the cohort, in its zone and, for a newcomer, in its dialogue."""
    invitation, words = turn.access.invitation, turn.content.words.joining
    turn.answered()
    cohort = invitation.cohort if invitation else None
    if invitation is None or cohort is None or cohort.is_over(turn.now):
        turn.say(words.link_gone)
        turn.show_again()
        return
    turn.conversation.invitation = ""
    turn.conversation.knows_badges = turn.conversation.knows_counts = True
    turn.do(RedeemInvitation(invitation.token_hash), Join(cohort.id))
    if not turn.access.memberships:
        turn.conversation.preferences.zone = cohort.zone
    begun = any(each.started_at for each in turn.conversation.attempts)
    if not begun and cohort.dialogue in turn.content.dialogues:
        turn.take_up(cohort.dialogue)
    turn.ask("name_shown")
    turn.tell(turn.fill(words.joined, cohort=cohort.name), turn.fill(words.ask_name))


def join_no(turn: TurnContext, _: str = "") -> None:
    """*No, thanks*: nothing is kept of the invitation."""
    turn.answered()
    turn.conversation.invitation = ""
    turn.say(turn.content.words.joining.not_joined)
    turn.show_again()


def no_name(turn: TurnContext, _: str = "") -> None:
    """*No name*: the coordinator sees a number."""
    turn.answered()
    turn.say(turn.content.words.joining.no_name)
    turn.show_again()


def show_name(turn: TurnContext, _: str = "") -> None:
    """*Yes, show it*: from now on coordinators of the cohort see the name."""
    turn.answered()
    conversation = turn.conversation
    draft, conversation.name_draft = conversation.name_draft, None
    if draft is None and isinstance(conversation.draft, NameDraft):  # kept by an earlier build
        draft, conversation.draft = conversation.draft, None
    if draft:
        turn.do(SetDisplayName(draft.cohort, draft.name))
        turn.say(turn.content.words.joining.name_shown, name=Typed(draft.name))
    turn.show_again()


def take_code(turn: TurnContext) -> bool:
    """Take a code that was typed without a command. One that nobody knows is kept in /mydata."""
    code = code_in(turn.event.text)
    if code:
        turn.keep_aside(turn.event.text)
        turn.left()
        by_code(turn, code)
    return bool(code)


class CodePrompt(Prompt):
    """*Type the code that you were given*: it may come in the next message."""

    name = "code"
    gives_way = True
    leaves_place = True

    def take_text(self, turn: TurnContext) -> bool:
        """Take a code; return False for words that are none."""
        code = code_in(turn.event.text, asked=True)
        turn.answered()
        if code:
            turn.keep_aside(turn.event.text)
            by_code(turn, code)
        return bool(code)


class JoinPrompt(InvitedPrompt):
    """*Would you like to join?* A greeting has it asked again; an answer goes on as one."""

    name = "join"

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Yes or no."""
        return plain_buttons(turn, "join_yes", "join_no", side=True)

    def question(self, turn: TurnContext) -> str:
        """Return the question itself."""
        return turn.content.words.joining.ask

    def ask(self, turn: TurnContext) -> None:
        """Ask, with all that joining means."""
        ask_join(turn)

    def say_yes(self, turn: TurnContext) -> None:
        """Join."""
        join_yes(turn)

    def say_no(self, turn: TurnContext) -> None:
        """Join nothing."""
        join_no(turn)


class NameShownPrompt(Prompt):
    """*May your coordinator see your name?* It is shown to nobody before it is confirmed."""

    name = "name_shown"
    gives_way = True
    takes_words = True
    follows = frozenset({"join"})

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """No name."""
        return plain_buttons(turn, "no_name", side=True)

    def take_text(self, turn: TurnContext) -> bool:
        """Take a name; return False for words that are none: they answer the open question."""
        memberships, typed = turn.access.memberships, on_one_line(turn.event.text)
        turn.answered()
        if NO.fullmatch(typed.casefold()):
            no_name(turn)
            return True
        if code_in(typed):
            return False
        if not memberships or not 0 < count_words(typed) <= FEW_WORDS or is_question(turn):
            return False
        shown = typed[:LONGEST_NAME]
        turn.conversation.name_draft = NameDraft(memberships[-1].cohort.id, shown)
        turn.ask("name_check")
        turn.say(turn.content.words.joining.check_name, name=Typed(shown))
        return True


class NameCheckPrompt(Prompt):
    """*Is it right like that?*"""

    name = "name_check"
    gives_way = True
    by_press = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Show it, or not."""
        return plain_buttons(turn, "show_name", "no_name", side=True)


ACTIONS: dict[str, Action] = {
    "join_no": join_no,
    "join_yes": join_yes,
    "no_name": no_name,
    "show_name": show_name,
}
"""What its buttons do."""
