"""Protecting people: what must not be on a badge page, and what is about harm.

Identifiers are gone before anything is kept: ``mask`` runs on what came in, so that no value
reaches the store, the outbox or a log. Names are asked about. Words of harm are not coached and not
counted; fixed text says whom to tell, and the learner says whether to keep them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.content.content import Content
from bot.conversation.fingerprints import names_in, of_name, of_text
from bot.conversation.places import show_place_again
from bot.conversation.sorting_out import put_text
from bot.conversation.talk import Talk
from bot.conversation.wording import Typed
from bot.model import NOWHERE, Event, Message

if TYPE_CHECKING:
    from bot.coaching.harm import Harm

_MAY_IDENTIFY = re.compile(r"[\d@]|\b[oO][l1-9]")
"""Every identifier has a digit or an @ in it, or a letter that is typed for one."""
Decisions = tuple[tuple[str, str], ...]
"""Names that were replaced: the fingerprint of each and the marker in its place, in their order."""


def masked(content: Content, event: Event) -> tuple[Event, tuple[str, ...]]:
    """The event with a marker in the place of every identifier, and the kinds that were found."""
    if not _MAY_IDENTIFY.search(event.text):
        return event, ()
    from bot.coaching.identifiers import mask

    markers = dict(content.words.markers)
    text, found = mask(event.text, markers)
    return (replace(event, text=text), tuple(each.kind for each in found)) if found else (event, ())


def tell_masked(talk: Talk) -> None:
    """Say what was replaced, each kind once. The channel's own copy should go too."""
    words, lines = talk.content.words, list[str]()
    for kind in dict.fromkeys(talk.masked):
        facts = {"kind": getattr(words.identifiers, kind), "marker": getattr(words.markers, kind)}
        lines.append(talk.fill(words.coach.masked, **facts))
    talk.tell("\n".join(lines))
    talk.delete = True


def ask_if_good(talk: Talk, message: Message) -> None:
    """Whether the answer may stay with the marker."""
    tell_masked(talk)
    talk.ask_about("masked", message)


def good(talk: Talk, _: str = "") -> None:
    """*Good*: the answer stays with the marker. A possible name in it is asked about now."""
    talk.conversation.asking = None
    message = talk.in_question()
    if not (message and ask_name(talk, message)):
        show_place_again(talk)


def type_again(talk: Talk, _: str = "") -> None:
    """*I will type that part again*: the message with the marker is left out of the answer."""
    message = talk.in_question()
    if message:
        talk.change(message, aside=True)
    talk.say(talk.content.words.coach.again)
    talk.conversation.asking = None


def ask_name(talk: Talk, message: Message) -> bool:
    """Ask about the first possible name of a message; gives whether there is one."""
    name = _possible_name(talk, message)
    if not name:
        return False
    words = talk.content.words.coach
    first = not talk.conversation.not_names and not any(
        marker in each.text for each in talk.conversation.messages for marker in _people(talk)
    )
    parts = [talk.fill(words.name, name=Typed(name))]
    talk.tell(*parts, *([talk.fill(words.names_hint)] if first else []))
    talk.ask_about("name", message)
    return True


def name_is(talk: Talk, who: str) -> None:
    """*A resident*, *A colleague* …: the marker stands in the place of the name, everywhere."""
    message = talk.in_question()
    name = _possible_name(talk, message) if message else ""
    marker = getattr(talk.content.words.markers, who)
    if message and name:
        decision = (of_name(name, talk.conversation.chat_id), marker)
        for each in talk.conversation.messages:
            if each.attempt == message.attempt and name in each.text:
                text = _without_name(talk, each.text, name, marker)
                if text != each.text:
                    put_text(talk, each, text, names=(*each.names, decision))
    talk.say(talk.content.words.coach.name_gone, marker=marker)
    _next_name(talk)


def _without_name(talk: Talk, text: str, name: str, marker: str) -> str:
    """The text with the marker for the name, and for the surname with it: "Jessie Grant"."""
    from bot.coaching.names import find_names

    found = find_names(text, talk.content.knowledge.name_words)
    seen = (text[each.start : each.end] for each in found)
    whole = {name, *(each for each in seen if each.startswith(f"{name} "))}
    either = "|".join(re.escape(each) for each in sorted(whole, key=len, reverse=True))
    return re.sub(rf"(?<!\w)(?:{either})(?!\w)", lambda _: marker, text)


def is_as_decided(talk: Talk, message: Message) -> bool:
    """Return whether an edit changes nothing: it is what was sent before any name was replaced in
    it, or the words that were dropped. Phones send such edits."""
    text, _ = _with_markers(talk, talk.event.text, message.names)
    again = message.is_dropped and message.dropped == of_text(text, talk.conversation.chat_id)
    return again or message.text in (talk.event.text, text)


def replace_names(talk: Talk, old: Message) -> tuple[str, Decisions]:
    """Return the new text of a message, with a marker for every name that the learner had replaced
    in that attempt, and the decisions for the message to keep."""
    text, _ = _with_markers(talk, talk.event.text, old.names)
    known = {fingerprint for fingerprint, _ in old.names}
    others = dict[str, str]()
    for each in talk.conversation.messages:
        if each.attempt == old.attempt:
            others.update(pair for pair in each.names if pair[0] not in known)
    stay = talk.conversation.not_names
    text, used = _with_markers(talk, text, tuple(others.items()), stay)
    return text, (*old.names, *used)


def _with_markers(
    talk: Talk, text: str, decisions: Decisions, stay: Sequence[str] = ()
) -> tuple[str, Decisions]:
    """Return the text with the names replaced as decided, and the decisions that were of use."""
    wanted = dict(decisions)
    names, used = names_in(text, talk.conversation.chat_id, wanted, stay), list[tuple[str, str]]()
    for fingerprint, marker in decisions:
        before = text
        if fingerprint in names:
            text = _without_name(talk, text, names[fingerprint], marker)
        if text != before:
            used.append((fingerprint, marker))
    return text, tuple(used)


def not_name(talk: Talk, _: str = "") -> None:
    """*Not a name*: it is never asked about again."""
    message = talk.in_question()
    if message and (name := _possible_name(talk, message)):
        talk.conversation.not_names.append(name.casefold())
    talk.say(talk.content.words.coach.name_stays)
    _next_name(talk)


def _next_name(talk: Talk) -> None:
    message = talk.in_question()
    talk.conversation.asking = None
    if not (message and ask_name(talk, message)):
        show_place_again(talk)


def _possible_name(talk: Talk, message: Message) -> str:
    from bot.coaching.names import find_names

    known = talk.conversation.not_names
    for found in find_names(message.text, talk.content.knowledge.name_words):
        name = message.text[found.start : found.end]
        if name.casefold() not in known:
            return name
    return ""


def _people(talk: Talk) -> list[str]:
    markers = talk.content.words.markers
    return [markers.resident, markers.child, markers.colleague, markers.family]


def harm_in(talk: Talk, text: str | None = None) -> Harm | None:
    """What a message tells of harm, or None for ordinary care talk; ``text`` is an earlier one."""
    from bot.coaching.harm import find_harm

    harm = find_harm(talk.event.text if text is None else text, talk.content.knowledge.harm_words)
    return None if harm.level == "none" else harm


def answer_harm(talk: Talk, harm: Harm, step_id: str) -> None:
    """Say whom to tell, and ask whether to keep the words. They are in no answer until then."""
    message = talk.keep(talk.event.text, step_id)
    talk.change(message, aside=True)
    if talk.masked:
        tell_masked(talk)
    tell_harm(talk, harm)
    ask_keep_or_drop(talk, message)


def ask_keep_or_drop(talk: Talk, message: Message) -> None:
    """Ask whether words about harm are kept. Others that were not decided wait with spare words."""
    if talk.conversation.asking == "harm" and talk.conversation.about != message.number:
        settle_undecided(talk, talk.conversation.about)
    talk.say(talk.content.knowledge.support.texts.keep_or_drop)
    talk.ask_about("harm", message)


def tell_harm(talk: Talk, harm: Harm) -> None:
    """Say whom to tell. Nobody is coached at this step any more."""
    own_life = harm.level == "crisis" and harm.kind == "distress"
    texts = talk.content.knowledge.support.texts
    local = [each.cohort.safeguarding for each in talk.facts.memberships]
    told = [
        talk.fill(talk.content.words.joining.at_work, whom=whom)
        for whom in dict.fromkeys(local)
        if whom and not own_life
    ]
    talk.tell(getattr(texts, "own_life" if own_life else harm.kind), *told)
    talk.attempt.offered.append(_harm_at(talk))
    if harm.kind in ("distress", "danger"):
        talk.conversation.distressed = True


def has_told_of_harm(talk: Talk) -> bool:
    """Whether the learner told of harm at this step, or of their own distress a while ago."""
    return talk.conversation.distressed or _harm_at(talk) in talk.attempt.offered


def _harm_at(talk: Talk) -> str:
    return f"harm at {talk.attempt.step}"


def keep_words(talk: Talk, _: str = "") -> None:
    """*Keep it*: the words about harm go where they were sent. A name in them is asked about."""
    talk.conversation.asking = None
    message = talk.in_question()
    if message:
        talk.change(message, aside=False)
    talk.say(talk.content.words.coach.kept_ready)
    if not (message and ask_name(talk, message)):
        show_place_again(talk)


def drop_words(talk: Talk, _: str = "") -> None:
    """*Drop it*: the words are gone; a fingerprint tells an edit with other words from them."""
    if message := talk.in_question():
        dropped = of_text(message.text, talk.conversation.chat_id)
        talk.change(message, text="", aside=True, cuts=(), dropped=dropped)
    talk.conversation.asking = None
    talk.say(talk.content.words.coach.dropped)
    show_place_again(talk)


def settle_undecided(talk: Talk, number: int) -> None:
    """Words about harm that were neither kept nor dropped wait with those that are in no answer."""
    message = talk.conversation.messages[number - 1]
    if message.aside and message.text:
        talk.change(message, aside=False, step=NOWHERE)


def show_support(talk: Talk, _: str = "") -> None:
    """``/support``: whom to talk to, in every state."""
    support, lines = talk.content.knowledge.support, list[str]()
    for each in support.contacts:
        facts = {"name": each.name, "number": each.number, "hours": each.hours, "what": each.what}
        words = support.support
        template = words.without_number
        if each.number:
            template = words.with_hours if each.hours else words.entry
        lines.append("• " + talk.fill(template, **facts))
    talk.tell(talk.fill(support.support.intro), "\n".join(lines))
    show_place_again(talk)
