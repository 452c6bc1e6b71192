"""What the Bot API documents of each call that the coach makes: names, types and bounds.

Names come from the library's own signatures and types, bounds from its constants, and the rest from
the Bot API's page. A real server passes over what it does not know; here it is refused, because a
parameter that nobody reads is a slip.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from typing import Any

from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions, MessageEntity, TelegramObject
from telegram import ReplyKeyboardMarkup as Keyboard
from telegram import constants as known

from tests.support.bot_api.rules import Refusal, utf16

Params = dict[str, Any]

METHODS: dict[str, Callable[..., Any]] = {
    "getMe": Bot.get_me,
    "getUpdates": Bot.get_updates,
    "getWebhookInfo": Bot.get_webhook_info,
    "setWebhook": Bot.set_webhook,
    "deleteWebhook": Bot.delete_webhook,
    "sendMessage": Bot.send_message,
    "sendDocument": Bot.send_document,
    "sendPhoto": Bot.send_photo,
    "sendChatAction": Bot.send_chat_action,
    "deleteMessage": Bot.delete_message,
    "answerCallbackQuery": Bot.answer_callback_query,
    "setMyCommands": Bot.set_my_commands,
    "deleteMyCommands": Bot.delete_my_commands,
    "setMyDescription": Bot.set_my_description,
    "setMyShortDescription": Bot.set_my_short_description,
}
"""Every method that the coach calls."""

_OF_THE_LIBRARY = re.compile(r"\w+_timeout|api_kwargs|self|filename|disable_web_page_preview")

_ONE_OF = {"url", "callback_data", "copy_text", "web_app", "login_url", "switch_inline_query"}

_STYLES = set(known.KeyboardButtonStyle)

_TIME_FORMAT = re.compile(r"r|w?[dD]?[tT]?")

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")

_START = re.compile(r"[?&]start=([^\s&#]*)")

_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")

_SCOPES = {"default": set[str](), "all_private_chats": set[str](), "chat": {"chat_id"}}


def check_call(method: str, params: Params) -> None:
    """Refuse a call as Telegram would, and what it would only pass over."""
    if method not in METHODS:
        return  # answered 404 as ever
    named = inspect.signature(METHODS[method]).parameters
    allowed = {each for each in named if not _OF_THE_LIBRARY.fullmatch(each)}
    _demand(not params.keys() - allowed, f"unknown {params.keys() - allowed} in {method}")
    for name, check in CHECKS.items():
        if name in params:
            check(params[name])
    text = str(params.get("text", params.get("caption", "")))
    _check_start_links(text)
    _check_entities(text, params.get("entities", params.get("caption_entities", [])))


def _demand(holds: object, why: str) -> None:
    if not holds:
        raise Refusal(400, f"Bad Request: {why}")


def _known(kind: type[TelegramObject], value: Any) -> None:
    """Refuse what is in no field of an object of the Bot API, however deep."""
    _demand(isinstance(value, dict), f"{kind.__name__} is an object")
    found = kind.de_json(value, None)
    for each in _objects(found):
        _demand(not each.api_kwargs, f"unknown {set(each.api_kwargs)} in {type(each).__name__}")


def _objects(value: Any) -> Iterator[TelegramObject]:
    if isinstance(value, TelegramObject):
        yield value
        for name in value.to_dict(recursive=False):
            yield from _objects(getattr(value, name, None))
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _objects(each)


def _check_chat(chat: Any) -> None:
    _demand(re.fullmatch(r"-?\d{1,16}", str(chat)), "chat not found")


def _check_markup(markup: Any) -> None:
    if "inline_keyboard" in markup:
        _known(InlineKeyboardMarkup, markup)
        rows = markup["inline_keyboard"]
        _demand(all(len(row) <= 8 for row in rows), "more than 8 buttons in a row")
        _demand(sum(map(len, rows)) <= 100, "reply markup is too long")
        for button in (each for row in rows for each in row):
            _check_inline(button)
    elif "keyboard" in markup:
        _known(Keyboard, markup)
        for button in (each for row in markup["keyboard"] for each in row):
            _check_button(button)
        placeholder = markup.get("input_field_placeholder", "x")
        _demand(1 <= len(placeholder) <= 64, "placeholder of 1 to 64 characters")
    else:
        _demand(markup == {"remove_keyboard": True}, "object expected as reply markup")
    rows = markup.get("inline_keyboard", markup.get("keyboard", [[0]]))
    _demand(rows and all(rows), "a keyboard without a button")


def _check_inline(button: Params) -> None:
    _demand(len(_ONE_OF & button.keys()) == 1, "exactly one thing that a button does")
    _demand(1 <= len(button.get("copy_text", {}).get("text", "x")) <= 256, "1 to 256 copied")
    if "copy_text" in button:
        _check_start_links(button["copy_text"]["text"])
    _check_button(button)


def _check_button(button: Params) -> None:
    _demand(button["text"].strip(), "text buttons must be non-empty")
    _demand(button.get("style", "danger") in _STYLES, f"no style {button.get('style')!r}")


def _check_preview(options: Any) -> None:
    _known(LinkPreviewOptions, options)


def _check_entities(text: str, entities: Any) -> None:
    """Entities of known kinds that begin and end at characters and stand beside each other."""
    _demand(len(entities) <= known.MessageLimit.MESSAGE_ENTITIES, "more than 100 entities")
    units, after = text.encode("utf-16-le"), 0
    for entity in sorted(entities, key=lambda each: int(each["offset"])):
        _known(MessageEntity, entity)
        kind, start = entity["type"], entity["offset"]
        end = start + entity["length"]
        _demand(kind in set(known.MessageEntityType), f"no entity {kind!r}")
        _demand(entity["length"] > 0 and start >= after, "empty or overlapping entities")
        _demand(_whole(units[start * 2 : end * 2]), "entity begins in the middle of a character")
        _demand(kind != "text_link" or entity.get("url"), "a link without its address")
        _check_start_links(entity.get("url", ""))
        if kind == "date_time":
            shown = entity.get("date_time_format", "")
            _demand(isinstance(entity.get("unix_time"), int), "a time without its seconds")
            _demand(_TIME_FORMAT.fullmatch(shown), f"no format {shown!r}")
        after = end


def _whole(units: bytes) -> bool:
    try:
        return bool(units.decode("utf-16-le"))
    except UnicodeDecodeError:
        return False


def _check_start_links(text: str) -> None:
    """A link that opens the bot carries 64 characters of letters, digits, _ and - at most."""
    for link in _START.finditer(text):
        parameter = link[1].rstrip(".,)")
        _demand(_PARAMETER.fullmatch(parameter), f"start parameter of {len(parameter)}")


def _check_file(file: Any) -> None:
    _demand(isinstance(file, dict) and file["content"], "file must be non-empty")
    _demand(len(file["content"]) <= 50 * 1024 * 1024, "file is too big")
    _demand(file["name"] and utf16(file["name"]) <= 255, "a file with no name")


def _check_commands(commands: Any) -> None:
    _demand(len(commands) <= known.BotCommandLimit.MAX_COMMAND_NUMBER, "BOT_COMMANDS_TOO_MUCH")
    for each in commands:
        _demand(each.keys() == {"command", "description"}, "a command has two fields")
        _demand(_COMMAND.fullmatch(each["command"]), "BOT_COMMAND_INVALID")
        _demand(1 <= len(each["description"]) <= 256, "BOT_COMMAND_DESCRIPTION_INVALID")


def _check_scope(scope: Any) -> None:
    kind = scope.get("type")
    _demand(kind in _SCOPES and scope.keys() - {"type"} == _SCOPES[kind], f"no scope {scope}")


def _between(least: int, most: int, what: str) -> Callable[[Any], None]:
    def check(value: Any) -> None:
        _demand(least <= utf16(str(value)) <= most, f"{what} of {least} to {most} characters")

    return check


def _one_of(values: set[str], what: str) -> Callable[[Any], None]:
    return lambda value: _demand(value in values, f"no {what} {value!r}")


CHECKS: dict[str, Callable[[Any], None]] = {
    "chat_id": _check_chat,
    "text": _between(1, known.MessageLimit.MAX_TEXT_LENGTH, "text"),
    "caption": _between(0, known.MessageLimit.CAPTION_LENGTH, "caption"),
    "reply_markup": _check_markup,
    "link_preview_options": _check_preview,
    "document": _check_file,
    "photo": _check_file,
    "message_id": lambda value: _demand(int(value) > 0, "message identifier is not specified"),
    "action": _one_of(set(known.ChatAction), "action"),
    "callback_query_id": _between(1, 64, "query"),
    "commands": _check_commands,
    "scope": _check_scope,
    "description": _between(0, known.BotDescriptionLimit.MAX_DESCRIPTION_LENGTH, "description"),
    "short_description": _between(
        0, known.BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH, "short description"
    ),
    "secret_token": lambda value: _demand(
        re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value), "secret token contains unallowed characters"
    ),
    "limit": lambda value: _demand(1 <= int(value) <= 100, "limit of 1 to 100"),
    "allowed_updates": lambda value: _demand(
        set(value) <= set(known.UpdateType), f"no update {value}"
    ),
}
"""What is checked of a parameter of that name."""
