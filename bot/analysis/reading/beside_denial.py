"""Whether a clause tells of an act beside a denial: “I just do my hourly checks”.

Who denies that they lead or manage mostly says so beside it, in the present, and small. A table
that learned from what was done once hears nothing there.
"""

from __future__ import annotations

from bot.analysis.patterns import lazy
from bot.analysis.reading.pieces import Piece

_KEPT = (
    r"(?:\w+ly )?(?:checks?|cheks?|orders?|ordering|rotas?|rotes?|lists?|rounds?|stock|handovers?|"
    r"books?|budget|sheets?|charts?|temps|temperatures|diary|log|register|plans?|planning|counts?|"
    r"shopping|paperwork|records?|notes|deliver(?:y|ies)|allocations?|sign in|petty cash)"
)
"""What is kept in order."""

_DAILY = lazy(
    r"^(?:(?:and|but|so|then|though|however|every (?:morning|day|night|shift|week|\w+day)|"
    r"all (?:i|ah|we) do is|what (?:i|ah|we) do is),? )*"
    r"(?:(?:i|ah|a|we) )?(?:(?:do|just|jist|jus|only|simply|also|always|aye|mostly|every \w+|"
    r"though|however),? )*"
    rf"(?:(?:do|dae|make|mak|keep|run|see to|look after|check|chek|write|rite) "
    rf"(?:(?:my|ma|the|a|an|our|oor|all|aw|up|oot|out) )*(?:\w+ )?{_KEPT}\b"
    r"|(?:check|chek|count|plan|order|allocate|divide|split|organi[sz]e|note|record|log|prioriti[sz]e|"
    r"train|remind|book|write down|rite down|go first)\b (?!(?:on|in|it$|this|that$|you|to\b))\w+"
    r"|(?:fill|tick|sign|set|lay) (?:in |out |oot |up |off |aff )?(?:the|my|each|every|them|all)\b"
    r"|(?:show|tell|say to|ask|teach|phone|ring|text|msg|message) "
    r"(?:the|them|him|her|my|each|other|others|new|everybody|everyone|folk|families|staff|agency|"
    r"office)\b)"
)

_THEIRS = lazy(
    r"^(?:(?:and|but|so|then|no|naw|well) )*"
    r"(?:(?:the|my|ma|our|oor|her|his|a|an|another|that|new|old|other|wee) )+(?:\w+ ){1,3}?"
    r"(?:(?:always|aye|just|jist|only|mostly|usually) )?"
    r"(?:(?:does|dis|daes|makes|maks|keeps|runs|writes|checks|plans|orders|sorts|fills in|"
    r"looks after|sees to|hands out) "
    rf"(?:(?:all|aw|the|our|oor|a|an|her|his|their|out|oot|up) )*(?:\w+ )?{_KEPT}\b)"
)
"""What another sees to day by day: the badge asks what you or others do."""

_FOLLOWED = lazy(
    r"\b(?:others?|ithers?|rest|lave|girls|lads|boys|people|folk|kids|weans|staff|they|everybody|"
    r"everyone)(?: o them| of them)?(?: all| aw| just| then| also)* "
    r"(?:follow\w*|follae\w*|cop(?:y|ies|ied)|join\w*|(?:started|stertit) (?:doing|daein)|"
    r"(?:do|did|dae|does|use|try|play|sing) (?:it|that|the|this|my)|"
    r"came? (?:in )?(?:after|behind|wi|with))\b"
)
"""That others took it up: whoever went before them led, by whatever name."""


LIKELY = 0.4
"""How likely an act must be there: it is made small. On the labelled rows 0.3 keeps no more."""


def is_act_beside(piece: Piece) -> bool:
    """Return whether a clause of a denial tells of an act, of work that they see to day by day, or
    that others did as they did."""
    if piece.asked or piece.modest or piece.before:
        return False
    found = _DAILY.match(piece.own) or _THEIRS.match(piece.own) or _FOLLOWED.search(piece.own)
    return bool(found) or piece.chances["act"] >= LIKELY
