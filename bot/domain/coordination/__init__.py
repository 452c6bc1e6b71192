"""The use cases of a coordinator with a cohort, whoever asks for them.

The chat, the command line and a page read what people typed; here it is decided. Each use case
takes the cohort as it is seen and typed arguments. It returns ``Done`` with what the store is asked
to do and the cohort as it is afterwards, or ``Refused`` with the name of the sentence that says why
(``refusals`` in ``dialogues/common.yaml``). All checks stand here once.
"""
