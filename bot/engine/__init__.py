"""How any turn goes: a conversation and an event in, a turn out. It knows no subject.

Nothing here may do I/O, read a clock, await, or know of a channel or a database, and it imports no
flow: the flows are handed in. ``turn.py`` is the way through a turn, ``dispatch.py`` decides what
an event is, ``context.py`` is what the flows work on, ``machine.py`` holds what may follow what.
"""
