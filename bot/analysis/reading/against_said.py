"""Whether what comes right behind a quote objects to it: “eh no SHE had her tea, not me”, “that is
not where it began”.

What was said back is handed in, the quote and the remark on it: only what has a word in common with
them, or says who it was instead, objects.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.analysis.patterns import lazy
from bot.analysis.reading.lexicon import word_list
from bot.analysis.reading.words import heard_words

MOST = 24
"""Words of the longest objection."""

_STEM = 4
"""Letters by which a word of what was said back is known again."""

_LITTLE = word_list("""
    that this what with when where there then they them their have from were your about after before
    just some been into over because could would will more very than
""")
"""Words that what was said back has in common with anything."""

_ROUND = (
    r"^(?:(?:well|but|what|whit|wit|huh|hmm+|eh+|er|um|och|ach|sorry|wait|hang on|haud on|"
    r"actually|honestly|"
    r"i think|i mean|aye but|ok but|yes but|lol|haha|excuse me|pardon|coach|hey|oi) )*"
)
_NO = lazy(
    rf"{_ROUND}(?:no|nah|naw|nope|na)(?: (?:no|nah|naw|really|quite|hen|pal|mate|coach|sorry|eh))* "
    r"(?!(?:one|wan|yin|body|problems?|need|idea|more|mair|time|way|wonder|longer|doubt|matter|"
    r"complaints?|staff|use|bother|issues?|change|difference|it's (?:fine|ok))\b)"
)
"""Who begins with *no*. “No one fell” and “no bother” tell."""

_THAT_IS_NOT = lazy(
    rf"{_ROUND}(?:(?:no|nah|naw|nope|na) )*(?:that|this|it|thats|its)"
    r"(?:'s| is| was|s)? ?(?:n't|not|no|nae|isn't|isnt|wasn't|wasnt|wisnae|isnae|wrong|wrang) "
)
_I_DID_NOT = lazy(
    rf"{_ROUND}(?:(?:no|nah|naw|nope|na) )*(?:i|we) (?:never|not|didny|(?:didn't|didnt|did not|"
    rf"don't|dont|wasn't|wasnt|was not|am not)) "
)
_WHO_INSTEAD = lazy(
    r"\bnot (?:me|i|us|him|her|them|he|she|they)\b(?! \w+ed\b)|\bwasn'?t (?:me|us)\b"
    r"|(?<=\w )no (?:me|us|him|her|them)\b|\b(?:hersel|himsel|themsel|thirsel)\w*"
    r"|\b(?:i|he|she|they|we) (?:was|were|am|is) the (?:one|wan|yin|teacher|learner|helper)\b"
    r"|\b(?:it|that) (?:was|were|is) (?:me|him|her|them|us|he|she|(?:my|the) \w+) (?:who|that)\b"
    r"|\b(?:i|he|she|they|we) (?:knew|kent|know|knows|could|did|had)(?: \w+){0,3} already\b"
    r"|\b(?:he|she|they) (?:didn't|did not|didnt) (?:\w+ ){1,4}(?:i|we) \w"
    r"|\b(?:i|we) (?:didn't|did not|didnt) (?:\w+ ){1,4}(?:he|she|they) \w"
    r"|\bnot the other way\b|\bthe other way (?:round|about)\b"
)
"""Who it was, or which way round."""

_IS_WRONG = lazy(
    rf"{_ROUND}(?:(?:no|nah|naw|nope|na) )*(?:that|this|it|thats|its)(?:'s| is| was)? "
    r"(?:all |just |quite |completely )?(?:wrong|wrang|(?:not|no) (?:right|richt|true|correct))\b"
)

_IN_THE_STORY = lazy(
    r"\b(?:the|its|it's) (?:end|start|stert|beginning|outcome|result|reason|cause)\b(?! of)"
)
"""What a remark says that something was: “that's wrong, that was the end not the start”."""

_TURNED_ROUND = lazy(
    rf"{_ROUND}(?:(?:no|nah|naw|nope|na) )*(?:(?:that|this|it|thats|its)(?:'s| is| was)? |"
    r"(?:you|u|ye)(?:'ve| have|'re| are)? (?:got |have |read |put )?(?:it|that|this|me) )?(?:all )?"
    r"(?:(?:the )?(?:other|wrong) way (?:round|roon|roond|about|aboot)|backwards|back to front)\b"
    r"|\b(?:you|u|ye)(?:'ve| have)? (?:got )?the wrong (?:person|one|wan|end|idea|man|woman|lady)\b"
    rf"|{_ROUND}(?:(?:no|nah|naw|nope|na) )*(?:not|no|it wasn't|wasn't) (?:me|us|him|her|them) "
    r"(?:but |it was |that was )*(?:me|him|her|them|she|he|they)\b"
    rf"|{_ROUND}(?:(?:no|nah|naw|nope|na) )*(?:i|we) (?:never|didn't|didnt|did not|didny) "
    r"(?:say|said|write|wrote|mean|meant) (?:it|that|this|he|she|they|i|we|him|her|anything)\b"
)
"""Who says that it was the other way round, or of somebody else, needs name nothing of it."""

_IT_WAS = lazy(
    rf"{_ROUND}(?:it|that) (?:was|were|is) (?:me|him|her|them|us|he|she|my \w+) (?:who|that|wha)\b"
)
_OTHER_DID = lazy(r"\b(?:he|she|they|(?:my|the) \w+) (?:did|does)(?: (?:it|that))?$")

_IS_DENIED = lazy(
    rf"{_ROUND}(?:it )?wasn'?t (?:me|us)\b|\b(?:not|no) (?:me|us)(?: (?:lol|haha|though|hen|pal))?$"
    rf"|{_ROUND}(?:(?:no|nah|naw|nope|na) )*(?:that|it|thats|its)(?:'s| is| was)? ?"
    r"(?:not|no|isn't|wasn't) (?:me|us)\b"
    r"(?! (?:\w+ )?(?:(?:that|that's|thats|who|is|the|a) )*(?:lead|led|manag|boss|in charge))"
)
"""Who says that it was not they: “wasnt me, the cook made it”, “she had her tea not me”."""


def may_deny(text: str) -> bool:
    """Return whether somebody may object to something: elsewhere nobody need know to what."""
    said = " ".join(_spoken(text))
    begins = any(each.match(said) for each in (_THAT_IS_NOT, _NO, _I_DID_NOT, _IT_WAS))
    return begins or any(each.search(said) for each in (_IS_DENIED, _TURNED_ROUND))


def _spoken(text: str) -> Sequence[str]:
    """Return the words of a text that may object, none of one that asks or is long."""
    words = heard_words(text)
    return () if len(words) > MOST or "?" in text[BEGINNING:] else words


def denies_said(
    text: str, quote: str, remark: str, *, is_yes_or_no: bool = False, is_who: bool = False
) -> bool:
    """Return whether somebody objects to what was just said back of their words.

    ``is_yes_or_no``: the coach asked what yes or no answers, so that a *no* alone objects to
    nothing; ``is_who``: it asked who it was.
    """
    words = _spoken(text)
    said, of_quote, of_remark = " ".join(words), _stems([quote]), _stems([remark])
    has_both = _share(words, of_quote | of_remark)
    if _TURNED_ROUND.search(said) or (has_both and not is_who and _IT_WAS.match(said)):
        return True
    if _IS_DENIED.search(said):
        return has_both or len(words) <= BRIEF
    if denied := _THAT_IS_NOT.match(said):
        return _denies_remark(said, denied.end(), of_remark, has_both=has_both)
    if _NO.match(said) and not is_yes_or_no:
        is_brief = len(words) <= BRIEF
        return (has_both and is_brief) or _WHO_INSTEAD.search(said) is not None
    if not (denied := _I_DID_NOT.match(said)):
        return False
    is_others = _OTHER_DID.search(said) is not None
    return is_others or _share(said[denied.end() :].split()[:NEAR], of_quote)


def _denies_remark(said: str, begin: int, remark: frozenset[str], *, has_both: bool) -> bool:
    """Return whether what follows *that is not* denies what a quote was said to be."""
    if _IN_THE_STORY.search(said, begin):
        return True
    if has_both and (_IS_WRONG.match(said) or _WHO_INSTEAD.search(said)):
        return True
    return _share(said[begin:].split()[:CLOSE], remark)


BRIEF = 10
"""Words up to which who says that it was not they need name nothing of what was said back."""

BEGINNING = 6
"""Letters at the beginning in which a question mark asks nothing: “eh? i didnt move the chairs”."""

NEAR, CLOSE = 3, 6
"""Words after *I did not*, and after *that is not*, in which stands what was said back."""


def _stems(texts: Iterable[str]) -> frozenset[str]:
    words = [each for text in texts for each in heard_words(text)]
    return frozenset(w[:_STEM] for w in words if len(w) >= LEAST and w not in _LITTLE)


LEAST = 3
"""Letters of the shortest word that is known again."""

_FUNCTION = word_list("""
    the and was his her him she him not for you our had has who all out one but its did are got get
    yes yet off too how why any own now new
""")


def _share(words: Sequence[str], stems: frozenset[str]) -> bool:
    return any(w[:_STEM] in stems for w in words if w not in _FUNCTION and w not in _LITTLE)
