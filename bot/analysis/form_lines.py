"""Leftovers of a template or a copied page in pasted text, and how a paste is shown.

Invariants: nothing is taken away here. A leftover is pointed out, and the learner says whether it
stays. A text without other words has no leftovers, so a short answer is never one. And a text that
is shown clean has the same words as before: the stored text stays as it was sent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.analysis.patterns import lazy
from bot.domain.word_count import PLACEHOLDER, count_words

PROSE = 8
"""Words in a line from which on it is somebody's own text, and no heading, form or footer."""

LONGEST = 240
"""Signs in a line that can be a leftover as a whole."""

HEADER = 6
"""Lines at the top in which a date that stands alone belongs to a header."""


@dataclass(frozen=True, slots=True)
class Leftover:
    """A span of the text, in characters, that is probably not the learner's."""

    start: int
    end: int


def _any(*patterns: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    return lazy("|".join(patterns), flags)


_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)

_DATE = (
    r"(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?"
    rf"{_MONTH}(?:\s+\d{{1,2}},?)?\s+(?:20)?\d\d|\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{2,4}})"
)

_FIELD = (
    r"(?:(?:(?:candidate|learner|student|employee|applicant|worker|staff|your|full|first|last)['’]?s?"
    r"\s+)?name|(?:candidate|learner|student|employee|(?:sssc )?registration|reg\.?|sssc|centre|"
    r"reference|ref\.?)\s*(?:number|no\.?|num\.?|id|#)|signed|(?:(?:assessor|tutor|learner|candidate)"
    r"\s+)?signature(?: of (?:the )?(?:learner|candidate|worker))?|date(?: (?:completed|signed))?|"
    r"assessor|tutor|(?:your )?e-?mail(?: address)?|(?:job|post) title|place of work|employer|"
    r"workplace|(?:name of )?organisation)"
)

_GIBBS = r"(?:description|feelings|evaluation|analysis|conclusions?|action plan)"

_OF_THE_FORM = (
    r"(?:(?:your |my |the )?(?:evidence|statement|declaration|reflective account)|"
    r"(?:link to |upload |attach )(?:your |my )?evidence|registration number|full name|job title|"
    r"about you|your details|open badge(?: application)?(?: form)?|badge criteria|criteria)"
)

_BLANK = r"(?:_{3,}|\.{6,}|…{2,})"

# Lines that are nobody's own words, whatever stands around them.
_FIXED = _any(
    r"page\s+\d+\s*(?:(?:of|/|\|)\s*\d+)?",
    r"(?:total\s+)?(?:word\s*count|number of words)\s*[:=–-]?\s*[\d,]*(?:\s*/\s*\d+)?(?:\s*words)?",
    r"[\[(]?\s*\d+\s*(?:/\s*\d+\s*)?words?\s*[\])]?",
    r"(?:minimum|min|maximum|max|at least|up to|no more than)\.?\s*(?:of\s*)?\d+\s*words?\.?",
    rf"{_FIELD}\s*:(?:\s*\S+){{0,4}}|{_FIELD}\s*[-–—:]?\s*{_BLANK}.{{0,60}}",
    rf"[\w ’'/-]{{1,40}}\s*:\s*{_BLANK}\s*|[\w ’'/-]{{1,40}}\s*_{{3,}}\s*",
    r"candidate (?:number|no\.?)|all rights reserved\.?",
    r"[_.…=~*\s-]{0,100}(?:_{3,}|\.{4,}|…{2,}|={3,}|-{3,}|~{3,}|\*{3,})[_.…=~*\s-]{0,100}",
    r"(?:https?://|www\.)\S+|[\w.-]+\.(?:co\.uk|org\.uk|sssc\.uk|com|scot|org|net)(?:/\S*)?",
    r"[\w-]+(?:[ .][\w-]+){0,5}\.(?:docx?|pdf|odt|pages)",
    r"leadership\s*/\s*management\s*\??|leadership fundamentals|open badge information",
    r"(?:the )?scottish social services council(?: \(sssc\))?|thing\s*\d{1,2}",
    r"where (?:you|i) (?:can )?see management skills(?: being used)?\s*[.;:]?",
    r"where (?:you see )?management skills (?:are|were|are being|being) used\s*[.;:]?",
    r"(?:what |the )?leadership (?:that )?(?:you|i) or others show(?:ed)?\s*[.;:]?(?:\s*and)?",
    r"where (?:both )?(?:management and leadership|leadership and management)(?: skills)? overlap"
    r"\s*[.;:]?",
    r"leave a (?:reply|comment)(?: cancel reply)?|cancel reply|post comment|log in to reply",
    r"share this\s*:|like this\s*:|loading\s*(?:\.{3}|…)|skip to (?:main )?content",
    r"back to (?:the )?top|(?:previous|next) (?:page|post)|print this page|accept (?:all )?cookies",
    r"(?:please )?(?:type|write|enter|insert|add) (?:your )?(?:answer|text|response|statement|"
    r"evidence|reflection) (?:here|below|in the box(?: below)?)\s*[.:…]*",
)

# The headings of Gibbs' reflective cycle, of "What?" by Driscoll and of SSSC's own form, with what
# they ask: only beside somebody's own text, because one word alone may be an answer.
_HEADING = _any(
    rf"(?:(?:step|stage|part|section)?\s*\d[.):]?\s*)?(?:{_GIBBS}|{_OF_THE_FORM})"
    r"\s*[:?.–—-]*\s*",
    rf"(?:\d[.)]\s*)?{_GIBBS}\s*[-–—:(]\s*(?:what|how|where|which|if)\b.{{3,80}}\?\)?",
    r"(?:so |now )?what\?(?:\s*(?:so |now )?what\?){0,2}|what happened\s*\?",
    r"what were you (?:thinking|feeling)(?: and (?:thinking|feeling))?\s*\?",
    r"what was (?:good|bad|good and bad) about (?:the|this|that) (?:experience|situation)\s*\?",
    r"what sense can you make of (?:the|this|that) (?:experience|situation)\s*\?",
    r"what else could you have done\s*\?",
    r"if (?:it|this|that) (?:arose|rose|happened|came up) again,? what would you do"
    r"(?: differently)?\s*\?",
    r"i (?:confirm|declare) that (?:this|it|all of this) is (?:all )?my own work\.?",
)

# Lines that begin like one and go on: only when nobody speaks of themselves in them.
_OPENED = _any(
    r"(?:sssc\b.{0,40})?23 things(?: (?:elc|early learning and childcare))?(?: leadership)?"
    r"\s*(?:[-–—:|/].{0,80})?",
    r"thing\s*\d{1,2}\s*[-–—:|].{0,60}|(?:sssc )?open badges?\s*:.{0,120}",
    r"counts towards\s*:?.{0,120}|required fields are marked.{0,10}",
    r"(?:\d[.)]\s*)?(?:write|provide|submit) an? (?:statement|reflection) ?"
    r"(?:\([^()\n]{0,60}\)|of .{0,20}\d+ words).{0,60}",
    r"(?:\d[.)]\s*)?think about your role and a situation\b.{0,160}",
    r"(?:\d[.)]\s*)?use this resource to help you think\b.{0,120}",
    r"(?:\d[.)]\s*)?you can provide the statement on\b.{0,140}",
    r"you may find it helpful to (?:look|complete)\b.{0,120}|(?:click|tap) here to \w+.{0,80}",
    r"your email address will not be published\b.{0,80}",
    r"[\w –—/&'’-]{1,80}\btemplate(?:\s+(?:v|version)\.?\s?\d+(?:\.\d+)*)?",
    r"[\[(](?:what|how|where|which|describe|explain|give|say|tell)\b[^()\[\]\n]{3,160}[?.]?[\])]",
    r"(?:posted|printed|published|updated|last (?:reviewed|updated)) (?:on|by|in)?\s*:?\s*"
    rf"{_DATE}.{{0,40}}",
    r"(?:©|\(c\)|copyright\s+(?:©|\(c\)|\d)).{0,80}",
)

# Short lines that could be an answer too: only beside somebody's own text, typed as headers are.
_SHORT = _any(
    r"[-–—|]\s*\d{1,3}\s*[-–—|]|[Pp]\.?\s?\d{1,3}(?:\s*(?:of|/)\s*\d+)?|\d{1,3} of \d{1,3}",
    r"(?:[Vv]ersion|[Vv]|[Rr]ev(?:ision)?|[Ii]ssue|[Dd]raft)\.?\s?\d+(?:\.\d+)*",
    r"(?:STRICTLY |PRIVATE AND |IN )?CONFIDENTIAL|Confidential|DRAFT|Draft|RESTRICTED|Restricted",
    r"(?:Strictly|Private and|Private &|In) [Cc]onfiden(?:tial|ce)",
    flags=re.NOFLAG,
)

_HEADER_DATE = _any(rf"{_DATE}\.?")

_NUMBER = lazy(r"\d{1,3}")

_BULLET = lazy(r"(?:[•▪‣◦*\-–—·§\ue000-\uf8ff]|o(?=\t))\s+")

_OWN = _any(r"\b(?:i|me|my|mine|we|us|our|he|she|him|her|his|they|them|their)\b")

# A placeholder, the length that is asked for, room to write in: anywhere in a line.
_INSIDE = _any(
    PLACEHOLDER,
    rf"(?<![^\n]){_GIBBS}\s*[:–—]\s+",
    r"\((?:(?:minimum|min|maximum|max|approx(?:imately)?|at least|up to|no more than|word (?:count|"
    r"limit))\.?\s*:?\s*(?:of\s*)?)\d[\d,]*(?:\s*[-–]\s*\d+)?(?:\s*(?:words?|characters?))?\)",
    r"\(\d[\d,]*\s*(?:words?|characters?)(?:\s*(?:minimum|min|maximum|max|limit))?\.?\)",
    r"\bword count\s*[:=–-]\s*\d+(?:\s*words?)?|_{4,}|click or tap (?:here )?to enter text\.?",
)

_LINE = lazy(r"[^\n]+")


def find_leftovers(text: str) -> tuple[Leftover, ...]:
    """Return the leftovers of a template or a page in their order. None is an ordinary sentence."""
    lines = [_trimmed(text, match.start(), match.end()) for match in _LINE.finditer(text)]
    lines = [line for line in lines if line.start < line.end]
    whole = [_is_left(text[line.start : line.end]) for line in lines]
    prose = [
        not left and count_words(text[line.start : line.end]) >= PROSE
        for line, left in zip(lines, whole, strict=True)
    ]
    if any(prose):
        header = min(prose.index(True), HEADER)
        numbers = _page_numbers(text, lines)
        for i, line in enumerate(lines):
            short = text[line.start : line.end]
            in_header = i < header and bool(_HEADER_DATE.fullmatch(short))
            whole[i] = whole[i] or in_header or i in numbers or _is_heading(short)
    found = list[Leftover]()
    for line, left in zip(lines, whole, strict=True):
        inside = (line,) if left else _inside(text, line)
        found += inside
    return tuple(found) if count_words(_without(text, found)) else ()


def is_all_left(text: str) -> bool:
    """Return whether each line of a text is one that a template or a page left behind."""
    return all(_is_left(line.strip()) for line in text.splitlines() if line.strip())


def _is_heading(line: str) -> bool:
    """Whether a line beside somebody's own text is a heading or a number of a page."""
    return bool(_SHORT.fullmatch(line) or _HEADING.fullmatch(line))


def _is_left(line: str) -> bool:
    """Whether a whole line is no words of a learner's, wherever it stands."""
    if len(line) > LONGEST:
        return False
    bullet = _BULLET.match(line)
    line = line[bullet.end() :] if bullet else line
    if _FIXED.fullmatch(line):
        # A bullet of an answer may be "Date: …"; only what the page asks stands behind one.
        return not bullet or "skills" in line or "others show" in line
    return not _OWN.search(line) and bool(_OPENED.fullmatch(line))


def _page_numbers(text: str, lines: Sequence[Leftover]) -> frozenset[int]:
    """The places of numbers alone on a line that go up as pages do. *4*, *4*, *2* do not.

    One number by itself may be an answer, unless it stands at an end or between blank lines.
    """
    alone = [i for i, line in enumerate(lines) if _NUMBER.fullmatch(text, line.start, line.end)]
    pages = [int(text[lines[i].start : lines[i].end]) for i in alone]
    if not pages or pages != [*range(pages[0], pages[0] + len(pages))]:
        return frozenset()
    if any(b - a == 1 for a, b in pairwise(alone)):
        return frozenset()
    if len(alone) == 1 and 0 < alone[0] < len(lines) - 1:
        before, line, after = lines[alone[0] - 1 : alone[0] + 2]
        if "\n\n" not in text[before.end : line.start] + " " + text[line.end : after.start]:
            return frozenset()
    return frozenset(alone)


def _inside(text: str, line: Leftover) -> Iterable[Leftover]:
    """The prompts and blanks inside a line that is not one as a whole."""
    for match in _INSIDE.finditer(text, line.start, line.end):
        yield Leftover(match.start(), match.end())


def _trimmed(text: str, start: int, end: int) -> Leftover:
    line = text[start:end]
    return Leftover(end - len(line.lstrip()), start + len(line.rstrip()))


def _without(text: str, found: Iterable[Leftover]) -> str:
    kept, at = list[str](), 0
    for each in found:
        kept.append(text[at : each.start])
        at = each.end
    return " ".join([*kept, text[at:]])


# A file that ends its lines in its own way. Where a number with a dot follows, the character stays:
# the number would become the marker of a list, which is no word.
_ENDS = lazy(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029](?!\s*\d{1,3}[.)](?:\s|$))")

_SPACES = lazy(r"[\u00a0\u2007\u202f]")

_UNSEEN = lazy(r"[\u00ad\u200b\u2060\ufeff]")

_ODD_BULLET = lazy(r"^([^\S\n]*)(?:[\ue000-\uf8ff]|·(?=\s))[^\S\n]*", re.MULTILINE)

_LETTER_BULLETS = tuple(
    lazy(rf"^([^\S\n]*){each}[^\S\n]+(?=\S)", re.MULTILINE) for each in ("o", "§")
)

_SURE_BULLET = lazy(r"[o§](?:\t|[^\S\n]{2,})\S", re.MULTILINE)


def clean(text: str) -> str:
    """Return a text as it is shown: plain bullets and spaces, no unseen characters, the same words.

    The joiners U+200C and U+200D stay: they belong to emoji and to other scripts.
    """
    lines = _ENDS.sub("\n", text).split("\n")
    plain = "\n".join(map(_plain, lines))
    plain = _ODD_BULLET.sub(r"\1• ", plain)
    for bullet in _LETTER_BULLETS:
        # One "o" may be Scots ("o the bairns"); several, or one with a tab, are bullets of Word.
        matches = list(bullet.finditer(plain))
        if len(matches) > 1 or any(_SURE_BULLET.match(each[0].lstrip() + "x") for each in matches):
            plain = bullet.sub(r"\1• ", plain)
    return plain


def _plain(line: str) -> str:
    """A line without odd spaces and unseen characters, unless a number would become a marker."""
    plain = _UNSEEN.sub("", _SPACES.sub(" ", line).replace("\u2011", "-"))
    return plain if count_words(plain) == count_words(line) else line
