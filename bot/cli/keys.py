"""The key of the data: ``coach key``."""

from __future__ import annotations

from bot.cli.operator import place_of_data, tell, words_of
from bot.cli.options import commands
from bot.clock import wall_clock

app = commands("The key of the data.")


@app.command()
def rotate() -> None:
    """Set a new key for the data. No coach may be running on it."""
    words, place = words_of(), place_of_data()
    old = place.rotate_key(wall_clock())
    tell(words, words.operator.rotated, key=place.key_file, old=old)


@app.command()
def show() -> None:
    """Show the key, for paper in a safe."""
    words, place = words_of(), place_of_data()
    key = place.key_at_hand()
    grouped = " ".join(key[start : start + 8] for start in range(0, len(key), 8))
    tell(words, words.operator.key_on_paper, key=grouped)
