"""A document for LibreOffice and whatever else opens OpenDocument."""

from __future__ import annotations

import struct
from io import BytesIO
from typing import Any

from odfdo import Document as OpenDocument
from odfdo import Element, Frame, Header, Paragraph

from bot.domain.documents import Document
from bot.exports.blocks import blocks, is_leftward
from bot.exports.packages import without_times

_STYLES = {
    "Title": ('fo:margin-bottom="0.25cm"', 'fo:font-size="20pt" fo:font-weight="bold"'),
    "After": (
        'fo:margin-bottom="0.25cm" fo:break-before="page"',
        'fo:font-size="20pt" fo:font-weight="bold"',
    ),
    "Author": ('fo:margin-bottom="0.3cm"', 'fo:font-size="12pt"'),
    "Part": (
        'fo:margin-top="0.5cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"',
        'fo:font-size="14pt" fo:font-weight="bold" fo:color="#0b5c6b"',
    ),
    "Body": ('fo:margin-bottom="0.28cm" fo:line-height="120%"', 'fo:font-size="11pt"'),
    "Near": ('fo:margin-bottom="0.07cm" fo:line-height="120%"', 'fo:font-size="11pt"'),
    "Point": (
        'fo:margin-left="0.6cm" fo:text-indent="-0.6cm" fo:margin-bottom="0.1cm"'
        ' fo:line-height="120%"',
        'fo:font-size="11pt"',
    ),
    "Last": (
        'fo:margin-left="0.6cm" fo:text-indent="-0.6cm" fo:margin-bottom="0.28cm"'
        ' fo:line-height="120%"',
        'fo:font-size="11pt"',
    ),
    "Page": ('fo:text-align="center"', 'fo:font-size="10pt"'),
}
"""What each kind of paragraph looks like: its own properties, and those of its letters."""

_LEFTWARD = "-rtl"


def as_odt(document: Document, picture: bytes = b"") -> bytes:
    """Return the file. ``picture`` is a PNG. Raises ValueError for what XML cannot hold."""
    odt = OpenDocument("text")
    _set_styles(odt, document.language)
    _describe(odt, document)
    _drop_settings(odt)
    odt.body.clear()
    each: Document | None = document
    while each:
        _write(odt, each.title, "Title" if each is document else "After", level=1)
        if each.author:
            _write(odt, each.author, "Author")
        for part in each.parts:
            if part.heading:
                _write(odt, part.heading, "Part", level=2)
            _body(odt, part.text)
        if picture and each.picture:
            _picture(odt, picture, each.picture.alt)
        each = each.appendix
    file = BytesIO()
    odt.save(file)
    return without_times(file.getvalue())


def _drop_settings(odt: Any) -> None:
    """Leave out the template's empty parts of a program's menus: they are no XML."""
    unwanted = [each for each in odt.parts if each.startswith("Configurations2/")]
    for name in unwanted:
        odt.del_part(name)
    manifest = odt.get_part("META-INF/manifest.xml")
    for name in manifest.get_paths():
        if name.startswith("Configurations2/"):
            manifest.del_full_path(name)


def _body(odt: Any, text: str) -> None:
    found = list(blocks(text))
    for block, after in zip(found, [*found[1:], None], strict=True):
        for _ in range(block.gap - 1):
            odt.body.append(Paragraph(style="Body"))
        lines = [f"{each.marker}{each.text}" for each in block.lines]
        is_near = after is not None and not after.gap
        if not block.is_list:
            _write(odt, "\n".join(lines), "Near" if is_near else "Body")
            continue
        for number, line in enumerate(lines, 1):
            _write(odt, line, "Point" if is_near or number < len(lines) else "Last")


def _write(odt: Any, text: str, style: str, level: int = 0) -> None:
    element = Header(level, text) if level else Paragraph(text)
    element.style = style + (_LEFTWARD if is_leftward(text) else "")
    odt.body.append(element)


def _picture(odt: Any, picture: bytes, alt: str) -> None:
    """Put a picture in, with what it shows in words."""
    across, down = struct.unpack(">II", picture[16:24])  # where a PNG has its size
    name = odt.add_file(BytesIO(picture))
    size = ("9.5cm", f"{9.5 * down / across:.2f}cm")
    frame = Frame.image_frame(name, size=size, anchor_type="as-char")
    frame.svg_description = alt
    paragraph = Paragraph(style="Body")
    paragraph.append(frame)
    odt.body.append(paragraph)


def _describe(odt: Any, document: Document) -> None:
    odt.meta.title, odt.meta.language = document.title, document.language
    odt.meta.generator = "Reflection coach"
    if document.author:
        odt.meta.creator = odt.meta.initial_creator = document.author
    for made in odt.get_part("meta.xml").get_elements("//meta:creation-date"):
        made.delete()  # the template's


def _set_styles(odt: Any, language: str) -> None:
    tongue, _, country = language.partition("-")
    spoken = f'fo:language="{tongue}" fo:country="{country}"'
    letters_of = 'fo:font-family="Calibri, Carlito, sans-serif"'
    for name, (paragraph, letters) in _STYLES.items():
        ink = "" if "fo:color" in letters else 'fo:color="#1d2a2f"'
        for direction in ("", _LEFTWARD):
            way = ' style:writing-mode="rl-tb"' if direction else ""
            way += ' fo:text-align="end"' if direction and "text-align" not in paragraph else ""
            odt.insert_style(
                Element.from_tag(
                    f'<style:style style:name="{name}{direction}" style:family="paragraph">'
                    f"<style:paragraph-properties {paragraph}{way}/>"
                    f"<style:text-properties {letters} {ink} {letters_of} {spoken}/></style:style>"
                )
            )
    styles = odt.get_part("styles.xml")
    for numbers in styles.get_elements("//text:outline-style"):
        numbers.delete()  # none before headings
    for default in styles.get_elements("//style:default-style/style:text-properties"):
        default.set_attribute("fo:language", tongue)
        default.set_attribute("fo:country", country)
    number = Element.from_tag(
        '<text:p text:style-name="Page"><text:page-number text:select-page="current"/></text:p>'
    )
    odt.get_style("master-page", "Standard").set_page_footer(number)
