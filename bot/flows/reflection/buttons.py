"""What can be pressed at each place of a reflection."""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.models.dialogue import REVIEW, ChoiceStep
from bot.domain.turn import Button
from bot.engine.context import Talk, plain_buttons
from bot.engine.machine import STATEMENT, WELCOME
from bot.flows.coaching.practices import side_asked


def place_buttons(talk: Talk) -> Iterator[Button]:
    """Yield the buttons of the place where the learner is."""
    match talk.attempt.step:
        case step if step == WELCOME:
            yield from plain_buttons(talk, "start")
            label = talk.fill(talk.content.words.buttons.about, name=talk.dialogue.name)
            yield Button(label, "about", side=True)
            if talk.dialogue.warm_up:
                yield from plain_buttons(talk, "sort", side=True)
        case step if step == REVIEW:
            yield from plain_buttons(talk, "statement")
            yield from step_buttons(talk, "change")
            if talk.left_over():
                yield from plain_buttons(talk, "place", side=True)
            yield from plain_buttons(talk, "back", "pause")
        case step if step == STATEMENT:
            if talk.dialogue.badge and talk.statement.ready and talk.is_unsent():
                yield from plain_buttons(talk, "sent")
            yield from plain_buttons(talk, "review", "back", "pause")
            yield from _at_statement(talk)
        case _:
            yield from _at_step(talk)


def _at_statement(talk: Talk) -> Iterator[Button]:
    """What helps with handing in, where there is a badge."""
    badge = talk.dialogue.badge
    if badge is None or not talk.statement.own_words:
        return
    yield from plain_buttons(talk, "checklist", "ledger", side=True)
    if talk.statement.ready and not talk.conversation.edition:
        for each in badge.editions:
            yield Button(each.label, f"edition:{each.id}", side=True)


def _at_step(talk: Talk) -> Iterator[Button]:
    step = talk.attempt.step
    yield from plain_buttons(talk, "next", "back", "skip", "pause")
    if isinstance(talk.step, ChoiceStep):
        picked = talk.attempt.picks.get(step, ())
        for choice in talk.step.choices:
            # Two deeds and not one that turns over: a second tap on the same button does no harm.
            name = "unpick" if talk.step.many and choice.id in picked else "pick"
            yield Button(choice.label, f"{name}:{choice.id}", side=True)
        return
    if talk.is_faded:
        yield from plain_buttons(talk, "tell_more", side=True)
    yield from plain_buttons(talk, "example", side=True)
    if talk.answer(step) and talk.conversation.asking != "replace":
        yield from plain_buttons(talk, "replace", side=True)
        yield from plain_buttons(talk, "move", side=True)
        if side_asked(talk) in ("management", "leadership"):
            yield from plain_buttons(talk, "name_it", side=True)
    if talk.replaced(step):
        yield from plain_buttons(talk, "restore", side=True)


def step_buttons(talk: Talk, name: str) -> Iterator[Button]:
    """A button for each answer: on the learner's way, or off it with words. Words go to words."""
    template, route = getattr(talk.content.words.buttons, name), talk.route
    for step in talk.dialogue.steps:
        is_choice = isinstance(step, ChoiceStep)
        if (is_choice and name == "add_to") or not (step.id in route or talk.answer(step.id)):
            continue
        yield Button(talk.fill(template, label=step.label), f"{name}:{step.id}", side=True)
