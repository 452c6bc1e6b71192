"""Turns of phrase that hint at what is meant. A hint is a feature: what it weighs is learned.

A hint is a few words, one of which must be there before anything is looked at, and a pattern in
which they have an object or a place: *stop* is for the coach, *stop folk falling* is work. Where
there is no pattern the word is enough. All is tried on small letters with plain apostrophes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from bot.analysis.letters import small
from bot.analysis.patterns import lazy
from bot.analysis.reading.lexicon import Lexicon

MOST = 400
"""Characters that are looked at, for a hint stands near the beginning of what is long."""

_TELLING = (
    r"(?:said|sed|told|telt|tellt|answered|wrote|rote|put|pit|covered|mentioned|gave|gied|asked|"
    r"typed|dealt|did|done|explained)"
)
_DOING = (
    r"(?:write|rite|fix|make|finish|tidy|polish|translate|reword|shorten|correct|sort|chek|check|"
    r"give|gie|gies|gimme|add|put|pit|bump|do|turn|suggest|spin|expand|join|swap)"
)
_STEP = r"(?:lead(?:ing|ership|in)?|manag(?:e|ing|ement|in|er)|managment|mgmt|situation|overlap)"
_SORE = (
    r"(?:hate|nervous|nervus|scared?|scares|anxi\w+|stress\w*|stupid|thick|thik|daft|embar\w+|"
    r"ashamed|hopeless|rubb?ish|useless|nae use|no good|not good|bored|boring|proud|pleased|"
    r"chuffed|"
    r"afraid|worried|tired|overwhelm\w*|dread\w*|shy|awkward|hurts?|pain|greet|cry\w*|so bad|"
    r"clever|"
    r"cut out|blank|mush|heid in|head in|hard|stuck|struggl\w+|confidence|fraud|fed up)"
)

_OWN = (
    r"(?:mum|mam|maw|mother|dad|da|father|wife|hubby|husband|partner|boyfriend|girlfriend|son|daughter|"
    r"boys?|girls?|wean|weans|kids?|bairns?|baby|brother|sister|bro|sis|gran|granny|nan|nana|grandad|"
    r"granda|grandson|granddaughter|grandchildren|aunt|auntie|uncle|cousin|niece|nephew|neighbour|"
    r"dog|cat|hamster|house|hoose|flat|garden|car|boiler|kitchen|sofa|back|heid|head|feet|knees?)\b"
)
"""What is of somebody's own life."""

_MESSAGE_WORDS = Lexicon("""
grasp: wdym what whit wot wat wit get understand follow followin following clear ken again explain
    english
    words word lost sense confus* pardon eh huh sorry
told: said sed told telt tellt answered wrote rote put pit covered mentioned gave gied asked typed
    dealt
    did done explained see look read scroll check refer same
blame: keep asked askin ask never again wrong useless rubbish trash broken changed lost read
    listening
    listen hear twisted misunderstood said saying repeating joke waste stupid annoying calling
request: write rite fix make finish tidy polish translate reword shorten correct sort chek check
    give gie
    gies gimme add put pit bump do turn suggest spin expand join swap me sample idea ideas
back: back backk backkk bak bk return returned again resume where whaur what
change: not meant ment mean meent should instead insted typo mistake change swap alter read take
    put make
    wrong no correction
or: other another anither different better first second third instead insteid insted or actually
    mibbe
    maybe perhaps alternatively could cud can might shall should would rather one yin
none: not no never nobody none no1 naebody wouldn't wouldnt don't dont dinnae only just jist nae
    isn't
    isnt hardly can't cant
theory: leader* manag* leading leadership team kotter according theor* definition opinion imo
    anyone mgmt
    situation overlap
sore: hate nerv* scare* anxi* stress* stupid thick thik daft embar* ashamed hopeless rubbish rubish
    useless use good bored boring proud pleased chuffed afraid worried tired overwhelm* dread* shy
    awkward hurt hurts pain greet cry* bad clever cut blank mush heid head hard stuck struggl*
    confidence fraud fed
step: lead* manag* mgmt situation overlap
away: gtg brb ttyl got have need must going gonna awa off gotta i'll ill stop quit pause cancel
    unsubscribe enough leave give done
undo: delete del remove erase wipe undo rub scrap bin lose clear forget score take tak get strike
    destroy
    withdraw gone unsend ignore keep
count: how do does dae can will is are may must should am might where
home: my ma mah our oor mum dad granny gran hungry starving lunch dinner tea chippy football telly
    lottery
work: resident* tenant* client* patient* pupil* staff team colleague* senior nurse shift rota lady
    gentleman lassie lassies residents folk children weans bairns families family parents handover
    ward corridor visit visits medication meds
gone: phone bus door doorbell signal battery train kettle buzzer asleep reply waiting someone
    somebody manager boss mins min secs sec moment minute
line: line lines sentence sentences word words paragraph typo instead read says written swap
    substitute amend correct correction where meant mean no not naw
""")

_MESSAGE = {
    "grasp": r"\bwdym\b|\b(?:what|whit|wot|wat|wit)\b.{0,24}\b(?:mean|means|meen|meaning|on aboot|"
    r"on about|after|efter|looking for|supposed)\b"
    r"|\b(?:don'?t|dinnae|do not|not|cannot|can'?t|no|didn'?t)\b.{0,8}\b(?:get|understand|"
    r"follow|followin|following|clear|ken whit)\b|come again|say that again|explain|"
    r"\b(?:easy|plain|simple|simpler|easier|other) (?:english|words?)|lost me|makes? n[oa]e? sense|"
    r"confus(?:ed|ing)|^(?:pardon|eh|huh|what|whit|you what|sorry)\W*$",
    "told": rf"\b{_TELLING}\b.{{0,18}}\b(?:already|awready|alredy|all ?redy|above|before|befor|b4|"
    rf"earlier|twice|there|up|first answer|at the start)\b|\b(?:already|alredy|awready|all ?redy|"
    rf"jist|just|have)\b.{{0,6}}\b{_TELLING}\b.{{0,12}}$|\b(?:see|look|read|scroll|check|refer|as)"
    r" (?:it |to )?(?:up|above|my|the (?:one|first|last|page))|^same\b|i (?:said|sed|told)",
    "blame": r"^(?:no\W+)?(?:you|ye|u|yous|you're|youre|you've|youve|ye're|ye've|this|why|that'?s|"
    r"stop"
    r"|did)\b.{0,28}\b(?:keep|asked|askin|ask|never|again|wrong|useless|rubbish|trash|broken|"
    r"changed|"
    r"lost|read|listening|listen|hear|twisted|misunderstood|said|saying|repeating|joke|waste|"
    r"stupid|"
    r"annoying|calling)\b",
    "request": rf"\b(?:can|could|cud|will|would|wid|gonnae|please|pls|plz|kindly|want|need|cant|"
    rf"for|"
    rf"so good)\b.{{0,20}}\b{_DOING}\b|^(?:just |please )?{_DOING} (?:it|me|us|that|this|the|my|a|"
    rf"in)"
    r"\b|for me\W*$|\bsample\b|\bideas?\b",
    "back": r"\b(?:bac?k+|bk|return|returned|here again|again|resume)\b|\bwh(?:ere|aur) (?:was|"
    r"were|did"
    r"|wis) (?:i|ah|we)\b(?! (?:buy|find|put|learn|come from))"
    r"|\bwhat (?:was|were|did)\b.{0,24}\b(?:ask|asking|question|miss)",
    "change": r"^\*|\bnot (?:the |an? )?\w+\W*$|\b(?:i|i'd) me(?:a|e)?nt?\b|\bshould (?:say|read|"
    r"be|have)"
    r"|\binstead of|typo|mistake|\b(?:change|swap|alter|read|take|put|make)\b.{1,24}\b(?:to|for|in"
    r" place|and|it|make)\b|wrong (?:word|day)|^no\b.{0,6}\b(?:it|i|the|her|him|that)\b|"
    r"\bnot (?:him|her|last)",
    "or": r"\b(?:other|another|anither|different|better|first|second|third|"
    r"instead)\b.{0,15}\b(?:one|yin"
    r"|1|story|stories|example|time|situation|occasion)\b|^(?:or|actually|instead|alternatively|"
    r"mibbe|"
    r"maybe|perhaps)\b|\b(?:could|cud|can i|might|shall i|should i|would|rather)\b.{0,8}\b(?:use|"
    r"do|dae"
    r"|write|rite|tell|be better)\b|\bthe (?:\w+ )?(?:one|yin|1)\b.{0,30}$|\binste?ad|insted",
    "none": rf"\b(?:not|no|never|nobody|none|no1|naebody|wouldn'?t|don'?t|dinnae|only|just|jist|"
    rf"nae|no"
    rf" one|isn'?t|hardly|can'?t)\b.{{0,25}}\b(?:{_STEP}|leads|leaders?|leed\w*|managers?|boss|"
    rf"charge|"
    r"manages|managed|part|say|special)\b",
    "theory": rf"\b(?:leaders?|managers?|{_STEP}|team)\b.{{0,12}}\b(?:is|are|should|must|needs?|"
    rf"have|do|"
    r"brings?|means?|keeps?|aligns?)\b|kotter|according to|theor|definition|in my opinion|\bimo\b|"
    r"anyone can",
    "sore": rf"\b(?:i'?m|i am|i|ah'?m|ah|feels?|feeling|me|my|this|it|is|so|"
    rf"bit)\b.{{0,22}}\b{_SORE}\b",
    "step": rf"^(?:\W|\b(?:right|rite|ok|so|oh|and|now|here'?s?|heres|is|for|the|my|back|to|on|"
    rf"sorry|add"
    rf"|this|that|was|were|goes|in|belongs|under|one|more|another|question|bit|pairt|part|first|"
    rf"next|"
    rf"wrong|wrang|box|end|gone|yin's?|fur|fer|answer|i|should|of|have)\b)*{_STEP}\b",
    "away": r"\b(?:gtg|brb|ttyl|got to|have to|need to|must|going to|gonna|awa|off to|gotta|"
    r"i'?ll)\b"
    r".{0,20}\b(?:go|bed|run|stop|leave|later|tomorrow|morra|bus|home|away|break off|pause|"
    r"come back)\b|"
    r"\b(?:stop|quit|pause|cancel|unsubscribe|enough|leave it|give up|done with)\b.{0,25}$",
    "undo": r"\b(?:delete|del|remove|erase|wipe|undo|rub|scrap|bin|lose|clear|forget|score|take|"
    r"tak|get"
    r" rid|strike|destroy|withdraw|gone|unsend|ignore|keep)\b.{0,16}\b(?:it|that|this|last|"
    r"everything|"
    r"all|bit|out|oot|off|of|message|answers?|data|me|please|pls|my|remark)\b|^(?:undo|delete|"
    r"unsend)\b",
    "home": rf"\b(?:my|ma|mah|our|oor) (?:\w+ )?{_OWN}|^(?:mum|dad|granny|gran)\b|\bi'?m (?:so )?"
    r"(?:hungry|starving)\b|\bfor (?:my |ma )?(?:lunch|dinner|tea)\b|\b(?:chippy|football|telly|"
    r"lottery)\b",
    "gone": r"\b(?:phone|bus|door|doorbell|signal|battery|train|kettle|buzzer)\b.{0,24}$"
    r"|\bfell asleep\b|\b(?:late reply|keep\w* y\w+ waiting)\b|\b(?:someone|somebody|manager|boss)"
    r"(?:'s| is| was| just)? (?:\w+ )?(?:at the door|calling|shouting|here|came|come|walked in|"
    r"in)\b"
    r"|\b(?:one|wan|1|2|5|ten|10|a) (?:mins?|minutes?|secs?|seconds?|moment)\b",
    "line": r"\b(?:first|second|third|last|next|1st|2nd|top|that) (?:two |three )?"
    r"(?:lines?|sentences?|words?|paragraph)\b|\bthe word\b|\btypo\b|\b(?:should|ought to|meant to|"
    r"mean to) (?:be|read|say|stand)\b|\b(?:swap|substitute|amend)\b|\b(?:is|was|wis) (?:written|"
    r"says)\b|\bno[t]? (?:the |a |my )?\w+\W*$|^not \w+, \w+",
    "count": r"\bhow (?:many|much|long)\b|\b(?:do|does|dae|can|will|is|are|may|must|should|am|"
    r"might) (?:i"
    r"|it|my|they|this|there|that|people|we|anybody|anyone|the|spelling)\b|\bwhere do\b",
}

_PART_WORDS = Lexicon("""
because: because coz cos cause cuz so wanted want reason sake deserve* matter matters mattered
    needed
after: now noo since after efter afterwards end still anymore from stopped no nobody* nobody's
    never again
    instead got went started calmer fewer less better
known: report log book chart sheet sheets minutes record records feedback survey counted show
    shows showed
    so told see hear tell know ken kent noticed card cards appraisal email emails photo* wrote
job: i'm im am ah'm a'm work worked job worker carer assistant officer practitioner nurse cook
    driver
    domestic cleaner manager depute deputy student volunteer relief senior janitor handyman
    administrator
scene: it there we the at in one a his her he she nobody
learned: learn* realis* next looking taught took understand see made differen* should showed another
    concluded myself
felt: felt feel proud scared shaking nervous nerves happy gutted chuffed sick heartbroken feart
    nervy
    relieved sad angry upset
mine: i i'd i've ah ah'd a we we'd me
people: him her them us everybody everyone a'body each team staff family families parent*
    colleague* girl*
    lad* nurse manager doctor gp carer* other* neighbour* daughter son wife mum resident* tenant*
    kids
    weans children volunteer*
trouble: mess chaos* fight* argu* shout* row moan* complain* cold lost losing missing scared feart
    frightened upset tears crying greetin fed bored lonely wrong refus* blam* struggl* nightmare
    murder mental dread* filthy poor worse late sick off broke broken shut burnt short behind
    forgot* never hated angry cross confus* empty dirty noisy hungry went
before: had hadn't hadnt hadny used always aye kept keep been wasn't wasnt wisnae weren't wasny
    were was wis being before afore started didn't didnt didnae wouldn't wouldnt widnae couldn't
    couldnt
good: happy happier calm calmer calmed better smile* smilin* laugh* loved delighted chuffed thank
    thanked thanks safe safer ready done covered finished worked sorted settled slept sleeps eats
    ate joined copied copy trusts easier quicker quiet peaceful clear clean full grew doubled
    fell dropped rose saved less fewer half
""")

_PART: dict[str, str] = {
    "because": r"\b(?:because|coz|cos|cause|cuz|so that|so (?:he|she|they|i|we|it|no|nobody|folk)\b"
    r".{0,12}\b(?:would|could|can|wid|don'?t|not)|(?:i|we|ah) wanted|want(?:ed)? (?:him|her|them|"
    r"to)|"
    r"reason|for the sake|deserve|matter(?:s|ed)|needed|so as)\b",
    "job": r"\b(?:i'?m|i am|ah'?m|a'm|work(?:ed)? (?:as|in|nights|at|for|on|with)|my job|been an?|"
    r"i manage)"
    r"\b|\b(?:worker|carer|assistant|officer|practitioner|nurse|cook|driver|domestic|cleaner|"
    r"manager|"
    r"depute|deputy|student|volunteer|relief|senior|janitor|handyman|administrator|"
    r"staff)\b.{0,30}$",
    "scene": r"^(?:it was|there (?:was|were)|we (?:had|were)|the day|at (?:that|the) time|"
    r"in (?:winter|"
    r"january|my|our)|one|a (?:man|woman|lady|lad|boy|wee)|his|her|he (?:had|was)|she (?:had|was|"
    r"wasn'?t)"
    r"|nobody)\b",
    "mine": r"^(?:(?:so|and|then|but|ok|right|well|after that) )*(?:i|ah|a|we|me|i'd|i've|ah'd|"
    r"we'd)\b",
}

_MESSAGE_PATTERNS = {name: lazy(pattern) for name, pattern in _MESSAGE.items()}
_PART_PATTERNS = {name: lazy(pattern, spared=False) for name, pattern in _PART.items()}

_NAMED = lazy(
    r"(?i:hi|hiya|hello|hey|dear|morning|yo|sorry|thanks)[ ,]+(?:(?i:mrs?|ms|miss)\.? )?[A-Z][a-z]+"
    r"|(?:Hi |Hello )?[A-Z][a-z]{2,}[,.] [A-Za-z]+"
)
"""The one hint that needs the capital of a name: *Morag, is it still on?*"""


HINT = "!"
"""What the name of a hint begins with among the features of a text."""


def cues_of(text: str, words: Sequence[str]) -> list[str]:
    """Return the hints at what a message is for, each with a ``!`` before it."""
    stripped = text.strip()
    found = _hints(_MESSAGE_PATTERNS, stripped, _MESSAGE_WORDS.names_in(words))
    if stripped.startswith("*"):
        found.append(f"{HINT}star")
    if _NAMED.match(stripped):
        found.append(f"{HINT}named")
    return found


def part_cues_of(text: str, words: Sequence[str]) -> list[str]:
    """Return the hints at what a clause tells, each with a ``!`` before it."""
    return part_cues(text, possible_cues(words))


def possible_cues(words: Sequence[str]) -> set[str]:
    """Return the names of the hints that words in small letters may hold."""
    found = _PART_WORDS.names_in(words)
    if any(map(str.isdigit, [word[0] for word in words])):
        found.add("number")
    return found


def _hints(patterns: dict[str, re.Pattern[str]], text: str, possible: set[str]) -> list[str]:
    found = list[str]()
    plain = small(text)[:MOST] if possible else ""
    for name in sorted(possible):
        if name not in patterns or patterns[name].search(plain):
            found.append(HINT + name)
    return found


part_cues = partial(_hints, _PART_PATTERNS)
"""Returns the hints of a text whose words may hold some, each with a ``!`` before it."""
