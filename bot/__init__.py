"""The reflection coach: small questions in, a statement in the learner's own words out.

The data flow, the same in every channel::

    a typed line or a Telegram update
      └► Event                                    model.py
          └► service.receive: one turn of one conversation at a time
               store.load          ► Conversation     store/
               store.facts         ► Facts            facts.py: who they are, what is theirs
               take_turn           ► Turn             conversation/  (pure: no I/O, no clock)
               store.save          one transaction: what was sent, where the learner is
          └► replies leave only after that commit    terminal.py, headless.py

    a second passes
      └► tick: what is due in the store               tick.py
          └► service.remind: the same lock, the same engine, the same transaction

``content/`` turns the YAML in ``dialogues/`` and ``frameworks/`` into checked, frozen data;
``statement.py`` puts answers under headings; ``app.py`` is the only file that knows everything.
"""

from __future__ import annotations

__version__ = "0.1.0"
