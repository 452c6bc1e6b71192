"""News of a learner's own life: it is no evidence, and is answered as a person would.

“my dad died on tuesday” is told of a relative of the learner's own. “A resident's dad died and I
sat with him” is work, and so is what tells in the same breath what was done about it at work.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.analysis.one_voice import as_typed, in_one_voice
from bot.analysis.patterns import bits_of, lazy
from bot.analysis.reading.words import heard_text

MOST = 30
"""Words up to which bad news stand alone; what is longer is an account with news in it."""

_KIN = (
    r"(?:(?:wee|big|old|oldest|youngest|best|elder|younger|twin|only|own|poor|dear|late|ex) )*"
    r"(?:mum|mummy|mam|maw|ma|mother|mither|mom|dad|daddy|da|father|faither|papa|parents|man|"
    r"wife|hubby|husband|partner|boyfriend|girlfriend|fiancee?|son|daughter|boy|girl|"
    r"lad|laddie|lassie|dug|loon|quine|quinie|wean|weans|kid|kids'?|bairn|bairns|child|children|baby|"
    r"brother|brither|sister|bro|sis|twin|gran|grannie|granny|nan|nanna|nana|nanny|grandma|granda|"
    r"grandad|grandpa|grandfather|grandmother|grandson|granddaughter|aunt|auntie|aunty|uncle|"
    r"cousin|niece|nephew|friend|pal|mate|neighbour|dog|cat|family|house|flat)(?:'?s)?(?: in law)?"
    r"(?:'s)?"
)
_BARE_KIN = (
    r"(?:the )?(?:wee )?(?:mum|mam|maw|mother|dad|da|father|gran|granny|nan|nana|papa|granda|"
    r"grandad|hubby|husband|wife|partner|boyfriend|girlfriend|auntie|uncle|son|daughter|brother|"
    r"sister|wean|bairn|dog|dug|cat|pup|budgie|rabbit|horse)"
)
_ILL = (
    r"(?:stroke|cancer|tumou?r|leukaemia|heart attack|dementia|alzheimer'?s|parkinson'?s|anorexia|"
    r"pneumonia|sepsis|covid|flu|chicken ?pox|fever|asthma|fall|operation|surgery|scan|chemo\w*|"
    r"biopsy|miscarr\w+)"
)
_GONE = (
    r"(?:died|dead|dying|dee'?d|pass(?:ed|t)(?: (?:away|on|over))?"
    r"(?! (?:his|her|their|the|a|my|it|me|him|us|first|with)\b)|"
    r"(?:is|'s) (?:gone|away)"
    r"(?! (?:to|down|for|on|out|back|home|and|an|at)\b)|"
    r"(?:away|gone) now|killed|buried|burying|funeral\w*|cremat\w+|wake|(?<!for )(?<!about )"
    rf"{_ILL}|"
    r"(?:in|into|to|at|from) (?:the )?(?:hosp\w*|hospice|intensive care|icu|special care|a ?& ?e|"
    r"western|royal|infirmary)|rushed in|taken (?:ill|bad|in)|took (?:ill|bad|not well|a turn)|"
    r"(?:not|no|nae|isn'?t|isnae|never) (?:been )?(?:well|weel|keeping well)|unwell|poorly|"
    r"(?:very|really|so|quite) (?:ill|sick)|(?:is|was|been|'s) (?:ill|sick)|"
    r"isn't going to make it|(?:on|at) (?:her|his) deathbed|hit by|(?:got )?run over|crash\w*|"
    r"diagnos\w+|in labour|early|(?:fell|fallen)(?! (?:out|asleep|for|in love|behind)\b)|"
    r"(?:broke|broken|fractured) (?:his|her|a|an|the) \w+|broke up|split up|separat(?:ed|ing)|"
    r"left (?:me|us)|"
    r"moved out|walked out|dumped me|flooded|broken into|burgled|burnt down|"
    r"redundant|lost (?:his|her|their) (?:job|mum|dad|mother|father|baby|wife|husband|son|"
    r"daughter|brother|sister|gran))"
)

_PARTED = (
    r"(?:has |had |just |'s |is |up and )*(?:left|leaving|gone)"
    r"(?=(?: (?:me|us|last|on|in|this|for|good|yesterday|today))*(?:\W*$| \w+day|[.,!]))"
)

_BAD_NEWS = lazy(
    rf"\b(?:my|our) {_KIN} {_PARTED}|^\W*{_BARE_KIN}(?:'?s)? {_PARTED}|"
    rf"\b(?:my|our|mi) {_KIN}\b[^.!?]{{0,40}}?\b{_GONE}(?!\w)"
    rf"|^\W*(?:(?:sorry|so|well|oh|aw|just|hi|and|ok|god)\W+){{0,2}}{_BARE_KIN}(?:'?s)? "
    rf"(?:has |just |is |was |had |been |got |a |another |walked )*{_GONE}(?!\w)"
    rf"|\b(?:lost|buried|burying|bury|bereaved of) (?:(?:my|our) {_KIN}|the baby|a baby)\b"
    r"|\b(?:had|got|getting|get|have|received|heard|there's|with) (?:some |a bit of |a bit |"
    r"really |just |very )*(?:bad|sad|terrible|awful|horrible) news\b"
    r"(?! (?:about|that|of|for) (?:the|a|our|his|her|their)\b)"
    r"|\bdeath in (?:the|my|our) family\b|\bfamily (?:bereavement|emergency|crisis)\b|^bereave\w+"
    r"|\b(?:i|we) (?:had|have had|lost|just had) (?:a|the|our) (?:miscarriage|baby last)\b"
    r"|\b(?:can't|cannot|can not) (?:be doing|cope|deal|manage|face) (?:with )?(?:this|it) "
    r"(?:right |just |the )*(?:now|noo|today|tonight|at the moment)\b"
    r"|^\W*(?:a )?(?:miscarriage|stillbirth)\b|^\W*baby (?:lost|died|gone)\b"
    r"|\b(?:at|to|for|back from) (?:(?:a|the)(?: \w+)?|my \w+) funeral\b.{0,30}$"
    r"|\b(?:i|we)(?:'ve| have)? (?:just )?(?:split|broke|broken) up\b"
    rf"|^\W*(?:just )?(?:split|broke|broken) up with (?:my|the) {_KIN}"
    r"|\b(?:going|having) (?:to put|put) (?:the|my|our) (?:\w+ )?(?:dog|cat) (?:down|to sleep)\b"
    r"|\bput (?:the|my|our) (?:\w+ )?(?:dog|cat) (?:down|to sleep)\b"
    r"|\b(?:rang|phoned|called) (?:me )?about my (?:mum|dad|maw|da|gran|son|"
    r"daughter|husband|wife|boy)\b"
)
"""How bad news of one's own are told, in one voice."""

_AND_NOW = lazy(
    rf"\b(?:he|she|they)(?:'?s|'re| is| are| was| has| had| got)? (?:\w+ ){{0,4}}?{_GONE}(?!\w)"
)
"""What else is told of whom bad news are about: “my mum fell and she is in the hospital”."""

_IN_DANGER = lazy(
    r"\b(?:can't|cannot|can not|couldn't|won't|isn't|not|nor|stopped|never) (?:\w+ )?"
    r"(?:get up|move|moving|breath\w*|wak\w+|woke|answer\w*|respond\w*|come round)\b"
    r"|\b(?:bleed\w*|unconscious|collapsed|on the floor|chok\w+|chest pain|lips|blue|overdos\w+|"
    r"pills|tablets|took (?:all|a load|too many|something)|suicid\w*|knife|gun|axe|"
    r"hits?(?! by)|hitting|beats?|hurts?|threat\w*|right now|just now|this minute|wants to die|"
    r"kill(?:s|ing)? (?:him|her|me|them))\b"
    r"|\b(?:want|wish|going|soon|hope) (?:to |i (?:could|can|was) )?(?:be with|join|follow) "
    r"(?:her|him|them|my)\b"
)
"""What makes it more than news: a life of one's own people may be in danger now, or somebody hurts
them."""


@lru_cache(maxsize=16)  # the texts of a turn, asked of by who reads them and by who looks for harm
def own_news_in(text: str) -> tuple[tuple[int, int], ...]:
    """Return where a text tells of a loss, a parting or an illness of the writer's own, none where
    somebody may be in danger now, or is hurt by somebody."""
    heard = in_one_voice(text).lower().replace("’", "'")
    first = _BAD_NEWS.search(heard)
    if first is None or _IN_DANGER.search(heard):
        return ()
    found = [*_BAD_NEWS.finditer(heard), *_AND_NOW.finditer(heard, first.end())]
    return tuple(as_typed(text, *each.span()) for each in found)


_AT_WORK = lazy(
    r"\b(?:residents?|tenants?|clients?|service users?|patients?|pupils?|parents|staff|team|"
    r"colleagues?|"
    r"shift|handover|rota|families|family meeting|the girls|the others|nursery|care home|"
    r"i (?:made|put|told|asked|sat|set|rang the|phoned the|split|wrote|showed|took over|got the|"
    r"stayed|did the|kept|covered|arranged|organi[sz]ed)|so i (?:know|knew|"
    r"can(?!'t|not)|could(?!n't)|understand|understood|sit|sat|tell|told|always|ask)|"
    r"(?:that'?s|which is) (?:why|how) i|mattered|in (?:here|there))\b"
)
"""What was done at work, or for whom: news of one's own beside it are the reason of an act."""


_OWN_CARE = lazy(
    r"\b(?:to|tae|wi|with|see|saw|seen|seeing) (?:my|ma) (?:gp|doctor|counsell?or|therapist)\b"
    r"|^(?:i'm |i am |ah'm |im )?feel(?:ing|in)? (?:a |bit |wee |much |lots |no |not |so )*"
    r"(?:better|worse|rough|low)$"
)


OWN_CARE = bits_of(_OWN_CARE)


def is_own_care(plain: str) -> bool:
    """Return whether a clause, in small letters, tells how somebody looks after themselves: it is
    their own affair, and no act at work."""
    return _OWN_CARE.search(plain) is not None


_GRIEF = lazy(r"\b(?:died|dead|dying|pass(?:ed|t)|funeral|buried|lost|left|gone|cremat\w+|deid)\b")


def grieves(text: str, news: Sequence[tuple[int, int]]) -> bool:
    """Return whether news of one's own are of a death or a parting, and no illness that may end."""
    return any(_GRIEF.search(text[start:end].lower()) for start, end in news)


def is_own_bad_news(text: str) -> bool:
    """Return whether a message tells bad news of the learner's own, and nothing of work."""
    plain = heard_text(text)
    return plain.count(" ") < MOST and bool(own_news_in(text)) and not _AT_WORK.search(plain)
