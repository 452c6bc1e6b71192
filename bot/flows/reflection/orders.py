"""Where several words may be meant, to be moved or left out, it is asked which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.analysis.reading.answering import core_of, means_all, plain_answer
from bot.analysis.reading.own_text.by_words import about_of, likeliest
from bot.analysis.reading.own_text.choice import Choice, chosen_in
from bot.analysis.reading.own_text.request import MOVES, TWO
from bot.analysis.reading.own_text.wrongly_done import blame_in
from bot.domain.messages import Message
from bot.domain.offers import Button
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.flows import Action, Prompt
from bot.flows import LOOK_UPS
from bot.flows.coaching.kept import Spot
from bot.flows.reflection import choosing, moving
from bot.flows.reflection.taken_out import take_out

ALL = "all"
"""What a button says that means each of them."""


def press(turn: TurnContext, number: str) -> None:
    """*Leave out*, *Move number 2*: that piece is left out, or moved."""
    carry_out(turn, number, turn.in_question())


def carry_out(turn: TurnContext, number: str, order: Message | None) -> None:
    """Leave out, or move, the piece of a number in what was shown, or all of them."""
    found = choosing.in_question(turn)
    all_shown = choosing.shown(turn)
    turn.answered()
    if number == ALL and all_shown:
        take_out(turn, all_shown, order)
    elif not found or not number.isdecimal() or not 0 < int(number) <= len(found[1]):
        turn.show_again()
    elif found[0].act in MOVES:
        moving.carry(turn, found[0], [found[1][int(number) - 1]], order)
    else:
        take_out(turn, [found[1][int(number) - 1]], order)


def keep(turn: TurnContext, _: str = "") -> None:
    """*Keep*: everything stays as it is."""
    turn.answered()
    turn.say(turn.content.words.coach.name_stays)
    turn.show_again()


def _said(text: str) -> Choice:
    """Return what is chosen; another than these where it is said that they are wrong."""
    blame = blame_in(text)
    is_wrong = blame is not None and blame.plain and not (blame.led or count_words(blame.rest) > 1)
    return "other" if is_wrong else chosen_in(text)


_ONE_PART = re.compile(
    r"\W*(?:no\W+|naw\W+|sorry\W+)*(?:only|just|i mean|i meant|the)\b[^.!?\n]*?\b"
    r"(?:part|bit|line|one|sentence)\b",
    re.IGNORECASE,
)
"""“no only the late part. the lift is important”: the first sentence says which."""


def _named(text: str, spots: Sequence[Spot]) -> Choice:
    """Return the place of the one piece that the first sentence names by a word of it."""
    first = _ONE_PART.match(text)
    about = about_of(first[0]) if first else ()
    share, places = likeliest([each.text for each in spots], about) if about else (0.0, [])
    return places[0] + 1 if share == 1 and len(places) == 1 else ""


def take_words(turn: TurnContext) -> bool:
    """Take a few words that choose among what was shown: “just the first”, “whole thing”."""
    found = choosing.in_question(turn) if turn.conversation.prompt == OrderPrompt.name else None
    is_yes = found and choosing.is_how_much(found[1]) and plain_answer(turn.event.text) == "yes"
    said: Choice = "bit" if is_yes else _said(turn.event.text) if found else ""
    said = said or (_named(turn.event.text, found[1]) if found else "")
    if found is None or not said or found[0].act not in (*MOVES, "out") or found[0].act in TWO:
        return False
    spots, order = found[1], turn.keep_aside
    place = {"bit": 1, "sentence": 2, "last": len(spots)}.get(str(said), said)
    if said == "other":
        order(turn.event.text)
        turn.say(turn.content.words.coach.order_say_it)
        return True
    is_named = said not in ("bit", "sentence") or choosing.is_how_much(spots)
    if not (is_named and isinstance(place, int) and place <= len(spots)):
        return False
    carry_out(turn, str(place), order(turn.event.text))
    return True


class OrderPrompt(Prompt):
    """*This one? Shall it go?* The words stay until it is said."""

    name = "order"
    survives = LOOK_UPS
    is_offer = True
    about_message = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Each piece that may be meant, and none."""
        buttons, found = turn.content.words.buttons, choosing.in_question(turn)
        if found and choosing.is_of_all(found[0]) and choosing.shown(turn):
            yield Button(buttons.order_all, f"order:{ALL}", side=True)
        if found and choosing.is_how_much(found[1]):
            yield Button(buttons.order_bit, "order:1", side=True)
            yield Button(buttons.order_sentence, "order:2", side=True)
            yield Button(buttons.order_stay, "order_keep", side=True)
            yield Button(buttons.keep_phrase, "order_keep", side=True, shown=False)
            return
        label = buttons.piece if found and found[0].act in MOVES else buttons.order_piece
        for number, _ in enumerate(found[1] if found and found[0].act not in TWO else (), 1):
            shown = number <= choosing.MOST
            yield Button(turn.fill(label, number=number), f"order:{number}", side=True, shown=shown)
        yield Button(buttons.keep_phrase, "order_keep", side=True)
        yield Button(buttons.forget_no, "order_keep", side=True, shown=False)

    def show(self, turn: TurnContext) -> None:
        """Show the pieces again."""
        if found := choosing.in_question(turn):
            choosing.say_choice(turn, *found)

    def take_text(self, turn: TurnContext) -> bool:
        """Take “no, keep it”, and “both”: all that was shown."""
        said, spots = core_of(turn.event.text), choosing.shown(turn)
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
        return choosing.in_question(turn) is not None


ACTIONS: dict[str, Action] = {"order": press, "order_keep": keep}
"""What its buttons do."""
