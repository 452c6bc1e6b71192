"""Turns of speech by which people tell what the words around them are."""

from __future__ import annotations

from bot.analysis.patterns import lazy

READ_BACK = lazy(
    r"\b(?:read|reading|readin|see|seeing|seein)\b(?: (?:it|this|that|them|what i (?:wrote|put)))?"
    r"(?: all)?(?: (?:back|through|throo|over|again|written doon|written down|set down))"
)
"""Who reads what they wrote, and not something at work to somebody."""

QUESTION_BEGINS = lazy(
    r"\W*(?:and |so |but |ok |och )*(?:who|wha|what|whit|wot|wat|when|where|whaur|which|why|how|"
    r"hoo|fit|is|are|does|did|can|could|will|would|should|am|may|might|do (?:i|ah|you|ye|they))"
    r"(?:'?s)?\b"
)
"""How a question begins, with or without its mark. “do it alone” begins so and asks nothing."""

I_SAID = lazy(r"\W*(?:(?:well|but|no|naw) )?(?:i|ah|a) (?:said|sed|telt ye)\W+")
"""“i said fine”: the second word is the answer. In small letters."""

WAS_ASKED = lazy(
    r"\b(?:i|ah) (?:was|wis) (?:\w+ )?(?:asking|askin)\b"
    r"|\b(?:was|wis|is|'s) (?:only |just |jist |meant as )?(?:a )?question\b"
    r"|\bonly (?:a question|asking|askin)\b"
    r"|\b(?:was|wis|is)(?:n'?t| not| no|nae) (?:meant |for |to be |supposed |a |any )*"
    r"(?:part (?:of|o) (?:it|that|my \w+)|my (?:answer|account)|an answer|(?:in|for) my answer)\b"
)
"""Who says that what they wrote was a question, and no answer."""
