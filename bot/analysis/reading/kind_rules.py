"""Which kind a message is: the table decides, and rules stand around it.

Each rule is where a table cannot know: several parts that are labelled, a misspelt control word, a
plain act in few words, and that a few words without an act, a thing or a person are no evidence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.analysis.patterns import lazy
from bot.analysis.reading.announces import announced, named_anywhere
from bot.analysis.reading.answering import answers_none, is_filler
from bot.analysis.reading.denials import NONE, denies_with_a_job
from bot.analysis.reading.kind_signs import (
    CORRECTS,
    OFFERS,
    OFFERS_PLAINLY,
    QUESTION,
    REQUESTS,
    SAID_SO,
    TO_A_PERSON,
    TOLD_YOU,
    has_question,
    surely,
)
from bot.analysis.reading.kinds import CONTROLS, FEW, KINDS, Kind, Told, control_word, is_pasted
from bot.analysis.reading.own_news import is_own_bad_news
from bot.analysis.reading.own_text.wants_gone import wants_gone
from bot.analysis.reading.places import StepNames
from bot.analysis.reading.step_labels import labels_in
from bot.analysis.reading.told_as_asked import tells_by_asking
from bot.analysis.reading.told_so import AT_WORK, TOLD_SO, WHAT_WAS_DONE


def kind_of(  # noqa: PLR0911 - each rule is a line with a reason of its own
    text: str, words: Sequence[str], scores: Mapping[str, float], told: Told, names: StepNames
) -> Kind:
    """Return the kind of a message. ``scores`` are the table's, in logits.

    Harm is no kind of the table: whoever looks for harm hands it in.
    """
    if text.lstrip().startswith("/"):
        return "talk"
    if control := control_word(words):
        return CONTROLS[control][1]
    labels = labels_in(text, names) if len(words) > 5 else set()
    if len(labels) > 1 and told.act + told.parts >= SOME and not _asks(text, words):
        return "several"
    if is_pasted(text):
        return "pasted"
    weighed = dict(scores)
    if told.act >= PLAIN:
        weighed["evidence"] += FOR_ACTS
    known = [kind for kind in KINDS if kind in scores]
    ranked = sorted(known, key=weighed.__getitem__, reverse=True)
    while not _may_be(ranked[0], text, names):
        ranked = ranked[1:]
    best = ranked[0]
    if plain := _ruled(best, text, words, told, weighed):
        return plain
    is_told = told.answers or max(told.act, told.parts) >= SOME
    if best == "evidence" and len(words) <= FEW and not is_told:
        return _said_beside(words, ranked, weighed)
    if best == "several" and (len(labels) == 1 or (not labels and len(words) < 12)):
        return "announce" if labels else ranked[1]
    return best


def _may_be(kind: Kind, text: str, names: StepNames) -> bool:
    """Whether a message may be of a kind: one line is no paste, and who announces names a step."""
    if kind == "announce":
        return bool(announced(text, names) or named_anywhere(text, names))
    return kind != "pasted" or "\n" in text


def _said_beside(
    words: Sequence[str], ranked: Sequence[Kind], weighed: Mapping[str, float]
) -> Kind:
    """Return what a few words are that tell nothing: talk, unless they are plainly an answer.

    Never what is done at once: “me and Ann” is no wish to stop, though that may come next.
    """
    if is_filler(words):
        return "talk"
    following = next(kind for kind in ranked if kind not in _OF_ANSWERS)
    if weighed["evidence"] - weighed[following] > PLAINLY:
        return "evidence"
    return "talk" if following in ("stop", "delete") else following


PLAINLY = 1.0
"""How much likelier than the next kind, in logits, an answer is that tells nothing known."""

_OF_ANSWERS: frozenset[Kind] = frozenset(("evidence", "pasted", "several"))


def _ruled(
    best: Kind, text: str, words: Sequence[str], told: Told, weighed: Mapping[str, float]
) -> Kind | None:
    """Return the kind that a rule makes of ``best``, None where it may be that."""
    if best not in _NEWS_FOR_OTHERS and is_own_bad_news(text):
        return "chat"
    ruled = _plainly(best, text, words, told)
    answers = told.answers and told.asked and best in _AS_TALK  # nobody is spoken to
    is_far = not answers and best != "delete" and weighed[best] - weighed["evidence"] > OVERRULED
    said = " ".join(words)
    is_far = is_far and surely(said) != "evidence" and not tells_by_asking(said)
    return None if ruled == "evidence" and is_far else ruled


OVERRULED = 2.0
"""How much likelier, in logits, another kind may be where a rule says that it is evidence."""

_NEWS_FOR_OTHERS: frozenset[Kind] = frozenset(("to_coordinator", "delete"))
"""Kinds that stay what they are, whatever bad news come with them."""

_SMALL: frozenset[Kind] = frozenset(
    (
        *("evidence", "bare", "talk", "chat", "back", "stop", "already_told", "to_coordinator"),
        *("request", "theory", "feeling_about_task"),
    )
)
"""Kinds that a short plain act is easily taken for: “I led the shift.”"""

_PLAIN_ACT = lazy(
    r"(?:so |and |then )?(?:i|we|ah|she|he|they|(?:my|our|the|a) \w+) (?:\w+ly |just |then |also )?"
    r"(?!(?:finished|stopped|answered|mentioned|explained|typed|covered|needed|wanted|liked|loved|"
    r"hated|missed|struggled|changed|asked|died|tried|guessed|used|supposed)\b)"
    r"(?:\w{2,}ed|led|made|put|took|ran|held|set|kept|gave|got|found|brought|drove|taught|showed|"
    r"built|split|bought|sat|stood|spoke|wrote|rang|went|sent|swept|fed|met|let|cut|read)\b"
    r"(?! (?:to|you|u|ye|that|this|already|back|off|home)\b)"
)
_DID = lazy(
    r"(?:i|we|ah|she|he|they|(?:my|our|the|a) \w+) (?:just |then |also )?(?:did|finished|stopped) "
    r"(?:the|an?|my|his|her|their|two|three|all the) "
    r"(?!same|form|questions?|bit|one|answers?|course|badge|page|chat|best|thing)\w+"
)
_VERB_FIRST = lazy(r"(?:put|told|gave|made|took|set|wrote|got|rang|kept|sat|\w{3,}ed)\b")
"""Somebody, and what was done. What is also said to a coach (*I answered that*) is left out."""

_LATER_ACT = lazy(rf"\b(?:and|but) {_PLAIN_ACT.pattern}")

_ASKS_COACH = lazy(
    r"\b(?:you|ye|u|me|mine|my (?:grammar|spelling|english|words|text|answer)|write|words?|text|it|"
    r"something|some|any|one|an|answers?|story|situation|examples?|longer|shorter|better|sound|"
    r"please|pls)\b"
)
"""What nearly every request to a coach has in it, and “Make up the beds first” has not."""

_MENDS = lazy(r"\b(?:meant|mean|wrong|mistakes?|typos?|spelt|spelling|actually|sorry|not)\b")


def _plainly(best: Kind, text: str, words: Sequence[str], told: Told) -> Kind | None:
    """Return the kind of a message that only looks like ``best``, None where it may be that."""
    said, is_role = " ".join(words), told.role >= PLAIN
    is_account = _is_account(words, told) or (is_role and best == "question")
    is_told = best in ("question", "chat") and "?" not in text and is_account
    is_told = is_told or (told.asked and best == "correction" and answers_none(said))
    answers = told.answers and told.asked and best in _AS_TALK and not surely(said)
    if is_told or answers:
        return "evidence"
    is_none = told.act < PLAIN and best != "delete" and len(words) <= BRIEF and NONE.match(said)
    if is_none or denies_with_a_job(said):
        return "denial"
    small = best in _SMALL or (best == "correction" and not _MENDS.search(said))
    small = small or (best == "denial" and said.startswith(("i just ", "we just ", "ah just ")))
    tells = WHAT_WAS_DONE.search(said) or (best in _LIKE_TALK and TOLD_SO.match(said))
    if tells or (small and not surely(said) and _is_told(best, said, told)):
        return "evidence"
    sure = surely(said)
    if sure and (sure != "delete" or wants_gone(said, acts=told.act >= SOME)):
        return sure
    if best in _MAY_ASK and told.act < PLAIN and has_question(text):
        return "question"
    return _unlike(best, text, said, told)


def _is_account(words: Sequence[str], told: Told) -> bool:
    """Whether it asks nothing: it tells much, “Is in the rota, so it is plan.”, or as if asked."""
    is_long = len(words) >= ACCOUNT and max(told.act, told.parts) >= SOME
    return tells_by_asking(said := " ".join(words)) or (is_long and not _TO_COACH.search(said))


_TO_COACH = lazy(r"\b(?:can|could|will|would|do) (?:you|ye|i|ah)\b")


def _unlike(best: Kind, text: str, said: str, told: Told) -> Kind | None:
    """Return what a message is that lacks what every message of its kind has."""
    if best == "bare" and ("?" in text or is_filler(said.split())):
        return "not_understood" if "?" in text else "talk"
    if best == "alternative" and said.count(" ") <= 1 and not OFFERS.search(said):
        return "bare"  # “better mornings”
    if best == "to_coordinator" and not TO_A_PERSON.search(said):
        return "question" if has_question(text) else "chat"
    if best == "delete" and not wants_gone(said, acts=told.act >= SOME):
        return "request" if _ASKS_COACH.search(said) else "evidence"
    is_role, is_act = told.role >= LIKE_A_ROLE, told.act >= SOME and said.count(" ") > 1
    denies_role = best == "denial" and said.count(" ") < FEW and not _DENIES.match(said)
    offers = OFFERS if told.parts < SOME else OFFERS_PLAINLY
    tells = (
        (best == "already_told" and is_act and not TOLD_YOU.search(said)),
        (best == "already_told" and said.count(" ") > FEW and not SAID_SO.search(said)),
        (best == "alternative" and not offers.search(said)),
        (best == "request" and is_act and not REQUESTS.search(said)),
        (best == "correction" and said.count(" ") >= FEW and not CORRECTS.match(said)),
        (best == "correction" and is_act and (is_role or told.act >= PLAIN) and _is_story(said)),
        (is_role and (best in _STRAY or denies_role)),
    )
    return "evidence" if any(tells) else None


def _is_story(said: str) -> bool:
    """Whether words that tell of an act mend none that were told: “I redid the rota by street
    instead of by name”."""
    return said.count(" ") >= A_STORY and not _MENDS_IT.search(said)


_MENDS_IT = lazy(r"\b(?:m[e]+a?nt?|mistakes?|typos?|spelt|spelling|sorry|should (?:be|say|read))\b")


A_STORY = 9
"""Blanks of the shortest."""


def _is_told(best: Kind, said: str, told: Told) -> bool:
    """Whether words that look like talk are told of work all the same."""
    if any(sign.match(said) for sign in (_PLAIN_ACT, _DID, AT_WORK)):
        return True
    if told.act >= PLAIN and _VERB_FIRST.match(said):
        return True
    if best == "request":
        return not _ASKS_COACH.search(said)
    if best == "talk" and told.parts >= PLAIN and said.count(" ") >= QUESTION:
        return True
    return told.act >= SOME and bool(_LATER_ACT.search(said))


_AS_TALK: frozenset[Kind] = frozenset(("chat", "talk", "theory", "to_coordinator"))
"""Kinds that a few words are taken for which answer what was just asked: “my round”."""

_STRAY: frozenset[Kind] = frozenset((*_AS_TALK, "bare", "back", "alternative"))
"""Kinds that a role told in plain words is taken for: “I run the kitchen in a day centre.”"""

LIKE_A_ROLE = 0.5
"""How likely it must be that somebody says what they work as."""

_LIKE_TALK: frozenset[Kind] = frozenset(
    (
        *("denial", "already_told", "stop", "delete", "talk", "chat", "request", "back"),
        "feeling_about_task",
    )
)
"""Kinds that words which tell of others are taken for."""

_DENIES = lazy(
    r"(?:not|no|nah|naw|isnae|it'?s not)\b"
    r"|.*\b(?:don'?t|dinnae|never|wouldn'?t|widnae)\b.{0,24}\b(?:lead|leed|led|manage)\b"
)
"""How a denial begins that is about a job: “Not my job to lead.” “I'm just a carer” names it."""

_MAY_ASK: frozenset[Kind] = frozenset(
    ("announce", "private", "denial", "already_told", "theory", "chat")
)
"""Kinds that are a question once they ask one and tell of no act."""

ACCOUNT = 20
"""Words from which on a message that tells something, without a question mark, asks nothing."""

BRIEF = 25
"""Words up to which a message that asks something is no account of several parts."""

PLAIN = 0.8
"""How likely an act must be for the doubt to be in its favour: what holds one is kept."""

FOR_ACTS = 1.5
"""By how much, in logits. Cross-validated on the labelled messages."""

SOME = 0.4
"""How likely an act or a part must be for a message to hold one."""


def _asks(text: str, words: Sequence[str]) -> bool:
    """Whether a message asks: at its end, or anywhere in a short one."""
    return text.rstrip().endswith("?") or (len(words) <= BRIEF and has_question(text))
