"""The statement, ready to hand in: a short check-list, how it was made, and the right badge page.

The check-list informs and never blocks. The ledger says for each paragraph which messages it came
from, so that a learner can show how their statement was made.
"""

from __future__ import annotations

from bot.domain.conversation import Message
from bot.domain.statement import BETWEEN
from bot.domain.turn import File, Link
from bot.engine.context import TurnContext
from bot.engine.wording import Typed


def checklist(turn: TurnContext, _: str = "") -> None:
    """*Check it*: yes or no for each thing that a reader of evidence looks for."""
    from bot.analysis.form_lines import find_leftovers
    from bot.analysis.names import find_names

    words, statement = turn.content.words.checklist, turn.statement
    text = BETWEEN.join(section.text for section in statement.sections)
    known = turn.conversation.not_names
    names = [
        name
        for each in find_names(text, turn.knowledge.name_words)
        if (name := text[each.start : each.end]).casefold() not in known
    ]
    left = [found for section in statement.sections for found in find_leftovers(section.text)]
    read = bool(turn.conversation.activity_round.seen or turn.conversation.has_read)
    answers = (
        (words.enough, not statement.to_go),
        (words.criteria, not statement.missing),
        (words.no_names, not names),
        (words.no_lines, not left),
        (words.own_words, True),
        (words.resource, read),
    )
    facts = {"minimum": turn.dialogue.min_words}
    lines = [
        turn.fill(words.line, sign=words.yes if holds else words.no, what=turn.fill(what, **facts))
        for what, holds in answers
    ]
    found = [turn.fill(words.names_seen, names=Typed(", ".join(dict.fromkeys(names))))]
    turn.tell(turn.fill(words.title), "\n".join(lines), *(found if names else []))
    turn.tell(turn.fill(words.yours_to_decide))


def ledger(turn: TurnContext, _: str = "") -> None:
    """*How it was made*: a file that names every message that a paragraph came from."""
    words, statement = turn.content.words.ledger, turn.statement
    parts: list[str] = [turn.fill(words.title, name=turn.dialogue.name)]
    for section in statement.written:
        lines = [section.heading, *(_message(turn, each) for each in section.messages)]
        parts.append("\n".join(lines))
    parts.append(turn.fill(words.sum, count=statement.own_words))
    text = BETWEEN.join(parts) + "\n"
    stem = turn.fill(turn.content.words.file_name.ledger, dialogue=turn.dialogue.id)
    turn.tell(turn.fill(words.here), file=File(stem, "txt", "text/plain", text))
    turn.show_again()


def _message(turn: TurnContext, message: Message) -> str:
    words = turn.content.words.ledger
    number = message.origin or message.number
    parts: list[str] = [turn.fill(words.message, number=number, at=f"{message.at:%Y-%m-%d %H:%M}")]
    if message.edited_at:
        parts.append(turn.fill(words.edited, at=f"{message.edited_at:%Y-%m-%d %H:%M}"))
    if message.origin:
        parts.append(turn.fill(words.part))
    return f"{' '.join(parts)}\n{message.shown}"


def edition(turn: TurnContext, edition_id: str) -> None:
    """Which badge page fits the learner's work: asked once, and the right link from then on."""
    turn.conversation.edition = edition_id
    show_badge_page(turn)
    turn.show_again()


def show_badge_page(turn: TurnContext) -> None:
    """The badge page of the edition, where it was chosen."""
    badge = turn.dialogue.badge
    chosen = [e for e in badge.editions if e.id == turn.conversation.edition] if badge else []
    for each in chosen:
        resource = turn.content.resources[each.resource]
        link = [Link(resource.title, resource.address)] if resource.address else []
        said = turn.fill(turn.content.words.statement.badge_page, edition=each.label)
        turn.tell(said, *([resource.note] if resource.note else []), links=tuple(link))


def sent(turn: TurnContext, _: str = "") -> None:
    """*I have sent it*. The words stay; they can still be changed."""
    turn.attempt.sent_at = turn.now
    turn.say(turn.content.words.statement.sent, name=turn.dialogue.name)
    for each in turn.access.memberships:
        if each.cohort.dialogue == turn.dialogue.id and each.cohort.closing:
            turn.tell(each.cohort.closing)
