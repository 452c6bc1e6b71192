"""Whether an act is told for itself, or goes on about somebody who was spoken of before."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.reading.lexicon import word_list
from bot.analysis.reading.reading import Clause, Reading
from bot.analysis.reading.words import words_of

ME = word_list("i ah a we wi us")

_THINGS = word_list("the da a an my ma our oor some each every two three four five all")
"""Words before a thing that is told of in this message."""

_PERSONS = word_list("""
    him her hur hir he she his them thaim thum himself herself themselves himsel hersel hersell
""")

_OWNERS = word_list("his her hur hir")

_OF_NOTHING = word_list("""
    a an the every each all at in on to for from with wi when while till until by so then again
    twice once now that this and but because cos
""")
"""Words that stand behind “her” where she owns nothing: “checked on her every hour”."""

_AT_WORK = word_list("""
    organised organized planned arranged trained taught led ran introduced booked swapped paired
    moved rearranged rewrote redid designed rota handover meeting list chart plan menu timetable
    families colleagues
""")
"""Words of an act at work which nothing else may name: “organised the swap on friday”."""

_NOT_DONE = word_list("""
    should shoulda shouldve shuda shida shid could coulda couldve would woulda wish wished if
    nearly almost never
""")
"""Words of what was not done."""

_JOINTS = word_list("and an n so then but because cos who that which when where if")
"""Words between two things that are said: what stands before them may be meant behind."""

_SHAPED = word_list("""
    easier easy clear clearer possible work happen fun safe safer better quick quicker fair fairer
    so that simple simpler known sure
""")
"""Words after “it” that make it mean nothing that was told of: “made it easier”."""

_NO_DOING = word_list("""
    was wis were am had hud went cried greet grat greeted stood stuid thought think keep kept saw
    seen see knew ken kent felt feel froze heard panicked slept lay prayed hoped wished cry
    worried worry left
""")
"""What somebody may say of themselves that is no work: “I went home”, “I just stood there”."""

_SMALL = word_list("just jist only did then even still also never and an but so always aye really")


def stands_alone(text: str, reading: Reading, *, about_others: bool = False) -> bool:
    """Return whether a message tells an act that needs nobody from before to be understood.

    Without ``about_others`` it must be work that is plain by itself, and none of it done to
    somebody or with something of which only an earlier message can tell: “I knocked twice”, “I gave
    her a cuddle”, “I wrote it down”.
    """
    acts = [each for each in reading.clauses if each.act and not each.beside]
    done = [each for each in acts if _is_doing(_plain(text[each.start : each.end]), each)]
    if about_others:
        return any(each.own_act or each.practices for each in done)
    at_work = any(each.practices or _is_at_work(text, each) for each in done)
    return at_work and not any(_is_loose(text, each) for each in acts)


def _plain(text: str) -> list[str]:
    return [each.plain for each in words_of(text)]


def _is_at_work(text: str, clause: Clause) -> bool:
    return clause.own_act and not _AT_WORK.isdisjoint(_plain(text[clause.start : clause.end]))


def _is_doing(plain: Sequence[str], clause: Clause) -> bool:
    """Whether more is done in a clause than to go, to see or to feel."""
    if not clause.own_act:
        return True
    begins = [i for i, each in enumerate(plain) if each in ME]
    verbs = [next((w for w in plain[i + 1 :] if w not in _SMALL), "") for i in begins]
    if verbs and _NOT_DONE.issuperset(verbs):
        return False
    if verbs:
        return any(each not in _NO_DOING for each in verbs) or _does_more(plain, clause)
    return next((w for w in plain if w not in _SMALL), "") not in _NO_DOING


def _does_more(plain: Sequence[str], clause: Clause) -> bool:
    """Whether something follows on it: “I went round each house and wrote down what they need”."""
    return bool(clause.practices) and not _JOINTS.isdisjoint(plain) and "task_part" in clause.parts


def _is_loose(text: str, clause: Clause) -> bool:
    """Whether a clause speaks of somebody or something that is not named before in the message."""
    before, plain = _plain(text[: clause.start]), _plain(text[clause.start : clause.end])
    for i, word in enumerate(plain):
        then = plain[i + 1 : i + 2]
        if word in _OWNERS and "task_part" in clause.parts and not _OF_NOTHING.issuperset(then):
            continue  # “moved her room”
        is_it = word == "it" and not (then and then[0] in _SHAPED)
        if (word in _PERSONS or is_it) and not _is_named(before, plain[:i]):
            return True
    return False


def _is_named(before: Sequence[str], here: Sequence[str]) -> bool:
    """Whether a thing is named in what stands before a joint."""
    last = max((i for i, each in enumerate(here) if each in _JOINTS), default=0)
    return not _THINGS.isdisjoint([*before, *here[:last]])
