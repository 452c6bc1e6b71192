"""What a page promises of reminders: only a way that rings can keep a promise to come back."""

from __future__ import annotations

from bot.domain.addresses import Address
from tests.channels.web.conftest import Site
from tests.channels.web.test_doors import begun
from tests.support.browser import Browser
from tests.support.world import Phones


async def test_a_page_that_cannot_ring_promises_no_time(site: Site, ann: Browser) -> None:
    await begun(ann)
    page = await ann.send("/later 19:30")
    assert "✓ Your time is kept: Tuesday 24 November, 19:30.\nThis page cannot ring" in page.text
    assert "“Reminders by e-mail or calendar” below can reach you." in page.text
    assert "I come back to you" not in page.text
    await site.later(hours=10)
    assert "come back to you now" in (await ann.get()).text, "then it is shown, as was said"


async def test_the_page_of_reminders_says_that_they_are_only_shown(ann: Browser) -> None:
    await begun(ann)
    page = await ann.send("/reminders")
    assert "They are only shown here, and nothing rings." in page.text
    await ann.press("Later")
    page = await ann.press("In 2 hours")
    assert "This page cannot ring" in page.text
    page = await ann.send("/reminders")
    assert "Your time is kept: Tuesday 24 November, 12:00." in page.now
    assert "I come back" not in page.now


async def test_who_has_a_phone_for_it_too_is_promised_the_time(site: Site, ann: Browser) -> None:
    await begun(ann)
    service = site.scheduler._service
    service._outboxes = {**service._outboxes, "phone": Phones(lambda: site.clock[0])}
    [(chat,)] = site.store._execute("SELECT chat_id FROM conversations").fetchall()
    await site.store.point(Address("phone", "77"), chat, site.clock[0])
    page = await ann.send("/later 19:30")
    assert "I come back to you on Tuesday 24 November, 19:30" in page.text
    assert "cannot ring" not in page.text
    assert "only shown" not in (await ann.send("/reminders")).text
