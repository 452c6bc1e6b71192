"""Questions to the coach are answered, and are in no answer."""

from __future__ import annotations

from collections.abc import Iterator

from bot.analysis.reading.leaving import says_they_go
from bot.analysis.reading.meaning_asked import word_asked_barely, word_meant
from bot.analysis.reading.own_news import is_own_bad_news
from bot.analysis.reading.two_requests import questions_in
from bot.content.models.dialogue import REVIEW
from bot.domain.messages import NOWHERE
from bot.domain.offers import Button
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext, plain_buttons
from bot.engine.flows import Prompt
from bot.engine.wordings import Chooser
from bot.flows.coaching.asides import facts
from bot.flows.coaching.known_questions import meant_by, say_known
from bot.flows.coaching.meanings import meaning_of
from bot.flows.coaching.of_their_text import two_words
from bot.flows.coaching.reading import NOT_UNDERSTOOD, read_text
from bot.flows.coaching.replies import ask_smaller, chooser
from bot.flows.contacts import how_to_reach
from bot.flows.safety.harm_heard import is_after_harm

BRIEF = 14
"""Words of the longest message that is a question by how it begins, whatever it is about."""

NEAREST = 2
"""How many known questions are offered where it is not plain which is asked."""


def is_question(turn: TurnContext) -> bool:
    """Return whether what came in is a question to the coach: it may be one that nobody knows."""
    text, kind = turn.event.text, turn.reading.kind
    if kind in ("question", NOT_UNDERSTOOD) or is_known_question(turn):
        return True
    is_brief = count_words(text) <= BRIEF and not turn.reading.act
    return is_brief and turn.knowledge.meanings.begins(text)


def is_known_question(turn: TurnContext) -> bool:
    """Return whether a message asks what an author answers, whatever it looks like. What stands
    beside bad news of their own is not asked: “sorry for my spelling. my mum is in hospital”."""
    text = turn.event.text
    return bool(meant_by(turn, text)) and ("?" in text or not is_own_bad_news(text))


def knows_what_is_asked(turn: TurnContext) -> bool:
    """Return whether who does not understand asks what an author answers, and not only what is
    meant."""
    return meant_by(turn, turn.event.text) not in ([], [NOT_UNDERSTOOD])


def say_answer(turn: TurnContext, text: str) -> None:
    """The answer that an author wrote to a question, and the open question again."""
    lines = chooser(turn)
    is_open = not _say_what_is_asked(turn, text, lines) and _say_unknown(
        turn, text, lines, offers=True
    )
    if says_they_go(text):
        turn.tell(lines.must_pick(turn.content.listening.kinds.talk.going, **facts(turn)) or "")
    elif turn.open_question is None:
        turn.show_again()
    elif turn.attempt.step == REVIEW or is_open or turn.answer(turn.open_question.id):
        return  # its question is in sight
    elif _is_enough(turn, text):
        return
    elif 0 < turn.attempt.smaller_after == len(turn.conversation.messages) - 1:
        return  # one was asked just before, and waits
    elif is_after_harm(turn) or turn.conversation.undecided or turn.conversation.distressed:
        return  # after words of harm none comes unasked
    elif question := ask_smaller(turn, lines):
        turn.tell(question)


def _is_enough(turn: TurnContext, text: str) -> bool:
    """Return whether nothing is asked after the answer: two were given, or they may stop."""
    known = meant_by(turn, text)
    return len(known) > 1 or any(turn.content.questions.by_id[each].ends for each in known)


def _say_what_is_asked(turn: TurnContext, text: str, lines: Chooser) -> bool:
    """Answer what is asked, two things where two are; return whether there is an answer."""
    if said := two_words(turn, text, lines):
        turn.tell(said)
        return True
    known, word = meant_by(turn, text), word_meant(text)
    of_word = meant_by(turn, f"what does {word} mean?") if word else []
    known = [each for each in known if each != NOT_UNDERSTOOD or not word] or of_word
    asked = word or ("" if known else word_asked_barely(text))
    said = meaning_of(turn, asked, lines) if asked and not of_word else None
    if said:
        turn.tell(said)
    for each in known[: 1 if said else 2]:  # “What is management? Do I answer for my boss?”
        say_known(turn, each, text)
    return bool(said or known)


def _say_unknown(turn: TurnContext, text: str, lines: Chooser, *, offers: bool) -> bool:
    """Say that there is no answer, in no words that were said before, or ask which of the nearest
    is meant; return whether that was asked."""
    said = turn.content.listening.kinds.question
    near = offers and bool(turn.step) and bool(turn.knowledge.meanings.near(text, NEAREST))
    unknown = [said.unknown_at_start] if turn.at_welcome else []
    unknown += [said.unknown, said.unknown_again]
    line = lines.must_pick(said.near) if near else lines.pick(*unknown)
    if near:
        turn.ask("which_asked", turn.conversation.messages[-1])
    turn.tell("\n".join(filter(None, [line, *([] if near else how_to_reach(turn))])))
    return near


def say_known_answer(turn: TurnContext, text: str) -> None:
    """The answer to a question, or that there is none, and nothing else."""
    lines = chooser(turn)
    if not _say_what_is_asked(turn, text, lines):
        _say_unknown(turn, text, lines, offers=False)


def answer_second(turn: TurnContext, text: str) -> None:
    """Answer what is asked beside a request that was met; let go who says that they go."""
    lines = chooser(turn)
    if asked := " ".join(questions_in(f"- {text}")):  # it may begin with what joins the two
        _say_what_is_asked(turn, asked, lines)
    elif says_they_go(text):
        turn.tell(lines.must_pick(turn.content.listening.kinds.talk.going, **facts(turn)) or "")


def answer_beside(turn: TurnContext, text: str) -> None:
    """Say the answer to a question that stood in an answer, where there is one."""
    _say_what_is_asked(turn, text, chooser(turn))


def nearest(turn: TurnContext, text: str) -> Iterator[Button]:
    """Yield the known questions that are nearest to a text which asks something unknown."""
    for each in turn.knowledge.meanings.near(text, NEAREST):
        yield Button(turn.content.questions.by_id[each].short, f"asked:{each}", side=True)


def answer_asked(turn: TurnContext, id_: str) -> None:
    """*how many words*: the question that was meant is answered."""
    turn.answered()
    if id_ in turn.content.questions.by_id:
        say_known(turn, id_, "")
    turn.show_again()


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
