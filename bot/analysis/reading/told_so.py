"""What looks like talk and is told of work: what others said or did, and what came then."""

from __future__ import annotations

from bot.analysis.patterns import lazy

TOLD_SO = lazy(
    r"(?:(?:naw|no|aye|yes|well|and|so) )*"
    r"(?:nobody|naebody|no one|no wan|everybody|everyone|a'?body|awbody) (?:\w+ly )?(?:fell|cried|"
    r"slept|moaned|complained|argued|fought|panicked|shouted|minded|missed|got|ran|had|needed|"
    r"(?:was|wis|were) (?:hurt|left|late|missed))\b"
    r"|(?:(?:naw|no) )?(?:i|ah|we|they|he|she) (?:never|not|havenae|haven't) (?:had|got|seen|lost) "
    r"(?:(?!you\b)\w+ ){1,5}(?:after|since)\b"
    r"|(?:i |ah )?(?:said|sed) (?:sorry|i was sorry|thanks?|thank you|hello|well done|"
    r"good ?night)\b"
    r"|(?:i|ah|we) (?:was|wis|were) (?!wondering|hoping|gonna|going|looking|told|asked)"
    r"(?:(?!you\b)\w+ ){7}"
    r"|(?:(?:my|ma|the|our|oor) )?(?:manager|boss|senior|nurse|cook|deputy|doctor|driver|family|"
    r"daughter|son|mum|dad|colleague|lady|man|resident) (?:said|says|told|telt|asked)\b"
    r"|(?:(?!\byou\b).)*\b(?:he|she|they|wee \w+|lassie|lad|boy|girl) "
    r"(?:said|says|sed|told|telt|tells) (?:to )?(?:me|us|him|her|them|i|ah)\b"
    r"|(?:only |just )*(?:after|within|in|by) (?:only |just )*(?:\d+|an?|one|two|three|four|"
    r"five|six) (?:days?|nights?|weeks?|wks?|months?|shifts?)(?: only| later)? (?:she|he|they|"
    r"nobody|everybody|everyone|(?:the|my|ma|our) \w+) \w+"
    r"|(?:(?!\byou\b|\bi\b).)*\b(?!you|i|ah)[\w']+ (?:said|sed|told|telt) (?:to |tae )?(?:me|us)\b"
)
"""“Nobody fell.” “I said sorry.” “She said to me: don't stop.” It looks like talk, and tells."""

WHAT_WAS_DONE = lazy(r"\bthat (?:was|wis|is) wh[ai]t (?:i|we|ah|she|he|they) did\b")
AT_WORK = lazy(
    r"(?:people|staff|residents|tenants|parents|children|families|colleagues|everybody|everyone) "
    r"\w+|(?:next time|from now on) (?:i|we) \w+|then (?!i|we|you|ok|what|please)\w+ \w+ \w+ \w+"
    r"|(?:i |we |ah )?(?:put|hung|stuck|set|took|moved|kept|wrote|pinned) (?:it|them|one|him|her) "
    r"(?:\w+ )?(?:on|in|up|at|by|to|near|under|beside|over|outside|round) \w+"
    r"|(?:i|we|ah|she|he|they) (?:had|managed|chose|decided|agreed) (?:to|tae) "
    r"(?!go\b|stop|leave|run)\w+"
    r"|so (?:that )?(?:the (?!badge|question|answer|statement)\w+|they|he|she|folk|nobody|naebody|"
    r"no one|everybody|everyone) \w+ \w+"
)
"""What others do, what came then, what it was for: an answer that has no act in it."""
