"""How the coach would read a text, all at once: for an author who looks at how it reads."""

from __future__ import annotations

from typing import Any

from bot.analysis.identifiers.finder import find_identifiers
from bot.analysis.knowledge import Knowledge
from bot.analysis.names import find_names
from bot.analysis.practices import practices_in, side_of
from bot.analysis.reading.reading import Found as Reported
from bot.content.library import Content


def read(content: Content, text: str, step: str = "") -> dict[str, Any]:
    """Return everything that is noticed, in the public form of ``coach notice --jsonl``.

    ``step`` is the id of the step that the text was written at, "" for none. Spans are in
    characters from the beginning, the end not included.
    """
    knowledge = Knowledge.of(content)
    harm = knowledge.harm_reader.read(text).level
    names = content.first.called
    reading = knowledge.reader.read(text, step, names, Reported(harm=harm != "none"))
    found = practices_in(content, reading)
    return {
        "kind": reading.kind,
        "act": reading.act,
        "parts": sorted(reading.parts),
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
        "harm": harm,
        "question": reading.kind in ("question", "not_understood"),
    }
