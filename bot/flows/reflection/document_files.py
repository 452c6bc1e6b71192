"""The files of a statement: in a form, as a picture, or as one line of a year."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from bot.domain.documents import MIME, Document, Form, document_of
from bot.domain.turn import File
from bot.engine.context import TurnContext
from bot.exports.as_json import as_json, document_as_json
from bot.exports.as_markdown import as_markdown
from bot.exports.as_text import as_text
from bot.flows.reflection.ledger import how_of
from bot.flows.reflection.overlap_picture import overlap_of
from bot.flows.reflection.year import year_page

DRAWN: dict[Literal["png", "svg"], str] = {"png": "image/png", "svg": "image/svg+xml"}
"""The forms of a picture, and their media types."""


def file_in(turn: TurnContext, what: str, form: Form, author: str = "") -> File:
    """Return a file: ``alone`` the statement, ``both`` with how it was made after it, ``how`` that
    alone, ``picture`` with the picture at its end, ``year`` all finished reflections. ``author`` is
    the name that stands on it, "" for none."""
    stem, document = _stem(turn, what), replace(_document(turn, what), author=author)
    match form:
        case "txt":
            text = as_text(document)
        case "md":
            text = as_markdown(document)
        case "json" if what in ("how", "year"):
            text = document_as_json(document)
        case "json":
            text = as_json(turn.statement, document.appendix)
        case _:
            otherwise = _otherwise(turn, form)
            return File(stem, form, MIME[form], document=document, otherwise=otherwise)
    return File(stem, form, MIME[form], text)


def _stem(turn: TurnContext, what: str) -> str:
    names = turn.content.words.file_name
    stems = {"how": names.ledger, "year": names.year}
    return str(turn.fill(stems.get(what, names.statement), dialogue=turn.dialogue.id))


def _document(turn: TurnContext, what: str) -> Document:
    if what == "year":
        return year_page(turn)
    how = how_of(turn, turn.attempt, turn.statement)
    mine = document_of(turn.statement)
    match what:
        case "how":
            return how
        case "both":
            return replace(mine, appendix=how)
        case "picture":
            return replace(mine, picture=overlap_of(turn))
    return mine


def take_picture(turn: TurnContext, form: Literal["png", "svg"]) -> None:
    """Send the picture of the overlap with what it shows, or say that there is none."""
    words = turn.content.words.documents
    if picture := overlap_of(turn):
        stem = turn.fill(turn.content.words.file_name.overlap, dialogue=turn.dialogue.id)
        file = File(stem, form, DRAWN[form], picture=replace(picture, form=form))
        turn.tell(picture.alt, file=file)
    else:
        turn.say(words.no_picture)
    turn.show_again()


def _otherwise(turn: TurnContext, form: Form) -> str:
    """Return what is said where the form turns out not to hold the text."""
    words = turn.content.words.documents
    named_others = (label(turn, each) for each in ("html", "txt", "md") if each != form)
    named = label(turn, form)
    return str(turn.fill(words.otherwise, form=named, others=", ".join(named_others)))


def label(turn: TurnContext, form: str) -> str:
    """Return what a form is called."""
    found: str = getattr(turn.content.words.documents.forms, "data" if form == "json" else form)
    return found
