"""What came of something, told at more length than two words: “nobody was left waiting”, “he's
been every day since”, “she was dry by morning”, “and it worked”.

Read in one voice. What is said of nobody, of everybody, of the next day or of no longer tells an
end, whatever verb stands with it; who wanted, was told or came does not.
"""

from __future__ import annotations

from bot.analysis.patterns import lazy

_LEAD = r"^(?:(?:and|so|then|but|well|now|aye|yes|thankfully|luckily|after (?:this|that)),? )*"
_NONE = (
    r"(?:nobody|naebd?y|naeb'dy|no one|none of (?:them|us|the \w+)|not (?:one|a single) \w+|"
    r"not one)"
)
_ALL = (
    r"(?:everybody|everyone|every (?!time\b|day\b|night\b|week\b|shift\b|morning\b)\w+|"
    r"all (?:of )?(?:them|the \w+|residents?|\w+s)|all \w+(?= (?:was|were|go|went|got))|they all|"
    r"the (?:whole )?lot(?: of them)?|the (?:residents|tenants|kids|weans|bairns|children|"
    r"families))"
)
_ONE = r"(?:she|he|they|(?:the|my|our|all) (?:new |old |wee |young |other )*\w+)"
_BAD = (
    r"(?:fell|fallen|falling|hurt|harmed|injured|missed|mist|miss|forgotten|forgot|late|lost|left|"
    r"cried|crying|cry|greeting|hungry|cold|wet|thirsty|scared|afraid|frightened|worried|anxious|"
    r"upset|stuck|waited|waiting|wait|waits|without|alone|shouted|shouting|arguing|argued|"
    r"fighting|complained|complains|refused|panicked|rushed|bored|ran off|hit out|kept waiting|"
    r"turned away|overlooked|omitted|sent home|went (?:without|hungry|off|missing))"
)
_DONE = (
    r"(?:(?:was|were|is|are|wis|wur) (?:all |both |well )*(?:fed(?! up)|washed|dressed|dry|"
    r"changed|safe|settled|"
    r"sleeping|asleep|home|happy|calm|done|finished|ready|pleased|laughing|smiling|singing|"
    r"up to date|accounted for|seen to|sorted|in (?:bed|their (?:own )?beds?)|fine|ok|okay)|"
    r"(?:got|had|gets|ate|took) (?:there|their|the|a|hot|to)\b|knew (?:what|where|who|how)|"
    r"(?:came|come|went|go|got|goes) (?:home (?:safe|happy)|to bed|down (?:for|to)|along)|joined "
    r"in|"
    r"(?:no|know|knows) (?:where|what|who|how)|fed|dressed|washed|settled|home safe|in bed)"
)
_NOT = (
    r"(?:not|no|never|no longer|nae|doesn't|don't|didn't|isn't|hasn't|haven't|won't|wasn't|weren't)"
)
_LATER = (
    r"(?:after (?:that|this)|in the end|the (?:next|following) (?:day|morning|night|week|shift)|"
    r"every (?:day|night|week|morning) (?:since|that week)|"
    r"since|since (?:then|that)|for the first time(?: in \w+)?|(?:all by|by) (?:him|her|"
    r"them)sel\w+|"
    r"on (?:his|her|their) own|with(?:out| no) (?:help|being asked|any help)|"
    r"(?:and )?(?:still|stil) (?:is|does|do)|to this day|till today|until today)"
)
_AIM = r"(?:want\w*|would|had to|need\w*|was to|were to|should|could|hat(?:e|ed|es)|used|kept|if)"

_COUNT = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)"
_WHEN = (
    r"(?:jan\w*|feb\w*|march|april|may|june|july|aug\w*|sept\w*|oct\w*|nov\w*|dec\w*|spring|summer|"
    r"autumn|winter|week|month|year|easter|christmas|new year)"
)
"""When something was counted: “6 falls in may, 2 in june”."""

_CAME = lazy(
    rf"{_LEAD}{_NONE} (?:(?:was|were|is|got|has|had|been|even|ever|felt|feels|did|be) )*{_BAD}\b"
    rf"|{_LEAD}(?:no|nae|zero) (?:\w+ ){{1,2}}?(?:(?:was|were|is|got|has|had|been|ever) )*{_BAD}\b"
    rf"|{_LEAD}(?:no|nae|not|none|zero|0) (?:an? |one |a single )?(?!break|rest|time|sleep|word|"
    r"answer|reply|pay|help|holiday|staff|luck|food)(?:\w+ ){1,4}?since (?!i\b|we\b)\w"
    rf"|{_LEAD}(?:\w+ ){{0,3}}?{_COUNT}\b(?: \w+){{0,4}} (?:in|by|that was|last|this) {_WHEN}\b"
    rf".*\b{_COUNT}\b"
    rf"|{_LEAD}(?:in|after|within) (?:\w+ )?(?:days?|nights?|weeks?|months?|years?) .*\b"
    rf"(?:{_COUNT}|all|most|half) (?:of )?(?:people|folk|men|women|tenants|residents|families|"
    r"children|kids|lads|them|the \w+) (?:get|got|have|had|are|were|come|came|go|"
    r"went|sleep|slept|eat|ate)\b"
    rf"|{_LEAD}even (?:the|my|our|that|wee) (?:\w+ ){{1,3}}?(?:who|that) (?:never|always|usually|"
    r"hates?|hated|wouldn't|didn't|won't)\b"
    rf"|{_LEAD}(?:no|nae) (?:buzzers?|bells?|alarms?|calls?|falls?|incidents?|tears|complaints?)\b"
    rf"(?! (?:box|system|out)\b)"
    rf"|{_LEAD}{_ALL} (?!still\b){_DONE}"
    rf"|{_LEAD}(?:(?:she|he|they|it|that|the \w+|all the \w+) )(?:\w+ )?no longer \w+"
    rf"|{_LEAD}(?:she|he|they|(?:the|my) \w+) {_NOT} (?:\w+ ){{1,4}}?(?:any ?more|again|at all "
    rf"now|now)\b"
    rf"|{_LEAD}(?:she|he|they) (?:didn't|did not|dident) (?:cry|run|shout|fall|hit|scream|argue|"
    r"refuse|wander|panic|ring|miss|need|even|greet|complain|fight|bite|kick|throw)\b(?!.*\bwhen "
    r"(?:i|we)\b)"
    rf"|{_LEAD}(?!(?:i|we|you)\b){_ONE} (?!{_AIM}\b)(?:\w+ ){{1,7}}?{_LATER}$"
    rf"|{_LEAD}(?:she|he|they|(?:the|a) \w+) (?:starts?|started|began|begins|begun) (?:to |now to "
    rf")?"
    r"(?:talk|eat|drink|walk|smile|laugh|sing|join|help|speak|sleep|come|trust|ask|wash|play|go|"
    r"use|"
    r"do it|read|write|tell)(?:ing?)?\b"
    rf"|{_LEAD}(?:it|that|this|which) (?:just |really |all |has |had |did )*(?:work(?:ed|s|t)|"
    rf"paid off|"
    r"helped|helps|did (?:it|the trick)|went (?:well|fine|smooth\w*|great|ok|okay))\b(?! (?:out "
    r")?(?:how|what|by)\b)"
    rf"|{_LEAD}(?:we|i|they|she|he) (?:all |just |both )?(?:got (?:through it|there(?: in the "
    rf"end)?$|"
    r"it done|them all (?:out|in|home|to bed)))\b"
    r"|\b(?:with )?(?:no|nae|without|without any|without a) (?:\w+ )?(?:bother|fuss|problems?|"
    r"trouble|"
    r"complaints?|tears|incident|arguments?|distress)$"
    rf"|{_LEAD}(?:it|{_ONE}|{_ALL}) (?:\w+ ){{0,3}}?(?:was|were|is|are|had|got) (?:\w+ ){{1,4}}?by "
    r"(?:the end|the morning|morning|\w+day|dinner ?time|tea ?time|bed ?time|lunch ?time|half \w+|"
    r"\d+(?:pm|am|:\d\d)?|ten|nine|eight|seven|six|five|midnight)\b"
    rf"|{_LEAD}by (?:the end|morning|\w+day|dinner ?time|tea ?time|bed ?time|half \w+|\d+|ten|nine|"
    r"eight)(?: of \w+(?: \w+)?)?,? (?!i\b|we\b)(?:\w+ ){1,5}?(?:was|were|had|is|are) (?!still\b)"
    r"|\b(?:the )?(?:others?|other shifts?|night shift|day shift|night staff|day staff|whole team|"
    r"other (?:staff|girls|carers|team)) (?:\w+ )?(?:do|does|did) it (?:that|this|the same|my) "
    r"way\b"
    rf"|{_LEAD}(?:she|he|they) (?:took|ate|drank) (?:his|her|their|all|the whole|every|it all|the "
    rf"lot)\b"
    r"(?! (?:time|own)\b)(?!.*\b(?:when|while|usually|always|would)\b)"
    r"|\b(?:is|are|'s|'re) (?:still|stil) (?:doing|using|going|coming|following|eating|walking|at) "
    r"(?:it|them|that|to|there)\b"
    rf"|{_LEAD}(?:{_ONE}|\w+) (?!if\b|never\b|not\b)(?:\w+ ){{0,4}}?(?:expressed (?:\w+ "
    rf")?(?:satisfaction|gratitude|"
    r"delight|thanks)|thanked (?:me|us))\b"
    rf"|{_LEAD}(?:she|he|they|the \w+|(?:his|her|their|the) \w+) (?:\w+ ){{0,4}}?(?:say|says|said) "
    r"thank(?:s| you)\b"
    rf"|{_LEAD}(?:complaints?|falls|errors|mistakes|incidents|omissions) (?:\w+ )?(?:ceased|"
    rf"stopped|fell|"
    r"dropped|went down|halved|came down)\b"
)

_STATE = lazy(
    r"\bwhen (?:i|we) (?:came|got|arrived|started|went in|walked|looked|opened|clocked|rang)\b"
    r"|\bwhen (?:it|its|it's|the)\b|\b(?:before|until) (?:this|that)\b"
    rf"|{_LEAD}(?:\w+ ){{0,2}}?\w+(?:'s| has| have) got (?:a|an|his|her|two|three|no)\b"
    rf"|{_LEAD}(?:\w+ ){{0,3}}?(?:hates?|wants?|needs?|requires|attends|lives|likes?|used to|"
    rf"starts|"
    r"keeps? \w+ing?|hated|(?<!all )wanted|prefers?|gets? (?:upset|angry|anxious|lost|confused|"
    r"scared|cross))\b"
    r"|\b(?:another|a different|his own|her own|their own) way\b"
    r"|\b(?:he's|she's|they're|is|are|was|were) in (?:room|ward|flat|number|house) \w+"
    rf"|{_LEAD}(?:nobody|no one|naebody|naebdy) (?:\w+ )?(?:told|tells|want\w*|likes?|knew|knows|"
    rf"came|comes|asked|"
    r"listens?|listened|cares?|cared|answered|explained|had|has|would|could)\b(?! to wait)"
    r"|\bno (?:more|less|fewer) than\b"
)
"""How somebody is, or how it was: nothing came of anything by it."""

_STILL_SO = lazy(
    r"\b(?:now|since|any ?more|no longer|these days|from then|after that|in the end)\b"
)


MOST = 12
"""Words up to which a clause only tells how it was. A longer one also tells what was done."""


def came_of_it(voiced: str) -> bool:
    """Return whether a clause, in small letters and one voice, tells what came of something."""
    said = voiced.replace("he's", "he is").replace("they've", "they have").replace("y're", "y are")
    return _CAME.search(said) is not None and not is_state(voiced)


def is_state(voiced: str) -> bool:
    """Return whether a clause only tells how somebody is or how it was: “she was wet when I got
    in”, “nobody told us”."""
    is_brief = voiced.count(" ") < MOST
    return is_brief and _STATE.search(voiced) is not None and not _STILL_SO.search(voiced)
