"""A browser without JavaScript: it opens pages, fills in fields, presses buttons and goes along."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

import aiohttp

_BLOCKS = frozenset({"p", "div", "h1", "h2", "li", "button", "section", "summary", "label", "form"})


@dataclass
class Button:
    """Something to press, with what it sends and the form that it sends."""

    label: str
    name: str
    value: str
    form: str


@dataclass
class Form:
    action: str
    fields: dict[str, str] = field(default_factory=dict)


class Page(HTMLParser):
    """A page as its reader has it."""

    def __init__(self, status: int, url: str, text: str, headers: Any) -> None:
        super().__init__()
        self.status, self.url, self.html, self.headers = status, url, text, headers
        self.parts: list[tuple[str, str]] = []
        self.buttons: list[Button] = []
        self.links: dict[str, str] = {}
        self.forms: dict[str, Form] = {}
        self._ids: list[str] = []
        self._form = ""
        self._button: Button | None = None
        self._link = self._said = ""
        self._area = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "section":
            self._ids.append(given.get("id", ""))
        elif tag == "form":
            self._form = given.get("id") or given["action"]
            self.forms[self._form] = Form(urljoin(self.url, given["action"]))
        elif tag == "input":
            self.forms[self._form].fields[given["name"]] = given.get("value", "")
        elif tag == "textarea":
            self._area = given["name"]
            self.forms[self._form].fields[self._area] = ""
        elif tag == "button":
            form = given.get("form") or self._form
            self._button = Button("", given.get("name", ""), given.get("value", ""), form)
        elif tag == "a":
            self._link, self._said = given.get("href", ""), ""
        if tag in _BLOCKS:
            self.parts.append(("", "\n"))

    def handle_endtag(self, tag: str) -> None:
        if tag == "section":
            self._ids.pop()
        elif tag == "textarea":
            self._area = ""
        elif tag == "form":
            self._form = ""
        elif tag == "button" and self._button:
            self.buttons.append(self._button)
            self._button = None
        elif tag == "a":
            said = " ".join(self._said.split())
            self.links.setdefault(said, urljoin(self.url, self._link))
            self._link = ""
        if tag in _BLOCKS:
            self.parts.append(("", "\n"))

    def handle_data(self, data: str) -> None:
        if self._area:
            fields = self.forms[self._form].fields
            fields[self._area] += data.removeprefix("\n") if not fields[self._area] else data
        elif self._button:
            self._button.label += data.strip()
        elif self._link:
            self._said += data
        place = self._ids[-1] if self._ids else ""
        self.parts.append((place, data))

    def _text(self, place: str | None) -> str:
        whole = "".join(t for at, t in self.parts if place is None or at == place or t == "\n")
        lines = (" ".join(each.split()) for each in whole.splitlines())
        return "\n".join(each for each in lines if each)

    @property
    def text(self) -> str:
        return self._text(None)

    @property
    def now(self) -> str:
        """What the coach says now."""
        return self._text("now")

    @property
    def labels(self) -> list[str]:
        return [each.label for each in self.buttons]

    @property
    def typed(self) -> str:
        """What stands in the field."""
        return next(each.fields["text"] for each in self.forms.values() if "text" in each.fields)


class Browser:
    """Somebody's browser."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._session = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))
        self.page = Page(0, url, "", {})

    @property
    def cookie(self) -> str:
        return next((each.value for each in self._session.cookie_jar), "")

    def comes_from(self, address: str) -> None:
        """Be somebody at another address, as a proxy on this machine tells it."""
        self._session.headers["X-Forwarded-For"] = address

    def forget_cookie(self) -> None:
        self._session.cookie_jar.clear()

    async def close(self) -> None:
        await self._session.close()

    async def get(self, path: str = "", **headers: str) -> Page:
        url = urljoin(self.url, path)
        async with self._session.get(url, headers=headers) as answer:
            text = await answer.text()
            self.page = Page(answer.status, str(answer.url), text, answer.headers)
        return self.page

    async def download(self, path: str) -> tuple[int, bytes, Any]:
        async with self._session.get(urljoin(self.url, path)) as answer:
            return answer.status, await answer.read(), answer.headers

    async def post(self, path: str, fields: dict[str, str], **headers: str) -> Page:
        url = urljoin(self.url, path)
        async with self._session.post(url, data=fields, headers=headers) as answer:
            text = await answer.text()
            self.page = Page(answer.status, str(answer.url), text, answer.headers)
        return self.page

    async def send(self, text: str) -> Page:
        """Write into the field and press *Send*."""
        form = next(each for each in self.page.forms.values() if "text" in each.fields)
        return await self.post(form.action, {**form.fields, "text": text})

    async def press(self, label: str, typed: str | None = None) -> Page:
        """Press a button, perhaps with something in the field."""
        button = next((each for each in self.page.buttons if each.label == label), None)
        assert button, f"{label!r} is not there: {self.page.labels}"
        form = self.page.forms[button.form]
        fields = dict(form.fields)
        if button.name:
            fields[button.name] = button.value
        if typed is not None:
            fields["text"] = typed
        return await self.post(form.action, fields)

    async def press_of(self, label: str, **filled: str) -> Page:
        """Press a button of a form whose fields were filled in first."""
        button = next(each for each in self.page.buttons if each.label == label)
        form = self.page.forms[button.form]
        sent = {button.name: button.value} if button.name else {}
        return await self.post(form.action, {**form.fields, **filled, **sent})

    async def follow(self, label: str) -> Page:
        return await self.get(self.page.links[label])
