"""Checks of dialogues and of the shared words beyond their models: names across files, labels that
clash, steps that nobody comes to.

Every check notes its problems in the source of the file, at the line, with the mend.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from bot.content.models.dialogue import REVIEW, ChoiceStep, Dialogue, WordsStep
from bot.content.models.framework import Framework
from bot.content.readability import texts
from bot.content.validation import nearest
from bot.content.words.words import Words
from bot.content.yaml_reader import Place, Source

RESERVED = ("welcome", "review", "statement")
"""The steps that every dialogue has. The machine's own words are reserved too."""

MACHINE_WORDS = ("state", "initial")


def check_words(words: Words, source: Source) -> None:
    """Note two buttons that read the same."""
    seen = dict[str, str]()
    for name in ("change", "add_to"):
        if "$label" not in getattr(words.buttons, name):
            source.note(("buttons", name), f"“{name}” needs $label, to tell the answers apart")
    for name, label in words.buttons:
        other = seen.setdefault(label.casefold(), name)
        if other != name:
            source.note(("buttons", name), f"“{label}” is the label of “{other}” too; change one")


def check_dialogues(
    found: list[tuple[Dialogue, Source]], resources: set[str] | None, taken: Iterable[str] = ()
) -> None:
    """Note the problems of each dialogue, by itself and beside the others.

    ``resources`` is None when they are unreadable. ``taken`` are the labels of the coach's own
    buttons, which no choice may have.
    """
    check_names(found)
    own_labels = {label.casefold() for label in taken}
    for dialogue, source in found:
        _check_steps(dialogue, source)
        _check_choices(dialogue, source, own_labels)
        _check_ways(dialogue, source)
        _check_badge(dialogue, source)
        for place, text, _ in texts(dialogue):
            if "$" in text and place[0] != "about":
                source.note(place, "“$” is filled in only in “about”; write it another way")
        if dialogue.name.casefold() in own_labels:
            source.note(("name",), f"“{dialogue.name}” is a button of the coach; choose another")
        if resources is not None:
            _check_resources(dialogue, source, resources)


def _check_resources(dialogue: Dialogue, source: Source, resources: set[str]) -> None:
    places: list[tuple[Place, str]] = [
        (("resources", i), each) for i, each in enumerate(dialogue.resources)
    ]
    places += [
        (("hand_in", i, "resource"), way.resource)
        for i, way in enumerate(dialogue.hand_in)
        if way.resource
    ]
    editions = dialogue.badge.editions if dialogue.badge else ()
    places += [
        (("badge", "editions", i, "resource"), each.resource) for i, each in enumerate(editions)
    ]
    for place, each in places:
        if each not in resources:
            what = f"there is no resource “{each}”{nearest(each, list(resources))}"
            source.note(place, what)


def _check_steps(dialogue: Dialogue, source: Source) -> None:
    for i, step in enumerate(dialogue.steps):
        if step.id in (*RESERVED, *MACHINE_WORDS):
            source.note(("steps", i, "id"), f"“{step.id}” is a word of the coach; choose another")
    for key in ("id", "label", "heading"):
        values = [(i, getattr(step, key)) for i, step in enumerate(dialogue.steps)]
        once([(("steps", i, key), each.casefold()) for i, each in values if each], source)
    if not any(isinstance(step, WordsStep) for step in dialogue.steps):
        source.note(("steps",), "no step takes words; add one without choices")


def _check_choices(dialogue: Dialogue, source: Source, taken: set[str]) -> None:
    places: list[tuple[Place, str]] = []
    for i, step in enumerate(dialogue.steps):
        if not isinstance(step, ChoiceStep):
            continue
        labels = list[tuple[Place, str]]()
        for j, choice in enumerate(step.choices):
            place: Place = ("steps", i, "choices", j)
            places.append(((*place, "id"), choice.id))
            labels.append(((*place, "label"), choice.label.casefold()))
            if choice.label.casefold() in taken:
                what = f"“{choice.label}” is a button of the coach; choose another label"
                source.note((*place, "label"), what)
            if choice.to and step.many:
                what = "where many can be picked, a choice cannot go its own way; remove “to”"
                source.note((*place, "to"), what)
        once(labels, source)
    # A button carries the choice alone, so it must say which step it is for.
    once(places, source)


def _check_ways(dialogue: Dialogue, source: Source) -> None:
    """Each ``then`` and ``to`` leads on to a step there is, and each step is come to."""
    order = {step.id: i for i, step in enumerate(dialogue.steps)}
    lost = False
    for place, step_id, target in _targets(dialogue):
        if target != REVIEW and target not in order:
            lost = True
            near = nearest(target, [*order, REVIEW])
            source.note(place, f"there is no step “{target}”{near}")
        elif order.get(target, len(order)) <= order[step_id]:
            mend = "so this never ends; lead to a later step"
            source.note(place, f"“{target}” comes before “{step_id}”, {mend}")
    if lost:
        return
    reached = {dialogue.steps[0].id}
    for step in dialogue.steps:  # ways lead onward only, so one pass comes to all
        if step.id in reached:
            reached |= set(dialogue.ways(step).values())
    for i, step in enumerate(dialogue.steps):
        if step.id not in reached:
            what = f"nothing leads to the step “{step.id}”; let a “then” or a “to” lead there"
            source.note(("steps", i, "id"), what)


def _targets(dialogue: Dialogue) -> Iterator[tuple[Place, str, str]]:
    """Every ``then`` and ``to``: where it stands, the step that has it, and where it leads."""
    for i, step in enumerate(dialogue.steps):
        if step.then:
            yield ("steps", i, "then"), step.id, step.then
        for j, choice in enumerate(step.choices if isinstance(step, ChoiceStep) else ()):
            if choice.to:
                yield ("steps", i, "choices", j, "to"), step.id, choice.to


def _check_badge(dialogue: Dialogue, source: Source) -> None:
    """Every criterion of the badge has its step; no text speaks of a badge that is not there."""
    badge = dialogue.badge
    criteria = {each.id: i for i, each in enumerate(badge.criteria)} if badge else {}
    answered = set[str]()
    for i, step in enumerate(dialogue.steps):
        if not isinstance(step, WordsStep) or step.criterion is None:
            continue
        answered.add(step.criterion)
        if step.criterion not in criteria:
            near = nearest(step.criterion, list(criteria)) or "; add it to the badge"
            source.note(
                ("steps", i, "criterion"), f"there is no criterion “{step.criterion}”{near}"
            )
    for each, i in criteria.items():
        if each not in answered:
            what = f"no step answers the criterion “{each}”; add “criterion: {each}” to one"
            source.note(("badge", "criteria", i, "id"), what)
    if badge is None:
        for i, text in enumerate(dialogue.about):
            if "$badge" in text or "$counts_towards" in text:
                source.note(("about", i), "there is no badge here; add one, or remove its name")


def check_names(found: Sequence[tuple[Dialogue | Framework, Source]]) -> None:
    """Note ids that are not their file's name, and files that share an order or a name."""
    orders, names = dict[int, str](), dict[str, str]()
    for each, source in found:
        stem = PurePath(source.name).stem
        if each.id != stem:
            source.note(("id",), f"the id “{each.id}” must be the file's name, “{stem}”")
        other = orders.setdefault(each.order, each.id)
        if other != each.id:
            source.note(("order",), f"“{other}” has order {each.order} too; change one")
        same = names.setdefault(each.name.casefold(), each.id)
        if same != each.id:
            source.note(("name",), f"“{same}” is called so too; change one")


def once(values: list[tuple[Place, str]], source: Source) -> None:
    """Note every value that stands a second time."""
    seen = set[str]()
    for place, value in values:
        if value in seen:
            source.note(place, f"“{value}” stands here a second time; each must be different")
        seen.add(value)
