"""What makes it a coach and not a form. Pure: text in, facts out; no I/O, no clock, no model."""
