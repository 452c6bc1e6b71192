"""Words of a coordinator that are kept and used again, in each of her groups."""

from __future__ import annotations

from tests.support.world import Person, World

CAKE = "Cake on Friday for everybody who has begun"


async def composes(ann: Person, cohort: str, words: str) -> None:
    await ann.at(cohort, "rem", "Everybody unfinished")
    await ann.say(words)
    await ann.press("Now")


async def test_words_are_kept_and_used_again_in_another_group(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 5)
    await composes(ann, cohort, CAKE)
    assert "kept" in await ann.press("Keep these words")
    assert "Keep these words" not in ann.labels, "they are kept already"
    assert "Send" in ann.labels
    second = await ann.makes_cohort("Night team")
    await ann.at(second, "rem", "Everybody unfinished")
    said = await ann.press("Use: Cake on Friday")
    assert "When shall it go out?" in said
    said = await ann.press("Now")
    assert CAKE in said
    assert "Keep these words" not in ann.labels


async def test_standard_words_need_not_be_kept(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 5)
    await ann.at(cohort, "rem", "Everybody unfinished", "Your standard words", "Now")
    assert "Keep these words" not in ann.labels


async def test_saved_words_can_be_read_and_deleted(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 5)
    await ann.at(cohort, "rem")
    assert "My saved words" not in ann.labels
    for words in (CAKE, "The badge evening is on Thursday"):
        await composes(ann, cohort, words)
        await ann.press("Keep these words")
    said = await ann.at(cohort, "rem", "My saved words")
    assert said.index("The badge evening") < said.index(CAKE), "the newest first"
    said = await ann.press("Delete: Cake on Friday")
    assert CAKE not in said.partition("\n")[2]
    assert "The badge evening is on Thursday" in said
    await ann.press("Delete: The badge")
    await ann.at(cohort, "rem")
    assert "My saved words" not in ann.labels


async def test_nobody_else_has_them(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 5)
    await composes(ann, cohort, CAKE)
    await ann.press("Keep these words")
    bob = world.person("902")
    await ann.lets_in(cohort, bob)
    await bob.at(cohort, "rem", "Everybody unfinished")
    assert not [each for each in bob.labels if each.startswith("Use:")]


async def test_forget_deletes_them_and_mydata_shows_them(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 5)
    await composes(ann, cohort, CAKE)
    await ann.press("Keep these words")
    await ann.say("/mydata")
    assert ann.last
    assert any(each.file and CAKE in each.file.text for each in ann.last.replies)
    await ann.say("/forget")
    await ann.press("Yes, delete")
    again = await ann.becomes_coordinator()
    await ann.at(again, "rem", "Everybody unfinished")
    assert not [each for each in ann.labels if each.startswith("Use:")]


async def test_twelve_are_kept_and_a_thirteenth_is_refused_in_plain_words(
    world: World, ann: Person
) -> None:
    cohort, _ = await world.group(ann, 5)
    for number in range(12):
        await composes(ann, cohort, f"Words of week {number}")
        await ann.press("Keep these words")
    await composes(ann, cohort, "One more")
    assert "12 are the most" in await ann.press("Keep these words")
    assert "Send" in ann.labels
    await ann.at(cohort, "rem", "Everybody unfinished")
    assert len([each for each in ann.labels if each.startswith("Use:")]) == 12


async def test_an_old_delete_and_a_forged_one_do_nothing(world: World, ann: Person) -> None:
    cohort, _ = await world.group(ann, 5)
    await composes(ann, cohort, CAKE)
    await ann.press("Keep these words")
    await ann.act("cohort:unkeep.zzz")
    await ann.act("cohort:use.zzz")
    await ann.at(cohort, "rem", "Everybody unfinished")
    assert [each for each in ann.labels if each.startswith("Use:")]
