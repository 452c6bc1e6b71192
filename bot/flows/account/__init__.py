"""Help, privacy, what is kept of a learner, and how it ends."""
