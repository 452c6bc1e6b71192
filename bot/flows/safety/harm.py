"""Words of harm: whom to tell, and whether the words are kept. Nobody is coached then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.conversation import NOWHERE, Message
from bot.domain.fingerprints import of_text
from bot.engine.context import TurnContext
from bot.flows.reflection.screens import show_place_again
from bot.flows.safety.identifiers import tell_masked
from bot.flows.safety.names import ask_name

if TYPE_CHECKING:
    from bot.analysis.harm import Harm


def harm_in(turn: TurnContext, text: str | None = None) -> Harm | None:
    """What a message tells of harm, or None for ordinary care talk; ``text`` is an earlier one."""
    from bot.analysis.harm import find_harm

    harm = find_harm(turn.event.text if text is None else text, turn.knowledge.harm_words)
    return None if harm.level == "none" else harm


def answer_harm(turn: TurnContext, harm: Harm, step_id: str) -> None:
    """Say whom to tell, and ask whether to keep the words. They are in no answer until then."""
    message = turn.keep(turn.event.text, step_id)
    turn.change(message, aside=True)
    if turn.masked:
        tell_masked(turn)
    tell_harm(turn, harm)
    ask_keep_or_drop(turn, message)


def ask_keep_or_drop(turn: TurnContext, message: Message) -> None:
    """Ask whether words about harm are kept. Others that were not decided wait with spare words."""
    if turn.conversation.prompt == "harm" and turn.conversation.prompt_message != message.number:
        settle_undecided(turn, turn.conversation.prompt_message)
    turn.say(turn.content.support.texts.keep_or_drop)
    turn.ask_about("harm", message)


def tell_harm(turn: TurnContext, harm: Harm) -> None:
    """Say whom to tell. Nobody is coached at this step any more."""
    own_life = harm.level == "crisis" and harm.kind == "distress"
    texts = turn.content.support.texts
    local = [each.cohort.safeguarding for each in turn.access.memberships]
    told = [
        turn.fill(turn.content.words.joining.at_work, whom=whom)
        for whom in dict.fromkeys(local)
        if whom and not own_life
    ]
    turn.tell(getattr(texts, "own_life" if own_life else harm.kind), *told)
    turn.attempt.offered.append(_harm_at(turn))
    if harm.kind in ("distress", "danger"):
        turn.conversation.distressed = True


def has_told_of_harm(turn: TurnContext) -> bool:
    """Whether the learner told of harm at this step, or of their own distress a while ago."""
    return turn.conversation.distressed or _harm_at(turn) in turn.attempt.offered


def _harm_at(turn: TurnContext) -> str:
    return f"harm at {turn.attempt.step}"


def keep_words(turn: TurnContext, _: str = "") -> None:
    """*Keep it*: the words about harm go where they were sent. A name in them is asked about."""
    turn.conversation.prompt = None
    message = turn.in_question()
    if message:
        turn.change(message, aside=False)
    turn.say(turn.content.words.coach.kept_ready)
    if not (message and ask_name(turn, message)):
        show_place_again(turn)


def drop_words(turn: TurnContext, _: str = "") -> None:
    """*Drop it*: the words are gone; a fingerprint tells an edit with other words from them."""
    if message := turn.in_question():
        dropped = of_text(message.text, turn.conversation.chat_id)
        turn.change(message, text="", aside=True, cuts=(), dropped=dropped)
    turn.conversation.prompt = None
    turn.say(turn.content.words.coach.dropped)
    show_place_again(turn)


def settle_undecided(turn: TurnContext, number: int) -> None:
    """Words about harm that were neither kept nor dropped wait with those that are in no answer."""
    message = turn.conversation.messages[number - 1]
    if message.aside and message.text:
        turn.change(message, aside=False, step=NOWHERE)


def show_support(turn: TurnContext, _: str = "") -> None:
    """``/support``: whom to talk to, in every state."""
    support, lines = turn.content.support, list[str]()
    for each in support.contacts:
        facts = {"name": each.name, "number": each.number, "hours": each.hours, "what": each.what}
        words = support.support
        template = words.without_number
        if each.number:
            template = words.with_hours if each.hours else words.entry
        lines.append("• " + turn.fill(template, **facts))
    turn.tell(turn.fill(support.support.intro), "\n".join(lines))
    show_place_again(turn)
