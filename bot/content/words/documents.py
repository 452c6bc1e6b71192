"""Words for taking a statement away: its forms, and what stands in the files."""

from __future__ import annotations

from typing import Annotated

from bot.content.models.base import Closed
from bot.content.models.counted import Counted
from bot.content.text_kinds import FileStem, Label, Plain, PlainHelp, Prompt, fills
from bot.content.text_kinds import Help as HelpText


class FormNames(Closed):
    """The name of each form, on its button and in a sentence."""

    docx: Label
    pdf: Label
    odt: Label
    html: Label
    txt: Label
    md: Label
    data: Label


class OverlapWords(Closed):
    """Words in the picture of the overlap, and in its alternative text."""

    title: Annotated[Prompt, fills("name")]
    note: Plain
    alt: Plain
    area: Annotated[HelpText, fills("side", "shown")]
    nothing: Plain


class YearWords(Closed):
    """Words on the page of all finished reflections, and beside it."""

    label: Label
    ask: PlainHelp
    here: PlainHelp
    none: PlainHelp
    title: Plain
    count: Counted
    finished: Annotated[HelpText, fills("date", "count")]
    sent: Annotated[Prompt, fills("date")]
    awarded: Plain
    declined: Plain


class NameWords(Closed):
    """Questions and lines where a name is to stand on a file."""

    label: Label
    page: PlainHelp
    ask: PlainHelp
    ask_to_keep: PlainHelp
    keep: Label
    not_kept: PlainHelp
    kept: PlainHelp
    forget: Label
    dropped: PlainHelp


class DocumentWords(Closed):
    """The page that offers the forms, and what is said with a file."""

    more: Label
    ask: Plain
    ask_both: Plain
    ask_how: Plain
    both: Label
    how: Label
    alone: Label
    without: PlainHelp
    unknown: Annotated[HelpText, fills("typed", "forms")]
    here: Annotated[Prompt, fills("form")]
    here_how: Annotated[Prompt, fills("form")]
    names_left: Annotated[Prompt, fills("names")]
    otherwise: Annotated[HelpText, fills("form", "others")]
    forms: FormNames
    picture: Label
    ask_picture: PlainHelp
    no_picture: PlainHelp
    png: Label
    svg: Label
    overlap: OverlapWords
    year: YearWords
    name: NameWords
    more_forms: Label
    all: Label
    ask_all: PlainHelp
    all_hint: PlainHelp
    here_all: PlainHelp
    otherwise_all: PlainHelp
    readme: PlainHelp
    readme_one: Annotated[HelpText, fills("file", "title")]
    readme_data: Annotated[HelpText, fills("how", "overlap")]
    how_stem: FileStem
    overlap_stem: FileStem
