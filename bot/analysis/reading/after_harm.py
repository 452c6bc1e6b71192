"""What is said after words of harm, in any English: “what do I do”, “did you hear me”, “nobody is
hurt”."""

from __future__ import annotations

from bot.analysis.patterns import lazy
from bot.analysis.reading.words import heard_text

_I = r"(?:i|we|you|a person|anyone|anybody|somebody|someone)"
_CAN = r"(?:do|should|shall|can|could|must|would|will|ought|have to|need to|am|are|was)"

_WHAT_TO_DO = lazy(
    rf"\bwhat (?:{_CAN} )?{_I} (?:\w+ ){{0,3}}?do\b"
    rf"|\bwhat (?:is|am|are|was) {_I} (?:meant|supposed|expected|to) (?:to )?do\b"
    r"|\bwhat (?:to do|now|happens now|next|is to be done|about (?:him|her|it|them))\b"
    rf"|\b(?:do|should|shall|must|will) {_I} (?:ring|phone|report|call|go to)\b"
    rf"|\b(?:is )?{_I} going to do\b|\bwill {_I} do\b|\bwhere (?:do|should|would) {_I} start\b"
    r"|\bhow do i (?:report|tell|stop|help)\b"
)

_HEAR_ME = lazy(
    r"\b(?:did|do|have|can|could|are|will) (?:you|ye)(?: even| no| not)* (?:listening\b|"
    r"(?:hear|heard|listen|read|see|seen|get) (?:me|that|it|what i|a word|this|to me)\b)"
    r"|\b(?:didn't|don't|haven't|aren't) you (?:hear|heard|listen\w*|read|get|care)\b"
    r"|\byou(?:'re| are| did| do| have)*(?: not|n't| never) "
    r"(?:hear|heard|listen\w*|read|get|answer\w*)\b"
    r"|\b(?:are you (?:even )?there|is (?:anybody|anyone|somebody) there|hello\?)"
    r"|\bi (?:just |already )?(?:said(?! (?:nothing|no\b|to (?:her|him|them)))|told you)\b"
)

_NO_HARM = lazy(
    r"\b(?:nobody|no one|none of us|nothing)(?:'s| is| was| has been| got| has)? "
    r"(?:\w+ )?(?:hurt|harmed|injured|in danger|dying|dead|died|ill|abused|wrong|happen\w*)\b"
    r"|\b(?:i(?:'m| am| was)|we(?:'re| are)) (?:not|nae) (?:\w+ )?"
    r"(?:hurt|harmed|injured|in (?:any )?danger|dying|suicidal|ill|unwell)\b"
    r"|^\W*(?:no )?(?:not|am not|nae) (?:\w+ )?(?:hurt|suicidal|in danger|dying)\b"
    r"|\b(?:not|no) (?:an? |any |for (?:the |an? )?)?(?:emergency|danger|harm|ambulance)\b"
    r"|\b(?:don't|didn't|not|no) need(?:ing)? (?:for )?(?:an? |the |any )?"
    r"(?:helpline|samaritans|ambulance|999)\b"
    r"|\b(?:didn't mean|not about) me\b"
)


_ALL_WELL = lazy(
    r"\b(?:everybody|everyone|every one of them|they all|all of them|all the \w+)"
    r"(?:'s| is| are| was| were| got| had| has been| have been| have|'ve)?(?: all| well| still)? "
    r"(?:fed|ate|eaten|fine|okay|ok|warm|dry|safe|happy|well|looked after|seen to|"
    r"(?:a|their|his|her) (?:\w+ )?(?:dinner|tea|lunch|breakfast|meal|food|turn|fill))\b"
    r"|\b(?:it|that|this)(?:'s| is| was) (?:just|only) (?:an? |the |about the |about )?(?:\w+ )?"
    r"(?:dinner|tea|lunch|breakfast|meal|food|soup|drill|exercise|rehearsal|quiz|film|song|story)\b"
)

_PAGE = r"(?:badge|statement|answers?|page|form|website|internet|here|chat|coach|app|bot)"

_NAME = lazy(
    rf"\b(?:my|a|our) (?:own |full |real )?(?:name|identity|details)\b"
    rf"(?![^.!?]{{0,25}}\b{_PAGE}\b)(?! (?:is|'s)\b)"
    r"|\banonym\w*|\bun(?:named|identified)\b|\bname(?:d|s)? me\b|\bwho i am\b"
    r"|\bwithout (?:\w+ ){0,3}?know(?:ing)? (?:who|it|that|about me|i)\b"
    r"|\b(?:quiet|secret|hidden|confidential|private) (?:that|who|how) (?:it was|i)\b"
    r"|\bknow(?:ing)? who (?:told|reported|phoned|rang|said|called)\b"
    r"|\b(?:tell|say to|let on to) (?:my |the |her |him |them )(?:\w+ )?(?:that )?it was (?:me|i)\b"
)

_IT_WAS_ME = (
    r"(?:it (?:was|is) (?:me|i|myself)\b|it's me\b|it came from me|"
    r"who (?:told|reported|phoned|rang|said|called|it was)|i(?:'m| am| was) the one|"
    r"(?:that )?(?:i|we)(?: have|'ve)? (?:told|reported|phoned|rang|said|spoke|called|contacted|"
    r"informed|passed|wrote))"
)

_KNOWN = lazy(
    r"\b(?:knows?|knowing|finds?|finding|found|guess|guesses|deduces?|discovers?|comes?|suspects?"
    r"|reali[sz]es?|works?|figures?|traces?|infers?|concludes?|learns?|jalouses?"
    rf"|tells? (?:her|him|them|my \w+|the \w+))(?: it)?(?: out)?(?: that)? {_IT_WAS_ME}"
)

_IS_GONE = lazy(
    r"\b(?:is|has|was|are|did) (?:it|that|this|they|all of it|everything)(?: all| really| now)* "
    r"(?:gone|go|out|away|deleted|dropped|removed)\b"
)


_OF_WORDS = lazy(
    r"\b(?:delete|remove|take|took|leave|scrap|bin|get rid of|wipe|drop|lose|don't (?:want|put|"
    r"use|keep)|"
    r"do not (?:want|put|use|keep)) (?:\w+ ){0,2}?(?:the|that|this|my|all) (?:\w+ )?"
    r"(?:bit|bits|part|parts|line|lines|words?|message|sentence|piece)s? (?:about|aboot|on|of|"
    r"with|where|"
    r"when|that)\b"
)

OUT = 20
"""Words of the longest “I don't want the bit about the bridge in it anywhere”."""


def asks_out(text: str) -> bool:
    """Return whether words that tell of something are to be out: that names it, and tells no more
    of it."""
    heard = heard_text(text)
    return heard.count(" ") < OUT and _OF_WORDS.search(heard) is not None


_PARTS = lazy(
    r"\b(?:the|this|that|a) (?:last|next|other|first|second|whole) (?:bit|part|question|step)\b"
    r"|\b(?:the|this|that|my) (?:badge|statement|question)\b"
)


def speaks_of_parts(text: str) -> bool:
    """Return whether parts of the badge are spoken of: “I think the last bit is done already”."""
    return _PARTS.search(heard_text(text)) is not None


def asks_if_gone(text: str) -> bool:
    """Return whether it is asked if words are gone."""
    return _IS_GONE.search(heard_text(text)) is not None


def asks_what_to_do(text: str) -> bool:
    """Return whether it is asked what to do: “whit am ah meant tae dae”."""
    return _WHAT_TO_DO.search(heard_text(text)) is not None


def asks_to_be_heard(text: str) -> bool:
    """Return whether somebody asks if they were heard: “did ye no hear me?” takes nothing back."""
    return _HEAR_ME.search(heard_text(text)) is not None


def says_no_harm(text: str) -> bool:
    """Return whether it is said that nobody is hurt, or that the writer is not."""
    return _NO_HARM.search(heard_text(text)) is not None


def says_all_are_well(text: str) -> bool:
    """Return whether it is said that it was but a meal or a drill, or that all are well: “it was
    just a dinner. everybody got fed”."""
    return _ALL_WELL.search(heard_text(text)) is not None


def asks_of_name(text: str) -> bool:
    """Return whether it is asked, or wished, that the writer be named to nobody: “must I give my
    name?”."""
    return _NAME.search(heard_text(text)) is not None


def may_be_known(text: str) -> bool:
    """Return whether somebody may find out who told it: “she would deduce it was I who reported
    her”."""
    return _KNOWN.search(heard_text(text)) is not None
