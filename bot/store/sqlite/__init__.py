"""The store on SQLite with SQLCipher.

Rule: the only room with SQL; it decides nothing.
"""
