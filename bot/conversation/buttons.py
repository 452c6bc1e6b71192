"""Which choices are open at a moment. They follow from the conversation alone, so a label typed in
any channel, or a press after a restart, means the same as on the day it was offered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta

from bot.content.schema import REVIEW, ChoiceStep, WordsStep
from bot.conversation import desk_forms
from bot.conversation.handing_in import outcome_buttons
from bot.conversation.machine import STATEMENT, WELCOME
from bot.conversation.naming import named, practices_asked, side_asked
from bot.conversation.pages import page_buttons
from bot.conversation.sorting_out import pieces_here, situations_in
from bot.conversation.talk import Talk
from bot.model import Button, Event

WAYS_THROUGH = ("start", "next", "back", "skip", "pause", "carry_on")
"""The core choices. Telegram keeps them on the screen, so they may be typed late."""

DOUBLE_TAP = timedelta(seconds=3)
"""In this time the same label again is a second tap, and not what somebody has to say."""

LONGEST_LABEL = 80

DECISIONS: dict[str | None, tuple[str, ...]] = {
    "masked": ("good", "again"),
    "harm": ("keep_words", "drop_words"),
    "question": ("my_answer", "for_coach"),
    "split": ("split", "not_split"),
    "lines": ("lines_out", "lines_keep"),
    "join": ("join_yes", "join_no"),
    "name_shown": ("no_name",),
    "name_check": ("show_name", "no_name"),
}
"""What can be pressed for each thing that is asked beside the question."""

HARMLESS = (
    "about",
    "example",
    "tell_more",
    "checklist",
    "ledger",
    "open",
    "pick",
    "unpick",
    "name",
    "unname",
)
"""Buttons under a message that need not be of the last turn, as long as they are still offered:
they change nothing, or say all that they do."""


def offered(talk: Talk) -> tuple[Button, ...]:
    """The buttons open now, in the order in which they are shown."""
    return tuple(_offered(talk))


def pressed(talk: Talk, event: Event, open_now: Sequence[Button]) -> Button | None:
    """The button of those ``open_now`` that an event presses.

    A label, whatever its case, presses the one that reads so. A button under a message comes with
    its action and the turn it was shown in: once that is past, only what is harmless still works,
    because "Add to both" may now be about other words. Pages can be opened from everywhere.
    """
    if event.version is None:
        wanted = event.text.strip().casefold()
        known = (*open_now, *_still_on_the_keyboard(talk))
        return next((each for each in known if each.label.casefold() == wanted), None)
    name = event.text.partition(":")[0]
    if name == "page" and event.version >= 0:
        return Button("", event.text, side=True)
    if event.version != talk.conversation.version - 1 and name not in HARMLESS:
        return None
    taken_back = event.text.replace("pick:", "unpick:", 1) if name == "pick" else ""
    if any(each.action == taken_back for each in open_now):
        return Button("", event.text, side=True)  # picked once more, which is the same
    return next((each for each in open_now if each.action == event.text), None)


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
    """Whether a text is a label that is not open now, where no answer could be meant.

    That is the second of two quick taps, and every label of several words: it stays on the keyboard
    until another one comes. A word such as "Start" or "Both" may be what somebody has to say, so
    while a question is open it is an answer.
    """
    if len(text) > LONGEST_LABEL:
        return False
    wanted, last = text.strip().casefold(), talk.conversation.pressed_at
    if last and talk.now - last <= DOUBLE_TAP and wanted == talk.conversation.pressed:
        return True
    labels = talk.content.labels
    if not isinstance(talk.step, WordsStep):
        ways = {getattr(talk.content.words.buttons, name).casefold() for name in WAYS_THROUGH}
        return wanted in labels | ways
    return " " in wanted and wanted in labels


def _offered(talk: Talk) -> Iterator[Button]:
    asking = talk.conversation.asking
    if talk.conversation.page:
        yield from _plain(talk, "to_question")
        yield from page_buttons(talk)
    elif asking in DECISIONS:
        yield from _plain(talk, *DECISIONS[asking], side=True)
        yield from (each for each in _at_place(talk) if not each.side)
    elif asking in LISTS:
        yield from LISTS[asking](talk)
        yield from (each for each in _at_place(talk) if not each.side)
    else:
        yield from _asked_beside(talk)


def _names(talk: Talk) -> Iterator[Button]:
    for who in ("resident", "child", "colleague", "family"):
        yield Button(getattr(talk.content.words.buttons, who), f"name_is:{who}", side=True)
    yield from _plain(talk, "not_name", side=True)


def _practices(talk: Talk) -> Iterator[Button]:
    yield from _practice_names(talk)
    yield from _plain(talk, "show_noticed", "none_of_these", side=True)


def _practice_names(talk: Talk) -> Iterator[Button]:
    mine = named(talk)
    for each in practices_asked(talk):
        name = "unname" if each.id in mine else "name"
        yield Button(each.name, f"{name}:{each.id}", side=True)


def _noticed(talk: Talk) -> Iterator[Button]:
    yield from _plain(talk, "agree", "disagree", "something_else", side=True)
    if named(talk):  # the list was just shown, and more of it may fit
        yield from _practice_names(talk)


def _situations(talk: Talk) -> Iterator[Button]:
    buttons, message = talk.content.words.buttons, talk.in_question()
    for number, _ in enumerate(situations_in(talk, message) if message else (), 1):
        yield Button(talk.fill(buttons.situation, number=number), f"situation:{number}", side=True)
    yield Button(buttons.all_of_it, "situation:0", side=True)


def _pieces(talk: Talk) -> Iterator[Button]:
    buttons, pieces = talk.content.words.buttons, pieces_here(talk)
    for number, _ in enumerate(pieces, 1):
        yield Button(talk.fill(buttons.piece, number=number), f"piece:{number}", side=True)
    if len({message.number for message, *_ in pieces}) == 1:
        yield Button(buttons.all_pieces, "piece:0", side=True)


LISTS: dict[str | None, Callable[[Talk], Iterator[Button]]] = {
    "name": _names,
    "naming": _practices,
    "noticed": _noticed,
    "situations": _situations,
    "outcome": lambda talk: iter(outcome_buttons(talk)),
    "form": desk_forms.buttons,
    "pieces": _pieces,
}
"""What can be pressed where it depends on more than on what is asked."""


def _asked_beside(talk: Talk) -> Iterator[Button]:
    match talk.conversation.asking:
        case "sort":
            yield from _plain(talk, "to_question")
            for side in ("management", "leadership", "both"):
                label = getattr(talk.content.words.buttons, side)
                yield Button(label, f"sort_as:{side}", side=True)
            yield from _plain(talk, "sort_skip", side=True)
        case "restart":
            yield from _plain(talk, "restart_no", "restart_yes")
        case "forget":
            yield from _plain(talk, "forget_no", "forget_yes")
        case "carry_on":
            yield from _plain(talk, "carry_on")
        case "place":
            yield from _each_step(talk, "add_to")
            yield from _plain(talk, "leave_out")
            yield from (each for each in _at_place(talk) if not each.side)
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
            yield from _at_statement(talk)
        case _:
            yield from _at_step(talk)


def _at_statement(talk: Talk) -> Iterator[Button]:
    """What helps with handing in, where there is a badge."""
    badge = talk.dialogue.badge
    if badge is None or not talk.statement.own_words:
        return
    yield from _plain(talk, "checklist", "ledger", side=True)
    if talk.statement.ready and not talk.conversation.edition:
        for each in badge.editions:
            yield Button(each.label, f"edition:{each.id}", side=True)


def _at_step(talk: Talk) -> Iterator[Button]:
    step = talk.attempt.step
    yield from _plain(talk, "next", "back", "skip", "pause")
    if isinstance(talk.step, ChoiceStep):
        picked = talk.attempt.picks.get(step, ())
        for choice in talk.step.choices:
            # Two deeds and not one that turns over: a second tap on the same button does no harm.
            name = "unpick" if talk.step.many and choice.id in picked else "pick"
            yield Button(choice.label, f"{name}:{choice.id}", side=True)
        return
    if talk.is_faded:
        yield from _plain(talk, "tell_more", side=True)
    yield from _plain(talk, "example", side=True)
    if talk.answer(step) and talk.conversation.asking != "replace":
        yield from _plain(talk, "replace", side=True)
        yield from _plain(talk, "move", side=True)
        if side_asked(talk) in ("management", "leadership"):
            yield from _plain(talk, "name_it", side=True)
    if talk.replaced(step):
        yield from _plain(talk, "restore", side=True)


def _plain(talk: Talk, *names: str, side: bool = False) -> Iterator[Button]:
    buttons = talk.content.words.buttons
    for name in names:
        label = getattr(buttons, talk.dialogue.makes if name == "statement" else name)
        yield Button(label, name, side)


def _each_step(talk: Talk, name: str) -> Iterator[Button]:
    """A button for each answer: on the learner's way, or off it with words. Words go to words."""
    template, route = getattr(talk.content.words.buttons, name), talk.route
    for step in talk.dialogue.steps:
        is_choice = isinstance(step, ChoiceStep)
        if (is_choice and name == "add_to") or not (step.id in route or talk.answer(step.id)):
            continue
        yield Button(talk.fill(template, label=step.label), f"{name}:{step.id}", side=True)
