"""Going through a dialogue: on, back, past, away, and again from the start."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.content.models.dialogue import REVIEW, ChoiceStep
from bot.domain.offers import Button
from bot.domain.statement import picked
from bot.domain.word_count import count_words
from bot.engine.context import A_FEW, TurnContext, plain_buttons
from bot.engine.cues import says
from bot.engine.decisions import is_waiting
from bot.engine.flows import Prompt
from bot.engine.machine import change, go_back, move
from bot.engine.sight import lose_sight
from bot.flows.are_you_sure import SurePrompt
from bot.flows.coaching.follow_ups import say_at_review
from bot.flows.coaching.whereabouts import say_where
from bot.flows.coordinator.at_page import is_coordinators
from bot.flows.coordinator.pages import show_first
from bot.flows.membership.joining import by_link
from bot.flows.reflection.documents import statement_in
from bot.flows.reflection.outcome import ask_outcome, is_due
from bot.flows.reflection.screens import greet, show_on_return, show_place, show_welcome
from bot.flows.reflection.unplaced import ask_place
from bot.flows.safety import harm
from bot.flows.safety.harm_decision import go_back_to_badge
from bot.flows.safety.harm_heard import harm_in
from bot.flows.safety.harm_prompt import choices
from bot.flows.safety.names import note_open


def go(turn: TurnContext, trigger: str) -> None:
    """Take a way of the machine and show where it leads; say so when it leads nowhere."""
    if take_way(turn, trigger):
        if trigger == "next":
            _pass_what_is_told(turn)
        if turn.attempt.step == REVIEW:
            note_open(turn)
        show_place(turn)
        if turn.attempt.step == REVIEW and not is_waiting(turn):
            say_at_review(turn, asks=trigger != "skip")


def _pass_what_is_told(turn: TurnContext) -> None:
    """Go past steps that were filled before the learner came to them: once, and not on a detour."""
    ahead = turn.attempt.ahead
    while turn.attempt.step in ahead:
        ahead.remove(turn.attempt.step)
        if not turn.answer(turn.attempt.step) or not take_way(turn, "next"):
            return


def take_way(turn: TurnContext, trigger: str) -> bool:
    """Take a way of the machine, and return whether it leads anywhere from here; if not, say so."""
    go_back_to_badge(turn)
    if not move(turn.dialogue, turn.attempt, trigger):
        turn.say(turn.content.words.move.not_here)
        turn.show_again()
        return False
    if not turn.attempt.started_at:
        turn.attempt.started_at = turn.now
    return True


def begin(turn: TurnContext, _: str = "") -> None:
    """*Start*: the first question, after that for what was written before it: where it belongs.

    Nobody is asked that of words of harm: they wait at the review.
    """
    left_over = [each for each in turn.left_over() if harm_in(turn, each.text) is None]
    if sum(count_words(message.text) for message in left_over) >= A_FEW:
        if take_way(turn, "start"):
            ask_place(turn)
        return
    for message in left_over:  # a greeting
        turn.change(message, aside=True)
    go(turn, "start")


def go_on(turn: TurnContext, _: str = "") -> None:
    """*Next*: the following question, once this one has words."""
    if turn.at_welcome:
        begin(turn)
        return
    go_back_to_badge(turn)
    words = turn.content.words
    if turn.step and not _is_answered(turn):
        if isinstance(turn.step, ChoiceStep):
            turn.say(words.question.none_picked)
        else:
            written = turn.answer(turn.step.id)
            turn.say(words.answer.no_words if written else words.move.empty)
        turn.show_again()
        return
    go(turn, "next")


def _is_answered(turn: TurnContext) -> bool:
    """Whether the step has what it asks for: words, or a pick."""
    if isinstance(turn.step, ChoiceStep):
        return bool(picked(turn.step, turn.attempt))
    return any(each.words for each in turn.statement.sections if each.step == turn.step)


def skip(turn: TurnContext, _: str = "") -> None:
    """*Skip*: the following question, with or without words here."""
    if turn.step and not _is_answered(turn) and not turn.answer(turn.step.id):
        turn.say(turn.content.words.move.skipped)
    go(turn, "skip")


def back(turn: TurnContext, _: str = "") -> None:
    """*Back*: where the learner was before. Later answers stay as they are. After “brb” it says
    that they are here again."""
    if _had_gone(turn):
        turn.keep_aside(turn.event.text)
        say_where(turn)
    elif go_back(turn.dialogue, turn.attempt):
        go_back_to_badge(turn)
        show_place(turn)
    else:
        turn.say(turn.content.words.move.first)
        turn.show_again()


def _had_gone(turn: TurnContext) -> bool:
    """Whether the last that was typed, before this “back”, is that they have to go."""
    source, messages = turn.event.source or turn.event.key, turn.conversation.messages
    if turn.event.kind != "say" or turn.event.text.startswith("/"):
        return False
    before = next((each for each in reversed(messages) if each.source != source), None)
    going = turn.content.listening.kinds.cues.going
    return before is not None and before.aside and says(before.text, going)


def to_question(turn: TurnContext, _: str = "") -> None:
    """*Back to my question*: from a page to what was asked, from sorting to the question."""
    if turn.conversation.prompt == "sort" and not turn.page_before:
        turn.answered()
        turn.say(turn.content.words.sort.left)
    lose_sight(turn)
    turn.show_again()


def pause(turn: TurnContext, _: str = "") -> None:
    """*Pause*: nothing expires; any word or *Carry on* brings them back."""
    words = turn.content.words.move
    turn.say(words.paused if turn.kept_words() else words.paused_empty)
    harm.ask_again(turn)
    if not turn.conversation.undecided:
        go_back_to_badge(turn)
    turn.ask("carry_on")
    turn.leaving = True


def carry_on(turn: TurnContext, _: str = "") -> None:
    """*Carry on*: what they were asked when they left; to who only looks after others, that."""
    turn.conversation.distressed = False
    if not turn.conversation.undecided:
        go_back_to_badge(turn)
    if turn.at_welcome and not turn.attempt.started_at and is_coordinators(turn):
        show_first(turn)
    else:
        show_on_return(turn)


def start(turn: TurnContext, invitation: str = "") -> None:
    """``/start``: the welcome for a newcomer, the place and *Carry on* for somebody who returns.

    What a link brings along is answered: only the hash of it is ever kept.
    """
    turn.conversation.distressed = False
    new = turn.at_welcome and not turn.attempt.started_at
    if new and is_coordinators(turn):
        if not (invitation and by_link(turn)):
            show_first(turn)
        return
    if new:
        show_welcome(turn)
    if (invitation and by_link(turn)) or new:
        return
    greet(turn)
    if is_due(turn):
        ask_outcome(turn)
        return
    if turn.step and not harm.ask_again(turn):
        lose_sight(turn)
        turn.show_again()
    turn.ask("carry_on")


def welcome(turn: TurnContext) -> None:
    """Say what this is, before anything else: but not to who comes to look after others."""
    if not is_coordinators(turn):
        show_welcome(turn)


def come_back(turn: TurnContext) -> None:
    """The terminal was opened again: the greeting, then the same question."""
    turn.left()
    turn.conversation.distressed = False
    if not turn.at_welcome or turn.left_over():
        greet(turn)
    show_on_return(turn)
    if is_due(turn):
        ask_outcome(turn)


def review(turn: TurnContext, _: str = "") -> None:
    """*Review*: every answer in short, each open to change."""
    go(turn, "review")


def statement(turn: TurnContext, form: str = "") -> None:
    """*My statement*: the answers under their headings, or a file in the form that is named."""
    if not statement_in(turn, form):
        go(turn, "statement")


def open_answer(turn: TurnContext, step_id: str) -> None:
    """*Change …*: one answer, and Next leads back to the review."""
    go(turn, change(step_id))


def ask_restart(turn: TurnContext, _: str = "") -> None:
    """``/restart`` asks first."""
    turn.say(turn.content.words.move.restart_ask, name=turn.dialogue.name)
    turn.ask("restart")


def restart(turn: TurnContext, _: str = "") -> None:
    """A new attempt; the old one is kept as it is."""
    turn.begin(turn.dialogue)
    turn.say(turn.content.words.move.restarted)
    go(turn, "start")


def keep_going(turn: TurnContext, _: str = "") -> None:
    """Not to restart after all."""
    turn.say(turn.content.words.move.not_restarted)
    turn.show_again()


class CarryOnPrompt(Prompt):
    """*Carry on* brings them back; so does any word."""

    name = "carry_on"
    gives_way = True

    def buttons(self, turn: TurnContext, _: Sequence[Button], /) -> Iterator[Button]:
        """The way back, and what decides about words of harm."""
        yield from plain_buttons(turn, "carry_on")
        if harm.is_due(turn):
            yield from choices(turn)


class RestartPrompt(SurePrompt):
    """*Begin again?*"""

    name = "restart"
    no_and_yes = ("restart_no", "restart_yes")

    def ask(self, turn: TurnContext) -> None:
        """Ask, as it was asked first."""
        ask_restart(turn)

    def say_no(self, turn: TurnContext) -> None:
        """Say that everything is as it was."""
        turn.say(turn.content.words.move.not_restarted)
