"""“Take out the garden party bit”: what a learner says shall become of their own words is done.

What is to be left out is shown and asked about once, as a press would; what is to be moved goes at
once, and one press takes it back. The order itself is in no answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from bot.analysis.reading.about_whom import telling_of
from bot.analysis.reading.answering import core_of, means_all, plain_answer
from bot.analysis.reading.by_words import any_of, best_of
from bot.analysis.reading.orders import Order, asked_about, order_in
from bot.analysis.reading.two_wishes import asked_apart
from bot.analysis.reading.words import plain_text
from bot.content.models.dialogue import WordsStep
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.messages import Message
from bot.domain.offers import Button
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.flows import Prompt
from bot.engine.wording import gist, join
from bot.flows import LOOK_UPS
from bot.flows.coaching.kept import Spot, in_answers, pieces, told_text, whole
from bot.flows.coaching.questions import answer_second
from bot.flows.coaching.replies import chooser
from bot.flows.coaching.stopping import last_message, means_everything
from bot.flows.reflection import putting_in, small_requests
from bot.flows.reflection.announcing import filed_line, note_ahead
from bot.flows.reflection.placing import make_part
from bot.flows.reflection.taken_out import take_out
from bot.flows.safety.identifiers import tell_masked

MOST = 4
"""The most pieces that are listed to choose from."""

ALL = "all"
"""What a button says that means each of them."""


def take_words(turn: TurnContext) -> bool:
    """Take what says which of their words shall go, come in, or where to."""
    if turn.at_welcome or turn.conversation.prompt == "replace":
        return False
    if small_requests.take_words(turn):
        return True
    order = _order(turn, turn.event.text)
    if order is None or not in_answers(turn):
        return putting_in.take_words(turn)
    if order.act == "other":
        return _take_the_other(turn)
    spots = spots_of(turn, order)
    if not spots and putting_in.take_words(turn):
        return True
    message = turn.keep_aside(turn.event.text)
    turn.left()
    if turn.masked:
        tell_masked(turn)
    turn.coaching = Coaching("delete" if order.act == "out" else "announce", ASIDE)
    if not spots:
        turn.say(turn.content.words.coach.order_not_found)
        turn.show_again()
    elif order.act == "move" and len(spots) == 1 and order.step != turn.attempt.step:
        _move(turn, spots[0], order.step)
    elif order.act == "out" and len(spots) == 1:
        take_out(turn, spots, message)
    else:
        _ask(turn, spots, order)
        turn.ask("order", message)
    answer_second(turn, asked_apart(turn.event.text)[1])
    return True


def _order(turn: TurnContext, text: str) -> Order | None:
    """Return the order that a text is, by what stands in the answers and was asked just before."""
    which = turn.conversation.prompt in ("delete", "order")
    told, more = partial(told_text, turn), partial(_has_ordered, turn)
    text, _ = asked_apart(text)
    order = order_in(text, turn.dialogue.called, told, which=which, more=more)
    is_of_all = order is not None and order.act == "out" and not order.every
    if order and is_of_all and means_everything(turn) and not spots_of(turn, order):
        return None
    return _placed(turn, order) if order else None


def _placed(turn: TurnContext, order: Order) -> Order | None:
    """Return an order with the step that words shall go to: the open one where none is named.

    None where there is none, and where the words stand in no other answer.
    """
    if order.act != "move" or order.step:
        return order
    placed = replace(order, step=turn.attempt.step)
    return placed if isinstance(turn.step, WordsStep) and spots_of(turn, placed) else None


def _has_ordered(turn: TurnContext) -> bool:
    """Return whether an order came just before, or a piece has just gone."""
    earlier = reversed(turn.conversation.messages)
    before = next((each for each in earlier if each.text != turn.event.text), None)
    if before is None:
        return False
    if turn.conversation.prompt == "kept_out" and before.step:
        return True
    told = partial(told_text, turn)
    return order_in(before.text, turn.dialogue.called, told, which=True) is not None


def _take_the_other(turn: TurnContext) -> bool:
    """“Not that one, the other”: what was taken back is in again, and the one before it is out."""
    out = turn.in_question() if turn.conversation.prompt == "kept_out" else None
    if out is None or not out.step or not out.aside:
        return False
    turn.change(out, aside=False)
    mine = [each for each in in_answers(turn) if each.number < out.number]
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


def spots_of(turn: TurnContext, order: Order) -> list[Spot]:
    """Return the pieces that an order may mean: those of the open answer before all others."""
    messages, here = in_answers(turn), turn.attempt.step
    if not (order.about or order.edge or order.quote):
        return [whole(each) for each in (last_message(turn),) if each]
    mine = [each for each in messages if each.step == here]
    if order.every or (order.act == "move" and order.step == here):
        return _told_by_any(order, [each for each in messages if order.every or each.step != here])
    if order.quote:
        return [spot for each in (*mine, *messages) for spot in _quoted(each, order.quote)][:1]
    if order.edge:
        some = mine or [each for each in (last_message(turn),) if each]
        found = [spot for each in some for spot in pieces(each)]
        return found[:1] if order.edge == "first" else found[-1:]
    for some in (mine, messages):
        spots = [spot for each in some for spot in pieces(each)]
        if places := best_of([each.text for each in spots], order.about):
            return [spots[place] for place in places[:MOST]]
    return []


def _told_by_any(order: Order, messages: list[Message]) -> list[Spot]:
    """Return each piece that has one of the words of an order."""
    spots = [spot for each in messages for spot in pieces(each)]
    texts = [each.text for each in spots]
    if order.every:
        return [spots[place] for place in telling_of(texts, order.about)]
    return [spots[place] for place in any_of(texts, order.about)][:MOST]


def _quoted(message: Message, quote: str) -> Iterator[Spot]:
    """Yield where words in “ ” stand in a message as it is now."""
    if quote not in plain_text(message.shown):
        return
    typed = message.text.casefold().replace("’", "'")
    start = typed.find(quote) if len(typed) == len(message.text) else -1
    yield Spot(message, start, start + len(quote)) if start >= 0 else whole(message)


def _ask(turn: TurnContext, spots: list[Spot], order: Order) -> None:
    words = turn.content.words.coach
    many = order.every and len(spots) > 1
    lines = [
        turn.fill(words.situation, number=number, text=gist(each.text))
        for number, each in enumerate(spots, 1)
    ]
    which = words.order_which if order.act == "out" else words.order_which_moves
    which = words.order_all if many else which
    turn.say(which, pieces=join("\n", lines))


def _in_question(turn: TurnContext) -> tuple[Order, list[Spot]] | None:
    """The order that was asked about, and the pieces that it may mean."""
    message = turn.in_question()
    named, told = turn.dialogue.called, partial(told_text, turn)
    text = message.text if message else ""
    found = asked_about(text) or order_in(text, named, told, which=True)
    order = _placed(turn, found) if found else None
    spots = spots_of(turn, order) if order and order.act != "other" else []
    return (order, spots) if order and spots else None


def carry_out(turn: TurnContext, number: str) -> None:
    """*Leave out*, *Use number 2*: that piece is left out, or moved."""
    found = _in_question(turn)
    turn.answered()
    if found and number == ALL and found[0].act == "out":
        take_out(turn, found[1], turn.in_question())
        return
    if found is None or not number.isdecimal() or not 0 < int(number) <= len(found[1]):
        turn.show_again()
        return
    order, spots = found
    if order.act == "move":
        _move(turn, spots[int(number) - 1], order.step)
    else:
        take_out(turn, [spots[int(number) - 1]], turn.in_question())


def _move(turn: TurnContext, spot: Spot, step_id: str) -> None:
    """Put a piece into another answer; the rest of its message stays where it is."""
    step, message = turn.dialogue.by_id.get(step_id), spot.message
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
        label = buttons.piece if order and order.act == "move" else buttons.order_piece
        if order and order.every:
            yield Button(buttons.order_all, f"order:{ALL}", side=True)
        for number, _ in enumerate(spots, 1):
            label_of = turn.fill(label, number=number)
            yield Button(label_of, f"order:{number}", side=True, shown=number <= MOST)
        yield Button(buttons.keep_phrase, "order_keep", side=True)
        yield Button(buttons.forget_no, "order_keep", side=True, shown=False)

    def show(self, turn: TurnContext) -> None:
        """Show the pieces again."""
        if found := _in_question(turn):
            _ask(turn, found[1], found[0])

    def take_text(self, turn: TurnContext) -> bool:
        """Take “no, keep it”, and “both”: all that was shown."""
        said, found = core_of(turn.event.text), _in_question(turn)
        is_all = plain_answer(turn.event.text) == "yes" or means_all(said)
        if found and found[0].act == "out" and is_all:
            take_out(turn, found[1], turn.keep_aside(turn.event.text))
            return True
        is_no = plain_answer(turn.event.text) == "no"
        if not is_no and said not in turn.content.listening.harm.cues.keep_it:
            return False
        turn.keep_aside(turn.event.text)
        keep(turn)
        return True

    def still_holds(self, turn: TurnContext) -> bool:
        """Whether what may be meant still stands in an answer."""
        return _in_question(turn) is not None
