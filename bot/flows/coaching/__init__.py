"""What a coach does with an answer: notices, asks one question more, and writes no word of it."""
