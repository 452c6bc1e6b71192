"""The answer to /resources: links by topic or by words, five at a time.

Pages: ``links`` the dialogue's own links, and the topics · ``links..5`` its own from the sixth on ·
``links.coaching.5`` a topic from its sixth on · ``find.0.coaching plan`` what some words found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.analysis.link_search import search
from bot.content.models.resource import Resource
from bot.domain.offers import Button
from bot.engine.context import TurnContext
from bot.engine.wording import Text, Typed, join
from bot.flows.reflection.screens import link_all

LINKS, FIND = "links", "find"

PAGES = (LINKS, FIND)

AT_A_TIME = 5

LONGEST = 40
"""Characters of what is searched for: it is kept while the page is open."""


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The subject of a page of links, its first link, and all the links there.

    ``name`` is the page's name up to the number of its first link, ``typed`` what was searched for.
    """

    title: Text
    first: int
    links: Sequence[Resource]
    name: str
    typed: str = ""


def resources(turn: TurnContext, typed: str = "") -> None:
    """``/resources``: the dialogue's own links; with words after it what is about them."""
    wanted = " ".join(typed.split())[:LONGEST]
    if wanted and not _found(turn, wanted):
        turn.say(turn.content.words.resources.none_found, typed=Typed(wanted))
        wanted = ""
    show(turn, f"{FIND}.0.{wanted}" if wanted else LINKS)


def more(turn: TurnContext, _: str = "") -> None:
    """*More links* of what was searched for."""
    shelf = _shelf(turn, turn.page_before)
    show(turn, f"{shelf.name}.{shelf.first + AT_A_TIME}.{shelf.typed}")


def show(turn: TurnContext, name: str) -> None:
    """Show the page of that name and leave it open."""
    turn.conversation.open_page = name
    turn.conversation.has_read = True
    words, shelf = turn.content.words.resources, _shelf(turn, name)
    end = words.ask if name == LINKS else words.end
    some = shelf.links[shelf.first : shelf.first + AT_A_TIME]
    if not some:
        turn.say(words.ask)
        return
    facts = {"first": shelf.first + 1, "last": shelf.first + len(some), "total": len(shelf.links)}
    title = join("\n", [shelf.title, turn.fill(words.some, **facts)])
    entries = [_entry(turn, each) for each in some]
    turn.tell(title, *entries, turn.fill(end), links=link_all(some))


def buttons(turn: TurnContext, name: str) -> Iterator[Button]:
    """Yield the ways on from a page of links."""
    words, shelf = turn.content.words.buttons, _shelf(turn, name)
    following = shelf.first + AT_A_TIME
    if following < len(shelf.links):
        action = "more" if shelf.typed else f"page:{shelf.name}.{following}"
        yield Button(words.more_links, action, side=True)
    if name != LINKS:
        yield Button(words.topics, f"page:{LINKS}", side=True)
        return
    for topic in turn.content.topics:
        yield Button(topic.label, f"page:{LINKS}.{topic.id}.0", side=True)


def _shelf(turn: TurnContext, name: str) -> _Shelf:
    """The shelf of a page's name. One that is odd, or of a topic now gone, is the dialogue's."""
    words, known = turn.content.words.resources, turn.content.resources
    head, _, rest = name.partition(".")
    first, _, rest = rest.partition(".")
    if head == FIND and (found := _found(turn, rest)):
        title = turn.fill(words.found, typed=Typed(rest))
        return _Shelf(title, _start(first, found), found, FIND, rest)
    for topic in turn.content.topics:
        if topic.id == first:
            links = [each for each in known.values() if topic.id in each.topics]
            title = turn.fill(words.topic, topic=topic.label)
            return _Shelf(title, _start(rest, links), links, f"{LINKS}.{topic.id}")
    links = [known[each] for each in turn.dialogue.resources]
    title = turn.fill(words.topic, topic=turn.fill(words.for_this, name=turn.dialogue.name))
    return _Shelf(title, _start(rest, links), links, f"{LINKS}.")


def _start(written: str, links: Sequence[Resource]) -> int:
    """Return a place on a shelf, from a page's name that may be odd."""
    return min(int(written), len(links) - 1) if written.isdecimal() and links else 0


def _found(turn: TurnContext, typed: str) -> list[Resource]:
    topics = {topic.id: topic.label for topic in turn.content.topics}
    return search(turn.content.resources.values(), topics, typed)


def _entry(turn: TurnContext, resource: Resource) -> Text:
    """Return one link in words: what, whose, why, and what to know before it is opened."""
    words = turn.content.words.resources
    by = (resource.author, resource.owner, str(resource.year or ""))
    who = ", ".join(part for part in by if part)
    parts: list[str] = [
        "•",
        turn.fill(words.entry, title=resource.title, who=who, why=resource.why),
    ]
    parts += [resource.note] if resource.note else []
    if resource.is_old:
        parts.append(turn.fill(words.old, year=resource.year))
    if resource.country == "England":
        parts.append(turn.fill(words.england))
    if resource.status in ("closed", "print"):
        parts.append(turn.fill(getattr(words, resource.status)))
    elif resource.status == "not_verified":
        parts.append(turn.fill(words.front_page if resource.address else words.no_page))
    return join(" ", parts)
