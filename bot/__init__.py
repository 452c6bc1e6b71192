"""The reflection coach: small questions in, a statement in the learner's own words out.

The data flow, the same in every channel::

    a typed line or a Telegram update
      └► Event                                    channels/
          └► services: one turn of one conversation at a time
               the conversation, and who they are     store/
               take_turn ► Turn                       engine/, flows/  (pure: no I/O, no clock)
               one transaction: what was sent, where the learner is
          └► replies leave only after that commit    channels/

    a second passes
      └► what is due in the store                     services/scheduler.py
          └► the same lock, the same engine, the same transaction

``content/`` turns the YAML in ``dialogues/`` and ``frameworks/`` into checked, frozen data, and
``analysis/`` reads texts with it; ``app.py`` is the only file that knows every room.
"""

from __future__ import annotations

__version__ = "0.1.0"
