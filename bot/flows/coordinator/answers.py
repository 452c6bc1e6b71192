"""Statements that learners shared with a coordinator, and the coordinator's answers.

Pages below a cohort: ``ans`` what may be read, ``ans.KEY`` one of them, ``ansq.KEY`` the parts
that a question can be about. Actions: ``cohort:read.KEY``, ``cohort:ready.KEY``,
``cohort:ask.KEY.STEP``, ``cohort:know.KEY``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from bot.domain.cohort_view import CohortView
from bot.domain.commands import Command
from bot.domain.drafts import AnswerDraft
from bot.domain.events import Reminder
from bot.domain.offers import Button
from bot.domain.reading import answer, read, waiting_for_answer
from bot.domain.sharing import Act, Sharing
from bot.domain.sharing_commands import NoteAct, TakeToRead
from bot.engine.context import TurnContext
from bot.engine.dates import day_in
from bot.engine.wording import Text, Typed, counted
from bot.flows.coordinator import forms
from bot.flows.coordinator.names import who_of
from bot.flows.coordinator.routes import PAGE, TO_READ, does, to
from bot.flows.sharing.told import answers_of


def tell(turn: TurnContext, about: Reminder) -> Iterator[Button]:
    """Tell a coordinator that somebody asks them to read, and yield the way to it."""
    words, (cohort, _, key) = turn.content.words.sharing.news, about.which.partition(" ")
    if any(each.key == key for each in turn.access.to_read):
        turn.say(words.shared, cohort=about.cohort)
        yield to(words.look, f"{cohort}.{TO_READ}")


def show_to_read(turn: TurnContext, view: CohortView, key: str = "") -> None:
    """Show how many wait for an answer, and what may be read; or how one of those stands."""
    words, said = turn.content.words, turn.content.words.sharing.reader
    if found := _found(turn, view, key):
        done = list(answers_of(turn.content, found))
        turn.tell(_line(turn, view, found), *done, *([] if done else [turn.fill(said.rules)]))
        return
    lines = [_line(turn, view, each) for each in _mine(turn, view)]
    waiting = waiting_for_answer(view, turn.now)
    shown = [] if waiting is None else [counted(words, said.waiting, waiting)]
    turn.tell(*shown, *([turn.fill(said.shared), *lines] if lines else [turn.fill(said.nothing)]))


def to_read_buttons(turn: TurnContext, view: CohortView, key: str = "") -> Iterator[Button]:
    """Yield a button for each that may be read; at one of them what can be said."""
    said = turn.content.words.sharing.reader
    found = _found(turn, view, key)
    for each in [found] if found else _mine(turn, view):
        label = turn.fill(said.read, who=_who(turn, view, each))
        yield does(label, f"cohort:read.{each.key}")
    if found and found.reader == turn.conversation.id:
        yield from _answers(turn, view, found)


def _answers(turn: TurnContext, view: CohortView, found: Sharing) -> Iterator[Button]:
    """Yield what was not said yet."""
    said = turn.content.words.sharing.reader
    if not found.did("ready"):
        yield does(said.ready, f"cohort:ready.{found.key}")
    if not found.did("question"):
        yield to(said.question, f"{view.cohort.id}.ansq.{found.key}")
    if not found.did("confirmed"):
        yield does(said.know, f"cohort:know.{found.key}")


def show_steps(turn: TurnContext, view: CohortView, key: str) -> None:
    """Ask which part a question is about."""
    said = turn.content.words.sharing.reader
    turn.say(said.which_step if _found(turn, view, key) else said.taken)


def step_buttons(turn: TurnContext, view: CohortView, key: str) -> Iterator[Button]:
    """Yield a button for each part."""
    if found := _found(turn, view, key):
        for each in found.parts:
            yield does(each.heading, f"cohort:ask.{found.key}.{each.step}")


def _read(turn: TurnContext, view: CohortView, key: str) -> None:
    """Open one: from now on it is theirs to answer, and its learner sees that it was opened."""
    said, found = turn.content.words.sharing.reader, _found(turn, view, key)
    turn.conversation.open_page = f"{PAGE}.{view.cohort.id}.{TO_READ}"
    if found is None:
        turn.say(said.taken)
        return
    _do(turn, found, TakeToRead(found.hash), *read(found, turn.now))
    turn.conversation.open_page += f".{found.key}"
    turn.tell(_line(turn, view, found))
    for each in found.parts:
        turn.tell(each.heading, Typed(each.text))
    turn.say(said.rules)


def _do(turn: TurnContext, found: Sharing, *commands: Command) -> None:
    """Do it, and see the sharing as it is then."""
    acts = (each.act for each in commands if isinstance(each, NoteAct))
    mine = replace(found, reader=turn.conversation.id, acts=(*found.acts, *acts))
    turn.do(*commands)
    turn.access = turn.access.having_to_read(mine)


def _ready(turn: TurnContext, view: CohortView, key: str) -> None:
    _answer(turn, view, key, Act(turn.now, "ready"))


def _ask(turn: TurnContext, view: CohortView, rest: str) -> None:
    """Ask for the words of a question about one part."""
    key, _, step = rest.partition(".")
    if found := _theirs(turn, view, key):
        forms.begin(turn, AnswerDraft(view.cohort.id, found.key, step))


def _know(turn: TurnContext, view: CohortView, key: str) -> None:
    """Ask for a name and a role."""
    if found := _theirs(turn, view, key):
        forms.begin(turn, AnswerDraft(view.cohort.id, found.key, asked="reader_name"))


def finish(turn: TurnContext, view: CohortView, draft: AnswerDraft) -> None:
    """Say what was filled in: a question, or that they know of the work."""
    if draft.question:
        act = Act(turn.now, "question", step=draft.step, words=draft.question)
    else:
        act = Act(turn.now, "confirmed", name=draft.reader_name, role=draft.reader_role)
    _answer(turn, view, draft.key, act)


def _answer(turn: TurnContext, view: CohortView, key: str, act: Act) -> None:
    words, found = turn.content.words.sharing, _theirs(turn, view, key)
    if found is None:
        return
    done = answer(found, act)
    if isinstance(done, str):
        turn.say(getattr(words.why_not, done))
        return
    _do(turn, found, *done)
    turn.say(words.reader.told)


def _theirs(turn: TurnContext, view: CohortView, key: str) -> Sharing | None:
    """Return one that they have opened, and leave its page open; say so where it is not theirs."""
    found = _found(turn, view, key)
    page = f"{PAGE}.{view.cohort.id}.{TO_READ}"
    if found and found.reader == turn.conversation.id:
        turn.conversation.open_page = f"{page}.{key}"
        return found
    turn.conversation.open_page = page
    turn.say(turn.content.words.sharing.reader.taken)
    return None


def _mine(turn: TurnContext, view: CohortView) -> list[Sharing]:
    return [each for each in turn.access.to_read if each.cohort == view.cohort.id]


def _found(turn: TurnContext, view: CohortView, key: str) -> Sharing | None:
    return next((each for each in _mine(turn, view) if each.key == key), None)


def _who(turn: TurnContext, view: CohortView, sharing: Sharing) -> str:
    """Return what its learner is called in the group."""
    found = (each for each in view.members if each.chat_id == sharing.conversation)
    return next((who_of(turn.content.words, view, each) for each in found), "–")


def _line(turn: TurnContext, view: CohortView, sharing: Sharing) -> Text:
    said, who = turn.content.words.sharing.reader, _who(turn, view, sharing)
    until = day_in(sharing.until, view.cohort.zone)
    return turn.fill(said.one, who=Typed(who), title=sharing.title, date=until)


ACTIONS: dict[str, Callable[[TurnContext, CohortView, str], None]] = {
    "read": _read,
    "ready": _ready,
    "ask": _ask,
    "know": _know,
}
"""What the buttons of these pages do."""
