"""Words of harm: whom to tell, and whether the words are kept. Nobody is coached then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.conversation import NOWHERE, Message
from bot.domain.fingerprints import of_text
from bot.engine.context import Talk
from bot.flows.reflection.screens import show_place_again
from bot.flows.safety.identifiers import tell_masked
from bot.flows.safety.names import ask_name

if TYPE_CHECKING:
    from bot.analysis.harm import Harm


def harm_in(talk: Talk, text: str | None = None) -> Harm | None:
    """What a message tells of harm, or None for ordinary care talk; ``text`` is an earlier one."""
    from bot.analysis.harm import find_harm

    harm = find_harm(talk.event.text if text is None else text, talk.content.knowledge.harm_words)
    return None if harm.level == "none" else harm


def answer_harm(talk: Talk, harm: Harm, step_id: str) -> None:
    """Say whom to tell, and ask whether to keep the words. They are in no answer until then."""
    message = talk.keep(talk.event.text, step_id)
    talk.change(message, aside=True)
    if talk.masked:
        tell_masked(talk)
    tell_harm(talk, harm)
    ask_keep_or_drop(talk, message)


def ask_keep_or_drop(talk: Talk, message: Message) -> None:
    """Ask whether words about harm are kept. Others that were not decided wait with spare words."""
    if talk.conversation.asking == "harm" and talk.conversation.about != message.number:
        settle_undecided(talk, talk.conversation.about)
    talk.say(talk.content.knowledge.support.texts.keep_or_drop)
    talk.ask_about("harm", message)


def tell_harm(talk: Talk, harm: Harm) -> None:
    """Say whom to tell. Nobody is coached at this step any more."""
    own_life = harm.level == "crisis" and harm.kind == "distress"
    texts = talk.content.knowledge.support.texts
    local = [each.cohort.safeguarding for each in talk.facts.memberships]
    told = [
        talk.fill(talk.content.words.joining.at_work, whom=whom)
        for whom in dict.fromkeys(local)
        if whom and not own_life
    ]
    talk.tell(getattr(texts, "own_life" if own_life else harm.kind), *told)
    talk.attempt.offered.append(_harm_at(talk))
    if harm.kind in ("distress", "danger"):
        talk.conversation.distressed = True


def has_told_of_harm(talk: Talk) -> bool:
    """Whether the learner told of harm at this step, or of their own distress a while ago."""
    return talk.conversation.distressed or _harm_at(talk) in talk.attempt.offered


def _harm_at(talk: Talk) -> str:
    return f"harm at {talk.attempt.step}"


def keep_words(talk: Talk, _: str = "") -> None:
    """*Keep it*: the words about harm go where they were sent. A name in them is asked about."""
    talk.conversation.asking = None
    message = talk.in_question()
    if message:
        talk.change(message, aside=False)
    talk.say(talk.content.words.coach.kept_ready)
    if not (message and ask_name(talk, message)):
        show_place_again(talk)


def drop_words(talk: Talk, _: str = "") -> None:
    """*Drop it*: the words are gone; a fingerprint tells an edit with other words from them."""
    if message := talk.in_question():
        dropped = of_text(message.text, talk.conversation.chat_id)
        talk.change(message, text="", aside=True, cuts=(), dropped=dropped)
    talk.conversation.asking = None
    talk.say(talk.content.words.coach.dropped)
    show_place_again(talk)


def settle_undecided(talk: Talk, number: int) -> None:
    """Words about harm that were neither kept nor dropped wait with those that are in no answer."""
    message = talk.conversation.messages[number - 1]
    if message.aside and message.text:
        talk.change(message, aside=False, step=NOWHERE)


def show_support(talk: Talk, _: str = "") -> None:
    """``/support``: whom to talk to, in every state."""
    support, lines = talk.content.knowledge.support, list[str]()
    for each in support.contacts:
        facts = {"name": each.name, "number": each.number, "hours": each.hours, "what": each.what}
        words = support.support
        template = words.without_number
        if each.number:
            template = words.with_hours if each.hours else words.entry
        lines.append("• " + talk.fill(template, **facts))
    talk.tell(talk.fill(support.support.intro), "\n".join(lines))
    show_place_again(talk)
