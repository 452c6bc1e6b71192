"""Words coming in: kept as typed, added, replaced, edited, put in the right answer."""

from __future__ import annotations

import re

from bot.content.models.dialogue import WordsStep
from bot.domain.conversation import NOWHERE, Message
from bot.domain.statement import BETWEEN, joined
from bot.domain.turn import Reply
from bot.domain.word_count import count_words
from bot.engine.context import Talk
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


def keep_text(talk: Talk) -> None:
    """A message that is no command and no choice. Every one of them is kept."""
    if not can_be_kept(talk):
        return
    if talk.conversation.asking == "feedback":
        keep_feedback(talk)
        return
    if talk.conversation.asking == "carry_on":
        talk.conversation.distressed = False  # they have come back
    elsewhere = talk.conversation.asking == "sort" or talk.step_gone
    step = talk.step if isinstance(talk.step, WordsStep) and not elsewhere else None
    if harm := harm_in(talk):
        answer_harm(talk, harm, step.id if step else NOWHERE)
    elif is_question(talk):
        answer_question(talk, talk.event.text)
    elif step:
        _add_to_answer(talk, step)
    elif talk.at_welcome:
        _keep_before_start(talk)
    else:
        _keep_without_place(talk)


def _keep_without_place(talk: Talk) -> None:
    if is_due(talk) and count_words(talk.event.text) < A_FEW:  # "hello", some weeks later
        keep_aside(talk, talk.event.text)
        ask_outcome(talk)
        return
    message = talk.keep(talk.event.text)
    if talk.masked:
        tell_masked(talk)
    talk.say(talk.content.words.answer.where)
    talk.ask_about("place", message)


def can_be_read(talk: Talk) -> bool:
    """Whether a text has no broken character in it."""
    return not _HALF.search(talk.event.text)


def can_be_kept(talk: Talk) -> bool:
    """Whether a text can be stored at all; says so in one line when it cannot."""
    words = talk.content.words.odd
    if not talk.event.text:
        talk.say(words.empty)
    elif not can_be_read(talk):
        talk.say(words.cannot_store)
    else:
        return True
    show_place_again(talk)
    return False


def _add_to_answer(talk: Talk, step: WordsStep) -> None:
    words, earlier = talk.content.words, talk.answer(step.id)
    replacing = talk.conversation.asking == "replace"
    if not replacing and take_denial(talk, step):
        return
    talk.conversation.asking = None
    if replacing:
        for message in earlier:
            talk.change(message, aside=True)
    message = talk.keep(talk.event.text, step.id)
    count = count_words(joined(talk.answer(step.id)))
    lines = [counted(words, words.answer.saved, count)]
    place = len(talk.replies)
    # One decision at a time: what was replaced comes first, a possible name after it.
    more = [] if talk.masked else after_keeping(talk, message)
    if not count:
        lines.append(talk.fill(words.answer.no_words))
    if replacing:
        lines.append(talk.fill(words.answer.replaced))
    elif count and not earlier and talk.fill(words.coach.full) not in more:
        hint = talk.fill(words.answer.first)
        lines, more = ([*lines, hint], more) if not more else (lines, [*more, hint])
    said = join(BETWEEN, [join("\n", lines), *more])
    receipt = Reply(str(said), receipt=True, waits=is_likely_cut(talk.event.text))
    talk.replies.insert(place, receipt)
    if talk.masked:
        ask_if_good(talk, message)


def _keep_before_start(talk: Talk) -> None:
    talk.keep(talk.event.text)
    if talk.masked:
        tell_masked(talk)
    words = talk.content.words.welcome
    a_few = count_words(talk.event.text) < A_FEW
    if talk.conversation.asking == "sort":
        talk.say(talk.content.words.sort.kept)
        show_place_again(talk)
        return
    talk.say(words.press_start if a_few else words.saved)


def keep_aside(talk: Talk, text: str) -> None:
    """Keep a text that is in no answer and will not be asked about: it is in /mydata."""
    talk.change(talk.keep(text), aside=True)


def keep_caption(talk: Talk) -> None:
    """A photo, a voice message, a sticker: only its caption is the learner's words."""
    talk.say(getattr(talk.content.words.odd, talk.event.attachment or "other"))
    if talk.event.text:
        keep_text(talk)
    else:
        show_place_again(talk)


def edit(talk: Talk) -> None:
    """New text for an earlier message, whatever the step now."""
    words = talk.content.words.answer
    found = [m for m in talk.conversation.messages if m.source == talk.event.source]
    if not found:
        talk.say(words.edit_unknown)
        show_place_again(talk)
        return
    if not can_be_kept(talk):
        return
    if is_as_decided(talk, found[-1]):
        talk.say(words.unchanged)
        if talk.masked:
            tell_masked(talk)
        show_place_again(talk)
    else:
        _change(talk, found[-1])


def _change(talk: Talk, old: Message) -> None:
    """Put the new text in. What was decided about the old one holds for it too.

    Words of harm are held when they are new to the answer. Where such words were kept before, they
    stay; a message that is left out stays so, unless it was dropped: other words are new words.
    """
    harm = harm_in(talk)
    aside = old.aside and not old.is_dropped
    held = bool(harm) and not aside and (old.is_dropped or not harm_in(talk, old.text))
    text, names = replace_names(talk, old)
    more = {"names": names, "aside": aside or held, "edited_at": talk.now, "dropped": ""}
    put_text(talk, old, text, **more)
    _rejoin(talk, old.number)
    message = talk.conversation.messages[old.number - 1]
    _tell_change(talk, message)
    if talk.masked:
        tell_masked(talk)
    if harm:
        tell_harm(talk, harm)
    if held:
        ask_keep_or_drop(talk, message)
    elif message.aside or not ask_name(talk, message):
        show_place_again(talk)


def _rejoin(talk: Talk, number: int) -> None:
    """What stands between the pieces of a cut paste, now that one of them has other ends."""
    messages, sent = talk.conversation.messages, talk.event.text
    for later in messages[number - 1 : number + 1]:
        if later.joint is not None:
            earlier = sent if later.number > number else messages[number - 2].text
            talk.change(later, joint=joint(earlier, later.text))


def _tell_change(talk: Talk, message: Message) -> None:
    words = talk.content.words.answer
    attempt = talk.conversation.attempts[message.attempt - 1]
    dialogue = talk.content.dialogues.get(attempt.dialogue)
    step = dialogue.step(message.step) if dialogue else None
    if any(each.origin == message.number for each in talk.conversation.messages):
        talk.say(words.edited_parts)
    elif dialogue and step and not message.aside:
        template = words.edited if attempt is talk.attempt else words.edited_elsewhere
        talk.say(template, label=step.label, name=dialogue.name)
    else:
        talk.say(words.edited_aside)
    if message.text != talk.event.text:
        markers = dict.fromkeys(marker for _, marker in message.names if marker in message.text)
        talk.say(words.edited_names, markers=", ".join(markers))


def ask_replace(talk: Talk, _: str = "") -> None:
    """*Replace*: the old answer stays until the new one is here."""
    talk.say(talk.content.words.answer.replace)
    talk.conversation.asking = "replace"


def restore(talk: Talk, _: str = "") -> None:
    """*Use the old words too*: what *Replace* put aside is in the answer again."""
    for message in talk.replaced(talk.attempt.step):
        talk.change(message, aside=False)
    count = count_words(joined(talk.answer(talk.attempt.step)))
    talk.tell(counted(talk.content.words, talk.content.words.answer.restored, count))
    show_place_again(talk)


def after_keeping(talk: Talk, message: Message) -> list[str]:
    """What is said with the receipt: one more question, or that the answer is full.

    What asks for a decision comes as a message of its own and leaves the receipt alone.
    """
    from bot.analysis.questions import judge_question

    if any(ask(talk, message) for ask in (ask_split, ask_situation, ask_about_lines, ask_name)):
        return []
    if judge_question(message.text) == "unsure" and count_words(message.text) <= SHORT:
        talk.ask_about("question", message)
        return [talk.fill(talk.content.words.coach.question)]
    wanted = talk.dialogue.badge and talk.step and not has_told_of_harm(talk)
    return enrich(talk, message) if wanted else []
