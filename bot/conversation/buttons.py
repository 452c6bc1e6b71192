"""Which choices are open at a moment. They follow from the conversation alone, so a label typed in
any channel, or a press after a restart, means the same as on the day it was offered."""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.schema import REVIEW, ChoiceStep, WordsStep
from bot.conversation.machine import STATEMENT, WELCOME
from bot.conversation.pages import page_buttons
from bot.conversation.talk import Talk
from bot.model import Button, Event

WAYS_THROUGH = ("start", "next", "back", "skip", "pause", "carry_on")
"""The core choices. Telegram keeps them on the screen, so they may be typed late."""

LOOK_UPS = ("about", "example", "page")
"""Buttons that change nothing, so that an old one does no harm."""

ANY_TIME = ("open", "pick")
"""Buttons that say all that they do, so that they need not be of the last turn."""


def offered(talk: Talk) -> tuple[Button, ...]:
    """The buttons open now, in the order in which they are shown."""
    return tuple(_offered(talk))


def pressed(talk: Talk, event: Event) -> Button | None:
    """The open button that an event presses.

    A label, whatever its case, presses the one that reads so. A button under a message comes with
    its action and the turn it was shown in: once that is past, only looking something up still
    works, because "Add to both" may now be about other words.
    """
    if event.version is None:
        wanted = event.text.strip().casefold()
        open_now = (*offered(talk), *_still_on_the_keyboard(talk))
        return next((each for each in open_now if each.label.casefold() == wanted), None)
    now = event.version == talk.conversation.version - 1
    name = event.text.partition(":")[0]
    if name == "page" and event.version >= 0:
        return Button("", event.text, side=True)  # each page can be opened from everywhere
    at_any_time = now or name in (*LOOK_UPS, *ANY_TIME)
    return next((each for each in offered(talk) if each.action == event.text and at_any_time), None)


def _still_on_the_keyboard(talk: Talk) -> Iterator[Button]:
    """Choices that may be typed late or early: they are never words of an answer.

    The ways through while something else is asked, and the three that lead to a place.
    """
    if talk.conversation.asking or talk.conversation.page:
        yield from (each for each in _at_place(talk) if each.action in WAYS_THROUGH)
    yield from _plain(talk, "carry_on", "review", "statement")
    if talk.attempt.step == REVIEW:
        yield from _plain(talk, "next")


def is_stale(talk: Talk, text: str) -> bool:
    """Whether a text is a core choice that is not open, where no answer could be meant.

    While a question is open it is an answer: "Start" may be what somebody has to say.
    """
    if isinstance(talk.step, WordsStep):
        return False
    labels = {getattr(talk.content.words.buttons, name).casefold() for name in WAYS_THROUGH}
    return text.strip().casefold() in labels


def _offered(talk: Talk) -> Iterator[Button]:
    if talk.conversation.page:
        yield from _plain(talk, "to_question")
        yield from page_buttons(talk)
        return
    match talk.conversation.asking:
        case "sort":
            yield from _plain(talk, "to_question")
            for side in ("management", "leadership", "both"):
                label = getattr(talk.content.words.buttons, side)
                yield Button(label, f"sort_as:{side}", side=True)
            yield from _plain(talk, "sort_skip", side=True)
        case "restart":
            yield from _plain(talk, "restart_yes", "restart_no")
        case "forget":
            yield from _plain(talk, "forget_yes", "forget_no")
        case "carry_on":
            yield from _plain(talk, "carry_on")
        case "place":
            yield from _each_step(talk, "add_to")
            yield from _plain(talk, "leave_out")
        case _:
            yield from _at_place(talk)


def _at_place(talk: Talk) -> Iterator[Button]:
    match talk.attempt.step:
        case step if step == WELCOME:
            yield from _plain(talk, "start")
            label = talk.fill(talk.content.words.buttons.about, name=talk.dialogue.name)
            yield Button(label, "about", side=True)
            if talk.dialogue.warm_up:
                yield from _plain(talk, "sort", side=True)
        case step if step == REVIEW:
            yield from _plain(talk, "statement")
            yield from _each_step(talk, "change")
            if talk.left_over():
                yield from _plain(talk, "place", side=True)
            yield from _plain(talk, "back", "pause")
        case step if step == STATEMENT:
            if talk.dialogue.badge and talk.statement.ready and talk.is_unsent():
                yield from _plain(talk, "sent")
            yield from _plain(talk, "review", "back", "pause")
        case _:
            yield from _at_step(talk)


def _at_step(talk: Talk) -> Iterator[Button]:
    step = talk.attempt.step
    yield from _plain(talk, "next", "back", "skip", "pause")
    if isinstance(talk.step, ChoiceStep):
        for choice in talk.step.choices:
            yield Button(choice.label, f"pick:{choice.id}", side=True)
        return
    yield from _plain(talk, "example", side=True)
    if talk.answer(step) and talk.conversation.asking != "replace":
        yield from _plain(talk, "replace", side=True)
    if talk.replaced(step):
        yield from _plain(talk, "restore", side=True)


def _plain(talk: Talk, *names: str, side: bool = False) -> Iterator[Button]:
    buttons = talk.content.words.buttons
    for name in names:
        label = getattr(buttons, talk.dialogue.makes if name == "statement" else name)
        yield Button(label, name, side)


def _each_step(talk: Talk, name: str) -> Iterator[Button]:
    """A button for each answer: on the learner's way, or off it with words. Words go to words."""
    template = getattr(talk.content.words.buttons, name)
    for step in talk.dialogue.steps:
        is_choice = isinstance(step, ChoiceStep)
        if (is_choice and name == "add_to") or not (step in talk.route or talk.answer(step.id)):
            continue
        yield Button(talk.fill(template, label=step.label), f"{name}:{step.id}", side=True)
