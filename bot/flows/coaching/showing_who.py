"""Phrases that may show who somebody is: looked at once, at the review, phrase by phrase.

The phrase is shown in the learner's own words. They keep it, leave it out or write it again; what
was kept is never asked about again, and what was left out stays in the message as it was sent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.analysis.cutting import cut_phrase
from bot.analysis.names import find_names
from bot.analysis.same_person import is_one_person
from bot.analysis.shows_who import Shown
from bot.content.models.dialogue import REVIEW
from bot.domain.messages import Message
from bot.domain.offers import Button
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext, plain_buttons
from bot.engine.flows import Action, Prompt
from bot.engine.wording import counted, join
from bot.engine.wordings import Chooser, quotable
from bot.flows import LOOK_UPS
from bot.flows.coaching.listening import SURELY
from bot.flows.coaching.replies import chooser
from bot.flows.coaching.said_to_coach import said_to_coach
from bot.flows.coaching.told import keep_parts
from bot.flows.safety.cuts import put_text, with_cuts
from bot.flows.safety.harm_standing import mark_of, standing_in
from bot.flows.safety.identifiers import ask_if_good
from bot.flows.safety.names import ask_name

Phrase = tuple[Message, Shown]

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")

MOST = 3
"""The surest phrases of a statement are asked about, and no others: a reader skims a long list."""


def ask_phrase(turn: TurnContext, lines: Chooser) -> bool:
    """Show the surest phrase that is not decided, and ask what shall become of it.

    False where there is none, or where words of harm are to be decided first.
    """
    found = [] if turn.conversation.undecided else _undecided(turn)
    if not found:
        return False
    message, shown = found[0]
    _show(turn, message, shown, lines)
    turn.ask("shows_who", message)
    return True


def say_no_names(turn: TurnContext, lines: Chooser) -> None:
    """Say once that no name was seen, where that is so: the last look is the learner's own."""
    messages = [each for section in turn.statement.sections for each in section.messages]
    if any(not each.to_coach for _, each in _phrases(turn)):
        return
    named = any(find_names(each.shown, turn.knowledge.name_words) for each in messages)
    if not named and (line := lines.pick(turn.content.listening.review.no_names)):
        turn.tell(line)


def _show(turn: TurnContext, message: Message, shown: Shown, lines: Chooser) -> None:
    phrase = message.text[shown.start : shown.end]
    private = turn.content.listening.kinds.private
    needs: tuple[Sequence[str], ...] = turn.content.listening.review.public, private.review
    if shown.confided:
        needs = private.in_confidence, private.review
    if shown.harm:
        needs = (private.of_harm,)
    if shown.to_coach:
        needs = (turn.content.listening.review.to_coach,)
    turn.tell(lines.must_pick(*needs, phrase=quotable(phrase)) or quotable(phrase))


def _phrases(turn: TurnContext) -> list[tuple[Message, Shown]]:
    """The surest phrases of the statement as it stands, decided or not."""
    return sorted(_all_phrases(turn), key=lambda each: -each[1].sure)[:MOST]


def _of_one_person(turn: TurnContext, message: Message, shown: Shown) -> list[Phrase]:
    """Return a phrase, and the others of the statement that tell of the same person."""
    found, rest = [(message, shown)], _all_phrases(turn)
    for one in found:  # it grows: who is known by one of its phrases is known by the next
        same = [each for each in rest if _is_one_person(one, each)]
        rest = [each for each in rest if each not in same]
        found += same
    return found


def _is_one_person(one: Phrase, other: Phrase) -> bool:
    (first, shown), (second, said) = sorted(
        (one, other), key=lambda each: (each[0].number, each[1].start)
    )
    between = first.text[shown.end : said.start] if first.number == second.number else None
    phrases = first.text[shown.start : shown.end], second.text[said.start : said.end]
    return is_one_person(*phrases, between)


def _all_phrases(turn: TurnContext) -> list[tuple[Message, Shown]]:
    return [
        (message, shown)
        for section in turn.statement.sections
        for message in section.messages
        for shown in (
            *turn.knowledge.shows_who.find(message.text),
            *_of_harm(turn, message),
            *said_to_coach(turn, message),
        )
        if not any(start < shown.end and shown.start < end for start, end in message.cuts)
    ]


def _of_harm(turn: TurnContext, message: Message) -> Sequence[Shown]:
    found = standing_in(turn, message)
    return (found,) if found else ()


def _undecided(turn: TurnContext) -> list[tuple[Message, Shown]]:
    kept = turn.attempt.kept_phrases
    return [each for each in _phrases(turn) if mark_of(turn, *each) not in kept]


def _in_question(turn: TurnContext) -> tuple[Message, Shown] | None:
    """The message that was asked about, and its surest phrase that is not decided."""
    asked = turn.in_question()
    mine = (each for each in _undecided(turn) if asked and each[0].number == asked.number)
    return next(mine, None)


def keep_phrase(turn: TurnContext, _: str = "") -> None:
    """*Keep*: the phrase stays, and its person is asked about in no other words."""
    found = _in_question(turn)
    turn.answered()
    if found:
        marks = (mark_of(turn, *each) for each in _of_one_person(turn, *found))
        turn.attempt.kept_phrases += dict.fromkeys(marks)
        turn.say(turn.content.words.coach.name_stays)
    _ask_on(turn)


def cut_out(turn: TurnContext, _: str = "") -> None:
    """*Leave out*: the phrase is in no statement. The message is kept as it was sent."""
    found = _in_question(turn)
    turn.answered()
    if found:
        _leave_out(turn, *found)
        message, shown = found
        phrase = quotable(message.text[shown.start : shown.end])
        turn.say(turn.content.words.coach.phrase_out, phrase=phrase)
        if now := _sentence_now(turn, message, shown):
            turn.say(turn.content.words.coach.reads_now, text=now)
    _ask_on(turn)


def _sentence_now(turn: TurnContext, message: Message, shown: Shown) -> str:
    """Return the sentence that a phrase was taken out of as it reads now, "" for no words."""
    left = turn.conversation.messages[message.number - 1]
    sentences = [each.span() for each in _SENTENCE.finditer(message.text)]
    inside = next((each for each in sentences if each[0] <= shown.start < each[1]), (0, 0))
    kept, after = "", inside[0]
    for start, end in left.cuts:
        if inside[0] <= start < inside[1]:
            kept, after = kept + message.text[after:start], min(end, inside[1])
    text = " ".join((kept + message.text[after : inside[1]]).split())
    return quotable(text) if count_words(text) and not left.aside else ""


def _leave_out(turn: TurnContext, message: Message, shown: Shown) -> None:
    cut = cut_phrase(message.text, shown.start, shown.end)
    turn.change(message, cuts=with_cuts([*message.cuts, cut]))
    left = turn.conversation.messages[message.number - 1]
    if not count_words(left.shown):
        turn.change(message, aside=True)  # it was all there was in it


def _put_in_place(turn: TurnContext, message: Message, shown: Shown) -> Message:
    """Put what was typed where a phrase stood, as an edit would; return the message as it is now.

    A full stop that would stand before another mark, or inside a sentence, goes.
    """
    before, after = message.text[: shown.start], message.text[shown.end :]
    new = turn.event.text.strip()
    if after.strip() and after.lstrip(" ")[0] != "\n":
        new = new.removesuffix(".")
    names = (*message.names, *turn.replaced_names)
    put_text(turn, message, before + new + after, names=names, edited_at=turn.now)
    keep_parts(turn, message, {*(message.parts or ()), *turn.reading.parts})
    return turn.conversation.messages[message.number - 1]


def write_again(turn: TurnContext, _: str = "") -> None:
    """*Write it again*: the phrase stays until the new words are here."""
    found = _in_question(turn)
    turn.answered()
    if found is None:
        turn.show_again()
        return
    turn.say(turn.content.words.coach.write_again)
    turn.ask("write_again", found[0])


def _ask_on(turn: TurnContext) -> None:
    """Ask about the next phrase; after the last one, say that all of them were looked at."""
    lines = chooser(turn)
    if ask_phrase(turn, lines):
        return
    if line := lines.pick(turn.content.listening.review.public_done):
        turn.tell(line)
    turn.show_again()


class ShowsWhoPrompt(Prompt):
    """*This may show who somebody is*: asked, and nothing waits for it."""

    name = "shows_who"
    is_offer = True
    survives = LOOK_UPS
    about_message = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Keep it, leave it out, write it again."""
        yield from plain_buttons(turn, "keep_phrase", "cut_out", "write_again", side=True)
        yield Button(turn.content.words.buttons.leave_out, "cut_out", side=True, shown=False)

    def show(self, turn: TurnContext) -> None:
        """Show the phrase again."""
        if found := _in_question(turn):
            _show(turn, *found, chooser(turn))

    def still_holds(self, turn: TurnContext) -> bool:
        """Whether the phrase still stands in the statement that is looked at."""
        return turn.attempt.step == REVIEW and _in_question(turn) is not None

    def come_back(self, turn: TurnContext) -> bool:
        """Ask at the review once what had to be decided first is decided."""
        return turn.has_decided and turn.attempt.step == REVIEW and ask_phrase(turn, chooser(turn))


class WriteAgainPrompt(Prompt):
    """*Write it again in other words*: they come in the place of the phrase."""

    name = "write_again"
    survives = LOOK_UPS
    is_offer = True
    about_message = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Keep it after all."""
        return plain_buttons(turn, "keep_phrase", side=True)

    def show(self, turn: TurnContext) -> None:
        """Ask again for the new words."""
        turn.say(turn.content.words.coach.write_again)

    def still_holds(self, turn: TurnContext) -> bool:
        """Whether the phrase still stands there."""
        return turn.attempt.step == REVIEW and _in_question(turn) is not None

    def take_text(self, turn: TurnContext) -> bool:
        """Put the new words in the place of the phrase, in the message that it stands in."""
        found = _in_question(turn)
        if found is None or turn.reading.kind in SURELY:
            return False
        turn.answered()
        turn.keep_aside(turn.event.text)
        message = _put_in_place(turn, *found)
        words = turn.content.words
        receipt = counted(words, words.answer.saved, turn.words_at(message.step))
        turn.tell(join("\n", [receipt, turn.fill(words.coach.rewritten)]))
        if turn.masked:
            ask_if_good(turn, message)
        elif not ask_name(turn, message):
            _ask_on(turn)
        return True


ACTIONS: dict[str, Action] = {
    "cut_out": cut_out,
    "keep_phrase": keep_phrase,
    "write_again": write_again,
}
"""What its buttons do."""
