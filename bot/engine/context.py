"""One turn in the making: the learner's conversation, and the replies gathered so far."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from bot.analysis.knowledge import Knowledge
from bot.content.library import Content
from bot.content.models.dialogue import REVIEW, Dialogue, Step, WordsStep
from bot.domain.access import NO_ACCESS, Access
from bot.domain.coaching import Coaching
from bot.domain.commands import Command
from bot.domain.conversation import NO_PROMPT, Attempt, Conversation
from bot.domain.events import Event
from bot.domain.messages import BETWEEN, NOWHERE, Message
from bot.domain.offers import Button, shared
from bot.domain.statement import Statement, assemble
from bot.domain.turn import File, Link, Reply
from bot.domain.word_count import count_words
from bot.engine.flows import Flows, Prompt
from bot.engine.machine import WELCOME, fire
from bot.engine.of_message import OfMessage
from bot.engine.pastes import is_rest_of, joint
from bot.engine.wording import Text, fill, join

if TYPE_CHECKING:
    from bot.analysis.reading.reading import Reading

_HALF = re.compile("[\ud800-\udfff]")  # half of a character, which no database can hold

A_FEW = 5
"""Fewer words than this are a greeting or a "yes" ("hi", "ok thanks"), and no answer."""


@dataclass
class TurnContext(OfMessage):
    """The state that handlers work on. ``conversation`` is a copy, so the turn stays pure."""

    flows: Flows
    content: Content
    conversation: Conversation
    event: Event
    now: datetime
    knowledge: Knowledge
    """The authors' lists, made ready to read a text with."""
    open_prompt: Prompt | None
    """The prompt that is open beside the question of the step: the conversation's, as an object."""
    replies: list[Reply] = field(default_factory=list)
    forget: bool = False
    leaving: bool = False
    masked: tuple[str, ...] = ()  # the kinds of identifiers that were replaced in what came in
    replaced_names: tuple[tuple[str, str], ...] = ()
    """The names that were replaced in what came in, as a message keeps them."""
    delete: bool = False  # whether the channel's own copy of this message should go
    is_silent: bool = False  # the event changes nothing: nothing is changed, and nothing is said
    has_decided: bool = False
    """Whether a decision about a message was made, so that what waited for it can be asked."""
    step_gone: bool = False
    """An author has taken away the step that the learner wrote for: no step is open for words."""
    access: Access = NO_ACCESS
    """The cohorts that this turn may know of, from the store."""
    commands: list[Command] = field(default_factory=list)
    """The changes of this turn beside the conversation."""
    page_before: str = ""  # the page that was open before this turn: any other act closes it
    attempt: Attempt = field(init=False)
    """The attempt in hand, and its dialogue: set when the turn is settled."""
    dialogue: Dialogue = field(init=False)
    to_coach: tuple[tuple[int, int], ...] = ()  # was done as an order: it is in no answer
    typed: str = ""  # the whole message, where a piece of it was heard by itself
    apart: tuple[tuple[int, int], ...] = ()  # those pieces: what is left is the event's text
    unsaid: tuple[tuple[int, int], ...] = ()  # those of them of which nothing more is said
    coaching: Coaching | None = None  # the kind that it was taken for, and what was done about it

    @property
    def step(self) -> Step | None:
        """The step the learner is at, or None at the welcome, the review and the statement."""
        return self.dialogue.by_id.get(self.attempt.step)

    @property
    def route(self) -> tuple[str, ...]:
        """The ids of the steps on the learner's way."""
        return self.dialogue.route(self.attempt.picks)

    @property
    def is_faded(self) -> bool:
        """Whether the learner has been through such questions before: short prompts are enough."""
        before = self.conversation.attempts[: self.attempt.number - 1]
        return any(each.started_at for each in before)

    @property
    def at_welcome(self) -> bool:
        """Whether the learner is at the start."""
        return self.attempt.step == WELCOME

    @property
    def statement(self) -> Statement:
        """The statement of the attempt in hand, as it stands now."""
        return assemble(self.dialogue, self.conversation, self.attempt)

    @cached_property
    def reading(self) -> Reading:
        """What the message of this turn is for and what it tells, read where it is first asked."""
        return self.flows.read(self)

    def do(self, *commands: Command) -> None:
        """Add commands, which are carried out in the transaction of this turn."""
        self.commands += commands

    def say(self, template: str, **facts: object) -> None:
        """Add a reply: a text of the content, filled with facts and the labels of the buttons."""
        text = self.fill(template, **facts)
        self.replies.append(Reply(str(text), typed=text.typed, moments=text.moments))

    def tell(self, *parts: str, links: tuple[Link, ...] = (), file: File | None = None) -> None:
        """Add one reply made of parts that are filled already, a blank line between two."""
        text = join(BETWEEN, parts)
        said = Reply(str(text), links=links, file=file, typed=text.typed, moments=text.moments)
        self.replies.append(said)

    def show(self, text: str, *, file: File | None = None) -> None:
        """Add a learner's own text as a reply, untouched."""
        self.replies.append(Reply(text, file=file, verbatim=True))

    def fill(self, template: str, **facts: object) -> Text:
        """A text of the content with its placeholders filled."""
        makes = self.dialogue.makes
        label = getattr(self.content.words.buttons, makes)
        return fill(self.content.words, template, **{"makes": makes, "statement": label, **facts})

    def in_question(self) -> Message | None:
        """The message that was asked about last."""
        number, messages = self.conversation.prompt_message, self.conversation.messages
        return messages[number - 1] if 0 < number <= len(messages) else None

    @property
    def open_question(self) -> WordsStep | None:
        """The step that typed words answer, None where none is asked.

        At the review that is the one that it asks about.
        """
        prompt, at = self.open_prompt, self.attempt.step
        if self.step_gone or (prompt is not None and prompt.is_elsewhere):
            return None
        step = self.dialogue.by_id.get(self.attempt.asked_for if at == REVIEW else at)
        return step if isinstance(step, WordsStep) else None

    @property
    def step_for_words(self) -> str:
        """The id of the step that typed words answer, ``NOWHERE`` for none."""
        return self.open_question.id if self.open_question else NOWHERE

    def ask(self, prompt: str, message: Message | None = None) -> None:
        """Ask something, perhaps about a message."""
        self.fire(f"ask_{prompt}")
        self.conversation.asked_since = bool(self.conversation.reminded)
        if message:
            self.conversation.prompt_message = message.number

    def answered(self) -> None:
        """Close the open prompt, if there is one: it is answered, or no longer asked."""
        if self.conversation.prompt != NO_PROMPT:
            self.fire("answered")

    def left(self) -> None:
        """Close the open prompt, if there is one, because something else was done."""
        if self.conversation.prompt != NO_PROMPT:
            self.fire("left")

    def fire(self, trigger: str) -> None:
        """Change which prompt is open. Raises MachineError for what is not listed."""
        fire(self.flows.machine, trigger, self.conversation)
        self.open_prompt = self.flows.prompts.get(self.conversation.prompt)

    def show_again(self) -> None:
        """Show what is asked, in one line, after anything that was not about it."""
        if prompt := self.open_prompt:
            prompt.show(self)
        else:
            self.flows.place.show_again(self)

    def begin(self, dialogue: Dialogue) -> None:
        """Start a new attempt at a dialogue and make it the one in hand."""
        number = len(self.conversation.attempts) + 1
        self.conversation.attempts.append(Attempt(number, dialogue.id, WELCOME))
        self.take_in_hand(number)

    def take_up(self, dialogue_id: str) -> None:
        """Make the newest attempt at a dialogue the one in hand, or begin one."""
        attempts = self.conversation.attempts
        mine = [each.number for each in attempts if each.dialogue == dialogue_id]
        if mine:
            self.take_in_hand(mine[-1])
        else:
            self.begin(self.content.dialogues[dialogue_id])

    def take_in_hand(self, number: int) -> bool:
        """Make an attempt the one in hand. False where an author has taken its dialogue away."""
        attempt = self.conversation.attempts[number - 1]
        dialogue = self.content.dialogues.get(attempt.dialogue)
        if dialogue is None:
            return False
        self.conversation.current, self.attempt, self.dialogue = number, attempt, dialogue
        return True

    def answer(self, step_id: str) -> Sequence[Message]:
        """The messages of one answer of the attempt in hand."""
        return self.conversation.messages.at(self.attempt.number, step_id)

    def words_at(self, step_id: str) -> int:
        """How many words one answer of the attempt in hand has."""
        return self.conversation.messages.words(self.attempt.number, step_id)

    def replaced(self, step_id: str) -> tuple[Message, ...]:
        """Messages that *Replace* put aside: not dropped, parted, undecided or passed on."""
        out = self.conversation.messages.at(self.attempt.number, step_id, aside=True)
        out = [each for each in out if each.text and not each.passed_on]
        other = set(self.conversation.undecided)
        if out:
            other |= self.conversation.messages.parted()
        return tuple(message for message in out if message.number not in other)

    def kept_words(self) -> int:
        """The words of this attempt that are not left out, in an answer or not yet."""
        return self.statement.own_words + sum(count_words(m.text) for m in self.left_over())

    def left_over(self) -> Sequence[Message]:
        """Messages that are in no answer: sent where no question was open, or to one now gone."""
        return self.answer(NOWHERE)

    def keep(self, text: str, step_id: str = NOWHERE) -> Message:
        """Keep a message exactly as typed."""
        earlier = self.conversation.messages[-1] if self.conversation.messages else None
        is_rest = bool(self.typed) and text == self.event.text
        message = Message(
            number=earlier.number + 1 if earlier else 1,
            attempt=self.attempt.number,
            step=step_id,
            text=self.typed if is_rest else text,
            cuts=self.apart if is_rest else (),
            at=self.event.at or self.now,
            source=self.event.source or self.event.key,
            names=self.replaced_names if text == self.event.text else (),
            passed_on=self.event.passed_on,
        )
        if earlier and self.event.at and is_rest_of(earlier, message, self.event.cut_at):
            message = replace(message, joint=joint(earlier.text, text, self.event.cut_at))
        self.conversation.messages.append(message)
        return message

    def set_apart(self, *spans: tuple[int, int], shown: bool = False) -> None:
        """Take pieces out of what is still to be heard: they are in no answer, and the message is
        kept whole. ``shown``: it is said that they were left out."""
        self.typed, rest = self.typed or self.event.text, self.event.text
        for start, end in spans:  # empty lines: what is left stands where it stood
            rest = rest[:start] + "\n" * (end - start) + rest[end:]
        self.apart = tuple(sorted({*self.apart, *spans}))
        self.unsaid += () if shown else spans
        self.hear(replace(self.event, text=rest))

    def keep_aside(self, text: str) -> Message:
        """Keep a text that is in no answer and will not be asked about: it is in /mydata."""
        self.change(message := self.keep(text), aside=True)
        return message

    def can_keep(self) -> bool:
        """Whether what was typed can be stored at all; says so in one line when it cannot."""
        words = self.content.words.odd
        if self.event.text and not _HALF.search(self.event.text):
            return True
        self.say(words.cannot_store if self.event.text else words.empty)
        self.show_again()
        return False

    def change(self, message: Message, **changes: object) -> None:
        """Put a changed message in the place of the old one."""
        messages = self.conversation.messages
        # Numbers count up from 1 without a gap: only /forget deletes, and it deletes all.
        messages[message.number - 1] = replace(message, **changes)  # type: ignore[arg-type]


def plain_buttons(turn: TurnContext, *names: str, side: bool = False) -> Iterator[Button]:
    """Return the buttons whose action is the name of their label."""
    buttons, found = turn.content.words.buttons, list[Button]()
    for name in names:
        own = turn.dialogue.makes if name == "statement" else name
        found.append(shared(getattr(buttons, own), name, side))
    return iter(found)
