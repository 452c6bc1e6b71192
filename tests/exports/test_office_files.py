"""Word and OpenDocument files keep their standards, by a checker that has not written them.

``openxml-audit`` has the schemas and rules of Microsoft's Open XML SDK. Of OpenDocument it looks at
the package and at what refers to what, and not at each element.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from openxml_audit.odf import OdfValidator

from bot.domain.documents import Document, Part
from bot.exports.making import document
from bot.pictures.overlap import draw_overlap
from tests.exports.test_forms import LEFTWARD, TEXTS, a_document, nothing_drawn
from tests.pictures.test_overlap import MINE

pytestmark = pytest.mark.long

FORMS = ("docx", "odt")

YEAR = Document("My finished reflections", (Part("Thing 2", "Finished.\nSent."), Part("B", "x")))

PARAGRAPH = "I told each of the staff why we went and what to look for. " * 5

WORDS = "\n\n".join([PARAGRAPH] * 77)
"""5,000 words."""

VALIDATORS = {"docx": OpenXmlValidator(), "odt": OdfValidator()}


HAS_NO_PLACE = "frame) is missing position/size attributes: x, y"
"""A picture that stands in a line as a letter does has no place of its own."""


def faults(path: Path) -> list[str]:
    """Return what is wrong, a sentence each."""
    found = VALIDATORS[path.suffix[1:]].validate(path).errors
    return [each.description for each in found if HAS_NO_PLACE not in each.description]


@pytest.mark.parametrize("form", FORMS)
def test_a_file_of_any_text_keeps_its_standard(form: str, tmp_path: Path) -> None:
    # All texts in one file: the checker reads what stands around them only once.
    parts = tuple(Part(name, text) for name, text in {**TEXTS, **LEFTWARD, "long": WORDS}.items())
    whole = Document("My statement", parts, appendix=Document("How it was made", parts))
    path = tmp_path / f"mine.{form}"
    path.write_bytes(document(whole, form, nothing_drawn))
    assert faults(path) == []


@pytest.mark.parametrize("form", FORMS)
def test_so_does_one_with_a_name_and_the_picture_and_that_of_a_year(
    form: str, tmp_path: Path
) -> None:
    named = Document("My statement", (Part("A", "x"),), author="Zoë", picture=MINE)
    path = tmp_path / f"mine.{form}"
    for each in (named, YEAR):
        path.write_bytes(document(each, form, draw_overlap))  # type: ignore[arg-type]
        assert faults(path) == []


@pytest.mark.parametrize("form", FORMS)
def test_the_checker_sees_a_file_that_a_program_would_mend(form: str, tmp_path: Path) -> None:
    good, bad = tmp_path / f"good.{form}", tmp_path / f"bad.{form}"
    good.write_bytes(document(a_document("x"), form, nothing_drawn))
    with zipfile.ZipFile(good) as read, zipfile.ZipFile(bad, "w") as written:
        for name in read.namelist():
            content = read.read(name)
            if name == "word/document.xml":
                content = content.replace(b"<w:pPr>", b"<w:pPr><w:nothing/>")
            written.writestr(name, content)
        written.writestr("not-in-the-list.xml", b"")
    assert faults(bad)
