"""The statement, ready to hand in: a short check-list, the right badge page, and that it is sent.

The check-list informs and never blocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.analysis.form_lines import clean, find_leftovers
from bot.analysis.letters import bare
from bot.analysis.reading.words import plain_text
from bot.domain.messages import BETWEEN
from bot.domain.statement import Statement
from bot.domain.turn import Link
from bot.engine.context import TurnContext
from bot.engine.dates import day_in
from bot.engine.flows import Action
from bot.engine.machine import move
from bot.engine.wording import Text, Typed, counted, gist, join
from bot.flows.are_you_sure import SurePrompt
from bot.flows.coaching.replies import chooser
from bot.flows.contacts import where_replies_go
from bot.flows.reflection.screens import ask_which_badge, show_place
from bot.flows.safety.names import open_names


def checklist(turn: TurnContext, _: str = "") -> None:
    """*Check it with me*: what is done, what is not yet, and what is still to be looked at."""
    words, statement = turn.content.words.checklist, turn.statement
    lines = [
        _point(turn, words.enough, words.not_enough, is_done=not statement.to_go),
        _point(turn, words.criteria, words.no_criteria, is_done=not statement.missing),
        _seen(turn, words.no_names, possible_names(turn, statement)),
        _seen(turn, words.no_lines, _form_lines(statement)),
        turn.fill(words.done, what=turn.fill(words.no_sentence)),
    ]
    if said := turn.attempt.own_at:
        own = turn.fill(words.own, date=day_in(said, turn.conversation.preferences.zone))
        lines.append(turn.fill(words.done, what=own))
    if turn.dialogue.warm_up:
        read = bool(turn.conversation.activity_round.seen or turn.conversation.has_read)
        lines.append(_point(turn, words.resource, words.no_resource, is_done=read))
    turn.tell(turn.fill(words.title), join("\n", lines))
    turn.tell(turn.fill(words.yours_to_decide))


def _point(turn: TurnContext, done: str, not_yet: str, *, is_done: bool) -> Text:
    """A line that is true: that a point is done, or what is not there yet."""
    words, statement, dialogue = turn.content.words, turn.statement, turn.dialogue
    facts = {
        "name": dialogue.name,
        "minimum": dialogue.min_words,
        "count": counted(words, words.review.words, statement.own_words),
        "labels": ", ".join(step.label for step in statement.missing),
    }
    line = words.checklist.done if is_done else words.checklist.not_yet
    return turn.fill(line, what=turn.fill(done if is_done else not_yet, **facts))


def _seen(turn: TurnContext, nothing: str, found: Iterable[str]) -> Text:
    """A line that names what was found, once each, or says that nothing was."""
    words = turn.content.words.checklist
    quotes = [turn.fill(words.quoted, text=Typed(each)) for each in dict.fromkeys(found)]
    if not quotes:
        return turn.fill(words.done, what=turn.fill(nothing))
    return turn.fill(words.look_at, what=join(", ", quotes))


def possible_names(turn: TurnContext, statement: Statement) -> Sequence[str]:
    """Return what may be names in the statement and was not said to be none, each once."""
    found = open_names(turn, BETWEEN.join(section.text for section in statement.sections))
    return list(dict.fromkeys(found))


def _form_lines(statement: Statement) -> Iterator[str]:
    """Yield the beginning of each line of a form in the statement, and each placeholder."""
    for section in statement.sections:
        for each in find_leftovers(section.text):
            yield gist(clean(section.text[each.start : each.end]))


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
        link = [Link(resource.title, resource.address, copied=True)] if resource.address else []
        said = turn.fill(turn.content.words.statement.badge_page, edition=each.label)
        turn.tell(said, *([resource.note] if resource.note else []), links=tuple(link))


def own_yes(turn: TurnContext, _: str = "") -> None:
    """*All of it is mine*: noted with the day. Then which badge page fits, where that is open."""
    turn.answered()
    turn.attempt.own_at = turn.now
    turn.tell(chooser(turn).must_pick(turn.content.listening.review.own_yes) or "")
    ask_which_badge(turn)


def own_no(turn: TurnContext, _: str = "") -> None:
    """*Some of it is not mine*: to the review, to change it. It is asked again afterwards."""
    turn.answered()
    turn.attempt.own_at = None
    turn.tell(chooser(turn).must_pick(turn.content.listening.review.own_no) or "")
    move(turn.dialogue, turn.attempt, "review")
    show_place(turn)


def ask_sent(turn: TurnContext, _: str = "") -> None:
    """*I have sent it* asks first: reminders end with it."""
    turn.say(turn.content.words.statement.sent_ask)
    turn.ask("sent")


def not_sent(turn: TurnContext, _: str = "") -> None:
    """*Not yet*."""
    turn.answered()
    turn.say(turn.content.words.statement.not_sent)
    turn.show_again()


def unsent(turn: TurnContext, _: str = "") -> None:
    """*I have not sent it*: as it was before they said so."""
    attempt = turn.attempt
    attempt.sent_at, attempt.sent_before = attempt.sent_before, None
    turn.say(turn.content.words.statement.not_sent)
    turn.show_again()


def sent(turn: TurnContext, _: str = "") -> None:
    """*Yes, it is sent*. The words stay; they can still be changed, and this be taken back."""
    turn.answered()
    attempt = turn.attempt
    attempt.sent_before, attempt.sent_at = attempt.sent_at, turn.now
    turn.say(turn.content.words.statement.sent, name=turn.dialogue.name)
    if line := chooser(turn).pick(
        turn.content.listening.review.after_sent,
        name=turn.dialogue.name,
        date=day_in(turn.now, turn.conversation.preferences.zone),
    ):
        turn.tell(line)
    for each in turn.access.memberships:
        is_about = each.cohort.dialogue == turn.dialogue.id and not each.cohort.closed_at
        if is_about and each.cohort.closing:
            words, cohort = turn.content.words, each.cohort
            says = turn.fill(words.people.closing_from, cohort=cohort.name)
            turn.tell(says, cohort.closing, *where_replies_go(words, cohort.contact))


ACTIONS: dict[str, Action] = {
    "checklist": checklist,
    "edition": edition,
    "own_no": own_no,
    "own_yes": own_yes,
    "sent": ask_sent,
    "sent_no": not_sent,
    "sent_yes": sent,
    "unsent": unsent,
}
"""What its buttons do."""


class SentPrompt(SurePrompt):
    """*Have you sent it?*"""

    name = "sent"
    no_and_yes = ("sent_no", "sent_yes")

    def ask(self, turn: TurnContext) -> None:
        """Ask, as it was asked first."""
        ask_sent(turn)

    def show(self, turn: TurnContext) -> None:
        """Ask again: nothing else at the statement says what is asked."""
        ask_sent(turn)

    def say_no(self, turn: TurnContext) -> None:
        """Say that it does not count as sent."""
        turn.say(turn.content.words.statement.not_sent)

    def ask_again(self, turn: TurnContext) -> bool:
        """Take a typed “yes”, which was a label once; ask again after another one."""
        return self._take_reply(turn) or super().ask_again(turn)

    def take_text(self, turn: TurnContext) -> bool:
        """Take “yes, it's sent” and “not yet”: one press takes it back."""
        return self._take_reply(turn) or super().take_text(turn)

    def _take_reply(self, turn: TurnContext) -> bool:
        cues, said = turn.content.listening.kinds.cues, plain_text(turn.event.text)
        said = bare(said.replace("'", "").replace(",", ""))
        replies = ((cues.has_sent, sent), (cues.has_not_sent, not_sent))
        reply = next((act for cue, act in replies if said in cue), None)
        if reply is None:
            return False
        turn.keep_aside(turn.event.text)
        reply(turn)
        return True
