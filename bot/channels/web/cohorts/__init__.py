"""A coordinator's pages: a third face over ``domain.coordination``, beside the chat and the server.

Rule: forms are read and pages are shown here; what may be seen and what is done is decided in
``domain.coordination``, and what is said is what a chat says. No page holds a word of a learner.
"""
