"""An edit of an earlier message: what was decided about the old text holds for the new one."""

from __future__ import annotations

from dataclasses import replace

from bot.content.models.dialogue import WordsStep
from bot.domain.messages import NOWHERE, Message
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.dispatch import is_label, respond
from bot.engine.handled import before_edit
from bot.engine.pastes import joint
from bot.flows.coaching.listening import is_kept_out
from bot.flows.coaching.policy import is_evidence
from bot.flows.coaching.told import keep_parts
from bot.flows.reflection.parts import follow, parts_made, put_together
from bot.flows.reflection.placing import ask_where
from bot.flows.reflection.splitting import ask_split
from bot.flows.safety.cuts import put_text
from bot.flows.safety.harm import ask_keep_or_drop, tell_harm
from bot.flows.safety.harm_decision import go_back_to_badge
from bot.flows.safety.harm_heard import harm_in
from bot.flows.safety.identifiers import tell_masked
from bot.flows.safety.markers import is_as_decided, markers_put, replace_names
from bot.flows.safety.names import ask_name


def edit(turn: TurnContext) -> None:
    """New text for an earlier message, whatever the step now.

    Phones send edits that change nothing: these change nothing here, and nothing is said.
    """
    found = [m for m in turn.conversation.messages if m.source == turn.event.source]
    if not found:
        _edit_what_is_no_message(turn)
    elif not turn.can_keep():
        return
    elif is_as_decided(turn, found[-1]):
        turn.is_silent, turn.delete = True, bool(turn.masked)
    else:
        _change(turn, found[-1])


def _edit_what_is_no_message(turn: TurnContext) -> None:
    """A press, a command or a field with a new text. Words are taken as if they came in now."""
    before, event = before_edit(turn), replace(turn.event, kind="say")
    may_be_same = is_label(turn, event.text) or event.command is not None
    known = any(each.startswith(f"{event.source} ") for each in turn.conversation.handled)
    if before == "same" or (may_be_same and not known):
        turn.is_silent = True
    elif before == "field":
        turn.say(turn.content.words.answer.edited_field)
        turn.show_again()
    else:
        turn.hear(event)
        respond(turn)


def _change(turn: TurnContext, old: Message) -> None:
    """Put the new text in. What was decided about the old one holds for it too.

    Words of harm are held when they are new to the answer. Where such words were kept before, they
    stay. A message that is left out stays so, unless it was dropped or held for such words: other
    words are new words. The parts of a message get the new words too, as long as it has the same.
    """
    harm, parts = harm_in(turn), parts_made(turn, old)
    was_held = old.number in turn.conversation.undecided
    aside = old.aside and not (old.is_dropped or parts or (was_held and not harm))
    held = bool(harm) and not aside and (old.is_dropped or not harm_in(turn, old.text))
    text, names = replace_names(turn, old)
    followed = bool(parts) and not held and follow(turn, old, text, names)
    if parts and not followed:
        put_together(turn, parts)
    if was_held and not harm:
        turn.conversation.undecided.remove(old.number)
        if turn.conversation.harm_at == old.number:
            go_back_to_badge(turn)
    out = aside or held or followed
    put_text(turn, old, text, names=names, aside=out, edited_at=turn.now, dropped="")
    _hear_anew(turn, old)
    _rejoin(turn, old.number)
    message = turn.conversation.messages[old.number - 1]
    if parts and not held:
        _tell_parts(turn, message, parts if followed else [])
    else:
        _tell_change(turn, message)
    if turn.masked:
        tell_masked(turn)
    if harm:
        tell_harm(turn, harm)
    if held:
        ask_keep_or_drop(turn, message)
    elif not _ask_on(turn, message, parts if followed else [], was_parted=bool(parts)):
        turn.show_again()
        _offer(turn, message)


def _ask_on(turn: TurnContext, message: Message, parts: list[Message], *, was_parted: bool) -> bool:
    """Ask what is to be decided about the new text; False where there is nothing."""
    if parts:
        messages = turn.conversation.messages
        return any(ask_name(turn, messages[each.number - 1]) for each in parts if not each.aside)
    if message.aside:
        return False
    if was_parted and message.attempt == turn.attempt.number:
        turn.left()
        if ask_split(turn, message):
            return True
        if message.step == NOWHERE:
            ask_where(turn, message)
            return True
    return ask_name(turn, message)


def _offer(turn: TurnContext, message: Message) -> None:
    """Offer to put in what was kept out as words to the coach, now that it tells something."""
    if _may_be_put_in(turn, message):
        turn.left()
        turn.ask("kept_out", message)


def _may_be_put_in(turn: TurnContext, message: Message) -> bool:
    asks_other = turn.open_prompt is not None and turn.open_prompt.name != "kept_out"
    if asks_other or not is_kept_out(message) or not turn.open_question:
        return False
    return is_evidence(turn.reading, count_words(turn.event.text))


def _hear_anew(turn: TurnContext, old: Message) -> None:
    """Forget what was named in the old words, and note what the new ones tell."""
    attempt = turn.conversation.attempts[old.attempt - 1]
    attempt.seen.pop(old.step, None)
    keep_parts(turn, old, turn.reading.parts)
    if turn.open_prompt and not turn.open_prompt.still_holds(turn):
        turn.answered()


def _rejoin(turn: TurnContext, number: int) -> None:
    """Note what stands between the pieces of a cut paste, now that one of them has other ends."""
    messages, sent = turn.conversation.messages, turn.event.text
    for later in messages[number - 1 : number + 1]:
        if later.joint is not None:
            earlier = sent if later.number > number else messages[number - 2].text
            turn.change(later, joint=joint(earlier, later.text, turn.event.cut_at))


def _tell_parts(turn: TurnContext, message: Message, parts: list[Message]) -> None:
    """Say in which answers the new words of a message are that was split."""
    words, attempt = turn.content.words.answer, turn.conversation.attempts[message.attempt - 1]
    dialogue = turn.content.dialogues.get(attempt.dialogue)
    labels = dict[str, None]()
    for each in parts or [message]:
        step = dialogue.by_id.get(each.step) if dialogue and not each.aside else None
        labels |= {step.label: None} if isinstance(step, WordsStep) else {}
    if not parts:
        turn.say(words.edited_whole)
    elif labels:
        turn.say(words.edited_parts, labels=", ".join(labels))
    else:
        turn.say(words.edited_aside)
    _tell_markers(turn, message)


def _tell_change(turn: TurnContext, message: Message) -> None:
    words = turn.content.words.answer
    attempt = turn.conversation.attempts[message.attempt - 1]
    dialogue = turn.content.dialogues.get(attempt.dialogue)
    step = dialogue.by_id.get(message.step) if dialogue else None
    if dialogue and step and not message.aside:
        template = words.edited if attempt is turn.attempt else words.edited_elsewhere
        turn.say(template, label=step.label, name=dialogue.name)
    elif _may_be_put_in(turn, message):
        turn.say(words.edited_kept_out)
    else:
        turn.say(words.edited_aside)
    _tell_markers(turn, message)


def _tell_markers(turn: TurnContext, message: Message) -> None:
    if message.text != turn.event.text and (said := markers_put(turn, message)):
        turn.tell(said)
