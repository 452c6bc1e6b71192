"""The words of a reply to harm: one first step, who may be told, and that nobody watches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from string import Template
from typing import TYPE_CHECKING, cast

from bot.analysis.reading.told_of_others import is_told_of_others
from bot.analysis.reading.whom_not import rules_out_boss, sends_to_boss, tells_boss
from bot.content.models.listening_harm import AboutWhom, Contacts, Harm
from bot.content.models.support import Contact
from bot.engine.context import TurnContext
from bot.engine.cues import says
from bot.engine.wording import Text
from bot.engine.wordings import Chooser
from bot.flows.safety.harm_heard import told_of
from bot.flows.safety.told_on import is_told_on

if TYPE_CHECKING:
    from bot.analysis.reading.harm_reading import HarmReading

ROOM = 200
"""Words of ours that a reply to harm may have: nothing in it is left out for its length."""

_CRISES = {
    "suicide": "wants_to_die",
    "overdose": "taken",
    "emergency": "hurt",
    "violence": "threatened",
}
"""The first step of each sort of crisis."""

_TELLING = {
    "abuse": (
        *("manager", "not_heard", "out_of_hours", "mark", "told"),
        *("touched", "hurt_at_home", "hurt_at_work"),
    ),
    "neglect": ("manager", "not_heard", "out_of_hours", "mark", "told"),
    "exploitation": ("held", "manager", "not_heard", "out_of_hours", "told"),
    "wrongdoing": ("told_to_hide", "manager", "afraid", "punished", "not_heard"),
}
"""What the message itself may tell of each sort of concern, the most pressing first."""

_BY_STAFF = ("abuse", "neglect", "exploitation", "wrongdoing")
"""Sorts of concern that may be a manager's doing."""

_PLAIN = {"distress": "worn_out", "own_act": "own_act"}
"""The first step of those sorts of concern of which nothing more is told."""


def say(turn: TurnContext, *needs: Sequence[str], **facts: str | None) -> Text:
    """Return the next line of the first need that has one, with real numbers in it."""
    support, harm = turn.content.support, turn.content.listening.harm
    numbers = spoken(harm.contacts, support.contacts)
    labels = turn.content.words.buttons
    pressed = {"keep": labels.keep_words, "drop": labels.drop_words, "misread": labels.misread}
    pressed["out"], pressed["put_in"] = labels.for_coach, labels.put_in
    chooser = Chooser(turn.fill, turn.conversation.said, ROOM)
    if instead := _instead_of_boss(turn):
        needs = tuple([e for e in need if not sends_to_boss(e)] or instead for need in needs)
    return chooser.must_pick(*needs, **{**numbers, **pressed, **facts}) or Text()


def _instead_of_boss(turn: TurnContext) -> tuple[str, ...]:
    """Return the lines for who said, now or since they told of harm, that whoever is in charge
    cannot be told, or did nothing: nobody is sent there again. None where they did not."""
    told, harm = told_of(turn), turn.content.listening.harm
    since = turn.conversation.messages[told.number - 1 :] if told else ()
    texts = [turn.event.text, *(each.text for each in since)]
    if any(map(rules_out_boss, texts)):
        return harm.concern["staff_member"].manager
    sent_away = any(tells_boss(each) and says(each, harm.cues.not_heard) for each in texts)
    return harm.concern["staff_member"].not_heard if sent_away else ()


def spoken(contacts: Contacts, known: Iterable[Contact]) -> dict[str, str]:
    """Return each contact as it stands inside a sentence, by its id.

    A contact that is not ``known``, or has no number where one is said, is left out: no line then
    names it.
    """
    numbers = {each.id: each.number for each in known}
    return {
        name: Template(text).substitute(number=numbers[name] or "")
        for name, text in contacts
        if name in numbers and (numbers[name] or "$number" not in text)
    }


def is_own(harm: HarmReading) -> bool:
    """Return whether it is about the writer's own distress or danger. Who is worn to breaking is
    the writer, where it is not sure to be somebody else."""
    if harm.sort == "distress" and not harm.sure:
        return True
    return harm.about == "self" and harm.sort not in ("own_act", "wrongdoing")


def reply(turn: TurnContext, harm: HarmReading, text: str) -> list[Text]:
    """Return the lines of a reply to words of harm, without the question whether to keep them."""
    words = turn.content.listening.harm
    harm = _done_to_whom(words, harm, text)
    own = is_own(harm)
    happened = what_happened(words, harm, text)
    told = words.told_on if is_told_on(turn, harm) else ()
    lines = [say(turn, told or _first_steps(words, harm, happened, text))]
    if harm.sort == "wrongdoing":
        lines.append(say(turn, words.speak_up))
    lines += [] if own and harm.level == "crisis" else _at_work(turn)
    lines.append(say(turn, words.cannot_tell if own else words.nobody_watches))
    if happened == "hurt_at_home" and own:
        lines.append(say(turn, words.phone_seen))
    return lines


def is_grave(turn: TurnContext, doubt: HarmReading | None) -> bool:
    """Return whether an answer that may be of harm has a word of it, tells of a life in danger, or
    of what was told on already: how to go on is not said beside it."""
    if doubt is None:
        return False
    return doubt.signed or doubt.level == "crisis" or is_told_on(turn, doubt)


def doubt_line(turn: TurnContext, harm: HarmReading) -> Text:
    """Return what stands below an answer that may be of harm: that it was right to tell it, or whom
    to tell, if it is."""
    words = turn.content.listening.harm
    if harm.knocked and not is_told_on(turn, harm):
        return say(turn, words.knocked)
    if is_told_on(turn, harm):
        return say(turn, words.told_on_and_seen_to if harm.level == "none" else words.told_on)
    if harm.level == "crisis":
        return say(turn, words.doubted_own_crisis if is_own(harm) else words.doubted_crisis)
    if harm.told_on and says(turn.event.text, words.cues.not_heard):
        return say(turn, words.after.not_heard)
    if harm.sort == "distress" and is_own(harm):
        return say(turn, words.doubted_own)
    return say(turn, words.doubted if harm.signed else words.doubted_unsigned)


def what_happened(words: Harm, harm: HarmReading, text: str) -> str:
    """Return the field of ``FirstSteps`` that is for what a message tells and that has lines."""
    if harm.level == "crisis":
        return _CRISES.get(harm.sort, "unsure") if harm.sure_sort else "unsure"
    steps = words.concern[cast(AboutWhom, harm.about)]
    for name in _TELLING.get(harm.sort, ()):
        if getattr(steps, name) and _tells(words, name, text):
            return name
    return _PLAIN.get(harm.sort, "unsure")


def _tells(words: Harm, name: str, text: str) -> bool:
    return rules_out_boss(text) if name == "manager" else says(text, getattr(words.cues, name))


def _done_to_whom(words: Harm, harm: HarmReading, text: str) -> HarmReading:
    """“I was punched” is no act of the writer's, however near its words are to “I punched”; and
    nobody is sent to the manager who does it."""
    if harm.sort == "distress" and is_own(harm):
        return replace(harm, about="self", sure=True)
    if harm.sort in _BY_STAFF and rules_out_boss(text):
        return replace(harm, about="staff_member", sure=True)
    if harm.sort != "own_act" or not says(text, words.cues.done_to_me):
        return harm
    return replace(harm, sort="abuse", about="self", sure=True)


def _first_steps(words: Harm, harm: HarmReading, happened: str, text: str) -> tuple[str, ...]:
    """The lines of a first step; where it is not sure what it is or about whom, those that fit
    all, or all but the writer."""
    is_sure = harm.sure and (harm.sure_sort or harm.about == "self" or harm.level != "crisis")
    about = cast(AboutWhom, harm.about) if is_sure else None
    if about is None and harm.level == "crisis" and happened not in ("hurt", "taken"):
        told = text[harm.start : harm.end]
        if harm.about != "self" and is_told_of_others(told):
            return words.others_in_danger if harm.sure_sort else words.others_may_be_in_danger
    return words.first_steps("crisis" if harm.level == "crisis" else "concern", about, happened)


def _at_work(turn: TurnContext) -> list[Text]:
    """Whom to tell where they work, as their coordinators wrote it."""
    local = [each.cohort.safeguarding for each in turn.access.memberships]
    template = turn.content.words.joining.at_work
    return [turn.fill(template, whom=whom) for whom in dict.fromkeys(local) if whom]
