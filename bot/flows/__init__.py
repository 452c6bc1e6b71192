"""The subjects of a conversation, one room each, registered with the engine by name.

Rule: each exports its prompts, pages, actions and commands; it imports the engine and below, and
other flows only downwards.
"""
