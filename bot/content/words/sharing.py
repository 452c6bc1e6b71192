"""Words for sharing a statement with one person, and for what that person sees and says."""

from __future__ import annotations

from typing import Annotated

from bot.content.models.base import Closed
from bot.content.models.counted import Counted
from bot.content.text_kinds import Help as HelpText
from bot.content.text_kinds import Label, Plain, PlainHelp, Prompt, fills


class SharingLines(Closed):
    """The list of each sharing, a sentence for each thing that was done."""

    by_link: Annotated[HelpText, fills("number", "title", "date")]
    by_group: Annotated[HelpText, fills("number", "title", "date", "cohort")]
    until: Annotated[Prompt, fills("date")]
    over: Annotated[Prompt, fills("date")]
    ended: Annotated[Prompt, fills("date")]
    read: Annotated[Prompt, fills("date")]
    not_read: Plain
    ready: Annotated[Prompt, fills("date")]
    question: Annotated[HelpText, fills("date", "label", "asked")]
    confirmed: Annotated[HelpText, fills("date", "name", "role")]
    changed: PlainHelp


class SharingNews(Closed):
    """News for somebody when a reader has answered, or when there is something to read."""

    ready: Annotated[Prompt, fills("title")]
    question: Annotated[HelpText, fills("title", "label", "asked")]
    answer_here: PlainHelp
    confirmed: Annotated[HelpText, fills("title", "name", "role")]
    by_mail: Annotated[HelpText, fills("title")]
    shared: Annotated[HelpText, fills("cohort")]
    look: Label


class SharingMade(Closed):
    """Lines of *how it was made* about those who read it."""

    heading: Plain
    nobody_else: PlainHelp


class WhyNoAnswer(Closed):
    """Why what a reader says is not taken."""

    over: PlainHelp
    done: PlainHelp
    no_step: PlainHelp
    no_words: PlainHelp
    too_long: PlainHelp
    no_links: PlainHelp
    no_name: PlainHelp


class ReaderWords(Closed):
    """The page of a reader, and a coordinator's page of the same."""

    title: Plain
    first: PlainHelp
    open: Label
    until: Annotated[Prompt, fills("date")]
    rules: PlainHelp
    ready: Label
    question: Plain
    step: Plain
    words: Plain
    ask: Label
    confirm: PlainHelp
    name: Plain
    role: Plain
    know: Label
    told: Plain
    said_ready: Plain
    said_question: Annotated[HelpText, fills("heading", "asked")]
    said_confirmed: Annotated[HelpText, fills("name", "role")]
    own: PlainHelp
    gone_title: Plain
    gone: PlainHelp
    waiting: Counted
    shared: PlainHelp
    one: Annotated[HelpText, fills("who", "title", "date")]
    nothing: PlainHelp
    read: Annotated[Label, fills("who")]
    which_step: PlainHelp
    ask_question: PlainHelp
    ask_reader_name: PlainHelp
    ask_reader_role: PlainHelp
    go_on: Label
    label: Label
    taken: PlainHelp


class SharingWords(Closed):
    """Words that the learner sees of it."""

    label: Label
    ask: PlainHelp
    cannot: Annotated[HelpText, fills("makes", "form")]
    by_link: Label
    in_group: Annotated[Prompt, fills("cohort")]
    link: Annotated[HelpText, fills("date", "link")]
    asked_group: Annotated[HelpText, fills("cohort", "date")]
    too_many: PlainHelp
    asked_before: Annotated[HelpText, fills("cohort")]
    heading: Plain
    take_back: Annotated[Label, fills("number")]
    taken_back: PlainHelp
    answer: Annotated[Prompt, fills("label")]
    asks: Annotated[HelpText, fills("asked")]
    asks_about: Annotated[HelpText, fills("label", "asked")]
    gone: PlainHelp
    lines: SharingLines
    news: SharingNews
    made: SharingMade
    why_not: WhyNoAnswer
    reader: ReaderWords
