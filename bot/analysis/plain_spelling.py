"""A text in plain spelling, cut into sentences and clauses, as questions are looked for in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.analysis.one_voice import in_one_voice
from bot.analysis.patterns import lazy
from bot.analysis.question_patterns import BECAUSE
from bot.analysis.tokens import WORD, straight

MOST = 40
"""Words of a clause that are looked at, because a question shows in its beginning."""

SENTENCES, CLAUSES = 12, 8
"""How many are looked at, the first and the last: a page of commas must not cost a second."""

# What one voice leaves in short, written out as the patterns of questions expect it.
_CONTRACTIONS = """
whole: hale haill; long: lang; ok: okay; what is: what's; who is: who's; where is: where's;
when is: when's; how is: how's; that is: that's; it is: it's; i am: i'm; i have: i've;
you are: you're; do you: d'ye d'you dya; do not: don't; does not: doesn't; can not: can't cannot;
did not: didn't; is not: isn't; was not: wasn't
"""

_PLAIN = {
    each: plain.strip()
    for plain, _, short in (line.partition(":") for line in _CONTRACTIONS.split(";"))
    for each in short.split()
}

_ASKED = lazy(r"\b(?:what|who|where|when|how)'s\b")


@lru_cache(maxsize=64)  # the messages of a turn, each looked at by every list of an author's
def plainly_spelt(text: str) -> str:
    """Return a text in small letters in one voice, with “what's” and its like written out.

    No more than these: “I'm” is no “I am” where an author lists what is said.
    """
    return _ASKED.sub(lambda found: _PLAIN[found[0]], in_one_voice(text))


_QUOTED = lazy(r"[“\"][^“”\"\n]{1,400}[”\"]")

_ENDS = lazy(r"([.!?\n…]+)")

_CLAUSE = lazy(r"[,;:–—]| - ")

LEAD_IN = lazy(
    r"^(?:(?:(?:hi|hiya|hello|hey)(?: there| sir| coach)?|thanks|thank you|please|quick question|"
    r"ok|so|and|but|or|then|right|well|sorry|oh|um|er|just|wait|aye|yes|no|also|one question) )*"
)

_YES = ("yes ", "no ", "aye ")


@lru_cache(maxsize=16)  # asked several times about a message, and nothing else is kept
def to_sentences(text: str) -> Sequence[tuple[str, bool]]:
    """Return each sentence in plain spelling, and whether a question mark ends it."""
    cut = _QUOTED.sub(" said ", in_one_voice(straight(text)))
    parts = [*_ENDS.split(cut), ""]
    found = [(parts[i], "?" in parts[i + 1]) for i in range(0, len(parts) - 1, 2)]
    if len(found) > SENTENCES:
        found = [*found[: SENTENCES // 2], *found[-SENTENCES // 2 :]]
    plain = [(sentence, marked) for each, marked in found if (sentence := _plain(each))]
    following = [*(sentence for sentence, _ in plain[1:]), ""]
    # "Why did I do it? Because …" is asked and answered by the learner.
    return [
        ("said" if BECAUSE.match(after) else sentence, marked)
        for (sentence, marked), after in zip(plain, following, strict=False)
    ]


def _plain(sentence: str) -> str:
    """Small letters, one space, Scots and contractions written out; a comma between clauses."""
    clauses = filter(None, map(_written_out, _CLAUSE.split(sentence.casefold(), CLAUSES)))
    return " , ".join(
        each if i and each.startswith(_YES) else _begun(each) for i, each in enumerate(clauses)
    )


def _written_out(clause: str) -> str:
    return " ".join([_PLAIN.get(word, word) for word in WORD.findall(clause)[:MOST]])


def _begun(clause: str) -> str:
    """Without *hello*, *so* and the like before what is said, unless that is all."""
    return LEAD_IN.sub("", f"{clause} ").strip() or clause
