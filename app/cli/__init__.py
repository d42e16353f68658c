"""The program without a window: run, nodes, check, cache. Loads torch only to run, never Qt."""

COMMANDS = ("run", "nodes", "check", "cache")
"""What the first argument can ask for; everything else is for the window."""
