"""Prompts: read, cut into tokens, encoded and reckoned with."""
