"""Changing doors: a link from the chat opens here, and words that are here already are kept."""

from __future__ import annotations

import json
import re
from datetime import timedelta

from bot.channels.web.doors import TELEGRAM
from bot.domain.addresses import Address
from bot.domain.events import Event
from bot.flows.registry import FLOWS
from bot.services.turns import Service
from tests.channels.web.conftest import Site
from tests.channels.web.test_doors import begun, keys
from tests.support.browser import Browser

CHAT = Address("telegram", "31337")


class Phone:
    """Somebody in a chat beside the page."""

    def __init__(self, site: Site, content: object) -> None:
        outboxes = {"web": site.page.outbox}
        self.service = Service(FLOWS, content, site.store, lambda: site.clock[0], outboxes=outboxes)  # type: ignore[arg-type]
        self.said, self.file = 0, ""

    async def say(self, text: str) -> str:
        self.said += 1
        turn = await self.service.receive(Event("", "say", text, f"said {self.said}", address=CHAT))
        assert turn
        self.file = next((each.file.text for each in turn.replies if each.file), "")
        return "\n".join(each.text for each in turn.replies)

    async def link(self) -> str:
        found = re.search(r"/cross/\w+", await self.say("/browser"))
        assert found
        return found[0]


async def a_phone(site: Site, content: object) -> Phone:
    await site.store.set_meta("page_address", site.url)
    await site.store.set_meta(TELEGRAM, "https://t.me/CoachTestBot?start={token}")
    return Phone(site, content)


async def started(phone: Phone) -> None:
    for each in ("/start", "Start", "I am a cook in a school."):
        await phone.say(each)


async def test_a_link_from_the_chat_opens_the_same_conversation_after_a_press_and_once(
    site: Site, ann: Browser, content: object
) -> None:
    phone = await a_phone(site, content)
    await started(phone)
    link = await phone.link()
    for _ in range(2):
        page = await ann.get(link)
        assert "cook" not in page.text, "a scanner of mails sees nothing and uses nothing up"
    page = await ann.press("Open my words here")
    assert "1 of 4" in page.now
    await ann.send("We had no plan on Monday.")
    await ann.get()
    assert "We had no plan" in ann.page.text
    assert "We had no plan" in await phone.say("/review")
    other = site.browser()
    page = await other.get(link)
    assert page.status == 404
    assert "not in use any more" in page.text


async def test_a_link_from_the_chat_is_good_for_ten_minutes(
    site: Site, ann: Browser, content: object
) -> None:
    phone = await a_phone(site, content)
    await started(phone)
    link = await phone.link()
    await ann.get(link)
    site.clock[0] += timedelta(minutes=10)
    page = await ann.press("Open my words here")
    assert page.status == 404
    assert "not in use any more" in page.text


async def test_words_that_a_browser_has_already_are_asked_about_and_can_be_found_again(
    site: Site, ann: Browser, content: object
) -> None:
    phone = await a_phone(site, content)
    await phone.say("/start")
    await phone.say("Start")
    await phone.say("I look after the laundry.")
    await begun(ann)
    page = await ann.get(await phone.link())
    assert "This browser has words of its own" in page.text
    assert "Stay with the words here" in page.links
    page = await ann.press("Open my words here")
    words = re.search(r"Your six words\n([a-z ]+)", page.text)
    assert words
    assert "cook" not in (await ann.get()).text
    other = site.browser()
    await other.get("/back")
    page = await other.press_of("Open my words", text=words[1])
    assert "I am a cook in a school" in page.text


async def test_the_page_gives_a_code_for_the_chat_and_the_chat_asks_first(
    site: Site, ann: Browser, content: object
) -> None:
    phone = await a_phone(site, content)
    await begun(ann)
    await ann.get("/keys")
    page = await ann.press("Make a link for Telegram")
    assert page.links["Open Telegram"].startswith("https://t.me/CoachTestBot?start=")
    code = re.search(r"/join \w{4}-\w{4}", page.text)
    assert code
    assert "go on with the words from there?" in await phone.say(code[0])
    assert "cook" not in await phone.say("/review")
    assert "go on with the words from there?" in await phone.say(code[0])
    assert "✓ It is one conversation now" in await phone.say("Yes, go on here")
    assert "I am a cook in a school" in await phone.say("/review")


async def test_words_that_a_chat_has_already_get_a_private_link(
    site: Site, ann: Browser, content: object
) -> None:
    phone = await a_phone(site, content)
    await phone.say("/start")
    await phone.say("Start")
    await phone.say("I look after the laundry.")
    await begun(ann)
    await ann.get("/keys")
    page = await ann.press("Make a link for Telegram")
    token = page.links["Open Telegram"].partition("start=")[2]
    assert "You have other words in this chat" in await phone.say(f"/start {token}")
    back = re.search(r"/back/\w+", await phone.say("Yes, go on here"))
    assert back
    assert "cook" in await phone.say("/review")
    other = site.browser()
    await other.get(back[0])
    await other.press("Open my words")
    page = await other.press_of("Send", text="/review")
    assert "laundry" in page.text


async def test_a_code_that_is_guessed_at_the_page_opens_nothing(site: Site, ann: Browser) -> None:
    await site.store.set_meta(TELEGRAM, "https://t.me/CoachTestBot?start={token}")
    await begun(ann)
    await ann.get("/keys")
    page = await ann.press("Make a link for Telegram")
    code = re.search(r"/join (\w{4})-(\w{4})", page.text)
    assert code
    assert (await site.browser().get(f"/cross/{code[1]}{code[2]}")).status == 404


async def test_the_page_shows_where_the_chat_has_gone_on_and_takes_no_answer_to_what_was_before(
    site: Site, ann: Browser, content: object
) -> None:
    phone = await a_phone(site, content)
    await started(phone)
    await ann.get(await phone.link())
    await ann.press("Open my words here")
    await ann.send("It was on a Monday.")
    old = ann.page
    await phone.say("Next")
    page = await ann.send("I planned the week with the team.")
    assert page.status == 409
    assert "2 of 4" in page.now
    assert page.typed == "I planned the week with the team."
    page = await ann.send(page.typed)
    assert page.status == 200
    assert "2 of 4" not in old.now
    kept = await site.store.load(await site.store.conversation_of(CHAT))
    assert [(each.text, each.step) for each in kept.messages][-1] == (
        "I planned the week with the team.",
        "management",
    )
    assert [each.text for each in kept.messages].count("I planned the week with the team.") == 1


async def test_a_chat_is_shown_the_question_after_the_page_has_gone_on(
    site: Site, ann: Browser, content: object
) -> None:
    phone = await a_phone(site, content)
    await started(phone)
    await ann.get(await phone.link())
    await ann.press("Open my words here")
    await ann.press("Next")
    said = await phone.say("I planned the week with the team.")
    question = content.dialogues["thing_2"].steps[1].question  # type: ignore[attr-defined]
    assert question in said.partition("✓ Saved")[0]


async def test_a_button_works_in_the_browser_right_after_the_chat_has_gone_on(
    site: Site, ann: Browser, content: object
) -> None:
    phone = await a_phone(site, content)
    await started(phone)
    await ann.get(await phone.link())
    await ann.press("Open my words here")
    await ann.send("It was on a Monday.")
    await phone.say("Next")
    await ann.get()
    assert "2 of 4" in ann.page.now
    page = await ann.press("Back")
    assert "1 of 4" in page.now


async def test_my_data_lists_where_the_words_are_open_and_the_ways_back(
    site: Site, ann: Browser, content: object
) -> None:
    phone = await a_phone(site, content)
    await started(phone)
    assert "ways back" not in await phone.say("/mydata")
    await ann.get(await phone.link())
    await ann.press("Open my words here")
    await keys(ann)
    said = await phone.say("/mydata")
    assert "open in 2 places, and there are 2 ways back" in said
    kept = json.loads(phone.file)
    assert [each["channel"] for each in kept["open_in"]] == ["web", "telegram"]
    assert kept["open_in"][1]["address"] == CHAT.address
    assert [each["kind"] for each in kept["ways_back"]] == ["link", "words"]
    assert ann.cookie not in phone.file


async def test_mydata_lists_where_words_are_open_and_closes_a_browser(
    site: Site, ann: Browser, content: object
) -> None:
    phone = await a_phone(site, content)
    await started(phone)
    assert "Your words are open here" not in await phone.say("/mydata")
    for browser in (ann, site.browser()):
        await browser.get(await phone.link())
        await browser.press("Open my words here")
        site.clock[0] += timedelta(days=1)
    said = await phone.say("/mydata")
    assert "1. A browser, since 25 November 2026" in said
    assert "2. A browser, since 24 November 2026" in said
    assert "3. A chat, since 24 November 2026, this one" in said
    assert "✓ It is closed" in await phone.say("Close number 2")
    assert "cook" not in (await ann.get()).text, "it knows nobody any more"
    assert "1 of 4" in (await site.browsers[-1].get()).text
    assert "✓ Saved" in await phone.say("We had no plan on Monday."), "the talk goes on"


async def test_a_browser_lists_the_others_and_closes_one_and_all(site: Site, ann: Browser) -> None:
    await begun(ann)
    _, words = await keys(ann)
    others = [site.browser() for _ in range(3)]
    for each in others:
        await each.get("/back")
        await each.press_of("Open my words", text=words)
    page = await ann.get("/keys")
    assert page.text.count("A browser, since 24 November 2026") >= 4
    assert "this one" in page.text
    close = next(each for each in page.buttons if each.label.startswith("Close it"))
    page = await ann.press(close.label)
    assert "2 other browsers" in page.text
    await ann.get("/")
    page = await ann.press("See all that is saved about you")
    assert "Your words are open here" in page.now
    page = await ann.press("Close all other browsers")
    assert "✓ It is closed" in page.now
    for each in others:
        assert "cook" not in (await each.get()).text
    assert "cook" in (await ann.get("/?all")).text


async def test_the_page_keeps_no_copy_of_a_link_to_another_browser(
    site: Site, ann: Browser, content: object
) -> None:
    await a_phone(site, content)
    await begun(ann)
    page = await ann.press_of("Send", text="/browser")
    link = re.search(r"/cross/(\w+)", page.text)
    assert link
    assert link[1] not in (await ann.get()).text
    assert link[1] not in str(site.store._execute("SELECT body FROM outbox").fetchall())
    other = site.browser()
    await other.get(link[0])
    assert "✓ Saved" in (await other.press("Open my words here")).text


async def test_where_no_page_is_served_browser_says_so(site: Site, content: object) -> None:
    phone = Phone(site, content)
    assert "There is no page for a browser here" in await phone.say("/browser")


async def test_no_leaves_everything_where_it_was(site: Site, ann: Browser, content: object) -> None:
    phone = await a_phone(site, content)
    await started(phone)
    mine = await site.store.conversation_of(CHAT)
    await begun(ann)
    await ann.get("/keys")
    code = re.search(r"/join \w{4}-\w{4}", (await ann.press("Make a link for Telegram")).text)
    assert code
    await phone.say(code[0])
    assert "Nothing was changed" in await phone.say("No, leave it")
    assert await site.store.conversation_of(CHAT) == mine
