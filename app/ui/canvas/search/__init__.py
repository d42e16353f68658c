"""Finding what to add."""
