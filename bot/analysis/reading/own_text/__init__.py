"""Orders about the writer's own words: what is wanted, of which words, and what beside it.

RULE: text in, plain data out. Which words of theirs are meant is found by whoever knows them.
"""
