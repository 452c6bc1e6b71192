"""What was taken out by words: it is quoted, what is left is shown, one press brings it back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.analysis.cutting import cut_phrase
from bot.analysis.letters import small
from bot.analysis.reading.answering import core_of, plain_answer
from bot.analysis.reading.own_text.orders import orders_in
from bot.analysis.reading.own_text.wrongly_done import accepts
from bot.domain.messages import NOWHERE, Message, joined
from bot.domain.offers import Button
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.flows import Prompt
from bot.engine.wording import Typed, gist, join
from bot.flows import LOOK_UPS
from bot.flows.coaching.kept import Spot, seen, whole
from bot.flows.safety.cuts import with_cuts

SHOWN = 30
"""Words of an answer that are shown as it reads now."""


MADE = "+"
"""Notes a message that was made when words were moved: it is no more once they are back."""


def just_out(turn: TurnContext) -> list[Message]:
    """The messages that words were taken out of, or moved from or to, last."""
    messages = turn.conversation.messages
    return [messages[int(each.partition(":")[0]) - 1] for each in turn.conversation.taken_out]


def was_moved(turn: TurnContext) -> bool:
    """Whether words were moved last."""
    return any(each.count(":") > MOVED for each in turn.conversation.taken_out)


MOVED = 2
"""Signs between what is noted of a message; one more where it was moved."""


def gone(turn: TurnContext) -> list[Spot]:
    """The words that were taken out last, or are in no answer because they asked for that."""
    spots = list[Spot]()
    for known, message in zip(turn.conversation.taken_out, just_out(turn), strict=True):
        if known.count(":") > MOVED:
            continue
        if message.aside:
            spots.append(whole(message))
        else:
            spots += [Spot(message, *cut) for cut in _new_cuts(message, cuts_kept(known))]
    asked = turn.in_question() if turn.conversation.prompt == "kept_out" else None
    if asked and asked.aside and (asked.step or _refuses(turn, asked.text)):
        spots.append(whole(asked))
    return spots


def _new_cuts(message: Message, old: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield what was left out of a message last, and not before."""
    for start, end in message.cuts:
        begins = [start, *(stop for _, stop in old if start < stop < end)]
        ends = [*(begin for begin, _ in old if start < begin < end), end]
        for begin, stop in zip(begins, ends, strict=False):
            if not any(one <= begin and stop <= other for one, other in old):
                yield begin, stop


def _refuses(turn: TurnContext, text: str) -> bool:
    found = orders_in(text, turn.dialogue.called, list)
    return found is not None and any(each.own for each in found.requests)


def take_out(turn: TurnContext, spots: list[Spot], order: Message | None) -> None:
    """Leave pieces out, say which, and show how the answer reads now. One press undoes it."""
    turn.answered()
    words_out(turn, spots)
    say_out(turn, spots)
    turn.ask("taken_out", order)


def words_out(turn: TurnContext, spots: list[Spot]) -> None:
    """Leave pieces out, and note how their messages were before."""
    before = {each.message.number: each.message for each in spots}
    for spot in spots:
        _without(turn, spot)
    turn.conversation.taken_out = [as_it_was(each) for each in before.values()]


def say_out(turn: TurnContext, spots: list[Spot], first: str = "") -> None:
    """Say which words went of the messages of some pieces, and how their answers read now;
    ``first`` stands before it."""
    before = {each.message.number: each.message for each in spots}
    out = [gist(each) for each in lost_of(turn, before.values()) if count_words(each)]
    said = turn.fill(turn.content.words.answer.taken_back, text=join("”, “", out))
    turn.tell(join("\n", [each for each in (first, said) if each]))
    for step in dict.fromkeys(each.message.step for each in spots):
        show_joint(turn, step, before.values())


def lost_of(turn: TurnContext, before: Iterable[Message]) -> Iterator[str]:
    """Yield the words that stood in messages before, and stand in none of them now."""
    for was in before:
        now = turn.conversation.messages[was.number - 1]
        if now.aside:
            yield was.shown.strip(_EDGES)
            continue
        for start, end in _new_cuts(now, was.cuts):
            yield _JOINS.sub("", now.text[start:end].strip(_EDGES))


_JOINS = re.compile(r"[.,;]?\s+(?:so|and|an|but|then)$", re.IGNORECASE)
"""What only joined words to those behind them is not quoted with them."""

_EDGES = " ,;:–—-\n"
"""What is not quoted of words at their beginning and their end."""


def seen_in(spots: list[Spot]) -> list[str]:
    """Return the words of pieces as they stand in their answers, without what is out already."""
    return [each for each in (seen(spot) for spot in spots) if count_words(each)]


def show_joint(turn: TurnContext, step: str, before: Iterable[Message]) -> None:
    """Show how an answer reads now, of a long one the words around what changed; ``before`` are
    messages as they were."""
    text = joined(turn.answer(step)) if step != NOWHERE else ""
    label = turn.dialogue.by_id.get(step)
    if label and not text.split():
        turn.say(turn.content.words.coach.reads_empty, label=label.label)
    if text.split():
        turn.say(turn.content.words.coach.reads_now, text=Typed(_around(turn, step, before)))


def _around(turn: TurnContext, step: str, before: Iterable[Message]) -> str:
    """Return the words of an answer around the first place where it differs from what it was."""
    now = turn.answer(step)
    was = {each.number: each for each in now} | {e.number: e for e in before if e.step == step}
    text, other = joined(now), joined(was[number] for number in sorted(was))
    words = text.split()
    pairs = enumerate(zip(words, other.split(), strict=False))
    at = next((at for at, (one, two) in pairs if one != two), len(words))
    first = max(0, min(at - SHOWN // 2, len(words) - SHOWN))
    last = min(len(words), first + SHOWN)
    ends = "… " * (first > 0), " …" * (last < len(words))
    return ends[0] + " ".join(words[first:last]) + ends[1]


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


def as_it_was(message: Message) -> str:
    """Return what is noted of a message before words are taken from it."""
    cuts = ",".join(f"{start}-{end}" for start, end in message.cuts)
    return f"{message.number}:{cuts}:{len(message.text)}"


def cuts_kept(known: str) -> tuple[tuple[int, int], ...]:
    """Return what was left out of a message before it was taken from, as that is noted."""
    spans = [span.split("-") for span in known.split(":")[1].split(",") if span]
    return tuple((int(start), int(end)) for start, end in spans)


def put_back(turn: TurnContext, _: str = "") -> None:
    """*Put it in my answer*: what went is in its answer again, as it was."""
    turn.answered()
    went, moved = gone(turn), [each for each in just_out(turn) if not each.aside]
    restore(turn)
    messages = turn.conversation.messages
    back = [Spot(messages[each.message.number - 1], each.start, each.end) for each in went]
    said = seen_in([each for each in back if not each.message.aside])
    said = said or [each.shown for each in moved]
    turn.say(turn.content.words.coach.back_in, text=join("”, “", [gist(each) for each in said]))
    turn.show_again()


def restore(turn: TurnContext) -> None:
    """Put what went back as it was."""
    for each in turn.conversation.taken_out:
        number, _, _, *step = each.split(":")
        message = turn.conversation.messages[int(number) - 1]
        if step == [MADE]:
            turn.change(message, text="", aside=True, cuts=(), origin=0, step=NOWHERE)
        else:
            at = step[0] if step else message.step
            turn.change(message, aside=False, cuts=cuts_kept(each), step=at)
    ahead = turn.attempt.ahead
    turn.attempt.ahead = [each for each in ahead if turn.answer(each)] if was_moved(turn) else ahead
    turn.conversation.taken_out = []


def still_stands(turn: TurnContext) -> bool:
    """Return whether all that went, or was moved last, is still as it was then."""
    out, sizes = just_out(turn), [each.split(":")[2] for each in turn.conversation.taken_out]
    is_as_then = all(str(len(each.text)) == size for each, size in zip(out, sizes, strict=True))
    is_out = was_moved(turn) or all(each.aside or each.cuts for each in out)
    return bool(out) and is_as_then and is_out


def is_typed_anew(turn: TurnContext) -> bool:
    """Return whether an answer that just went out is typed once more: it is wanted in again."""
    text = small(turn.event.text).strip(_ENDS)
    is_same = any(small(each.text).strip(_ENDS) == text for each in gone(turn))
    return is_same and count_words(text) >= LEAST_ANEW


_ENDS = " .!?\n"

LEAST_ANEW = 3
"""Words from which on what is typed once more is an answer: two may only name what went."""


class TakenOutPrompt(Prompt):
    """What was taken out by words is in again by one press, until something else is done."""

    name = "taken_out"
    is_offer = True
    survives = LOOK_UPS

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Put it in."""
        buttons = turn.content.words.buttons
        label = buttons.undo if was_moved(turn) else buttons.put_in
        yield Button(label, "put_back", side=True)
        yield Button(buttons.forget_no, "put_back", side=True, shown=False)

    def take_text(self, turn: TurnContext) -> bool:
        """Take “yes” and “ok” for what they are, and “no, keep it”."""
        said = plain_answer(turn.event.text)
        if core_of(turn.event.text) in turn.content.listening.harm.cues.keep_it:
            turn.keep_aside(turn.event.text)
            put_back(turn)
            return True
        if accepts(turn.event.text) and not said:
            turn.keep_aside(turn.event.text)
            turn.say(turn.content.words.coach.name_stays)
            return True
        if said != "yes" or was_moved(turn):
            return False
        turn.keep_aside(turn.event.text)
        turn.say(turn.content.words.coach.last_is_out, phrase=gist(gone(turn)[-1].text))
        return True

    def still_holds(self, turn: TurnContext) -> bool:
        """Whether all that went is still there as it was then."""
        return still_stands(turn)
