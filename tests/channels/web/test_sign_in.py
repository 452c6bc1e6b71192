"""A coordinator signs in by a code that comes by e-mail, and nobody else does."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta

import pytest

from bot.content.library import Content
from tests.channels.web.conftest import Site
from tests.channels.web.test_mail import ANN, confirmed
from tests.support.browser import Browser
from tests.support.browser_group import Group
from tests.support.mail_server import MailOffice


@pytest.fixture
async def ann(mail_site: Site, content: Content, office: MailOffice) -> Browser:
    """A coordinator whose address is confirmed."""
    made = mail_site.browser()
    await made.get()
    await made.press("Start")
    await made.send("I am a cook by the sea.")
    group = await Group(mail_site.store, content, mail_site.clock).made()
    await group.seats(made)
    await confirmed(made, office)
    office.handler.letters.clear()
    return made


async def lets(browser: Browser) -> None:
    await browser.get("/mail")
    page = await browser.press("Let this address sign me in")
    assert "A code that I send to this address opens your groups" in page.text


async def asks(browser: Browser, address: str = ANN) -> None:
    await browser.get("/sign-in")
    await browser.press_of("Send me a code", text=address)


async def code_in(office: MailOffice) -> str:
    """The code of the one letter that came."""
    async with asyncio.timeout(20):
        while not office.texts:
            await asyncio.sleep(0.01)
    assert len(office.texts) == 1
    found = re.search(r"\b[2-9A-Z]{4}-[2-9A-Z]{4}\b", office.texts[0])
    assert found, office.texts
    return found[0]


async def test_a_code_opens_the_groups_in_the_browser_that_asked_for_it(
    mail_site: Site, ann: Browser, office: MailOffice
) -> None:
    await lets(ann)
    browser = mail_site.browser()
    await browser.get("/back")
    assert "For coordinators: use e-mail" in browser.page.links
    await browser.get("/groups")
    await browser.follow("Get a code by e-mail")
    await browser.press_of("Send me a code", text=f" {ANN.title()} ")
    assert "If this address can sign in, a code is on its way" in browser.page.text
    code = await code_in(office)
    assert "cook" not in office.texts[0]
    assert office.handler.receivers[-1] == ANN
    page = await browser.press_of("Sign in", text=f" {code.lower()} ")
    assert (page.status, page.url) == (200, f"{mail_site.url}groups")
    assert "Nursery team" in page.text
    await browser.get("/sign-in")
    page = await browser.post("/sign-in/code", {**csrf(browser), "text": code})
    assert page.status == 404, "it works once"


def csrf(browser: Browser) -> dict[str, str]:
    return {"csrf": next(iter(browser.page.forms.values())).fields["csrf"]}


async def test_nobody_learns_whether_an_address_is_known(
    mail_site: Site, ann: Browser, office: MailOffice
) -> None:
    said = set()
    for address in (ANN, "ben@example.org"):  # Ann has not said that hers may sign in
        browser = mail_site.browser()
        await asks(browser, address)
        said.add((browser.page.status, browser.page.text))
    await lets(ann)
    await asks(browser)
    said.add((browser.page.status, browser.page.text))
    assert len(said) == 1
    await code_in(office)


async def test_a_code_is_of_no_use_in_another_browser_or_later(
    mail_site: Site, ann: Browser, office: MailOffice
) -> None:
    await lets(ann)
    mine, other = mail_site.browser(), mail_site.browser()
    await asks(mine)
    code = await code_in(office)
    await asks(other, "ben@example.org")
    page = await other.press_of("Sign in", text=code)
    assert (page.status, "That code is not in use here." in page.text) == (404, True)
    assert page.typed == code, "it is in the field again"
    mail_site.clock[0] += timedelta(minutes=10)
    page = await mine.press_of("Sign in", text=code)
    assert page.status == 404


async def test_codes_can_be_guessed_five_times_an_hour(
    mail_site: Site, ann: Browser, office: MailOffice
) -> None:
    await lets(ann)
    browser = mail_site.browser()
    await asks(browser)
    code = await code_in(office)
    for guess in ("", "AAAA", "2222-2222", "x" * 5000, "ABCD2345"):
        await browser.press_of("Sign in", text=guess)
        assert browser.page.status == 404
    page = await browser.press_of("Sign in", text=code)
    assert (page.status, "wrong too often" in page.text) == (429, True)


@pytest.mark.parametrize("typed", ["", "ann", "ann@example.org\nBcc: x@example.org", "a b@c.org"])
async def test_what_is_no_address_gets_no_letter_and_stays(
    mail_site: Site, office: MailOffice, typed: str
) -> None:
    browser = mail_site.browser()
    await asks(browser, typed)
    assert browser.page.status == 400
    assert browser.page.typed.split() == typed.split()
    assert not office.texts


async def test_a_server_that_is_down_is_said_for_each_address_alike(
    mail_site: Site, ann: Browser, office: MailOffice
) -> None:
    await lets(ann)
    office.close()
    for address in (ANN, "ben@example.org"):
        browser = mail_site.browser()
        await asks(browser, address)
        assert browser.page.status == 503
        assert "I cannot reach the mail server now" in browser.page.text
        assert browser.page.typed == address


async def test_nobody_is_sent_codes_without_end(
    mail_site: Site, ann: Browser, office: MailOffice
) -> None:
    browser = mail_site.browser()
    for _ in range(5):
        await asks(browser)
    await asks(browser)
    assert browser.page.status == 429


async def test_it_ends_with_a_press_and_with_the_address(
    mail_site: Site, ann: Browser, office: MailOffice
) -> None:
    await lets(ann)
    assert "Stop that" in ann.page.labels
    page = await ann.press("Stop that")
    assert "Let this address sign me in" in page.labels
    await lets(ann)
    await ann.press("Send no more e-mail")
    assert not await mail_site.store.signs_in_at(ANN)


async def test_words_of_that_browser_get_a_way_back(
    mail_site: Site, ann: Browser, office: MailOffice
) -> None:
    await lets(ann)
    browser = mail_site.browser()
    await browser.get()
    await browser.press("Start")
    await browser.send("I am a gardener.")
    await asks(browser)
    page = await browser.press_of("Sign in", text=await code_in(office))
    assert "The words from before are saved" in page.text
    assert "Your six words" in page.text
    assert "Nursery team" in (await browser.get("/groups")).text


async def test_without_a_mail_server_there_is_no_such_page(site: Site) -> None:
    browser = site.browser()
    assert (await browser.get("/sign-in")).status == 404
    assert "e-mail" not in (await browser.get("/groups")).text


async def test_a_learner_is_offered_no_such_thing(
    mail_site: Site, content: Content, office: MailOffice
) -> None:
    browser = mail_site.browser()
    await browser.get()
    await browser.press("Start")
    await browser.send("I am a cook.")
    await confirmed(browser, office)
    page = await browser.get("/mail")
    assert "Let this address sign me in" not in page.labels
    await browser.post("/mail/sign-in", {**csrf(browser), "let": "yes"})
    assert not await mail_site.store.signs_in_at(ANN)
