"""Finding links by words: those that fit most words come first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from bot.analysis import tokens
from bot.content.models.resource import Resource

_COMMON = tokens.word_set(
    "a about an and are as at for from how i in is it me my of on or the to with"
)


def search(resources: Iterable[Resource], topics: Mapping[str, str], typed: str) -> list[Resource]:
    """Return the resources that have any of the typed words, the best first, else as they stand.

    ``topics`` are the labels by topic, which count as words too. Common small words and
    endings do not matter: *coach*, *coaches* and *coaching* find the same.
    """
    wanted = stems(typed)
    scored = [(len(wanted & _link_stems(_text(each, topics))), each) for each in resources]
    return [each for score, each in sorted(scored, key=lambda one: -one[0]) if score]


def stems(text: str) -> frozenset[str]:
    """Return the stems of the words of a text, without the common small ones."""
    return frozenset(tokens.stems(set(tokens.words(text)) - _COMMON))


@lru_cache(maxsize=1024)  # of links only: what learners type is not kept in memory
def _link_stems(text: str) -> frozenset[str]:
    return stems(text)


def _text(resource: Resource, topics: Mapping[str, str]) -> str:
    labels = (topics.get(topic, "") for topic in resource.topics)
    parts = (resource.title, resource.author, resource.owner, resource.why, resource.note)
    return " ".join([*(part for part in parts if part), *labels])
