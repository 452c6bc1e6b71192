"""Whether a clause makes small what was done, or denies it: nobody's act, and never said back; or
only says that something was done.

“Anyone would have done what I did” has an act's words in it. Who hears it back feels smaller.
"""

from __future__ import annotations

from bot.analysis.patterns import bits_of, lazy

_IS = r"(?:it'?s|it is|it was|it wis|that'?s|thats|that is|that was|that wis|this is|this was)"
_NOT = r"(?:not|no|nae|never|isnae|wasn'?t|wasnt|wisnae|isn'?t|isnt)"

_MODEST = lazy(
    r"\b(?:anyone|anybody|any of us|anywan)(?: all)?(?: would| wid| wad| could|'d)\b"
    r"|\b(?:awbody|a'?body|everyone|everybody|they)(?: all)?(?: would| wid| wad| could|'d)"
    r"(?: just| only| of| have| hae| 've)* (?:do|dae|did|done)\b"
    r"|\b(?:anyone|anybody|any of us|anywan) (?:do|does)\b"
    rf"|\b{_IS} (?:just |only |all |no more than )*(?:wh[ai]t (?:you|ye|we|i|ah|anyone|"
    r"anybody|they)|(?:my|the|oor|our) (?:job|work)|in the training|part o'?f? the job|routine|"
    r"nothing|naething|nowt|common sense|normal|no big|nae big|not (?:much|a big|anything))\b"
    r"|\b(?:just|only) (?:doing|doin|daein|did|done|do|dae|did) (?:my|ma|the|our) (?:job|work)\b"
    r"|\b(?:just|only) (?:did|done|do|dae|doing|doin) (?:as|wh[ai]t)\b"
    r"|\b(?:do|did|dae) (?:as|wh[ai]t) (?:i|ah)(?:'m| am| was| wis|m) (?:told|telt)\b"
    r"|\b(?:nothing|naething|not?hin'?) (?:really|much|special|big|fancy|great)\b"
    r"|^(?:well |ach |och |but |and |oh )*(?:not (?:much|a lot|really)|nae much|no much|none|"
    r"nobody|naebody|nothing|naething)$"
    r"|\b(?:managers?|bosses|the boss|seniors?) (?:do|does|dae|did) (?:that|it|management)\b"
    rf"|\b{_NOT} (?:really )?(?:my|ma) (?:job|place)\b"
    rf"|\b{_NOT} (?:really |exactly |a |any |an |much of a )*"
    r"(?:leader|manager|boss|management|leadership|leading|managing)\b"
    r"|\b(?:wouldn'?t|widnae|don'?t|dinnae|cannae|can'?t) (?:really )?(?:call|say) (?:it|that)\b"
    r"|\b(?:didn'?t|didnt|don'?t|dont|dinnae|didnae|never|not) (?:really )?(?:lead|led|manage|"
    r"managed|done? anything|do much|dae much)\b"
    r"|\b(?:i'?m|i am|im|ah'?m|ah am) (?:only|just) (?:a |an |the )?\w+(?: \w+)?$"
    r"|\b(?:leave|lea) (?:all |a' |aw )?(?:that|it|this|leading|leadership|management|managing) "
    r"(?:to|tae|for|up to) (?:the|them|him|her|those|my|others|whoever|seniors?)\b"
    r"(?!.* (?:to|tae) (?:choose|decide|pick|do|plan|run|say))"
    r"|\b(?:leadership|management|leading|managing|all that) (?:i|ah|we) (?:leave|left)\b"
    r"|^(?:and |but |so )*(?:that was|that'?s|thats|that wis) (?:it|all|a')$"
    r"|\bno(?:t a)? big (?:deal|thing)\b"
    r"|\b(?:shouldn'?t|shouldnae|don'?t|dinnae) (?:have|hae|get paid) (?:to|tae) (?:manage|lead)\b"
    r"|\b(?:what|whit) (?:\w+ ){1,2}(?:gets?|is|are|'s) paid for\b"
)


def is_modest(plain: str) -> bool:
    """Return whether a clause, in small letters, plays down or denies what was done."""
    return _MODEST.search(plain) is not None


_ROLE = lazy(r"\b(?:i'?m|i am|ah'?m|ah am) (?:only|just) ")


def names_role(plain: str) -> bool:
    """Return whether a clause that makes small names a role: “I'm only bank” is their job."""
    return _ROLE.search(plain) is not None


_VAGUE = lazy(
    r"\b(?:kept|keep|held|got) (?:it|things|everything|us|the \w+|the whole \w+|my \w+) (?:all )?"
    r"(?:going|running|together|ticking|moving|afloat|through|on track)\b"
    r"|\b(?:did|done|do|tried) (?:my|our|wur) (?:best|bit|hardest)\b|\bheld the fort\b"
    r"|^(?:i|ah|we) (?:just )?helped (?:him|her|them|an?|the|my|one|some\w*) "
    r"|^(?:(?:and|so|ok|but) )*(?:(?:i|ah|we)(?:'?m|'?d|'?ll| am| will| would)? )?"
    r"(?:want|wanna|like|going|gonna|gaun|aim|hope|plan|will|shall)? ?(?:to |tae )?"
    r"(?:write|writing|tell|talk|describe) (?:you |ye )?(?:about|aboot)\b"
    r"|\b(?:where|(?:moment|time|place|bit|part) (?:when|that)) (?:they|both|the two|these|"
    r"management|leadership) (?:\w+ )?(?:met|meet|overlap\w*|come|came|join\w*)\b"
    r"|^(?:(?:and|so|but) )*(?:i|ah|we) (?:said|told|telt) so\b"
    r"|^(?:i|ah|we) (?:just )?(?:managed|coped|helped|helped out|made it work|sorted it)$"
)


VAGUE = bits_of(_VAGUE)


def is_vague(plain: str) -> bool:
    """Return whether a clause only says that something was done, and not what, or what it will be
    about: “I want to write about the lift”."""
    return _VAGUE.search(plain) is not None
