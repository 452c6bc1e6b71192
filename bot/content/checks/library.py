"""Checks of frameworks, activities and links beyond their models: names across files, pairs that do
not match, links that nobody has looked at for long.

Every check notes its problems in the source of the file, at the line, with the mend.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from bot.content.checks.dialogues import check_names, once
from bot.content.models.framework import Activities, Framework, Practice
from bot.content.models.labelled_sentences import Sentences
from bot.content.models.resource import Resource, Resources
from bot.content.models.support import Contact
from bot.content.validation import nearest
from bot.content.yaml_reader import Place, Source

PAGES_OF_OUR_OWN = ("learn", "links", "find", "things")
"""Page ids that no author may take."""

LOOK_AGAIN_AFTER = timedelta(days=180)
"""After this long nobody knows any more whether a link or a number is alive."""


def check_resources(resources: Resources, source: Source) -> None:
    """Note links with an id of another, an unknown or unused topic, an address too many or few."""
    topics = [topic.id for topic in resources.topics]
    once([(("topics", i, "id"), each) for i, each in enumerate(topics)], source)
    labels = [topic.label.casefold() for topic in resources.topics]
    once([(("topics", i, "label"), each) for i, each in enumerate(labels)], source)
    ids = [resource.id for resource in resources.resources]
    once([(("resources", i, "id"), each) for i, each in enumerate(ids)], source)
    used = {topic for resource in resources.resources for topic in resource.topics}
    for i, each in enumerate(topics):
        if each not in used:
            source.note(("topics", i, "id"), f"no link is about “{each}”; remove it")
    for i, resource in enumerate(resources.resources):
        for j, topic in enumerate(resource.topics):
            if topic not in topics:
                what = f"there is no topic “{topic}”{nearest(topic, topics)}"
                source.note(("resources", i, "topics", j), what)
        if resource.status == "seen" and resource.url is None:
            source.note(("resources", i, "status"), "a page that was seen has a “url”; add it")
        if resource.status == "closed" and resource.address:
            what = "whoever made it has closed, so no address is given; remove “front_page”"
            source.note(("resources", i, "front_page"), what)


def grown_old(
    entries: Sequence[Resource | Contact], where: str, source: Source, today: date, mend: str
) -> list[str]:
    """Return a warning, ``file:line: what``, for each entry not looked at for half a year.

    ``where`` is the name of their list in the file.
    """
    return [
        f"{source.name}:{source.line((where, i, 'checked_on'))}: warning: “{each.id}” was last"
        f" checked {(today - each.checked_on).days} days ago; {mend}, then set “checked_on”"
        for i, each in enumerate(entries)
        if today - each.checked_on > LOOK_AGAIN_AFTER
    ]


def check_frameworks(
    found: list[tuple[Framework, Source]], resources: Collection[str] | None
) -> None:
    """Note the problems of each framework, and pages that share an id."""
    check_names(found)
    pages = dict.fromkeys(PAGES_OF_OUR_OWN, "the coach")
    for framework, source in found:
        for place, page in _pages(framework):
            if page in pages:
                source.note(place, f"“{page}” is the id of a page of {pages[page]} too; change one")
            pages.setdefault(page, framework.id)
        once([(place, label.casefold()) for place, label in _labels(framework)], source)
        _check_practices(framework, source)
        _check_picture(framework, source)
        link = framework.source.resource
        if link and resources is not None and link not in resources:
            what = f"there is no resource “{link}”{nearest(link, list(resources))}"
            source.note(("source", "resource"), what)


def _pages(framework: Framework) -> list[tuple[Place, str]]:
    return [
        (("id",), framework.id),
        *((("practices", i, "id"), each.id) for i, each in enumerate(framework.practices)),
        *((("cards", i, "id"), each.id) for i, each in enumerate(framework.cards)),
    ]


def _labels(framework: Framework) -> list[tuple[Place, str]]:
    """Return the buttons of a framework's page."""
    return [
        (("name",), framework.name),
        *((("practices", i, "name"), each.name) for i, each in enumerate(framework.practices)),
        *((("cards", i, "name"), each.name) for i, each in enumerate(framework.cards)),
    ]


def _check_practices(framework: Framework, source: Source) -> None:
    practices = {practice.id: practice for practice in framework.practices}
    sides = [each.side for each in framework.sides]
    once([(("sides", i, "side"), each) for i, each in enumerate(sides)], source)
    for i, practice in enumerate(framework.practices):
        here: Place = ("practices", i)
        if practice.side not in sides:
            what = f"“{practice.id}” is on the side {practice.side}, which “sides” does not have"
            source.note((*here, "side"), what)
        if len({each.setting for each in practice.examples}) < 2:
            source.note((*here, "examples"), "give examples from two different settings")
        if practice.opposite:
            _check_pair(practice, practices, source, here)


def _check_picture(framework: Framework, source: Source) -> None:
    """A picture has the two columns, and a title for each row or for none."""
    if framework.picture is None:
        return
    practices = {each.side for each in framework.practices}
    for side in ("management", "leadership"):
        if side not in practices or side not in {each.side for each in framework.sides}:
            what = (
                f"a picture needs the side {side} in “sides” and in “practices”; remove “picture”"
            )
            source.note(("picture",), what)
    rows, pairs = framework.picture.rows, [each for each in framework.practices if each.opposite]
    if rows and len(rows) * 2 != len(pairs):
        what = (
            f"{len(rows)} rows for {len(pairs) // 2} pairs; give a title for each pair or for none"
        )
        source.note(("picture", "rows"), what)


def check_labels(content: Iterable[tuple[Source, Place, str]], taken: Iterable[str]) -> None:
    """Note labels of pages that are buttons of the coach's own, which a learner types to go on."""
    own = {label.casefold() for label in taken}
    for source, place, label in content:
        if label.casefold() in own:
            source.note(place, f"“{label}” is a button of the coach; choose another label")


def page_labels(
    frameworks: Sequence[tuple[Framework, Source]], resources: Resources | None, links: Source
) -> Iterator[tuple[Source, Place, str]]:
    """Yield every label that stands on a page, with the place where it is written."""
    for framework, source in frameworks:
        yield source, ("name",), framework.name
        for kind in ("practices", "cards"):
            for i, each in enumerate(getattr(framework, kind)):
                yield source, (kind, i, "name"), each.name
    for i, topic in enumerate(resources.topics if resources else ()):
        yield links, ("topics", i, "label"), topic.label


def _check_pair(
    practice: Practice, practices: Mapping[str, Practice], source: Source, here: Place
) -> None:
    other = practices.get(practice.opposite or "")
    if other is None:
        near = nearest(practice.opposite or "", list(practices))
        source.note((*here, "opposite"), f"there is no practice “{practice.opposite}”{near}")
    elif other.opposite != practice.id or other.side == practice.side:
        what = f"“{practice.id}” and “{other.id}” must name each other, one on each side"
        source.note((*here, "opposite"), what)


def check_activities(
    activities: Activities, source: Source, practices: Mapping[str, Practice]
) -> None:
    """Note activities with an id of another, an unknown practice, or one of the other side."""
    ids = [activity.id for activity in activities.activities]
    once([(("activities", i, "id"), each) for i, each in enumerate(ids)], source)
    for i, activity in enumerate(activities.activities):
        sides = set[str]()
        for j, each in enumerate(activity.practices):
            if each not in practices:
                what = f"there is no practice “{each}”{nearest(each, list(practices))}"
                source.note(("activities", i, "practices", j), what)
            else:
                sides.add(practices[each].side)
        wanted = {"management", "leadership"} if activity.side == "both" else {activity.side}
        if all(each in practices for each in activity.practices) and sides != wanted:
            what = (
                f"its practices are on the side of {' and '.join(sorted(sides))}; it is said to be"
            )
            source.note(("activities", i, "side"), f"{what} {activity.side}; change one of the two")


def check_sentences(
    sentences: Sentences, source: Source, practices: Mapping[str, Practice]
) -> None:
    """Note sentences that stand twice, and unknown practices."""
    texts = [each.text.casefold() for each in sentences.sentences]
    once([(("sentences", i, "text"), each) for i, each in enumerate(texts)], source)
    for i, sentence in enumerate(sentences.sentences):
        for j, each in enumerate(sentence.practices):
            if each not in practices:
                what = f"there is no practice “{each}”{nearest(each, list(practices))}"
                source.note(("sentences", i, "practices", j), what)
