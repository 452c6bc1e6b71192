"""What is said to each kind of message that is no evidence, or not only that.

A field ``…_again`` is for the second time in a conversation, ``…_with_act`` for a message that
tells of an act as well.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.content.models.base import Closed
from bot.content.models.listening_lines import ForWords, Lines, Often, Words
from bot.content.text_kinds import Id


class Cues(Closed):
    """Words by which one thing of a kind is told from the others of it, as people type them."""

    unsure: Words
    going: Words
    thanks: Words
    passed: Words
    done: Words
    mend_it: Words
    translate: Words
    longer: Words
    ai: Words
    give_one: Words
    too_hard: Words
    no_messages: Words
    everything: Words
    part: Words
    asked_before: Words
    wrong_place: Words
    wrong_name: Words
    changed_it: Words
    moved: Words
    pleased: Words
    missing: Words
    count: Words
    side: Words
    who_can_tell: Words


class Talk(Closed):
    """“dunno”, “brb”, “thanks”, “ok”, “pass”, “that's me done”."""

    unsure: Often
    unsure_asks: Lines
    leave_it: Lines
    going: Often
    thanks: Often
    go_on: Often
    passed: Often
    done: Often


class Back(Closed):
    """“right im back”, and with news of somebody who was ill."""

    again: Often
    with_news: Lines


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


class Sides(Closed):
    """What an act of theirs is: management, leadership, both, or not to be told from here."""

    management: Lines
    leadership: Lines
    both: Lines
    unsure: Lines


class Question(Closed):
    """Answers about this learner's own text."""

    words_so_far: Lines
    words_enough: Lines
    missing: Lines
    nothing_missing: Lines
    only_words_missing: Lines
    side: Sides
    who_can_tell: Lines
    no_name_seen: Lines
    unknown: Lines
    not_in_answer: Lines


class Denial(Closed):
    """“I don't lead anyone”: taken seriously, and then a smaller question."""

    leadership: Often
    leadership_with_act: Often
    management: Often
    management_with_act: Often
    situation: Often
    situation_with_act: Lines
    overlap: Lines
    elsewhere: Lines


class FeelingAboutTask(Closed):
    """“im rubbish at this”, or pleased, or moved."""

    low: Often
    pleased: Lines
    moved: Lines


class ComplaintAboutCoach(Closed):
    """“you asked me that already”: the fault is owned, once."""

    asked_before: Often
    missed: Often
    wrong_place: Lines
    changed_it: Lines
    wrong_name: Lines
    not_known: Lines


class AlreadyTold(Closed):
    """“see above”: the clause is found, or it is known where it stands, or neither."""

    found: Often
    found_at: Lines
    ask_other: Lines
    not_found: Lines


class Correction(Closed):
    """“I meant Tuesday”: the learner makes the change."""

    how: Often
    this_line: Lines
    which_line: Lines
    edited: Lines


class Stop(Closed):
    """For now, for good, until a time of their own."""

    for_now: Often
    too_hard: Lines
    no_messages: Lines
    own_time: Lines
    quiet: Lines


class Delete(Closed):
    """What shall go, and what has gone."""

    which: Lines
    message: Lines
    message_for_good: Lines
    everything: Lines
    later: Lines
    old_or_both: Lines
    part_of_message: Lines


class Alternative(Closed):
    """“or I could write about the trip”."""

    offered: Lines
    two: Often
    other_one: Lines
    chosen: Lines
    from_home: Lines


class Announce(Closed):
    """“oh and the leadership bit:”, and all parts in one message."""

    filed: Often
    listening: Often
    several: Lines
    one_left: Lines
    all_told: Lines


class KeptOut(Closed):
    """One line where something was kept out of an answer."""

    line: Often
    heading: Lines
    placeholder: Lines


class Private(Closed):
    """What shows who somebody is."""

    name: Lines
    shows_who: Lines
    number: Lines
    several_names: Lines
    review: Often
    colleague: Lines
    crisis_told: Lines


class Kinds(Closed):
    """By the kind of a message. ``not_understood`` goes by step, ``word_meant`` by the word."""

    cues: Cues
    talk: Talk
    back: Back
    request: Request
    not_understood: Mapping[Id, Lines]
    word_meant: tuple[ForWords, ...]
    question: Question
    denial: Denial
    feeling_about_task: FeelingAboutTask
    complaint_about_coach: ComplaintAboutCoach
    complaint_about_work: Often
    already_told: AlreadyTold
    correction: Correction
    stop: Stop
    delete: Delete
    alternative: Alternative
    announce: Announce
    kept_out: KeptOut
    private: Private
    theory: Often
    chat: Often
    to_coordinator: Often
    to_coordinator_bad_news: Lines
    to_coordinator_with_act: Lines
