"""Cards: what is on them, where it lies, and how it is painted."""
