"""``/mydata``, ``/forget`` and ``/stop``: what is kept, and how it ends."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace

from bot.analysis.names import find_names
from bot.domain.commands import CancelPending, ExpectAlone
from bot.domain.coordination.ending import left_alone
from bot.domain.fingerprints import short_number
from bot.domain.messages import BETWEEN, Message
from bot.domain.offers import Button
from bot.domain.sharing import Sharing
from bot.domain.turn import File
from bot.domain.word_count import count_words
from bot.engine.context import A_FEW, TurnContext
from bot.engine.flows import Action
from bot.engine.pages import open_page
from bot.engine.wording import Typed, counted
from bot.flows.account import places
from bot.flows.are_you_sure import SurePrompt
from bot.flows.coordinator import forms
from bot.flows.coordinator.routes import KEEP, came_from, is_page, to
from bot.flows.sharing.page import sharing_lines

HIDDEN = "[…]"
"""What stands where a name is hidden."""


def show_data(turn: TurnContext, _: str = "") -> None:
    """``/mydata``: everything that is kept, as it is kept, in one file."""
    words, conversation = turn.content.words, turn.conversation
    messages = counted(words, words.data.messages, len(conversation.messages))
    attempts = counted(words, words.data.attempts, len(conversation.attempts))
    summary = turn.fill(words.data.summary, messages=messages, attempts=attempts)
    more = [turn.fill(words.documents.all_hint)] if conversation.messages else []
    number = turn.fill(words.data.number, number=short_number(conversation.id))
    if shared := sharing_lines(turn):
        more = [turn.fill(words.sharing.heading), *shared, *more]
    turn.tell(*[summary, *_open_in(turn), number, *more], file=data_file(turn))
    if conversation.messages:
        turn.show(BETWEEN.join(_shown(turn, message) for message in conversation.messages))
    if turn.access.ways_in.others(turn.event.address):
        places.show(turn)
    else:
        turn.show_again()


def data_file(turn: TurnContext) -> File:
    """Return everything that is kept, as it is kept."""
    conversation = turn.conversation
    number = short_number(conversation.id)
    kept = {"conversation": conversation.id, "number": number, **asdict(conversation)}
    del kept["id"]
    del kept["version"]  # it changes with every look, and would make every copy a new file
    kept["cohorts"] = [
        {"name": each.cohort.name, "number": each.number, "shown_as": each.name}
        for each in turn.access.memberships
    ]
    ways = turn.access.ways_in
    kept["open_in"] = [{**asdict(each.address), "since": each.since} for each in ways.places]
    kept["ways_back"] = [asdict(each) for each in ways.ways_back]
    if ways.mailbox:
        sure = bool(ways.mailbox.token)
        kept["mailbox"] = {
            "address": ways.mailbox.address,
            "confirmed": sure,
            "signs_in": ways.mailbox.signs_in,
        }
    kept["shared"] = [_shared_facts(each) for each in turn.access.sharings]
    kept["saved_words"] = [each.words for each in turn.access.saved_words]
    everything = json.dumps(kept, ensure_ascii=False, indent=2, default=str)
    name = turn.content.words.file_name.data
    return File(name, "json", "application/json", everything + "\n")


def _shared_facts(sharing: Sharing) -> dict[str, object]:
    """Return a sharing without what opens it: the text is the statement's."""
    kept = asdict(sharing)
    for name in ("hash", "conversation", "parts", "reader", "version"):
        del kept[name]
    return kept


def _open_in(turn: TurnContext) -> Iterator[str]:
    """Yield where else the words can be opened, and how that ends."""
    words, ways = turn.content.words, turn.access.ways_in
    if ways.mailbox:
        said = words.mail.where if ways.mailbox.token else words.mail.not_confirmed
        said = words.mail.gone if ways.mailbox.is_gone else said
        yield turn.fill(said, address=Typed(ways.mailbox.address))
    if len(ways.places) > 1 or ways.ways_back:
        places = counted(words, words.data.places, len(ways.places))
        back = counted(words, words.data.ways_back, len(ways.ways_back))
        yield turn.fill(words.data.open_in, places=places, back=back)
        if turn.access.page_address and ways.ways_back:
            yield turn.fill(words.data.close)


def _shown(turn: TurnContext, message: Message) -> str:
    """Return the text of a message. Names in words about harm that are not decided are hidden."""
    if message.number not in turn.conversation.undecided:
        return message.text

    shown, after = "", 0
    for name in find_names(message.text, turn.knowledge.name_words):
        shown += message.text[after : name.start] + HIDDEN
        after = name.end
    return shown + message.text[after:]


def ask_forget(turn: TurnContext, _: str = "") -> None:
    """``/forget`` asks first."""
    words, alone = turn.content.words, turn.access.looked_after_alone
    if alone:
        names = ", ".join(f"“{each.name}”" for each in alone)
        turn.say(words.ending.forget_alone, cohorts=names)
    turn.say(words.data.forget_ask)
    turn.ask("forget")


def forget(turn: TurnContext, _: str = "") -> None:
    """Really gone: the store deletes the chat in this turn's transaction."""
    alone, me = turn.access.looked_after_alone, turn.conversation.id
    for each in turn.access.coordinates:
        turn.do(ExpectAlone(each.id, me, is_alone=each in alone))
        if each in alone:
            turn.do(*left_alone(each)[1])
    turn.say(turn.content.words.data.forgotten)
    turn.forget = True


def keep_data(turn: TurnContext, page: str = "") -> None:
    """Not to forget after all: back to the page of a coordinator, or to the question."""
    turn.say(turn.content.words.data.kept)
    if is_page(page):
        open_page(turn, page)
    else:
        turn.show_again()


def stop(turn: TurnContext, _: str = "") -> None:
    """``/stop``: nothing more is sent unless they write. A coordinator's page stays open."""
    turn.conversation.stopped = True
    turn.conversation.preferences.snoozed_until = None
    turn.do(CancelPending())
    turn.say(turn.content.words.data.stopped)
    if is_page(turn.page_before) and turn.access.is_coordinator:
        turn.conversation.open_page = turn.page_before
    else:
        turn.ask("carry_on")


def _came_from(turn: TurnContext) -> str:
    """Return the page of a coordinator from which it was asked for, "" for none."""
    draft = forms.in_hand(turn.conversation)
    if draft and any(each.action == "form_cancel" for each in turn.conversation.offers):
        return forms.page_of(draft)
    return came_from(turn.conversation, turn.page_before)


class ForgetPrompt(SurePrompt):
    """*Delete everything?*"""

    name = "forget"
    no_and_yes = (KEEP, "forget_yes")

    def buttons(self, turn: TurnContext, place: Sequence[Button], /) -> Iterator[Button]:
        """Yes or no, or first to hand over what they look after alone."""
        for each in turn.access.looked_after_alone:
            label = turn.fill(turn.content.words.ending.hand_over_first, cohort=each.name)
            yield to(label, f"{each.id}.who")
        for button in super().buttons(turn, place):
            page = _came_from(turn) if button.action == KEEP else ""
            yield replace(button, action=f"{KEEP}:{page}") if page else button

    def take_text(self, turn: TurnContext) -> bool:
        """Take more words as a no, too; those at a page are for no answer."""
        page = _came_from(turn)
        if not page or count_words(turn.event.text) < A_FEW:
            return super().take_text(turn)
        turn.keep_aside(turn.event.text)
        turn.answered()
        keep_data(turn, page)
        return True

    def ask(self, turn: TurnContext) -> None:
        """Ask, as it was asked first."""
        ask_forget(turn)

    def say_no(self, turn: TurnContext) -> None:
        """Say that everything is as it was."""
        turn.say(turn.content.words.data.kept)


ACTIONS: dict[str, Action] = {
    "delete_all": ask_forget,
    KEEP: keep_data,
    "forget_yes": forget,
    places.CLOSE: places.close,
}
"""What the buttons of this room do."""
