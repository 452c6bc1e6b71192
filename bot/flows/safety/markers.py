"""A marker stands in the place of a name that the learner told of, wherever it comes again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from bot.analysis.role_beside import Beside, does_beside, role_beside
from bot.analysis.told_names import find_told_names, name_key
from bot.analysis.who_it_is import Roles
from bot.domain.fingerprints import of_name, of_text
from bot.domain.messages import Message
from bot.engine.context import TurnContext
from bot.engine.cues import says
from bot.engine.wording import Text
from bot.flows.safety.cuts import cuts_in, put_text

Decisions = tuple[tuple[str, str], ...]
"""Names that were replaced: the fingerprint of each and the marker in its place, in their order."""


ROLES = ("resident", "child", "colleague", "family")
"""Who somebody may be whose name was seen."""


def roles_of(turn: TurnContext) -> Roles:
    """Return the words for each role."""
    cues = turn.content.listening.kinds.cues
    return {each: getattr(cues, each) for each in ROLES}


def told_at(turn: TurnContext, text: str, start: int, end: int) -> Beside | None:
    """Return what a text tells right beside the name that stands from one place to another."""
    if found := role_beside(text, start, end, roles_of(turn)):
        return found
    does = does_beside(text, end)
    cues = turn.content.listening.kinds.cues
    role = "colleague" if says(does, cues.works_with) else ""
    role = role or ("resident" if says(does, cues.cared_for) else "")
    return Beside(role, start, end) if role else None


def replace_everywhere(turn: TurnContext, attempt: int, name: str, marker: str) -> Collection[str]:
    """Put a marker in the place of a name in a whole attempt, or leave it out where it stands right
    beside who it is; return what stands there now, nothing where no text has changed."""
    decision = (of_name(name_key(name), turn.conversation.id), marker)
    put = dict[str, None]()
    for each in turn.conversation.messages:
        if each.attempt == attempt and each.text:
            text, used = _with_markers(turn, each.text, (decision,), put=put)
            if used:
                cuts = cuts_in(
                    turn.knowledge.coach_texts,
                    each,
                    text,
                    lambda words: _with_markers(turn, words, (decision,))[0],
                )
                put_text(turn, each, text, cuts, names=(*each.names, decision))
    return put


def put_markers(turn: TurnContext) -> bool:
    """A name that was replaced once is not asked about again: its marker stands in its place."""
    others = dict(pair for each in turn.conversation.messages.special() for pair in each.names)
    if others:
        stay = not_names(turn)
        text, used = _with_markers(turn, turn.event.text, tuple(others.items()), stay)
        turn.replaced_names = (*turn.replaced_names, *used)  # a name may be told of in between
        turn.hear(replace(turn.event, text=text))
    return False


def marked(turn: TurnContext, text: str) -> str:
    """Return a text with the markers of all names that were replaced in the conversation."""
    others = dict(pair for each in turn.conversation.messages.special() for pair in each.names)
    return _with_markers(turn, text, tuple(others.items()), not_names(turn))[0] if others else text


def markers_put(turn: TurnContext, message: Message) -> Text | None:
    """Say which markers stand where a name was; None where none does."""
    markers = dict.fromkeys(marker for _, marker in message.names if marker in message.shown)
    if not markers:
        return None
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
    text, used = _with_markers(turn, text, tuple(others.items()), not_names(turn))
    return text, (*old.names, *used)


def _with_markers(
    turn: TurnContext,
    text: str,
    decisions: Decisions,
    stay: Collection[str] = (),
    *,
    put: dict[str, None] | None = None,
) -> tuple[str, Decisions]:
    """Return the text with the names replaced as decided, and the decisions that were of use.

    Those come in the order in which they can be made again one by one: the longest name first.
    ``put`` gets what stands there then.
    """
    wanted, chat = dict(decisions), turn.conversation.id

    def known(spelling: str) -> str:
        mark = "" if spelling in stay else of_name(spelling, chat)
        return mark if mark in wanted else ""

    found = find_told_names(text, turn.knowledge.name_words, known) if wanted else ()
    new, after = "", 0
    for each in found:
        beside = told_at(turn, text, each.start, each.end)
        start, end, now = each.start, each.end, wanted[each.known_by]
        if beside and beside.words and beside.start >= after:  # “my boss Derek” reads “my boss”
            start, end, now = beside.start, beside.end, beside.words
        new, after = new + text[after:start] + now, end
        if put is not None:
            put[now] = None
    longest_first = sorted(found, key=lambda each: each.start - each.end)
    used = dict.fromkeys(each.known_by for each in longest_first)
    return new + text[after:], tuple((mark, wanted[mark]) for mark in used)


def not_names(turn: TurnContext) -> frozenset[str]:
    """Return what the learner said is no name, as all spellings of it are known."""
    return frozenset(map(name_key, turn.conversation.not_names))
