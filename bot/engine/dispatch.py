"""What an event is: a command, a press, or words."""

from __future__ import annotations

import re

from bot.domain.events import Event
from bot.domain.turn import Button
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.offers import is_stale, pressed
from bot.flows.reflection.answers import A_FEW, can_be_kept, edit, keep_aside, keep_caption
from bot.flows.reflection.navigation import come_back
from bot.flows.reflection.screens import show_place_again
from bot.flows.registry import (
    ACTIONS,
    COMMANDS,
    KEEP_QUESTION,
    TAKES_TYPED,
    TAKES_WORDS,
    nearest_command,
    take_words,
)

_COMMAND = re.compile(r"/(\w*)(?:@\w+)?(?=\s|$)")


def command_of(event: Event) -> str | None:
    """The name of the command that a text is, "" for a slash and no name, None for no command."""
    if event.kind != "say" or not event.text.startswith("/"):
        return None
    match = _COMMAND.match(event.text)
    return match[1].lower() if match else ""


def respond(turn: TurnContext, open_now: tuple[Button, ...]) -> None:
    """Do what an event asks for, and reply."""
    event = turn.event
    button = pressed(turn, event, open_now)
    turn.conversation.open_page = ""
    if event.kind == "open":
        turn.conversation.prompt = None
        come_back(turn)
    elif event.kind == "edit":
        edit(turn)
    elif event.kind == "sorry":
        turn.say(turn.content.words.odd.sorry)
        show_place_again(turn)
    elif event.kind == "attachment":
        keep_caption(turn)
    elif (name := command_of(event)) is not None:
        _command(turn, name)
    elif button:
        turn.conversation.pressed = event.text.strip().casefold()
        turn.conversation.pressed_at = turn.now
        name, _, argument = button.action.partition(":")
        _lapse(turn, name)
        ACTIONS[name](turn, argument)
    elif event.kind == "press" or (
        is_stale(turn, event.text) and turn.conversation.prompt not in TAKES_TYPED
    ):
        turn.say(turn.content.words.odd.stale_press)
        show_place_again(turn)
    else:
        take_words(turn)


def _command(turn: TurnContext, name: str) -> None:
    command, *rest = turn.event.text.split(maxsplit=1) or [turn.event.text]
    if name not in ("start", "join") and rest:
        if not can_be_kept(turn):
            return
        if name not in TAKES_WORDS or count_words(rest[0]) >= A_FEW:
            keep_aside(turn, turn.event.text)
            turn.say(turn.content.words.odd.after_command)
    if name in COMMANDS:
        _lapse(turn, name)
        COMMANDS[name](turn, rest[0] if rest else "")
        return
    nearest = "/" + nearest_command(name or command[1:].lower())
    turn.say(turn.content.words.odd.command, typed=command[:40], nearest=nearest)
    show_place_again(turn)


def _lapse(turn: TurnContext, action: str) -> None:
    """What was asked before is answered by doing something else, unless that was a look-up."""
    lasting = turn.conversation.prompt in ("replace", "place", "sort", "harm")
    if not (lasting and action in KEEP_QUESTION):
        turn.conversation.prompt = None
