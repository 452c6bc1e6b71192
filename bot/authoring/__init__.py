"""Tools that an author runs over content.

Rule: nothing here is used in a conversation.
"""
