"""The words of ``dialogues/common.yaml`` with which the coach answers what somebody wrote."""

from __future__ import annotations

from typing import Annotated

from bot.content.models.base import Closed
from bot.content.models.markers import Marker
from bot.content.text_kinds import Help, Label, Plain, Prompt, fills


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
    name_told: Annotated[Prompt, fills("name", "now")]
    name_gone: Annotated[Prompt, fills("marker")]
    name_now: Annotated[Prompt, fills("marker", "name")]
    name_out: Annotated[Prompt, fills("now")]
    name_unclear: Annotated[Prompt, fills("name")]
    name_stays: Plain
    back_in: Annotated[Prompt, fills("text")]
    names_hint: Plain
    kept: Plain
    split: Annotated[Prompt, fills("parts")]
    part: Annotated[Prompt, fills("label", "count", "text")]
    split_done: Annotated[Prompt, fills("counts")]
    not_split: Plain
    lines: Annotated[Prompt, fills("lines")]
    lines_out: Plain
    situations: Annotated[Prompt, fills("situations")]
    situation: Annotated[Prompt, fills("number", "text")]
    one_situation: Plain
    instead: Plain
    instead_new: Plain
    instead_first: Plain
    pieces: Annotated[Prompt, fills("pieces")]
    phrase_out: Annotated[Prompt, fills("phrase")]
    reads_now: Annotated[Prompt, fills("text")]
    reads: Annotated[Prompt, fills("label", "text")]
    reads_empty: Annotated[Prompt, fills("label")]
    none_yet: Plain
    write_again: Plain
    rewritten: Plain
    kept_out: Annotated[Prompt, fills("messages")]
    order_which: Annotated[Prompt, fills("pieces")]
    order_all: Annotated[Prompt, fills("pieces")]
    order_how_much: Annotated[Prompt, fills("pieces")]
    order_sentence: Annotated[Prompt, fills("text")]
    order_say_it: Plain
    names_are_out: Annotated[Prompt, fills("marker")]
    reword: Annotated[Prompt, fills("text")]
    reworded: Annotated[Prompt, fills("text")]
    put_right: Plain
    put_right_back: Annotated[Prompt, fills("text")]
    put_right_which: Plain
    put_right_is_so: Annotated[Prompt, fills("text")]
    order_beside: Annotated[Prompt, fills("text")]
    no_alarm: Plain
    order_which_moves: Annotated[Prompt, fills("pieces")]
    order_which_two: Annotated[Prompt, fills("pieces")]
    order_moved: Annotated[Prompt, fills("label", "phrase")]
    order_placed: Annotated[Prompt, fills("phrase")]
    order_in: Annotated[Prompt, fills("label", "phrase", "count")]
    order_is_in: Annotated[Prompt, fills("label", "phrase")]
    last_is_in: Annotated[Prompt, fills("label", "phrase")]
    last_is_out: Annotated[Prompt, fills("phrase")]
    is_in: Annotated[Prompt, fills("label", "phrase")]
    is_in_none: Annotated[Prompt, fills("phrase")]
    none_in: Plain
    no_split: Plain
    stays_out: Plain
    order_not_found: Plain


class Checklist(Closed):
    """The points to look at before handing in: what is done and what is not, and never a block."""

    title: Plain
    done: Annotated[Prompt, fills("what")]
    not_yet: Annotated[Prompt, fills("what")]
    look_at: Annotated[Prompt, fills("what")]
    quoted: Annotated[Prompt, fills("text")]
    enough: Annotated[Prompt, fills("minimum")]
    not_enough: Annotated[Prompt, fills("minimum", "count")]
    criteria: Plain
    no_criteria: Annotated[Prompt, fills("labels")]
    no_names: Plain
    no_lines: Plain
    no_sentence: Plain
    own: Annotated[Prompt, fills("date")]
    resource: Annotated[Prompt, fills("name")]
    no_resource: Annotated[Prompt, fills("name")]
    yours_to_decide: Plain


class Ledger(Closed):
    """How a statement was made, message by message."""

    title: Annotated[Prompt, fills("name")]
    message: Annotated[Prompt, fills("number", "at")]
    edited: Annotated[Prompt, fills("at")]
    part: Plain
    as_sent: Plain
    label: Annotated[Prompt, fills("label")]
    replaced: Annotated[Prompt, fills("markers")]
    left_out: Annotated[Prompt, fills("text")]
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
