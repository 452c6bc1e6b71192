"""Who asks back what the coach has just asked or said: “enough what”, “support wi whit?”, “what do
you mean by that”."""

from __future__ import annotations

from bot.analysis.patterns import lazy
from bot.analysis.reading.words import heard_text

_ECHO = lazy(
    r"\W*(?:(?:eh|huh|sorry|but|um|er|pardon) )?"
    r"(?!(?:now|so|guess|then|and|or|but|you|know|tell|like|for|do|no|so)\b)"
    r"(\w+(?: \w+){0,2}) (?:what|whit|fit|who|whom|where|which|than what|with what|for what)"
    r"(?: though| exactly| like)?\W*"
)

_MEANS = lazy(
    r"\W*(?:(?:eh|huh|sorry|but|um|er|pardon|ok|hm+|i|am|i'm|lol),? )*(?:(?:don't|do not|didn't|"
    r"did not) "
    r"(?:get|understand|follow)(?: (?:it|that|this|you|the question|what you mean))?\W*"
    r"|(?:what|whit|fit|wot|wat)(?:'s|s| is| does| do| d'| did| are)* ?(?:you|ye|u|that|this|it|"
    r"the question)"
    r"(?: \w+)?? (?:mean|meaning|on about|asking|supposed to mean|want from me)(?: by (?:that|"
    r"this|it)| here)?"
    r"(?:\W.*)?"
    r"|(?:please,? )?what (?:does )?(?:this|the|that) question want.*"
    r"|(?:(?:please|can you|could you|would you|will you),? )*(?:say|put|ask|tell)(?: me)? (?:it|"
    r"that|this|the question)"
    r" (?:\w+ )?(?:other|another|different|simpler|plainer|easier|again)\b.*"
    r"|(?:what|whit)(?:'s|s| is) (?:that|this|it) (?:supposed|meant) to mean\W*"
    r"|(?:you've |you have )?lost me\W*)"
)


_OF_SAID = lazy(
    r"\W*(?:(?:eh|huh|sorry|but|um|ok|hm+),? )*(?:what|whit|wot|wat|why)(?:'s|s| is| was| do| "
    r"did)* "
    r"(?:(?:this|that|it) )?(?:that )?(?:you|ye|u) (?:say|says|saying|said|wrote|write|call)"
    r"(?: (?:this|that|it|there|here|about me|of me|about it|about that))*(?:\W.*)?"
)


def asks_of_what_was_said(text: str) -> bool:
    """Return whether somebody asks about what the coach said of their words: “what is this you say
    about me”."""
    return _OF_SAID.fullmatch(heard_text(text)) is not None


def echoed(text: str) -> str:
    """Return the words of the coach's that somebody asks back about, "" for none."""
    found = _ECHO.fullmatch(heard_text(text))
    return found[1] if found else ""


def asks_what_is_meant(text: str) -> bool:
    """Return whether somebody asks what the coach means, whatever that is."""
    return _MEANS.fullmatch(heard_text(text)) is not None
