"""Who says that they lead nobody, or only do as they are told: no more is told than a job."""

from __future__ import annotations

from bot.analysis.patterns import lazy

NONE = lazy(
    r"(?:(?:there'?s|there is|there was|eh|well|em|oh|no) )*(?:none|nane|nobody|naebody|no one|"
    r"nothing|no (?:management|leadership|leading|managing))\b(?! (?:of (?:us|them)|was|wis|had|"
    r"did|came|knew|got|said|fell|wanted|else|could|would|noticed|told|asked|liked|i|we|he|she|they))"
    r".*\b(?:manag\w*|lead\w*|boss\w*|seniors?|charge|only (?:bank|agency|relief|a|an)|"
    r"jist an?|just an?)\b"
)
"""“None. Managers do management. I'm only bank.”"""

_NONE_UNDER = lazy(
    r"\b(?:nobody|naebody|no one|no wan|nane|none|not anyone|not anybody)\b(?: \w+){0,2}? "
    r"(?:managed|led|leaded|under me|below me|(?:to|tae) (?:lead|manage|boss)|"
    r"(?:answers|reports) to me|follows me)\b"
    r"|\b(?:i|ah) (?:lead|manage|boss|am over) (?:nobody|naebody|no one|no wan|none)\b"
    r"|\bno (?:managin|managing|leadin|leading|management|leadership) "
    r"(?:here|in (?:that|it|my|ma))\b"
)
_DONE = lazy(
    r"\b(?:\w{3,}ed|made|told|telt|took|got|gave|wrote|went|sat|put|built|said|brought|came|led)\b"
    r"(?<!managed)(?<!leaded)|\bbut (?:i|ah|we) (?!am\b|just\b|only\b|do\b)\w+"
)
_DO_AS_TOLD = lazy(
    r"(?:.* )?i (?:just|only) (?:do|follow) (?:what|as) (?:(?:i'm|i am|am|i get) (?:told|bid|asked)"
    r"|(?:they|he|she|the \w+|my \w+) (?:says?|tells?))(?: me| us)?(?: to)?(?: do)?$"
)
_WHO_ME = lazy(
    r"(?:(?:eh|what|no|naw|och|aye|who|ha|lol) )*"
    r"(?:(?:me|manage|lead|managing|leading|management|leadership|a manager|a leader) ){1,3}"
    r".{0,40}\bi (?:just|only) (?!(?:did|made|was)\b)\w+(?: \S+){0,4}$"
)
_NO_NAME_FOR_IT = lazy(
    r"(?:.* )?i (?:do not|don't|wouldn't|would not|cannot|can't|can hardly|hardly) "
    r"(?:really |quite )?(?:believe|think|say|consider|call|describe|regard|see)\b.{0,60}\b"
    r"(?:management|leadership|managing|leading|a manager|a leader)"
    r"(?: at all| really| as such| either| though| exactly| in (?:any|the) \w+ sense)?$"
)
_FOR_OTHERS = lazy(
    r"(?:(?:och|aye|no|well|but|nah|naw) )*(?:leadership|leading|management|managing|that|it|this|"
    r"all that)(?:'s| is)(?: all)? (?:for|more for|up to|down to|what) (?:the )?(?:\w+ ){0,2}"
    r"(?:folk|people|them|those|they|managers?|management|bosses|boss|ones?|yins?|office|seniors?|"
    r"suits|likes)\b.{0,40}\b(?:not|no|nae) (?:for )?(?:me|us|the likes of me)\b"
)
_NONE_AND_A_JOB = lazy(
    r"(?:none|nane|nobody|naebody|no one|nothing|naw|nope|no) (?:i'm|i am|am|im) "
    r"(?:only |just |jist )*(?:a|an|the) [\w-]+(?: [\w-]+)?$"
)
MOST_DENYING = 16
"""Words of the longest message that says no more than a job and that it leads nobody."""


_NO_MORE = (_DO_AS_TOLD, _WHO_ME, _NO_NAME_FOR_IT, _NONE_AND_A_JOB, _FOR_OTHERS)


def denies_with_a_job(said: str) -> bool:
    """Return whether no more is said than what somebody works as and that nobody is led by them:
    “I cook the dinners. Nobody gets managed.”"""
    is_brief = said.count(" ") < MOST_DENYING
    if is_brief and any(each.match(said) for each in _NO_MORE):
        return True
    return is_brief and _NONE_UNDER.search(said) is not None and not _DONE.search(said)
