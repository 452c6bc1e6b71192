"""The subjects of a conversation, one room each, registered with the engine by name.

Rule: each exports its prompts, pages, actions and commands; it imports the engine and below, and
other flows only downwards.
"""

LOOK_UPS = frozenset(
    {
        *("example", "help", "mydata", "privacy", "resources", "learn", "things", "page", "more"),
        *("to_question", "document", "sort_as", "sort_skip", "support"),
    }
)
"""Actions and commands that only look something up: a pending decision about words stays open."""
