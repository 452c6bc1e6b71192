"""Who asks what a word of the coach's means, however it is wrapped, and which word."""

from __future__ import annotations

from bot.analysis.one_voice import in_one_voice
from bot.analysis.patterns import lazy

ASKS_MEANING = lazy(
    r"(?:(?:sorry|but|and|ok|well|please|hi|hello|so|eh|um|coach) )*"
    r"(?:(?:(?:would|could|can|will|wid|cud) (?:you|ye|u)|i (?:do not|don't|dont|am not|would|wish|"
    r"want|need)|i'd|i'm not)(?: \w+){0,6} |(?:kindly |please )?(?:explain|clarify|tell me) )?"
    r"what(?: is|'?s| was| do you| did you| are you)?(?: (?:even|actually|really|exactly))? "
    r"(?:meant|mean|meaning) (?:here )?by\b"
    r"|.*\bi (?:just |only )?(?:asked|was asking|am asking)(?: you)? what (?:\S+ ){1,4}means?\b"
)
"""“Kindly clarify what is meant by 'management'. I was not the manager.”"""

_WORD_MEANT = lazy(
    r"(?:(?:sorry|and|but|so|ok|hi|eh|um|please) )*(?:what|whit|wot|wat)(?: is|'?s| does|s| do)? "
    r"(?!they mean by)(?:an? |the |by )?([\w'-]+(?: [\w'-]+)??) (?:even |actually |really )?"
    r"(?:mean|means|meaning|stand for|stands for)\b"
)
"""Who asks what a word means: “what does holistic mean”, “whats PBS stand for”."""

_WHAT_IS = lazy(
    r"(?:(?:sorry|and|but|so|ok|hi|eh|um|please|no|i said) )*what(?:'s| is| are)? "
    r"(?:do (?:you|they) mean by (?:an? |the )?'?([\w'-]+)"
    r"|(?:it )?means? (?:an? |the |by )?([\w'-]+(?: [\w'-]+){0,3})"
    r"|'?([\w-]+(?: [\w-]+){0,2})'? in (?:plain |simple )?english)\b"
    r"|(?:.*[.!?,] )?what(?:'s| is) an? '?([\w-]+)'?"
    r"(?: (?:when it's at home|even|exactly|anyway)\b|\W*$)"
    r"|.*\b(?:don't|do not|not|never) (?:know|understand|get|heard) (?:of )?"
    r"(?:the|this|that) word:? '?([\w'-]+)"
)
"""“what mean overlap?”, “what is evidence in english”, “i dont know the word criterion”."""

_MEANING_OF = lazy(
    r"\b(?:the )?meaning of (?:the (?:word|term) )?(?:an? |the )?[“\"']?([\w'-]+)[”\"']?\W*$"
)

_MEANT_BY = lazy(
    r".*\bwhat(?: is|'?s| was| do you| did you| are you)?(?: (?:even|actually|really|exactly))?"
    r" (?:meant|mean|meaning) (?:here )?by (?:an? |the |this )?(?:(?:word|term):? )?'?([\w-]+)"
    r"|.*\bwhat (?:the |this |that |a )?(?:word|term):? '?([\w-]+)'? (?:even |actually |really )?"
    r"(?:means?|is|stands for)\b"
)
"""The same, however it is wrapped: “kindly clarify what is meant by 'management' here”."""

_WHAT_IS_BARE = lazy(
    r"(?:(?:sorry|and|but|so|ok|hi|eh|um|please|no) )*what(?:'s| is| are)? (?:an? |the )?"
    r"'?([\w-]+)'?"
    r"(?: (?:even|exactly|anyway|again|here))?\s*(?:$|[?.!,])"
)
"""“what is rota? i look in dictionary”: a word that may be none."""

_PLAIN_MARKS = str.maketrans("’", "'", '“”"‘')


def word_meant(text: str) -> str:
    """Return the word whose meaning is asked for, in small letters, "" where none is."""
    plain = in_one_voice(text.strip().casefold().translate(_PLAIN_MARKS))
    found = _MEANING_OF.search(plain) or _MEANT_BY.match(plain)
    found = found or _WORD_MEANT.match(plain) or _WHAT_IS.match(plain)
    word = next(filter(None, found.groups()), "") if found else ""
    return word if word not in ("you", "ye", "u") else ""


def word_asked_barely(text: str) -> str:
    """Return the word of “what is rota?”, "" where none stands there: it may be any."""
    plain = in_one_voice(text.strip().casefold().translate(_PLAIN_MARKS))
    found = _WHAT_IS_BARE.match(plain)
    return found[1] if found else ""


def asks_of_badge(text: str) -> bool:
    """Return whether it is asked what management or leadership means: that has an answer of its
    own."""
    return word_meant(text).startswith(("manag", "lead"))
