"""Words that were kept out of the answers: listed at any time, and each can be put in after all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.analysis.cutting import cut_phrase
from bot.analysis.reading.own_text.by_words import HALF, likeliest
from bot.analysis.reading.own_text.stretches import stretch_of
from bot.analysis.reading.own_text.which import Which
from bot.content.models.dialogue import WordsStep
from bot.domain.messages import Message
from bot.domain.offers import Button
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.flows import Prompt
from bot.engine.wording import counted, gist, join
from bot.engine.wordings import quotable
from bot.flows import LOOK_UPS
from bot.flows.coaching.kept import Spot, kept_pieces, seen, sentences
from bot.flows.coaching.said_to_coach import keep_said
from bot.flows.reflection.placing import ask_where
from bot.flows.safety.cuts import with_cuts

MOST = 5
"""How many pieces are listed at a time, and a few more where one message has them."""

Numbered = list[tuple[int, Spot]]


def _listed(turn: TurnContext) -> tuple[Numbered, int]:
    """Return the pieces that are listed now, each with its number among all, and the number of the
    message that the next list begins with, 0 for none.

    A list begins with the message in question; the first list with the oldest.
    """
    numbered, first = list(enumerate(kept_pieces(turn), 1)), turn.conversation.prompt_message
    rest = [each for each in numbered if each[1].message.number >= first] or numbered
    last = rest[:MOST][-1][1].message.number if rest else 0
    now = [each for each in rest if each[1].message.number <= last]
    return now, rest[len(now)][1].message.number if len(rest) > len(now) else 0


def show_kept_out(turn: TurnContext, first: str = "") -> None:
    """*Show what was kept out*: a line of each, and a press that puts it in. ``first`` is the
    number of the message that the list begins with."""
    words, pieces = turn.content.words, kept_pieces(turn)
    turn.answered()
    if not pieces:
        turn.tell(counted(words, words.review.kept_out, 0))
        turn.show_again()
        return
    turn.conversation.prompt_message = int(first) if first.isdecimal() else 0
    lines = [
        turn.fill(words.coach.situation, number=number, text=gist(each.text))
        for number, each in _listed(turn)[0]
    ]
    turn.say(words.coach.kept_out, messages=join("\n", lines))
    turn.ask("kept_out_list")


def use_kept_out(turn: TurnContext, number: str) -> None:
    """*Put in number 2*: it is in its answer again, or it is asked which answer it is for. Without
    a number it is the newest."""
    pieces = kept_pieces(turn)
    turn.answered()
    at = int(number) - 1 if number.isdecimal() else len(pieces) - 1
    if 0 <= at < len(pieces):
        put_in_piece(turn, pieces[at])
    else:
        turn.tell(counted(turn.content.words, turn.content.words.review.kept_out, 0))
        turn.show_again()


def put_in_piece(
    turn: TurnContext, spot: Spot, *, again: bool = True, spared: Sequence[Which] = ()
) -> None:
    """Put in what was kept out: where it was, else at the open question, else it is asked where.

    ``again``: the open question is shown after it. ``spared`` is what of it stays out.
    """
    message, step = spot.message, turn.dialogue.by_id.get(spot.message.step)
    keep_said(turn, message)
    if spot.is_cut:
        turn.change(message, cuts=tuple(_left_of(message, spot)))
    else:
        step = step or turn.step
        turn.change(message, aside=False)
        if not isinstance(step, WordsStep):
            ask_where(turn, turn.conversation.messages[message.number - 1])
            return
        turn.change(turn.conversation.messages[message.number - 1], step=step.id)
    _leave_out(turn, spot, spared)
    if step:
        now = turn.conversation.messages[message.number - 1]
        say_in(turn, Spot(now, spot.start, spot.end), step.label, step.id)
    if again:
        turn.show_again()


def _leave_out(turn: TurnContext, spot: Spot, spared: Sequence[Which]) -> None:
    """Leave out of a piece that is put in what shall stay out of it."""
    for which in spared:
        message = turn.conversation.messages[spot.message.number - 1]
        inside = [e for e in sentences(message) if e.start < spot.end and spot.start < e.end]
        share, places = likeliest([each.text for each in inside], which.about)
        if not (which.about and share >= HALF):
            continue
        sentence = inside[places[0]]
        part = stretch_of(sentence.text, which.about, which.size or "bit")
        start, end = sentence.start + part.start, sentence.start + part.end
        cut = cut_phrase(message.text, start, end)
        turn.change(message, cuts=with_cuts([*message.cuts, cut]))


def _left_of(message: Message, spot: Spot) -> Iterator[tuple[int, int]]:
    """Yield what stays left out of a message once a piece of it is in."""
    for start, end in message.cuts:
        apart = end <= spot.start or spot.end <= start
        parts = [(start, end)] if apart else [(start, spot.start), (spot.end, end)]
        for begin, stop in parts:
            if apart:
                yield begin, stop
            elif begin < stop and count_words(message.text[begin:stop]):
                yield _cut_anew(message.text, begin, stop)


def _cut_anew(text: str, begin: int, stop: int) -> tuple[int, int]:
    """Return the span of what stays out of a cut by itself: the signs beside it are seen anew."""
    left = text[begin:stop]
    start = begin + len(left) - len(left.lstrip(" \n,;:–—-"))
    return cut_phrase(text, start, begin + len(left.rstrip()))


def say_in(turn: TurnContext, spot: Spot, label: str, step_id: str) -> None:
    """Say in which answer a piece is now, with its words."""
    words = turn.content.words
    count = sum(count_words(each.shown) for each in turn.answer(step_id))
    total = counted(words, words.review.words, count)
    turn.say(words.coach.order_in, phrase=quotable(seen(spot)), label=label, count=total)


class KeptOutListPrompt(Prompt):
    """Each that was kept out can be put in; nobody has to look at them."""

    name = "kept_out_list"
    survives = LOOK_UPS
    is_offer = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """One for each that is listed, and the others."""
        words, (now, following) = turn.content.words.buttons, _listed(turn)
        for number, _ in now:
            label = turn.fill(words.use_kept_out, number=number)
            yield Button(label, f"use_kept_out:{number}", side=True)
        if following or len(now) < len(kept_pieces(turn)):
            yield Button(words.other_kept_out, f"show_kept_out:{following}", side=True)

    def still_holds(self, turn: TurnContext) -> bool:
        """Whether there is something to put in."""
        return bool(kept_pieces(turn))
