"""Words of an act that it is called nothing after: company, belief, who somebody is, what was told.

The table hears a practice in some of these, and there is none.
"""

from __future__ import annotations

import re

from bot.analysis.patterns import lazy

_NOT_SO = (
    r"(?:he|she|they|it|that|there|this) (?:was not|wasn'?t|wis no|wisnae|is not|isn'?t|would not|"
    r"wouldn'?t|widnae|could not|couldn'?t|cannae|can'?t|won'?t|wullnae|will not|did not|didn'?t|"
    r"didnae|don'?t|dinnae|never|had no)\b"
)

NAMES_NOTHING: tuple[tuple[str, re.Pattern[str]], ...] = (
    # Company and comfort: the care itself.
    (
        "company",
        lazy(
            r"\b(?:talk(?:ed|s|ing)?|chat(?:ted|s|ting)?|spoke|blethered|speak) (?:away )?(?:to|"
            r"tae|with|wi) (?:him|her|them|the \w+|my \w+|ma \w+) (?:all )?about\b"
            r"|\b(?:talk(?:ed)?|chat(?:ted)?) about (?!why|how|what)"
            r"|\b(?:held|hold|holding|stroked|rubbed) (?:\w+ )?(?:his|her|their) \w+"
            r"|\b(?:sang|hummed|cuddle[sd]?|hug|hugs|hugged)\b"
            r"|\b(?:read|told|telt) (?:to |tae )?(?:him|her|them|the (?:kids|children|"
            r"bairns|weans|child|boy|girl)) (?:his|her|the|a) (?:\w+ )?(?:book|paper|story)\b"
            r"|\bencouraged (?:him|her|them) (?:to|tae) (?:eat|drink|take|tak|have|hae|finish)\b"
            r"|\b(?:blanket|pillow|slippers|cup of tea|cup o' tea|hot water bottle)\b"
        ),
    ),
    # Who somebody is, however many beds there are and whoever is on with them.
    ("role", lazy(r"^(?:hi |hello |so |well )*(?:i'm|i am|im|ah'm|ah am) an? ")),
    # What somebody thinks, and nobody does.
    (
        "belief",
        lazy(
            r"^(?:(?:and|but|so|well|but then) )*(?:i|ah|we) (?:(?:just|jist|still|do|really) )?"
            r"(?:think|hink|believe|reckon|guess|suppose|hoped?|wish(?:ed)?|understand|understood)\b"
            r"(?! (?:about|aboot|of|o|ahead|it through|in (?:him|her|them|you))\b)"
        ),
    ),
    # Somebody tells the learner: what is known, and nobody's leading.
    (
        "told_me",
        lazy(
            r"\b(?:told|telt|tells|(?:said|says?|sez) (?:tae|to)|ask(?:ed|it|t)?) me\b"
            r"(?!.*\b(?:trusts?|trusted|believes?|believed|i could|i can|proud|(?:her|his) own)\b)"
            r"|\bc[ao]me (?:to|tae) me\b"
            r"|^tell (?:me|us)\b"
            r"|\b(?:was|wis|were|wur|got) (?:told|telt|asked|askit)\b"
        ),
    ),
    # How somebody was, and what was seen of it.
    (
        "state",
        lazy(
            r"^(?:i|ah|we) c(?:ould|ud) (?:see|tell)\b"
            r"|^(?:i|ah|we)(?:'m|'re| am| are| was| wis| were)? (?:so |very |really |pure )*"
            r"(?:grateful|thankful|glad|lucky)\b"
            r"|^(?:(?:and|but|so|because|cos) )*(?:he|she|they|it|(?:the|my|her|his) \w+) "
            r"(?:just |still |aye |really )?(?:needs?|needed|wants?|wanted|likes?|liked|loves?|"
            r"loved|hates?|hated|knows?|knew|thinks?|thought(?! ahead)|believes?|seems?|seemed|"
            r"feels?|felt)\b"
            r"|\b(?:was|wis|were|wur|is|are) (?:(?:so|that|pure|very|really|quite|too) )*"
            r"(?:terrified|scared|feart|frightened|nervous|worried|upset|angry|sad|lost|lonely|"
            r"tired|shy|ill|unwell|happy|proud|raging)$"
        ),
    ),
    # What those did who are looked after: what was the matter, or what came of it.
    (
        "looked_after",
        lazy(
            r"^(?:(?:in|on|at|by|last|one|every|each|that|this|and|but|so|then) (?:\w+,? )?){0,2}"
            r"(?:the|an?|one|two|twa|three|four|some|most|half|my|our|oor|a few|all|wan)(?: of| o)?"
            r"(?: the| our| my)? (?:\w+ ){0,2}(?:residents?|tenants?|clients?|lad(?:y|ies)|men|man|"
            r"wom[ae]n|bo?ys?|girls?|lads?|kids|child(?:ren)?|bairns?|weans?|pupils?|patients?|"
            r"service users?)(?: \w+){0,5} (?:began|started|stopped|kept|woke|fell|cried|refused|"
            r"got|was|were|wis|wur|had|hud|did(?:n'?t|nae)?|would(?:n'?t)?|widnae)\b"
        ),
    ),
    # Others offer something: that came of it.
    (
        "offered",
        lazy(r"\b(?:said|says|sed) (?:he|she|they|i)(?:'d|'ll|d| would| wid| will| wull)\b"),
    ),
    # Somebody is only spoken to: of what, and so what it is called, is not told, or it is news.
    (
        "only_told",
        lazy(
            r"^(?:(?:and|so|then|i|ah|we|he|she|just|jist) )*"
            r"(?:(?:gave|gied|handed|passed) (?:it|them|that) (?:to|tae)|"
            r"ask(?:ed|it|t)?|tell|told|telt|tellt|rang|phoned|call(?:ed)?|texted|emailed|"
            r"inform(?:ed)?|(?:spoke|speak|talked|went|go|passed it|mentioned it) (?:to|tae|wi|"
            r"with|on to)) (?:(?:see|talk to) )?(?:(?:the|ma|my|our|oor|his|her|a|an) )?"
            r"(?!every|all|each|them|families|staff)\w+(?: (?:\w+er|lady|man|janny|nurse|office|"
            r"assistant|worker))?(?: (?:about|aboot) (?:it|that)| to come)?"
            r"(?: (?:last \w+|(?:straight|right) away|at once|again|(?:once|twice) an? \w+|"
            r"(?:each|every|ilka|that|this|the next|the same|on|on the) \w+))?$"
            r"|\b(?:told|telt|tell) .*\b(?:how|hoo) (?:it|things|he|she|they) "
            r"(?:was|were|wis|wur|is|are|had) (?:going|gaun|getting on|daein|doing|been)\b"
        ),
    ),
    # Others think little of it: what was the matter, and nobody's leading.
    (
        "refused",
        lazy(
            r"^(?:(?:and|but|so|then|well) )*(?:(?:he|she|they|everybody|everyone) |(?:the|my|ma|"
            r"our|oor|his|her|one|wan|two|three|some|most|half|both) (?:\w+ ){0,3}?)"
            r"(?:said|says|sed|say) "
            rf"(?:(?:no|naw|nah)(?:$| (?:chance|way|thanks|to|again)\b)|{_NOT_SO})"
            rf"|^(?:(?:and|but) )*(?:said|says|sed) {_NOT_SO}"
            r"|^(?:(?:and|but|so|then) )*(?:he|she|they|everybody|(?:some|most|half|two|three|wan|"
            r"one) (?:o|of|o') (?:them|us|the \w+)) (?:was|wis|were|wur|are|is) "
            r"(?:all |dead |a' |aw )?(?:for|fur|against|set on|set against)\b"
        ),
    ),
    # What somebody says of how it has always been.
    (
        "refused",
        lazy(
            r"\b(?:said|says|sed) (?:(?:well|but|that) )*(?:that'?s|thats|it'?s|its|it is) .*"
            r"\b(?:always|aye|never|just|no a)\b"
        ),
    ),
    # Which night or visit it was.
    (
        "which_time",
        lazy(
            r"^(?:(?:and|but|so|it was|it wis|that was|on) )*(?:her|his|my|ma|their|our|oor|the) "
            r"(?:\d+(?:st|nd|rd|th)|very first|first|second|third|last) (?:ever |\w+ )?"
            r"(?:night|nite|nicht|day|shift|week|month|visit|time|year|morning)(?: \w+){0,3}$"
        ),
    ),
    # What it is that somebody did then stands elsewhere.
    (
        "did_it",
        lazy(
            r"^(?:(?:and|so|but|then|i|ah|we|just|jist|only) )*(?:did|done|do|dae) (?:it|that|this)"
            r"(?: all| again| twice)?(?:$| (?:in|on|at|for|last|every|each|once|when|because|cos)\b"
            r"(?! the same\b))"
        ),
    ),
)
"""Each pattern has the name under which ``worth_trying`` has its words."""
