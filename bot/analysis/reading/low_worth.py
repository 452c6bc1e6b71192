"""Who makes themselves small, in any voice: “i feel like its rubbish”, “am only a carer”, “I am
ashamed of my English”; and who has nothing left to write: “what else do I write”."""

from __future__ import annotations

import re
from typing import Literal

from bot.analysis.patterns import lazy
from bot.analysis.reading.words import heard_text

Low = Literal["text", "self", "rank", "language", ""]
"""What they make small: what they wrote, themselves, that they are no leader, their English."""

MOST = 22
"""Words of the longest message that does no more than that."""

_POOR = (
    r"(?:rubbish|rubish|rubbis|rubbsh|crap|shite?|shit|pish|pants|mince|terrible|awful|dreadful|"
    r"dull|boring|borin|stupid|daft|silly|embarrassing|embarrasing|embarasing|embarrassin|pathetic|"
    r"hopeless|useless|worthless|no good|no use|nae use|nae good|not (?:\w+ )?(?:good|clever|"
    r"interesting)|not up to much|poor|childish|a mess|garbage|nonsense|lame|cringe|cringy|bad)"
)
_VERY = (
    r"(?:(?:so|very|really|just|all|a bit|pure|exceedingly|rather|quite|too|total|pretty|well|"
    r"dead|right|affy|affa|awfy|kind of|an?) )*"
)
_WROTE = (
    r"(?:(?:it|this|that|mine|all of it|all that|"
    r"(?:what|whit|fit) (?:i|ah|i've|i have|ive)(?: have|'ve)? (?:wrote|written|put|said|got|done|"
    r"typed)(?: down| so far| here)?|"
    r"(?:my|the) (?:writing|answer|answers|words|story|example|text|statement|effort)|everything "
    r"i write)"
    r"(?: is|'s| are| sounds| looks| feels| reads| must be| seems|s)|its)"
)
_TEXT = lazy(
    rf"\b{_WROTE} (?:like )?{_VERY}{_POOR}\b"
    r"(?! (?:day|shift|night|time|idea|thing|that|in (?:the|here)|for (?:her|him|them)|manager|"
    r"boss|weather|at work))"
    rf"|\b(?:i )?(?:feel|felt|think|fear|worried|afraid) (?:like )?(?:that )?{_WROTE} "
    rf"{_VERY}{_POOR}\b"
    r"|\b(?:i )?(?:feel|felt) (?:so |very |a bit |right |pure )?(?:daft|stupid|silly|embarrassed|"
    r"embarrased|foolish|sick) "
    r"(?:writing|reading|looking|typing|doing)\b"
    r"|\b(?:embarrassed|embarrased|ashamed|mortified) (?:of|by|at|about|to read) (?:it|this|that|"
    r"what i|my (?:writing|answer))\b"
)
_SELF = lazy(
    r"^(?:\W*(?:sorry|omg|god|honestly|och|ach|aw|well|but|and|so|no|eh|lol|tbh),? )*"
    r"(?:i'm|im|i am|am|i feel|i feel like)(?: just| only| such| so| really| too| pure| a| an| "
    r"like| no| not)* "
    r"(?:rubbish|useless|hopeless|thick|stupid|dumb|pathetic|worthless|nobody|naebody|naebdy|a "
    r"nobody|nothing|"
    r"crap|shite?|terrible|no good|good (?:enough|at)|clever|smart|bright|waste of space|an idiot|"
    r"idiot|failure)\b"
    r"(?! (?:hurt|was|in charge|told|came|else))"
    r"|\bwaste of space(?: me| i am)?\b|\b(?:i'm|im|i am|am) (?:too|to) (?:thick|stupid|dumb|old|"
    r"slow)\b"
    r"|\b(?:i )?(?:can't|cannot|can not|couldn't) (?:write|spell|explain|word|put it|do (?:this|"
    r"words))\b"
    r"(?! (?:that|it (?:in|here|down)|about|any ?more|her|his|their|names?))"
    r"|\bnot (?:cut out|made) for (?:this|writing)\b|\bno good (?:at|with) (?:this|words|writing|"
    r"it)\b"
)
_JOB = (
    r"(?:carer|care assistant|care worker|support worker|hca|cleaner|domestic|cook|driver|helper|"
    r"nursery (?:nurse|worker)|home help|kitchen (?:porter|assistant)|volunteer|student|bank|"
    r"relief|agency|worker|"
    r"nobody|assistant|sessional|night (?:carer|worker)|warden|gardener|handyman|laundry \w+)"
)
_RANK = lazy(
    r"\b(?:just|only|simply|merely) (?:a |an |the |on )?(?:(?:wee|common|ordinary|simple|small|"
    r"home|bank|humble|plain) )*"
    rf"{_JOB}\b"
    r"|\b(?:i'm|im|i am|am|i was)(?: really| certainly| just)? (?:no|not|nae|never) (?:an? |the |"
    r"any |much of a )*"
    r"(?:leader|manager|boss|leading|managing|management|leadership)\b"
    r"|\b(?:wouldn't|would not|don't|do not|can't|cannot|can not) (?:really )?(?:call|say|think)"
    r" .{0,20}\b(?:lead\w*|manag\w*|boss)\b"
    r"|\b(?:(?:that's|it's|that is|it is|that was) (?:not|no|hardly|nae)|"
    r"(?:that|it) (?:ain't|aint|isn't|wasn't)) (?:really )?"
    r"(?:inspir|lead|manag|plann|organis|motivat|support|direct)\w*"
    r"|\b(?:my|ma) (?:work|job) is (?:very |just |only |so )?(?:small|not important|nothing|"
    r"simple|little|unimportant)\b"
)
_LANGUAGE = lazy(
    r"\b(?:ashamed?|shame|sorry|embarrass\w*|shy|worried|afraid) (?:of|about|for|by) (?:my|the|ma) "
    r"(?:(?:bad|poor|broken|own) )?(?:english|spelling|writing|grammar|language)\b"
    r"|\b(?:my|ma) (?:english|spelling|grammar) (?:is|so|not|very|it)\b.{0,12}\b(?:bad|poor|"
    r"terrible|awful|good|rubbish|child)\b"
    r"|\blike (?:a )?child (?:write|writes|wrote)\b"
)
_ASKS = lazy(r"\?|\b(?:do they|will they|is it (?:ok|a problem)|does it matter)\b")

_MORE = lazy(
    r"\b(?:what|whit|wot|wat|fit)(?: more| mair| else)(?: \w+){0,3}? (?:write|rite|put|say|tell|"
    r"add|want|need|type|give)\b"
    r"|\bwhat(?:'s|s| is)? (?:left|missing) (?:for me )?to (?:write|rite|say|put|tell|type)\b"
    r"|\b(?:what|whit) (?:else|more)(?: (?:is there|then|now|though|even|like))*\W*$"
    r"|\b(?:can't|cannot|can not|don't know|not know|no idea|no clue|idk|dunno|"
    r"stuck)\b.{0,24}\b(?:else|more|mair)\b"
    r"(?!.* (?:than|staff|people|time|of us))"
    r"|\b(?:ran|run|running) out of (?:things|words|ideas|stuff)\b|\bthat's (?:all|me|everything) "
    r"(?:i've got|i have|i can think of|empty)\b"
)
_EMPTY = lazy(
    r"\b(?:nothing|nuthin|nothin|no more|nae mair|none|nowt) (?:else |more )?(?:left|in me)\b"
)
_NOT_OF_IT = lazy(
    r"\bwhat else (?:could|can|was|were|did|would) (?:i|we|you) (?:do|have done|done)\b"
)


def low_worth(text: str) -> Low:
    """Return what somebody makes small who says no more than that, "" for nothing."""
    said = heard_text(text)
    if said.count(" ") >= MOST:
        return ""
    if _LANGUAGE.search(said):
        return "" if _ASKS.search(said) else "language"
    if _RANK.search(said):
        return "rank"
    if _TEXT.search(said):
        return "text"
    return "self" if _SELF.search(said) else ""


def asks_for_more(text: str) -> bool:
    """Return whether somebody asks what else there is to write."""
    said = heard_text(text)
    is_brief = said.count(" ") < MOST
    return is_brief and _MORE.search(said) is not None and not _NOT_OF_IT.search(said)


def has_no_more(text: str) -> bool:
    """Return whether somebody asks what else to write, or has nothing left to write."""
    said = heard_text(text)
    return asks_for_more(text) or (said.count(" ") < MOST and _EMPTY.search(said) is not None)


_JOINT = lazy(r"^(?:and|an|n|but|so|then) ", re.IGNORECASE)


def without_joint(clause: str) -> str:
    """Return a clause without the word that joins it to the one before: it is said back alone."""
    return _JOINT.sub("", clause)
