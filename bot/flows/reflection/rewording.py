"""“Thirteen, not twelve”: a word of theirs stands for another, once they have seen how that reads.

The coach writes nothing: what comes in is typed by the learner, in the very message that asks for
it. It is shown, asked about once, and one press does it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from bot.analysis.cutting import cut_phrase
from bot.analysis.reading.own_text.other_words import OtherWords, counts, kind_of, other_words
from bot.analysis.reading.own_text.slips import may_put_right, slip_in
from bot.analysis.reading.words import words_of
from bot.analysis.told_names import name_key
from bot.domain.coaching import ASIDE, Coaching
from bot.domain.fingerprints import of_name
from bot.domain.offers import Button
from bot.engine.context import TurnContext
from bot.engine.flows import Action, Prompt
from bot.engine.wording import Typed, join
from bot.flows import LOOK_UPS
from bot.flows.coaching.kept import Spot, in_answers, newest_told, sentence_at, visible
from bot.flows.coaching.known_questions import meant_by
from bot.flows.reflection.names_out import standing_for
from bot.flows.safety.cuts import put_text
from bot.flows.safety.harm_heard import harm_in
from bot.flows.safety.names import names_in

Change = tuple[Spot, str]
"""Words as they stand, and what shall stand for them: "" where they only go."""

MOST_SHOWN = 30
"""Words of the longest sentence that is shown whole."""

AROUND = 60
"""Letters that are shown before and behind the words, of a longer one."""


def take_words(turn: TurnContext) -> bool:
    """Take what says that some words shall stand for others that stand in an answer: it is shown
    how that reads, and asked."""
    prompt = turn.open_prompt
    if turn.at_welcome or turn.event.passed_on or turn.conversation.prompt == "replace":
        return False
    if prompt and (prompt.takes_words or prompt.is_private(turn)):
        return False
    found = _found(turn, turn.event.text)
    harm = harm_in(turn) if found else None
    if not found or meant_by(turn, turn.event.text) or (harm is not None and not harm.doubtful):
        return False
    message = turn.keep_aside(turn.event.text)
    turn.coaching = Coaching("correction", ASIDE)
    turn.left()
    _show(turn, found)
    turn.ask("reword", message)
    return True


def _found(turn: TurnContext, text: str) -> list[Change]:
    """Return the words that others shall stand for, each with these; none where it is not so
    said."""
    corrected = list[tuple[float, list[Change]]]()
    for each in other_words(text):
        spots = [*_standing(turn, each.old)] if each.old else [*_of_a_kind(turn, each.new)]
        if not each.is_order:
            share, spots = _corrected(turn, each, spots)
            corrected += [(share, [(spot, each.new) for spot in spots])] if spots else []
        elif not spots and set(_NAMED.findall(each.old.casefold())):
            about = re.split(r",? (?:and|an|n|&) ", each.old.casefold())
            names, places = standing_for(turn, about, each.old)
            return [*((name, each.new) for name in names), *((place, "") for place in places)]
        elif spots and each.new.casefold() != each.old.casefold():
            return [(spot, each.new) for spot in dict.fromkeys(_whole_name(turn, e) for e in spots)]
    return max(corrected, key=itemgetter(0), default=(0.0, []))[1] or [*_slipped(turn, text)]


def _slipped(turn: TurnContext, text: str) -> Iterator[Change]:
    """Yield what a few words put right in the line just before: “naw it was 4 minutes”; where they
    name two words of an older line of that answer, in that."""
    newest = newest_told(turn) if may_put_right(text) else None
    is_near = newest and newest.number > len(turn.conversation.messages) - LATELY
    if not (newest and is_near) or newest.aside:
        return
    for message in reversed(turn.answer(newest.step)):
        slip = slip_in(text, message.text)
        is_plain = slip and (message == newest or " " in message.text[slip.start : slip.end])
        if slip and is_plain and visible(spot := Spot(message, slip.start, slip.end)):
            yield spot, slip.new
            return


LATELY = 8
"""How many messages before may be the line that a few words put right."""


_NAMED = re.compile(r"\b(?:names?|surnames?|address)\b")
"""Words of theirs may be told by what they are: “the name and address”."""


def _standing(turn: TurnContext, words: str) -> Iterator[Spot]:
    """Yield where words stand in the answers, in any case."""
    parts = [re.escape(each).replace(r"\.", r"\.?") for each in words.split()]
    pattern = re.compile(r"(?<!\w)" + r"\.?\s+".join(parts) + r"(?!\w)", re.IGNORECASE)
    for message in in_answers(turn):
        for found in pattern.finditer(message.text):
            if visible(spot := Spot(message, *found.span())):
                yield spot


def _whole_name(turn: TurnContext, spot: Spot) -> Spot:
    """Return the whole name that words are a part of: “Hendry” stands as “Mr Hendry”."""
    for each in names_in(turn, spot.message.text):
        if each.start <= spot.start and spot.end <= each.end:
            return Spot(spot.message, each.start, each.end)
    return spot


def _of_a_kind(turn: TurnContext, new: str) -> Iterator[Spot]:
    """Yield where another of the same kind stands before the same word: “thirty minutes”."""
    first, then = new.casefold().split()[0], new.casefold().split()[-1]
    for message in in_answers(turn):
        for one, after in pairwise(words_of(message.text)):
            is_kind = kind_of(one.plain) == kind_of(first) and one.plain != first
            spot = Spot(message, one.start, after.end)
            if is_kind and after.plain == then and visible(spot):
                yield spot


def _corrected(
    turn: TurnContext, said: OtherWords, spots: Sequence[Spot]
) -> tuple[float, list[Spot]]:
    """Return the place that a correction is about, and how much of what is said beside it stands
    there: where most does, and of several the newest. “It was her choice, not mine” is told, and
    corrects nothing."""
    if not (said.is_mistake or counts(said.old)) or said.new.casefold() == said.old.casefold():
        return 0.0, []
    beside = [(_share(said, each), each) for each in spots]
    most = max((share for share, _ in beside), default=0.0)
    if said.beside and not (most or said.is_mistake):
        return 0.0, []
    here = [each for share, each in beside if share == most]
    at_step = [each for each in here if each.message.step == turn.attempt.step]
    return most, (at_step or here)[-1:]


def _share(said: OtherWords, spot: Spot) -> float:
    """Return how much of what is said beside stands in the sentence, where the new word does not
    stand there already."""
    told = {each.plain[:STEM] for each in words_of(sentence_at(spot).text)}
    is_there = {each.plain[:STEM] for each in words_of(said.new)} <= told
    found = sum(each[:STEM] in told for each in said.beside)
    return (found / len(said.beside) if said.beside else 1.0) - is_there / 2


STEM = 5
"""Letters at the beginning that make two words one: *sleep* and *sleeping*."""


def _as_stands(spot: Spot, new: str) -> str:
    """Return the new words with a great or small first letter as the old ones have it, where it
    tells no more than where a sentence begins."""
    old, begins = spot.text, sentence_at(spot).start == spot.start
    if begins and old[:1].isupper():
        return new[:1].upper() + new[1:]
    counted = kind_of(new.split(maxsplit=1)[0]) in ("number", "time", "season")
    return new[:1].lower() + new[1:] if counted and old[:1].islower() else new


def _reads(text: str, changes: Sequence[Change]) -> str:
    """Return a text with the new words in the place of the old ones."""
    made, after = list[str](), 0
    for spot, new in sorted(changes, key=lambda each: each[0].start):
        begin, end = (spot.start, spot.end) if new else cut_phrase(text, spot.start, spot.end)
        made += [text[after:begin], _as_stands(spot, new) if new else ""]
        after = end
    return "".join([*made, text[after:]])


def _lines(changes: Sequence[Change]) -> Iterator[Typed]:
    """Yield each sentence as it would read, or the words around the new ones."""
    for sentence in dict.fromkeys(sentence_at(spot) for spot, _ in changes):
        changed = [each for each in changes if sentence_at(each[0]) == sentence]
        text, mine = sentence.message.text, sorted((s for s, _ in changed), key=lambda s: s.start)
        start, end = sentence.start, sentence.end
        if len(sentence.text.split()) > MOST_SHOWN:
            start = text.rfind(" ", start, max(mine[0].start - AROUND, start)) + 1 or start
            stop = text.find(" ", min(mine[-1].end + AROUND, end), end)
            end = stop if stop > 0 else end
        ends = ["… " * (start > sentence.start), " …" * (end < sentence.end)]
        now = _reads(text[:end], changed)[start:]
        yield Typed(ends[0] + " ".join(now.split()) + ends[1])


def _show(turn: TurnContext, changes: Sequence[Change]) -> None:
    turn.say(turn.content.words.coach.reword, text=join("”, “", [*_lines(changes)][:MOST_LINES]))


MOST_LINES = 3
"""The most sentences that are shown."""


def _asked(turn: TurnContext) -> list[Change]:
    """Return what it was asked about."""
    message = turn.in_question()
    return _found(turn, message.text) if message else []


def reword(turn: TurnContext, _: str = "") -> None:
    """*Yes, change it*: the new words stand where the old ones stood."""
    found = _asked(turn)
    turn.answered()
    if not found:
        turn.show_again()
        return
    said = [*_lines(found)][:MOST_LINES]
    for number in dict.fromkeys(spot.message.number for spot, _ in found):
        message = turn.conversation.messages[number - 1]
        changes = [each for each in found if each[0].message.number == number]
        names = (*message.names, *_names_told(turn, changes))
        text = _reads(message.text, changes)
        put_text(turn, message, text, edited_at=turn.now, names=names)
    turn.say(turn.content.words.coach.reworded, text=join("”, “", said))
    turn.show_again()


def _names_told(turn: TurnContext, changes: Sequence[Change]) -> Iterator[tuple[str, str]]:
    """Yield the names that other words stand for now: so they do wherever these come again."""
    for spot, new in changes:
        if any(each.start == spot.start for each in names_in(turn, spot.message.text)):
            yield of_name(name_key(spot.text), turn.conversation.id), new


def leave_words(turn: TurnContext, _: str = "") -> None:
    """*No, keep it*: all stays as it was typed."""
    turn.answered()
    turn.say(turn.content.words.coach.name_stays)
    turn.show_again()


ACTIONS: dict[str, Action] = {"reword": reword, "leave_words": leave_words}
"""What its buttons do."""


class RewordPrompt(Prompt):
    """*Shall I change it?* The words stay until it is said."""

    name = "reword"
    survives = LOOK_UPS
    about_message = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Change it, or not."""
        buttons = turn.content.words.buttons
        yield Button(buttons.reword, "reword", side=True)
        yield Button(buttons.forget_no, "leave_words", side=True)
        yield Button(buttons.order_stay, "leave_words", side=True, shown=False)

    def show(self, turn: TurnContext) -> None:
        """Show again how it would read."""
        if found := _asked(turn):
            _show(turn, found)

    def still_holds(self, turn: TurnContext) -> bool:
        """Whether the old words still stand in an answer."""
        return bool(_asked(turn))
