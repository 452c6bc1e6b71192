"""``/browser``, and what a link or a code brings along that opens words from elsewhere here."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.crossing import GOOD_FOR, MINUTES, door_key, link_to_groups, way_back_by_link
from bot.domain.door_commands import AddWayBack, Cross, OpenDoor
from bot.domain.invitations import hashed
from bot.domain.offers import Button
from bot.engine.context import TurnContext, plain_buttons
from bot.engine.flows import Action
from bot.flows.membership.codes import token_in
from bot.flows.membership.invited import InvitedPrompt


def browser(turn: TurnContext, _: str = "") -> None:
    """``/browser``: a link that opens this conversation in a browser, for ten minutes and once."""
    words, page = turn.content.words.crossing, turn.access.page_address
    if not page or not turn.event.address:
        turn.say(words.no_page)
    else:
        token = turn.access.random_tokens[0]
        turn.do(OpenDoor((hashed(token),), turn.now + GOOD_FOR))
        turn.say(words.link, minutes=MINUTES, link=f"{page}cross/{token}")
        if turn.access.is_coordinator:
            turn.say(words.groups, link=link_to_groups(page, token))
    turn.show_again()


def by_door(turn: TurnContext) -> bool:
    """Ask whether to go on here, where a link or a code opens a conversation. Gives whether."""
    found, words = turn.access.crossing, turn.content.words.crossing
    if not found:
        return False
    if found == turn.conversation.id:
        turn.say(words.here_already)
        turn.show_again()
        return True
    token, is_code = token_in(turn.conversation, turn.event.text)
    turn.conversation.invitation, turn.conversation.by_code = token, is_code
    turn.ask("cross")
    ask_cross(turn)
    return True


def ask_cross(turn: TurnContext) -> None:
    """Say what going on here means, and what becomes of words that are here already."""
    words = turn.content.words.crossing
    own = [words.own] if has_own(turn) else []
    groups = [words.own_groups] if turn.access.memberships or turn.access.is_coordinator else []
    parts = [words.how, *own, *groups, words.ask]
    turn.tell(*(turn.fill(each) for each in parts))


def has_own(turn: TurnContext) -> bool:
    """Return whether there is anything of theirs in the conversation of this turn."""
    access = turn.access
    return bool(turn.conversation.messages or access.memberships or access.is_coordinator)


def cross_yes(turn: TurnContext, _: str = "") -> None:
    """*Yes, go on here*: this address leads to the other conversation from now on."""
    conversation, access, words = turn.conversation, turn.access, turn.content.words.crossing
    turn.answered()
    key = door_key(conversation.invitation, code=conversation.by_code)
    conversation.invitation = ""
    own, to = has_own(turn), turn.event.address
    # Words that are left here must be found again, which only the page lets one do.
    if not access.crossing or not to or (own and not access.page_address):
        turn.say(words.gone)
        turn.show_again()
        return
    turn.do(Cross(key, to, "" if own else conversation.id))
    if own:
        token = access.random_tokens[0]
        turn.do(AddWayBack(way_back_by_link(token)))
        turn.say(words.own_kept, link=f"{access.page_address}back/{token}")
    turn.say(words.crossed)


def cross_no(turn: TurnContext, _: str = "") -> None:
    """*No*: all stays as it was, on both sides."""
    turn.answered()
    turn.conversation.invitation = ""
    turn.say(turn.content.words.crossing.stayed)
    turn.show_again()


class CrossPrompt(InvitedPrompt):
    """*Shall I open those words here?*"""

    name = "cross"

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Yes or no."""
        return plain_buttons(turn, "cross_yes", "cross_no", side=True)

    def question(self, turn: TurnContext) -> str:
        """Return the question itself."""
        return turn.content.words.crossing.ask

    def is_open(self, turn: TurnContext) -> bool:
        """Return whether the link or the code is good still."""
        return bool(turn.access.crossing)

    def ask(self, turn: TurnContext) -> None:
        """Ask, with all that it means."""
        ask_cross(turn)

    def say_yes(self, turn: TurnContext) -> None:
        """Go on here."""
        cross_yes(turn)

    def say_no(self, turn: TurnContext) -> None:
        """Stay."""
        cross_no(turn)


ACTIONS: dict[str, Action] = {
    "cross_no": cross_no,
    "cross_yes": cross_yes,
}
"""What its buttons do."""
