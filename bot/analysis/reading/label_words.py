"""The words that stand around a step's name where it is a label: “oh and the management bit:”."""

from __future__ import annotations

from bot.analysis.reading.lexicon import word_list

NUMBERS = (
    "1st|first|furst|frist|fisrt|one|1",
    "2nd|second|secund|two|2",
    "3rd|third|thurd|three|3",
    "4th|fourth|forth|four|4|last",
)

NUMBERED = word_list("""
    question answer bit part pairt yin box one een wan ane piece section before afore b4 step
    earlier beginning beginnin start number 1 q q1 q2 q3 q4
""")

BIT = (
    "bit|bits|part|pairt|question|one|yin|een|wan|ane|1|answer|anser|section|side|box|wise|again|"
    "piece|first|1st|time"
)

LEAD = (
    "right|rite|ok|okay|so|oh|and|now|noo|here'?s?|heres|is|for|fur|fer|the|ma|my|back|tae|to|on|"
    "sorry|add|this|that|that's|was|wis|were|goes|should|of|have|gone|go|be|belongs|under|in|one|"
    "wan|yin'?s?|more|mair|another|anither|thing|forgot|going|gaun|skipping|next|wrong|wrang|end|box|"
    "bit|put|stick|pop|it|can|i|a|we|ah|ah'm|i'm|then|well|also|still|what|follows|answer|am|about|"
    "write|concerns|do|doing|did|daein|dae|ah'll|i'll|me|come|comes|coming|let's|lets|start|starting|"
    "like|move|last|before|as|line|wait|meant|sent|just|following|part"
)

ORDINARY = word_list("situation story background both baith leading leadin managing managin plan")
"""Names of steps that are also words of any story: “in the situation, I asked”."""
