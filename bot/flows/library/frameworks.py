"""Leafing through what there is to read, beside the open question: frameworks and dialogues.

A *page* is a text with buttons that lead to other pages. Its name says all that it needs, so a
button of last week still opens it, and nothing but the name is kept. Names: ``learn`` · a
framework's id · a practice's or a card's id · ``plan.0`` a practice's first example ·
``kotter.ideas`` the list of a framework's sides and cards · ``kotter.management`` what it says of a
side · ``kotter.picture`` · ``kotter.credit`` who wrote it · ``things`` · those of ``links.py``.

Reading never changes an answer, and every page has the way back to the open question.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.analysis.link_search import stems
from bot.content.library import Content
from bot.content.models.framework import Framework, FrameworkCard, Practice, Source
from bot.domain.offers import Button
from bot.domain.pictures import FrameworkPicture
from bot.domain.turn import File
from bot.engine.context import TurnContext
from bot.engine.pages import link, open_page
from bot.engine.wording import Typed
from bot.flows.reflection.screens import link_all

LEARN = "learn"

IDEAS, PICTURE, CREDIT = "ideas", "picture", "credit"

Shelf = tuple[Framework, Practice | FrameworkCard | None]
"""Where a page of a framework stands: the framework, and the practice or card where it is one."""


def show(turn: TurnContext, name: str) -> None:
    """Show a page and leave it open. One that is no longer there leads to the list."""
    head, _, rest = name.partition(".")
    turn.conversation.open_page = name
    turn.conversation.has_read = True
    if found := _find(turn.content, head):
        _show(turn, found, rest)
    else:
        turn.conversation.open_page = LEARN
        _show_frameworks(turn)


def buttons(turn: TurnContext, name: str) -> Iterator[Button]:
    """Yield the ways on from a page."""
    head, _, rest = name.partition(".")
    if found := _find(turn.content, head):
        framework, leaf = found
        yield from _leaf_buttons(turn, framework, leaf, rest)
    else:
        yield from (link(each.name, each.id) for each in turn.content.frameworks.values())


def learn(turn: TurnContext, typed: str = "") -> None:
    """``/learn``: the frameworks; with words after it, the page that is called so."""
    if not typed.strip():
        open_page(turn, LEARN)
        return
    wanted = stems(typed)
    fits = {page: _likeness(wanted, stems(name)) for page, name in _names(turn.content)}
    best = max(fits, key=lambda page: fits[page])
    if not fits[best]:
        turn.say(turn.content.words.learn.none_found, typed=Typed(typed.strip()[:40]))
        best = LEARN
    open_page(turn, best)


def _likeness(wanted: frozenset[str], name: frozenset[str]) -> float:
    """Return how much of a name was typed, from 0 to 1; less for what is not in the name."""
    return len(wanted & name) / (len(wanted | name) or 1)


def _names(content: Content) -> Iterator[tuple[str, str]]:
    for framework in content.frameworks.values():
        yield framework.id, framework.name
        yield from ((each.id, each.name) for each in framework.leaves)


def _find(content: Content, page: str) -> Shelf | None:
    for framework in content.frameworks.values():
        if framework.id == page:
            return framework, None
        for leaf in framework.leaves:
            if leaf.id == page:
                return framework, leaf
    return None


def _show_frameworks(turn: TurnContext) -> None:
    words = turn.content.words.learn
    entries = [_entry(turn, each) for each in turn.content.frameworks.values()]
    turn.tell(turn.fill(words.title), "\n".join(f"• {each}" for each in entries))


def _entry(turn: TurnContext, framework: Framework) -> str:
    words = turn.content.words.learn
    return turn.fill(words.entry, name=framework.name, title=framework.title)


def _show(turn: TurnContext, found: Shelf, rest: str) -> None:
    framework, leaf = found
    if isinstance(leaf, Practice):
        _show_practice(turn, framework, leaf, rest)
    elif leaf:
        _show_card(turn, framework, leaf)
    elif rest == PICTURE and framework.picture:
        stem = turn.fill(turn.content.words.file_name.picture, framework=framework.id)
        picture = FrameworkPicture(framework.id)
        turn.tell(framework.picture.alt, file=File(stem, "png", "image/png", picture=picture))
    elif rest == IDEAS:
        words = turn.content.words.learn
        turn.say(words.ideas, framework=framework.name)
    elif rest == CREDIT:
        _show_credit(turn, framework)
    elif side := next((each for each in framework.sides if each.side == rest), None):
        title = turn.fill(turn.content.words.learn.place, framework=framework.name, side=side.name)
        turn.tell(title, side.text)
    else:
        _show_framework(turn, framework)


def _show_framework(turn: TurnContext, framework: Framework) -> None:
    by = turn.fill(turn.content.words.learn.by, author=framework.author, year=framework.year)
    turn.tell(_entry(turn, framework), *framework.summary, by)


def _show_credit(turn: TurnContext, framework: Framework) -> None:
    """Who wrote it and when, what to know before one relies on it, where to read it."""
    resource = turn.content.resources.get(framework.source.resource or "")
    by = turn.fill(turn.content.words.learn.by, author=framework.author, year=framework.year)
    credit = " ".join([by, _source(turn, framework.source), framework.licence])
    standing = [framework.standing] if framework.standing else []
    turn.tell(framework.name, credit, *standing, links=link_all([resource] if resource else []))


def _source(turn: TurnContext, source: Source) -> str:
    words, text = turn.content.words.learn, source.text.rstrip(".")
    if source.page:
        return turn.fill(words.page, source=text, page=source.page)
    return turn.fill(words.source, source=text)


def _show_practice(turn: TurnContext, framework: Framework, practice: Practice, rest: str) -> None:
    words = turn.content.words
    title = f"{practice.name}\n" + turn.fill(
        words.learn.place, framework=framework.name, side=getattr(words.sides, practice.side)
    )
    if rest.isdecimal() and int(rest) < len(practice.examples):
        example = practice.examples[int(rest)]
        setting = getattr(words.settings, example.setting)
        turn.tell(title, turn.fill(words.learn.example, setting=setting, text=example.text))
        return
    parts: list[str] = [practice.what]
    if practice.ours:
        parts.append(turn.fill(words.learn.ours))
    if practice.outcome:
        parts.append(turn.fill(words.learn.outcome, outcome=practice.outcome))
    if other := _opposite(framework, practice):
        parts.append(turn.fill(words.learn.opposite, name=other.name))
    turn.tell(title, *parts)


def _show_card(turn: TurnContext, framework: Framework, card: FrameworkCard) -> None:
    ours = [turn.fill(turn.content.words.learn.ours)] if card.ours else []
    turn.tell(f"{card.name}\n{framework.name}", card.text, *ours)


def _opposite(framework: Framework, practice: Practice) -> Practice | None:
    return next((each for each in framework.practices if each.id == practice.opposite), None)


def _leaf_buttons(
    turn: TurnContext, framework: Framework, leaf: Practice | FrameworkCard | None, rest: str
) -> Iterator[Button]:
    words = turn.content.words.buttons
    if isinstance(leaf, Practice):
        if not rest.isdecimal():
            yield link(words.show_example, f"{leaf.id}.0")
        else:
            following = (int(rest) + 1) % len(leaf.examples)
            yield link(words.other_example, f"{leaf.id}.{following}")
            yield link(leaf.name, leaf.id)
        if other := _opposite(framework, leaf):
            yield link(other.name, other.id)
    if leaf or rest:
        if rest == IDEAS:
            yield from _idea_buttons(turn, framework)
        elif isinstance(leaf, FrameworkCard) or any(each.side == rest for each in framework.sides):
            yield link(words.ideas, f"{framework.id}.{IDEAS}")
        yield link(framework.name, framework.id)
    else:
        yield from (link(each.name, each.id) for each in framework.practices)
        yield link(words.ideas, f"{framework.id}.{IDEAS}")
        if framework.picture:
            yield link(words.picture, f"{framework.id}.{PICTURE}")
        yield link(words.credit, f"{framework.id}.{CREDIT}")
    yield link(words.frameworks, LEARN)


def _idea_buttons(turn: TurnContext, framework: Framework) -> Iterator[Button]:
    more_on = turn.content.words.buttons.more_on
    for side in framework.sides:
        yield link(turn.fill(more_on, name=side.name), f"{framework.id}.{side.side}")
    yield from (link(each.name, each.id) for each in framework.cards)
