"""How surely a new clause begins at a word of a sentence: at a comma, at *and then*, at a subject.

People who write without stops still say who does the next thing, or when. So a joint stands before
a linking word that a subject follows, also where a person or a time comes first (*and the helper
radios*, *and last week they*), and none inside what belongs together (*the lad I support was*).
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.reading.lexicon import word_list
from bot.analysis.reading.people import SOMEBODY, is_person
from bot.analysis.reading.verbs import VERBS, is_done, is_verb
from bot.analysis.reading.words import Word

LEAST = 3
"""Words of the shortest clause that can be quoted."""

_PRONOUNS = word_list("""
    i i'm i'd i've i'll im ive ill id ah ah'm ah've ah'd a'm we we'd we've we're they they'd they're
    theyre theyd he he's he'd hes hed she she's she'd shes it yous youse
""")
_SUBJECTS = _PRONOUNS | word_list("it's its that's thats there's theres nobody everybody you")
_JOINTS = word_list("""
    so but because cos coz cause then when wen while whilst until till til after before afore b4
    since if as an and n & which although though where
""")
_LINKING = word_list("and an n & then so but")
HOLD = word_list("""
    that what whit wot wat wit who how hoo why if when where which whether than like as because cos
    and an but so or the a an of to for with by from till until before after since said says say
    sez goes told tell telt see saw know ken knew think thought mean sure made make let help what's
    every all had did do does was were is are can could will would should have has no not
""")
"""After these a subject begins no new clause: it belongs to what they opened."""

_TURNS = _JOINTS - _LINKING
_WEAK = word_list("so but then")
_BEGINS = _SUBJECTS | _JOINTS | _LINKING | _WEAK
"""Words that a clause can begin with, beside what looks like something done."""

ANDS = word_list("and an n")
_AFTER_IT = word_list("""
    is was wis isn't wasn't wasnae went got had took did never just would could will has made
    meant turned stopped worked came cam ran helped looked wasnt isnt all
""")
_AFTER, _LOOKS = word_list("after efter"), word_list("look looks looked looking lookin")
"""“The man who looks after it” is one clause."""
_NOW = word_list("now noo then after efter since")
_WHEN = word_list("every each")
_IFS = word_list("if when whan fan because cos coz")
"""“And | if it is wrong I phone”."""
_WEEKDAYS = word_list("""
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thur thurs fri sat sun
""")
_SPANS = word_list("""
    day days night nights nite week weeks wk wks month months year years morning mornings evening
    evenings
""")
_TIMES = word_list("""time shift o'clock noon teatime lunchtime bedtime
    one two three four five six seven eight nine ten eleven twelve""")
_A_TIME = _WEEKDAYS | _SPANS | _TIMES
"""What a subject may follow without a new clause: “every evening at five we walk”."""

_SMALL = word_list("just jist jus only simply")
"""After a subject these make small what was done: “I dont manage I just plan my run”."""

_NO_JOINT = HOLD | _LINKING | _NOW

_BEFORE_NOUN = word_list("""
    the a an my ma our oor wir his her their one wan two twa three four five six seven eight another
    some both each every half most last next first that this
""")
_FRONTS = _BEFORE_NOUN | _WEEKDAYS | word_list("at on oan in by after efter within during from")
"""How a time or a person begins that stands before the subject: “and last week | they”."""

FRONT = 5
"""Words of the longest such."""

_SAY = word_list("say says said sed sez tell tells told telt tellt ask asks asked shouted texted")
_WHOM = word_list("him her them us me it masel myself everybody everyone")
_ASKS = word_list("what whit wot wat which how hoo whose")
_MAY = word_list("can could cud would wid wud")
"""“So the children can see” says what for, and begins no clause of its own."""

_STATES = word_list("was wis were wur is are had hud has would wid")
_BACK = word_list("since until till til before afore b4 after efter fae from")

BETWEEN = 3
"""Words before *and* among which *between* stands, and before *as* among which *same* does."""

_AS = frozenset(("such", "same", "as", "so"))


def joints(text: str, words: Sequence[Word]) -> list[int]:
    """Return how surely a clause begins at each word: 0 for not, 5 for nearly always."""
    found, end = [0] * len(words), words[0].end
    for number in range(1, len(words) - 1):
        word, start, after = words[number]
        gap, end = text[end:start], after
        begins = word in _BEGINS or is_done(word)
        if begins or (gap != " " and ("," in gap or ":" in gap)):
            found[number] = _joint(text, words, number, gap, begins=begins)
    return found


def _joint(text: str, words: Sequence[Word], number: int, gap: str, *, begins: bool) -> int:
    """Return the same at a word behind a gap; ``begins``: a clause can begin with it anywhere."""
    word, comma = words[number].plain, "," in gap
    if _is_inside(text, words, number):
        return 0
    if word in _WHOM and words[number + 1].plain in ("to", "tae"):
        return 0  # “I got everybody to wait”
    if ":" in gap or (
        comma and (word in _NOW or _acts(words, number) or _counts_time(words, number))
    ):
        return 5
    if not begins:
        return 2 * comma
    return _strength(text, words, number, comma=comma)


def _comma(text: str, words: Sequence[Word], number: int) -> bool:
    return "," in text[words[number - 1].end : words[number].start]


def _is_inside(text: str, words: Sequence[Word], number: int) -> bool:
    """Whether a word stands in what belongs together, whatever it could begin elsewhere."""
    word, before = words[number].plain, words[number - 1].plain
    if word in ANDS or (word, before) == ("but", "last"):  # “the last but one box”
        return word == "but" or _joins_two(words, number)
    if word == "as":
        near = [each.plain for each in words[max(0, number - BETWEEN) : number]]
        return not _AS.isdisjoint(near) or _only_says_what(words, number)
    if word in _BACK and (before in _SPANS or _only_tells_when(text, words, number)):
        return True
    if word not in _SUBJECTS:
        return False
    return (
        _is_told(words, number)
        or _is_whom(words, number)
        or (word in _PRONOUNS and _is_resumed(text, words, number))
    )


def _only_says_what(words: Sequence[Word], number: int) -> bool:
    """Whether *as* says what something is taken for, and nobody does anything after it: “I see the
    rota as the managing part of it”."""
    after = [each.plain for each in words[number + 1 : number + 2 + BETWEEN]]
    is_noun = after[:1] != [] and after[0] in _BEFORE_NOUN
    return is_noun and not any(is_verb(each) for each in after[1:])


def _joins_two(words: Sequence[Word], number: int) -> bool:
    """Whether *and* joins two ends: “between eight and ten”, “Monday and Tuesday”, “and his wife
    and I”."""
    before, following = words[number - 1].plain, words[number + 1].plain
    if before in _WEEKDAYS and following in _WEEKDAYS:
        return True
    if before == "me" and following in _BEFORE_NOUN:
        told = words[number - 2].plain if number > 1 else ""
        return not (is_verb(told) or told in HOLD)  # “me and the other one did it”
    near = [each.plain for each in words[max(0, number - BETWEEN) : number]]
    if "between" in near or "both" in near:
        return True
    begin = next((place for place, each in enumerate(near) if each in _LINKING), None)
    pair = near[begin + 1 :] if begin is not None else near * (number <= BETWEEN)
    if following in ("i", "ah", "me") and near[:1] == ["meanwhile"]:
        pair = near[1:]
    return following in ("i", "ah", "me") and pair[:1] != [] and pair[0] in _BEFORE_NOUN


def _only_tells_when(text: str, words: Sequence[Word], number: int) -> bool:
    """Whether a word or two after *since* say when, and no more: “only two since February and”."""
    for place in range(number + 1, min(number + LEAST + 1, len(words))):
        word = words[place].plain
        if word in _SUBJECTS or is_verb(word):
            return False
        if place + 1 == len(words) or words[place + 1].plain in _LINKING:
            return True
        if _comma(text, words, place + 1):
            return words[number].plain not in ("after", "efter")  # “after his stroke, his tools …”
    return False


def _is_told(words: Sequence[Word], number: int) -> bool:
    """Whether a subject begins what somebody is told: “I say to him | you are the boss”."""
    near = [each.plain for each in words[max(0, number - 4) : number]]
    plain = ["", "", "", *[each for each in near if each not in ("to", "tae")]]
    if plain[-1] in _WHOM:
        return plain[-2] in _SAY
    return plain[-2] in _BEFORE_NOUN and is_person(plain[-1]) and plain[-3] in _SAY


def _is_whom(words: Sequence[Word], number: int) -> bool:
    """Whether a subject and its verb tell which one is meant: “the lad I support was scared”."""
    after = [each.plain for each in words[number + 1 : number + 3]]
    before = [each.plain for each in words[max(0, number - BETWEEN) : number]]
    is_noun = len(before) > 1 and not _BEFORE_NOUN.isdisjoint(before[:-1])
    return is_noun and len(after) > 1 and after[1] in _STATES and after[0] not in VERBS


def _is_resumed(text: str, words: Sequence[Word], number: int) -> bool:
    """Whether a person or a time before a subject belongs to its clause: “one boy | he hides”."""
    first = max(0, number - FRONT)
    if _is_asked(words, first, number):
        return True
    begins = [n for n in range(first, number - 1) if words[n].plain in _LINKING]
    if begins:
        is_near = number - begins[-1] <= LEAST
        return _front(text, words, begins[-1] + 1) == number and (
            is_near or not _comma(text, words, number)
        )
    return first == 0 and not _comma(text, words, number) and _front(text, words, 0) == number


def _is_asked(words: Sequence[Word], first: int, number: int) -> bool:
    """Whether a subject stands in what is asked or wondered: “what a lunch | they would want”."""
    for place in range(number - 1, first, -1):
        if words[place].plain in _ASKS:
            return True
        if is_verb(words[place].plain) or words[place].plain in _JOINTS:
            return False
    return False


def _front(text: str, words: Sequence[Word], begin: int) -> int:
    """Return the place of the subject that a person or a time stands before from a word on, 0 for
    none."""
    first = words[begin].plain
    if first not in _FRONTS and not is_person(first):
        return 0
    least = begin + 1 + (first in _BEFORE_NOUN)
    for place in range(begin + 1, min(begin + FRONT + 1, len(words) - 1)):
        word = words[place].plain
        if word in _PRONOUNS:
            return place if place >= least else 0
        is_end = is_verb(word) or word in _JOINTS or _comma(text, words, place)
        if is_end and not (word in ANDS and _joins_two(words, place)):
            return 0
    return 0


def _acts(words: Sequence[Word], begin: int) -> bool:
    """Whether a person and what they do follow from a word on: “the helper radios”."""
    for place in range(begin, min(begin + 4, len(words) - 1)):
        word, after = words[place].plain, words[place + 1].plain
        if is_person(word) or (place == begin and word in SOMEBODY):
            if is_person(after):
                continue  # “the day girls”, “the charge nurse”
            return is_verb(after) and after not in _MAY
        if is_verb(word) or word in _JOINTS or (place == begin and word not in _BEFORE_NOUN):
            return False
    return False


def _counts_time(words: Sequence[Word], number: int) -> bool:
    """Whether it is said how long it is: “two months now only one was wrong”."""
    return words[number + 1].plain in _SPANS and (
        words[number].plain.isdigit() or words[number].plain in _A_TIME - _SPANS
    )


def _strength(text: str, words: Sequence[Word], number: int, *, comma: bool) -> int:
    """Return the same for a word that a clause can begin with."""
    before, word, following = words[number - 1], words[number].plain, words[number + 1].plain
    opens = (word in _SUBJECTS and word != "it") or is_done(word)
    opens = opens or (word == "it" and following in _AFTER_IT)
    linked = word in _LINKING and _is_linked(text, words, number + 1)
    if comma:
        return 5 if opens or linked or word in _TURNS else 3 if word in _LINKING else 2
    if linked and before.plain not in _LINKING:
        return 4
    if before.plain in _NO_JOINT or (word in _AFTER and before.plain in _LOOKS):
        return 0
    return _weak_joint(words, number, opens=opens)


def _is_linked(text: str, words: Sequence[Word], begin: int) -> bool:
    """Whether a clause of its own follows a linking word, from a word on."""
    first = words[begin].plain
    if first == "a" and begin + 1 < len(words) and is_done(words[begin + 1].plain):
        return True  # “an a sat ootside his door”
    if first in _SUBJECTS or first in _NOW | _WHEN | _IFS or is_done(first):
        return True
    return begin < len(words) - 1 and (_front(text, words, begin) > 0 or _acts(words, begin))


def _weak_joint(words: Sequence[Word], number: int, *, opens: bool) -> int:
    """Return how surely a clause begins at a word that no comma and no linking word marks."""
    before, word, following = words[number - 1], words[number].plain, words[number + 1].plain
    if word in _TURNS or word in _WEAK:
        return 4 if word == "then" and following in _SUBJECTS else 3
    is_article = word == "an" and following[0] in "aeiouh"  # “half an hour” is no Scots “and”
    by_itself = word in ANDS and not is_article and number < len(words) - LEAST
    opens = opens and word in _SUBJECTS and before.plain not in _A_TIME
    if opens and following in _SMALL and number > LEAST - 1:
        return 4
    return 0 if number <= LEAST else 2 * opens or int(by_itself)
