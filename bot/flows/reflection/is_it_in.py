"""“is that going in my badge?? the bruises bit”: whether words are in an answer, and in which.

This comes before harm is looked for: who asks about a line with bruises in it tells of none.
"""

from __future__ import annotations

from bot.analysis.reading.by_words import any_of
from bot.analysis.reading.orders import asked_about
from bot.analysis.reading.put_in_orders import named_in
from bot.analysis.reading.words import words_of
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.wording import gist, join
from bot.flows.coaching.kept import Spot, in_answers, kept_pieces, pieces
from bot.flows.reflection.orders import spots_of
from bot.flows.reflection.putting_in import beginning
from bot.flows.safety.identifiers import tell_masked

MOST = 24
"""Words of the longest message that asks so."""


def take_words(turn: TurnContext) -> bool:
    """Take a question whether words are in an answer: where they are is quoted, and one press
    leaves them out."""
    text, cues = turn.event.text, turn.content.listening.kinds.cues
    if turn.at_welcome or "?" not in text or count_words(text) > MOST:
        return False
    order = asked_about(text)
    if not (order or cues.is_it_in in turn.says):
        return False
    about = named_in(text, [each.plain for cue in cues.is_it_in for each in words_of(cue)])
    mine = spots_of(turn, order) if order else _named(about, _told(turn))
    kept = _named(about, kept_pieces(turn))
    message = turn.keep_aside(text)
    turn.left()
    if turn.masked:
        tell_masked(turn)
    turn.coaching = Coaching("question", ASIDE)
    _say(turn, [*mine] if mine or kept else _told(turn)[-1:], kept)
    if mine and order:
        turn.ask("order", message)
    else:
        turn.show_again()
    return True


def _told(turn: TurnContext) -> list[Spot]:
    return [spot for each in in_answers(turn) for spot in pieces(each)]


def _named(about: list[str], spots: list[Spot]) -> list[Spot]:
    return [spots[place] for place in any_of([each.text for each in spots], about)[-1:]]


def _say(turn: TurnContext, mine: list[Spot], kept: list[Spot]) -> None:
    words = turn.content.words.coach
    step = turn.dialogue.by_id.get(mine[0].message.step) if mine else None
    if step:
        phrase = join("”, “", [gist(each.text) for each in mine])
        turn.say(words.is_in, label=step.label, phrase=phrase)
    elif kept:
        turn.say(words.is_in_none, phrase=beginning(kept[0].text))
    else:
        turn.say(words.none_in)
