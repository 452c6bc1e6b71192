"""A first sentence that only says where the next words go: “One addition for leadership, if it is
not too late. I wrote …”.

It has no word in it but those with which people speak of the form, and one that points there. With
no stop behind it, it must say so outright: “it asks about leading so ill say this for that one the
other driver …”.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.patterns import lazy
from bot.analysis.reading.lexicon import word_list
from bot.analysis.reading.words import words_of

MOST = 40
"""Words of the longest such sentence."""

LEAST = 4
"""Words that must be told behind it."""

_OF_THE_FORM = word_list("""
    a an the this that that's thats it it's its one's yin's head heid these those here heres here's
    there theres there's
    one ones yin wan 1 thing things something somethin summat summit somehin anything anythin bit
    bits part pairt parts piece section heading headings headins question questions qu box page
    form list answer answers anser label story point addition note line lines word words mine
    i i'll ill i'd id i've ive i'm im am ah ah'll ah've ah'd ahll ahve ahm ah'm my ma me myself we
    let lets let's
    you you'll youll your ye yer yous u
    is was wis are be been being would wid wud will wull shall should could can cud may might must
    do dae doing daein go goes gone going gaun gonna come comes coming have hae has had got
    get getting put pit puts say says tell tellin telling write writing add adding answer answering
    answered start starting begin beginning skip skippin skipping jump jumping move moving turn
    turning return returning deal dealing stay use using give gie giving save keep leave leaving
    want wanted wantin need like think thinking thought know ken kent mean meant see seen saw read
    reading
    remember remembered remembering forgot forget mind minded missed noticed understand belong
    belongs fits fit concerns concerning regard regards regarding respect relation
    ask asks asked asking
    for fur fer to tae into intae in under on oan of o about aboot at with wi from by until till
    back ahead forward forwards further doon down up over above below next now noo then first furst
    last second secund third thurd fourth other ither another anither same too also an and or but
    so because cause cos coz cus if while as when since where after efter before not no yes aye ok
    okay right rite well oh och ach hi hello hiya sorry please pls plz thanks thank coach wait
    actually really maybe mibbe perhaps just jist still already later late moment minute sec wee
    quick quickly once again more mair all aw it'll best better easier where which what whit wot
    whats what's how permission kindly may possible still left out oot outside side
    wise bottom top end beginning folk people others staff known thought told said wrote sent
    finish finished done order append remark remarks alright allowed stick pop file filed wrong
    place wrang
""")
"""Words with which people speak of the form and of what they will write. “Not too late” is polite;
what is *not* meant is looked for apart."""

_POINTS = lazy(
    r"\b(?:for|fur|fer|to|tae|into|intae|under|oan?|in|about|aboot|first|furst|next|now|noo|add|"
    r"adding|addition|skip\w*|jump\w*|move|return\w*|turn\w*|start|begin|forgot|missed|back|"
    r"left out|left oot|here'?s|this is|regard\w*|concerns?|concerning|belongs?|goes|mine)\b"
)
"""One of these says that the next words go somewhere. “I do the managing.” has none."""

_OUTRIGHT = lazy(
    r"\b(?:say|put|pit|tell|write|give|gie|add|do|dae|answer|use|is|goes|go|leave|here'?s)\b"
    r"(?: \w+){0,3}? (?:for|fur|under|in|to|tae|there|with|wi)(?: (?:that|this|it|the))? ?"
    r"(?:one|yin|bit|part|pairt|wan|question|section|heading)?\b"
)
"""“ill say this for that one”."""

_NOT_MEANT = lazy(r"\b(?:not|no|isn'?t|isnae|nae|never|rather than|instead of)(?: \w+){0,2}? ?$")

_ENDS = ".!?:\n;"

_FOR_IT = lazy(
    r"\b(?:for|fur|fer|under|add(?:ing)? to|addition to|return to|in wi(?:th)?|into) "
    r"(?:the |my |ma )?$"
)
"""What stands before the name of a step that a comma is enough behind."""


def ends_at(plain: str, named: Sequence[tuple[int, int]]) -> int | None:
    """Return where a sentence ends that says that the next words belong to a step; None for none.

    ``plain`` is in small letters; ``named`` is the place where the step is named in it, after those
    of others that are named before it.
    """
    if not named or _NOT_MEANT.search(plain[: named[-1][0]]):
        return None
    words, meant, comma = words_of(plain), named[-1], None
    for place, word in enumerate(words[:MOST]):
        if len(words) - place < LEAST:
            break
        if place and meant[1] <= words[place - 1].end:
            between, said = plain[words[place - 1].end : word.start], plain[: word.start]
            if any(sign in between for sign in _ENDS):
                return word.start if _POINTS.search(said) else comma
            is_for_it = _FOR_IT.search(plain[: meant[0]]) or _outright(said, meant[1])
            if "," in between and is_for_it and comma is None:
                comma = word.start
            if word.plain not in _OF_THE_FORM:
                return comma or _outright(said, meant[1])
        if word.plain not in _OF_THE_FORM and not any(a <= word.start < b for a, b in named):
            break
    return comma


def _outright(said: str, after: int) -> int | None:
    """Return where it was said outright, behind the name of the step, where the next words go."""
    return next((each.end() for each in _OUTRIGHT.finditer(said) if each.start() > after), None)
