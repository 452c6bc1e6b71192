"""“Show me my answer”, “is the bruises bit in?”: their own text, as it stands now."""

from __future__ import annotations

from dataclasses import replace

from bot.analysis.patterns import lazy
from bot.analysis.reading.own_text.request import Request
from bot.analysis.reading.own_text.which import Which
from bot.analysis.reading.said_of_it import begins_as_question
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.messages import joined
from bot.engine.context import TurnContext
from bot.engine.wording import Typed, gist, join
from bot.engine.wordings import quotable
from bot.flows.coaching.kept import (
    Spot,
    beginning,
    in_answers,
    kept_pieces,
    newest_told,
    seen,
    whole,
)
from bot.flows.coaching.labelled import announces_more
from bot.flows.reflection import choosing
from bot.flows.reflection.doing import Doer, Doing
from bot.flows.reflection.finding import find
from bot.flows.reflection.navigation import review
from bot.flows.reflection.taken_out import gone
from bot.flows.safety.dropping import say_it_is_gone, say_it_waits

LATELY = 4
"""How many messages before may have been dropped."""


def was_dropped(turn: TurnContext) -> bool:
    """Return whether words of harm were dropped a little before."""
    return any(each.dropped for each in turn.conversation.messages[-LATELY:])


def show(turn: TurnContext, request: Request) -> Doer | None:
    """Return what shows the answers that are named, as they stand now."""
    cues = turn.content.listening.kinds.cues
    if cues.as_file in turn.says or announces_more(turn):
        return None
    steps = list(dict.fromkeys(each.step for each in in_answers(turn)))
    named = [each.step for each in request.which if each.step]
    if not named and cues.so_far in turn.says:
        return _review
    if not named and all(each.one for each in request.which) and steps:
        named = [turn.attempt.step if turn.attempt.step in steps else steps[-1]]
    in_order = [each.id for each in turn.dialogue.steps if each.id in (named or steps)]
    return lambda _: show_answers(turn, in_order)


def _review(doing: Doing) -> None:
    doing.hold()
    doing.turn.left()
    doing.turn.coaching = Coaching("question", ASIDE)
    review(doing.turn)


def show_answers(turn: TurnContext, steps: list[str]) -> None:
    """Show answers whole, each under its name."""
    turn.coaching = Coaching("request", ASIDE)
    words = turn.content.words.coach
    told = [(step, joined(turn.answer(step)).strip()) for step in steps]
    if not any(text for _, text in told):
        label = turn.dialogue.by_id[steps[0]].label if steps else ""
        turn.say(*((words.reads_empty,) if label else (words.none_yet,)), label=label)
    for step, text in told:
        if text:
            turn.say(words.reads, label=turn.dialogue.by_id[step].label, text=Typed(text))


_ALL_OF_IT = frozenset(("stuff", "things", "other", "else", "rest", "words", "answers"))
"""“Is my other stuff still there?” asks about all."""


def say_if_in(turn: TurnContext, request: Request) -> Doer | None:
    """Return what says whether words are in an answer, and in which; one press leaves them out."""
    if not (in_answers(turn) or kept_pieces(turn) or was_dropped(turn)):
        return None  # nothing was told: it is asked about what became of it
    is_of_all = any(
        each.whole or each.many or (each.about and _ALL_OF_IT.issuperset(each.about))
        for each in request.which
    )
    if is_of_all and turn.conversation.prompt == "taken_out":  # “did you take out all of it?”
        return lambda doing: _say_if_in(doing, replace(request, which=(Which(),)))
    text = turn.event.text
    asked = (text, *(text[begin:end].strip() for begin, end in request.spans))
    if is_of_all or not ("?" in text or any(map(begins_as_question, asked))):
        return None  # whether all is in: what was kept out tells that
    return lambda doing: _say_if_in(doing, request)


def _say_if_in(doing: Doing, request: Request) -> None:
    turn = doing.turn
    mine, out = _meant(turn, request)
    turn.left()
    message = doing.keep()
    turn.coaching = Coaching("question", ASIDE)
    waits = turn.conversation.undecided
    if not mine and out and out[0].message.number in waits:
        say_it_waits(turn, out[0].message)
        return
    step = turn.dialogue.by_id.get(mine[0].message.step) if mine else None
    if step:
        words = turn.content.words.coach
        phrase = join("”, “", [gist(seen(each)) for each in mine])
        turn.say(
            words.last_is_in if request.of_going else words.is_in, label=step.label, phrase=phrase
        )
        turn.ask("order", message)
        return
    _say_it_is_not(turn, request, out)
    turn.show_again()


def _meant(turn: TurnContext, request: Request) -> tuple[list[Spot], list[Spot]]:
    """Return the pieces of answers that are asked about, and those that are in none."""
    just_out = gone(turn) if turn.conversation.prompt == "taken_out" else []
    if not all(each.is_newest for each in request.which):
        mine = [spot for each in request.which for spot in find(turn, each, ["answer"]).spots]
        out = [spot for each in request.which for spot in find(turn, each, ["out", "held"]).spots]
        return mine, out
    if just_out:
        return [], just_out
    last = newest_told(turn)
    if last is None or last.dropped or any(each.step for each in request.which):
        return choosing.candidates(turn, request) if last and not last.dropped else [], []
    return ([], [whole(last)]) if last.aside else ([whole(last)], [])


def _say_it_is_not(turn: TurnContext, request: Request, out: list[Spot]) -> None:
    words = turn.content.words.coach
    if not out and was_dropped(turn):
        say_it_is_gone(turn)
    elif out:
        said = words.last_is_out if request.of_going else words.is_in_none
        turn.say(said, phrase=beginning(out[0].text))
    elif in_answers(turn):
        turn.say(words.order_not_found)
    else:
        turn.say(words.none_in)


def say_where_last(turn: TurnContext) -> None:
    """Say in which answer the newest words are that were told, that they are in none or gone, or
    that they wait to be kept or dropped."""
    words, last = turn.content.words.coach, newest_told(turn)
    step = turn.dialogue.by_id.get(last.step) if last and not last.aside else None
    if last and last.number in turn.conversation.undecided:
        say_it_waits(turn, last)
        return
    if last and last.dropped:
        say_it_is_gone(turn)
    elif last and step:
        turn.say(words.last_is_in, label=step.label, phrase=beginning(last.shown))
    elif last:
        turn.say(words.last_is_out, phrase=beginning(last.text))
    else:
        turn.say(words.none_in)
    turn.show_again()


_ASKS_WHERE = lazy(r"\W*(?:(?:so|and|but|hey|oi|eh|ok|right) )*(?:where|whaur|what happened)\b")
"""Who asks where words are wants to know it, and not to have anything done."""


def asked_where(turn: TurnContext) -> Spot | None:
    """Return what they told last where it is asked where that is, and it is in no answer and waits
    for nothing; None for anything else."""
    if not _ASKS_WHERE.match(turn.event.text):
        return None
    if just_out := gone(turn):
        return just_out[-1]
    last = newest_told(turn)
    waits = last is not None and last.number in turn.conversation.undecided
    return whole(last) if last and last.aside and not (last.dropped or waits) else None


def say_where_it_is(doing: Doing, spot: Spot) -> None:
    """Say of words that they are in no answer; one press puts them in."""
    turn = doing.turn
    message = doing.keep()
    turn.coaching = Coaching("question", ASIDE)
    turn.say(turn.content.words.coach.last_is_out, phrase=quotable(spot.text))
    if message and turn.conversation.prompt != "taken_out":
        turn.left()
        turn.ask("kept_out", spot.message)
