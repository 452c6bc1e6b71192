"""The answer to /resources: links by topic or by words, five at a time.

Pages: ``links`` the dialogue's own links, and the topics · ``links..5`` its own from the sixth on ·
``links.coaching.5`` a topic from its sixth on · ``find.0.coaching plan`` what some words found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.coaching.search import search
from bot.content.resources import Resource
from bot.conversation.places import link_all
from bot.conversation.talk import Talk
from bot.conversation.wording import Text, Typed, join
from bot.model import Button

LINKS, FIND = "links", "find"
PAGES = (LINKS, FIND)
AT_A_TIME = 5


def resources(talk: Talk, typed: str = "") -> None:
    """``/resources``: the topics, or with words after it what is about them."""
    name = f"{FIND}.0.{typed.strip()}" if typed.strip() else LINKS
    if typed.strip() and not _found(talk, typed):
        talk.say(talk.content.words.resources.none_found, typed=Typed(typed.strip()[:40]))
        name = LINKS
    show(talk, name)
    talk.conversation.page = name


def more(talk: Talk, _: str = "") -> None:
    """*More links* of what was searched for."""
    _, first, typed = talk.page.split(".", 2)
    name = f"{FIND}.{int(first) + AT_A_TIME}.{typed}"
    show(talk, name)
    talk.conversation.page = name


def show(talk: Talk, name: str) -> None:
    """The page of that name."""
    words = talk.content.words.resources
    what, first, shelf = _shelf(talk, name)
    some = shelf[first : first + AT_A_TIME]
    facts = {"first": first + 1, "last": first + len(some), "total": len(shelf)}
    title = talk.fill(
        words.found if name.startswith(FIND) else words.topic, typed=what, topic=what, **facts
    )
    entries = [_entry(talk, each) for each in some]
    end = words.ask if name == LINKS else words.end
    talk.tell(title, *entries, talk.fill(end), links=link_all(some))


def buttons(talk: Talk, name: str) -> Iterator[Button]:
    """The ways on from a page of links."""
    words, (_, first, shelf) = talk.content.words.buttons, _shelf(talk, name)
    following = first + AT_A_TIME
    if following < len(shelf):
        topic = name.split(".")[1] if "." in name else ""
        action = "more" if name.startswith(FIND) else f"page:{LINKS}.{topic}.{following}"
        yield Button(words.more_links, action, side=True)
    if name != LINKS:
        yield Button(words.topics, f"page:{LINKS}", side=True)
        return
    for each in talk.content.topics:
        yield Button(each.label, f"page:{LINKS}.{each.id}.0", side=True)


def _shelf(talk: Talk, name: str) -> tuple[str, int, Sequence[Resource]]:
    """What a page is about, its first link, and all the links there.

    A name that is odd or of a topic that is gone is the dialogue's own page.
    """
    head, _, rest = name.partition(".")
    first, _, rest = rest.partition(".")
    if head == FIND and (found := _found(talk, rest)):
        return Typed(rest[:40]), _start(first, found), found
    known = talk.content.resources
    for topic in talk.content.topics:
        if topic.id == first:
            shelf = [each for each in known.values() if topic.id in each.topics]
            return topic.label, _start(rest, shelf), shelf
    mine = [known[each] for each in talk.dialogue.resources]
    label = talk.fill(talk.content.words.resources.for_this, name=talk.dialogue.name)
    return label, _start(rest, mine), mine


def _start(written: str, shelf: Sequence[Resource]) -> int:
    """A place on a shelf, from a page's name that may be odd."""
    return min(int(written), len(shelf) - 1) if written.isdecimal() and shelf else 0


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
