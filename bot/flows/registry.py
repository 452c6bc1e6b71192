"""Everything that can be done: the closed lists of what buttons and commands do."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator

from bot.domain.access import AccessQuery
from bot.domain.cohort import Cohort
from bot.domain.conversation import Conversation
from bot.domain.events import Event
from bot.domain.turn import Button
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext, plain_buttons
from bot.flows.account import help as help_page
from bot.flows.account import my_data
from bot.flows.account.my_data import ask_forget
from bot.flows.coaching import practices, questions
from bot.flows.coaching.practices import noticed_buttons, practice_buttons
from bot.flows.coordinator import actions as coordinator_actions
from bot.flows.coordinator import forms
from bot.flows.coordinator import pages as coordinator_pages
from bot.flows.coordinator import routes as coordinator_routes
from bot.flows.coordinator.team import team
from bot.flows.library import activities, frameworks, links
from bot.flows.membership import joining
from bot.flows.reflection import (
    answers,
    choices,
    dialogues,
    hand_in,
    navigation,
    outcome,
    placing,
    screens,
    splitting,
    unplaced,
)
from bot.flows.reflection.answers import A_FEW, can_be_kept, can_be_read, keep_aside, keep_text
from bot.flows.reflection.buttons import place_buttons, step_buttons
from bot.flows.reflection.navigation import ask_restart
from bot.flows.reflection.outcome import outcome_buttons
from bot.flows.reflection.placing import piece_buttons
from bot.flows.reflection.splitting import situation_buttons
from bot.flows.reminders import later, preferences
from bot.flows.reminders.later import is_later, take_later
from bot.flows.reminders.replies import LAPSE, answer_reminder, declines, show_declined
from bot.flows.safety import harm, identifiers, names
from bot.flows.safety.harm import harm_in
from bot.flows.safety.names import name_buttons

Action = Callable[[TurnContext, str], None]

ACTIONS: dict[str, Action] = {
    "about": screens.about,
    "again": identifiers.type_again,
    "agree": practices.agree,
    "add_to": unplaced.add_to,
    "back": navigation.back,
    "carry_on": navigation.carry_on,
    "change": navigation.open_answer,
    "checklist": hand_in.checklist,
    "edition": hand_in.edition,
    "ledger": hand_in.ledger,
    "tell_more": screens.tell_more,
    "disagree": practices.disagree,
    "drop_words": harm.drop_words,
    "cohort": coordinator_actions.cohort,
    "team": team,
    "field": coordinator_actions.field,
    "for_coach": questions.for_coach,
    "form_cancel": forms.cancel,
    "good": identifiers.good,
    "join_no": joining.join_no,
    "join_yes": joining.join_yes,
    "keep_words": harm.keep_words,
    "lines_keep": splitting.lines_keep,
    "lines_out": splitting.lines_out,
    "move": placing.move_message,
    "my_answer": questions.my_answer,
    "name": practices.name_practice,
    "name_is": names.name_is,
    "name_it": practices.name_it,
    "none_of_these": practices.show_noticed,
    "no_name": joining.no_name,
    "not_name": names.not_name,
    "not_split": splitting.not_split,
    "show_noticed": practices.show_noticed,
    "something_else": practices.name_it,
    "situation": splitting.use_situation,
    "split": splitting.split,
    "unname": practices.unname_practice,
    "example": screens.example,
    "forget_no": my_data.keep_data,
    "forget_yes": my_data.forget,
    "leave_out": unplaced.leave_out,
    "more": links.more,
    "next": navigation.go_on,
    "open": dialogues.open_dialogue,
    "page": frameworks.open_page,
    "pause": navigation.pause,
    "pick": choices.pick,
    "piece": placing.move_piece,
    "outcome": outcome.outcome,
    "place": unplaced.ask_place,
    "reminders": preferences.change_reminders,
    "membership": preferences.change_membership,
    "replace": answers.ask_replace,
    "restore": answers.restore,
    "restart_no": navigation.keep_going,
    "restart_yes": navigation.restart,
    "review": navigation.review,
    "sent": hand_in.sent,
    "skip": navigation.skip,
    "show_name": joining.show_name,
    "sort": activities.sort,
    "sort_as": activities.sort_as,
    "sort_skip": activities.skip_activity,
    "start": navigation.begin,
    "statement": navigation.statement,
    "to_question": navigation.to_question,
    "unpick": choices.unpick,
}
"""What each button does. ``change:situation`` is the action ``change`` for ``situation``."""

COMMANDS: dict[str, Action] = {
    "start": navigation.start,
    "next": navigation.go_on,
    "back": navigation.back,
    "skip": navigation.skip,
    "pause": navigation.pause,
    "review": navigation.review,
    "statement": navigation.statement,
    "learn": frameworks.learn,
    "sort": activities.sort,
    "resources": links.resources,
    "things": frameworks.things,
    "restart": navigation.ask_restart,
    "mydata": my_data.show_data,
    "forget": my_data.ask_forget,
    "privacy": help_page.show_privacy,
    "reminders": preferences.reminders,
    "later": later.later,
    "join": joining.by_code,
    "cohort": coordinator_pages.cohort,
    "stop": my_data.stop,
    "support": harm.show_support,
    "help": help_page.show_help,
}
"""What each command does. ``dialogues/common.yaml`` describes the same ones."""

KEEP_QUESTION = {
    *("example", "help", "mydata", "privacy", "resources", "learn", "things", "page", "more"),
    *("to_question", "sort_as", "sort_skip", "support"),
}
"""Looking something up leaves a pending *Replace*, *Which answer is this for?* or activity open."""

TAKES_WORDS = {"learn", "resources", "reminders", "later", "join"}
"""A few words after these commands say what is wanted. They are no words of an answer."""


def nearest_command(typed: str) -> str:
    """The command most like what was typed; /help when none is."""
    return next(iter(difflib.get_close_matches(typed, COMMANDS, n=1, cutoff=0.5)), "help")


DECISIONS: dict[str | None, tuple[str, ...]] = {
    "masked": ("good", "again"),
    "harm": ("keep_words", "drop_words"),
    "question": ("my_answer", "for_coach"),
    "split": ("split", "not_split"),
    "lines": ("lines_out", "lines_keep"),
    "join": ("join_yes", "join_no"),
    "name_shown": ("no_name",),
    "name_check": ("show_name", "no_name"),
}
"""What can be pressed for each thing that is asked beside the question."""

HARMLESS = (
    "about",
    "example",
    "tell_more",
    "checklist",
    "ledger",
    "open",
    "pick",
    "unpick",
    "name",
    "unname",
)
"""Buttons under a message that need not be of the last turn, as long as they are still offered:
they change nothing, or say all that they do."""

LISTS: dict[str | None, Callable[[TurnContext], Iterator[Button]]] = {
    "name": name_buttons,
    "naming": practice_buttons,
    "noticed": noticed_buttons,
    "situations": situation_buttons,
    "outcome": lambda turn: iter(outcome_buttons(turn)),
    "form": forms.buttons,
    "pieces": piece_buttons,
}
"""What can be pressed where it depends on more than on what is asked."""


def asked_beside(turn: TurnContext) -> Iterator[Button]:
    """Yield the buttons of what is asked beside the question."""
    match turn.conversation.prompt:
        case "sort":
            yield from plain_buttons(turn, "to_question")
            for side in ("management", "leadership", "both"):
                label = getattr(turn.content.words.buttons, side)
                yield Button(label, f"sort_as:{side}", side=True)
            yield from plain_buttons(turn, "sort_skip", side=True)
        case "restart":
            yield from plain_buttons(turn, "restart_no", "restart_yes")
        case "forget":
            yield from plain_buttons(turn, "forget_no", "forget_yes")
        case "carry_on":
            yield from plain_buttons(turn, "carry_on")
        case "place":
            yield from step_buttons(turn, "add_to")
            yield from plain_buttons(turn, "leave_out")
            yield from (each for each in place_buttons(turn) if not each.side)
        case _:
            yield from place_buttons(turn)


def access_query(
    conversation: Conversation, event: Event, coordinates: tuple[Cohort, ...] = ()
) -> AccessQuery:
    """What an event is about, so that no more than that is read for it.

    Once the cohorts are known that somebody looks after, the label of one may be what was typed.
    """
    if event.kind == "press" and event.text.startswith(f"page:{coordinator_routes.PAGE}."):
        return AccessQuery(cohort=coordinator_routes.cohort_of(event.text.removeprefix("page:")))
    token = joining.token_in(event.text) if event.kind == "say" else ""
    if token or conversation.prompt == "join":
        code = event.text[:5].lower() == "/join" if token else conversation.by_code
        return AccessQuery(token_hash=token or conversation.invitation, code=code)
    which = coordinator_routes.cohort_in_hand(conversation)
    if conversation.open_page == coordinator_routes.PAGE:
        which = coordinator_routes.labelled(coordinates, event.text)
    return AccessQuery(cohort=which or coordinator_routes.cohort_of(conversation.open_page))


def take_words(turn: TurnContext) -> None:
    """Words that are no command and no choice.

    To a question about deleting or starting again, a few words ("yes", "no thanks") are no answer
    for the statement: the question comes again. More of them mean no, and are kept.
    """
    if _beside_the_answer(turn):
        return
    prompt, words = turn.conversation.prompt, turn.content.words
    if prompt not in ("forget", "restart") or not can_be_kept(turn):
        keep_text(turn)
        return
    if count_words(turn.event.text) < A_FEW:
        keep_aside(turn, turn.event.text)
        (ask_forget if prompt == "forget" else ask_restart)(turn)
        return
    turn.say(words.data.kept if prompt == "forget" else words.move.not_restarted)
    turn.conversation.prompt = None
    keep_text(turn)


def _beside_the_answer(turn: TurnContext) -> bool:
    """Whether the words were for something else: a form, a name to show, a time to be reminded.

    Words after a reminder are the answer to it: they are kept at its question.
    """
    if not turn.event.text or not can_be_read(turn):
        return False
    if turn.conversation.reminded and turn.conversation.prompt in LAPSE:
        turn.conversation.prompt = None
    prompt = turn.conversation.prompt
    if prompt in TAKES_TYPED and not forms.asks_contact(turn.conversation) and harm_in(turn):
        turn.conversation.prompt = None  # whom to tell comes before everything else
        return False
    if (prompt in TAKES_TYPED and TAKES_TYPED[prompt](turn)) or is_later(turn):
        return True
    if declines(turn):
        keep_aside(turn, turn.event.text)
        show_declined(turn)
        return True
    if turn.conversation.reminded:
        answer_reminder(turn)
    return False


TAKES_TYPED: dict[str | None, Callable[[TurnContext], bool]] = {
    "form": coordinator_actions.take_typed,
    "join": joining.take_yes_or_no,
    "name_shown": joining.take_name,
    "later": take_later,
}
"""What takes typed words while it is asked. It says whether they were for it."""
