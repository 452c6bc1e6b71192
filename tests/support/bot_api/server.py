"""The server: updates with lifetimes and acknowledgement, sends with limits and faults."""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, web

from tests.support.bot_api.rules import (
    MESSAGE_LIFETIME,
    PRESS_LIFETIME,
    Refusal,
    SlidingLimit,
    check_markup,
    check_photo,
    check_text,
)
from tests.support.bot_api.strict import check_call
from tests.support.ports import free_port

TOKEN = "4242:loopback-token-for-tests"  # noqa: S105 - it opens nothing

BOT = {"id": 4242, "is_bot": True, "first_name": "Coach", "username": "CoachTestBot"}

DELETABLE = 48 * 3600
"""Seconds for which a bot may delete a message: the Bot API says so of deleteMessage."""

Fault = Callable[["BotApi", web.Request, Callable[[], Any]], Any]


@dataclass
class Pending:
    """An update that is not acknowledged yet."""

    update: dict[str, Any] | bytes
    number: int
    expires: float


@dataclass
class BotApi:
    """One bot's server. ``calls`` keeps every request, ``messages`` what each chat shows.

    ``written`` has when each message of a learner that still stands in a chat was written.
    """

    latency: float = 0.0
    limit: SlidingLimit | None = None
    pending: list[Pending] = field(default_factory=list)
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    messages: dict[int, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    written: dict[int, float] = field(default_factory=dict)
    answered: list[str] = field(default_factory=list)
    blocked: dict[int, str] = field(default_factory=dict)
    faults: dict[str, list[Fault]] = field(default_factory=lambda: defaultdict(list))
    webhook: str = ""
    secret: str = ""
    skew: float = 0.0
    next_update: int = 1000
    next_message: int = 1
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    poller: asyncio.Future[None] | None = None
    url: str = ""
    out_of_bounds: list[str] = field(default_factory=list)
    token: str = TOKEN
    others: dict[str, BotApi] = field(default_factory=dict)
    """Other bots that this server has, by their tokens."""
    _runner: web.AppRunner | None = None

    def environment(self, folder: Path | str) -> dict[str, str]:
        """What a bot is started with that keeps its data in a folder and talks to this server."""
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "COACH_DATA": f"{folder}/data",
            "COACH_KEY_FILE": f"{folder}/config/key",
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": self.url,
        }

    async def start(self, port: int = 0) -> None:
        """Listen on loopback, at a port that stays this server's when it is stopped."""
        app = web.Application(client_max_size=60 * 1024 * 1024)
        app.router.add_route("*", "/bot{token}/{method}", self._call)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port or free_port())
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"

    def another(self, token: str) -> BotApi:
        """One more bot on this server, with chats of its own."""
        self.others[token] = other = BotApi(token=token, url=self.url)
        return other

    async def stop(self) -> None:
        """Stop listening; what is pending stays. Nothing may have been out of Telegram's bounds."""
        if self._runner:
            await self._runner.cleanup()
        for each in (self, *self.others.values()):
            assert not each.out_of_bounds, each.out_of_bounds

    def now(self) -> float:
        """The server's clock, which tests may move."""
        return time.time() + self.skew

    # -- what the learners' side does

    def add(self, kind: str, content: dict[str, Any] | bytes) -> int:
        """A new update. ``bytes`` stand in the answer as they are, however malformed."""
        self.next_update += 1
        lifetime = PRESS_LIFETIME if kind == "callback_query" else MESSAGE_LIFETIME
        if isinstance(content, bytes):
            update: dict[str, Any] | bytes = content.replace(b"%d", str(self.next_update).encode())
        else:
            update = {"update_id": self.next_update, kind: content}
        self.pending.append(Pending(update, self.next_update, self.now() + lifetime))
        self.arrived.set()
        return self.next_update

    def new_message_id(self) -> int:
        self.next_message += 1
        return self.next_message

    def fail(self, method: str, *faults: Fault) -> None:
        """The next calls of a method meet these faults, in turn."""
        self.faults[method].extend(faults)

    def note_change(self) -> None:
        """Wake everybody who waits for a reply."""
        self.changed.set()
        self.changed = asyncio.Event()

    # -- the API

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method, token = request.match_info["method"], request.match_info["token"]
        if token in self.others:
            return await self.others[token]._call(request)
        try:
            if token != self.token:
                raise Refusal(401, "Unauthorized")
            params = await _params(request)
            if method != "getUpdates":
                self.calls.append((method, params))
            if self.latency:
                await asyncio.sleep(self.latency if method != "getUpdates" else 0)
            handler = getattr(self, f"_{method}", None)
            if handler is None:
                raise Refusal(404, "Not Found")

            async def go() -> Any:
                return await handler(params)

            self._check(method, params)
            if self.faults[method]:
                result = await self.faults[method].pop(0)(self, request, go)
            else:
                result = await go()
        except Refusal as refusal:
            return web.json_response(refusal.body, status=refusal.code)
        if isinstance(result, bytes):
            return web.Response(body=result, content_type="application/json")
        return web.json_response({"ok": True, "result": result})

    def _check(self, method: str, params: dict[str, Any]) -> None:
        """Refuse what is out of bounds, and remember it: the coach helps itself after a refusal."""
        try:
            check_call(method, params)
        except Refusal as refusal:
            self.out_of_bounds.append(f"{method}: {refusal}")
            raise

    async def _getMe(self, params: dict[str, Any]) -> Any:
        return BOT

    async def _getUpdates(self, params: dict[str, Any]) -> Any:
        if self.webhook:
            raise Refusal(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        if self.poller and not self.poller.done():
            self.poller.set_exception(
                Refusal(
                    409,
                    "Conflict: terminated by other getUpdates request; "
                    "make sure that only one bot instance is running",
                )
            )
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.poller = mine
        offset = int(params.get("offset", 0))
        self.pending = [p for p in self.pending if p.number >= offset and p.expires > self.now()]
        deadline = time.monotonic() + float(params.get("timeout", 0))
        try:
            while not self.pending and (left := deadline - time.monotonic()) > 0:
                self.arrived.clear()
                waiting = asyncio.ensure_future(self.arrived.wait())
                first: set[asyncio.Future[Any]] = {waiting, mine}
                await asyncio.wait(first, timeout=left, return_when="FIRST_COMPLETED")
                waiting.cancel()
                if mine.done():
                    mine.result()
            if self.latency:
                await asyncio.sleep(self.latency)
        finally:
            if not mine.done():
                mine.cancel()
        found = self.pending[: int(params.get("limit", 100))]
        parts = [
            p.update if isinstance(p.update, bytes) else json.dumps(p.update).encode()
            for p in found
        ]
        return b'{"ok":true,"result":[' + b",".join(parts) + b"]}"

    def _check_chat(self, params: dict[str, Any]) -> int:
        chat = int(params["chat_id"])
        if chat in self.blocked:
            raise Refusal(403, self.blocked[chat])
        if self.limit:
            self.limit.check(time.monotonic())
        return chat

    async def _sendMessage(self, params: dict[str, Any]) -> Any:
        chat = self._check_chat(params)
        check_text(params["text"], params.get("entities", []))
        return self._show(chat, params)

    async def _sendDocument(self, params: dict[str, Any]) -> Any:
        chat = self._check_chat(params)
        return self._show(chat, params)

    async def _sendPhoto(self, params: dict[str, Any]) -> Any:
        chat = self._check_chat(params)
        check_photo(params["photo"], params.get("caption", ""))
        return self._show(chat, params)

    def _show(self, chat: int, params: dict[str, Any]) -> dict[str, Any]:
        check_markup(params.get("reply_markup", {}))
        message = {**params, "message_id": self.new_message_id(), "at": time.monotonic()}
        self.messages[chat].append(message)
        self.note_change()
        return {
            "message_id": message["message_id"],
            "date": int(self.now()),
            "chat": {"id": chat, "type": "private"},
        }

    async def _deleteMessage(self, params: dict[str, Any]) -> Any:
        chat, number = int(params["chat_id"]), int(params["message_id"])
        if self.now() - self.written.pop(number, 0.0) < DELETABLE:
            return True
        before = len(self.messages[chat])
        self.messages[chat] = [m for m in self.messages[chat] if m["message_id"] != number]
        if len(self.messages[chat]) == before:
            raise Refusal(400, "Bad Request: message to delete not found")
        self.note_change()
        return True

    async def _answerCallbackQuery(self, params: dict[str, Any]) -> Any:
        self.answered.append(params["callback_query_id"])
        self.note_change()
        self.note_change()
        return True

    async def _accept(self, params: dict[str, Any]) -> Any:
        return True

    _sendChatAction = _setMyCommands = _setMyDescription = _setMyShortDescription = _accept

    _deleteMyCommands = _accept

    async def _setWebhook(self, params: dict[str, Any]) -> Any:
        self.webhook, self.secret = params.get("url", ""), params.get("secret_token", "")
        return True

    async def _deleteWebhook(self, params: dict[str, Any]) -> Any:
        self.webhook = ""
        return True

    async def _getWebhookInfo(self, params: dict[str, Any]) -> Any:
        return {"url": self.webhook, "has_custom_certificate": False, "pending_update_count": 0}

    async def deliver(self, target: str) -> None:
        """Post what is pending to a webhook, in order, each again until it is taken."""
        async with ClientSession() as session:
            while self.pending:
                first = self.pending[0]
                body = first.update if isinstance(first.update, bytes) else json.dumps(first.update)
                headers = {
                    "X-Telegram-Bot-Api-Secret-Token": self.secret,
                    "Content-Type": "application/json",
                }
                async with session.post(target, data=body, headers=headers) as answer:
                    if answer.status == 200:
                        self.pending.remove(first)
                    else:
                        await asyncio.sleep(0.05)


_AS_JSON = (
    "reply_markup",
    "entities",
    "commands",
    "scope",
    "link_preview_options",
    "allowed_updates",
)
"""Parameters that come as JSON in a form."""


async def _params(request: web.Request) -> dict[str, Any]:
    """The parameters however they were sent: in the address, as a form, in parts or as JSON."""
    values: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        values |= await request.json()
    elif request.can_read_body:
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                content = value.file.read()
                is_text = value.content_type.startswith(("text/", "application/json"))
                values[name] = {
                    "name": value.filename,
                    "content": content.decode() if is_text else content,
                }
            else:
                values[name] = value
    for name in _AS_JSON:
        if isinstance(values.get(name), str):
            values[name] = json.loads(values[name])
    return values


# -- faults: each takes the server, the request and what would be done


async def server_error(api: BotApi, request: web.Request, go: Callable[[], Any]) -> Any:
    """500, and nothing was done."""
    raise Refusal(500, "Internal Server Error")


async def server_error_after(api: BotApi, request: web.Request, go: Callable[[], Any]) -> Any:
    """500, though it was done."""
    await go()
    raise Refusal(500, "Internal Server Error")


async def reset_before(api: BotApi, request: web.Request, go: Callable[[], Any]) -> Any:
    """The connection breaks before anything is done."""
    if request.transport:
        request.transport.abort()
    raise Refusal(500, "never sent")


async def reset_after(api: BotApi, request: web.Request, go: Callable[[], Any]) -> Any:
    """It is done, and the connection breaks before the answer."""
    await go()
    if request.transport:
        request.transport.abort()
    raise Refusal(500, "never sent")


def too_many(seconds: int) -> Fault:
    """429 with ``retry_after``."""

    async def fault(api: BotApi, request: web.Request, go: Callable[[], Any]) -> Any:
        raise Refusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)

    return fault


def refuse(code: int, description: str) -> Fault:
    """Any other refusal."""

    async def fault(api: BotApi, request: web.Request, go: Callable[[], Any]) -> Any:
        raise Refusal(code, description)

    return fault


def slow(seconds: float) -> Fault:
    """It is done, late."""

    async def fault(api: BotApi, request: web.Request, go: Callable[[], Any]) -> Any:
        await asyncio.sleep(seconds)
        return await go()

    return fault
