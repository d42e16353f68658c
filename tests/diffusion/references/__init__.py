"""Comparisons with the pipelines of diffusers, bit by bit."""
