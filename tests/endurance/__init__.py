"""Thousands of runs of a real graph under random edits: nothing may grow, nothing may be wrong."""
