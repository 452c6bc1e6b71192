"""Invitations of an earlier build: a link and its code are one, with the uses that are left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlite_utils import Database

from bot.store.sqlite.first_tables import m004_cohorts
from bot.store.sqlite.invitation_tables import m041_links

Uses = tuple[int, int]


@pytest.fixture
def db() -> Iterator[Database]:
    with Database(memory=True) as database:
        m004_cohorts(database)
        yield database


def invited(db: Database, token: str, role: str, uses: int, *, code: bool = False) -> None:
    db.table("invitations").insert(
        {
            "token_hash": token * 64,
            "role": role,
            "cohort": "c1",
            "expires_at": "2027-02-22T10:00:00+00:00",
            "uses": uses,
            "code": int(code),
        }
    )


@pytest.mark.parametrize(
    ("uses", "kept"),
    [
        ((30, 30), (30, 30)),
        ((28, 29), (30, 27)),  # two came by the link, one by the code
        ((500, 31), (500, 31)),
        ((0, 1), (1, 0)),  # for one person, who has come
        ((3, 2), (30, 0)),  # more came than were meant
    ],
)
def test_what_is_left_of_both_together_is_left(db: Database, uses: Uses, kept: Uses) -> None:
    invited(db, "a", "learner", uses[0])
    invited(db, "b", "learner", uses[1], code=True)
    m041_links(db)
    rows = list(db.table("invitations").rows)
    assert [(each["most"], each["uses"]) for each in rows] == [kept, kept]
    assert {each["link"] for each in rows} == {"a" * 8}


def test_a_coordinators_link_stands_alone(db: Database) -> None:
    invited(db, "a", "coordinator", 1)
    invited(db, "b", "learner", 30)
    invited(db, "c", "learner", 30, code=True)
    m041_links(db)
    links = [each["link"][0] for each in db.table("invitations").rows]
    assert links == ["a", "b", "b"]
