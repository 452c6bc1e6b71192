"""Finding something to read with /resources."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.analysis.link_search import search, stems
from bot.content.library import Content
from tests.support.learner import Learner


def shown(learner: Learner) -> list[str]:
    """The entries of the list on the screen."""
    return [line for line in learner.replies[-1].text.splitlines() if line.startswith("•")]


def test_it_shows_the_dialogues_own_links_and_asks_for_a_topic(learner: Learner) -> None:
    learner.at("situation")
    said = learner.say("/resources")
    assert said.startswith("Links: For Thing 2")
    assert "Pick a topic" in said
    assert "Writing and handing in" in learner.buttons
    assert "Writing and handing in\n1 to 5 of " in learner.press("Writing and handing in")


def test_every_link_can_be_reached_five_at_a_time(learner: Learner, content: Content) -> None:
    learner.at("situation")
    met = set[str]()
    learner.say("/resources")
    for topic in content.topics:
        learner.press(topic.label)
        while True:
            assert 1 <= len(shown(learner)) <= 5
            text = learner.replies[-1].text
            met |= {each.title for each in content.resources.values() if each.title in text}
            if "More links" not in learner.buttons:
                break
            learner.press("More links")
        learner.press("All topics")
    assert met == {each.title for each in content.resources.values()}
    assert "Tell me your role" in learner.press("Back to my question")


def test_no_address_is_given_that_nobody_has_seen(learner: Learner, content: Content) -> None:
    learner.at("situation")
    given = set[str]()
    for topic in content.topics:
        for start in range(0, 30, 5):
            learner.press_button(f"page:links.{topic.id}.{start}", learner.conversation.version)
            given |= {link.url for link in learner.replies[-1].links}
    unseen = [each for each in content.resources.values() if each.status != "seen"]
    assert unseen
    assert not {each.url for each in unseen if each.url and each.url != each.front_page} & given
    assert {each.front_page for each in unseen if each.address} <= given


@pytest.mark.parametrize("typed", ["coaching", "coach", "COACHES", "coaching and mentoring"])
def test_words_find_what_is_about_them(learner: Learner, typed: str) -> None:
    learner.at("situation")
    said = learner.say(f"/resources {typed}")
    assert f"Links about “{typed}”" in said
    assert "coaching" in said.casefold().replace(f"“{typed.casefold()}”", "")
    assert not learner.conversation.messages


def test_more_of_what_was_found_comes_by_a_press(learner: Learner) -> None:
    learner.at("situation")
    first = learner.say("/resources leadership")
    second = learner.press("More links")
    assert "6 to 10" in second
    assert first != second


def test_words_that_find_nothing_get_the_topics(learner: Learner) -> None:
    learner.at("situation")
    assert "no link about “zzz”" in learner.say("/resources zzz")
    assert "Coaching and learning" in learner.buttons


def test_what_a_reader_must_know_is_said(learner: Learner, content: Content) -> None:
    learner.at("situation")
    said = ""
    for topic in content.topics:
        for start in range(0, 30, 5):
            page = f"page:links.{topic.id}.{start}"
            said += learner.press_button(page, learner.conversation.version) + "\n"
    lines = {each.id: _line(said, each.title) for each in content.resources.values()}
    for each in content.resources.values():
        assert ("It is old, from" in lines[each.id]) == each.is_old, each.id
        assert ("It is about England." in lines[each.id]) == (each.country == "England"), each.id
        assert ("has closed" in lines[each.id]) == (each.status == "closed"), each.id
        assert ("It is a book." in lines[each.id]) == (each.status == "print"), each.id
        front = each.status == "not_verified" and each.address is not None
        assert ("goes to the front page" in lines[each.id]) == front, each.id
        assert each.owner in lines[each.id]


def _line(said: str, title: str) -> str:
    return next(line for line in said.splitlines() if line.startswith(f"• {title} ("))


def test_the_best_match_comes_first(content: Content) -> None:
    topics = {topic.id: topic.label for topic in content.topics}
    found = search(content.resources.values(), topics, "coaching for leaders")
    assert stems("coaching leaders") <= stems(f"{found[0].title} {found[0].why}")
    assert search(content.resources.values(), topics, "the of and") == []


def test_the_apostrophe_of_a_phone_finds_the_same() -> None:
    assert stems("SSSC’s badge") == stems("SSSC's badge") == stems("SSSC badge")


@pytest.mark.parametrize(
    "name",
    [
        "find",
        "find.",
        "find.0.coaching",
        "find.x.coaching",
        "find.99999.coaching",
        "links.coaching.999",
    ],
)
def test_a_forged_page_of_links_still_answers_and_so_does_more(learner: Learner, name: str) -> None:
    learner.at("situation")
    assert learner.press_button(f"page:{name}", learner.conversation.version)
    assert shown(learner)
    assert learner.press_button("more", learner.conversation.version)
    assert learner.press("More links")
    assert learner.buttons


@pytest.mark.parametrize("command", ["/resources", "/learn"])
def test_half_a_character_after_a_command_is_refused_in_one_line(
    learner: Learner, command: str
) -> None:
    learner.at("situation")
    assert "broken character" in learner.say(f"{command} coaching \ud83d")


def test_what_is_searched_for_is_kept_short(learner: Learner) -> None:
    learner.at("situation")
    learner.say("/resources coaching " + "x" * 3000)
    assert len(learner.conversation.open_page) < 60


def test_a_dialogue_without_links_of_its_own_asks_for_a_topic(content: Content) -> None:
    bare = content.first.model_copy(update={"resources": ()})
    learner = Learner(replace(content, dialogues={bare.id: bare}))
    assert "Pick a topic" in learner.say("/resources")
    assert "1 to 0" not in learner.say("/resources")
