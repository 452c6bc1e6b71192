"""Words one of which is in every message of a kind. What lacks them only looks like it."""

from __future__ import annotations

from functools import lru_cache

from bot.analysis.patterns import Several, lazy
from bot.analysis.reading.called_away import CALLED, GOING, HANGS_ON
from bot.analysis.reading.kinds import Kind
from bot.analysis.reading.meaning_asked import ASKS_MEANING
from bot.analysis.reading.verbs import DID_FOR_ME

TOLD_YOU = lazy(
    r"\b(?:said|sed|say|told|telt|tell|wrote|rote|put|pit|typed|answered|gave|gied|covered|mentioned|"
    r"explained|dealt|done|did|already|awready|alredy|above|earlier|before|again|see|look|read|scroll|"
    r"in (?:the|my|that)|under|it|that)\b"
)
"""What says that it was told. “Same thing. lift. keep them calm” tells it."""

SAID_SO = lazy(
    r"\b(?:said|sed|say|told|telt|wrote|rote|put|pit|typed|answered|gave|gied|mentioned|covered|"
    r"explained|already|awready|alredy|above|earlier|again|see|look|read|scroll|dealt)\b"
)
"""The same in a longer message, which may well be “in the log”."""

OFFERS = lazy(
    r"\b(?:one|wan|yin|ane|1|or|instead|insted|insteid|rather|two|twa|2|both|first|second|scrap|"
    r"better (?:one|story)|keep|could|cud|can i|can a|can ah|should|shall|would|use|other time|"
    r"another|anither|about|then|which|actually|go with|go wi|either|story|stories|time|change|"
    r"switch|swap|different)\b"
)
"""What offers another story, or chooses one. “The other girls do it now” offers none."""

OFFERS_PLAINLY = lazy(
    r"\b(?:or|instead|insted|insteid|rather|scrap|could|cud|can i|can a|can ah|should|shall|which|"
    r"another|anither|(?:other|ither) (?:one|yin|wan|story|time|thing|situation)|different|swap|"
    r"change|go with|go wi|actually|better|story|stories|about)\b"
)
"""The same in a message that tells something: “the other two use the sheet” offers none."""

REQUESTS = lazy(
    r"\b(?:can|could|cud|will|would|wid|gonnae|please|pls|plz|kindly|give|gie|gies|gimme|make|mak|"
    r"write|rite|fix|mend|tidy|polish|want|need|help|just|jist|show|send|translate|reword|rephrase|"
    r"turn|do|dae|any|sample|example|ideas|correct|check|chek|shorten|suggest|use|add|expand|spell|"
    r"join|put|pit|you|ye|u|it|this|so good|for me)\b"
)
"""What asks the coach for something."""

MEANING = lazy(
    r"(?:what|whit|wot|whats|what's|whit's)\b.{0,20}\b"
    r"(?:it|that|this|supposed to|meant to) (?:even |actually )?mean$"
)
"""Who asks so did not understand the question: it is put in other words."""

WORKS_AS = lazy(
    r"(?:i'?m|i am|im|ah'?m|ah am) an? "
    r"(?:(?!mess|wreck|fail|fraud|fool|idiot|disaster|leader|boss|bit)\w+|"
    r"(?:\w+ ){1,2}(?:\w+(?:er|or|ist|ant|ian)|nurse|cook|depute|deputy|senior|domestic))$"
)
"""Who says in a few words what they work as, and feels nothing about the task."""

TO_A_PERSON = lazy(
    r"\b(?:co-?ord\w*|boss|manager|tutor|trainer|tell|let|sick|ill|unwell|off|late|shift|leave|"
    r"holiday|hols|extension|deadline|date|days?|weeks?|month|tomorrow|tonight|today|mon\w*|tue\w*|"
    r"wed\w*|thu\w*|fri\w*|sat\w*|sun\w*|meeting|session|call|ring|e-?mail|cohort|group|sorry|"
    r"can'?t|cannot|cannae|won'?t|dear|thanks|time|you sent|reminder\w*|hospital|funeral|doctor|gp|"
    r"course|finish\w*|leaving|left|job|contract)\b"
)
"""One of these is in every message that a person was meant to get."""

CORRECTS = lazy(
    r"(?:please |kindly |just )?(?:change|swap|replace|put|take|lose|keep|leave|make|mak|write"
    r"|strike|remove|cut|edit|ignore|can you|could|i (?:said|put))\b"
    r"|.*\b(?:mean\w*|meen|ment|meant|wrong|wrang|rong|mistak\w+|typo\w*|spel\w+|actually|sorr?y"
    r"|soz|should|instead|correct\w*|right|richt|auto\w+|predictive|scra\w*|lie|says?|wrote"
    r"|written|to i|fix|edit|error|lines?|sentences?|paragraph|answer)\b"
    r"|(?!(?:\S+ ){15}).*(?<!\bi )(?<!\bwe )(?<!\bhe )(?<!\bshe )(?<!\bthey )"
    r"\b(?:no|not|nt|na[hw]|never|\w+(?:n'?t|nae|na))\b"
)
"""Words that mend others: an order at the start, what was wrong, or what it should be. At length a
bare “not” is none: “without the rota nobody comes, without me she would not eat”; nor is what
somebody does not do: “without me she not call”."""

_DELETE_IT = lazy(
    r"(?:(?:can|could) (?:you|ye|u) |please |pls |oh |no |sorry )*"
    r"(?:del\w+|dle\w+|dlete|remove|erase|wipe|ignore|disregard) "
    r"(?:it|that|this|all|everything|everthing|my|ma|the|what|whit|wot|last)\b"
)
_REWRITE = lazy(
    r"(?:please |just |can you |could you )*(?:re(?:write|word|phrase|do) (?:it|this|that)"
    r"|(?:cut|make|mak) (?:it|this|that) (?:down|short|shorter|half|less))\b"
)
_WHO_SEES = lazy(
    r"who (?:else )?(?:can|could|will|gets to) (?:see|read)\b|(?:so |and |but |ok )*"
    r"(?:can|could|will|would) (?:any(?:one|body)|people|folk) (?:tell|know|guess|work out) "
    r"(?:who|it'?s|its|that it)\b"
)
_BACK_NOUN = lazy(
    r"back (?!now|again|here|on|at|in|to|from|soon|sorry|hi|hello|then|please|one)\w+$"
)
_TAG = lazy(
    r"(?:\S+ ){1,9}"
    r"(?:is it|isn'?t it|is that|did i|do i|am i|have i|can i|should i|do you|are you)$"
)
_BOTH = lazy(
    r"(?:(?:i|ah|it|it'?s|is|think|this|that|was|wis|they|would|say|well|maybe|mibbe|aye|yes|for|me)"
    r" )*(?:both|baith)(?: (?:of them|at once|really|i think|at the same time|"
    r"i (?:would|wid) say))*$"
)
_HEDGE = lazy(
    r"(?:(?:aye|yes|well|ok|eh|er) )*(?:(?:i|ah|a) )?(?:spose|suppose|guess)(?: so| aye)*$"
)
_GIVE_BADGE = lazy(
    r"(?:(?:just|please|so|can you|will you) )*(?:give|gie) (?:me|us) (?:the|my|a) badge\b"
)
_STOP_DOING = lazy(
    r"(?:.* )?(?:i|we|ah|they|he|she)(?:'?ll| will| wull| am going to|'m going to| want to)? stop "
    r"(?!messag|text|ask|send|writ|typ|answer|bother|nag|remind|tell|talk|try)\w+ing? \w+"
)
_ALL_TOLD = lazy(
    r"(?:(?:so|and|right|well|ok|okay|aye|yes|think|i think|ah think) )*"
    r"(?:that'?s|that (?:is|was|wis)) (?:it|a'|aw|all)"
    r"(?: (?:really|now|noo|then|i think|from me))*$"
)
"""“That wis it”: nothing more comes, and nothing is put right."""

_WHICH = lazy(
    r"(?:(?:sorry|well|ok|but|so) )*(?:i |ah |a )?(?:really )?"
    r"(?:(?:do not|don'?t|dinnae) (?:really )?(?:know|ken)|dunno|"
    r"(?:i'?m |am |ah'?m )?(?:not|no|nae) (?:really )?sure) "
    r"(?:aboot|about|of) (?:the|that|this) (?:last |other )?(?:one|1|yin|bit|question|q)$"
    r"|(?:(?:sorry|well|ok|but|so) )*(?:i |ah |a )?(?:really )?"
    r"(?:(?:do not|don'?t|dinnae) (?:really )?(?:know|ken)|dunno|"
    r"(?:i'?m |am |ah'?m )?(?:not|no|nae) (?:really )?sure) (?:what|which|whit|wot|wat) "
    r"(?:story|one|yin|situation|example|else|more|"
    r"(?:to|tae) (?:say|write|put|pit|pick|choose|take|tell))\b"
)

_WHAT_CHANGED = lazy(
    r"(?:the |that |one )?(?:big |biggest |main |real |only )*(?:change|difference|diffrence) "
    r"(?:was|is|wis|that)\b|\d+ [a-z]+,? (?:and |an )?\d+ [a-z]+$"
)
_TELL_THEM = lazy(
    r"(?:sorry |hi |hello )*(?:(?:would|could|cud|can|will) (?:you|ye|u)|please|pls|kindly)"
    r"(?: please| kindly)* (?:let|tell|inform)(?: [\w'.]+){1,3}? "
    r"(?:know\b|that (?:i|ah|we)\b|(?:i|ah)(?:'?m| am|'ll| will| can'?t| cannot| won'?t)\b)"
)
_GENERATE = lazy(
    r"(?:.* )?(?:can|could|cud|will|would) (?:you|ye|u) (?:just |please |no |not )*"
    r"(?:generate|write|draft|compose|make up|make|do|knock up) (?:me |us |up )*"
    r"(?:an?|the|my|some) (?:\w+ )?"
    r"(?:paragraph|sentences?|answers?|statement|summary|draft|piece|version|bit for me)\b"
)
STICKS = lazy(
    r"(?:(?:naw|no|nah|aye|yes|ok|okay|right|actually|well|just) )*"
    r"(?:i'?ll |ah'?ll |let'?s |lets |we'?ll |can i |can we )?"
    r"(?:stick|stay|keep|go|carry on|keep going) (?:wi|with|to|tae|on) (?:the|that|my|ma) "
    r"(?:first |other |last )?(?!bus|pub|toilet|shop|office|buzzer|door)\w+(?: one| yin| story)?"
    r"(?: then| please)?$"
)
_BETTER = lazy(
    r"(?:actually |no |naw |wait |right |oh |och )*(?:scrap|forget|bin|drop) (?:that|it|the last)"
    r"(?: one| yin| story)?\b.{0,40}\b(?:better|another|anither|different) (?:one|yin|story|time)\b"
    r"|(?:actually |no |wait )*(?:or|or else) (?:i|ah) (?:could|cud|can|might) "
    r"(?:tell|write|use|dae|do) "
)
_MAY_I_USE = lazy(
    r"(?:so |and |ok |right )*(?:can|could|cud|may) (?:i|ah) "
    r"(?:use|write about|tell (?:you )?about) "
)
_WHAT_WAS_IT = lazy(
    r"(?:.* )?(?:wot|what|whit|wat|whats|what's) (?:was |wis |is )?(?:the|that|my|ma|your) "
    r"(?:last )?(?:q|qu|question|one|bit) ?(?:again)?$"
)
_SORRY_FOR_IT = lazy(
    r"(?:so |very |really |am |im |i'm |i am )*(?:sorr?y|soz|excuse|forgive|apologies|dinnae mind) "
    r"(?:about |abuot |aboot |for |fur |to you )*(?:my|ma|the) (?:bad |awful |terrible |poor )*"
    r"(?:spell?in\w*|speling\w*|speeling|english|inglish|grammar|gramer|grammer|writin\w*|ritin\w*|"
    r"typin\w*|typos?)\b"
)
_NOT_GRASPED = lazy(
    r"(?:(?:sorry|please|sir|madam|hi|hello|no|but|ok|so|eh|well|forgive me|i'm afraid) )*"
    r"i (?:don't|do not|didn't|can't|cannot|still don't) (?:really |quite |fully )?"
    r"(?:understand|get|follow|grasp) "
    r"(?:is it|what you|what i|what it|what this|what that|this|the question|your question|you|"
    r"if it|whether|which)\b(?!.{0,60}\b(?:so|but) (?:i|we)\b)"
)
_ASHAMED = lazy(
    r"(?:.* )?my (?:spelling|writing|english|grammar|typing)(?:'s| is| are|s)? (?:\w+ ){0,3}?"
    r"(?:murder|awful|terrible|bad|rubbish|shocking|poor|atrocious|hopeless|woeful|"
    r"not (?:so |very |that )?(?:good|great|perfect))\b"
    r"|(?:.* )?i(?:'m| am) (?:\w+ ){0,3}?(?:afraid|scared|nervous|worried) (?:of|about) "
    r"(?:this|doing this|writing|the writing)\b"
)
_FEARS_FOR_IT = lazy(
    r"(?:(?:so|and|oh|no|wait|but|here) )*(?:did|have|has|do|does) (?:you|i|it|that|they) (?:\w+ )?"
    r"(?:lose|lost|deleted?|wiped?|erased?|removed?|binned)\b"
)
_SAID_TO_ME = lazy(
    r"(?:(?!\byou\b|\bi\b).)*\b(?!you|i|it|that|this|bot|coach)[\w']+ (?:said|told) "
    r"(?:to )?(?:me|us)\b(?!.*\b(?:you|your|badge|statement|words?|form)\b)"
)
_SORE_BACK = lazy(r".*\b(?:bad|sore|her|his|my|their) back$")
_WHAT_IS_THIS = lazy(
    r"(?:(?:alright|hi|hiya|hello|hey|ok|right|so|och|eh|pal|hen|mate|then) )*"
    r"what(?:'s| is) (?:this|it|that|aw this|all this)(?: all| even)?(?: about| for)$"
)
_WHAT_A_DAY = lazy(r"(?:\w+ )?what an? (?:\w+ )?(?:day|night|shift|week)(?: that was| it was)?$")
_CANNOT_WRITE = lazy(
    r"(?:.* )?i(?:'m| am)(?: \w+){0,2} dyslexic\b"
    r"(?!.*\b(?:so|but) i (?!can't|cannot|don't|am|'m)\w+)"
    r"|(?:.* )?i (?:really |just )?(?:can't|cannot|can not) (?:even )?(?:write|spell|read)"
    r"(?: and (?:write|spell))? (?:for|to save|well|very well|properly|good|right|at all)\b"
)
_BOTH_IS = lazy(
    r"(?:(?:and|so|well|the|i think|ok|for) )*(?:both|baith|overlap|where they meet)"
    r"(?: bit| part)? (?:would|wid|is|was|wis)(?: be)?(?: \w[\w']*){3,}"
)
_WHAT_IS_IT = lazy(
    r"(?:so |and |but |ok )*(?:what|whit|wot|wat)(?:'?s| is| does)(?: an?| the)? "
    r"(?:management|leadership|overlap|managing|leading|badge|statement|situation)\b"
)
_BACK_NOW = lazy(
    r"(?:(?:right|och|ok|okay|hi|hiya|hello|sorry|so|well|aye|yes|hey|and|now) )*i'm back"
    r"(?: now| again)?\b(?! (?:on|at|in|to|from|with|up|down)\b)"
)
_NO_MORE = lazy(
    r"(?:(?:i|ah|i've|there'?s|got|have|sorry|that'?s it|well|and) )*"
    r"(?:no|nae|nothing|nothin|naething|nuthin|nowt|not much) (?:more|mair|else) (?:to|tae) "
    r"(?:say|add|tell|write|put)\b"
    r"|(?:(?:och|oh|ach|ok|right|nah|no|naw|well|just) )*forget (?:it|that|aboot it|about it)$"
)
_WHAT_TO_WRITE = lazy(
    r"(?:\S+ ){0,10}(?:so )?(?:what|whit|wot) (?:do|should|shall|am|wid|would) (?:i|ah) "
    r"(?:meant to |supposed to |even )?(?:write|put|say|pit)(?: here| now| then| down)?$"
)

_SURELY = Several[Kind](
    (
        (lazy(r"(?:perhaps|maybe|mibbe|probably|possibly)$"), "talk"),
        (_REWRITE, "request"),
        (_WHO_SEES, "question"),
        (_BACK_NOUN, "bare"),
        (_FEARS_FOR_IT, "question"),
        (_DELETE_IT, "delete"),
        (_TAG, "question"),
        (ASKS_MEANING, "question"),
        (MEANING, "not_understood"),
        (WORKS_AS, "evidence"),
        (_WHAT_CHANGED, "evidence"),
        (DID_FOR_ME, "evidence"),
        (_BOTH, "evidence"),
        (_HEDGE, "talk"),
        (_ALL_TOLD, "talk"),
        (GOING, "talk"),
        (_WHICH, "talk"),
        (CALLED, "talk"),
        (HANGS_ON, "talk"),
        (_GIVE_BADGE, "question"),
        (_STOP_DOING, "evidence"),
        (_TELL_THEM, "to_coordinator"),
        (_GENERATE, "request"),
        (STICKS, "alternative"),
        (_BETTER, "alternative"),
        (_WHAT_TO_WRITE, "not_understood"),
        (_MAY_I_USE, "question"),
        (_WHAT_IS_IT, "question"),
        (_BOTH_IS, "evidence"),
        (_NO_MORE, "talk"),
        (_WHAT_WAS_IT, "back"),
        (_SORRY_FOR_IT, "feeling_about_task"),
        (_CANNOT_WRITE, "feeling_about_task"),
        (_WHAT_A_DAY, "feeling_about_task"),
        (_WHAT_IS_THIS, "question"),
        (_SORE_BACK, "evidence"),
        (_SAID_TO_ME, "evidence"),
        (_ASHAMED, "feeling_about_task"),
        (_NOT_GRASPED, "not_understood"),
        (_BACK_NOW, "back"),
    )
)
"""“Rewrite that”, “who can see this”, “back pain”, “enough is it”, “I think is both”, “I do not
know which one”, whatever they look like."""


@lru_cache(maxsize=16)  # asked twice about a message: what it is, and how sure that is
def surely(said: str) -> Kind | None:
    """Return the kind that a message in small letters is by a sign, None for none."""
    return next((kind for sign, kind in _SURELY.worth_trying(said) if sign.match(said)), None)


_SENTENCE = lazy(r"(?:\A|(?<=[.!?\n]))[^.!?\n]++\?")

QUESTION = 4
"""Words of the shortest sentence that asks something: “Honestly?” asks nothing."""


def has_question(text: str) -> bool:
    """Return whether a sentence of a text asks something."""
    return any(len(found[0].split()) >= QUESTION for found in _SENTENCE.finditer(text))
