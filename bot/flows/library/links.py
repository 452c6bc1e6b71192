"""The answer to /resources: links by topic or by words, five at a time.

Pages: ``links`` the dialogue's own links, and the topics · ``links..5`` its own from the sixth on ·
``links.coaching.5`` a topic from its sixth on · ``find.0.coaching plan`` what some words found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.analysis.link_search import search
from bot.content.models.resource import Resource
from bot.domain.turn import Button
from bot.engine.context import Talk
from bot.engine.wording import Text, Typed, join
from bot.flows.reflection.screens import link_all

LINKS, FIND = "links", "find"

PAGES = (LINKS, FIND)

AT_A_TIME = 5

LONGEST = 40
"""Characters of what is searched for: it is kept while the page is open."""


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What a page of links is about, its first link, and all the links there.

    ``name`` is the page's name up to the number of its first link, ``typed`` what was searched for.
    """

    title: Text
    first: int
    links: Sequence[Resource]
    name: str
    typed: str = ""


def resources(talk: Talk, typed: str = "") -> None:
    """``/resources``: the dialogue's own links; with words after it what is about them."""
    wanted = " ".join(typed.split())[:LONGEST]
    if wanted and not _found(talk, wanted):
        talk.say(talk.content.words.resources.none_found, typed=Typed(wanted))
        wanted = ""
    show(talk, f"{FIND}.0.{wanted}" if wanted else LINKS)


def more(talk: Talk, _: str = "") -> None:
    """*More links* of what was searched for."""
    shelf = _shelf(talk, talk.page)
    show(talk, f"{shelf.name}.{shelf.first + AT_A_TIME}.{shelf.typed}")


def show(talk: Talk, name: str) -> None:
    """Show the page of that name and leave it open."""
    talk.conversation.page = name
    words, shelf = talk.content.words.resources, _shelf(talk, name)
    end = words.ask if name == LINKS else words.end
    some = shelf.links[shelf.first : shelf.first + AT_A_TIME]
    if not some:
        talk.say(words.ask)
        return
    facts = {"first": shelf.first + 1, "last": shelf.first + len(some), "total": len(shelf.links)}
    title = join("\n", [shelf.title, talk.fill(words.some, **facts)])
    entries = [_entry(talk, each) for each in some]
    talk.tell(title, *entries, talk.fill(end), links=link_all(some))


def buttons(talk: Talk, name: str) -> Iterator[Button]:
    """The ways on from a page of links."""
    words, shelf = talk.content.words.buttons, _shelf(talk, name)
    following = shelf.first + AT_A_TIME
    if following < len(shelf.links):
        action = "more" if shelf.typed else f"page:{shelf.name}.{following}"
        yield Button(words.more_links, action, side=True)
    if name != LINKS:
        yield Button(words.topics, f"page:{LINKS}", side=True)
        return
    for topic in talk.content.topics:
        yield Button(topic.label, f"page:{LINKS}.{topic.id}.0", side=True)


def _shelf(talk: Talk, name: str) -> _Shelf:
    """The shelf of a page's name. One that is odd, or of a topic now gone, is the dialogue's."""
    words, known = talk.content.words.resources, talk.content.resources
    head, _, rest = name.partition(".")
    first, _, rest = rest.partition(".")
    if head == FIND and (found := _found(talk, rest)):
        title = talk.fill(words.found, typed=Typed(rest))
        return _Shelf(title, _start(first, found), found, FIND, rest)
    for topic in talk.content.topics:
        if topic.id == first:
            links = [each for each in known.values() if topic.id in each.topics]
            title = talk.fill(words.topic, topic=topic.label)
            return _Shelf(title, _start(rest, links), links, f"{LINKS}.{topic.id}")
    links = [known[each] for each in talk.dialogue.resources]
    title = talk.fill(words.topic, topic=talk.fill(words.for_this, name=talk.dialogue.name))
    return _Shelf(title, _start(rest, links), links, f"{LINKS}.")


def _start(written: str, links: Sequence[Resource]) -> int:
    """A place on a shelf, from a page's name that may be odd."""
    return min(int(written), len(links) - 1) if written.isdecimal() and links else 0


def _found(talk: Talk, typed: str) -> list[Resource]:
    topics = {topic.id: topic.label for topic in talk.content.topics}
    return search(talk.content.resources.values(), topics, typed)


def _entry(talk: Talk, resource: Resource) -> Text:
    """One link in words: what, whose, why, and what to know before it is opened."""
    words = talk.content.words.resources
    by = (resource.author, resource.owner, str(resource.year or ""))
    who = ", ".join(part for part in by if part)
    parts: list[str] = [
        "•",
        talk.fill(words.entry, title=resource.title, who=who, why=resource.why),
    ]
    parts += [resource.note] if resource.note else []
    if resource.is_old:
        parts.append(talk.fill(words.old, year=resource.year))
    if resource.country == "England":
        parts.append(talk.fill(words.england))
    if resource.status in ("closed", "print"):
        parts.append(talk.fill(getattr(words, resource.status)))
    elif resource.status == "not_verified":
        parts.append(talk.fill(words.front_page if resource.address else words.no_page))
    return join(" ", parts)
