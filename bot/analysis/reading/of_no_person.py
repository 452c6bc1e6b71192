"""What sounds of harm and is done to nobody: a machine that dies, a lost game, a figure of speech,
the coach who does not answer, one's name on a page, and a goodbye because the bus is there."""

from __future__ import annotations

from bot.analysis.one_voice import as_typed, in_one_voice
from bot.analysis.patterns import lazy

_THING = (
    r"(?:(?:bloody|stupid|wee|old|damn|daft|new|whole|flipping|fecking|fucking) )*(?:router|wi-?fi|"
    r"internet|computer|laptop|printer|photocopier|screen|telly|tv|remote|radio|phone|mobile|"
    r"ipad|app|system|website|server|email|spreadsheet|keyboard|hoist|trolley|hoover|kettle|boiler|"
    r"toaster|microwave|dishwasher|washing machine|dryer|tumble dryer|fridge|freezer|oven|engine|"
    r"car|van|minibus|bus|bike|lift|battery|batteries|plants?|flowers?|tomatoes|grass|clock|alarm|"
    r"rota|budget|form|paperwork|badge|microphone|mic|speaker|lawnmower|generator)"
)
_BREAKS = (
    r"(?:died|dead|dying|dies|killed|gave up|blew up|exploded|crashed|collapsed|choked|conked out|"
    r"on its last legs)"
)
_SCREEN = (
    r"(?:level|xbox|playstation|ps[45]|switch|fortnite|minecraft|fifa|call of duty|zombies|"
    r"(?:video |computer )?game)"
)
_GAME = (
    rf"(?:{_SCREEN}|match|score|final|goal|penalty|bingo|quiz|darts|pool|dominoes|karaoke|football|"
    r"bowls|cards|scrabble)"
)
_STRIKE = r"(?:kill|murder|strangl|throttl|drown)\w*"
_TO_DIE = r"(?:die|died|dead|kill myself)"
_MEANT_FOR_NOBODY = lazy(
    rf"\b{_STRIKE} (?:(?:the|that|this|our|every) )?{_THING}\b"
    rf"|\b{_THING}(?:'s| has| had| is| was| just| near| nearly| all| then)* {_BREAKS}\b"
    rf"|\b(?:want|wanted|wished|could have|nearly|almost|felt like)\b[^.!?]{{0,12}}\b{_TO_DIE}\b"
    rf"[^.!?]{{0,40}}\b(?:{_GAME}|embarrass\w*|cringe\w*|mortified)\b"
    rf"|\b(?:lost|missed|losing)\b[^.!?]{{0,20}}\b{_GAME}\b[^.!?]{{0,20}}\b{_TO_DIE}\b"
    rf"|\b(?:got|get|were|was) (?:\w+ )?(?:slaughtered|hammered|thrashed|murdered|killed|massacred)"
    rf" (?:at|in) (?:the )?{_GAME}\b"
    rf"|\b(?:dies|died|dead|kill\w*|shot|shoot\w*|stab\w*)\b[^.!?]{{0,30}}\b(?:on|in|at) "
    rf"(?:the |his |her |my )?{_SCREEN}\b"
    r"|\b(?:boss|manager|gaffer|matron|supervisor|coordinator|teacher|team|office|families|girls|"
    r"inspectors?|day staff|night staff|day shift|night shift)"
    r"(?:'ll| will| would|'d| is going to|'s going to) "
    r"(?:kill|murder|shoot|strangle|batter|skin) (?:me|us)\b(?= (?:if|when|for|because|over)\b)"
    r"|\b(?:dead|deid|out|asleep|dying|dyin) on (?:my|our|his|her|their) (?:feet|legs)\b"
    r"|\b(?:feet|back|knees|legs|shoes)(?:'s| is| are| were| was)? (?:killing|killin|"
    r"murder)\b(?: me)?"
    r"|\b(?:it|this|that)(?:'s| has| had| will| would)* (?:take|takes|taken|took)(?: me| us| "
    r"about| over"
    r"| nearly)* (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|"
    r"forty|"
    r"fifty|half)(?:-\w+)?\b"
    r"|\bno point (?:in )?(?!living|going on|being|carrying|trying|staying|waking|getting|existing|"
    r"breathing|fighting|hoping|anything)\w+ing\b"
    r"|\bover (?:my|ma) (?:dead|deid) body\b"
    r"|\b(?:drowning|drownin|buried|swamped|snowed under|up to (?:my|ma) (?:neck|eyes|ears)) "
    r"(?:in|wi|with|under) (?!the (?:bath|water|sea|river|loch|pool)\b)(?:\w+ )?\w+"
    r"|\b(?:don't|do not|dinna|dinnae|didn't) want to be here (?:till|until|for the|past|after|"
    r"all (?:night|day))\b"
    r"|\bkick(?:s|ed|ing|in)? off\b|\bleave me (?:alone|be) (?:for )?(?:a|one|two) "
    r"(?:wee )?(?:minutes?|min|mins|secs?|seconds?|bit)\b"
    rf"|\b(?:see|seen|saw|watch\w*) (?:the )?{_GAME}\b.{{0,60}}\b(?:{_TO_DIE}|murder)\b"
    r"|\bsho(?:t|oots?|oting) (?:me|him|her|us|it|that|them|my \w+) down\b"
    r"|\b(?:near|nearly|almost|about) (?:had|took|take|have|having|gave me|give me) an? "
    r"(?:wee )?(?:heart attack|heart failure|stroke|fit|canary)\b"
    r"|\byou(?:'re| are| do| did| have| keep| just)*(?: not|n't| never) (?:\w+ )?"
    r"(?:answer|reply|respond|hear|heard|listen|talk|speak|help)\w*(?: (?:to )?me)?\b"
    r"|\bmy name (?:\w+ ){0,3}?(?:on|in|over|off|out of) (?:the )?"
    r"(?:internet|web|website|net|public|papers?|facebook|it|this|that|there)\b|\bmy name online\b"
    r"|\b(?:no|any) (?:answer|reply|response|word) (?:from|off) you\b"
    r"|\b(?:you(?:'re| are| keep| have been)+(?: \w+)?|stop|quit) "
    r"(?:hitt|kill|hurt|tortur|batter|attack|shoot)ing "
    r"(?:me|my \w+)(?: with)?\b"
    r"|\b(?:(?:that's|that is|here's|there's|it's) )?(?:my|the) (?:bus|train|tram|taxi|lift|ferry|"
    r"stop|shift|break|buzzer|bell)(?:'s| is| has| here| in| up| over| done| finished| come|"
    r" arriving| "
    r"starting| gone| now){0,3}\W{0,3}(?:(?:so|right|ok|anyway) )?(?:good ?bye|bye|bye bye|"
    r"cheerio|farewell|"
    r"ta ?ta|tara|see you)(?: (?:now|pal|hen|all|x+|for now|then))?\W*$"
)


def of_no_person_in(text: str) -> tuple[tuple[int, int], ...]:
    """Return where a text tells of what is done to no person, however it sounds."""
    heard = in_one_voice(text).lower().replace("’", "'")
    found = _MEANT_FOR_NOBODY.finditer(heard)
    return tuple(as_typed(text, *each.span()) for each in found)
