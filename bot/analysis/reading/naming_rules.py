"""What an act may be called where its words are plain, and what it may not: the table has seen too
few of these to tell.

Company for somebody is no plan and no aim; a note of what happened is a record, whoever keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from bot.analysis.patterns import lazy
from bot.analysis.reading.practices import Practice

_INSPIRES = frozenset(("motivating_inspiring", "inspire"))
_JOINS_IN = _INSPIRES | {"align_mobilise", "aligning_people"}
_RECORDS = frozenset(("monitor_evaluate", "controlling_problem_solving"))
_STAFFS = frozenset(("organising_staffing", "organise", "planning_budgeting"))

_ONLY: tuple[tuple[str, re.Pattern[str], frozenset[str]], ...] = (
    # Company and comfort: the care itself.
    (
        "company",
        lazy(
            r"\b(?:talk(?:ed|s|ing)?|chat(?:ted|s|ting)?|spoke|blethered|speak) (?:away )?(?:to|"
            r"tae|with|wi) (?:him|her|them|the \w+|my \w+|ma \w+) (?:all )?about\b"
            r"|\b(?:talk(?:ed)?|chat(?:ted)?) about (?!why|how|what)"
            r"|\b(?:held|hold|holding|stroked|rubbed) (?:\w+ )?(?:his|her|their) \w+"
            r"|\b(?:sang|sing|hummed|cuddled|hugged)\b"
            r"|\b(?:blanket|pillow|slippers|cup of tea|cup o' tea|hot water bottle)\b"
        ),
        frozenset(),
    ),
    # Who somebody is, however many beds there are and whoever is on with them.
    ("role", lazy(r"^(?:hi |hello |so |well )*(?:i'm|i am|im|ah'm|ah am) an? "), frozenset()),
    # What somebody thinks, and nobody does.
    (
        "belief",
        lazy(
            r"^(?:(?:and|but|so|well|but then) )*(?:i|ah|we) (?:(?:just|jist|still|do|really) )?"
            r"(?:think|hink|believe|reckon|guess|suppose)\b"
            r"(?! (?:about|aboot|of|o|ahead|it through|in (?:him|her|them|you))\b)"
        ),
        frozenset(),
    ),
    # Somebody tells the learner: what is known, and nobody's leading.
    (
        "told_me",
        lazy(
            r"\b(?:told|telt|tells|said tae|said to|ask(?:ed|it|t)?) me\b|\bc[ao]me (?:to|tae) me\b"
        ),
        frozenset(),
    ),
    # How somebody was, and what was seen of it.
    (
        "state",
        lazy(
            r"^(?:i|ah|we) c(?:ould|ud) (?:see|tell)\b"
            r"|\b(?:was|wis|were|wur|is|are) (?:(?:so|that|pure|very|really|quite|too) )*"
            r"(?:terrified|scared|feart|frightened|nervous|worried|upset|angry|sad|lost|lonely|"
            r"tired|shy|ill|unwell|happy|proud|raging)$"
        ),
        frozenset(),
    ),
    # Others offer something: that came of it.
    (
        "offered",
        lazy(r"\b(?:said|says|sed) (?:he|she|they|i)(?:'d|'ll|d| would| wid| will| wull)\b"),
        frozenset(),
    ),
    # Somebody is only spoken to: of what, and so what it is called, is not told.
    (
        "only_told",
        lazy(
            r"^(?:(?:and|so|then|i|ah|we|he|she|just|jist) )*"
            r"(?:(?:gave|gied|handed|passed) (?:it|them|that) (?:to|tae)|"
            r"ask(?:ed|it|t)?|tell|told|telt|tellt|rang|phoned|call(?:ed)?|texted|emailed|"
            r"inform(?:ed)?|(?:spoke|speak|talked|went|go|passed it|mentioned it) (?:to|tae|wi|"
            r"with|on to)) (?:(?:see|talk to) )?(?:(?:the|ma|my|our|oor|his|her|a|an) )?"
            r"(?!every|all|each|them|families|staff)\w+(?: (?:\w+er|lady|man|janny|nurse|office|"
            r"assistant|worker))?(?: (?:about|aboot) (?:it|that)| to come)?"
            r"(?: (?:last \w+|(?:straight|right) away|at once|again|(?:once|twice) an? \w+|"
            r"(?:each|every|ilka|that|this|the next|the same|on|on the) \w+))?$"
        ),
        frozenset(),
    ),
    # Somebody says what others do not: that is courage, whoever is won round by it.
    (
        "spoke_up",
        lazy(
            r"\b(?:spoke|speak|spik) up\b(?! (?:for|fur|fir))|\b(?:i|ah|we) suggest(?:ed)?\b"
            r"|\bask(?:ed)? why we (?:still|always|do|did)\b"
        ),
        _INSPIRES,
    ),
    (
        "could_do_it",
        lazy(
            r"\b(?:showed|shown|told|telt|said)\b.* (?:(?:she|he|they|you|ye) (?:could|can) "
            r"(?:do|dae)|(?:you|ye) (?:pick|choose|decide))\b"
        ),
        _INSPIRES,
    ),
    # What happened is written down, each time.
    (
        "record",
        lazy(
            r"(?!.*\b(?:would|will|next|before (?!i\b|he\b|she\b|we\b|they\b)|tomorrow)\b)"
            r".*\b(?:wrote|rote|write|noted|logged|recorded|jotted|marked|kept (?:a|the|a wee) "
            r"(?:record|chart|log|note|jotter|diary|tally)|filled (?:in|oot|out))\b"
            r"(?:.*\b(?:what|whit|when|every (?:time|day|night|morning|nicht|hour)|each time|"
            r"how (?:much|many|often|long)|book|chart|diary|incident|accident)\b|"
            r" (?:of|o) (?:his|her|their)\b| (?:it|that) (?:all )?in (?:the|his|her) \w+)"
        ),
        _RECORDS,
    ),
    # More people or another time is asked for.
    (
        "more_people",
        lazy(
            r"\b(?:ask(?:ed|s|it)?|got|get|requested)\b.*\b(?:manager|senior|boss|office|deputy|"
            r"supervisor|coordinator|agency|bank)\b.*\b(?:rota|one|two|twa|three|extra|mair|more|"
            r"free|staff|shifts?|double|minutes)\b"
        ),
        _STAFFS,
    ),
    # Somebody is asked to do a thing, or is told something first and by the one whose task it is.
    (
        "asked",
        lazy(
            r"\bask(?:ed|s|it)? (?:him|her|them|(?:the|my|our|a|one) (?:\w+ ){1,3})(?:to|tae) "
            r"(?!tell me|say)\w+"
        ),
        _JOINS_IN | _STAFFS | {"implement"},
    ),
    (
        "myself",
        lazy(
            r"\b(?:phoned|rang|called|told|telt|went (?:to|tae|round|roon))\b.*\b(?:myself|masel|"
            r"mysel|maself)\b"
        ),
        frozenset(("aligning_people",)),
    ),
    # Somebody's part is taken.
    (
        "stood_up",
        lazy(r"\b(?:st[iu]ck(?:in|ing)?|stood|speak|spoke) up (?:for|fur|fir)\b"),
        _JOINS_IN,
    ),
)
"""The practices that an act with such words may be called after, none where there are none. Each
pattern has the name under which ``worth_trying`` has its words."""

_LOOKED_AT = 400
"""Characters of a clause that are looked at: one of 20,000 words would be searched for minutes."""


def fitting(own: str, found: Iterable[Practice], may: Collection[str]) -> tuple[Practice, ...]:
    """Return those of the practices read that a clause, in small letters, may be called after.

    ``may`` are the names of the patterns that may find something in it.
    """
    kept = tuple(found)
    for name, sign, allowed in _ONLY:
        if kept and name in may and sign.search(own, 0, _LOOKED_AT):
            kept = tuple(each for each in kept if each.id in allowed)
    return kept
