"""What a learner may ask for beside the questions. None of it changes an answer or the place."""

from __future__ import annotations

from bot.engine.context import Talk
from bot.flows.reflection.screens import show_place_again


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
