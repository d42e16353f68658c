"""The log, crashes and diagnostics."""
