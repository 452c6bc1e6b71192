"""Whether words shall go at all, or something was thrown out at work: “deleted the old rota”."""

from __future__ import annotations

from bot.analysis.patterns import lazy

_GO = lazy(
    r"\b(?:del\w*|dle\w*|remov\w*|eras\w*|wip\w*|rid|bin|scrap\w*|scratch|strike|cut|rub|undo|unsend|"
    r"forget|clear|destroy|lose|shred|trash|start again|"
    r"(?:tak|get|pull|leav)\w* .*(?:out|oot|off|back|down))\b"
)
"""What every request to have words deleted has in it, however it is spelt."""

_DONE = lazy(
    r"(?:(?:i|ah|we|then|so|and|also) )*(?:deleted|removed|erased|wiped|scrapped|binned|cleared|"
    r"took|threw|cut|shredded|destroyed|undid) (?!(?:it|that|this)$)"
)
_WORDS = lazy(
    r"\b(?:it|that|this|that's|dat|all|lot|evr?ything|evrything|thing|answers?|statement|i|ah|my|ma|"
    r"me|bits?|lines?|parts?|last|sentences?|words?|messages?|what|data|account|names?|about|aboot|"
    r"abt|remarks?|story|stuff|undo|unsend|paragraphs?|submission|please|pls|plz)\b"
)
"""One of these is in what asks for words to go."""


def wants_gone(said: str, *, acts: bool) -> bool:
    """Return whether words shall go: not where an act is told, and it was done, or to no words."""
    at_work = acts and (_DONE.match(said) or not _WORDS.search(said))
    return not at_work and _GO.search(said) is not None
