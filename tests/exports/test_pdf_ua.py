"""Every PDF keeps PDF/UA-1, by the word of a checker that has not written it.

``page`` has the 104 rules of that standard which a program can check, and is held by its authors to
the corpus of veraPDF.
"""

from __future__ import annotations

from io import BytesIO

import page
import pypdf
import pytest

from bot.domain.documents import Document, Part
from bot.exports.making import document
from bot.pictures.overlap import draw_overlap
from tests.exports.test_forms import LEFTWARD, TEXTS, made
from tests.pictures.test_overlap import MINE


def faults(pdf: bytes) -> list[str]:
    """Return what is wrong, a sentence each."""
    report = page.validate_pdf_bytes(pdf, profile="ua1")
    assert report.rules.total > 100
    return [f"{each.rule_id}: {each.message}" for each in report.failures]


@pytest.mark.parametrize("name", [*TEXTS, *LEFTWARD])
def test_words_of_every_script_are_in_a_pdf_that_all_can_use(name: str) -> None:
    assert faults(made((TEXTS | LEFTWARD)[name], "pdf")) == []


def test_so_is_the_picture_and_the_name_of_who_wrote_it() -> None:
    parts = (Part("A", "x"), Part("B", "y"))
    mine = Document("My statement", parts, author="Zoë", picture=MINE)
    assert faults(document(mine, "pdf", draw_overlap)) == []  # type: ignore[arg-type]


def test_the_checker_sees_a_file_that_a_screen_reader_cannot_read() -> None:
    pages = pypdf.PdfWriter(clone_from=BytesIO(made("x", "pdf")))
    del pages.root_object["/StructTreeRoot"]
    without_tags = BytesIO()
    pages.write(without_tags)
    assert faults(without_tags.getvalue())
