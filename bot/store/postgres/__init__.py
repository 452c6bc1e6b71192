"""The store on PostgreSQL, for more than one machine.

Rule: the statements and what they mean stand in ``store/sqlite``; here stands only what a server
makes different: how it is reached, what is sealed before it has it, and who may write.
"""
