"""A database that an earlier build made opens, and everybody in it is asked the same question.

``data/old_store/README.md`` says how the file was made and what it holds; ``expected.json`` is what
the build that made it found in it and answered. Only the imports and ``OldStore`` know the names of
this build: where a name changes, they change, and what is expected does not.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3

from bot.channels.jsonl import state
from bot.channels.telegram_bot.parts import ChannelWords
from bot.channels.telegram_bot.rendering import render
from bot.content.library import Content
from bot.domain.access import AccessQuery
from bot.domain.addresses import Address
from bot.domain.cohort_view import Report
from bot.domain.conversation import NO_PROMPT, Conversation
from bot.domain.events import Event, EventKind
from bot.domain.outbox import Outgoing
from bot.domain.reminders import Delivery
from bot.domain.statement import assemble
from bot.domain.turn import Reply
from bot.engine.context import A_FEW
from bot.exports import FORMATS
from bot.flows.registry import FLOWS
from bot.services.turns import Service
from bot.store.sqlite.store import SqliteStore

FOLDER = Path(__file__).parent / "data" / "old_store"

QUESTIONS = tuple(FLOWS.prompts)

REWORDED = {
    "Do you want to keep what you wrote, or drop it?": (
        "What you wrote is in no answer. Keep it, or drop it?"
    )
}
"""Questions that are asked in other words since."""

NEWER = {"kept_out", "heard", "filed", "delete", "shows_who", "write_again", "kept_out_list"}
NEWER |= {
    "name_on",
    "taken_out",
    "own_words",
    "sent",
    "not_own",
    "code",
    "spoken",
    "look_after",
    "order",
    "reword",
    "instead",
    "cross",
    "which_asked",
}
"""What that build could not ask yet."""

SAW = (
    "Your coordinator sees which question you are at, and how many words you have. They never see "
    "your words. They can send you a reminder. You can leave at any time."
)
"""What that build said before somebody joined: not all that coordinators saw."""


LINK_GONE = "That link is not in use any more. Please ask your coordinator for a new one."
"""What that build said of such a link to everybody, coordinators too."""

SMALL = 350_000
"""Bytes that the file may have, so that a checkout stays quick."""

RENAMED = {
    "deliveries": "recipients",
    "progress": "standings",
    "coordinators": "seats",
    "quarantine": "put_aside",
    "meta": "notes",
}

OLD_STATES: dict[str, str] = {"queued": "pending"}

Seen = dict[str, Any]
"""What was found, as JSON has it."""


def as_now(old: OldStore, said: Seen) -> Seen:
    """What that build said, with all that coordinators see, in the words of now."""
    now = f"{old.content.words.joining.sees}\n\n{old.content.words.people.sees_more}"
    as_text = json.dumps(said, ensure_ascii=False).replace(SAW, json.dumps(now)[1:-1])
    as_text = as_text.replace(LINK_GONE, old.content.words.joining.link_gone)
    found: Seen = json.loads(as_text)
    return found


@dataclass
class OldStore:
    """The old file in the hands of this build, at a moment that stands still."""

    content: Content
    store: SqliteStore
    now: datetime
    turns: int = 0

    def __post_init__(self) -> None:
        self.service = Service(FLOWS, self.content, self.store, lambda: self.now)

    async def stands(self, chat: str) -> Seen:
        """Where a learner is, and what was asked or leafed through last."""
        conversation = await self.store.load(chat)
        where = state(self.content, conversation, "thing_2")
        asked = "" if conversation.prompt == NO_PROMPT else conversation.prompt
        return {"state": where, "asked": asked, "page": conversation.open_page}

    async def memberships(self, chat: str) -> int:
        """In how many cohorts a learner is."""
        return len((await self.store.access(chat, AccessQuery(), self.now)).memberships)

    async def written(self, chat: str) -> Seen:
        """Every message and every statement of a learner."""
        conversation = await self.store.load(chat)
        return {"messages": _messages(conversation), "statements": self._statements(conversation)}

    def _statements(self, conversation: Conversation) -> list[str]:
        dialogues = self.content.dialogues
        return [
            FORMATS["txt"](assemble(dialogues[each.dialogue], conversation, each))
            for each in conversation.attempts
        ]

    async def says(self, chat: str, text: str, kind: EventKind = "say") -> Seen:
        """What is answered to somebody."""
        self.turns += 1
        key = f"a new event {self.turns}"
        version = 1 if kind == "press" else None
        turn = await self.service.receive(Event(chat, kind, text, key, key, version=version))
        assert turn
        return {"typed": text, "answer": [_reply(each) for each in turn.replies]}

    async def talks(self, chat: str, then: Iterable[str]) -> list[Seen]:
        """The open question once more, the page that was open, and what follows on answers."""
        page = (await self.stands(chat))["page"]
        again = [await self.says(chat, "/xyzzy")]
        again += [await self.says(chat, f"page:{page}", "press")] if page else []
        return again + [await self.says(chat, each) for each in then]

    async def cohorts(self) -> list[Seen]:
        """All that is known of each cohort."""
        return [await self._cohort(each.id) for each in await self.store.cohorts()]

    async def _cohort(self, cohort_id: str) -> Seen:
        view = await self.store.view(cohort_id)
        assert view
        cohort = view.cohort
        return {
            "cohort": [cohort.name, cohort.dialogue, cohort.ends_on.isoformat(), cohort.zone],
            "words": [cohort.closing, cohort.safeguarding],
            "nudge_days": cohort.nudge_days,
            "coordinators": list(view.coordinators),
            "members": [
                [m.chat_id, m.number, m.name, m.status, m.step, m.own_words, m.left_at is not None]
                for m in view.members
            ],
            "reach": [
                [m.chat_id, m.preferences.on, m.resting, m.blocked, m.nudges] for m in view.here
            ],
            "reports": [  # nudges had none
                {
                    "audience": [each.schedule.audience.group, each.schedule.audience.step],
                    "words": each.schedule.words,
                    "planned": each.schedule.timing is not None,
                    "cancelled": each.schedule.cancelled_at is not None,
                    "states": _states(each),
                    "reasons": dict(sorted(each.reasons.items())),
                }
                for each in view.reports
                if each.schedule.kind == "reminder"
            ],
            "audit": [[each.chat_id, each.what, each.facts] for each in view.audit],
        }

    async def due(self) -> list[list[str]]:
        """Every reminder that will go within two months."""
        found = await self.store.due(self.now + timedelta(days=60), 100)
        return [[each.kind, each.chat_id, _firing(each), each.due_at.isoformat()] for each in found]

    async def outbox(self) -> list[Seen]:
        """The calls that have not left, in order."""
        return [_call(each) for each in await self.store.waiting()]


def _states(report: Report) -> dict[str, int]:
    """How many are in which state; *queued* was called pending."""
    return dict(
        sorted(Counter(OLD_STATES.get(each.state, each.state) for each in report.rows).items())
    )


def _firing(each: Delivery) -> str:
    """What told the firings apart: a date, and for the question how it went its dialogue, too."""
    return f"{each.dialogue} {each.day}" if each.kind == "outcome" else each.day.isoformat()


def _messages(conversation: Conversation) -> list[list[Any]]:
    """A line for each message; the text itself as its first words and a mark of all of it."""
    return [
        [
            *(each.attempt, each.step, each.text[:40], sha256(each.text.encode()).hexdigest()[:12]),
            *(each.aside, each.edited_at is not None, each.joint, each.origin),
            [list(cut) for cut in each.cuts],
        ]
        for each in conversation.messages
    ]


def _reply(reply: Reply) -> Seen:
    file = reply.file
    more: Seen = {"file": file.name} if file else {}
    more |= {"links": [each.url for each in reply.links]} if reply.links else {}
    return {"text": reply.text, "buttons": [each.label for each in reply.buttons], **more}


def _call(outgoing: Outgoing) -> Seen:
    """What the earlier build had rendered leaves as it was."""
    method, params = render(outgoing, ChannelWords("", ""), str)
    return {"kind": outgoing.kind, "method": method, "params": params}


@pytest.fixture(scope="module")
def expected() -> Seen:
    found: Seen = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "data"))


@pytest.fixture
async def old(content: Content, copied: Path, expected: Seen) -> AsyncIterator[OldStore]:
    store = SqliteStore.open(copied, key(), FOLDER / "database.key")
    yield OldStore(content, store, datetime.fromisoformat(expected["now"]))
    await store.close()


def key() -> str:
    return (FOLDER / "database.key").read_text(encoding="ascii").strip()


def rows(folder: Path) -> Seen:
    """How many rows each table of the file has, read without any of our code, and which states."""
    connection = sqlcipher3.connect(str(folder / "coach.db"))
    connection.execute(f"PRAGMA key = \"x'{key()}'\"")

    def counted(query: str) -> dict[str, int]:
        return dict(sorted(Counter(row[0] for row in connection.execute(query)).items()))

    tables = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if not name.startswith("sqlite_")
    ]
    found: Seen = {
        "tables": {
            name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608
            for name in sorted(tables)
        },
        "recipients": counted(
            "SELECT trim(kind || ' ' || state || ' ' || why || iif(again, ' again', '')) "
            "FROM recipients"
        ),
        "outbox": counted("SELECT kind || ' ' || method || ' ' || state FROM outbox"),
    }
    connection.close()
    return found


def test_the_file_is_small_and_holds_what_it_is_for(copied: Path, expected: Seen) -> None:
    assert sorted(each.name for each in FOLDER.iterdir()) == [
        *("README.md", "coach.db", "database.key", "expected.json")
    ]
    assert (FOLDER / "coach.db").stat().st_size < SMALL
    assert rows(copied) == expected["rows"]
    assert all(expected["rows"]["tables"].values()), "no table is empty"


def test_every_question_that_can_be_open_is_open_somewhere(expected: Seen) -> None:
    asked = {each["stands"]["asked"] for each in expected["chats"].values()}
    assert asked == {"", *QUESTIONS} - NEWER


async def test_everybody_stands_where_they_stood(old: OldStore, expected: Seen) -> None:
    for chat, known in expected["chats"].items():
        assert await old.stands(chat) == known["stands"], known["about"]


async def test_every_word_is_kept(old: OldStore, expected: Seen) -> None:
    for chat, known in expected["chats"].items():
        assert await old.written(chat) == known["written"], known["about"]


async def test_everybody_is_asked_the_same_question_and_their_words_are_kept(
    old: OldStore, expected: Seen
) -> None:
    """What is said to an answer is another matter: the coach has learned to listen since."""
    for chat, known in expected["chats"].items():
        talks = await old.talks(chat, known["then"])
        asked, before = _texts(talks[0]), _texts(known["talks"][0])
        if known["about"] == "has stopped all messages":  # that build asked nothing after /stop
            assert asked.pop() == old.content.words.reminders.after_stop
        words = old.content.words
        for said in (words.people.badges_seen, words.skills.seen):  # nor told this
            if asked[0] == said:
                assert await old.memberships(chat)
                asked.pop(0)
        assert asked == [REWORDED.get(text, text) for text in before], known["about"]
        kept = {each[2] for each in (await old.written(chat))["messages"]}
        answers = [each["answer"] for each in known["talks"]]
        labels = {label for each in answers for reply in each for label in reply["buttons"]}
        for text in known["then"]:
            # A few words may be for a form, or a name.
            is_answer = text not in labels and text[:1] != "/" and len(text.split()) > A_FEW
            assert not is_answer or text[:40] in kept, known["about"]


def _texts(talk: Seen) -> list[str]:
    return [reply["text"] for reply in talk["answer"]]


async def test_cohorts_are_as_they_were(old: OldStore, expected: Seen) -> None:
    assert await old.cohorts() == expected["cohorts"]


async def test_who_is_to_be_reminded_still_is(old: OldStore, expected: Seen) -> None:
    # The time of day behind the date is gone from it.
    assert await old.due() == [
        [kind, chat, firing.partition("T")[0], due_at]
        for kind, chat, firing, due_at in expected["due"]
    ]


async def test_what_waited_in_the_outbox_still_leaves_and_what_is_in_doubt_does_not(
    old: OldStore, expected: Seen
) -> None:
    assert await old.outbox() == expected["outbox"]
    states = [each["states"] for each in (await old.cohorts())[0]["reports"]]
    assert not any("sending" in each for each in states)
    assert states == expected["states_after_start"]


async def test_invitations_open_what_they_opened(old: OldStore, expected: Seen) -> None:
    at, old.now = old.now, datetime.fromisoformat(expected["guesses_at"])
    for each in expected["guesses"]:
        assert await old.says(each["chat"], each["typed"]) == as_now(old, each["said"])
    old.now = at
    for each in expected["invitations"]:
        said = await old.says(each["chat"], each["typed"])
        if each["about"] == "a link to become a coordinator":
            # No learner's welcome comes first now.
            assert "Would you like to make a group?" in _texts(said)[0], "and it asks first"
            assert "Make a group" in said["answer"][-1]["buttons"]
            await old.says(each["chat"], "Make a group")
        else:
            assert said == as_now(old, each["said"]), each["about"]


async def test_what_was_handled_is_not_handled_again(old: OldStore, expected: Seen) -> None:
    for chat, keyed in expected["seen"]:
        event = Event(chat, "say", "words that came twice", keyed, keyed)
        assert await old.service.receive(event) is None


async def test_what_the_coach_noted_for_itself_is_there(old: OldStore, expected: Seen) -> None:
    for name, value in expected["notes"].items():
        assert await old.store.get_meta(name) == value
    assert sorted(await old.store.blocked()) == expected["blocked"]
    assert await old.store.quarantine([], "", old.now) == expected["put_aside"]


async def test_every_reminder_is_kept_and_nudges_have_a_report_now(
    old: OldStore, expected: Seen
) -> None:
    await old.store.waiting()
    known = Counter(expected["rows"]["recipients"])
    found = {report.schedule.id: report for report in await _nudges(old)}
    states = {state for each in found.values() for state in each.states}
    assert sum(len(each.rows) for each in found.values()) == sum(
        count for name, count in known.items() if name.startswith("nudge")
    )
    assert states == {"sent", "skipped", "unknown"}
    execute = old.store._execute
    assert execute("SELECT count(*) FROM deliveries").fetchone()[0] == sum(known.values())
    for now, before in RENAMED.items():
        count = execute(f"SELECT count(*) FROM {now}").fetchone()[0]  # noqa: S608
        added = now == "meta"  # the address that invitations begin with
        assert count == expected["rows"]["tables"][before] + added, now


async def _nudges(old: OldStore) -> list[Report]:
    views = [await old.store.view(each.id) for each in await old.store.cohorts()]
    reports = [report for view in views if view for report in view.reports]
    return [each for each in reports if each.schedule.kind == "nudge"]


async def test_everybody_is_found_where_they_were_and_keeps_their_id(
    old: OldStore, expected: Seen
) -> None:
    for chat in expected["chats"]:
        channel = "telegram" if chat.isdecimal() else "terminal"
        assert await old.store.conversation_of(Address(channel, chat)) == chat
        assert await old.store.addresses(chat) == [Address(channel, chat)]
        assert await old.store.named(chat) == chat
    for each in await old.store.waiting():
        assert each.to == Address("telegram", each.conversation)


async def test_what_a_reminder_asks_is_known_of_who_was_in_the_middle(old: OldStore) -> None:
    cohorts = [await old.store.members(each.id) for each in await old.store.cohorts()]
    going = [each for members in cohorts for each in members if each.status == "in_progress"]
    real = [each for each in going if each.step not in ("welcome", "review", "statement")]
    assert real
    assert all(each.asked == each.step for each in real)
