"""What a learner may ask for beside the questions. None of it changes an answer or the place."""

from __future__ import annotations

import json
from dataclasses import asdict

from bot.content.schema import WordsStep
from bot.conversation.places import show_place_again
from bot.conversation.talk import Talk
from bot.conversation.wording import counted
from bot.deeds import NoReminders
from bot.model import File
from bot.statement import BETWEEN


def about(talk: Talk, _: str = "") -> None:
    """*About …*: the purpose, the badge, the difference in plain words."""
    badge = talk.dialogue.badge
    facts = {"badge": badge.name, "counts_towards": badge.counts_towards} if badge else {}
    for text in talk.dialogue.about:
        talk.say(text, **facts)


def example(talk: Talk, _: str = "") -> None:
    """*Example*: marked as one, and never stored."""
    if isinstance(talk.step, WordsStep):
        talk.say(talk.content.words.question.example, example=talk.step.example)
    show_place_again(talk)


def tell_more(talk: Talk, _: str = "") -> None:
    """*Tell me more*: the long form of a question that was asked in short."""
    if talk.step:
        talk.say(talk.step.hint)
    show_place_again(talk)


def show_help(talk: Talk, _: str = "") -> None:
    """``/help``: how it works and every command."""
    words = talk.content.words
    lines = [
        talk.fill(words.help.command, command=name, what=what) for name, what in words.commands
    ]
    talk.tell(talk.fill(words.help.intro), "\n".join(lines), talk.fill(words.help.support))
    show_place_again(talk)


def show_privacy(talk: Talk, _: str = "") -> None:
    """``/privacy``: who runs this, what is kept, who can read it."""
    words, operator = talk.content.words.privacy, talk.content.operator
    named = operator.name and operator.contact
    who = talk.fill(words.who, name=operator.name, contact=operator.contact)
    parts = [who if named else talk.fill(words.nobody_named)]
    parts += [talk.fill(words.what), talk.fill(words.yours)]
    talk.tell(*parts)
    show_place_again(talk)


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
