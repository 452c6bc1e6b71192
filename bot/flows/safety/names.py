"""Possible names are asked about, and never block."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from bot.analysis.names import PossibleName, find_names
from bot.analysis.reading.complaints import is_about_an_answer
from bot.analysis.reading.own_text.wrongly_done import blames_only
from bot.analysis.told_names import find_told_names, name_key
from bot.analysis.who_it_is import MOST, Roles, says_of_somebody, says_who_not, who_it_is
from bot.domain.fingerprints import of_name, of_text
from bot.domain.messages import Message
from bot.domain.offers import Button
from bot.domain.parts import other_parts
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext, plain_buttons
from bot.engine.decisions import ask_again, ask_to_decide, decided
from bot.engine.flows import Prompt
from bot.engine.wording import Text, Typed
from bot.flows.safety.cuts import cuts_in, put_text

UNCLEAR = frozenset(
    ("chat", "bare", "denial", "already_told", "complaint_about_coach", "correction", "private")
)
"""Kinds that what is no person is taken for: “it is my dog”."""

FEW = 8
"""Words up to which it is said who somebody is by what they do: “he works beside me”."""

Decisions = tuple[tuple[str, str], ...]
"""Names that were replaced: the fingerprint of each and the marker in its place, in their order."""


def ask_name(turn: TurnContext, message: Message) -> bool:
    """Ask about the first possible name of a message; False when there is none."""
    name = _possible_name(turn, message)
    if not name:
        return False
    turn.left()  # an edit may come while something else is asked
    words = turn.content.words.coach
    messages = turn.conversation.messages
    told = turn.conversation.not_names or any(each.names for each in messages.special())
    first = not told and not any(_passed_over(turn, message))
    parts = [turn.fill(words.name, name=Typed(name))]
    turn.tell(*parts, *([turn.fill(words.names_hint)] if first else []))
    ask_to_decide(turn, "name", message)
    return True


def name_is(turn: TurnContext, who: str) -> None:
    """*A resident*, *A colleague* …: the marker stands in the place of the name, everywhere."""
    message = turn.in_question()
    name = _possible_name(turn, message) if message else ""
    marker = getattr(turn.content.words.markers, who)
    if message and name and replace_everywhere(turn, message.attempt, name, marker):
        turn.say(turn.content.words.coach.name_gone, marker=marker)
    _next_name(turn)


ROLES = ("resident", "child", "colleague", "family")
"""Who somebody may be whose name was seen."""


def take_role(turn: TurnContext) -> bool:
    """Take “resident”, “shes my freind” typed where it is asked who it is: it is put in the place
    of the name, and is no answer. So is that it is no name; what tells neither is asked about."""
    if not may_say_who(turn):
        return False
    who = _who(turn)
    is_none = turn.content.listening.kinds.cues.no_name in turn.says
    is_unclear = turn.reading.kind in UNCLEAR and says_of_somebody(turn.event.text)
    is_unclear = is_unclear or says_who_not(*_asked_of(turn))
    if not (who or is_none or is_unclear):
        return False
    turn.keep_aside(turn.event.text)
    if is_none:
        not_name(turn)
    elif who:
        name_is(turn, who)
    elif (message := turn.in_question()) and (name := _possible_name(turn, message)):
        turn.say(turn.content.words.coach.name_unclear, name=name)
        turn.ask("name", message)
    return True


def may_say_who(turn: TurnContext) -> bool:
    """Return whether a few words come while it is asked who somebody is: words of harm have a plain
    sign then, or are none."""
    if not _is_brief_answer(turn):
        return False
    harm = turn.harm
    return harm.level == "none" or not harm.signed or harm.doubtful


def is_no_harm(turn: TurnContext) -> bool:
    """Return whether words that may sound of harm only say who somebody is, or are of the coach."""
    text, harm_in = turn.event.text, turn.knowledge.harm_in
    is_else = not turn.harm.signed and (blames_only(text, harm_in) or bool(_who(turn)))
    return is_about_an_answer(text) or may_say_who(turn) or is_else


def says_who(turn: TurnContext) -> bool:
    """Return whether it is said who somebody is where that is asked, whatever else it sounds of."""
    return _is_brief_answer(turn) and (bool(_who(turn)) or says_of_somebody(turn.event.text))


def _is_brief_answer(turn: TurnContext) -> bool:
    if turn.conversation.prompt != NamePrompt.name or count_words(turn.event.text) > MOST:
        return False
    is_of_another = says_of_somebody(turn.event.text) or bool(_named_role(turn))
    return is_of_another or not turn.reading.own_act


def _named_role(turn: TurnContext) -> str:
    """Return who somebody is by a word for such people, and no more: “a lady we look after”."""
    return "" if "?" in turn.event.text else who_it_is(*_asked_of(turn))


def _asked_of(turn: TurnContext) -> tuple[str, Roles, str]:
    """Return the text, the words for each role, and the name that is asked about."""
    cues, message = turn.content.listening.kinds.cues, turn.in_question()
    name = _possible_name(turn, message) if message else ""
    return turn.event.text, {each: getattr(cues, each) for each in ROLES}, name


def _who(turn: TurnContext) -> str:
    """Return who somebody is by the message of this turn, "" where it does not say."""
    cues, text, who = turn.content.listening.kinds.cues, turn.event.text, _named_role(turn)
    if "?" in text:
        return ""
    is_open = (not who or cues.anybody in turn.says) and count_words(text) <= FEW
    if is_open and cues.works_with in turn.says:
        return "colleague"
    return "resident" if is_open and cues.cared_for in turn.says else who


def replace_everywhere(turn: TurnContext, attempt: int, name: str, marker: str) -> bool:
    """Put a marker in the place of a name in a whole attempt; whether any text has changed."""
    decision, changed = (of_name(name_key(name), turn.conversation.id), marker), False
    for each in turn.conversation.messages:
        if each.attempt == attempt and each.text:
            text, used = _with_markers(turn, each.text, (decision,))
            if used:
                cuts = cuts_in(
                    turn.knowledge.coach_texts,
                    each,
                    text,
                    lambda words: _with_markers(turn, words, (decision,))[0],
                )
                put_text(turn, each, text, cuts, names=(*each.names, decision))
                changed = True
    return changed


def put_markers(turn: TurnContext) -> bool:
    """A name that was replaced once is not asked about again: its marker stands in its place."""
    others = dict(pair for each in turn.conversation.messages.special() for pair in each.names)
    if others:
        stay = _not_names(turn)
        text, used = _with_markers(turn, turn.event.text, tuple(others.items()), stay)
        turn.replaced_names = used
        turn.hear(replace(turn.event, text=text))
    return False


def markers_put(turn: TurnContext, message: Message) -> Text:
    """Say which markers stand where a name was."""
    markers = dict.fromkeys(marker for _, marker in message.names if marker in message.text)
    return turn.fill(turn.content.words.answer.edited_names, markers=", ".join(markers))


def is_as_decided(turn: TurnContext, message: Message) -> bool:
    """Return whether an edit changes nothing: it is what was sent before any name was replaced in
    it, or the words that were dropped. Phones send such edits."""
    text = _as_decided(turn, message)
    again = message.is_dropped and message.dropped == of_text(text, turn.conversation.id)
    return again or message.text in (turn.event.text, text)


def _as_decided(turn: TurnContext, message: Message) -> str:
    """The text of an edit with the names replaced as in the message, one decision after another."""
    text = turn.event.text
    for decision in message.names:
        text, _ = _with_markers(turn, text, (decision,))
    return text


def replace_names(turn: TurnContext, old: Message) -> tuple[str, Decisions]:
    """Return the new text of a message, with a marker for every name that the learner had replaced
    in that attempt, and the decisions for the message to keep."""
    text = _as_decided(turn, old)
    known = {fingerprint for fingerprint, _ in old.names}
    others = dict[str, str]()
    for each in turn.conversation.messages:
        if each.attempt == old.attempt:
            others.update(pair for pair in each.names if pair[0] not in known)
    text, used = _with_markers(turn, text, tuple(others.items()), _not_names(turn))
    return text, (*old.names, *used)


def _with_markers(
    turn: TurnContext, text: str, decisions: Decisions, stay: Collection[str] = ()
) -> tuple[str, Decisions]:
    """Return the text with the names replaced as decided, and the decisions that were of use.

    Those come in the order in which they can be made again one by one: the longest name first.
    """
    wanted, chat = dict(decisions), turn.conversation.id

    def known(spelling: str) -> str:
        mark = "" if spelling in stay else of_name(spelling, chat)
        return mark if mark in wanted else ""

    found = find_told_names(text, turn.knowledge.name_words, known) if wanted else ()
    new, after = "", 0
    for each in found:
        new += text[after : each.start] + wanted[each.known_by]
        after = each.end
    longest_first = sorted(found, key=lambda each: each.start - each.end)
    used = dict.fromkeys(each.known_by for each in longest_first)
    return new + text[after:], tuple((mark, wanted[mark]) for mark in used)


def not_name(turn: TurnContext, _: str = "") -> None:
    """*Not a name*: it is never asked about again."""
    message = turn.in_question()
    if message and (name := _possible_name(turn, message)):
        turn.conversation.not_names.append(name.casefold())
    turn.say(turn.content.words.coach.name_stays)
    _next_name(turn)


def _next_name(turn: TurnContext) -> None:
    """Ask about the next possible name: of the message, else of another part of what was sent."""
    message, messages = decided(turn, "name"), turn.conversation.messages
    mine = [message, *other_parts(messages, message)] if message else []
    if not any(ask_name(turn, each) for each in mine):
        turn.show_again()


def _possible_name(turn: TurnContext, message: Message) -> str:
    found = open_names(turn, message.shown)
    if not found:
        return ""  # what was passed over need not be read once more
    passed = {name_key(name) for each in _passed_over(turn, message) for name in each}
    return next((each for each in found if name_key(each) not in passed), "")


def _passed_over(turn: TurnContext, message: Message) -> Iterator[list[str]]:
    """Yield the names in each other message of the attempt that the learner was asked about and has
    not told of: they come again at the review, and not with every message that has them."""
    conversation = turn.conversation
    for mark in conversation.attempts[message.attempt - 1].passed:
        prompt, _, number = mark.partition(":")
        if prompt == "name" and int(number) != message.number:
            other = conversation.messages[int(number) - 1]
            if not other.aside:
                yield open_names(turn, other.shown)


def names_in(turn: TurnContext, text: str) -> tuple[PossibleName, ...]:
    """Return the possible names in a text. What came in this turn is read once."""
    is_of_turn = text == turn.event.text
    return turn.names if is_of_turn else find_names(text, turn.knowledge.name_words)


def open_names(turn: TurnContext, text: str) -> list[str]:
    """Return the possible names in a text that the learner has not told of, as they are typed."""
    known = _not_names(turn)
    names = (text[each.start : each.end] for each in names_in(turn, text))
    return [name for name in names if name_key(name) not in known]


def _not_names(turn: TurnContext) -> frozenset[str]:
    """Return what the learner said is no name, as all spellings of it are known."""
    return frozenset(map(name_key, turn.conversation.not_names))


class NamePrompt(Prompt):
    """*Is that a name?*"""

    name = "name"
    about_message = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Who it is, or that it is no name."""
        for who in ROLES:
            yield Button(getattr(turn.content.words.buttons, who), f"name_is:{who}", side=True)
        yield from plain_buttons(turn, "not_name", side=True)

    def still_holds(self, turn: TurnContext) -> bool:
        """Whether a name is still there: an edit may have taken it out."""
        message = turn.in_question()
        return message is not None and bool(_possible_name(turn, message))

    def come_back(self, turn: TurnContext) -> bool:
        """Ask at the review about a name that was passed over."""
        return ask_again(turn, self.name, ask_name)
