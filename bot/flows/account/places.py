"""Where somebody's words are open: each place in a line, and how browsers are closed.

Page: ``places``. Action: ``close:KEY`` for one browser, ``close:all`` for all but this one.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.words.words import Words
from bot.domain.addresses import Address
from bot.domain.crossing import PAGE as BROWSER
from bot.domain.crossing import Place, WaysIn
from bot.domain.door_commands import ClosePlaces
from bot.domain.offers import Button
from bot.engine.context import TurnContext
from bot.engine.dates import day_in
from bot.engine.wording import Text, fill, join

PLACES = "places"

CLOSE = "close"


def show(turn: TurnContext, _: str = "") -> None:
    """Show where their words are open."""
    turn.conversation.open_page = PLACES
    zone = turn.conversation.preferences.zone
    turn.tell(places_text(turn.content.words, turn.access.ways_in, turn.event.address, zone))


def places_text(words: Words, ways: WaysIn, here: Address | None, zone: str) -> Text:
    """Return each place in a line with its number."""
    lines = [fill(words, words.open_places.heading)]
    for number, each in enumerate(ways.places, 1):
        place = named(words, each, here, zone)
        lines.append(fill(words, words.open_places.line, number=number, place=place))
    return join("\n", lines)


def named(words: Words, place: Place, here: Address | None, zone: str) -> Text:
    """Return what a place is called: what it is, since which day, and whether it is this one.

    ``zone`` is the one of whose place it is.
    """
    said = words.open_places
    what = said.browser if place.address.channel == BROWSER else said.chat
    parts = [fill(words, what)]
    if place.since:
        parts.append(fill(words, said.since, date=day_in(place.since, zone)))
    if place.address == here:
        parts.append(fill(words, said.this))
    return join(", ", parts)


def buttons(turn: TurnContext, _: str = "") -> Iterator[Button]:
    """Yield the way to close each other browser, and all of them."""
    said, ways = turn.content.words.open_places, turn.access.ways_in
    others = ways.others(turn.event.address)
    for number, each in enumerate(ways.places, 1):
        if each in others:
            label = turn.fill(said.close, number=number)
            yield Button(label, f"{CLOSE}:{each.key}", side=True)
    if len(others) > 1:
        yield Button(said.close_all, f"{CLOSE}:all", side=True)


def close(turn: TurnContext, which: str) -> None:
    """Close a browser, or all but the one in use: it is signed out. Words stay as they are."""
    said, ways = turn.content.words.open_places, turn.access.ways_in
    found = [e for e in ways.others(turn.event.address) if which in ("all", e.key)]
    if found:
        turn.do(ClosePlaces(tuple(each.address for each in found)))
    turn.conversation.open_page = ""
    turn.say(said.closed if found else said.closed_already)
    turn.show_again()
