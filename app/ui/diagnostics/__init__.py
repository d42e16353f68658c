"""What can be told of a fault: the log, and the diagnostics that are copied."""
