"""Everything that can be done: the closed lists of what buttons, commands and typed words do."""

from __future__ import annotations

from collections.abc import Callable

from bot.domain.events import EventKind
from bot.engine.context import TurnContext
from bot.engine.dispatch import answer_prompt, fill_field, give_way
from bot.engine.flows import Action, Flows, Page, Place, Prompt, TextHandler
from bot.engine.pages import open_page
from bot.flows import for_coordinators
from bot.flows.account import help as help_page
from bot.flows.account import my_data, places
from bot.flows.coaching import (
    after_harm,
    goodbyes,
    listening,
    naming,
    practices,
    questions,
    reading,
    said_to_coach,
    showing_who,
    spoken,
    stopping,
    talked_back,
)
from bot.flows.coordinator import actions as coordinator_actions
from bot.flows.coordinator import forms
from bot.flows.coordinator import pages as coordinator_pages
from bot.flows.coordinator import routes as coordinator_routes
from bot.flows.coordinator.team import team
from bot.flows.library import activities, frameworks, links
from bot.flows.membership import crossing, joining, looking_after, told_once
from bot.flows.protection import protect
from bot.flows.reflection import (
    announcing,
    answers,
    beside,
    choices,
    dialogues,
    documents,
    doubted,
    editing,
    hand_in,
    instead,
    kept_out,
    ledger,
    names_on_files,
    navigation,
    not_own,
    orders,
    outcome,
    own_words,
    placing,
    reader_questions,
    rewording,
    screens,
    splitting,
    taken_out,
    taking_out,
    unplaced,
)
from bot.flows.reflection.buttons import BESIDE, FORMS, place_buttons
from bot.flows.reminders import later, message, preferences, replies
from bot.flows.reminders import routes as reminder_routes
from bot.flows.safety import harm, harm_prompt, identifiers, markers, names, support, telling_who
from bot.flows.sharing import page as share

ACTIONS: dict[str, Action] = {
    **activities.ACTIONS,
    **choices.ACTIONS,
    **crossing.ACTIONS,
    **documents.ACTIONS,
    **names.ACTIONS,
    **hand_in.ACTIONS,
    **identifiers.ACTIONS,
    **instead.ACTIONS,
    **joining.ACTIONS,
    **placing.ACTIONS,
    **orders.ACTIONS,
    **harm.ACTIONS,
    **my_data.ACTIONS,
    **naming.ACTIONS,
    **not_own.ACTIONS,
    **practices.ACTIONS,
    **reader_questions.ACTIONS,
    **rewording.ACTIONS,
    **share.ACTIONS,
    **showing_who.ACTIONS,
    **splitting.ACTIONS,
    **unplaced.ACTIONS,
    "about": screens.about,
    "asked": questions.answer_asked,
    "back": navigation.back,
    "carry_on": navigation.carry_on,
    "change": navigation.open_answer,
    "ledger": ledger.ledger,
    "tell_more": screens.tell_more,
    "cohort": coordinator_actions.cohort,
    "team": team,
    "field": coordinator_actions.field,
    "for_coach": questions.for_coach,
    "form_cancel": forms.cancel,
    "misread": after_harm.misread,
    "example": screens.example,
    "more": links.more,
    "next": navigation.go_on,
    "open": dialogues.open_dialogue,
    "page": open_page,
    "pause": navigation.pause,
    "outcome": outcome.outcome,
    "put_back": taken_out.put_back,
    "put_in": listening.put_in,
    "spoken_in": said_to_coach.put_spoken_in,
    "reminders": preferences.change_reminders,
    "look_after_no": looking_after.look_after_no,
    "look_after_yes": looking_after.look_after_yes,
    "membership": preferences.change_membership,
    "replace": answers.ask_replace,
    "restore": answers.restore,
    "restart_no": navigation.keep_going,
    "restart_yes": navigation.restart,
    "review": navigation.review,
    "skip": navigation.skip,
    "show_kept_out": kept_out.show_kept_out,
    "start": navigation.begin,
    "statement": navigation.statement,
    "take_back": stopping.take_back,
    "to_question": navigation.to_question,
    "undo": announcing.undo,
    "use_kept_out": kept_out.use_kept_out,
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
    "share": share.show,
    "learn": frameworks.learn,
    "sort": activities.sort,
    "resources": links.resources,
    "things": dialogues.things,
    "restart": navigation.ask_restart,
    "mydata": documents.my_data,
    "forget": my_data.ask_forget,
    "privacy": help_page.show_privacy,
    "reminders": preferences.reminders,
    "later": later.later,
    "join": joining.by_code,
    "browser": crossing.browser,
    "cohort": coordinator_pages.cohort,
    "stop": my_data.stop,
    "support": support.show_support,
    "help": for_coordinators.show_help,
}
"""What each command does. ``dialogues/common.yaml`` describes the same ones."""

COMMANDS_WITH_WORDS = frozenset(
    ("learn", "resources", "reminders", "later", "join", "statement", "mydata")
)
"""A few words after these commands say what is wanted. They are no words of an answer."""

HARMLESS = frozenset(
    (
        *("about", "example", "tell_more", "checklist", "ledger", "open", "pick", "unpick"),
        *("name", "unname", "document"),
    )
)
"""Buttons that work under older messages, too: they change nothing, or say all that they do."""

PROMPTS: tuple[Prompt, ...] = (
    harm_prompt.HarmPrompt(),
    identifiers.MaskedPrompt(),
    names.NamePrompt(),
    my_data.ForgetPrompt(),
    coordinator_actions.FormPrompt(),
    questions.QuestionPrompt(),
    listening.KeptOutPrompt(),
    listening.WhichAskedPrompt(),
    spoken.SpokenPrompt(),
    kept_out.KeptOutListPrompt(),
    showing_who.ShowsWhoPrompt(),
    showing_who.WriteAgainPrompt(),
    orders.OrderPrompt(),
    taken_out.TakenOutPrompt(),
    rewording.RewordPrompt(),
    naming.HeardPrompt(),
    announcing.FiledPrompt(),
    stopping.DeletePrompt(),
    practices.NamingPrompt(),
    practices.NoticedPrompt(),
    joining.CodePrompt(),
    joining.JoinPrompt(),
    crossing.CrossPrompt(),
    looking_after.LookAfterPrompt(),
    joining.NameShownPrompt(),
    joining.NameCheckPrompt(),
    navigation.CarryOnPrompt(),
    navigation.RestartPrompt(),
    answers.ReplacePrompt(),
    unplaced.PlacePrompt(),
    placing.PiecesPrompt(),
    splitting.SplitPrompt(),
    splitting.SituationsPrompt(),
    splitting.LinesPrompt(),
    instead.InsteadPrompt(),
    not_own.NotOwnPrompt(),
    own_words.OwnWordsPrompt(),
    hand_in.SentPrompt(),
    names_on_files.NameOnPrompt(),
    outcome.OutcomePrompt(),
    outcome.FeedbackPrompt(),
    activities.SortPrompt(),
    later.LaterPrompt(),
)
"""What can be asked beside the question of a step."""

TEXT_HANDLERS: tuple[TextHandler, ...] = (
    give_way,
    harm.take_words_in_field,
    fill_field,
    joining.take_code,
    for_coordinators.take_words_at_page,
    markers.put_markers,
    replies.take_words,
    rewording.take_words,
    telling_who.take_words,
    talked_back.FIRST,
    taking_out.take_words,
    telling_who.take_role,
    harm.take_words,
    doubted.take_words,
    after_harm.take_words,
    goodbyes.take_words,
    answer_prompt,
    not_own.take_words,
    replies.take_rest,
    *talked_back.TAKERS,
    taking_out.take_rest,
    announcing.take_words,
    listening.take_words,
    answers.take_words,
)
"""Who is offered typed words, from first to last."""

CAPTION_HANDLERS = (
    for_coordinators.take_words_at_page,
    markers.put_markers,
    *TEXT_HANDLERS[TEXT_HANDLERS.index(taking_out.take_words) :],
)
"""The same for the words under a photo: they fill in no field and answer no reminder."""

PAGES: dict[str, Page] = {
    coordinator_routes.PAGE: coordinator_pages,
    reminder_routes.PAGE: preferences,
    dialogues.THINGS: dialogues,
    FORMS: documents,
    BESIDE: beside,
    links.LINKS: links,
    places.PLACES: places,
    share.SHARE: share,
    links.FIND: links,
}
"""Pages by the head of their name; all others are to read."""

EVENTS: dict[EventKind, Callable[[TurnContext], None]] = {
    "open": navigation.come_back,
    "edit": editing.edit,
    "sorry": answers.apologise,
    "attachment": answers.keep_caption,
}
"""What is done about an event that is neither words nor a press."""

FLOWS = Flows(
    prompts={each.name: each for each in PROMPTS},
    actions=ACTIONS,
    harmless=HARMLESS,
    commands=COMMANDS,
    commands_with_words=COMMANDS_WITH_WORDS,
    text_handlers=TEXT_HANDLERS,
    caption_handlers=CAPTION_HANDLERS,
    events=EVENTS,
    pages=PAGES,
    reading=frameworks,
    place=Place(place_buttons, screens.asked_here, screens.show_place, for_coordinators.place_line),
    welcome=navigation.welcome,
    protect=protect,
    remind=message.remind,
    read=reading.read,
    access_query=for_coordinators.access_query,
    after_stop=preferences.after_stop,
    tell_once=told_once.tell_what_is_new,
)
