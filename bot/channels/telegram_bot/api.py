"""Calls to the Bot API through PTB's port, without reading what nobody uses of the answers."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any, cast

from telegram import Bot, InputFile
from telegram.error import BadRequest
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.channels.telegram_bot.http import AiohttpRequest, JsonBody, encodable
from bot.domain.pictures import Picture
from bot.exports.making import made
from bot.logs import describe
from bot.pictures.catalogue import from_kept

_log = logging.getLogger(__name__)


class Api:
    """One bot. ``bot`` is PTB's own, for its types and for what is called once."""

    def __init__(self, token: str, url: str, draw: Callable[[Picture], bytes]) -> None:
        """Calls go to ``url/bot<token>``: Telegram, or a self-hosted server.

        ``draw`` makes a PNG of a picture: the outbox keeps only what it shows.
        """
        self._draw = draw
        self._updates, self._calls = AiohttpRequest(), AiohttpRequest()
        self.bot = Bot(
            token,
            base_url=f"{url.rstrip('/')}/bot",
            request=self._calls,
            get_updates_request=self._updates,
        )

    async def open(self) -> None:
        """Open the connections. Nothing is sent."""
        await self._updates.initialize()
        await self._calls.initialize()

    async def close(self) -> None:
        """Close the connections."""
        await self._updates.shutdown()
        await self._calls.shutdown()

    async def call(self, method: str, params: dict[str, Any]) -> Any:
        """Call a method and give its raw result. Raises TelegramError.

        PTB's own method would build a Message out of each answer: a tenth of a turn's work, for
        the one number in it that is read.
        """
        if method == "deleteMessage" and "otherwise" in params:
            return await self._delete(params)
        document = params.get("document")
        if isinstance(document, dict) and "file" in document:
            method, params = await self._with_document(method, params, document)
        elif isinstance(document, dict):
            file = InputFile(document["content"].encode(), filename=document["name"])
            params = {**params, "document": file}
        photo = params.get("photo")
        if isinstance(photo, dict):
            method, params = await self._with_picture(method, params, photo)
        return await self._post(self._calls, method, params)

    async def _delete(self, params: dict[str, Any]) -> Any:
        """Take a message out of a chat. Telegram allows it for 48 hours; else say that it stays."""
        where = {"chat_id": params["chat_id"]}
        try:
            message = {"message_id": params["message_id"]}
            return await self._post(self._calls, "deleteMessage", {**where, **message})
        except BadRequest:
            text = {"text": params["otherwise"]}
            return await self._post(self._calls, "sendMessage", {**where, **text})

    async def _with_picture(
        self, method: str, params: dict[str, Any], photo: dict[str, Any]
    ) -> tuple[str, dict[str, Any]]:
        """The call with its picture drawn, or with only the words that say what it shows.

        An author may have taken the framework away while the call waited.
        """
        try:
            drawn = await asyncio.to_thread(self._draw, from_kept(photo["picture"]))
        except Exception as error:
            _log.error("no picture: %s", describe(type(error), error.__traceback__))
            rest = {name: each for name, each in params.items() if name not in ("photo", "caption")}
            return "sendMessage", {**rest, "text": params["caption"]}
        return method, {**params, "photo": InputFile(drawn, filename=photo["name"])}

    async def _with_document(
        self, method: str, params: dict[str, Any], document: dict[str, Any]
    ) -> tuple[str, dict[str, Any]]:
        """The call with its document made, or with only the words for when it cannot be."""
        try:
            content = await asyncio.to_thread(made, document["file"], self._draw)
        except Exception as error:
            _log.error("no document: %s", describe(type(error), error.__traceback__))
            gone = ("document", "caption")
            rest = {name: each for name, each in params.items() if name not in gone}
            return "sendMessage", {**rest, "text": document["file"].otherwise or params["caption"]}
        return method, {**params, "document": InputFile(content, filename=document["name"])}

    async def get_updates(self, offset: int, seconds: int, allowed: list[str]) -> list[Any]:
        """The next raw updates from ``offset`` on, which acknowledges all before it."""
        params = {"offset": offset, "timeout": seconds, "allowed_updates": allowed}
        found = await self._post(self._updates, "getUpdates", params, read_timeout=seconds + 10)
        return list(found)

    async def _post(
        self, request: BaseRequest, method: str, params: dict[str, Any], **more: Any
    ) -> Any:
        has_file = any(isinstance(each, InputFile) for each in params.values())
        # PTB's class is final, and its port reads no more of it than this one has.
        data = _form(encodable(params)) if has_file else cast(RequestData, JsonBody(params))
        return await request.post(f"{self.bot.base_url}/{method}", request_data=data, **more)


def _form(params: dict[str, Any]) -> RequestData:
    return RequestData([RequestParameter.from_input(name, each) for name, each in params.items()])
