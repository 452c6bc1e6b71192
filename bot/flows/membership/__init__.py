"""Joining a cohort and leaving it."""
