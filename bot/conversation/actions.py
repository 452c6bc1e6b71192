"""Everything that can be done: the closed lists of what buttons and commands do."""

from __future__ import annotations

import difflib
from collections.abc import Callable

from bot.conversation import (
    answers,
    asides,
    coach,
    desk,
    desk_forms,
    handing_in,
    joining,
    links,
    moves,
    naming,
    pages,
    protecting,
    sorting,
    sorting_out,
    wishes,
)
from bot.conversation.talk import Talk

Action = Callable[[Talk, str], None]

ACTIONS: dict[str, Action] = {
    "about": asides.about,
    "again": protecting.type_again,
    "agree": naming.agree,
    "add_to": answers.add_to,
    "back": moves.back,
    "carry_on": moves.carry_on,
    "change": moves.open_answer,
    "checklist": handing_in.checklist,
    "edition": handing_in.edition,
    "ledger": handing_in.ledger,
    "tell_more": asides.tell_more,
    "disagree": naming.disagree,
    "drop_words": protecting.drop_words,
    "field": desk_forms.take,
    "for_coach": coach.for_coach,
    "form_cancel": desk_forms.cancel,
    "good": protecting.good,
    "join_no": joining.join_no,
    "join_yes": joining.join_yes,
    "keep_words": protecting.keep_words,
    "lines_keep": sorting_out.lines_keep,
    "lines_out": sorting_out.lines_out,
    "move": sorting_out.move_message,
    "my_answer": coach.my_answer,
    "name": naming.name_practice,
    "name_is": protecting.name_is,
    "name_it": naming.name_it,
    "none_of_these": naming.show_noticed,
    "no_name": joining.no_name,
    "not_name": protecting.not_name,
    "not_split": sorting_out.not_split,
    "show_noticed": naming.show_noticed,
    "something_else": naming.name_it,
    "situation": sorting_out.use_situation,
    "split": sorting_out.split,
    "unname": naming.unname_practice,
    "example": asides.example,
    "forget_no": asides.keep_data,
    "forget_yes": asides.forget,
    "leave_out": answers.leave_out,
    "more": links.more,
    "next": moves.go_on,
    "open": moves.open_dialogue,
    "page": pages.open_page,
    "pause": moves.pause,
    "pick": moves.pick,
    "piece": sorting_out.move_piece,
    "outcome": handing_in.outcome,
    "place": answers.ask_place,
    "replace": answers.ask_replace,
    "restore": answers.restore,
    "restart_no": moves.keep_going,
    "restart_yes": moves.restart,
    "review": moves.review,
    "sent": moves.sent,
    "skip": moves.skip,
    "show_name": joining.show_name,
    "sort": sorting.sort,
    "sort_as": sorting.sort_as,
    "sort_skip": sorting.skip_activity,
    "start": moves.begin,
    "statement": moves.statement,
    "to_question": moves.to_question,
    "unpick": moves.unpick,
}
"""What each button does. ``change:situation`` is the action ``change`` for ``situation``."""

COMMANDS: dict[str, Action] = {
    "start": moves.start,
    "next": moves.go_on,
    "back": moves.back,
    "skip": moves.skip,
    "pause": moves.pause,
    "review": moves.review,
    "statement": moves.statement,
    "learn": pages.learn,
    "sort": sorting.sort,
    "resources": links.resources,
    "things": pages.things,
    "restart": moves.ask_restart,
    "mydata": asides.show_data,
    "forget": asides.ask_forget,
    "privacy": asides.show_privacy,
    "reminders": wishes.reminders,
    "later": wishes.later,
    "join": joining.by_code,
    "cohort": desk.cohort,
    "stop": asides.stop,
    "support": protecting.show_support,
    "help": asides.show_help,
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
