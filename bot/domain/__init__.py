"""The data and rules of learners, cohorts and reminders, whoever asks.

Rule: data and rules; standard library, ``content.models`` and itself. No sentence, no I/O, no
await, no clock.
"""
