"""Showing the learner where they are: the welcome, a question, the review, the statement."""

from __future__ import annotations

from collections.abc import Iterable

from bot.content.models.dialogue import REVIEW, ChoiceStep, Step, WordsStep
from bot.content.models.framework import Activity
from bot.content.models.resource import Resource
from bot.domain.statement import joined, picked
from bot.domain.turn import File, Link
from bot.engine.context import Talk
from bot.engine.machine import STATEMENT
from bot.engine.wording import Text, Typed, counted, counts, gist, missing_summary
from bot.exports import FORMATS


def show_place(talk: Talk) -> None:
    """The place in full: the question with its hint, the review or the statement."""
    match talk.attempt.step:
        case step_id if step_id == REVIEW:
            _show_review(talk)
        case step_id if step_id == STATEMENT:
            _show_statement(talk)
        case _ if isinstance(talk.step, ChoiceStep):
            _show_choices(talk, talk.step)
        case _ if talk.step:
            _show_question(talk, talk.step)
        case _:
            show_welcome(talk)


def show_place_again(talk: Talk) -> None:
    """The place in one line, after anything that was not about it."""
    words = talk.content.words.question
    asking = talk.conversation.asking
    if asking == "sort":
        show_activity(talk)
    elif asking == "harm":
        talk.say(talk.content.knowledge.support.texts.keep_or_drop)
    elif asking in ("place", "replace"):
        answer = talk.content.words.answer
        talk.say(answer.where if asking == "place" else answer.replace)
    elif talk.step:
        talk.say(words.again, question=talk.step.question)
    elif talk.at_welcome:
        talk.say(words.welcome_again)
    elif talk.attempt.step == REVIEW:
        talk.say(words.review_again)
    else:
        talk.say(words.statement_again)


def activity_in_hand(talk: Talk) -> Activity | None:
    """The activity that is being sorted, or None between two rounds."""
    sorting = talk.conversation.sorting
    if sorting.done >= len(sorting.round):
        return None
    return talk.content.activities.get(sorting.round[sorting.done])


def show_activity(talk: Talk) -> None:
    """The activity in hand, with its number."""
    activity, sorting = activity_in_hand(talk), talk.conversation.sorting
    if activity:
        number, total = sorting.done + 1, len(sorting.round)
        talk.say(talk.content.words.sort.ask, number=number, total=total, text=activity.text)


def show_welcome(talk: Talk) -> None:
    """What this is, and who can read what: said before the first word is asked for."""
    words = talk.content.words.welcome
    talk.say(words.hello, name=talk.dialogue.name, minutes=talk.dialogue.minutes)
    talk.say(words.who_can_read)
    talk.conversation.greeted = True


def greet(talk: Talk) -> None:
    """The greeting for somebody who comes back: where they are and what is saved."""
    words = talk.content.words.returning
    if talk.step:
        place = _step_number(talk, words.at_step, talk.step)
    elif talk.at_welcome:
        place = talk.fill(words.at_welcome)
    else:
        place = talk.fill(words.at_review if talk.attempt.step == REVIEW else words.at_statement)
    saved = counted(talk.content.words, words.saved, talk.kept_words())
    talk.say(words.hello, place=place, saved=saved)


def _step_number(talk: Talk, template: str, step: Step, **facts: object) -> Text:
    # A step that the learner's picks no longer lead to may be open, from the review.
    steps = talk.route
    if step.id not in steps:
        steps = tuple(each.id for each in talk.dialogue.steps)
    number = steps.index(step.id) + 1
    return talk.fill(template, number=number, total=len(steps), label=step.label, **facts)


def show_picks(talk: Talk, step: ChoiceStep) -> None:
    """What is picked where several can be, and how to go on."""
    words = talk.content.words.question
    labels = ", ".join(picked(step, talk.attempt))
    said = talk.fill(words.picked, picked=labels) if labels else talk.fill(words.none_picked)
    talk.tell(said, *([talk.fill(words.pick_many)] if labels else []))


def _show_choices(talk: Talk, step: ChoiceStep) -> None:
    words = talk.content.words.question
    facts = {"question": step.question, "hint": step.hint}
    parts = [_step_number(talk, words.ask, step, **facts)]
    if labels := ", ".join(picked(step, talk.attempt)):
        parts.append(talk.fill(words.picked, picked=labels))
    parts.append(talk.fill(words.pick_many if step.many else words.pick_one))
    talk.tell(*parts)


def _show_question(talk: Talk, step: WordsStep) -> None:
    words = talk.content.words.question
    written = Typed(_shown(joined(talk.answer(step.id))))
    if written:
        talk.tell(talk.fill(words.written), written)
    facts = {"question": step.question, "hint": step.hint}
    template = words.ask_short if talk.is_faded else words.ask
    parts = [_step_number(talk, template, step, **facts)]
    parts += [talk.fill(words.add_or_replace)] if written else []
    talk.tell(*parts)


def _shown(text: str) -> str:
    """A text as it is shown back: odd bullets and spaces of a paste look plain. Stored as sent."""
    if text.isascii():
        return text
    from bot.analysis.form_lines import clean

    return clean(text)


def _show_review(talk: Talk) -> None:
    words, statement = talk.content.words, talk.statement
    answers: list[str] = [talk.fill(words.review.title)]
    answers += [
        talk.fill(
            words.review.answer,
            label=section.step.label,
            count=counted(words, words.review.words, section.words),
            text=gist(_shown(section.text)) or words.review.empty,
        )
        if isinstance(section.step, WordsStep)
        else talk.fill(
            words.review.picks,
            label=section.step.label,
            picked=", ".join(section.picks) or words.review.empty,
        )
        for section in statement.sections
    ]
    talk.tell(*answers)
    lines = [counts(words, statement), missing_summary(words, statement)]
    if talk.left_over():
        lines.append(talk.fill(words.review.over))
    lines.append(talk.fill(words.review.choose))
    talk.tell(*lines)


def _show_statement(talk: Talk) -> None:
    words, statement = talk.content.words, talk.statement
    body = FORMATS["txt"](statement)
    if not any(section.messages for section in statement.sections):
        talk.say(words.statement.empty)
        talk.say(words.statement.not_ready_then)
        return
    count = counted(words, words.statement.count, statement.own_words)
    minimum = talk.dialogue.min_words
    beside = talk.fill(words.statement.of_minimum, count=count, minimum=minimum)
    title = talk.fill(words.statement.title, name=talk.dialogue.name)
    talk.tell(title, beside if minimum else count)
    stem = talk.fill(words.file_name.statement, dialogue=talk.dialogue.id)
    talk.show(body, file=File(stem, "txt", "text/plain", body))
    if day := talk.attempt.sent_at:
        talk.say(words.statement.sent_before, date=f"{day.day} {day:%B %Y}")
    if statement.ready:
        _show_hand_in(talk)
    else:
        then = talk.fill(words.statement.not_ready_then)
        talk.tell(missing_summary(words, statement), then)


def _show_hand_in(talk: Talk) -> None:
    words = talk.content.words
    badge = talk.dialogue.badge
    use = words.statement.hand_in if badge else words.statement.use
    lines: list[str] = [missing_summary(words, talk.statement), talk.fill(use)]
    lines += [f"• {way.text}" for way in talk.dialogue.hand_in]
    to_send = badge and talk.is_unsent()
    lines.append(talk.fill(words.statement.then if to_send else words.statement.change_it))
    known = talk.content.resources
    ways = [known[way.resource] for way in talk.dialogue.hand_in if way.resource]
    talk.tell(*lines, links=link_all(ways))
    if badge and badge.editions and not talk.conversation.edition:
        talk.say(words.statement.which_badge)


def link_all(resources: Iterable[Resource]) -> tuple[Link, ...]:
    """The links of those that have an address."""
    return tuple(Link(each.title, each.address) for each in resources if each.address)


def about(talk: Talk, _: str = "") -> None:
    """*About …*: the purpose, the badge, the difference in plain words."""
    badge = talk.dialogue.badge
    facts = {"badge": badge.name, "counts_towards": badge.counts_towards} if badge else {}
    for text in talk.dialogue.about:
        talk.say(text, **facts)


def example(talk: Talk, _: str = "") -> None:
    """*Example*: marked as one, and never stored."""
    if isinstance(talk.step, WordsStep):
        talk.say(talk.content.words.question.example, example=talk.step.example)
    show_place_again(talk)


def tell_more(talk: Talk, _: str = "") -> None:
    """*Tell me more*: the long form of a question that was asked in short."""
    if talk.step:
        talk.say(talk.step.hint)
    show_place_again(talk)
