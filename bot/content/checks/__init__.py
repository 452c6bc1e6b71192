"""What one file's model cannot see, because it is about several files."""
