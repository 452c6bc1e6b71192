"""The text of a document, read out of each form by a library that did not write it."""

from __future__ import annotations

import json
import shutil
import subprocess
import unicodedata
import zipfile
from html.parser import HTMLParser
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pypdf
import pytest

from bot.domain.documents import document_of
from bot.domain.pictures import Picture
from bot.domain.statement import Statement
from bot.exports import FORMATS
from bot.exports.as_json import as_json
from bot.exports.as_text import as_text
from bot.exports.making import document as make

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def lines_of(form: str, content: bytes) -> list[str]:
    """Return the lines of a file that have something, in their order, byte for byte."""
    read = {"html": _html, "docx": _docx, "odt": _odt}[form]
    return [line for line in read(content) if line]


def letters_of_pdf(content: bytes) -> str:
    """Return the text of a PDF without white space, composed: a PDF has glyphs and places."""
    pages = pypdf.PdfReader(BytesIO(content)).pages
    return letters("".join(_without_number(page.extract_text()) for page in pages))


def texts_of_tags(content: bytes) -> list[str]:
    """Return what the tags of a PDF say instead of what they show: its alternative texts."""
    objects = pypdf.PdfReader(BytesIO(content))
    numbers = range(1, int(str(objects.trailer["/Size"])))
    found: list[Any] = [objects.get_object(number) for number in numbers]
    return [str(each["/Alt"]) for each in found if isinstance(each, dict) and "/Alt" in each]


def _without_number(page: str) -> str:
    text, _, number = page.rstrip().rpartition("\n")
    return text if number.strip().isdigit() else page


def letters(text: str) -> str:
    """Return a text without white space, composed."""
    return unicodedata.normalize("NFC", "".join(text.split()))


def poppler(content: bytes, *how: str) -> str:
    """Return the text of a PDF as poppler reads it. Skips the test where there is no poppler."""
    if not (program := shutil.which("pdftotext")):
        pytest.skip("NOT TRIED: there is no pdftotext (poppler-utils) here")
    told = [program, *how, "-", "-"]
    return subprocess.run(told, input=content, capture_output=True, check=True).stdout.decode()


def places(content: bytes) -> list[tuple[str, float]]:
    """Return the words of a PDF, each with where it begins from the left."""
    words = _parsed(poppler(content, "-bbox")).iter("{http://www.w3.org/1999/xhtml}word")
    return [(each.text or "", float(each.attrib["xMin"])) for each in words]


def heights(content: bytes) -> list[tuple[str, float]]:
    """Return the texts of the first page of a PDF, each with how far up it stands."""
    found = list[tuple[str, float]]()

    def note(text: str, matrix: list[float], *_: Any) -> None:
        found.append((text, matrix[5]))

    pypdf.PdfReader(BytesIO(content)).pages[0].extract_text(visitor_text=note)
    return found


def _inside(content: bytes, name: str) -> ElementTree.Element:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return _parsed(archive.read(name))


def _parsed(text: str | bytes) -> ElementTree.Element:
    return ElementTree.fromstring(text)  # noqa: S314 - ours


def _docx(content: bytes) -> list[str]:
    lines = list[str]()
    for paragraph in _inside(content, "word/document.xml").iter(f"{_W}p"):
        signs = {f"{_W}br": "\n", f"{_W}tab": "\t"}
        text = "".join(
            each.text or "" if each.tag == f"{_W}t" else signs.get(each.tag, "")
            for run in paragraph.iter(f"{_W}r")
            for each in run
        )
        lines += text.split("\n")
    return lines


def _odt(content: bytes) -> list[str]:
    lines = list[str]()
    for paragraph in _inside(content, "content.xml").iter():
        if paragraph.tag in (f"{_T}p", f"{_T}h"):
            lines += _odt_text(paragraph).split("\n")
    return lines


def _odt_text(element: ElementTree.Element) -> str:
    text = element.text or ""
    for each in element:
        match each.tag.removeprefix(_T):
            case "s":
                text += " " * int(each.get(f"{_T}c", "1"))
            case "tab":
                text += "\t"
            case "line-break":
                text += "\n"
            case _:
                text += _odt_text(each)
        text += each.tail or ""
    return text


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines = [""]
        self.is_shown = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("p", "h1", "h2"):
            self.is_shown = True
        if tag in ("p", "h1", "h2", "br"):
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("p", "h1", "h2"):
            self.is_shown = False

    def handle_data(self, data: str) -> None:
        if self.is_shown:
            self.lines[-1] += data


def _html(content: bytes) -> list[str]:
    page = _Page()
    page.feed(content.decode())
    return page.lines


def check_every_form(statement: Statement) -> None:
    """Check that the words of a statement stand in every form as they were typed."""
    document = document_of(statement)
    whole = [document.title, *(each for p in document.parts for each in (p.heading, p.text))]
    expected = [line for text in whole for line in text.split("\n") if line]
    for form in ("html", "docx", "odt"):
        assert lines_of(form, make(document, form, _nothing_drawn)) == expected, form
    assert letters_of_pdf(make(document, "pdf", _nothing_drawn)) == letters("".join(expected))
    sections = json.loads(as_json(statement))["sections"]
    assert [each["text"] for each in sections] == [each.text for each in statement.sections]
    assert as_text(document) == FORMATS["txt"](statement)
    for each in document.parts:
        assert f"{each.heading}\n\n{each.text}" in as_text(document)


def _nothing_drawn(picture: Picture) -> bytes:
    raise AssertionError(picture)
