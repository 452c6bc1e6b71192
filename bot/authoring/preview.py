"""A dialogue as one page to look at in a browser: every message as it looks on a phone.

Nothing is made up for it: the real engine is walked through every step and every choice that goes
its own way, with the examples as answers. What a scene shows is what a learner gets.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from bot.content.library import Content
from bot.content.models.dialogue import ChoiceStep, Dialogue, Step, WordsStep
from bot.content.reading_grade import grade, sentences
from bot.domain.conversation import Conversation
from bot.domain.events import Event
from bot.domain.turn import Reply
from bot.engine.turn import take_turn
from bot.flows.registry import FLOWS

_PAGES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=select_autoescape(default=True),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True, slots=True)
class Exchange:
    """A message or a press, and the replies to it."""

    said: str
    replies: tuple[Reply, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """One place of a dialogue: what is exchanged there, and where it leads (label, place)."""

    place: str
    title: str
    exchanges: list[Exchange] = field(default_factory=list)
    ways: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Walk:
    """A learner on their way through a dialogue. A copy can go another way."""

    content: Content
    dialogue: Dialogue
    now: datetime
    conversation: Conversation = field(default_factory=lambda: Conversation("preview"))
    last: tuple[Reply, ...] = ()

    def fork(self) -> Walk:
        """Return the same learner at the same place."""
        copy = self.conversation.copy()
        return Walk(self.content, self.dialogue, self.now, copy, self.last)

    @property
    def place(self) -> str:
        """Return where the learner is."""
        return self.conversation.attempt.step

    def do(self, said: str) -> Exchange:
        """Type something, or the label of a button, and return what came back."""
        return self._take(said, self.content)

    def write(self, example: str) -> Exchange:
        """Answer with an example, as somebody who wrote it: it is not known as the coach's own."""
        return self._take(example, _without_examples(self.content))

    def _take(self, said: str, content: Content) -> Exchange:
        number = str(self.conversation.version)
        event = Event("preview", "say", said, number, number, dialogue=self.dialogue.id)
        turn = take_turn(FLOWS, content, self.conversation, event, self.now)
        self.conversation, self.last = turn.after, turn.replies
        return Exchange(said, turn.replies)


@lru_cache(maxsize=1)
def _without_examples(content: Content) -> Content:
    """Return the content with no examples of the dialogues in it."""
    bare = {
        id_: each.model_copy(update={"steps": tuple(_without_example(step) for step in each.steps)})
        for id_, each in content.dialogues.items()
    }
    return replace(content, dialogues=bare)


def _without_example(step: Step) -> Step:
    return step.model_copy(update={"example": ""}) if isinstance(step, WordsStep) else step


def scenes(content: Content, dialogue: Dialogue, now: datetime) -> list[Scene]:
    """Return every place of a dialogue that learners come to, once, in the order of the file."""
    order = ["welcome", *(step.id for step in dialogue.steps), "review", "statement"]
    return sorted(_met(content, dialogue, now), key=lambda scene: order.index(scene.place))


def _met(content: Content, dialogue: Dialogue, now: datetime) -> Iterator[Scene]:
    labels = content.words.buttons
    walk = Walk(content, dialogue, now)
    welcome = Scene("welcome", dialogue.title, [walk.do("/start")])
    side = [button.label for button in walk.last[-1].buttons if button.action == "about"]
    welcome.exchanges.extend(walk.do(label) for label in side)
    arrival = walk.do(labels.start)
    welcome.ways.append((labels.start, walk.place))
    yield welcome
    seen = {"welcome"}
    waiting = [(walk, arrival)]
    while waiting:
        walk, arrival = waiting.pop(0)
        if walk.place in seen:
            continue
        seen.add(walk.place)
        scene, onward = _scene(walk, arrival)
        yield scene
        waiting += onward


def _scene(walk: Walk, arrival: Exchange) -> tuple[Scene, list[tuple[Walk, Exchange]]]:
    """Return the scene at a place, and the learners who go on from there with what they meet."""
    labels = walk.content.words.buttons
    step = walk.dialogue.by_id.get(walk.place)
    if isinstance(step, ChoiceStep):
        return _choices(walk, arrival, step)
    ends = {"review": labels.review, "statement": getattr(labels, walk.dialogue.makes)}
    scene = Scene(walk.place, step.label if step else ends[walk.place], [arrival])
    if isinstance(step, WordsStep):
        scene.exchanges.append(walk.do(labels.example))
        scene.exchanges.append(walk.write(step.example))
        _write_enough(walk, step)
        label = labels.next
    else:
        label = getattr(labels, walk.dialogue.makes)
    before = walk.place
    onward = walk.do(label)
    if walk.place == before:
        return scene, []
    scene.ways.append((label, walk.place))
    return scene, [(walk, onward)]


def _write_enough(walk: Walk, step: WordsStep) -> None:
    """At the last step, write on until the statement is ready, so that its end can be seen."""
    if walk.dialogue.ways(step)[""] != "review":
        return
    words = sum(map(len, sentences(step.example))) or 1
    for _ in range(walk.dialogue.min_words // words):
        walk.write(step.example)


def _choices(
    walk: Walk, arrival: Exchange, step: ChoiceStep
) -> tuple[Scene, list[tuple[Walk, Exchange]]]:
    scene, onward = Scene(step.id, step.label, [arrival]), list[tuple[Walk, Exchange]]()
    shown = set[str]()
    for choice in step.choices:
        target = walk.dialogue.way(step.id, {step.id: [choice.id]})
        if target in shown:
            continue  # another choice that leads there is shown already
        shown.add(target)
        there = walk.fork()
        label, met = choice.label, there.do(choice.label)
        if step.many:
            scene.exchanges.append(met)
            label = walk.content.words.buttons.next
            met = there.do(label)
        scene.ways.append((label, there.place))
        onward.append((there, met))
    return scene, onward


def measured(text: str) -> str:
    """Return how long and how hard a message is: ``34 words · grade 3``."""
    words = sum(map(len, sentences(text)))
    return f"{words} words · grade {max(0, round(grade(text)))}"


def page(content: Content, dialogue: Dialogue, now: datetime) -> str:
    """Return the page as HTML, whole in itself: it asks the network for nothing."""
    template = _PAGES.get_template("preview.html")
    places = scenes(content, dialogue, now)
    titles = {scene.place: scene.title for scene in places}
    return template.render(dialogue=dialogue, scenes=places, titles=titles, measured=measured)
