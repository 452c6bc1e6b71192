"""How many identifiers are found, how many ordinary sentences are touched, and how long it takes.

    .venv/bin/python -m tests.bench.identifiers [--values 2000] [--seed 5] [--missed 3]

Values are made here from the rules of those who issue them (check digits by code of its own), in
every spacing, and put into sentences of a care worker. Found means: this kind, and exactly these
characters. Ordinary sentences are those of ``analysis/data/ordinary.txt``, each read by itself.
"""

from __future__ import annotations

import argparse
import calendar
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from bot.analysis.identifiers.finder import find_identifiers
from bot.analysis.identifiers.plain_text import Kind
from tests.bench.names import shipped_words

WORDS = shipped_words()

ORDINARY = Path(__file__).parents[1] / "analysis" / "data" / "ordinary.txt"

STRUCTURED: tuple[Kind, ...] = ("chi", "nhs", "ni", "phone", "email", "postcode", "birth_date")

SPACES = (*"    ", "\u00a0", "\u202f", "-", "-", " - ", "  ", "\u2009", "–")

CARRIERS = (
    *("{}", "its {}", "I wrote {} on the sheet.", "i gave them {} and went hame", "({})"),
    *("Then it was {}, so I told the nurse.", "We had 12 staff on and {} in the book"),
    *("the note said {}\nI shredded it", "“{}” was on the board", "aye {} wis there 👍"),
    *("My colleague read out {} at handover at 7.45.", "• {}", "number: {}.", "X={}; then home"),
    *("Room 4, 2 x 500mg, {}", "wiadomość: {}", "I had {}, 3 visits and a review on 12/03/2024."),
)

BORN = (
    *("DOB {}", "dob: {}", "d.o.b. {}", "D.O.B {}", "She was born on {}.", "born {}"),
    *("her date of birth is {} and", "Her birthday is {}.", "he wis born {} in Leith"),
    *("born in Glasgow on {} and lives alone", "Date of birth\n{}", "birth date = {}"),
    *("{} is her birthday", "{} (dob)", "{} was his date of birth", "My dob is the {}"),
)

BORN_OLD = ("({})", "Jean ({})", "Mrs Smith, {}", "for Agnieszka {} the plan said")

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def check_11(nine: str) -> str | None:
    """The check digit of modulus 11 for nine digits, or None where it would be ten."""
    rest = 11 - sum(weight * int(nine[10 - weight]) for weight in range(10, 1, -1)) % 11
    return {11: "0", 10: None}.get(rest, str(rest))


def check_10(nine: str) -> str:
    """The check digit of modulus 10: from the right, every second digit counts double."""
    total = 0
    for place, digit in enumerate(reversed(nine)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value // 10 + value % 10
    return str(-total % 10)


def digits(chance: Random, how_many: int) -> str:
    return "".join(chance.choice("0123456789") for _ in range(how_many))


def grouped(chance: Random, value: str, *sizes: int, spaces: tuple[str, ...] = SPACES) -> str:
    """The value in groups of these sizes, all set apart by the same character."""
    parts, at = list[str](), 0
    for size in sizes:
        parts.append(value[at : at + size])
        at += size
    return chance.choice(spaces).join([*parts, value[at:]] if value[at:] else parts)


def chi(chance: Random) -> str:
    year, month = chance.randrange(100), chance.randint(1, 12)
    day = chance.randint(1, calendar.monthrange(2000 + year, month)[1])
    check = None
    while check is None:
        nine = f"{day:02}{month:02}{year:02}{digits(chance, 3)}"
        check = chance.choice((check_11, check_10))(nine)
    sizes = ((10,), (10,), (6, 4), (6, 4), (2, 2, 2, 4), (3, 3, 4), (6, 2, 2), (6, 3, 1), (5, 5))
    return grouped(chance, nine + check, *chance.choice((*sizes, (4, 2, 4), (2, 2, 2, 2, 2))))


def nhs(chance: Random) -> str:
    check = None
    while check is None:
        nine = chance.choice("4679") + digits(chance, 8)
        check = check_11(nine)
    return grouped(chance, nine + check, *chance.choice(((10,), (3, 3, 4))))


def ni(chance: Random) -> str:
    prefix = "BG"
    while prefix in ("BG", "GB", "NK", "KN", "TN", "NT", "ZZ"):
        first = chance.choice([letter for letter in LETTERS if letter not in "DFIQUV"])
        prefix = first + chance.choice([letter for letter in LETTERS if letter not in "DFIOQUV"])
    value = prefix + digits(chance, 6) + chance.choice("ABCD")
    value = grouped(chance, value, *chance.choice(((9,), (9,), (2, 6), (2, 2, 2, 2), (2, 7), (8,))))
    return chance.choice((value, value, value.lower(), value.title()))


def split_anywhere(chance: Random, value: str) -> str:
    gap = chance.choice((" ", " ", "-", ".", "  ", "\u00a0", " - "))
    cuts = sorted(chance.sample(range(1, len(value)), chance.randint(0, 4)))
    return gap.join(value[a:b] for a, b in zip([0, *cuts], [*cuts, len(value)], strict=True))


def phone(chance: Random) -> str:
    own = "7" + chance.choice("12345789") + digits(chance, 8)
    if chance.random() < 0.45:
        code = chance.choice(
            ("131", "141", "1224", "1382", "1463", "20", "28", "29", "1595", "113")
        )
        own = code + chance.choice("23456789") + digits(chance, 9 - len(code))
    code_size = 4 if own[0] == "7" else 2 if own[0] == "2" else 3 if own[1] in "13" else 4
    code, rest = own[:code_size], own[code_size:]
    half = len(rest) // 2
    spaced = f"{code} {rest}", f"{code} {rest[:half]} {rest[half:]}", f"{code}-{rest}"
    home = chance.choice(
        (*(f"0{each}" for each in spaced), f"(0{code}) {rest}", f"(0{code}){rest}")
    )
    start = chance.choice(("+44", "+44 ", "0044", "0044 ", "+44 (0)", "+44(0) ", "(+44) ", "+44-"))
    abroad = start + chance.choice((own, *spaced))
    thumb = "o" + own if own[0] == "7" else "0" + own
    value = chance.choice((split_anywhere(chance, "0" + own), home, abroad, "0" + own, thumb))
    return value + chance.choice((*("",) * 12, " ext 12", " x204", ", extension 7"))


def email(chance: Random) -> str:
    def word(most: int) -> str:
        return "".join(chance.choice(LETTERS.lower()) for _ in range(chance.randint(2, most)))

    local = word(9) + chance.choice(("", ".", "_", "-", "+", "'")) + word(9) + digits(chance, 2)
    host = chance.choice(("gmail", "hotmail", "outlook", "nhs", "my-care", word(12)))
    value = local + "@" + host + chance.choice((".com", ".co.uk", ".scot", ".org.uk", ".gov.scot"))
    plain, spaced = value, value.replace("@", " @ ")
    return chance.choice((plain, plain, plain, plain.upper(), plain.title(), spaced))


def postcode(chance: Random) -> str:
    areas = "EH G AB DD IV PA KY FK ML TD DG KA PH KW HS ZE L M LS NE SW W SE BT CF YO"
    outward = chance.choice(areas.split()) + str(chance.randint(1, 29))
    if outward[:2] in ("SW", "SE") or outward[0] == "W":
        outward = chance.choice(("SW1A", "SE1P", "W1A", "SW7", "W12"))
    inward = digits(chance, 1) + "".join(chance.choice("ABDEFGHJLNPQRSTUWXYZ") for _ in "12")
    value = outward + chance.choice((" ", " ", " ", "", "  ", "\u00a0", "-")) + inward
    return chance.choice((value, value, value.lower(), value.title()))


def date(chance: Random, first: int, last: int) -> str:
    year, month = chance.randint(first, last), chance.randint(1, 12)
    day, name = chance.randint(1, 28), calendar.month_name[month]
    ending = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd"}.get(day, "th")
    mark = chance.choice(("/", "/", "/", "-", ".", " ", " / "))
    numeric = f"{day:02}{mark}{month:02}{mark}{year}", f"{day}{mark}{month}{mark}{year}"
    worded = f"{day} {name} {year}", f"{day}{ending} of {name} {year}", f"{day} {name[:3]} {year}"
    others = f"{name} {day}, {year}", f"{year}-{month:02}-{day:02}", f"{day}{ending} {name}, {year}"
    value = chance.choice((*numeric, *numeric, *worded, *others))
    return chance.choice((value, value, value.lower()))


def address(chance: Random) -> str:
    names = ("Mill", "High", "Station", "St Andrews", "Queen", "Leith", "Bridge of Allan", "Rose")
    more = ("Main", "Castle", "Kirk", "Old Edinburgh", "King George V", "Newhaven", "Lady Lawson")
    types = (
        *("Street", "St", "Road", "Rd", "Avenue", "Drive", "Crescent", "Place", "Court", "Terrace"),
        *("Gardens", "Lane", "Way", "Wynd", "Close", "Loan", "Brae", "Square", "Grove", "Ave"),
    )
    flat = chance.choice(("", "", "", "2/1, ", "Flat 3, ", "flat 2/1 ", "1/2 ", "2F1, "))
    number = str(chance.randint(1, 250)) + chance.choice(("", "", "", "a", "B"))
    value = flat + number + chance.choice((" ", " ", ", ")) + chance.choice((*names, *more))
    value += f" {chance.choice(types)}"
    return chance.choice((value, value, value, value.lower(), value.upper()))


def room(chance: Random) -> str:
    names = ("Jean", "Mrs Smith", "Mr. Brown", "Agnieszka", "Jean Smith", "Dr Khan", "Mary-Ann")
    more = ("Mr McDonald", "Miss O'Neil", "Oluwaseun", "Mrs S", "Tam", "Jean and Mary")
    name, number = chance.choice((*names, *more)), f"{chance.choice(('room', 'Room', 'rm'))} "
    number += f"{chance.randint(1, 60)}{chance.choice(('', '', 'a'))}"
    shapes = ("{0} in {1}", "{1} ({0})", "{0}, {1}", "{1}, {0}", "{0} ({1})", "{1} - {0}")
    value = chance.choice((*shapes, "{0} from {1}", "{0} who is in {1}")).format(name, number)
    return chance.choice((value, value, value, value.lower()))


MAKERS: dict[Kind, Callable[[Random], str]] = {
    "chi": chi,
    "nhs": nhs,
    "ni": ni,
    "phone": phone,
    "email": email,
    "postcode": postcode,
    "birth_date": lambda chance: date(chance, 1925, 2023),
    "address": address,
    "room": room,
}


def odd_signs(chance: Random, value: str) -> str:
    """Full-width digits, or a zero-width character between two, as pasted text has."""
    if chance.random() < 0.5:
        return "".join(chr(ord(sign) + 0xFEE0) if sign.isdecimal() else sign for sign in value)
    at = chance.randrange(1, len(value))
    return value[:at] + chance.choice("\u200b\u200d\u2060\ufeff\u00ad") + value[at:]


def made(kind: Kind, chance: Random) -> tuple[str, int, int]:
    """A text with one value of the kind, and where the value begins and ends."""
    value = MAKERS[kind](chance)
    carriers: tuple[str, ...] = CARRIERS
    if kind == "birth_date":
        carriers = BORN
        if chance.random() < 0.2:
            value, carriers = date(chance, 1925, 1999), BORN_OLD
    if chance.random() < 0.1:
        value = odd_signs(chance, value)
    before, after = chance.choice(carriers).split("{}")
    return before + value + after, len(before), len(before) + len(value)


def is_found(kind: Kind, text: str, start: int, end: int) -> bool:
    return (kind, start, end) in {
        (each.kind, each.start, each.end) for each in find_identifiers(text, WORDS)
    }


def ordinary() -> list[str]:
    return ORDINARY.read_text(encoding="utf-8").splitlines()


def touched() -> Iterator[str]:
    """The ordinary sentences in which something is found."""
    return (sentence for sentence in ordinary() if find_identifiers(sentence, WORDS))


def microseconds(text: str, rounds: int = 200) -> float:
    """The median time of one look at a text."""
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        find_identifiers(text, WORDS)
        times.append(time.perf_counter() - begin)
    return statistics.median(times) * 1e6


def two_hundred_words(sentences: list[str]) -> str:
    return " ".join(" ".join(sentences).split()[:200])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--values", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--missed", type=int, default=0, help="show so many missed ones of a kind")
    given = parser.parse_args()
    shares = dict[Kind, float]()
    for kind in MAKERS:
        chance = Random(f"{given.seed} {kind}")
        missed = [
            each
            for each in (made(kind, chance) for _ in range(given.values))
            if not is_found(kind, *each)
        ]
        shares[kind] = 100 * (1 - len(missed) / given.values)
        print(f"{kind:<12}{shares[kind]:7.2f} % found")
        for text, start, end in missed[: given.missed]:
            print(f"    {text[start:end]!r} in {text!r}")
    print(f"{'structured':<12}{statistics.mean(shares[kind] for kind in STRUCTURED):7.2f} % found")
    bad, sentences = list(touched()), ordinary()
    share = 100 * len(bad) / len(sentences)
    print(f"{'ordinary':<12}{share:7.2f} % of {len(sentences)} touched")
    for sentence in bad:
        print(f"    {sentence}")
    words = two_hundred_words(sentences)
    plain = two_hundred_words(["We made a list of who needed what and I checked it each day."] * 20)
    chance = Random(given.seed)
    full = two_hundred_words([made(kind, chance)[0] for kind in MAKERS for _ in range(6)])
    for name, text in (("no numbers", plain), ("full of numbers", words), ("identifiers", full)):
        print(f"200 words, {name:<16}{microseconds(text):8.0f} µs")


if __name__ == "__main__":
    main()
