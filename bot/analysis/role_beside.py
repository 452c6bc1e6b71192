"""Who somebody is, where it stands right beside the name: “my boss Derek”, “Jean, one of our
residents,”, “Mr Singh who lives here”."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.patterns import lazy
from bot.analysis.reading.lexicon import word_list
from bot.analysis.reading.words import words_of
from bot.analysis.who_it_is import BEFORE_HEAD, Roles, role_of_words

_BEGINS = word_list("""
    a an the my ma mah our oor his her hur their your one wan yin another
""")
"""Words with which somebody is spoken of: “nurse Janice” is her name, “our nurse Janice” tells."""

_BETWEEN = lazy(r"(?:\s*,)?\s+(?:(?:called|named|ca'?d|cawd)\s+)?|\s*\(\s*")
_OPENED = lazy(r"\s*\(\s*")
_APART = lazy(r"\s*,\s*")
_CLOSED = lazy(r"\s*\)")
_ENDS = lazy(r"\s*,|(?=\s*(?:[.!?;\n]|$))|(?=\s+(?:and|who)\b)")
_DOES = lazy(r"\s*,?\s*(?:who|that|wha)(?:'s| is)?\s+(?P<what>[^.!?,\n]{3,60})")

_TOLD = word_list("told tell tells telt tellt said says say heard think thought knew know saw")
_IS = word_list("is was wis has had would could will can did does isn't wasn't isnt wasnt hadnt")
"""“I told my manager Derek was late” tells the manager of Derek."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The role that is told beside a name, and what is put in the place from ``start`` to ``end``:
    the words that tell it, or None where a marker stands in the place of the name."""

    role: str
    start: int
    end: int
    words: str | None = None


def role_beside(text: str, start: int, end: int, roles: Roles) -> Beside | None:
    """Return what is told beside the name that stands from one place to another of a text."""
    return _before(text, start, end, roles) or _behind(text, start, end, roles)


def _before(text: str, start: int, end: int, roles: Roles) -> Beside | None:
    """Who it is, in front of the name: “my boss Derek”, “a wee boy called Aidan”."""
    words = words_of(text[:start])[-BEFORE_HEAD - 2 :]
    if words and words[-1].plain in ("called", "named"):
        words = words[:-1]
    for at in reversed(range(len(words))):  # “her husband” of “her daughter and her husband”
        between = text[words[-1].end : start]
        if words[at].plain not in _BEGINS or not _BETWEEN.fullmatch(between):
            continue
        if any(sign in ",.;:!?(\n" for sign in text[words[at].start : words[-1].end]):
            continue
        said = [each.plain for each in words[at:]]
        said = said[: -len(own)] if (own := _own(said)) else said  # “a lady we support called …”
        role = role_of_words(said, roles)
        if not role or not (until := _until(text, between, end)):
            continue
        behind = words_of(text[end : end + 30])[:1]
        told = at > 0 and words[at - 1].plain in _TOLD
        if told and behind and behind[0].plain in _IS:
            return None
        return Beside(role, words[at].start, until, text[words[at].start : words[-1].end])
    return None


def _own(said: Sequence[str]) -> Sequence[str]:
    """Return the words at the end of some by which the writer knows somebody, none for none."""
    found = _WE_DO.search(" ".join(said))
    return found[0].split() if found else ()


_WE_DO = lazy(
    r"(?:(?:that|who|wha) )?(?:i|we|ah) (?:support|look after|looked after|care for|work with|"
    r"work wi|visit)$"
)


def _until(text: str, between: str, end: int) -> int:
    """Return the end of what goes with a name behind who it is, 0 where the name begins a new
    thing: “by the time I told my boss, Derek had gone”."""
    if "(" in between:
        found = _CLOSED.match(text, end)
    elif "," in between:
        found = _ENDS.match(text, end)
    else:
        return end
    return found.end() if found else 0


def _behind(text: str, start: int, end: int, roles: Roles) -> Beside | None:
    """Who it is, behind the name: “Derek (my manager)”, “Peter, her son, and”."""
    opened = _OPENED.match(text, end)
    first = opened or _APART.match(text, end)
    if first:
        words = words_of(text[first.end() : first.end() + 60])[: BEFORE_HEAD + 1]
        for size in range(min(BEFORE_HEAD, len(words)), 0, -1):
            last = first.end() + words[size - 1].end
            told = text[first.end() : last]
            until = (_CLOSED if opened else _ENDS).match(text, last)
            begins = opened or words[0].plain in _BEGINS
            if not (until and begins) or any(sign in ",.;:!?()\n" for sign in told):
                continue
            if role := role_of_words([each.plain for each in words[:size]], roles):
                if words[0].plain in _BEGINS:
                    return Beside(role, start, until.end(), told)
                return Beside(role, start, end)  # “(manager)” alone is no way to call them
    return None


def does_beside(text: str, end: int) -> str:
    """Return what somebody is said to do right behind their name: “Mr Singh who lives here”."""
    found = _DOES.match(text, end)
    return found["what"] if found else ""
