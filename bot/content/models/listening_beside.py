"""A word to how somebody says that they are, beside what their message is for."""

from __future__ import annotations

from bot.content.models.base import Closed
from bot.content.models.listening_lines import Often


class Beside(Closed):
    """“im shattered, how many words left”: the word that they get first.
    Nothing is asked in it, and it says nothing about what comes next."""

    own_news: Often
    hurt: Often
    afraid: Often
    felt: Often
    tired: Often
    low: Often
    fed_up: Often
    pleased: Often
    rank: Often
    thanks: Often
