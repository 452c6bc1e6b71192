"""The patterns that tell a question to the coach from an answer that asks something."""

from __future__ import annotations

from bot.analysis.patterns import lazy

_TASK = (
    r"(?:leadership|management|leading|managing|overlap\w*|criteri\w+|badges?|statements?|evidence|"
    r"situations?|reflections?|portfolio|sssc|deadline|examples?|thing \d+)"
)

TOPIC = lazy(
    rf"\b(?:{_TASK}|words?|questions?|answers?|spelling|grammar|mistakes?|english|polish|gaelic|"
    r"language|bot|robot|computer|ai|chatgpt|names?|confidential|private|anonymous|public|secret|"
    r"online|boss|bullet points?|volunteer\w*|same thing|pass(?:ed)?|marked|graded)\b"
)
"""The words of the task itself: about these learners ask."""

NEAR_TOPIC = lazy(
    r"\b(?:writ(?:e|ing|ten)|wrote|put|send|submit|form|finish\w*|skip|save|keep|change|redo|delete|"
    r"stop|paste|copy|use|need|this|enough|right|matter|perfect|done|wrong|include|start|home|real|"
    r"actual|talk about|mention)\b"
)

WORK = lazy(
    r"\b(?:staff|team|residents?|clients?|tenants?|service users?|child(?:ren)?|kids?|bairns?|"
    r"weans?|famil(?:y|ies)|parents?|meds?|medication|rotas?|shifts?|handover|hoist|care|plan|"
    r"nurses?|senior|colleagues?|nights?|charts?|tea|dinner|lunch|meals?|mealtimes?|visits?|rooms?|bath|"
    r"shower|bus|lift|trip|cook|kitchen|gp|doctor|meeting|people|supervision|training|policy)\b"
)
"""The words of the work: of these answers tell."""

PERSONS = lazy(r"\b(?:he|she|him|her|his|hers|they|them|their|we|our|everyone|everybody|nobody)\b")

PAST = lazy(
    r"\b(?:was|were|had|did|went|got|made|took|gave|came|told|saw|felt|kept|knew|thought|spoke|sat|"
    r"held|found|brought|ran|rang|led|stood|began|(?!need|feed|speed|supposed|asked|allowed|"
    r"confused|marked|graded|passed|finished|saved|used|published|deleted)\w{2,}ed)\b"
)

REPORTED = lazy(
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

FORMS = tuple((score, lazy("|".join(patterns))) for score, patterns in _SCORES.items())
"""What a question looks like, the surest first, and how far it then speaks to the coach."""

ALONE = lazy(
    r"^(?:what|eh|huh|pardon|come again|say that again|how|why)$"
    r"|^(?:i )?(?:need )?(?:some |more |a bit of )?help(?: me)?(?: with this| here)?(?: please)?$"
    r"|^(?:need )?(?:an |any |another |one more |more )?(?:examples?|info|ideas?|tips?)(?: please)?"
    rf"(?: (?:of|for|on) (?:{_TASK}|both|this))?(?: please)?$"
    rf"|^(?:the )?{_TASK}\b.{{1,60}} , (?:is it|right|is not it|eh)$"
)
"""For the coach when nothing else is said: *what*, but not *what, on a Sunday*."""

RHETORICAL = lazy(
    r"^(?:(?:can|could|would|will|do|did) you (?:imagine|believe|picture|remember|ever)\b"
    r"|do you know (?:what|how|that|when) (?!to |i )|(?:have|had) (?:you|i) ever\b|who does what\b"
    r"|what can i say\b|which (?:is|means|was)\b|(?:can|may|should) i "
    r"(?:just )?(?:say (?!my|that|who|where|which)|add that|tell you)\b)"
    r"| , (?:(?:yes|no|aye)(?! or)\b|definitely$|of course$|never$)"
)

EMBEDDED = lazy(
    rf"^(?:{_WH} (?!is|are|was|were|exactly|actually|else|then)|{_AUX} )"
    r"(?:(?!if|when|what|which|who|where|how|that|because|and|but|do|does|,)\S+ )+"
    r"(?:is|was|are|were) (?:what|the|a|an|up|how|always|my|when|because|"
    r"one|all|not|important|something|that|in)\b"
)
"""A question that is itself the subject: *do you want a cuppa* is the first thing I ask."""

IS_IT_ONE = lazy(r"^(?:is|are|was|would|could) .*(?:leadership|management|both|overlap)$")

TAIL = lazy(r"\bis (?:that|this|it) (?:what (?:you (?:mean|want)|is asked)|ok|enough|right)$")

BECAUSE = lazy(r"^(?:well )?(?:because|so that|to make|it was because)\b", spared=False)

HAPPENED = lazy(r"^(?:i|we|he|she|they|the|my|our|a|an|one|it|there|when|after)\b")

OWN_STATE = lazy(
    r"^(?:i (?:am|work|care|just|only|finish|do not|can not|have (?:got|only|written|done|no))|"
    r"this is|my (?:english|spelling|answer|boss|manager)|english is|"
    r"you (?:already |just )?(?:asked|said))\b"
)
"""What learners say of themselves before they ask: *I am only a domestic, can I …*"""
