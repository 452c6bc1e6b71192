"""What is done to people, as it is told without a word of harm.

Each pattern has who does it, and to whom or with what; ``harm_relations`` says what is made of it.
"""

from __future__ import annotations

from bot.analysis.patterns import lazy

STAFF = (
    r"(?:key ?workers?|carers?|workers?|nurses?|staff|seniors?|managers?|supervisors?|volunteers?|"
    r"drivers?|escorts?|sitter|babysitter|teachers?|coach|tutors?|guys?|man|men|bloke|agency|"
    r"cleaner|nights?|wifie|"
    r"night ?shift)"
)
KIN = (
    r"(?:uncles?|uncel|dads?|da|daddy|step ?dad|stepfather|father|mums?|mam|maw|mummy|mother|"
    r"brothers?|bruther|sisters?|sons?|daughters?|nephews?|nieces?|grandsons?|husband|boyfriend|"
    r"partner|cousins?|aunt(?:ie)?|granda|grandad|grandpa|neighbour|lodger|friend|pal)"
)
WHO = rf"(?:{STAFF}|{KIN}|he|she|they)"
CANNOT = r"(?:can't|cannot|can not|couldn't|won't|mustn't|must not)"
SENTENCE = r"[^.!?\n]"

_UNKNOWN = (
    rf"(?:{CANNOT}|(?:is |are )?not (?:meant|allowed|supposed) to|nobody (?:gets|is allowed|"
    rf"must|has) "
    r"to) (?:ever )?know\b"
)
_NOT_FOR_FUN = r"(?!.*\b(?:surprise|birthday|party|present|santa|cruise|christmas|wedding)\b)"
_SECRET = (
    rf"^{_NOT_FOR_FUN}(?:.*?\b{WHO}\b{SENTENCE}{{0,70}}?\b(?:(?:our|their|there|they're|his|her) "
    r"(?:wee |little |special |own )*secrets?\b(?! recipe)|secret (?:game|touch|friend|phone)\b|"
    r"(?:makes?|made|making) (?:her|him|them|me) (?:to )?(?:keep (?:it|quiet|secrets?)|promise|"
    r"swear)\b|(?:she|he|they|her|him|them)(?:'s| is| are|'re| was)? not to (?:say|tell|let on)\b|"
    rf"says? not to (?:mention|tell|say)\b|{_UNKNOWN})"
    rf"|.*?\b(?:{KIN}|man|he)\b{SENTENCE}{{0,120}}?\b(?:don't|do not|not|never) (?:you )?"
    r"(?:be |to )?(?:tell(?:ing)?|say(?:ing)?) (?:any(?:body|one|thing)|her|him|a soul|the|my|"
    r"your)\b"
    r"|.*?\b(?:asked|told|begged|pleaded with|made) me (?:never |not )to (?:tell|say)\b(?! them))"
)

_AT_NIGHT = (
    r"(?:(?:at|in the|last|through the) night|(?:at|last|the) nite|in the dark|"
    r"after lights out|when (?:everyone|everybody|the others|the house)(?:'s| is| are|'re) "
    r"(?:asleep|sleeping|in bed))"
)
_OFF = (
    r"(?:\bnot|n't|\bnever) (?:even |meant to be |supposed to be |down )*(?:on (?:shift|the "
    r"rota|duty|"
    r"nights?|that night)|on (?:his|her) (?:rota|shift)|rostered|down for)\b"
)
_ROOM = r"(?:her|his|my|their|the (?:girls|boys|lads|kids)'?) (?:bed ?)?room"
_ALONE = r"(?:one at a time|one by one|alone|on (?:her|his|their) own|at night)"
_NIGHT = (
    rf"\b(?:{STAFF}|{KIN}|he)\b{SENTENCE}{{0,60}}?\b(?:sits?|sat|lies?|lay|climbs?|climbed|gets?|"
    r"got) (?:down |up )?(?:on|in|into|onto) (?:(?:the|her|my|their|end of|side of|edge of) )+bed\b"
    rf"(?!{SENTENCE}{{0,40}}\b(?:read|book|story|chat|listen|talk))"
    rf"|\b(?:{STAFF}|{KIN}|he)\b{SENTENCE}{{0,60}}?\b(?:comes?|came|goes|went|sneaks?|creeps?|"
    rf"crept|is|was) (?:back |up )?(?:in|into|in to|to) {_ROOM}\b{SENTENCE}{{0,30}}?{_AT_NIGHT}"
    rf"|\b(?:comes?|came|goes|went|visits?|visited|takes?|took) {SENTENCE}{{0,80}}?{_OFF}"
    rf"|\b(?:{STAFF}|{KIN}|he)\b{SENTENCE}{{0,70}}?\b{_ALONE}\b{SENTENCE}{{0,30}}?\b(?:locks|shuts|"
    r"closes) (?:it|the door)\b"
    rf"|\b(?:{STAFF}|{KIN}|he)\b{SENTENCE}{{0,60}}?\b(?:takes|took|brings|brought) (?:her|him|them|"
    r"one of \w+|the (?:\w+ )?\w+) (?:in|into|up to|to) (?:his|their) (?:own )?(?:room|bedroom|"
    r"bed|flat)\b"
)

_INJURY = (
    r"(?:bruis\w+|marks|a mark|burn(?:s|t|ed)?|scald\w*|black eye|plaster|w?rapped (?:up )?in|"
    r"burst "
    r"lip|split lip|(?:hand|finger|thumb) ?prints?|finger ?marks|scratches|welts?|lump on)"
)
_EXCUSE = (
    r"(?:said (?:that )?(?:nothing|nuthing) (?:hap\w+|was)|"
    r"(?:say|says|said|reckons?|swears?|swore|told \w+)(?: that| it was| it's| she| he| i| "
    r"they| is|"
    r" just)* (?:walk\w* into|cat|fell|fall|falls|falling|walked into|bumped|tripped|hoist|"
    r"clumsy|stairs|a door|"
    r"the door|oven|cot|toy)\b|(?:she|he) (?:just )?look(?:s|ed)? (?:at|to|over at|down at) (?:the "
    r"(?:door|floor|ground|wall)|her|his|him|my)\b|"
    r"wrote (?:down )?(?:that )?(?:he|she|they|it) (?:dropped|fell|bumped)|"
    r"(?:wrote|put) down (?:that )?(?:he|she|they|it)|(?:answer|sp[eo]ak|spoke)(?:s|ed)? for "
    r"(?:her|"
    r"him)\b|it (?:isn't|wasn't|is not|was not|can't be|couldn't be)(?=\W*$|[.!,])|"
    r"(?:sling|hoist|bed|chair|fall|door) (?:doesn't|does not|don't|couldn't) (?:go|reach|fit|"
    r"do|come)|"
    r"(?:won't|wouldn't|will not|can't|cannot) (?:say|explain) how)"
)
_SHAPED = (
    r"(?:shape|size) of (?:a |an |the |my |his |her )?(?:coin|penny|hand|belt|buckle|thumb|"
    r"fingers?|"
    r"cigarette|ring|iron|shoe|fist)\b"
)
_EXPLAINED = (
    rf"\b{_INJURY}\b.{{0,80}}?\b{_SHAPED}|\b{_INJURY}\b.{{0,110}}?\b{_EXCUSE}"
    rf"|\b{_EXCUSE}.{{0,50}}?\b{_INJURY}\b"
)

_IS_THERE = (
    r"(?:is|'s|are) (?:on|there|in|here|about|around|visiting)\b|visits?\b|comes?\b|calls?\b"
)
_FEARED = (
    r"\b(?:don't|do not|never|not to) leave (?:me|her|us) (?:alone |here |on my own )*with "
    r"(?:him|her|them|that|the)\b"
    r"|\b(?:afraid|scared|frightened|feart|terrified) (?:to |of )(?:go|going|be|being) "
    r"(?:back |back to )?(?:home|hame)\b"
    r"|\b(?:can't|cannot|can not) (?:go|be) (?:back )?(?:home|hame) (?:to (?:him|her|them)|because "
    r"(?:he|she|of (?:him|her)))\b"
    rf"|\b(?:won't|will not|wouldn't|refuses to) (?:undress|wash|eat|sleep|be (?:changed|"
    rf"washed)|get "
    rf"(?:changed|washed|undressed)|go in the bath) {SENTENCE}{{0,20}}?\b(?:when|if|with) "
    rf"(?:(?:her|his|"
    rf"the|that) )?(?:{STAFF}|{KIN}|him|\w+ (?:is|'s) on)\b"
    r"|\b(?:wardrobe|chair|bed|drawers|table)s? (?:is |was |pulled |pushed |shoved |dragged )*"
    r"(?:across|against|in front of|behind) (?:the|her|his|my) (?:room |bedroom )?door\b"
    r"(?! (?:until|to keep it open))"
    r"|\bsleep\w* with (?:the|her|his|a) \w+ (?:pulled|pushed|shoved|jammed|against|across)\b"
    r"|\b(?:asks|asked|begs|begged|wants) (?:me|us) to (?:stay|check|lock|sit|sleep) "
    rf"{SENTENCE}{{0,40}}?\b(?:when|whenever|if) (?:(?:her|his|the|that) )?(?:(?:{STAFF}|{KIN}|"
    rf"he|she)\b"
    rf"{SENTENCE}{{0,8}}?(?:{_IS_THERE})|\w+ (?:is|'s) on\b)"
    rf"|\b(?:hides?|hid|hiding) (?:her|his|their) (?:purse|money|phone|cards?|"
    rf"food)\b{SENTENCE}{{0,30}}?"
    rf"\b(?:when|whenever|if) (?:(?:her|his|the) )?(?:{STAFF}|{KIN})\b"
    rf"|\b(?:froze|freezes|flinch(?:es|ed)|cower(?:s|ed)|stiffen(?:s|ed)) {SENTENCE}{{0,12}}?"
    rf"\b(?:when|whenever|if|every time) {SENTENCE}{{0,12}}?\b(?:{STAFF}|{KIN}|he|she)\b"
)

_MEANS = (
    r"(?:bank ?card|cards?|pension(?: book)?|money|passport|post|mail|letters|phone|keys?|wages|"
    r"purse|benefits)"
)
_HELD = (
    rf"\b(?:{KIN}|agency|boss|carer)\b{SENTENCE}{{0,25}}?\b(?:keeps?|has|holds?|takes?|opens?|"
    rf"controls?) (?:all )?(?:of )?(?:her|his|my|their|"
    rf"the)\b{SENTENCE}{{0,20}}?\b{_MEANS}\b.{{0,90}}?"
    r"\b(?:not allowed|never any|never (?:has )?any|no (?:money|food)|nothing (?:in|for|left)|"
    r"afraid|"
    r"scared|same (?:jumper|clothes)|hungry|not eat|empty|had (?:toast|cereal|soup|biscuits) for)\b"
    rf"|\b(?:{KIN})\b{SENTENCE}{{0,25}}?\b(?:keeps?|has|takes?|holds?) "
    rf"{SENTENCE}{{0,15}}?\b{_MEANS}\b"
    rf"{SENTENCE}{{0,15}}?\bso (?:that )?(?:she|he|they|i) {CANNOT}\b"
    rf"|\b{_MEANS}\b{SENTENCE}{{0,30}}?\b(?:by|with|goes to|gets given to|handed to) (?:the|"
    rf"her|his|a) {KIN}\b.{{0,60}}?"
    r"\b(?:nothing for|no money|no food|nothing left)\b"
    r"|(?:\bnot|n't) allowed (?:the|a|her|his|to (?:use|have|go|see|talk|speak|leave)) ?"
    rf"{SENTENCE}{{0,40}}?(?:\b(?:when|unless|without|if)|,) (?:her |his )?(?:he|she|him|her|"
    rf"{KIN}) "
    rf"|\b(?:{KIN})(?:'s| is| "
    rf"has)?\b{SENTENCE}{{0,60}}?\b{_MEANS}\b{SENTENCE}{{0,40}}?\b(?:less|short|"
    r"missing|nothing|gone) (?:in|from|out of) (?:the|her|his) (?:tin|purse|wallet|bag|account|"
    r"drawer|jar)\b"
    r"|\block\w* (?:her|him|them|me) in\b"
    rf"{SENTENCE}{{0,60}}?\b(?:when|while|takes?|took|goes|key)\b"
)

_SO = (
    r"so (?:that )?(?:the )?(?:\w+ )?(?:she|he|they|it|ones?|folk|residents?) "
    rf"(?:{CANNOT}|can't|doesn't|don't|does not) (?:ring|call|buzz|press|shout|tell|complain|"
    rf"ask|bother|"
    r"wake|reach)\b"
)
_QUIET = r"(?:tablets?|pills?|dose|prn|lorazepam|diazepam|zopiclone|sedat\w+|medication)"
_SILENCED = (
    rf"\b{_SO}"
    r"|\b(?:turn(?:s|ed|ing)?|switch(?:es|ed)?|unplug(?:s|ged)?|mov(?:e|es|ed)|tak(?:e|es|ing)|"
    r"took|"
    r"put(?:s)?|hid(?:es?)?) (?:off |away |out )?(?:the|her|his|their) "
    r"(?:call )?(?:buzzer|bell|handset|alarm|zimmer|frame|walker|phone)\b"
    rf"{SENTENCE}{{0,30}}?\bso (?:that )?(?:she|he|they|it|we) (?:{CANNOT}|doesn't|don't|"
    rf"wouldn't|get|got)\b"
    rf"|\b{_QUIET}\b{SENTENCE}{{0,30}}?\b(?:so (?:that )?(?:the )?(?:shift|staff|nights?|she|"
    rf"he|they|we|"
    r"girls|nurse) (?:can|could|get|gets|has|have)|to keep (?:him|her|them) (?:quiet|in bed|"
    r"asleep))\b"
    r"|\b(?:told|tells?|said to|says to|warned|warns) (?:a|the|her|him|one|old|\w+) ?(?:\w+ "
    r")?(?:that )?"
    rf"if (?:she|he|they|you){SENTENCE}{{0,40}}?\b(?:again|once more|doesn't|don't|won't)\b"
    rf"{SENTENCE}{{0,30}}?\b(?:left|leave|no (?:tea|dinner|visit\w*)|not get|lose|locked|lock|"
    rf"sit in)\b"
    rf"|\bheating (?:is |was |turned |left |kept )*off\b{SENTENCE}{{0,40}}?\bsave\b"
)

_YOUNG = (
    r"(?:year olds?|young (?:people|person|ones?)|girls?|boys?|kids?|pupils?|lass(?:ies)?|lads?)"
)
_PICTURES = r"(?:pics?|pictures?|photos?|photies|videos?)"
_CLOSE = (
    rf"\b{STAFF}\b{SENTENCE}{{0,40}}?\b(?:messag\w+|text(?:s|ed|ing)|dms?|snap\w*) "
    rf"{SENTENCE}{{0,30}}?\b{_YOUNG}\b{SENTENCE}{{0,60}}?\b(?:{_PICTURES}|meet|night)\b"
    rf"|\b{_YOUNG}\b{SENTENCE}{{0,20}}?\b(?:{STAFF}|coach|tutor)\b{SENTENCE}{{0,15}}?\b(?:texts?|"
    rf"messages?|snaps?|dms?) (?:her|him|them)\b{SENTENCE}{{0,40}}?\b(?:{_PICTURES}|midnight|"
    rf"at night|"
    r"meet|secret)\b"
    rf"|\b(?:{_PICTURES}|films?|filmed|filming) {SENTENCE}{{0,12}}?\b(?:her|him|them|me|"
    rf"residents?) "
    r"(?:in the (?:bath|shower|toilet)|naked|undress\w*|getting (?:washed|changed)|on the toilet)\b"
    rf"|\b(?:{STAFF}|coach|he|she)\b (?:picks? up|meets?|drives?|takes?) {SENTENCE}{{0,8}}?"
    rf"\b(?:our|the|those|her|him) ?{_YOUNG}?\b{SENTENCE}{{0,20}}?\b(?:after hours|alone|on "
    rf"(?:his|her) "
    rf"own|off shift)\b{SENTENCE}{{0,30}}?\b(?:buys?|gives?|presents?|money|vapes?)\b"
    rf"|\b(?:drunk|smell\w* of (?:drink|alcohol|booze)|been drinking)\b{SENTENCE}{{0,40}}?"
    r"\b(?:drives?|drove|driving|in the (?:car|motor)|on shift|(?:gave|giving) (?:the )?meds)\b"
)

TO_PEOPLE = tuple(
    (sort, about, lazy(pattern))
    for sort, about, pattern in (
        ("exploitation", "person_supported", _HELD),
        ("abuse", "person_supported", _SECRET),
        ("abuse", "person_supported", _NIGHT),
        ("abuse", "person_supported", _EXPLAINED),
        ("neglect", "person_supported", _SILENCED),
        ("abuse", "child", _CLOSE),
    )
)
"""Patterns with the sort of harm and about whom it is."""

FEARED = lazy(_FEARED)
"""Somebody is afraid of somebody, which may be the writer."""
