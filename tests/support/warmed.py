"""One conversation, for the process that is forked: its patterns and tables are then in each fork.

They would be compiled and read again by every process of the tests, for as long as all it does.
"""

from __future__ import annotations

from bot.content.library import shipped_folder
from bot.content.loading import load_content
from tests.support.learner import Learner

Learner(load_content(shipped_folder())).at("management").say("I wrote the rota with the team.")
