"""Words that are one thing here and another there, in one voice: “a dinnae”, “a carer”."""

from __future__ import annotations

from bot.analysis.tokens import word_set

_I_BEFORE = word_set("""
    don't didn't can't couldn't wouldn't wasn't won't haven't hadn't am was have had did do
    told said would could never just will wrote went asked wanted got know
""")
"""Verbs before which a lone “a” is “I”."""

_I_BEFORE_AT_START = word_set("""
    think want mean hate only already thought tried done see feel still really gave put
""")
"""The same where it begins a clause: “a think so”, and not “give it a think”."""

JOINS = word_set("""
    and but so because if then that or when what who how where well ok okay right no
""")
"""Words behind which a clause begins."""

_NO_AM = word_set("i ah a what who where how why when which that am")
"""Before or behind one of these “am” stands for itself."""

_KNOWERS = word_set("""
    boss manager coordinator people anyone anybody everyone everybody they she he will to
""")
_KNOWN = word_set("what who how if i i'm it it's that that's my me we why where when")
"""Between these “no” is “know”: “will my boss no i said that”."""

_SEE_AFTER = word_set("""
    can could will would does do to who she he they manager boss coordinator people anyone
    anybody someone nobody everyone else family
""") | {"going to"}
"""Words behind which a lone “c” is “see”: “who can c this”, and no vitamin."""

_IS = word_set("i'm am you're he's she's they're we're")
_ITS = word_set("it's that's is was this you me")
_ASKING = word_set("what where who how why when which")
_TO_WRITE = word_set("""
    i can't cannot to can could couldn't don't didn't you and just will never me
""")
_KNOWS = word_set("to i you they people folk don't didn't do already")
_NOT_FOR = word_set("for to what")
_YOU_ARE = word_set("not no a just so the")


IN_PLACE = word_set("a am ur yer yir no ken rite gonnae gonny gony dis 2 4 d c cs c's y")
"""Words that mean one thing here and another there."""


def in_place(  # noqa: C901, PLR0911, PLR0912 - each word has its line
    word: str, before: str, after: str, *, begins: bool
) -> str | None:
    """Return what a word is that means one thing here and another there, None for another word."""
    if word == "a":
        is_i = after in _I_BEFORE or (begins and after in _I_BEFORE_AT_START)
        return "i" if is_i else None
    if word == "am":
        is_own = after and not (after in _NO_AM or before in _NO_AM or before[:1].isdigit())
        return "i'm" if is_own else None
    if word in ("ur", "yer", "yir"):
        is_verb = after in _YOU_ARE or (after.endswith("ing") and not before)
        if before in _ASKING and after.endswith("ing"):
            return "you're"
        return "are" if before in _ASKING else "you're" if is_verb else "your"
    if word == "no" and before in _KNOWERS and after in _KNOWN:
        return "know"
    if word == "no":
        if before in ("don't", "didn't") or (before in ("i", "you") and not after):
            return "know"
        return "not" if before in _IS or (before in _ITS and after in _NOT_FOR) else None
    if word == "ken":
        return "know" if before in _KNOWS else None
    if word == "dis":
        return "does" if begins and after in _DOES else None
    if word == "rite":
        return "write" if before in _TO_WRITE else "right"
    if word in ("gonnae", "gonny", "gony"):
        return "will you" if begins else "going to"
    if word in ("2", "4", "d"):
        return _OF_TEXT_SPEAK[word] if after in _BEHIND[word] else None
    if word in ("c", "cs", "c's"):
        return (
            "see" + "s" * word.endswith("s") if before in _SEE_AFTER and after != "diff" else None
        )
    return "why" if word == "y" and (begins or after in _IS_ASKED) else None


_IS_ASKED = word_set("you you're ur u are r do does did is it that")
"""Behind these a lone “y” is “why”: “i dont get y ur asking”."""

_DOES = word_set("my ma the it he she they this that any anyone anybody")
"""Behind these a “dis” that begins is “does”: “dis ma boss get tae read it”."""

_OF_TEXT_SPEAK = {"2": "to", "4": "for", "d": "the"}
"""Figures and letters that are words in text-speak."""

_BEHIND = {
    "2": word_set("do be get go see say write put the d me u you my him her them it stop keep"),
    "4": word_set("the d me u you my ur your him her them it us this that help"),
    "d": word_set("""
        situation management leadership overlap question badge statement other next last first 1
        one bit answer word words coach
    """),
}
"""Words before which they are: “4 d situation bit”, “wots d overlap 1”."""
