"""Questions to the coach are answered, and are in no answer."""

from __future__ import annotations

from collections.abc import Iterator

from bot.analysis.faq import asked_in, word_meant
from bot.analysis.questions import judge_question
from bot.analysis.reading.leaving import says_they_go
from bot.analysis.reading.spoken_pieces import asks, asks_who_can_tell
from bot.analysis.reading.two_wishes import questions_in
from bot.content.models.dialogue import REVIEW
from bot.domain.messages import NOWHERE
from bot.domain.offers import Button
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext, plain_buttons
from bot.engine.flows import Prompt
from bot.engine.wording import Text
from bot.engine.wordings import Chooser
from bot.flows.coaching.asides import facts
from bot.flows.coaching.known_questions import (
    all_asked,
    meant_by,
    say_known,
    say_known_answer,
    surely_asked,
)
from bot.flows.coaching.meanings import meaning_of
from bot.flows.coaching.of_their_text import about_their_text
from bot.flows.coaching.reading import read_text
from bot.flows.coaching.replies import ask_smaller, chooser
from bot.flows.safety.harm_heard import is_after_harm

BRIEF = 10
"""Words up to which a remark with *enough* in it asks whether there are enough words."""


def is_question(turn: TurnContext) -> bool:
    """Whether what came in is surely a question to the coach."""
    return judge_question(turn.event.text) == "question"


def is_known_question(turn: TurnContext) -> bool:
    """Whether a message is nearly word for word what an author answers, whatever it looks like, or
    asks in a few words for their count."""
    cues, text = turn.content.listening.kinds.cues, turn.event.text
    if count_words(text) <= BRIEF and cues.count in turn.says and turn.statement.own_words:
        return True
    return surely_asked(turn, text) is not None


def knows_what_is_asked(turn: TurnContext) -> bool:
    """Whether who does not understand asks what an author answers, and not only what is meant."""
    return surely_asked(turn, turn.event.text) not in (None, STUCK)


def asks_of_their_text(turn: TurnContext) -> bool:
    """Whether it is asked in a few words what is left or how many words it is, or, in more, whether
    others will know whom it is about. Spelling and question marks are no matter."""
    cues, text = turn.content.listening.kinds.cues, turn.event.text
    if asks_who_can_tell(text) and count_words(text) <= AT_LENGTH:
        return True
    known = {cues.missing, cues.done_yet, cues.count}
    return count_words(text) <= BRIEF and asks(text) and not known.isdisjoint(turn.says)


AT_LENGTH = 30
"""Words of the longest such question: “is it a problem that I said …, could folk work out who”."""

STUCK = "not_understood"
"""The question of who does not know what to write. Beside an answer “WHAT??” is none."""

MEANING = "_meaning"
"""How the name of a question ends that asks what a word means."""


def asks_again(turn: TurnContext) -> bool:
    """Whether a known question is asked again, or one about a word: “I said is there a person”."""
    text, asks = turn.event.text, turn.knowledge.asks
    again = asked_in(text, asks, again=True) is not None
    return again or (surely_asked(turn, text) or "").endswith(MEANING)


def say_answer(turn: TurnContext, text: str) -> None:
    """The answer that an author wrote to a question, and the open question again."""
    lines = chooser(turn)
    about_text = _say_what_is_asked(turn, text, lines)
    if says_they_go(text):
        turn.tell(lines.must_pick(turn.content.listening.kinds.talk.going, **facts(turn)) or "")
    elif turn.open_question is None:
        turn.show_again()
    elif turn.attempt.step == REVIEW or about_text or turn.answer(turn.open_question.id):
        return  # its question is in sight
    elif 0 < turn.attempt.smaller_after == len(turn.conversation.messages) - 1:
        return  # one was asked just before, and waits
    elif is_after_harm(turn) or turn.conversation.undecided or turn.conversation.distressed:
        return  # after words of harm none comes unasked
    elif question := ask_smaller(turn, lines):
        turn.tell(question)


def _say_what_is_asked(turn: TurnContext, text: str, lines: Chooser) -> bool:
    """Answer what is asked, two things where two are, or say that there is no answer; return
    whether it was about their own text."""
    if about_text := _about_text(turn, text, lines):
        turn.tell(about_text)
        return True
    both = all_asked(turn, text)[:2]  # “What is management? Do I answer for my boss?”
    if len(both) < 2 and not meant_by(turn, text):
        say_known_answer(turn, text)
        return False
    for each in both:
        say_known(turn, each, text)
    return False


def _about_text(turn: TurnContext, text: str, lines: Chooser) -> Text | None:
    """Return what is known of their own text, or of a word, where that is asked."""
    if meant_by(turn, text):
        return None
    if about_text := about_their_text(turn, text, lines):
        return about_text
    is_known = (surely_asked(turn, text) or "").endswith(MEANING)  # a list has but a line for it
    return None if is_known else meaning_of(turn, word_meant(text), lines)


def answer_second(turn: TurnContext, text: str) -> None:
    """Answer what is asked beside a wish that was met, or say that it has no answer; let go who
    says beside it that they go."""
    lines = chooser(turn)
    if asked := " ".join(questions_in(f"- {text}")):  # it may begin with what joins the two
        _say_what_is_asked(turn, asked, lines)
    elif says_they_go(text):
        turn.tell(lines.must_pick(turn.content.listening.kinds.talk.going, **facts(turn)) or "")


def answer_beside(turn: TurnContext, text: str) -> None:
    """Say the answer to a question that stood in an answer, where there is one."""
    if about_text := _about_text(turn, text, chooser(turn)):
        turn.tell(about_text)
        return
    known = [each for each in all_asked(turn, text) if each != STUCK][:2]
    for each in known:
        say_known(turn, each, text)
    if not known and turn.event.text.rstrip().endswith("?"):
        say_known_answer(turn, text)  # one before the answer is thought aloud


def for_coach(turn: TurnContext, _: str = "") -> None:
    """*Not part of my answer*: it is kept, and in no answer. A question in it is answered."""
    turn.answered()
    message = turn.in_question()
    if message is None:
        turn.show_again()
        return
    turn.change(message, aside=True, step=NOWHERE)
    if "?" in message.text or read_text(turn, message.text).kind == "question":
        say_answer(turn, message.text)
    else:
        turn.say(turn.content.words.answer.left_out)


class QuestionPrompt(Prompt):
    """Words that may be meant for the coach are in the answer; one press takes them out."""

    name = "question"
    is_offer = True
    about_message = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Not part of the answer."""
        return plain_buttons(turn, "for_coach", side=True)
