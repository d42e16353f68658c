"""Trying parameters out: one picture for each combination of values."""
