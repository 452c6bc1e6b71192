"""What must hold after any conversation at all: words are never lost, there is always a way out,
and the statement's body is the learner's words under the headings and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.content.library import Content, shipped_folder
from bot.content.loading import load_content
from bot.content.models.dialogue import ChoiceStep
from bot.domain.access import NO_ACCESS, Access
from bot.domain.conversation import NO_PROMPT
from bot.domain.events import Event, Reminder
from bot.domain.messages import Message
from bot.domain.progress import status
from bot.exports import FORMATS
from bot.flows.registry import COMMANDS, FLOWS
from bot.flows.safety.identifiers import masked
from tests.engine.people import COORDINATOR, INVITED, MEMBER, Person
from tests.engine.prompt_cases import CASES, Case
from tests.support.bot_api.rows import check_turn
from tests.support.learner import Learner

pytestmark = pytest.mark.long

CONTENT: Content = load_content(shipped_folder())

LABELS = [
    *(label for name, label in CONTENT.words.buttons if "$" not in label),
    *("Change: management", "Add to: leadership", "Add to: situation", "About Thing 2"),
]

OWN_BUTTONS = sorted({label for case in CASES.values() for label in case.buttons})

TYPED = st.one_of(
    st.text(),
    st.text(st.characters(codec="utf-8"), min_size=20, max_size=60),
    st.sampled_from(["word " * 60, "👍", "$next {x}", "\u202eback", "a\x00b", "/", "- x", "  "]),
    st.lists(st.sampled_from(["we", "met", "and", "planned", "1."]), min_size=5).map(" ".join),
)

NAME = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        [
            *(
                "",
                "learn",
                "things",
                "find",
                "find.0.coaching",
                "links",
                "links.coaching.5",
                "plan",
            ),
            *("plan.1", "kotter", "kotter.picture", "thing_2", "good_leaders", "more_scan", "both"),
        ]
    ),
)

ACTION = st.tuples(
    st.sampled_from(
        ["page:", "open:", "pick:", "unpick:", "sort_as:", "add_to:", "change:", "more"]
    ),
    NAME,
).map("".join)
"""What a button under a message may carry, old or forged."""

DOING = st.one_of(
    st.tuples(st.just("say"), TYPED),
    st.tuples(st.just("say"), st.sampled_from([f"/{name}" for name in COMMANDS])),
    st.tuples(st.sampled_from(["say", "press"]), st.sampled_from(LABELS)),
    st.tuples(st.just("offered"), st.integers(0, 9)),
    st.tuples(st.just("edit"), st.tuples(st.integers(0, 12), TYPED)),
    st.tuples(st.just("open"), st.sampled_from(["", *CONTENT.dialogues])),
    st.tuples(
        st.just("say"), st.tuples(st.sampled_from(["/resources ", "/learn "]), TYPED).map("".join)
    ),
    st.tuples(st.just("button"), st.tuples(ACTION, st.integers(-1, 60))),
)

DOINGS = st.lists(DOING, max_size=40)

TELLING = st.sampled_from(
    [
        "One of the staff keeps shouting at a resident and pushes her about.",
        "I checked the charts each evening and told the senior who had eaten too little.",
        "I sat with Mrs Campbell and Mr Singh, and Siobhan rang me on 07700 900123.",
        "Situation: the lift broke.\nManagement: I made a list of who needed help first.",
        "take out the bit about the charts",
    ]
)
"""Words about which something is to be decided, and an order about them."""

DECIDING = st.one_of(
    DOING,
    st.tuples(st.just("say"), TELLING),
    st.tuples(st.just("edit"), st.tuples(st.integers(1, 4), TELLING)),
)

CHOICES = {
    *(label.casefold() for label in LABELS),
    *(
        f"{verb}: {step.label}"
        for verb in ("change", "add to")
        for dialogue in CONTENT.dialogues.values()
        for step in dialogue.steps
    ),
}


def storable(text: str) -> bool:
    return bool(text) and not any("\ud800" <= character <= "\udfff" for character in text)


def must_be_kept(text: str) -> bool:
    """Whether a typed text is surely words: storable, no command, no label, no postcode in it."""
    plain = text.strip().casefold()
    is_words = storable(text) and not text.startswith("/") and plain not in CHOICES
    return is_words and not masked(CONTENT, Event("", "say", text, ""))[1]


def press_offered(learner: Learner, number: int) -> None:
    if learner.last and learner.replies and learner.buttons:
        learner.press(learner.buttons[number % len(learner.buttons)])


def do(learner: Learner, command: tuple[str, object], kept: dict[str, str]) -> None:
    """Do one thing, and note in ``kept`` which text must now stand under which source."""
    match command:
        case "say", str(text):
            if must_be_kept(text):
                kept[f"say {len(learner.said) + 1}"] = text
            learner.say(text)
        case "press", str(label):
            learner.press(label)
        case "button", (str(action), int(version)):
            learner.press_button(action, version)
        case "offered", int(number):
            press_offered(learner, number)
        case "edit", (int(number), str(text)):
            number = number if number <= len(learner.said) else 0  # of what was never sent here
            said = learner.edit(number, text)
            known = f"say {number}" in kept and storable(text)
            if known or (must_be_kept(text) and "type it again" not in said):
                kept[f"say {number}"] = masked(CONTENT, Event("", "say", text, ""))[0].text
        case _, dialogue:
            learner.open(str(dialogue))
    if learner.last and learner.last.forget:
        kept.clear()


def stands(message: Message, text: str) -> bool:
    """Whether a message is as it was typed, but for the names that the learner had replaced."""
    markers = "|".join(re.escape(marker) for _, marker in message.names)
    pieces = re.split(markers, message.text) if markers else [message.text]
    return re.fullmatch(".+".join(map(re.escape, pieces)), text, re.DOTALL) is not None


@given(DOINGS)
@example([("say", "0 0<0/oBI\r0\r0\x850"), ("offered", 0)])  # “oBI” may be a name
@example([("edit", (0, "0")), ("edit", (0, "W00AA"))])  # it becomes what looks like a postcode
@settings(max_examples=300)
def test_no_word_is_lost_and_there_is_always_an_answer(commands: list[tuple[str, object]]) -> None:
    learner, kept = Learner(CONTENT), dict[str, str]()
    for command in commands:
        do(learner, command, kept)
        if not learner.last:
            continue
        assert all(reply.text for reply in learner.replies)
        assert learner.last.forget or learner.buttons
        messages = learner.conversation.messages
        found = {message.source: message for message in messages}
        assert len(found) == len(messages), "nothing is kept twice"
        assert kept.keys() <= found.keys()
        assert all(stands(found[source], text) for source, text in kept.items())
        for source in found.keys() - kept.keys():
            assert not must_be_kept(found[source].text) or source in [*learner.said, "say 0"]
        if learner.conversation.attempts:
            attempt = learner.conversation.attempt
            assert len(attempt.path) <= len(CONTENT.dialogues[attempt.dialogue].steps) + 3


@given(DOINGS)
@settings(max_examples=200)
def test_the_body_is_the_learners_words_under_the_headings(
    commands: list[tuple[str, object]],
) -> None:
    learner = Learner(CONTENT)
    for command in commands:
        do(learner, command, {})
    learner.say("/statement")
    expected = list[str]()
    attempt = learner.conversation.attempt
    for step in CONTENT.dialogues[attempt.dialogue].steps:
        if isinstance(step, ChoiceStep):
            labels = [c.label for c in step.choices if c.id in attempt.picks.get(step.id, [])]
            expected += [f"{step.heading}: {', '.join(labels)}"] if step.heading and labels else []
            continue
        mine = [
            without(message.text, message.cuts)
            for message in learner.conversation.messages
            if message.attempt == learner.conversation.current
            and message.step == step.id
            and not message.aside
        ]
        expected += [step.heading, *mine] if mine else []
    body = FORMATS["txt"](learner.statement)
    assert body == "\n\n".join(expected) + "\n" * bool(expected)
    if any(section.messages for section in learner.statement.sections):
        assert body in [reply.text for reply in learner.replies]


def without(text: str, cuts: tuple[tuple[int, int], ...]) -> str:
    """A text without the spans that the learner left out."""
    left_out = {place for start, end in cuts for place in range(start, end)}
    kept = "".join(character for place, character in enumerate(text) if place not in left_out)
    return kept.strip("\n") if cuts else kept


def fork(learner: Learner) -> Learner:
    """The same learner at the same place, to try something that the first one does not do."""
    return replace(learner, conversation=learner.conversation.copy(), said=list(learner.said))


@given(st.lists(DECIDING, max_size=40))
@example([("say", "OD:B:C:E")])  # an overdose: such words wait for *Keep it* through a pause, too
@example([("say", "/later"), ("offered", 4)])  # a time is asked for before *Start*
@settings(max_examples=200)
def test_every_state_has_a_way_out(commands: list[tuple[str, object]]) -> None:
    learner = Learner(CONTENT)
    for command in commands:
        do(learner, command, {})
    for button in learner.buttons if learner.last and not learner.last.forget else ():
        assert "not in use" not in fork(learner).press(button)
    for word in ("Next", "Back", "Skip", "Pause"):
        typed = fork(learner)
        typed.say(word)
        kept = [each.text for each in typed.conversation.messages if not each.aside]
        assert word not in kept
    pausing, deleting, going_back = fork(learner), fork(learner), fork(learner)
    pausing.say("/pause")
    assert pausing.buttons[0] == "Carry on"
    assert set(pausing.buttons[1:]) <= {"Keep it", "Drop it", "You misread me"}
    deleting.say("/forget")
    deleting.press("Yes, delete it all")
    assert deleting.last
    assert deleting.last.forget
    assert status(CONTENT.dialogues, deleting.conversation) == "new"
    for _ in range(20):
        begun = bool(going_back.conversation.attempts) and going_back.step != "welcome"
        going_back.say("Back" if begun else "/back")
    assert going_back.step == "welcome"


BESIDE = st.one_of(
    st.tuples(st.just("way"), st.sampled_from([*CASES.values()])),
    st.tuples(
        st.just("remind"),
        st.builds(
            Reminder,
            st.sampled_from(["reminder", "nudge", "later", "outcome"]),
            st.sampled_from([*CONTENT.dialogues]),
        ),
    ),
    st.tuples(st.just("days"), st.sampled_from([1, 29])),
    st.tuples(st.just("access"), st.sampled_from([NO_ACCESS, INVITED, MEMBER, COORDINATOR])),
    st.tuples(st.just("press"), st.sampled_from(OWN_BUTTONS)),
    st.tuples(st.just("tap"), st.integers(0, 9)),
)
"""What leads to prompts, and what comes to a learner from outside."""


@given(st.lists(st.one_of(BESIDE, DECIDING), max_size=25))
@settings(max_examples=300)
def test_whatever_comes_only_what_the_table_lists_is_asked(
    events: list[tuple[str, object]],
) -> None:
    """The engine raises MachineError for anything else, and it fails for nothing that comes."""
    person, shown = Person(CONTENT), False
    for event in events:
        match event:
            case "way", Case() as case:
                person.access = case.access
                for line in case.way:
                    person.follow(line)
            case "days", int():
                person.follow(f"days {event[1]}")
            case "access", Access() as access:
                person.access = access
            case "remind", Reminder() as reminder:
                person.remind(reminder)
            case "tap", int(number) if person.last and person.replies:
                buttons = person.replies[-1].buttons
                person.tap(buttons[number % len(buttons)]) if buttons else None
            case "tap", _:
                pass
            case _:
                do(person, event, {})
        assert person.conversation.prompt in {NO_PROMPT, *FLOWS.prompts}
        shown = shown or bool(person.last and person.last.replies)
        # An edit of what was never sent here, to a command, is silent, also as the first thing.
        assert (
            not shown
            or not person.last
            or (person.last.is_reminder or person.last.forget or person.buttons)
        )
        if person.last:
            check_turn(person.last)
