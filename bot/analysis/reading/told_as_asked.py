"""What begins as a question does and tells: “what he needed was somebody to say it was OK”, “how
did I do it, I just sat there”."""

from __future__ import annotations

from bot.analysis.patterns import lazy

_WHAT_IT_WAS = lazy(
    r"(?:(?:so|and|but|well|ok|aye|yes|no) )*(?:what|all) "
    r"(?!(?:is|are|do|does|did|can|could|should|would|if|about|for|it|that|this|you|"
    r"the (?:badge|question))\b)"
    r"(?![^.?!]*\b(?:know|ask|asking|wonder|wondering|mean|question|put|write|confused)\b)"
    r"(?:[\w'-]+ ){1,5}(?:is|was|were) (?!(?:that|it|this|that for)\W*$)(?:[\w'-]+ ?){2}"
)
"""“What I do is count the trays”, “what was both was the morning chat”."""

_OWN_ANSWER = lazy(
    r"(?:(?:so|and|but|well|ok|aye) )*(?:how|what|who|why|where|when)(?: \w+)? "
    r"(?:did|was|were) (?:i|we|he|she|they|it)\b(?: [\w'-]+){1,5}[,?.!–-]* "
    r"(?:(?:well|so|just|aye|ok) )*(?:i|we|he|she|they|by|because|with)"
    r"(?! (?:wonder|know|think|am|mean|forget|forgot|ask|don't|can't|need|want))\b[^?]*$"
)
"""“How did I do it, I just sat there.”"""


def tells_by_asking(said: str) -> bool:
    """Return whether a text in small letters and one voice tells, although it begins as a question
    does. Nothing that ends in a question mark does."""
    if said.rstrip().endswith("?"):
        return False
    return bool(_WHAT_IT_WAS.match(said) or _OWN_ANSWER.match(said))
