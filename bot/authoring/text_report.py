"""How the coach would read a text, all at once: for an author who looks at how it reads."""

from __future__ import annotations

from typing import Any

from bot.analysis.harm import find_harm
from bot.analysis.identifiers.finder import find_identifiers
from bot.analysis.knowledge import Knowledge
from bot.analysis.names import find_names
from bot.analysis.practices import notice, side_of
from bot.analysis.questions import judge_question
from bot.content.library import Content


def read(content: Content, text: str) -> dict[str, Any]:
    """Return everything that is noticed, in the public form of ``coach notice --jsonl``.

    Spans are in characters from the beginning, the end not included.
    """
    knowledge, found = Knowledge.of(content), notice(content, text)
    return {
        "practices": [
            {
                "framework": each.framework,
                "practice": each.practice,
                "side": each.side,
                "cue": text[each.start : each.end],
            }
            for each in found
        ],
        "side": side_of(found),
        "identifiers": [
            {"kind": each.kind, "span": [each.start, each.end]}
            for each in find_identifiers(text, knowledge.name_words)
        ],
        "names": [
            {"span": [each.start, each.end]} for each in find_names(text, knowledge.name_words)
        ],
        "harm": find_harm(text, knowledge.harm_words).level,
        "question": judge_question(text) == "question",
    }
