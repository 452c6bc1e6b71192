"""Markers for something that must not be kept: a closed list, because it is counted as no word.

The learner's own words in brackets are words. So a marker is known by its text and by nothing else.
"""

from __future__ import annotations

from typing import Literal, get_args

Marker = Literal[
    "[CHI number]",
    "[NHS number]",
    "[NI number]",
    "[phone number]",
    "[e-mail address]",
    "[postcode]",
    "[date of birth]",
    "[address]",
    "[a person]",
    "[room]",
    "[a resident]",
    "[a child]",
    "[a colleague]",
    "[a family member]",
]

MARKERS: tuple[str, ...] = get_args(Marker)

OF_NUMBERS: tuple[str, ...] = MARKERS[:8]
"""Those in whose place a number or an address stood: they tell of nobody and of nothing done."""
