"""“Move the bit about the tea to leadership”: it goes at once, and one press takes it back.

Where several may be meant, to be moved or to be left out, they are shown and it is asked which. The
order itself is in no answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from bot.analysis.reading.answering import core_of, means_all, plain_answer
from bot.analysis.reading.by_words import any_of, best_of
from bot.analysis.reading.orders import Order, order_in
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
from bot.flows.coaching.stopping import last_message
from bot.flows.reflection import choosing, small_requests, taking_out
from bot.flows.reflection.announcing import filed_line, note_ahead
from bot.flows.reflection.placing import make_part
from bot.flows.reflection.taken_out import take_out
from bot.flows.safety.identifiers import tell_masked

MOST = 4
"""The most pieces that are listed to choose from."""

ALL = "all"
"""What a button says that means each of them."""


def take_words(turn: TurnContext) -> bool:
    """Take what says where their words shall go, and small requests."""
    if turn.at_welcome or turn.conversation.prompt == "replace":
        return False
    if small_requests.take_words(turn):
        return True
    order = _order(turn, turn.event.text)
    if order is None or not in_answers(turn):
        return taking_out.take_remarks(turn)
    if order.act == "other":
        return _take_the_other(turn)
    spots = spots_of(turn, order)
    message = turn.keep_aside(turn.event.text)
    turn.left()
    if turn.masked:
        tell_masked(turn)
    turn.coaching = Coaching("announce", ASIDE)
    if not spots:
        turn.say(turn.content.words.coach.order_not_found)
        turn.show_again()
    elif len(spots) == 1 and order.step != turn.attempt.step:
        _move(turn, spots[0], order.step)
    else:
        _ask(turn, spots)
        turn.ask("order", message)
    answer_second(turn, asked_apart(turn.event.text)[1])
    return True


def _order(turn: TurnContext, text: str) -> Order | None:
    """Return the order that a text is, by what stands in the answers."""
    order = order_in(asked_apart(text)[0], turn.dialogue.called, partial(told_text, turn))
    return _placed(turn, order) if order else None


def _placed(turn: TurnContext, order: Order) -> Order | None:
    """Return an order with the step that words shall go to: the open one where none is named.

    None where there is none, and where the words stand in no other answer.
    """
    if order.act != "move" or order.step:
        return order
    placed = replace(order, step=turn.attempt.step)
    return placed if isinstance(turn.step, WordsStep) and spots_of(turn, placed) else None


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
    if order.step == here:
        spots = [spot for each in messages if each.step != here for spot in pieces(each)]
        return [spots[at] for at in any_of([each.text for each in spots], order.about)][:MOST]
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


def _quoted(message: Message, quote: str) -> Iterator[Spot]:
    """Yield where words in “ ” stand in a message as it is now."""
    if quote not in plain_text(message.shown):
        return
    typed = message.text.casefold().replace("’", "'")
    start = typed.find(quote) if len(typed) == len(message.text) else -1
    yield Spot(message, start, start + len(quote)) if start >= 0 else whole(message)


def _ask(turn: TurnContext, spots: list[Spot]) -> None:
    words = turn.content.words.coach
    lines = [
        turn.fill(words.situation, number=number, text=gist(each.text))
        for number, each in enumerate(spots, 1)
    ]
    turn.say(words.order_which_moves, pieces=join("\n", lines))


def _moving(turn: TurnContext) -> tuple[Order, list[Spot]] | None:
    """The order to move words that was asked about, and the pieces that it may mean."""
    message = turn.in_question()
    order = _order(turn, message.text) if message else None
    spots = spots_of(turn, order) if order and order.act == "move" else []
    return (order, spots) if order and spots else None


def carry_out(turn: TurnContext, number: str) -> None:
    """*Leave out*, *Use number 2*: that piece is left out, or moved."""
    moving = _moving(turn)
    spots = moving[1] if moving else choosing.shown(turn)
    turn.answered()
    if number == ALL and spots and not moving:
        take_out(turn, spots, turn.in_question())
        return
    if not number.isdecimal() or not 0 < int(number) <= len(spots):
        turn.show_again()
        return
    spot = spots[int(number) - 1]
    if moving:
        _move(turn, spot, moving[0].step)
    else:
        take_out(turn, [spot], turn.in_question())


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
        buttons, moving = turn.content.words.buttons, _moving(turn)
        found = None if moving else choosing.in_question(turn)
        spots = moving[1] if moving else found[1] if found else []
        if found and choosing.is_of_all(found[0]):
            yield Button(buttons.order_all, f"order:{ALL}", side=True)
        for number, _ in enumerate(spots, 1):
            label = turn.fill(buttons.piece if moving else buttons.order_piece, number=number)
            yield Button(label, f"order:{number}", side=True, shown=number <= MOST)
        yield Button(buttons.keep_phrase, "order_keep", side=True)
        yield Button(buttons.forget_no, "order_keep", side=True, shown=False)

    def show(self, turn: TurnContext) -> None:
        """Show the pieces again."""
        if moving := _moving(turn):
            _ask(turn, moving[1])
        elif found := choosing.in_question(turn):
            choosing.say_choice(turn, *found)

    def take_text(self, turn: TurnContext) -> bool:
        """Take “no, keep it”, and “both”: all that was shown."""
        said = core_of(turn.event.text)
        spots = [] if _moving(turn) else choosing.shown(turn)
        if spots and (plain_answer(turn.event.text) == "yes" or means_all(said)):
            take_out(turn, spots, turn.keep_aside(turn.event.text))
            return True
        is_no = plain_answer(turn.event.text) == "no"
        if not is_no and said not in turn.content.listening.harm.cues.keep_it:
            return False
        turn.keep_aside(turn.event.text)
        keep(turn)
        return True

    def still_holds(self, turn: TurnContext) -> bool:
        """Whether what may be meant still stands in an answer."""
        return bool(_moving(turn) or choosing.shown(turn))
