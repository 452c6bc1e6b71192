"""News of a learner's own life: it is no evidence, and is answered as a person would.

“my dad died on tuesday” is told of a relative of the learner's own. “A resident's dad died and I
sat with him” is work, and so is what tells in the same breath what was done about it at work.
"""

from __future__ import annotations

from bot.analysis.patterns import lazy
from bot.analysis.reading.words import plain_text

MOST = 30
"""Words up to which bad news stand alone; what is longer is an account with news in it."""

_MINE = r"(?:my|ma|mah|our|oor|mi)"
_KIN = (
    r"(?:(?:wee|big|auld|old|oldest|youngest|best|elder|younger|twin|only|own|poor|dear|late|ex) )*"
    r"(?:mum|mums|mummy|mam|maw|ma|mother|mither|mom|dad|dads|da|daddy|father|faither|papa|parents|"
    r"wife|hubby|husband|partner|partners|boyfriend|girlfriend|fiancee?|son|daughter|boy|girl|"
    r"lad|laddie|lassie|loon|quine|quinie|wean|weans|kid|kids|kid's|kids'|bairn|bairns|child|"
    r"children|baby|brother|brither|"
    r"sister|bro|sis|twin|gran|grannie|granny|nan|nanna|nana|nanny|grandma|granda|grandad|grandpa|"
    r"grandfather|grandmother|grandson|granddaughter|aunt|auntie|aunty|uncle|cousin|niece|nephew|"
    r"friend|pal|mate|neighbour|dog|cat|family|house|hoose|flat)(?:'?s)?(?: in law)?"
)
_BARE_KIN = (
    r"(?:mum|mam|maw|mother|dad|da|father|gran|granny|nan|nana|papa|granda|grandad|hubby|auntie|"
    r"uncle)"
)
_GONE = (
    r"(?:died|dead|dying|dee'?d|pass(?:ed|t)(?: (?:away|on|over))?"
    r"(?! (?:his|her|their|the|a|my|it|me|him|us|first|with)\b)|"
    r"(?:is|'s|noo) (?:gone|awa)"
    r"(?! (?:tae|to|doon|down|for|on|out|oot|back|hame|home|and|an|at)\b)|"
    r"(?:awa|gone|away) noo|killed|buried|burying|funeral\w*|cremat\w+|wake|stroke|cancer|tumou?r|"
    r"heart attack|"
    r"(?:in|to|at|from) (?:the )?(?:hospital|hospice|intensive care|icu|special care|a ?& ?e|"
    r"western|"
    r"royal|infirmary)|rushed in|taken (?:ill|bad|in)|took (?:ill|bad|not well|no weel|a turn)|"
    r"(?:not|no|nae|isnae|isn'?t|never) (?:been )?(?:well|weel|keeping well)|unwell|poorly|"
    r"(?:very|really|so|quite) (?:ill|sick)|(?:is|was|been|'s) (?:ill|sick)|has fever|"
    r"isn'?t going to make it|(?:on|at) (?:her|his) deathbed|hit by|crash\w*|diagnos\w+|scan|"
    r"operation|surgery|in labour|early|miscarr\w+|broke up|split up|left me|left us|flooded|"
    r"broken into|burgled|burnt down|"
    r"redundant|lost (?:his|her|their) (?:job|mum|dad|mother|father|baby|wife|husband|son|"
    r"daughter|brother|sister|gran))"
)

_BAD_NEWS = lazy(
    rf"\b{_MINE} (?:man|{_KIN})\b.{{0,40}}\b{_GONE}(?!\w)"
    rf"|^(?:(?:sorry|so|well|oh|aw|just|hi|and|ok) ){{0,2}}{_BARE_KIN}(?:'s)? "
    rf"(?:has |just |is |was |had |been )*{_GONE}(?!\w)"
    rf"|\b(?:lost|buried|burying|bury|bereaved of) (?:{_MINE} {_KIN}|the baby|a baby)\b"
    r"|\b(?:had|got|getting|get|have|received|heard|there's|wi) (?:some |a bit of |a bit |really |"
    r"just |very )*(?:bad|sad|terrible|awful|horrible) news\b"
    r"(?! (?:about|that|of|for) (?:the|a|our|his|her|their)\b)"
    r"|\bdeath in (?:the|my|our) family\b|\bfamily (?:bereavement|emergency|crisis)\b|^bereave\w+"
    r"|\b(?:i|we) (?:had|have had|lost|just had) (?:a|the|our) (?:miscarriage|baby last)\b"
    r"|\b(?:at|to|for|back from) (?:a|the|my|ma) (?:\w+ )?funeral\b.{0,30}$"
    rf"|\b(?:going|having) (?:to put|put) (?:the|{_MINE}) (?:dog|cat) (?:down|to sleep)\b"
    r"|\bput (?:the|my|oor|our) (?:dog|cat) (?:down|to sleep)\b"
    r"|\b(?:rang|phoned|called) (?:me )?(?:about|aboot) (?:my|ma) (?:mum|dad|maw|da|gran|son|"
    r"daughter|husband|wife|boy)\b"
)

_AT_WORK = lazy(
    r"\b(?:residents?|tenants?|clients?|service users?|patients?|pupils?|parents|staff|team|"
    r"colleagues?|"
    r"shift|handover|rota|families|family meeting|the girls|the others|nursery|care home|"
    r"i (?:made|put|told|asked|sat|set|rang the|phoned the|split|wrote|showed|took over|got the|"
    r"stayed|did the|kept|covered|arranged|organi[sz]ed)|so i (?:know|knew|can|could|understand|"
    r"understood|sit|sat|tell|told|always|ask)|(?:that'?s|which is) (?:why|how) i|"
    r"mattered|in (?:here|there))\b"
)
"""What was done at work, or for whom: news of one's own beside it are the reason of an act."""


_OWN_CARE = lazy(
    r"\b(?:to|tae|wi|with|see|saw|seen|seeing) (?:my|ma) (?:gp|doctor|counsell?or|therapist)\b"
    r"|^(?:i'm |i am |ah'm |im )?feel(?:ing|in)? (?:a |bit |wee |much |lots |no |not |so )*"
    r"(?:better|worse|rough|low)$"
)


def is_own_care(plain: str) -> bool:
    """Return whether a clause, in small letters, tells how somebody looks after themselves: it is
    their own affair, and no act at work."""
    return _OWN_CARE.search(plain) is not None


def is_own_bad_news(text: str) -> bool:
    """Return whether a message tells bad news of the learner's own, and nothing of work."""
    plain = plain_text(text)
    found = plain.count(" ") < MOST and _BAD_NEWS.search(plain)
    return bool(found) and not _AT_WORK.search(plain)
