"""The words of the conversation itself, a class for each place."""

from __future__ import annotations

from typing import Annotated

from bot.content.models.base import Closed
from bot.content.models.counted import Counted
from bot.content.text_kinds import FileStem, Plain, PlainHelp, Prompt, fills
from bot.content.text_kinds import Help as HelpText


class Welcome(Closed):
    """The first two messages."""

    hello: Annotated[Prompt, fills("name", "minutes")]
    who_can_read: Plain
    press_start: Plain
    saved: Plain
    begun: Annotated[Prompt, fills("label")]


class Returning(Closed):
    """The greeting for somebody who comes back."""

    hello: Annotated[Prompt, fills("place", "saved")]
    at_step: Annotated[Prompt, fills("number", "total", "label")]
    at_welcome: Plain
    at_review: Plain
    at_statement: Plain
    saved: Counted


class Question(Closed):
    """The question of a step, and the question again."""

    ask: Annotated[Prompt, fills("number", "total", "label", "question", "hint")]
    ask_short: Annotated[Prompt, fills("number", "total", "label", "question")]
    again: Annotated[Prompt, fills("question")]
    welcome_again: Plain
    review_again: Plain
    statement_again: Plain
    beside: Plain
    written: Plain
    add_or_replace: Plain
    example: Annotated[Prompt, fills("example")]
    pick_one: Plain
    pick_many: Plain
    picked: Annotated[Prompt, fills("picked")]
    none_picked: Plain


class Answer(Closed):
    """Replies to words that come in."""

    saved: Counted
    first: Plain
    to_go: Counted
    no_words: Plain
    replace: Plain
    replaced: Plain
    restored: Counted
    edited: Annotated[Prompt, fills("label")]
    edited_elsewhere: Annotated[Prompt, fills("label", "name")]
    edited_aside: Plain
    edited_parts: Annotated[Prompt, fills("labels")]
    edited_whole: Plain
    edited_kept_out: Plain
    edited_names: Annotated[Prompt, fills("markers")]
    edited_field: Plain
    whose: Plain
    not_yours: Plain
    ours: Plain
    where: Plain
    where_left: Plain
    placed: Annotated[Prompt, fills("label", "count")]
    taken_back: Annotated[Prompt, fills("text")]
    nothing_to_take_back: Plain
    left_out: Plain


class Move(Closed):
    """Going on, going back, stopping."""

    empty: Plain
    skipped: Plain
    first: Plain
    paused: Plain
    paused_empty: Plain
    not_here: Plain
    restart_ask: Annotated[Prompt, fills("name")]
    restarted: Plain
    not_restarted: Plain


class Review(Closed):
    """Every answer in short, and what is missing."""

    title: Plain
    answer: Annotated[Prompt, fills("label", "text")]
    picks: Annotated[Prompt, fills("label", "picked")]
    empty: Plain
    counts: Annotated[Prompt, fills("counts", "total", "minimum")]
    to_go: Annotated[Prompt, fills("counts", "total", "minimum", "to_go")]
    no_minimum: Annotated[Prompt, fills("counts", "total")]
    one_count: Annotated[Prompt, fills("label", "count")]
    words: Counted
    missing_answers: Counted
    missing_picks: Annotated[Prompt, fills("labels")]
    not_ready: Plain
    ready: Plain
    complete: Plain
    over: Plain
    kept_out: Counted
    choose: Plain


class Statement(Closed):
    """The words beside the statement, never in it."""

    title: Annotated[Prompt, fills("name")]
    count: Counted
    of_minimum: Annotated[Prompt, fills("count", "minimum")]
    empty: Plain
    hand_in: Plain
    use: Plain
    then: Plain
    change_it: Plain
    which_badge: Plain
    badge_page: Annotated[Prompt, fills("edition")]
    look_first: Plain
    not_ready_then: Plain
    sent_ask: Plain
    not_sent: Plain
    sent: Annotated[Prompt, fills("name")]
    sent_before: Annotated[Prompt, fills("date")]


class Help(Closed):
    """The answer to /help."""

    intro: PlainHelp
    command: Annotated[HelpText, fills("command", "what")]
    support: PlainHelp


class Privacy(Closed):
    """The answer to /privacy: who runs this, what is kept and how long, who can read it, rights."""

    who: Annotated[HelpText, fills("name", "contact")]
    nobody_named: PlainHelp
    what: PlainHelp
    promise: PlainHelp
    mail: PlainHelp
    kept: Annotated[HelpText, fills("how")]
    yours: PlainHelp
    complain: PlainHelp


class Data(Closed):
    """/mydata, /forget and /stop."""

    summary: Annotated[Prompt, fills("messages", "attempts")]
    number: Annotated[Prompt, fills("number")]
    messages: Counted
    attempts: Counted
    open_in: Annotated[Prompt, fills("places", "back")]
    places: Counted
    ways_back: Counted
    close: Plain
    forget_ask: Plain
    forgotten: Plain
    kept: Plain
    stopped: Plain


class Odd(Closed):
    """Replies to anything that does not fit."""

    command: Annotated[Prompt, fills("typed", "nearest")]
    after_command: Plain
    stale_press: Plain
    stale_words: Plain
    empty: Plain
    cannot_store: Plain
    sorry: Plain
    away: Plain
    voice: Plain
    photo: Plain
    other: Plain
    step_gone: Plain
    dialogue_gone: Plain


class Telegram(Closed):
    """Words for Telegram alone: the bot's profile, and the answer in a group."""

    description: PlainHelp
    short_description: PlainHelp
    group: Annotated[Prompt, fills("link")]
    more_choices: Plain
    copy_link: Plain
    placeholder: Annotated[Prompt, fills("label")]
    waited: Plain


class FileName(Closed):
    """The names of files, without their ending."""

    statement: Annotated[FileStem, fills("dialogue")]
    picture: Annotated[FileStem, fills("framework")]
    ledger: Annotated[FileStem, fills("dialogue")]
    data: Annotated[FileStem, fills()]
    everything: Annotated[FileStem, fills()]
    overlap: Annotated[FileStem, fills("dialogue")]
    year: Annotated[FileStem, fills()]
    progress: Annotated[FileStem, fills()]
    figures: Annotated[FileStem, fills()]
    skills: Annotated[FileStem, fills()]
    card: Annotated[FileStem, fills()]


class Terminal(Closed):
    """Words for the terminal alone."""

    title: Plain
    how: Plain
    choice: Annotated[Prompt, fills("number", "label")]
    prompt: Plain
    file: Annotated[Prompt, fills("name")]
    saved: Annotated[Prompt, fills("path")]
    no_file: Plain
    not_sent: Plain
    begin_anew: Annotated[Prompt, fills("path", "used")]
    left: Annotated[Prompt, fills("command")]
    left_empty: Annotated[Prompt, fills("command")]
    no_bot: Plain
    left_unsaved: Annotated[Prompt, fills("command")]
