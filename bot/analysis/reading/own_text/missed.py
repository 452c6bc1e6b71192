"""What a complaint says is missing: “you cut out my wee story”."""

from __future__ import annotations

import re

from bot.analysis.reading.lexicon import word_list
from bot.analysis.reading.own_text.by_words import about_of

_SAID = word_list("""
    message bit part sentence i ah told telt already you ye that this what said wrote before again
    anywhere somewhere have has had not no two times now is
""")
"""Words of an order that are in no piece of what was told."""

_COMPLAINT = word_list("""
    you ye your yer yous you've ye've youve coach bot app machine thing things not no never nae
    didn't didnt dinnae don't dont doesn't isn't isnt wasn't can't why how come but so just
    even ever still does can could will would should if miss missed missing left leave forgot
    forget ignored ignore lost lose cut took take taken kept keep listen listening heard hear
    read see saw useless rubbish wrong bad stupid annoying silly angry answer answers statement
    get got go gone back now yet oh well please what's that's it's your's
""")
"""Words of a complaint that name no piece of what was told."""


def missed_in(complaint: str) -> tuple[str, ...]:
    """Return the words by which a complaint names what is missing, none where it names nothing."""
    # Whole messages are looked for here: “my story” is one of them, and no way to say “that bit”.
    words = (*about_of(complaint), *re.findall(r"\bstory\b", complaint.casefold()))
    return tuple(word for word in words if word not in _SAID and word not in _COMPLAINT)
