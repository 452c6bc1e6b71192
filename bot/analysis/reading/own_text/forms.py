"""The ways in which it is said what shall become of some words, in one voice."""

from __future__ import annotations

from typing import Literal

Act = Literal["out", "in", "keep", "show", "ask"]
"""What is wanted: taken out, put in, left as it is, shown, or told whether it is in."""

_MINE = r"(?:my |the |that |this )?(?:answers?|statement|badge|form|record|text|page|story)"
_OF = (
    rf"(?: (?:(?:out )?of|from|in|into) (?:it|that|this|there|here|my|the|(?:the |my )?\w+ "
    rf"(?:answer|bit|part|one)|{_MINE}))?"
)
_ONE = r"(?:the |my )?\w+ (?:answer|bit|part|one|box|section)"
_THERE = rf"(?: (?:it|there|that|this|here|{_MINE}|{_ONE}))?"
_TAKE = (
    r"(?:take|taking|leave|leav|leev|lea|leaving|get|getting|cut|strike|cross|rub|pull|edit|chuck|"
    r"throw|whip|keep|put|move)"
)
_OFF = r"(?:out|off|away|aff)"
_GO = (
    r"(?:delete|deleting|deleted|del|remove|removing|erase|wipe|scrap|scrub|drop|lose|bin|ditch|"
    r"undo|get rid of|getting rid of|want rid of|omit|withdraw|expunge|excise|retract|redact|unsay|"
    r"dispense with|do away with)"
)
_GONE = (
    rf"(?:{_OFF}|gone|deleted|removed|left out|taken out|taken away|struck|struck out|erased|"
    r"withdrawn|omitted|excluded|cut|scrapped|binned|wiped|dropped|redacted)"
)
_NOT = (
    r"(?:don't|do not|didn't|did not|never|not to|wouldn't|rather you didn't|rather you don't|"
    r"rather you did not)"
)
_MUST = (
    r"(?:should|must|has to|have to|needs to|need to|ought to|is meant to|was meant to|can|shall)"
)
_WAS_NOT = r"(?:shouldn't|should not|should never|mustn't|must not|isn't meant to|wasn't meant to)"
_TO_BE_IN = rf"(?:be|go|stand|stay|remain|appear|get)(?: back)? (?:in|there|into|on){_THERE}"
_IN = r"(?:in|into|to be in)"
_ASK = r"(?:show|read|send|give|tell|let|display|print|repeat)"
_AS_IT_IS = r"(?: as (?:it|they) (?:\w+ )?(?:is|are|stands?|reads?|looks?|was))?"
_SAYS = r"(?:say|says|read|reads|look|looks|look like|looks like|have|has|contain)"

FORMS: tuple[tuple[Act | Literal["remark"], str], ...] = (
    # left as it is: before all else that has the same verbs in it
    (
        "keep",
        rf"{_NOT} (?:{_TAKE} (?P<x>.{{1,90}}?) {_OFF}{_OF}|{_TAKE} {_OFF}(?: (?P<x>.{{1,90}}?))?"
        r"|(?:delete|remove|erase|wipe|scrap|scrub|drop|lose|bin|ditch|change|touch|alter|edit)"
        rf"(?: (?P<x>.{{1,90}}?))?{_OF})",
    ),
    (
        "keep",
        r"(?:leave|keep|let) (?P<x>.{1,60}?) (?:as it is|as it was|as is|as they are|alone|"
        r"the way it is|the way it was|like that|like it is|how it is|how it was|where it is|"
        rf"be|stay|in|there|in there)(?: there)?{_OF}",
    ),
    ("keep", r"(?:leave|keep) (?P<x>it|that|this|them)"),
    # shown
    (
        "show",
        rf"{_ASK}(?: (?:me|us|it))?(?: (?:see|hear|read|look at|have a look at))? (?:back )?"
        rf"(?P<x>.{{2,80}}?)(?: back)?(?: (?:so far|up to now|to me|again|in full))*{_AS_IT_IS}",
    ),
    (
        "show",
        r"(?:see|look at|read|check|view|hear|have a look at|get) (?P<x>.{2,80}?)"
        rf"(?: (?:so far|up to now|again|in full|back))*{_AS_IT_IS}",
    ),
    (
        "show",
        rf"(?:what|how)(?:'s| does| do| is| did| has) (?P<x>.{{2,60}}?) {_SAYS}"
        r"(?: (?:so far|like|at the moment|up to now|currently|at present|in it))*",
    ),
    (
        "show",
        r"(?:what|how) (?P<x>.{2,60}? (?:answer|statement|text|page|draft|it)) "
        rf"{_SAYS}(?: (?:so far|like|at the moment))*",
    ),
    (
        "show",
        r"what(?:'s|'ve i| is| have i| did i| have you| do i have| i have)"
        r"(?: got| written| put| write| say| said| saved)?(?: (?:down|so far))* (?:in|for|under) "
        r"(?P<x>.{2,60}?)(?: so far)?",
    ),
    (
        "show",
        r"(?:read|show|see)(?: me| us)? (?P<x>it|that|this|it all|all)(?: (?:back|again|out))*"
        r"(?: to (?:me|us))?",
    ),
    # in
    (
        "in",
        r"(?P<x>.{1,60}?) (?:can|could|should|must|may|shall|has to|needs? to|will) "
        rf"(?:go|come|be put|be added) back(?: in{_THERE})?",
    ),
    (
        "in",
        r"(?:undo|reverse|revert|cancel|take back)(?: (?:that|the|my|this))?(?: last)? "
        r"(?:deletion|change|removal|cut|edit)",
    ),
    (
        "in",
        r"(?:that|the|my|this)(?: last)? (?:deletion|change|removal|cut|edit) (?:to be )?"
        r"(?:reversed|undone|cancelled|reverted)",
    ),
    ("in", r"(?:undo|reverse|revert|unchange|undelete)(?: (?:that|it|this))?"),
    ("in", r"(?:i )?(?:changed?|changing|have changed|i've changed) my mind"),
    ("in", r"(?P<x>.{2,60}? (?:bit|part|line|sentence|words?)) back(?: in)?"),
    (
        "in",
        r"(?:put|bring|get|take|give me|give|stick|pop|add|have|want|need|move) (?P<x>.{1,120}?) "
        rf"back(?: (?:in|into|to|on)(?: (?:it|there|where it was|{_MINE}|\w+ answer|the \w+"
        r"(?: answer| bit| one)?|my \w+(?: answer)?))?)?",
    ),
    (
        "in",
        r"(?:put|bring|get|take|give me|give|stick|pop|add)(?: (?:it|that))? back(?: in)?"
        rf"(?: (?P<x>.{{1,120}}?))?{_OF}",
    ),
    ("in", rf"(?:put|add|include|get|stick|pop|take|bring|leave) (?P<x>.{{1,120}}?) {_IN}{_THERE}"),
    ("in", rf"(?:put|add|include) in(?: (?P<x>.{{1,120}}?))?{_OF}"),
    ("in", r"(?:include|restore|reinstate|undelete|recover) (?P<x>.{1,120}?)"),
    ("in", rf"(?:want|wanted|need|needed|have) (?P<x>.{{1,120}}?) {_IN}{_THERE}"),
    ("in", rf"(?P<x>.{{1,120}}?) {_MUST} {_TO_BE_IN}"),
    (
        "in",
        r"(?:where is|where's|where are|where was|where did|where has|what happened to|what about) "
        r"(?P<x>.{2,90}?)(?: go| gone)?",
    ),
    (
        "in",
        r"(?:you|ye)(?:'ve| have)? (?:missed|left|forgot|kept|lost|dropped|cut|deleted|removed)"
        r"(?: out)? (?P<x>.{2,90}?)(?: out)?",
    ),
    (
        "in",
        r"(?:does|did|is|has) (?:it|that)(?: not)? (?:say|said|tell|got|in it)"
        r"(?: anywhere| somewhere)?(?: that)? (?P<x>.{3,120}?)",
    ),
    (
        "in",
        r"(?:(?P<x>.{2,90}?) )?(?:why|how come) (?:is|are|was|isn't|aren't)"
        r"(?: (?:it|that|they))?(?: not)? (?:in|there|showing|shown)(?: (?:in|there|it))?",
    ),
    (
        "in",
        r"(?:that|it|this) (?:was|is)(?: part of)? (?:my|the)(?: own)? "
        r"(?:answer|evidence|story)",
    ),
    (
        "in",
        r"(?:put|use|add|take|want|need|bring)(?: back)?(?: in)? (?P<x>(?:number|nr|nummer) \w+)"
        rf"(?: (?:back )?in{_THERE})?",
    ),
    # asked whether it is in
    (
        "ask",
        r"(?:is|are|was|were) (?P<x>.{1,60}?) (?:still|even) (?:in|there|gone)"
        rf"(?: (?:it|there|{_MINE}))?",
    ),
    (
        "ask",
        r"(?:confirm|check|tell me|make sure)(?: that| if| whether)? (?P<x>.{1,60}?) "
        rf"(?:has|have|is|are|was|were)(?: now| been)* {_GONE}",
    ),
    (
        "ask",
        r"(?:did|have) you (?:take|taken|get|got|delete|deleted|remove|removed|drop|dropped)"
        r"(?: out)? (?P<x>.{1,60}?)(?: out)?",
    ),
    ("ask", r"(?:is|are) (?P<x>.{1,60}?) (?:gone|out|deleted|away|removed)(?: now| yet)?"),
    (
        "ask",
        r"(?:is|will|does|are|did|was) (?P<x>.{1,60}?)(?: (?:going to|gonna|to|all|still|now|"
        rf"going))*(?: (?:be|go|get|put|stand|appear|show))? (?:in|on|into)"
        rf"(?: {_MINE}| there| it)?(?: (?:anywhere|somewhere|now|yet|still))*",
    ),
    ("ask", rf"(?P<x>it|that|this|they) (?:is|are|was|were) (?:still )?in(?: {_MINE}| there| it)?"),
    ("ask", r"(?:did|have) you(?: even)? (?:do|done) (?P<x>it|that)"),
    (
        "ask",
        r"(?:did|have) you (?:save|saved|keep|kept|store|stored|write down) (?P<x>.{1,60}?)"
        r"(?: (?:yes or no|or not|or what))?",
    ),
    # out
    (
        "out",
        r"(?:want|prefer|like|wish)(?: that)? "
        r"(?P<x>nothing (?:after|past|following|below) .{2,90}?) "
        r"(?:to )?(?:remain|remains|stay|stays|be left|be in|be there)",
    ),
    (
        "out",
        r"(?:don't|do not|didn't|never|wouldn't|not) (?:want|like|wish)(?: for)? .{1,30}? (?:to )?"
        r"(?:read|see|sees|know|knows|find out|hear|reading|seeing|knowing)(?: about)? "
        r"(?P<x>.{3,80}?)",
    ),
    (
        "out",
        r"(?P<x>.{2,80}?) (?:take|get|leave|put|cut) (?:it|that|this)(?: one| bit)? "
        r"(?:out|off|away)",
    ),
    ("out", rf"{_TAKE} (?P<x>.{{1,90}}?) {_OFF}{_OF}(?: (?:and )?(?P<y>.{{2,90}}))?"),
    ("out", rf"{_TAKE} {_OFF}(?: (?P<x>.{{1,90}}?))?{_OF}"),
    ("out", rf"{_GO}(?: (?P<x>.{{1,110}}?))?{_OF}"),
    (
        "out",
        rf"(?:strike|cut|cross|rub|scratch|forget|ignore|disregard|lift) (?P<x>.{{2,90}}?){_OF}",
    ),
    (
        "out",
        rf"(?:{_NOT}|not) (?:want|put|need|include|have|keep|use|leave|save|show|publish|wish|like)"
        rf" (?P<x>.{{1,60}}?) (?:to (?:be|go|form|stand|appear|stay)(?: a)?(?: part of| in| "
        rf"there| on| public)|in|into|there|to be (?:read|seen|public|shown)){_THERE}",
    ),
    ("out", rf"{_NOT} (?:keep|include|use|save|publish|print|put in|leave in) (?P<x>.{{1,60}}?)"),
    ("out", r"(?:don't|do not|didn't) want to be in (?P<x>.{1,40})"),
    (
        "out",
        rf"(?:want|wanted|need|wish|like|have) (?P<x>.{{1,90}}?) (?:to (?:be|come|go) )?{_GONE}"
        rf"{_OF}",
    ),
    (
        "out",
        rf"(?P<x>.{{1,90}}?) (?:{_MUST} (?:go|come out|come off|be {_GONE}|get {_GONE})|"
        rf"{_WAS_NOT} (?:be|go|stand)(?: (?:in|there|here))?|to go|to come out|(?:to )?be {_GONE})"
        rf"{_OF}",
    ),
    (
        "out",
        rf"(?P<x>.{{1,60}}? (?:bit|line|part|sentence|message|word|remark|comment)s?) out{_OF}",
    ),
    (
        "remark",
        r"(?P<x>(?:that|this|the|it)(?: (?:very )?(?:last|end)(?: \w+)?| (?:bit|part|message|line|"
        r"sentence))?) (?:(?:was|is)(?:n't| not| no)|shouldn't (?:be|have been)) "
        r"(?:a |meant (?:to be |as )?|supposed to be )*(?:part of (?:it|that|this|(?:my|the) "
        r"(?:answer|story|statement))|(?:my|an) answer|in (?:it|there|my answer|the answer))",
    ),
    (
        "remark",
        r"(?P<x>.{1,60}?) (?:is|was|isn't|wasn't|are|were) (?:only |just |not |no |meant )*"
        r"(?:for|to) (?:you|ye|sssc|the badge|badge|my statement|the statement|the form)",
    ),
)
"""How each is said; ``x`` is what it names. The order decides where two would fit."""

COMPLAINTS = (
    r"(?:(?:you|ye|you've) )?still (?:got|have|has|kept) (?P<x>.{1,60}?) (?:in|there)"
    r"(?: (?:it|there))?",
    r"(?P<x>.{1,60}?) (?:is |are )?still (?:there|in|in there|in it)",
)
"""What is said of an order that was not done: by itself it tells how things are."""
