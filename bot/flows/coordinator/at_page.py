"""Words typed at a coordinator's page: a question, a name, or words that are for nobody.

None of it is ever an answer: who looks after others may have begun no reflection at all.
"""

from __future__ import annotations

from bot.analysis.letters import bare
from bot.analysis.refusals import LEAVES_IT
from bot.content.words.coordinating import COORDINATOR_TOPICS
from bot.domain.offers import by_label
from bot.domain.word_count import count_words
from bot.engine.context import A_FEW, TurnContext
from bot.engine.cues import says
from bot.engine.pages import open_page
from bot.flows.coordinator import reminder
from bot.flows.coordinator.finding import FEW_WORDS, find_people
from bot.flows.coordinator.people_list import fitting_page
from bot.flows.coordinator.routes import PAGE, came_from, is_page

THEIRS = (f"page:{PAGE}", "cohort:", "team:", "field:", "form_cancel")
"""How the actions of a coordinator begin."""


COMMANDS = frozenset(
    ("start", "cohort", "help", "privacy", "mydata", "forget", "stop", "support", "browser")
)
"""The commands with which who looks after others begins no reflection of their own."""

ACCOUNT = ("forget_yes", "forget_no", "carry_on")
"""What is pressed after them."""


def is_coordinators(turn: TurnContext) -> bool:
    """Whether what came in is for a coordinator's pages, and for no reflection of their own."""
    if turn.access.invitation:
        return turn.access.invitation.role != "learner"
    if action := _pressed(turn):
        is_account = turn.access.is_coordinator and action.partition(":")[0] in ACCOUNT
        return is_account or action.startswith(THEIRS)
    command = turn.event.command
    if command is not None:
        return turn.access.is_coordinator and command in COMMANDS
    page = came_from(turn.conversation, turn.page_before)
    return is_page(page) or turn.conversation.prompt == "form"


def _pressed(turn: TurnContext) -> str:
    if turn.event.version is not None:
        return turn.event.text
    found = by_label(turn.conversation.offers, turn.event.text)
    return found.action if found else ""


def is_here(turn: TurnContext) -> bool:
    """Whether words are typed at a coordinator's page. A reminder that came since goes first."""
    at_page = is_page(turn.page_before) and turn.access.is_coordinator
    return at_page and not turn.conversation.reminded


def take_words(turn: TurnContext) -> bool:
    """Answer what was typed at a page, and show the page's buttons again."""
    typed, page = turn.event.text, turn.page_before
    turn.left()
    view, sort = turn.access.view, page.split(".")[2:3]
    if sort == ["look"] and view and reminder.take_time(turn, view, typed):
        return True
    if turn.attempt.started_at and count_words(typed) >= A_FEW:
        turn.keep_aside(typed)  # it is in /mydata, and in no answer
    topic = topic_of(turn, typed)
    said = turn.content.words.coordinator_help
    if topic:
        turn.say(getattr(said, topic))
    elif view and LEAVES_IT.fullmatch(bare(typed).casefold()):
        turn.say(said.left)
        open_page(turn, f"{PAGE}.{view.cohort.id}")
        return True
    is_list = sort in (["ppl"], ["one"])
    people = find_people(view, typed, looking=is_list and not topic) if view else []
    if people and view:
        one = f"{view.cohort.id}.who_is.{people[0].number}"
        open_page(turn, f"{PAGE}.{one if len(people) == 1 else fitting_page(view, people)}")
        return True
    if not topic:
        asks = typed.rstrip().endswith("?") or turn.reading.kind == "question"
        nobody = is_list and not asks and count_words(typed) <= FEW_WORDS
        turn.say(said.unknown if asks else said.nobody_fits if nobody else said.not_kept)
    turn.conversation.open_page = page
    return True


def topic_of(turn: TurnContext, typed: str) -> str:
    """Return which answer of a coordinator's help a text asks for, "" for none."""
    cues = turn.content.words.coordinator_cues
    return next((each for each in COORDINATOR_TOPICS if says(typed, getattr(cues, each))), "")


def show_help(turn: TurnContext, _: object = None, __: str = "") -> None:
    """A coordinator's own help."""
    words = turn.content.words.coordinator_help
    turn.say(words.intro)
    turn.say(words.more)
