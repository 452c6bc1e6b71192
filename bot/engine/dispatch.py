"""What an event is: a command, a press, or words."""

from __future__ import annotations

import difflib
import re

from bot.domain.events import Event
from bot.domain.word_count import count_words
from bot.engine.context import A_FEW, TurnContext
from bot.engine.offers import is_stale, pressed

_COMMAND = re.compile(r"/(\w*)(?:@\w+)?(?=\s|$)")

_CARRIES_ALONG = ("start", "join")
"""Commands whose words are those of an invitation: nothing of them is kept."""


def command_of(event: Event) -> str | None:
    """Return the name of the command that a text is: "" for a bare slash, None for no command."""
    if event.kind != "say" or not event.text.startswith("/"):
        return None
    match = _COMMAND.match(event.text)
    return match[1].lower() if match else ""


def respond(turn: TurnContext) -> None:
    """Do what an event asks for, and reply."""
    event = turn.event
    button = pressed(turn, event)
    turn.conversation.open_page = ""
    if handle := turn.flows.events.get(event.kind):
        handle(turn)
    elif (name := command_of(event)) is not None:
        _command(turn, name)
    elif button:
        turn.conversation.pressed = event.text.strip().casefold()
        turn.conversation.pressed_at = turn.now
        name, _, argument = button.action.partition(":")
        _look_up_or_leave(turn, name)
        turn.flows.actions[name](turn, argument)
    elif event.kind == "press" or (is_stale(turn, event.text) and not _takes_words(turn)):
        turn.say(turn.content.words.odd.stale_press)
        turn.show_again()
    else:
        take_words(turn)


def take_words(turn: TurnContext) -> None:
    """Offer typed words to each handler in its order, until one takes them."""
    for take in turn.flows.text_handlers:
        if take(turn):
            return


def take_for_prompt(turn: TurnContext) -> bool:
    """Offer words to what is asked, unless a reminder has asked since: they are for that then."""
    prompt = turn.open_prompt
    if prompt and prompt.gives_way and turn.conversation.reminded:
        turn.interrupted()
        return False
    return prompt is not None and prompt.take_text(turn)


def _takes_words(turn: TurnContext) -> bool:
    return turn.open_prompt is not None and turn.open_prompt.takes_words


def _command(turn: TurnContext, name: str) -> None:
    command, *rest = turn.event.text.split(maxsplit=1) or [turn.event.text]
    if name not in _CARRIES_ALONG and rest:
        if not turn.can_keep():
            return
        if name not in turn.flows.commands_with_words or count_words(rest[0]) >= A_FEW:
            turn.keep_aside(turn.event.text)
            turn.say(turn.content.words.odd.after_command)
    if name in turn.flows.commands:
        _look_up_or_leave(turn, name)
        turn.flows.commands[name](turn, rest[0] if rest else "")
        return
    nearest = "/" + _nearest(turn, name or command[1:].lower())
    turn.say(turn.content.words.odd.command, typed=command[:40], nearest=nearest)
    turn.show_again()


def _nearest(turn: TurnContext, typed: str) -> str:
    """Return the command most like what was typed; ``help`` when none is."""
    return next(
        iter(difflib.get_close_matches(typed, turn.flows.commands, n=1, cutoff=0.5)), "help"
    )


def _look_up_or_leave(turn: TurnContext, action: str) -> None:
    """What was asked before is answered by doing something else, unless that was a look-up."""
    prompt = turn.open_prompt
    if prompt and action in prompt.survives:
        turn.looked_up()
    else:
        turn.left()
