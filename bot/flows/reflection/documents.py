"""Taking a statement away: a page that offers the forms, and the file in the chosen one.

The page's name says what of: ``forms`` the statement, ``forms.both`` with how it was made after
it, ``forms.how`` that alone, ``forms.all`` everything in one zip,
``forms.picture`` the picture of the overlap, ``forms.named`` the statement with a name on it,
``forms.year`` all finished reflections. Where a page has many forms, ``.more`` has the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.domain.documents import MIME, Form
from bot.domain.offers import Button
from bot.engine.context import TurnContext
from bot.engine.flows import Action
from bot.engine.pages import link, open_page
from bot.engine.wording import Typed, join, missing_summary
from bot.exports.making import can_make
from bot.flows.account.my_data import show_data
from bot.flows.reflection import names_on_files
from bot.flows.reflection.buttons import FORMS
from bot.flows.reflection.document_files import DRAWN, file_in, label, take_picture
from bot.flows.reflection.hand_in import possible_names
from bot.flows.reflection.names_on_files import NAMED, take_named
from bot.flows.reflection.overlap_picture import overlap_of
from bot.flows.reflection.taking_all import FORMS_OF_ALL, take_all
from bot.flows.reflection.year import finished

_ORDER: tuple[Form, ...] = ("docx", "pdf", "odt", "html", "txt", "md", "json")


_EVERYTHING = ("zip", "all", "everything")
"""What may be typed after ``/mydata`` for all of it in one file."""


_OFFERED: dict[str, tuple[Form, ...]] = {
    "all": FORMS_OF_ALL,
    "picture": ("docx", "pdf", "odt", "html"),
    "named": ("docx", "pdf", "odt", "html"),
    "year": ("docx", "pdf", "html", "txt"),
}
"""The forms of what has not all of them."""

_MOST, _FIRST = 4, 2
"""Forms on one page; with more, so many stand first and the others are one press further."""

_BESIDE: dict[str, tuple[str, ...]] = {
    "alone": ("named", "both", "picture", "all"),
    "both": ("how", "alone"),
    "how": ("both", "alone"),
    "all": ("year", "alone"),
}
"""What else can be taken away from the page of each; from any other the statement alone."""


def show(turn: TurnContext, name: str) -> None:
    """Offer the forms."""
    words = turn.content.words
    if nothing := _nothing(turn, _what(name)):
        turn.say(nothing)
        turn.show_again()
        return
    turn.conversation.open_page = name
    ask = words.documents
    asked = {"both": ask.ask_both, "how": ask.ask_how, "all": ask.ask_all}
    asked |= {"picture": ask.ask_picture, "year": ask.year.ask, NAMED: ask.name.page}
    lines = [turn.fill(asked.get(_what(name), ask.ask))]
    if not all(map(can_make, _ORDER)):
        lines.append(turn.fill(words.documents.without))
    turn.tell(*lines)


def _nothing(turn: TurnContext, what: str) -> str:
    """Return what is said where there is nothing to take away, "" where there is."""
    words = turn.content.words
    if what == "year":
        return "" if finished(turn) else words.documents.year.none
    if what == "all":
        return ""
    if not turn.statement.own_words:
        return words.statement.empty
    return words.documents.no_picture if what == "picture" and overlap_of(turn) is None else ""


def buttons(turn: TurnContext, name: str) -> Iterator[Button]:
    """Yield a button for each form that can be made here, and what else can be taken away."""
    words, what = turn.content.words.documents, _what(name)
    if what == "picture":
        for drawn in DRAWN:
            yield Button(getattr(words, drawn), f"document:picture.{drawn}", side=True)
    here = list(filter(can_make, _OFFERED.get(what, _ORDER)))
    first = here if len(here) <= _MOST else here[:_FIRST]
    is_rest = name.endswith(".more")
    for form in here:
        shown = (form in first) is not is_rest
        yield Button(label(turn, form), f"document:{what}.{form}", side=True, shown=shown)
    if is_rest:
        yield from _links(turn, (what,))
        return
    if len(first) < len(here):
        yield link(words.more_forms, f"{FORMS}.{what}.more")
    yield from _links(turn, _BESIDE.get(what, ("alone",)))
    if what == NAMED and turn.conversation.own_name:
        yield Button(words.name.forget, "forget_name", side=True)


def _links(turn: TurnContext, others: Iterable[str]) -> Iterator[Button]:
    """Yield the ways to what else can be taken away."""
    words = turn.content.words.documents
    labels = {"alone": words.alone, "named": words.name.label, "both": words.both}
    labels |= {"how": words.how, "all": words.all, "picture": words.picture}
    labels["year"] = words.year.label
    for other in others:
        has_picture = turn.dialogue.badge and can_make("svg")
        missing = {"picture": not has_picture, "year": not finished(turn)}
        if not missing.get(other):
            yield link(labels[other], FORMS if other == "alone" else f"{FORMS}.{other}")


def _what(name: str) -> str:
    what = name.partition(".")[2].partition(".")[0]
    return "alone" if what in ("", "more") else what


def take(turn: TurnContext, wanted: str) -> None:
    """Send the file: ``alone.pdf`` is the statement as PDF, ``how.txt`` how it was made as text."""
    what, _, form = wanted.partition(".")
    if what == "all":
        take_all(turn, form)
        return
    if what == "picture" and form in DRAWN:
        take_picture(turn, form)
        return
    words, statement = turn.content.words, turn.statement
    if form not in MIME or not can_make(form):
        open_page(turn, FORMS)
        return
    if what == "year":
        _take_year(turn, form)
        return
    if what == NAMED and statement.own_words:
        take_named(turn, form)
        return
    if not statement.own_words:
        turn.say(words.statement.empty)
        turn.show_again()
        return
    here = words.documents.here_how if what == "how" else words.documents.here
    said = [turn.fill(here, form=label(turn, form))]
    if what != "how" and not statement.ready:
        said.append(missing_summary(words, statement))
    if names := possible_names(turn, statement):
        quotes = [turn.fill(words.checklist.quoted, text=Typed(each)) for each in names]
        said.append(turn.fill(words.documents.names_left, names=join(", ", quotes)))
    turn.tell(*said, file=file_in(turn, what, form))
    turn.show_again()


def _take_year(turn: TurnContext, form: Form) -> None:
    words = turn.content.words.documents.year
    if finished(turn):
        turn.tell(turn.fill(words.here), file=file_in(turn, "year", form))
    else:
        turn.say(words.none)
    turn.show_again()


def statement_in(turn: TurnContext, typed: str) -> bool:
    """Send the statement in the form that is named after ``/statement``; return False for none."""
    if not typed.strip():
        return False
    if form := _form_called(turn, typed):
        take(turn, f"alone.{form}")
    else:
        named = ", ".join(label(turn, each) for each in filter(can_make, _ORDER))
        turn.say(turn.content.words.documents.unknown, typed=typed.strip()[:40], forms=named)
        open_page(turn, FORMS)
    return True


def my_data(turn: TurnContext, typed: str) -> None:
    """``/mydata``: all that is kept; with the name of a form, or *zip*, everything in one file."""
    form = _form_called(turn, typed)
    if form or typed.casefold().strip(" .") in _EVERYTHING:
        take_all(turn, form)
    else:
        show_data(turn)


def _form_called(turn: TurnContext, typed: str) -> str:
    """Return the form that somebody names, "" for none."""
    wanted = typed.casefold().strip(" .")
    named = (form for form in _ORDER if wanted in (form, *_called(label(turn, form))))
    return next(named, "")


def _called(named: str) -> tuple[str, ...]:
    """Return what people may call a form: its label, and that without the ending in brackets."""
    named = named.casefold()
    return named, named.partition(" (")[0]


ACTIONS: dict[str, Action] = {"document": take, **names_on_files.ACTIONS}
"""What its buttons do."""
