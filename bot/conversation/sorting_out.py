"""Taking things in the order they come: all in one message, the wrong question, pasted lines.

The stored text stays as it was sent. A message that is split keeps its words and is put aside; each
part is a message of its own that names where it came from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.coaching.richness import either
from bot.coaching.words import count_words
from bot.content.schema import WordsStep
from bot.conversation.places import show_place, show_place_again
from bot.conversation.talk import Talk
from bot.conversation.wording import Typed, counted, gist, join
from bot.model import NOWHERE, Message

if TYPE_CHECKING:
    from bot.coaching.sections import Part

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=\S)|\n+(?=\S)")
_PARAGRAPH = re.compile(r"\S[^\n]*")
MOST_PIECES = 9
"""The most that one message lists to choose from."""
LONG = 20
"""Words from which on a message is looked at for parts and for lines of a form."""


def parts_of(talk: Talk, message: Message) -> tuple[Part, ...]:
    """The parts that the learner labelled themselves, by step."""
    if count_words(message.text) < LONG:
        return ()
    from bot.coaching.sections import split_sections

    labels = dict[str, Sequence[str]]()
    for step in talk.dialogue.steps:
        if isinstance(step, WordsStep):
            labels[step.id] = (step.label, step.id, step.heading)
    return split_sections(message.text, labels)


def ask_split(talk: Talk, message: Message) -> bool:
    """Show the parts of a message and ask whether to split it; gives whether there are any."""
    parts = parts_of(talk, message)
    if not parts:
        return False
    words, lines = talk.content.words, list[str]()
    for part in parts:
        step = talk.dialogue.step(part.step)
        text = message.text[part.start : part.end]
        count = counted(words, words.review.words, count_words(text))
        label = step.label if step else part.step
        lines.append(talk.fill(words.coach.part, label=label, count=count, text=gist(text)))
    talk.say(words.coach.split, parts=join("\n", lines))
    talk.ask_about("split", message)
    return True


def split(talk: Talk, _: str = "") -> None:
    """*Yes, split it like that*: each part in its own answer. Nothing is typed again."""
    talk.conversation.asking = None
    message = talk.in_question()
    if message:
        talk.change(message, aside=True)
        for place, part in enumerate(parts_of(talk, message)):
            _part(talk, message, place + 1, part.step, message.text[part.start : part.end])
        talk.say(talk.content.words.coach.split_done)
    if message and message.step == NOWHERE:
        show_place(talk)  # at the start: the question was not shown yet
    else:
        show_place_again(talk)


def not_split(talk: Talk, _: str = "") -> None:
    """*No, keep it in one piece*. Which answer it is for is asked where that is not known."""
    talk.conversation.asking = None
    talk.say(talk.content.words.coach.not_split)
    message = talk.in_question()
    if message and message.step == NOWHERE:
        ask_where(talk, message)
    else:
        show_place_again(talk)


def situations_in(talk: Talk, message: Message) -> tuple[tuple[int, int], ...]:
    """The spans of several situations in one message, none when it tells of one.

    Each but the first begins with a sentence such as "Another time …": an author's list.
    """
    again = either(talk.content.knowledge.coaching.another)
    begins = [found.end() for found in _SENTENCE.finditer(message.text)]
    starts = [begin for begin in begins if again.match(message.text, begin)]
    if not starts or count_words(message.text) < LONG:
        return ()
    return tuple(pairwise([0, *starts, len(message.text)]))


def ask_situation(talk: Talk, message: Message) -> bool:
    """Which of several situations will it be? Gives whether there are several."""
    step = talk.step
    if not isinstance(step, WordsStep) or step.criterion or talk.dialogue.badge is None:
        return False
    spans = situations_in(talk, message)
    if not spans:
        return False
    words, lines = talk.content.words.coach, list[str]()
    for number, (start, end) in enumerate(spans, 1):
        lines.append(talk.fill(words.situation, number=number, text=gist(message.text[start:end])))
    talk.say(words.situations, situations=join("\n", lines))
    talk.ask_about("situations", message)
    return True


def use_situation(talk: Talk, number: str) -> None:
    """*Use number 1*: that one is the answer. The rest waits at the review as spare words."""
    talk.conversation.asking = None
    message = talk.in_question()
    spans = situations_in(talk, message) if message else ()
    if message and number.isdecimal() and 0 < int(number) <= len(spans):
        step_id = message.step
        talk.change(message, aside=True)
        for place, (start, end) in enumerate(spans, 1):
            made = talk.keep(
                message.text[start:end].strip(), step_id if place == int(number) else ""
            )
            source = f"{message.source} part {place}"
            talk.change(made, source=source, at=message.at, origin=message.number, joint=None)
        talk.say(talk.content.words.coach.one_situation)
    else:
        talk.say(talk.content.words.coach.kept)
    show_place_again(talk)


def ask_about_lines(talk: Talk, message: Message) -> bool:
    """Point out what a form left in a pasted text; gives whether there is any."""
    if count_words(message.text) < LONG:
        return False
    from bot.coaching.leftovers import clean, find_leftovers

    found = find_leftovers(message.text)
    if not found:
        return False
    lines = [Typed(clean(message.text[each.start : each.end]).strip()) for each in found]
    talk.say(talk.content.words.coach.lines, lines=join("\n", lines))
    talk.ask_about("lines", message)
    return True


def lines_out(talk: Talk, _: str = "") -> None:
    """*Leave those lines out*: of the statement, and never of what is stored."""
    talk.conversation.asking = None
    if message := talk.in_question():
        talk.change(message, cuts=_cuts(message.text))
    talk.say(talk.content.words.coach.lines_out)
    show_place_again(talk)


def _cuts(text: str) -> tuple[tuple[int, int], ...]:
    from bot.coaching.leftovers import find_leftovers

    return tuple((each.start, each.end) for each in find_leftovers(text))


def put_text(talk: Talk, message: Message, text: str, **changes: object) -> None:
    """Put a new text into a message. Where lines of a form were left out they are found again.

    Cuts are places in the text that they were made for: in another one they would be other words.
    """
    talk.change(message, text=text, cuts=_cuts(text) if message.cuts else (), **changes)


def lines_keep(talk: Talk, _: str = "") -> None:
    """*Keep all of it*."""
    talk.conversation.asking = None
    talk.say(talk.content.words.coach.kept)
    show_place_again(talk)


Piece = tuple[Message, int, int]
"""A message, and from where to where a piece of it goes."""


def pieces_of(message: Message) -> list[Piece]:
    """The paragraphs of a message. One that lines were left out of stays whole."""
    spans = [found.span() for found in _PARAGRAPH.finditer(message.text)]
    if len(spans) < 2 or message.cuts:
        spans = [(0, len(message.text))]
    return [(message, start, end) for start, end in spans]


def pieces_here(talk: Talk) -> list[Piece]:
    """What can be moved out of the open answer: the newest of its paragraphs, in their order."""
    mine = talk.answer(talk.attempt.step)
    return [piece for message in mine for piece in pieces_of(message)][-MOST_PIECES:]


def move_message(talk: Talk, _: str = "") -> None:
    """*Move this to…*: a message of this answer, or one paragraph of it."""
    pieces = pieces_here(talk)
    if not pieces:
        show_place_again(talk)
        return
    if len(pieces) == 1:
        ask_where(talk, pieces[0][0])
        return
    words, lines = talk.content.words.coach, list[str]()
    for number, (message, start, end) in enumerate(pieces, 1):
        text = gist(message.text[start:end])
        lines.append(talk.fill(words.situation, number=number, text=text))
    talk.say(words.pieces, pieces=join("\n", lines))
    talk.ask_about("pieces", pieces[-1][0])


def move_piece(talk: Talk, number: str) -> None:
    """*Move number 2*: that piece leaves the answer. 0 is all of the last message."""
    pieces = pieces_here(talk)
    talk.conversation.asking = None
    if not pieces:
        show_place_again(talk)
        return
    known = number.isdecimal() and 0 < int(number) <= len(pieces)
    chosen = pieces[int(number) - 1] if known else None
    message = chosen[0] if chosen else pieces[-1][0]
    siblings = pieces_of(message)
    if chosen is None or len(siblings) == 1:
        ask_where(talk, message)
        return
    talk.change(message, aside=True)
    made = [
        _part(talk, message, place, message.step, message.text[start:end])
        for place, (_, start, end) in enumerate(siblings, 1)
    ]
    ask_where(talk, made[siblings.index(chosen)])


def _part(talk: Talk, message: Message, place: int, step_id: str, text: str) -> Message:
    """A part of a message, as a message of its own that names where it came from."""
    made = talk.keep(text.strip(), step_id)
    source = f"{message.source} part {place}"
    talk.change(made, source=source, at=message.at, origin=message.number, joint=None)
    return talk.conversation.messages[made.number - 1]


def ask_where(talk: Talk, message: Message) -> None:
    """Which answer is it for? Until that is said the message stays where it is."""
    talk.say(talk.content.words.answer.where_left)
    talk.show(message.text)
    talk.ask_about("place", message)
