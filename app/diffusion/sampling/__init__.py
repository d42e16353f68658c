"""The one loop that all families share, and all that decides a step of it."""
