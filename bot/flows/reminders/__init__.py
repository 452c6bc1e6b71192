"""A learner's preferences for reminders, the text of one, and the words that come back."""
