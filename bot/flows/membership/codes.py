"""Codes that are typed: ``/join 6HMP-4E5A``, ``join 6hmp 4e5a``, or the code and nothing else."""

from __future__ import annotations

import re

from bot.analysis.letters import bare
from bot.domain.conversation import Conversation
from bot.domain.invitations import CODE_CHARACTERS, CODE_LENGTH, as_code, hashed

_HALF = f"[{CODE_CHARACTERS}]{{{CODE_LENGTH // 2}}}"

_CODE = rf"{_HALF}[ \-–.]?{_HALF}"

_BARE = re.compile(rf"(?=.*[0-9])(?=.*[a-z]){_CODE}", re.IGNORECASE)
"""A code that stands alone has a digit and a letter, as each new one has: no word reads so."""

_JOIN = re.compile(
    rf"(?:please\s)?join(?:\swith)?:?\s(?:(?:the\s)?code:?\s)?({_CODE})", re.IGNORECASE
)

_TRIED = re.compile(r"(?=.*[0-9]|[^a-z]*$)[0-9A-Za-z]{2,10}(?:[ \-–.]?[0-9A-Za-z]{1,6})?")
"""What may be meant as a code, once one was asked for: with a digit, or in large letters."""


def code_in(text: str, *, asked: bool = False) -> str:
    """Return the code that a message is, in its one form; "" for none.

    ``asked`` says that a code was asked for: then what looks nearly like one is taken for one too.
    """
    said = " ".join(bare(text).split())
    command, _, rest = said.partition(" ")
    if command.partition("@")[0].lower() == "/join":
        return as_code(rest)
    if found := _JOIN.fullmatch(said):
        return as_code(found[1])
    is_code = _BARE.fullmatch(said) or (asked and _TRIED.fullmatch(said))
    return as_code(said) if is_code else ""


def asks_code(conversation: Conversation) -> bool:
    """Return whether a code was asked for."""
    return conversation.prompt == "code"


def token_in(conversation: Conversation, text: str) -> tuple[str, bool]:
    """Return the hash of what a link or a typed code brings along, and whether it is a code."""
    command, *rest = text.split(maxsplit=1) or [""]
    if command.partition("@")[0].lower() == "/start":
        return (hashed(rest[0].strip()) if rest else "", False)
    code = code_in(text, asked=asks_code(conversation))
    return (hashed(code) if code else "", bool(code))
