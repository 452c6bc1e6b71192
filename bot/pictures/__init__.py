"""Pictures.

Rule: data in, PNG or SVG out; the only room that imports PIL and segno.
"""
