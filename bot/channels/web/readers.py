"""The page of a reader: a statement that was shared with them, and the three things they can say.

A GET shows no word of it and counts as no reading: robots look at links before people do. Whoever
has the link is the reader; nothing is kept in their browser. A link that is over, that was taken
back and that never was look the same.
"""

from __future__ import annotations

import contextlib
import re

from aiohttp import web

from bot.channels.web.forms import Form, field
from bot.channels.web.talk import Talk
from bot.domain.invitations import hashed
from bot.domain.reading import WhyNot, answer, read
from bot.domain.sharing import LONGEST_NAME, LONGEST_QUESTION, Act, ActKind, Sharing
from bot.engine.dates import day_in
from bot.errors import Changed
from bot.flows.sharing.told import answers_of

_TOKEN = re.compile(r"[0-9a-f]{32}")

_ACTS: dict[str, ActKind] = {"ready": "ready", "question": "question", "confirmed": "confirmed"}


class Readers:
    """The pages of those with whom something was shared."""

    def __init__(self, talk: Talk, *, knows_own: bool = True) -> None:
        """``talk`` knows whose browser it is. In a trial whoever opens a link plays its reader."""
        self._talk, self._pages, self._knows_own = talk, talk.pages, knows_own
        self._store, self._coach = talk.coach.store, talk.coach

    def routes(self, base: str = "/") -> list[web.RouteDef]:
        """Return the routes of these pages below ``base``."""
        path = f"{base}read/{{token}}"
        return [web.get(path, self.show), web.post(path, self.open)]

    async def show(self, request: web.Request) -> web.StreamResponse:
        """Show what it is, and a button."""
        found = await self._found(request)
        if found is None:
            return self._gone()
        until = await self._until(found)
        return self._page("read_first.html", until=until, path=request.path)

    async def open(self, request: web.Request) -> web.StreamResponse:
        """The statement; or what becomes of something that the reader says."""
        form, found = await request.post(), await self._found(request)
        if found is None:
            return self._gone()
        is_own = await self._is_own(request, found)
        what = _ACTS.get(field(form, "act"))
        if what is None or is_own:
            if not is_own:
                await self._store.do(read(found, self._coach.now()), "", self._coach.now())
            return await self._read(request, found, is_own=is_own)
        return await self._answer(request, found, what, form)

    async def _answer(
        self, request: web.Request, found: Sharing, what: ActKind, form: Form
    ) -> web.StreamResponse:
        now = self._coach.now()
        typed = {name: field(form, name) for name in ("step", "words", "name", "role")}
        asked = {each: typed[each] for each in _FIELDS[what]}
        done = answer(found, Act(now, what, **asked))
        if isinstance(done, str):
            return await self._read(request, found, note=self._why(done), status=400, typed=typed)
        with contextlib.suppress(Changed):  # said in another window, or taken back, a moment ago
            await self._store.do(done, "", now)
        after = await self._found(request)
        told = self._pages.words.sharing.reader.told
        return await self._read(request, after, note=told) if after else self._gone()

    def _why(self, why: WhyNot) -> str:
        said: str = getattr(self._pages.words.sharing.why_not, why)
        return said

    async def _found(self, request: web.Request) -> Sharing | None:
        token = request.match_info["token"]
        if not _TOKEN.fullmatch(token):
            return None
        return await self._store.shared(hashed(token), self._coach.now())

    async def _is_own(self, request: web.Request, found: Sharing) -> bool:
        """Whether it is the learner who looks at what a reader sees."""
        if not self._knows_own:
            return False
        visitor = self._talk.visitor(request)
        return await self._store.conversation_of(visitor.address) == found.conversation

    async def _until(self, found: Sharing) -> str:
        """Return the last day, where its learner is: the one that they were told."""
        conversation = await self._store.load(found.conversation)
        return day_in(found.until, conversation.preferences.zone)

    async def _read(
        self,
        request: web.Request,
        found: Sharing,
        *,
        note: str = "",
        status: int = 200,
        typed: dict[str, str] | None = None,
        is_own: bool = False,
    ) -> web.StreamResponse:
        return self._page(
            "read.html",
            status,
            sharing=found,
            path=request.path,
            until=await self._until(found),
            note=note,
            typed=typed or dict.fromkeys(("step", "words", "name", "role"), ""),
            said=list(answers_of(self._coach.content, found)),
            is_own=is_own,
            longest=(LONGEST_QUESTION, LONGEST_NAME),
        )

    def _gone(self) -> web.StreamResponse:
        return self._page("read_gone.html", 404)

    def _page(self, template: str, status: int = 200, **facts: object) -> web.StreamResponse:
        page = self._pages.page(template, status, reader=self._pages.words.sharing.reader, **facts)
        page.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        return page


_FIELDS: dict[ActKind, tuple[str, ...]] = {
    "ready": (),
    "question": ("step", "words"),
    "confirmed": ("name", "role"),
}
"""What is typed with each of them."""
