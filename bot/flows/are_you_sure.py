"""*Are you sure?*, before something that cannot be taken back."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import ClassVar

from bot.domain.offers import Button
from bot.domain.word_count import count_words
from bot.engine.context import A_FEW, TurnContext, plain_buttons
from bot.engine.flows import Prompt


class SurePrompt(Prompt, ABC):
    """A few words are no yes; more of them mean no, and are kept."""

    gives_way = True
    by_press = True
    no_and_yes: ClassVar[tuple[str, str]]

    @abstractmethod
    def ask(self, turn: TurnContext) -> None:
        """Ask, as it was asked first."""

    @abstractmethod
    def say_no(self, turn: TurnContext) -> None:
        """Say that nothing was done."""

    def buttons(self, turn: TurnContext, _: Sequence[Button], /) -> Iterator[Button]:
        """Yes or no."""
        return plain_buttons(turn, *self.no_and_yes)

    def ask_again(self, turn: TurnContext) -> bool:
        """A typed “yes” is no press, but it is for this question."""
        self.ask(turn)
        return True

    def take_text(self, turn: TurnContext) -> bool:
        """Ask again after a few words; go on with the question after more."""
        if count_words(turn.event.text) < A_FEW:
            turn.keep_aside(turn.event.text)
            self.ask(turn)
            return True
        self.say_no(turn)
        turn.answered()
        return False
