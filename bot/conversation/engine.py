"""One turn: what an event means for a conversation.

``take_turn`` is pure and synchronous. It never fails for anything a learner can send, it always
answers, and no message that is neither a command nor a choice is ever dropped. Proved by random
conversations in ``tests/test_engine_properties.py``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.coaching.words import count_words
from bot.cohorts import Cohort
from bot.content.content import Content
from bot.conversation import desk, desk_forms, joining
from bot.conversation.actions import (
    ACTIONS,
    COMMANDS,
    KEEP_QUESTION,
    TAKES_WORDS,
    nearest_command,
)
from bot.conversation.answers import (
    A_FEW,
    can_be_kept,
    can_be_read,
    edit,
    keep_aside,
    keep_caption,
    keep_text,
)
from bot.conversation.asides import ask_forget
from bot.conversation.buttons import is_stale, offered, pressed
from bot.conversation.machine import LOOKING_BACK, WELCOME
from bot.conversation.moves import ask_restart, come_back
from bot.conversation.naming import practices_asked
from bot.conversation.places import activity_in_hand, show_place_again, show_welcome
from bot.conversation.progress import standing, status_of
from bot.conversation.protecting import harm_in, masked, settle_undecided
from bot.conversation.reminding import LAPSE, answer_reminder, remind
from bot.conversation.talk import Talk
from bot.conversation.wishes import declines, is_later, show_declined, take_later
from bot.facts import NOTHING, Concern, Facts
from bot.model import Button, Conversation, Event, Status, Turn

_COMMAND = re.compile(r"/(\w*)(?:@\w+)?(?=\s|$)")


def take_turn(
    content: Content,
    conversation: Conversation,
    event: Event,
    now: datetime,
    facts: Facts = NOTHING,
) -> Turn:
    """What one event leads to. ``now`` has a time zone. The conversation given is not changed.

    ``facts`` are what the store knows of cohorts for this event, as ``concern`` asks for.
    """
    event, kinds = (event, ()) if desk_forms.asks_contact(conversation) else masked(content, event)
    talk = Talk(content, conversation.copy(), event, now, page=conversation.page, masked=kinds)
    talk.facts = facts
    if event.kind == "remind":
        # No turn of theirs: the buttons that they see stay in use.
        _settle(talk)
        return _reminded(talk, conversation)
    talk.conversation.version += 1
    _settle(talk)
    open_now = offered(talk)
    if event.late:
        talk.say(content.words.odd.away)
    if not talk.conversation.greeted and event.kind != "open" and _command_of(event) != "start":
        show_welcome(talk)
    undecided = conversation.about if talk.conversation.asking == "harm" else 0
    _respond(talk, open_now)
    if undecided and talk.conversation.asking != "harm" and not talk.forget:
        settle_undecided(talk, undecided)
    if conversation.attempts and _place(talk.conversation) != _place(conversation):
        talk.conversation.reminded = ""  # they have gone on: what they write is for where they are
    talk.conversation.stopped = talk.conversation.stopped and _command_of(event) == "stop"
    if not talk.forget:
        talk.replies[-1] = replace(talk.replies[-1], buttons=offered(talk))
    return Turn(
        before=conversation,
        after=talk.conversation,
        replies=tuple(talk.replies),
        at=now,
        forget=talk.forget,
        leaving=talk.leaving,
        delete=(event.source,) if talk.delete and event.source else (),
        offered_before=open_now if conversation.greeted else (),
        deeds=tuple(talk.deeds),
        standing=None if talk.forget else standing(content, talk.conversation),
    )


def _place(conversation: Conversation) -> tuple[int, str]:
    return conversation.current, conversation.attempt.step


def _reminded(talk: Talk, before: Conversation) -> Turn:
    """A reminder: it may find that there is nothing to say, and then says nothing."""
    buttons = remind(talk)
    if talk.replies:
        talk.replies[-1] = replace(talk.replies[-1], buttons=tuple(buttons))
    return Turn(
        before=before,
        after=talk.conversation,
        replies=tuple(talk.replies),
        at=talk.now,
        standing=standing(talk.content, talk.conversation),
        is_reminder=True,
    )


def concern(conversation: Conversation, event: Event, seats: tuple[Cohort, ...] = ()) -> Concern:
    """What an event is about, so that no more than that is read for it.

    Once the cohorts are known that somebody looks after, the label of one may be what was typed.
    """
    if event.kind == "press" and event.text.startswith(f"page:{desk.PAGE}."):
        return Concern(cohort=desk.cohort_of(event.text.removeprefix("page:")))
    token = joining.token_in(event.text) if event.kind == "say" else ""
    if token or conversation.asking == "join":
        code = event.text[:5].lower() == "/join" if token else conversation.by_code
        return Concern(token_hash=token or conversation.invitation, code=code)
    form = conversation.form
    which = form.cohort if form and conversation.asking == "form" else ""
    if conversation.page == desk.PAGE:
        which = desk.labelled(seats, event.text)
    return Concern(cohort=which or desk.cohort_of(conversation.page))


def status(content: Content, conversation: Conversation) -> Status:
    """How far the attempt in hand has come."""
    attempt = conversation.attempt if conversation.attempts else None
    return status_of(content, conversation, attempt)


def _command_of(event: Event) -> str | None:
    """The name of the command that a text is, "" for a slash and no name, None for no command."""
    if event.kind != "say" or not event.text.startswith("/"):
        return None
    match = _COMMAND.match(event.text)
    return match[1].lower() if match else ""


MESSAGE_ASKED_ABOUT = (
    "masked",
    "name",
    "harm",
    "question",
    "split",
    "lines",
    "situations",
    "pieces",
)


def _settle(talk: Talk) -> None:
    """Make the conversation fit the content, which may have been edited since the last turn."""
    conversation, content = talk.conversation, talk.content
    if not conversation.attempts:
        talk.begin(content.dialogues.get(talk.event.dialogue, content.first))
    if conversation.attempt.dialogue not in content.dialogues:
        talk.begin(content.first)
        talk.say(content.words.odd.dialogue_gone)
    wanted = talk.event.dialogue
    if wanted and wanted != conversation.attempt.dialogue:
        conversation.asking = None
        talk.take_up(wanted)
    places = {WELCOME, *LOOKING_BACK, *(step.id for step in talk.dialogue.steps)}
    attempt = talk.attempt
    attempt.path = [step for step in attempt.path if step in places]
    gone = attempt.step not in places
    if gone:
        attempt.step = attempt.path.pop() if attempt.path else WELCOME
        conversation.asking = None
        talk.step_gone = True
    if talk.loosen() or gone:
        talk.say(content.words.odd.step_gone)
    if _has_lost_its_point(talk):
        conversation.asking = None


def _has_lost_its_point(talk: Talk) -> bool:
    """Whether what was asked last is about something that is no longer there."""
    match talk.conversation.asking:
        case "place":
            return talk.to_place() is None
        case "sort":
            return activity_in_hand(talk) is None
        case "form":
            return talk.conversation.form is None
        case "naming" | "noticed":
            return not practices_asked(talk)
        case asking:
            return asking in MESSAGE_ASKED_ABOUT and talk.in_question() is None


def _respond(talk: Talk, open_now: tuple[Button, ...]) -> None:
    event = talk.event
    button = pressed(talk, event, open_now)
    talk.conversation.page = ""
    if event.kind == "open":
        talk.conversation.asking = None
        come_back(talk)
    elif event.kind == "edit":
        edit(talk)
    elif event.kind == "sorry":
        talk.say(talk.content.words.odd.sorry)
        show_place_again(talk)
    elif event.kind == "attachment":
        keep_caption(talk)
    elif (name := _command_of(event)) is not None:
        _command(talk, name)
    elif button:
        talk.conversation.pressed = event.text.strip().casefold()
        talk.conversation.pressed_at = talk.now
        name, _, argument = button.action.partition(":")
        _lapse(talk, name)
        ACTIONS[name](talk, argument)
    elif event.kind == "press" or (
        is_stale(talk, event.text) and talk.conversation.asking not in TAKES_TYPED
    ):
        talk.say(talk.content.words.odd.stale_press)
        show_place_again(talk)
    else:
        _words(talk)


def _command(talk: Talk, name: str) -> None:
    command, *rest = talk.event.text.split(maxsplit=1) or [talk.event.text]
    if name not in ("start", "join") and rest:
        if not can_be_kept(talk):
            return
        if name not in TAKES_WORDS or count_words(rest[0]) >= A_FEW:
            keep_aside(talk, talk.event.text)
            talk.say(talk.content.words.odd.after_command)
    if name in COMMANDS:
        _lapse(talk, name)
        COMMANDS[name](talk, rest[0] if rest else "")
        return
    nearest = "/" + nearest_command(name or command[1:].lower())
    talk.say(talk.content.words.odd.command, typed=command[:40], nearest=nearest)
    show_place_again(talk)


def _words(talk: Talk) -> None:
    """Words that are no command and no choice.

    To a question about deleting or starting again, a few words ("yes", "no thanks") are no answer
    for the statement: the question comes again. More of them mean no, and are kept.
    """
    if _beside_the_answer(talk):
        return
    asking, words = talk.conversation.asking, talk.content.words
    if asking not in ("forget", "restart") or not can_be_kept(talk):
        keep_text(talk)
        return
    if count_words(talk.event.text) < A_FEW:
        keep_aside(talk, talk.event.text)
        (ask_forget if asking == "forget" else ask_restart)(talk)
        return
    talk.say(words.data.kept if asking == "forget" else words.move.not_restarted)
    talk.conversation.asking = None
    keep_text(talk)


def _beside_the_answer(talk: Talk) -> bool:
    """Whether the words were for something else: a form, a name to show, a time to be reminded.

    Words after a reminder are the answer to it: they are kept at its question.
    """
    if not talk.event.text or not can_be_read(talk):
        return False
    if talk.conversation.reminded and talk.conversation.asking in LAPSE:
        talk.conversation.asking = None
    asking = talk.conversation.asking
    if asking in TAKES_TYPED and not desk_forms.asks_contact(talk.conversation) and harm_in(talk):
        talk.conversation.asking = None  # whom to tell comes before everything else
        return False
    if (asking in TAKES_TYPED and TAKES_TYPED[asking](talk)) or is_later(talk):
        return True
    if declines(talk):
        keep_aside(talk, talk.event.text)
        show_declined(talk)
        return True
    if talk.conversation.reminded:
        answer_reminder(talk)
    return False


TAKES_TYPED: dict[str | None, Callable[[Talk], bool]] = {
    "form": desk_forms.take_typed,
    "join": joining.take_yes_or_no,
    "name_shown": joining.take_name,
    "later": take_later,
}
"""What takes typed words while it is asked. It says whether they were for it."""


def _lapse(talk: Talk, action: str) -> None:
    """What was asked before is answered by doing something else, unless that was a look-up."""
    lasting = talk.conversation.asking in ("replace", "place", "sort", "harm")
    if not (lasting and action in KEEP_QUESTION):
        talk.conversation.asking = None
