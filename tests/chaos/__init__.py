"""Attacks on the coach, each a function of a seed and a number of tries.

    .venv/bin/python -m tests.chaos                              all of them, one table
    .venv/bin/python -m tests.chaos power_cut --seed 7 --tries 50   one line of it

An attack loses where a word that was called saved is gone, where something was done that its sender
may not do, or where the coach ends or goes silent without a sentence. A short form runs with the
tests: ``test_short.py``.
"""
