"""What was taken out by words: it is quoted, what is left is shown, one press brings it back."""

from __future__ import annotations

from collections.abc import Iterator

from bot.analysis.cutting import cut_phrase
from bot.analysis.reading.answering import core_of, plain_answer
from bot.analysis.reading.taking_out import take_out_in
from bot.domain.messages import NOWHERE, Message, joined
from bot.domain.offers import Button
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.flows import Prompt
from bot.engine.wording import Typed, gist, join
from bot.flows import LOOK_UPS
from bot.flows.coaching.kept import Spot, whole
from bot.flows.safety.cuts import with_cuts

SHOWN = 30
"""Words of the end of an answer that are shown as it reads now."""


def just_out(turn: TurnContext) -> list[Message]:
    """The messages that words were taken out of last."""
    messages = turn.conversation.messages
    return [messages[int(each.partition(":")[0]) - 1] for each in turn.conversation.taken_out]


def gone(turn: TurnContext) -> list[Spot]:
    """The words that were taken out last, or are in no answer because they asked for that."""
    spots = list[Spot]()
    for message in just_out(turn):
        if message.aside:
            spots.append(whole(message))
        spots += [] if message.aside else [Spot(message, *cut) for cut in message.cuts]
    asked = turn.in_question() if turn.conversation.prompt == "kept_out" else None
    if asked and asked.aside and (asked.step or _refuses(turn, asked.text)):
        spots.append(whole(asked))
    return spots


def _refuses(turn: TurnContext, text: str) -> bool:
    found = take_out_in(text, turn.dialogue.called, list)
    return found is not None and found.own


def take_out(turn: TurnContext, spots: list[Spot], order: Message | None) -> None:
    """Leave pieces out, say which, and show how the answer reads now. One press undoes it."""
    before = {each.message.number: each.message for each in spots}
    turn.answered()
    for spot in spots:
        _without(turn, spot)
    turn.conversation.taken_out = [_as_it_was(each) for each in before.values()]
    said = join("”, “", [gist(each.text) for each in spots])
    turn.say(turn.content.words.answer.taken_back, text=said)
    for step in dict.fromkeys(each.message.step for each in spots):
        _show_rest(turn, step)
    turn.ask("taken_out", order)


def _show_rest(turn: TurnContext, step: str) -> None:
    """Show the end of an answer that something was taken out of."""
    words = joined(turn.answer(step)).split() if step != NOWHERE else []
    if words:
        end = " ".join(words[-SHOWN:])
        text = end if len(words) <= SHOWN else f"… {end}"
        turn.say(turn.content.words.coach.reads_now, text=Typed(text))


def _without(turn: TurnContext, spot: Spot) -> None:
    """Leave a piece out of its message, which is aside where no word of it is left."""
    message = turn.conversation.messages[spot.message.number - 1]
    if (spot.start, spot.end) == (0, len(message.text)):
        turn.change(message, aside=True)
        return
    cut = cut_phrase(message.text, spot.start, spot.end)
    turn.change(message, cuts=with_cuts([*message.cuts, cut]))
    left = turn.conversation.messages[message.number - 1]
    if not count_words(left.shown):
        turn.change(left, aside=True)


def _as_it_was(message: Message) -> str:
    cuts = ",".join(f"{start}-{end}" for start, end in message.cuts)
    return f"{message.number}:{cuts}:{len(message.text)}"


def put_back(turn: TurnContext, _: str = "") -> None:
    """*Put it in my answer*: what went is in its answer again, as it was."""
    turn.answered()
    went = gone(turn)
    for each in turn.conversation.taken_out:
        number, cuts, _ = each.split(":")
        spans = [span.split("-") for span in cuts.split(",") if span]
        message = turn.conversation.messages[int(number) - 1]
        turn.change(message, aside=False, cuts=tuple((int(a), int(b)) for a, b in spans))
    turn.conversation.taken_out = []
    said = join("”, “", [gist(each.text) for each in went])
    turn.say(turn.content.words.coach.back_in, text=said)
    turn.show_again()


class TakenOutPrompt(Prompt):
    """What was taken out by words is in again by one press, until something else is done."""

    name = "taken_out"
    is_offer = True
    survives = LOOK_UPS

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Put it in."""
        buttons = turn.content.words.buttons
        yield Button(buttons.put_in, "put_back", side=True)
        yield Button(buttons.forget_no, "put_back", side=True, shown=False)

    def take_text(self, turn: TurnContext) -> bool:
        """Take “yes” and “ok” for what they are, and “no, keep it”."""
        said = plain_answer(turn.event.text)
        if core_of(turn.event.text) in turn.content.listening.harm.cues.keep_it:
            turn.keep_aside(turn.event.text)
            put_back(turn)
            return True
        if said != "yes":
            return False
        turn.keep_aside(turn.event.text)
        turn.say(turn.content.words.coach.last_is_out, phrase=gist(gone(turn)[-1].text))
        return True

    def still_holds(self, turn: TurnContext) -> bool:
        """Whether all that went is still there as it was then."""
        out, sizes = just_out(turn), [each.split(":")[2] for each in turn.conversation.taken_out]
        is_as_then = all(str(len(each.text)) == size for each, size in zip(out, sizes, strict=True))
        return bool(out) and is_as_then and all(each.aside or each.cuts for each in out)
