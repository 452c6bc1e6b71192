"""Tell what an event is: a command, a press, or words."""

from __future__ import annotations

import difflib
import re
from datetime import timedelta

from bot.analysis.reading.kinds import control_word
from bot.analysis.reading.words import words_of
from bot.content.models.dialogue import WordsStep
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.events import Event
from bot.domain.offers import Button, by_label
from bot.domain.word_count import count_words
from bot.engine.context import A_FEW, TurnContext
from bot.engine.handled import note
from bot.engine.offers import WAYS_THROUGH, offered

_LINK = re.compile(r"[\w-]{1,64}", re.ASCII)
"""The characters that a link to a bot can bring along."""

_CARRIES_ALONG = ("start", "join")
"""Commands whose words are those of an invitation: nothing of them is kept."""


DOUBLE_TAP = timedelta(seconds=3)
"""In this time the same label again is a second tap, and not what somebody has to say."""

LONGEST_LABEL = 80


def respond(turn: TurnContext) -> None:
    """Do what an event asks for, and reply."""
    event = turn.event
    button, is_field = _pressed(turn, event), False
    turn.conversation.open_page = ""
    if handle := turn.flows.events.get(event.kind):
        handle(turn)
    elif event.passed_on:  # what somebody else wrote presses nothing, and is no command
        take_words(turn)
    elif (name := event.command) is not None:
        _command(turn, name)
    elif button:
        if event.version is None and not _is_offered_as_typed(turn, event.text):
            turn.keep_aside(event.text)  # “nxt” does what it says, and no typed word is lost
            turn.coaching = Coaching("talk", ASIDE)
        turn.conversation.pressed = event.text.strip().casefold()
        turn.conversation.pressed_at = turn.now
        name, _, argument = button.action.partition(":")
        _look_up_or_leave(turn, name)
        turn.flows.actions[name](turn, argument)
    elif event.kind == "press" or _does_nothing(turn, event.text):
        if not _asks_again(turn):
            odd = turn.content.words.odd
            turn.say(odd.stale_press if _may_be_pressed(turn, event) else odd.stale_words)
            turn.show_again()
    else:
        take_words(turn)
        is_field = True
    if event.kind in ("say", "attachment"):
        note(turn, event, is_field=is_field)


def _pressed(turn: TurnContext, event: Event) -> Button | None:
    """The offer that an event presses, None for none.

    A label, whatever its case, presses the one that reads so. A button under a message comes with
    its action and the turn it was shown in: once that is past, only what is harmless still works,
    because "Add to both" may now be about other words. Pages can be opened from everywhere.
    """
    offers = turn.conversation.offers
    if event.version is None:
        found = by_label(offers, event.text) or _nearly_typed(turn, event)
        return found if found and _is_still_there(turn, found.action) else None
    name = event.text.partition(":")[0]
    if name == "page" and event.version >= 0:
        return Button("", event.text, side=True)
    if event.version != turn.conversation.version - 1 and name not in turn.flows.harmless:
        return None
    taken_back = event.text.replace("pick:", "unpick:", 1) if name == "pick" else ""
    if any(each.action == taken_back for each in offers):
        return Button("", event.text, side=True)  # picked once more, which is the same
    found = next((each for each in offers if each.action == event.text), None)
    return found if found and _is_still_there(turn, found.action) else None


def _nearly_typed(turn: TurnContext, event: Event) -> Button | None:
    """Return the offer that a few typed words mean: “nxt”, “ok start please”; None for none."""
    if event.kind != "say" or len(event.text) > LONGEST_LABEL or _takes_words(turn):
        return None
    meant: str | None = control_word([each.plain for each in words_of(event.text)])
    if meant == "next" and turn.at_welcome:
        meant = "start"  # the only way on from there
    return next((each for each in turn.conversation.offers if each.action == meant), None)


def _is_offered_as_typed(turn: TurnContext, text: str) -> bool:
    """Whether a text is the very label of a button, and no word of the learner's own."""
    named = by_label(turn.conversation.offers, text) is not None
    return named or text.strip().casefold() in _ways(turn)


def _is_still_there(turn: TurnContext, action: str) -> bool:
    """Whether the step, choice or dialogue that an offer names is there: an author may have taken
    it away since. What names none cannot go, and a page says itself what it no longer finds."""
    name, names_one, _ = action.partition(":")
    return not names_one or name == "page" or action in {b.action for b in offered(turn)}


def _does_nothing(turn: TurnContext, text: str) -> bool:
    """Whether a text is a label that is of no use now: “Next” is no time to come back at."""
    prompt = turn.open_prompt
    if prompt is None or not prompt.takes_words:
        return _is_stale(turn, text)
    is_way = text.strip().casefold() in _ways(turn)
    return is_way and turn.at_welcome and prompt.gives_way


def _is_stale(turn: TurnContext, text: str) -> bool:
    """Whether a text is a label that is not open now, where no answer could be meant.

    That is the second of two quick taps, what was offered just before and is not any more, and a
    label of several words that stays on the keyboard until another one comes. A word such as
    "Start" or "Both" may be what somebody has to say, so while a question is open it is an answer.
    """
    if len(text) > LONGEST_LABEL:
        return False
    wanted, last = text.strip().casefold(), turn.conversation.pressed_at
    if last and turn.now - last <= DOUBLE_TAP and wanted == turn.conversation.pressed:
        return True
    lately = wanted in turn.conversation.offered_before
    if not isinstance(turn.step, WordsStep):
        if turn.attempt.asked_for and wanted == turn.content.words.buttons.skip.casefold():
            return False  # what the review asks can be passed over
        return lately or (" " in wanted and is_label(turn, text)) or wanted in _ways(turn)
    return " " in wanted and (lately or wanted in turn.content.labels)


def is_label(turn: TurnContext, text: str) -> bool:
    """Return whether a text reads like a button that may stay on a screen, open or not."""
    return text.strip().casefold() in turn.content.labels | _ways(turn)


def _may_be_pressed(turn: TurnContext, event: Event) -> bool:
    """Whether a label may come from a keyboard that still stands: a typed “yes” does not."""
    wanted, lately = event.text.strip().casefold(), turn.conversation.offered_before
    known = {*_ways(turn), *lately, turn.conversation.pressed}
    return event.kind == "press" or wanted in known


def _ways(turn: TurnContext) -> set[str]:
    return {getattr(turn.content.words.buttons, name).casefold() for name in WAYS_THROUGH}


def take_words(turn: TurnContext) -> None:
    """Offer words that can be kept to each handler in its order, until one takes them."""
    if not turn.can_keep():
        return
    is_caption = turn.event.kind == "attachment"
    for take in turn.flows.caption_handlers if is_caption else turn.flows.text_handlers:
        if take(turn):
            return


def give_way(turn: TurnContext) -> bool:
    """Words after a reminder are for it: what was asked before and takes typed words gives way.

    What was asked after it has the first right to them.
    """
    prompt, conversation = turn.open_prompt, turn.conversation
    if prompt and prompt.gives_way and conversation.reminded and not conversation.asked_since:
        turn.fire("interrupted")
    return False


def fill_field(turn: TurnContext) -> bool:
    """Offer words to what is asked, where it takes them before anything else."""
    prompt = turn.open_prompt
    return prompt is not None and prompt.takes_words and prompt.take_text(turn)


def answer_prompt(turn: TurnContext) -> bool:
    """Offer words to what is asked, where it is no such field."""
    prompt = turn.open_prompt
    return prompt is not None and not prompt.takes_words and prompt.take_text(turn)


def _takes_words(turn: TurnContext) -> bool:
    return turn.open_prompt is not None and turn.open_prompt.takes_words


def _asks_again(turn: TurnContext) -> bool:
    """Whether what is open asks again: “yes” may read like an old label."""
    prompt = turn.open_prompt
    return prompt is not None and turn.event.kind == "say" and prompt.ask_again(turn)


def _command(turn: TurnContext, name: str) -> None:
    command, *rest = turn.event.text.split(maxsplit=1) or [turn.event.text]
    is_talk = name == "start" and bool(rest) and not _LINK.fullmatch(rest[0].strip())
    if is_talk or (name not in _CARRIES_ALONG and rest):
        if not turn.can_keep():
            return
        if name not in turn.flows.commands_with_words or count_words(rest[0]) >= A_FEW:
            turn.keep_aside(turn.event.text)
            turn.say(turn.content.words.odd.after_command)
    if name in turn.flows.commands:
        _look_up_or_leave(turn, name)
        turn.flows.commands[name](turn, rest[0] if rest and not is_talk else "")
        return
    nearest = "/" + _nearest(turn, name or command[1:].lower())
    turn.say(turn.content.words.odd.command, typed=command[:40], nearest=nearest)
    turn.show_again()


def _nearest(turn: TurnContext, typed: str) -> str:
    """Return the command most like what was typed; ``help`` when none is."""
    return next(
        iter(difflib.get_close_matches(typed, turn.flows.commands, n=1, cutoff=0.5)), "help"
    )


def _look_up_or_leave(turn: TurnContext, action: str) -> None:
    """Close the open prompt, unless the action is a look-up that it survives."""
    prompt = turn.open_prompt
    if prompt and action in prompt.survives:
        turn.fire("looked_up")
    else:
        turn.left()
