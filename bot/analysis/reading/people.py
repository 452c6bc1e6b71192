"""Nouns for people at work and for those they look after, as they are typed."""

from __future__ import annotations

from functools import lru_cache

from bot.analysis.patterns import lazy
from bot.analysis.reading.lexicon import MOST_KEPT, Lexicon, word_list

PERSON_NOUNS = Lexicon("""
person: coworker* manager*
    manageress deputy depute boss senior* supervisor* nurse* carer* colleague* cook
    chef domestic* cleaner* janitor handyman driver* student* volunteer* worker* doctor gp physio
    teacher* girl* lad lads lassie* lass boy boys bairn* wean* kid kids child children resident*
    tenant* client* patient* guy guys man men woman women lady ladies gentleman wife husband mum
    mums dads dad mother father son daughter sister brother gran granny granda grandad family
    families neighbour* team staff agency coordinator* warden landlord council police paramedic*
    relative* practitioner* parties persons parent* visitor* member* newbie trainee* inspector*
    pharmacist chemist granddaughter person residents pal pals mate mates helper* wifie*
    wumman rest others ithers
""")

SOMEBODY = word_list(
    "staff folk people ppl somebody someone everybody everyone awbody a'body nobody naebody"
)
"""The same without a word before them."""


@lru_cache(maxsize=MOST_KEPT)  # every word of a message is asked about
def is_person(word: str) -> bool:
    """Return whether a word in small letters is a noun for people."""
    return "person" in PERSON_NOUNS.names_of(word)


_SELF = lazy(r"\s*(?:i|ah|we|me|a (?=just|jist|only|aye))\b")
_NONE = lazy(r"\b(?:never|nobody|naebody|no one|hardly)\b")
_OTHERS = lazy(
    r"\b(?:she|he|they|we|us|her|his|their|them|resident\w*|everyone|everybody|a'?body|"
    r"the (?!day|nicht|night|morn|noo)\w+)\b"
)


_BEGINS_OTHERS = lazy(
    r"\s*(?:(?:and|but|so|then|och|even|maybe|cos) )*"
    r"(?:she|he|they|(?:the|my|our|oor|ma) (?!same)\w+)\b"
)


def begins_with_others(text: str) -> bool:
    """Return whether a text begins with others, or a thing: “she had that already laid out”."""
    return _BEGINS_OTHERS.match(text.casefold()) is not None


def is_of_self(text: str) -> bool:
    """Return whether a clause begins with the writer: “me n the other one took turns”."""
    return _SELF.match(text.casefold()) is not None


def tells_of_none(text: str) -> bool:
    """Return whether a clause tells what nobody does, or hardly anybody: no act is in that."""
    return _NONE.search(text.casefold()) is not None


def tells_of_others(text: str) -> bool:
    """Return whether a text has others in it, or a thing: it may be told of work."""
    return _OTHERS.search(text.casefold()) is not None


_OTHER_PEOPLE = lazy(
    r"\b(?:she|he|they|her|his|their|them|him|residents?|everyone|everybody|a'?body|folk|"
    r"the (?:girls?|boys?|lads?|staff|team|others|men|man|woman|lady|manager|boss))\b"
)


def tells_of_other_people(text: str) -> bool:
    """Return whether others stand in a text: it may not be the writer who is tired."""
    return _OTHER_PEOPLE.search(text.casefold()) is not None
