"""Who asks what a word of the coach's means, however it is wrapped, whatever follows."""

from __future__ import annotations

from bot.analysis.patterns import lazy

ASKS_MEANING = lazy(
    r"(?:(?:sorry|but|and|ok|well|please|hi|hello|so|eh|um|coach) )*"
    r"(?:(?:(?:would|could|can|will|wid|cud) (?:you|ye|u)|i (?:do not|don't|dont|am not|would|wish|"
    r"want|need)|i'd|i'm not)(?: \w+){0,6} |(?:kindly |please )?(?:explain|clarify|tell me) )?"
    r"what(?: is|'?s| was| do you| did you| are you)?(?: (?:even|actually|really|exactly))? "
    r"(?:meant|mean|meaning) (?:here )?by\b"
    r"|.*\bi (?:just |only )?(?:asked|was asking|am asking)(?: you)? what (?:\S+ ){1,4}means?\b"
)
"""“Kindly clarify what is meant by 'management'. I was not the manager.”"""
