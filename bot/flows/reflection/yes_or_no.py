"""“aye, please do”: a plain yes or no does what the open question asks."""

from __future__ import annotations

from bot.analysis.reading.answering import core_of, plain_answer
from bot.analysis.reading.own_text.marks import heard
from bot.analysis.reading.own_text.orders import orders_in
from bot.analysis.reading.own_text.vocabulary import TEXT
from bot.analysis.reading.split_answers import split_answer
from bot.analysis.reading.words import heard_words
from bot.domain.coaching import ASIDE, Coaching
from bot.engine.context import TurnContext
from bot.flows.coaching.replies import open_follow_up
from bot.flows.safety.names import is_told_beside

_DOES = {
    "split": ("split", "not_split"),
    "lines": ("lines_out", "lines_keep"),
    "not_own": ("wrote_it", "wrote_it_not"),
    "masked": ("good", "again"),
    "name": ("name_yes", "not_name"),
    "noticed": ("agree", "disagree"),
    "reword": ("reword", "leave_words"),
}
"""What a yes and a no do where that is asked, "" where it says too little."""

_CHANGES = frozenset(
    (
        *("change it", "change that", "swap it", "fix it", "do it", "put that", "put it"),
        *("that's it", "thats it", "make it so", "write that", "correct it"),
    )
)
"""What says yes to *Shall I change it?* in its own words."""

_OUT_OR_KEEP = {
    "reword": ("leave_words", "leave_words"),
    "lines": ("lines_out", "lines_keep"),
    "shows_who": ("cut_out", "keep_phrase"),
    "name": ("name_yes", "not_name"),
}
"""What “leave it out” and “keep it” do where it is asked which."""


def take_words(turn: TurnContext) -> bool:
    """Take a plain yes or no where one was asked for: it is in no answer."""
    name, text = turn.conversation.prompt, turn.event.text
    yes, no = _DOES.get(name, ("", ""))
    action = {"yes": yes, "no": no, "": ""}[
        plain_answer(text) or (split_answer(text) if name == "split" else "")
    ]
    if name == "reword" and core_of(text) in _CHANGES:
        action = yes
    is_either = name in _OUT_OR_KEEP and (name != "name" or is_told_beside(turn))
    if is_either and not action:
        out, keep = _OUT_OR_KEEP[name]
        is_kept = core_of(text) in turn.content.listening.harm.cues.keep_it
        action = out if _is_out(turn, text) else keep if is_kept else ""
    action = action or _only_one(turn)
    if not action or (action == "name_yes" and not is_told_beside(turn)):
        return False
    turn.keep_aside(turn.event.text)
    turn.coaching = Coaching("talk", ASIDE)
    name, _, argument = action.partition(":")
    turn.flows.actions[name](turn, argument)
    return True


def _only_one(turn: TurnContext) -> str:
    """Return what the one button does that is offered, where a plain yes takes it: "" for none. Who
    is asked something else besides says yes to that."""
    prompt, text = turn.open_prompt, turn.event.text
    if prompt is None or prompt.name not in _OFFERS_ONE or plain_answer(text) != "yes":
        return ""
    if open_follow_up(turn) or _NODS.issuperset(heard_words(text)):
        return ""
    offered = [
        b.action for b in prompt.choices(turn) if b.action.startswith(_OFFERS_ONE[prompt.name])
    ]
    return offered[0] if len(offered) == 1 else ""


_OFFERS_ONE = {"spoken": "spoken_in", "which_asked": "asked"}
"""What one button of some prompts does: “Put it in my answer”, and what may have been asked."""

_NODS = frozenset(("ok", "okay", "fine", "sure", "right", "so", "grand", "great", "lovely", "it"))
"""Words that may only say that something was read."""


PIECES = TEXT | {"last", "said", "wrote", "all", "everything", "answer"}
"""One of these names words of theirs, and not what is asked about."""


def _is_out(turn: TurnContext, text: str) -> bool:
    """Whether no more is said than that what is asked about shall go."""
    found = orders_in(text, turn.dialogue.called, list)
    if not PIECES.isdisjoint(heard(text)):
        return False  # “the last thing I said” is no name
    if found is None or found.rest_of(text):
        return False
    return all(
        request.act == "out" and all(e.is_newest for e in request.which)
        for request in found.requests
    )
