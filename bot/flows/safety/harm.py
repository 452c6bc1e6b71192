"""Words of harm: whom to tell, and whether the words are kept. Nobody is coached then.

Words that were neither kept nor dropped are in no answer, are counted nowhere and are never
offered as an answer. The question stands where it was asked until they write on or go on, and comes
again at the review.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.coaching import ASIDE, Coaching
from bot.domain.fingerprints import of_text
from bot.domain.messages import NOWHERE, Message
from bot.engine.context import TurnContext
from bot.engine.flows import Action
from bot.engine.machine import LOOKING_BACK
from bot.engine.sight import lose_sight
from bot.engine.wording import Text
from bot.engine.wordings import read_line
from bot.flows.safety.harm_decision import (
    clear,
    decision_in,
    denies,
    go_back_to_badge,
    in_doubt,
    stays,
)
from bot.flows.safety.harm_heard import (
    AWAY,
    doubt_in,
    goes_on,
    harm_in,
    is_seen_to,
    may_be_the_task,
)
from bot.flows.safety.harm_lines import is_own, reply, say
from bot.flows.safety.harm_standing import settle
from bot.flows.safety.identifiers import tell_masked
from bot.flows.safety.names import ask_name
from bot.flows.safety.telling_who import says_who

if TYPE_CHECKING:
    from bot.analysis.reading.harm_reading import HarmReading


def take_words(turn: TurnContext) -> bool:
    """Words of harm come before everything that is asked: whom to tell, and nothing else."""
    prompt = turn.open_prompt
    if prompt and prompt.is_private(turn):
        return False
    if decision := decision_in(turn):
        turn.keep_aside(turn.event.text)
        if decision == "drop" and is_denied(turn):
            clear(turn)
            turn.tell(say(turn, turn.content.listening.harm.false_alarm_nowhere))
        (keep_words if decision == "keep" else drop_words)(turn)
        return True
    harm = harm_in(turn)
    if may_be_the_task(turn):
        ask_is_it_harm(turn)
        return True
    if harm is None or is_seen_to(turn) or goes_on(turn):
        return False
    if doubt_in(turn) and not (prompt and prompt.takes_words):
        return False  # who knows the answers decides next
    take_for_harm(turn, harm)
    return True


def take_for_harm(turn: TurnContext, harm: HarmReading) -> None:
    """Say whom to tell, and ask whether to keep the words. They are in no answer until then."""
    prompt = turn.open_prompt
    if prompt and prompt.name == "carry_on":
        turn.conversation.distressed = False  # they have come back
    is_answer = turn.step is not None and not says_who(turn)  # who somebody is goes nowhere
    message = turn.keep(turn.event.text, turn.step_for_words if is_answer else NOWHERE)
    turn.change(message, aside=True)
    if turn.masked:
        tell_masked(turn)
    tell_harm(turn, harm)
    ask_keep_or_drop(turn, message)


def take_words_in_field(turn: TurnContext) -> bool:
    """Words of harm where something else was to be typed."""
    prompt = turn.open_prompt
    return prompt is not None and prompt.takes_words and take_words(turn)


def ask_is_it_harm(turn: TurnContext) -> None:
    """Ask which it is. Nothing more is asked until they go on."""
    turn.conversation.harm_at = turn.keep_aside(turn.event.text).number
    if turn.masked:
        tell_masked(turn)
    words = turn.content.listening.harm
    turn.tell(say(turn, words.is_it_harm if may_be_the_task(turn) else words.is_it_hard))
    turn.conversation.distressed = True
    turn.coaching = Coaching("harm", ASIDE)
    turn.left()
    turn.ask("carry_on")


def ask_keep_or_drop(turn: TurnContext, message: Message) -> None:
    """Ask whether words about harm are kept. Others that were not decided are asked about later."""
    if message.number not in turn.conversation.undecided:
        turn.conversation.undecided.append(message.number)
    turn.conversation.harm_at = max(turn.conversation.harm_at, message.number)
    turn.tell(say(turn, turn.content.listening.harm.keep_or_drop))
    turn.ask("harm", message)


def ask_about_before(turn: TurnContext, message: Message) -> None:
    """Take words out of an answer which now look like harm, and ask whether they are kept."""
    turn.change(message, aside=True)
    turn.conversation.undecided.append(message.number)
    turn.conversation.harm_at = message.number
    turn.tell(say(turn, turn.content.listening.harm.before_too))
    turn.ask("harm", message)


def tell_harm(turn: TurnContext, harm: HarmReading) -> None:
    """Say what to do first. Who wrote of their own distress is coached no more at this step."""
    turn.tell(*reply(turn, harm, turn.event.text))
    if is_own(harm):
        turn.attempt.harm_told.append(turn.attempt.step)
    if is_own(harm) or harm.level == "crisis":
        turn.conversation.distressed = True
    turn.coaching = Coaching("harm", ASIDE)


def has_told_of_harm(turn: TurnContext) -> bool:
    """Return whether they wrote of their own distress at this step, and have not come back since.

    Harm of others, or what was taken for it, silences nothing once they write on.
    """
    return turn.conversation.distressed and turn.attempt.step in turn.attempt.harm_told


def keep_words(turn: TurnContext, _: str = "") -> None:
    """*Keep it*: the words about harm go where they were sent, and the open question is shown.

    A name in them is asked about first. Who told of a life in danger, their own, may rest.
    """
    message, words = in_doubt(turn), turn.content.listening.harm
    turn.answered()
    if message is None:
        turn.show_again()
        return
    label = _put_back(turn, message)
    line = say(turn, words.kept_in_answer, label=label) if label else say(turn, words.kept)
    own, harm = has_told_of_harm(turn), harm_in(turn, message.text)
    if not (own or turn.conversation.undecided):
        go_back_to_badge(turn)
    _go_on(turn, line, own=own)
    if own and harm and harm.level == "crisis":
        turn.ask("carry_on")
        return
    if label and not own and ask_name(turn, turn.conversation.messages[message.number - 1]):
        return
    if label and turn.step:
        lose_sight(turn)
        turn.show_again()


def _put_back(turn: TurnContext, message: Message) -> str:
    """Put words where they were sent. Return the label of that step, "" where there was none: then
    they are spare words, which can be put into an answer at the review."""
    _decided(turn, message)
    label = "" if message.passed_on else _label(turn, message)
    if label:
        turn.change(message, aside=False)
        settle(turn, message)
    elif not message.passed_on and message.attempt == turn.attempt.number:
        turn.change(message, aside=False, step=NOWHERE)
    return label


def take_back(turn: TurnContext, message: Message) -> str:
    """Own that words were wrongly taken for harm: all is as if they had been taken for an answer.

    Return the label of the step that they were sent to, "" where there was none.
    """
    clear(turn)
    return _put_back(turn, message)


def is_denied(turn: TurnContext) -> bool:
    """Return whether they say that what was taken for harm was none."""
    at = turn.conversation.harm_at
    before = in_doubt(turn) or next(
        iter(turn.conversation.messages[at - 1 : at] if at else ()), None
    )
    return harm_in(turn) is None and denies(turn, harm_in(turn, before.text) if before else None)


def drop_words(turn: TurnContext, _: str = "") -> None:
    """*Drop it*: all words that wait are gone."""
    own = has_told_of_harm(turn)
    drop_waiting(turn)
    turn.answered()
    _go_on(turn, say(turn, turn.content.listening.harm.dropped), own=own)
    if own:
        turn.ask("carry_on")


def drop_waiting(turn: TurnContext) -> None:
    """Take all words away that wait, or were asked about: “dropped” is true of each of them. A
    fingerprint tells an edit with other words from them."""
    asked, messages = in_doubt(turn), turn.conversation.messages
    for number in {*turn.conversation.undecided, *([asked.number] if asked else ())}:
        message = messages[number - 1]
        dropped = of_text(message.text, turn.conversation.id)
        turn.change(message, text="", aside=True, cuts=(), dropped=dropped)
    turn.conversation.undecided = []


def _go_on(turn: TurnContext, line: Text, *, own: bool) -> None:
    """Say a line, and that there is no hurry."""
    words = turn.content.listening.harm
    turn.tell(line, say(turn, words.can_wait if own else words.go_on))


def may_be_misread(turn: TurnContext) -> bool:
    """Return whether a press takes back that the words that wait were taken for harm.

    What surely is a wish to die, or something taken, is not taken back so; *Keep it* still does.
    """
    message = in_doubt(turn) if turn.conversation.undecided else None
    harm = harm_in(turn, message.text) if message else None
    return message is not None and not stays(harm)


def _decided(turn: TurnContext, message: Message) -> None:
    undecided = turn.conversation.undecided
    turn.conversation.undecided = [each for each in undecided if each != message.number]


def _label(turn: TurnContext, message: Message) -> str:
    """The label of the step that a message was sent to, "" for none."""
    attempt = turn.conversation.attempts[message.attempt - 1]
    dialogue = turn.content.dialogues.get(attempt.dialogue)
    step = dialogue.by_id.get(message.step) if dialogue else None
    return step.label if step else ""


def is_due(turn: TurnContext) -> bool:
    """Return whether words that wait are asked about here: at the review, and where they were just
    written. Who has gone on or written more is not asked with each message."""
    message = in_doubt(turn) if turn.conversation.undecided else None
    if message is None or turn.attempt.step in LOOKING_BACK:
        return message is not None
    here = turn.step_for_words if turn.step else NOWHERE
    is_here = (message.attempt, message.step) == (turn.attempt.number, here)
    return is_here and bool(turn.conversation.harm_at)


def ask_again(turn: TurnContext) -> bool:
    """Say that words are still to be kept or dropped; False where that is not due."""
    words = turn.content.listening.harm
    message = in_doubt(turn) if is_due(turn) else None
    if message is None:
        return False
    label, is_said = _label(turn, message), _was_just_reminded(turn)
    turn.conversation.prompt_message = message.number
    if turn.attempt.step in LOOKING_BACK or not is_said:
        turn.tell(say(turn, words.still_open if label else words.keep_or_drop, label=label))
    return True


def _was_just_reminded(turn: TurnContext) -> bool:
    """Whether the last that the coach chose to say, and lately, was that words still wait: nobody
    is told so twice in a row."""
    conversation = turn.conversation
    last = {*conversation.said[-1:]}
    lines = map(read_line, turn.content.listening.harm.still_open)
    typed = conversation.messages[-1].at if conversation.messages else turn.now
    seen = max(filter(None, (typed, conversation.pressed_at)))
    return turn.now - seen < AWAY and any(last & {*each.marks} for each in lines)


ACTIONS: dict[str, Action] = {"drop_words": drop_words, "keep_words": keep_words}
"""What its buttons do."""
