"""Words by which the kinds of what is said to the coach are told from each other."""

from __future__ import annotations

from bot.content.models.base import Closed
from bot.content.models.listening_lines import Words


class Cues(Closed):
    """Words by which one thing of a kind is told from the others of it, as people type them."""

    unsure: Words
    going: Words
    thanks: Words
    hello: Words
    goodbye: Words
    where: Words
    what_now: Words
    to_bed: Words
    doubted: Words
    ready: Words
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
    tired: Words
    fed_up: Words
    pleased: Words
    thinkers: Words
    hurt: Words
    afraid: Words
    has_sent: Words
    has_not_sent: Words
    as_file: Words
    grave: Words
    goes_on: Words
    bad_news: Words
    keep_out: Words
    so_far: Words
    split_it: Words
    send_it: tuple[str, ...]
    which_answer: Words
    angry: Words
    no_answer: Words
    move_on: Words
    put_words: Words
    resident: Words
    child: Words
    colleague: Words
    family: Words
    anybody: Words
    works_with: Words
    cared_for: Words
    no_name: Words
    declines: Words
    more_wanted: Words
    left_out: Words
    little: Words
    modest: Words
    wrote_wrong: Words
    openings: Words
    outcome: Words
    went: Words
    told_so: Words
