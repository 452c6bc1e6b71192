"""``python -m bot`` is the same as the ``coach`` command."""

from __future__ import annotations

from bot.cli.main import main

main()
