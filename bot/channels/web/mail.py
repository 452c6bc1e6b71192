"""Where somebody asks for reminders by e-mail, turns them off, or takes a calendar entry.

A GET changes nothing, so that a scanner of mails changes nothing.
"""

from __future__ import annotations

import secrets
from datetime import date, datetime
from typing import Any

from aiohttp import web

from bot.channels.web.doors import Doors
from bot.channels.web.forms import field
from bot.channels.web.here import Here
from bot.channels.web.sparing import Sparing
from bot.domain.access import AccessQuery
from bot.domain.invitations import hashed
from bot.domain.local_time import DAY, at_local, today_in
from bot.domain.mail import CONFIRM_WITHIN, SendOutcome, is_mailbox
from bot.engine.wording import fill
from bot.errors import StoreError
from bot.exports.as_calendar import calendar_entry
from bot.services.ports import Post


class MailPages:
    """The pages of e-mail and calendar."""

    def __init__(self, doors: Doors, post: Post | None, address: str) -> None:
        """``post`` sends the letter that is confirmed, None where this coach sends no e-mail."""
        self._doors, self._talk, self._post, self._address = doors, doors.talk, post, address
        self._pages, self._store = doors.talk.pages, doors.talk.coach.store
        self._said, self._asked = doors.talk.pages.words.mail, Sparing()

    def routes(self, base: str = "/") -> list[web.RouteDef]:
        """Return the routes of these pages below ``base``."""
        return [
            web.get(f"{base}mail", self.show),
            web.post(f"{base}mail", self.ask),
            web.post(f"{base}mail/end", self.end),
            web.post(f"{base}mail/sign-in", self.let_sign_in),
            web.get(f"{base}mail/yes/{{token}}", self.show_yes),
            web.post(f"{base}mail/yes/{{token}}", self.yes),
            web.get(f"{base}mail/off/{{token}}", self.show_off),
            web.post(f"{base}mail/off/{{token}}", self.off),
            web.get(f"{base}calendar.ics", self.calendar),
        ]

    # -- asking for it

    async def show(self, request: web.Request) -> web.StreamResponse:
        """Where reminders go, and a field for an address."""
        return await self._mail(await self._talk.here(request))

    async def _mail(
        self, here: Here, note: str = "", status: int = 200, **typed: Any
    ) -> web.StreamResponse:
        mine = here.conversation.id
        tomorrow, now = self._today(here) + DAY, self._talk.coach.now()
        mailbox = await self._store.mailbox_of(mine) if mine else None
        can_let = False
        if mailbox and mailbox.token and here.base == "/":  # nobody signs in to a trial
            can_let = (await self._store.access(mine, AccessQuery(), now)).is_coordinator
        facts = {
            "mailbox": mailbox,
            "can_let": can_let,
            "can_send": self._post is not None,
            "typed": "",
            "day": tomorrow.isoformat(),
            "time": "10:00",
            "first_day": self._today(here).isoformat(),
            **typed,
        }
        page = self._pages.page("mail.html", status, here=here, note=note, **facts)
        return self._talk.keep_cookie(page, here.visitor)

    async def ask(self, request: web.Request) -> web.StreamResponse:
        """An address: a letter asks there whether it is theirs."""
        here, given = await self._doors.posted(request)
        typed, mine, now = given.strip(), here.conversation.id, self._talk.coach.now()
        if self._post is None or not mine:
            said = self._said.empty if self._post else self._said.not_asked
            return await self._mail(here, said, 409, typed=typed)
        if not is_mailbox(typed):
            return await self._again(here, self._said.no_address, typed, 400)
        client = self._doors.client(request)
        if self._asked.is_over((client, mine, typed.casefold()), now):
            return await self._again(here, self._said.too_often, typed, 429)
        token = secrets.token_urlsafe(16)
        try:
            # It is kept before the letter leaves, so that a press on what came always counts.
            await self._store.ask_mailbox(mine, typed, hashed(token), now + CONFIRM_WITHIN)
        except StoreError:
            return await self._again(here, self._pages.words.web.not_saved, typed, 503)
        outcome = await self._post.confirm(typed, token)
        if outcome == "sent":
            return await self._mail(here)
        if outcome != "unknown":
            await self._store.end_mailbox_of(mine)
        failed: dict[SendOutcome, tuple[str, int]] = {
            "refused": (self._said.refused, 400),
            "gone": (self._said.refused, 400),
            "down": (self._said.down, 503),
            "unknown": (self._said.in_doubt, 200),
        }
        return await self._again(here, failed[outcome][0], typed, failed[outcome][1])

    async def _again(
        self, here: Here, template: str, typed: str, status: int
    ) -> web.StreamResponse:
        """The page with what was typed still in its field."""
        said = fill(self._pages.words, template, typed=typed[:80])
        return await self._mail(here, str(said), status, typed=typed)

    async def end(self, request: web.Request) -> web.StreamResponse:
        """*Send no more e-mail*, by who is here."""
        here, _ = await self._doors.posted(request)
        if here.conversation.id:
            await self._store.end_mailbox_of(here.conversation.id)
        return await self._mail(here, self._said.stopped)

    async def let_sign_in(self, request: web.Request) -> web.StreamResponse:
        """Whether a code that is sent to their address opens their groups."""
        here, _ = await self._doors.posted(request)
        yes = field(await request.post(), "let") == "yes"
        if here.conversation.id:
            await self._store.let_sign_in(here.conversation.id, yes)
        return await self._mail(here)

    # -- what stands in the letters

    async def show_yes(self, request: web.Request) -> web.StreamResponse:
        """A press, which no scanner of mails makes."""
        here, token = await self._talk.here(request), request.match_info["token"]
        found = await self._store.asked_mailbox(hashed(token), self._talk.coach.now())
        said = fill(self._pages.words, self._said.yes_ask, address=found) if found else ""
        return self._press(
            here, f"{here.base}mail/yes/{token}", str(said), title=self._said.yes_title
        )

    async def yes(self, request: web.Request) -> web.StreamResponse:
        """The press: reminders go there. It counts in any browser, and opens no words there."""
        here, _ = await self._doors.posted(request)
        kept, now = hashed(request.match_info["token"]), self._talk.coach.now()
        address = await self._store.asked_mailbox(kept, now)
        if not await self._store.confirm_mailbox(kept, secrets.token_urlsafe(16), now):
            return self._press(here, "", "", title=self._said.yes_title)
        done = str(fill(self._pages.words, self._said.confirmed, address=address))
        return self._press(here, "", done, title=self._said.title)

    def _press(
        self, here: Here, action: str, said: str, *, title: str, button: str = ""
    ) -> web.StreamResponse:
        """A page with one sentence and one press; without a sentence it is too late for it."""
        status = 200 if said else 404
        page = self._pages.page(
            "mail_press.html",
            status,
            here=here,
            title=title,
            said=said or self._said.too_late,
            action=action if said else "",
            button=button or self._said.yes,
        )
        return self._talk.keep_cookie(page, here.visitor)

    async def show_off(self, request: web.Request) -> web.StreamResponse:
        """A press that turns the letters off; who did it already reads so."""
        here, token = await self._talk.here(request), request.match_info["token"]
        if not await self._store.mailbox_behind(token):
            return self._press(here, "", self._said.is_off, title=self._said.off_title)
        ask, press = self._said.off_ask, f"{here.base}mail/off/{token}"
        return self._press(here, press, ask, title=self._said.off_title, button=self._said.off)

    async def off(self, request: web.Request) -> web.StreamResponse:
        """The press, or that of a mail program (RFC 8058), which has no form and no cookie.

        The token is the right to do it, so no other secret is asked for.
        """
        await self._store.end_mailbox(request.match_info["token"])
        here = await self._talk.here(request)
        return self._press(here, "", self._said.is_off, title=self._said.off_title)

    # -- a calendar entry

    async def calendar(self, request: web.Request) -> web.StreamResponse:
        """An entry for their own calendar, at a time to come in their own clock."""
        here, now = await self._talk.here(request), self._talk.coach.now()
        chosen = request.query.get("day", ""), request.query.get("time", "")
        starts = _moment(*chosen, self._zone(here))
        if starts is None or starts <= now:
            note = self._said.calendar_bad
            return await self._mail(here, note, 400, day=chosen[0][:20], time=chosen[1][:20])
        says = fill(self._pages.words, self._said.event_says, page=self._address)
        entry = calendar_entry(self._said.event, str(says), self._address, starts, now)
        answer = web.Response(body=entry, content_type="text/calendar", charset="utf-8")
        answer.headers["Content-Disposition"] = 'attachment; filename="reflection.ics"'
        return answer

    def _zone(self, here: Here) -> str:
        return here.conversation.preferences.zone

    def _today(self, here: Here) -> date:
        return today_in(self._zone(here), self._talk.coach.now())


def _moment(day: str, time: str, zone: str) -> datetime | None:
    """Return the moment that a day and a time of a form are, None where they are none."""
    try:
        wall = datetime.strptime(time[:5], "%H:%M").strftime("%H:%M")  # noqa: DTZ007 - a wall time
        return at_local(zone, date.fromisoformat(day), wall)
    except (ValueError, OverflowError):
        return None
