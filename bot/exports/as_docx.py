"""A document for Word: real headings, a title, the language, page numbers."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document as WordDocument
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from bot.domain.documents import Document
from bot.exports.blocks import Line, blocks, is_leftward
from bot.exports.packages import without_times

_INK, _TEAL = RGBColor(0x1D, 0x2A, 0x2F), RGBColor(0x0B, 0x5C, 0x6B)

_FONT = "Calibri"

_SIZES = {
    "Title": 20,
    "Subtitle": 12,
    "Heading 1": 14,
    "Body Text": 11,
    "List": 11,
    "Normal": 11,
}

_INDENT, _NEAR, _APART = Cm(0.6), Pt(3), Pt(8)


def as_docx(document: Document, picture: bytes = b"") -> bytes:
    """Return the file. ``picture`` is a PNG. Raises ValueError for what XML cannot hold."""
    word = WordDocument()
    _describe(word, document)
    _drop_old_styles(word)
    _set_styles(word, document.language)
    _number_pages(word)
    for each in _all_of(document):
        title = word.add_paragraph(style="Title")
        _write(title, each.title)
        title.paragraph_format.page_break_before = each is not document
        if each.author:
            _write(word.add_paragraph(style="Subtitle"), each.author)
        for part in each.parts:
            if part.heading:
                _write(word.add_paragraph(style="Heading 1"), part.heading)
            _body(word, part.text)
        if picture and each.picture:
            shown = word.add_picture(BytesIO(picture), width=Cm(9.5))
            shown._inline.docPr.set("descr", each.picture.alt)  # noqa: SLF001 - no other door
            for side in "TBLR":  # else LibreOffice leaves a gap of its own, and it stands askew
                shown._inline.set(f"dist{side}", "0")  # noqa: SLF001
    file = BytesIO()
    word.save(file)
    return without_times(file.getvalue())


def _all_of(document: Document | None) -> Iterator[Document]:
    while document:
        yield document
        document = document.appendix


def _body(word: Word, text: str) -> None:
    found = list(blocks(text))
    for block, after in zip(found, [*found[1:], None], strict=True):
        for _ in range(block.gap - 1):
            word.add_paragraph()
        for lines in ([each] for each in block.lines) if block.is_list else [block.lines]:
            last = word.add_paragraph(style="List" if block.is_list else "Body Text")
            _write(last, "\n".join(map(_typed, lines)))
        last.paragraph_format.space_after = _NEAR if after and not after.gap else _APART


def _typed(line: Line) -> str:
    return f"{line.marker}{line.text}"


def _write(paragraph: Paragraph, text: str) -> None:
    """Put text in: a line end becomes a line break, and the direction is that of its letters."""
    run = paragraph.add_run(text)
    if is_leftward(text):
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))  # noqa: SLF001
        run.font.rtl = True


def _describe(word: Word, document: Document) -> None:
    facts = word.core_properties
    facts.title, facts.author, facts.language = document.title, document.author, document.language
    facts.comments = facts.keywords = facts.last_modified_by = ""
    # These are the template's, and nobody is told when a file was made.
    for made in facts._element.xpath("dcterms:created | dcterms:modified"):  # noqa: SLF001
        made.getparent().remove(made)


def _drop_old_styles(word: Word) -> None:
    """Leave out the template's second set of styles, for Word 2010: it says other than ours."""
    for key, each in list(word.part.rels.items()):
        if each.reltype.endswith("/stylesWithEffects"):
            del word.part.rels[key]


def _set_styles(word: Word, language: str) -> None:
    page = word.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2.4)
    for name, size in _SIZES.items():
        style: Any = word.styles[name]
        style.font.name, style.font.size, style.font.italic = _FONT, Pt(size), False
        style.font.color.rgb = _TEAL if name == "Heading 1" else _INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{kind}"), None)
        for kind in ("hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{kind}"), _FONT)
        style.paragraph_format.line_spacing = 1.15 if size == 11 else 1.0
    word.styles["Title"].font.bold = True
    for name in ("Title", "Subtitle"):  # the template draws a line, and sets letters apart
        for drawn in word.styles[name].element.xpath("w:pPr/w:pBdr | w:rPr/w:spacing"):
            drawn.getparent().remove(drawn)
    point = word.styles["List"].paragraph_format
    point.left_indent, point.first_line_indent, point.space_after = _INDENT, -_INDENT, _NEAR
    word.styles["Heading 1"].paragraph_format.space_after = Pt(4)
    for spoken in word.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), language)


def _number_pages(word: Word) -> None:
    paragraph = word.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field: Any = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)  # noqa: SLF001 - the library has no fields
