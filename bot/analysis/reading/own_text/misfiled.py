"""“You've the letters under managing, that's the leadership part”: words in the wrong answer."""

from __future__ import annotations

from bot.analysis.patterns import lazy
from bot.analysis.reading.announces import in_small_letters, patterns_of
from bot.analysis.reading.own_text.by_words import about_of
from bot.analysis.reading.own_text.request import Request
from bot.analysis.reading.own_text.which import Which
from bot.analysis.reading.places import StepNames

LONGEST = 200
"""Letters of the longest such message."""

_WHAT = (
    r"(?:the |ma |my |that |what i said about )?(?P<what>[\w' ]{2,40}?) "
    r"(?:is |are |stands? |went )?"
    r"(?:under|in|intae|into|at|with|wi) (?:the |ma |my )?$"
)
_YOU_HAVE = lazy(
    r"(?:\b(?:you|ye|u|it)(?:'ve|'s| have| hae| has|ve)? (?:got |put |pit |filed |stuck |saved )*|"
    rf"\bwhy (?:is|are) ){_WHAT}"
)
_STANDS = lazy(rf"^\W*(?:(?:no|naw|wait|sorry|but|hang on|oh|och|eh)\W+)*{_WHAT}")
_BELONGS = lazy(
    r"\b(?:that|it|they|those|this|but|should|shud)(?:'?s|'re)?(?: (?:is|are|was|should|shud|be|go|"
    r"belongs?|goes|meant|more|really|actually|for|under|in|tae|to|with|wi|the|ma|my|all|part|of|"
    r"it|that))* $"
)


def misfiled(text: str, names: StepNames) -> Request | None:
    """Return the request to move what a message says stands in one answer and belongs to another,
    None where it says nothing of the kind."""
    plain = in_small_letters(text)
    if not names or len(text) > LONGEST:
        return None
    patterns = patterns_of(names)
    named = list(patterns.mention.finditer(plain))
    before = plain[: named[0].start()] if len(named) > 1 else ""
    found = _YOU_HAVE.search(before) or _STANDS.search(before)
    if found is None or not _BELONGS.search(plain[: named[1].start()]):
        return None
    here, to = map(patterns.pointers.step_of, named[:2])
    about = about_of(found["what"])
    if here == to or not about:
        return None
    which = Which(about, step=here, is_text=True)
    return Request("move", (which,), ((0, len(text)),), to=to)
