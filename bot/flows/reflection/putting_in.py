"""“That should be in”: what was kept out is found by its words, its number or as the newest, and
put in. What stands in an answer already is said to."""

from __future__ import annotations

from bot.analysis.reading.by_words import any_of, best_of
from bot.analysis.reading.put_in_orders import Wanted, missed_in, wanted_in
from bot.analysis.reading.words import plain_text
from bot.domain.coaching import ASIDE, Coaching
from bot.engine.context import TurnContext
from bot.engine.wordings import quotable
from bot.flows.coaching.kept import Spot, in_answers, kept_pieces, pieces, set_aside, whole
from bot.flows.coaching.listening import is_kept_out
from bot.flows.coaching.reading import read_text
from bot.flows.reflection.kept_out import put_in_piece
from bot.flows.reflection.taken_out import put_back
from bot.flows.safety.harm import keep_words
from bot.flows.safety.identifiers import tell_masked


def take_words(turn: TurnContext) -> bool:
    """Take what says which of the words that were kept out shall come in."""
    wanted = wanted_in(turn.event.text, lambda: "\n".join(each.text for each in _out(turn)))
    if wanted is None:
        return False
    if wanted == Wanted() and turn.conversation.prompt == "taken_out":
        _keep_order(turn, asks=True)
        put_back(turn)
        return True
    out = _out(turn)
    if wanted.about and (spot := _best(_undecided(turn), wanted)):
        _keep_order(turn)
        turn.conversation.prompt_message = spot.message.number
        keep_words(turn)
        return True
    if spot := _wanted(turn, wanted, out):
        _keep_order(turn)
        put_in_piece(turn, spot)
        return True
    return _is_in_already(turn, wanted)


def _out(turn: TurnContext) -> list[Spot]:
    return [*kept_pieces(turn), *set_aside(turn)]


def _keep_order(turn: TurnContext, *, asks: bool = False) -> None:
    turn.keep_aside(turn.event.text)
    if not asks:
        turn.left()
    if turn.masked:
        tell_masked(turn)
    turn.coaching = Coaching("correction", ASIDE)


def _undecided(turn: TurnContext) -> list[Spot]:
    """Words that were taken for harm, and neither kept nor dropped yet."""
    messages = turn.conversation.messages
    return [whole(messages[number - 1]) for number in turn.conversation.undecided]


def _wanted(turn: TurnContext, wanted: Wanted, out: list[Spot]) -> Spot | None:
    """Return the piece that shall come in, None where it is not among those that were kept out."""
    if wanted.number:
        known = kept_pieces(turn)
        is_open = wanted.sure or turn.conversation.prompt == "kept_out_list"
        return known[wanted.number - 1] if is_open and wanted.number <= len(known) else None
    if wanted.about or wanted.quote:
        return _best(out, wanted)
    asked = turn.in_question() if turn.conversation.prompt in ("kept_out", "spoken") else None
    mine = [each for each in out if asked and each.message.number == asked.number]
    newest = max(mine, key=lambda each: each.start, default=None) or _just_now(turn, out)
    return _named_by(turn, newest, out) if newest and _complains(turn, newest) else newest


def _just_now(turn: TurnContext, out: list[Spot]) -> Spot | None:
    """Return what was kept out by the message just before, None for nothing."""
    newest = len(turn.conversation.messages)
    return next((each for each in reversed(out) if each.message.number == newest), None)


def _named_by(turn: TurnContext, complaint: Spot, out: list[Spot]) -> Spot | None:
    """Return the newest piece that a complaint names as missing: never the complaint."""
    told = [each for each in out if not _complains(turn, each)]
    places = any_of([each.text for each in told], missed_in(complaint.text))
    return told[places[-1]] if places else None


def _complains(turn: TurnContext, spot: Spot) -> bool:
    return read_text(turn, spot.text).kind == "complaint_about_coach"


def _best(out: list[Spot], wanted: Wanted) -> Spot | None:
    if wanted.quote:
        return next((each for each in out if wanted.quote in plain_text(each.text)), None)
    places = best_of([each.text for each in out], wanted.about)
    return out[places[-1]] if places else None


def _is_in_already(turn: TurnContext, wanted: Wanted) -> bool:
    """Say in which answer the words stand, where they were not kept out at all."""
    told = in_answers(turn)
    if wanted == Wanted() and told:  # nothing that was kept out is meant: their last words are in
        _keep_order(turn)
        say_where_last(turn)
        turn.show_again()
        return True
    spots = [spot for each in told for spot in pieces(each)]
    if len(wanted.about) < LEAST or not (spot := _best(spots, wanted)):
        return False
    step = turn.dialogue.by_id.get(spot.message.step)
    if step is None:
        return False
    _keep_order(turn)
    turn.say(turn.content.words.coach.order_is_in, label=step.label, phrase=quotable(spot.text))
    turn.show_again()
    return True


LEAST = 1
"""Words by which a piece that stands in an answer must be told."""


FEW = 12
"""Words of a message that are shown where it is said in which answer it is."""


def say_where_last(turn: TurnContext) -> None:
    """Say in which answer the newest words are that were told, or that they are in none."""
    words = turn.content.words.coach
    mine = [
        each
        for each in turn.conversation.messages[:-1]
        if each.attempt == turn.attempt.number and each.text and (each.step or is_kept_out(each))
    ]
    last = next((each for each in reversed(mine) if each.step and not each.aside), None)
    step = turn.dialogue.by_id.get(last.step) if last else None
    if last and step:
        turn.say(words.last_is_in, label=step.label, phrase=beginning(last.shown))
    elif mine:
        turn.say(words.last_is_out, phrase=beginning(mine[-1].text))


def beginning(text: str) -> str:
    """Return the beginning of a text, to be quoted."""
    words = text.split()
    return quotable(" ".join(words[:FEW]) + (" …" if len(words) > FEW else ""))
