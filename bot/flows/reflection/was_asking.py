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
    """Take what says that the words before were no answer: a question, or meant for the coach."""
    text, before = turn.event.text, turn.conversation.messages[-LATELY:]
    mine = [each for each in before if each.attempt == turn.attempt.number]
    if turn.at_welcome or not mine or count_words(text) > MOST:
        return False
    was_asked = says_it_was_asked(text) and not turn.reading.act  # “I was asking the staff …”
    asked = [each for each in mine if _asks(turn, each)] if was_asked else []
    if asked:
        _answer(turn, asked[-1])
        return True
    last = mine[-1]
    is_in = last is before[-1] and last.step and not last.aside and last.text
    if not (is_in and meant_for_coach(text) and not is_of_itself(text)):
        return False
    take_out(turn, [whole(last)], set_aside(turn, "complaint_about_coach"))
    nothing_left = not turn.answer(turn.attempt.step)
    if more := ask_smaller(turn, chooser(turn)) if nothing_left else None:
        turn.tell(more)
    return True


def _answer(turn: TurnContext, asked: Message) -> None:
    """Answer what was asked before; it is in no answer."""
    question = asked_in(turn, asked) or asked.text
    set_aside(turn, "complaint_about_coach")
    if not (is_kept_out(asked) or asked.cuts):
        turn.change(asked, aside=True, step=NOWHERE)
    turn.say(turn.content.words.coach.last_is_out, phrase=gist(question))
    say_answer(turn, question)


def _asks(turn: TurnContext, message: Message) -> bool:
    text = message.text
    is_told = read_text(turn, text).act and "?" not in text  # “who looks after the keys is me”
    is_asked = not is_told and (asks(text) or asked_in(turn, message))
    return not says_it_was_asked(text) and bool(asks_who_can_tell(text) or is_asked)
