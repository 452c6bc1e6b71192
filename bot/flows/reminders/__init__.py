"""What a learner wants of reminders, what one says, and the words that come back."""
