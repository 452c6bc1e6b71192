"""Words coming in: kept as typed, added, replaced, edited, put in the right answer."""

from __future__ import annotations

import re

from bot.content.models.dialogue import WordsStep
from bot.domain.conversation import NOWHERE, Message
from bot.domain.statement import BETWEEN, joined
from bot.domain.turn import Reply
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.pastes import is_likely_cut, joint
from bot.engine.wording import counted, join
from bot.flows.coaching.denials import SHORT, take_denial
from bot.flows.coaching.follow_ups import enrich
from bot.flows.coaching.questions import answer_question, is_question
from bot.flows.reflection.outcome import ask_outcome, is_due, keep_feedback
from bot.flows.reflection.screens import show_place_again
from bot.flows.reflection.splitting import ask_about_lines, ask_situation, ask_split, put_text
from bot.flows.safety.harm import (
    answer_harm,
    ask_keep_or_drop,
    harm_in,
    has_told_of_harm,
    tell_harm,
)
from bot.flows.safety.identifiers import ask_if_good, tell_masked
from bot.flows.safety.names import ask_name, is_as_decided, replace_names

_HALF = re.compile("[\ud800-\udfff]")
"""Half of a character: no file and no database can hold it."""

A_FEW = 5
"""Fewer words than this at the welcome are a greeting ("hi", "ok thanks"), not an answer."""


def keep_text(turn: TurnContext) -> None:
    """A message that is no command and no choice. Every one of them is kept."""
    if not can_be_kept(turn):
        return
    if turn.conversation.prompt == "feedback":
        keep_feedback(turn)
        return
    if turn.conversation.prompt == "carry_on":
        turn.conversation.distressed = False  # they have come back
    elsewhere = turn.conversation.prompt == "sort" or turn.step_gone
    step = turn.step if isinstance(turn.step, WordsStep) and not elsewhere else None
    if harm := harm_in(turn):
        answer_harm(turn, harm, step.id if step else NOWHERE)
    elif is_question(turn):
        answer_question(turn, turn.event.text)
    elif step:
        _add_to_answer(turn, step)
    elif turn.at_welcome:
        _keep_before_start(turn)
    else:
        _keep_without_place(turn)


def _keep_without_place(turn: TurnContext) -> None:
    if is_due(turn) and count_words(turn.event.text) < A_FEW:  # "hello", some weeks later
        keep_aside(turn, turn.event.text)
        ask_outcome(turn)
        return
    message = turn.keep(turn.event.text)
    if turn.masked:
        tell_masked(turn)
    turn.say(turn.content.words.answer.where)
    turn.ask_about("place", message)


def can_be_read(turn: TurnContext) -> bool:
    """Whether a text has no broken character in it."""
    return not _HALF.search(turn.event.text)


def can_be_kept(turn: TurnContext) -> bool:
    """Whether a text can be stored at all; says so in one line when it cannot."""
    words = turn.content.words.odd
    if not turn.event.text:
        turn.say(words.empty)
    elif not can_be_read(turn):
        turn.say(words.cannot_store)
    else:
        return True
    show_place_again(turn)
    return False


def _add_to_answer(turn: TurnContext, step: WordsStep) -> None:
    words, earlier = turn.content.words, turn.answer(step.id)
    replacing = turn.conversation.prompt == "replace"
    if not replacing and take_denial(turn, step):
        return
    turn.conversation.prompt = None
    if replacing:
        for message in earlier:
            turn.change(message, aside=True)
    message = turn.keep(turn.event.text, step.id)
    count = count_words(joined(turn.answer(step.id)))
    lines = [counted(words, words.answer.saved, count)]
    place = len(turn.replies)
    # One decision at a time: what was replaced comes first, a possible name after it.
    more = [] if turn.masked else after_keeping(turn, message)
    if not count:
        lines.append(turn.fill(words.answer.no_words))
    if replacing:
        lines.append(turn.fill(words.answer.replaced))
    elif count and not earlier and turn.fill(words.coach.full) not in more:
        hint = turn.fill(words.answer.first)
        lines, more = ([*lines, hint], more) if not more else (lines, [*more, hint])
    said = join(BETWEEN, [join("\n", lines), *more])
    waits = is_likely_cut(turn.event.text, turn.event.cut_at)
    receipt = Reply(str(said), receipt=True, waits=waits)
    turn.replies.insert(place, receipt)
    if turn.masked:
        ask_if_good(turn, message)


def _keep_before_start(turn: TurnContext) -> None:
    turn.keep(turn.event.text)
    if turn.masked:
        tell_masked(turn)
    words = turn.content.words.welcome
    a_few = count_words(turn.event.text) < A_FEW
    if turn.conversation.prompt == "sort":
        turn.say(turn.content.words.sort.kept)
        show_place_again(turn)
        return
    turn.say(words.press_start if a_few else words.saved)


def keep_aside(turn: TurnContext, text: str) -> None:
    """Keep a text that is in no answer and will not be asked about: it is in /mydata."""
    turn.change(turn.keep(text), aside=True)


def keep_caption(turn: TurnContext) -> None:
    """A photo, a voice message, a sticker: only its caption is the learner's words."""
    turn.say(getattr(turn.content.words.odd, turn.event.attachment or "other"))
    if turn.event.text:
        keep_text(turn)
    else:
        show_place_again(turn)


def edit(turn: TurnContext) -> None:
    """New text for an earlier message, whatever the step now."""
    words = turn.content.words.answer
    found = [m for m in turn.conversation.messages if m.source == turn.event.source]
    if not found:
        turn.say(words.edit_unknown)
        show_place_again(turn)
        return
    if not can_be_kept(turn):
        return
    if is_as_decided(turn, found[-1]):
        turn.say(words.unchanged)
        if turn.masked:
            tell_masked(turn)
        show_place_again(turn)
    else:
        _change(turn, found[-1])


def _change(turn: TurnContext, old: Message) -> None:
    """Put the new text in. What was decided about the old one holds for it too.

    Words of harm are held when they are new to the answer. Where such words were kept before, they
    stay; a message that is left out stays so, unless it was dropped: other words are new words.
    """
    harm = harm_in(turn)
    aside = old.aside and not old.is_dropped
    held = bool(harm) and not aside and (old.is_dropped or not harm_in(turn, old.text))
    text, names = replace_names(turn, old)
    more = {"names": names, "aside": aside or held, "edited_at": turn.now, "dropped": ""}
    put_text(turn, old, text, **more)
    _rejoin(turn, old.number)
    message = turn.conversation.messages[old.number - 1]
    _tell_change(turn, message)
    if turn.masked:
        tell_masked(turn)
    if harm:
        tell_harm(turn, harm)
    if held:
        ask_keep_or_drop(turn, message)
    elif message.aside or not ask_name(turn, message):
        show_place_again(turn)


def _rejoin(turn: TurnContext, number: int) -> None:
    """What stands between the pieces of a cut paste, now that one of them has other ends."""
    messages, sent = turn.conversation.messages, turn.event.text
    for later in messages[number - 1 : number + 1]:
        if later.joint is not None:
            earlier = sent if later.number > number else messages[number - 2].text
            turn.change(later, joint=joint(earlier, later.text, turn.event.cut_at))


def _tell_change(turn: TurnContext, message: Message) -> None:
    words = turn.content.words.answer
    attempt = turn.conversation.attempts[message.attempt - 1]
    dialogue = turn.content.dialogues.get(attempt.dialogue)
    step = dialogue.step(message.step) if dialogue else None
    if any(each.origin == message.number for each in turn.conversation.messages):
        turn.say(words.edited_parts)
    elif dialogue and step and not message.aside:
        template = words.edited if attempt is turn.attempt else words.edited_elsewhere
        turn.say(template, label=step.label, name=dialogue.name)
    else:
        turn.say(words.edited_aside)
    if message.text != turn.event.text:
        markers = dict.fromkeys(marker for _, marker in message.names if marker in message.text)
        turn.say(words.edited_names, markers=", ".join(markers))


def ask_replace(turn: TurnContext, _: str = "") -> None:
    """*Replace*: the old answer stays until the new one is here."""
    turn.say(turn.content.words.answer.replace)
    turn.conversation.prompt = "replace"


def restore(turn: TurnContext, _: str = "") -> None:
    """*Use the old words too*: what *Replace* put aside is in the answer again."""
    for message in turn.replaced(turn.attempt.step):
        turn.change(message, aside=False)
    count = count_words(joined(turn.answer(turn.attempt.step)))
    turn.tell(counted(turn.content.words, turn.content.words.answer.restored, count))
    show_place_again(turn)


def after_keeping(turn: TurnContext, message: Message) -> list[str]:
    """What is said with the receipt: one more question, or that the answer is full.

    What asks for a decision comes as a message of its own and leaves the receipt alone.
    """
    from bot.analysis.questions import judge_question

    if any(ask(turn, message) for ask in (ask_split, ask_situation, ask_about_lines, ask_name)):
        return []
    if judge_question(message.text) == "unsure" and count_words(message.text) <= SHORT:
        turn.ask_about("question", message)
        return [turn.fill(turn.content.words.coach.question)]
    wanted = turn.dialogue.badge and turn.step and not has_told_of_harm(turn)
    return enrich(turn, message) if wanted else []
