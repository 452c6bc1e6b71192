"""Showing the learner where they are: the welcome, a question, the review, the statement."""

from __future__ import annotations

from collections.abc import Iterable

from bot.analysis.form_lines import clean
from bot.content.models.dialogue import REVIEW, ChoiceStep, Step, WordsStep
from bot.content.models.resource import Resource
from bot.domain.conversation import is_unsent
from bot.domain.messages import joined
from bot.domain.statement import picked
from bot.domain.turn import File, Link
from bot.engine.context import TurnContext
from bot.engine.dates import day_in
from bot.engine.decisions import is_waiting
from bot.engine.machine import STATEMENT
from bot.engine.sight import is_in_sight
from bot.engine.wording import Text, Typed, counted, counts, gist, missing_summary
from bot.exports import FORMATS
from bot.flows.coaching.asides import show_example
from bot.flows.coaching.kept import kept_messages
from bot.flows.coaching.replies import ask_held_back, open_follow_up
from bot.flows.reflection.own_words import ask_whose_words
from bot.flows.safety.harm_heard import is_after_harm
from bot.flows.safety.names import ask_before_sending
from bot.flows.sharing.asked import asked_of, reader_asks


def show_place(turn: TurnContext, *, is_moved: bool = False) -> None:
    """The place in full: the question with its hint, the review or the statement.

    ``is_moved``: words were put in an answer just now, and need not be read again.
    """
    match turn.attempt.step:
        case step_id if step_id == REVIEW:
            _show_review(turn)
        case step_id if step_id == STATEMENT:
            _show_statement(turn)
        case _ if isinstance(turn.step, ChoiceStep):
            _show_choices(turn, turn.step)
        case _ if turn.step:
            _show_question(turn, turn.step, is_moved=is_moved)
        case _:
            show_welcome(turn)


def show_place_line(turn: TurnContext) -> None:
    """The place in one line, after anything that was not about it. A question in sight stands, but
    no turn goes without a word: where nothing was said yet, it is asked again. Who typed something
    soon after words of harm is asked nothing unasked."""
    words = turn.content.words.question
    is_typed = turn.event.kind == "say" and turn.event.command is None
    if turn.replies and turn.step and is_typed and is_after_harm(turn):
        return
    question = asked_here(turn)
    if held_back := ask_held_back(turn):
        turn.tell(held_back)
    elif question:
        is_told = _has_put_right(turn) and bool(turn.step and turn.answer(turn.step.id))
        if not (turn.replies and (is_told or is_in_sight(turn, question))):
            turn.say(words.again, question=question)
    elif turn.at_welcome:
        turn.say(words.welcome_again)
    elif turn.attempt.step != REVIEW:
        turn.say(words.statement_again)
    elif not (turn.replies and is_waiting(turn)):
        turn.say(words.review_again)


def _has_put_right(turn: TurnContext) -> bool:
    """Whether something was decided, or some own words were put right: the question stands."""
    kind = turn.coaching.kind if turn.coaching else None
    return turn.has_decided or kind in ("correction", "delete")


def asked_here(turn: TurnContext) -> str:
    """Return what is asked here: the coach's open follow-up, else the question of the step."""
    if turn.step:
        return open_follow_up(turn) or reader_asks(turn) or turn.step.question
    return turn.attempt.question if turn.open_question else ""


def show_on_return(turn: TurnContext) -> None:
    """The place to somebody who was away: the follow-up that waits, else the place in full."""
    if question := open_follow_up(turn):
        turn.say(turn.content.words.question.again, question=question)
    else:
        show_place(turn)


def show_welcome(turn: TurnContext) -> None:
    """Say what this is, and who can read what, before the first word is asked for."""
    words = turn.content.words.welcome
    turn.say(words.hello, name=turn.dialogue.name, minutes=turn.dialogue.minutes)
    turn.say(words.who_can_read)
    turn.conversation.greeted = True


def greet(turn: TurnContext) -> None:
    """The greeting for somebody who comes back: where they are and what is saved."""
    words = turn.content.words.returning
    if turn.step:
        place = _step_number(turn, words.at_step, turn.step)
    elif turn.at_welcome:
        place = turn.fill(words.at_welcome)
    else:
        place = turn.fill(words.at_review if turn.attempt.step == REVIEW else words.at_statement)
    saved = counted(turn.content.words, words.saved, turn.kept_words())
    turn.say(words.hello, place=place, saved=saved)


def _step_number(turn: TurnContext, template: str, step: Step, **facts: object) -> Text:
    # A step that the learner's picks no longer lead to may be open, from the review.
    steps = turn.route
    if step.id not in steps:
        steps = tuple(each.id for each in turn.dialogue.steps)
    number = steps.index(step.id) + 1
    return turn.fill(template, number=number, total=len(steps), label=step.label, **facts)


def show_picks(turn: TurnContext, step: ChoiceStep) -> None:
    """Say what is picked where several can be, and how to go on."""
    words = turn.content.words.question
    labels = ", ".join(picked(step, turn.attempt))
    said = turn.fill(words.picked, picked=labels) if labels else turn.fill(words.none_picked)
    turn.tell(said, *([turn.fill(words.pick_many)] if labels else []))


def _show_choices(turn: TurnContext, step: ChoiceStep) -> None:
    words = turn.content.words.question
    facts = {"question": step.question, "hint": step.hint}
    parts = [_step_number(turn, words.ask, step, **facts)]
    if labels := ", ".join(picked(step, turn.attempt)):
        parts.append(turn.fill(words.picked, picked=labels))
    parts.append(turn.fill(words.pick_many if step.many else words.pick_one))
    turn.tell(*parts)


def _show_question(turn: TurnContext, step: WordsStep, *, is_moved: bool) -> None:
    words = turn.content.words.question
    written = Typed(_shown(joined(turn.answer(step.id))))
    if written and not is_moved:
        turn.tell(turn.fill(words.written), written)
    facts = {"question": step.question, "hint": step.hint}
    template = words.ask_short if turn.is_faded else words.ask
    parts = [_step_number(turn, template, step, **facts)]
    parts += [turn.fill(words.add_or_replace)] if written else []
    parts += [asked] if (asked := reader_asks(turn)) else []
    turn.tell(*parts)


def _shown(text: str) -> str:
    """A text as it is shown back: odd bullets and spaces of a paste look plain. Stored as sent."""
    if text.isascii():
        return text

    return clean(text)


def _show_review(turn: TurnContext) -> None:
    words, statement = turn.content.words, turn.statement
    answers: list[str] = [turn.fill(words.review.title)]
    answers += [
        turn.fill(
            words.review.answer,
            label=section.step.label,
            text=gist(_shown(section.text)) or words.review.empty,
        )
        if isinstance(section.step, WordsStep)
        else turn.fill(
            words.review.picks,
            label=section.step.label,
            picked=", ".join(section.picks) or words.review.empty,
        )
        for section in statement.sections
    ]
    turn.tell(*answers)
    lines = [counts(words, statement), missing_summary(words, statement)]
    lines += asked_of(turn)
    if turn.left_over():
        lines.append(turn.fill(words.review.over))
    if out := len(kept_messages(turn)):
        lines.append(counted(words, words.review.kept_out, out))
    if not is_waiting(turn):
        lines.append(turn.fill(words.review.choose))
    turn.tell(*lines)


def _show_statement(turn: TurnContext) -> None:
    words, statement = turn.content.words, turn.statement
    body = FORMATS["txt"](statement)
    if not any(section.messages for section in statement.sections):
        turn.say(words.statement.empty)
        turn.say(words.statement.not_ready_then)
        return
    count = counted(words, words.statement.count, statement.own_words)
    minimum = turn.dialogue.min_words
    beside = turn.fill(words.statement.of_minimum, count=count, minimum=minimum)
    title = turn.fill(words.statement.title, name=turn.dialogue.name)
    turn.tell(title, beside if minimum else count)
    stem = turn.fill(words.file_name.statement, dialogue=turn.dialogue.id)
    turn.show(body, file=File(stem, "txt", "text/plain", body))
    if turn.attempt.sent_at:
        sent_on = day_in(turn.attempt.sent_at, turn.conversation.preferences.zone)
        turn.say(words.statement.sent_before, date=sent_on)
    if turn.left_over() and not is_waiting(turn):
        turn.say(words.review.over)
    if statement.ready:
        _show_hand_in(turn)
    else:
        then = turn.fill(words.statement.not_ready_then)
        turn.tell(missing_summary(words, statement), then)


def _show_hand_in(turn: TurnContext) -> None:
    words = turn.content.words
    badge = turn.dialogue.badge
    use = words.statement.hand_in if badge else words.statement.use
    lines: list[str] = [missing_summary(words, turn.statement), turn.fill(use)]
    lines += [f"• {way.text}" for way in turn.dialogue.hand_in]
    to_send = badge and is_unsent(turn.conversation)
    lines.append(turn.fill(words.statement.then if to_send else words.statement.change_it))
    known = turn.content.resources
    ways = [known[way.resource] for way in turn.dialogue.hand_in if way.resource]
    turn.tell(*lines, links=link_all(ways))
    to_look_at = bool(to_send) and ask_before_sending(turn)
    if badge and not (to_look_at or ask_whose_words(turn)):
        ask_which_badge(turn)


def ask_which_badge(turn: TurnContext) -> None:
    """Which badge page fits, where there are several and it was not said."""
    badge = turn.dialogue.badge
    if badge and badge.editions and not turn.conversation.edition and not turn.left_over():
        turn.say(turn.content.words.statement.which_badge)


def link_all(resources: Iterable[Resource]) -> tuple[Link, ...]:
    """The links of those that have an address."""
    return tuple(Link(each.title, each.address) for each in resources if each.address)


def about(turn: TurnContext, _: str = "") -> None:
    """*About …*: the purpose, the badge, the difference in plain words."""
    badge = turn.dialogue.badge
    facts = {"badge": badge.name, "counts_towards": badge.counts_towards} if badge else {}
    for text in turn.dialogue.about:
        turn.say(text, **facts)


def example(turn: TurnContext, _: str = "") -> None:
    """*Example*: marked as one, and never stored."""
    show_example(turn, turn.step)
    turn.show_again()


def tell_more(turn: TurnContext, _: str = "") -> None:
    """*Tell me more*: the long form of a question that was asked in short."""
    if turn.step:
        turn.say(turn.step.hint)
    turn.show_again()
