"""The reflection itself: questions, answers, review and statement."""
