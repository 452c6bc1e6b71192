"""What an event is: a command, a press, or words."""

from __future__ import annotations

import re

from bot.domain.events import Event
from bot.domain.turn import Button
from bot.domain.word_count import count_words
from bot.engine.context import Talk
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


def respond(talk: Talk, open_now: tuple[Button, ...]) -> None:
    """Do what an event asks for, and reply."""
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
    elif (name := command_of(event)) is not None:
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
        take_words(talk)


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


def _lapse(talk: Talk, action: str) -> None:
    """What was asked before is answered by doing something else, unless that was a look-up."""
    lasting = talk.conversation.asking in ("replace", "place", "sort", "harm")
    if not (lasting and action in KEEP_QUESTION):
        talk.conversation.asking = None
