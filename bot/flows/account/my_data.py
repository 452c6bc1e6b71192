"""``/mydata``, ``/forget`` and ``/stop``: what is kept, and how it ends."""

from __future__ import annotations

import json
from dataclasses import asdict

from bot.domain.commands import NoReminders
from bot.domain.statement import BETWEEN
from bot.domain.turn import File
from bot.engine.context import Talk
from bot.engine.wording import counted
from bot.flows.reflection.screens import show_place_again


def show_data(talk: Talk, _: str = "") -> None:
    """``/mydata``: everything that is kept, as it is kept, in one file."""
    words, conversation = talk.content.words, talk.conversation
    kept = asdict(conversation)
    del kept["version"]  # it changes with every look, and would make every copy a new file
    kept["cohorts"] = [
        {"name": each.cohort.name, "number": each.number, "shown_as": each.name}
        for each in talk.facts.memberships
    ]
    everything = json.dumps(kept, ensure_ascii=False, indent=2, default=str)
    messages = counted(words, words.data.messages, len(conversation.messages))
    attempts = counted(words, words.data.attempts, len(conversation.attempts))
    file = File(words.file_name.data, "json", "application/json", everything + "\n")
    summary = talk.fill(words.data.summary, messages=messages, attempts=attempts)
    talk.tell(summary, file=file)
    if conversation.messages:
        talk.show(BETWEEN.join(message.text for message in conversation.messages))
    show_place_again(talk)


def ask_forget(talk: Talk, _: str = "") -> None:
    """``/forget`` asks first."""
    talk.say(talk.content.words.data.forget_ask)
    talk.conversation.asking = "forget"


def forget(talk: Talk, _: str = "") -> None:
    """Really gone: the store deletes the chat in this turn's transaction."""
    talk.say(talk.content.words.data.forgotten)
    talk.forget = True


def keep_data(talk: Talk, _: str = "") -> None:
    """Not to forget after all."""
    talk.say(talk.content.words.data.kept)
    show_place_again(talk)


def stop(talk: Talk, _: str = "") -> None:
    """``/stop``: nothing more is sent unless the learner writes."""
    talk.conversation.stopped = True
    talk.conversation.wishes.snoozed_until = None
    talk.do(NoReminders())
    talk.say(talk.content.words.data.stopped)
    talk.conversation.asking = "carry_on"
