"""The runs of a paragraph as HTML. A page has dozens, and a macro of a template takes far longer.

All that is put in is escaped: by ``escape``, or by ``Markup.format``, which does so by itself.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from bot.channels.web.lines import Paragraph, Run

_LINK = Markup('<a href="{}" rel="noreferrer">{}</a>')

_COMMAND = Markup('<button form="talk" name="command" value="{}" class="inline">{}</button>')

_YOURS = Markup('<span class="yours">{}</span>')


def runs(paragraph: Paragraph) -> Markup:
    """Return the runs of a paragraph as HTML."""
    return Markup("").join(map(_run, paragraph.runs))


def _run(run: Run) -> Markup:
    if run.url:
        return _LINK.format(run.url, run.text)
    if run.command:
        return _COMMAND.format(run.command, run.text)
    return _YOURS.format(run.text) if run.yours else escape(run.text)
