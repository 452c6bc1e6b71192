"""The parts that subjects of a conversation hand to the engine, which knows none of them.

``flows/registry.py`` fills a ``Flows``; the engine looks up by name. A test walks it and demands
cases for every prompt (``tests/engine/test_prompts.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Protocol

from bot.content.library import Content
from bot.content.models.dialogue import WordsStep
from bot.domain.access import AccessQuery
from bot.domain.conversation import Conversation
from bot.domain.events import Event, EventKind
from bot.domain.offers import Button, typed_only
from bot.engine.machine import LOOKING_BACK, StateMachine, prompt_machine

if TYPE_CHECKING:
    from bot.analysis.reading.reading import Reading
    from bot.engine.context import TurnContext

MOST_SHOWN = 6
"""The most buttons at a question that is answered in words. Every other label can be typed."""

Action = Callable[["TurnContext", str], None]
"""The work of a button or a command; the text is its argument, "" for none."""

TextHandler = Callable[["TurnContext"], bool]
"""Is offered words that were typed; True when they were for it and are answered."""


class Prompt:
    """Something asked beside the question of the step.

    ``survives`` are the actions and commands that leave it open, ``follows`` the prompts that may
    be open when it is asked; ``interrupts`` lets it be asked whatever is open. ``gives_way`` means
    that words after a reminder are for the reminder, ``takes_words`` that typed words are for it,
    even such as read like an old label. ``about_message`` means that it is about one message,
    ``by_press`` that one of its buttons is the answer, ``is_elsewhere`` that words typed meanwhile
    are for no question, ``is_offer`` that it asks for no answer and leaves all that the place has
    in reach, ``leaves_place`` that its answer is typed and the place keeps its buttons.
    """

    name: ClassVar[str]
    survives: ClassVar[frozenset[str]] = frozenset()
    follows: ClassVar[frozenset[str]] = frozenset()
    interrupts: ClassVar[bool] = False
    gives_way: ClassVar[bool] = False
    takes_words: ClassVar[bool] = False
    about_message: ClassVar[bool] = False
    by_press: ClassVar[bool] = False
    is_elsewhere: ClassVar[bool] = False
    is_offer: ClassVar[bool] = False
    leaves_place: ClassVar[bool] = False

    def choices(self, _turn: TurnContext, /) -> Iterable[Button]:
        """Return its own buttons, before the ways through."""
        return ()

    def buttons(self, turn: TurnContext, every: Sequence[Button], /) -> Iterator[Button]:
        """Yield what can be pressed: its own choices, and ``every`` button of the place that fits.

        An offer comes after the ways through, whose numbers a terminal's user knows by heart, and
        in the place of what fits otherwise.
        """
        if self.leaves_place:
            return iter(every)
        own, place = [*self.choices(turn)], [each for each in every if each.shown]
        through = [each for each in place if not each.side]
        beside = [each for each in place if each.side]
        is_review = self.is_offer and turn.attempt.step in LOOKING_BACK
        if isinstance(turn.step, WordsStep) or is_review:
            room = max(0, MOST_SHOWN - sum(each.shown for each in own))
            through = through[:room]
            beside = beside[::-1][: room - len(through)][::-1]  # the last leads to the rest
        found = [*through, *own, *beside] if self.is_offer else [*own, *through]
        if is_review:  # the rest can be typed
            found += typed_only(each for each in every if each not in {*through, *beside})
        return iter(found)

    def show(self, turn: TurnContext) -> None:
        """Ask again, after anything that was not about it."""
        turn.flows.place.show_again(turn)

    def take_text(self, _turn: TurnContext, /) -> bool:
        """Take typed words; False when they are not for it."""
        return False

    def ask_again(self, _turn: TurnContext, /) -> bool:
        """Ask again where an old label was typed; False where that was meant for the place."""
        return False

    def is_private(self, _turn: TurnContext, /) -> bool:
        """Whether words are typed here that are no account of the learner's own."""
        return False

    def still_holds(self, turn: TurnContext) -> bool:
        """Whether what it is about is still there."""
        return not self.about_message or turn.in_question() is not None

    def waiting(self, _turn: TurnContext, /) -> Iterable[Button]:
        """Return what decides about something that was passed over: it can be typed at any time."""
        return ()

    def come_back(self, _turn: TurnContext, /) -> bool:
        """Ask again for what was passed over and must be decided; False where there is nothing."""
        return False

    def leave(self, turn: TurnContext, number: int) -> None:
        """Tidy up once it is no longer asked; ``number`` is that of the message it was about."""


class Page(Protocol):
    """Something to leaf through beside the open question. It shows, and changes nothing."""

    def show(self, turn: TurnContext, name: str) -> None:
        """Show the page of that name and leave it open."""

    def buttons(self, turn: TurnContext, name: str) -> Iterator[Button]:
        """Yield the ways on from it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the learner is in a reflection: its buttons, what is asked there, how it is shown."""

    buttons: Callable[[TurnContext], Iterator[Button]]
    question: Callable[[TurnContext], str]
    show: Callable[[TurnContext], None]
    show_again: Callable[[TurnContext], None]


@dataclass(frozen=True)
class Flows:
    """Every subject, by name.

    ``harmless`` are the actions whose buttons need not be of the last turn. ``commands_with_words``
    say with a few words what is wanted. ``text_handlers`` are offered typed words from first to
    last, ``caption_handlers`` the words under a photo. ``pages`` are found by the head of a page's
    name, ``reading`` has all others. ``read`` tells what the message of a turn is for. ``protect``
    takes out of an event what must not be kept, ``after_stop`` is for who wanted no more messages
    and writes again, ``tell_once`` for what has come since they were told the rest.
    """

    prompts: Mapping[str, Prompt]
    actions: Mapping[str, Action]
    harmless: frozenset[str]
    commands: Mapping[str, Action]
    commands_with_words: frozenset[str]
    text_handlers: tuple[TextHandler, ...]
    caption_handlers: tuple[TextHandler, ...]
    events: Mapping[EventKind, Callable[[TurnContext], None]]
    pages: Mapping[str, Page]
    reading: Page
    place: Place
    welcome: Callable[[TurnContext], None]
    protect: Callable[[Content, Conversation, Event], tuple[Event, tuple[str, ...]]]
    remind: Callable[[TurnContext], Iterable[Button]]
    read: Callable[[TurnContext], Reading]
    after_stop: Callable[[TurnContext], None]
    tell_once: Callable[[TurnContext], None]
    access_query: Callable[[Conversation, Event], AccessQuery]

    @cached_property
    def waiting(self) -> Sequence[Prompt]:
        """The prompts that may have something passed over to decide: no other is asked."""
        return [p for p in self.prompts.values() if type(p).waiting is not Prompt.waiting]

    @cached_property
    def coming_back(self) -> Sequence[Prompt]:
        """The prompts that may ask again for what was passed over."""
        return [p for p in self.prompts.values() if type(p).come_back is not Prompt.come_back]

    @cached_property
    def machine(self) -> StateMachine:
        """The state machine of the prompts, one for all conversations."""
        return prompt_machine(self.prompts.values())
