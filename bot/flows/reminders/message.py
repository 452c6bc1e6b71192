"""The message of a reminder, and how words are the answer to it.

A reminder changes no answer and no place. It asks one open question; the words that come next are
the answer to it, wherever the learner stood.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from bot.content.models.dialogue import Dialogue
from bot.domain.conversation import Attempt, Conversation
from bot.domain.events import Reminder
from bot.domain.offers import Button
from bot.domain.progress import open_step
from bot.domain.reminders import NEWS, OF_SHARING
from bot.domain.retention import NOTICE
from bot.domain.statement import Statement, assemble
from bot.engine.context import TurnContext
from bot.engine.dates import day_in
from bot.engine.wording import gist
from bot.flows.contacts import ways_to_reach
from bot.flows.coordinator import answers
from bot.flows.reflection.outcome import ask_outcome, is_due
from bot.flows.reminder_text import asking, opening
from bot.flows.safety.harm_heard import harm_in
from bot.flows.sharing.news import tell_answer

LAST_DAY = NOTICE - timedelta(days=1)
"""From the announcement to the day that is named in it: the day is over when it is done."""


def newest(conversation: Conversation, dialogue_id: str) -> Attempt | None:
    """Return the newest attempt at a dialogue."""
    mine = [each for each in conversation.attempts if each.dialogue == dialogue_id]
    return mine[-1] if mine else None


def remind(turn: TurnContext) -> Iterable[Button]:
    """Yield what a reminder says, and its buttons. Nothing at all where it has lost its point."""
    about = turn.event.reminder
    if about and about.kind in OF_SHARING:
        return _of_sharing(turn, about)
    if about and about.kind in NEWS:
        return _tell(turn, about)
    dialogue = turn.content.dialogues.get(about.dialogue) if about else None
    if about is None or dialogue is None or turn.conversation.prompt == "harm":
        return []
    attempt = newest(turn.conversation, dialogue.id)
    if about.kind == "later" and attempt and attempt.sent_at:
        return []  # they have finished since they asked for it
    if about.kind == "outcome":
        return _ask_outcome(turn, dialogue)
    _say(turn, about, dialogue)
    words = turn.content.words.reminder_buttons
    return [
        Button(words.later, "page:rem.later", side=True),
        Button(words.all, "page:rem", side=True),
    ]


def _tell(turn: TurnContext, about: Reminder) -> Iterable[Button]:
    """Tell somebody what has happened, or will. Nothing hangs under it to decide."""
    ending = turn.content.words.ending
    if about.kind == "deletion":
        words = turn.content.words.retention
        said = words.announced_by_mail if about.by_mail else words.announced
        last = day_in(turn.now + LAST_DAY, turn.conversation.preferences.zone)
        turn.tell(turn.fill(said, date=last))
    elif turn.conversation.prompt != "harm" and about.cohort:
        told = ending.tell_learner if about.kind == "taken_out" else ending.tell_coordinator
        to_ask = ways_to_reach(turn.content.words, about.contact)
        turn.tell(turn.fill(told, cohort=about.cohort), *to_ask)
    return []


def _of_sharing(turn: TurnContext, about: Reminder) -> Iterable[Button]:
    """Tell what a reader says, or that there is something to read."""
    if turn.conversation.prompt == "harm":
        return []
    return list((answers.tell if about.kind == "shared" else tell_answer)(turn, about))


def _ask_outcome(turn: TurnContext, dialogue: Dialogue) -> Iterable[Button]:
    """*How did it go?*, unless they are in the middle of something else by now."""
    here = turn.attempt.dialogue == dialogue.id
    if not here and turn.attempt.started_at and not turn.attempt.sent_at:
        return []
    turn.take_up(dialogue.id)
    if not is_due(turn):
        return []
    turn.attempt.outcome_asked = True
    ask_outcome(turn)
    return turn.open_prompt.choices(turn) if turn.open_prompt else []


def _say(turn: TurnContext, about: Reminder, dialogue: Dialogue) -> None:
    """Say what is done, perhaps their last line, and the one open question."""
    conversation, words = turn.conversation, turn.content.words
    if about.is_message:
        turn.tell(*opening(words, about, turn.event.text))
        return
    attempt = newest(conversation, dialogue.id)
    done = line = ""
    step_id = dialogue.steps[0].id
    if attempt:
        statement = assemble(dialogue, conversation, attempt)
        step_id = open_step(statement, attempt)
        done = _done(turn, statement)
        line = "" if about.by_mail else _last_line(turn, attempt)
    if step_id in dialogue.by_id:
        conversation.reminded, conversation.asked_since = f"{dialogue.id}:{step_id}", False
    text = asking(words, dialogue, step_id, done, line, here=not about.by_mail)
    turn.tell(*opening(words, about, turn.event.text), text)


def _done(turn: TurnContext, statement: Statement) -> str:
    """Return the answers that have words, with how many; "" for none."""
    one = turn.content.words.review.one_count
    return " · ".join(
        turn.fill(one, label=each.step.label, count=each.words)
        for each in statement.sections
        if each.words
    )


def _last_line(turn: TurnContext, attempt: Attempt) -> str:
    """Return the last line that they wrote, "" where they do not want it quoted, or it may be of
    harm: others see a phone's screen."""
    if not turn.conversation.preferences.quotes:
        return ""
    messages = turn.conversation.messages
    mine = [each for each in messages if each.attempt == attempt.number and not each.aside]
    if not mine or harm_in(turn, mine[-1].text):
        return ""
    lines = [line for line in mine[-1].shown.splitlines() if line.strip()]
    return gist(lines[-1]) if lines else ""
