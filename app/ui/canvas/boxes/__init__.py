"""Frames and notes."""
