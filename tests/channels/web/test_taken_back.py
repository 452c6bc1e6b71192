"""Words that a learner drops or changes stand in no line of the page that is kept."""

from __future__ import annotations

from tests.channels.web.conftest import Site
from tests.channels.web.test_doors import begun
from tests.support.browser import Browser

HARM = "One of the staff keeps shouting at a resident and pushes her about."


def lines(site: Site) -> str:
    return str(site.store._execute("SELECT body FROM outbox").fetchall())


async def test_words_of_harm_that_are_dropped_are_in_no_line(site: Site, ann: Browser) -> None:
    await begun(ann)
    await ann.send(HARM)
    await ann.press("See all that is saved about you")
    assert "pushes her about" in lines(site)
    await ann.press("Drop it")
    page = await ann.get("/?all")
    assert "pushes her about" not in page.text
    assert "pushes her about" not in lines(site)
    assert "cook in a school" in lines(site) + page.text


async def test_a_quote_of_words_that_were_changed_goes_from_what_was_said_before(
    site: Site, ann: Browser
) -> None:
    await begun(ann)
    await ann.send("I phoned the engineer and I told Fluffy the cat to wait outside.")
    await ann.press("See what you have made")
    page = await ann.get("/?all")
    assert "Fluffy" in lines(site)
    change = [url for label, url in page.links.items() if "I phoned the engineer" in label]
    await ann.get(change[0])
    page = await ann.press_of("Save", text="I phoned the engineer and I waited.")
    page = await ann.get("/?all")
    assert "Fluffy" not in page.text
    assert "Fluffy" not in lines(site)
    assert "I waited" in page.text
