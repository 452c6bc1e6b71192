"""Answers to what is no evidence, or not only that; ``…_again`` is for the second time."""

from __future__ import annotations

from collections.abc import Mapping

from bot.content.models.base import Closed
from bot.content.models.listening_beside import Beside
from bot.content.models.listening_cues import Cues
from bot.content.models.listening_lines import ForWords, Lines, Often
from bot.content.models.listening_sides import Sides
from bot.content.text_kinds import Id


class Talk(Closed):
    """“dunno”, “brb”, “thanks”, “hiya”, “ok”, “pass”, “that's me done”."""

    unsure: Often
    unsure_asks: Lines
    leave_it: Lines
    going: Often
    thanks: Often
    hello: Often
    go_on: Often
    ready: Lines
    passed: Often
    declined: Often
    no: Often
    done: Often


class Goodbye(Closed):
    """“thanks hen, away to my bed”, by where it is said."""

    bye: Often
    to_bed: Lines
    not_sent_yet: Lines
    at_end: Lines
    doubted: Lines


class Back(Closed):
    """“right im back”, “where was I”: by who asks, and where nothing is asked."""

    again: Often
    answered: Lines
    place: Lines
    where: Often
    has_answer: Often
    wrote: Lines
    news: Lines
    at_end: Lines


class Request(Closed):
    """“just write it for me”: refused kindly, with the reason and a smaller step."""

    write_it: Lines
    write_it_again: Often
    write_it_at_review: Lines
    mend_it: Lines
    mend_it_again: Lines
    translate: Lines
    give_one: Lines
    give_one_again: Lines
    longer: Lines
    ai: Lines


class Question(Closed):
    """Answers about this learner's own text."""

    words_so_far: Lines
    words_enough: Lines
    missing: Lines
    nothing_missing: Lines
    only_words_missing: Lines
    parts_left: Lines
    all_there: Lines
    not_sent: Lines
    was_sent: Lines
    fits: Lines
    side: Sides
    who_can_tell: Lines
    no_name_seen: Lines
    two_words: Lines
    two_words_unknown: Lines
    here: Lines
    here_enough: Lines
    near: Lines
    unknown: Lines
    unknown_at_start: Lines
    unknown_again: Lines


class Denial(Closed):
    """“I don't lead anyone”: taken seriously, and then a smaller question.

    ``told`` is for “it was nothing really” where something is told already.
    """

    told: Often
    leadership: Often
    management: Often
    situation: Often
    overlap: Lines


class FeelingAboutTask(Closed):
    """“im rubbish at this”, or tired, pleased, moved, or fed up with how it is at work."""

    low: Often
    tired: Often
    fed_up: Lines
    pleased: Lines
    moved: Lines


class ComplaintAboutCoach(Closed):
    """“you asked me that already”: the fault is owned, once."""

    asked_before: Often
    angry: Often
    no_answer: Lines
    misread: Often
    missed: Often
    enough: Lines
    wrong_place: Lines
    changed_it: Lines
    wrong_name: Lines


class AlreadyTold(Closed):
    """“see above”: the clause is found, or it is known where it stands, or neither."""

    found: Often
    found_at: Lines
    stands_at: Lines
    not_found: Lines


class Correction(Closed):
    """“I meant Tuesday”: the learner makes the change."""

    how: Often


class Stop(Closed):
    """For now, for good, until a time of their own."""

    for_now: Often
    too_hard: Lines
    no_messages: Lines


class Delete(Closed):
    """Answers about words that shall go, and that have gone."""

    which: Lines


class Alternative(Closed):
    """“or I could write about the trip”."""

    two: Often
    may: Lines
    other_one: Lines
    stays: Lines


class Announce(Closed):
    """“oh and the leadership bit:”, and all parts in one message."""

    filed: Often
    listening: Often
    all_told: Lines


class Private(Closed):
    """Answers about a phrase that shows who somebody is, or was told in confidence.

    ``confided`` stands below an answer with such a phrase, ``confided_hard`` where it tells of a
    death or an illness. ``in_confidence`` and ``of_harm`` ask about words at the review.
    """

    confided: Lines
    confided_hard: Lines
    in_confidence: Lines
    of_harm: Lines
    review: Often


class Kinds(Closed):
    """By the kind of a message. ``not_understood`` goes by step, ``word_meant`` by the word.

    ``kept_out`` stands where something was kept out of an answer. ``modest`` is for “it was nothing
    really”, ``own_name`` for “it was planning”, said of an act that was called after something
    else.
    """

    cues: Cues
    modest: Often
    own_name: Lines
    beside: Beside
    talk: Talk
    goodbye: Goodbye
    back: Back
    request: Request
    not_understood: Mapping[Id, Lines]
    word_meant: tuple[ForWords, ...]
    question: Question
    denial: Denial
    feeling_about_task: FeelingAboutTask
    complaint_about_coach: ComplaintAboutCoach
    already_told: AlreadyTold
    correction: Correction
    stop: Stop
    delete: Delete
    alternative: Alternative
    announce: Announce
    kept_out: Often
    private: Private
    theory: Often
    chat: Often
    to_coordinator: Often
    bad_news: Often
    after_bad_news: Often
    own_care: Often
    good_news: Lines
    apology: Lines
    joke: Lines
    to_coordinator_bad_news: Lines
