"""Reminders for who has no Telegram: by e-mail from a real mail server, and a calendar entry."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from bot.channels.mail.bounces import letter_of_returned
from bot.channels.mail.outbox import MailOutbox
from bot.content.library import Content
from bot.domain.addresses import Address
from bot.domain.cohort import Cohort
from bot.domain.commands import Join, SaveCohort, ScheduleReminder, Tell
from bot.domain.coordination.missed import send_to_missed
from bot.domain.coordination.outcome import Done
from bot.domain.reminders import Audience, Delivery, Schedule, news
from bot.flows.coordinator.reports import report_text
from tests.channels.web.conftest import Site
from tests.support.browser import Browser
from tests.support.browser_group import Group
from tests.support.mail_server import MailOffice, came_back
from tests.support.world import Phones

WORDS = "I am a cook in a small school kitchen by the sea."

ANN = "ann@example.org"


@pytest.fixture
async def ann(mail_site: Site) -> Browser:
    """Somebody who has answered one question on the page."""
    made = mail_site.browser()
    await made.get()
    await made.press("Start")
    await made.send(WORDS)
    return made


async def asks(browser: Browser, address: str = ANN) -> None:
    await browser.get("/mail")
    await browser.press_of("Send me an e-mail to check", text=address)


async def confirmed(browser: Browser, office: MailOffice) -> None:
    await asks(browser)
    await browser.get(office.link("yes"))
    await browser.press("Yes, send them here")


async def states(site: Site) -> list[str]:
    return [each for (each,) in site.store._execute("SELECT state FROM deliveries").fetchall()]


async def reminded(site: Site, browser: Browser, post: MailOutbox) -> None:
    """Have a reminder come that they asked for."""
    await browser.get()
    await browser.send("/later in 2 hours")
    await site.later(hours=2, minutes=1)
    await post.settled()


async def test_an_address_counts_only_after_a_press_on_what_came_there(
    mail_site: Site, ann: Browser, office: MailOffice, post: MailOutbox
) -> None:
    await asks(ann)
    assert f"I sent an e-mail to {ANN}" in ann.page.text
    assert office.handler.receivers == [ANN]
    scanner = mail_site.browser()
    page = await scanner.get(office.link("yes"))
    assert f"Shall reminders go to {ANN}?" in page.text
    assert "cook" not in page.text
    await ann.get("/mail")
    assert "Reminders go to" not in ann.page.text, "a look confirms nothing"
    page = await scanner.press("Yes, send them here")
    assert f"Reminders go to {ANN} from now on" in page.text
    assert f"Reminders go to {ANN}" in (await ann.get("/mail")).text
    again = await scanner.get(office.link("yes"))
    assert (again.status, "not in use any more" in again.text) == (404, True)


async def test_a_reminder_comes_by_e_mail_without_a_word_of_theirs(
    mail_site: Site, ann: Browser, office: MailOffice, post: MailOutbox
) -> None:
    await confirmed(ann, office)
    await reminded(mail_site, ann, post)
    letter, text = office.handler.letters[-1], office.texts[-1]
    assert len(office.texts) == 2
    assert "You asked me to come back to you now" in text
    assert "Your question now:" in text
    assert mail_site.url in text
    assert not any(word in text for word in ("cook", "kitchen", "sea."))
    assert "right here" not in text, "nothing is answered in an e-mail"
    assert str(letter["Subject"]) == "A reminder from your coach"
    assert str(letter["List-Unsubscribe-Post"]) == "List-Unsubscribe=One-Click"
    assert office.link("off") in str(letter["List-Unsubscribe"])
    assert await states(mail_site) == ["sent"]
    await ann.get()
    await ann.send("We had one oven for ninety lunches and I planned the week.")
    assert "✓ Saved" in ann.page.text


async def test_one_press_turns_it_off_and_a_look_does_not(
    mail_site: Site, ann: Browser, office: MailOffice, post: MailOutbox
) -> None:
    await confirmed(ann, office)
    await reminded(mail_site, ann, post)
    off = office.link("off")
    phone = mail_site.browser()
    await phone.get(off)
    assert f"Reminders go to {ANN}" in (await ann.get("/mail")).text
    page = await phone.press("Yes, send no more")
    assert "I send no more e-mail" in page.text
    assert ANN not in (await ann.get("/mail")).text
    assert "I send no more e-mail" in (await phone.get(off)).text, "a second look is answered"
    await reminded(mail_site, ann, post)
    assert len(office.texts) == 2
    assert "come back to you now" in (await ann.get()).text, "the page still shows it"


async def test_a_mail_program_turns_it_off_without_a_form_and_without_a_cookie(
    mail_site: Site, ann: Browser, office: MailOffice, post: MailOutbox
) -> None:
    await confirmed(ann, office)
    await reminded(mail_site, ann, post)
    program = mail_site.browser()
    page = await program.post(office.link("off"), {"List-Unsubscribe": "One-Click"})
    assert page.status == 200
    assert ANN not in (await ann.get("/mail")).text


@pytest.mark.parametrize(
    "typed",
    ["ann", "ann@", "@example.org", "ann@home", "a b@example.org", "ann@example.org\nBcc: x"],
)
async def test_what_is_no_address_is_refused_and_stays_in_the_field(
    ann: Browser, office: MailOffice, typed: str
) -> None:
    await asks(ann, typed)
    assert ann.page.status == 400
    assert "is not an e-mail address" in ann.page.text
    assert ann.page.typed.split() == typed.split()
    assert not office.texts


async def test_a_mailbox_that_the_server_does_not_take_is_said(
    ann: Browser, office: MailOffice
) -> None:
    office.handler.refused.add(ANN)
    await asks(ann)
    assert "The mail server does not take" in ann.page.text
    assert ann.page.typed == ANN
    assert "I sent an e-mail" not in (await ann.get("/mail")).text


async def test_a_server_that_is_down_gets_a_plain_line_and_the_address_stays(
    ann: Browser, office: MailOffice
) -> None:
    office.close()
    await asks(ann)
    assert ann.page.status == 503
    assert "I cannot reach the mail server now. Nothing was sent." in ann.page.text
    assert ann.page.typed == ANN


async def test_where_the_answer_is_in_doubt_that_is_said_and_a_press_still_counts(
    ann: Browser, office: MailOffice
) -> None:
    office.handler.faults.append("hang up")
    await asks(ann)
    assert f"I am not sure that the e-mail to {ANN} has left" in ann.page.text
    await ann.get(office.link("yes"))
    await ann.press("Yes, send them here")
    assert f"Reminders go to {ANN}" in (await ann.get("/mail")).text


async def test_a_reminder_is_tried_again_only_where_nothing_was_taken(
    mail_site: Site, ann: Browser, office: MailOffice, post: MailOutbox
) -> None:
    await confirmed(ann, office)
    office.handler.faults += ["451 4.3.0 busy", "452 4.2.2 full"]
    await reminded(mail_site, ann, post)
    async with asyncio.timeout(60):
        while await states(mail_site) != ["sent"]:
            await asyncio.sleep(0.01)
    assert len(office.texts) == 2


async def test_a_reminder_in_doubt_is_unknown_and_never_sent_again(
    mail_site: Site, ann: Browser, office: MailOffice, post: MailOutbox
) -> None:
    await confirmed(ann, office)
    office.handler.faults.append("hang up")
    await reminded(mail_site, ann, post)
    assert await states(mail_site) == ["unknown"]
    await mail_site.later(days=1)
    await post.settled()
    assert len(office.texts) == 2


async def test_a_mailbox_that_is_gone_fails_for_good(
    mail_site: Site, ann: Browser, office: MailOffice, post: MailOutbox
) -> None:
    await confirmed(ann, office)
    office.handler.refused.add(ANN)
    await reminded(mail_site, ann, post)
    assert await states(mail_site) == ["failed"]
    page = await ann.get()
    assert f"My last e-mail did not get to {ANN}" in page.text
    page = await ann.follow("Reminders by e-mail or calendar")
    assert f"The mail server there does not take e-mail for {ANN}. Nothing goes there." in page.text
    await ann.get()
    assert (
        f"The mail server there does not take e-mail for {ANN}" in (await ann.send("/mydata")).text
    )
    await reminded(mail_site, ann, post)
    assert "come back to you now" in (await ann.get()).text, "the page shows it instead"
    await ann.get("/mail")
    await ann.press("Send no more e-mail")
    assert "My last e-mail" not in (await ann.get()).text


async def test_forget_forgets_the_address_and_mydata_names_it(
    mail_site: Site, ann: Browser, office: MailOffice, post: MailOutbox
) -> None:
    await asks(ann)
    await ann.get()
    await ann.send("/mydata")
    assert f"You asked for reminders by e-mail to {ANN}. That is not confirmed" in ann.page.text
    await ann.get(office.link("yes"))
    await ann.press("Yes, send them here")
    await ann.get()
    await ann.send("/mydata")
    assert f"Reminders go by e-mail to {ANN}" in ann.page.text
    await ann.send("/forget")
    await ann.press("Yes, delete it all")
    assert not mail_site.store._execute("SELECT * FROM mailboxes").fetchall()
    assert not mail_site.store._execute("SELECT * FROM addresses WHERE channel = 'mail'").fetchall()


async def test_a_confirmation_works_for_one_day(
    mail_site: Site, ann: Browser, office: MailOffice
) -> None:
    await asks(ann)
    mail_site.clock[0] += timedelta(hours=24)
    page = await ann.get(office.link("yes"))
    assert (page.status, "not in use any more" in page.text) == (404, True)


async def test_nobody_is_sent_letters_without_end(ann: Browser, office: MailOffice) -> None:
    for _ in range(5):
        await asks(ann)
    await asks(ann)
    assert ann.page.status == 429
    assert "Try again in an hour" in ann.page.text
    assert len(office.texts) == 5


async def test_who_has_said_nothing_has_nothing_to_be_reminded_of(mail_site: Site) -> None:
    page = await mail_site.browser().get("/mail")
    assert "Answer one question first" in page.text


async def test_a_coach_without_a_mail_server_says_so_and_gives_calendar_entries(site: Site) -> None:
    browser = site.browser()
    page = await browser.get("/mail")
    assert "This coach sends no e-mail" in page.text
    assert "Take the calendar entry" in page.labels
    await browser.get()
    await browser.press("Start")
    form = browser.page.forms["talk"].fields
    page = await browser.post("/mail", {"csrf": form["csrf"], "text": ANN})
    assert page.status == 409
    assert "Nothing was kept and nothing was sent." in page.text
    assert not site.store._execute("SELECT * FROM mailboxes").fetchall()


async def test_a_calendar_entry_rings_when_they_chose_in_their_own_clock(
    mail_site: Site, ann: Browser
) -> None:
    status, body, headers = await ann.download("/calendar.ics?day=2027-06-30&time=19:30")
    assert (status, headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    [event] = Calendar.from_ical(body).walk("VEVENT")
    assert event.decoded("dtstart") == datetime(2027, 6, 30, 18, 30, tzinfo=UTC), "British summer"
    assert str(event["summary"]) == "Ten minutes for my reflection"
    assert len(event.walk("VALARM")) == 1
    assert b"cook" not in body


@pytest.mark.parametrize("when", ["day=2026-11-23&time=10:00", "day=soon&time=10:00", "", "day=x"])
async def test_a_day_that_is_none_or_past_is_said_and_stays_in_the_field(
    mail_site: Site, ann: Browser, when: str
) -> None:
    page = await ann.get(f"/calendar.ics?{when}")
    assert page.status == 400
    assert "Choose a day and a time that are still to come" in page.text


async def mine(site: Site) -> str:
    """The conversation of the only one here."""
    [(found,)] = site.store._execute("SELECT chat_id FROM conversations").fetchall()
    return str(found)


async def test_a_coordinators_reminder_has_their_words_and_none_of_the_learners(
    mail_site: Site, ann: Browser, office: MailOffice, post: MailOutbox
) -> None:
    await confirmed(ann, office)
    chat, now = await mine(mail_site), mail_site.clock[0] + timedelta(hours=1)
    team = Cohort("team", "Nursery team", "thing_2", date(2027, 3, 31), "Europe/London", now)
    team = replace(team, contact="Mair, 01555 000000")
    said = Schedule("r1", "team", Audience("unfinished"), "Cake on Friday.", None, "9", now, now)
    row = Delivery("r1", now.date(), chat, now, cohort="team", dialogue="thing_2")
    await mail_site.store.do([SaveCohort(team), Join("team")], chat, now)
    await mail_site.store.do([ScheduleReminder(said, (row,))], "9", now)
    await mail_site.later(hours=1)
    await post.settled()
    text = office.texts[-1]
    for each in ("Cake on Friday.", "Nursery team", "Mair, 01555 000000", "Your question now:"):
        assert each in text
    assert "cook" not in text
    assert "write here" not in text, "nothing is written there"


async def test_a_report_says_that_a_letter_came_back_and_not_that_it_was_handed_over(
    mail_site: Site, ann: Browser, office: MailOffice, post: MailOutbox, content: Content
) -> None:
    group = await Group(mail_site.store, content, mail_site.clock, id="team").made()
    await confirmed(ann, office)
    chat, now = await mine(mail_site), mail_site.clock[0] + timedelta(hours=1)
    await group.has(5)
    said = Schedule("r1", "team", Audience("unfinished"), "Cake.", None, "9", now, now)
    row = Delivery("r1", now.date(), chat, now, cohort="team", dialogue="thing_2")
    await mail_site.store.do([Join("team")], chat, now)
    await mail_site.store.do([ScheduleReminder(said, (row,))], "9", now)
    await mail_site.later(hours=1)
    await post.settled()

    async def report() -> str:
        view = await mail_site.store.view("team")
        assert view
        return str(report_text(content, view, view.reports[0], mail_site.clock[0]))

    assert "1 has got it" in await report()
    token, number = letter_of_returned(came_back(office.handler.letters[-1]))
    assert await mail_site.store.lose_mailbox(token, number)
    text = await report()
    assert "1 came back: the e-mail address did not take it" in text
    assert "has got it" not in text
    assert "In all: 1" in text
    view = await mail_site.store.view("team")
    assert view
    again = send_to_missed(view, "r1", mail_site.clock[0])
    assert isinstance(again, Done)
    await mail_site.store.do(again.commands, "9", mail_site.clock[0])
    await mail_site.later(minutes=1)
    assert "Cake." in (await ann.get()).text
    assert "1 has only the page" in await report()


async def test_quiet_hours_and_off_hold_for_letters_too(
    mail_site: Site, ann: Browser, office: MailOffice, post: MailOutbox
) -> None:
    await confirmed(ann, office)
    chat = await mine(mail_site)
    night = mail_site.clock[0].replace(hour=23)
    told = Tell(news("taken_out", "team", chat, night))
    team = Cohort("team", "Nursery team", "thing_2", date(2027, 3, 31), "Europe/London", night)
    await mail_site.store.do([SaveCohort(team), told], "9", night)
    mail_site.clock[0] = night
    await mail_site.later()
    await post.settled()
    assert len(office.texts) == 1, "at night nothing comes"
    await mail_site.later(hours=12)
    await post.settled()
    assert "You are not in the group “Nursery team” any more" in office.texts[-1]
    await ann.get()
    await ann.send("/stop")
    await mail_site.store.do([Tell(news("unseated", "team", chat, mail_site.clock[0]))], "9", night)
    await mail_site.later(hours=12)
    await post.settled()
    assert len(office.texts) == 2


async def test_who_has_telegram_too_and_asked_for_e_mail_gets_that(
    mail_site: Site, ann: Browser, office: MailOffice, post: MailOutbox
) -> None:
    await confirmed(ann, office)
    phones, service = Phones(lambda: mail_site.clock[0]), mail_site.scheduler._service
    service._outboxes = {**service._outboxes, "phone": phones}
    await mail_site.store.point(Address("phone", "77"), await mine(mail_site), mail_site.clock[0])
    await reminded(mail_site, ann, post)
    assert await states(mail_site) == ["sent"]
    assert len(office.texts) == 2
    assert not phones.on_the_way
