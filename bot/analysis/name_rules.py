"""The rules by which a word begins a name: a title, “called”, an owner, its own letters, a sign.

Each rule looks at a few words, so the time grows with the text and no faster.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.name_tokens import SPACES, STOPS, Token
from bot.analysis.name_words import NameWords
from bot.analysis.tokens import word_set

_CERTAIN = word_set("mr mrs mister missus")
"""Titles that are nothing else: “ms” is an illness too, and a verb may follow “dr”."""

_NO_SURNAME = word_set("a and he i is or she the they was")

_AND = word_set("an and n or")

_PARTICLES = word_set("al bin bint da de del der di dos du el la le mac nic ni van von")

_CALLED = word_set("called named nicknamed")

_NAMING = _CALLED | word_set("as is name names was")

_IT = word_set("it its this that thats what which")

_OURS = word_set("he her him his ma my oor our she their who yer your")

_BEFORE_KIN = word_set("big elder eldest ex foster late little older oldest step twin wee")

_WEE = word_set("auld big dear old poor wee young")

_IS = word_set("came did does got had has is isnt looked was wasnt went were wis wisnae")

_BEFORE_TIMES = word_set("by during each every from in last next of rd since th this till until")

_SAINTS = word_set("king prince princess queen saint st")

_ARTICLES, _WITH = word_set("a an the"), word_set("wi with")

_THE = word_set("a an at in on our the this wee")


class Finder:
    """Tries rules, the surest first. Each returns the last word of a name that begins at a word."""

    def __init__(self, tokens: Sequence[Token], words: NameWords) -> None:
        self.tokens, self.count = tokens, len(tokens)
        self.folds = [*[each.fold for each in tokens], *[""] * 6]
        """The words as they are compared; behind the last, and before the first, is nothing."""
        self.words = words
        self.names, self.persons, self.no_name = words.names, words.persons, words.no_name
        self.latest = -1
        self.rules = (
            *(self._titled, self._introduced, self._of_ours),
            *(self._owner, self._known, self._does, self._with_a_sign),
        )
        self.passed_over = words.expressions_in(tokens)

    def found(self) -> dict[int, tuple[int, int]]:
        """Return the place of the first word of each name, with that of the last one and where the
        name ends in the text, in order and apart."""
        found, index, may_begin = {}, 0, self.words.may_begin(self.tokens)
        while index < self.count:
            last = self._last_of_name(index) if index in may_begin else None
            if last is not None:
                found[index] = last, self._end(index, last)
            index = (index if last is None else last) + 1
        return found

    def _last_of_name(self, index: int) -> int | None:
        """Return the place of the last word of the name that begins at a word; None without one."""
        if self._is_called(index) == "thing":
            return None
        last = None
        for rule in self.rules:
            if (last := rule(index)) is not None:
                break
        if last is None or not self.passed_over.isdisjoint(range(index, last + 1)):
            return None  # “Dr Roy Mayega” wrote a model
        self.latest = last
        return last

    def _titled(self, index: int) -> int | None:
        """“Mrs Smith”, “dr patel”, “Mr and Mrs Campbell”, “Auntie Jean”."""
        title, first = self.tokens[index], index + 1
        if title.fold not in self.words.titles or (not title.big and title.fold in self.persons):
            return None  # in “her sister Ewa” only Ewa is the name
        if self.folds[first] in _AND and self.folds[first + 1] in self.words.titles:
            title, first = self.tokens[first + 1], first + 2
        while self.folds[first] in _PARTICLES and first + 1 < self.count:
            first += 1
        if first >= self.count or self.tokens[first].gap not in (*SPACES, *STOPS):
            return None
        last = self._through(first)
        hidden = last == first and len(self.folds[first]) == 1  # “Mr X”
        return last if not hidden and self._follows_title(title, self.tokens[first]) else None

    def _follows_title(self, title: Token, word: Token) -> bool:
        if word.capital:
            if title.fold in _CERTAIN or title.fold in {"ms", "miss"}:
                return word.fold not in _NO_SURNAME
            return self._free(word)
        if title.fold in _CERTAIN and word.fold not in self.words.never:
            return len(word.fold) > 2 and word.fold not in self.persons
        named = word.fold in self.words.first or word.fold in self.words.last
        return named or word.fold.startswith("mc")

    def _introduced(self, index: int) -> int | None:
        """“A lady called Zofka”, “his name is hamza”."""
        subject = self._is_called(index)
        if subject is None:
            return None
        word, before = self.tokens[index], self.folds[index - 2]
        if not word.capital:
            # “A resident called may”, but not “called may not”.
            told = self.folds[index - 1] in _CALLED and before in self.persons
            names = self.names if told else self.words.first
            return self._through(index) if word.fold in names else None
        last = self._through(index)
        # Not “I called Environmental Health”, on the phone.
        one = subject == "person" or last == index or word.fold in self.names
        return last if one and self._could_be(word) else None

    def _is_called(self, index: int) -> str | None:
        """Whether a word is said to be a name, and whose: ``person``, ``thing`` or ``maybe``."""
        before, earlier = self.folds[index - 1], self.folds[index - 2]
        if before not in _NAMING or self.tokens[index].gap.strip(" \u00a0\"'“”:-"):
            return None
        if before in _CALLED or (before == "as" and earlier == "known"):
            return self._subject(index - 1)
        if before in {"is", "was"} and earlier == "name":
            return self._subject(index - 2)
        names = before == "names" or (before == "name" and self.tokens[index - 1].owns)
        return self._subject(index - 1) if names and earlier in _OURS else None

    def _subject(self, index: int) -> str:
        """Who is called something: the nearest word for a person or a thing before."""
        for at in range(index - 1, max(index - 5, -1), -1):
            fold = self.folds[at]
            if fold in self.persons or fold in _OURS:
                return "person"
            if fold in self.words.things or fold in _IT:
                return "thing"
            if self.tokens[at].opens:
                break
        return "maybe"

    def _of_ours(self, index: int) -> int | None:
        """“My colleague Zofka”, “my line manager karen”."""
        word = self.tokens[index]
        if not word.joined or self.folds[index - 1] not in self.persons:
            return None
        ours = {self.folds[index - 2], self.folds[index - 3]} & _OURS
        if not ours or self.tokens[index - 1].capital or self._thing_at(index + 1):
            return None
        named = self._could_be(word) if word.capital else word.fold in self.words.first
        return self._through(index) if named else None

    def _owner(self, index: int) -> int | None:
        """“Grace's mum”, “jimmys older sister”, “Hope's care plan”."""
        word = self.tokens[index]
        if not self._kin_at(index + 1):
            typed = word.fold.endswith("s") and word.fold[:-1] in self.words.first
            owns = word.fold in self.names if word.owns and word.capital else typed
            return index if owns and self.folds[index + 1] in self.words.belongings else None
        if self._has_article(index) and not word.capital:
            return None
        known = self.words.first | self.words.only_capital
        if word.owns:
            return index if (self._could_be(word) if word.capital else word.fold in known) else None
        names = self.names if word.capital and not word.opens else known
        typed = word.fold.endswith("s") and (word.fold in names or word.fold[:-1] in names)
        return index if typed else None

    def _kin_at(self, index: int) -> bool:
        if self.folds[index] in _BEFORE_KIN:
            index += 1
        if index >= self.count or not self.tokens[index].joined:
            return False
        one, two, three = self.folds[index : index + 3]
        return not self.words.kin.isdisjoint((one, f"{one} {two}", f"{one} {two} {three}"))

    def _known(self, index: int) -> int | None:
        """“Siobhan”, “jean smith”, “marys tea”; “McKenzie” by its shape; “Penny”, no “penny”."""
        word = self.tokens[index]
        named = word.fold in self.words.first or bool(self.words.owner(word.fold))
        if word.capital:
            named = named or word.fold in self.words.only_capital or word.scottish
        elif (word.shouted and len(word.fold) < 4) or self._has_article(index):
            return None  # as likely letters that stand for something, or a thing
        if not named or not self._free(word):
            return None
        last = self._through(index)
        return last if not self._is_place(index, last) else None

    def _does(self, index: int) -> int | None:
        """“told sam”, “ruby said”: a name that could be a word, in small letters."""
        word, before = self.tokens[index], self.folds[index - 1]
        if word.big or word.fold not in self.words.only_capital or self._has_article(index):
            return None
        told = word.joined and before in self.words.before and before not in _WITH
        says = self.folds[index + 1] in self.words.after and self.tokens[index + 1].joined
        return index if (told or says) and not self._thing_at(index + 1) else None

    def _has_article(self, index: int) -> bool:
        """“The jordan trip” is nobody, in small letters."""
        return self.folds[index - 1] in _ARTICLES and self.tokens[index].joined

    def _is_place(self, first: int, last: int) -> bool:
        """“St Margaret's”, “Victoria Hospital”, “the Daisy room”, “the Francis report”."""
        before = self.folds[first - 1]
        if self.tokens[last].owns or not self._thing_at(last + 1):
            return before in _SAINTS
        alone = last == first and self.folds[first] in self.words.only_capital
        return alone or self.tokens[last + 1].capital or before in _SAINTS | _THE

    def _with_a_sign(self, index: int) -> int | None:
        """“Joy Okafor”, “I asked Grace”, “Mark said”: a name that could be a word."""
        word = self.tokens[index]
        if not word.capital or word.fold not in self.words.also_words or self._thing_at(index + 1):
            return None
        last = self._through(index)
        # In “Will Jean come?” only the second is the name.
        apart = word.opens and self.folds[index + 1] in self.names
        if last > index and not apart:
            return last
        return index if self._has_sign(index) else None

    def _has_sign(self, index: int) -> bool:
        word, before, after = self.tokens[index], self.folds[index - 1], self.folds[index + 1]
        ends = index + 1 >= self.count or self.tokens[index + 1].opens or after in self.words.never
        return (
            after in self.words.after
            or (before in _WEE and word.joined)
            or (after in _IS and word.fold in self.words.no_subject)
            # “With Grace to the shop”, not “with Hope and care”.
            or (before in self.words.before and ends and after not in _AND)
            or self._has_company(index, before, after)
        )

    def _has_company(self, index: int, before: str, after: str) -> bool:
        """“Mark and Jean”, “me and Mark”, “to Summer because she”; not “in Summer because she”."""
        word, other = self.tokens[index], self.folds[index + 2]
        if before in _BEFORE_TIMES or word.gap[-2:-1].isdigit():
            return False  # “8 May and I”
        if before in _AND and (self.latest == index - 2 or self.folds[index - 2] == "me"):
            return True
        named = other in self.words.first and self.tokens[index + 2].capital
        if after in _AND and (named or other in {"i", "me"}):
            return True
        linked = after in {"and", "because", "but", "cos", "so", "when"}
        somebody = after == "who" or (linked and other in {"he", "her", "his", "she"})
        return somebody and not word.opens

    def _free(self, word: Token) -> bool:
        own = word.owns and f"{word.fold}'s" in self.words.never
        return word.fold not in self.no_name and not own

    def _could_be(self, word: Token) -> bool:
        return word.fold in self.names or (len(word.fold) > 2 and self._free(word))

    def _thing_at(self, index: int) -> bool:
        """Whether a word makes the ones before it a thing: “court”, “report”."""
        return self.folds[index] in self.words.things and self.tokens[index].joined

    def _through(self, index: int) -> int:
        """The last word of the name that begins at a word: “Mary Ann van Dyk”."""
        last = index
        while last + 1 < self.count and last < index + 4:
            word, following = self.tokens[last], self.tokens[last + 1]
            initial = len(word.fold) == 1 and following.gap in STOPS
            owns = word.owns or (not word.capital and self.words.owner(word.fold))
            if owns or not (following.joined or initial):
                break
            if following.fold in _PARTICLES and self._goes_on(word, last + 2):
                last += 1
            elif not self._goes_on(word, last + 1):
                break
            last += 1
        return last

    def _goes_on(self, word: Token, index: int) -> bool:
        if index >= self.count:
            return False
        following = self.tokens[index]
        if following.capital:
            return word.capital and self._free(following)
        return word.fold in self.words.first and following.fold in self.words.last

    def _end(self, first: int, last: int) -> int:
        """Return where a name ends in the text: “jimmy” in “jimmys mum”."""
        word = self.tokens[last]
        typed = word.fold not in self.names and word.fold[:-1] in self.names
        alone = first == last and word.fold not in self.words.last  # no “Jean Adam|s”
        owner = self._kin_at(last + 1) or alone
        return word.end - (typed and not word.owns and owner)
