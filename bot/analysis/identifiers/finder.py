"""Values that point at one person: found, so that a marker is saved in their place.

Invariants, proved in ``tests/analysis/test_identifiers.py``: nothing outside a found span changes,
spans never overlap, a masked text holds nothing more to find, the time grows no faster than the
text. Ordinary numbers (doses, times, rooms, rotas, ages, dates of events, prices) stay.

- **chi** ten digits: a possible DDMMYY, three more, and a check digit of modulus 11 (weights 10 to
  2) or modulus 10 (Luhn), issued where a day has no modulus 11 numbers left; as in ``chi_check`` of
  Public Health Scotland's phsmethods. Where the check fails or the spacing is odd, only near the
  word CHI; straight after it, any nine to eleven digits.
- **nhs** ten digits, modulus 11, in one piece or 3-3-4; after "NHS number" any nine to eleven.
- **ni** HMRC's prefixes, six digits, A to D; after "NI number" any two letters, suffix or not.
- **phone** 01, 02, 05, 07, with +44, 0044 or (0); a foreign one with its +; after "phone" or "tel"
  shorter ones. *Not* 03, 08, 09 of organisations (0300, 0345, 0800), nor 999, 111, 101, 116 123.
- **birth_date** a whole date by a birth word; or of the 1900s in brackets or after a name.
- **room** a room or flat number together with whoever's it is. A number alone is nobody's.

Words in square brackets, such as [phone number], are markers: no rule looks at them or past them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.analysis.identifiers.addresses import find_addresses
from bot.analysis.identifiers.births import find_births
from bot.analysis.identifiers.contacts import find_codes
from bot.analysis.identifiers.numbers import find_labelled, find_ten_digits
from bot.analysis.identifiers.phones import find_phones
from bot.analysis.identifiers.plain_text import CHARACTERS, OUT, Guess, Kind, to_plain
from bot.analysis.identifiers.rooms import find_rooms
from bot.analysis.name_words import NameWords
from bot.analysis.patterns import lazy


@dataclass(frozen=True, slots=True)
class Identifier:
    """``text[start:end]`` is a value of this kind, with nothing that can be seen around it."""

    kind: Kind
    start: int
    end: int


def find_identifiers(text: str, words: NameWords) -> tuple[Identifier, ...]:
    """Return the identifiers of a text in order, never overlapping.

    Of two that overlap the surest wins, then the longest. ``words`` tell a name or a street beside
    a number from ordinary words.
    """
    plain, where = to_plain(text)
    found, before = list[Guess](), -1
    # What is left of two that overlapped may be one more: look until nothing is new.
    while len(found) > before and _ANY.search(plain):
        before = len(found)
        plain = _choose(plain, found, words)
    spans = sorted((where[start], where[end], kind) for _, kind, start, end in found)
    return tuple(Identifier(kind, start, end) for start, end, kind in spans)


def mask(
    text: str, markers: Mapping[str, str], words: NameWords
) -> tuple[str, tuple[Identifier, ...]]:
    """Return the text with each identifier replaced by the marker of its kind, and what was found.

    A marker is words in square brackets, such as ``[phone number]``; so a second run finds nothing.
    """
    found = find_identifiers(text, words)
    parts, at = list[str](), 0
    for each in found:
        parts += text[at : each.start], markers[each.kind]
        at = each.end
    return "".join([*parts, text[at:]]), found


def _choose(plain: str, found: list[Guess], words: NameWords) -> str:
    """Add the best guesses to those found, and return the text with them blanked out."""
    guesses = [guess for rule in _RULES for guess in rule(plain)]
    guesses += [guess for rule in _RULES_WITH_NAMES for guess in rule(plain, words)]
    left = list(plain)
    for guess in sorted(guesses, key=lambda guess: (-guess[0], guess[2] - guess[3], guess[2])):
        start, end = guess[2:]
        if OUT not in left[start:end]:
            left[start:end] = OUT * (end - start)
            found.append(guess)
    return "".join(left)


# The text as the rules see it: plain digits, spaces and dashes, nothing invisible.
_ANY = lazy(r"(?i)[0-9@]|\bdot\b|[\[(]at[\])]")

CHARACTERS |= {"Pd": "-", "−": "-", "‘": "'", "’": "'", "ʼ": "'"}

_RULES = (
    find_codes,
    find_ten_digits,
    find_labelled,
    find_phones,
)

_RULES_WITH_NAMES = (find_births, find_addresses, find_rooms)
