"""Values that point at one person: found, so that a marker is saved in their place.

Promises, proved by ``tests/test_identifiers.py``: nothing outside a found span changes, spans never
overlap, a masked text holds nothing more to find, the time grows no faster than the text. Ordinary
numbers (doses, times, rooms, rotas, ages, dates of events, prices) stay.

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

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from unicodedata import category, decimal

Kind = Literal["chi", "nhs", "ni", "phone", "email", "postcode", "birth_date", "address", "room"]


@dataclass(frozen=True, slots=True)
class Identifier:
    """``text[start:end]`` is a value of this kind, with nothing that can be seen around it."""

    kind: Kind
    start: int
    end: int


Guess = tuple[int, Kind, int, int]  # how sure (more is surer), of what, from where, to where


def find_identifiers(text: str) -> tuple[Identifier, ...]:
    """All identifiers of a text in order, never overlapping; the surest wins, then the longest."""
    plain, where = _plain(text)
    found, before = list[Guess](), -1
    # What is left of two that overlapped may be one more: look until nothing is new.
    while len(found) > before and _ANY.search(plain):
        before = len(found)
        plain = _choose(plain, found)
    spans = sorted((where[start], where[end], kind) for _, kind, start, end in found)
    return tuple(Identifier(kind, start, end) for start, end, kind in spans)


def mask(text: str, markers: Mapping[str, str]) -> tuple[str, tuple[Identifier, ...]]:
    """The text with each identifier replaced by the marker of its kind, and what was found.

    A marker is words in square brackets, such as ``[phone number]``; so a second run finds nothing.
    """
    found = find_identifiers(text)
    parts, at = list[str](), 0
    for each in found:
        parts += text[at : each.start], markers[each.kind]
        at = each.end
    return "".join([*parts, text[at:]]), found


def _choose(plain: str, found: list[Guess]) -> str:
    """Adds the best guesses to those found, and blanks them out of the text."""
    guesses = [guess for rule in _RULES for guess in rule(plain)]
    signs = list(plain)
    for guess in sorted(guesses, key=lambda guess: (-guess[0], guess[2] - guess[3], guess[2])):
        start, end = guess[2:]
        if _OUT not in signs[start:end]:
            signs[start:end] = _OUT * (end - start)
            found.append(guess)
    return "".join(signs)


# The text as the rules see it: plain digits, spaces and dashes, nothing invisible.
_ANY = re.compile(r"(?i)[0-9@]|\bdot\b|[\[(]at[\])]")
_ODD = re.compile(r"[^\n -~]")
_MARKER = re.compile(r"(?i)\[(?!(?:at|dot)\])[^\W\d_](?:[^\W\d_]|[ '/-]){1,60}\]")
_OUT = "\0"
# Single signs, and whole categories of Unicode: spaces, controls, the invisible, dashes.
_SIGNS = dict.fromkeys(("Zs", "Zl", "Zp", "Cc"), " ") | dict.fromkeys(("Cf", "Mn", "Me"), "")
_SIGNS |= {"Pd": "-", "−": "-", "‘": "'", "’": "'", "ʼ": "'"}


def _plain(text: str) -> tuple[str, Sequence[int]]:
    """The plain text, and where in the text each of its characters, and its end, stands."""
    plain = _ODD.sub(lambda odd: _as_ascii(odd[0]), text)
    where: Sequence[int] = range(len(text) + 1)
    if len(plain) != len(text):
        where = [at for at, sign in enumerate(text + ".") if _as_ascii(sign)]
    return _MARKER.sub(lambda marker: _OUT * len(marker[0]), plain), where


def _as_ascii(sign: str) -> str:
    """One character or none: full-width "０" is 0, a zero-width or combining sign is nothing."""
    if "！" <= sign <= "～":
        sign = chr(ord(sign) - 0xFEE0)
    if sign.isdecimal():
        return str(decimal(sign))
    return _SIGNS.get(sign, _SIGNS.get(category(sign), sign))


def _near(word: re.Pattern[str], plain: str, at: int, reach: int) -> bool:
    """Whether the word stands so near (before: a negative reach), with no marker between."""
    if reach < 0:
        return bool(word.search(plain[max(at + reach, 0) : at].rpartition(_OUT)[2]))
    return bool(word.search(plain[at : at + reach].partition(_OUT)[0]))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_GAP = r"[ .()-]{0,3}"
_BEGIN = r"(?<![\w£$€])(?<![0-9][.,:/])"
_IS = r" ?(?:numbers?|no|num|nr|id)?\.? ?(?:is|was|wis)? ?[:=#(-]? ?"
_TEN_OR_SO = "|".join(rf"[0-9](?:{_GAP}[0-9]){{{more}}}(?!\w)" for more in (9, 10, 8))
_LABELLED: tuple[tuple[int, Kind, re.Pattern[str]], ...] = (
    (6, "chi", re.compile(rf"(?i)(?<!tai )\bc\.?h\.?i\b\.?{_IS}({_TEN_OR_SO})")),
    (6, "nhs", re.compile(rf"(?i)\bnhs ?(?:numbers?|no\b|num|nr|id|#){_IS}({_TEN_OR_SO})")),
    (6, "ni", re.compile(rf"(?i)\b(?:n\.?i|nino|national insurance)\b\.?{_IS}([a-z]{_GAP}[a-z]"
                         rf"(?:{_GAP}[0-9]){{6}}(?:{_GAP}[a-d])?)(?!\w)")),
    (4, "phone", re.compile(rf"(?i)\b(?:tel|(?:tele)?phone|mobile|mob|fone|whatsapp)\b\.?{_IS}"
                            r"([0-9]{3,13}(?:[ .)-]{1,3}[0-9]{3,6}){0,3})(?!\w)")),
)  # fmt: skip


def _labelled(plain: str) -> Iterator[Guess]:
    """Numbers straight behind a word that says what they are, whatever their check digit."""
    for sure, kind, pattern in _LABELLED:
        for match in pattern.finditer(plain):
            raw, digits = match[1], re.sub("[^0-9]", "", match[1])
            public = digits.startswith(("03", "08", "09", "116")) or not 6 <= len(digits) <= 13
            if kind != "phone" or not (public or _TIMES.match(raw) or _DATE.match(raw)):
                yield sure, kind, *match.span(1)


# Each possible start is looked at, for a wrong one may lie over the right one.
_TEN = re.compile(rf"{_BEGIN}(?=([0-9](?:(?: ?[-./] ?| {{1,2}})?+[0-9]){{9}})(?!\w|[.,:/][0-9]))")
_CHI_NEAR = re.compile(r"(?i)(?<!tai )\bc\.?h\.?i\b|community health index")
_CHI_SIZES = _words("10 64 2224 22222 622 631 334 424 55 46 433 226 613")


def _ten_digits(plain: str) -> Iterator[Guess]:
    for match in _TEN.finditer(plain):
        raw, (start, end) = match[1], match.span(1)
        groups = re.findall("[0-9]+", raw)
        digits, sizes = "".join(groups), "".join(str(len(group)) for group in groups)
        day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
        dated = 1 <= month <= 12 and 1 <= day <= monthrange(2000 + year, month)[1]
        near = _near(_CHI_NEAR, plain, start, -30) or _near(_CHI_NEAR, plain, end, 15)
        if dated and (near or (sizes in _CHI_SIZES and _is_chi(raw, digits, groups))):
            yield 7, "chi", start, end
        elif sizes in ("10", "334") and _mod_11(digits) and not set(raw) & set("./"):
            yield 5, "nhs", start, end


def _is_chi(raw: str, digits: str, groups: Sequence[str]) -> bool:
    # "rooms 10 11 12 13 14" is counting; "01/02/24 1530" is a date and a time.
    counting = groups == [f"{int(groups[0]) + more:02}" for more in range(5)]
    clock = len(groups) > 4 or (digits[6:8] < "24" and digits[8:] < "60")
    timed = set(raw) & set("./") and clock
    return (_mod_11(digits) or _luhn(digits)) and not counting and not timed


def _mod_11(digits: str) -> bool:
    return sum(int(digit) * (10 - at) for at, digit in enumerate(digits)) % 11 == 0


def _luhn(digits: str) -> bool:
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (sum(doubled) + sum(map(int, digits[-1::-2]))) % 10 == 0


# A hurried thumb types o7700 9oo123: o is 0 and l is 1, but only beside another digit.
_PHONE = re.compile(
    rf"(?<![\w£$€+])(?<![0-9][.,:/])(?:\(?(?:(?:\+ ?|00)44|44(?={_GAP}7)){_GAP}0?|\(?[0oO]){_GAP}"
    rf"([1257lI](?:{_GAP}(?:[0-9]|(?<=[0-9oO])[oOlI]|[oOlI](?=[0-9oO]))){{8,9}})(?!\w)"
    r"(?:[ ,]{0,2}(\()?(?:extension|extn|ext|x)[ .:]{0,2}[0-9]{1,5}(?!\w)(?(2)\)))?"
)
_ABROAD = re.compile(rf"(?<![\w+])(?:\+ ?|00(?=[34]))(?!44)[1-9](?:{_GAP}[0-9]){{7,14}}(?!\w)")
_TIMES = re.compile(r"(?:(?:[0-2]?[0-9][.:]|[0-2][0-9])[0-5][0-9](?:[ -]+|$)){2,}$")


def _phones(plain: str) -> Iterator[Guess]:
    for match in _PHONE.finditer(plain):
        digits = re.sub("[^0-9]", "", match[1].translate(str.maketrans("oOlI", "0011")))
        # A few areas in towns have one digit less; they are so rare that the spacing must show it.
        whole = len(digits) == 10 or re.fullmatch(r"1[0-9]{3}\)?[ -]{1,2}[0-9]{5}", match[1])
        whole = whole and re.match(r"1[1-9]|2[03489]|5[56]|7", digits)
        if whole and sum(map(str.isdecimal, match[1])) >= 5 and not _TIMES.match(match[0]):
            spare = match[0].count("(") - match[0].count(")")  # the number may stand in brackets
            start, end = match.start() + (spare > 0), match.end() - (spare < 0)
            yield 8 if "44" in match[0][:4] else 6, "phone", start, end
    for match in _ABROAD.finditer(plain):
        yield 8, "phone", *match.span()


_NI = re.compile(
    r"(?i)(?<!\w)(?!bg|gb|nk|kn|tn|nt|zz)([A-CEGHJ-PR-TW-Z] ?[A-CEGHJ-NPR-TW-Z])([ .-]{0,3})"
    r"[0-9](?:[ .-]{0,3}[0-9]){5}([ .-]{0,3})([A-D])(?!\w)"
)
_WORDS_OF_TWO = _words("am an as at be by he ma me my na or pm re wa we ye")
_HOSTS = r"(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|live|aol|btinternet|sky|talktalk)\b"
_EMAILS = [
    re.compile(rf"(?i)(?<![\w.%+'-])([\w.%+'-]++){rest}")
    for rest in (
        r"@(?:[\w-]+\.)+[^\W\d_]{2,}",
        r"(?: {0,2}@ {0,2}| ?[\[(] ?at ?[\])] ?)(?:[\w-]+[.,])+(?:com|net|org|uk|scot|eu|ie|pl)\b",
        rf" ?(?:@|(?:[\[(]at[\])]|\bat\b)(?= ?\w+ ?[\[(]?dot\b)) ?{_HOSTS}"
        r"(?: ?[\[(]?dot[\])]? ?[a-z]{2,3}\b){0,2}",
    )
]
# Royal Mail's areas; the last two letters are never C I K M O V, so "B12 5mg" is none.
_POSTCODE = re.compile(
    r"(?i)(?<![\w£])(A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?"
    r"|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]"
    r"|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE)"
    r"[0-9][0-9A-HJKMNP-Y]?([ -]{0,2})[0-9]([ABD-HJLNP-UW-Z]{2})(?!\w)"
)
_UNITS = _words("st nd rd th hr pt ft lb pp be ex")


def _codes(plain: str) -> Iterator[Guess]:
    """NI numbers, e-mail addresses and postcodes."""
    for match in _NI.finditer(plain):
        prefix, gap, last_gap, suffix = (part.lower() for part in match.groups())
        # "at 123456 a day" is nobody's number.
        if not (gap == last_gap == " " and suffix == "a" and prefix in _WORDS_OF_TWO):
            yield 8, "ni", *match.span()
    for match in (match for pattern in _EMAILS for match in pattern.finditer(plain)):
        if local := match[1].lstrip("'.-%"):
            yield 9, "email", match.end(1) - len(local), match.end()
    for match in _POSTCODE.finditer(plain):
        area, gap, letters = match.groups()
        # "B1 2nd floor", "CO2 5lb", "se25th": too like a code and a measure.
        if letters not in _UNITS or (len(area) == 2 and gap and area.islower()):
            yield 4, "postcode", *match.span()


_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = re.compile(
    r"(?i)(?<![\w£/])(?<![0-9][.,:-])(?:"
    r"(?:[0-3]?[0-9](?: ?[-./] ?| )[0-3]?[0-9](?: ?[-./] ?| )'?"
    rf"|[0-3]?[0-9] ?(?:st|nd|rd|th)? ?(?:of )?[-/]?{_MONTH}[-/]?,? ?(?:of )?'?"
    rf"|{_MONTH} [0-3]?[0-9](?:st|nd|rd|th)?,? )((?:19|20)?[0-9]{{2}})"
    r"|((?:19|20)[0-9]{2})[-./][01]?[0-9][-./][0-3]?[0-9])(?![\w/]|[.:-][0-9])"
)
_BORN = (
    r"\b(?:born\w*|dob|d\. ?o\. ?b\.?|d o b|birth ?dates?|dates? of birth|b(?:irth|')?days?)(?!\w)"
    r"(?! (?:party|parties|cakes?|cards?|tea|lunch|dinner|meal|treats?|presents?|trips?))"
)
_BORN_BEFORE = re.compile(rf"(?i)(?:{_BORN}|\bb\.)(?:[^.!?;\n]*|[:\n ]*)$")
_SMALL = r"(?:is|was|wis|my|her|his|their|the|as|of|when|he|she|they|got|s) "
_BORN_AFTER = re.compile(rf"(?i)[ ,'(=:-]{{0,3}}(?:{_SMALL}){{0,5}}{_BORN}")
_BORN_RUN = re.compile(rf"(?i){_BORN}(?: is| was)? ?[:=-]? ?([0-9]{{8}}|[0-9]{{6}})(?!\w)")


def _births(plain: str) -> Iterator[Guess]:
    for match in _BORN_RUN.finditer(plain):
        yield 5, "birth_date", *match.span(1)
    for match in _DATE.finditer(plain):
        start, end = match.span()
        old = bool(re.fullmatch("19..", match[1] or match[2]))
        bracketed = plain[start - 1 : start] + plain[end : end + 1] == "()"
        old = old and (bracketed or bool(_names(plain, start, frozenset(), ahead=False)))
        if old or _near(_BORN_BEFORE, plain, start, -45) or _BORN_AFTER.match(plain, end):
            yield 5, "birth_date", start, end


_HOUSE = re.compile(
    rf"(?i){_BEGIN}(?<![0-9]-)(?=((?:(?:flat|apartment|apt|unit)\.? ?[0-9]{{1,3}}(?:/[0-9]{{1,2}})?"
    r"[a-z]?|[0-9]{1,2}/[0-9]{1,2}|[0-9]f[0-9])(?: ?, ?| ))?"
    r"([0-9]{1,4})([a-z]?(?: ?[/-] ?[0-9]{1,4}[a-z]?)?) ?,? "
    r"([^\W\d_][\w'-]*(?:(?:(?<=\bst)\.)? {1,2}[^\W\d_][\w'-]*){1,4}))"
)
_STRONG = _words(
    "street st road rd avenue ave av crescent cres terrace terr wynd brae grove gardens gdns drive"
    " lane loan court vennel pend croft quadrant mews"
)
_STREETS = _STRONG | _words("dr place pl ct ln way close square sq row walk view park gate hill")
_IN_STREETS = _words("of the old main new lady")
_CALENDAR = re.compile(
    r"(?:jan|febr?)uary|march|april|may|june|july|august|(?:sept|nov|dec)ember|october|\w+day"
    r"|tomorrow|morning|afternoon|evening|night|[ap]m|christmas|easter|hogmanay"
)
_TITLE = re.compile(r"(?i)\b(?:mr|mrs|ms|miss|mx|dr)\.? ?$")
_LIVES = re.compile(r"(?i)\b(?:at|address|live[sd]?|living|stay(?:s|ed|ing)?)(?: is)?:? (?:no )?$")
_NO_HOUSE = re.compile(r"(?i)\b(?:room|rm|bus|route|page|chapter|level|ward|bay|thing|step) $")


def _addresses(plain: str) -> Iterator[Guess]:
    for match in _HOUSE.finditer(plain):
        lives = bool(match[1] or match[3]) or _near(_LIVES, plain, match.start(), -25)
        year = 1900 <= int(match[2]) <= 2099 and not lives
        words = list(_WORD.finditer(plain, *match.span(4)))
        last = _street_end([word[0] for word in words], lives)
        if last and not year and not _near(_NO_HOUSE, plain, match.start(), -12):
            yield 4, "address", match.start(), words[last].end()


def _street_end(words: Sequence[str], lives: bool) -> int:
    """Which word ends the name of the street; 0 when these words are no street."""
    low = [word.lower() for word in words]
    named = words[0][0].isupper()
    for at, word in enumerate(low):
        if at and word in _STREETS and _STRONG.isdisjoint(low[at + 1 : at + 2]):
            if named and (words[at][0].isupper() or word in _STRONG):
                return at
            # In small letters "2 people close" looks the same, so no ordinary word may be in it.
            sure = lives or (word in _STRONG and at <= 2 + low.count("of"))
            odd = _ORDINARY.intersection(low[:at]) - (_IN_STREETS if lives else {"of"})
            return at if sure and not odd else 0
        small = named and words[at].islower() and word not in ("of", "the")
        if small or _CALENDAR.fullmatch(word) or _TITLE.match(word):
            return 0
    return 0


_WORD = re.compile(r"(?<!\w)[^\W_]+(?:['-][^\W_]+)*")
_ROOM = re.compile(
    r"(?i)(?<!\w)(?:(?:bed ?)?room|rm|flat)\.?(?: ?(?:number|no\.?|#))? ?[a-z]?-?[0-9]{1,3}[a-z]?"
    r"(?!\w| ?(?:x|times?|h|hours?|hrs?|mins?|minutes?|days?|nights?|weeks?|wks?|months?|years?"
    r"|people|staff|carers?|residents?|children|kids|per|am|pm|o'?clock)\b| ?%|[.:/][0-9])"
)
_GLUE = re.compile(r"(?i)(?:(?<=mr|ms|dr)\.|(?<=mrs)\.)?[ ,:'\"(/-]{0,4}")
_LINKS = _words("in from of at to tae into is was wis who lives stays moved her his the up")
_LINKS_AFTER = _words("is was wis where with for has called belongs to")
# Known in small letters too, and at the start of a sentence; only names that are no other word.
_FIRST_NAMES = _words(
    "agnes alice andrew angus anna anne annie archie betty brian charles chris david doris dorothy"
    " douglas elizabeth elsie emily emma ethel fiona george gladys hannah helen ian irene isabel"
    " james jane janet jean jenny jessie jimmy joan john joyce karen kevin lewis lisa lucy margaret"
    " maria mary maureen michael moira morag nancy paul peggy peter phyllis robert ruby ruth sadie"
    " sandra sarah senga sheila susan thomas tom wendy william willie"
)
_ORDINARY = _words(
    "a an i it he she we you they me him them us this that these those there here what when then"
    " if but so or not no by over off out all both one two some any each every most only just also"
    " after before near went came go had have did found fell sat met left took put walk please"
    " people person resident residents staff carer carers nurse nurses child children kids lady man"
    " men woman women gentleman someone somebody nobody everyone anyone mum dad gran family visitor"
    " manager senior lead worker team tenant client min mins minute minutes hour hours day days"
    " week weeks month months year years mile miles ml x times other different same my the new old"
    " big wee small long short busy main quiet good own tea breakfast lunch dinner alarm bell light"
    " fire bed door window hoist leak meeting bus handover wing unit ground first floor lodge house"
    " home ward suite view lounge group class covid in from of at to into on is was has her his our"
    " and with for where"
)


def _rooms(plain: str) -> Iterator[Guess]:
    for match in _ROOM.finditer(plain):
        start, end = match.span()
        names = _names(plain, start, _LINKS, ahead=False)
        if names := [*names, *_names(plain, end, _LINKS_AFTER, ahead=True)]:
            start = min(start, *(word.start() for word in names))
            end = max(end, *(word.end() for word in names))
            opened = plain.count("(", start, end) > plain.count(")", start, end)
            yield 3, "room", start, end + (opened and plain[end : end + 1] == ")")


def _names(plain: str, at: int, links: frozenset[str], ahead: bool) -> list[re.Match[str]]:
    """The words of the names next to a place, with a few small words between at the most."""
    found, sure = list[re.Match[str]](), False
    words = list(_WORD.finditer(plain, at if ahead else max(at - 80, 0), at + 50 if ahead else at))
    for word in words[:6] if ahead else words[:-9:-1]:
        gap = (at, word.start()) if ahead else (word.end(), at)
        name, low = _is_name(plain, word), word[0].lower()
        initial = re.fullmatch("[B-HJ-Z]", word[0])
        known = name or _TITLE.match(low) or (found and initial)
        linked = initial or (low == "and" if found else low in links)
        if not _GLUE.fullmatch(plain, *gap) or not (known or linked):
            break
        found += [word] if known else []
        sure, at = sure or name, word.end() if ahead else word.start()
    return found if sure else []


def _is_name(plain: str, word: re.Match[str]) -> bool:
    raw = word[0].removesuffix("'s")
    low, before = raw.lower(), plain[max(word.start() - 6, 0) : word.start()]
    ordinary = low in _ORDINARY or _CALENDAR.fullmatch(low) or re.search("[0-9]", raw)
    if low.partition("-")[0] in _FIRST_NAMES or (_TITLE.search(before) and not ordinary):
        return True
    named = raw[0].isupper() and not raw.isupper() and not ordinary
    if not named or low.endswith(("ing", "tion", "ment", "ness")):
        return False
    # At the start of a sentence anything is capitalised: "Curtains in room 12".
    return not (re.search(r"(?:^|[.!?:;\n\0*•-]) ?$", before) and low.endswith(("s", "ed", "ly")))


_RULES = (_codes, _ten_digits, _labelled, _phones, _births, _addresses, _rooms)
