"""What a coordinator sees before *Send* is what arrives, for each who gets it."""

from __future__ import annotations

from collections import Counter

from tests.support.world import Person, World

TEXT = "I planned the week and we all did it well together "


async def a_group_in_several_places(world: World, ann: Person) -> tuple[str, list[Person]]:
    """Seven people: three have not begun, two are at the second question, one at each of two."""
    cohort, people = await world.group(ann, 7)
    for each in people[3:]:
        await each.say("Start")
    for each in people[4:6]:
        await each.say(TEXT)
        await each.press("Next")
    await people[6].finishes_writing()
    await world.later(hours=1)
    return cohort, people


async def test_the_kinds_that_are_shown_are_the_kinds_that_arrive_with_their_counts(
    world: World, ann: Person
) -> None:
    cohort, people = await a_group_in_several_places(world, ann)
    said = await ann.at(cohort, "rem", "Everybody unfinished")
    await ann.say("Cake on Friday")
    said = await ann.press("Now")
    steps = {each.id: each.question for each in world.content.first.steps}
    assert f"2 see this in its place: Your question now: {steps['management']}" in said
    assert "1 sees this in its place: Your statement for Thing 2 has enough words" in said
    assert "This is what 4 of 7 will see" in said
    assert said.count(steps["situation"]) == 1
    await ann.press("Send")
    await world.later(hours=1)
    got = Counter(
        next((name for name, question in steps.items() if question in each.reminders[-1]), "ready")
        for each in people
    )
    assert got == {"situation": 4, "management": 2, "ready": 1}


async def test_the_preview_of_the_most_is_to_the_letter_what_they_get(
    world: World, ann: Person
) -> None:
    cohort, people = await a_group_in_several_places(world, ann)
    await ann.at(cohort, "rem", "Not started")
    await ann.say("Cake on Friday")
    await ann.press("Now")
    assert ann.last
    seen = ann.last.replies[0].text.partition("\n\n")[2]
    await ann.press("Send")
    await world.later(hours=1)
    assert people[0].reminders == [seen]


async def test_where_all_answers_are_there_and_words_are_missing_it_names_the_shortest(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 5)
    for each in people:
        await each.answers_all(situation=30, management=3, leadership=30, both=30)
        await each.say("/review")
    await world.later(hours=1)
    said = await ann.at(cohort, "rem", "Everybody unfinished", "Your standard words", "Now")
    question = world.content.first.by_id["management"].question
    assert question in said
    await ann.press("Send")
    await world.later(hours=1)
    assert all(question in each.reminders[-1] for each in people)


async def test_in_a_small_group_the_preview_tells_nobodys_place(world: World, ann: Person) -> None:
    cohort, people = await world.group(ann, 3)
    said_before = await ann.at(cohort, "rem", "Everybody unfinished", "Your standard words", "Now")
    await people[0].say("Start")
    await people[0].say(TEXT)
    await people[0].press("Next")
    await world.later(hours=1)
    said = await ann.at(cohort, "rem", "Everybody unfinished", "Your standard words", "Now")
    assert said == said_before
    assert "who has not begun" in said
    assert "in its place" not in said


async def test_send_to_me_first_reaches_only_her_and_is_the_reminder_itself(
    world: World, ann: Person
) -> None:
    cohort, people = await world.group(ann, 5)
    await ann.at(cohort, "rem", "Everybody unfinished")
    await ann.say("Cake on Friday")
    await ann.press("Now")
    await ann.press("Send to me first")
    assert ann.last
    mine = ann.last.replies[0].text
    assert "Cake on Friday" in mine
    assert "Only you got this" in ann.last.replies[-1].text
    await world.later(hours=1)
    assert not any(each.reminders for each in people)
    assert "Send" in ann.labels
    await ann.press("Send")
    await world.later(hours=1)
    assert [each.reminders for each in people] == [[mine]] * 5


async def test_what_is_typed_after_send_to_me_first_is_no_answer(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 5)
    await ann.at(cohort, "rem", "Everybody unfinished", "Your standard words", "Now")
    await ann.press("Send to me first")
    await ann.say("I planned the rota and we all did it well together that week.")
    assert ann.last
    assert not [each for each in ann.last.after.messages if not each.aside]


async def test_a_planned_one_is_shown_too_and_can_be_sent_to_me_first(
    world: World, ann: Person
) -> None:
    cohort, _ = await world.group(ann, 5)
    await ann.at(cohort, "rem", "Everybody unfinished", "Your standard words")
    await ann.say("every friday 10:00")
    said = await ann.press("Send to me first")
    assert "Every Friday at 10:00" in said
    assert "Your question now" in said
