"""Words of harm: whom to tell, and whether the words are kept. Nobody is coached then."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.domain.conversation import NOWHERE, Message
from bot.domain.fingerprints import of_text
from bot.domain.offers import Button
from bot.engine.context import TurnContext, plain_buttons
from bot.engine.flows import Prompt
from bot.flows import LOOK_UPS
from bot.flows.safety.identifiers import tell_masked
from bot.flows.safety.names import ask_name

if TYPE_CHECKING:
    from bot.analysis.harm import Harm


def harm_in(turn: TurnContext, text: str | None = None) -> Harm | None:
    """What a message tells of harm, or None for ordinary care talk; ``text`` is an earlier one."""
    from bot.analysis.harm import find_harm

    harm = find_harm(turn.event.text if text is None else text, turn.knowledge.harm_words)
    return None if harm.level == "none" else harm


def take_words(turn: TurnContext) -> bool:
    """Words of harm come before everything that is asked: whom to tell, and nothing else."""
    prompt = turn.open_prompt
    harm = None if prompt and prompt.is_private(turn) else harm_in(turn)
    if harm is None:
        return False
    if prompt and prompt.name == "carry_on":
        turn.conversation.distressed = False  # they have come back
    _answer(turn, harm)
    return True


def take_words_in_field(turn: TurnContext) -> bool:
    """Words of harm where something else was to be typed."""
    prompt = turn.open_prompt
    return prompt is not None and prompt.takes_words and take_words(turn)


def _answer(turn: TurnContext, harm: Harm) -> None:
    """Say whom to tell, and ask whether to keep the words. They are in no answer until then."""
    message = turn.keep(turn.event.text, turn.step_for_words)
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
    turn.ask("harm", message)


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
    turn.attempt.harm_told.append(turn.attempt.step)
    if harm.kind in ("distress", "danger"):
        turn.conversation.distressed = True


def has_told_of_harm(turn: TurnContext) -> bool:
    """Whether the learner told of harm at this step, or of their own distress a while ago."""
    return turn.conversation.distressed or turn.attempt.step in turn.attempt.harm_told


def keep_words(turn: TurnContext, _: str = "") -> None:
    """*Keep it*: the words about harm go where they were sent. A name in them is asked about."""
    turn.answered()
    message = turn.in_question()
    if message:
        turn.change(message, aside=False)
    turn.say(turn.content.words.coach.kept_ready)
    if not (message and ask_name(turn, message)):
        turn.show_again()


def drop_words(turn: TurnContext, _: str = "") -> None:
    """*Drop it*: the words are gone; a fingerprint tells an edit with other words from them."""
    if message := turn.in_question():
        dropped = of_text(message.text, turn.conversation.chat_id)
        turn.change(message, text="", aside=True, cuts=(), dropped=dropped)
    turn.answered()
    turn.say(turn.content.words.coach.dropped)
    turn.show_again()


def settle_undecided(turn: TurnContext, number: int) -> None:
    """Words about harm that were neither kept nor dropped wait with those that are in no answer."""
    for message in turn.conversation.messages[number - 1 : number]:  # none where it is gone
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
    turn.show_again()


class HarmPrompt(Prompt):
    """*Shall I keep these words?* It interrupts whatever is asked, and survives a look-up."""

    name = "harm"
    interrupts = True
    survives = LOOK_UPS
    about_message = True

    def choices(self, turn: TurnContext) -> Iterator[Button]:
        """Keep them, or drop them."""
        return plain_buttons(turn, "keep_words", "drop_words", side=True)

    def show(self, turn: TurnContext) -> None:
        """Ask again whether to keep them."""
        turn.say(turn.content.support.texts.keep_or_drop)

    def leave(self, turn: TurnContext, number: int) -> None:
        """What was not decided waits with the spare words."""
        settle_undecided(turn, number)
