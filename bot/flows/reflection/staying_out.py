"""“dont put this in but …”: what is told so is in no answer, and nothing is asked."""

from __future__ import annotations

from bot.analysis.reading.after_harm import asks_if_gone
from bot.analysis.reading.own_news import is_own_bad_news
from bot.analysis.reading.own_text.orders import orders_in
from bot.engine.context import TurnContext
from bot.flows.coaching.bad_news import tells_bad_news
from bot.flows.coaching.confided import confides
from bot.flows.coaching.replies import chooser
from bot.flows.coaching.setting_aside import set_aside
from bot.flows.coaching.whereabouts import asks_where, say_where
from bot.flows.safety.dropping import say_it_is_gone, was_just_dropped
from bot.flows.safety.harm import tell_harm
from bot.flows.safety.harm_heard import harm_in


def take_words(turn: TurnContext) -> bool:
    """Take what is said to stay out, where no order speaks of words from before."""
    was_gone = was_just_dropped(turn) and asks_if_gone(turn.event.text)
    if _drops_news(turn):
        turn.keep_aside(turn.event.text)
        turn.say(turn.content.words.coach.stays_out)
        if asks_where(turn):
            say_where(turn)
    elif was_gone:
        turn.keep_aside(turn.event.text)
        say_it_is_gone(turn)
    elif _is_said_to_stay_out(turn):
        stay_out(turn, turn.event.text)
    else:
        return False
    return True


def _is_said_to_stay_out(turn: TurnContext) -> bool:
    is_said = turn.content.listening.kinds.cues.keep_out in turn.says
    if not is_said or turn.reading.kind != "private" or turn.at_welcome:
        return False
    is_part = turn.reading.act and confides(turn, turn.event.text)  # the act is an answer
    return not (is_part or orders_in(turn.event.text, turn.dialogue.called, list))


def _drops_news(turn: TurnContext) -> bool:
    """Whether “drop it” is said of bad news just told, which stand in no answer, and of no words
    of an answer."""
    last = turn.conversation.messages[-1:] if not turn.conversation.undecided else []
    is_news = any(each.aside and is_own_bad_news(each.text) for each in last)
    orders = orders_in(turn.event.text, turn.dialogue.called, list) if is_news else None
    return orders is not None and all(
        e.is_newest for request in orders.requests for e in request.which
    )


def stay_out(turn: TurnContext, rest: str) -> None:
    """Keep a message out of every answer; ``rest`` is what is told in it."""
    message = set_aside(turn, "private")
    harm, is_bad_news = harm_in(turn, rest), tells_bad_news(turn)
    if harm and not (is_bad_news and harm.sort == "distress" and harm.doubtful):
        tell_harm(turn, harm)
        turn.conversation.harm_at = message.number
    elif is_bad_news:
        turn.tell(chooser(turn).must_pick(turn.content.listening.kinds.bad_news) or "")
    turn.say(turn.content.words.coach.stays_out)
    turn.ask("kept_out", message)
