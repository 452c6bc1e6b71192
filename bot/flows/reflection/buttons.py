"""Buttons at each place of a reflection."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.content.models.dialogue import REVIEW, ChoiceStep
from bot.domain.conversation import is_unsent
from bot.domain.offers import Button, typed_only
from bot.engine.context import TurnContext, plain_buttons
from bot.engine.flows import MOST_SHOWN
from bot.engine.machine import STATEMENT, WELCOME
from bot.engine.pages import link
from bot.flows.coaching.kept import kept_pieces
from bot.flows.coaching.listening import may_have_kept
from bot.flows.safety.harm import is_due
from bot.flows.sharing.page import SHARE, answer_button, can_share

BESIDE = "beside"
"""The name of the page with what else can be done at a question."""


FORMS = "forms"
"""The head of the pages that offer a statement as a file."""


def place_buttons(turn: TurnContext) -> Iterator[Button]:
    """Yield the buttons of the place where the learner is."""
    match turn.attempt.step:
        case step if step == WELCOME:
            yield from plain_buttons(turn, "start")
            label = turn.fill(turn.content.words.buttons.about, name=turn.dialogue.name)
            yield Button(label, "about", side=True)
            if turn.dialogue.warm_up:
                yield from plain_buttons(turn, "sort", side=True)
            yield from typed_only(plain_buttons(turn, "pause"))
        case step if step == REVIEW:
            yield from _at_review(turn)
        case step if step == STATEMENT:
            yield from plain_buttons(turn, "review", "pause")
            for each in plain_buttons(turn, "back"):
                yield replace(each, shown=False)  # the review is where it leads
            yield from _at_statement(turn)
        case _:
            yield from _at_step(turn)


def _at_review(turn: TurnContext) -> Iterator[Button]:
    """The statement, what fits best now, the ways out; the other answers are behind *More*."""
    yield from plain_buttons(turn, "statement")
    side = [*answer_button(turn), *_left_to_place(turn), *_changes(turn)]
    if turn.dialogue.badge and turn.statement.ready and is_unsent(turn.conversation):
        side += plain_buttons(turn, "sent", side=True)
    room = MOST_SHOWN - len(("statement", "back", "pause", "more"))
    shown = side[: room + (len(side) == room + 1)]
    yield from shown
    yield from plain_buttons(turn, "back", "pause")
    if rest := side[len(shown) :]:
        yield link(turn.content.words.buttons.beside, BESIDE)
        yield from typed_only(rest)


def _left_to_place(turn: TurnContext) -> Iterator[Button]:
    if turn.left_over():
        yield from plain_buttons(turn, "place", side=True)
    if turn.conversation.prompt != "kept_out_list" and kept_pieces(turn):
        yield from plain_buttons(turn, "show_kept_out", side=True)


def _changes(turn: TurnContext) -> list[Button]:
    """Return a button for each answer: the one that is asked about first."""
    asked = f"change:{turn.attempt.asked_for}"
    return sorted(step_buttons(turn, "change"), key=lambda each: each.action != asked)


def _at_statement(turn: TurnContext) -> Iterator[Button]:
    """Yield what helps with handing in, where there is a badge; and whether it is sent.

    What there is no room for can be typed: all but the files while it is open which badge page
    fits, and how it was made, which the files have too, where somebody may read it.
    """
    badge, ready = turn.dialogue.badge, turn.statement.ready
    if not turn.statement.own_words:
        return
    words = turn.content.words
    forms = link(words.documents.more, FORMS)
    share = [link(words.sharing.label, SHARE)] if can_share(turn) else []
    if badge is None:
        yield from (forms, *share)
        return
    if not is_unsent(turn.conversation):
        if not turn.attempt.outcome:
            yield from plain_buttons(turn, "unsent", side=True)
    elif ready:
        yield from plain_buttons(turn, "sent")
    spare = bool(turn.left_over())
    if spare:
        yield from plain_buttons(turn, "place", side=True)
    is_asked = turn.conversation.edition or turn.conversation.prompt == "own_words"
    is_open = ready and not spare and not is_asked
    for edition in badge.editions if is_open else ():
        yield Button(edition.label, f"edition:{edition.id}", side=True)
    for each in plain_buttons(turn, "checklist", "ledger", side=True):
        is_full = (bool(share) or spare) and ready and each.action == "ledger"
        yield replace(each, shown=not (is_open or is_full))
    yield from (replace(each, shown=not is_open) for each in share)
    yield forms


def _at_step(turn: TurnContext) -> Iterator[Button]:
    step = turn.attempt.step
    yield from plain_buttons(turn, "next", "back", "skip", "pause")
    if isinstance(turn.step, ChoiceStep):
        picked = turn.attempt.picks.get(step, ())
        for choice in turn.step.choices:
            # Two actions and not one that turns over: a second tap on the same button does no harm.
            name = "unpick" if turn.step.many and choice.id in picked else "pick"
            yield Button(choice.label, f"{name}:{choice.id}", side=True)
        return
    yield from plain_buttons(turn, _fitting(turn), side=True)
    yield link(turn.content.words.buttons.beside, BESIDE)
    yield from typed_only(plain_buttons(turn, *_beside(turn), "take_back", side=True))


def _fitting(turn: TurnContext) -> str:
    """Return the action that fits best at a question: to keep words that were just written, to take
    back what was sent, or an example."""
    if is_due(turn):
        return "keep_words"
    return "take_back" if turn.answer(turn.attempt.step) else "example"


def beside(turn: TurnContext) -> Iterator[Button]:
    """Yield what can be done at a question, or at the review, beside what is shown there."""
    if turn.attempt.step == REVIEW:
        yield from (replace(each, shown=True) for each in _at_review(turn) if not each.shown)
    else:
        yield from plain_buttons(turn, *_beside(turn), side=True)


def _beside(turn: TurnContext) -> list[str]:
    """Return the actions that a question has beside those that are shown."""
    step, names = turn.attempt.step, list[str]()
    if turn.answer(step):
        names.append("example")
        if turn.conversation.prompt != "replace":
            names += ["replace", "move"]
            names += (
                ["name_it"] if turn.dialogue.side_of(step) in ("management", "leadership") else []
            )
    names += ["restore"] if turn.replaced(step) else []
    names += ["tell_more"] if turn.is_faded else []
    names += ["show_kept_out"] if may_have_kept(turn) else []
    return [*names, "review"]


def step_buttons(turn: TurnContext, name: str) -> Iterator[Button]:
    """A button for each answer: on the learner's way, or off it with words. Words go to words."""
    template, route = getattr(turn.content.words.buttons, name), turn.route
    for step in turn.dialogue.steps:
        is_choice = isinstance(step, ChoiceStep)
        if (is_choice and name == "add_to") or not (step.id in route or turn.answer(step.id)):
            continue
        yield Button(turn.fill(template, label=step.label), f"{name}:{step.id}", side=True)
