"""The sort of a clause, so that a remark on it is true: something done, a result, a reason,
thanks.

Sorts bear the names of the lines that are said back. A sort that its words alone show (thanks, a
choice) needs those words; what only the learned table sees (a result, a reason) needs both a good
chance and no stronger sort. Where nothing is sure, ``any`` is left: a line that is always true.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.analysis.patterns import lazy
from bot.analysis.reading.how_it_was import is_how_it_was
from bot.analysis.reading.lexicon import Lexicon, word_list
from bot.analysis.reading.outcomes import is_by_others
from bot.analysis.reading.verbs import is_verb
from bot.analysis.reading.what_was_done import done_in, is_denied
from bot.analysis.reading.whose import OWN, VERB_FIRST, Whose

Fit = Literal[
    "hard",
    "worry_met",
    "thanks",
    "heard",
    "stayed",
    "asked_them",
    "choice",
    "reason",
    "still",
    "lasting",
    "others_result",
    "number",
    "result",
    "known",
    "learned",
    "both_sides",
    "spoke_up",
    "we_act",
    "other_act",
    "own_act",
    "felt",
    "before",
    "any",
]

_OURS = ("own", "we")

SURE = 0.6
"""How likely a part must be for a remark that says so."""

CAME_OF_IT = 0.75
"""The same for what came of it, where no word shows that."""

BY_WORD = 0.4
"""The same for a reason where nobody acts and a word shows it."""

BOTH = 0.8
"""The same for one that says so of both sides: seldom is a clause alone as much."""

_OBJECT = r"(?:him|her|them|everybody|everyone|a'?body|each|folk|the \w+|my \w+|ma \w+|his \w+|it)"

_SHOWN: dict[Fit, str] = {
    "hard": r"\b(?:died|dying|dee'?d|passed away|funeral|deid|his death|her death|lost (?:his|her) "
    r"(?:wife|husband|mum|mother|dad|son|daughter|man|baby)|in tears|(?:he|she|they|i|ah|"
    r"mum|dad|wife|husband|son|daughter) broke down|"
    r"(?:he|she|i|ah|mum|dad|wife|husband|son|daughter|lady|man|boy|girl|lassie|lad|one) "
    r"(?:\w+ ){0,3}(?<!stop )(?<!stopped )(?<!stops )(?:greetin|crying))\b",
    "worry_met": r"\b(?:broke|(?:was|were|wis|is|got) broken|wrong|"
    r"miss(?:ing|ed)|failed|late|leak\w*|flood\w*|spill\w*|gap|"
    r"mistake|fell|alarm|danger|risk\w*|spotted|noticed|worried|upset|died|sick|"
    r"ran (?:out|away|off)|(?:was|were|wis) (?:packed|empty)|short (?:of|staffed)|"
    r"(?:was|were|wis|are|us|one|two|three) short)\b|\bshort$",
    "thanks": r"\b(?:thank(?:ed|it|t|in|ing)?(?! (?:god|goodness|heavens?|fuck|christ|to|tae)\b)|"
    r"prais(?:ed?|it|ing)|g(?:a|i)ve (?:\w+ ){1,3}credit|weel done|well done|shout ?out|"
    r"(?:told|telt|said) (?:\S+ ){1,4}(?:proud|appreciat\w+|grateful)|"
    r"(?:told|telt|said to|said tae) (?:\w+ ){1,3}?(?:(?:how|hoo) |(?:he|she|they|you|ye|yer|yor|"
    r"ur)(?:'?s|'?re| wis| was| were| are)? (?:\w+ )?)(?:good|great|grate|brilliant|well|weel))\b",
    "heard": r"\b(?:listen(?:ed|ing|t)?(?! (?:to|tae) (?:\w+ )?(?:radio|music|songs?|records?|cd|"
    r"football|news|rain|birds?))|heard (?:him|her|them|me) (?:out|oot)|let (?:him|her|them|me) "
    r"(?:talk|speak))\b",
    "stayed": r"\b(?:sat|sit|stayed|stood|steyed|stay) (?:doon |down |in )?(?:wi|with|beside|"
    r"next to) (?!(?:the|a|my|his|her|their) (?:window|door|windae|wall|fire|telly|phone|idea)\b)",
    "asked_them": rf"\bask(?:ed|it|t)? {_OBJECT}(?: \w+){{0,3}} (?:what|whit|which|how|who|"
    rf"whether|if|would|did)\b",
    "choice": r"\b(?:instead|insteid|insted|rather than|"
    r"decided(?! (?:who|what|when|where|how|whose)\b)|chose|"
    r"(?:i|ah|we|she|he|they) choose|put \w+ (?:\w+ )?first|"
    r"not the \w+ but|(?:i|ah|we) stopped asking)\b",
    "reason": r"(?<!tell )(?<!know )(?<!ken )(?<!see )\b(?:because(?! of)|cos|coz|cause|cuz|"
    r"so that|"
    r"so (?:he|she|they|folk|nobody|no one|we|it)(?:'d| would| could| can| wid| don't| dont)|"
    r"wanted|reason|for the sake)\b",
    "still": r"^(?!.*\b(?:was|wis|were|wur|had|hud)\b).*\b(?:still|now|noo)\b(?! (?:went|had|got|"
    r"came|was|were|did|made|ate|ran|\w+ed)\b)",
    "lasting": r"^(?!.*\b(?:had|hud|off|sick|leave|short|away|gone)\b).*"
    r"\b(?:since|ever since|from then on|every \w+ since|"
    r"two years on|to this day)\b",
    "number": r"(?<!at )(?<!the )(?<!by )(?<!between )(?<!between \d and )"
    r"(?<!till )(?<!until )(?<!since )"
    r"\b(?:(?:half|twice|double)(?= (?:of|as|the)\b)|\d+|two|three|four|five|six|seven|eight|"
    r"nine|ten|eleven|twelve)\b(?! (?:past|mins?|minutes?|hours?|o'clock|days?|weeks?|years?|am|pm|"
    r"(?:o|of) (?:us|them|the|my|ma|our|oor|his|her|their))\b)",
    "spoke_up": rf"\b(?:said|sed|told|telt|tellt|asked|explained) (?:to )?{_OBJECT}\b"
    r"|\b(?:i|ah|she|he|they|we) (?:just |only |jist )?(?:said|sed|suggested|spoke up)\b",
    "felt": r"\bit felt (?:so |really )?(?:good|great|bad|strange|right|wrong|hard)\b"
    r"|\b(?:i|ah)(?:'?m| was| wis| felt| feel| am) (?:\w+ ){0,2}?(?:scared|feart|nervous|"
    r"worried|sick|proud|happy|chuffed|sad|angry|frustrated|upset|anxious|lonely|relieved|"
    r"pleased|embarrassed|ashamed|delighted|terrified|guilty|useless|alone|gutted|raging)\b",
}

_PATTERNS = {name: lazy(pattern) for name, pattern in _SHOWN.items()}

_WORDS = Lexicon("""
hard: died dying dee'd passed deid death funeral lost tears broke greetin crying
thanks: thank* prais* credit weel well shout shoutout told telt said
heard: listen* heard let
stayed: sat sit stayed stood steyed stay
asked_them: ask asked askit askt
choice: instead insteid insted rather decided chose choose put not stopped
reason: because cos coz cause cuz so wanted reason sake
still: still now noo
lasting: since then years this
spoke_up: said sed told telt tellt asked explained suggested spoke
felt: scared feart nervous worried sick proud happy chuffed sad angry frustrated upset anxious
    lonely relieved pleased embarrassed ashamed delighted terrified guilty useless alone gutted
    raging felt
worry_met: broke broken wrong missing missed short failed late leak* flood* spill* gap mistake
    fell alarm danger risk* spotted noticed worried upset empty ran died packed sick
number: half twice double two three four five six seven eight nine ten eleven twelve
""")
"""Words one of which must be there before a pattern is tried. Some sorts need no pattern."""

_DONE: tuple[Fit, ...] = ("worry_met", "thanks", "heard", "stayed", "asked_them", "choice")
_OF_ACTS = frozenset(("worry_met", "thanks", "heard", "stayed", "asked_them", "spoke_up"))
"""Sorts of what was done, which nothing is that was not."""

_LASTED: tuple[Fit, ...] = ("still", "lasting")
_COUNTED: tuple[Fit, ...] = ("number",)

_MANY = lazy(
    r"\b(?:they|others?|ithers?|ither|everyone|everybody|a'?body|awbody|staff|team|girls|lads|two|"
    r"twa|"
    r"three|four|all|rest|folk|people|families|kids|bairns|weans|colleagues?|new)\b"
)
_OTHER_DID = lazy(
    r"^(?:(?:and|so|then),? )*(?:the|my|our|ma|oor|one o'?f? the|wan o the) (?:\w+ )?(?:manager|"
    r"senior|nurse|cook|colleague|carer|deputy|depute|supervisor|office|boss|janitor|handyman|"
    r"domestic|student|receptionist|teacher|cleaner|driver|physio) "
    r"(?:just )?(?:gave|gied|made|took|got|let|bought|came|cam|wrote|put|pit|did|rang|set|sorted|"
    r"\w{3,}(?:ed|it))\b"
)
"""“The senior gave me a morning a week”: somebody else's part, although it is said in few words."""

_BY_SIGN = lazy(
    r"\b(?:know|knew|ken|kent|see|sees|saw|seen|said|says|told|telt|count\w*|numbers?|fell|"
    r"fewer|less|chart|log|record\w*|notes?|show\w*|notic\w+)\b|\d"
)
"""One of these is in what tells how something is known."""

_NOW_THEY = lazy(r"^(?:(?:and|an|so|but),? )*(?:now|noo) (?!(?:i|ah|we)\b)|^since (?:then|that)\b")
"""“Now she eats there”: what came of it, whatever is done in it."""

_LEARNS = lazy(
    r"\b(?:(?:i|ah|we)(?:'ve| have| had)? (?:\w+ )?(?:learn\w*|realis\w*)"
    r"(?! (?:him|her|them|(?:the|ma|my|our|oor|each|every|wan|one|two|a) (?:\w+ ){1,3}?"
    r"(?:to|tae|how|hoo|his|her|their))\b)|"
    r"taught me|learn(?:t|ed|it) me|next time (?:i|ah|we)|"
    r"(?:i|ah) (?:now |noo )?(?:know|see|ken|understand))\b"
)
"""One of these is in what somebody takes from it."""

_NO_RESULT = lazy(
    r"\b(?:started|began|stertit) (?:the|a|an|up)\b|\b(?:came|come) for\b|"
    r"\bso (?:that )?(?:they|he|she|folk|we|people) (?:tell|know|ken|can|could|would|will|wid)\b"
)
"""“She started the singing”, “so they can tell”: what was done, or what for, and not what came of
it, however likely that seems."""

_STATES = word_list("be is are was were wis wur am had has have hud hae been being")
"""Verbs by which nobody does anything: “other staff were D and M”."""

_EACH_TIME_I = lazy(r"^(?:every|each|on|at|in|by) (?:\S+ ){1,3}(?:i|ah)\b")
"""“Every morning I had the same peg ready”: their own, although a time stands first."""

_NOT_DONE = lazy(r"\b(?:i|ah|we) (?:\w+ )?(?:(?:did|do|was|could|had)(?:n'?t|nae?| not)|never)\b")
"""What somebody did not do: nobody can point to it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape of a clause: whether somebody acts in it, who, and whether it only tells in a
    few words what came of something."""

    act: bool
    outcome: bool = False
    whose: Whose | None = None


def fits(
    plain: str, words: Sequence[str], shape: Shape, chances: Mapping[str, float]
) -> tuple[Fit, ...]:
    """Return what a clause is, the best fitting first. ``plain`` is in small letters."""
    may, done = _WORDS.names_in(words), plain
    if not may.isdisjoint(_OF_ACTS):  # “nobody thanked her” is no thanks
        done = "" if is_denied(plain) else done_in(plain)
    shown = {
        name
        for name in may
        if name not in _PATTERNS or _PATTERNS[name].search(done if name in _OF_ACTS else plain)
    }
    if any(map(str.isdigit, [word[0] for word in words])) and _PATTERNS["number"].search(plain):
        shown.add("number")
    mine = shape.act and shape.whose in _OURS
    if shape.outcome and not mine:
        return ("others_result", "result", "any") if is_by_others(plain) else ("result", "any")
    if not shape.act and "felt" not in shown and is_how_it_was(plain):
        return ("hard", "before", "any") if "hard" in shown else ("before", "any")
    if _OTHER_DID.match(plain) and shown.isdisjoint(_DONE):
        return ("other_act", "any")
    if _NOW_THEY.match(plain):
        return ("still", "result", "any") if "still" in shown else ("result", "any")
    found = [*_fits(plain, shown, shape, chances)]
    if "others_result" in found and not _MANY.search(plain):
        found.remove("others_result")
    return (*found, "any")


def _fits(plain: str, shown: set[str], shape: Shape, chances: Mapping[str, float]) -> Iterator[Fit]:
    act, whose = shape.act, shape.whose
    if "hard" in shown:
        yield "hard"
    if "felt" in shown and not act:
        yield "felt"
    if act:
        yield from (n for n in _DONE if n in shown and (n != "worry_met" or whose in _OURS))
    if "reason" in shown and chances["why"] >= (SURE if act else BY_WORD):
        yield "reason"
    mine = act and whose in _OURS  # “I sorted it” is what was done, whatever it led to
    may_be_result = chances["result"] >= CAME_OF_IT and not _NO_RESULT.search(plain)
    if may_be_result and not (mine or (act and chances["act"] > chances["result"])):
        yield from (name for name in _LASTED if name in shown and not mine)
        if is_by_others(plain):
            yield "others_result"
        yield from (name for name in _COUNTED if name in shown)
        yield "result"
    if act:
        yield from _acts(plain, shown, whose, chances)
    yield from _last(plain, shape, chances)


def _last(plain: str, shape: Shape, chances: Mapping[str, float]) -> Iterator[Fit]:
    """Yield what a clause may be called where it is nothing that says more."""
    if chances["learning"] >= SURE and _LEARNS.search(plain):
        yield "learned"
    if chances["evidence"] >= SURE and _BY_SIGN.search(plain):
        yield "known"
    mine = shape.act and shape.whose == "own" and not _NOT_DONE.search(plain)
    if mine and (OWN.match(plain) or VERB_FIRST.match(plain) or _EACH_TIME_I.match(plain)):
        yield "own_act"


def _acts(
    plain: str, shown: set[str], whose: Whose | None, chances: Mapping[str, float]
) -> Iterator[Fit]:
    if min(chances["task_part"], chances["people_part"]) >= BOTH:
        yield "both_sides"
    if "spoke_up" in shown:
        yield "spoke_up"
    if whose == "we":
        yield "we_act"
    if whose == "other" and any(is_verb(e) and e not in _STATES for e in plain.split()):
        yield "other_act"
