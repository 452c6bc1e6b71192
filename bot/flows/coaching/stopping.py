"""“I stop here”, “delete that last bit”: done, or asked about once. Never called saved."""

from __future__ import annotations

from collections.abc import Iterator

from bot.analysis.reading.kinds import Kind
from bot.domain.messages import Message
from bot.domain.offers import Button
from bot.domain.word_count import count_words
from bot.engine.context import A_FEW, TurnContext, plain_buttons
from bot.engine.flows import Prompt
from bot.engine.wording import gist
from bot.engine.wordings import Chooser
from bot.flows.account.my_data import ask_forget, stop
from bot.flows.coaching.asides import facts


def stop_or_delete(turn: TurnContext, kind: Kind, lines: Chooser) -> None:
    """Do what is plain, and ask where it is not."""
    kinds = turn.content.listening.kinds
    if kind == "stop":
        if kinds.cues.no_messages in turn.says:
            stop(turn)
            return
        needs = kinds.stop.too_hard if kinds.cues.too_hard in turn.says else kinds.stop.for_now
        known = facts(turn)
        done = known if known["here"] else {**known, "label": None}  # none is done without words
        needs_label = needs == kinds.stop.too_hard
        said = lines.must_pick(needs, kinds.stop.for_now, **(known if needs_label else done))
        turn.tell(said or "")
        turn.ask("carry_on")
        return
    if means_everything(turn):
        ask_forget(turn)
    elif last_message(turn):
        turn.tell(lines.must_pick(kinds.delete.which) or "")
        turn.ask("delete")
    elif kinds.cues.part in turn.says:
        turn.say(turn.content.words.answer.nothing_to_take_back)
        turn.show_again()
    else:
        ask_forget(turn)


def means_everything(turn: TurnContext) -> bool:
    """Return whether all that they wrote is meant: “delete all of it”, and no part of it."""
    cues = turn.content.listening.kinds.cues
    return cues.everything in turn.says and cues.part not in turn.says


def last_message(turn: TurnContext) -> Message | None:
    """Return the newest message of the attempt that is in an answer or waits for one, or None."""
    mine = (
        each
        for each in reversed(turn.conversation.messages)
        if each.attempt == turn.attempt.number and not each.aside and each.text
    )
    return next(mine, None)


def take_back(turn: TurnContext, _: str = "") -> None:
    """*Take back my last message*: it is out of the answer, and one press puts it in again."""
    message = last_message(turn)
    turn.answered()
    if message:
        turn.change(message, aside=True)
        turn.say(turn.content.words.answer.taken_back, text=gist(message.text))
        if message.step in turn.dialogue.by_id or turn.open_question:  # there is where it goes
            turn.ask("kept_out", message)
    else:
        turn.say(turn.content.words.answer.nothing_to_take_back)
    turn.show_again()


class DeletePrompt(Prompt):
    """*Just the last message, or all you have written?*"""

    name = "delete"
    by_press = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """The last message, or everything."""
        return plain_buttons(turn, "take_back", "delete_all", side=True)

    def take_text(self, turn: TurnContext) -> bool:
        """Take what was asked for in the coach's own words: “the last bit”, “all of it”."""
        text, cues = turn.event.text, turn.content.listening.kinds.cues
        if count_words(text) > A_FEW:
            return False
        if cues.part in turn.says:
            turn.keep_aside(text)
            take_back(turn)
        elif cues.everything in turn.says:
            turn.keep_aside(text)
            turn.answered()
            ask_forget(turn)
        else:
            return False
        return True

    def still_holds(self, turn: TurnContext) -> bool:
        """Whether there is a last message to take back."""
        return last_message(turn) is not None
