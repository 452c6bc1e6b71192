"""Pictures.

Rule: data in, PNG out; the only room that imports PIL and segno.
"""
