"""``/cohort``: the pages of a coordinator. No page holds a word that a learner wrote.

Rule: imports no other flow.
"""
