"""Words one of which is in every message of a kind. What lacks them only looks like it."""

from __future__ import annotations

import re

TOLD_YOU = re.compile(
    r"\b(?:said|sed|say|told|telt|tell|wrote|rote|put|pit|typed|answered|gave|gied|covered|mentioned|"
    r"explained|dealt|done|did|already|awready|alredy|above|earlier|before|again|see|look|read|scroll|"
    r"in (?:the|my|that)|under|it|that)\b"
)
"""What says that it was told. “Same thing. lift. keep them calm” tells it."""

OFFERS = re.compile(
    r"\b(?:one|wan|yin|ane|1|or|instead|insted|insteid|rather|two|twa|2|both|first|second|scrap|"
    r"better|keep|could|cud|can i|can a|can ah|should|shall|would|use|other time|another|anither|"
    r"about|then|which|actually|go with|go wi|either|story|stories|time|change|switch|swap|"
    r"different)\b"
)
"""What offers another story, or chooses one. “The other girls do it now” offers none."""

WISHES = re.compile(
    r"\b(?:can|could|cud|will|would|wid|gonnae|please|pls|plz|kindly|give|gie|gies|gimme|make|mak|"
    r"write|rite|fix|mend|tidy|polish|want|need|help|just|jist|show|send|translate|reword|rephrase|"
    r"turn|do|dae|any|sample|example|ideas|correct|check|chek|shorten|suggest|use|add|expand|spell|"
    r"join|put|pit|you|ye|u|it|this|so good|for me)\b"
)
"""What asks the coach for something."""

MEANING = re.compile(
    r"(?:what|whit|wot|whats|what's|whit's)\b.{0,20}\b"
    r"(?:it|that|this|supposed to|meant to) (?:even |actually )?mean$"
)
"""Who asks so did not understand the question: it is put in other words."""

WORKS_AS = re.compile(
    r"(?:i'?m|i am|im|ah'?m|ah am) an? "
    r"(?:(?!mess|wreck|fail|fraud|fool|idiot|disaster|leader|boss|bit)\w+|"
    r"(?:\w+ ){1,2}(?:\w+(?:er|or|ist|ant|ian)|nurse|cook|depute|deputy|senior|domestic))$"
)
"""Who says in a few words what they work as, and feels nothing about the task."""
