"""Sharing a statement with one person. Rule: no reader's word becomes a message of the learner's.

What the reader of a link sees is a page of ``channels/web``; what a coordinator sees is in
``flows/coordinator/answers.py``. What either may say stands in ``domain/reading.py``.
"""
