"""What somebody needs to hear who writes again soon after words of harm.

Which words are held with it says ``held``; here it is chosen by which lines they are answered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.analysis.reading.after_harm import (
    asks_of_name,
    asks_to_be_heard,
    asks_what_to_do,
    may_be_known,
)
from bot.analysis.reading.harm_again import fears, only_confides, tells_nobody
from bot.analysis.reading.harm_reading import HarmReading
from bot.analysis.reading.whom_not import rules_out_above, rules_out_boss
from bot.domain.word_count import count_words
from bot.engine.context import TurnContext
from bot.flows.coaching.harm_denied import names_it, takes_back
from bot.flows.coaching.harm_news import is_news, of_leaving, of_more, told_lines
from bot.flows.coaching.harm_told import (
    OF_SELF,
    SHORT,
    asked_out,
    cued,
    harm_told,
    has_ruled_out_boss,
    is_despair,
    is_of_own,
    of_telling,
    well_again,
)
from bot.flows.coaching.held import asks, follows_at_once, is_back, is_held
from bot.flows.safety.harm import may_be_misread
from bot.flows.safety.harm_heard import (
    harm_in,
    is_help_there,
    is_kept_all_the_same,
    is_seen_to,
    told_of,
)
from bot.flows.safety.harm_lines import is_own

Lines = Sequence[str]

BARE = 2
"""Words of the longest “ok thanks”."""

FEW = 8
"""Words up to which somebody says that they are back, and tells nothing."""

NEWS = 32
"""Words up to which it may be news that others know, and how that feels."""

QUIET = frozenset(("back", "feeling_about_task", "talk"))
"""Kinds to which nothing but patience is the answer."""

BRIEFLY = 5
"""Words up to which it may be more of a danger that more likely is none: “too many”."""

MORE = frozenset(("bare", "feeling_about_task", "denial", "evidence", "chat"))
"""Kinds of a few words that may tell more of a danger."""

OTHERS_TOLD, SELF_TOLD = 1, 3
"""Messages after a life in danger, somebody's or their own, to which whom to call is said again."""

FIRST = (
    "ask_them",
    "becomes_of",
    "whom",
    "secret",
    "will_you",
    "cannot_ring",
    "if_i_ring",
    "of_badge",
    "rid_of",
)
"""What is known by an author's words, and answered by the lines of the same name, in this order."""

OPEN = ("not_in", "died")
"""The same while words wait."""

THEN = ("long_ago", "seems_fine", "may_be_untrue")
"""The same where nobody asks what to do."""

LAST = ("thanks", "shaken")
"""The same where nothing more pressing was said."""


def _asked_or_planned(turn: TurnContext) -> Lines:
    """Return the lines for what to do, for “I'll tell her the morn” and “I am afraid for my visa”;
    none for anything else."""
    words = turn.content.listening.harm
    after, is_own_act = words.after, harm_told(turn).sort == "own_act"
    known, text = turn.knowledge.harm_reader.vocabulary, turn.event.text
    fear = fears(known, text) and not tells_nobody(known, text)
    is_afraid = fear or words.cues.my_fear in turn.says or may_be_known(text)
    if is_afraid and (is_own_act or not is_despair(harm_told(turn))):
        return after.afraid_for_own if is_own_act else after.afraid
    if words.cues.is_it_bad in turn.says:
        return after.is_it_bad
    if words.cues.will_tell in turn.says and is_of_own(turn):
        return after.will_tell_of_own
    if asks_what_to_do(text) and harm_told(turn).level == "crisis":
        return after.own_danger if is_own(harm_told(turn)) else after.in_danger
    if asks_what_to_do(text):
        return after.what_now
    return cued(turn, ("will_tell",)) or (after.heard if asks_to_be_heard(text) else ())


def needs_in(turn: TurnContext) -> Iterator[Lines]:
    """Yield the lines that a message needs after words of harm; none where it is not held, as when
    somebody is back."""
    count = count_words(turn.event.text)
    is_short = count <= SHORT
    after, cues = turn.content.listening.harm.after, turn.content.listening.harm.cues
    if turn.reading.kind == "back" and count <= FEW and cues.low not in turn.says:
        return
    if found := of_telling(turn):
        yield found
    elif count <= NEWS and _is_seen_to_now(turn):
        is_confided = only_confides(turn.knowledge.harm_reader.vocabulary, turn.event.text)
        yield after.untold if is_confided and not is_of_own(turn) else told_lines(turn)
        if cues.shaken in turn.says:
            yield after.shaken
    elif is_kept_all_the_same(turn) and count <= FEW and _is_none(turn):
        yield after.was_doubted
    elif is_back(turn):
        return
    elif is_short and (found := _danger(turn) or _asked(turn) or felt(turn)):
        yield found
        is_afraid = not turn.says.isdisjoint((cues.afraid, cues.my_fear))
        if is_afraid and rules_out_boss(turn.event.text):
            yield after.afraid
    elif is_held(turn):
        yield _otherwise(turn)


def _is_seen_to_now(turn: TurnContext) -> bool:
    """Whether it is news that others know, or that help came for a life, and nothing is asked."""
    if not (is_seen_to(turn) and is_news(turn)):
        return False
    is_on = turn.reading.kind == "back" or turn.content.listening.harm.cues.asks_on in turn.says
    if count_words(turn.event.text) > SHORT:  # what is asked in passing comes later
        return not (is_on or is_back(turn))
    is_help = harm_told(turn).level == "crisis" and is_help_there(turn)
    asked, after = _asked(turn), turn.content.listening.harm.after
    goes_on = asked == after.asks_on and told_lines(turn) == after.told_and_on
    return (is_help and not asks(turn)) or goes_on or not asked


def _is_none(turn: TurnContext) -> bool:
    """Whether it was no harm, they say; that somebody is fine now is none of that."""
    return takes_back(turn) and turn.content.listening.harm.cues.seems_fine not in turn.says


def _danger(turn: TurnContext) -> Lines:
    """Return the lines for “too many” and “im scared”, where a life may be in danger and more
    likely is not: they say once more whom to call."""
    words, told = turn.content.listening.harm, harm_told(turn)
    is_more = turn.reading.kind in MORE and not takes_back(turn)
    is_more = is_more and count_words(turn.event.text) <= BRIEFLY and follows_at_once(turn)
    if told.level != "crisis" or not (told.signed and is_more and is_kept_all_the_same(turn)):
        return ()
    return words.doubted_own_crisis if is_own(told) else words.doubted_crisis


def _asked(turn: TurnContext) -> Lines:
    """Return the lines for what to say, to do, or to press; none where nothing of it is asked."""
    words = turn.content.listening.harm
    if words.cues.what_to_say in turn.says:
        is_own_act = harm_told(turn).sort == "own_act"
        return words.after.what_to_say_of_own if is_own_act else words.after.what_to_say
    if asks_of_name(turn.event.text) and not is_of_own(turn):
        return words.after.my_name
    is_plan = words.cues.ask_them in turn.says  # “mibbe ah shid hae a word wi him”
    if words.cues.fault in turn.says and not (
        is_plan or is_of_own(turn) or _names_what_it_was(turn)
    ):
        own_act = harm_told(turn).sort == "own_act"
        return words.after.sorry_for_own if own_act else words.after.fault
    if words.cues.whom in turn.says and has_ruled_out_boss(turn):
        return words.concern["staff_member"].outside
    first = FIRST[1:] if is_seen_to(turn) else FIRST  # “I had a word with the boss” is no plan
    if found := _told_where(turn) or cued(turn, first) or _asked_or_planned(turn):
        return found
    return asked_out(turn) or well_again(turn) or _of_how_it_is(turn)


def _names_what_it_was(turn: TurnContext) -> bool:
    """Whether they say what it was instead: “I should have said it was a toy”."""
    cues = turn.content.listening.harm.cues
    return cues.protest in turn.says and cues.points_back in turn.says


def _told_where(turn: TurnContext) -> Lines:
    """Return the lines for “my manager is one of them”, and for “it's Saturday” about a child."""
    harm = turn.content.listening.harm
    if rules_out_above(turn.event.text):
        return harm.concern["staff_member"].outside
    if rules_out_boss(turn.event.text):
        return harm.concern["staff_member"].manager
    is_late = harm_told(turn).about == "child" and harm.cues.out_of_hours in turn.says
    return harm.concern["child"].out_of_hours if is_late else ()


def _of_how_it_is(turn: TurnContext) -> Lines:
    """Return the lines for “it was years ago”, “no, you misread me” and “she is fine now”."""
    words, waits = turn.content.listening.harm, bool(turn.conversation.undecided)
    if words.cues.will_do_nothing in turn.says and is_of_own(turn):
        return words.after.will_do_nothing
    if waits and (found := cued(turn, OPEN)):
        return found
    if found := cued(turn, THEN if waits else THEN[1:]):
        return found
    if words.cues.asks_on in turn.says and waits:
        return words.after.asks_on if turn.step else words.can_wait
    if (waits or is_kept_all_the_same(turn)) and takes_back(turn):
        return _was_it_harm(turn) if waits else words.after.was_doubted
    return cued(turn, ("good_news", "seems_fine"))


def _was_it_harm(turn: TurnContext) -> Lines:
    words = turn.content.listening.harm
    return words.was_it_misread if may_be_misread(turn) else words.was_it_no_wish_to_die


def felt(turn: TurnContext) -> Lines:
    """Return the lines for how they are: fine, sorry, shaken; none where nothing of it is said."""
    after, cues = turn.content.listening.harm.after, turn.content.listening.harm.cues
    told = harm_told(turn)
    if cues.i_am_fine in turn.says and cues.seems_well not in turn.says and is_of_own(turn):
        return _was_it_harm(turn) if told.level == "crisis" else after.i_am_fine
    if cues.only_me in turn.says and (is_kept_all_the_same(turn) or not is_despair(told)):
        return after.only_me
    if tells_nobody(turn.knowledge.harm_reader.vocabulary, turn.event.text) and not is_own(told):
        return after.untold
    if cues.sorry in turn.says and cues.their_sorry not in turn.says:
        return after.sorry_for_own if told.sort == "own_act" else after.sorry
    return cued(turn, LAST)


def _otherwise(turn: TurnContext) -> Lines:
    """Return what fits whatever else is said: what comes first, what is to be told, patience."""
    words, told, kind = turn.content.listening.harm, harm_told(turn), turn.reading.kind
    if found := of_leaving(turn) or of_more(turn) or _of_danger_or_own(turn, told):
        return found
    if names_it(turn) and not harm_in(turn):
        return words.after.whom
    if asks(turn):
        return words.after.not_known
    if is_kept_all_the_same(turn):
        is_serious = words.cues.serious in turn.says
        return words.doubted if is_serious else words.after.beside_doubt
    is_long = count_words(turn.event.text) > BARE
    tells = is_long and not is_own(told) and kind not in QUIET
    return words.after.more if tells or words.cues.of_others in turn.says else words.can_wait


def _of_danger_or_own(turn: TurnContext, told: HarmReading) -> Lines:
    """Return the lines while a life may be in danger, or where they told of their own distress."""
    words, kind, own = turn.content.listening.harm, turn.reading.kind, is_own(told)
    is_kept = is_kept_all_the_same(turn)
    if kind == "back" and turn.step and not is_kept and words.cues.of_others not in turn.says:
        return words.after.back
    if _may_be_dying(turn, told):
        lines = words.doubted_crisis if own or not told.sure_sort else words.after.in_danger
        return lines if _is_next(turn, OTHERS_TOLD) or harm_in(turn) else ()
    if is_kept:
        return words.doubted_own if kind == "feeling_about_task" else ()
    is_filler = kind == "talk" and count_words(turn.event.text) <= BARE
    is_life = told.level == "crisis" and told.sort not in ("emergency", "violence")
    if own and is_life and not is_filler:
        return words.after.own_danger if _is_next(turn, SELF_TOLD) or harm_in(turn) else ()
    if not own or (count_words(turn.event.text) <= BARE and words.cues.low not in turn.says):
        return ()
    return () if words.cues.of_others in turn.says else words.after.own


def _is_next(turn: TurnContext, most: int) -> bool:
    """Whether a message is among the next few after what was told: to say whom to call again and
    again, whatever is written, hears nobody."""
    told = told_of(turn)
    return told is not None and len(turn.conversation.messages) - told.number < most


def _may_be_dying(turn: TurnContext, told: HarmReading) -> bool:
    """Whether somebody else's life may be in danger, by what was told, or by what is told now."""
    cues, now = turn.content.listening.harm.cues, harm_in(turn)
    is_other = not is_own(told) or (
        not told.sure and (cues.of_others in turn.says or told.sort not in OF_SELF)
    )
    is_new = now is not None and now.level == "crisis" and now.signed
    is_told = told.level == "crisis" and (told.signed or not told.doubtful)
    return is_other and (is_told or is_new)
