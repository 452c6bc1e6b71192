"""A name on a document: asked for when a file is wanted with one, and kept only where that is said.

What is typed goes on the file and, unless it is to be kept, nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.documents import MIME, Form
from bot.domain.offers import Button
from bot.domain.plain_line import on_one_line
from bot.engine.context import TurnContext
from bot.engine.flows import Action, Prompt
from bot.engine.pages import open_page
from bot.flows.reflection.buttons import FORMS
from bot.flows.reflection.document_files import file_in, label

NAMED = "named"
"""What is given with a name on it."""

LONGEST = 80
"""Characters of a name."""


def take_named(turn: TurnContext, form: Form) -> None:
    """Send the statement with the name that is kept, or ask for one."""
    if name := turn.conversation.own_name:
        _give(turn, form, name)
        turn.show_again()
        return
    turn.left()
    turn.conversation.name_for = form
    turn.ask("name_on")
    turn.say(turn.content.words.documents.name.ask)


def _give(turn: TurnContext, form: Form, name: str, *more: str) -> None:
    said = turn.fill(turn.content.words.documents.here, form=label(turn, form))
    turn.tell(said, *more, file=file_in(turn, NAMED, form, author=name))


def keep_name(turn: TurnContext, _: str = "") -> None:
    """The name that is typed now is to be kept."""
    turn.conversation.keeps_name = True
    turn.say(turn.content.words.documents.name.ask_to_keep)


def forget_name(turn: TurnContext, _: str = "") -> None:
    """Keep it no more."""
    turn.conversation.own_name = ""
    turn.say(turn.content.words.documents.name.dropped)
    open_page(turn, f"{FORMS}.{NAMED}")


class NameOnPrompt(Prompt):
    """*Which name?* What is typed is no answer and no message."""

    name = "name_on"
    survives = frozenset({"keep_name"})
    gives_way = True
    takes_words = True
    is_elsewhere = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """To have it kept."""
        if not turn.conversation.keeps_name:
            yield Button(turn.content.words.documents.name.keep, "keep_name", side=True)

    def show(self, turn: TurnContext) -> None:
        """Ask again."""
        words = turn.content.words.documents.name
        turn.say(words.ask_to_keep if turn.conversation.keeps_name else words.ask)

    def is_private(self, _turn: TurnContext, /) -> bool:
        """A name is typed here."""
        return True

    def still_holds(self, turn: TurnContext) -> bool:
        """Whether it is known which file is wanted."""
        return turn.conversation.name_for in MIME

    def take_text(self, turn: TurnContext) -> bool:
        """Send the file with the name."""
        conversation, words = turn.conversation, turn.content.words.documents.name
        name = on_one_line(turn.event.text)
        if not any(map(str.isalnum, name)) or len(name) > LONGEST:
            self.show(turn)
            return True
        form = next(each for each in MIME if each == conversation.name_for)
        if conversation.keeps_name:
            conversation.own_name = name
        _give(
            turn, form, name, turn.fill(words.kept if conversation.keeps_name else words.not_kept)
        )
        turn.answered()
        turn.show_again()
        return True

    def leave(self, turn: TurnContext, _: int) -> None:
        """Which file was wanted is forgotten."""
        turn.conversation.name_for, turn.conversation.keeps_name = "", False


ACTIONS: dict[str, Action] = {"keep_name": keep_name, "forget_name": forget_name}
"""What its buttons do."""
