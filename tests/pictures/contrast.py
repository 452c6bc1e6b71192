"""How far two colours stand out from each other, as WCAG 2 has it."""

from __future__ import annotations

from PIL import ImageColor

Colour = str | tuple[int, ...]


def contrast(one: Colour, other: Colour) -> float:
    """From 1 for the same colour to 21 for black on white."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    parts = (
        value / 255 for value in (ImageColor.getrgb(colour) if isinstance(colour, str) else colour)
    )
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in [*parts][:3]
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
