"""“that was a QUESTION, I was asking you”: what was asked is in no answer, and is answered now.
“NO. That's me talking to YOU”: what was said just before is in no answer either.

It comes before orders to take words out: what is meant is the message before, and nothing else of
theirs may go for it.
"""

from __future__ import annotations

from bot.analysis.reading.complaints import is_of_itself, meant_for_coach
from bot.analysis.reading.said_of_it import says_it_was_asked
from bot.analysis.reading.spoken_pieces import asks, asks_who_can_tell
from bot.domain.messages import NOWHERE, Message
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.wording import gist
from bot.flows.coaching.kept import whole
from bot.flows.coaching.listening import is_kept_out
from bot.flows.coaching.questions import say_answer
from bot.flows.coaching.reading import read_text
from bot.flows.coaching.replies import ask_smaller, chooser
from bot.flows.coaching.setting_aside import set_aside
from bot.flows.coaching.spoken import asked_in
from bot.flows.reflection.taken_out import take_out

MOST = 30
"""Words of the longest message that says so."""

LATELY = 3
"""How many messages before may hold the question."""


def take_words(turn: TurnContext) -> bool:
    """Take what says that the words before were no answer but a question to the coach."""
    text = turn.event.text
    is_said = not turn.at_welcome and count_words(text) <= MOST and says_it_was_asked(text)
    is_said = is_said and not turn.reading.act  # “I was asking the staff what they wanted”
    asked = _asked_before(turn) if is_said else None
    if asked is None:
        return _take_what_was_said(turn)
    question = asked_in(turn, asked) or asked.text
    set_aside(turn, "complaint_about_coach")
    if not (is_kept_out(asked) or asked.cuts):
        turn.change(asked, aside=True, step=NOWHERE)
    turn.say(turn.content.words.coach.last_is_out, phrase=gist(question))
    say_answer(turn, question)
    return True


def _take_what_was_said(turn: TurnContext) -> bool:
    """Take out the message just before, where it is said that it was meant for the coach."""
    newest = turn.conversation.messages[-1:]
    said = [each for each in newest if each.step and not each.aside and each.text]
    text = turn.event.text
    is_said = not turn.at_welcome and count_words(text) <= MOST and meant_for_coach(text)
    is_said = is_said and not is_of_itself(text)
    if not (said and is_said and said[0].attempt == turn.attempt.number):
        return False
    message = set_aside(turn, "complaint_about_coach")
    take_out(turn, [whole(said[0])], message)
    lines = chooser(turn)
    if more := ask_smaller(turn, lines) if not turn.answer(turn.attempt.step) else None:
        turn.tell(more)
    return True


def _asked_before(turn: TurnContext) -> Message | None:
    """Return the newest message of the last few that asks something, None where none does."""
    for message in reversed(turn.conversation.messages[-LATELY:]):
        text = message.text
        is_told = read_text(turn, text).act and "?" not in text  # “who looks after the keys is me”
        is_one = asks_who_can_tell(text) or (
            not is_told and (asks(text) or asked_in(turn, message))
        )
        if message.attempt == turn.attempt.number and is_one and not says_it_was_asked(text):
            return message
    return None
