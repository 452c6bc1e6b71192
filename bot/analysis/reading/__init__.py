"""One message read into plain data: its clauses, what it is for, what it tells, what it shows.

Pure: a text, the open step and learned tables in, data out. No sentence, no store, no clock. The
tables are learned by ``coach learn`` from ``frameworks/labelled`` and read here by plain Python.
"""
