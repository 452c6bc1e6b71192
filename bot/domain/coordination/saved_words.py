"""Keeping words to use again, and deleting them."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.access import Access
from bot.domain.cohort_view import CohortView
from bot.domain.commands import DeleteSavedWords, SaveWords
from bot.domain.coordination.outcome import Done, Refused
from bot.domain.saved_words import MOST_SAVED, SavedWords


def save_words(view: CohortView, access: Access, words: str) -> Done[Access] | Refused:
    """Keep words to use again; those that are kept stay as they are. The facts are the access."""
    if any(each.words == words for each in access.saved_words):
        return Done((), view, access)
    if not words:
        return Refused("no_words")
    if len(access.saved_words) >= MOST_SAVED:
        return Refused("too_many_saved")
    saved = SavedWords(access.random_tokens[0][:8], words)
    after = replace(access, saved_words=(saved, *access.saved_words))
    return Done((SaveWords(saved),), view, after)


def delete_saved(view: CohortView, access: Access, which: str) -> Done[Access] | Refused:
    """Delete one of them; nothing where there is none of that id. The facts are the access."""
    rest = tuple(each for each in access.saved_words if each.id != which)
    gone = rest != access.saved_words
    commands = (DeleteSavedWords(which),) if gone else ()
    return Done(commands, view, replace(access, saved_words=rest))
