"""The words of ``dialogues/common.yaml`` with which the coach answers what somebody wrote."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from bot.content.models.base import Closed
from bot.content.text_kinds import Help, Label, Plain, Prompt, fills

Marker = Annotated[str, StringConstraints(pattern=r"^\[[A-Za-z][A-Za-z -]{1,22}\]$")]
"""What stands where something must not be kept. Of this form it is counted as no word."""


class Identifiers(Closed):
    """The name of each kind of identifier in a sentence."""

    chi: Label
    nhs: Label
    ni: Label
    phone: Label
    email: Label
    postcode: Label
    birth_date: Label
    address: Label
    room: Label


class Markers(Closed):
    """The marker in the place of each kind of identifier, and of a name."""

    chi: Marker
    nhs: Marker
    ni: Marker
    phone: Marker
    email: Marker
    postcode: Marker
    birth_date: Marker
    address: Marker
    room: Marker
    resident: Marker
    child: Marker
    colleague: Marker
    family: Marker


class Coach(Closed):
    """Replies to an answer, beside that it is saved."""

    naming: Plain
    practice: Annotated[Prompt, fills("name", "what")]
    named: Annotated[Prompt, fills("practices")]
    not_named: Plain
    noticed: Annotated[Help, fills("cue", "practice")]
    none_noticed: Plain
    agreed: Annotated[Prompt, fills("practice")]
    disagreed: Plain
    masked: Annotated[Prompt, fills("kind", "marker")]
    again: Plain
    not_deleted: Plain
    name: Annotated[Prompt, fills("name")]
    name_gone: Annotated[Prompt, fills("marker")]
    name_stays: Plain
    names_hint: Plain
    kept: Plain
    no_answer: Plain
    split: Annotated[Prompt, fills("parts")]
    part: Annotated[Prompt, fills("label", "count", "text")]
    split_done: Plain
    not_split: Plain
    lines: Annotated[Prompt, fills("lines")]
    lines_out: Plain
    situations: Annotated[Prompt, fills("situations")]
    situation: Annotated[Prompt, fills("number", "text")]
    one_situation: Plain
    pieces: Annotated[Prompt, fills("pieces")]
    plenty: Plain
    public: Plain


class Checklist(Closed):
    """The points to look at before handing in: yes or no, and never a block."""

    title: Plain
    line: Annotated[Prompt, fills("sign", "what")]
    yes: Label
    no: Label
    enough: Annotated[Prompt, fills("minimum")]
    criteria: Plain
    no_names: Plain
    no_lines: Plain
    own_words: Plain
    resource: Plain
    names_seen: Annotated[Prompt, fills("names")]
    yours_to_decide: Plain


class Ledger(Closed):
    """How a statement was made, message by message."""

    title: Annotated[Prompt, fills("name")]
    message: Annotated[Prompt, fills("number", "at")]
    edited: Annotated[Prompt, fills("at")]
    part: Plain
    sum: Annotated[Prompt, fills("count")]
    here: Plain


class Outcome(Closed):
    """The outcome of a statement that was sent."""

    ask: Annotated[Prompt, fills("name")]
    awarded: Plain
    waiting: Plain
    declined: Plain
    thanks: Plain
    this_one: Plain
