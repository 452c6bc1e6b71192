"""Setting type: the one place that knows the library, the letters and where they lie.

It is loaded when the first page is asked for. What people typed goes in as data, never as mark-up.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import font_source_sans_pro
import fontpkg_amiri
import manimgx_fonts
import typst

FONTS = (
    "Noto Sans",
    "Noto Emoji",
    "Amiri",  # Noto draws Arabic dots by themselves: a copied text had other letters
    *(
        f"Noto Sans {script}"
        for script in (
            *("Armenian", "Bengali", "Devanagari", "Ethiopic", "Georgian", "Gujarati"),
            *("Gurmukhi", "Hebrew", "Kannada", "Khmer", "Lao", "Malayalam", "Myanmar", "Oriya"),
            *("Sinhala", "Tamil", "Telugu", "Thai", "Symbols"),
        )
    ),
)
"""The letters, the first that has a character. All are under the SIL Open Font License."""

Form = Literal["pdf", "svg", "png"]


class NotSet(ValueError):
    """The text cannot be set. ``characters`` are those that no font here can show."""

    def __init__(self, why: str, characters: str = "") -> None:
        """``why`` is the library's own line."""
        super().__init__(why)
        self.characters = characters


def typeset(
    source: bytes, form: Form, data: dict[str, Any], *, picture: str = "", ppi: int = 144
) -> bytes:
    """Return what a source makes of data. Raises NotSet.

    A PDF is PDF/UA-1 or it is none. ``picture`` is a whole SVG that the source may show.
    """
    inputs = {"document": json.dumps(data), "fonts": json.dumps(FONTS), "picture": picture}
    try:
        made = typst.compile(
            source,
            format=form,
            ppi=ppi,
            font_paths=_font_folders(),
            ignore_system_fonts=True,
            sys_inputs=inputs,
            pdf_standards=["ua-1"] if form == "pdf" else [],
        )
    except typst.TypstError as error:
        raise NotSet(str(error), _characters(f"{error} {error.diagnostic}")) from error
    if not isinstance(made, bytes):
        raise NotSet("it takes more than one page")
    return made


def _characters(why: str) -> str:
    """Return the characters that the library's lines name; a control as its number."""
    named = re.findall(r'the text `"(.+?)"` could not', why)
    shown = (re.sub(r"\\u\{(\w+)\}", lambda at: f"U+{int(at[1], 16):04X}", each) for each in named)
    return ", ".join(dict.fromkeys(shown))


@lru_cache(maxsize=1)
def _font_folders() -> Any:  # the library's types want them of the source's own type
    packages = (manimgx_fonts, font_source_sans_pro, fontpkg_amiri)
    return [Path(each.__file__).parent for each in packages]
