"""*Take it all with me*: one zip with every reflection, how each was made, and all data."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.documents import MIME, Document, Form, document_of
from bot.domain.messages import BETWEEN
from bot.domain.turn import File
from bot.engine.context import TurnContext
from bot.engine.wording import Text
from bot.exports.as_markdown import as_markdown
from bot.exports.as_text import as_text
from bot.exports.making import can_make
from bot.flows.account.my_data import data_file
from bot.flows.reflection.ledger import how_of
from bot.flows.reflection.overlap_picture import overlap_in
from bot.flows.reflection.written import Written, all_written
from bot.flows.reflection.year import finished, year_page

FORMS_OF_ALL: tuple[Form, ...] = ("docx", "pdf", "odt", "html", "txt", "md")
"""The forms that reflections may have in the zip; the data is JSON beside them."""


def take_all(turn: TurnContext, form: str) -> None:
    """Send the zip, with each reflection in a form; in the best that can be made for none."""
    words = turn.content.words.documents
    here = [each for each in FORMS_OF_ALL if can_make(each)]
    chosen = next((each for each in here if each == form), here[0])
    stem = turn.fill(turn.content.words.file_name.everything)
    zipped = File(
        stem,
        "zip",
        "application/zip",
        inside=tuple(_files(turn, chosen)),
        otherwise=str(turn.fill(words.otherwise_all)),
    )
    turn.tell(turn.fill(words.here_all), file=zipped)
    turn.show_again()


def _files(turn: TurnContext, form: Form) -> Iterator[File]:
    """Yield what is in the zip, and first what says what is what."""
    words = turn.content.words
    found = list(all_written(turn))
    lines = [turn.fill(words.documents.readme)]
    lines += [
        turn.fill(words.documents.readme_one, file=f"{each.stem}.{form}", title=_title(each))
        for each in found
    ]
    year = str(turn.fill(words.file_name.year)) if finished(turn) else ""
    if year:
        title = turn.fill(words.documents.year.title)
        lines.append(turn.fill(words.documents.readme_one, file=f"{year}.{form}", title=title))
    lines.append(_about_the_rest(turn))
    yield File("README", "txt", "text/plain", f"{BETWEEN.join(lines)}\n")
    for each in found:
        yield _file(each.stem, form, document_of(each.statement))
        how = how_of(turn, each.attempt, each.statement)
        name = f"{each.stem}-{words.documents.how_stem}"
        yield File(name, "txt", "text/plain", as_text(how))
        if can_make("svg") and (drawn := overlap_in(turn, each.attempt, each.statement)):
            name = f"{each.stem}-{words.documents.overlap_stem}"
            yield File(name, "png", "image/png", picture=drawn)
    if year:
        yield _file(year, form, year_page(turn))
    yield data_file(turn)


def _about_the_rest(turn: TurnContext) -> Text:
    words = turn.content.words.documents
    return turn.fill(words.readme_data, how=words.how_stem, overlap=words.overlap_stem)


def _title(written: Written) -> str:
    return written.statement.dialogue.title


def _file(stem: str, form: Form, document: Document) -> File:
    if form in ("txt", "md"):
        text = as_text(document) if form == "txt" else as_markdown(document)
        return File(stem, form, MIME[form], text)
    return File(stem, form, MIME[form], document=document)
