"""Which statements of the store hold what people typed, and where.

A statement that is not listed is handed on as it is. That none is missing is shown by a look into
the tables after long conversations: ``tests/store/postgres/test_sealing.py``.
"""

from __future__ import annotations

from bot.store.postgres.finding import FIND, SIGNING_IN, STATE_NOW
from bot.store.postgres.intake import BRING, BROUGHT
from bot.store.postgres.sealing import Sealed
from bot.store.sqlite import (
    cohorts,
    commands,
    conversations,
    inbox,
    mail,
    members,
    outbox,
    parts_told,
    schedules,
    sharings,
)

_MESSAGE = (("text", 4), ("names", 12), ("dropped", 13), ("parts", 15))

_COHORT = (("name", 1), ("closing", 6), ("safeguarding", 7), ("contact", 9), ("nudge_words", 12))

_OF_COHORT = Sealed("cohorts", (-1,), read=_COHORT)

_LINE = Sealed("outbox", (-1,), read=(("body", 1),))

_SCHEDULE = Sealed("schedules", (-1,), read=(("words", 3),))

_MEMBER = Sealed("members", (0, -1), read=(("name", 2),))

_SAID = (("words", 4), ("name", 5), ("role", 6))

SEALED: dict[str, Sealed] = {
    conversations._KEEP_STATE: Sealed("conversations", (0,), given=(("state", 1),)),
    conversations._CHANGE_STATE: Sealed("conversations", (1,), given=(("state", 0),)),
    conversations._TAKE_UP: Sealed("conversations", (1,), read=(("state", 1),)),
    conversations._LOAD_STATE: Sealed("conversations", (0,), read=(("state", 0),)),
    conversations._KEEP_MESSAGE: Sealed("messages", (0, 1), given=_MESSAGE),
    conversations._LOAD_MESSAGES: Sealed(
        "messages", (0, -1), read=tuple((name, place - 1) for name, place in _MESSAGE)
    ),
    parts_told.STATE: Sealed("conversations", (0,), read=(("state", 0),)),
    parts_told.PUT_STATE: Sealed("conversations", (1,), given=(("state", 0),)),
    parts_told.PUT_PARTS: Sealed("messages", (1, 2), given=(("parts", 0),)),
    outbox._ADD: Sealed("outbox", (0,), given=(("body", 4),)),
    outbox._CHANGE: Sealed("outbox", (1,), given=(("body", 0),)),
    outbox._WAITING: _LINE,
    outbox._SAID: _LINE,
    inbox._KEEP: Sealed("inbox", (0,), given=(("body", 3),)),
    inbox._FIRST: Sealed("inbox", (-1,), read=(("body", 1),)),
    commands._SAVE_COHORT: Sealed("cohorts", (0,), given=_COHORT),
    members._COHORT_BY_ID: _OF_COHORT,
    members._ALL_COHORTS: _OF_COHORT,
    commands._SET_NAME: Sealed("members", (1, 2), given=(("name", 0),)),
    members._MEMBERS_IN_ORDER: _MEMBER,
    members._ONE_MEMBER: _MEMBER,
    cohorts._MEMBERSHIPS: Sealed("members", (-1, 0), read=(("name", 2),)),
    commands._SAVE_WORDS: Sealed("saved_words", (0, 1), given=(("words", 2),)),
    cohorts._SAVED_WORDS: Sealed("saved_words", (0, -1), read=(("words", 1),)),
    schedules._ADD: Sealed("schedules", (0,), given=(("words", 3),)),
    schedules._CHANGE: Sealed("schedules", (5,), given=(("words", 1),)),
    schedules._BY_ID: _SCHEDULE,
    schedules._OF_COHORT: _SCHEDULE,
    schedules._PLANNED: _SCHEDULE,
    STATE_NOW: Sealed("conversations", (0,), read=(("state", 0),)),
    BRING: Sealed("intake", (0,), given=(("body", 3),)),
    BROUGHT: Sealed("intake", (-1,), read=(("body", 2),)),
    sharings._SHARE: Sealed("sharings", (0,), given=(("parts", 8),)),
    sharings._KEEP_TEXT: Sealed("sharings", (1,), given=(("parts", 0),)),
    sharings._TEXTS: Sealed("sharings", (-1,), read=(("parts", 1),)),
    sharings._ONE: Sealed("sharings", (-1,), read=(("parts", 11),)),
    sharings._OF_GROUPS: Sealed("sharings", (-1,), read=(("parts", 11),)),
    sharings._NOTE: Sealed("sharing_acts", (0, 1, 2), given=_SAID),
    sharings._ACTS: Sealed(
        "sharing_acts", (0, -1, -2), read=tuple((name, place - 1) for name, place in _SAID)
    ),
    SIGNING_IN: Sealed("mailboxes", (-1,), read=(("address", 1),)),
    FIND: Sealed("members", (-3, -1), read=(("name", 4),)),
    mail._ASK: Sealed("mailboxes", (3,), given=(("address", 0),)),
    mail._ASKED: Sealed("mailboxes", (-1,), read=(("address", 1),)),
    mail._OF: Sealed("mailboxes", (0,), read=(("address", 0),)),
    mail._BEHIND: Sealed("mailboxes", (-2,), read=(("address", 0),)),
}
