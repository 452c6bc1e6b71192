"""The HTML of every page, from templates that escape whatever is put into them."""

from __future__ import annotations

import gzip
import re
import secrets
from collections.abc import Callable, Mapping
from functools import lru_cache
from hashlib import sha256
from operator import attrgetter
from pathlib import Path
from typing import Any

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, select_autoescape
from jinja2.ext import Extension
from markupsafe import Markup, escape

from bot.channels.web.forms import LONGEST, field
from bot.channels.web.here import At
from bot.channels.web.lines import Line
from bot.channels.web.markup import beside, html_of, ways
from bot.content.words.words import Words
from bot.engine.wording import counted, fill

_HERE = Path(__file__).parent

STATIC = _HERE / "static"

MENU = (
    *("review", "statement", "share", "learn", "sort", "resources", "things", "reminders", "later"),
    *("support", "join", "mydata", "privacy", "restart", "forget", "help"),
)
"""The commands that the menu of the page has, in its order."""

_WORD = re.compile(r"\{\{ (words|mail|sign_in)\.([\w.]+) \}\}")

_TYPES = {"page.css": "text/css", "page.js": "text/javascript", "sw.js": "text/javascript"}


class WordsInPlace(Extension):
    """Writes ``{{ words.send }}`` and its like into a template as it is read: they never change
    while the coach runs, and a page of them would look each up, and escape it, once more."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return a template with its words. Raises AttributeError where there are none such."""
        del name, filename
        return _WORD.sub(self._word, source)

    def _word(self, found: re.Match[str]) -> str:
        said = attrgetter(found[2])(self.environment.globals[found[1]])
        return str(escape(said)).replace("{", "&#123;")


class Pages:
    """Makes pages, all with the same words and the same head."""

    def __init__(self, words: Words, *, sends_mail: bool = False) -> None:
        """Templates are read once. ``sends_mail`` tells them whether there is a mail server."""
        self.words = words
        self._pages = Environment(
            loader=FileSystemLoader(_HERE / "templates"),
            autoescape=select_autoescape(default=True),
            undefined=StrictUndefined,
            auto_reload=False,  # else each page asks for the times of its files
            extensions=[WordsInPlace],
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates = dict[str, Template]()
        self._static = {each.name: each.read_bytes() for each in sorted(STATIC.iterdir())}
        self._packed = {name: gzip.compress(each) for name, each in self._static.items()}
        whole = b"".join(self._static.values())
        commands = dict(words.commands)
        self._pages.globals.update(
            words=words.web,
            mail=words.mail,
            sign_in=words.sign_in,
            sends_mail=sends_mail,
            longest_text=LONGEST,
            build=sha256(whole).hexdigest()[:12],
            menu=[(f"/{name}", commands[name]) for name in MENU],
            menu_of=lru_cache(maxsize=16)(self._menu_of),
            html_of=html_of,
            ways=ways,
            beside=beside,
            new_key=lambda: secrets.token_hex(8),
            count=lambda form, number: counted(words, form, number),
            say=lambda template, **facts: fill(words, template, **facts),
        )
        lines: Any = self._pages.get_template("lines.html").module
        self.line: Callable[[Line, str], Markup] = lines.line
        # An import in a template is made at each page.
        self._pages.globals |= {"line": self.line, "copy": lines.copy}
        change: Any = self._pages.get_template("change.html").module
        self.change: Callable[[At, int, str, str], Markup] = change.change

    def _menu_of(self, base: str, has_groups: bool) -> Markup:
        """Return the menu, which is the same for all at a place: it is made once."""
        menu = self._pages.get_template("menu.html")
        return Markup(menu.render(base=base, has_groups=has_groups))  # noqa: S704 - it has escaped

    def _template(self, name: str) -> Template:
        found = self._templates.get(name)
        if found is None:
            found = self._templates[name] = self._pages.get_template(name)
            found.globals = dict(found.globals)  # a chain of two would be walked at each page
        return found

    def page(self, template: str, status: int = 200, **facts: Any) -> web.Response:
        """Return a page."""
        text = self._template(template).render(**facts)
        return web.Response(text=text, content_type="text/html", charset="utf-8", status=status)

    def notice(
        self,
        status: int,
        said: str,
        base: str = "/",
        again: tuple[str, Mapping[str, Any]] | None = None,
    ) -> web.Response:
        """Return a plain page with one thing to know, and the way on.

        ``again`` is a path and the form that was posted to it: what was typed is in its field.
        """
        first, stop, more = said.partition(". ")
        to, form = again or ("", dict[str, Any]())
        fields = [(name, value) for name, value in form.items() if isinstance(value, str)]
        return self.page(
            "notice.html",
            status,
            said=first + stop.strip(),
            more=more,
            base=base,
            to=to,
            typed=field(form, "text"),
            fields=[each for each in fields if each[0] != "text"],
        )

    async def offline(self, request: web.Request) -> web.Response:
        """Return the page to write on where there is no connection; it holds nobody's words."""
        del request
        return self.page("offline.html")

    async def static(self, request: web.Request) -> web.Response:
        """Return the stylesheet or a script."""
        name = request.match_info.get("name") or request.path.lstrip("/")
        if name not in self._static:
            raise web.HTTPNotFound
        # Pages themselves are not packed: how well words pack with a secret would tell of both.
        is_packed = "gzip" in request.headers.get("Accept-Encoding", "")
        body = (self._packed if is_packed else self._static)[name]
        answer = web.Response(body=body, content_type=_TYPES[name], charset="utf-8")
        answer.headers["Vary"] = "Accept-Encoding"
        if is_packed:
            answer.headers["Content-Encoding"] = "gzip"
        # A page names the build that it is of: a new build is a new address.
        age = "public, max-age=31536000, immutable" if request.query.get("b") else "no-cache"
        answer.headers["Cache-Control"] = age
        return answer
