"""Thousands of random gestures on a whole window, which must stay true to what it edits."""
