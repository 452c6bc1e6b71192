"""Questions to the coach are answered, and are in no answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.analysis.faq import NEARLY, asked_in, best_answer, word_meant
from bot.analysis.plain_spelling import to_sentences
from bot.analysis.questions import judge_question
from bot.analysis.reading.leaving import says_they_go
from bot.analysis.reading.own_job import names_job, with_any_job
from bot.analysis.reading.spoken_pieces import asks, asks_who_can_tell, asks_who_reads, unwrapped
from bot.analysis.reading.two_wishes import questions_in
from bot.analysis.reading.two_words import two_words_asked
from bot.content.models import listening_kinds
from bot.content.models.dialogue import REVIEW
from bot.domain.messages import NOWHERE
from bot.domain.offers import Button
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext, plain_buttons
from bot.engine.cues import says
from bot.engine.dates import day_in
from bot.engine.flows import Prompt
from bot.engine.wording import Text, join
from bot.engine.wordings import Chooser, first_for
from bot.flows.coaching.asides import facts, show_example
from bot.flows.coaching.meanings import meaning_of
from bot.flows.coaching.reading import read_text
from bot.flows.coaching.replies import ask_smaller, chooser
from bot.flows.coaching.told import called_after
from bot.flows.contacts import how_to_reach
from bot.flows.safety.harm_heard import is_after_harm


def _about_their_text(turn: TurnContext, text: str, lines: Chooser) -> Text | None:
    """Return the answer to a question about this learner's own words, None for another question."""
    cues = turn.content.listening.kinds.cues
    if says(text, cues.other_count) or asks_who_reads(text):
        return None
    if asks_who_can_tell(text):
        return _who_can_tell(turn, lines)
    if two := two_words_asked(text):
        return _two_words(turn, lines, *two)
    rules: tuple[tuple[tuple[str, ...], _Answer], ...] = (
        (cues.who_can_tell, _who_can_tell),
        (cues.side, _which_side),
        (cues.is_sent, _is_sent),
        (cues.done_yet, how_far),
        (cues.missing, what_is_missing),
        (cues.count, _how_many_words),
    )
    return next((answer(turn, lines) for cue, answer in rules if says(text, cue)), None)


BRIEF = 10
"""Words up to which a remark with *enough* in it asks whether there are enough words."""

_Answer = Callable[[TurnContext, Chooser], Text | None]


def _said(turn: TurnContext) -> listening_kinds.Question:
    return turn.content.listening.kinds.question


def _who_can_tell(turn: TurnContext, lines: Chooser) -> Text | None:
    phrase, said = _surest_phrase(turn), _said(turn)
    needs = [said.who_can_tell] if phrase else []
    return lines.must_pick(*needs, said.no_name_seen, phrase=phrase or None)


def _which_side(turn: TurnContext, lines: Chooser) -> Text | None:
    """Which side an act is on: that of the name that it got just before, else what tells them."""
    step, side = turn.attempt.step, _said(turn).side
    seen = turn.attempt.seen.get(step, "")
    practice = turn.content.practices.get(seen)
    if practice and practice.side != "both" and seen not in turn.attempt.rejected.get(step, ()):
        known = getattr(side, practice.side)
        return lines.pick(known, side.unsure, clause=called_after(turn, seen) or None)
    return lines.pick(side.unsure)


def _is_sent(turn: TurnContext, lines: Chooser) -> Text | None:
    """Whether it is handed in: the coach sends nothing, which nobody may find out too late."""
    sent_at = turn.attempt.sent_at
    if sent_at is None:
        return lines.pick(_said(turn).not_sent)
    sent_on = day_in(sent_at, turn.conversation.preferences.zone)
    return lines.pick(_said(turn).was_sent, date=sent_on)


def how_far(turn: TurnContext, lines: Chooser) -> Text | None:
    """Return what has no words yet, and how many words the whole still needs."""
    known = facts(turn)
    if open_ones := [each.label for each in turn.statement.missing]:
        return lines.pick(_said(turn).parts_left, **{**known, "label": "”, “".join(open_ones)})
    said = _said(turn)
    return lines.pick(said.only_words_missing if known["to_go"] else said.all_there, **known)


def what_is_missing(turn: TurnContext, lines: Chooser) -> Text | None:
    """Return which parts have no words yet, else how many words the whole needs."""
    said, known = _said(turn), facts(turn)
    if open_ones := [each.label for each in turn.statement.missing]:
        return lines.pick(said.missing, label="”, “".join(open_ones))
    return lines.pick(said.only_words_missing if known["to_go"] else said.nothing_missing, **known)


def _how_many_words(turn: TurnContext, lines: Chooser) -> Text | None:
    if not (turn.statement.own_words and turn.dialogue.min_words):
        return None
    said, known = _said(turn), facts(turn)
    return lines.pick(said.words_so_far if known["to_go"] else said.words_enough, **known)


def _two_words(turn: TurnContext, lines: Chooser, one: str, other: str) -> Text | None:
    """What each of two words means, as far as an author says it, and that no answer turns on it."""
    meant = turn.content.listening.kinds.word_meant
    known = [found[0].line for found in (first_for(meant, one), first_for(meant, other)) if found]
    needs = _said(turn).two_words if len(known) > 1 else _said(turn).two_words_unknown
    line = lines.must_pick(needs, word=one, phrase=other)
    return join(" ", [each for each in (*(turn.fill(each) for each in known), line) if each])


def _surest_phrase(turn: TurnContext) -> str:
    """Return the words of the statement that may show most surely who somebody is, "" for none."""
    found = [
        (shown.sure, message.text[shown.start : shown.end])
        for section in turn.statement.sections
        for message in section.messages
        for shown in turn.knowledge.shows_who.find(message.text)
    ]
    return max(found)[1] if found else ""


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
    return surely_asked(turn, turn.event.text) not in (None, "not_understood")


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
    about_text = _about_their_text(turn, text, lines) or meaning_of(turn, word_meant(text), lines)
    surely = [surely_asked(turn, each) for each in questions_in(text)]
    both = [each for each in dict.fromkeys(surely) if each][:2]
    if about_text:
        turn.tell(about_text)
    elif len(both) > 1:  # “What is management? Do I answer for my boss?”
        for each in both:
            say_known(turn, each)
    else:
        say_known_answer(turn, text)
    if says_they_go(text):
        turn.tell(lines.must_pick(turn.content.listening.kinds.talk.going, **facts(turn)) or "")
    elif turn.open_question is None:
        turn.show_again()
    elif turn.attempt.step == REVIEW or about_text or turn.answer(turn.open_question.id):
        return  # its question is in sight
    elif is_after_harm(turn) or turn.conversation.undecided or turn.conversation.distressed:
        return  # after words of harm none comes unasked
    elif question := ask_smaller(turn, lines):
        turn.tell(question)


def answer_second(turn: TurnContext, text: str) -> None:
    """Answer what is asked beside a wish that was met, or say that it has no answer; let go who
    says beside it that they go."""
    lines = chooser(turn)
    if asked := " ".join(questions_in(f"- {text}")):  # it may begin with what joins the two
        about = _about_their_text(turn, asked, lines) or meaning_of(turn, word_meant(asked), lines)
        if about:
            turn.tell(about)
        else:
            say_known_answer(turn, asked)
    elif says_they_go(text):
        turn.tell(lines.must_pick(turn.content.listening.kinds.talk.going, **facts(turn)) or "")


def answer_beside(turn: TurnContext, text: str) -> None:
    """Say the answer to a question that stood in an answer, where there is one."""
    if about_text := _about_their_text(turn, text, chooser(turn)):
        turn.tell(about_text)
    elif asks_who_reads(text):
        say_known_answer(turn, text)
    elif found := surely_asked(turn, text):
        say_known(turn, found)


def surely_asked(turn: TurnContext, text: str) -> str | None:
    """Return the question of an author's that a text asks nearly word for word, None for none."""
    asks = turn.knowledge.asks
    return best_answer(text, asks, NEARLY) or asked_in(text, asks)


def known_question(turn: TurnContext, text: str) -> str | None:
    """Return the question of an author's that is nearest to a text, or to the last that is asked in
    it; None where none is near."""
    asks = turn.knowledge.asks
    *_, last = [text, *(each for each, marked in to_sentences(text) if marked)]
    found = surely_asked(turn, text) or best_answer(text, asks) or best_answer(last, asks)
    return found or best_answer(unwrapped(text), asks)


def say_known_answer(turn: TurnContext, text: str) -> None:
    """The answer that an author wrote to a question, or that there is none."""
    found = known_question(turn, text)
    if asks_who_reads(text):
        found = best_answer(WHO_READS, turn.knowledge.asks) or found
    elif names_job(text):  # what is asked about one job is asked about each
        found = best_answer(with_any_job(text), turn.knowledge.asks) or found
    if found:
        say_known(turn, found)
    else:
        unknown = chooser(turn).must_pick(turn.content.listening.kinds.question.unknown)
        turn.tell("\n".join([unknown or "", *how_to_reach(turn)]))


WHO_READS = "who reads this"
"""How an author lists the question which is asked in so many words."""


def say_known(turn: TurnContext, found: str) -> None:
    """Say an author's answer to a question, as it is true of this dialogue."""
    dialogue = turn.dialogue
    question = next(each for each in turn.content.questions.questions if each.id == found)
    template = question.answer
    if dialogue.badge is None and question.without_badge:
        template = question.without_badge
    if question.after_example and show_example(turn, turn.open_question):
        template = question.after_example
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
