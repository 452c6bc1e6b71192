"""Going through a dialogue: on, back, past, away, and again from the start."""

from __future__ import annotations

from bot.content.models.dialogue import REVIEW, ChoiceStep
from bot.domain.word_count import count_words
from bot.engine.context import Talk
from bot.engine.machine import change, go_back, move
from bot.flows.coaching.follow_ups import say_at_review
from bot.flows.membership.joining import by_link
from bot.flows.reflection.answers import A_FEW
from bot.flows.reflection.outcome import ask_outcome, is_due
from bot.flows.reflection.screens import greet, show_place, show_place_again, show_welcome
from bot.flows.reflection.unplaced import ask_place


def go(talk: Talk, trigger: str) -> None:
    """Take a way of the machine and show where it leads; say so when it leads nowhere."""
    if _move(talk, trigger):
        show_place(talk)
        if talk.attempt.step == REVIEW:
            say_at_review(talk)


def _move(talk: Talk, trigger: str) -> bool:
    if not move(talk.dialogue, talk.attempt, trigger):
        talk.say(talk.content.words.move.not_here)
        show_place_again(talk)
        return False
    if not talk.attempt.started_at:
        talk.attempt.started_at = talk.now
    return True


def begin(talk: Talk, _: str = "") -> None:
    """*Start*: the first question, after that for what was written before it: where it belongs."""
    left_over = talk.left_over()
    if sum(count_words(message.text) for message in left_over) >= A_FEW:
        if _move(talk, "start"):
            ask_place(talk)
        return
    for message in left_over:  # a greeting
        talk.change(message, aside=True)
    go(talk, "start")


def go_on(talk: Talk, _: str = "") -> None:
    """*Next*: the following question, once this one has words."""
    words = talk.content.words
    if talk.step and not talk.is_answered:
        if isinstance(talk.step, ChoiceStep):
            talk.say(words.question.none_picked)
        else:
            written = talk.answer(talk.step.id)
            talk.say(words.answer.no_words if written else words.move.empty)
        show_place_again(talk)
        return
    go(talk, "next")


def skip(talk: Talk, _: str = "") -> None:
    """*Skip*: the following question, with or without words here."""
    if talk.step and not talk.is_answered and not talk.answer(talk.step.id):
        talk.say(talk.content.words.move.skipped)
    go(talk, "skip")


def back(talk: Talk, _: str = "") -> None:
    """*Back*: where the learner was before. Later answers stay as they are."""
    if go_back(talk.dialogue, talk.attempt):
        show_place(talk)
    else:
        talk.say(talk.content.words.move.first)
        show_place_again(talk)


def to_question(talk: Talk, _: str = "") -> None:
    """*Back to my question*: from a page to what was asked, from sorting to the question."""
    if talk.conversation.asking == "sort" and not talk.page:
        talk.conversation.asking = None
        talk.say(talk.content.words.sort.left)
    show_place_again(talk)


def pause(talk: Talk, _: str = "") -> None:
    """*Pause*: nothing expires; any word or *Carry on* brings them back."""
    words = talk.content.words.move
    talk.say(words.paused if talk.kept_words() else words.paused_empty)
    talk.conversation.asking = "carry_on"
    talk.leaving = True


def carry_on(talk: Talk, _: str = "") -> None:
    """*Carry on*: the place in full."""
    talk.conversation.distressed = False
    show_place(talk)


def start(talk: Talk, invitation: str = "") -> None:
    """``/start``: the welcome for a newcomer, the place and *Carry on* for somebody who returns.

    What a link brings along is answered: only the hash of it is ever kept.
    """
    talk.conversation.distressed = False
    new = talk.at_welcome and not talk.attempt.started_at
    if new:
        show_welcome(talk)
    if (invitation and by_link(talk)) or new:
        return
    greet(talk)
    if is_due(talk):
        ask_outcome(talk)
        return
    if talk.step:
        show_place_again(talk)
    talk.conversation.asking = "carry_on"


def come_back(talk: Talk) -> None:
    """The terminal was opened again: the greeting, then the same question."""
    talk.conversation.distressed = False
    if not talk.at_welcome or talk.left_over():
        greet(talk)
    show_place(talk)
    if is_due(talk):
        ask_outcome(talk)


def review(talk: Talk, _: str = "") -> None:
    """*Review*: every answer in short, each open to change."""
    go(talk, "review")


def statement(talk: Talk, _: str = "") -> None:
    """*My statement*: the answers under their headings."""
    go(talk, "statement")


def open_answer(talk: Talk, step_id: str) -> None:
    """*Change …*: one answer, and Next leads back to the review."""
    go(talk, change(step_id))


def ask_restart(talk: Talk, _: str = "") -> None:
    """``/restart`` asks first."""
    talk.say(talk.content.words.move.restart_ask, name=talk.dialogue.name)
    talk.conversation.asking = "restart"


def restart(talk: Talk, _: str = "") -> None:
    """A new attempt; the old one is kept as it is."""
    talk.begin(talk.dialogue)
    talk.say(talk.content.words.move.restarted)
    go(talk, "start")


def keep_going(talk: Talk, _: str = "") -> None:
    """Not to restart after all."""
    talk.say(talk.content.words.move.not_restarted)
    show_place_again(talk)
