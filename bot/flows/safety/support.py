"""``/support``: whom to talk to."""

from __future__ import annotations

from bot.engine.context import TurnContext


def show_support(turn: TurnContext, _: str = "") -> None:
    """``/support``: whom to talk to, in every state."""
    support, lines = turn.content.support, list[str]()
    for each in support.contacts:
        facts = {"name": each.name, "number": each.number, "hours": each.hours, "what": each.what}
        words = support.support
        template = words.without_number
        if each.number:
            template = words.with_hours if each.hours else words.entry
        lines.append("• " + turn.fill(template, **facts))
    turn.tell(turn.fill(support.support.intro), "\n".join(lines))
    turn.show_again()
