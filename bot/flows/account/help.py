"""Pages that a learner may ask for beside the questions. None of it changes an answer or the
place."""

from __future__ import annotations

from bot.engine.context import TurnContext


def show_help(turn: TurnContext, _: str = "") -> None:
    """``/help``: how it works and every command."""
    words = turn.content.words
    lines = [
        turn.fill(words.help.command, command=name, what=what) for name, what in words.commands
    ]
    turn.tell(turn.fill(words.help.intro), "\n".join(lines), turn.fill(words.help.support))
    turn.show_again()


def show_privacy(turn: TurnContext, _: str = "") -> None:
    """``/privacy``: who runs this, what is kept and how long, who can read it, whom to turn to."""
    words, operator = turn.content.words.privacy, turn.content.operator
    named = operator.name and operator.contact
    who = turn.fill(words.who, name=operator.name, contact=operator.contact)
    parts = [who if named else turn.fill(words.nobody_named)]
    retention = turn.content.words.retention
    months = operator.keep_months
    how = turn.fill(retention.months, months=months) if months else turn.fill(retention.no_end)
    said = (words.what, words.promise, words.mail, words.kept, words.yours, words.complain)
    parts += [turn.fill(each, how=how) for each in said]
    turn.tell(*parts)
    turn.show_again()
