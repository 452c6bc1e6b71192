"""Whether a message is part of an answer or a question to the coach, and which question it is.

Invariant: doubt is never settled here. What could be either is ``unsure``: the learner is asked.
An answer taken for a question would be missing from the statement, which is the worse mistake. So a
sentence is scored: its form (does it speak to the coach, or of what "I" must do here?), with the
words of the task, less what only an answer has: the words of the work, other people, the past.
A question mark alone is little, and its absence nothing. Figures: ``tests/test_questions.py``.
"""

from __future__ import annotations

import difflib
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from bot.coaching.words import count_words

Verdict = Literal["answer", "question", "unsure"]

LONG = 25
"""More words than this are an answer, unless nothing in them tells what happened."""
TO_COACH, PERHAPS = 3.0, 1.0
"""From these scores on a sentence is for the coach, or may be."""
MOST = 40
"""Words of a clause that are looked at, because a question shows in its beginning."""
SENTENCES, CLAUSES = 12, 8
"""How many are looked at, the first and the last: a page of commas must not cost a second."""
NEAR, STRANGE = 0.5, 3.0
"""How near a way of asking must be, from 0 to 1, and the weight of a word that is in none. A wrong
answer is worse than none: “what time is it” must not be told about deadlines."""

# Small letters, Scots and the spelling of phones, written out as the patterns expect them.
_SPELLINGS = """
what: whit wit wat wot whut; do: dae; does: diz; you: u ye yi youse yous; your: yer ur yir;
are: r; to: tae; have: hae huv hiv; how: hoo; long: lang; who: wha whae; where: whaur whar;
one: yin wan; just: jist juist; give: gie; for: fur fir; i: ah; was: wis wiz; my: ma mah;
please: pls plz; ok: okay; because: cos coz cause cuz; about: aboot; can: cn kin;
should: shid shud; would: wid wud; could: cud; what is: whats what's whit's wits;
who is: whos who's wha's whas; where is: wheres where's; when is: whens when's;
how is: hows how's; that is: thats that's; it is: it's; i am: im i'm; i have: ive i've;
you are: youre you're; do you: d'ye d'you dya; do not: dont don't dinnae dinny;
does not: doesnt doesn't doesnae; can not: cant can't cannae canny cannot;
did not: didnt didn't didnae; is not: isnt isn't isnae; was not: wasnt wasn't wasnae;
going to: gonna gonnae gonny
"""
_PLAIN = {
    each: plain.strip()
    for plain, _, odd in (line.partition(":") for line in _SPELLINGS.split(";"))
    for each in odd.split()
}
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_QUOTED = re.compile(r"[“\"][^“”\"\n]{1,400}[”\"]")
_ENDS = re.compile(r"([.!?\n…]+)")
_CLAUSE = re.compile(r"[,;:–—]| - ")
_LEAD_IN = re.compile(
    r"^(?:(?:(?:hi|hiya|hello|hey)(?: there| sir| coach)?|thanks|thank you|please|quick question|"
    r"ok|so|and|but|or|then|right|well|sorry|oh|um|er|just|wait|aye|yes|no|also|one question) )*"
)
_YES = ("yes ", "no ", "aye ")

_TASK = (
    r"(?:leadership|management|leading|managing|overlap\w*|criteri\w+|badges?|statements?|evidence|"
    r"situations?|reflections?|portfolio|sssc|deadline|examples?|thing \d+)"
)
_TOPIC = re.compile(
    rf"\b(?:{_TASK}|words?|questions?|answers?|spelling|grammar|mistakes?|english|polish|gaelic|"
    r"language|bot|robot|computer|ai|chatgpt|names?|confidential|private|anonymous|public|secret|"
    r"online|boss|bullet points?|volunteer\w*|same thing|pass(?:ed)?|marked|graded)\b"
)
"""The words of the task itself: about these learners ask."""
_NEAR_TOPIC = re.compile(
    r"\b(?:writ(?:e|ing|ten)|wrote|put|send|submit|form|finish\w*|skip|save|keep|change|redo|delete|"
    r"stop|paste|copy|use|need|this|enough|right|matter|perfect|done|wrong|include|start|home|real|"
    r"actual|talk about|mention)\b"
)
_WORK = re.compile(
    r"\b(?:staff|team|residents?|clients?|tenants?|service users?|child(?:ren)?|kids?|bairns?|"
    r"weans?|famil(?:y|ies)|parents?|meds?|medication|rotas?|shifts?|handover|hoist|care|plan|"
    r"nurses?|senior|colleagues?|nights?|charts?|tea|dinner|lunch|meals?|mealtimes?|visits?|rooms?|bath|"
    r"shower|bus|lift|trip|cook|kitchen|gp|doctor|meeting|people|supervision|training|policy)\b"
)
"""The words of the work: of these answers tell."""
_PERSONS = re.compile(
    r"\b(?:he|she|him|her|his|hers|they|them|their|we|our|everyone|everybody|nobody)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|went|got|made|took|gave|came|told|saw|felt|kept|knew|thought|spoke|sat|"
    r"held|found|brought|ran|rang|led|stood|began|(?!need|feed|speed|supposed|asked|allowed|"
    r"confused|marked|graded|passed|finished|saved|used|published|deleted)\w{2,}ed)\b"
)
_REPORTED = re.compile(
    r"(?<!\byou )(?<!\byou already )(?<!\byou just )(?<!\bis )(?<!\bget )(?<!\bbe )"
    r"\b(?:said|says|telt|told|wondered|thought|shouted|sang|replied|asked|asks|explained|"
    r"(?:(?<!\bcan )(?<!\bmay )(?<!\bshould )(?<!\bdo )(?:i|we)|they|always|by|kept|am) (?:just )?"
    r"(?:ask|asking|say|saying|explain|wonder|tell(?! me))|ask them|to ask)\b"
)
"""What was said or asked by somebody: no question in it is for the coach."""

_AUX = r"(?:do|does|can|could|will|would|should|must|may|shall|is|are|am|was|were|did|has|have)"
_WH = r"(?:what|which|how|why|where|who|when|whose)"
_HERE = (
    r"(?:write|use|put|include|mention|talk|say (?:my|that|who|where|which)|skip|leave|finish|"
    r"submit|send|add|change|redo|delete|copy|paste|answer|choose|pick|describe|stop|go back|"
    r"come back|do (?:it|this|all|both|them|the next))"
)
_THE = r"(?:it|this|that|these|those|there|any\w+|some\w+|my|your|the|an?|all|they|people|sssc)"
_SURE = (
    r"^what(?: \w+){0,2} you (?:mean|want|need)\b|^do you want me\b|^what (?:it )?means?\b",
    r"^what (?:do|does|is|are) .{1,60}\b(?:means?|meant|meaning|supposed to be)\b",
    rf"^(?:what|who) (?:is|are)(?: exactly)?(?: \w+)? {_TASK}|^what counts as\b",
    r"^what (?:is|are) the (?:difference|point|meaning|question)\b",
    r"^(?:i )?(?:do |can |could )?(?:just |really )?not (?:really |quite |even )?"
    r"(?:understand|get|follow|mind(?= \w)|remember(?= \w))"
    r"(?: (?:it|this|that|the (?:question|word|task|point)|what|which|how to)\b.*)?$",
    rf"^(?:i )?do not (?:really )?know (?:this word|what (?:to (?:write|put|say)|you|this|that|it "
    rf"means|i am|i should|is (?:meant|asked)|{_TASK})|how to (?:answer|write|start))\b",
    r"^(?:i am )?(?:a bit |so |still |really )?(?:confused|stuck|lost)"
    r"(?: (?:here|now|with this|on this|by this|again))?$",
    r"^(?:i have )?(?:no )?(?:idea|clue) (?:what|how|where) (?:to|you|this|i)\b",
    r"^(?:i )?do not have (?:an|any) (?:examples?|ideas?|situations?)\b",
    r"^where did my (?:answer|words)\b",
    r"^(?:i am )?not sure (?:what|how|where|if) (?:you|to (?:write|put|say|do)|this|i am)\b",
    r"^(?:can|could|will|would) you (?:not |no |just |please |possibly )*(?:write|do|fix|check|"
    r"correct|help|explain|tell|give|show|send|make|read|translate|repeat|rewrite|change|finish|"
    r"spell|add|ask|see (?:what|my)|say (?:it|that))\b",
    rf"^(?:{_WH} )?(?:can|may|do|should|must|shall) (?:i|we) (?:just |still |also |really )?"
    rf"(?:have to |need to |get to )?{_HERE}\b",
    r"^(?:is|are|will) (?:this|that|it|these|my \w+|all this) (?:all )?(?:ok|enough|right|"
    r"correct|good enough|fine|alright|allowed|private|confidential|anonymous|saved|public|"
    r"published|what you|going to be|meant to|supposed to)\b",
    r"^is (?:it )?(?:ok|possible|allowed|fine|alright|there (?:a|an|any|anyone|someone))\b",
    r"^(?:can|could|must|should|does|will|has) (?:it|this|that) (?:really |only )?(?:ha(?:ve|s) to|"
    r"need to|be (?:about|from|something|any\w*|small|big|in|another))\b",
    r"^(?:does|do|would|will) .{1,60} (?:count|matter)(?: (?:as|for|if|here)\b.*)?$",
    r"^how (?:does |do )?(?:this|it) works?$|^(?:then )?what (?:is )?(?:happens|now|next|then)"
    r"(?: (?:now|next|then|to (?:my|it|this)|when i|if i|after).*)?$",
    r"^why (?:so many |only |at least )?\d+\b|^who (?:made|wrote|runs|reads) (?:this|it|these)$",
    rf"^(?:please )?(?:explain|define)(?: (?:it|this|that|what you|the question|{_TASK})\b.*)?$",
    r"\bplease (?:explain|help(?: me)?|tell me)$|^help me (?:please|with this|to write|write)\b",
    r"^(?:show|give|tell) (?:me|us) (?:an? |the |another |some |more|what|how|please)",
    r"^(?:write|do|make|finish) (?:it|this|something|one|mine|my \w+)\b.* for (?:me|us)\b",
    r"^(?:correct|check|fix|translate|improve) (?:my|this)(?: \w+){0,2}$",
    r"^(?:make up|invent) (?:a|an|one|something|it)\b",
    r"^(?:rewrite|reword|rephrase|improve|polish|shorten) (?:it|this|that|them|my \w+)"
    r"(?: (?:a bit|up|please|now|properly|so (?:that )?it \w.*))*$",
    r"^make (?:it|this|that|my answers?) (?:\w+ )?(?:longer|shorter|better|nicer|professional|"
    r"formal|fancier|sound \w.*)(?: please)?$",
    r"^(?:write|add|give me) (?:something|anything|a bit|\d+ words|two hundred words|"
    r"(?:a|the|my) (?:statement|answer|example))(?: (?:more|please|about \w+(?: \w+){0,3}))*$",
    r"^(?:can|could|will) you (?:take|leave|cut|get|drop|put) .{0,60}\b(?:out|away|off|rid)\b",
    r"^(?:this|it|that|all this) is (?:so |really |just )?(?:pointless|stupid|rubbish|boring|daft|"
    r"a waste of time|too hard|too much)$|^i (?:hate|give up(?: on)?|can not do)(?: (?:this|it))?$",
    r"^i (?:want|need|would like) to (?:stop|quit|skip|delete)"
    r"(?: (?:this|it|now|here|everything|all|my \w+|for now|question))*$",
    rf"^(?:is|are) {_TASK} .*\b(?:same|different)\b",
)
_LIKELY = (
    rf"^(?:{_WH}(?: \w+){{0,4}} )?(?:do|does|can|should|must|may|am|are|will|would) (?:i|you)\b",
    rf"^{_WH}(?: \w+){{0,2}} have i\b|^(?:what|how) if i\b|^{_WH} (?:is|are)\b.*\byou(?: are)?\b",
    r"^(?:can|could|would|will|have|has) you\b|^(?:when|how) (?:will|do|does) (?:they|sssc)\b",
    r"^(?:is|are) (?:anyone|anybody|someone|somebody|there)\b|^must it be\b",
    r"^who (?:can|will|is going to|gets|sees|reads|looks)\b.*\b(?:see|read|look|this|it|my)",
    r"^how (?:many|much|long|short|big|far)(?: \w+){0,2} (?:is|do|does|should|must|will|can|it)\b",
    r"^how (?:many|much|long)(?: \w+){0,2} (?:words?|questions?)\b",
    rf"^(?:can|could|will|does) {_THE}(?: \w+){{0,2}} (?:see|read|get|know|phone|call|help|"
    r"check|count|matter|save|keep|take)\b",
)
_OPEN = (
    rf"^(?:does|can|could|will|would|should|must|may) {_THE}\b|^do (?:they|people|sssc|any\w+)\b",
    r"^(?:is|are|has) (?:it|this|that|these|those)\b|^(?:what|how) about\b",
    rf"^{_WH}(?: (?!i |you |we |he |she |they |it )\w+)? (?:is|are|does|do|can|will|would|should|"
    r"has)\b|^(?:could|should|have) i\b",
)
_SLIGHT = (r"^(?:was|were|did) (?:i|you|that|this|they)\b|^(?:was|were) it\b",)
# "Can lead", "is important" and "would do" go on from the learner's own "I" or "it".
_WEAK = (
    rf"^(?:is|are|has|was) {_THE}\b|^(?:is|are) (?:\d+|\w+ing|spelling|answers?|names?)\b",
    r"^(?:would|could|does|do|will|can) (?!do |be |have |not |always |never |the |my |a |it |what |"
    r"how |more |as |so |see |go |get |try |keep |tell |say |take |make |give |come |work |lead |"
    r"manage |plan |\w+ly )\w+ \w",
)
_SCORES = {4.0: _SURE, 3.0: _LIKELY, 2.0: _OPEN, 1.5: _SLIGHT, 1.0: _WEAK}
_FORMS = tuple((score, re.compile("|".join(patterns))) for score, patterns in _SCORES.items())
"""What a question looks like, the surest first, and how far it then speaks to the coach."""
_ALONE = re.compile(
    r"^(?:what|eh|huh|pardon|come again|say that again|how|why)$"
    r"|^(?:i )?(?:need )?(?:some |more |a bit of )?help(?: me)?(?: with this| here)?(?: please)?$"
    r"|^(?:need )?(?:an |any |another |one more |more )?(?:examples?|info|ideas?|tips?)(?: please)?"
    rf"(?: (?:of|for|on) (?:{_TASK}|both|this))?(?: please)?$"
    rf"|^(?:the )?{_TASK}\b.{{1,60}} , (?:is it|right|is not it|eh)$"
)
"""For the coach when nothing else is said: *what*, but not *what, on a Sunday*."""
_RHETORICAL = re.compile(
    r"^(?:(?:can|could|would|will|do|did) you (?:imagine|believe|picture|remember|ever)\b"
    r"|do you know (?:what|how|that|when) (?!to |i )|(?:have|had) (?:you|i) ever\b|who does what\b"
    r"|what can i say\b|which (?:is|means|was)\b|(?:can|may|should) i "
    r"(?:just )?(?:say (?!my|that|who|where|which)|add that|tell you)\b)"
    r"| , (?:(?:yes|no|aye)(?! or)\b|definitely$|of course$|never$)"
)
_EMBEDDED = re.compile(
    rf"^(?:{_WH} (?!is|are|was|were|exactly|actually|else|then)|{_AUX} )"
    r"(?:(?!if|when|what|which|who|where|how|that|because|and|but|do|does|,)\S+ )+"
    r"(?:is|was|are|were) (?:what|the|a|an|up|how|always|my|when|because|"
    r"one|all|not|important|something|that|in)\b"
)
"""A question that is itself the subject: *do you want a cuppa* is the first thing I ask."""
_IS_IT_ONE = re.compile(r"^(?:is|are|was|would|could) .*(?:leadership|management|both|overlap)$")
_TAIL = re.compile(
    r"\bis (?:that|this|it) (?:what (?:you (?:mean|want)|is asked)|ok|enough|right)$"
)
_BECAUSE = re.compile(r"^(?:well )?(?:because|so that|to make|it was because)\b")
_HAPPENED = re.compile(r"^(?:i|we|he|she|they|the|my|our|a|an|one|it|there|when|after)\b")
_OWN_STATE = re.compile(
    r"^(?:i (?:am|work|care|just|only|finish|do not|can not|have (?:got|only|written|done|no))|"
    r"this is|my (?:english|spelling|answer|boss|manager)|english is|"
    r"you (?:already |just )?(?:asked|said))\b"
)
"""What learners say of themselves before they ask: *I am only a domestic, can I …*"""
_BEFORE_I = frozenset({"do", "can", "will", "should", "did", "where", "how", "what"})
_AFTER_I = frozenset({"have", "need", "want", "get", "do", "put", "write", "just", "not", "send"})

_Kind = Literal["coach", "maybe", "told", "state", "greeting"]


@dataclass(frozen=True, slots=True)
class QA:
    """A question that learners ask, in the ways that they ask it."""

    id: str
    asks: tuple[str, ...]


def judge_question(text: str) -> Verdict:
    """Whether a message is for the answer, for the coach, or could be either."""
    kinds = [kind for each in _sentences(text) if (kind := _kind(*each)) != "greeting"]
    told = "told" in kinds
    if count_words(text) > LONG:
        if "coach" in kinds and not told and "maybe" not in kinds:
            return "question"
        return "unsure" if kinds and kinds[-1] == "coach" else "answer"
    if "coach" in kinds:
        return "unsure" if told else "question"
    return "unsure" if "maybe" in kinds and not told else "answer"


def _sentences(text: str) -> list[tuple[str, bool]]:
    """Each sentence in plain spelling, and whether a question mark ends it."""
    cut = _QUOTED.sub(" said ", text.replace("’", "'").replace("‘", "'"))
    parts = [*_ENDS.split(cut), ""]
    found = [(parts[i], "?" in parts[i + 1]) for i in range(0, len(parts) - 1, 2)]
    if len(found) > SENTENCES:
        found = [*found[: SENTENCES // 2], *found[-SENTENCES // 2 :]]
    plain = [(sentence, marked) for each, marked in found if (sentence := _plain(each))]
    following = [*(sentence for sentence, _ in plain[1:]), ""]
    # "Why did I do it? Because …" is asked and answered by the learner.
    return [
        ("said" if _BECAUSE.match(after) else sentence, marked)
        for (sentence, marked), after in zip(plain, following, strict=False)
    ]


def _plain(sentence: str) -> str:
    """Small letters, one space, Scots and contractions written out; a comma between clauses."""
    clauses = filter(None, map(_written_out, _CLAUSE.split(sentence.casefold(), CLAUSES)))
    return " , ".join(
        each if i and each.startswith(_YES) else _begun(each) for i, each in enumerate(clauses)
    )


def _written_out(clause: str) -> str:
    words = [_PLAIN.get(word, word) for word in _WORD.findall(clause)[:MOST]]
    for i, word in enumerate(words[1:-1], 1):
        # "dae a huv tae": in Scots a lone "a" between two verbs is "I".
        if word == "a" and words[i - 1] in _BEFORE_I and words[i + 1] in _AFTER_I:
            words[i] = "i"
    return " ".join(words)


def _begun(clause: str) -> str:
    """Without *hello*, *so* and the like before what is said, unless that is all."""
    return _LEAD_IN.sub("", f"{clause} ").strip() or clause


def _kind(sentence: str, marked: bool) -> _Kind:
    """What one sentence is: for the coach, maybe for it, told, about oneself, or a greeting."""
    clauses = sentence.split(" , ")
    while clauses and _LEAD_IN.fullmatch(f"{clauses[0]} "):
        clauses = clauses[1:]
    sentence = " , ".join(clauses)
    if not sentence:
        return "greeting"
    if _ALONE.match(sentence):
        return "coach"
    if any(each.search(sentence) for each in (_REPORTED, _RHETORICAL, _EMBEDDED)):
        return "told"
    forms = [_form(clause) for clause in clauses]
    # After a comma a mere "who is" goes on telling; and twice the same is a list, not a question.
    openings = Counter(clause.partition(" ")[0] for clause in clauses if _form(clause))
    if max(forms) < 4 and max(openings.values(), default=0) > 1:
        return "told"
    form = max(forms[0], 0.0, *(late for late in forms[1:] if late >= 3))
    return _weighed(sentence, form, form == forms[0] or bool(_OWN_STATE.match(clauses[0])), marked)


def _weighed(sentence: str, form: float, opens: bool, marked: bool) -> _Kind:
    """What a sentence is by its score. ``opens``: nothing told stands before the question."""
    spaces = sentence.count(" ")
    past = bool(_PAST.search(sentence))
    if past and spaces >= 3 and _HAPPENED.match(sentence):
        marked = False  # "I asked the family what they wanted?" tells, whatever stands at its end
    topic = 2.0 if _TOPIC.search(sentence) else 1.0 if _NEAR_TOPIC.search(sentence) else 0.0
    against = 1.5 * bool(_WORK.search(sentence)) + 2.0 * bool(_PERSONS.search(sentence))
    against += (1.0 if topic > 1 else 2.0) * past
    form = form or float(marked)
    if form >= 4:
        against = min(against, 1.5)
    score = form and form + topic + 0.5 * marked - against - (spaces > 17)
    if score >= TO_COACH:
        return "coach" if opens and not _IS_IT_ONE.match(sentence) else "maybe"
    doubtful = spaces < 12 if marked else spaces < 8 and form >= 1.5
    if score >= PERHAPS or doubtful or (marked and form >= 2) or _TAIL.search(sentence):
        return "maybe"
    return "state" if _OWN_STATE.match(sentence) and not against and spaces < 12 else "told"


def _form(clause: str) -> float:
    """How far a clause looks like a question to the coach, 0 when it does not at all."""
    return next((score for score, pattern in _FORMS if pattern.search(clause)), 0.0)


def best_answer(text: str, known: Sequence[QA]) -> str | None:
    """The id of the question whose ways of asking are nearest, None when nothing is near.

    Near is meant by stems, the rarer the weightier, and a letter wrong is forgiven.
    """
    index = _index(tuple(known))
    asked = index.weights(text)
    best, nearest = None, NEAR * math.hypot(*asked.values())
    for id_, ask, length in index.asks:
        common = sum(weight * ask.get(stem, 0.0) for stem, weight in asked.items())
        if common and (near := common / length) > nearest:
            best, nearest = id_, near
    return best


@dataclass(frozen=True, slots=True)
class _Index:
    """Every way of asking as weighted stems, with its length. ``rarity`` weighs a stem."""

    rarity: Mapping[str, float]
    asks: tuple[tuple[str, Mapping[str, float], float], ...]

    def weights(self, text: str) -> dict[str, float]:
        """The stems of a text with their weights; a misspelt one is what it is meant for."""
        return {stem: self.rarity.get(stem, STRANGE) for stem in map(self._known, _stems(text))}

    def _known(self, stem: str) -> str:
        if stem in self.rarity or len(stem) < 5:
            return stem
        return next(iter(difflib.get_close_matches(stem, self.rarity, 1, 0.8)), stem)


@lru_cache(maxsize=8)
def _index(known: tuple[QA, ...]) -> _Index:
    asks = [(qa.id, _stems(ask)) for qa in known for ask in qa.asks]
    found = Counter(stem for _, stem in {(id_, stem) for id_, stems in asks for stem in stems})
    rarity = {stem: math.log(1 + len(known) / count) for stem, count in found.items()}
    weighted = [(id_, {stem: rarity[stem] for stem in stems}) for id_, stems in asks]
    return _Index(rarity, tuple((id_, each, math.hypot(*each.values())) for id_, each in weighted))


def _stems(text: str) -> frozenset[str]:
    words = frozenset(word for sentence, _ in _sentences(text) for word in sentence.split())
    return frozenset(map(_stem, words - {","}))


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    stem: str = _stemmer().stemWord(word)
    return stem


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import snowballstemmer  # noqa: PLC0415 - few messages are questions

    return snowballstemmer.stemmer("english")
