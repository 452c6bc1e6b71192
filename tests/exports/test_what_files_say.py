"""What a file says of itself: real headings, its title and language, its pages, whose it is."""

from __future__ import annotations

import re
import subprocess
import sys
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document as Word
from odfdo import Document as OpenDocument

from bot.domain.documents import Document, Part
from bot.exports.making import document
from tests.exports.test_forms import made, nothing_drawn

HOW = Document("How it was made", (Part("Mine", "y"),))

MINE = Document("My statement", (Part("A heading", "x\n• one\n• two"),), appendix=HOW)

NAMED = Document("My statement", (Part("A heading", "x"),), author="Zoë")


def test_a_word_file_has_real_headings_its_title_its_language_and_numbered_pages() -> None:
    word: Any = Word(BytesIO(document(MINE, "docx", nothing_drawn)))
    headings = [(each.style.name, each.text) for each in word.paragraphs if is_heading(each)]
    assert headings == [
        ("Title", "My statement"),
        ("Heading 1", "A heading"),
        ("Title", "How it was made"),
        ("Heading 1", "Mine"),
    ]
    facts = word.core_properties
    assert (facts.title, facts.language, facts.author) == ("My statement", "en-GB", "")
    assert set(word.styles.element.xpath("//w:lang/@w:val")) == {"en-GB"}
    assert 'w:instr="PAGE"' in word.sections[0].footer.paragraphs[0]._p.xml


def is_heading(paragraph: Any) -> bool:
    return str(paragraph.style.name).startswith(("Title", "Heading"))


def test_an_opendocument_file_has_them_too() -> None:
    odt: Any = OpenDocument(BytesIO(document(MINE, "odt", nothing_drawn)))
    found = odt.body.get_elements("//text:h")
    assert [(each.get_attribute("text:outline-level"), each.inner_text) for each in found] == [
        ("1", "My statement"),
        ("2", "A heading"),
        ("1", "How it was made"),
        ("2", "Mine"),
    ]
    assert (odt.meta.title, str(odt.meta.language)) == ("My statement", "en-GB")
    assert "text:page-number" in odt.get_part("styles.xml").serialize().decode()


def test_a_web_page_has_headings_and_lists_and_nothing_that_acts_or_is_elsewhere() -> None:
    page = document(MINE, "html", nothing_drawn).decode()
    assert re.findall(r"<(h\d)", page) == ["h1", "h2", "h1", "h2"]
    assert page.count('role="listitem"') == 2
    assert '<html lang="en-GB">' in page
    assert not re.search(r"<script|<link|<iframe|\son\w+=|src=|url\(|https?:", page)


def test_a_point_that_is_pasted_elsewhere_gets_no_second_sign_before_its_own() -> None:
    # Editors drop the style that hides the sign of a list, and the one that was typed is kept.
    page = document(MINE, "html", nothing_drawn).decode()
    assert ">• one</p>" in page
    assert not re.search("<[uo]l|<li", page)


@pytest.mark.parametrize("form", ["docx", "odt", "html"])
def test_a_name_stands_in_a_file_only_where_it_was_given(form: str) -> None:
    assert whose(document(NAMED, form, nothing_drawn), form) == "Zoë"
    assert not whose(document(MINE, form, nothing_drawn), form)


def whose(file: bytes, form: str) -> str:
    """Return the name in the facts of a file."""
    if form == "docx":
        return str(Word(BytesIO(file)).core_properties.author)
    if form == "odt":
        return str(OpenDocument(BytesIO(file)).meta.creator or "")
    found = re.search('name="author" content="(.*)"', file.decode())
    return str(found[1]) if found else ""


def test_no_library_for_documents_is_loaded_before_one_is_asked_for() -> None:
    asked = (
        "import sys, bot.app, bot.cli.main, bot.cli.documents, bot.exports.making, bot.running;"
        "print({'docx', 'odfdo', 'typst', 'manimgx_fonts', 'fontpkg_amiri'} & {*sys.modules})"
    )
    told = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    assert told.stdout.strip() == "set()"


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_a_file_does_not_say_when_it_was_made(form: str) -> None:
    with ZipFile(BytesIO(made("x", form))) as package:
        assert {each.date_time for each in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.testzip() is None
        facts = package.read("docProps/core.xml" if form == "docx" else "meta.xml").decode()
    assert not re.search(r"modified|created|creation-date|<dc:date", facts)


def test_nor_does_a_pdf() -> None:
    assert not re.search(rb"CreationDate|ModDate|CreateDate|ModifyDate", made("x", "pdf"))
