"""Questions to the coach are answered, and are in no answer."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.conversation import NOWHERE
from bot.domain.offers import Button
from bot.engine.context import TurnContext, plain_buttons
from bot.engine.cues import says
from bot.engine.flows import Prompt
from bot.engine.wording import Text
from bot.engine.wordings import Chooser
from bot.flows.coaching.asides import facts
from bot.flows.coaching.reading import read_text
from bot.flows.coaching.replies import ask_smaller, chooser


def _about_their_text(turn: TurnContext, text: str, lines: Chooser) -> Text | None:
    """Return the answer to a question about this learner's own words, None for another question."""
    kinds = turn.content.listening.kinds
    cues, answers, known = kinds.cues, kinds.question, facts(turn)
    if says(text, cues.who_can_tell):
        return lines.pick(answers.no_name_seen)
    if says(text, cues.side):
        return lines.pick(answers.side.unsure)
    if says(text, cues.missing):
        if open_ones := [each.label for each in turn.statement.missing]:
            return lines.pick(answers.missing, label="”, “".join(open_ones))
        return lines.pick(
            answers.only_words_missing if known["to_go"] else answers.nothing_missing, **known
        )
    if says(text, cues.count) and turn.statement.own_words and turn.dialogue.min_words:
        return lines.pick(answers.words_so_far if known["to_go"] else answers.words_enough, **known)
    return None


def is_question(turn: TurnContext) -> bool:
    """Whether what came in is surely a question to the coach."""
    from bot.analysis.questions import judge_question

    return judge_question(turn.event.text) == "question"


def is_known_question(turn: TurnContext) -> bool:
    """Whether a message is nearly word for word what an author answers, whatever it looks like."""
    from bot.analysis.faq import NEARLY, best_answer

    return best_answer(turn.event.text, turn.knowledge.asks, NEARLY) is not None


def say_answer(turn: TurnContext, text: str) -> None:
    """The answer that an author wrote to a question, and the open question again."""
    lines = chooser(turn)
    about_text = _about_their_text(turn, text, lines)
    if about_text:
        turn.tell(about_text)
    else:
        say_known_answer(turn, text)
    if turn.open_question is None:
        turn.show_again()
    elif not (about_text or turn.answer(turn.open_question.id)) and (
        question := ask_smaller(turn, lines)
    ):
        turn.tell(question)


def say_known_answer(turn: TurnContext, text: str) -> None:
    """The answer that an author wrote to a question, or that there is none."""
    from bot.analysis.faq import best_answer

    if found := best_answer(text, turn.knowledge.asks):
        _say_known(turn, found)
    else:
        unknown = chooser(turn).pick(turn.content.listening.kinds.question.unknown)
        turn.tell(unknown or turn.fill(turn.content.words.coach.no_answer))


def _say_known(turn: TurnContext, found: str) -> None:
    """Say an author's answer to a question, as it is true of this dialogue."""
    dialogue = turn.dialogue
    question = next(each for each in turn.content.questions.questions if each.id == found)
    template = question.answer
    if dialogue.badge is None and question.without_badge:
        template = question.without_badge
    about = {"name": dialogue.name, "minutes": dialogue.minutes}
    turn.say(template, minimum=dialogue.min_words, **about)


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
