"""Which parts of a story a clause tells: what the table hears, less what its words cannot tell."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.analysis.patterns import bits_of, lazy
from bot.analysis.reading.kinds import Kind
from bot.analysis.reading.modesty import VAGUE, is_vague
from bot.analysis.reading.own_job import NAMES_JOB, names_job
from bot.analysis.reading.pieces import A_ROLE, ACT, Piece
from bot.analysis.reading.remarks import SURE
from bot.analysis.reading.roles import ROLE, has_none, is_role
from bot.analysis.reading.whose import DONE_TO_THEM, VERB_FIRST, Whose, is_done_to_them
from bot.content.models.parts import PartName

LIKELY: Mapping[PartName, float] = {
    "role": A_ROLE,
    "context": 0.5,
    "own_act": 0.5,
    "other_act": 0.6,
    "who": 0.5,
    "how": 0.4,
    "result": 0.45,
    "evidence": 0.4,
    "why": 0.45,
    "task_part": 0.5,
    "people_part": 0.5,
}
"""From how likely on a part is held to be told. Set by cross-validation on the labelled rows."""

MAYBE = 0.3
"""The same of somebody else's act where the clause begins with a person: most of those that are
less likely tell what a resident did, and no work."""

_ACTS: frozenset[PartName] = frozenset(("own_act", "other_act"))

_TELLING: frozenset[Kind] = frozenset(("evidence", "denial"))
"""Kinds in which an act is somebody's, also where the table hears none: “I just do my checks”."""

_NOT_OF: Mapping[str | None, frozenset[PartName]] = {
    "person": frozenset(("own_act",)),
    "thing": _ACTS,
}
"""Parts that a clause does not tell, by its subject: “the boiler packed in” is nobody's act."""

OUTCOME: frozenset[PartName] = frozenset(("own_act", "result", "evidence"))
"""Parts that how things were before tells nothing of, whatever its words look like."""


_AS_A = lazy(r"as an? \w+$")
"""“with the bin bag as a job” is nobody's role, unless it names one."""

_PEOPLE = lazy(
    r"\b(?:me (?:and|an|n)|(?:just|only|jist) me|between us|(?:the )?(?:two|three|four) of us|"
    r"(?:each|all) of us)\b"
    r"|\b(?:the|my|our|ma|oor|an?|wan|another|other|new|night|day|all|aw) "
    r"(?:other |new |night |day |wee )?"
    r"(?:managers?|seniors?|nurses?|cook|chef|colleagues?|carers?|staff|team|office|gp|doctor|"
    r"physio|social worker|domestics?|pals?|mates?|janitor|students?|girls|lassies?|lads?|"
    r"volunteers?|deputy|depute|driver|neighbours?|famil(?:y|ies)|parents|handyman|warden|"
    r"supervisor|manageress|"
    r"boss|council|cooncil)\b"
    r"|\b(?:thank(?:ed|it|t)|praised|taught|learnt|learned|helped|showed) (?:the|my|ma|our|oor|"
    r"wan|one) "
    r"(?:wee |new |old |auld |young )?(?:yins?|lads?|lass\w*|boys?|girls?|man|men|woman|lady|kids?|"
    r"weans?|bairns?|residents?|tenants?|cleaner)\b"
    r"|\b(?:his|her|their) (?:mum|mother|dad|father|son|daughter|wife|husband|sister|brother)\b"
    r"|\b(?:everybody|everyone|all) (?:in|on|of) (?:the|my|our) (?:team|shift|staff|unit|house)\b"
)
"""Who had a part in it."""


BY_ACT = 0.7
"""How likely a result must be where somebody acts: “asked them to try it” is what was done."""

BY_OWN = 0.85
"""The same where it begins with what was done: “left it in the fridge, the nurse said ok”."""

AHEAD = 0.1
"""How much likelier a result must be than how it was, which is told in much the same words."""

_NO_RESULT = lazy(
    r"^(?:if|whether|when|whan|fan|before|after the|since \d+$|what|why|who)\b"
    r"|^(?:i|ah|we) (?:ask|wonder|want|hope|said|sed|say|told|telt|tell)\w*\b"
    r"|^(?:he|she|they|\w+ \w+) (?:just |really )?want(?:ed|id|it|s)?\b"
    r"|^\S+(?: \S+)? (?:would|wid|could|cud|might|knew|kent|know)\b"
    r"|^\S+(?: \S+)? (?:said|says|sed|agreed) (?:(?:to|tae) )?(?:it|that|ok|okay|yes|aye|fine)$"
    r"|^\S+(?: \S+)? (?:said|says|sed|say) (?:(?:it|that|he|she|they|we|i|you) )*(?:no|nae|never|"
    r"(?:could|can|would|wid|wud|was|wis|is|will|wo|does|do)(?:n'?t|n?ae|n?y| not))\b"
    r"|^(?:she|he|they|it)(?:'?s|'re| is| was| wis| are| were) (?:just |jist |such |aye |always )*"
    r"an? (?!lot\b|bit\b|changed|different|new|much|happier|better|success|relief|laugh|joy)"
)
"""How what is wished, asked, only said when it was, or how somebody is, begins: nothing came of
anything yet. “She's a wee soul” and “his wife said yes” are no results."""

_HELLO = lazy(r"(?:good|gd|gud) (?:morning|mornin|day|afternoon|evening|night)(?: \w+){0,2}$")
"""“Good morning” tells nothing, although it is good."""

_CAN = lazy(r"^(?:\S+ ){1,3}(?:can|could|cud|cid|would|wid|wud|won'?t|wouldn'?t|didn'?t have to)\b")
_SO_THAT = lazy(
    r"\bso (?:that )?(?:\S+ ){1,3}(?:can|could|cud|would|wid|wud|won'?t|wouldn'?t)\b"
    r"|\b(?:cos|coz|because|becos|cause|cuz) (?:i|ah|he|she|they|we|it|its|it's|hes|shes|nobody)\b"
)
"""What for, or why: “so he can find his own socks”, “cos he likes to see the buses”."""

_IS_HELLO, _IS_AIM = bits_of(_HELLO), bits_of(_SO_THAT)
_IS_NO_RESULT, _TELLS_WHOM = bits_of(_NO_RESULT), bits_of(_PEOPLE)
"""One of these is in what is seen of a clause for which the pattern is worth trying."""


_EACH = lazy(
    r"\b(?:n(?:ae|o|oe)b'?o?dd?(?:y|ie|i)|no one|no1|every(?:one|body|1)|evr?y ?(?:one|body|1)|"
    r"awbody|"
    r"they (?:all|were|are))\b"
)
"""What came of something for people: “work done, nobody scared to sleep”."""


_IS = r"\b(?:was|wis|were|is|that's|thats|it's)"
_NAMED_PART: Mapping[PartName, re.Pattern[str]] = {
    "task_part": lazy(
        rf"{_IS} (?:just )?(?:the )?(?:work|job|task|management)(?: (?:bit|part|side|of it))?"
        r"(?=$| (?:and|an|but)\b|,)"
    ),
    "people_part": lazy(
        rf"{_IS} (?:just )?(?:the )?(?:people|person|folk|fowk|heart|leadership)"
        r"(?: (?:bit|part|side|of it))?(?=$| (?:and|an|but)\b|,)"
    ),
}
"""“The rota was the work, and asking them was the people.”"""

_NAMES_PART = bits_of(*_NAMED_PART.values())


def parts_told(piece: Piece, kind: Kind, whose: Whose | None, *, act: bool) -> frozenset[PartName]:
    """Return the parts that a clause of a message of a kind tells, by whether there is an ``act``
    in it, and ``whose`` that is."""
    looked = piece.looked
    if piece.asked or piece.own_affair or (looked & _IS_HELLO and _HELLO.match(piece.own)):
        return frozenset()
    parts = _heard(piece, whose, act=act)
    if piece.job:
        return frozenset((parts - _ACTS) | {"role"})
    is_empty = looked & VAGUE and is_vague(piece.own)
    if is_empty or (not act and piece.chances["feeling"] >= SURE):
        parts -= _ACTS
    elif act and kind in _TELLING and not parts & _ACTS:
        if whose != "other":
            parts.add("own_act")
        elif piece.chances["other_act"] >= MAYBE:
            parts.add("other_act")
    if "role" in parts and (has_none(piece.own) or _AS_A.match(piece.own)):
        parts.discard("role")
    if not act and looked & ROLE and is_role(piece.own, piece.plain):
        parts = (parts - {"result"}) | {"role"}
    elif looked & NAMES_JOB and names_job(piece.own):
        parts.add("role")
    return frozenset(parts)


def _heard(piece: Piece, whose: Whose | None, *, act: bool) -> set[PartName]:
    """Return the parts that the table hears in a clause, as far as its words bear that out."""
    parts = {part for part, least in LIKELY.items() if piece.chances[part] >= least}
    parts -= _NOT_OF.get(piece.subject, frozenset())
    if piece.looked & DONE_TO_THEM and is_done_to_them(piece.own):
        parts -= _ACTS
    if piece.modest or (not act and piece.before):
        parts -= OUTCOME
    if act and whose != "other":
        parts.discard("evidence")  # a chart that is kept shows something, and it is not told what
    is_aim = piece.looked & _IS_AIM and _SO_THAT.search(piece.own)
    if is_aim or (piece.purpose and _CAN.search(piece.own)):
        parts.add("why")
    if not _tells_result(piece):
        parts.discard("result")
    elif piece.outcome:
        parts.add("result")
        is_of_people = piece.subject == "person" or _EACH.search(piece.own)
        parts |= {"people_part"} if is_of_people else set()
    if piece.looked & _NAMES_PART:
        parts |= {part for part, sign in _NAMED_PART.items() if sign.search(piece.own)}
    tells_whom = act or (piece.subject == "person" and not piece.before)
    if tells_whom and piece.looked & _TELLS_WHOM and _PEOPLE.search(piece.own):
        parts.add("who")
    return parts


def _tells_result(piece: Piece) -> bool:
    """Return whether a clause tells what came of something: not how it was, nor what was meant."""
    chances = piece.chances
    may_be_none = piece.looked & _IS_NO_RESULT and (piece.purpose or not piece.outcome)
    if piece.state or (may_be_none and _NO_RESULT.search(piece.own)):
        return False
    if piece.act and chances["act"] < ACT:
        return piece.outcome  # its words say that it was done
    least = (BY_OWN if VERB_FIRST.match(piece.own) else BY_ACT) if piece.act else 0.0
    return piece.outcome or chances["result"] >= max(least, chances["context"] + AHEAD)
