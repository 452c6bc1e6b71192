"""How somebody says that they are: what a person would hear first in “im shattered, how many words
left”."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.analysis.reading.low_worth import low_worth
from bot.analysis.reading.own_news import is_own_bad_news, own_news_in
from bot.analysis.reading.people import is_person, tells_of_other_people
from bot.analysis.reading.words import heard_words
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.cues import says
from bot.flows.coaching.reading import read_text

WEIGHT: Sequence[str] = (
    *("own_news", "hurt", "afraid", "low", "tired", "fed_up", "rank", "pleased"),
    *("felt", "thanks"),
)
"""What is heard, the heaviest first. Each has its lines under ``kinds.beside``."""

SURE = 1.0
"""How much likelier than the next kind, in logits, a piece must be."""

MOST = 14
"""Words of the longest piece that says by an author's words how somebody is."""


def may_say_how_they_are(turn: TurnContext) -> bool:
    """Return whether a message has any word by which ``how_they_are`` may find something: a story
    is spared the reading of each of its sentences."""
    cues, text = turn.content.listening.kinds.cues, turn.event.text
    listed = (cues.pleased, cues.hurt, cues.afraid, cues.tired, cues.fed_up, cues.thanks)
    is_listed = not turn.says.isdisjoint(listed)
    return is_listed or turn.reading.kind in _BY_KIND or bool(low_worth(text) or own_news_in(text))


def how_they_are(turn: TurnContext, piece: str) -> str:
    """Return what a piece of a message says of the writer, "" for nothing."""
    low = low_worth(piece)
    if is_own_bad_news(piece):
        return "own_news"
    reading = read_text(turn, piece)
    listed = by_list(turn, piece)
    if listed and not (reading.own_act and reading.kind == "evidence"):
        return listed
    if low:
        return "rank" if low == "rank" else "low"
    if reading.act or reading.sure < SURE:
        return ""
    if reading.kind == "talk" and says(piece, turn.content.listening.kinds.cues.thanks):
        return "thanks"
    return _BY_KIND.get(reading.kind, "")


_BY_KIND: Mapping[str, str] = {
    "denial": "rank",
    "feeling_about_task": "felt",
}


def by_list(turn: TurnContext, piece: str) -> str:
    """Return what an author's words say of the writer, and of nobody else."""
    cues = turn.content.listening.kinds.cues
    others = any(map(is_person, heard_words(piece))) or tells_of_other_people(piece)
    if count_words(piece) > MOST or others:
        return ""
    lists = {
        "pleased": cues.pleased,
        "hurt": cues.hurt,
        "afraid": cues.afraid,
        "tired": cues.tired,
        "fed_up": cues.fed_up,
    }
    return next((name for name, words in lists.items() if says(piece, words)), "")
