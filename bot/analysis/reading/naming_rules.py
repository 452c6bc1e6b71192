"""Names that an act may and may not have where its words are plain: the table has seen too
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

_ASK = r"ask(?:ed|s|it|t)?"

_NOT_SO = (
    r"(?:he|she|they|it|that|there|this) (?:was not|wasn'?t|wis no|wisnae|is not|isn'?t|would not|"
    r"wouldn'?t|widnae|could not|couldn'?t|cannae|can'?t|won'?t|wullnae|will not|did not|didn'?t|"
    r"didnae|don'?t|dinnae|never|had no)\b"
)

_ONLY: tuple[tuple[str, re.Pattern[str], frozenset[str]], ...] = (
    # Company and comfort: the care itself.
    (
        "company",
        lazy(
            r"\b(?:talk(?:ed|s|ing)?|chat(?:ted|s|ting)?|spoke|blethered|speak) (?:away )?(?:to|"
            r"tae|with|wi) (?:him|her|them|the \w+|my \w+|ma \w+) (?:all )?about\b"
            r"|\b(?:talk(?:ed)?|chat(?:ted)?) about (?!why|how|what)"
            r"|\b(?:held|hold|holding|stroked|rubbed) (?:\w+ )?(?:his|her|their) \w+"
            r"|\b(?:sang|hummed|cuddle[sd]?|hug|hugs|hugged)\b"
            r"|\bread (?:to |tae )?(?:him|her|them) (?:his|her|the|a) (?:book|paper|story)\b"
            r"|\bencouraged (?:him|her|them) (?:to|tae) (?:eat|drink|take|tak|have|hae|finish)\b"
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
            r"(?:think|hink|believe|reckon|guess|suppose|hoped?|wish(?:ed)?)\b"
            r"(?! (?:about|aboot|of|o|ahead|it through|in (?:him|her|them|you))\b)"
        ),
        frozenset(),
    ),
    # Somebody tells the learner: what is known, and nobody's leading.
    (
        "told_me",
        lazy(
            r"\b(?:told|telt|tells|(?:said|says?|sez) (?:tae|to)|ask(?:ed|it|t)?) me\b"
            r"(?!.*\b(?:trusts?|trusted|believes?|believed|i could|i can|proud|(?:her|his) own)\b)"
            r"|\bc[ao]me (?:to|tae) me\b"
            r"|^tell (?:me|us)\b"
        ),
        frozenset(),
    ),
    # How somebody was, and what was seen of it.
    (
        "state",
        lazy(
            r"^(?:i|ah|we) c(?:ould|ud) (?:see|tell)\b"
            r"|^(?:(?:and|but|so|because|cos) )*(?:he|she|they|it|(?:the|my|her|his) \w+) "
            r"(?:just |still |aye |really )?(?:needs?|needed|wants?|wanted|likes?|liked|loves?|"
            r"loved|hates?|hated|knows?|knew|thinks?|thought(?! ahead)|believes?|seems?|seemed|"
            r"feels?|felt)\b"
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
    # Somebody is only spoken to: of what, and so what it is called, is not told, or it is news.
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
            r"|\b(?:told|telt|tell) .*\b(?:how|hoo) (?:it|things|he|she|they) "
            r"(?:was|were|wis|wur|is|are|had) (?:going|gaun|getting on|daein|doing|been)\b"
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
    # The reason is given, so that others can join in.
    (
        "told_why",
        lazy(
            r"\b(?:told|telt|explain\w*|showed|shawed) .*\b(?:why(?! i (?:picked|chose|asked))|"
            r"wh[ai]t (?:it|this|that) (?:was|wis|is) (?:for|fur))\b"
        ),
        frozenset(("aligning_people", "align_mobilise")),
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
    # Others think little of it: what was the matter, and nobody's leading.
    (
        "refused",
        lazy(
            r"^(?:(?:and|but|so|then|well) )*(?:(?:he|she|they|everybody|everyone) |(?:the|my|ma|"
            r"our|oor|his|her|one|wan|two|three|some|most|half|both) (?:\w+ ){0,3}?)"
            r"(?:said|says|sed|say) "
            rf"(?:(?:no|naw|nah)(?:$| (?:chance|way|thanks|to|again)\b)|{_NOT_SO})"
            rf"|^(?:(?:and|but) )*(?:said|says|sed) {_NOT_SO}"
            r"|^(?:(?:and|but|so|then) )*(?:he|she|they|everybody|(?:some|most|half|two|three|wan|"
            r"one) (?:o|of|o') (?:them|us|the \w+)) (?:was|wis|were|wur|are|is) "
            r"(?:all |dead |a' |aw )?(?:for|fur|against|set on|set against)\b"
        ),
        frozenset(),
    ),
    # What somebody says of how it has always been.
    (
        "refused",
        lazy(
            r"\b(?:said|says|sed) (?:(?:well|but|that) )*(?:that'?s|thats|it'?s|its|it is) .*"
            r"\b(?:always|aye|never|just|no a)\b"
        ),
        frozenset(),
    ),
    # Which night or visit it was.
    (
        "which_time",
        lazy(
            r"^(?:(?:and|but|so|it was|it wis|that was|on) )*(?:her|his|my|ma|their|our|oor|the) "
            r"(?:\d+(?:st|nd|rd|th)|very first|first|second|third|last) (?:ever |\w+ )?"
            r"(?:night|nite|nicht|day|shift|week|month|visit|time|year|morning)(?: \w+){0,3}$"
        ),
        frozenset(),
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

_TELLING = frozenset(("spoke_up", "stood_up", "could_do_it", "praised", "asked_after", "told_why"))
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
            if name in _TELLING:
                kept = tuple(Practice(each.id, max(each.chance, BY_WORDS)) for each in kept)
    return kept
