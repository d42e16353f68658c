"""What a command tells whoever called it."""

DONE, FAILED, INVALID, STOPPED = 0, 1, 2, 130
"""Exit statuses: all targets made; a node failed; nothing ran; stopped by Ctrl+C."""
