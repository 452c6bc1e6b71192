"""Coaching on an answer: notices, asks one question more, and writes no word of it."""
