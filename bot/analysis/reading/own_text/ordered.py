"""All that a message orders of their own words, and what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.analysis.patterns import lazy
from bot.analysis.reading.own_text.marks import Span
from bot.analysis.reading.own_text.request import Request


@dataclass(frozen=True, slots=True)
class Orders:
    """All that a message wants of their own words."""

    requests: tuple[Request, ...]
    spans: tuple[Span, ...]

    def all_spans(self, text: str) -> tuple[Span, ...]:
        """Return where the orders stand, with what but agrees before the first: “Fair point”."""
        spans = sorted(self.spans)
        if spans and _AGREES.fullmatch(text[: spans[0][0]].casefold().strip()):
            spans[0] = (0, spans[0][1])
        return tuple(spans)

    def rest_of(self, text: str) -> str:
        """Return what stands beside the orders."""
        kept, after = list[str](), 0
        for start, end in self.all_spans(text):
            kept.append(text[after : max(start, after)])
            after = max(end, after)
        return " ".join([*kept, text[after:]]).strip(" .,!?-–\n")

    def stand_apart(self, text: str) -> bool:
        """Return whether each is a sentence by itself, or names the text: in the middle of what is
        told “set up the tables, called it, put it all away” orders nothing."""
        return all(each.own or _is_apart(text, each.spans[0]) for each in self.requests)


_NAMES_TEXT = lazy(
    r"\b(?:bits?|lines?|parts?|sentences?|answers?|statement|words?|said|wrote|typed|message|last)\b"
)


_AGREES = lazy(
    r"(?:(?:fair (?:point|enough|do's)|good point|ok|okay|right|no|naw|yes|aye|agreed|true|sorry|"
    r"well|oh|och|actually|wait|hang on)\b[ ,.!]*)+"
)


def _is_apart(text: str, span: Span) -> bool:
    before = text[: span[0]].rstrip()
    is_sentence = not before or before[-1] in '.!?…\n”"' or "\n" in text[len(before) : span[0]]
    is_sentence = is_sentence or _AGREES.fullmatch(before.casefold()) is not None
    return is_sentence or _NAMES_TEXT.search(text[slice(*span)].casefold()) is not None
