"""Rows of an outbox held to what Telegram takes, without a server: for tests of the flows."""

from __future__ import annotations

from collections.abc import Iterable

from bot.channels.telegram_bot.http import encodable
from bot.channels.telegram_bot.parts import ChannelWords, parts
from bot.channels.telegram_bot.rendering import render
from bot.domain.addresses import Address
from bot.domain.outbox import Outgoing
from bot.domain.turn import Turn
from tests.support.bot_api.rules import Refusal, check_markup, check_text
from tests.support.bot_api.strict import check_call

LINES = ChannelWords("You can also press:", "not deleted")

_NOT_SENT = ("chat_id", "otherwise")

_MADE_LATER = {"name": "file", "content": b"made when it leaves"}


def check_turn(turn: Turn) -> None:
    """Raise AssertionError for what Telegram would refuse of what a turn says."""
    check_rows(parts(turn, Address("phone", "1"), LINES))


def check_rows(rows: Iterable[Outgoing]) -> None:
    """Raise AssertionError for what Telegram would refuse of a turn's rows.

    Whom they are for is the test's own, and a file is made only when its row leaves.
    """
    for row in rows:
        method, params = render(row, LINES, lambda action: f"~{len(action)}")
        sent = {name: each for name, each in params.items() if name not in _NOT_SENT}
        params = encodable(sent)
        params |= {name: _MADE_LATER for name in ("document", "photo") if name in params}
        try:
            check_call(method, params)
            check_markup(params.get("reply_markup", {}))
            if method == "sendMessage":
                check_text(params["text"], params.get("entities", []))
        except Refusal as refusal:
            raise AssertionError(f"{method}: {refusal}: {params}") from None
