"""Whether a clause tells how things were, or what went wrong: nobody's act, and no result.

A table that learns from acts hears one in “it was fights every week”. “You did that” would hurt.
"""

from __future__ import annotations

from bot.analysis.patterns import Several, lazy

_NOBODY_ACTS = lazy(
    r"^(?:(?:so|and|an|then|but|ach|well|oh|before that|at first|back then),? )*"
    r"(?:it|there|that) (?:was|wis|were|is|had been)\b(?=(?: \S+){3})"
    r"(?!(?: \S+){0,3} by (?:the|my|our|one|two|me|us)\b)"
    r"|\b(?:was|wis|were|got|kept|is|are|wasn'?t|weren'?t) (?:\w+ ){0,2}(?:scared|feart|feared|"
    r"afraid|crying|cryin|greetin|upset|sick|tired|late|short|broken|wrong|interrupted|bored|angry|"
    r"lost|missing|empty|awful|terrible|murder|chaos|chaotic|horrible|hard|a mess|a nightmare|"
    r"faded|raging|shouting|frightened|worried|anxious|unhappy|closed)\b"
    r"|\b(?:errors?|falls?|complaints?|mistakes?|fights?|incidents?|accidents?|problems?)\b.{0,40}"
    r"\b(?:went up|were|was|rose|got|happened|kept|every|doubled)\b"
    r"|\b(?:get|gets|got|had|ate) the same (?:\w+ ){0,3}(?:every|each) \w+"
    r"|\b(?:always|aye|still|never) (?:the )?same\b|\b(?:that|so) bad\b"
    r"|\b(?:nobody|naebody|no one|they|he|she) (?:could(?:n'?t)?|cudnae|couldnae)\b"
    r"|\bringin[g]? (?:aff|off)\b"
    r"|^(?:he|she|they)(?:'?d| had| hud) (?:aye |always |just )?been (?:the|a|an|so|that|too|very) "
    r"|^(?:the|my) (?:reason|problem|trouble|issue|bother|worry)(?: \w+){0,4} (?:was|wis|is) "
    r"|\bstopped (?:com|eat|go|talk|sleep|play|speak)(?:ing|in)\b"
)
"""How it was, and what went wrong: nobody did that, least of all who tells it."""

_GONE_WRONG = lazy(
    r"\b(?:half|most|all|some|two|three|four) (?:of )?(?:the |my |our |oor |us |them )?(?:\w+ )?"
    r"(?:was|were|wis|wur) (?:all )?(?:off|away|down wi|short|sick)\b"
    r"|\b(?:had|has|with|wi) (?:the )?(?:flu|norovirus|covid|a (?:fall|fit|bug|stroke))\b"
    r"|\b(?:went|gone|gaun) (?:missing|mad|mental|wrong)\b|\b(?:broke|broken) down\b"
    r"|\bwas off the road\b|\b(?:was|wis|were|wur) (?:off|away)$"
    r"|\b(?:weren'?t|werent|wisnae|were not) (?:speaking|talking)\b"
    r"|\bkept (?:trying|tryin|falling|fallin|asking|askin|shouting|shoutin|ringing|getting|losing|"
    r"forgetting|missing|wandering|pulling)\b"
    r"|\b(?:would not|wouldn'?t|widnae|refused to|refusing to|did not want|didn'?t want) \w+"
    r"|^(?:the|my|our|oor) (?:\w+ )?\w+ (?:had|hud) been \w+"
    r"|\b(?:had|hud) (?:become|begun|started|stertit|turned into)\b"
    r"|\b(?:was|wis|were|wur) (?:\w+ )?(?:refus|shout|scream|hitt|wander|throw|bit|sitt|ly|"
    r"wait|stand)(?:ing|in)\b"
    r"|\bhad (?:choked|fallen|collapsed|slipped|stopped "
    r"(?:com|eat|go|talk|sleep|speak|tak|drink|play|walk)\w*)\b"
    r"|\b(?:he|she|they) (?:did(?:n'?t|nae?| not)|would(?:n'?t|nae)|widnae|wouldnt|wasnae|wisnae) "
    r"(?:want|like|eat|eatin|eating|let|take|tak|speak|sleep|trust|listen)\w*\b"
    r"|\b(?:he|she|they) (?:dos|does|do|dis)(?:n'?t|nae?| not) like\b"
    r"|\b(?:was|wis|were|wur|kept) (?:all |aye |always |still |just )?(?:moan|complain|argu|"
    r"squabbl|bicker|grumbl|queu|queue|girn)(?:ing|in)\b"
    r"|\b(?:the|my|our|oor|his|her|their) \w+ (?:had|hud) (?:no|nae|never)\b"
    r"|\b(?:nobody|naebody|no one) (?:(?:had|hud) (?:ever )?\w+|liked|wanted|knew|kent|used|read|"
    r"listened|cared)\b"
    r"|\b(?:screamed|shouted at|was raging|wis raging|were raging|wound up|complaining)\b"
)
"""What went wrong: somebody's doing at most by its words. A better day after it changes nothing."""

_HAD = lazy(
    r"^(?:(?:so|and|an|but|then|well|one \w+|last \w+),? )*"
    r"(?:we|i|ah)(?: suddenly| then)?(?:'d| had| hid| hud| did have| got| lost|'ve got| were down) "
    r"(?:only |just |over )*"
    r"(?:\d+|an?|no|nae|nobody|naebody|two|twa|three|four|five|six|seven|eight|nine|ten|\w+teen|half|"
    r"folk|people|somebody|loads|lots|several|some|this|that)\b"
    r"(?! (?:\w+ )?(?:meeting|chat|talk|word|blether|think|plan|idea|rota|list|system|laugh|"
    r"huddle|handover|rule|sheet|go|tea|party|vote|practice|drill|trial|look|day)s?\b)"
    r"(?! (?:\w+ ){1,3}?(?:put|made|moved|fitted|hung|fixed|printed|sent) "
    r"(?:by|on|in|up|out|at|for|to|tae|from)\b)"
)
"""What they had: people, trouble, a flood. “We had a chat” is done, “we had three stuck” is not."""

_BETTER = lazy(
    r"\b(?:down|fewer|less|better|no|nae|none|half|hauf|since|now|noo|calmer|instead|any ?more|"
    r"after|efter|could (?:now|then))\b"
)
"""One of these is in most of what came of something."""

_DOES = lazy(
    r"\b(?:i|ah|i'd|i've|we|we'd|we've|me and)\b|^\w{3,}ed (?:the|an?|it|her|him|them|two|my)\b"
    r"|^(?:kept|made|took|wrote|put|drew|told|gave|set|ran|rang) (?:the|an?|my|two|up|out)\b"
)


_WORRIED = lazy(
    r"^(?:(?:so|and|an|but|at first|then),? )*(?:she|he|they|(?:my|ma|the|our|oor|one|wan|a) "
    r"(?:\w+ )?\w+) (?:was|wis|were|wur|is) (?:\w+ )?(?:worried|scared|feart|afraid|nervous|unsure|"
    r"anxious|against it|not (?:sure|keen|happy|convinced)|no keen|no sure)\b"
)
"""How somebody felt about it, whatever they were worried that others would do."""

_DONE_TO = lazy(
    r"^(?:before|afore) (?:that|it|this|then),? .*\b(?:was|wis|were|had|got|would)\b"
    r"|\b(?:i|ah|we|he|she|they) (?:was|wis|were|wur|kept) (?:always |aye )?(?:getting|gettin) \w+"
    r"(?:ed|t)\b"
    r"|\b(?:was|wis|were|wur) (?:all |a' )?(?:sposed|supposed|meant|due) (?:to|tae) \w+"
)
"""What was done to somebody or should have been, or how it was “before that”."""

_WE_SUPPORT = lazy(r"\b(?:i|ah|we) (?:support|supported|look after|visit|care for|work with)\b")
"""Who a person is, not what was done: “a lady we support had stopped coming”."""


_TELLING = Several(
    (each, "") for each in (_HAD, _WORRIED, _DONE_TO, _WE_SUPPORT, _GONE_WRONG, _NOBODY_ACTS)
)


def is_how_it_was(plain: str) -> bool:
    """Return whether a clause, in small letters, tells how things were and of nobody's act."""
    if not _TELLING.worth_trying(plain):
        return False
    if _HAD.match(plain) or _WORRIED.match(plain) or _DONE_TO.search(plain):
        return True
    plain = _WE_SUPPORT.sub("", plain)
    if _GONE_WRONG.search(plain):
        return not (_DOES.search(plain) or plain.startswith(("neither ", "none ", "no ", "nae ")))
    if not _NOBODY_ACTS.search(plain):
        return False
    return not (_DOES.search(plain) or _BETTER.search(plain))


_WHEN = lazy(
    r"^(?:(?:i|ah) (?:suppose|think|guess|mean) |maybe |probably |well |like )*"
    r"(?:since (?:i|ah|we|he|she|they|my|ma|the)|when|whan|while|whilst|whenever|if|once|before|"
    r"fan(?= (?:i|ah|a|we|he|she|they|the)\b)|afore|after|as soon as)\b(?! that\b)"
    r"|^(?:with|wi|till|until|til|to|tae) |^that (?:he|she|they|we|it|i|ah)\b"
    r"|^(?:(?:and|so|but) )*(?:i|ah|we) (?:just |jist )?(?:said|sed|did|told them) "
    r"(?:nothing|naething)\b"
    r"|\b(?:where|(?:moment|time|place|bit|part) (?:when|that)) (?:they|both|the two|these|"
    r"management|leadership) (?:\w+ )?(?:met|meet|overlap\w*|come|came|join\w*)\b"
    r"|^(?:at|on|in|by) (?:\S+ ){1,4}(?:o'clock|morning|night|evening|day|week|door|\d+)$"
    r"|^(?:(?:and|so|but) )*(?:i|ah|we) (?:never|(?:did|do|was|were|could|would|have)"
    r"(?:n'?t|nae?| not)|wisnae)\b"
    r"|^(?:(?:and|so|but|then) )*(?:i|ah|we) (?:did|done|dae|do) (?:it|that|this) (?:again |just )*"
    r"(?:in|on|at|for|last|every|again)\b(?! the same\b)"
    r"|\b(?:i guess|lol|haha|by the way)\b"
)


def is_beside(plain: str) -> bool:
    """Return whether a clause, in small letters, carries little: it tells only when something was,
    or what was not done."""
    return _WHEN.search(plain) is not None and not _THEN_I.match(plain)


_THEN_I = lazy(
    r"^(?:(?:and|so|but|then) )*(?:before|afore|after|efter) (?:the|that|this|my|each|every) "
    r"(?:\w+ ){1,3}?(?:i|ah|we) (?:\w+ed|rang|told|telt|asked|made|put|pit|took|gave|gied|wrote|"
    r"sat|went|set|got)\b"
)
"""“Before the next one I rang each of them” is done, whenever that was."""

_LOOKED_AFTER = lazy(
    r"\W*(?:(?:and|but|so|that|one|a|an|the|this|my|our|wee|old|auld|new|young|another|two|some) )+"
    r"(?:\w+ )?(?:boys?|girls?|lad|lassie|child|children|bairns?|weans?|kids?|residents?|tenants?|"
    r"clients?|lady|ladies|man|men|woman|gentleman|fella|pupils?|patients?|service users?|baby)\b"
)


def is_by_looked_after(text: str) -> bool:
    """Return whether what a clause tells was done by somebody who is looked after."""
    return _LOOKED_AFTER.match(text.casefold()) is not None
