"""Model files: what may be opened, checked before it is read, and turned into modules."""
