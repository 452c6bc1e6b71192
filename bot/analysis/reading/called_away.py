"""Words of those who have to go, or are called away for a moment: they tell nothing of work."""

from __future__ import annotations

from bot.analysis.patterns import lazy

GOING = lazy(
    r"(?!.*\b(?:he|she|they|would|wid|didn'?t)\b)"
    r"(?:.* )?(?:need|got|have|hae) (?:to|tae) (?:go|run)(?: now| noo)?$"
)
CALLED = lazy(
    r"(?:my )?(?:apologies|excuse me|forgive me|please excuse me|sorry|soz)(?: \S+){0,3}? "
    r"(?:i'?ve been|i have been|i am|i'?m|i was|someone(?:'s| is)|somebody(?:'s| is)|"
    r"(?:my|a) \w+(?:'s| is| has)?) "
    r"(?:being |just )?(?:called (?:away|to|out|back)|needed|required|calling me|at the door|"
    r"needs me)\b"
)
HANGS_ON = lazy(
    r"(?!.*\b(?:ask|asking|question|why|whit|what|can (?:i|ah|you|ye)|is (?:it|that|this))\b)"
    r"(?:(?:ok|right|sorry|oh|wait) )*(?:brb|bbl|(?:hang|hing|haud|hold) on\b"
    r"(?! (?:to|tae|the|a|an|my|his|her|it|for)\b)|(?:wait|gimme|give me|gies?|just|jist) "
    r"(?:a|one|wan|two|2|twa) (?:sec|min|minute|second|mo|tick)s?)"
    r"(?: (?!(?:i|ah|we) (?:said|told|shouted|asked)\b)\S+){0,14}$"
)
