"""Things to read, to sort and to look up beside the questions."""
