"""Lines that were said before: made once, and never otherwise than they are now."""

from __future__ import annotations

import gc

from markupsafe import Markup

from bot.channels.web.earlier import MadeOnce
from bot.domain.addresses import Address
from bot.domain.outbox import Outgoing, Said
from tests.support.browser import Browser


def line(number: int = 1) -> Outgoing:
    return Outgoing("a", Address("web", "b"), "reply", Said("Next"), number=number, stays=True)


def test_a_line_is_made_once_and_anew_where_its_words_base_or_row_are_others() -> None:
    made, row, other = list[int](), line(), line()
    lines = MadeOnce[tuple[str, str], Markup]()

    def make() -> Markup:
        made.append(1)
        return Markup("")

    def shown(of: Outgoing, base: str = "/", text: str = "one") -> None:
        lines.of(of, (base, text), make)

    shown(row)
    shown(row)
    assert len(made) == 1
    shown(row, text="two")
    shown(row, base="/as/you/", text="two")
    shown(other, base="/as/you/", text="two")
    assert len(made) == 4


def test_nothing_is_kept_of_a_row_that_the_store_has_let_go() -> None:
    lines, row = MadeOnce[tuple[str, str], Markup](), line()
    lines.of(row, ("/", ""), lambda: Markup("heating"))
    del row
    gc.collect()
    assert not lines._made


async def test_a_change_of_words_is_seen_in_a_line_that_was_shown_before(ann: Browser) -> None:
    await ann.get()
    await ann.press("Start")
    await ann.send("I am a cook in a school. I called the engineer.")
    await ann.press("Next")
    page = await ann.get()
    assert "I called the engineer" in page.text
    await ann.follow(next(each for each in page.links if each.startswith("Change")))
    await ann.press_of("Save", text="I am a cook. I called the plumber.")
    page = await ann.get()
    assert "I called the plumber" in page.text
    assert "engineer" not in page.text
