"""What a coordinator does with a cohort: the use cases, whoever asks for them.

The chat, the command line and a page read what people typed; here it is decided. Each use case
takes the cohort as it is seen and typed arguments. It returns ``Done`` with what the store is asked
to do and the cohort as it is afterwards, or ``Refused`` with the name of the sentence that says why
(``refusals`` in ``dialogues/common.yaml``). All checks stand here once.
"""

from bot.domain.coordination.checks import (
    LONGEST_NAME,
    LONGEST_WORDS,
    dialogue_problem,
    end_problem,
    name_problem,
    words_problem,
    zone_problem,
)
from bot.domain.coordination.cohorts import (
    NUDGE_DAYS,
    change_cohort,
    create_cohort,
    nudge_after,
)
from bot.domain.coordination.outcome import OPERATOR, Done, Reason, Refused
from bot.domain.coordination.reminders import (
    ReminderPreview,
    audience_problem,
    cancel_reminder,
    preview_reminder,
    retry_unknown,
    schedule_reminder,
)
from bot.domain.coordination.team import (
    COORDINATOR_DAYS,
    INVITATION_USES,
    CoordinatorLink,
    Invited,
    invite,
    invite_coordinator,
    leave_team,
)

__all__ = [
    "COORDINATOR_DAYS",
    "INVITATION_USES",
    "LONGEST_NAME",
    "LONGEST_WORDS",
    "NUDGE_DAYS",
    "OPERATOR",
    "CoordinatorLink",
    "Done",
    "Invited",
    "Reason",
    "Refused",
    "ReminderPreview",
    "audience_problem",
    "cancel_reminder",
    "change_cohort",
    "create_cohort",
    "dialogue_problem",
    "end_problem",
    "invite",
    "invite_coordinator",
    "leave_team",
    "name_problem",
    "nudge_after",
    "preview_reminder",
    "retry_unknown",
    "schedule_reminder",
    "words_problem",
    "zone_problem",
]
