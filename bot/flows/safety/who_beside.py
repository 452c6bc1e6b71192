"""Who somebody is, said beside something else: a name that was passed over is put out of sight."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.analysis.told_names import name_key
from bot.analysis.who_it_is import who_it_is
from bot.engine.context import TurnContext
from bot.flows.safety.names import ROLES, open_names, replace_everywhere

_KINDLY = re.compile(r"\W*\bbless (?:him|her|them)\b\W*$", re.IGNORECASE)


def take_who(turn: TurnContext, said: str) -> bool:
    """Put in who somebody is, where one name was asked about and is not told yet; whether it was
    said."""
    waiting = dict.fromkeys(_waiting(turn))
    if len({name_key(each) for each in waiting}) != 1 or "?" in said:
        return False
    cues, name = turn.content.listening.kinds.cues, next(iter(waiting))
    who = who_it_is(_KINDLY.sub("", said), {each: getattr(cues, each) for each in ROLES}, name)
    if not who:
        return False
    marker = getattr(turn.content.words.markers, who)
    if not replace_everywhere(turn, turn.attempt.number, name, marker):
        return False
    turn.say(turn.content.words.coach.name_gone, marker=marker)
    return True


def _waiting(turn: TurnContext) -> Iterator[str]:
    """Yield the names that are asked about, or were and were passed over."""
    if turn.conversation.prompt == "name" and (asked := turn.in_question()):
        yield from open_names(turn, asked.shown)
    for mark in turn.attempt.passed:
        prompt, _, number = mark.partition(":")
        if prompt == "name":
            message = turn.conversation.messages[int(number) - 1]
            yield from open_names(turn, "" if message.aside else message.shown)
