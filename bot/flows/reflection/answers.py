"""Words coming in: kept as typed, added, replaced, put in the right answer."""

from __future__ import annotations

from dataclasses import replace

from bot.analysis.reading.reading import Reading
from bot.content.models.dialogue import REVIEW, WordsStep
from bot.domain.coaching import ASK, SPLIT
from bot.domain.messages import Message
from bot.domain.turn import Reply
from bot.domain.word_count import count_words
from bot.engine.context import A_FEW, TurnContext
from bot.engine.dispatch import take_words as take_words_in_order
from bot.engine.flows import Prompt
from bot.engine.pastes import is_likely_cut
from bot.engine.sight import lose_sight
from bot.engine.wording import Text, counted, join
from bot.engine.wordings import Chooser
from bot.flows import LOOK_UPS
from bot.flows.coaching.confided import confided_line, confides_loss
from bot.flows.coaching.follow_ups import go_on_at_review
from bot.flows.coaching.policy import EVIDENCE, FEW, STORY, TOLD, is_evidence
from bot.flows.coaching.questions import answer_beside
from bot.flows.coaching.replies import ask_for_part, chooser, listen
from bot.flows.coaching.spoken import asked_in, leave_spoken_out, left_out_of, spoken_line
from bot.flows.coaching.told import keep_parts, parts_in
from bot.flows.reflection.announcing import filed_line, home_of, note_ahead
from bot.flows.reflection.instead import ask_instead
from bot.flows.reflection.navigation import begin, take_way
from bot.flows.reflection.outcome import ask_outcome, is_due
from bot.flows.reflection.splitting import ask_about_lines, ask_situation, ask_split
from bot.flows.reflection.told_late import goes_on_with
from bot.flows.safety.cuts import with_cuts
from bot.flows.safety.harm import has_told_of_harm
from bot.flows.safety.harm_decision import go_back_to_badge
from bot.flows.safety.harm_heard import doubt_in
from bot.flows.safety.harm_lines import doubt_line, is_grave
from bot.flows.safety.identifiers import ask_if_good, tell_masked
from bot.flows.safety.markers import markers_put
from bot.flows.safety.names import ask_name


def take_words(turn: TurnContext) -> bool:
    """A message that is no command and no choice. Every one of them is kept."""
    reading = turn.reading
    tells = reading.act and (not turn.conversation.undecided or _is_long(turn))
    if tells or turn.conversation.prompt == "carry_on":
        turn.conversation.distressed = False  # they have come back
    go_back_to_badge(turn)
    named = None if turn.at_welcome else home_of(turn, reading)
    step = turn.open_question or named or goes_on_with(turn, reading)
    if step and (named or not _is_beside_review(turn, reading)):
        add_to_answer(turn, step, reading)
    elif turn.at_welcome:
        _take_before_start(turn)
    else:
        _keep_without_place(turn)
    return True


BACK_AT_IT = 25
"""Words from which on who has told of their own distress goes on with the answer, although those
words are not decided."""


def _is_long(turn: TurnContext) -> bool:
    return count_words(turn.event.text) >= BACK_AT_IT


def _is_beside_review(turn: TurnContext, reading: Reading) -> bool:
    """Whether words at the review tell nothing that answers its question: “Agreed, take it out”."""
    return turn.attempt.step == REVIEW and not (reading.act or reading.parts & TOLD)


def _keep_without_place(turn: TurnContext) -> None:
    if is_due(turn) and count_words(turn.event.text) < A_FEW:  # "hello", some weeks later
        turn.keep_aside(turn.event.text)
        ask_outcome(turn)
        return
    message = turn.keep(turn.event.text)
    if turn.masked:
        tell_masked(turn)
    turn.say(turn.content.words.answer.where)
    turn.left()
    turn.ask("place", message)


def add_to_answer(
    turn: TurnContext, open_step: WordsStep, reading: Reading, *, begins: bool = False
) -> None:
    """Put what came in into the answer that it is for: the open one, unless it names another."""
    replacing = turn.conversation.prompt == "replace"
    at_review, is_asked = turn.attempt.step == REVIEW, turn.open_question is not None
    step = open_step if replacing else home_of(turn, reading) or open_step
    earlier = turn.answer(step.id)
    turn.answered()
    for each in earlier if replacing else ():
        turn.change(each, aside=True)
    message = _kept(turn, step, reading)
    place = len(turn.replies)
    # One decision at a time: what was replaced comes first, a possible name after it.
    asks = bool(turn.masked) or asks_to_decide(turn, message)
    if not asks:
        message = leave_spoken_out(turn, message)
    hints = not (replacing or earlier or asks or at_review or turn.conversation.undecided)
    said = _receipt(turn, message, asks=asks, hints=hints, replaced=replacing, begins=begins)
    waits = is_likely_cut(turn.event.text, turn.event.cut_at)
    if turn.conversation.prompt == "split" and turn.coaching:
        turn.coaching = replace(turn.coaching, filed=SPLIT)
    if turn.conversation.prompt in ("situations", "instead") and turn.coaching:
        turn.coaching = replace(turn.coaching, filed=ASK, asked="which_situation")
    if not asks and (question := asked_in(turn, message)):
        answer_beside(turn, question)  # first what they asked, then what the coach asks
        place = len(turn.replies)
    turn.replies.insert(place, Reply(str(said), typed=said.typed, receipt=True, waits=waits))
    if turn.masked:
        ask_if_good(turn, message)
    elif not asks and at_review and is_asked and step == open_step:
        go_on_at_review(turn)
    elif not asks:
        _offer_after(turn, message, reading)


def _kept(turn: TurnContext, step: WordsStep, reading: Reading) -> Message:
    """Keep what came in; an order beside it is in no answer, whatever is asked first."""
    message = turn.keep(turn.event.text, step.id)
    message = keep_parts(turn, message, parts_in(turn, message, reading))
    if not turn.to_coach:
        return message
    turn.change(message, cuts=with_cuts([*message.cuts, *turn.to_coach]))
    return turn.conversation.messages[message.number - 1]


def _receipt(
    turn: TurnContext, message: Message, *, asks: bool, hints: bool, replaced: bool, begins: bool
) -> Text:
    """Return the receipt of a message, what is said back of it, and the question that follows.

    ``asks``: something is to be decided first. ``hints``: it may be said how to go on.
    ``begins``: it is the first of all, written before *Start*.
    """
    words, step = turn.content.words, turn.dialogue.by_id.get(message.step)
    elsewhere = isinstance(step, WordsStep) and step != turn.open_question
    count = turn.words_at(message.step)
    receipt = counted(words, words.answer.saved, count)
    lines, chosen = list[Text | None]([receipt]), chooser(turn, receipt)
    at_review = turn.attempt.step == REVIEW
    if message.names:
        lines.append(markers_put(turn, message))
    lines.append(spoken_line(turn, message, chosen))
    if elsewhere and isinstance(step, WordsStep):
        note_ahead(turn, step)
        lines.append(filed_line(turn, step, chosen, can_undo=not asks))
    elif at_review and step:
        total = counted(words, words.review.words, count)
        lines[0] = turn.fill(words.answer.placed, label=step.label, count=total)
    if begins and step and not asks:
        lines.append(turn.fill(words.welcome.begun, label=step.label))
    if replaced:
        lines.append(turn.fill(words.answer.replaced))
    doubt = doubt_in(turn)
    lines.append(None if doubt else confided_line(turn, chosen))
    grave = has_told_of_harm(turn) or confides_loss(turn) or is_grave(turn, doubt)
    quiet = grave or doubt is not None
    if not count:
        lines.append(turn.fill(words.answer.no_words))
    else:
        ask = not (asks or elsewhere or at_review)
        lines += listen(turn, message, turn.reading, chosen, ask=ask, quiet=quiet)
        if elsewhere and not asks and not quiet:
            lines.append(ask_for_part(turn, turn.attempt.step, chosen))
    if doubt:
        lines.append(doubt_line(turn, doubt))
    asked = turn.coaching is not None and turn.coaching.asked
    if count and not (elsewhere or asked or at_review or replaced):
        lines.append(_how_to_go_on(turn, message, chosen, hints=hints, quiet=asks or grave))
    return join("\n", [each for each in lines if each])


def _how_to_go_on(
    turn: TurnContext, message: Message, chosen: Chooser, *, hints: bool, quiet: bool
) -> Text | None:
    """Return what can be done after an answer that nothing is asked about: no reply just stops."""
    words = turn.content.words
    if turn.attempt.step == turn.route[-1] and _wants_words(turn):
        return counted(words, words.answer.to_go, turn.statement.to_go)
    if hints and not left_out_of(turn, message):
        return turn.fill(words.answer.first)
    if quiet or turn.conversation.undecided:
        return None
    return chosen.pick(turn.content.listening.told) or turn.fill(words.answer.first)


def _wants_words(turn: TurnContext) -> bool:
    """Whether each answer has words, and all of them are too few."""
    return not turn.statement.missing and turn.statement.to_go > 0


def _offer_after(turn: TurnContext, message: Message, reading: Reading) -> None:
    """Offer one thing that a press can do: put it elsewhere, what it is called, take it out."""
    coaching = turn.coaching
    if doubt_in(turn):
        turn.ask("question", message)
    elif message.step != turn.attempt.step:
        turn.ask("filed", message)
    elif left_out_of(turn, message):
        turn.ask("spoken", message)
    elif coaching and coaching.heard and coaching.heard.practice:
        turn.ask("heard", message)
    elif turn.dialogue.badge and _is_in_doubt(reading, count_words(message.text)):
        turn.ask("question", message)


def _is_in_doubt(reading: Reading, words: int) -> bool:
    """Whether a message that is kept may yet be meant for the coach."""
    return reading.kind not in EVIDENCE or (not reading.act and words <= FEW)


def _take_before_start(turn: TurnContext) -> None:
    """Words before *Start*: a story begins the first answer, “ok” begins, the rest is kept.

    Nobody who has begun to tell is sent to press a button first.
    """
    reading, words = turn.reading, count_words(turn.event.text)
    cues = turn.content.listening.kinds.cues
    if is_evidence(reading, words) and (reading.act or reading.parts & STORY) and words >= A_FEW:
        if isinstance(turn.dialogue.steps[0], WordsStep):
            take_way(turn, "start")
            turn.hear(turn.event)  # at a step the same words may tell more
            add_to_answer(turn, turn.dialogue.steps[0], turn.reading, begins=True)
            return
    elif words <= A_FEW and reading.kind in ("talk", "back") and cues.ready in turn.says:
        turn.keep_aside(turn.event.text)
        turn.left()
        begin(turn)
        return
    turn.keep(turn.event.text)
    if turn.masked:
        tell_masked(turn)
    welcome = turn.content.words.welcome
    turn.say(welcome.press_start if words < A_FEW else welcome.saved)


def keep_caption(turn: TurnContext) -> None:
    """A photo, a voice message, a sticker: only its caption is the learner's words."""
    turn.say(getattr(turn.content.words.odd, turn.event.attachment or "other"))
    if turn.event.text:
        take_words_in_order(turn)
    else:
        turn.show_again()


def apologise(turn: TurnContext) -> None:
    """An earlier event could not be handled: say so, with the question."""
    turn.say(turn.content.words.odd.sorry)
    lose_sight(turn)
    turn.show_again()


def ask_replace(turn: TurnContext, _: str = "") -> None:
    """*Replace*: the old answer stays until the new one is here."""
    turn.say(turn.content.words.answer.replace)
    turn.ask("replace")


def restore(turn: TurnContext, _: str = "") -> None:
    """*Use the old words too*: what *Replace* put aside is in the answer again."""
    for message in turn.replaced(turn.attempt.step):
        turn.change(message, aside=False)
    count = turn.words_at(turn.attempt.step)
    turn.tell(counted(turn.content.words, turn.content.words.answer.restored, count))
    turn.show_again()


def asks_to_decide(turn: TurnContext, message: Message) -> bool:
    """Ask what must be decided about a message, in a message of its own; whether there is any."""
    asked = (ask_split, ask_situation, ask_instead, ask_about_lines, ask_name)
    return any(ask(turn, message) for ask in asked)


class ReplacePrompt(Prompt):
    """*Send the new words.* The old answer stays until they are here."""

    name = "replace"
    survives = LOOK_UPS
    leaves_place = True

    def show(self, turn: TurnContext) -> None:
        """Ask again for the new words."""
        turn.say(turn.content.words.answer.replace)
