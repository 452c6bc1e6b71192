"""“take the bruises bit out pls”: what is said to go is out at once, quoted, and back by one press.

Nothing is destroyed but words of harm that wait to be kept or dropped. What stands beside the order
and tells something is an answer, without the order. This comes before harm is looked for: an order
about a line with bruises in it tells of none.
"""

from __future__ import annotations

from functools import partial

from bot.analysis.reading.about_whom import about_whom
from bot.analysis.reading.answering import core_of
from bot.analysis.reading.by_words import any_of
from bot.analysis.reading.orders import about_of, order_in
from bot.analysis.reading.put_in_orders import wanted_in
from bot.analysis.reading.taking_out import TakeOut, take_out_in
from bot.analysis.reading.taking_out_targets import Target
from bot.analysis.reading.taking_out_words import OF_THE_TEXT
from bot.analysis.reading.two_wishes import asked_apart
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.messages import Message
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.cues import says
from bot.engine.wording import gist
from bot.flows.coaching.kept import (
    Spot,
    in_answers,
    kept_pieces,
    matching,
    pieces,
    set_aside,
    spot_of,
    told_text,
    whole,
)
from bot.flows.coaching.policy import STORY, is_evidence
from bot.flows.coaching.questions import answer_second
from bot.flows.coaching.reading import read_text
from bot.flows.coaching.stopping import last_message, means_everything
from bot.flows.coaching.whereabouts import asks_where, say_where
from bot.flows.reflection import is_it_in, staying_out, still_says, was_asking, yes_or_no
from bot.flows.reflection.answers import add_to_answer
from bot.flows.reflection.staying_out import stay_out
from bot.flows.reflection.taken_out import gone, just_out, take_out
from bot.flows.safety.dropping import drop_all, say_it_is_gone, undecided, was_just_dropped
from bot.flows.safety.harm_decision import decision_in
from bot.flows.safety.harm_heard import harm_in
from bot.flows.safety.identifiers import tell_masked

FEW = 12
"""Words of an order that came just before, whose answer a few words may be."""

REST = 6
"""Words that the rest of an order must have to be an answer."""

BESIDE = 2
"""Words that may stand beside what only names what has gone: “one message!! jeez”."""
_ASKED = ("delete", "order")
_JUST_OUT = ("taken_out", "kept_out")


def take_words(turn: TurnContext) -> bool:
    """Take what says that words shall go, in any words; what is told beside it is an answer."""
    prompt = turn.open_prompt
    if (prompt and (prompt.takes_words or prompt.is_private(turn))) or decision_in(turn) == "drop":
        return False
    if any(each.take_words(turn) for each in _FIRST):
        return True
    is_other = turn.reading.kind == "alternative" and not was_just_dropped(turn)
    if is_other or _keeps_it(turn) or about_whom(turn.event.text):
        return False  # “scrap that one, I've a better one”, “all about him”: it is asked
    found = None if turn.event.passed_on or _is_elsewhere(turn) else _found(turn)
    if found is None or (found.bare and not _may_be_bare(turn)):
        return False
    name = turn.conversation.prompt
    is_all = means_everything(turn) and name not in (*_ASKED, *_JUST_OUT)
    if found.targets[0].many and (name == "order" or is_all):
        return False  # all that was shown, or all there is
    is_done = _take(turn, found, found.rest_of(turn.event.text))
    if is_done and asks_where(turn):
        say_where(turn)
    return is_done


_FIRST = (yes_or_no, is_it_in, was_asking, still_says, staying_out)
"""Who takes words before orders are looked for."""


def _take(turn: TurnContext, found: TakeOut, rest: str) -> bool:
    """Do what is ordered; new words of harm beside it are for who looks for these."""
    harm = harm_in(turn, rest) if rest else None
    is_new_harm = harm is not None and not harm.doubtful
    if _is_about_harm(turn, found):
        is_of_it = drop_all(turn)
        return not is_new_harm and _done(turn, found, "" if is_of_it else rest)
    if found.own:
        return stay_out(turn, rest)
    if was_just_dropped(turn) and all(each.is_newest for each in found.targets):
        say_it_is_gone(turn)
        return _done(turn, found, rest)
    return not is_new_harm and _take_pieces(turn, found, rest)


def _take_pieces(turn: TurnContext, found: TakeOut, rest: str) -> bool:
    """Take out what is meant, or say where it is; False where it is asked which."""
    spots = [] if _is_said_again(turn, found, rest) else _spots(turn, found)
    if len(spots) > 1 and _asks_which(turn, found):
        return False
    if spots:
        message = None if _is_answer(turn, rest) else turn.keep_aside(turn.event.text)
        turn.left()
        take_out(turn, spots, message)
        return _done(turn, found, rest, kept=message)
    if found.again and _is_answer(turn, rest):
        return _done(turn, found, rest)
    return _say_where(turn, found, rest)


def _keeps_it(turn: TurnContext) -> bool:
    """Whether what was asked about, or has just gone, shall stay: “naw keep it”."""
    said = core_of(turn.event.text) in turn.content.listening.harm.cues.keep_it
    return turn.conversation.prompt in ("order", "taken_out") and said


def _may_be_bare(turn: TurnContext) -> bool:
    """Whether “drop” is enough, because it was asked what shall go."""
    return bool(turn.conversation.undecided) or turn.conversation.prompt in _ASKED


def _is_elsewhere(turn: TurnContext) -> bool:
    is_new = turn.at_welcome and not (turn.conversation.undecided or was_just_dropped(turn))
    return is_new or turn.conversation.prompt == "replace"


def _found(turn: TurnContext) -> TakeOut | None:
    def told() -> list[str]:
        known = (*in_answers(turn), *undecided(turn), *just_out(turn))
        return [each.text for each in known]

    text, names, prompt = turn.event.text, turn.dialogue.called, turn.conversation.prompt
    which = prompt in _ASKED or _was_not_done(turn)
    found = take_out_in(text, names, told, which=which)
    if found or prompt != "taken_out":
        return found
    found = take_out_in(text, names, told, which=True)
    is_all = found and count_words(found.rest_of(text)) <= BESIDE and wanted_in(text) is None
    return found if found and is_all and _is_out_already(turn, found) else None


def _is_out_already(turn: TurnContext, found: TakeOut) -> bool:
    """Whether no more is said than before: what is meant has just gone."""
    out = gone(turn)
    if turn.conversation.prompt not in _JUST_OUT or not out:
        return False
    spots = [spot for each in found.targets for spot in _named(each, out)]
    return bool(spots) or all(each.is_newest and not each.step for each in found.targets)


def _named(target: Target, spots: list[Spot]) -> list[Spot]:
    """Return the pieces that hold what a target names."""
    if target.quote:
        return [each for each in spots if target.quote in each.text.casefold()]
    return matching(target, spots) if target.about else []


def _was_not_done(turn: TurnContext) -> bool:
    """Whether the message before was such an order, and nothing has gone."""
    before = turn.conversation.messages[-1:]
    if turn.conversation.prompt in _JUST_OUT or not before:
        return False
    is_short = before[0].aside and not before[0].step and count_words(before[0].text) <= FEW
    if not is_short:
        return False
    text, names, known = before[0].text, turn.dialogue.called, told_text(turn)
    before_it = order_in(text, names, lambda: known) or take_out_in(text, names, lambda: [known])
    return before_it is not None


def _is_about_harm(turn: TurnContext, found: TakeOut) -> bool:
    """Whether what waits to be kept or dropped is meant: it is asked about, or is the newest."""
    waiting = undecided(turn)
    if not waiting:
        return False
    named = [each for each in found.targets if not each.is_newest]
    if named:
        return any(matching(target, [whole(each) for each in waiting]) for target in named)
    newest = last_message(turn)
    is_newer = newest is None or waiting[-1].number > newest.number
    return is_newer or turn.conversation.prompt == "harm" or found.drops


def _is_answer(turn: TurnContext, rest: str) -> bool:
    """Whether what stands beside an order tells something at the open question."""
    count, cues = count_words(rest), turn.content.listening.harm.cues
    is_of_it = says(rest, cues.protest + cues.misread) or OF_THE_TEXT.search(rest.casefold())
    if count < REST or turn.open_question is None or is_of_it:
        return False
    told = read_text(turn, rest)
    return is_evidence(told, count) and bool(told.act or told.parts & STORY)


def _done(turn: TurnContext, found: TakeOut, rest: str, kept: Message | None = None) -> bool:
    """End the turn of an order: what was told beside it is in the answer, and the order is not."""
    step = turn.open_question
    if step and _is_answer(turn, rest):
        turn.to_coach = found.spans
        add_to_answer(turn, step, turn.reading)
        return True
    if kept is None:
        turn.keep_aside(turn.event.text)
    if turn.masked:
        tell_masked(turn)
    turn.coaching = Coaching("delete", ASIDE)
    answer_second(turn, asked_apart(turn.event.text)[1] or rest)
    return True


def _spots(turn: TurnContext, found: TakeOut) -> list[Spot]:
    """The pieces that shall go, each once."""
    spots = list[Spot]()
    for target in found.targets:
        spots += [each for each in _meant(turn, target) if each not in spots]
    return spots


def _meant(turn: TurnContext, target: Target) -> list[Spot]:
    messages = [each for each in in_answers(turn) if target.step in ("", each.step)]
    if target.quote:
        mine = [each for each in messages if target.quote in each.text.casefold()]
        return [spot_of(each, target.quote) for each in mine]
    if target.edge:
        here = [each for each in messages if each.step == turn.attempt.step] or messages[-1:]
        found = [spot for each in here for spot in pieces(each)]
        return found[: target.count] if target.edge == "first" else found[-target.count :]
    if target.about:
        return matching(target, [spot for each in messages for spot in pieces(each)])
    newest = messages[-1] if target.step and messages else last_message(turn)
    return [whole(newest)] if newest else []


def _asks_which(turn: TurnContext, found: TakeOut) -> bool:
    """Whether it is asked which of several is meant: one word, or several that none has all of; and
    no harm in what was typed."""
    about = found.targets[0].about
    if len(found.targets) > 1 or not about or harm_in(turn):
        return False
    if len(about) > 1 and any(map(partial(_holds_all, about), _spots(turn, found))):
        return False
    known = order_in(turn.event.text, turn.dialogue.called, lambda: told_text(turn), which=True)
    return known is not None and known.act == "out"


def _holds_all(about: tuple[str, ...], spot: Spot) -> bool:
    return all(any_of([spot.text], [each]) for each in about)


def _is_said_again(turn: TurnContext, found: TakeOut, rest: str) -> bool:
    """“the LAST BIT like i said”, where it has just gone: no other bit goes for that."""
    if not all(each.is_newest and not each.step for each in found.targets):
        return False
    is_done = (found.again or found.targets[0].many) and turn.conversation.prompt not in _ASKED
    return is_done or _is_out_already(turn, found) or bool(_reason_is_out(turn, rest))


def _reason_is_out(turn: TurnContext, rest: str) -> list[Spot]:
    """“take that out, my man's hip is nobody's business”: what was kept out, and that is about."""
    newest, about = last_message(turn), about_of(rest)
    known = [each for each in kept_pieces(turn) if newest and each.message.number > newest.number]
    places = any_of([each.text for each in known], about) if about else []
    is_about = newest is not None and bool(any_of([newest.text], about))
    return [] if is_about else [known[place] for place in places]


def _say_where(turn: TurnContext, found: TakeOut, rest: str) -> bool:
    """Say of what stands in no answer that it does; leave all else to those who come after."""
    went = gone(turn)
    out = [*kept_pieces(turn), *set_aside(turn), *went]
    spots = [spot for each in found.targets for spot in _named(each, out)]
    if _is_said_again(turn, found, rest):
        spots = _reason_is_out(turn, rest) or went
    is_newest = all(each.is_newest for each in found.targets)
    if not (spots or is_newest or harm_in(turn)):
        return False
    turn.keep_aside(turn.event.text)
    turn.coaching = Coaching("delete", ASIDE)
    words = turn.content.words.coach
    if turn.conversation.prompt not in _JUST_OUT:
        turn.left()
    if spots:
        turn.say(words.last_is_out, phrase=gist(spots[-1].text))
    elif is_newest:
        turn.say(turn.content.words.answer.nothing_to_take_back)
    else:
        turn.say(words.order_not_found)
    turn.show_again()
    return True
