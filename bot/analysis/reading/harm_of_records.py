"""What is told of records that do not say what was done, and of being told to make them.

Each pattern has who signs or says it, and what was not done; ``harm_relations`` says what is made
of it.
"""

from __future__ import annotations

from bot.analysis.patterns import lazy
from bot.analysis.reading.harm_of_people import SENTENCE

_CHART = (
    r"(?:charts?|sheets?|records?|logs?|forms?|mars?|notes|checks?|turns?|turning|visits?|"
    r"diary|pads?|"
    r"repositioning|timesheets?|rounds?|observations|obs|creams?|tablets?|insulin|meds|medication|"
    r"balance)"
)
_SIGN = (
    r"(?<!refused to )(?<!n't )(?<!not )(?<!never )"
    r"(?:sign(?:s|ed|ing)?|fill(?:s|ed|ing)?|tick(?:s|ed|ing)?|initial(?:s|led|ling)?|charted|"
    r"written up|wrote up|make up|made up)"
)
_LEFT_UNDONE = (
    r"(?:"
    r"(?:nobody|no one|none of (?:them|it)|no (?:one|wan) of them|not one)(?:'s| has| had| was|"
    r" were"
    r"| is| even| ever)* (?:did|done|does|gave|gives|given|walk|turn|check|went|goes|go|kept|"
    r"keeps|saw|"
    r"seen|got|put|made|dry|been|touch)|"
    r"(?:was|were|is|are)(?: not|n't| never) (?:done|given|eaten|turned|checked|taken)|"
    r"never (?:done|given|happened|got|went)|in advance|for the whole (?:night|shift|day|week)|"
    r"(?:came|went|comes|was) (?:back )?(?:full|untouched)|all at once|"
    r"before (?:they|it)(?:'re|'s| are| is) done|(?:it|that) (?:was|is) (?:only|still|just) \d)\b"
)
_NOT_BY = (
    r"(?:she|he|they|staff|nights|(?:that|which|for|but|though) (?:we|i))"
    r"(?:'s|'d|'ve| has| had| have)? "
    r"(?:not|never|did not|didn't|hasn't|hadn't|haven't|do not|don't)\b"
)
_UNDONE = rf"(?:{_NOT_BY}|{_LEFT_UNDONE})"
_CHANGED = r"(?:changed|altered|rewrote|backdated|tippexed|falsified)"
_MADE_UP = (
    rf"\b{_SIGN}\b{SENTENCE}{{0,40}}?\b{_CHART}\b{SENTENCE}{{0,70}}?\b{_UNDONE}"
    rf"|\b{_CHART}\b{SENTENCE}{{0,50}}?\b{_SIGN}\b{SENTENCE}{{0,70}}?\b{_UNDONE}"
    rf"|\bsign(?:s|ed|ing)? for\b{SENTENCE}{{0,50}}?\b{_LEFT_UNDONE}"
    r"|\b(?:writes?|wrote|puts?|signs?|signed) (?:the |an)?other(?:'s)? (?:name|initials)\b"
    r"|\b(?:writes?|wrote|puts?|signs?|signed) (?:in )?(?:somebody|someone) else's (?:name|"
    r"initials)\b"
    rf"|\b{_CHANGED} {SENTENCE}{{0,30}}?\b(?:time|date|number|words|page)s?\b"
    rf"{SENTENCE}{{0,20}}?\b(?:accident|incident|chart|mar|form|record|notes?|fall)\b"
    r"|\b(?:wrote|put|write|puts|said) (?:it )?down (?:that |as )?(?:she|he|it|they|a) "
    r"(?:\w+ )?(?:dropped|fell|fall|bumped|knocked|did|refused)\b"
)

_BOSS = (
    r"(?:managers?|boss|senior|deputy|supervisor|nurse in charge|matron|owner|gaffer|team leader|"
    r"charge nurse|nurse|inspectors?)"
)
_HIDE = (
    r"(?:sign|tick|fill|initial|backdate|change|just (?:sign|tick|put|write|fill|say)|"
    r"put (?:that |down |as |'|‘|“|\")|say (?:that )?(?:she|he|it|they)|carry (?:it|them) over|"
    r"write (?:that |it as |fall |he |she |down )|"
    r"not (?:to )?(?:write|report|log|put|record|ring|phone|call|tell)|hide|cover|keep quiet)"
)
_IS_HARMLESS = (
    rf"(?!{SENTENCE}{{0,40}}\b(?:policy|each (?:room|time|day)|every|as (?:we|i) (?:go|clean)|"
    rf"visitors|"
    r"because i had|what i)\b)"
)
_ORDERED = (
    rf"\b{_BOSS}(?:'s| has| had| just| herself| himself)* (?:told|tells|asked|asks|made|makes|"
    rf"ordered|"
    r"instructed|said|says|wants|gets|has|had) (?:us |me |them |staff |everyone |everybody |"
    r"the girls "
    rf"|the nights? )?(?:all )?(?:to |just |not )*{_HIDE}\b{_IS_HARMLESS}"
    r"|\b(?:we|i|staff)(?:'re|'m|'ve| are| were| was| am| get| got| been| have been)* "
    rf"(?:told|made|instructed|ordered) (?:just )?to {_HIDE}\b{_IS_HARMLESS}"
    r"|\b(?:told|made|makes) (?:us|me) (?:to )?make up the\b"
    rf"|\b(?:asked|told|made) to (?:tick|sign|say|write|put) {SENTENCE}{{0,60}}[.,;]? ?(?:but )?"
    r"(?:there was(?:n't| none| no | never)|it never|(?:it|we|they) did(?:n't| not)|never happened|"
    r"nobody did)\b"
    r"|^\W*told to (?:put|sign|tick|fill)\b"
    rf"|\bmy (?:own )?{_BOSS}(?: herself| himself)? told (?:them|us|her|him) to(?=\W*(?:$|[.!]))"
    rf"|\bif (?:the )?inspect\w+ {SENTENCE}{{0,20}}?\b(?:we|you|i) (?:to |must |all )*say "
    rf"(?!what|how|so)"
)

IN_RECORDS = tuple(
    ("wrongdoing", "staff_member", lazy(pattern)) for pattern in (_MADE_UP, _ORDERED)
)
"""Patterns with the sort of harm and about whom it is."""
