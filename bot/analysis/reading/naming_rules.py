"""Names that an act may and may not have where its words are plain: the table has seen too
few of these to tell.

Company for somebody is no plan and no aim; a note of what happened is a record, whoever keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from bot.analysis.patterns import lazy
from bot.analysis.reading.names_nothing import NAMES_NOTHING
from bot.analysis.reading.practices import Practice

_INSPIRES = frozenset(("motivating_inspiring", "inspire"))
_JOINS_IN = _INSPIRES | {"align_mobilise", "aligning_people"}
_RECORDS = frozenset(("monitor_evaluate", "controlling_problem_solving"))
_STAFFS = frozenset(("organising_staffing", "organise", "planning_budgeting"))

TAUGHT = "taught"
"""The one of them that is help to learn, whatever the table takes it for."""

_ASK = r"ask(?:ed|s|it|t)?"

_ONLY: tuple[tuple[str, re.Pattern[str], frozenset[str]], ...] = (
    *((name, sign, frozenset[str]()) for name, sign in NAMES_NOTHING),
    # Somebody is shown how a thing is done: that is help to learn it.
    (
        TAUGHT,
        lazy(
            r"\b(?:show|showed|shown|showd|shawed|shewed|taught|teach|trained|walked|talked|took)\b"
            r"(?! (?:me|us)\b).{0,40}\b(?:how|hoo) (?:(?:to|tae|ye|you) \w+|(?:i|ah|we) (?:do|dae|"
            r"did|done|does)\b)"
            r"|\b(?:told|telt|explained|tell)\b(?! (?:me|us)\b).{0,40}\b(?:how|hoo) (?:to|tae) "
            r"|\b(?:taught|teach|trained) (?:him|her|them|(?:the|a|my|our|ma|oor|new|each|one) \w)"
            r"|\blearn(?:t|ed|it|ing?|s)? (?:him|her|them|(?:the|ma|my|our|oor|each|wan|one|a) "
            r"(?:\w+ ){1,3}?)(?: ?)(?:to|tae|how|hoo) \w"
        ),
        _INSPIRES,
    ),
    # Somebody says what others do not: that is courage, whoever is won round by it.
    (
        "spoke_up",
        lazy(
            r"\b(?:spoke|speak|spik) up\b(?! (?:for|fur|fir))|\b(?:i|ah|we) suggest(?:ed)?\b"
            r"|\bask(?:ed|it)? (?:\w+ ){0,3}why (?:we|they|it) (?:still|always|do|did|has)\b"
        ),
        _INSPIRES,
    ),
    # The reason is given, so that others can join in.
    (
        "told_why",
        lazy(
            r"\b(?:told|telt|explain\w*|showed|shawed) .*\b(?:why(?! i (?:picked|chose|asked))|"
            r"wh[ai]t (?:it|this|that) (?:was|wis|is) (?:for|fur))\b"
        ),
        frozenset(("aligning_people", "align_mobilise")),
    ),
    # That it will take a while is said to those who wait: honest, and no work gets done by it.
    (
        "told_wait",
        lazy(
            r"\b(?:told|telt|tellt|tell|said|sed|says|let|explained|warned|apologised|phoned)\b"
            r"(?! (?:me|us)\b).{0,60}\b(?:waits?|waiting|delays?|delayed|late|behind|sorry)\b"
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
            r"(?:.*\b(?:(?:what|whit|wat|wot) (?:happen\w*|came back|"
            r"was (?:left|missed|missing|eaten)|"
            r"(?:he|she|they|each|it) (?:\w+ ){0,2}(?:ate|eats?|drank|drinks?|did(?! well)|does|"
            r"took|takes|left|refused))|when (?:he|she|they)|every (?:time|day|night|nicht|hour)|"
            r"each time|how (?:much|many|often|long)|in the (?:book|chart)|incident|accident)\b|"
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
    # Somebody is asked to do a thing, or for leave: nothing is learned from them.
    (
        "asked",
        lazy(
            rf"\b(?:{_ASK}|get|got|gets) (?:him|her|them|(?:the|my|ma|our|oor|his|a|an|one|each) "
            r"(?:\w+ ){0,2}\w+) (?:to|tae) (?!tell me|give me|say|see|hear|think|imagine|picture|"
            r"draw|pick|choose|watch me|watch (?:him|her) do)\w+"
            rf"|\b{_ASK} (?:\w+ ){{0,2}}(?:if|whether) (?:he|she|they) (?:would|could|wid|cud) "
            r"(?!like|prefer|rather|want|change|choose|pick)\w+"
            rf"|\b{_ASK} (?:(?:my|the|our|oor) )?(?:manager|boss|senior|deputy|office|chair|head|"
            r"driver|school)\b(?: \w+){0,4} (?:if|can|could|cud) (?:we|i|ah|she|he|they|it)\b"
        ),
        _JOINS_IN | _STAFFS | {"implement"},
    ),
    # Whoever is asked how they are is not asked for the work's sake.
    (
        "asked_after",
        lazy(
            r"\bask(?:ed|s|it|t|in|ing)? .*\b(?:how|hoo) (?:he|she|they|\w+ or she|things) "
            r"(?:was|were|wis|wur|is|are)(?: (?:getting on|bearing up|feeling|coping|daein|doing|"
            r"keeping|managing)| himself| herself)?(?: \w+)?$"
        ),
        _INSPIRES,
    ),
    # Praise is told for the one who hears it.
    (
        "praised",
        lazy(
            r"\b(?:told|telt|tell|said|says) .*\b(?:what a (?:good|great|grand|braw|fine|lovely) "
            r"(?:job|worker|carer|lad|lass|lassie|girl|boy|team|help|hand)|well done|weel done|"
            r"how (?:good|well|weel|great|brilliant) (?:he|she|they|it|you|that|a|his|her|their))\b"
        ),
        _INSPIRES,
    ),
    # Who asks others how it is or what they want finds out: no direction is set yet.
    (
        "asked_what",
        lazy(
            rf"\b{_ASK} (?:(?:him|her|them|each|every|all|both|the|my|our|oor|ma|one|wan|two|some|"
            r"a|folk|people|everyone|everybody|a'?body)\b(?: \w+){0,3},? )?"
            r"(?:what|whit|wot|which|how|hoo)(?:'?s)?\b(?!.*\b(?:change|miss|better|matters?)\b)"
        ),
        _JOINS_IN | _RECORDS | {"scan"},
    ),
    # Who makes peace puts no work in order.
    (
        "made_peace",
        lazy(
            r"\bmediat\w+|\bquarrel\w*|\b(?:fell|fallen|falling) (?:out|oot) (?:over|with|wi)\b"
            r"|\b(?:row|fight|argument|arguing|fighting) (?:between|over|about|aboot)\b"
        ),
        _JOINS_IN | {"controlling_problem_solving"},
    ),
    # What came in is counted after it came: no plan for it.
    (
        "counted",
        lazy(
            r"\b(?:count(?:ed|s|it)?|timed|tallied) (?:\w+ ){0,2}(?:calls|falls|visits|times|"
            r"minutes|mistakes|errors|complaints|buzzers|bells|people|folk|plates|nights|it\b|"
            r"how many|how long)(?!.*\b(?:before|enough|need|for the|order)\b)"
        ),
        _RECORDS,
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

_TELLING = frozenset(
    ("spoke_up", "stood_up", "could_do_it", "praised", "asked_after", "told_why", TAUGHT)
)
"""Those of them whose words alone tell what an act is, if the table takes it for that at all."""

BY_WORDS = 0.6
"""How likely it then is. On the labelled rows 59 of 60 such acts are that."""

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
            if name == TAUGHT:
                kept = kept or (Practice("inspire", BY_WORDS),)
            if name in _TELLING:
                kept = tuple(Practice(each.id, max(each.chance, BY_WORDS)) for each in kept)
    return kept
