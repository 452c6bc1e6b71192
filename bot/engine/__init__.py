"""The pure engine: a conversation and an event in, a turn out.

Nothing here may do I/O, read a clock, await, or know of Telegram, a terminal or a database. A test
reads the imports (``tests/test_imports.py``). What may be imported: the standard library, the plain
data of ``model``, ``errors`` and ``content``, the pure ``coaching``, ``statement`` and ``exports``,
and ``transitions`` (only in ``machine.py``).

``engine.py`` decides what an event means, ``actions.py`` lists what can be done, ``moves.py``,
``answers.py`` and ``asides.py`` do it on a ``Talk``, ``wording.py`` finds the words.
"""
