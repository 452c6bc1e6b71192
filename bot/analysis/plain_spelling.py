"""Text-speak and missing apostrophes written out, and a text cut into sentences and clauses."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.analysis.patterns import lazy
from bot.analysis.question_patterns import BECAUSE
from bot.analysis.tokens import WORD, straight

MOST = 40
"""Words of a clause that are looked at, because a question shows in its beginning."""

SENTENCES, CLAUSES = 12, 8
"""How many are looked at, the first and the last: a page of commas must not cost a second."""

# Small letters, Scots and the spelling of phones, written out as the patterns expect them.
_SPELLINGS = """
what: whit wit wat wot whut; do: dae; does: diz; you: u ye yi youse yous; your: yer ur yir;
are: r; to: tae;
whole: hale haill; more: mair;
home: hame; phone: fone; now: noo; have: hae huv hiv; how: hoo; long: lang; who: wha whae;
where: whaur whar whur wher wer;
one: yin wan; just: jist juist; give: gie; for: fur fir; i: ah; was: wis wiz; my: ma mah;
please: pls plz; ok: okay; because: cos coz cause cuz; about: aboot; can: cn kin;
should: shid shud; would: wid wud; will: wull wul; could: cud; what is: whats what's whit's wits;
who is: whos who's wha's whas; where is: wheres where's; when is: whens when's;
how is: hows how's; that is: thats that's; it is: it's; i am: im i'm; i have: ive i've;
you are: youre you're; do you: d'ye d'you dya; do not: dont don't dinnae dinny;
does not: doesnt doesn't doesnae; can not: cant can't cannae canny cannot;
did not: didnt didn't didnae; is not: isnt isn't isnae; was not: wasnt wasn't wasnae;
going to: gonna gonnae gonny
"""

_PLAIN = {
    each: plain.strip()
    for plain, _, odd in (line.partition(":") for line in _SPELLINGS.split(";"))
    for each in odd.split()
}


@lru_cache(maxsize=64)  # the messages of a turn, each looked at by every list of an author's
def plainly_spelt(text: str) -> str:
    """Return a text in small letters with what phones and Scots make of small words written out."""
    if _WORDS.keys().isdisjoint(_ANY_WORD.findall(text)):
        return text
    return _ANY_WORD.sub(lambda word: _WORDS.get(word[0], word[0]), text)


_ANY_WORD = lazy(r"[^\W_]+(?:'[^\W_]+)*")

_WORDS = {
    odd: plain
    for odd, plain in _PLAIN.items()
    if (" " not in plain and plain != "ok")
    or plain.startswith(("what", "who", "where", "when", "how"))
}
"""Words for words: “I'm” is no “I am” where an author lists what is said."""


_QUOTED = lazy(r"[“\"][^“”\"\n]{1,400}[”\"]")

_ENDS = lazy(r"([.!?\n…]+)")

_CLAUSE = lazy(r"[,;:–—]| - ")

LEAD_IN = lazy(
    r"^(?:(?:(?:hi|hiya|hello|hey)(?: there| sir| coach)?|thanks|thank you|please|quick question|"
    r"ok|so|and|but|or|then|right|well|sorry|oh|um|er|just|wait|aye|yes|no|also|one question) )*"
)

_YES = ("yes ", "no ", "aye ")

_BEFORE_I = frozenset({"do", "can", "will", "should", "did", "where", "how", "what"})

_AFTER_I = frozenset({"have", "need", "want", "get", "do", "put", "write", "just", "not", "send"})


@lru_cache(maxsize=16)  # asked several times about a message, and nothing else is kept
def to_sentences(text: str) -> Sequence[tuple[str, bool]]:
    """Return each sentence in plain spelling, and whether a question mark ends it."""
    cut = _QUOTED.sub(" said ", straight(text))
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
    words = [_PLAIN.get(word, word) for word in WORD.findall(clause)[:MOST]]
    for i, word in enumerate(words[1:-1], 1):
        # "dae a huv tae": in Scots a lone "a" between two verbs is "I".
        if word == "a" and words[i - 1] in _BEFORE_I and words[i + 1] in _AFTER_I:
            words[i] = "i"
    return " ".join(words)


def _begun(clause: str) -> str:
    """Without *hello*, *so* and the like before what is said, unless that is all."""
    return LEAD_IN.sub("", f"{clause} ").strip() or clause
