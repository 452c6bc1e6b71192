"""The same words stand in every form: read out again they are the learner's, byte for byte."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import normalize

import pytest

from bot.domain.documents import MIME, Document, Part
from bot.domain.pictures import Picture
from bot.errors import CannotMake
from bot.exports.as_markdown import as_markdown
from bot.exports.as_text import as_text
from bot.exports.blocks import blocks, is_leftward
from bot.exports.making import document
from tests.support.forms import heights, letters, letters_of_pdf, lines_of, places, poppler

TEXTS = {
    "bullets": "I did:\n• one\n• two  with   spaces\n- three\n\n1. first\n2) second\nand so on",
    "mark-up": "$x$ #set *b* <b> & [link](x) @ref ~ `code` _it_ \\n {{x}} \\bf{a}\n= no heading",
    "emoji": "good 😀 hands 👍🏽 nurse 👩🏽‍⚕️ heart ❤️ flag 🏴󠁧󠁢󠁳󠁣󠁴󠁿 family 👨‍👩‍👧",
    "Gaelic": "Bha mi aig a’ choinneimh. Thuirt ì: “À, tha sin math” – ò, ù, è.",
    "Polish": "Zażółć gęślą jaźń. ŹDŹBŁO „cytat”.",
    "combining": "e\u0301te\u0301 a\u030a n\u0303 o\u0308 – cafe\u0301",
    "long": "\n\n".join(f"Paragraph {n} has a few plain words of mine in it." for n in range(500)),
    "gaps": "one\n\n\n\ntwo\n \nthree   \n\tfour",
    "Ukrainian": "Ми пішли на прогулянку. Їжа була смачна.",
    "Greek": "Πήγαμε μαζί έναν περίπατο.",
}
LEFTWARD = {
    "Hebrew": "שלום עולם\nhello שלום 123",
    "Arabic": "مرحبا بالعالم\nانا ممرض",
    "Urdu": "میں نرس ہوں",
    "Arabic with numbers": "ذهبنا إلى الحديقة مع الأطفال\nوكان اليوم جميلا 12 مرة",
    "Hebrew with signs": "עבדתי עם הצוות (שלושה) ב-2026.\n• רשימה\n• עוד אחת",
    "Urdu of a day": "ہم نے بچوں کے ساتھ سیر کی۔",
}
FROM_RIGHT = ("html", "docx", "odt")


def nothing_drawn(picture: Picture) -> bytes:
    raise AssertionError(picture)


def a_document(text: str) -> Document:
    how = Document("How it was made", (Part("Mine", text), Part("", "Words: 3.")))
    return Document("My statement", (Part("A heading", text), Part("B", "x")), appendix=how)


def made(text: str, form: str) -> bytes:
    return document(a_document(text), form, nothing_drawn)


def expected(text: str) -> list[str]:
    mine = [line for line in text.split("\n") if line]
    first = ["My statement", "A heading", *mine, "B", "x"]
    return [*first, "How it was made", "Mine", *mine, "Words: 3."]


@pytest.mark.parametrize("form", FROM_RIGHT)
@pytest.mark.parametrize("name", [*TEXTS, *LEFTWARD])
def test_each_line_is_in_the_file_as_it_was_typed(name: str, form: str) -> None:
    text = (TEXTS | LEFTWARD)[name]
    assert lines_of(form, made(text, form)) == expected(text)


@pytest.mark.parametrize("name", TEXTS)
def test_each_letter_is_in_the_pdf(name: str) -> None:
    text = TEXTS[name]
    assert letters_of_pdf(made(text, "pdf")) == letters("".join(expected(text)))


@pytest.mark.parametrize("name", LEFTWARD)
def test_words_from_the_right_are_in_the_pdf(name: str) -> None:
    # Where numbers and other letters stand in such a line is up to each reader of PDF.
    text = LEFTWARD[name]
    read = normalize("NFKC", poppler(made(text, "pdf")))
    assert from_the_right(read.split("\n")) == from_the_right(expected(text))
    assert set(letters("".join(expected(text)))) <= set(read)


def test_the_sign_of_a_point_from_the_right_stands_on_the_right() -> None:
    words = places(made("• רשימה\n• עוד", "pdf"))
    signs = [at for word, at in words if word == "•"]
    assert len(signs) == 4, "in the text, and in its appendix"
    assert min(signs) > max(at for word, at in words if is_leftward(word))


@pytest.mark.parametrize("sign", ["😀", "👩🏽‍⚕️", "مرحبا", "हाथ", "✓"])
def test_no_sign_moves_the_lines_of_a_page_apart(sign: str) -> None:
    plain, other = (last_line(made(f"one {each}\ntwo", "pdf")) for each in ("x", sign))
    assert other == pytest.approx(plain, abs=0.1)


def last_line(pdf: bytes) -> float:
    """Return how far up the first page the line of *two* stands."""
    [at] = {at for text, at in heights(pdf) if text.strip() == "two"}
    return at


def from_the_right(lines: Iterable[str]) -> list[str]:
    """Return the words from the right of each line that has any, in the order of reading."""
    found = ("".join(each for each in line if is_leftward(each)) for line in lines)
    return [each for each in found if each]


@pytest.mark.parametrize("name", [*TEXTS, *LEFTWARD])
def test_plain_text_has_each_byte(name: str) -> None:
    text = (TEXTS | LEFTWARD)[name]
    assert f"A heading\n\n{text}\n\nB\n\nx\n" in as_text(a_document(text))


@pytest.mark.parametrize("name", [*TEXTS, *LEFTWARD])
def test_blocks_put_together_are_the_text(name: str) -> None:
    text = (TEXTS | LEFTWARD)[name]
    again = ""
    for block in blocks(text):
        lines = "\n".join(f"{each.marker}{each.text}" for each in block.lines)
        again += "\n" * (block.gap + bool(again)) + lines
    assert again == text


@pytest.mark.parametrize("form", ["docx", "odt", "pdf"])
def test_a_character_that_a_form_cannot_hold_is_named(form: str) -> None:
    with pytest.raises(CannotMake) as caught:
        made("a bell \x07 and a letter \U00010300", form)
    assert caught.value.sentence == "cannot_hold"
    assert caught.value.facts["characters"] in ("U+0007", "U+0007, \U00010300")


def test_text_and_markdown_of_a_statement_begin_with_a_heading() -> None:
    bare = Document("My statement", (Part("A heading", "x"),), is_bare=True)
    assert as_text(bare) == "A heading\n\nx\n"
    assert as_markdown(bare) == "## A heading\n\nx\n"


def test_the_name_and_the_title_are_in_the_facts_of_a_file() -> None:
    named = Document("My <statement>", (Part("A", "x"),), author="Zoë “/../” O’Neil")
    page = document(named, "html", nothing_drawn).decode()
    assert "<title>My &lt;statement&gt;</title>" in page
    assert '<meta name="author" content="Zoë “/../” O’Neil">' in page
    for form in ("docx", "odt"):
        assert lines_of(form, document(named, form, nothing_drawn))[1] == "Zoë “/../” O’Neil"


def test_every_form_has_its_media_type() -> None:
    assert list(MIME) == ["txt", "md", "html", "docx", "odt", "pdf", "json"]
