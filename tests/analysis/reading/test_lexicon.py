"""A list of words is read with the first word that is asked about, whoever asks meanwhile."""

from __future__ import annotations

from bot.analysis.reading.lexicon import Lexicon


class Lines(str):
    """Lines of which half are read when another thread asks about a word."""

    asked: tuple[str, ...] | None = None
    lexicon: Lexicon

    def strip(self, chars: str | None = None, /) -> str:
        if self.asked is None:
            self.asked = ()
            self.asked = self.lexicon.names_of("later")
        return super().strip(chars)


def test_whoever_asks_while_the_lines_are_read_is_told_the_same() -> None:
    lines = Lines("leave: bye later unsubscrib*")
    lexicon = lines.lexicon = Lexicon(lines)
    assert lexicon.names_of("unsubscribed") == ("leave",)
    assert lines.asked == lexicon.names_of("later") == ("leave",)
