"""A message is heard before it is filed: one that is meant for the coach is in no answer."""

from __future__ import annotations

from collections.abc import Iterator

from bot.analysis.reading.answering import bare_answer
from bot.analysis.reading.reading import Reading
from bot.analysis.reading.said_of_it import begins_as_question
from bot.analysis.reading.spoken_pieces import asks, asks_behind
from bot.content.models.dialogue import REVIEW, WordsStep
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.messages import NOWHERE, Message
from bot.domain.offers import Button
from bot.domain.progress import outcome_is_due
from bot.domain.word_count import count_words
from bot.engine.context import A_FEW, TurnContext, plain_buttons
from bot.engine.flows import Prompt
from bot.engine.pastes import is_likely_cut
from bot.engine.wording import counted
from bot.flows import LOOK_UPS
from bot.flows.coaching.another_story import tells_a_story
from bot.flows.coaching.bad_news import is_after_bad_news, tells_bad_news
from bot.flows.coaching.known_questions import asks_of_length, asks_of_their_text, meant_by
from bot.flows.coaching.labelled import announces_more
from bot.flows.coaching.listed import is_just_asked
from bot.flows.coaching.policy import EVIDENCE, LONG, STORY, TOLD, is_evidence
from bot.flows.coaching.questions import is_known_question, is_question, nearest
from bot.flows.coaching.reading import is_job_first
from bot.flows.coaching.replies import chooser, open_follow_up
from bot.flows.coaching.said_to_coach import keep_said
from bot.flows.coaching.shows_nothing import denies, is_word_alone
from bot.flows.coaching.spoken import ends_asking, spoken_in
from bot.flows.coaching.to_coach import reply
from bot.flows.coaching.told import note_told_beside
from bot.flows.safety.harm import is_due
from bot.flows.safety.harm_heard import harm_in
from bot.flows.safety.identifiers import tell_masked

SURELY = frozenset(("question", "not_understood", "request", "talk", "back", "stop", "delete"))
"""Kinds that are told from an answer also where no badge asks for an account of an act."""

BESIDE_NEW = SURELY | {"correction", "complaint_about_coach", "already_told", "to_coordinator"}
"""Kinds that are no new answer where one is waited for: the old one stays."""

UNSURE = frozenset(("denial", "chat", "theory", "private", "alternative"))
"""Kinds that may be about an answer, where no question is open: it is asked which."""

AT_LENGTH = 30
"""Words of the longest that asks who can tell: “is it a problem that I said …, would folk know”."""

BRIEF = 10
"""Words up to which a question about their own words is one, whatever is told in it."""

PLAIN = 2.0
"""How much likelier than the next kind, in logits, a question must be to answer none."""

NO_STORY = 12
"""Words up to which that is so."""


def take_words(turn: TurnContext) -> bool:
    """Take what is meant for the coach: it is answered, kept, and in no answer."""
    reading, words, step = turn.reading, count_words(turn.event.text), turn.open_question
    if is_rest_of_paste(turn) or _says_how_it_went(turn) or _may_be_answer(turn, reading, words):
        return False
    if turn.conversation.prompt == "carry_on":
        turn.conversation.distressed = False  # they have come back
    is_choice = tells_a_story(turn) is False
    message = turn.keep_aside(turn.event.text)
    note_told_beside(turn)
    turn.left()
    if turn.masked:
        tell_masked(turn)
    lines, kind = chooser(turn), reading.kind
    if kind in EVIDENCE and not is_word_alone(turn, reading):
        kind = "question" if _is_asked(turn, reading, words) else "talk"
    if kind == "stop" and "?" in turn.event.text and asks_of_length(turn):
        kind = "question"  # “enough?”
    if tells_bad_news(turn) and kind != "to_coordinator":
        kind = "chat"
    if is_choice:
        kind = "alternative"
    elif kind == "alternative" and not turn.kept_words():
        kind = "talk"  # there are no two to choose from yet
    turn.coaching = Coaching(kind, ASIDE)
    reply(turn, kind, lines)
    if step and words and turn.conversation.prompt == "none":
        turn.ask("kept_out", message)
    return True


def _may_be_answer(turn: TurnContext, reading: Reading, words: int) -> bool:
    """Whether words may be an answer, so that others have to take them."""
    is_story = True if announces_more(turn) else tells_a_story(turn)
    if is_story is not None:
        return is_story
    step, at_review = turn.open_question, turn.attempt.step == REVIEW
    beside = words < LONG and (_tells_nothing(reading, words) or reading.kind in BESIDE_NEW)
    little = words <= NO_STORY and not reading.act
    is_bad_news = tells_bad_news(turn) or (little and is_after_bad_news(turn))
    if (
        is_bad_news
        or is_word_alone(turn, reading)
        or denies(turn, reading)
        or _is_asked(turn, reading, words)
        or (at_review and beside and not _begins_news(turn, words))
    ):
        return False
    is_new = turn.conversation.prompt == "replace" and reading.kind not in BESIDE_NEW
    is_first = turn.at_welcome and not is_question(turn)
    is_first = is_first or (turn.event.kind == "attachment" and reading.kind == "chat")  # a caption
    if is_evidence(reading, words) or is_first or is_new or _is_no_question(turn, reading):
        return True
    if step is None:
        return not turn.at_welcome and not _is_for_coach(turn, reading, words)
    if step.needs:  # with a question to the coach in it: that alone is left out
        return bool(spoken_in(turn, turn.event.text))
    return reading.act or reading.kind not in SURELY or words > NO_STORY


def _is_no_question(turn: TurnContext, reading: Reading) -> bool:
    """Whether what looks like a question answers the coach's own: it asks nothing that is known."""
    text = turn.event.text
    is_one = reading.kind == "question" and is_just_asked(turn)
    if not is_one or reading.sure >= PLAIN:
        return False
    is_plain = begins_as_question(text) or asks_behind(text)
    return not (is_plain or turn.knowledge.meanings.asks(text))


def _says_how_it_went(turn: TurnContext) -> bool:
    """Whether a word or two answer the coach's own question what came of it: “fine”."""
    went = turn.content.listening.kinds.cues.went
    said = bare_answer(turn.event.text)
    last = turn.attempt.parts_asked[-1:]
    is_asked = any(each.partition(":")[2] in HOW_IT_WENT for each in last)
    return said in went and is_asked and open_follow_up(turn) is not None


HOW_IT_WENT = ("result", "evidence")
"""Parts that are told by how it went."""


def _is_asked(turn: TurnContext, reading: Reading, words: int) -> bool:
    """Whether what looks like an answer asks what an author answers, “is a senior a manager”, or
    what the coach finds in their own words."""
    text = turn.event.text
    if "can_they_tell" in meant_by(turn, text) and words <= AT_LENGTH:
        return True
    if spoken_in(turn, text):
        return False  # an answer stands beside it
    is_brief = words <= BRIEF and not is_job_first(turn, reading, text)
    if is_brief and asks_of_their_text(turn, text):
        return True
    if not reading.act and ends_asking(turn, text):
        return True
    if is_just_asked(turn) and not asks(text):  # “do it alone” answers what was asked
        return False
    is_like = reading.kind in ("evidence", "bare") and _tells_nothing(reading, words)
    return is_like and is_known_question(turn)


def _tells_nothing(reading: Reading, words: int) -> bool:
    """Whether a few words tell nothing that a review could ask for: “thats all i have”."""
    return words <= NO_STORY and not (reading.act or reading.parts & (TOLD | STORY))


def _begins_news(turn: TurnContext, words: int) -> bool:
    """Whether this is a “hello” some weeks after a statement was sent: it is asked how it went."""
    return words < A_FEW and outcome_is_due(turn.attempt, turn.now)


def _is_for_coach(turn: TurnContext, reading: Reading, words: int) -> bool:
    """Whether words where no question is open are meant for the coach, and for no answer."""
    if _begins_news(turn, words):
        return False
    return reading.kind not in UNSURE or (words < A_FEW and not reading.act)


def is_rest_of_paste(turn: TurnContext) -> bool:
    """Return whether a client has cut one paste in two, and this is the rest of it."""
    before = turn.conversation.messages[-1:]
    return any(is_likely_cut(each.text, turn.event.cut_at) for each in before)


def put_in(turn: TurnContext, _: str = "") -> None:
    """*Put it in my answer*: what was kept out, or taken back, is in the answer after all."""
    turn.answered()
    message = turn.in_question()
    step = _home(turn, message) if message else None
    if message and step:
        turn.change(message, step=step.id, aside=False)
        keep_said(turn, message)
        words = turn.content.words
        count = next(each.words for each in turn.statement.sections if each.step == step)
        turn.tell(counted(words, words.answer.saved, count))
    turn.show_again()


def _home(turn: TurnContext, message: Message) -> WordsStep | None:
    """Return the step that words which are in no answer go to: their own, else the open one."""
    step = turn.dialogue.by_id.get(message.step) or turn.open_question
    return step if isinstance(step, WordsStep) else None


class KeptOutPrompt(Prompt):
    """A message that was kept out can be put in by one press, until something else is done."""

    name = "kept_out"
    is_offer = True
    survives = LOOK_UPS
    about_message = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Put it in; and keep words of harm, while these wait for it."""
        waiting = ["keep_words"] if is_due(turn) else []
        return plain_buttons(turn, "put_in", *waiting, side=True)

    def waiting(self, turn: TurnContext) -> Iterator[Button]:
        """Yield what puts in the newest that was kept out, also some messages later."""
        if may_have_kept(turn):
            yield Button(turn.content.words.buttons.put_in, "use_kept_out", side=True)

    def still_holds(self, turn: TurnContext) -> bool:
        """Whether the words are there, in no answer, and there is one that they can go to."""
        message = turn.in_question()
        is_out = message is not None and message.aside and bool(message.text)
        return message is not None and is_out and _home(turn, message) is not None


class WhichAskedPrompt(KeptOutPrompt):
    """It is not plain what a message asks: the nearest of what is known can be pressed."""

    name = "which_asked"

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """What may be asked, and put it in."""
        if message := turn.in_question():
            yield from nearest(turn, message.text)
        yield from super().choices(turn)


def is_kept_out(message: Message) -> bool:
    """Return whether a message was kept out of every answer."""
    return message.aside and not message.step and bool(message.text)


def may_have_kept(turn: TurnContext) -> bool:
    """Return whether anything may have been kept out of an answer, without reading it again."""
    messages, attempt = turn.conversation.messages, turn.attempt.number
    return any(each.text for each in messages.at(attempt, NOWHERE, aside=True)) or any(
        each.attempt == attempt and each.cuts and each.step for each in messages.special()
    )


def kept_out(turn: TurnContext) -> list[Message]:
    """Return what was kept out in this attempt, until the statement was sent.

    Without commands, without what lives on in its parts, and without words of harm: these are no
    spare words.
    """
    attempt, messages = turn.attempt, turn.conversation.messages
    parted = messages.parted()
    told = [each.shown for each in messages if each.attempt == attempt.number and not each.aside]
    return [
        each
        for each in messages
        if each.attempt == attempt.number
        and is_kept_out(each)
        and not each.passed_on
        and each.number not in parted
        and not each.text.startswith("/")
        and not (attempt.sent_at and each.at > attempt.sent_at)
        and count_words(each.text)
        and not any(each.text.strip().removesuffix(".") in text for text in told)
        and harm_in(turn, each.text) is None
    ]
