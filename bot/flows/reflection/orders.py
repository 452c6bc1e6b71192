"""“Take out the garden party bit”: what a learner says shall become of their own words is done.

What is to be left out is shown and asked about once, as a press would; what is to be moved goes at
once, and one press takes it back. The order itself is in no answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.analysis.reading.clauses import clauses
from bot.analysis.reading.orders import Order, best_of, order_in
from bot.content.models.dialogue import WordsStep
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.conversation import Message
from bot.domain.offers import Button
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.flows import Prompt
from bot.engine.lines import quotable
from bot.engine.wording import gist, join
from bot.flows import LOOK_UPS
from bot.flows.coaching.replies import chooser
from bot.flows.coaching.stopping import last_message
from bot.flows.reflection.announcing import filed_line, note_ahead
from bot.flows.reflection.placing import make_part
from bot.flows.safety.cuts import cut_phrase, with_cuts
from bot.flows.safety.identifiers import tell_masked

_SENTENCE = re.compile(r"\S[^.!?\n]*[.!?]*[)”\"']*")

LONG = 20
"""Words of a sentence from which on its clauses are looked at one by one: phones type no stops."""

MOST = 4
"""The most pieces that are listed to choose from."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A piece of a message in an answer, and from where to where it goes."""

    message: Message
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words of the piece."""
        return self.message.text[self.start : self.end]


def take_words(turn: TurnContext) -> bool:
    """Take what says which of their words shall go, or where to."""
    order = order_in(turn.event.text, turn.dialogue.called)
    is_new_answer = turn.conversation.prompt == "replace"
    if order is None or turn.at_welcome or is_new_answer or not _messages(turn):
        return False
    if order.act == "other":
        return _take_the_other(turn)
    spots = _spots(turn, order)
    message = turn.keep_aside(turn.event.text)
    turn.left()
    if turn.masked:
        tell_masked(turn)
    turn.coaching = Coaching("delete" if order.act == "out" else "announce", ASIDE)
    if not spots:
        turn.say(turn.content.words.coach.order_not_found)
        turn.show_again()
    elif order.act == "move" and len(spots) == 1:
        _move(turn, spots[0], order.step)
    else:
        _ask(turn, spots, order)
        turn.ask("order", message)
    return True


def _take_the_other(turn: TurnContext) -> bool:
    """“Not that one, the other”: what was taken back is in again, and the one before it is out."""
    out = turn.in_question() if turn.conversation.prompt == "kept_out" else None
    if out is None or not out.step or not out.aside:
        return False
    turn.change(out, aside=False)
    mine = [each for each in _messages(turn) if each.number < out.number]
    if not mine:
        turn.change(out, aside=True)
        return False
    turn.keep_aside(turn.event.text)
    turn.left()
    turn.coaching = Coaching("delete", ASIDE)
    turn.change(mine[-1], aside=True)
    turn.say(turn.content.words.answer.taken_back, text=gist(mine[-1].text))
    turn.ask("kept_out", mine[-1])
    turn.show_again()
    return True


def _messages(turn: TurnContext) -> list[Message]:
    """The messages of every answer, oldest first."""
    return [
        each
        for each in turn.conversation.messages
        if each.attempt == turn.attempt.number and each.step and not each.aside and each.text
    ]


def _spots(turn: TurnContext, order: Order) -> list[Spot]:
    """The pieces that an order may mean: those of the open answer before all others."""
    messages, here = _messages(turn), turn.attempt.step
    if not (order.about or order.edge):
        return [Spot(each, 0, len(each.text)) for each in messages[-1:]]
    if order.edge:
        mine = [each for each in messages if each.step == here] or [
            each for each in (last_message(turn),) if each
        ]
        found = [spot for each in mine for spot in _pieces(each)]
        return found[:1] if order.edge == "first" else found[-1:]
    ranked = [each for each in messages if each.step == here]
    for some in (ranked, messages):
        spots = [spot for each in some for spot in _pieces(each)]
        if places := best_of([each.text for each in spots], order.about):
            return [spots[place] for place in places[:MOST]]
    return []


def _pieces(message: Message) -> Iterator[Spot]:
    """Each sentence of a message that is not left out; of a long one, each clause."""
    for sentence in _SENTENCE.finditer(message.text):
        start, end = sentence.span()
        end = start + len(message.text[start:end].rstrip())
        spans = [(start, end)]
        if count_words(message.text[start:end]) >= LONG:
            inner = [(start + each.start, start + each.end) for each in clauses(sentence[0])]
            spans = inner or spans
        for begin, stop in spans:
            if not any(cut[0] <= begin and stop <= cut[1] for cut in message.cuts):
                yield Spot(message, begin, stop)


def _ask(turn: TurnContext, spots: list[Spot], order: Order) -> None:
    words = turn.content.words.coach
    if len(spots) == 1:
        turn.say(words.order_one, phrase=quotable(spots[0].text))
        return
    lines = [
        turn.fill(words.situation, number=number, text=gist(each.text))
        for number, each in enumerate(spots, 1)
    ]
    which = words.order_which if order.act == "out" else words.order_which_moves
    turn.say(which, pieces=join("\n", lines))


def _in_question(turn: TurnContext) -> tuple[Order, list[Spot]] | None:
    """The order that was asked about, and the pieces that it may mean."""
    message = turn.in_question()
    order = order_in(message.text, turn.dialogue.called) if message else None
    spots = _spots(turn, order) if order and order.act != "other" else []
    return (order, spots) if order and spots else None


def carry_out(turn: TurnContext, number: str) -> None:
    """*Leave out*, *Use number 2*: that piece is left out, or moved."""
    found = _in_question(turn)
    turn.answered()
    if found is None or not number.isdecimal() or not 0 < int(number) <= len(found[1]):
        turn.show_again()
        return
    order, spots = found
    if order.act == "move":
        _move(turn, spots[int(number) - 1], order.step)
    else:
        _leave_out(turn, spots[int(number) - 1])


def _leave_out(turn: TurnContext, spot: Spot) -> None:
    turn.say(turn.content.words.coach.phrase_out, phrase=quotable(spot.text))
    message = _without(turn, spot)
    if message.aside:
        turn.ask("kept_out", message)
    turn.show_again()


def _without(turn: TurnContext, spot: Spot) -> Message:
    """Leave a piece out of its message; return the message as it is now."""
    message = spot.message
    cut = cut_phrase(message.text, spot.start, spot.end)
    turn.change(message, cuts=with_cuts([*message.cuts, cut]))
    left = turn.conversation.messages[message.number - 1]
    if not count_words(left.shown):
        turn.change(message, aside=True)
    return turn.conversation.messages[message.number - 1]


def _move(turn: TurnContext, spot: Spot, step_id: str) -> None:
    """Put a piece into another answer; the rest of its message stays where it is."""
    step, message = turn.dialogue.step(step_id), spot.message
    if not isinstance(step, WordsStep) or message.step == step.id:
        turn.show_again()
        return
    rest = message.text[: spot.start] + message.text[spot.end :]
    if count_words(rest):
        turn.change(message, aside=True)
        moved = _parted(turn, spot, step.id)
    else:
        turn.change(message, step=step.id)
        moved = turn.conversation.messages[message.number - 1]
    note_ahead(turn, step)
    turn.tell(filed_line(turn, step, chooser(turn)) or "")
    turn.ask("filed", moved)


def _parted(turn: TurnContext, spot: Spot, step_id: str) -> Message:
    """Split a message into what stands before a piece, the piece, and what stands after it."""
    message, made = spot.message, list[Message]()
    spans = ((0, spot.start), (spot.start, spot.end), (spot.end, len(message.text)))
    for place, (start, end) in enumerate(spans, 1):
        text = message.text[start:end]
        if count_words(text):
            to = step_id if place == 2 else message.step
            made.append(make_part(turn, message, place, to, text))
    return next(each for each in made if each.step == step_id)


def keep(turn: TurnContext, _: str = "") -> None:
    """*Keep*: everything stays as it is."""
    turn.answered()
    turn.say(turn.content.words.coach.name_stays)
    turn.show_again()


class OrderPrompt(Prompt):
    """*This one? Shall it go?* The words stay until it is said."""

    name = "order"
    survives = LOOK_UPS
    is_offer = True
    about_message = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Each piece that may be meant, and none."""
        found, buttons = _in_question(turn), turn.content.words.buttons
        order, spots = found or (None, [])
        if order and order.act == "out" and len(spots) == 1:
            yield Button(buttons.cut_out, "order:1", side=True)
        else:
            label = buttons.piece if order and order.act == "move" else buttons.order_piece
            for number, _ in enumerate(spots, 1):
                yield Button(turn.fill(label, number=number), f"order:{number}", side=True)
        yield Button(buttons.keep_phrase, "order_keep", side=True)

    def show(self, turn: TurnContext) -> None:
        """Show the pieces again."""
        if found := _in_question(turn):
            _ask(turn, found[1], found[0])

    def still_holds(self, turn: TurnContext) -> bool:
        """Whether what may be meant still stands in an answer."""
        return _in_question(turn) is not None
