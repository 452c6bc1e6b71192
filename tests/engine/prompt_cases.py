"""For each prompt, by its name: how somebody comes to be asked, and what may become of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.domain.access import NO_ACCESS, Access
from tests.engine.people import ASKED_TO_LOOK_AFTER, COORDINATOR, INVITED, Person

AN_ANSWER = "I asked the team to try a new plan with me."

HARM = "One of the staff keeps shouting at a resident and pushes her about."

KEPT_OUT = "Show what was kept out"

OLD_BOY = "I changed when I mopped. It was the old boy in 9 who slipped."

ROTA = "I wrote the rota two weeks ahead and worked out how many staff we needed for each day."

PARTS = (
    "Situation: I am a cook and I changed the menu for one man who ate too little.\n"
    "Management: I made a list of it and checked each day what he left on his plate."
)

SITUATIONS = (
    "I am a carer and I helped a man who was afraid of the bath. "
    "Another time I helped the night staff with the new alarm system."
)

FIRST_STORY = "I am a carer and I helped a man who was afraid of the bath by going slowly."

NEW_STORY = (
    "Scrap that one, I've a better one. When I was on nights the alarm was new and I showed the "
    "others how to reset it, so nobody rang me at home."
)

FORM_LINES = (
    "Page 2 of 3\nI checked the charts each evening and told the senior when somebody had "
    "eaten too little, and we changed the snacks."
)

SENT = ("write", "press I have sent it", "press Yes, it is sent")

MANAGEMENT = "Your question now: Where do you see management skills"


@dataclass(frozen=True)
class Typed:
    """Words that are typed while something is asked, what is said to them, what is asked then."""

    words: str
    answer: str
    then: str = "none"


@dataclass(frozen=True)
class Press:
    """A button that closes it, and what is said then."""

    label: str
    answer: str


@dataclass(frozen=True)
class Case:
    """One prompt. ``way`` leads to it, ``asked`` is said then, ``again`` after an odd message: ""
    where the question of the step is still in sight.

    ``buttons`` are its own. ``lost`` takes away what it is about, as an author or an edit may do
    between two turns; None where it holds whatever happens.
    """

    way: tuple[str, ...]
    asked: str
    buttons: tuple[str, ...]
    closes: Press
    again: str = ""
    typed: tuple[Typed, ...] = (Typed(AN_ANSWER, "✓ Saved"),)
    lost: Callable[[Person], None] | None = None
    access: Access = NO_ACCESS


def _its_message_is_gone(person: Person) -> None:
    person.conversation.prompt_message = 0


def _what_went_is_forgotten(person: Person) -> None:
    person.conversation.taken_out = []


def _its_words_are_gone(person: Person) -> None:
    person.conversation.prompt_message, person.conversation.undecided = 0, []


def _its_message_is_put_aside(person: Person) -> None:
    messages = person.conversation.messages
    messages[:] = [replace(each, aside=True) for each in messages]


def _its_words_are_in_an_answer(person: Person) -> None:
    messages = person.conversation.messages
    messages[:] = [replace(each, aside=False, step="management") for each in messages]


def _its_draft_is_gone(person: Person) -> None:
    person.conversation.draft = None


def _its_file_is_gone(person: Person) -> None:
    person.conversation.name_for = ""


def _its_round_is_gone(person: Person) -> None:
    person.conversation.activity_round.round = []


def _its_practices_are_gone(person: Person) -> None:
    dialogues = dict(person.content.dialogues)
    dialogues["thing_2"] = dialogues["thing_2"].model_copy(update={"badge": None})
    person.content = replace(person.content, dialogues=dialogues)


CASES = {
    "harm": Case(
        way=("at management", f"say {HARM}"),
        asked="What you wrote is in no answer. Keep it, or drop it?",
        buttons=("Keep it", "Drop it"),
        again="Do you want to keep it, or drop it?",
        typed=(Typed(AN_ANSWER, "✓ Saved · 11 words"), Typed(HARM, "keep it, or drop it?", "harm")),
        closes=Press("Drop it", "Dropped. It is gone here."),
        lost=_its_words_are_gone,
    ),
    "masked": Case(
        way=("at management", "say I rang her son on 07700 900123 about it."),
        asked="I saved your answer with [phone number] in its place.",
        buttons=("Good", "I will type that part again"),
        closes=Press("Good", "✓ It is kept in your answer."),
        lost=_its_message_is_gone,
    ),
    "name": Case(
        way=("at management", "say I sat with Mrs Campbell."),
        asked="“Mrs Campbell” may be a name",
        buttons=("A resident", "A child", "A colleague", "A family member", "Not a name"),
        closes=Press("Not a name", "✓ It stays as it is."),
        lost=_its_message_is_gone,
    ),
    "forget": Case(
        way=("at management", "say /forget"),
        asked="Delete all your words here?",
        buttons=("No, keep it", "Yes, delete it all"),
        typed=(Typed("yes", "Delete all your words", "forget"), Typed(AN_ANSWER, "✓ Saved")),
        closes=Press("No, keep it", "Nothing was deleted."),
    ),
    "form": Case(
        way=("say /cohort", "press All my groups", "press Make a group"),
        asked="What is the group called?",
        buttons=("Stop this",),
        again="You are at the start.",
        typed=(
            Typed("Night team", "Which reflection is it for?", "form"),
            Typed("n" * 61, "A name has 1 to 60 letters.", "form"),
        ),
        closes=Press("Stop this", "Stopped. Nothing was changed."),
        lost=_its_draft_is_gone,
        access=COORDINATOR,
    ),
    "question": Case(
        way=("at management", "say With the blue folder"),
        asked="✓ Saved · 4 words",
        buttons=("Not part of my answer",),
        closes=Press("Not part of my answer", "✓ It is left out of your statement."),
        lost=_its_message_is_gone,
    ),
    "order": Case(
        way=(
            "at management",
            f"say {ROTA}",
            "say I set up the tables for the garden party.",
            "say The party cake was my idea too.",
            "say take out the party bit",
        ),
        asked="Which one shall I leave out?",
        buttons=("Leave out number 1", "Leave out number 2", "Keep"),
        again="Which one shall I leave out?",
        closes=Press("Leave out number 1", "✓ Out of your statement now: “I set up the tables"),
        typed=(Typed(AN_ANSWER, "✓ Saved · 45 words"),),
        lost=_its_message_is_gone,
    ),
    "reword": Case(
        way=(
            "at management",
            f"say {ROTA}",
            "say My mistake, three weeks ahead, not two.",
        ),
        asked="It would read: “I wrote the rota three weeks ahead and",
        buttons=("Yes, change it", "No, keep it"),
        again="It would read: “I wrote the rota three weeks ahead and",
        closes=Press("Yes, change it", "✓ Changed. It reads now: “I wrote the rota three weeks"),
        typed=(Typed(AN_ANSWER, "✓ Saved · 29 words"),),
        lost=_its_message_is_gone,
    ),
    "taken_out": Case(
        way=(
            "at management",
            f"say {ROTA}",
            "say I set up the tables for the garden party.",
            "say take out the garden party bit",
        ),
        asked="✓ Out of your statement now: “I set up the tables for the garden party.”.",
        buttons=("Put it in my answer",),
        closes=Press("Put it in my answer", "✓ Back in your answer"),
        lost=_what_went_is_forgotten,
        typed=(Typed(AN_ANSWER, "✓ Saved · 29 words"),),
    ),
    "kept_out": Case(
        way=("at management", "say what about the rota?"),
        asked="Send /resources for the links.",
        buttons=("Put it in my answer",),
        typed=(
            Typed(AN_ANSWER, "✓ Saved · 11 words"),
            Typed("how many words do I need?", "200", "kept_out"),
        ),
        closes=Press("Put it in my answer", "✓ Saved · 4 words"),
        lost=_its_message_is_gone,
    ),
    "which_asked": Case(
        way=("at management", "say what comes with the badge?"),
        asked="I am not sure what you ask.",
        buttons=("Put it in my answer",),
        typed=(
            Typed(AN_ANSWER, "✓ Saved · 11 words"),
            Typed("how many words do I need?", "200", "kept_out"),
        ),
        closes=Press("Put it in my answer", "✓ Saved"),
        lost=_its_message_is_gone,
    ),
    "spoken": Case(
        way=("at management", f"say Hi! {AN_ANSWER}"),
        asked="✓ Saved · 11 words",
        buttons=("Put it in my answer",),
        typed=(Typed(AN_ANSWER, "✓ Saved · 22 words"),),
        closes=Press("Put it in my answer", "✓ Saved · 12 words"),
        lost=_its_message_is_gone,
    ),
    "kept_out_list": Case(
        way=("at management", "say what about the rota?", "say /review", f"press {KEPT_OUT}"),
        asked="1. what about the rota?",
        buttons=("Put in number 1",),
        again="Your answer has not changed.",
        typed=(Typed(AN_ANSWER, "✓ It is now in your answer “situation”."),),
        closes=Press("Put in number 1", "Which answer is it for?"),
        lost=_its_words_are_in_an_answer,
    ),
    "shows_who": Case(
        way=("at management", f"say {OLD_BOY}", "say /review"),
        asked="“It was the old boy in 9 who slipped",
        buttons=("Keep", "Leave out", "Write it again"),
        again="“It was the old boy in 9 who slipped",
        typed=(Typed(AN_ANSWER, "✓ It is now in your answer “situation”.", "shows_who"),),
        closes=Press("Leave out", "✓ Left out: “It was the old boy in 9 who slipped”."),
        lost=_its_message_is_gone,
    ),
    "write_again": Case(
        way=("at management", f"say {OLD_BOY}", "say /review", "press Write it again"),
        asked="Write that part in other words now.",
        buttons=("Keep",),
        again="Write that part in other words now.",
        typed=(
            Typed("A resident had slipped.", "The new words stand where the old ones stood."),
            Typed("how many words do I need?", "186 words to go", "kept_out"),
        ),
        closes=Press("My statement", "Your statement for Thing 2."),
        lost=_its_message_is_gone,
    ),
    "heard": Case(
        way=("at management", f"say {ROTA}"),
        asked="how many staff we needed for each day” – that is",
        buttons=("What is that called?", "Not quite"),
        typed=(
            Typed("I wrote the list.", "✓ Saved · 22 words", "heard"),
            Typed("what is that called?", "Planning and budgeting", "heard"),
        ),
        closes=Press("Not quite", "Your words stay as they are."),
        lost=_its_message_is_gone,
    ),
    "filed": Case(
        way=("at management", f"say oh and the leadership bit: {AN_ANSWER}"),
        asked="Filed under “leadership”.",
        buttons=("Not there",),
        typed=(Typed(AN_ANSWER, "✓ Saved · 11 words"),),
        closes=Press("Not there", "✓ It is now in your answer “management”."),
        lost=_its_message_is_gone,
    ),
    "delete": Case(
        way=("at management", "say I wrote the rota.", "say i want to delete something"),
        asked="Just the last message, or all you have written?",
        buttons=("Take back my last message", "Delete all of it"),
        typed=(Typed("I wrote the list.", "✓ Saved · 8 words", "heard"),),
        closes=Press("Take back my last message", "I wrote the rota."),
        lost=_its_message_is_put_aside,
    ),
    "naming": Case(
        way=("at management", f"say {ROTA}", "say I wrote the list.", "press Name the skill"),
        asked="Which of these did you or others do?",
        buttons=("Planning and budgeting", "Show me what you see", "None of these"),
        closes=Press("Next", "What leadership did you or others show?"),
        lost=_its_practices_are_gone,
    ),
    "noticed": Case(
        way=(
            *("at management", f"say {ROTA}", "say I wrote the list.", "press Name the skill"),
            "press Show me what you see",
        ),
        asked="Could that be: Planning and budgeting?",
        buttons=("Yes", "Not quite", "Something else"),
        closes=Press("Not quite", "Then it is not. Your own view counts."),
        lost=_its_practices_are_gone,
    ),
    "code": Case(
        way=("at management", "say /join"),
        asked="Type the code that you were given",
        buttons=(),
        typed=(
            Typed("6hmp 4e5a", "I do not know that code.", "code"),
            Typed("6hmp 4e5", "I do not know that code.", "code"),
            Typed(AN_ANSWER, "✓ Saved"),
        ),
        closes=Press("Next", "Nothing is written here yet."),
    ),
    "join": Case(
        way=("say /start token",),
        asked="Would you like to join?",
        buttons=("Yes, join", "No, thanks"),
        again="You are at the start.",
        typed=(
            Typed("hello", "Would you like to join?", "join"),
            Typed("aye", "You are in the group", "name_shown"),
            Typed("no thanks", "You did not join."),
            Typed(AN_ANSWER, "That is the start of your first answer, “situation”."),
        ),
        closes=Press("No, thanks", "You did not join."),
        access=INVITED,
    ),
    "cross": Case(
        way=("say /start token",),
        asked="Do you want to go on with the words from there?",
        buttons=("Yes, go on here", "No, leave it"),
        again="You are at the start.",
        typed=(
            Typed("hello", "Do you want to go on with the words from there?", "cross"),
            Typed("aye", "That is not in use any more."),  # a terminal has no address to lead on
            Typed("no thanks", "Nothing was changed."),
            Typed(AN_ANSWER, "That is the start of your first answer, “situation”."),
        ),
        closes=Press("No, leave it", "Nothing was changed."),
        access=Access(crossing="elsewhere"),
    ),
    "look_after": Case(
        way=("say /start token",),
        asked="Would you like to look after it?",
        buttons=("Yes, look after it", "No, thanks"),
        again="You are at the start.",
        typed=(
            Typed("hello", "Would you like to look after it?", "look_after"),
            Typed("aye", "✓ You now look after the group “Nursery team”."),
            Typed("no thanks", "Nothing has changed. The link is not used up."),
            Typed(AN_ANSWER, "Would you like to look after it?", "look_after"),
        ),
        closes=Press("No, thanks", "Nothing has changed. The link is not used up."),
        access=ASKED_TO_LOOK_AFTER,
    ),
    "name_shown": Case(
        way=("say /start token", "press Yes, join"),
        asked="May your coordinator see your name?",
        buttons=("No name",),
        again="You are at the start.",
        typed=(
            Typed("Morag", "Shall your coordinator see this name?", "name_check"),
            Typed("no name", "✓ Your coordinator sees a number"),
            Typed(AN_ANSWER, "That is the start of your first answer, “situation”."),
        ),
        closes=Press("No name", "✓ Your coordinator sees a number"),
        access=INVITED,
    ),
    "name_check": Case(
        way=("say /start token", "press Yes, join", "say Morag"),
        asked="Shall your coordinator see this name? Morag",
        buttons=("Yes, show it", "No name"),
        again="You are at the start.",
        typed=(Typed("hello", "Press “Start” to see the first question.", "name_check"),),
        closes=Press("Yes, show it", "✓ Your coordinator sees this name: Morag"),
        access=INVITED,
    ),
    "carry_on": Case(
        way=("at management", "press Pause"),
        asked="When you are back, press “Carry on” or just write.",
        buttons=("Carry on",),
        typed=(Typed(AN_ANSWER, "✓ Saved · 11 words"),),
        closes=Press("Carry on", "Where do you see management skills"),
    ),
    "restart": Case(
        way=("at management", "say /restart"),
        asked="Start Thing 2 again?",
        buttons=("No, carry on", "Yes, start again"),
        typed=(Typed("yes", "Start Thing 2 again?", "restart"), Typed(AN_ANSWER, "✓ Saved")),
        closes=Press("No, carry on", "Nothing changed."),
    ),
    "replace": Case(
        way=("at management", "say I wrote the rota.", "press Replace"),
        asked="Write your new answer now.",
        buttons=("Next", "Back", "Skip", "Pause", "Take back my last message", "More"),
        again="Write your new answer now.",
        typed=(Typed(AN_ANSWER, "Your new answer is in."),),
        closes=Press("Next", "What leadership did you or others show?"),
    ),
    "place": Case(
        way=("write", f"say {ROTA}"),
        asked="Which answer is this for?",
        buttons=("Add to: situation", "Add to: management", "Leave it out"),
        again="Which answer is this for?",
        typed=(Typed(AN_ANSWER, "Which answer is this for?", "place"),),
        closes=Press("Add to: management", "✓ It is now in your answer “management”."),
        lost=_its_message_is_put_aside,
    ),
    "pieces": Case(
        way=("at management", "say I made a list.\nI rang the team.", "press Move this to…"),
        asked="Which one shall I move?",
        buttons=("Move all of it", "Move number 1", "Move number 2"),
        closes=Press("Next", "What leadership did you or others show?"),
        lost=_its_message_is_gone,
    ),
    "split": Case(
        way=("at situation", f"say {PARTS}"),
        asked="Shall I put each part in its own answer?",
        buttons=("Yes, split it like that", "No, keep it in one piece"),
        closes=Press("Yes, split it like that", "✓ Each part is in its own answer now."),
        lost=_its_message_is_gone,
    ),
    "situations": Case(
        way=("at situation", f"say {SITUATIONS}"),
        asked="Which one will you use?",
        buttons=("Use number 1", "Use number 2", "Use all of it"),
        closes=Press("Use number 1", "✓ That one is your answer."),
        lost=_its_message_is_gone,
    ),
    "instead": Case(
        way=("at situation", f"say {FIRST_STORY}", "at management", f"say {NEW_STORY}"),
        asked="Shall it take the place of the first one?",
        buttons=("Use the new one", "Keep the first one", "Keep both"),
        closes=Press("Use the new one", "✓ The new story begins your first answer now."),
        lost=_its_message_is_gone,
    ),
    "lines": Case(
        way=("at management", f"say {FORM_LINES}"),
        asked="These lines look like the form",
        buttons=("Leave those lines out", "Keep all of it"),
        closes=Press("Leave those lines out", "✓ Those lines are left out."),
        lost=_its_message_is_gone,
    ),
    "not_own": Case(
        way=("at management", f"forward {ROTA}"),
        asked="Did you write this?",
        buttons=("Yes, I wrote it", "No, I did not"),
        closes=Press("Yes, I wrote it", "✓ Saved"),
        lost=_its_message_is_gone,
    ),
    "own_words": Case(
        way=("write",),
        asked="SSSC asks you to say that it is your own work. Is every line yours?",
        buttons=("All of it is mine", "Some of it is not mine"),
        again="Was any of this copied, or written by AI?",
        typed=(
            Typed("yes", "Was any of this copied, or written by AI?", "own_words"),
            Typed(AN_ANSWER, "Which answer is this for?", "place"),
        ),
        closes=Press("All of it is mine", "Then it stands as it is."),
    ),
    "name_on": Case(
        way=(
            *("at management", f"say {AN_ANSWER}", "say /statement", "press Word, PDF and more"),
            *("press With my name on it", "press Word (.docx)"),
        ),
        asked="Type your name, as it should stand on the file. I do not keep it",
        buttons=("Keep it for next time",),
        closes=Press("Review", "Your answers so far:"),
        again="Type your name",
        typed=(
            Typed(
                "Zoë O’Neil", "Here is your statement: Word (.docx).\n\nI do not keep your name."
            ),
            Typed("…", "Type your name", "name_on"),
        ),
        lost=_its_file_is_gone,
    ),
    "sent": Case(
        way=("write", "press I have sent it"),
        asked="Have you sent your statement to SSSC?",
        buttons=("Not yet", "Yes, it is sent"),
        again="Have you sent your statement to SSSC?",
        typed=(
            Typed("hm", "Have you sent your statement to SSSC?", "sent"),
            Typed("yes", "You have sent your Thing 2 statement.", "none"),
            Typed("not yet", "It does not count as sent.", "none"),
            Typed(AN_ANSWER, "It does not count as sent.", "place"),
        ),
        closes=Press("Not yet", "It does not count as sent."),
    ),
    "outcome": Case(
        way=(*SENT, "days 29", "say /start"),
        asked="How did it go?",
        buttons=("I have the badge", "I am still waiting", "They sent it back"),
        again="You are at your statement.",
        typed=(Typed(AN_ANSWER, "Which answer is this for?", "place"),),
        closes=Press("I have the badge", "That is good to hear."),
    ),
    "feedback": Case(
        way=(*SENT, "days 29", "say /start", "press They sent it back"),
        asked="Paste here what they wrote",
        buttons=("Review", "Pause"),
        again="You are at your statement.",
        typed=(
            Typed("There was not enough about management.", "Where do you see management skills"),
            Typed(HARM, "Your answers so far:"),
        ),
        closes=Press("Review", "Your answers so far:"),
    ),
    "sort": Case(
        way=("at management", "say /sort"),
        asked="1 of 12",
        buttons=("Back to my question", "Management", "Leadership", "Both", "Skip this one"),
        again="1 of 12",
        typed=(Typed(AN_ANSWER, "Which answer is this for?", "place"),),
        closes=Press("Back to my question", MANAGEMENT),
        lost=_its_round_is_gone,
    ),
    "later": Case(
        way=("at management", "say /later", "press Pick a time"),
        asked="When shall I come back? Type a time",
        buttons=("Next", "Back", "Skip", "Pause", "Example"),
        typed=(
            Typed("tomorrow 8am", "✓ I come back to you on Sunday 22 November, 08:00."),
            Typed(AN_ANSWER, "✓ Saved"),
        ),
        closes=Press("Next", "Nothing is written here yet."),
    ),
}
