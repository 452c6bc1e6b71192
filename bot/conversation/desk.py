"""``/cohort``: the desk of a coordinator, as pages beside the questions.

Every page and every deed goes through ``_mine``: the cohort as the store gives it to who looks
after it at this moment. A cohort that is somebody else's and one that does not exist are refused
in the same words, whatever a button carries. No page holds a word that a learner wrote, other than
a name that they chose to show.

Pages: ``co`` the list · ``co.new`` · ``co.ID`` a cohort · ``co.ID.prog`` and the like, below.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from bot.cohorts import (
    SMALL,
    Cohort,
    hashed,
    new_code,
)
from bot.conversation import desk_forms, desk_progress, desk_reminders
from bot.conversation.desk_progress import day
from bot.conversation.talk import Talk
from bot.conversation.wording import Typed, counted
from bot.deeds import Invite, KeepCohort, Note, Unseat
from bot.facts import View
from bot.model import Button, File
from bot.reminders import at_local

PAGE = "co"
OPERATOR = "operator"
"""Who the list of what was done names for what is done on the server."""
INVITES = (1, 30, 500)
NUDGE_DAYS = (3, 5, 7, 14)
SEAT_DAYS = timedelta(days=7)
"""For how long a link to become a coordinator can be used."""
LAST = 20
"""Lines of the list of what was done."""


def cohort(talk: Talk, _: str = "") -> None:
    """``/cohort``: the cohorts that somebody looks after."""
    show(talk, PAGE)


def cohort_of(page: str) -> str:
    """The id of the cohort that a page is about, "" for none."""
    head, _, rest = page.partition(".")
    return rest.partition(".")[0] if head == PAGE else ""


def refuse(talk: Talk) -> None:
    """The one refusal for everything that is not theirs."""
    talk.conversation.page = ""
    talk.say(talk.content.words.desk.refused)


def show(talk: Talk, page: str) -> None:
    """A page of the desk, after the deed that it stands for."""
    which = cohort_of(page)
    what, _, rest = page.removeprefix(f"{PAGE}.{which}").removeprefix(".").partition(".")
    page = page.rstrip(".")
    talk.conversation.page = page
    if not talk.facts.is_coordinator or (which == "new" and not talk.facts.may_found):
        refuse(talk)
    elif which == "new":
        desk_forms.begin(talk, "cohort", "")
    elif not which:
        _show_list(talk)
    elif (view := talk.facts.view) is None or view.cohort.id != which:
        refuse(talk)
    elif what in desk_reminders.PAGES:
        desk_reminders.show(talk, view, what, rest)
    else:
        _PAGES.get(what, _show_home)(talk, view, rest)


def buttons(talk: Talk) -> Iterator[Button]:
    """The ways on from the open page."""
    page, view = talk.conversation.page, talk.facts.view
    which = cohort_of(page)
    what, _, rest = page.removeprefix(f"{PAGE}.{which}").removeprefix(".").partition(".")
    words = talk.content.words.desk_buttons
    if not which:
        yield from (to(each.name, each.id) for each in talk.facts.seats)
        if talk.facts.may_found:
            yield to(words.new, "new")
        return
    if view is None or view.cohort.id != which:
        return
    if what in desk_reminders.PAGES:
        yield from desk_reminders.buttons(talk, view, what, rest)
    elif what in _BUTTONS:
        yield from _BUTTONS[what](talk, view)
    else:
        yield from _home_buttons(talk, view)
        return
    yield to(words.home, which)


def to(label: str, page: str) -> Button:
    """A button that leads to a page of the desk."""
    return Button(label if len(label) <= 40 else f"{label[:39]}…", f"page:{PAGE}.{page}", side=True)


def labelled(seats: Iterable[Cohort], typed: str) -> str:
    """The id of the cohort whose button reads like what was typed, "" for none."""
    wanted = typed.strip().casefold()
    return next((each.id for each in seats if to(each.name, "").label.casefold() == wanted), "")


def _show_list(talk: Talk) -> None:
    words = talk.content.words.desk
    talk.say(words.list if talk.facts.seats else words.list_empty)


def _show_home(talk: Talk, view: View, _: str = "") -> None:
    words, each = talk.content.words.desk, view.cohort
    talk.conversation.page = f"{PAGE}.{each.id}"
    dialogue = talk.content.dialogues.get(each.dialogue)
    finished = sum(member.is_finished for member in view.here)
    facts = {
        "cohort": each.name,
        "dialogue": dialogue.title if dialogue else each.dialogue,
        "ends": day(each.ends_on),
        "zone": each.zone,
        "people": counted(talk.content.words, words.people, len(view.here)),
    }
    if len(view.here) < SMALL:
        talk.say(words.home_small, **facts)
    else:
        talk.say(words.home, finished=finished, **facts)


def _home_buttons(talk: Talk, view: View) -> Iterator[Button]:
    words, which = talk.content.words.desk_buttons, view.cohort.id
    yield to(words.invite, f"{which}.inv")
    yield to(words.progress, f"{which}.prog")
    yield to(words.remind, f"{which}.rem")
    if view.reports:
        yield to(words.reports, f"{which}.rep")
    yield to(words.nudges, f"{which}.nud")
    yield to(words.change, f"{which}.set")
    yield to(words.coordinators, f"{which}.who")
    yield to(words.audit, f"{which}.aud")
    yield to(words.all, "")


def zone_of(talk: Talk, cohort_id: str) -> str:
    """The zone of a cohort that they look after."""
    found = (each.zone for each in talk.facts.seats if each.id == cohort_id)
    return next(found, talk.conversation.wishes.zone)


def _show_invite(talk: Talk, view: View, rest: str = "") -> None:
    words, each = talk.content.words.desk, view.cohort
    uses = {str(many): many for many in INVITES}.get(rest, 0)
    if not uses or each.is_over(talk.now):
        talk.say(words.over if each.is_over(talk.now) else words.invite_ask)
        return
    if not talk.facts.link:
        talk.say(words.no_link)
        return
    link, code = talk.facts.fresh[0], new_code(bytes.fromhex(talk.facts.fresh[1]))
    until = min(talk.now + timedelta(days=90), _end(view))
    address = f"{talk.facts.link}?start={link}"
    talk.do(
        Invite(hashed(link), "learner", each.id, until, uses),
        Invite(hashed(code), "learner", each.id, until, uses, code=True),
        Note(each.id, "invited", str(uses)),
    )
    talk.conversation.page = f"{PAGE}.{each.id}.inv"
    shown = f"{code[:4]}-{code[4:]}"
    card = f"card {_card(talk, view, address, shown)}"
    facts = {"link": address, "code": shown, "count": uses, "until": day(until)}
    picture = File(talk.content.words.file_name.card, "png", "image/png", picture=card)
    talk.tell(talk.fill(words.invited, **facts))
    talk.tell(talk.fill(words.card, code=shown), file=picture)


def _card(talk: Talk, view: View, link: str, code: str) -> str:
    words = talk.content.words.desk
    return json.dumps(
        {
            "link": link,
            "cohort": view.cohort.name,
            "code": code,
            "title": words.card_title,
            "how": words.card_how,
            "code_line": words.card_code,
        }
    )


def _end(view: View) -> datetime:
    return at_local(view.cohort.zone, view.cohort.ends_on + timedelta(days=1), "00:00")


def _show_nudges(talk: Talk, view: View, rest: str = "") -> None:
    words, each = talk.content.words.desk, view.cohort
    days = (
        int(rest)
        if rest.isdecimal() and len(rest) < 5 and int(rest) in (0, *NUDGE_DAYS)
        else each.nudge_days
    )
    if days != each.nudge_days:
        talk.do(KeepCohort(replace(each, nudge_days=days)), Note(each.id, "nudges", str(days)))
    said = talk.fill(words.nudges_on if days else words.nudges_off, days=days)
    sent = sum(member.nudges for member in view.members)
    talk.tell(said, *([talk.fill(words.nudged, count=sent)] if sent else []))


def _show_who(talk: Talk, view: View, rest: str = "") -> None:
    words, each = talk.content.words.desk, view.cohort
    if rest == "add":
        link = talk.facts.fresh[0]
        until = talk.now + SEAT_DAYS
        talk.do(
            Invite(hashed(link), "coordinator", each.id, until, 1),
            Note(each.id, "invited_coordinator"),
        )
        talk.say(words.seat_link, link=f"{talk.facts.link}?start={link}", until=day(until))
    elif rest == "out" and len(view.coordinators) > 1:
        talk.do(Unseat(each.id, talk.conversation.chat_id), Note(each.id, "unseated"))
        talk.conversation.page = PAGE
        talk.say(words.seat_left, cohort=each.name)
    elif rest == "out":
        talk.say(words.seat_last)
    else:
        talk.tell(counted(talk.content.words, words.coordinators, len(view.coordinators)))


def _show_audit(talk: Talk, view: View, _: str = "") -> None:
    words = talk.content.words
    lines = [talk.fill(words.desk.audit)]
    number = {chat: place for place, chat in enumerate(view.coordinators, 1)}
    for each in view.audit[-LAST:]:
        what = talk.fill(getattr(words.audit, each.what), facts=Typed(each.facts))
        by = number.get(each.chat_id)
        somebody = words.desk.operator if each.chat_id == OPERATOR else words.desk.somebody
        name = talk.fill(words.desk.coordinator, number=by) if by else somebody
        at = desk_reminders.when(each.at, view.cohort.zone)
        lines.append(talk.fill(words.desk.audit_line, when=at, who=name, what=what))
    talk.tell("\n".join(lines))


def _show_settings(talk: Talk, view: View, rest: str = "") -> None:
    if rest in desk_forms.CHANGES:
        desk_forms.begin(talk, f"set_{rest}", view.cohort.id)
        return
    words, each = talk.content.words.desk, view.cohort
    talk.say(
        words.settings,
        ends=day(each.ends_on),
        closing=each.closing or words.none,
        safeguarding=each.safeguarding or words.none,
    )


def _setting_buttons(talk: Talk, view: View) -> Iterator[Button]:
    words = talk.content.words.desk_buttons
    labels = (words.set_ends_on, words.set_closing, words.set_safeguarding)
    for name, label in zip(desk_forms.CHANGES, labels, strict=True):
        yield to(label, f"{view.cohort.id}.set.{name}")


def _invite_buttons(talk: Talk, view: View) -> Iterator[Button]:
    words = talk.content.words.desk_buttons
    for uses in INVITES:
        label = words.invite_one if uses == 1 else talk.fill(words.invite_many, count=uses)
        yield to(label, f"{view.cohort.id}.inv.{uses}")


def _nudge_buttons(talk: Talk, view: View) -> Iterator[Button]:
    words = talk.content.words.desk_buttons
    for days in NUDGE_DAYS:
        yield to(talk.fill(words.nudge_days, days=days), f"{view.cohort.id}.nud.{days}")
    yield to(words.nudge_off, f"{view.cohort.id}.nud.0")


def _who_buttons(talk: Talk, view: View) -> Iterator[Button]:
    words = talk.content.words.desk_buttons
    yield to(words.add_coordinator, f"{view.cohort.id}.who.add")
    yield to(words.leave_cohort, f"{view.cohort.id}.who.out")


def _progress_buttons(talk: Talk, view: View) -> Iterator[Button]:
    yield to(talk.content.words.desk_buttons.csv, f"{view.cohort.id}.csv")


_PAGES: dict[str, Callable[[Talk, View, str], None]] = {
    "inv": _show_invite,
    "prog": desk_progress.show_progress,
    "csv": desk_progress.show_csv,
    "nud": _show_nudges,
    "who": _show_who,
    "aud": _show_audit,
    "set": _show_settings,
}
_BUTTONS: dict[str, Callable[[Talk, View], Iterator[Button]]] = {
    "inv": _invite_buttons,
    "prog": _progress_buttons,
    "csv": _progress_buttons,
    "nud": _nudge_buttons,
    "who": _who_buttons,
    "aud": lambda _talk, _view: iter(()),
    "set": _setting_buttons,
}
