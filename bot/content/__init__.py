"""YAML in, checked and frozen data out. Nothing outside this folder knows what YAML is.

``schema.py`` and ``words.py`` say what an author may write, ``kinds.py`` how plain each kind of
text must be, ``loader.py`` reads, ``checks.py`` looks across files.
"""
