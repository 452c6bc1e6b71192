"""Protecting people: identifiers, names, and words of harm.

Rule: what protects people comes before everything else.
"""
