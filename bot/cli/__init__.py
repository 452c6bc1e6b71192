"""The ``coach`` command.

Rule: arguments in, exit status out.
"""
