"""The ways in which it is said what shall become of some words, in one voice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

Act = Literal["out", "in", "keep", "show", "ask", "move", "top", "end", "swap", "before", "after"]
"""What is wanted: taken out, put in, left as it is, shown, told whether it is in, moved to another
answer, to the beginning or the end of its own, to each other's place or beside each other."""

_FORMS = r"""
MINE: (?:my |the |that |this )?(?:answers?|statement|badge|form|record|text|page|story)
OF: (?: (?:(?:out )?(?:of|o)|from|in|into) (?:it|that|this|there|here|my|the|(?:the |my )?\w+
  \ (?:answer|bit|part|one)|<MINE>))?
THERE: (?: (?:it|there|that|this|here|<MINE>|(?:the |my )?\w+ (?:answer|bit|part|one|box|section)))?
TAKE: (?:take|taking|leave|leaving|get|getting|cut|strike|cross|rub|score|chop|blank|pull|edit|
  chuck|throw|whip|keep|put|move)
OFF: (?:out|off|away)
GO: (?:delete|deleting|remove|removing|erase|wipe|scrap|scrub|drop|lose|bin|ditch|undo|get rid(?:
  \ of)?|get shot (?:of|o)|getting rid of|want rid of|omit|withdraw|expunge|excise|retract|redact|
  unsay|dispense with|do away with)
GONE: (?:<OFF>|gone|deleted|removed|left out|taken out|taken away|struck|struck out|erased|
  withdrawn|omitted|excluded|cut|scrapped|binned|wiped|dropped|redacted)
NOT: (?:don't|do not|didn't|did not|never|not to|wouldn't|rather you (?:didn't|don't|did not))
WHOLE: (?:about )?(?:this|that|it|these|them|any of (?:this|it|that)|what i(?: have|'ve)? (?:wrote|
  written|write|say|said|tell|told|put)|my (?:answers?|words|statement|badge))(?: here| please|
  \ in here)?\W*$
MUST: (?:should|must|has to|have to|needs to|need to|ought to|is meant to|was meant to|can|could|
  might|may|shall)
SHIFT: (?:move|shift|transfer|relocate|file|bring|take|put|putting|stick|pop|place|have|want|get|
  send|add|change|swap|set|make|shuffle|slide|drag|push)
TO: (?:(?:back|over|up|down|instead) )?(?:to|2|into|in|under|at|for|with) (?P<to>(?:the |my
  \ )?(?:\w+ )?\w+)
TOP: (?:up (?:top|front)|(?:right |up )?(?:at|to|on) the (?:very )?(?:top|start|beginning)|(?:the
  \ )?first(?: (?:one|line|thing|bit))?|in first place|before (?:everything|all the rest)(?: else)?)
BOTTOM: (?:(?:right |down )?(?:at|to|on) the (?:very )?(?:end|bottom)|in last place|(?<!would
  \ )(?<!will )(?<!to )(?:the )?last(?: (?:one|line|thing|bit))?|after (?:everything|all the
  \ rest)(?: else)?)
STANDS: (?:(?:<MUST> )?(?:be|go|come|stand)(?: put| moved)?|goes|to go|comes)
NAMED: (?P<x>(?:the|that|this|my|all|both|those|these|any|every|his|her|their|what|it|they)
  \b.{0,100}?|.{1,60}? (?:bits?|lines?|parts?|sentences?|messages?|words?)(?: .{1,60}?)?)
BRIEF: (?P<x>(?!(?:delete|remove|take|cut|leave|strike|go|get|keep|from|everything|all|i|we|no|
  not)\b)(?:(?!(?:to|from|through|until|till|up|down|on|onwards?|back|is|was|she|he|they)\b)\w+
  \ ){1,4}?)
PLACE: \ (?:round|around|over|about|places|positions|(?:the )?other way(?: round| around)?)
AS: (?: as (?:it|they) (?:\w+ )?(?:is|are|stands?|reads?|looks?|was))?
SOFAR: (?: (?:so far|up to now|to me|again|in full|back|like|at the moment|currently|at present|in
  \ it))*

RIGHT: (?:(?:it|that)(?:'?s| is| was) (?:right|fine|ok|okay|good|alright)(?: (?:before|already))? )?
FINE: (?: (?:it|that)(?:'?s| is| was) (?:right|fine|ok|okay|good|grand|alright))?

keep: <NOT> (?:<TAKE> <x> <OFF><OF>|<TAKE> <OFF>(?: <x>)?|(?:delete|remove|erase|wipe|scrap|scrub|
  drop|lose|bin|ditch|change|touch|alter|edit)(?: <x>)?<OF>)
keep: <RIGHT>(?:leave|keep|let) <x>(?<! not) (?:as it is|as it was|as is|as they are|alone|the way
  \ it is|the way it was|like that|like it is|how it is|how it was|where it is|be|stay|in|there|in
  \ there)(?: there)?<OF><FINE>
keep: <RIGHT>(?:leave|keep) (?P<x>it|that|this|them)<FINE>

show: (?:show|read|send|give|tell|let|display|print|repeat)(?: (?:me|us|it))?(?: (?:see|hear|read|
  look at|have a look at))? (?:back )?<x><SOFAR><AS>
show: (?:show|read|send|give|tell)(?: me)? what i(?: have|'ve)? (?:wrote|written|put|said|got)(?:
  \ down)? (?:in|for|under) <x>
show: (?:see|look at|read|check|view|hear|have a look at|get) <x><SOFAR><AS>
show: (?:what|how)(?:'s| does| do| is| did| has) <x> (?:say|says|read|reads|look|looks|look like|
  looks like|have|has|contain)<SOFAR>
show: (?:what|how) (?P<x>.{2,60}? (?:answer|statement|text|page|draft|it)) (?:says?|reads?|looks?|
  looks? like|have|has|contain)<SOFAR>
show: what(?:'s|'ve i| is| have i| did i| have you| do i have| i have)(?:
  \ got| written| put| write| say| said| saved)?(?: (?:down|so far|now))* (?:in|for|under) <x>(?:
  \ so far)?
show: (?:read|show|see)(?: me| us)? (?P<x>it|that|this|it all|all)(?: (?:back|again|out))*(?: to
  \ (?:me|us))?

move: <SHIFT> <x> <TO>(?: (?:please|instead|now|bit|part|then))*
move: <x> (?:(?:(?:<MUST>|would|will) )?(?:be|go|come|stand|sit|appear|belong)|belongs?|goes|
  (?:was|is) meant(?: to be)?|is|was) <TO>(?: instead)?
move: <x> (?:<MUST> )?(?:be|get) (?:moved|relocated|shifted|put|placed|transferred|filed) <TO>
move: <x> (?:isn't|is not|wasn't|was not|not) (?:the |in |under |for )*\w+ (?:it's|its|it is|it
  \ was|but) (?:in |under |for )?(?P<to>\w+)
move: <BRIEF><TO>(?: instead)?
move: (?:move|shift|bring) <x> (?P<to>here)
move: (?:it|that|they)(?:'s|'re| is| are) (?:all |already |in |there )*what i (?:\w+
  \ ){0,3}?(?:sent|said|wrote|told|put|gave)(?: (?:you|it|that|this|all|already|before|earlier|
  above|up there|at the start|in the first one|in the first bit))*
move: i(?:'ve| have)? (?:already |just )*(?:told|sent|said|wrote|gave|put)(?: (?:you|it|that|this|
  all))*(?: (?:already|before|earlier|above|at the start))+

in: <x> (?:can|could|should|must|may|shall|has to|needs? to|will) (?:go|come|be put|be added)
  \ back(?: in<THERE>)?
in: (?:undo|reverse|revert|cancel|take back)(?: (?:that|the|my|this))?(?: last)? (?:deletion|
  change|removal|cut|edit)
in: (?:that|the|my|this)(?: last)? (?:deletion|change|removal|cut|edit) (?:to be )?(?:reversed|
  undone|cancelled|reverted)
in: (?:undo|reverse|revert|unchange|undelete)(?: (?:that|it|this))?
in: (?:i )?(?:changed?|changing|have changed|i've changed) my mind
in: (?P<x>.{2,60}? (?:bit|part|line|sentence|words?)) back(?: in)?
in: (?:put|bring|get|take|give me|give|stick|pop|add|have|want|need|move) (?!(?:out|off|away)\b)<x>
  \ (?<!about )(?<!about my )(?<!about his )(?<!about her )(?<!about the )back(?: (?:in|into|
  to|on)(?: (?:it|there|where it was|<MINE>|\w+ answer|the \w+(?: answer| bit| one)?|my \w+(?:
  \ answer)?))?)?
in: (?:put|bring|get|take|give me|give|stick|pop|add)(?: (?:it|that))? back(?: in)?(?: <x>)?<OF>
in: (?:put|add|include|get|stick|pop|take|bring|leave|want|wanted|need|needed|have)
  \ (?!for\b)<x> (?:in|into|
  to be in)<THERE>
in: (?:put|add|include) in(?: <x>)?<OF>
in: (?:want|need) <x> again
in: (?:want|like|wish|need) <x> (?:to be )?(?:restored|reinstated|put back|brought back)
in: (?:include|restore|reinstate|undelete|recover) <x>
in: <x> <MUST> (?:be|go|stand|stay|remain|appear|get)(?: back)? (?:in|there|into|on)<THERE>
in: (?:where is|where's|where are|where was|where did|where has|what happened to|what about)
  \ <x>(?: go| gone)?
in: (?!.*\b(?:down|short|shorter|half)\b)(?:you|ye)(?:'ve| have)? (?:missed|left|forgot|kept|
  lost|dropped|cut|deleted|removed)(?: out)? <x>(?: out)?
in: (?:does|did|is|has) (?:it|that)(?: not)? (?:say|said|tell|got|in it)(?:
  \ anywhere| somewhere)?(?: that)? (?P<x>.{3,120}?)
in: (?:<x> )?(?:why|how come) (?:is|are|was|isn't|aren't)(?: (?:it|that|they))?(?: not)? (?:in|
  there|showing|shown)(?: (?:in|there|it))?
in: (?:that|it|this) (?:was|is)(?: part of)? (?:my|the)(?: own)? (?:answer|evidence|story)
in: (?:put|use|add|take|want|need|bring)(?: back)?(?: in)? (?P<x>(?:number|nr|nummer) \w+)(?:
  \ (?:back )?in<THERE>)?

ask: (?:is|are|was|were) <x> (?:still|even) (?:in|there|gone)(?: (?:it|there|<MINE>))?
ask: (?:confirm|check|tell me|make sure)(?: that| if| whether)? <x> (?:has|have|is|are|was|
  were)(?: now| been)* <GONE>
ask: (?:did|have) you (?:take|taken|get|got|delete|deleted|remove|removed|drop|dropped)(?:
  \ out)? <x>(?: out)?
ask: (?:is|are) <x> (?:gone|out|deleted|away|removed)(?: now| yet)?
ask: (?:is|will|does|are|did|was) <x>(?: (?:going to|gonna|to|all|still|now|going))*(?: (?:be|go|
  get|put|stand|appear|show))? (?:in|on|into)(?: <MINE>| there| it)?(?: (?:anywhere|somewhere|now|
  yet|still))*
ask: (?P<x>it|that|this|they) (?:is|are|was|were) (?:still )?in(?: <MINE>| there| it)?
ask: (?P<x>it|that|this|they)(?:'s| is| are| was| were)(?: not| no|n't) in(?: <MINE>| there| it)?
ask: (?:is|was|has|did) (?P<x>.{2,60}? (?:bit|part|line|sentence|thing|message))(?: (?:been|get))?
  \ (?:saved|save|kept|stored)(?: (?:now|ok|tho|though|yet|alright))*(?: (?:under|in|for) .{3,40}?)?
ask: (?:is|was|has) (?P<x>it|that|this|(?:that|the last|my last) (?:bit|part|one|
  message))(?: (?:been|all|even))? (?:saved|kept|stored)(?: (?:now|anywhere|or not))?
ask: (?:did|have) you(?: even)? (?:do|done) (?P<x>it|that)
ask: (?:did|have) you (?:save|saved|keep|kept|store|stored|write down) <x>(?: (?:yes or no|or not|
  or what))?

out: (?:want|prefer|like|wish)(?: that)? (?P<x>nothing (?:after|past|following|below) .{2,90}?)
  \ (?:to )?(?:remain|remains|stay|stays|be left|be in|be there)
out: (?:don't|do not|didn't|never|wouldn't|not) (?:want|like|wish)(?: for)? .{1,30}? (?:to
  \ )?(?:read|see|sees|know|knows|find out|hear|reading|seeing|knowing)(?: about)?
  \ (?P<x>(?!<WHOLE>).{3,80}?)
out: <x> (?:take|get|leave|put|cut) (?:it|that|this)(?: one| bit)? <OFF>
out: <TAKE> <x> <OFF><OF>(?: (?:and )?<y>)?
out: <TAKE> <OFF>(?: <x>)?<OF>
out: (?:i mean )?<NAMED> (?<!to )(?:keep|leave|take) <OFF><OF>
out: (?:keep|put|leave|have) <x> not in<THERE>(?: (?:it|that)(?:'?s| is) (?:private|confidential))?
out: <GO>(?: (?!me\b)<x>)?<OF>
out: (?:strike|cut|cross|rub|scratch|forget|ignore|disregard|lift)
  \ (?!.{1,20} (?:down|short|shorter|smaller|back)\b|(?:it|that|this)
  \ (?:i'm|i|we|am|then|now|no|my|just)\b)<x><OF>
out: (?:prefer|like|wish|rather)(?: that)? <x> (?:was|were|is|be|to be) not
  \ (?:included|mentioned|used|shown|in|there|kept|printed)<THERE>
out: (?:<NOT>|not|stop|quit) (?:want|put|putting|need|include|including|have|having|keep|keeping|
  use|leave|save|show|publish|wish|like) <x> (?:to (?:be|go|form|stand|appear|stay)(?: a)?(?: part
  \ of| in| there| on| public)|in|into|there|mentioned|included|named|shown|used|to be (?:read|
  seen|public|shown))<THERE>
out: <NOT> (?:keep|include|use|save|publish|print|put in|leave in) <x>
out: (?:don't|do not|didn't) want to be in <x>
out: (?:want|wanted|need|wish|like|have) <x> (?:to (?:be|come|go) )?<GONE><OF>
out: (?:can|could|may|should|might) <NAMED> (?:go|come out|come off|stay out|be <GONE>)<OF>
out: <NAMED> (?:<MUST>|to) go<OF>
out: <x> (?:<MUST> (?:come out|come off|be <GONE>|get <GONE>)|(?:shouldn't|should not|should
  \ never|mustn't|must not|isn't meant to|wasn't meant to) (?:be|go|stand)(?: (?:in|there|here))?|
  to come out|(?:to )?be <GONE>)<OF>
out: (?P<x>.{1,60}? (?:bit|line|part|sentence|message|word|remark|comment)s?) out<OF>

out: (?:out|off) (?:with )?(?P<x>(?:the |that |my |this )?(?:bit|part|line|sentence|word)\b.{0,60})
out: (?P<x>\w+) (?:out|off)
out: (?:hide|mask|anonymise|blank out|black out|cover) (?P<x>.{0,60}\b(?:names?|
  surnames?|address))<OF>
out: (?P<x>\w+(?: \w+)?) (?:doesn't|does not|don't|do not|wouldn't|would not|won't|didn't) (?:want|
  like|wish) (?:to be (?:named|mentioned|in it)|(?:her|his|their|the) name
  \ (?:in|on|there|used|shown))<THERE>
out: (?:shouldn't|should not|ought not to|wasn't to|wasn't meant to|wasn't supposed to)(?: have)?
  \ (?:put|written|wrote|said|named|mentioned|used|given)
  \ (?!(?:this|that|it|any|all|them)\b)<x>(?: in| there)?<THERE>
out: no need (?:for|of|to have|to name) <x>(?: in| there)?<THERE>
out: no (?P<x>(?:sur)?names)(?: (?:in|on) (?:it|this|that|there|here|<MINE>))?
out: (?:no (?:mention|word|talk) of|without|minus)
  \ (?!(?:i|me|it)\b|.* (?:i|we|he|she|they|it|you|would|could|near)\b)<x>

swap: (?:swap|switch|exchange|reverse|flip)(?: round| over)? <x> (?:and|with|for|n) <y>(?:<PLACE>)*
swap: (?:swap|switch|reverse|change)(?: the order of)? (?P<x>the (?:first|last) two \w+)(?:<PLACE>)*
swap: (?:change|swap|switch|reverse) the order of <x> and <y>
swap: (?:the )?order of (?P<x>the (?:first|last) two \w+) (?:to be )?(?:swapped|reversed|changed)
swap: (?:change|turn|put) <x> (?:and|n) <y>(?:<PLACE>)+
swap: <x> (?:and|n) <y> (?:(?:<MUST>|to) (?:be )?(?:swap|switch|change|trade|exchange|swapped|
  switched|exchanged)(?:<PLACE>)*|(?:swap|switch|change|trade)(?:<PLACE>)+)
top: <SHIFT> (?!(?:out|off|away|in|back|all from|everything from)\b)<x>(?: (?:to go|to come|to
  \ be))? <TOP>
top: <x> <STANDS> <TOP>
before: (?:<SHIFT> <x>|<x> <STANDS>) (?:before|in front of|above|ahead of) (?!(?:all|that|this|
  it)\b)<y>
after: (?:<SHIFT> <x>|<x> <STANDS>) (?:after|behind|below) (?!(?:all|that|this|it)\b)<y>
top: first <STANDS> <x>
top: (?:start|begin|open|lead)(?: it| off)? with <x>(?: first)?
top: <BRIEF><TOP>
end: <SHIFT> (?!(?:out|off|away|in|back|all from|everything from)\b)<x>(?: (?:to go|to come|to
  \ be))? <BOTTOM>
end: <x> <STANDS> <BOTTOM>
end: (?:end|finish|close)(?: it| off)? with <x>(?: last)?
end: <BRIEF><BOTTOM>

remark: (?P<x>(?:that|this|the|it)(?: (?:very )?(?:last|end)(?: \w+)?| (?:bit|part|message|line|
  sentence))?) (?:(?:was|is)(?:n't| not| no)|shouldn't (?:be|have been)) (?:a |meant (?:to be |as
  \ )?|supposed to be )*(?:part of (?:it|that|this|(?:my|the) (?:answer|story|statement))|(?:my|
  an) answer|in (?:it|there|my answer|the answer))
remark: <x> (?:is|was|isn't|wasn't|are|were) (?:only |just |not |no |meant )*(?:for|to) (?:you|ye|
  sssc|the badge|badge|my statement|the statement|the form)
still: (?:(?:you|ye|you've) )?still (?:got|have|has|kept) <x> (?:in|there)(?: (?:it|there))?
still: <x> (?:is |are )?still (?:there|in|in there|in it)
keep: (?:keep|leave) (?!(?:it|them|that|this|him|her)\b)<x>
"""
"""How each is said, the likelier first: ``<x>`` and ``<y>`` are what it names, words in capitals
come again. ``remark`` only may be an order, ``still`` tells of one that was not done."""


Form = Act | Literal["remark", "still"]


def forms() -> Iterator[tuple[Form, str]]:
    """Yield each form, a pattern, with what it means."""
    found = patterns_in(_FORMS, x="(?P<x>.{1,120}?)", y="(?P<y>.{1,90}?)")
    yield from found  # type: ignore[misc]


def patterns_in(lines: str, **parts: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the pattern of each line. A line that goes on is indented, words in < >
    stand for parts: those that are handed in, and lines whose names are in capitals."""
    for line in re.sub(r"\n  (?:\\(?= ))?", "", lines).split("\n"):
        name, _, pattern = line.partition(": ")
        pattern = re.sub(r"(?<!\?P)<(\w+)>", lambda found: parts[found[1]], pattern)
        if name.isupper():
            parts[name] = pattern
        elif name:
            yield name, pattern
