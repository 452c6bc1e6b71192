"""Everything that is read out of a learner's words.

Rule: text and word lists in, spans and labels out. Says nothing, changes nothing, reads no file and
no clock, and has no language model.
"""
