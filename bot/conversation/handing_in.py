"""The statement, ready to hand in: a short check-list, how it was made, and the right badge page.

The check-list informs and never blocks. The ledger says for each paragraph which messages it came
from, so that a learner can show how their statement was made.
"""

from __future__ import annotations

from bot.coaching.richness import either
from bot.content.schema import WordsStep
from bot.conversation.machine import change, move
from bot.conversation.places import show_place, show_place_again
from bot.conversation.progress import LOOKED_AT_WITHIN
from bot.conversation.protecting import tell_masked
from bot.conversation.talk import Talk
from bot.conversation.wording import Typed
from bot.model import Button, File, Link, Message
from bot.statement import BETWEEN


def checklist(talk: Talk, _: str = "") -> None:
    """*Check it*: yes or no for each thing that a reader of evidence looks for."""
    from bot.coaching.leftovers import find_leftovers
    from bot.coaching.names import find_names

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


def is_due(talk: Talk) -> bool:
    """Whether it is time to ask what became of a statement that was sent."""
    attempt = talk.attempt
    return bool(
        attempt.sent_at and not attempt.outcome and talk.now - attempt.sent_at >= LOOKED_AT_WITHIN
    )


def ask_outcome(talk: Talk) -> None:
    """*How did it go?*, one question, when it is due."""
    talk.say(talk.content.words.outcome.ask, name=talk.dialogue.name)
    talk.conversation.asking = "outcome"


def outcome_buttons(talk: Talk) -> list[Button]:
    """What may have become of it."""
    return [
        Button(getattr(talk.content.words.buttons, name), f"outcome:{name}", side=True)
        for name in ("awarded", "waiting", "declined")
    ]


def outcome(talk: Talk, what: str) -> None:
    """Awarded, still waiting, or declined: then the feedback may be pasted."""
    words = talk.content.words.outcome
    talk.conversation.asking = None
    if what != "waiting":
        talk.attempt.outcome = what
    talk.say(getattr(words, what))
    if what == "declined":
        talk.conversation.asking = "feedback"
    else:
        show_place_again(talk)


def keep_feedback(talk: Talk) -> None:
    """The feedback of an assessor: kept, in no statement. The answer that it names opens again."""
    talk.change(talk.keep(talk.event.text), aside=True)
    if talk.masked:
        tell_masked(talk)
    talk.conversation.asking = None
    named = _step_named(talk, talk.event.text)
    words = talk.content.words.outcome
    talk.say(words.this_one if named else words.thanks)
    move(talk.dialogue, talk.attempt, change(named) if named else "review")
    show_place(talk)


def _step_named(talk: Talk, text: str) -> str:
    """The id of the one step that a text is about, "" for none or several.

    Who writes of the overlap names both sides too, so that step goes before the others.
    """
    badge = talk.dialogue.badge
    both = {each.id for each in badge.criteria if each.side == "both"} if badge else set()
    asked_for = [
        step for step in talk.dialogue.steps if isinstance(step, WordsStep) and step.criterion
    ]
    named = [step for step in asked_for if either((step.id,)).search(text)]
    first = [step for step in named if step.criterion in both] or named
    return first[0].id if len(first) == 1 else ""


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
