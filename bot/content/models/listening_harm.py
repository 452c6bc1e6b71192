"""Answers to somebody who writes of harm: by level, by whom it is about, and by what it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from pydantic import StringConstraints

from bot.content.models.base import Closed
from bot.content.models.listening_lines import Lines, Words
from bot.content.text_kinds import fills

AboutWhom = Literal[
    "self", "person_supported", "child", "colleague", "staff_member", "family", "public"
]

ABOUT: tuple[AboutWhom, ...] = get_args(AboutWhom)

Said = Annotated[str, StringConstraints(min_length=1, max_length=60), fills("number")]
"""A contact inside a sentence."""


class Contacts(Closed):
    """How each contact is said, with its number where it has one."""

    emergency: Said
    nhs_24: Said
    breathing_space: Said
    samaritans: Said
    council: Said
    care_inspectorate: Said


class FirstSteps(Closed):
    """The one thing to do now, by what happened. ``unsure`` fits all of it.

    ``taken``, ``wants_to_die``, ``threatened`` and ``hurt`` are crises, the others concerns.
    """

    taken: Lines = ()
    wants_to_die: Lines = ()
    threatened: Lines = ()
    hurt: Lines = ()
    worn_out: Lines = ()
    touched: Lines = ()
    hurt_at_work: Lines = ()
    hurt_at_home: Lines = ()
    held: Lines = ()
    punished: Lines = ()
    own_act: Lines = ()
    told: Lines = ()
    mark: Lines = ()
    not_heard: Lines = ()
    out_of_hours: Lines = ()
    told_to_hide: Lines = ()
    manager: Lines = ()
    outside: Lines = ()
    afraid: Lines = ()
    unsure: Lines


class HarmCues(Closed):
    """Words, as people type them, by which it is told what happened, and what they write next.

    Those that are named like a field of ``FirstSteps`` choose it; ``done_to_me`` tells what was
    done to the writer, and not by them. ``maybe_task`` may be about the badge alone, ``more`` says
    that it is not; ``ambulance_came``, ``help_came`` and ``has_told`` tell that others know,
    ``not_come`` that those who were called are not there, ``leaves``
    that they stop for now, ``time_passed`` that it was not today, and so
    does a ``helper`` before one of ``sees_to``.
    ``misread`` says that it was no harm, ``no_harm`` so plainly that it also takes back a wish to
    die; ``protest`` and, where it is all that is said, ``bare_no``
    that it may have been none; ``asks_on`` that they want to go on.
    ``is_it_bad`` asks the coach to judge, ``seems_fine`` says that all looks well for now;
    ``of_it`` shows that what somebody was told is what stands in words of harm; ``my_fear`` that
    they fear to tell it, ``will_tell`` that they mean to; ``of_coach`` that a question is about the
    coach or the badge, and not about what was told; ``low`` that they see no way. ``of_others``
    speaks of somebody else, and ``their_sorry`` is no sorry of the writer's; ``late`` rues that it
    was told late, and ``on_its_way`` names those who then look into it;
    who is ``serious`` denies nothing.
    """

    mark: Words
    told: Words
    not_heard: Words
    out_of_hours: Words
    told_to_hide: Words
    afraid: Words
    held: Words
    punished: Words
    done_to_me: Words
    touched: Words
    hurt_at_home: Words
    hurt_at_work: Words
    maybe_task: Words
    more: Words
    ambulance_came: Words
    not_come: Words
    leaves: Words
    time_passed: Words
    help_came: Words
    has_told: Words
    helper: Words
    sees_to: Words
    keep_it: Words
    drop_it: Words
    misread: Words
    no_harm: Words
    protest: Words
    serious: Words
    bare_no: Words
    shaken: Words
    what_to_say: Words
    good_news: Words
    asks_on: Words
    is_it_bad: Words
    seems_fine: Words
    of_it: Words
    my_fear: Words
    will_tell: Words
    i_am_fine: Words
    will_do_nothing: Words
    seems_well: Words
    long_ago: Words
    will_you: Words
    secret: Words
    cannot_ring: Words
    if_i_ring: Words
    of_badge: Words
    of_coach: Words
    points_back: Words
    not_in: Words
    died: Words
    may_be_untrue: Words
    only_me: Words
    whom: Words
    rid_of: Words
    low: Words
    sorry: Words
    thanks: Words
    fault: Words
    becomes_of: Words
    ask_them: Words
    of_others: Words
    their_sorry: Words
    late: Words
    on_its_way: Words


class Afterwards(Closed):
    """When they write again. ``not_heard`` is for somebody who told it and was sent away.

    ``company`` is for somebody who is no longer alone with their own, ``not_alone`` the same where
    no life was in danger; ``not_come`` is for who waits for help that was called. A field
    that is named like one of ``HarmCues`` answers it. Where nothing else fits a few words:
    ``in_danger`` and
    ``own_danger`` while a life may be at risk, ``own`` after their own distress, ``more`` where
    more harm is told. ``untold`` is for somebody who told nobody, ``not_known`` for what only
    others can say, ``beside_doubt`` for what may be about an answer that may be of harm.
    """

    told: Lines
    told_and_on: Lines
    told_late: Lines
    heard: Lines
    not_heard: Lines
    company: Lines
    not_alone: Lines
    shaken: Lines
    what_to_say: Lines
    what_now: Lines
    is_it_bad: Lines
    seems_fine: Lines
    will_tell: Lines
    was_doubted: Lines
    afraid: Lines
    afraid_for_own: Lines
    told_in_danger: Lines
    long_ago: Lines
    will_you: Lines
    secret: Lines
    cannot_ring: Lines
    if_i_ring: Lines
    my_name: Lines
    i_am_fine: Lines
    will_do_nothing: Lines
    of_badge: Lines
    will_tell_of_own: Lines
    rid_of: Lines
    asks_on: Lines
    not_in: Lines
    died: Lines
    what_to_say_of_own: Lines
    help_in_danger: Lines
    not_come: Lines
    leaves: Lines
    may_be_untrue: Lines
    only_me: Lines
    whom: Lines
    sorry: Lines
    sorry_for_own: Lines
    thanks: Lines
    in_danger: Lines
    own: Lines
    own_danger: Lines
    more: Lines
    more_told: Lines
    back: Lines
    good_news: Lines
    fault: Lines
    becomes_of: Lines
    ask_them: Lines
    untold: Lines
    not_known: Lines
    beside_doubt: Lines


class Harm(Closed):
    """A reply is a first step and a line that nobody watches, then *Keep* and *Drop*.

    ``speak_up`` is added where somebody at work does wrong, ``still_open`` is the question again
    after something else was done. ``doubted`` stands below an answer that may be of harm, and more
    likely is not: nothing is asked then; ``doubted_unsigned`` where no word of harm is in it.
    ``told_on`` stands below one that tells that the writer told somebody who has to know,
    ``told_on_and_seen_to`` where it also sounds of a good end.
    """

    contacts: Contacts
    cues: HarmCues
    crisis: Mapping[AboutWhom, FirstSteps]
    crisis_unsure: Lines
    crisis_of_body: Lines
    others_in_danger: Lines
    others_may_be_in_danger: Lines
    concern: Mapping[AboutWhom, FirstSteps]
    concern_unsure: Lines
    is_it_harm: Lines
    is_it_hard: Lines
    doubted: Lines
    doubted_unsigned: Lines
    doubted_own: Lines
    doubted_crisis: Lines
    tears: Lines
    knocked: Lines
    doubted_own_crisis: Lines
    told_on: Lines
    told_on_and_seen_to: Lines
    speak_up: Lines
    nobody_watches: Lines
    cannot_tell: Lines
    phone_seen: Lines
    can_wait: Lines
    keep_or_drop: Lines
    before_too: Lines
    still_open: Lines
    kept: Lines
    kept_in_answer: Lines
    dropped: Lines
    go_on: Lines
    after: Afterwards
    false_alarm: Lines
    false_alarm_nowhere: Lines
    was_it_misread: Lines
    was_it_no_wish_to_die: Lines

    def first_steps(
        self, level: Literal["crisis", "concern"], about: AboutWhom | None, sort: str
    ) -> tuple[str, ...]:
        """Return the lines for a harm: those for what it is, else those that fit all of it.

        ``about`` is None where nobody knows whom it is about; a body in danger is one all the same.
        ``sort`` is a field of ``FirstSteps``; any other means that it is not sure what happened.
        """
        if about is None:
            of_body = self.crisis_of_body if sort in ("hurt", "taken") else self.crisis_unsure
            return of_body if level == "crisis" else self.concern_unsure
        steps = (self.crisis if level == "crisis" else self.concern)[about]
        found: tuple[str, ...] = getattr(steps, sort, ()) or steps.unsure
        return found
