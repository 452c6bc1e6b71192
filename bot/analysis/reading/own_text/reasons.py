"""Why words shall go: “she'd die if she saw it”, “it's not for this”. It is said to the coach, and
tells nothing of work."""

from __future__ import annotations

from bot.analysis.patterns import lazy
from bot.analysis.reading.spoken_pieces import pieces
from bot.analysis.reading.words import heard_text

_REASON = lazy(
    r"(?:(?:cos|because|since|as|so|then|or|and|but|oh|the whole thing|all of it|i (?:just )?forgot"
    r"(?: that)?)[ ,.]*)*(?:"
    r"(?:the whole (?:thing|lot)|all of it|the lot)$"
    r"|(?:she|he|they|people|folk|everyone|everybody|someone|somebody|anyone|my \w+|the \w+)"
    r"(?:'d|'ll|d| would| will| might| could| can| may)(?: never| not| all)? "
    r"(?:die|kill|know|see|read|hate|go|lose|skin|murder|sue|be|find|recognise|guess|tell|get)\b.*"
    r"|(?:it|that|this|thon|they|she|he)(?:'s| is| was|'re| are)? (?:\w+ )?(?:private|personal|"
    r"public|publik|confidential|secret|(?:not|no|nae) (?:for|fair|right|mine|my|ma|nice|part|true|"
    r"relevant|allowed)|(?:my|ma|naebody's|nobody's|no one's|her|his|their)(?: (?:ain|own))? "
    r"(?:business|affair)|between|not to be|can't be|cannot be|must not|mustn't|shouldn't|should "
    r"not).*|i (?:shouldn't|should not|should never|wish i|regret|never should|was told not|am not "
    r"allowed|don't want|do not want|promised|forgot).*"
    r"|(?:she|he|they|\w+) (?:told|telt|said) (?:it )?(?:me |to me |us )?(?:that |this |it )?(?:in "
    r"(?:private|confidence|secret)|privately|not to (?:tell|say)).*"
    r"|(?:it|that|this) (?:can't|cannot|must not|mustn't|shouldn't|should not|wasn't|isn't) .*"
    r")"
)


def only_reasons(text: str) -> bool:
    """Return whether each sentence of a text is a reason for an order, and there is one."""
    said = [heard_text(text[start:end]).strip(" ,.!-–—") for start, end in pieces(text)]
    said = [each for each in said if each]
    return bool(said) and all(_REASON.fullmatch(each) for each in said)
