"""What somebody needs to hear who writes again soon after words of harm.

A few words that tell no act of the writer's are about the harm, whatever else they look like: they
are in no answer, and nothing of the step is asked after them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.analysis.reading.harm_reading import HarmReading
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.flows.coaching.policy import is_evidence
from bot.flows.safety.harm import has_told_of_harm, may_be_misread
from bot.flows.safety.harm_heard import harm_in, is_help_there, is_hushed, is_seen_to
from bot.flows.safety.harm_lines import is_own

Lines = Sequence[str]

SHORT = 25
"""Words up to which it is news and no answer that help is there."""

FEW = 8
"""Words up to which a message that tells no act is about the harm."""

BARE = 2
"""Words of the longest “omg”: no such word alone is an answer."""

NEWS = 12
"""Words up to which what was told to somebody is about the words of harm that are not decided."""

PASSES = frozenset(("evidence", "bare", "private", "several", "pasted", "announce", "alternative"))
"""Kinds that may be the answer to the step all the same, where nothing points back."""

ELSEWHERE = frozenset(("stop", "delete", "announce", "several", "pasted"))
"""Kinds that others do, also in a few words."""

_NO = re.compile(
    r"\W*(?:no|naw|nah|nope|nae)\W+"
    r"(?:no|naw|its?|it'?s|h?e'?s|he|she'?s?|i|i'?m|ah|serious|honest|that'?s?|they|we|you|ye|really|wait|not)\b",
    re.IGNORECASE,
)
"""How a few words begin that say it is not so: “no it was a toy”, and not “no one can help”."""

QUIET = frozenset(("talk", "back", "chat", "feeling_about_task", "denial"))
"""Kinds to which nothing but patience is the answer, at whatever length."""

PROTESTS = frozenset(("complaint_about_coach", "correction", "not_understood"))
"""Kinds by which it is said that the words were taken the wrong way."""

LOW = frozenset(("feeling_about_task", "denial", "question", "not_understood"))
"""Kinds in which somebody who wrote of their own distress may see no way."""

FIRST = ("whom", "will_you", "secret", "cannot_ring", "if_i_ring", "of_badge", "rid_of")
"""What is known by an author's words, and answered by the lines of the same name, in this order."""

OPEN = ("not_in", "died")
"""The same while words wait that are not of the writer's own distress."""

THEN = ("long_ago", "seems_fine", "may_be_untrue")
"""The same where nobody asks what to do."""

LAST = ("thanks", "shaken")
"""The same where nothing more pressing was said."""


def asked_or_planned(turn: TurnContext) -> Lines:
    """Return the lines for what to do, for “I'll tell her the morn” and “I am afraid for my visa”;
    none for anything else."""
    words = turn.content.listening.harm
    after, is_own_act = words.after, _told(turn).sort == "own_act"
    if words.cues.my_fear in turn.says and (is_own_act or not turn.conversation.distressed):
        return after.afraid_for_own if is_own_act else after.afraid
    if words.cues.is_it_bad in turn.says:
        return after.is_it_bad
    if words.cues.will_tell in turn.says and _is_of_own(turn):
        return after.will_tell_of_own
    return cued(turn, ("what_now", "will_tell"))


def takes_back(turn: TurnContext) -> bool:
    """Return whether they say that it is no harm: “what? no”, “its just his way”."""
    cues, text = turn.content.listening.harm.cues, turn.event.text
    first = text.casefold().strip(" .!?")
    tells = turn.harm.level != "none"  # “no really, he hits her every night”
    begins = _NO.match(text) is not None and count_words(text) <= NEWS and not tells
    is_no = begins or {*re.split(r"\W+", first)} <= {*cues.bare_no}
    return (
        is_no
        or not turn.says.isdisjoint((cues.protest, cues.misread))
        or turn.reading.kind in PROTESTS
    )


def needs_in(turn: TurnContext) -> Iterator[Lines]:
    """Yield the lines that a message needs soon after words of harm; none where it is an answer."""
    if count_words(turn.event.text) > SHORT:
        yield from _at_length(turn)
        return
    after = turn.content.listening.harm.after
    if found := _asked(turn):
        yield found
    elif is_seen_to(turn) and _is_news(turn):
        yield _told_lines(turn)
        if turn.content.listening.harm.cues.shaken in turn.says:
            yield after.shaken
    elif found := _felt(turn):
        yield found
    elif _is_about_it(turn):
        yield from _otherwise(turn)


def _at_length(turn: TurnContext) -> Iterator[Lines]:
    """Yield the lines for a long message that tells nothing for an answer: “it's me again …”."""
    words, reading = turn.content.listening.harm, turn.reading
    tells = is_evidence(reading, count_words(turn.event.text))
    if not tells and reading.kind in QUIET and _is_open(turn):
        yield words.after.back if reading.kind == "back" and turn.step else words.can_wait


def _asked(turn: TurnContext) -> Lines:
    """Return the lines for what to say, to do, or to press; none where nothing of it is asked."""
    words = turn.content.listening.harm
    if words.cues.what_to_say in turn.says:
        is_own_act = _told(turn).sort == "own_act"
        return words.after.what_to_say_of_own if is_own_act else words.after.what_to_say
    if is_hushed(turn):
        return words.after.own if _is_of_own(turn) else words.after.not_heard
    if place := told_where(turn):
        return place
    if not is_long_answer(turn) and (found := cued(turn, FIRST) or asked_or_planned(turn)):
        return found
    return _of_how_it_is(turn)


def told_where(turn: TurnContext) -> Lines:
    """Return the lines for “my manager is one of them”, and for “it's Saturday” about a child."""
    harm = turn.content.listening.harm
    if is_long_answer(turn):
        return ()
    if harm.cues.manager in turn.says:
        return harm.concern["staff_member"].manager
    is_child = _is_open(turn) and _told(turn).about == "child" and not is_answer(turn)
    is_late = is_child and harm.cues.out_of_hours in turn.says
    return harm.concern["child"].out_of_hours if is_late else ()


def _of_how_it_is(turn: TurnContext) -> Lines:
    """Return the lines for “it was years ago”, “no, you misread me” and “she is fine now”."""
    words = turn.content.listening.harm
    if words.cues.will_do_nothing in turn.says and _is_of_own(turn):
        return words.after.will_do_nothing
    is_open = _is_open(turn) and not is_long_answer(turn)
    if is_open and turn.conversation.undecided and (found := cued(turn, OPEN)):
        return found
    if is_open and (found := cued(turn, THEN)):
        return found
    if words.cues.asks_on in turn.says and not is_long_answer(turn):
        return words.after.asks_on if turn.step else words.can_wait
    told = turn.reading.own_act and turn.reading.kind not in PROTESTS
    if turn.conversation.undecided and takes_back(turn) and not told:
        return _was_it_harm(turn)
    return cued(turn, ("good_news", "seems_fine"))


def _was_it_harm(turn: TurnContext) -> Lines:
    words = turn.content.listening.harm
    return words.was_it_misread if may_be_misread(turn) else words.was_it_no_wish_to_die


def _felt(turn: TurnContext) -> Lines:
    """Return the lines for how they are: fine, sorry, shaken; none where nothing of it is said."""
    after, cues = turn.content.listening.harm.after, turn.content.listening.harm.cues
    if is_answer(turn):
        return ()
    if cues.i_am_fine in turn.says and _is_of_own(turn):
        return _was_it_harm(turn) if _told(turn).level == "crisis" else after.i_am_fine
    if cues.only_me in turn.says and turn.conversation.undecided and not is_own(_told(turn)):
        return after.only_me
    if cues.sorry in turn.says:
        return after.sorry_for_own if _told(turn).sort == "own_act" else after.sorry
    return cued(turn, LAST)


def _otherwise(turn: TurnContext) -> Iterator[Lines]:
    """Yield what fits whatever else is said in a few words: patience, and what comes first."""
    words, told, kind = turn.content.listening.harm, _told(turn), turn.reading.kind
    if kind == "back" and turn.step:
        yield words.after.back
    elif told.level == "crisis" and told.sure_sort and not is_own(told):
        yield words.after.in_danger
    elif is_own(told) and (kind in LOW or words.cues.low in turn.says):
        yield words.after.own_danger if told.level == "crisis" else words.after.own
    else:
        tells = (kind in PASSES and kind != "bare") or harm_in(turn)
        yield words.after.more if tells and not is_own(told) else words.can_wait


def _is_about_it(turn: TurnContext) -> bool:
    """Whether a few words are about the harm: they tell no act of the writer's, and point back at
    it or are no answer."""
    kind, text = turn.reading.kind, turn.event.text
    cues = turn.content.listening.harm.cues
    if not _is_open(turn) or kind in ELSEWHERE or is_answer(turn):
        return False
    if kind in ("question", "request") and cues.of_coach in turn.says:
        return False
    if kind == "bare" and count_words(text) <= BARE:
        return True
    is_urgent = _told(turn).level == "crisis" and not is_own(_told(turn))
    points_back = is_urgent or not turn.says.isdisjoint((cues.points_back, cues.of_self, cues.low))
    return kind not in PASSES or points_back or harm_in(turn) is not None


def _is_open(turn: TurnContext) -> bool:
    """Whether words of harm wait, or their own distress is not over."""
    return bool(turn.conversation.undecided) or has_told_of_harm(turn)


def is_answer(turn: TurnContext) -> bool:
    """Whether it is long enough for an answer, or tells what the writer did."""
    count = count_words(turn.event.text)
    mine = turn.reading.own_act and harm_in(turn) is None
    return is_evidence(turn.reading, count) and (count > FEW or mine)


def is_long_answer(turn: TurnContext) -> bool:
    """Return whether it is an answer at length, whatever it says of the harm, too."""
    count = count_words(turn.event.text)
    return count > FEW and is_evidence(turn.reading, count)


def _is_news(turn: TurnContext) -> bool:
    """Whether who was told hears of the harm: “I told the manager what I counted” is an answer."""
    count = count_words(turn.event.text)
    of_it = turn.content.listening.harm.cues.of_it in turn.says
    few = NEWS if turn.conversation.undecided else FEW
    return count <= few or of_it or not is_evidence(turn.reading, count)


def _told_lines(turn: TurnContext) -> Lines:
    """Return the lines for what was told on, by what it was."""
    after, told = turn.content.listening.harm.after, _told(turn)
    if _is_of_own(turn):
        return after.company
    if told.level != "crisis" or not told.sure_sort:
        return after.told
    return after.help_in_danger if is_help_there(turn) else after.told_in_danger


def _is_of_own(turn: TurnContext) -> bool:
    """Whether what was told is the writer's own distress."""
    return turn.conversation.distressed and bool(turn.attempt.harm_told)


def _told(turn: TurnContext) -> HarmReading:
    """Return what the words told that this message comes after: those not decided, else the last of
    harm; that of this message where there are none."""
    conversation = turn.conversation
    numbers = conversation.undecided or [conversation.harm_at]
    for each in conversation.messages[numbers[0] - 1 : numbers[0]] if numbers[0] else ():
        return turn.knowledge.harm_reader.read(each.text)
    return turn.harm


def cued(turn: TurnContext, names: Sequence[str]) -> Lines:
    """Return the lines of the first name by whose words a text is known."""
    harm = turn.content.listening.harm
    found = (each for each in names if getattr(harm.cues, each) in turn.says)
    return getattr(harm.after, next(found, ""), ())
