"""What a message is for: evidence, or one of the things that people say to a coach.

The table decides; rules with a name stand around it, each where a table cannot know: a handed-in
finding (harm), what a form looks like, several parts that are labelled, a misspelt control word,
and that a few words without an act, a thing or a person are never evidence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from bot.analysis.reading.announces import StepNames, labels_in
from bot.analysis.reading.lexicon import word_list

Kind = Literal[
    "evidence",
    "announce",
    "several",
    "alternative",
    "bare",
    "denial",
    "question",
    "not_understood",
    "request",
    "talk",
    "back",
    "chat",
    "already_told",
    "stop",
    "delete",
    "correction",
    "feeling_about_task",
    "complaint_about_coach",
    "to_coordinator",
    "pasted",
    "private",
    "harm",
    "theory",
]

KINDS: tuple[Kind, ...] = get_args(Kind)

FEW = 8
"""Words up to which a message without an act, a thing or a person is never evidence."""

Control = Literal["next", "back", "skip", "start", "pause", "stop", "help", "review", "menu"]

_CONTROLS: dict[str, tuple[Control, Kind]] = {
    "next": ("next", "talk"),
    "back": ("back", "talk"),
    "skip": ("skip", "talk"),
    "start": ("start", "talk"),
    "pause": ("pause", "stop"),
    "stop": ("stop", "stop"),
    "help": ("help", "question"),
    "review": ("review", "talk"),
    "menu": ("menu", "talk"),
}

_REAL = word_list("""
    text nest neat net newt shop step stoop stops star stat state smart starts sip slip ship snack
    black pack sack bank bak hello heap held hell mean men pauses reviews preview rack
""")
"""Words one letter away from a control word that mean themselves."""

_SLIPS = {
    "nxt": "next",
    "bk": "back",
    "bak": "back",
    "strat": "start",
    "stp": "stop",
    "paws": "pause",
}

_GO = word_list("""
    go ok okay please pls gan gaun then to tae lets let's ok, and
""")

_FORM = re.compile(
    r"^[ \t]*(?:[•*\-–☐☑\uf0b7✓]|\d{1,2}[.)]|[A-Za-z0-9][\w ./&’'()-]{0,40}:[ \t]*(?:_+|$)|(?:q|a|"
    r"unit|section|"
    r"criteria|learning outcome|part)\b ?\d*[.:–-]?)",
    re.MULTILINE | re.IGNORECASE,
)

_GAP = re.compile(
    r"[\[<](?:insert|add|your|please|describe|name|enter|put|example|text|date|here|"
    r"complete)\b[^\]>\n]{0,80}[\]>]"
    r"|_{4,}|lorem ipsum|forwarded message",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """What the clauses of a message tell, as far as its kind depends on it."""

    act: float
    parts: float
    """How likely the likeliest part other than an act is."""
    role: float
    """How likely it says what somebody works as: a job sent alone is no bare word."""


def control_word(words: Sequence[str]) -> Control | None:
    """Return the control word that a whole message means, spelt right or nearly so."""
    said = [word for word in words if word not in _GO]
    if len(said) != 1 or len(words) > 3:
        return None
    word = _SLIPS.get(said[0], said[0])
    if word in _CONTROLS:
        return _CONTROLS[word][0]
    if word in _REAL or len(word) < 4:
        return None
    near = [known for known in _CONTROLS if known[0] == word[0] and _one_slip(word, known)]
    return _CONTROLS[near[0]][0] if len(near) == 1 else None


def _one_slip(word: str, known: str) -> bool:
    """Whether one letter too many, too few, another, or two in the wrong order part two words."""
    if abs(len(word) - len(known)) > 1 or word == known:
        return False
    start = 0
    while start < min(len(word), len(known)) and word[start] == known[start]:
        start += 1
    rest, other = word[start:], known[start:]
    swapped = rest[:2] == other[1::-1] and len(rest) > 1 and rest[2:] == other[2:]
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:] or swapped


def is_pasted(text: str) -> bool:
    """Whether a text looks like a form or a list from elsewhere, or holds a gap to be filled in."""
    return bool(_GAP.search(text)) or (
        text.count("\n") >= 1 and len(_FORM.findall(text)) > max(1, (text.count("\n") + 1) // 3)
    )


def kind_of(  # noqa: PLR0911 - each rule is a line with a reason of its own
    text: str, words: Sequence[str], scores: Mapping[str, float], told: Told, names: StepNames
) -> Kind:
    """Return the kind of a message. ``scores`` are the table's, in logits.

    Harm is no kind of the table: whoever looks for harm hands it in.
    """
    if text.lstrip().startswith("/"):
        return "talk"
    if control := control_word(words):
        return _CONTROLS[control][1]
    labels = labels_in(text, names) if len(words) > 5 else set()
    if len(labels) > 1 and told.act + told.parts >= SOME and not _asks(text, words):
        return "several"
    if is_pasted(text):
        return "pasted"
    weighed = dict(scores)
    if told.act >= PLAIN:
        weighed["evidence"] += FOR_ACTS
    ranked = sorted((kind for kind in KINDS if kind in scores), key=lambda kind: -weighed[kind])
    best = ranked[0]
    if best == "pasted" and "\n" not in text:
        best = ranked[1]
    if plain := _plainly(best, text, words, told):
        return plain
    if best == "evidence" and len(words) <= FEW and told.act < SOME and told.parts < SOME:
        return next(kind for kind in ranked if kind not in ("evidence", "pasted", "several"))
    if best == "several" and len(labels) < 2 and len(words) < 12:
        return "announce" if labels else ranked[1]
    return best


_SMALL: frozenset[Kind] = frozenset(
    (
        *("evidence", "bare", "talk", "chat", "back", "stop", "already_told", "to_coordinator"),
        *("request", "theory", "feeling_about_task"),
    )
)
"""Kinds that a short plain act is easily taken for: “I led the shift.”"""

_PLAIN_ACT = re.compile(
    r"(?:so |and |then )?(?:i|we|ah|she|he|they|(?:my|our|the|a) \w+) (?:\w+ly |just |then |also )?"
    r"(?!(?:finished|stopped|answered|mentioned|explained|typed|covered|needed|wanted|liked|loved|"
    r"hated|missed|struggled|changed|asked|died|tried|guessed|used|supposed)\b)"
    r"(?:\w{2,}ed|led|made|put|took|ran|held|set|kept|gave|got|found|brought|drove|taught|showed|"
    r"built|split|bought|sat|stood|spoke|wrote|rang|went|sent|swept|fed|met|let|cut|read)\b"
    r"(?! (?:to|you|u|ye|that|this|already|back|off|home)\b)"
)
_DID = re.compile(
    r"(?:i|we|ah|she|he|they|(?:my|our|the|a) \w+) (?:just |then |also )?(?:did|finished|stopped) "
    r"(?:the|an?|my|his|her|their|two|three|all the) "
    r"(?!same|form|questions?|bit|one|answers?|course|badge|page|chat|best|thing)\w+"
)
_VERB_FIRST = re.compile(r"(?:put|told|gave|made|took|set|wrote|got|rang|kept|sat|\w{3,}ed)\b")
"""Somebody, and what was done. What is also said to a coach (*I answered that*) is left out."""

_LATER_ACT = re.compile(rf"\b(?:and|but) {_PLAIN_ACT.pattern}")

_AT_WORK = re.compile(
    r"(?:people|staff|residents|tenants|parents|children|families|colleagues|everybody|everyone) "
    r"\w+|(?:next time|from now on) (?:i|we) \w+|then (?!i|we|you|ok|what|please)\w+ \w+ \w+ \w+"
)
"""What others do, what came then, what somebody will do: an answer that has no act in it."""

_ASKS_COACH = re.compile(
    r"\b(?:you|ye|u|me|mine|my (?:grammar|spelling|english|words|text|answer)|write|words?|text|it|"
    r"something|some|any|one|an|answers?|story|situation|examples?|longer|shorter|better|sound|"
    r"please|pls)\b"
)
"""What nearly every request to a coach has in it, and “Make up the beds first” has not."""

_REWRITE = re.compile(
    r"(?:please |just |can you |could you )?re(?:write|word|phrase|do) (?:it|this|that)\b"
)
_MENDS = re.compile(r"\b(?:meant|mean|wrong|mistakes?|typos?|spelt|spelling|actually|sorry|not)\b")
_WHO_SEES = re.compile(r"who (?:else )?(?:can|could|will|gets to) (?:see|read)\b")
_BACK_NOUN = re.compile(
    r"back (?!now|again|here|on|at|in|to|from|soon|sorry|hi|hello|then|please|one)\w+$"
)
_SURELY: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (_REWRITE, "request"),
    (_WHO_SEES, "question"),
    (_BACK_NOUN, "bare"),
)
"""“Rewrite that”, “who can see this”, “back pain”: whatever else they look like."""


def _plainly(best: Kind, text: str, words: Sequence[str], told: Told) -> Kind | None:
    """Return the kind of a message that only looks like ``best``, None where it may be that."""
    said, is_role = " ".join(words), told.role >= PLAIN
    if best == "question" and is_role and "?" not in text:
        return "evidence"
    small = best in _SMALL or (best == "correction" and not _MENDS.search(said))
    small = small or (best == "denial" and said.startswith(("i just ", "we just ", "ah just ")))
    if small and _is_told(best, said, told):
        return "evidence"
    if sure := next((kind for sign, kind in _SURELY if sign.match(said)), None):
        return sure
    if best in _MAY_ASK and told.act < PLAIN and _has_question(text):
        return "question"
    if best == "bare" and "?" in text:
        return "not_understood"
    stray = best in _STRAY and told.role >= LIKE_A_ROLE
    return "evidence" if stray or (best == "denial" and len(words) <= FEW and is_role) else None


def _is_told(best: Kind, said: str, told: Told) -> bool:
    """Whether words that look like talk are told of work all the same."""
    if any(sign.match(said) for sign in (_PLAIN_ACT, _DID, _AT_WORK)):
        return True
    if told.act >= PLAIN and _VERB_FIRST.match(said):
        return True
    if best == "request":
        return not _ASKS_COACH.search(said)
    if best == "talk" and told.parts >= PLAIN and said.count(" ") >= QUESTION:
        return True
    return told.act >= SOME and bool(_LATER_ACT.search(said))


_STRAY: frozenset[Kind] = frozenset(
    ("bare", "talk", "chat", "theory", "to_coordinator", "back", "alternative")
)
"""Kinds that a role told in plain words is taken for: “I run the kitchen in a day centre.”"""

LIKE_A_ROLE = 0.5
"""How likely it must be that somebody says what they work as."""

_MAY_ASK: frozenset[Kind] = frozenset(("announce", "private", "denial", "already_told", "theory"))
"""Kinds that are a question once they ask one and tell of no act."""

_SENTENCE = re.compile(r"[^.!?\n]+\?")

BRIEF = 25
"""Words up to which a message that asks something is no account of several parts."""

QUESTION = 4
"""Words of the shortest sentence that asks something: “Honestly?” asks nothing."""

PLAIN = 0.8
"""How likely an act must be for the doubt to be in its favour: what holds one is kept."""

FOR_ACTS = 1.5
"""By how much, in logits. Cross-validated on the labelled messages."""

SOME = 0.4
"""How likely an act or a part must be for a message to hold one."""


def _has_question(text: str) -> bool:
    return any(len(found[0].split()) >= QUESTION for found in _SENTENCE.finditer(text))


def _asks(text: str, words: Sequence[str]) -> bool:
    """Whether a message asks: at its end, or anywhere in a short one."""
    return text.rstrip().endswith("?") or (len(words) <= BRIEF and _has_question(text))
