"""Checks across files, and of all that one file's model cannot see."""
