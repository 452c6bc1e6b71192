"""``/share``: whom a statement was shown to, and the ways to show it to one person.

Page: ``share``. Actions: ``share:link`` and ``share:COHORT`` make a sharing, ``unshare:KEY`` takes
one back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.domain.access import Membership
from bot.domain.commands import Tell
from bot.domain.invitations import hashed
from bot.domain.offers import Button
from bot.domain.reminders import sharing_news
from bot.domain.sharing import GOOD_FOR, MOST, Sharing, shared_parts, version_of
from bot.domain.sharing_commands import Share, TakeBack
from bot.engine.context import TurnContext
from bot.engine.dates import day_in
from bot.engine.flows import Action
from bot.engine.pages import ellipsize
from bot.engine.wording import Text, join
from bot.exports.making import can_make
from bot.flows.sharing.asked import open_questions
from bot.flows.sharing.told import label_of, line_of

SHARE = "share"
"""The name of the page."""

ANSWER = "answer_reader"
"""The action that goes to the step which a reader asks about; the room of answers has it."""

NO_READER = ("", "terminal")
"""Channels from which nobody can be sent to a page: whoever reads is at another machine."""


def can_share(turn: TurnContext) -> bool:
    """Return whether there is a way to share here, or something that was shared."""
    return bool(turn.access.sharings or _has_ways(turn))


def show(turn: TurnContext, _: str = "") -> None:
    """Show what was shared, and say what sharing is; or why it cannot be done."""
    words, said = turn.content.words, turn.content.words.sharing
    lines = sharing_lines(turn)
    if not _has_ways(turn):
        turn.tell(*([turn.fill(said.heading), *lines] if lines else []), _cannot(turn))
    elif not turn.statement.own_words and not lines:
        turn.say(words.statement.empty)
    else:
        turn.tell(turn.fill(said.ask))
        if lines:
            turn.tell(turn.fill(said.heading), *lines)
        turn.conversation.open_page = SHARE
        return
    if lines:
        turn.conversation.open_page = SHARE
    else:
        turn.show_again()


def sharing_lines(turn: TurnContext) -> list[Text]:
    """Return what was shared, one after the other, with all that became of it."""
    version, changed = (
        version_of(shared_parts(turn.statement)),
        turn.fill(turn.content.words.sharing.lines.changed),
    )
    lines = list[Text]()
    zone = turn.conversation.preferences.zone
    for number, each in enumerate(turn.access.sharings, 1):
        line = line_of(turn.content, each, number, _group_name(turn, each), turn.now, zone)
        is_mine = each.attempt == turn.attempt.number and each.is_open(turn.now)
        has_changed = is_mine and each.version != version
        lines.append(join("\n", [line, changed]) if has_changed else line)
    return lines


def _cannot(turn: TurnContext) -> Text:
    """Return that sharing takes a page, and the form of a file that can be made here."""
    form = next((each for each in ("docx", "html") if can_make(each)), "txt")
    return turn.fill(turn.content.words.sharing.cannot, form=form)


def _group_name(turn: TurnContext, sharing: Sharing) -> str:
    found = turn.access.membership(sharing.cohort)
    return found.cohort.name if found else "–"


def buttons(turn: TurnContext, _: str = "") -> Iterator[Button]:
    """Yield what a reader asks, the ways to share, and what can be taken back."""
    words = turn.content.words.sharing
    yield from answer_button(turn)
    if turn.statement.own_words:
        if _has_link(turn):
            yield Button(words.by_link, f"{SHARE}:link", side=True)
        for group in _groups(turn):
            label = turn.fill(words.in_group, cohort=group.cohort.name)
            yield Button(ellipsize(label), f"{SHARE}:{group.cohort.id}", side=True)
    for number, each in enumerate(turn.access.sharings, 1):
        if each.is_open(turn.now):
            label = turn.fill(words.take_back, number=number)
            yield Button(label, f"unshare:{each.key}", side=True)


def answer_button(turn: TurnContext) -> Iterator[Button]:
    """Yield what goes to the answer that a reader asks about, for the newest question."""
    words = turn.content.words.sharing
    for each, act in open_questions(turn)[:1]:
        label = turn.fill(words.answer, label=label_of(turn.content, each, act.step))
        yield Button(ellipsize(label), f"{ANSWER}:{each.key}", side=True)


def _has_ways(turn: TurnContext) -> bool:
    return _has_link(turn) or bool(_groups(turn))


def _has_link(turn: TurnContext) -> bool:
    """Whether there is a page where the reader of a link can read."""
    to = turn.event.address
    return bool(turn.access.page_address) and (to.channel if to else "") not in NO_READER


def _groups(turn: TurnContext) -> list[Membership]:
    """The groups of this reflection that somebody else looks after."""
    return [
        each
        for each in turn.access.memberships
        if set(each.coordinators) - {turn.conversation.id}
        and each.cohort.dialogue == turn.dialogue.id
        and not each.cohort.is_over(turn.now)
    ]


def share(turn: TurnContext, whom: str) -> None:
    """Share the statement as it stands: by a link, or with a coordinator of a group."""
    words, access = turn.content.words, turn.access
    said, group = words.sharing, next((e for e in _groups(turn) if e.cohort.id == whom), None)
    is_open = [each for each in access.sharings if each.is_open(turn.now)]
    turn.conversation.open_page = SHARE
    if not turn.statement.own_words:
        turn.say(words.statement.empty)
    elif len(is_open) >= MOST:
        turn.say(said.too_many)
    elif group and any(each.cohort == whom and not each.is_answered for each in is_open):
        turn.say(said.asked_before, cohort=group.cohort.name)
    elif group:
        _share_with(turn, group)
    elif whom == "link" and _has_link(turn):
        made = _share(turn)
        link = f"{access.page_address}read/{access.random_tokens[0]}"
        turn.say(said.link, date=_last_day(turn, made), link=link)
    else:
        turn.tell(_cannot(turn))


def _last_day(turn: TurnContext, made: Sharing) -> str:
    return day_in(made.until, turn.conversation.preferences.zone)


def _share_with(turn: TurnContext, group: Membership) -> None:
    cohort = group.cohort
    made = _share(turn, cohort.id)
    for each in group.coordinators:
        if each != turn.conversation.id:
            turn.do(Tell(sharing_news(each, cohort.id, f"{cohort.id} {made.key}", turn.now)))
    said = turn.content.words.sharing.asked_group
    turn.say(said, cohort=cohort.name, date=_last_day(turn, made))


def _share(turn: TurnContext, cohort: str = "") -> Sharing:
    parts = shared_parts(turn.statement)
    made = Sharing(
        hashed(turn.access.random_tokens[0]),
        turn.conversation.id,
        turn.dialogue.id,
        turn.attempt.number,
        turn.now,
        turn.now + GOOD_FOR,
        turn.dialogue.title,
        version_of(parts),
        parts,
        cohort,
    )
    turn.do(Share(made))
    turn.access = turn.access.having_shared(replace(made, parts=()))
    return made


def take_back(turn: TurnContext, key: str) -> None:
    """Take back what is shared: nobody can open it any more, and its copy goes."""
    words, found = turn.content.words.sharing, turn.access.sharing(key)
    turn.conversation.open_page = SHARE
    if found and found.is_open(turn.now):
        turn.do(TakeBack(found.hash))
        turn.access = turn.access.having_shared(replace(found, ended_at=turn.now))
        turn.say(words.taken_back)
    else:
        turn.say(words.gone)


ACTIONS: dict[str, Action] = {SHARE: share, "unshare": take_back}
"""What its buttons do."""
