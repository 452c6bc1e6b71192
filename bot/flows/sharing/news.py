"""News for a learner of a reader's answer, whatever they are at.

It changes no answer and no place. Words that come after a question are an answer at its step.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.events import Reminder
from bot.domain.offers import Button
from bot.domain.sharing import Act, Sharing
from bot.engine.context import TurnContext
from bot.engine.pages import link
from bot.engine.wording import Text, Typed
from bot.flows.sharing.page import SHARE
from bot.flows.sharing.told import label_of


def tell_answer(turn: TurnContext, about: Reminder) -> Iterator[Button]:
    """Tell a learner what a reader says, and yield the way to it.

    Nothing where it was taken back meanwhile.
    """
    words, (key, _, what) = turn.content.words.sharing, about.which.partition(" ")
    found = turn.access.sharing(key)
    act = next((each for each in found.acts if each.what == what), None) if found else None
    if found is None or act is None or found.ended_at:
        return
    if about.by_mail:  # no word of anybody's stands in a letter
        turn.say(words.news.by_mail, title=found.title)
        return
    lines = [_said(turn, found, act)]
    if act.what == "question" and _opens(turn, found, act):
        lines.append(turn.fill(words.news.answer_here))
    turn.tell(*lines)
    yield link(words.news.look, SHARE)


def _said(turn: TurnContext, sharing: Sharing, act: Act) -> Text:
    said = turn.content.words.sharing.news
    if act.what == "question":
        label = label_of(turn.content, sharing, act.step)
        return turn.fill(said.question, title=sharing.title, label=label, asked=Typed(act.words))
    if act.what == "confirmed":
        named = {"name": Typed(act.name), "role": Typed(act.role)}
        return turn.fill(said.confirmed, title=sharing.title, **named)
    return turn.fill(said.ready, title=sharing.title)


def _opens(turn: TurnContext, sharing: Sharing, act: Act) -> bool:
    """Let the next words be an answer at the step that is asked about. False where it is gone."""
    mine = [e for e in turn.conversation.attempts if e.dialogue == sharing.dialogue]
    dialogue = turn.content.dialogues.get(sharing.dialogue)
    is_newest = bool(mine) and mine[-1].number == sharing.attempt
    if not is_newest or dialogue is None or not dialogue.by_id.get(act.step):
        return False
    turn.conversation.reminded = f"{sharing.dialogue}:{act.step}"
    turn.conversation.asked_since = False
    return True
