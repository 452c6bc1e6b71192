"""A document in each form."""
