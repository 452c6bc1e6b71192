"""Every word of ``dialogues/common.yaml``, by name, with what may be filled in.

A field here is a promise to the author: the text exists, is used, and takes these placeholders and
the labels of the buttons, and no other. mypy sees a misspelt name in the engine.
"""

from __future__ import annotations

from functools import cached_property

from bot.content.models.base import Closed
from bot.content.text_kinds import ALWAYS
from bot.content.words.buttons import Buttons, Commands
from bot.content.words.coaching import Checklist, Coach, Identifiers, Ledger, Markers, Outcome
from bot.content.words.cohort_commands import CohortCommandWords
from bot.content.words.cohorts import (
    Audit,
    AuditFacts,
    CoordinatorButtons,
    CoordinatorWords,
    Forms,
    Groups,
    JoiningWords,
    Places,
)
from bot.content.words.conversation import (
    Answer,
    Data,
    FileName,
    Help,
    Move,
    Odd,
    Privacy,
    Question,
    Returning,
    Review,
    Statement,
    Telegram,
    Terminal,
    Welcome,
)
from bot.content.words.coordinating import CoordinatorCues, CoordinatorHelp
from bot.content.words.coordinator_pages import CoordinatorPages
from bot.content.words.crossing import CrossingWords
from bot.content.words.documents import DocumentWords
from bot.content.words.ending import EndingWords
from bot.content.words.errors import Errors
from bot.content.words.invitations import InvitationWords
from bot.content.words.library import Learn, ResourceWords, Settings, Sides, Sort, Things
from bot.content.words.mail import Mail
from bot.content.words.open_places import OpenPlaces
from bot.content.words.operator import OperatorWords
from bot.content.words.people import PeopleWords
from bot.content.words.planning import PlanningWords
from bot.content.words.refusals import Refusals
from bot.content.words.reminders import Reasons, RecipientStates, ReminderButtons, RemindersWords
from bot.content.words.retention import RetentionWords
from bot.content.words.setting_faults import SettingFaults
from bot.content.words.sharing import SharingWords
from bot.content.words.sign_in import SignInWords
from bot.content.words.skills import SkillWords
from bot.content.words.web import Web
from bot.content.words.weeks import WeekWords


class Words(Closed):
    """The whole of ``dialogues/common.yaml``."""

    buttons: Buttons
    commands: Commands
    welcome: Welcome
    returning: Returning
    question: Question
    answer: Answer
    move: Move
    review: Review
    statement: Statement
    help: Help
    resources: ResourceWords
    privacy: Privacy
    data: Data
    odd: Odd
    telegram: Telegram
    web: Web
    mail: Mail
    sign_in: SignInWords
    crossing: CrossingWords
    open_places: OpenPlaces
    file_name: FileName
    coach: Coach
    checklist: Checklist
    outcome: Outcome
    ledger: Ledger
    documents: DocumentWords
    sharing: SharingWords
    identifiers: Identifiers
    markers: Markers
    learn: Learn
    sides: Sides
    settings: Settings
    sort: Sort
    things: Things
    joining: JoiningWords
    reminders: RemindersWords
    reminder_buttons: ReminderButtons
    coordinator: CoordinatorWords
    coordinator_buttons: CoordinatorButtons
    coordinator_help: CoordinatorHelp
    coordinator_cues: CoordinatorCues
    coordinator_pages: CoordinatorPages
    ending: EndingWords
    forms: Forms
    refusals: Refusals
    places: Places
    audit: Audit
    audit_facts: AuditFacts
    groups: Groups
    reasons: Reasons
    recipient_states: RecipientStates
    people: PeopleWords
    invitations: InvitationWords
    planning: PlanningWords
    weeks: WeekWords
    retention: RetentionWords
    skills: SkillWords
    cohort_commands: CohortCommandWords
    operator: OperatorWords
    terminal: Terminal
    errors: Errors
    setting_faults: SettingFaults

    @cached_property
    def labels(self) -> dict[str, str]:
        """Return the labels that any sentence may name, found once: every reply asks for them."""
        return {name: label for name, label in self.buttons if name in ALWAYS}
