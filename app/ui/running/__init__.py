"""Runs: asking for them, what they cost, how they go, and what waits."""
