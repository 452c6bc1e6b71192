"""Joining a cohort and leaving it: by a link or a typed code, asked first, said plainly.

Before they say yes, a learner reads what a coordinator will see and what never. A link can also
make somebody a coordinator; that is its use, and it is used up.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.domain.commands import Guess, Join, Leave, Note, Seat, ShowName, Use
from bot.domain.conversation import Form
from bot.domain.invitations import GUESSES, GUESSES_IN_ALL, Invitation, as_code, hashed
from bot.domain.word_count import count_words
from bot.engine.context import Talk
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


def by_link(talk: Talk) -> bool:
    """Answer what a link brought along; gives whether it was an invitation that is in use."""
    invitation = talk.facts.invitation
    if invitation is None:
        talk.say(talk.content.words.joining.link_gone)
        return False
    _invited(talk, invitation)
    return True


def by_code(talk: Talk, typed: str = "") -> None:
    """``/join CODE``. Too many wrong ones close the way for an hour."""
    words = talk.content.words.joining
    mine, of_all = talk.facts.guesses
    if not typed:
        talk.say(words.code_how)
    elif mine >= GUESSES or of_all >= GUESSES_IN_ALL:
        talk.say(words.too_many)
    elif talk.facts.invitation is None:
        talk.do(Guess(alarm=of_all + 1 >= GUESSES_IN_ALL))
        talk.say(words.code_wrong)
    else:
        _invited(talk, talk.facts.invitation)
        return
    show_place_again(talk)


def _invited(talk: Talk, invitation: Invitation) -> None:
    if invitation.role == "coordinator":
        _take_seat(talk, invitation)
        return
    words, cohort = talk.content.words.joining, invitation.cohort
    if cohort is None or cohort.is_over(talk.now):
        talk.say(words.link_gone)
        show_place_again(talk)
    elif any(each.cohort.id == cohort.id for each in talk.facts.memberships):
        talk.say(words.here_already, cohort=cohort.name)
        show_place_again(talk)
    else:
        talk.conversation.invitation = invitation.token_hash
        talk.conversation.by_code = talk.event.text[:5].lower() == "/join"
        talk.conversation.asking = "join"
        ask_join(talk)


def ask_join(talk: Talk) -> bool:
    """What a coordinator will see and what never, and whether they want that."""
    cohort = talk.facts.invitation.cohort if talk.facts.invitation else None
    words = talk.content.words.joining
    if cohort:
        invited = talk.fill(words.invited, cohort=cohort.name)
        talk.tell(invited, talk.fill(words.sees), talk.fill(words.ask))
    return cohort is not None


def take_yes_or_no(talk: Talk) -> bool:
    """A typed yes or no. A greeting has the question asked again; an answer goes on as one."""
    typed = talk.event.text.strip(" .!").casefold()
    if typed in YES:
        join_yes(talk)
    elif _NO.fullmatch(typed):
        join_no(talk)
    elif count_words(typed) > NAME_WORDS:
        talk.conversation.asking = None
        return False
    else:
        return ask_join(talk)
    return True


def _take_seat(talk: Talk, invitation: Invitation) -> None:
    words, cohort = talk.content.words.joining, invitation.cohort
    where = cohort.id if cohort else ""
    talk.do(Use(invitation.token_hash), Seat(where, talk.conversation.chat_id))
    if cohort:
        talk.do(Note(cohort.id, "seated"))
    talk.say(words.seated if cohort else words.may_found, cohort=cohort.name if cohort else "")
    if not talk.conversation.hinted:
        talk.conversation.hinted = True
        talk.say(words.ask_sssc)
    talk.say(words.desk_how)


def join_yes(talk: Talk, _: str = "") -> None:
    """*Yes, join*: in the cohort, in its zone and, for a newcomer, in its dialogue."""
    invitation, words = talk.facts.invitation, talk.content.words.joining
    talk.conversation.asking = None
    cohort = invitation.cohort if invitation else None
    if invitation is None or cohort is None:
        talk.say(words.link_gone)
        show_place_again(talk)
        return
    talk.conversation.invitation = ""
    talk.do(Use(invitation.token_hash), Join(cohort.id))
    if not talk.facts.memberships:
        talk.conversation.wishes.zone = cohort.zone
    begun = any(each.started_at for each in talk.conversation.attempts)
    if not begun and cohort.dialogue in talk.content.dialogues:
        talk.take_up(cohort.dialogue)
    talk.conversation.asking = "name_shown"
    talk.tell(talk.fill(words.joined, cohort=cohort.name), talk.fill(words.ask_name))


def join_no(talk: Talk, _: str = "") -> None:
    """*No, thanks*: nothing is kept of the invitation."""
    talk.conversation.asking, talk.conversation.invitation = None, ""
    talk.say(talk.content.words.joining.not_joined)
    show_place_again(talk)


def no_name(talk: Talk, _: str = "") -> None:
    """*No name*: the coordinator sees a number."""
    talk.conversation.asking = None
    talk.say(talk.content.words.joining.no_name)
    show_place_again(talk)


def take_name(talk: Talk) -> bool:
    """What was typed where a name is asked for: shown to nobody before it is confirmed.

    False for words that are no name: they are for the open question.
    """
    memberships, typed = talk.facts.memberships, " ".join(talk.event.text.split())
    talk.conversation.asking = None
    if _NO.fullmatch(typed.casefold()):
        no_name(talk)
        return True
    if not memberships or not 0 < count_words(typed) <= NAME_WORDS or is_question(talk):
        return False
    talk.conversation.form = Form(
        "name", memberships[-1].cohort.id, "", {"name": typed[:LONGEST_NAME]}
    )
    talk.conversation.asking = "name_check"
    talk.say(talk.content.words.joining.check_name, name=Typed(typed[:LONGEST_NAME]))
    return True


def show_name(talk: Talk, _: str = "") -> None:
    """*Yes, show it*: from now on coordinators of the cohort see the name."""
    form, talk.conversation.form, talk.conversation.asking = talk.conversation.form, None, None
    if form and form.kind == "name":
        talk.do(ShowName(form.cohort, form.values["name"]))
        talk.say(talk.content.words.joining.name_shown, name=Typed(form.values["name"]))
    show_place_again(talk)


def leave(talk: Talk, cohort_id: str) -> None:
    """*Leave …*: one press. The coordinator sees that one more has left, and not who."""
    words = talk.content.words.joining
    found = next((m.cohort for m in talk.facts.memberships if m.cohort.id == cohort_id), None)
    if found:
        talk.do(Leave(found.id))
        talk.say(words.left, cohort=found.name)
    else:
        talk.say(words.not_here)


def hide_name(talk: Talk, cohort_id: str) -> None:
    """Coordinators of a cohort see a number from now on."""
    memberships = talk.facts.memberships
    if any(each.cohort.id == cohort_id for each in memberships):
        talk.do(ShowName(cohort_id, ""))
    hidden = (replace(m, name="") if m.cohort.id == cohort_id else m for m in memberships)
    talk.facts = replace(talk.facts, memberships=tuple(hidden))
