"""The statement, ready to hand in: a short check-list, how it was made, and the right badge page.

The check-list informs and never blocks. The ledger says for each paragraph which messages it came
from, so that a learner can show how their statement was made.
"""

from __future__ import annotations

from bot.domain.conversation import Message
from bot.domain.statement import BETWEEN
from bot.domain.turn import File, Link
from bot.engine.context import Talk
from bot.engine.wording import Typed
from bot.flows.reflection.screens import show_place_again


def checklist(talk: Talk, _: str = "") -> None:
    """*Check it*: yes or no for each thing that a reader of evidence looks for."""
    from bot.analysis.form_lines import find_leftovers
    from bot.analysis.names import find_names

    words, statement = talk.content.words.checklist, talk.statement
    text = BETWEEN.join(section.text for section in statement.sections)
    knowledge, known = talk.content.knowledge, talk.conversation.not_names
    names = [
        name
        for each in find_names(text, knowledge.name_words)
        if (name := text[each.start : each.end]).casefold() not in known
    ]
    left = [found for section in statement.sections for found in find_leftovers(section.text)]
    read = bool(talk.conversation.sorting.seen or talk.conversation.has_read)
    answers = (
        (words.enough, not statement.to_go),
        (words.criteria, not statement.missing),
        (words.no_names, not names),
        (words.no_lines, not left),
        (words.own_words, True),
        (words.resource, read),
    )
    facts = {"minimum": talk.dialogue.min_words}
    lines = [
        talk.fill(words.line, sign=words.yes if holds else words.no, what=talk.fill(what, **facts))
        for what, holds in answers
    ]
    found = [talk.fill(words.names_seen, names=Typed(", ".join(dict.fromkeys(names))))]
    talk.tell(talk.fill(words.title), "\n".join(lines), *(found if names else []))
    talk.tell(talk.fill(words.yours_to_decide))


def ledger(talk: Talk, _: str = "") -> None:
    """*How it was made*: a file that names every message that a paragraph came from."""
    words, statement = talk.content.words.ledger, talk.statement
    parts: list[str] = [talk.fill(words.title, name=talk.dialogue.name)]
    for section in statement.written:
        lines = [section.heading, *(_message(talk, each) for each in section.messages)]
        parts.append("\n".join(lines))
    parts.append(talk.fill(words.sum, count=statement.own_words))
    text = BETWEEN.join(parts) + "\n"
    stem = talk.fill(talk.content.words.file_name.ledger, dialogue=talk.dialogue.id)
    talk.tell(talk.fill(words.here), file=File(stem, "txt", "text/plain", text))
    show_place_again(talk)


def _message(talk: Talk, message: Message) -> str:
    words = talk.content.words.ledger
    number = message.origin or message.number
    parts: list[str] = [talk.fill(words.message, number=number, at=f"{message.at:%Y-%m-%d %H:%M}")]
    if message.edited_at:
        parts.append(talk.fill(words.edited, at=f"{message.edited_at:%Y-%m-%d %H:%M}"))
    if message.origin:
        parts.append(talk.fill(words.part))
    return f"{' '.join(parts)}\n{message.shown}"


def edition(talk: Talk, edition_id: str) -> None:
    """Which badge page fits the learner's work: asked once, and the right link from then on."""
    talk.conversation.edition = edition_id
    show_badge_page(talk)
    show_place_again(talk)


def show_badge_page(talk: Talk) -> None:
    """The badge page of the edition, where it was chosen."""
    badge = talk.dialogue.badge
    chosen = [e for e in badge.editions if e.id == talk.conversation.edition] if badge else []
    for each in chosen:
        resource = talk.content.resources[each.resource]
        link = [Link(resource.title, resource.address)] if resource.address else []
        said = talk.fill(talk.content.words.statement.badge_page, edition=each.label)
        talk.tell(said, *([resource.note] if resource.note else []), links=tuple(link))


def sent(talk: Talk, _: str = "") -> None:
    """*I have sent it*. The words stay; they can still be changed."""
    talk.attempt.sent_at = talk.now
    talk.say(talk.content.words.statement.sent, name=talk.dialogue.name)
    for each in talk.facts.memberships:
        if each.cohort.dialogue == talk.dialogue.id and each.cohort.closing:
            talk.tell(each.cohort.closing)
