"""Runs of paragraphs, and buttons, as HTML. A page has dozens, and a template takes far longer.

Whatever is put in goes through ``escape``.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from bot.channels.web.lines import Run
from bot.domain.offers import Button


def html_of(runs: Iterable[Run]) -> Markup:
    """Return runs as HTML."""
    return Markup("".join(map(_run, runs)))  # noqa: S704 - each has escaped its words


def ways(buttons: Iterable[Button], *, is_beside_field: bool) -> Markup:
    """Return the ways on as HTML. Beside a field *Send* stands out, and what leads on does not."""
    hidden = "primary" if is_beside_field else ""
    looks = ((each, "" if each.role == hidden else each.role) for each in buttons)
    made = (_button(each, look or "plain") for each, look in looks)
    return Markup("".join(made))  # noqa: S704 - each has escaped its words


def beside(buttons: Iterable[Button]) -> Markup:
    """Return as HTML what can be pressed beside the ways on."""
    made = (_button(each, each.role or "quiet") for each in buttons)
    return Markup("".join(made))  # noqa: S704 - each has escaped its words


def _button(button: Button, look: str) -> str:
    action, label = escape(button.action), escape(button.label)
    return f'<button name="press" value="{action}" class="{look}">{label}</button>\n'


def _run(run: Run) -> str:
    text = escape(run.text)
    if run.is_heading:
        return f"<b>{text}</b>"
    if run.url:
        return f'<a href="{escape(run.url)}" rel="noreferrer">{text}</a>'
    if run.command:
        sends = f'form="talk" name="command" value="{escape(run.command)}"'
        return f'<button {sends} class="inline">{text}</button>'
    return f'<span class="yours">{text}</span>' if run.yours else text
