"""Whether a few words tell what came of it, or what was done: “she slept”, “left landing light”.

A table that learns from longer sentences hears nothing in two words. What came of it is not asked
about once it is told.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.patterns import bits_of, lazy

LEAST, MOST = 2, 9
"""Words of a clause that is read so. A longer one speaks for itself."""

_BEFORE = (
    r"^(?:(?:and|an|so|but|then|well|aye|yes|now|noo|after that|efter that|since then|in the end|"
    r"by \w+|that night|next day|the next day|thank god|luckily),? )*"
)
_THEM = (
    r"(?:she|he|they|(?:the|my|ma|his|her|our|oor|a|wee|one|new|day|night|other|both) "
    r"(?:\w+ ){1,2}?|(?:both|mum|dad|staff|folk|people|everyone|everybody|awbody|a'?body|"
    r"residents|families|kids|children|nights|days) )"
)
_WHO = rf"(?:it|{_THEM})"
_HURT = (
    r"(?:fell|fallen|falls|hurt|broken|broke|lost|missed|missing|late|cried|crying|wrong|spilt|"
    r"died|complained|left|harmed|hungry|waiting|alone|injured|damaged|burnt|shouted|moaned|"
    r"caught|sick|slipped|rushed|upset|bothered|panicked|argued|fought|greeted|grat|ran off)"
)
_WELL = (
    r"(?:slept|settled|smiled|smiles|laughed|laughs|ate|eats|calmed|relaxed|copied|copies|thanked|"
    r"loved|loves|managed|reimproved|joined|agreed|understood|trusts|trusted|knew|"
    r"follow(?:ed|s|it)|cam roon|"
    r"came (?:round|roon|down|doon|back|home)|calms|drank|drinks|sang|danced|walks|"
    r"(?:went|goes|got) (?:hame|home|back|better|calm|quiet|quiet shoes|down)|"
    r"(?:did|does|do) (?:it|that|the same)|asks|asked for (?:more|it)|"
    r"(?:adhered|stuck|stick|sticks|kept|keep|keeps|held) (?:to|tae) (?:it|that|them))"
)
_GOOD = (
    r"(?:fine|ok|okay|alright|all right|better|calm|calmer|happy|happier|safe|safer|quiet|quieter|"
    r"settled|grand|right|clean|dry|warm|well|sleeping|sleepin|eating|eatin|laughing|smiling|"
    r"walking|talking|singing|relaxed)"
)

_OUTCOME = lazy(
    rf"{_BEFORE}(?:nobody|naebody|no one|no wan|nane|none|nothing|naething|not (?:a|one) \w+)"
    rf"(?: \w+){{0,2}} {_HURT}\b"
    rf"|{_BEFORE}(?:no|nae) (?:more|mair) (?!q|words?|time|ideas?|tonight|for|to\b|tae\b)\w+"
    rf"|{_BEFORE}(?:no|nae) \w+ since\b"
    rf"|{_BEFORE}(?:no|nae) (?:tears|falls|complaints|fights|accidents|mistakes|errors|harm|"
    r"injuries|bruises|sores|incidents|buzzers|shouting|greetin)\b"
    rf"|{_BEFORE}(?:{_WHO}|she|he|they|it) ?(?:\w+ly |just |never |then |aye )?{_WELL}\b"
    rf"|{_BEFORE}(?:{_THEM}|she|he|they) ?(?:is|was|wis|were|are|'s|feels?|felt|got|looks?) "
    rf"(?:\w+ly |so |all |no |not |a |far |much |back )*{_GOOD}\b"
    rf"|{_BEFORE}(?:she|he|they)(?:'s|s|'re) (?:\w+ )?{_GOOD}\b"
    rf"|{_BEFORE}{_WHO} ?(?:\w+ ){{0,3}}(?:less|fewer|better|calmer|happier|more|mair|now|noo|"
    r"since|any ?more|on (?:his|her|their) own)$"
    r"|^(?:(?:all|and|then|we were|they were|he was|she was) )*back (?:to normal|on track|"
    r"on (?:his|her|their) feet|(?:in|to|tae) (?:his|her|their) (?:own )?\w+)\b"
    rf"|\bkept (?:them|him|her|us|everyone|everybody|folk|people) {_GOOD}\b"
    r"|^(?:(?:and|it|that|this) )*(?:cheered|calmed|settled) "
    r"(?:them|him|her|us|folk|people|everyone|everybody)\b"
    r"|\b(?:lost|had|got|missed) (?:zero|none|nane)\b"
    r"|^(?:and |so |but |then )?(?:it|that|which) (?:was|wis|is|'s|came to|cam tae) "
    r"(?:only |just |jist |aboot |about )*(?:half|hauf|twice|double|a third|a quarter) (?:of|o|as) "
    r"|^(?:now|noo) it'?s (?:hardly|rarely|never|only)\b"
    r"|\b(?:this|last) (?:week|month|term|year)\b.*\b(?:before|afore)\b"
)
_NOT_YET = lazy(r"\b(?:not|n't|nt|never|wouldn't|didn't|wasn't|isn't|but|until|till|if|who)\b")
_OTHERS = lazy(
    r"\b(?:copied|copies|joined (?:in|us|me|him|her|them))\b|\b(?:does|do|did) (?:it|that|the same)"
    r"(?: too| now| noo| as well| an a'| themsel\w+| hersel\w*| himsel\w*)*$"
    r"|\b(?:the |all |aw )?(?:others?|ithers?|rest|everybody|everyone|a'?body|staff|girls|lads|"
    r"team) "
    r"(?:(?:now|noo|then|all|soon|have|has) )*"
    r"(?:started|began|stertit|(?:does|do|dae|did|done) (?:it|that)|uses?|used|asks?|asked|"
    r"follow\w*)\b"
    r"|\b(?:started|began|stertit) (?:to|tae|\w+ing?|\w+in) (?:.* )?(?:too|as well|an a'|anaw)$"
)


_CHANGED = lazy(
    r"^(?!(?:i|ah|we)\b).*\b(?:now|noo)\b(?! (?:i|ah|we)\b)"
    r"(?!.*\b(?:until|till?)\b).*\b(?:it was|it wis|there was|there wis|used? (?:to|tae)|was|wis)"
    r" \S+$"
    r"|\b(?:was|wis|used? (?:to|tae)(?: be)?)\b.*\b(?:now|noo) (?!i\b|ah\b|we\b)\S+"
    r"|\b(?:went|gone|came|cam|dropped|fell|fallen|rose|cut) (?:\w+ )?(?:fae|from) \S+ .*"
    r"\b(?:to|tae) \S+"
    r"|\b(?:hasn'?t|haven'?t|hasnae|havenae|has not|have not|no) (?:\w+ ){1,4}(?:once|wance|since)$"
    r"|\b(?:takes?|took|is|are|it's|only) (?:\w+ ){1,3}(?:not|no|nae|instead of) "
    r"(?!(?:me|him|her|us|them|you|mine|his|hers|yours|theirs|ours)$)\w+$"
    r"|^(?:(?:and|an|so|but|then) )*(?:by|within) (?:\w+ ){1,3}?(?:she|he|they|nobody|everybody|"
    r"the \w+) (?!was\b|wis\b|were\b|still\b|had\b|hud\b|who\b)\w+"
    r"|^\w{3,}in[g]? (?:stopped|ended|stoppit)$"
    r"|^(?:(?:and|an|so|then|but) )*(?:(?:she|he|they|(?:the|my|ma) (?:\w+ )?\w+) )?(?:has |have )?"
    r"(?:stopped|stopt|stopd|stoppit|stop|quit) (?:the |his |her |their )?(?:cry|greet|shout|"
    r"scream|"
    r"hit|kick|bit|fight|fall|wander|ring|buzz|moan|worr|swear|pac|shak|trembl|pull|throw|spit)"
    r"(?:ing|in|ying|yin|ting|tin)?\b"
    r"|(?:^|\b(?:and|an|n) )(?:the|all the|his|her|their|a' the) (?:\w+ )?"
    r"(?:\w{2,}ing?|(?!bus\b|buses\b|taxis\b|cars\b|vans\b|trains\b|lifts\b|clocks\b)\w+s|"
    r"noise|fuss|mess|trouble|bother|pain|chaos|panic|row|racket|arguing|moaning|cough|rash) "
    r"(?:stopped|ended|went away|is gone|are gone|disappeared|stoppit)$"
    r"|^(?:and |an |so )*(?:nobody|naebody|no one|not one(?: of them)?) (?:has|haes|have|hae) "
    r"(?:\w+ )??(?:\w+(?:ed|en|it)|been|gone|had|hit|left|lost|hurt|run|slept|fell)\b"
    r"|\b(?:has|have|hae|'s|'ve|they're|he's|she's) (?:now )?since (?:been|become|gone|started|had|"
    r"got|joined|moved|stayed)\b|\b(?:ever since|ivver since|since then|from then on)$"
    r"|\b(?:been|taking them|doing it|coming|going|using it|wearing it|sleeping|eating) since$"
    r"|^(?:(?:and|an|so|now|but) )*(?:she|he|they)(?:'?s|'?re| is| are) back (?:in|at|on|to|oot|"
    r"out|up|home|hame|with|wi|doing|walking)\b"
    rf"|{_BEFORE}(?:by |after |within |efter )?(?:an?|a few|\d+|two|twa|three|four|five|six|seven|"
    r"eight|nine|ten) (?:days?|weeks?|wks?|months?|mths|years?|nights?|shifts?) "
    r"(?:in|on|oan|later|after|efter)\b (?!(?:i|ah|we|me)\b|the\b|my\b|a\b)(?=\S+ \S+)"
)
"""What is now and was not then, or what was some weeks later: “now it’s two, it was nine”."""

MOST_CHANGED = 16
"""Words of the longest clause that is read so."""


def is_outcome(plain: str, words: Sequence[str]) -> bool:
    """Return whether a clause, in small letters, tells what came of it in a few words."""
    if LEAST <= len(words) <= MOST_CHANGED and _CHANGED.search(plain):
        return True
    if not LEAST <= len(words) <= MOST or not _OUTCOME.search(plain):
        return False
    return not _NOT_YET.search(plain.replace("not one", "").replace("not a", ""))


def is_by_others(plain: str) -> bool:
    """Return whether an outcome is that others took it up."""
    return _OTHERS.search(plain) is not None


_DOING = lazy(
    r"^(?:(?:and|an|so|then|just|jist|we|i|ah) )*"
    r"(?:set up|started|stertit|sterted) (?:the |a |an |up )"
    r"|^(?:(?:and|an|so|then|just|jist) )*(?:left|made|filled (?:in|out|up)|held|sang|bought|fixed|"
    r"cleaned|fed|washed|turned|switched|opened|closed|lifted|carried|brought|fetched|drew|"
    r"tied|hung|combed|dried|packed|cooked|swept|mopped|tidied|wiped|warmed|covered|"
    r"wheeled|walked|swapped|emptied|filed|printed|labelled|planted|painted|built|mended|sewed|"
    r"knitted|baked) "
    r"(?:the |her |his |their |a |an |it |them |up |out |off |on )*(?!this|that|you|questions?)\w+"
    r"|^(?:(?:and|so|then|i|ah|we) )*(?:let (?:the|her|him|them|my|one|a)|took (?:the|on|my)|"
    r"kept (?:the|a|an|two|three|one)|swopped (?:my|the|with)) (?!mick|hump|huff|time|biscuit)\w+"
    r"|^(?:(?:i|ah|we) )?(?:plan|count|check|draw|book|order) (?!this|that|about|to\b)\w+"
    r"|^(?:and |so |then |well )*(?:i|ah|we) (?:just |only )?(?:noticed|spotted) "
    r"(?!this|that you)\w+"
    r"|^(?:and |so |then |well )*(?:i|ah|we) (?:said|says) (?:leave|let|come|sit|stop|wait|"
    r"watch|try|take|get|go|you) "
)
"""What hands do, what somebody noticed, and what was said to somebody so that they do it."""


_OTHERS_DOING = lazy(
    r"^(?:(?:and|an|so|then|but) )*(?:(?:one|two|some) o'?f? )?(?:the|my|ma|our|oor) "
    r"(?:\w+ ){1,2}?(?:made|built|bought|fixed|painted|mended|cleaned|washed|carried|brought|"
    r"fetched|drew|knitted|sewed|baked|cooked|planted|wrote|printed|labelled|packed|opened|"
    r"set up|put up|sorted) "
    r"(?:the|her|his|their|an?|us|it|them|two|three|every|each|all) "
    r"(?!(?:\w+ )?(?:mess|noise|face|fuss|joke|mistakes?|scene|point|difference|friend)\b)\w+"
)
"""The same where others do it: “the handyman built a ramp”."""


_DID_TO_THEM = lazy(
    r"(?:thank|help|ask|show|tell|prais|train|cover|phon|cheer|calm|settl|comfort|support|guid|"
    r"warn|remind|invit|includ|encourag|walk|wash|feed|check|back)(?:t?ed|it|d) "
    r"(?:him|her|them|us|everybody|everyone|staff|folk|residents|people|families)$"
    r"|(?:told|telt|taught|fed|led|rang|drove|took|brought|let|heard|held) "
    r"(?:him|her|them|everybody|everyone|staff|folk|residents|people|families)$"
)
"""What was done to whom, in two words: “thanked them”."""


def is_doing(plain: str, words: Sequence[str]) -> bool:
    """Return whether a few words, in small letters, begin with what hands do, their own or
    others'."""
    if len(words) == LEAST and _DID_TO_THEM.match(plain):
        return True
    if not LEAST < len(words) <= MOST:
        return False
    return _DOING.match(plain) is not None or _OTHERS_DOING.match(plain) is not None


_I_DID = lazy(
    r"^(?:(?:and|an|so|then|but|after that|efter that|next|first) )*"
    r"(?:(?:in|on|at|by|every|each|one|that|this|last|the|wan) (?:\w+ ){1,3}?)?"
    r"(?:i|ah|we|a(?= (?:did|pit|put|took|tuk|made|telt|gied|gave|got|kept|sat|rang|askit|asked|"
    r"wrote|sent|timed|set)\b)) "
    r"(?:just |jist |then |only |also |even |both |all |aw )*"
    r"(?:put|pit|made|took|tuk|wrote|rote|gave|gied|kept|set|showd|drew|brought|brocht|built|split|"
    r"(?:did|done)(?! (?:not|no|nae|it|that|this|so|my|ma|our|the same)\b)|"
    r"cut|taught|sent|held|rang|bought|swept|fed|drove|hung|lent|led|swapped|swopped|planned|"
    r"(?!(?:slapp|smack|smash|dropp|spill|kick|punch|grabb|shout|yell|scream|slipp|tripp|burn|"
    r"crash|"
    r"ripp|scratch|ignor|need|want|lik|lov|hat|seem|happen|work|liv|us|hop|wish|believ|expect|"
    r"suppos|manag|"
    r"support|visit|worri|struggl|fail|miss|learn|realis|enjoy|feel|lookit|finish|end|walkit in|"
    r"stay|cop|refus|help)(?:t?ed|it)\b)\w{3,}[^aeu\W](?:ed|it)) "
    r"(?!in (?:a|the)\b|for\b|at\b|nothing|naething|sick|up with|until|till|that\b|about)\w+ \w+"
    r"|^(?:(?:and|an|so|then|but) )*(?:i|we) (?:then |also |just |always )?(?:take|make|give|write|"
    r"draw|bring|show|teach|hang|clean|fill|prepare|explain|invite|move|put) "
    r"(?!(?:this|it|that|here|to|sure|no|sense|mistakes?|notice|part|care|pride|up|in)\b)\w+ \w+"
    r"|^(?:(?:and|an|so|then|but) )*(?:i|ah|we) (?:just |jist |only )?(?:said|sed|says|told|telt|"
    r"asked|askit) (?!you\b|u\b|ye\b|yous\b|that\b|it\b|so\b|no\b|yes\b|aye\b|already\b|above\b|"
    r"lies\b)(?!.* (?:if|whether) (?:i|ah|we) (?:could|can|cud|might|may)\b)"
    r"(?:\S+ ){4}"
)
"""What somebody says they did with a thing or a person: the table has not seen every trade."""


def says_i_did(plain: str) -> bool:
    """Return whether a clause, in small letters, says of itself that the learner did a thing: “so
    in my free day I made one paper”."""
    return _I_DID.match(plain) is not None


_UNABLE = lazy(
    r"^(?:(?:and|an|but|so|well|then) )*(?:i|ah|we) (?:just |jist |really |still )?"
    r"(?:cannot|can ?n[o']t|cant|cannae|canny|could ?n[o']t|couldnt|couldnae|cudnt) "
    r"(?!(?:stop|help|leave|let|just|jist|stand|bear|see)\b)"
)


def is_unable(plain: str) -> bool:
    """Return whether a clause, in small letters, says what somebody cannot do: nothing was done."""
    return _UNABLE.match(plain) is not None


_JOB = lazy(
    r"^(?!.* (?:so|but|then|when|because|cos|and (?:i|ah|we|he|she|they|then|check|tell|write))\b)"
    r"(?:(?:hi|hello|so|well|and|in my (?:job|role|work)),? )*(?:i|ah|we) (?:mostly |just )*"
    r"(?:(?:visit|support|look after|care for|see tae|see to|help out|clean for|cook for) "
    r"(?:(?:the|old|older|elderly|young|disabled|many|about|\w*teen|two|three|four|five|six|"
    r"seven|eight|nine|ten|twenty|thirty|\d+) )*(?:people|adults|residents|clients|children|bairns|"
    r"weans|kids|tenants|families|flats|folk|men|women|ladies|patients|babies|service users)\b"
    r"|(?:run|manage|supervise|coordinate) (?:the |a |an )?\w+(?: \w+)? (?:in|at|for|on) "
    r"|come from \w+$"
    r"|(?:work|wurk|werk|wrk) (?:in|at|as|wi|with|for|on|nights|days)\b"
    r"|(?:do|dae) (?:the )?(?:floors|beds|bins|laundry|nights|days|lates|earlies|lunches|teas)\b"
    r"(?:,| and| an| in| at| on|$))"
)


_AT_PLACE = lazy(
    r"^(?:(?:i'?m |am |ah'?m )?(?:in|at) )?(?:an? |the |\d+ bed(?:ded)? |big |wee |small )*"
    r"(?:care home|nursing home|supported living|nursery|day cent(?:re|er)|hospital|hostel|"
    r"sheltered housing|children'?s (?:house|home|unit)|respite|home care|care at home)\b"
    r"(?!.* (?:i|we|ah|she|he|they|so|then|but|me|my|ma|us|our|oor|asked|told|made|put|got)\b)"
)


def is_job(plain: str) -> bool:
    """Return whether a clause, in small letters, says what somebody's work is: “I visit old people
    in their houses” is what they are there for, and nothing that they did one day."""
    return _JOB.match(plain) is not None or _AT_PLACE.match(plain) is not None


OUTCOME, I_DID, UNABLE = bits_of(_CHANGED, _OUTCOME), bits_of(_I_DID), bits_of(_UNABLE)
DOING, JOB = bits_of(_DID_TO_THEM, _DOING, _OTHERS_DOING), bits_of(_JOB, _AT_PLACE)
"""One of these is in what ``look`` returns of a clause for which the reader is worth asking."""
