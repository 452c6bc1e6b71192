"""YAML in, checked and frozen models out.

Rule: imports errors and pydantic alone, is the only room that imports yaml, and knows no learner.
``models`` and ``words`` say what an author may write, ``text_kinds`` how plain each text must be,
``source_files`` reads, ``checks`` look across files, ``kept`` has what an earlier start has read.
"""
