"""What stands beside what a message is for: “im shattered, how many words left”, “moved the tea. my
gran passed in march”. It gets its word first, and the rest is heard as if it had come alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from bot.analysis.reading.low_worth import low_worth
from bot.analysis.reading.own_text.orders import is_order
from bot.analysis.reading.said_of_it import begins_as_question
from bot.analysis.reading.spoken_pieces import asks
from bot.analysis.reading.units import units
from bot.analysis.reading.words import blanked
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.engine.cues import says
from bot.flows.coaching.confided import confides
from bot.flows.coaching.how_they_are import WEIGHT, by_list, how_they_are, may_say_how_they_are
from bot.flows.coaching.known_questions import meant_by
from bot.flows.coaching.policy import is_evidence
from bot.flows.coaching.reading import read_text
from bot.flows.coaching.replies import chooser
from bot.flows.coaching.spoken import pieces_of

AROUND = " \n\t,;:–—-"
"""What may stand around a rest."""

Spans = Mapping[tuple[int, int], str]

MOST = 60
"""Words of the longest message that is looked at in pieces."""

LEAST = 2
"""Words of the shortest piece, and of the shortest question beside it."""

ANSWER = 5
"""Words of the shortest answer beside it."""

NEWS = 14
"""Words of the longest news of their own that are left out of an answer."""

ASKING = frozenset(("question", "request", "not_understood", "stop", "delete"))
"""Kinds of a rest that is answered or done."""

OUT = SAD = frozenset(("own_news",))
"""What is in no answer that it stands beside, and before which only a question is answered."""

OWN_WAY = frozenset(("low", "tired"))
"""What is met in a way of its own where nothing that is known is asked beside it."""

FELT = frozenset(("hurt", "tired", "pleased"))
"""What stays in the answer that it stands beside, and gets a word."""


def take_words(turn: TurnContext) -> bool:
    """Say a word to what stands beside a question, a request or an answer, and leave the rest to be
    taken by who comes next."""
    text = turn.event.text
    prompt = turn.open_prompt
    is_quiet = turn.conversation.undecided or turn.conversation.distressed
    if turn.at_welcome or is_quiet or turn.event.passed_on or (prompt and prompt.takes_words):
        return False
    if count_words(text) > MOST or turn.harm.level != "none" or not may_say_how_they_are(turn):
        return False
    heard = _heard(turn, text)
    if not heard:
        return False
    rest = blanked(text, list(heard)).strip(AROUND)
    if _tells(turn, rest):
        heard = {span: what for span, what in heard.items() if _is_apart(turn, text, span, what)}
        _say_first(turn, heard, [span for span, what in heard.items() if what in OUT], shown=True)
    elif _asks(turn, text, rest, set(heard.values())):
        _say_first(turn, heard, list(heard), shown=False)
    return False


def _is_apart(turn: TurnContext, text: str, span: tuple[int, int], what: str) -> bool:
    """Whether something gets a word beside an answer: of news of their own a few words in which
    nobody does anything, “my gran passed in march”."""
    piece = text[slice(*span)]
    is_news = count_words(piece) <= NEWS and not read_text(turn, piece).act
    return what in FELT or (what in OUT and is_news)


def _say_first(
    turn: TurnContext, heard: Spans, apart: Sequence[tuple[int, int]], *, shown: bool
) -> None:
    """Say a word to the heaviest of what was heard, and set apart what is in no answer."""
    lists: Mapping[str, Sequence[str]] = dict(turn.content.listening.kinds.beside)
    what = min(heard.values(), key=WEIGHT.index, default="")
    line = chooser(turn).pick(lists[what]) if what else None
    if line and apart:
        turn.set_apart(*apart, shown=shown)
    if line:
        turn.tell(line)


def _heard(turn: TurnContext, text: str) -> dict[tuple[int, int], str]:
    """Return where somebody says how they are, or what they think of the coach, and which it is."""
    return {
        span: what for span in pieces_of(turn, text) for span, what in _in_piece(turn, text, *span)
    }


def _in_piece(
    turn: TurnContext, text: str, start: int, end: int
) -> Iterator[tuple[tuple[int, int], str]]:
    piece = text[start:end]
    if count_words(piece) < LEAST:
        return
    is_asked = asks(piece) or bool(meant_by(turn, piece)) or confides(turn, piece)
    what = "" if is_asked else how_they_are(turn, piece.strip())
    if what:
        yield (start, end), what
        return
    for begin, stop in units(piece):
        what = by_list(turn, piece[begin:stop])
        if what and not meant_by(turn, piece[begin:stop]):
            yield (start + begin, start + stop), what


def _tells(turn: TurnContext, rest: str) -> bool:
    """Whether what is left is an answer."""
    words, reading = count_words(rest), read_text(turn, rest)
    return words >= ANSWER and is_evidence(reading, words) and bool(reading.act or reading.parts)


def _asks(turn: TurnContext, text: str, rest: str, heard: AbstractSet[str]) -> bool:
    """Whether what is left asks the coach something, or for something, and no more is asked by all
    of it together: “im only a driver, does that count?”."""
    if count_words(rest) < LEAST:
        return False
    known, kind = meant_by(turn, rest), read_text(turn, rest).kind
    is_back = kind == "back" or turn.reading.kind == "back"
    is_question = is_back or "?" in rest or asks(rest) or begins_as_question(rest)
    if not set(meant_by(turn, text)) <= set(known) or (heard & SAD and not is_question):
        return False
    if (heard & OWN_WAY and not known) or low_worth(text) == "text":
        return False
    is_asked = is_back or (kind in ASKING and (kind != "question" or is_question))
    declines = says(rest, turn.content.listening.kinds.cues.declines)
    return is_asked or declines or bool(known) or is_order(rest)
