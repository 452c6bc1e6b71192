"""Harm that has no word of it: who does what to whom, told in any voice, beside ordinary twins."""

from __future__ import annotations

import pytest

from bot.analysis.reading.harm_relations import relation_in
from tests.bench.harm import shipped

READER = shipped()

TOLD = [
    # Somebody is bound to silence.
    ("wee boy says uncle davie and him have a secret game and naebody gets tae ken", "abuse"),
    ("Grandad and me have a thing we do that mum can't know about, says the P2", "abuse"),
    ("the nite worker comes in her room n sits on the bed n shes not to say", "abuse"),
    # Who comes at night, or when he is not at work.
    ("key worker comes in at night to see one of the lads, he isnt on the rota then", "abuse"),
    ("agency man calls the girls to the office one at a time at night and locks it", "abuse"),
    # A mark that is hidden or explained away.
    ("the wee lass came in wi a big plaster on her ear, mum said cat, she doesny hae one", "abuse"),
    ("She has bruises on both wrists and when I asked her she looked at her son", "abuse"),
    ("the bruise was under his arms, both sides. the hoist sling doesnt go there", "abuse"),
    # Fear of one person.
    ("she whispers to me please don't leave me with him, the night man", "abuse"),
    ("A resident asked me to stay in the room whenever her son is there.", "abuse"),
    ("I sleep in the linen room because I cannot go home to him.", "abuse"),
    # Money, a key, a phone in somebody else's hands.
    ("his sister holds the pension book and he has had toast for three days", "exploitation"),
    ("her nephew opens her post and she's not allowed the phone when he's in", "exploitation"),
    # Made silent.
    ("two of the girls swap the call bells so the noisy ones cant ring", "neglect"),
    ("he gets a double dose at teatime so the shift can sit down", "neglect"),
    # Records of what was not done, and who orders them.
    ("They signed for insulin that nobody gave. It was on Saturday.", "wrongdoing"),
    ("A carer tells me the charts are filled in at 5 a.m. for the whole night", "wrongdoing"),
    ("we get telt tae fill the turnin charts at the start o the shift", "wrongdoing"),
    ("Manager say if inspector ask then we say always four staff. It is two.", "wrongdoing"),
]


@pytest.mark.parametrize(("text", "sort"), TOLD)
def test_what_is_done_to_somebody_is_heard_without_a_word_of_harm(text: str, sort: str) -> None:
    relation, harm = relation_in(text), READER.read(text)
    assert relation
    assert relation.sort == sort
    assert harm.level != "none"
    assert not harm.doubtful


@pytest.mark.parametrize(
    "text",
    [
        "we do a secret santa and nobody is allowed to know who has whom",
        "she said it's their secret what they made for mum's birthday",
        "her stepfather reads her a story on the bed and tells us about it in the morning",
        "night staff come in at eight and I give them the list of who needs turning",
        "she had a burn on her shin from the iron and the nurse dressed it",
        "A resident asked me to stay in the room when the chiropodist comes, so I wrote it down",
        "my tenant had no key, so I rang the office and they cut one the same day",
        "two of the girls answer the call bells on one side and two on the other",
        "he gets his dose at teatime now and the shift sits down with him",
        "I refused to sign a record of a check that I had not seen done.",
        "I sign the charts as I go and I show the new ones, nobody skips one now",
        "got rid of the sign-in sheet nobody used, but first I asked everyone",
        "my senior told me to change the time on the form because i had put am for pm",
        "Manager said if the inspector asks we should all feel free to say what we think",
    ],
)
def test_an_ordinary_day_in_the_same_words_is_no_harm(text: str) -> None:
    assert relation_in(text) is None


def test_what_was_told_on_is_told_on_still() -> None:
    harm = READER.read("They signed for insulin that nobody gave, so I told the manager.")
    assert harm.told_on
    assert harm.level == "none" or harm.doubtful


def test_a_page_is_not_looked_through() -> None:
    assert (
        relation_in("I planned the day. " * 40 + "They signed for insulin that nobody gave.")
        is None
    )


def test_the_words_that_tell_it_are_known_as_typed() -> None:
    text = "i did the rota. we get telt tae tick the charts. then i went hame"
    relation = relation_in(text)
    assert relation
    assert text[relation.start : relation.end].startswith("we get telt")
